public import FoundationEssentials

/// Rounding of decimal numbers on their digits, with no binary arithmetic.
public enum DecimalRounding {
  /// The number rounded half away from zero to at most so many decimals.
  public static func rounded(_ number: Decimal, decimals: Int) -> Decimal {
    cut(number, decimals: decimals, roundsUp: { $0 >= UInt8(ascii: "5") })
  }

  /// The number with the digits after so many decimals cut off.
  public static func truncated(_ number: Decimal, decimals: Int) -> Decimal {
    cut(number, decimals: decimals, roundsUp: { _ in false })
  }

  /// Ten to a power of -64 to 64.
  public static func powerOfTen(_ exponent: Int) -> Decimal {
    Decimal(
      sign: .plus, exponent: max(-64, min(64, exponent)), significand: 1)
  }

  private static func cut(
    _ number: Decimal, decimals: Int, roundsUp: (UInt8) -> Bool
  ) -> Decimal {
    guard number.isFinite, decimals >= 0, number.exponent < -decimals else { return number }
    let text = number.description
    guard let point = text.firstIndex(of: ".") else { return number }
    let fraction = Array(text[text.index(after: point)...].utf8)
    guard fraction.count > decimals else { return number }
    let kept = String(decoding: fraction.prefix(decimals), as: UTF8.self)
    guard let cut = Decimal(string: text[..<point] + "." + kept + "0") else { return number }
    guard roundsUp(fraction[decimals]) else { return cut }
    let step = powerOfTen(-decimals)
    return number < 0 ? cut - step : cut + step
  }
}
