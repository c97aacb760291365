import Spreadsheet

/// Prints findings to standard error: one line each, for people or for programs.
struct FindingsPrinter: Sendable {
  /// The form of the lines.
  enum Form: String, Sendable {
    case text
    case json
  }

  var form: Form
  /// Whether only errors are printed.
  var isQuiet: Bool
  /// The language of the sentences.
  var language = Language.current

  /// The line of a finding, with its line end.
  func line(_ finding: Diagnostic) -> String {
    switch form {
    case .text: textLine(finding) + "\n"
    case .json: jsonLine(finding) + "\n"
    }
  }

  /// The lines of the findings that are to be printed, in their order.
  func lines(_ findings: some Sequence<Diagnostic>) -> String {
    findings.filter { !isQuiet || $0.severity == .error }.map(line).joined()
  }

  private func textLine(_ finding: Diagnostic) -> String {
    let place = TerminalText.escaped(TerminalText.shortened(finding.location.description, to: 1000))
    let message = language == .zh ? finding.messageZh ?? finding.message : finding.message
    let sentence = TerminalText.shortened(TerminalText.escaped(message), to: 400)
    return (place.isEmpty ? "" : place + ": ")
      + "\(finding.severity.rawValue): \(sentence) [\(finding.code)]"
  }

  private func jsonLine(_ finding: Diagnostic) -> String {
    let message = language == .zh ? finding.messageZh ?? finding.message : finding.message
    var members: [(String, String)] = [
      ("code", finding.code), ("severity", finding.severity.rawValue),
    ]
    let location = finding.location
    if let file = location.file { members.append(("file", file)) }
    if let sheet = location.sheet { members.append(("sheet", sheet)) }
    if let range = location.range { members.append(("cell", range.description)) }
    if location.sheet == nil, let part = location.part {
      members.append(("part", location.line.map { "\(part):\($0)" } ?? part))
    }
    if let rowID = finding.rowID { members.append(("row_id", rowID)) }
    members.append(("message", message))
    if let expected = finding.expected { members.append(("expected", expected)) }
    if let actual = finding.actual { members.append(("actual", actual)) }
    return "{" + members.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",")
      + "}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

/// Writes text to standard error; a closed one is no concern.
func printError(_ text: String) {
  let bytes = Array(text.utf8)
  unsafe bytes.withUnsafeBytes { _ = unsafe writeAll($0, to: 2) }
}
