/// A place in the input: a file and, as far as known, its part, line, sheet and cells.
///
/// It is spelled `FILE!SHEET!CELL`, or `FILE!PART:LINE` where no sheet is known; what does not
/// apply is left out.
public struct SourceLocation: Hashable, Sendable {
  /// The file as results name it: its last path component, or its path below a given folder.
  public var file: String?
  /// The part of the package, such as `xl/worksheets/sheet1.xml`.
  public var part: String?
  /// The line in the part, counted from one.
  public var line: Int?
  /// The name of the sheet.
  public var sheet: String?
  /// The cells.
  public var range: CellRange?

  /// Makes a location out of what is known.
  public init(
    file: String? = nil, part: String? = nil, line: Int? = nil, sheet: String? = nil,
    range: CellRange? = nil
  ) {
    self.file = file
    self.part = part
    self.line = line
    self.sheet = sheet
    self.range = range
  }

  /// Makes the location of one cell.
  public init(file: String? = nil, sheet: String?, cell: CellReference) {
    self.init(file: file, sheet: sheet, range: CellRange(cell))
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `FILE!SHEET!CELL`; control characters are kept, so escape it before a terminal sees it.
  public var description: String {
    var pieces: [String] = []
    if let file { pieces.append(file) }
    if let sheet {
      pieces.append(sheet)
    } else if let part {
      pieces.append(line.map { "\(part):\($0)" } ?? part)
    }
    if let range { pieces.append(range.description) }
    return pieces.joined(separator: "!")
  }
}

extension SourceLocation: Comparable {
  /// Order by file, sheet, cells, part and line; what is absent comes first.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.file != right.file { return (left.file ?? "") < (right.file ?? "") }
    if left.sheet != right.sheet { return (left.sheet ?? "") < (right.sheet ?? "") }
    if left.range != right.range {
      guard let one = left.range else { return true }
      guard let other = right.range else { return false }
      return one < other
    }
    if left.part != right.part { return (left.part ?? "") < (right.part ?? "") }
    return (left.line ?? 0) < (right.line ?? 0)
  }
}
