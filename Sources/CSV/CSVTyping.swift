public import Spreadsheet

/// What the fields of CSV become.
public enum CSVTyping: Hashable, Sendable {
  /// Text, whatever it looks like.
  case text
  /// Numbers, booleans, ISO 8601 dates and times, and error codes become such; the rest is text.
  ///
  /// A number has no leading zeros, no plus, no grouping, no exponent and at most 15 digits, so
  /// that 007, telephone and identity numbers stay text.
  case inferred
}

extension CSVTyping {
  /// The formats of the styles that typed cells refer to.
  public static let formats: [NumberFormat] = [
    .general, NumberFormat(code: "yyyy\\-mm\\-dd"), NumberFormat(code: "yyyy\\-mm\\-dd\\ hh:mm:ss"),
    NumberFormat(code: "hh:mm:ss"), NumberFormat(code: "[h]:mm:ss"),
  ]

  /// What a field is: the kind and style of its cell, and its number where it has to be spelled
  /// anew.
  struct Field {
    var kind: StreamedCell.Kind
    var style = 0
    var number: Double?
  }

  /// Finds out what a field of text is.
  static func infer(_ text: Span<UInt8>) -> Field {
    guard text.count > 0, text.count <= 40 else { return Field(kind: .string) }
    let first = text[0]
    if first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") < 10 {
      if isNumber(text) { return Field(kind: .number) }
      return dateOrTime(text) ?? Field(kind: .string)
    }
    switch first {
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      if equals(text, "true") || equals(text, "TRUE") {
        return Field(kind: .boolean, number: 1)
      }
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      if equals(text, "false") || equals(text, "FALSE") {
        return Field(kind: .boolean, number: 0)
      }
    case UInt8(ascii: "#"):
      let codes = [
        "#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
      ]
      if codes.contains(where: { equals(text, $0) }) { return Field(kind: .error) }
    case UInt8(ascii: "P"): return duration(text) ?? Field(kind: .string)
    default: break
    }
    return Field(kind: .string)
  }

  private static func equals(_ text: Span<UInt8>, _ word: String) -> Bool {
    guard text.count == word.utf8.count else { return false }
    for (index, byte) in word.utf8.enumerated() where text[index] != byte { return false }
    return true
  }

  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    var place = text[0] == UInt8(ascii: "-") ? 1 : 0
    let first = place
    var digits = 0
    while place < text.count, text[place] &- UInt8(ascii: "0") < 10 { place += 1 }
    digits = place - first
    guard digits > 0, digits == 1 || text[first] != UInt8(ascii: "0") else { return false }
    if place < text.count {
      guard text[place] == UInt8(ascii: "."), place + 1 < text.count else { return false }
      let point = place
      place += 1
      while place < text.count, text[place] &- UInt8(ascii: "0") < 10 { place += 1 }
      digits += place - point - 1
    }
    return place == text.count && digits <= 15
  }
}

// MARK: - Dates and times

extension CSVTyping {
  /// The digits of a text from a place on, as many as given; nil where there are fewer.
  private static func digits(_ text: Span<UInt8>, _ place: Int, _ count: Int) -> Int? {
    guard place + count <= text.count else { return nil }
    var number = 0
    for index in place..<(place + count) {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private static func dateOrTime(_ text: Span<UInt8>) -> Field? {
    if text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") {
      guard let year = digits(text, 0, 4), let month = digits(text, 5, 2),
        let day = digits(text, 8, 2),
        let serial = DateSystem.year1900.serial(year: year, month: month, day: day)
      else { return nil }
      if text.count == 10 { return Field(kind: .number, style: 1, number: Double(serial)) }
      guard text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
        let milliseconds = time(text, from: 11)
      else { return nil }
      return Field(
        kind: .number, style: 2, number: Double(serial) + Double(milliseconds) / 86_400_000)
    }
    guard let milliseconds = time(text, from: 0) else { return nil }
    return Field(kind: .number, style: 3, number: Double(milliseconds) / 86_400_000)
  }

  /// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff` up to the end of the text, in milliseconds.
  private static func time(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard let hour = digits(text, start, 2), hour < 24, start + 5 <= text.count,
      text[start + 2] == UInt8(ascii: ":"), let minute = digits(text, start + 3, 2), minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    if text.count == start + 5 { return milliseconds }
    guard text[start + 5] == UInt8(ascii: ":"), let second = digits(text, start + 6, 2),
      second < 60
    else { return nil }
    milliseconds += second * 1000
    if text.count == start + 8 { return milliseconds }
    guard text.count == start + 12, text[start + 8] == UInt8(ascii: "."),
      let fraction = digits(text, start + 9, 3)
    else { return nil }
    return milliseconds + fraction
  }

  /// `PT36H30M5.5S`, with any of the three parts.
  private static func duration(_ text: Span<UInt8>) -> Field? {
    guard text.count > 3, text[1] == UInt8(ascii: "T") else { return nil }
    let units: [(UInt8, Double)] = [
      (UInt8(ascii: "H"), 3600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1),
    ]
    var place = 2
    var seconds = 0.0
    for (letter, unit) in units where place < text.count {
      var end = place
      while end < text.count,
        text[end] &- UInt8(ascii: "0") < 10 || text[end] == UInt8(ascii: ".")
      {
        end += 1
      }
      guard end > place, end < text.count, end - place <= 12 else { return nil }
      guard text[end] == letter else { continue }
      guard let number = NumberText.value(of: text.extracting(place..<end)) else { return nil }
      seconds += number * unit
      place = end + 1
    }
    return place == text.count
      ? Field(kind: .number, style: 4, number: (seconds * 1000).rounded() / 86_400_000) : nil
  }
}
