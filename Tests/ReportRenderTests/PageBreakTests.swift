import ReportImport
import ReportModel
import ReportRender
import Spreadsheet
import Testing

@Suite("The published form ends its pages where no text is cut through")
struct PageBreakTests {
  /// A sheet for a report of goals, each of a task whose text stands over all of its indicators.
  private func published(goals: Int, indicators: Int) throws -> Worksheet {
    var rows = [["序号", "项目", "工作举措", "任务内容", "指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位"]]
    for goal in 1...goals {
      for indicator in 1...indicators {
        let isFirst = indicator == 1
        rows.append([
          isFirst ? "\(goal)" : "", isFirst ? "提升第\(goal)类服务水平" : "",
          isFirst ? "实施第\(goal)项行动" : "",
          isFirst ? "完成第\(goal)项任务，" + String(repeating: "推进改造提升", count: 10 * indicators) : "",
          "第\(indicator)项数量", "个", "\(goal)", "\(indicator)", "", isFirst ? "市教育局" : "",
        ])
      }
    }
    var sheet = Worksheet(name: "Sheet1")
    sheet.rows = rows.enumerated().map { index, texts in
      Row(
        index: index,
        cells: texts.enumerated().filter { !$0.element.isEmpty }.map {
          Cell(column: $0.offset, value: .string($0.element))
        })
    }
    let imported = try ReportImporter().importReport(
      from: Workbook(sheets: [sheet]), file: "a.xlsx")
    return try #require(PublishedWorkbook(imported.report).workbook.sheets.first)
  }

  @Test("No page begins inside a text that stands over several rows")
  func cuts() throws {
    let sheet = try published(goals: 14, indicators: 4)
    // Goals of four rows each below two lines of header: pages begin with a goal.
    #expect(sheet.page.rowBreaks.count >= 3)
    for last in sheet.page.rowBreaks {
      #expect((last + 1 - 2) % 4 == 0, "a page ends after row \(last + 1)")
    }
  }

  @Test("A table that fits one page has no breaks")
  func short() throws {
    #expect(try published(goals: 2, indicators: 2).page.rowBreaks == [])
  }

  @Test("Where one text is longer than a page, pages end all the same")
  func long() throws {
    let breaks = try published(goals: 1, indicators: 60).page.rowBreaks
    #expect(!breaks.isEmpty)
    #expect(breaks == breaks.sorted() && Set(breaks).count == breaks.count)
  }
}
