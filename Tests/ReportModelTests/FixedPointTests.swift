import FoundationEssentials
import ReportModel
import Testing

/// Fixed-point numbers reckon like `Decimal`.
struct FixedPointTests {
  private static let texts = [
    "0", "1", "-1", "0.5", "-0.5", "100.5", "1641", "0.10", "12.50", "235.90", "1000", "0.000001",
    "-0.00", "123456789012345678", "-99999.99999", "0.123456789012345678", "3.14159", "10", "0.01",
  ]

  @Test(arguments: texts)
  func `a number has the description and the value of its decimal number`(_ text: String) throws {
    let decimal = try #require(Decimal(string: text))
    let number = try #require(FixedPoint(decimal, text: text))
    #expect(number.description == decimal.description)
    #expect(number.decimal == decimal)
    #expect(FixedPoint(decimal, text: "another 7") == number)
    #expect(FixedPoint(decimal, text: text + "%") == number)
  }

  @Test func `sums, products, shifts and order are those of decimal numbers`() throws {
    let all = try Self.texts.map { text in
      let decimal = try #require(Decimal(string: text))
      return (try #require(FixedPoint(decimal)), decimal)
    }
    var reckoned = 0
    for (one, left) in all {
      if let shifted = one.shifted(by: 2) { #expect(shifted.decimal == left * 100) }
      if let shifted = one.shifted(by: -3) { #expect(shifted.decimal == left / 1000) }
      for (other, right) in all {
        #expect((one < other) == (left < right))
        #expect((one == other) == (left == right))
        if let sum = one.plus(other) {
          #expect(sum.decimal == left + right)
          reckoned += 1
        }
        if let product = one.times(other) {
          #expect(product.decimal == left * right)
          reckoned += 1
        }
      }
    }
    #expect(reckoned > 500)
  }

  @Test func `what has too many digits is refused`() throws {
    let long = try #require(Decimal(string: "1234567890123456789"))
    #expect(FixedPoint(long) == nil)
    #expect(FixedPoint(long, text: "1234567890123456789") == nil)
    #expect(FixedPoint(Decimal.nan) == nil)
    #expect(FixedPoint(Int.max) == nil)
    #expect(FixedPoint(Int.min) == nil)
    let most = try #require(FixedPoint(999_999_999_999_999_999))
    #expect(most.plus(.one) == nil)
    #expect(most.times(most) == nil)
    #expect(most.shifted(by: 1) == nil)
    #expect(FixedPoint.one.shifted(by: -19) == nil)
    #expect(FixedPoint.powerOfTen(39) == nil)
    #expect(FixedPoint.powerOfTen(-1) == nil)
  }
}
