import ArgumentParser

/// The forms of `inspect`.
enum InspectForm: String, ResultForm {
  case text, json

  static let standard = InspectForm.text

  init?(fileExtension: String) {
    self.init(rawValue: fileExtension == "txt" ? "text" : fileExtension)
  }

  var isText: Bool { true }
}
