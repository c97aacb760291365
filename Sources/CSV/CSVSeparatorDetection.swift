/// Finds the separator of CSV by the records of a sample: the one that cuts most of them into the
/// same number of fields, more than one.
enum CSVSeparatorDetection {
  /// The separators that are looked for, in the order in which a tie is decided.
  static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"),
  ]

  /// What a separator makes of a sample.
  private struct Count {
    var separator: UInt8
    /// Records with the most frequent number of fields above one.
    var agreeing = 0
    var records = 0
    /// That number of fields.
    var fields = 1
  }

  /// The separator of a sample in UTF-8; a comma where nothing points to another.
  static func detect(_ sample: Span<UInt8>, isWhole: Bool) -> UInt8 {
    var best = Count(separator: candidates[0])
    for separator in candidates {
      let count = count(sample, separator, isWhole: isWhole)
      guard count.fields > 1, count.agreeing * 2 > count.records || best.fields == 1 else {
        continue
      }
      if best.fields == 1 {
        best = count
        continue
      }
      // In `1,5;2,5` the commas belong to the numbers.
      if best.separator == UInt8(ascii: ","), hasDecimalCommasOnly(sample),
        count.agreeing * 10 >= count.records * 9
      {
        best = count
      } else if count.agreeing * 10 > best.agreeing * 11
        || (count.agreeing * 11 >= best.agreeing * 10 && count.fields > best.fields)
      {
        best = count
      }
    }
    return best.separator
  }

  private static func count(_ sample: Span<UInt8>, _ separator: UInt8, isWhole: Bool) -> Count {
    var frequencies: [Int: Int] = [:]
    var result = Count(separator: separator)
    var fields = 1
    var isQuoted = false
    var isFieldStart = true
    var isBlank = true
    for index in sample.indices {
      let byte = sample[index]
      if isQuoted {
        if byte == UInt8(ascii: "\"") { isQuoted = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where isFieldStart || sample[index - 1] == byte:
        isQuoted = true
        isFieldStart = false
        isBlank = false
      case separator:
        fields += 1
        isFieldStart = true
        isBlank = false
      case 0x0A, 0x0D:
        if !isBlank {
          frequencies[fields, default: 0] += 1
          result.records += 1
        }
        fields = 1
        isFieldStart = true
        isBlank = true
        if result.records >= 1000 { break }
      default:
        isFieldStart = false
        isBlank = false
      }
    }
    if isWhole || result.records == 0, !isBlank {
      frequencies[fields, default: 0] += 1
      result.records += 1
    }
    for (fields, frequency) in frequencies.sorted(by: { $0.key < $1.key }) where fields > 1 {
      if frequency >= result.agreeing {
        result.agreeing = frequency
        result.fields = fields
      }
    }
    return result
  }

  private static func hasDecimalCommasOnly(_ sample: Span<UInt8>) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      index >= 0 && index < sample.count && sample[index] &- UInt8(ascii: "0") < 10
    }
    for index in sample.indices where sample[index] == UInt8(ascii: ",") {
      guard isDigit(index - 1), isDigit(index + 1) else { return false }
    }
    return true
  }
}
