import ReportImport
import ReportModel
import Testing

@Suite("A measure over several rows is one value with a group")
struct SharedCellTests {
  private static let rows = """
    1|促进就业|推动创业|开展培训750人次|职业技能|人次|480|1641|218.8%|市人社局|分项不明
    ||||创业培训||270||||
    """

  @Test("The value stands in the first row; both rows name the group and the cell")
  func group() throws {
    let report = try ImportedText.read(Self.rows, merged: ["H2:H3", "I2:I3"]).report
    #expect(
      ImportedText.rows(report) == [
        "||1|促进就业|推动创业|开展培训750人次|职业技能|人次|480|1641|218.8%|市人社局|分项不明",
        "||1|促进就业|推动创业|开展培训750人次|创业培训||270|||市人社局|",
      ])
    #expect(report.groups.map(\.id) == ["g1"])
    #expect(report.groups.map(\.size) == [2])
    #expect(report.groups.map(\.fields) == [[.achieved, .percent]])
    #expect(report.groups.map(\.evidence) == [.merge])
    #expect(report.rows.map(\.indicator.achieved.group) == ["g1", "g1"])
    #expect(report.rows.map(\.indicator.target.group) == [nil, nil])
    let places = report.rows.map { report.location(of: $0.indicator.achieved.address).range }
    #expect(places.map { $0?.description } == ["H2:H3", "H2:H3"])
  }

  @Test("A unit and a remark over several rows are repeated")
  func repeated() throws {
    let report = try ImportedText.read(Self.rows, merged: ["F2:F3", "K2:K3"]).report
    #expect(
      ImportedText.rows(report) == [
        "||1|促进就业|推动创业|开展培训750人次|职业技能|人次|480|1641|218.8%|市人社局|分项不明",
        "||1|促进就业|推动创业|开展培训750人次|创业培训|人次|270|||市人社局|分项不明",
      ])
    #expect(report.groups.isEmpty)
  }

  @Test("Without a merged cell a blank measure is blank, and no group is made")
  func blanks() throws {
    let report = try ImportedText.read(Self.rows).report
    #expect(report.groups.isEmpty)
    #expect(report.rows.map(\.indicator.achieved.text) == ["1641", ""])
  }

  @Test("Cells over the same rows are one group, over others another")
  func severalGroups() throws {
    let rows = Self.rows + "\n|||发放贷款||万元|2100|3120|148.57%||"
    let report = try ImportedText.read(rows, merged: ["G2:G4", "H2:H3", "I2:I3"]).report
    #expect(report.groups.map(\.size).sorted() == [2, 3])
    #expect(report.rows.map(\.indicator.target.text) == ["480", "", ""])
    #expect(report.rows.map(\.indicator.percent.text) == ["218.8%", "", "148.57%"])
  }
}
