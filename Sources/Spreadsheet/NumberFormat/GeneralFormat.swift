/// The `General` format: up to eleven characters, the decimal point included.
enum GeneralFormat {
  private static let width = 11

  /// Appends a finite number.
  static func append(_ value: Double, to output: inout [UInt8]) {
    if value < 0 { output.append(UInt8(ascii: "-")) }
    append(magnitude: value.magnitude, to: &output)
  }

  /// Appends a finite number that is not negative.
  static func append(magnitude: Double, to output: inout [UInt8]) {
    if let whole = Int(exactly: magnitude), whole < 100_000_000_000 {
      output.appendDecimal(whole)
      return
    }
    let number = DecimalDigits(magnitude)
    if let plain = plain(number) {
      plain.appendPlain(to: &output)
    } else {
      appendScientific(number, to: &output)
    }
  }

  /// The number rounded to what fits plainly; nil where it needs an exponent.
  private static func plain(_ number: DecimalDigits) -> DecimalDigits? {
    // Small numbers are shown plainly as long as nothing is lost, and down to 0.0001 in any case.
    if number.pointPosition < -3 {
      return number.decimalCount <= width - 2 ? number : nil
    }
    var rounded = number
    rounded.round(toDecimals: max(0, width - 1 - max(number.pointPosition, 1)))
    return rounded.integerCount <= width ? rounded : nil
  }

  private static func appendScientific(_ number: DecimalDigits, to output: inout [UInt8]) {
    var rounded = number
    rounded.round(toSignificant: 6)
    rounded.appendMantissa(to: &output)
    let exponent = rounded.pointPosition - 1
    output.append(UInt8(ascii: "E"))
    output.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    output.appendDecimal(Int(exponent.magnitude), digits: 2)
  }
}

extension FormatSection {
  /// Appends a section that shows the value as `General`, between literals.
  func appendGeneral(_ magnitude: Double, to output: inout [UInt8]) {
    for token in tokens {
      switch token {
      case .general, .text:
        if numerals > 0, ChineseNumerals.append(magnitude, numerals: numerals, to: &output) {
          continue
        }
        GeneralFormat.append(magnitude: magnitude, to: &output)
      case .literal(let text): output.append(contentsOf: text)
      case .padding: output.append(UInt8(ascii: " "))
      default: break
      }
    }
  }
}
