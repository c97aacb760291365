import ReportModel

/// The columns of a table as neighbouring slots, from its first column to its last.
struct TableColumns {
  /// A column of the sheet.
  struct Slot {
    var field: ReportField?
    var header = ""
    var isKnown = true
    var isHidden = false
    var hasPercentSign = false

    /// Whether the column takes part in deciding what a row is: helper columns hold something in every
    /// row, sections and totals among them.
    var isTelling: Bool {
      guard let field, field != .ignored else { return false }
      return field != .extra || isKnown
    }
  }

  /// The column of the sheet in slot 0.
  let first: Int
  /// The slots with headers; those around them see cells that slipped out of the table.
  let named: ClosedRange<Int>
  private(set) var slots: [Slot]
  private var places: [ReportField: Int] = [:]
  /// The slots that take part in deciding what a row is.
  let telling: [Int]
  /// The unit of measure that the header of the target names.
  let headerUnit: String?
  let isTidy: Bool

  init(_ resolved: ResolvedColumns) {
    let left = resolved.columns.first?.column ?? 0
    let right = min(resolved.columns.last?.column ?? left, left + HeaderBlockReader.columnLimit)
    let margin = min(Self.margin, left)
    first = left - margin
    named = margin...(margin + max(0, right - left))
    var slots = Array(
      repeating: Slot(isKnown: false), count: named.upperBound + 1 + Self.margin)
    for column in resolved.columns where column.column <= right {
      slots[column.column - first] = Slot(
        field: column.field, header: column.header, isKnown: column.isKnown,
        isHidden: column.isHidden, hasPercentSign: column.hasPercentSign)
    }
    self.slots = slots
    telling = slots.indices.filter { slots[$0].isTelling }
    for (place, slot) in slots.enumerated() {
      if let field = slot.field, places[field] == nil { places[field] = place }
    }
    headerUnit =
      resolved.columns.first { $0.field == .target }?.unit
      ?? resolved.columns.first { $0.field == .achieved }?.unit
    isTidy = resolved.isTidy
  }

  /// The slot of a field.
  func slot(of field: ReportField) -> Int? { places[field] }

  /// The column of the sheet.
  func column(of slot: Int) -> Int { first + slot }

  /// The columns of the sheet that have headers.
  var range: ClosedRange<Int> { (first + named.lowerBound)...(first + named.upperBound) }

  private static let margin = 2

  /// The slots of columns that are kept beside the model.
  var extras: [Int] { slots.indices.filter { slots[$0].field == .extra } }

  /// The headers of the extra columns.
  var extraHeaders: [String] { extras.map { slots[$0].header } }

  /// The fields by slot, for comparing two headers.
  var fields: [ReportField?] { slots.map(\.field) }
}
