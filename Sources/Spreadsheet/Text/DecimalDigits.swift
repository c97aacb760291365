/// The decimal digits of a number: `0.d1d2d3… * 10^pointPosition`.
///
/// Spreadsheet programs show at most 15 significant digits and round halves away from zero in
/// decimal, so that 1.005 with two decimals is 1.01 although its double is a little less.
struct DecimalDigits {
  /// The digits as a whole number with no zero at its end; 0 for zero.
  private var significand: UInt64 = 0
  /// The number of digits; 0 for zero, at most 19.
  private(set) var count = 0
  /// The number of digits before the decimal point; negative for zeros after it.
  private(set) var pointPosition = 0

  /// Powers of ten up to 10^19.
  private static let powers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// The shortest digits of a finite number that is not negative, rounded to `significant`.
  init(_ magnitude: Double, significant: Int = 15) {
    guard magnitude > 0, magnitude.isFinite else { return }
    // At most 17 digits and the zero behind a point.
    take(magnitude.description.utf8Span.span)
    round(toSignificant: significant)
  }

  /// The digits of a number as a file spells it, when `NumberText.isShortest` says that they are
  /// the shortest; the sign is passed over.
  init(shortest spelling: Span<UInt8>) {
    take(spelling)
  }

  private mutating func take(_ spelling: Span<UInt8>) {
    var exponent = 0
    var isExponent = false
    var isExponentNegative = false
    var decimals = 0
    var hasPoint = false
    for index in spelling.indices {
      let byte = spelling[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        if isExponent {
          exponent = exponent &* 10 &+ Int(digit)
        } else {
          significand = significand &* 10 &+ UInt64(digit)
          if significand > 0 { count += 1 }
          if hasPoint { decimals += 1 }
        }
      } else if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else if byte == UInt8(ascii: "e") {
        isExponent = true
      } else if byte == UInt8(ascii: "-"), isExponent {
        isExponentNegative = true
      }
    }
    pointPosition = count - decimals + (isExponentNegative ? -exponent : exponent)
    trim()
  }
}

extension DecimalDigits {
  /// Whether the number is zero.
  var isZero: Bool { count == 0 }

  /// The digit at a power of ten: 0 for ones, -1 for tenths.
  func digit(at power: Int) -> UInt8 { digit(number: pointPosition - 1 - power) }

  /// The digit with a number, counted from the first; 0 where there is none.
  private func digit(number: Int) -> UInt8 {
    guard number >= 0, number < count else { return 0 }
    return UInt8(truncatingIfNeeded: significand / Self.powers[count - 1 - number] % 10)
  }

  /// The number of digits before the decimal point; none below one.
  var integerCount: Int { isZero ? 0 : max(pointPosition, 0) }

  /// The number of digits after the decimal point.
  var decimalCount: Int { max(count - pointPosition, 0) }

  /// The number before the point, and the digits after it as a whole number and their count; nil
  /// for more than 18 digits on a side.
  var parts: (whole: UInt64, fraction: UInt64, decimals: Int)? {
    let decimals = decimalCount
    guard pointPosition <= 18, decimals <= 18 else { return nil }
    // All digits are behind the point, and zeros before them.
    if pointPosition <= 0 { return (0, significand, decimals) }
    if decimals == 0 { return (significand * Self.powers[pointPosition - count], 0, 0) }
    let (whole, fraction) = significand.quotientAndRemainder(dividingBy: Self.powers[decimals])
    return (whole, fraction, decimals)
  }

  /// Multiplies by a power of ten.
  mutating func scale(by power: Int) {
    if !isZero { pointPosition += power }
  }

  /// Rounds to a number of digits after the decimal point, halves away from zero.
  mutating func round(toDecimals decimals: Int) {
    round(keeping: pointPosition + decimals)
  }

  /// Rounds to a number of significant digits, halves away from zero.
  mutating func round(toSignificant significant: Int) {
    round(keeping: significant)
  }

  private mutating func round(keeping kept: Int) {
    guard kept < count else { return }
    guard kept >= 0 else {
      significand = 0
      trim()
      return
    }
    let divisor = Self.powers[count - kept]
    let (quotient, rest) = significand.quotientAndRemainder(dividingBy: divisor)
    significand = quotient
    count = kept
    if rest >= divisor / 2 {
      significand += 1
      if significand == Self.powers[kept] {
        count += 1
        pointPosition += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    guard significand > 0 else {
      count = 0
      pointPosition = 0
      return
    }
    while significand % 10 == 0 {
      significand /= 10
      count -= 1
    }
  }
}

extension DecimalDigits {
  /// Appends all digits plainly, or with an exponent outside of 0.000001 to 21 digits.
  func appendShortest(to output: inout [UInt8]) {
    if isZero {
      output.append(UInt8(ascii: "0"))
    } else if pointPosition > 21 || pointPosition < -5 {
      appendMantissa(to: &output)
      output.append(UInt8(ascii: "e"))
      if pointPosition > 0 { output.append(UInt8(ascii: "+")) }
      output.appendDecimal(pointPosition - 1)
    } else {
      appendPlain(to: &output)
    }
  }

  /// Appends all digits with no exponent.
  func appendPlain(to output: inout [UInt8]) {
    if integerCount == 0 {
      output.append(UInt8(ascii: "0"))
    } else {
      for power in (0..<integerCount).reversed() {
        output.append(UInt8(ascii: "0") + digit(at: power))
      }
    }
    guard decimalCount > 0 else { return }
    output.append(UInt8(ascii: "."))
    for place in 1...decimalCount {
      output.append(UInt8(ascii: "0") + digit(at: -place))
    }
  }

  /// Appends `d.ddd`: all digits, the point after the first.
  func appendMantissa(to output: inout [UInt8]) {
    for number in 0..<count {
      if number == 1 { output.append(UInt8(ascii: ".")) }
      output.append(UInt8(ascii: "0") + digit(number: number))
    }
  }
}
