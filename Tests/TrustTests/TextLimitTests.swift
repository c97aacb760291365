import CSV
import Foundation
import Spreadsheet
import Testing

@Suite("The limits of text, and those of the tool, hold exactly")
struct TextLimitTests {
  /// A text that meets a limit, and the least value under which it is read.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var needed: Int
    var text: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "text-size", needed: 5000, text: String(repeating: "x", count: 5000) + ",1\n"),
    Case(
      name: "text-size", needed: 5000, text: "\"" + String(repeating: "x", count: 5000) + "\"\n"),
    Case(name: "row-size", needed: 15, text: "12345,\"12345\",12345\n"),
    Case(name: "columns", needed: 3, text: "1,2,3\n"),
    Case(name: "cells", needed: 3, text: "1,2\n3\n"),
  ]

  @Test("A limit refuses a text that passes it by one, and nothing else", arguments: cases)
  func exact(_ limited: Case) throws {
    let path = try #require(ReadLimits.named.first { $0.name == limited.name }?.path)
    for (delta, isRead) in [(-1, false), (0, true), (1, true)] {
      var limits = ReadLimits()
      limits[keyPath: path] = limited.needed + delta
      do {
        _ = try CSVReader.workbook(Array(limited.text.utf8), file: "a.csv", limits: limits)
        #expect(isRead)
      } catch let error as CSVError {
        #expect(!isRead, "\(error)")
        let line = error.diagnostic.description
        #expect(line.contains("--limit \(limited.name)=N"), "\(line)")
        #expect(line.contains("\(limited.needed - 1)"), "\(line)")
      }
    }
  }

  @Test(
    "Places that are written empty are counted", arguments: ["csv", "tsv", "json", "html", "md"])
  func emptyPlaces(form: String) throws {
    let folder = try ScratchFolder()
    let rows =
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>"#
      + #"<row r="3"><c r="E3"><v>2</v></c></row>"#
    _ = try folder.write("a.xlsx", HostileBook(rows: rows).bytes)
    let result = try Tool.shell(
      """
      n=1; while [ $n -lt 40 ] && ! "$YILAN" convert a.xlsx --limit empty-places=$n -o a.\(form) 2> err; do
        grep -c -e "more than $n empty places" -e "--limit empty-places=N" err; n=$((n + 1)); done
      echo "$n read"; "$YILAN" convert a.xlsx --limit empty-places=$((n + 1)) -o a.\(form); echo $?
      """, in: folder)
    let lines = result.text.split(separator: "\n").map(String.init)
    let needed = lines.count - 1
    // Three places of the first row, five of the second and four of the third, or less where rows end early.
    #expect((4...12).contains(needed), "\(result.text)")
    #expect(lines == Array(repeating: "1", count: needed - 1) + ["\(needed) read", "0"])
  }

  @Test("A comparison of tables takes as many cells of a file as the limit says, and no more")
  func comparedCells() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("a.csv", Array("1,2\n3\n".utf8))
    _ = try folder.write("b.csv", Array("1,2\n4\n".utf8))
    for (limit, status) in [(2, 2), (3, 1), (4, 1)] {
      let result = try Tool.shell(
        "\"$YILAN\" diff --by table a.csv b.csv --limit cells=\(limit)", in: folder)
      #expect(result.status == status, "\(limit): \(result.errors)")
      #expect(result.errors.contains("--limit cells=N") == (status == 2), "\(result.errors)")
    }
  }

  @Test("Sizes of files hold for files, standard input and files in archives")
  func fileSizes() throws {
    let folder = try ScratchFolder()
    let text = "序号,考核指标,单位,指标任务,已完成数,占任务数,牵头责任单位\n1,甲,个,10,5,50%,市局\n"
    let size = text.utf8.count
    _ = try folder.write("a.csv", Array(text.utf8))
    _ = try folder.write(
      "a.zip", RawZip(entries: [RawEntry("b.csv", stored: Array(text.utf8))]).bytes)
    let script = { (command: String, limit: Int) in
      "\(command) --limit file-size=\(limit) >/dev/null 2> err; echo $?; cat err"
    }
    let merge = "\"$YILAN\" merge --plan a.csv a.zip --quiet -o m.csv"
    for (command, least) in [
      ("\"$YILAN\" convert a.csv -o b.jsonl", size), ("\"$YILAN\" convert - < a.csv", size),
      (merge, size * 4),
    ] {
      let refused = try Tool.shell(script(command, least - 1), in: folder).text
      #expect(refused.hasPrefix("2\n"), "\(command): \(refused)")
      #expect(refused.contains("\(size) bytes"), "\(command): \(refused)")
      #expect(refused.contains("\(least - 1)"), "\(command): \(refused)")
      #expect(refused.contains("--limit file-size=N"), "\(command): \(refused)")
      for limit in [least, least + 1] {
        let read = try Tool.shell(script(command, limit), in: folder).text
        #expect(read.hasPrefix("0\n"), "\(command): \(read)")
      }
    }
  }
}
