/// Numbers in Chinese: `[DBNum1]` (一百二十), `[DBNum2]` (壹佰贰拾) and `[DBNum3]` (１百２十).
enum ChineseNumerals {
  private static let digits: [[[UInt8]]] = [
    "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "０１２３４５６７８９",
  ].map { $0.map { Array(String($0).utf8) } }
  private static let units: [[[UInt8]]] = [
    ["", "十", "百", "千"], ["", "拾", "佰", "仟"], ["", "十", "百", "千"],
  ].map { $0.map { Array($0.utf8) } }
  private static let groups: [[UInt8]] = ["", "万", "亿", "万亿"].map { Array($0.utf8) }

  /// Appends a digit 0 to 9 by itself; in ASCII for numerals 0.
  static func append(digit: UInt8, numerals: Int, to output: inout [UInt8]) {
    if (1...3).contains(numerals), digit < 10 {
      output.append(contentsOf: digits[numerals - 1][Int(digit)])
    } else {
      output.append(UInt8(ascii: "0") + digit)
    }
  }

  /// Appends a number read aloud, its decimals digit by digit; false where it is too large.
  static func append(_ magnitude: Double, numerals: Int, to output: inout [UInt8]) -> Bool {
    let number = DecimalDigits(magnitude)
    guard (1...3).contains(numerals), number.integerCount <= 15, number.decimalCount <= 15 else {
      return false
    }
    var whole = 0
    for power in (0..<number.integerCount).reversed() {
      whole = whole * 10 + Int(number.digit(at: power))
    }
    append(whole, numerals: numerals, dropsLeadingOne: false, to: &output)
    if number.decimalCount > 0 {
      output.append(UInt8(ascii: "."))
      for place in 1...number.decimalCount {
        append(digit: number.digit(at: -place), numerals: numerals, to: &output)
      }
    }
    return true
  }

  /// Appends a whole number read aloud; of 10 to 19 the 一 may be left out, as in dates.
  static func append(
    _ whole: Int, numerals: Int, dropsLeadingOne: Bool, to output: inout [UInt8]
  ) {
    guard (1...3).contains(numerals), whole > 0, whole < 10_000_000_000_000_000 else {
      if whole == 0 {
        append(digit: 0, numerals: numerals, to: &output)
      } else {
        output.appendDecimal(whole)
      }
      return
    }
    let start = output.count
    var hasZero = false
    for group in (0..<4).reversed() {
      var part = whole
      for _ in 0..<group { part /= 10_000 }
      part %= 10_000
      guard part > 0 else {
        hasZero = output.count > start
        continue
      }
      for (place, divisor) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
        let digit = UInt8(part / divisor % 10)
        guard digit > 0 else {
          hasZero = output.count > start
          continue
        }
        if hasZero { append(digit: 0, numerals: numerals, to: &output) }
        hasZero = false
        if !(dropsLeadingOne && digit == 1 && place == 1 && output.count == start && whole < 20) {
          append(digit: digit, numerals: numerals, to: &output)
        }
        output.append(contentsOf: units[numerals - 1][place])
      }
      output.append(contentsOf: groups[group])
      // The zeros at the end of a group are spoken only where the next group starts with zero.
      if part % 10 == 0 { hasZero = false }
    }
  }
}
