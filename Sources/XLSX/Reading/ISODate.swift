internal import Spreadsheet

// Cells of the type `d` hold ISO 8601 text (ECMA-376 Part 1, 18.18.11); everywhere else in the
// format a date is a serial number, so that is what it becomes.

/// A date, a time or both out of ISO 8601 text, as a serial number.
struct ISODate {
  enum Form: Int { case date, dateTime, time }

  let serial: Double
  let form: Form

  init?(_ text: String, in system: DateSystem) {
    var rest = text.utf8[...]
    while let last = rest.last, last == UInt8(ascii: "Z") || last == 0x20 { rest.removeLast() }
    var days: Int?
    if rest.contains(UInt8(ascii: "-")) {
      guard let year = Self.digits(4, &rest), Self.drop("-", &rest),
        let month = Self.digits(2, &rest), (1...12).contains(month), Self.drop("-", &rest),
        let day = Self.digits(2, &rest), day >= 1, day <= Self.length(of: month, year)
      else { return nil }
      days = Self.days(year, month, day)
      if rest.isEmpty {
        form = .date
        guard let serial = Self.serial(days, 0, system) else { return nil }
        self.serial = serial
        return
      }
      guard Self.drop("T", &rest) || Self.drop(" ", &rest) else { return nil }
    } else {
      _ = Self.drop("T", &rest)
    }
    guard let hour = Self.digits(2, &rest), hour <= 24, Self.drop(":", &rest),
      let minute = Self.digits(2, &rest), minute < 60
    else { return nil }
    var seconds = 0.0
    if Self.drop(":", &rest) {
      guard let value = Double(String(rest) ?? ""), value >= 0, value < 61,
        rest.allSatisfy({ $0 == UInt8(ascii: ".") || ($0 >= 48 && $0 < 58) })
      else { return nil }
      seconds = value
      rest = rest[rest.endIndex...]
    }
    guard rest.isEmpty else { return nil }
    form = days == nil ? .time : .dateTime
    let fraction = (Double(hour * 3600 + minute * 60) + seconds) / 86400
    guard let serial = Self.serial(days, fraction, system) else { return nil }
    self.serial = serial
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func serial(_ days: Int?, _ fraction: Double, _ system: DateSystem) -> Double? {
    guard let days else { return fraction }
    // 1970-01-01 is 25,569 in the 1900 system and 24,107 in the other one.
    var serial = Double(days) + (system == .year1900 ? 25_569 : 24_107)
    if system == .year1900, serial < 61 { serial -= 1 }
    guard serial >= 0 else { return nil }
    return serial + fraction
  }

  private static func digits(_ count: Int, _ rest: inout Substring.UTF8View) -> Int? {
    guard rest.count >= count else { return nil }
    var number = 0
    for byte in rest.prefix(count) {
      guard byte >= 48, byte < 58 else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    rest = rest.dropFirst(count)
    return number
  }

  private static func drop(_ text: Character, _ rest: inout Substring.UTF8View) -> Bool {
    guard let byte = text.asciiValue, rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }
}
