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

extension NormalizeLayout {
  /// The printable table is a workbook; in another form it is a mistake on the command line.
  func check(isWorkbook: Bool) throws {
    guard self == .published, !isWorkbook else { return }
    throw ValidationError(
      tr(
        "--layout published is a workbook; give -o FILE.xlsx or --to xlsx",
        "--layout published 输出工作簿；请用 -o 文件.xlsx 或 --to xlsx"))
  }
}
