/// What a number of a cell is by its format: a number, a day, a time or a span of time.
///
/// Times are rounded to the millisecond, which is what a double still holds beside a day.
public enum TypedNumber: Hashable, Sendable {
  /// A number, also where a date format shows a number that is no date.
  case number(Double)
  /// A day by its serial number.
  case date(day: Int)
  /// A day and the milliseconds since its midnight.
  case dateTime(day: Int, milliseconds: Int)
  /// Milliseconds since midnight.
  case time(milliseconds: Int)
  /// Milliseconds that have passed, or less than none.
  case duration(milliseconds: Int)

  /// Finds out what a number is.
  ///
  /// What a date format cannot show as a date stays a number: negative ones, those past the year
  /// 9999, and the 29 February 1900, which never was. A date format that shows a part of a day gives
  /// a time (`1900-01-00 12:00` is noon), and a time format that shows more than a day gives a
  /// day with a time.
  public init(_ value: Double, kind: NumberFormat.Kind, dateSystem: DateSystem) {
    guard kind.isDate, value.magnitude < 1e8,
      let milliseconds = Int(exactly: (value * 86_400_000).rounded())
    else {
      self = .number(value)
      return
    }
    if kind == .duration {
      self = .duration(milliseconds: milliseconds)
      return
    }
    guard value >= 0, milliseconds >= 0 else {
      self = .number(value)
      return
    }
    let (day, time) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    if day == 0, kind == .time || dateSystem == .year1900 {
      self = .time(milliseconds: time)
      return
    }
    guard dateSystem.days.contains(day), dateSystem == .year1904 || day != 60 else {
      self = .number(value)
      return
    }
    self =
      kind == .date && time == 0 ? .date(day: day) : .dateTime(day: day, milliseconds: time)
  }

  /// The name of the type in the `cells` form.
  public var typeName: StaticString {
    switch self {
    case .number: "number"
    case .date: "date"
    case .dateTime: "datetime"
    case .time: "time"
    case .duration: "duration"
    }
  }
}

extension TypedNumber {
  /// Appends the number, or the date or time in ISO 8601: `2025-12-31`, `2025-12-31T12:00:00`,
  /// `12:00:00.500`, `PT36H30M`.
  public func append(dateSystem: DateSystem, to output: inout [UInt8]) {
    switch self {
    case .number(let value): NumberText.append(value, to: &output)
    case .date(let day): Self.appendDay(day, dateSystem: dateSystem, to: &output)
    case .dateTime(let day, let milliseconds):
      Self.appendDay(day, dateSystem: dateSystem, to: &output)
      output.append(UInt8(ascii: "T"))
      Self.appendTime(milliseconds, to: &output)
    case .time(let milliseconds): Self.appendTime(milliseconds, to: &output)
    case .duration(let milliseconds): Self.appendDuration(milliseconds, to: &output)
    }
  }

  private static func appendDay(_ serial: Int, dateSystem: DateSystem, to output: inout [UInt8]) {
    guard let day = dateSystem.calendarDay(serial) else { return output.appendDecimal(serial) }
    output.appendDecimal(day.year, digits: 4)
    output.append(UInt8(ascii: "-"))
    output.appendDecimal(day.month, digits: 2)
    output.append(UInt8(ascii: "-"))
    output.appendDecimal(day.day, digits: 2)
  }

  private static func appendTime(_ milliseconds: Int, to output: inout [UInt8]) {
    output.appendDecimal(milliseconds / 3_600_000, digits: 2)
    output.append(UInt8(ascii: ":"))
    output.appendDecimal(milliseconds / 60_000 % 60, digits: 2)
    output.append(UInt8(ascii: ":"))
    output.appendDecimal(milliseconds / 1000 % 60, digits: 2)
    if milliseconds % 1000 != 0 {
      output.append(UInt8(ascii: "."))
      output.appendDecimal(milliseconds % 1000, digits: 3)
    }
  }

  private static func appendDuration(_ milliseconds: Int, to output: inout [UInt8]) {
    let magnitude = Int(milliseconds.magnitude)
    if milliseconds < 0 { output.append(UInt8(ascii: "-")) }
    output.append(contentsOf: [UInt8(ascii: "P"), UInt8(ascii: "T")])
    let hours = magnitude / 3_600_000
    let minutes = magnitude / 60_000 % 60
    let seconds = magnitude / 1000 % 60
    let rest = magnitude % 1000
    if hours > 0 {
      output.appendDecimal(hours)
      output.append(UInt8(ascii: "H"))
    }
    if minutes > 0 {
      output.appendDecimal(minutes)
      output.append(UInt8(ascii: "M"))
    }
    if seconds > 0 || rest > 0 || magnitude < 1000 {
      output.appendDecimal(seconds)
      if rest > 0 {
        output.append(UInt8(ascii: "."))
        output.appendDecimal(rest, digits: 3)
      }
      output.append(UInt8(ascii: "S"))
    }
  }
}

extension [UInt8] {
  /// Appends a whole number that is not negative with zeros in front up to a number of digits.
  mutating func appendDecimal(_ number: Int, digits: Int) {
    if digits == 2 || digits == 4, number >= 0, number < (digits == 2 ? 100 : 10_000) {
      let zero = UInt8(ascii: "0")
      if digits == 4 {
        append(zero + UInt8(truncatingIfNeeded: number / 1000))
        append(zero + UInt8(truncatingIfNeeded: number / 100 % 10))
      }
      append(zero + UInt8(truncatingIfNeeded: number / 10 % 10))
      append(zero + UInt8(truncatingIfNeeded: number % 10))
      return
    }
    var bound = 10
    for _ in 1..<Swift.max(digits, 1) {
      if number < bound { append(UInt8(ascii: "0")) }
      let (next, overflows) = bound.multipliedReportingOverflow(by: 10)
      if overflows { break }
      bound = next
    }
    appendDecimal(number)
  }
}
