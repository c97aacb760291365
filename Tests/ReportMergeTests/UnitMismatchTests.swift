import ReportMerge
import ReportModel
import Testing

@Suite("Units of measure that were changed or forgotten")
struct UnitMismatchTests {
  private func employment(
    _ achieved: String, _ percent: String, unit: String = "万人", target: String = "0.21"
  ) -> MergeResult {
    merge([
      submission(
        "a.xlsx",
        template([
          2: {
            $0 = $0.filled(achieved, percent)
            $0.unit = unit
            $0.target = target
          }
        ]), unit: "市人社局")
    ])
  }

  @Test("A changed unit is one unit_mismatch on the achieved value", arguments: ["2522", ""])
  func changedUnit(achieved: String) {
    let result = employment(achieved, "120.1%", unit: "人")
    #expect(
      result.conflicts.map(brief)
        == ["unit_mismatch 新增城镇就业 achieved 市人社局 \(achieved.isEmpty ? "nil" : achieved)|nil"])
    #expect(result.conflicts[0].detail == "单位由“万人”改为“人”")
    #expect(result.records[2].indicator.achieved.isBlank)
    #expect(result.records[2].indicator.percent.text == "120.1%")
  }

  @Test("A target that was converted with the unit is not a second conflict")
  func convertedTarget() {
    let result = employment("2522", "120.1%", unit: "人", target: "2100")
    #expect(result.conflicts.map(\.kind) == [.unitMismatch])
  }

  @Test("Another spelling of the unit is no change")
  func synonym() {
    let rows = template([
      6: {
        $0.unit = "千米"; $0 = $0.filled("14", "93.33%")
      }
    ])
    let result = merge([submission("a.xlsx", rows, unit: "市交通局")])
    #expect(result.conflicts.isEmpty)
  }

  @Test(
    "A value off by the scale of its unit is known by target and percent",
    arguments: [("2522", "120.1%"), ("2522", "120.10%"), ("2522", "120.09%"), ("2522", "")])
  func scale(achieved: String, percent: String) {
    let result = employment(achieved, percent)
    #expect(
      result.conflicts.map(brief)
        == ["unit_mismatch 新增城镇就业 achieved 市人社局 \(achieved)|nil"])
    #expect(result.records[2].indicator.percent.text == percent)
  }

  @Test(
    "Any other disagreement of the percent is no matter of the merge",
    arguments: [("0.2522", "12.01%"), ("0.2522", "100%"), ("0.302", "120.1%"), ("25", "120.1%")])
  func noScale(achieved: String, percent: String) {
    let result = employment(achieved, percent)
    #expect(result.conflicts.isEmpty)
    #expect(result.records[2].indicator.achieved.text == achieved)
  }

  @Test("Metres where kilometres are meant, and thousands where units are meant")
  func otherDimensions() {
    let result = merge([
      submission("a.xlsx", template([6: { $0 = $0.filled("14000", "93.33%") }]), unit: "市交通局"),
      submission("b.xlsx", template([0: { $0 = $0.filled("0.2034", "100%") }]), unit: "市教育局"),
    ])
    #expect(result.conflicts.map(\.kind) == [.unitMismatch, .unitMismatch])
  }

  @Test("A changed unit in a row of another unit is not_owner on the unit")
  func foreignUnit() {
    let rows = template([2: { $0.unit = "人" }, 0: { $0 = $0.filled("1") }])
    let result = merge([submission("a.xlsx", rows, unit: "市教育局")])
    #expect(result.conflicts.map(brief) == ["not_owner 新增城镇就业 unit 市教育局 人|万人"])
  }
}
