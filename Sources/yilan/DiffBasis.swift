import ArgumentParser

/// What two files are compared as.
enum DiffBasis: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Reports: by what the table says, whatever its layout.
  case report
  /// Tables: row by row, matched by key or content.
  case table
  /// Sheets: cell by cell, matched by address.
  case cells
}
