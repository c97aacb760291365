/// How much of a workbook is read into a `Workbook`.
public struct WorkbookReadOptions: Hashable, Sendable {
  /// Comments, links, tables, rules, runs of rich text and properties as well.
  public var isFull: Bool
  /// The sheets by their places; nil for all.
  public var sheets: [Int]?

  /// Makes options.
  public init(isFull: Bool, sheets: [Int]? = nil) {
    self.isFull = isFull
    self.sheets = sheets
  }

  /// All that a `Workbook` can hold.
  public static let full = WorkbookReadOptions(isFull: true)
  /// Values, styles, merged ranges and hidden state: what the import of a report needs.
  public static let values = WorkbookReadOptions(isFull: false)
}
