/// The decimal digits of a number: `0.d1d2d3… * 10^pointPosition`.
///
/// Spreadsheet programs show at most 15 significant digits and round halves away from zero in
/// decimal, so that 1.005 with two decimals is 1.01 although its double is a little less.
struct DecimalDigits {
  /// The digits 0 to 9 with no zero at either end; none for zero.
  private(set) var digits: [UInt8] = []
  /// The number of digits before the decimal point; negative for zeros after it.
  private(set) var pointPosition = 0

  /// The shortest digits of a finite number that is not negative, rounded to `significant`.
  init(_ magnitude: Double, significant: Int = 15) {
    guard magnitude > 0, magnitude.isFinite else { return }
    var exponent = 0
    var isExponent = false
    var isExponentNegative = false
    var point: Int?
    for byte in magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isExponentNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isExponent {
          exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
        } else {
          digits.append(byte - UInt8(ascii: "0"))
        }
      default: break
      }
    }
    pointPosition = (point ?? digits.count) + (isExponentNegative ? -exponent : exponent)
    trim()
    round(toSignificant: significant)
  }
}

extension DecimalDigits {
  /// Whether the number is zero.
  var isZero: Bool { digits.isEmpty }

  /// The digit at a power of ten: 0 for ones, -1 for tenths.
  func digit(at power: Int) -> UInt8 {
    let index = pointPosition - 1 - power
    return digits.indices.contains(index) ? digits[index] : 0
  }

  /// The number of digits before the decimal point; none below one.
  var integerCount: Int { isZero ? 0 : max(pointPosition, 0) }

  /// The number of digits after the decimal point.
  var decimalCount: Int { max(digits.count - pointPosition, 0) }

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

  private mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      pointPosition = 0
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits.removeLast()
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits = [1]
        pointPosition += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    if zeros > 0 {
      digits.removeFirst(zeros)
      pointPosition -= zeros
    }
    if digits.isEmpty { pointPosition = 0 }
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
    for (index, digit) in digits.enumerated() {
      if index == 1 { output.append(UInt8(ascii: ".")) }
      output.append(UInt8(ascii: "0") + digit)
    }
  }
}
