import Foundation
import ReportCheck
import ReportModel
import Testing

@Suite("Percents are computed again from achieved / target")
struct PercentAuditorTests {
  static func measure(_ text: String, group: String? = nil) -> Measure {
    if text.isEmpty { return Measure(group: group) }
    let value: Value
    if text.hasSuffix("%") {
      value = Decimal(string: String(text.dropLast())).map(Value.percent) ?? .empty
    } else if text.hasPrefix("≥") || text.hasPrefix("≤") {
      let number = Decimal(string: String(text.dropFirst())) ?? .nan
      value = .bound(text.hasPrefix("≥") ? .atLeast : .atMost, number, unit: nil)
    } else if text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) {
      value = Decimal(string: text).map(Value.number) ?? .empty
    } else {
      value = .text(text, .other)
    }
    return Measure(raw: text, text: text, value: value, group: group)
  }

  static func report(_ rows: [Report.Indicator]) -> Report {
    var report = Report()
    report.sections = [
      .init(
        name: nil,
        goals: [
          .init(name: "g", actions: [.init(name: nil, tasks: [.init(name: "t", indicators: rows)])])
        ])
    ]
    return report
  }

  static func indicator(
    _ target: String, _ achieved: String, _ percent: String, group: String? = nil
  ) -> Report.Indicator {
    var indicator = Report.Indicator()
    indicator.target = measure(target)
    indicator.achieved = measure(achieved, group: group)
    indicator.percent = measure(percent, group: group)
    return indicator
  }

  @Test(
    "The verdict says how the stated percent stands to the quotient",
    arguments: [
      ("2034", "2034", "100%", PercentVerdict.exact), ("40", "40", "100.00%", .exact),
      ("0.16", "0.227", "144.88%", .mismatch), ("0.16", "0.227", "141.88%", .rounded),
      ("0.16", "0.227", "141.87%", .truncated), ("0.21", "0.2522", "120.10%", .rounded),
      ("800", "1003", "125.38%", .rounded), ("800", "1001", "125.12%", .rounded),
      ("800", "1001", "125.13%", .rounded),
      ("1550", "1556", "100.38%", .truncated), ("1550", "1556", "100.39%", .rounded),
      ("15", "35.385", "235.90%", .exact), ("100", "101", "100%", .mismatch),
      ("≥99", "14.2", "133.70%", .mismatch), ("≥99", "120", "100%", .capped),
      ("≤4.3", "3.57", "100%", .exact), ("≤4.3", "3.57", "83.02%", .rounded),
      ("≤4.3", "3.57", "120.45%", .rounded), ("≤4.3", "5", "100%", .mismatch),
      ("90", "100%", "100%", .mismatch), ("100", "100%", "100%", .exact),
      ("完成任务数", "已完成", "100%", .unverifiable), ("10", "10", "完成", .unverifiable),
      ("10.62", "", "", .missing), ("0", "5", "100%", .unverifiable), ("10", "10", "1", .exact),
      ("10", "10", "100", .exact), ("3", "1", "33.3%", .rounded), ("3", "2", "66.6%", .truncated),
      ("3", "2", "66.7%", .rounded),
    ])
  func verdicts(target: String, achieved: String, percent: String, verdict: PercentVerdict) {
    let report = Self.report([Self.indicator(target, achieved, percent)])
    #expect(PercentAuditor(report).audits.map(\.verdict) == [verdict])
  }

  @Test("A shared value is compared with the sum of its members' targets")
  func group() {
    let report = Self.report([
      Self.indicator("480", "1641", "218.8%", group: "g1"),
      Self.indicator("270", "", "", group: "g1"),
    ])
    let audits = PercentAuditor(report).audits
    #expect(audits.map(\.verdict) == [.exact, .exact])
    #expect(audits.map(\.target) == [750, 750])
  }

  @Test("Several standards in one cell are reached as far as the least of them")
  func compound() {
    var row = Self.indicator("1", "1", "100%")
    row.target.value = .compound([.bound(.atLeast, 740, unit: nil), .number(485)])
    row.achieved.value = .compound([.number(740), .number(486)])
    #expect(PercentAuditor(Self.report([row])).audits.map(\.verdict) == [.exact])
    row.percent = Self.measure("120%")
    #expect(PercentAuditor(Self.report([row])).audits.map(\.verdict) == [.mismatch])
    row.achieved.value = .number(740)
    #expect(PercentAuditor(Self.report([row])).audits.map(\.verdict) == [.unverifiable])
  }

  @Test("100% for more than 100 is in order where the profile says so")
  func capped() {
    let report = Self.report([Self.indicator("100", "101", "100%")])
    #expect(PercentAuditor(report, allowsCapped: true).audits.map(\.verdict) == [.capped])
    #expect(PercentAuditor(report).audits.map(\.isCapped) == [true])
  }

  @Test(
    "A quotient halfway between two percents is settled by the rule for rounding",
    arguments: [
      (CheckRule.Rounding.either, [PercentVerdict.rounded, .rounded, .rounded, .truncated]),
      (.halfUp, [.truncated, .rounded, .rounded, .truncated]),
      (.halfEven, [.rounded, .mismatch, .rounded, .truncated]),
    ])
  func ties(rule: CheckRule.Rounding, expected: [PercentVerdict]) {
    // 12.5 as 12 and 13, 13.5 as 14 and 13.
    let report = Self.report([
      Self.indicator("1000", "125", "12%"), Self.indicator("1000", "125", "13%"),
      Self.indicator("1000", "135", "14%"), Self.indicator("1000", "135", "13%"),
    ])
    #expect(PercentAuditor(report, rounding: rule).audits.map(\.verdict) == expected)
  }

  @Test(
    "Rounding works on the digits",
    arguments: [
      ("141.875", 2, "141.88"), ("-0.125", 2, "-0.13"), ("99.995", 2, "100"), ("7", 2, "7"),
      ("0.004", 2, "0"), ("12.5", 0, "13"),
    ])
  func rounding(number: String, decimals: Int, expected: String) throws {
    let decimal = try #require(Decimal(string: number))
    let rounded = DecimalRounding.rounded(decimal, decimals: decimals)
    #expect(rounded == Decimal(string: expected))
  }
}
