import Spreadsheet
import Testing

@Suite struct NumberTextTests {
  private func spelled(_ value: Double) -> String {
    var output: [UInt8] = []
    NumberText.append(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func respelled(_ text: String) -> String? {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    guard NumberText.append(spelling: bytes.span, to: &output) else { return nil }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "Numbers are spelled shortly and plainly",
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"),
      (1e15, "1000000000000000"), (1e20, "100000000000000000000"), (1e21, "1e+21"),
      (1.5e300, "1.5e+300"), (0.000001, "0.000001"), (1e-7, "1e-7"), (1.25e-10, "1.25e-10"),
      (123_456_789_012_345_680, "123456789012345680"), (0.00001234, "0.00001234"),
      (-2034.5, "-2034.5"), (.leastNonzeroMagnitude, "5e-324"), (.infinity, "#NUM!"),
    ] as [(Double, String)])
  func spelling(value: Double, expected: String) {
    #expect(spelled(value) == expected)
  }

  @Test(
    "The spelling of a file is made short",
    arguments: [
      ("1", "1"), ("1.0", "1"), ("1.50", "1.5"), ("007", "7"), ("1E3", "1000"), ("+5", "5"),
      (".5", "0.5"), ("5.", "5"), ("0.30000000000000004", "0.30000000000000004"),
      ("0.10000000000000001", "0.1"), ("1.1000000000000001", "1.1"), ("-0.0", "-0"),
      ("4.9406564584124654E-324", "5e-324"), ("123456789012345678", "123456789012345680"),
      ("1e400", nil), ("", nil), ("-", nil), (".", nil), ("1e", nil), ("1 ", nil), ("0x10", nil),
      ("nan", nil), ("1_000", nil), ("١٢٣", nil), ("1,5", nil), ("1e5e5", nil),
      ("0.00000012", "1.2e-7"), ("99999999999999999999999", "1e+23"),
    ] as [(String, String?)])
  func respelling(text: String, expected: String?) {
    #expect(respelled(text) == expected)
  }

  @Test("What is read and spelled is the same double, as the standard library reads it")
  func law() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
    for round in 0..<20_000 {
      let digits = String(next() % 99_999_999_999_999_999)
      let text: String
      switch round % 3 {
      case 0: text = digits + "e-" + String(next() % 30)
      case 1:
        let place = digits.index(
          digits.startIndex, offsetBy: Int(next() % UInt64(digits.count)))
        text = "0" + digits[..<place] + "." + digits[place...]
      default: text = Double(bitPattern: next()).magnitude.description
      }
      guard let expected = Double(text), expected.isFinite else { continue }
      let value = NumberText.value(of: Array(text.utf8).span)
      #expect(value == expected, "\(text)")
      #expect(Double(spelled(expected)) == expected, "\(text)")
      if let respelled = respelled(text) { #expect(respelled == spelled(expected), "\(text)") }
    }
  }
}
