// Fractions: `# ?/?`, `# ??/??`, `?/8`, `0 0/16`.

extension FormatSection {
  /// Appends a number as a fraction, with a whole number in front where the format has one.
  func appendFraction(_ number: DecimalDigits, to output: inout [UInt8]) {
    var text: [UInt8] = []
    number.appendPlain(to: &text)
    let value = NumberText.value(of: text.span) ?? 0
    let hasWhole = integerPlaces > 0
    var whole = hasWhole ? value.rounded(.down) : 0
    var (numerator, denominator) = fraction(value - whole)
    if hasWhole, numerator == denominator {
      whole += 1
      numerator = 0
    }
    let hidesFraction = hasWhole && numerator == 0
    var wholeNumber = DecimalDigits(whole)
    wholeNumber.round(toDecimals: 0)
    appendFractionTokens(
      whole: wholeNumber, numerator: digits(of: numerator), denominator: digits(of: denominator),
      hidesFraction: hidesFraction, to: &output)
  }

  private func appendFractionTokens(
    whole: DecimalDigits, numerator: [UInt8], denominator: [UInt8], hidesFraction: Bool,
    to output: inout [UInt8]
  ) {
    var integerPlace = integerPlaces
    var numeratorPlace = tokens.reduce(0) { if case .numerator = $1 { $0 + 1 } else { $0 } }
    let numeratorPlaces = numeratorPlace
    var denominatorPlace = 0
    var pendingBlanks = 0
    for token in tokens {
      switch token {
      case .digit(let placeholder):
        if integerPlace == integerPlaces { appendSurplus(of: whole, to: &output) }
        integerPlace -= 1
        // A whole number with no fraction beside it is shown even when it is zero.
        if integerPlace == 0, hidesFraction, whole.isZero {
          output.append(UInt8(ascii: "0"))
        } else {
          appendInteger(placeholder, at: integerPlace, of: whole, to: &output)
        }
      case .numerator(let placeholder):
        if hidesFraction {
          output.append(UInt8(ascii: " "))
        } else {
          if numeratorPlace == numeratorPlaces, numerator.count > numeratorPlaces {
            output.append(contentsOf: numerator.prefix(numerator.count - numeratorPlaces))
          }
          if numeratorPlace <= numerator.count {
            output.append(numerator[numerator.count - numeratorPlace])
          } else {
            Self.appendBlank(placeholder, numerals: 0, to: &output)
          }
        }
        numeratorPlace -= 1
      case .bar: output.append(hidesFraction ? UInt8(ascii: " ") : UInt8(ascii: "/"))
      case .denominator(let placeholder):
        if hidesFraction {
          output.append(UInt8(ascii: " "))
        } else if denominatorPlace < denominator.count {
          output.append(denominator[denominatorPlace])
        } else if placeholder == UInt8(ascii: "?") {
          pendingBlanks += 1
        }
        denominatorPlace += 1
      case .fixedDenominator(let text):
        if hidesFraction {
          output.append(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: text.count))
        } else {
          output.append(contentsOf: text)
        }
      default:
        Self.appendBlanks(&pendingBlanks, to: &output)
        appendOther(token, to: &output)
      }
    }
    Self.appendBlanks(&pendingBlanks, to: &output)
  }

  private static func appendBlanks(_ count: inout Int, to output: inout [UInt8]) {
    output.append(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: count))
    count = 0
  }

  private func digits(of number: Double) -> [UInt8] {
    var text: [UInt8] = []
    DecimalDigits(number, significant: 17).appendPlain(to: &text)
    return text
  }

  /// The fraction next to a value that is not negative.
  private func fraction(_ value: Double) -> (numerator: Double, denominator: Double) {
    switch denominator {
    case .fixed(let number):
      return ((value * Double(number)).rounded(.toNearestOrAwayFromZero), Double(number))
    case .digits(let count):
      let limit = [1.0, 9, 99, 999, 9999, 99_999][min(max(count, 1), 5)]
      return Self.nearest(to: value, limit: limit)
    }
  }

  /// The best fraction with a denominator up to a limit: continued fractions, and of the last
  /// one cut short its best part.
  private static func nearest(
    to value: Double, limit: Double
  ) -> (numerator: Double, denominator: Double) {
    let whole = value.rounded(.down)
    var rest = value - whole
    var before = (numerator: 1.0, denominator: 0.0)
    var last = (numerator: whole, denominator: 1.0)
    for _ in 0..<40 where rest > 1e-11 {
      let inverse = 1 / rest
      let step = inverse.rounded(.down)
      let next = (
        numerator: step * last.numerator + before.numerator,
        denominator: step * last.denominator + before.denominator
      )
      if next.denominator > limit {
        let partial = ((limit - before.denominator) / last.denominator).rounded(.down)
        let candidate = (
          numerator: partial * last.numerator + before.numerator,
          denominator: partial * last.denominator + before.denominator
        )
        if partial > 0,
          (candidate.numerator / candidate.denominator - value).magnitude
            < (last.numerator / last.denominator - value).magnitude
        {
          return candidate
        }
        return last
      }
      before = last
      last = next
      rest = inverse - step
    }
    return last
  }
}
