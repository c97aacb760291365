/// The names that sheets may have.
public enum SheetNaming {
  /// What is wrong with a name, as the end of a sentence; nil when it is allowed.
  public static func problem(_ name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name.utf16.count > 31 { return "has more than 31 characters" }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "begins or ends with an apostrophe" }
    for scalar in name.unicodeScalars {
      if ":\\/?*[]".unicodeScalars.contains(scalar) { return "has one of : \\ / ? * [ ]" }
      if scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
        return "has a control character"
      }
    }
    if name.lowercased() == "history" { return "is reserved" }
    return nil
  }

  /// The nearest name that is allowed and not yet taken; letter case makes no difference.
  public static func validName(_ name: String, taken: Set<String> = []) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isBad =
        scalar.value < 0x20 || ":\\/?*[]".unicodeScalars.contains(scalar)
        || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      scalars.append(isBad ? "_" : scalar)
    }
    var base = String(scalars)
    while base.hasPrefix("'") { base.removeFirst() }
    base = shortened(base, to: 31)
    if base.isEmpty { base = "Sheet1" }
    if base.lowercased() == "history" { base += "_" }
    let lower = Set(taken.map { $0.lowercased() })
    var candidate = base
    var number = 2
    while lower.contains(candidate.lowercased()) {
      let suffix = " (\(number))"
      candidate = shortened(base, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return candidate
  }

  /// The name as formulas spell it, always in apostrophes.
  public static func quoted(_ name: String) -> String {
    var text = "'"
    for character in name.unicodeScalars {
      if character == "'" { text += "''" } else { text.unicodeScalars.append(character) }
    }
    return text + "'"
  }

  private static func shortened(_ name: String, to limit: Int) -> String {
    var short = name
    while short.utf16.count > limit { short.removeLast() }
    while short.hasSuffix("'") { short.removeLast() }
    return short
  }
}
