import Foundation
import Testing

@Suite("Inputs that are no ordinary file are refused, and never waited for")
struct HostileInputTests {
  /// A script that makes an input, the words of the tool, and the code of the refusal.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var make: String
    var words: String
    var code: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "a pipe", make: "mkfifo a.xlsx", words: "a.xlsx", code: "NOT_A_FILE"),
    Case(name: "a pipe as CSV", make: "mkfifo a.csv", words: "a.csv", code: "NOT_A_FILE"),
    Case(name: "a device", make: ":", words: "/dev/zero", code: "NOT_A_FILE"),
    Case(name: "a device without bytes", make: ":", words: "/dev/null", code: "NOT_A_FILE"),
    Case(name: "a terminal", make: ":", words: "/dev/tty", code: ""),
    Case(name: "an empty folder", make: "mkdir a.xlsx", words: "a.xlsx", code: "FOLDER_EMPTY"),
    Case(
      name: "a folder of other files", make: "mkdir d; : > d/a.doc", words: "d",
      code: "FOLDER_EMPTY"),
    Case(name: "nothing", make: ":", words: "a.xlsx", code: "CANNOT_OPEN"),
    Case(
      name: "a link to nothing", make: "ln -s nowhere a.xlsx", words: "a.xlsx", code: "CANNOT_OPEN"),
    Case(
      name: "a link to itself", make: "ln -s a.xlsx a.xlsx", words: "a.xlsx", code: "CANNOT_OPEN"),
    Case(
      name: "a link to a pipe", make: "mkfifo p; ln -s p a.xlsx", words: "a.xlsx",
      code: "NOT_A_FILE"),
    Case(name: "an empty file", make: ": > a.xlsx", words: "a.xlsx", code: "EMPTY_FILE"),
    Case(
      name: "a name too long", make: ":", words: "$(printf 'x%.0s' $(seq 300)).xlsx",
      code: "CANNOT_OPEN"),
    Case(
      name: "a file below a file", make: ": > a.xlsx", words: "a.xlsx/b.xlsx", code: "CANNOT_OPEN"),
    Case(
      name: "a workbook under a text's name", make: "cp sound.xlsx a.csv", words: "a.csv",
      code: "WORKBOOK_AS_TEXT"),
    Case(
      name: "an output that is the input", make: "cp sound.xlsx a.xlsx",
      words: "a.xlsx -o a.xlsx", code: "OUTPUT_IS_INPUT"),
    Case(
      name: "an output that is a link to the input",
      make: "cp sound.xlsx a.xlsx; ln -s a.xlsx b.csv",
      words: "a.xlsx -o b.csv", code: "OUTPUT_IS_INPUT"),
    Case(
      name: "an output that is another name of the input",
      make: "cp sound.xlsx a.xlsx; ln a.xlsx b.csv", words: "a.xlsx -o b.csv",
      code: "OUTPUT_IS_INPUT"),
    Case(
      name: "an output in a folder that is a file", make: ": > d", words: "sound.xlsx -o d/a.csv",
      code: "OUTPUT_FAILED"),
    Case(
      name: "an output in a folder of the kernel", make: ":", words: "sound.xlsx -o /proc/a.csv",
      code: "OUTPUT_FAILED"),
  ]

  @Test("Convert refuses an input in one line with status 2 and no output", arguments: cases)
  func refusals(_ hostile: Case) throws {
    let folder = try ScratchFolder()
    _ = try folder.write("sound.xlsx", HostileBook().bytes)
    _ = try Tool.shell(hostile.make, in: folder)
    let before = folder.names
    let words = hostile.words.contains(" -o ") ? hostile.words : hostile.words + " -o out.csv"
    let result = try Tool.shell("\"$YILAN\" convert \(words)", in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(result.errors)")
    #expect(result.errors.contains(": error: "), "\(result.errors)")
    #expect(result.errors.contains("[\(hostile.code)"), "\(result.errors)")
    #expect(folder.names == before)
  }

  @Test(
    "Names of any bytes open and keep their bytes",
    arguments: [
      "\\303\\244\\344\\270\\255", "\\265\\332\\322\\273", "\\377\\376\\001", "a\\nb",
      "\\033[31mred",
      "-o", "--help", " ", "a\\047b\\042c$d`e",
    ])
  func names(_ octal: String) throws {
    let folder = try ScratchFolder()
    _ = try folder.write("sound.xlsx", HostileBook().bytes)
    let result = try Tool.shell(
      """
      n=$(printf -- '\(octal)_x'); n="${n%_x}."
      cp sound.xlsx "./${n}xlsx" && "$YILAN" convert -o "./${n}csv" -- "./${n}xlsx" && cat "./${n}csv"
      """, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == "1,甲\n")
  }

  @Test("A hostile name never reaches the terminal as it is")
  func terminal() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("\u{1B}[2J\u{7}\u{202E}a.xlsx", Array("no workbook".utf8))
    let result = try Tool.shell("\"$YILAN\" convert ./*.xlsx -o out.csv", in: folder)
    #expect(result.status == 2)
    let controls = result.errors.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E
    }
    #expect(controls.isEmpty, "\(result.errors.debugDescription)")
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test("One bad file never stops the others")
  func batch() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("a.xlsx", HostileBook().bytes)
    _ = try folder.write(
      "b.xlsx", HostileBook().zip(changing: "xl/worksheets/sheet1.xml") { $0.crc ^= 1 }.bytes)
    _ = try folder.write("c.xlsx", HostileBook().bytes)
    let result = try Tool.shell(
      "\"$YILAN\" convert a.xlsx b.xlsx c.xlsx -o out; ls out", in: folder)
    #expect(result.text == "a.csv\nc.csv\n")
    #expect(
      result.errors
        == "b.xlsx!xl/worksheets/sheet1.xml: error: the checksum (CRC-32) is wrong [ZIP_CRC]\n")
  }

  @Test("Sheets that go to several files appear together or not at all")
  func severalFiles() throws {
    let folder = try ScratchFolder()
    let book = HostileBook().with {
      $0["xl/workbook.xml"] = HostileBook.workbook(
        #"<sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" r:id="r4"/>"#)
      $0["xl/_rels/workbook.xml.rels"] = HostileBook.relationships([
        ("r1", "worksheet", "worksheets/sheet1.xml", ""),
        ("r2", "sharedStrings", "sharedStrings.xml", ""),
        ("r4", "worksheet", "worksheets/sheet2.xml", ""),
      ])
      $0["xl/worksheets/sheet2.xml"] = HostileBook.sheet("<row><c><v>2</v></c></row>")
    }
    _ = try folder.write("good.xlsx", book.bytes)
    _ = try folder.write(
      "bad.xlsx", book.zip(changing: "xl/worksheets/sheet2.xml") { $0.crc ^= 1 }.bytes)
    let result = try Tool.shell(
      "mkdir out; \"$YILAN\" convert --all-sheets bad.xlsx -o out; ls -A out; echo --; \"$YILAN\" convert --all-sheets good.xlsx -o out; ls -A out",
      in: folder)
    #expect(result.text == "--\ngood.a.csv\ngood.b.csv\n")
  }
}
