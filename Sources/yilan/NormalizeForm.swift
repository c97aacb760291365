import ArgumentParser

/// The forms that `normalize` writes.
enum NormalizeForm: String, ResultForm {
  case csv, xlsx, json

  static let standard = NormalizeForm.csv

  init?(fileExtension: String) {
    self.init(rawValue: fileExtension == "txt" ? "csv" : fileExtension)
  }

  var isText: Bool { self != .xlsx }
}

/// How `normalize` lays out a workbook.
enum NormalizeLayout: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// One row per indicator.
  case tidy
  /// The merged, printable table.
  case published
}
