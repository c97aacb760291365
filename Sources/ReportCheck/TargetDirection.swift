import ReportModel

/// Whether less is better: a bound from above, or a rate that everybody wants to fall.
enum TargetDirection {
  private static let fallingRates = [
    "失业率", "死亡率", "发病率", "患病率", "感染率", "事故率", "发生率", "犯罪率", "投诉率", "贫困率", "辍学率", "逾期率", "漏损率",
    "差错率", "流失率", "空置率",
  ]

  /// Whether a row reaches its target by staying below it.
  static func isLessBetter(_ indicator: Report.Indicator, taskName: String?) -> Bool {
    switch indicator.target.value {
    case .bound(.atMost, _, _), .bound(.lessThan, _, _): return true
    case .bound(.atLeast, _, _), .bound(.moreThan, _, _): return false
    case .empty, .number, .percent, .bound(.equal, _, _), .compound, .text: break
    }
    // A long text may speak of a rate that is not the one which is measured.
    let name = indicator.name ?? taskName ?? ""
    return name.holds("率") && name.count <= 16 && fallingRates.contains { name.holds($0) }
  }
}
