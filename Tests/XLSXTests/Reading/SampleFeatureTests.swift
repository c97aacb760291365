import Foundation
import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("The samples that programs wrote are read with all that is in them")
struct SampleFeatureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../samples/features").standardized

  private func reader(_ name: String) throws -> XLSXReader {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent(name))
    return try XLSXReader(source: MemoryByteSource(Array(data)), file: name)
  }

  @Test("Chart sheets are named as such, hidden sheets, rows and columns are known")
  func hidden() throws {
    let reader = try reader("hidden.xlsx")
    #expect(reader.sheets.contains { $0.kind == .chartsheet })
    #expect(Set(reader.sheets.map(\.visibility)) == [.visible, .hidden, .veryHidden])
    let workbook = try reader.workbook()
    #expect(workbook.sheets.contains { $0.rows.contains(where: \.isHidden) })
    #expect(workbook.sheets.contains { $0.columns.contains(where: \.isHidden) })
    for index in reader.sheets.indices where reader.sheets[index].kind == .chartsheet {
      var rows = 0
      try reader.readRows(ofSheetAt: index) { _ in rows += 1 }
      #expect(rows == 0)
    }
  }

  @Test("Links out, within and to an address, and comments, come with the workbook")
  func annotated() throws {
    let sheets = try reader("annotated.xlsx").workbook().sheets
    let targets = sheets.flatMap(\.hyperlinks).map(\.target)
    #expect(targets.contains { if case .internal = $0 { true } else { false } })
    #expect(
      targets.contains { if case .external(let to) = $0 { to.hasPrefix("http") } else { false } })
    #expect(
      targets.contains { if case .external(let to) = $0 { to.hasPrefix("mailto:") } else { false } }
    )
    #expect(sheets.flatMap(\.comments).contains { !$0.text.isEmpty && !$0.isThreaded })
  }

  @Test("A conversation on a cell is one comment with its answers")
  func threaded() throws {
    let comments = try reader("threaded-comments.xlsx").workbook().sheets.flatMap(\.comments)
    #expect(comments.count == 1)
    #expect(comments.first?.isThreaded == true)
    #expect(comments.first?.text.contains("\n") == true)
  }

  @Test("Array formulas are named with their ranges, shared ones spelled out, results kept")
  func formulas() throws {
    let shared = try reader("shared-formulas.xlsx").workbook().sheets[0]
    #expect(shared.arrayFormulas.count == 1)
    let formulas = shared.rows.flatMap(\.cells).compactMap(\.formula)
    #expect(formulas.count > 4)
    #expect(Set(formulas).count > 4, "each shared formula is that of its own cell")
    let kinds = try Book.cells(try reader("formulas.xlsx")).filter { $0.contains(" =") }
      .map { String($0.split(separator: " ")[1]) }
    #expect(Set(kinds) == ["number", "string", "boolean", "error", "empty"])
  }

  @Test("A formula that nobody computed is blank, with a finding that counts them")
  func withoutResults() throws {
    let reader = try reader("formulas-without-results.xlsx")
    let cells = try Book.cells(reader)
    #expect(cells.contains { $0.contains(" empty  =") })
    #expect(reader.findings.map(\.code).contains("MISSING_CACHED_VALUE"))
  }

  @Test(
    "Packages as other programs put them together read as the usual ones do",
    arguments: [
      "backslashes.xlsx", "data-descriptors.xlsx", "prefixed.xlsx", "utf16.xlsx", "strict.xlsx",
    ])
  func packages(name: String) throws {
    let reader = try reader(name)
    #expect(!(try Book.cells(reader)).isEmpty)
    #expect(reader.findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test(
    "Macros, templates and both are workbooks",
    arguments: ["macro.xlsm", "template.xltx", "template.xltm"])
  func kinds(name: String) throws {
    #expect(!(try Book.cells(try reader(name))).isEmpty)
  }

  @Test("Cells in the far corners cost what is there, whatever the dimension claims")
  func farCells() throws {
    let workbook = try reader("far-cells.xlsx").workbook()
    let cells = workbook.sheets[0].rows.flatMap { row in
      row.cells.filter { !$0.value.isEmpty }.map {
        CellReference(row: row.index, column: $0.column)
      }
    }
    #expect(cells.contains(CellReference(row: 1_048_575, column: 16_383)))
    #expect(workbook.sheets[0].rows.count < 10)
  }

  @Test("Twenty thousand styled blanks are cells without values, and nothing beside them")
  func styledBlanks() throws {
    var rows = ""
    for row in 1...20 {
      rows += "<row r=\"\(row)\">"
      for column in 0..<1000 {
        rows += "<c r=\"\(CellReference(row: row - 1, column: column))\" s=\"1\"/>"
      }
      rows += "</row>"
    }
    var book = Book(rows: rows, head: "<dimension ref=\"A1:XFD1048576\"/>")
    book.styles = "<cellXfs><xf/><xf numFmtId=\"9\"/></cellXfs>"
    var count = 0
    try book.reader().readRows(ofSheetAt: 0) { row in
      count += row.cells.count
      #expect(row.bytes.isEmpty)
      #expect(row.cells.allSatisfy { $0.kind == .empty })
    }
    #expect(count == 20_000)
    #expect(try book.reader().workbook().sheets[0].usedRange == nil)
  }
}
