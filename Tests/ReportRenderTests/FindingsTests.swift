import Foundation
import ReportRender
import Spreadsheet
import Testing

@Suite("Findings as JSON and on the submitted sheets")
struct FindingsTests {
  static func finding(
    _ severity: Diagnostic.Severity, _ code: String, _ cell: String?, _ message: String = "message"
  ) -> Diagnostic {
    Diagnostic(
      severity, code: code,
      at: SourceLocation(file: "a.xlsx", sheet: "Sheet1", range: cell.flatMap { CellRange($0) }),
      message, zh: "中文", expected: "141.88%", actual: "144.88%", rowID: "0123456789abcdef")
  }

  @Test("The members stand in the order of the contract, and what is absent is left out")
  func json() {
    let one = Diagnostic(.info, code: "META_MISSING", at: SourceLocation(file: "a.xlsx"), "none")
    let text = FindingsJSON.value(
      of: [Self.finding(.warning, "PCT_MISMATCH", "I13"), one], language: .english
    ).compactText()
    #expect(
      text == """
        {"findings":[{"code":"PCT_MISMATCH","severity":"warning","file":"a.xlsx","sheet":"Sheet1",\
        "cell":"I13","row_id":"0123456789abcdef","message":"message","expected":"141.88%",\
        "actual":"144.88%"},{"code":"META_MISSING","severity":"info","file":"a.xlsx",\
        "message":"none"}]}
        """)
    #expect(FindingsJSON.value(of: []).compactText() == #"{"findings":[]}"#)
  }

  private func marked(_ findings: [Diagnostic]) -> Workbook {
    var sheet = Worksheet(name: "Sheet1")
    var styles = StyleTable()
    var bold = CellStyle()
    bold.font.isBold = true
    sheet.rows = [
      Row(
        index: 1,
        cells: [
          Cell(column: 1, value: .number(7), style: styles.index(of: bold), formula: "3+4"),
          Cell(column: 3, value: .string("x")),
        ]),
      Row(index: 5, cells: [Cell(column: 0, value: .boolean(true))]),
    ]
    sheet.comments = [
      Comment(reference: CellReference(row: 1, column: 3), author: "甲", text: "old")
    ]
    return FindingsWorkbook(
      Workbook(sheets: [sheet], styles: styles), findings: findings
    ).workbook
  }

  @Test("A marked cell keeps its value, formula and font, and gains a colour and a comment")
  func marks() throws {
    let book = marked([
      Self.finding(.warning, "A", "B2"), Self.finding(.error, "B", "B2"),
      Self.finding(.info, "C", "D2:D9"), Self.finding(.info, "D", "A4"),
      Self.finding(.info, "E", "C9"), Self.finding(.info, "F", nil),
    ])
    let sheet = book.sheets[0]
    let cell = try #require(sheet.cell(at: CellReference(row: 1, column: 1)))
    #expect(cell.value == .number(7))
    #expect(cell.formula == "3+4")
    #expect(book.styles[cell.style].font.isBold)
    #expect(book.styles[cell.style].fill == .solid(Color(rgb: 0xF8CBAD)))
    #expect(
      sheet.comments.map { "\($0.reference) \($0.text)" } == [
        "B2 警告：中文 [A]\n错误：中文 [B]", "D2 old\n提示：中文 [C]", "A4 提示：中文 [D]", "C9 提示：中文 [E]",
      ])
    #expect(sheet.rows.map(\.index) == [1, 3, 5, 8])
    #expect(sheet.cell(at: CellReference(row: 5, column: 0))?.value == .boolean(true))
  }

  @Test("The last sheet lists all findings, with links to their cells")
  func list() throws {
    let book = marked([Self.finding(.warning, "A", "B2"), Self.finding(.info, "F", nil)])
    let list = try #require(book.sheets.last)
    #expect(list.name == "审核结果")
    func texts(_ row: Int) -> [String] {
      list.row(at: row)?.cells.map { cell in
        if case .string(let text) = cell.value { text } else { "" }
      } ?? []
    }
    #expect(texts(0) == ["共2条：错误0、警告1、提示1"])
    #expect(texts(1) == ["级别", "代码", "工作表", "单元格", "说明", "应为", "实为"])
    #expect(texts(2) == ["提示", "F", "Sheet1", "", "中文", "141.88%", "144.88%"])
    #expect(texts(3) == ["警告", "A", "Sheet1", "B2", "中文", "141.88%", "144.88%"])
    #expect(list.hyperlinks.map(\.target) == [.internal("'Sheet1'!B2")])
  }

  @Test("A list beside a sheet of the same name takes a number")
  func names() {
    let book = FindingsWorkbook(
      Workbook(sheets: [Worksheet(name: "审核结果")]), findings: []
    ).workbook
    #expect(book.sheets.map(\.name) == ["审核结果", "审核结果2"])
  }
}
