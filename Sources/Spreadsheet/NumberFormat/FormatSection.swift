/// One section of a number format, compiled: what stands between two semicolons of its code.
struct FormatSection: Sendable {
  /// What a section shows.
  enum Content: Sendable {
    /// Literal text only, or nothing.
    case literal
    /// The value as `General`, between literals.
    case general
    /// Digits by placeholders.
    case number
    /// A whole number and a fraction.
    case fraction
    /// A mantissa and an exponent.
    case scientific
    /// Parts of a date or time.
    case date
    /// The text of the cell.
    case text
  }

  /// A comparison that chooses the section, such as `[>=100]`.
  struct Condition: Sendable {
    /// The comparisons of the format.
    enum Comparison: Sendable {
      case less, lessOrEqual, equal, notEqual, greaterOrEqual, greater
    }
    var comparison: Comparison
    var value: Double
  }

  /// The denominator of a fraction.
  enum Denominator: Sendable {
    case digits(Int)
    case fixed(Int)
  }

  /// When the section applies, if it says so.
  var condition: Condition?
  /// The language code of `[$-804]`; nil where none is given.
  var language: Int?
  /// 1 to 3 for `[DBNum1]` to `[DBNum3]`, 0 for ordinary digits.
  var numerals = 0
  /// What it shows.
  var content = Content.literal
  /// The pieces from left to right.
  var tokens: [FormatToken] = []
  /// The power of ten that the value is multiplied with: 2 per percent sign, -3 per scaling comma.
  var scale = 0
  /// Whether thousands are grouped.
  var isGrouped = false
  /// Digit placeholders before the decimal point, those of a fraction's whole number included.
  var integerPlaces = 0
  /// Digit placeholders after the decimal point.
  var decimalPlaces = 0
  /// Digits of the fraction of a second.
  var secondDecimals = 0
  /// Whether hours run to 12.
  var hasHalfDays = false
  /// The denominator of a fraction.
  var denominator = Denominator.digits(1)
  /// What numbers are under the section, where it shows parts of dates.
  private(set) var dateKind = NumberFormat.Kind.time
  /// Whether the section shows something of a time of day or of a span.
  private(set) var showsTime = false
  /// The places of the number, where there is nothing special about them.
  private(set) var plain: PlainPlaces?
  /// The same for a date.
  private(set) var plainDate: PlainDate?
}

/// A piece of a format section.
enum FormatToken: Sendable, Equatable {
  /// Text shown as it is.
  case literal([UInt8])
  /// `_x`: a space as wide as a character.
  case padding
  /// `*x`: the character fills the cell; nothing in text of no width.
  case fill
  /// `0`, `#` or `?` of a number.
  case digit(UInt8)
  /// The decimal point.
  case point
  /// `E+` (the flag) or `E-`.
  case exponent(showsPlus: Bool)
  /// `0`, `#` or `?` of the exponent.
  case exponentDigit(UInt8)
  /// `0`, `#` or `?` of the numerator.
  case numerator(UInt8)
  /// The bar of a fraction.
  case bar
  /// `0`, `#` or `?` of the denominator.
  case denominator(UInt8)
  /// A denominator that is written out; the text.
  case fixedDenominator([UInt8])
  /// The value as `General`.
  case general
  /// `@`.
  case text
  /// A part of a date, with the number of its letters.
  case date(DatePart, Int)
}

/// The parts of dates and times that a format can show.
enum DatePart: Sendable, Equatable {
  case year, month, day, weekday, era, eraYear, buddhistYear
  case hour, minute, second, secondFraction
  case halfDay, halfDayLetter, halfDayChinese
  case elapsedHours, elapsedMinutes, elapsedSeconds

  /// Whether it belongs to the day.
  var isDay: Bool {
    switch self {
    case .year, .month, .day, .weekday, .era, .eraYear, .buddhistYear: true
    default: false
    }
  }

  /// Whether it counts time that has passed.
  var isElapsed: Bool {
    switch self {
    case .elapsedHours, .elapsedMinutes, .elapsedSeconds: true
    default: false
    }
  }
}

extension FormatSection {
  /// Finds out what the tokens amount to; to be called when they are complete.
  mutating func settle() {
    settleDateKind()
    plain = PlainPlaces(self)
    plainDate = PlainDate(self)
  }

  /// Finds out what the tokens show of a date.
  private mutating func settleDateKind() {
    var hasDay = false
    var isElapsed = false
    for case .date(let part, _) in tokens {
      if part.isDay {
        hasDay = true
      } else {
        showsTime = true
      }
      if part.isElapsed { isElapsed = true }
    }
    if hasDay {
      dateKind = showsTime ? .dateTime : .date
    } else {
      dateKind = isElapsed ? .duration : .time
    }
  }
}

extension FormatSection.Condition {
  /// Whether a value meets the condition.
  func holds(for number: Double) -> Bool {
    switch comparison {
    case .less: number < value
    case .lessOrEqual: number <= value
    case .equal: number == value
    case .notEqual: number != value
    case .greaterOrEqual: number >= value
    case .greater: number > value
    }
  }

  /// Whether only negative numbers meet the condition: they are shown without a sign.
  var meansNegative: Bool {
    switch comparison {
    case .less: value <= 0
    case .lessOrEqual, .equal: value < 0
    case .notEqual, .greaterOrEqual, .greater: false
    }
  }

  /// Whether only negative numbers, or zero, fail the condition.
  var leavesNegative: Bool {
    switch comparison {
    case .greater, .greaterOrEqual: value <= 0
    case .less, .lessOrEqual, .equal, .notEqual: false
    }
  }
}
