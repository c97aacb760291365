public import Spreadsheet

/// What differs between two workbooks, sheet by sheet.
public struct TableComparison: Hashable, Sendable {
  /// How the rows of a sheet were matched.
  public struct SheetMatch: Hashable, Sendable {
    /// The name of the sheet in the old and in the new file; nil where there is none.
    public var oldSheet, newSheet: String?
    /// The headers of the key columns; empty where rows were matched by content or address.
    public var keys: [String]
    /// Rows with data on each side, header and titles left out.
    public var oldRows, newRows: Int
    /// Rows that were matched.
    public var matchedRows: Int

    /// Makes a match.
    public init(
      oldSheet: String?, newSheet: String?, keys: [String] = [], oldRows: Int = 0,
      newRows: Int = 0, matchedRows: Int = 0
    ) {
      self.oldSheet = oldSheet
      self.newSheet = newSheet
      self.keys = keys
      self.oldRows = oldRows
      self.newRows = newRows
      self.matchedRows = matchedRows
    }
  }

  /// The differences: columns first, then rows in the order of the new sheet, deleted ones where
  /// they were.
  public var changes: [TableChange] = []
  /// How the sheets were matched, in the order of the new file; sheets that are gone come last.
  public var sheets: [SheetMatch] = []
  /// What is doubtful: duplicate keys, key columns that are not there.
  public var findings: [Diagnostic] = []

  /// An empty comparison.
  public init() {}

  /// Whether there is anything that is not only info.
  public var hasChanges: Bool { changes.contains { $0.level == .change } }

  /// How many changes of each kind there are, in the order of the kinds; info is counted by itself.
  public var summary: [(name: String, count: Int)] {
    var counts: [TableChange.Kind: Int] = [:]
    var infos = 0
    for change in changes {
      if change.level == .info { infos += 1 } else { counts[change.kind, default: 0] += 1 }
    }
    var result: [(name: String, count: Int)] = []
    for kind in TableChange.Kind.allCases {
      if let count = counts[kind] { result.append((kind.rawValue, count)) }
    }
    if infos > 0 { result.append(("info", infos)) }
    return result
  }
}
