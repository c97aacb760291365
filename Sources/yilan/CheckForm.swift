import ArgumentParser

/// The forms in which `check` gives its findings.
enum CheckForm: String, ResultForm {
  case text, json, xlsx

  static let standard = CheckForm.text

  init?(fileExtension: String) {
    self.init(rawValue: fileExtension == "txt" ? "text" : fileExtension)
  }

  var isText: Bool { self != .xlsx }
}
