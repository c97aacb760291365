import Spreadsheet
import XLSX

/// The formulas of a sheet of which only the results were kept: how many, and where the first one is.
struct DroppedFormulas {
  private struct Group {
    var count = 0
    var blanks = 0
    var first: CellReference?
  }

  private var inside = Group()
  private var outside = Group()

  /// Counts a formula.
  mutating func add(_ reach: FormulaReach, at place: CellReference, isBlank: Bool) {
    func count(_ group: inout Group) {
      group.count += 1
      if isBlank { group.blanks += 1 }
      if group.first == nil { group.first = place }
    }
    if reach == .outside { count(&outside) } else { count(&inside) }
  }

  /// The findings.
  func findings(file: String, sheet: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func add(_ group: Group, _ code: String, _ why: String, _ zhWhy: String) {
      guard let first = group.first else { return }
      let blanks = group.blanks == 0 ? "" : "; \(group.blanks) have no stored result and are blank"
      let zhBlanks = group.blanks == 0 ? "" : "；其中 \(group.blanks) 个没有存储结果，为空"
      findings.append(
        Diagnostic(
          group.blanks == 0 && code != "EXTERNAL_DROPPED" ? .info : .warning, code: code,
          at: SourceLocation(file: file, sheet: sheet, cell: first),
          "\(group.count) formulas \(why) became their results, this is the first\(blanks)",
          zh: "\(group.count) 个\(zhWhy)的公式已换成结果，此为第一个\(zhBlanks)"))
    }
    add(
      outside, "EXTERNAL_DROPPED", "that reach out of the workbook", "引用外部文件或程序")
    add(
      inside, "FORMULA_DROPPED", "that need names, tables or cells which were left out",
      "依赖未保留的名称、表或单元格")
    return findings
  }
}
