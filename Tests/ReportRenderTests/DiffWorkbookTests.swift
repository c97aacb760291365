import ReportDiff
import ReportModel
import ReportRender
import Spreadsheet
import Testing

@Suite("Differences as a workbook")
struct DiffWorkbookTests {
  private let workbook = DiffWorkbook().workbook(of: DiffSamples.comparison)

  private func text(_ cell: Cell) -> String {
    if case .string(let text) = cell.value { text } else { "" }
  }

  @Test("It has the marked table and the list of changes")
  func sheets() throws {
    #expect(workbook.sheets.map(\.name) == ["变化标注", "变化清单"])
    let list = try #require(workbook.sheets.last)
    #expect(list.rows.count == 3 + 10)
    #expect(list.hyperlinks.count == 9)
    #expect(list.frozenPane?.rows == 4)
  }

  @Test("Changed cells are coloured and say what was there")
  func changed() throws {
    let sheet = workbook.sheets[0]
    let cell = try #require(
      sheet.rows.joined { row in row.cells.map { (row.index, $0) } }
        .first { $0.1.value == .number(2040) })
    #expect(workbook.styles[cell.1.style].fill == .solid(Color(rgb: 0xFFF1C4)))
    let comment = try #require(
      sheet.comments.first {
        $0.reference == CellReference(row: cell.0, column: cell.1.column)
      })
    #expect(comment.text == "已完成数：原为2034（+6）")
  }

  @Test("Removed rows stand in their old place, struck through")
  func removed() throws {
    let sheet = workbook.sheets[0]
    let row = try #require(
      sheet.rows.first { $0.cells.contains { text($0) == "建设考室6个" } })
    let struck = row.cells.filter { workbook.styles[$0.style].font.isStruckThrough }
    #expect(struck.count >= 5)
    #expect(!struck.contains { text($0) == "教育" })
  }
}

extension Array where Element == Row {
  fileprivate func joined<T>(_ cells: (Row) -> [T]) -> [T] { flatMap(cells) }
}
