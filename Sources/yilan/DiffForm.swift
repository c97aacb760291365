import ArgumentParser

/// The forms that `diff` writes.
enum DiffForm: String, ResultForm {
  case text, markdown, html, xlsx, json

  static let standard = DiffForm.text

  init?(fileExtension: String) {
    switch fileExtension {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "json": self = .json
    default: return nil
    }
  }

  var isText: Bool { self != .xlsx }

  /// The extension of files in this form.
  var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html, .xlsx, .json: rawValue
    }
  }
}
