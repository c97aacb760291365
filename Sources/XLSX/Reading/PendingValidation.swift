internal import Spreadsheet
internal import XMLStream

/// A rule for entries while it is read: its formulas stand in elements of their own.
struct PendingValidation {
  private let ranges: [CellRange]
  private let type: String
  private let comparison: String
  private let allowsBlank: Bool
  private let error: String?
  private let prompt: String?
  var formula1 = ""
  var formula2 = ""

  init(_ element: borrowing XMLElement) {
    ranges = CellRange.list(element.value(.sqref) ?? "").ranges
    type = element.value(.type) ?? "none"
    comparison = element.value(.operator) ?? "between"
    allowsBlank = element.isTrue(.allowBlank)
    error = element.value(.error).map(TextEscapes.decoded)
    prompt = element.value(.prompt).map(TextEscapes.decoded)
  }

  /// The rule, or nil where a workbook has no word for it.
  func made() -> DataValidation? {
    guard !ranges.isEmpty, let rule = rule() else { return nil }
    return DataValidation(
      ranges: ranges, rule: rule, errorMessage: error, promptMessage: prompt,
      allowsBlank: allowsBlank)
  }

  private func rule() -> DataValidation.Rule? {
    switch type {
    case "list":
      guard formula1.hasPrefix("\""), formula1.hasSuffix("\""), formula1.utf8.count >= 2 else {
        return formula1.isEmpty ? nil : .listFormula(formula1)
      }
      let items = formula1.dropFirst().dropLast().split(
        separator: ",", omittingEmptySubsequences: false)
      return .list(items.map { item in item.split(separator: "\"\"").joined(separator: "\"") })
    case "whole":
      return bounds { Int($0) }.map { .whole($0) }
    case "decimal":
      return bounds { text in Double(text).flatMap { $0.isFinite ? $0 : nil } }.map { .decimal($0) }
    case "textLength":
      guard comparison == "lessThanOrEqual", let most = Int(formula1), most >= 0 else {
        return nil
      }
      return .textLength(max: most)
    case "custom":
      return formula1.isEmpty ? nil : .custom(formula1)
    default:
      return nil
    }
  }

  private func bounds<Value: Comparable>(_ value: (String) -> Value?) -> ClosedRange<Value>? {
    guard comparison == "between", let low = value(formula1), let high = value(formula2),
      low <= high
    else { return nil }
    return low...high
  }
}
