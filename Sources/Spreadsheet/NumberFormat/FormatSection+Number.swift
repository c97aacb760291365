// Numbers by placeholders: digits, decimals, thousands, percent, exponents.

extension FormatSection {
  /// Appends a number without its sign by the placeholders of the section.
  func appendNumber(_ digits: DecimalDigits, to output: inout [UInt8]) {
    if let plain, plain.append(digits, to: &output) { return }
    var number = digits
    number.scale(by: scale)
    switch content {
    case .fraction:
      appendFraction(number, to: &output)
    case .scientific:
      let exponent = normalize(&number)
      appendPlaces(of: number, exponent: exponent, to: &output)
    default:
      number.round(toDecimals: decimalPlaces)
      appendPlaces(of: number, exponent: 0, to: &output)
    }
  }

  /// Moves the point so that the digits before it fit the placeholders, and gives the exponent.
  private func normalize(_ number: inout DecimalDigits) -> Int {
    guard !number.isZero else { return 0 }
    let places = max(integerPlaces, 1)
    func shift(_ position: Int) -> Int {
      let leading = position - 1
      // `##0.0E+0` has exponents that are multiples of three, as engineers write them.
      let rest = leading % places
      return leading - (rest < 0 ? rest + places : rest)
    }
    var exponent = shift(number.pointPosition)
    number.scale(by: -exponent)
    number.round(toDecimals: decimalPlaces)
    let carried = shift(number.pointPosition)
    if carried != 0 {
      number.scale(by: -carried)
      exponent += carried
    }
    return exponent
  }

  private func appendPlaces(
    of number: DecimalDigits, exponent: Int, to output: inout [UInt8]
  ) {
    var integerPlace = integerPlaces
    var decimalPlace = 0
    var isDecimal = false
    var exponentDigits: [UInt8] = []
    var exponentPlace = 0
    for token in tokens {
      switch token {
      case .digit(let placeholder):
        if isDecimal {
          decimalPlace += 1
          appendDecimal(placeholder, at: decimalPlace, of: number, to: &output)
        } else {
          if integerPlace == integerPlaces { appendSurplus(of: number, to: &output) }
          integerPlace -= 1
          appendInteger(placeholder, at: integerPlace, of: number, to: &output)
        }
      case .point:
        if integerPlaces == 0, !isDecimal { appendSurplus(of: number, to: &output) }
        isDecimal = true
        output.append(UInt8(ascii: "."))
      case .exponent(let showsPlus):
        output.append(UInt8(ascii: "E"))
        if exponent < 0 {
          output.append(UInt8(ascii: "-"))
        } else if showsPlus {
          output.append(UInt8(ascii: "+"))
        }
        exponentDigits.appendDecimal(Int(exponent.magnitude))
        exponentPlace = tokens.reduce(0) { if case .exponentDigit = $1 { $0 + 1 } else { $0 } }
        if exponentDigits.count > exponentPlace {
          output.append(contentsOf: exponentDigits.prefix(exponentDigits.count - exponentPlace))
          exponentDigits.removeFirst(exponentDigits.count - exponentPlace)
        }
      case .exponentDigit(let placeholder):
        if exponentPlace <= exponentDigits.count {
          output.append(exponentDigits[exponentDigits.count - exponentPlace])
        } else {
          Self.appendBlank(placeholder, numerals: 0, to: &output)
        }
        exponentPlace -= 1
      default: appendOther(token, to: &output)
      }
    }
  }

  /// Appends what is no digit of the value.
  func appendOther(_ token: FormatToken, to output: inout [UInt8]) {
    switch token {
    case .literal(let text): output.append(contentsOf: text)
    case .padding: output.append(UInt8(ascii: " "))
    default: break
    }
  }

  /// Appends the digits that have no placeholder of their own, in front of the first one.
  func appendSurplus(of number: DecimalDigits, to output: inout [UInt8]) {
    guard number.integerCount > integerPlaces else { return }
    for power in (integerPlaces..<number.integerCount).reversed() {
      ChineseNumerals.append(digit: number.digit(at: power), numerals: numerals, to: &output)
      appendSeparator(after: power, UInt8(ascii: ","), to: &output)
    }
  }

  /// Appends a digit before the point, or what its placeholder shows where there is none.
  func appendInteger(
    _ placeholder: UInt8, at power: Int, of number: DecimalDigits, to output: inout [UInt8]
  ) {
    if power < number.integerCount {
      ChineseNumerals.append(digit: number.digit(at: power), numerals: numerals, to: &output)
      appendSeparator(after: power, UInt8(ascii: ","), to: &output)
    } else if Self.appendBlank(placeholder, numerals: numerals, to: &output) {
      let separator = placeholder == UInt8(ascii: "0") ? UInt8(ascii: ",") : UInt8(ascii: " ")
      appendSeparator(after: power, separator, to: &output)
    }
  }

  private func appendSeparator(after power: Int, _ separator: UInt8, to output: inout [UInt8]) {
    if isGrouped, power > 0, power % 3 == 0 { output.append(separator) }
  }

  private func appendDecimal(
    _ placeholder: UInt8, at place: Int, of number: DecimalDigits, to output: inout [UInt8]
  ) {
    if place <= number.decimalCount {
      ChineseNumerals.append(digit: number.digit(at: -place), numerals: numerals, to: &output)
    } else {
      Self.appendBlank(placeholder, numerals: numerals, to: &output)
    }
  }

  /// Appends what a placeholder shows where there is no digit; whether it shows anything.
  @discardableResult
  static func appendBlank(
    _ placeholder: UInt8, numerals: Int, to output: inout [UInt8]
  ) -> Bool {
    switch placeholder {
    case UInt8(ascii: "0"):
      ChineseNumerals.append(digit: 0, numerals: numerals, to: &output)
      return true
    case UInt8(ascii: "?"):
      output.append(UInt8(ascii: " "))
      return true
    default: return false
    }
  }
}
