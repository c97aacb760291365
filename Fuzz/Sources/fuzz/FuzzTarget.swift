import CSV
import Foundation
import OpenPackaging
import ProfileFile
import ReportCheck
import ReportDiff
import ReportImport
import ReportModel
import ReportRender
import SheetRender
import Spreadsheet
import XLSX
import XMLStream
import Zip

/// Something that reads untrusted bytes. It may throw whatever it likes, and must not trap.
struct FuzzTarget: Sendable {
  var name: String
  var words: [String]
  var seeds: @Sendable () -> [[UInt8]]
  var run: @Sendable ([UInt8]) throws -> Void
}

extension FuzzTarget {
  static let xmlWords = [
    "<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#48;", " r=\"A1\"",
    " t=\"s\"",
    " t=\"shared\" si=\"0\"", "<row>", "</row>", "<c>", "<v>1</v>", "<f>A1</f>", "_x0041_",
    "<is><t>",
    "<mergeCell ref=\"A1:B2\"/>", "xmlns=\"\"", "<?x?>", "</sheetData>",
  ]

  static let all: [FuzzTarget] = [
    FuzzTarget(
      name: "zip", words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{6}\u{6}"],
      seeds: { Seeds.workbooks + [Seeds.book()] }
    ) {
      let archive = try ZipArchive(source: MemoryByteSource($0))
      for entry in archive.entries { _ = try archive.contents(of: entry) }
    },
    FuzzTarget(name: "xml", words: xmlWords, seeds: { [Seeds.sheet, Seeds.strings, Seeds.styles] })
    { bytes in
      var parser = XMLStreamParser(
        handler: CountingHandler(), vocabulary: CountingHandler.vocabulary,
        roots: CountingHandler.roots, part: "a.xml")
      try parser.feed(bytes.span)
      try parser.finish()
    },
    FuzzTarget(name: "strings", words: xmlWords, seeds: { [Seeds.strings] }) {
      try read(Seeds.book(strings: $0))
    },
    FuzzTarget(name: "worksheet", words: xmlWords, seeds: { [Seeds.sheet, Seeds.formulas] }) {
      try read(Seeds.book(sheet: $0))
    },
    FuzzTarget(name: "styles", words: xmlWords + Seeds.formatCodes, seeds: { [Seeds.styles] }) {
      try read(Seeds.book(styles: $0))
    },
    FuzzTarget(
      name: "formats", words: Seeds.formatCodes, seeds: { Seeds.formatCodes.map { Array($0.utf8) } }
    ) {
      let format = NumberFormat(code: String(decoding: $0.prefix(1024), as: UTF8.self))
      for value in [0, 1, -1, 0.5, 45_658.75, -1e-9, 1e15, 1.7e308, -0.0, 5e-324, 2_958_466] {
        _ = format.shownText(.number(value))
        _ = format.shownText(.number(value), dateSystem: .year1904)
      }
      _ = format.shownText(.string("text"))
    },
    FuzzTarget(
      name: "csv",
      words: [
        "\"", "\"\"", ",", ";", "\t", "\r\n", "\n", "\u{FEFF}", "=1+1", "sep=;\n", "1,234.5%",
      ], seeds: { Seeds.texts }
    ) {
      var options = CSVReader.Options()
      options.typing = .inferred
      _ = try CSVReader.workbook($0, file: "a.csv", options: options)
    },
    FuzzTarget(
      name: "profile",
      words: [
        "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "<<: *a", "!!str ", "|\n", "^[", "(a|b)*",
        "\\d+",
      ], seeds: { [Seeds.profile] }
    ) {
      _ = try Seeds.readProfile($0)
    },
    FuzzTarget(
      name: "diff-json",
      words: ["null", "{}", "[]", "\"\\u0000\"", "1e999", "-1", "[[]]", ",", ":"],
      seeds: { [Seeds.reportJSON] }
    ) {
      _ = try ReportJSONDecoder.report(from: ReportJSONValue(parsing: $0))
      _ = try? DiffJSONDecoder.edits(from: ReportJSONValue(parsing: $0))
    },
    FuzzTarget(
      name: "report",
      words: [
        "小计", "一、", "（一）", "不低于", "万人", "100%", "填报单位：", "、", "序号", "考核指标", "\t", "\n", "1e9", "—",
      ], seeds: { [Seeds.table] }
    ) {
      try Seeds.report(ofTable: $0)
    },
    FuzzTarget(name: "file", words: [], seeds: { Seeds.workbooks }) {
      try read($0)
    },
  ]

  /// Reads a workbook in every way and with both parsers, which must agree, and writes it again.
  static func read(_ bytes: [UInt8]) throws {
    let usual = Result { try cells(bytes, .automatic) }
    let other = Result { try cells(bytes, .libxml2) }
    switch (usual, other) {
    case (.success(let one), .success(let two)) where one != two:
      throw FuzzFault(sentence: "the parsers give other cells:\n\(one)\n\(two)")
    case (.success(let one), .failure(let error)):
      throw FuzzFault(sentence: "only the tokenizer reads it: \(error)\n\(one)")
    case (.failure(let error), .success(let two)):
      throw FuzzFault(sentence: "only libxml2 reads it: \(error)\n\(two)")
    default: break
    }
    _ = try usual.get()
    let workbook = try XLSXReader(source: MemoryByteSource(bytes), file: "a.xlsx").workbook()
    guard let copy = try? XLSXWriter.bytes(of: workbook) else { return }
    do {
      _ = try cells(copy, .automatic)
    } catch {
      throw FuzzFault(sentence: "what was written is not read: \(error)")
    }
  }

  /// All cells as text, and the findings.
  private static func cells(_ bytes: [UInt8], _ parser: ParserChoice) throws -> String {
    let reader = try XLSXReader(source: MemoryByteSource(bytes), file: "a.xlsx", parser: parser)
    let text = CellText(formats: reader.formats, dateSystem: reader.dateSystem)
    var output: [UInt8] = []
    for index in reader.sheets.indices {
      _ = try reader.outline(ofSheetAt: index)
      var start = output.count
      try reader.readRows(ofSheetAt: index, restarted: { output.removeSubrange(start...) }) { row in
        for cell in row.cells {
          output += Array("\(row.index) \(cell.column) ".utf8)
          text.appendTyped(cell, of: row, to: &output)
          output.append(0x20)
          text.appendShown(cell, of: row, to: &output)
          output.append(0x0A)
        }
      }
      start = output.count
    }
    return String(decoding: output, as: UTF8.self)
      + reader.findings.map { "\($0)" }.joined(separator: "\n")
  }
}
