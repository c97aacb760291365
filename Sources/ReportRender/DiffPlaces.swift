import Spreadsheet

extension SourceLocation {
  /// Sheet and cells without the file, as short texts show them.
  var cellsText: String? {
    guard let range else { return sheet }
    return sheet.map { "\($0)!\(range)" } ?? range.description
  }
}
