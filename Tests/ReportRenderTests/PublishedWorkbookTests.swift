import Foundation
import ReportModel
import ReportRender
import Spreadsheet
import Testing

@Suite("The published form")
struct PublishedWorkbookTests {
  let report = TidySampleReport.make()
  let published: PublishedWorkbook
  let sheet: Worksheet

  init() throws {
    published = PublishedWorkbook(report)
    sheet = try #require(published.workbook.sheets.first)
  }

  private func text(_ cell: String) -> String? {
    guard let reference = CellReference(cell), let value = sheet.cell(at: reference)?.value else {
      return nil
    }
    return switch value {
    case .string(let text): text
    case .number(let number): "#\(number)"
    default: ""
    }
  }

  @Test("Attachment, title and label lines stand above the header")
  func heading() {
    #expect(text("A1") == "附件")
    #expect(text("A2") == "2025年洪江市重点民生实事项目完成情况一览表")
    #expect(text("A3") == "填报单位：市人社局")
    #expect(
      (0..<13).map { text(CellReference(row: 3, column: $0).description) } == [
        "序号", "考核指标", "", "", "", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "配合单位", "完成时限",
        "备注",
      ])
    #expect(["B5", "C5", "D5", "E5"].map(text) == ["项目", "举措", "任务内容", "指标"])
  }

  @Test("A section is a row of its own over the whole width")
  func sections() {
    #expect(text("A6") == "一、省重点民生实事项目")
    #expect(text("A10") == "二、市重点民生实事项目")
    #expect(published.sectionRows == [5, 9])
    #expect(sheet.mergedRanges.contains { $0.description == "A6:M6" })
  }

  @Test("Labels are merged over their rows, shared values too, and nothing overlaps")
  func merges() {
    let merges = Set(sheet.mergedRanges.map(\.description))
    for range in [
      "A7:A9", "B7:B9", "C7:C9", "D8:D9", "J8:J9", "H8:H9", "I8:I9", "D11:E11", "B4:E4",
    ] {
      #expect(merges.contains(range), "\(range)")
    }
    #expect(!merges.contains("J7:J9"))
    for (number, one) in sheet.mergedRanges.enumerated() {
      for other in sheet.mergedRanges.dropFirst(number + 1) {
        #expect(!one.intersects(other), "\(one) \(other)")
      }
    }
  }

  @Test("Numbers are numbers, percents stay as written, shared values stand once")
  func values() {
    #expect(text("G7") == "#0.16")
    #expect(text("I7") == "144.88%")
    #expect(text("H8") == "#1641.0")
    #expect(text("H9") == "")
    #expect(text("L7") == "12月底")
    #expect(published.indicatorRows == [6, 7, 8, 10, 11])
    #expect(published.cell(ofRow: 3, .achieved)?.description == "H11")
  }

  @Test("The page is landscape A4, as wide as the paper, with the header on each page")
  func page() {
    #expect(sheet.page.paperSize == 9)
    #expect(sheet.page.isLandscape)
    #expect(sheet.page.fitToWidth == 1)
    #expect(sheet.page.fitToHeight == 0)
    #expect(sheet.page.titleRows == 3...4)
    #expect(sheet.page.footer?.contains("&P") == true)
    #expect(sheet.rows.allSatisfy { ($0.height ?? 0) >= 15 })
  }

  @Test("Every cell of the table has a border, merged ones too")
  func borders() {
    for row in sheet.rows where row.index >= 3 {
      #expect(row.cells.count == 13)
      for cell in row.cells {
        #expect(published.workbook.styles[cell.style].border == Border(all: .thin))
      }
    }
  }

  @Test("Columns that the report does not need are left out")
  func columns() {
    var small = Report()
    small.sections = [
      .init(
        name: nil,
        goals: [
          .init(
            name: "甲",
            actions: [.init(name: nil, tasks: [.init(name: nil, indicators: [.init(name: "乙")])])])
        ])
    ]
    #expect(
      PublishedWorkbook(small).columns == [
        .goal, .indicator, .unit, .target, .achieved, .percent, .lead, .remark,
      ])
    #expect(PublishedWorkbook(Report()).workbook.sheets[0].rows.count == 2)
  }

  @Test("A group whose rows are not neighbours is not merged, and a finding says so")
  func scattered() {
    var report = report
    report.sections[0].goals[0].actions[0].tasks[0].indicators[0].achieved.group = "g9"
    report.sections[1].goals[0].actions[0].tasks[1].indicators[0].achieved.group = "g9"
    let codes = PublishedWorkbook(report).findings.map(\.code)
    #expect(codes == ["GROUP_NOT_ADJACENT"])
  }

  @Test("A blank lead below a lead is printed as a placeholder, so that it is not filled again")
  func blankLead() {
    var report = report
    report.sections[0].goals[0].actions[0].tasks[1].indicators[1].lead = TextField()
    let sheet = PublishedWorkbook(report).workbook.sheets[0]
    #expect(sheet.cell(at: CellReference(row: 8, column: 9))?.value == .string("/"))
  }
}
