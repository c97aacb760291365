import ReportModel

/// Reads dates as people write them (rule N9): 2025.12, 2025年12月, 12月底, 2025-12-31.
enum DateText {
  /// ISO 8601 as precise as the text: a day, a month or a year; the end of a month is its last day.
  /// Nil for what is no date. `year` is taken where the text has none.
  static func iso(_ text: String, year assumed: Int? = nil) -> String? {
    let key = CleanText.key(text)
    var numbers: [Int] = []
    var signs: [Character] = []
    var digits = ""
    for sign in key + " " {
      if sign.isASCII, sign.isNumber {
        digits.append(sign)
        continue
      }
      if !digits.isEmpty {
        guard digits.count <= 4, let number = Int(digits) else { return nil }
        numbers.append(number)
        signs.append(sign)
        digits = ""
      } else if !"年月日底份末止号 ".contains(sign) {
        return nil
      }
    }
    guard let first = numbers.first, numbers.count <= 3 else { return nil }
    let isEnd = key.contains("底") || key.contains("末")
    if (1900...2199).contains(first) {
      return make(
        first, numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil, isEnd)
    }
    guard let assumed, signs.first == "月", numbers.count <= 2 else { return nil }
    return make(assumed, first, numbers.count > 1 ? numbers[1] : nil, isEnd)
  }

  private static func make(_ year: Int, _ month: Int?, _ day: Int?, _ isEnd: Bool) -> String? {
    guard let month else { return isEnd ? "\(year)-12-31" : String(year) }
    guard (1...12).contains(month) else { return nil }
    let start = "\(year)-\(two(month))"
    if let day { return (1...31).contains(day) ? "\(start)-\(two(day))" : nil }
    return isEnd ? "\(start)-\(two(lastDay(month, of: year)))" : start
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func lastDay(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
