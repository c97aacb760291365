/// A section of the ordinary parts of a date or time between short texts, such as `yyyy-mm-dd` or
/// `h:mm`, in ordinary digits.
///
/// Its steps are of trivial type, so that showing a date counts no references.
struct PlainDate: Sendable {
  private enum Step {
    case year, month(Int), day(Int), hour(Int), minute(Int), second(Int), text(ShortText)
  }

  private var steps: [Step] = []

  /// Nil for a section that is not of this kind.
  init?(_ section: FormatSection) {
    guard section.content == .date, section.numerals == 0, !section.hasHalfDays else { return nil }
    for token in section.tokens {
      switch token {
      case .date(.year, 3...): steps.append(.year)
      case .date(.month, let count) where count <= 2: steps.append(.month(count))
      case .date(.day, let count) where count <= 2: steps.append(.day(count))
      case .date(.hour, let count) where count <= 2: steps.append(.hour(count))
      case .date(.minute, let count) where count <= 2: steps.append(.minute(count))
      case .date(.second, let count) where count <= 2: steps.append(.second(count))
      case .literal(let bytes):
        var text = ShortText()
        guard text.append(bytes) else { return nil }
        steps.append(.text(text))
      default: return nil
      }
    }
  }

  /// Appends a day and a time in milliseconds since midnight.
  func append(_ day: CalendarDay, time: Int, to output: inout [UInt8]) {
    for step in steps {
      switch step {
      case .year: output.appendDecimal(day.year, digits: 4)
      case .month(let count): output.appendDecimal(day.month, digits: count)
      case .day(let count): output.appendDecimal(day.day, digits: count)
      case .hour(let count): output.appendDecimal(time / 3_600_000, digits: count)
      case .minute(let count): output.appendDecimal(time / 60_000 % 60, digits: count)
      case .second(let count): output.appendDecimal(time / 1000 % 60, digits: count)
      case .text(let text): text.append(to: &output)
      }
    }
  }
}
