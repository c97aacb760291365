/// Counts the empty places that a text form is made to write, and stops at the limit.
///
/// A single value in `XFD1048576` would otherwise become 17 billion separators.
public struct EmptyPlaces: Sendable {
  private var count = 0
  private let limit: Int
  private let file: String
  private let sheet: String

  /// Begins to count for a sheet.
  public init(limit: Int, file: String, sheet: String) {
    self.limit = limit
    self.file = file
    self.sheet = sheet
  }

  /// Counts places that are about to be written in a row.
  public mutating func add(_ places: Int, row: Int) throws(EmptyPlacesError) {
    let (sum, overflows) = count.addingReportingOverflow(max(places, 0))
    count = overflows ? Int.max : sum
    guard count <= limit else {
      throw EmptyPlacesError(
        limit: limit,
        location: SourceLocation(
          file: file, sheet: sheet, cell: CellReference(row: row, column: 0)))
    }
  }
}

/// More empty places than the limit would have to be written.
public struct EmptyPlacesError: DiagnosticError, Hashable {
  /// The limit.
  public let limit: Int
  /// The sheet and the row.
  public let location: SourceLocation

  /// Makes an error.
  public init(limit: Int, location: SourceLocation) {
    self.limit = limit
    self.location = location
  }

  /// The line for the user.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: "LIMIT", at: location,
      "the values lie so far apart that more than \(limit) empty places would be written; "
        + "--range takes a part of the sheet, --limit empty-places=N raises the limit")
  }
}
