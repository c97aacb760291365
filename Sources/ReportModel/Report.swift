public import Spreadsheet

/// A progress report: what a table says, as a tree, with the address of every value.
///
/// The tree is section > goal > action > task > indicator. Every data row of the table is exactly
/// one indicator. Sections, goals, actions and tasks stand in the order of their first row.
public struct Report: Hashable, Sendable {
  /// The title above the table, cleaned.
  public var title: String?
  /// The number of the attachment, such as `附件2`.
  public var attachment: String?
  /// The region that the report is about.
  public var region: String?
  /// The year that the report is about.
  public var year: Int?
  /// The day, month or period that the figures belong to, as ISO 8601 where it could be read.
  public var asOf: String?
  /// Who issued the report.
  public var issuer: String?
  /// Who filled it in.
  public var preparedBy: String?
  /// The unit that submitted it (填报单位).
  public var submittingUnit: String?
  /// The version of the template that was filled in (模板版本).
  public var templateVersion: String?
  /// All label lines above, beside and below the table (填报单位, 填报日期 …), in reading order.
  public var meta: [MetaEntry] = []
  /// The headers of the columns that the model has no field for, in the order of the table.
  public var extraColumns: [String] = []
  /// The sections.
  public var sections: [Section] = []
  /// Values that stand in one cell for several rows.
  public var groups: [Group] = []
  /// The sheets that addresses refer to by index.
  public var sources: [SourceSheet] = []

  /// An empty report.
  public init() {}
}

/// A label line such as 填报单位：市教育局.
public struct MetaEntry: Hashable, Sendable {
  /// The label without its colon.
  public var label: String
  /// The text behind it, cleaned.
  public var value: String
  /// Where it stands.
  public var address: CellAddress?

  /// Makes an entry.
  public init(label: String, value: String, address: CellAddress? = nil) {
    self.label = label
    self.value = value
    self.address = address
  }
}

/// A file and a sheet that a report was read from.
public struct SourceSheet: Hashable, Sendable {
  /// The file as results name it.
  public var file: String
  /// The sheet.
  public var sheet: String

  /// Makes a source.
  public init(file: String, sheet: String) {
    self.file = file
    self.sheet = sheet
  }
}

/// A cell or range of one of a report's source sheets, in 20 bytes.
public struct CellAddress: Hashable, Sendable, Comparable {
  /// The index in `Report.sources`.
  public var source: Int32
  /// Rows and columns counted from zero; the corners are equal for a single cell.
  public var firstRow, firstColumn, lastRow, lastColumn: Int32

  /// Makes the address of a range.
  public init(source: Int, range: CellRange) {
    self.source = Int32(truncatingIfNeeded: source)
    firstRow = Int32(truncatingIfNeeded: range.first.row)
    firstColumn = Int32(truncatingIfNeeded: range.first.column)
    lastRow = Int32(truncatingIfNeeded: range.last.row)
    lastColumn = Int32(truncatingIfNeeded: range.last.column)
  }

  /// Makes the address of a cell.
  public init(source: Int, cell: CellReference) {
    self.init(source: source, range: CellRange(cell))
  }

  /// The cells.
  public var range: CellRange {
    CellRange(
      CellReference(row: Int(firstRow), column: Int(firstColumn)),
      CellReference(row: Int(lastRow), column: Int(lastColumn)))
  }

  /// Order by sheet, then in reading order.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.source, left.firstRow, left.firstColumn, left.lastRow, left.lastColumn)
      < (right.source, right.firstRow, right.firstColumn, right.lastRow, right.lastColumn)
  }
}

extension Report {
  /// The location that an address stands for; nil address gives a location without cells.
  public func location(of address: CellAddress?) -> SourceLocation {
    guard let address, sources.indices.contains(Int(address.source)) else {
      return SourceLocation(file: sources.first?.file)
    }
    let source = sources[Int(address.source)]
    return SourceLocation(file: source.file, sheet: source.sheet, range: address.range)
  }
}
