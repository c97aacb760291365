/// A section that is one run of `#` and `0` between two short texts, such as `#,##0.00` or `0%`.
///
/// Nearly all numbers are shown by one of these. They are written from the last digit on, with no look at
/// each placeholder; the value is of trivial type, so that a copy counts no references.
struct PlainPlaces: Sendable {
  /// The power of ten that the value is multiplied with.
  private var scale = 0
  /// Digits before the point that are shown although they are zeros.
  private var integerZeros = 0
  /// Places after the point, and those of them that are shown although they are zeros.
  private var decimals = 0
  private var decimalZeros = 0
  private var hasPoint = false
  private var isGrouped = false
  private var before = ShortText()
  private var after = ShortText()

  /// Nil for a section that is not of this kind.
  init?(_ section: FormatSection) {
    guard section.content == .number, section.numerals == 0 else { return nil }
    scale = section.scale
    isGrouped = section.isGrouped
    var integers = 0
    var isOver = false
    for token in section.tokens {
      let hasDigits = integers > 0 || hasPoint
      switch token {
      case .digit(let placeholder):
        let isZero = placeholder == UInt8(ascii: "0")
        guard !isOver, isZero || placeholder == UInt8(ascii: "#") else { return nil }
        if hasPoint {
          // `0.#0` shows its last place only.
          guard !isZero || decimals == decimalZeros else { return nil }
          decimals += 1
          if isZero { decimalZeros += 1 }
        } else {
          guard isZero || integerZeros == 0 else { return nil }
          integers += 1
          if isZero { integerZeros += 1 }
        }
      case .point:
        guard !isOver, !hasPoint else { return nil }
        hasPoint = true
      case .fill: isOver = hasDigits
      case .padding, .literal:
        var text: [UInt8] = [UInt8(ascii: " ")]
        if case .literal(let bytes) = token { text = bytes }
        isOver = hasDigits
        guard hasDigits ? after.append(text) : before.append(text) else { return nil }
      default: return nil
      }
    }
    guard integers > 0 || hasPoint, integerZeros <= 15, decimals <= 15 else { return nil }
  }

  /// Appends a number without its sign; false where it has too many digits, and nothing is appended.
  func append(_ digits: DecimalDigits, to output: inout [UInt8]) -> Bool {
    var number = digits
    number.scale(by: scale)
    number.round(toDecimals: decimals)
    guard let parts = number.parts, parts.decimals <= decimals else { return false }
    before.append(to: &output)
    // 15 decimals, a point, 18 digits and 5 commas, or 15 zeros.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      var place = 64
      if hasPoint {
        var shown = max(parts.decimals, decimalZeros)
        var fraction = parts.fraction
        while shown > 0 {
          var digit: UInt64 = 0
          if shown <= parts.decimals {
            (fraction, digit) = fraction.quotientAndRemainder(dividingBy: 10)
          }
          place -= 1
          unsafe buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
          shown -= 1
        }
        place -= 1
        unsafe buffer[place] = UInt8(ascii: ".")
      }
      var whole = parts.whole
      var count = 0
      while whole > 0 || count < integerZeros {
        if isGrouped, count > 0, count % 3 == 0 {
          place -= 1
          unsafe buffer[place] = UInt8(ascii: ",")
        }
        place -= 1
        unsafe buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole % 10)
        whole /= 10
        count += 1
      }
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[place...]))
    }
    after.append(to: &output)
    return true
  }
}
