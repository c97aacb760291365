import ArgumentParser

/// The forms that `merge` writes.
enum MergeForm: String, ResultForm {
  case csv, xlsx, json

  static let standard = MergeForm.csv

  init?(fileExtension: String) {
    self.init(rawValue: fileExtension == "txt" ? "csv" : fileExtension)
  }

  var isText: Bool { self != .xlsx }
}

/// The forms of the log of a merge.
enum MergeLogForm: String, ResultForm {
  case text, markdown, html, xlsx, json

  static let standard = MergeLogForm.text

  init?(fileExtension: String) {
    switch fileExtension {
    case "txt", "log": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "json": self = .json
    default: return nil
    }
  }

  var isText: Bool { self != .xlsx }
}
