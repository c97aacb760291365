import ReportMerge
import ReportModel
import Testing

@Suite("Rows that are gone, new, or share a cell")
struct RowChangeTests {
  @Test("An own row that is gone from the whole template is row_deleted")
  func deleted() {
    var rows = planRows
    rows.remove(at: 1)
    let result = merge([submission("a.xlsx", rows, unit: "市教育局")])
    #expect(result.conflicts.map(brief) == ["row_deleted 建设考室6个 - 市教育局 nil|建设考室6个"])
    #expect(result.records.count == 9)
  }

  @Test("In a file with own rows only, absent rows mean nothing")
  func ownRowsOnly() {
    let result = merge([submission("a.xlsx", [planRows[0].filled("2034")], unit: "市教育局")])
    #expect(result.conflicts.isEmpty)
    #expect(result.records[1].from == nil)
    #expect(result.units[0].state == .partial)
  }

  @Test("Rows of other units that are gone mean nothing")
  func foreignDeleted() {
    let result = merge([
      submission("a.xlsx", [planRows[0].filled("2034"), planRows[1], planRows[6]], unit: "市教育局")
    ])
    #expect(result.conflicts.isEmpty)
  }

  @Test("A row that the plan does not have is held back under its own name")
  func inserted() {
    var rows = planRows
    rows.insert(TestRow("教育", "新建智慧黑板教室三十间", "间", "30", "市教育局", achieved: "30"), at: 2)
    let result = merge([submission("a.xlsx", rows, unit: "市教育局")])
    #expect(
      result.conflicts.map(brief) == ["row_inserted 新建智慧黑板教室三十间 - 市教育局 新建智慧黑板教室三十间"])
    #expect(result.conflicts[0].path == ["省重点", "教育", "举措", "新建智慧黑板教室三十间", nil])
    #expect(result.records.count == 9)
  }

  @Test("In a file with own rows a new row is not taken for a row of another unit")
  func insertedBesideForeign() {
    let rows = [
      planRows[6].filled("15"), TestRow("农村", "新增供水能力", "万方", "30", "市交通局", achieved: "30"),
    ]
    let result = merge([submission("a.xlsx", rows, unit: "市交通局")])
    #expect(result.conflicts.map(\.kind) == [.rowInserted])
    #expect(result.records[8].indicator.achieved.isBlank)
  }

  @Test("A value over several rows stays one value with several members")
  func sharedCell() {
    let rows = template([
      4: {
        $0 = $0.filled("1641", "218.8%"); $0.group = "g1"
      }, 5: { $0.group = "g1" },
    ])
    let result = merge([submission("a.xlsx", rows, unit: "市人社局")])
    #expect(result.conflicts.isEmpty)
    let merged = result.report.rows.map(\.indicator)
    #expect(merged[4].achieved.text == "1641")
    #expect(merged[4].achieved.group != nil)
    #expect(merged[4].achieved.group == merged[5].achieved.group)
    #expect(merged[4].percent.group == merged[4].achieved.group)
    #expect(result.report.groups.count == 1)
    #expect(result.report.groups[0].size == 2)
    #expect(Set(result.report.groups[0].fields) == [.achieved, .percent])
    #expect(merged[5].achieved.isBlank)
  }

  @Test("A shared value of the plan that is split has its two values")
  func splitCell() {
    let before = template([
      4: {
        $0 = $0.filled("1641", "218.8%"); $0.group = "g1"
      }, 5: { $0.group = "g1" },
    ])
    let after = template([
      4: { $0 = $0.filled("1100", "229.17%") }, 5: { $0 = $0.filled("541", "200.37%") },
    ])
    let result = merge([submission("a.xlsx", after, unit: "市人社局")], plan: report(before))
    #expect(result.conflicts.isEmpty)
    #expect(result.records[4].indicator.achieved.text == "1100")
    #expect(result.records[5].indicator.achieved.text == "541")
    #expect(result.report.groups.isEmpty)
    #expect(result.records[5].indicator.achieved.group == nil)
  }
}
