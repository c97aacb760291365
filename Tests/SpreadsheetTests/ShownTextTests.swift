import Spreadsheet
import Testing

@Suite struct ShownTextTests {
  private func shown(_ code: String, _ value: Double) -> String {
    NumberFormat(code: code).shownText(.number(value))
  }

  @Test(
    "General shows up to eleven characters",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (0.1, "0.1"), (-1.5, "-1.5"), (0.1 + 0.2, "0.3"),
      (12_345_678_901, "12345678901"), (123_456_789_012, "1.23457E+11"), (1e11, "1E+11"),
      (99_999_999_999.9, "1E+11"), (1_234_567.891234, "1234567.891"),
      (0.1234567891234, "0.123456789"), (0.0001234567, "0.000123457"), (0.00001, "0.00001"),
      (0.000012345, "0.000012345"), (0.0000123456, "1.23456E-05"), (1e-9, "0.000000001"),
      (1e-10, "1E-10"), (1e100, "1E+100"), (12_345_678_901.5, "12345678902"),
      (1.0 / 3, "0.333333333"), (100.0 / 3, "33.33333333"), (-123_456_789_012, "-1.23457E+11"),
    ] as [(Double, String)])
  func general(value: Double, expected: String) {
    #expect(shown("General", value) == expected)
    #expect(shown("@", value) == expected)
  }

  @Test(
    "Numbers are shown by their placeholders",
    arguments: [
      ("0", 2.5, "3"), ("0.00", 1.005, "1.01"), ("0.00", -1.5, "-1.50"), ("#", 0, ""),
      ("#.##", 1.5, "1.5"), ("#.##", 0, "."), ("0.##", 1, "1."), (".00", 12.3, "12.30"),
      ("000", 7, "007"), ("#,##0", 1_234_567, "1,234,567"), ("#,##0.00", -1234.5, "-1,234.50"),
      ("0,000", 7, "0,007"), ("0,", 12_345, "12"), ("0.0,,", 12_345_678, "12.3"),
      ("0!.0,\"万\"", 12_345, "1.2万"), ("0%", 0.227, "23%"), ("0.00%", 1.4188, "141.88%"),
      ("??0", 5, "  5"), ("0.0?", 1.5, "1.5 "), ("_(0_)", 5, " 5 "), ("* 0", 5, "5"),
      ("000-0000", 5_551_234, "555-1234"), ("(000) 000-0000", 5_551_234_567, "(555) 123-4567"),
      ("0.00E+00", 12_345, "1.23E+04"), ("0.00E+00", 0.00012345, "1.23E-04"),
      ("##0.0E+0", 12_345, "12.3E+3"), ("0.0E-0", 12_345, "1.2E4"), ("0E+0", 9.9, "1E+1"),
      ("0.00E+00", 0, "0.00E+00"), ("0.00\" 元\"", 3, "3.00 元"), ("￥0.00", 3, "￥3.00"),
      ("[$¥-804]#,##0.00", 1234.5, "¥1,234.50"), ("[Red]0", 1, "1"), ("[Color 5]0", 1, "1"),
      ("\"x\"", 5, "x"), ("\"x\"", -5, "-x"), ("", 5, ""), ("0.00", 1e15, "1000000000000000.00"),
      ("0", 123_456_789_012_345_680, "123456789012346000"), ("0.0", 0.05, "0.1"),
      ("General\"人\"", 12, "12人"),
    ] as [(String, Double, String)])
  func numbers(code: String, value: Double, expected: String) {
    #expect(shown(code, value) == expected)
  }

  @Test(
    "Sections are chosen by sign or condition",
    arguments: [
      ("0;(0)", -5, "(5)"), ("0;(0);\"-\"", 0, "-"), ("0;-0;;@", 0, ""), (";;;", 5, ""),
      ("[>=100]0.0;0", 100, "100.0"), ("[>=100]0.0;0", 5, "5"), ("[>=100]0.0;0", -5, "-5"),
      ("[<0]\"neg \"0;0", -5, "neg 5"), ("[Red][<=60]0\"↓\";0\"↑\"", 50, "50↓"),
      ("[>=10000]0.0,\"K\";[>=1000]0;0.0", 5, "5.0"), ("[=1]\"是\";[=0]\"否\";0", 1, "是"),
      ("[=1]\"是\";[=0]\"否\";0", 0, "否"), ("[=1]\"是\";[=0]\"否\";0", -3, "-3"),
      ("0.00_);(0.00)", -1.5, "(1.50)"), ("0;@", -5, "-5"),
    ] as [(String, Double, String)])
  func sections(code: String, value: Double, expected: String) {
    #expect(shown(code, value) == expected)
  }

  @Test(
    "Fractions are the nearest with the digits given",
    arguments: [
      ("# ?/?", 0.5, " 1/2"), ("# ?/?", 5, "5    "), ("# ?/?", 0, "0    "),
      ("# ??/??", 3.14159, "3 14/99"), ("# ??/16", 0.5, "  8/16"), ("?/?", 1.5, "3/2"),
      ("# ?/?", 0.3, " 2/7"), ("# ???/???", 0.333, " 332/997"), ("0 0/4", 1.25, "1 1/4"),
      ("# ?/?", -2.25, "-2 1/4"), ("# ?/?", 0.99, "1    "),
    ] as [(String, Double, String)])
  func fractions(code: String, value: Double, expected: String) {
    #expect(shown(code, value) == expected)
  }

  @Test(
    "Dates and times are shown in Chinese and English forms",
    arguments: [
      ("m/d/yyyy", 46_022, "12/31/2025"), ("yyyy-mm-dd", 46_022.75, "2025-12-31"),
      ("yyyy\"年\"m\"月\"d\"日\"", 46_022, "2025年12月31日"), ("yyyy年m月", 46_022, "2025年12月"),
      ("aaaa", 46_022, "星期三"), ("aaa", 46_022, "三"), ("[$-804]dddd", 46_022, "星期三"),
      ("[$-804]ddd", 46_022, "周三"), ("dddd", 46_022, "Wednesday"), ("ddd", 46_022, "Wed"),
      ("d-mmm-yy", 46_022, "31-Dec-25"), ("mmmm", 46_022, "December"), ("mmmmm", 46_022, "D"),
      ("[$-804]mmmm", 46_022, "十二月"), ("e/m/d", 46_022, "2025/12/31"),
      ("h:mm", 0.5, "12:00"), ("h:mm:ss", 0.999999, "0:00:00"), ("h:mm AM/PM", 0.75, "6:00 PM"),
      ("h:mm A/P", 0, "12:00 A"), ("上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分"),
      ("[$-804]AM/PM h:mm", 0.25, "上午 6:00"), ("mm:ss.0", 0.00001, "00:00.9"),
      ("hh:mm:ss.000", 0.5000001, "12:00:00.009"), ("[h]:mm:ss", 1.5, "36:00:00"),
      ("[h]:mm", -1.5, "-36:00"), ("[mm]:ss", 0.5, "720:00"), ("[ss]", 1, "86400"),
      ("m/d/yyyy h:mm", 46_022.5, "12/31/2025 12:00"), ("yyyy/m/d", 60, "1900/2/29"),
      ("yyyy/m/d", 59, "1900/2/28"), ("yyyy/m/d", 61, "1900/3/1"), ("yyyy/m/d", 1, "1900/1/1"),
      ("yyyy/m/d", 0, "1900/1/0"), ("yyyy/m/d", -1, "########"),
      ("yyyy/m/d", 2_958_466, "########"), ("yyyy/m/d", 2_958_465, "9999/12/31"),
      ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 46_022, "二〇二五年十二月三十一日"),
      ("b", 46_022, "b"), ("bbbb", 46_022, "2568"), ("[h]\"小时\"", 1.25, "30小时"),
      ("yyyy/mm/dd hh:mm", 45_000.5, "2023/03/15 12:00"),
    ] as [(String, Double, String)])
  func dates(code: String, value: Double, expected: String) {
    #expect(shown(code, value) == expected)
  }

  @Test(
    "Chinese numerals are read aloud, or digit by digit under placeholders",
    arguments: [
      ("[DBNum1]General", 12_345, "一万二千三百四十五"), ("[DBNum1]General", 105, "一百〇五"),
      ("[DBNum1]General", 10, "一十"), ("[DBNum1]General", 0, "〇"),
      ("[DBNum2]", 10_500, "壹万零伍佰"), ("[DBNum2][$-804]General", 100_000_001, "壹亿零壹"),
      ("[DBNum2]0角0分", 25, "贰角伍分"), ("[DBNum1]0", 105, "一〇五"),
      ("[DBNum1]General", 12.5, "一十二.五"),
    ] as [(String, Double, String)])
  func numerals(code: String, value: Double, expected: String) {
    #expect(shown(code, value) == expected)
  }

  @Test(
    "Text is shown by the section for text",
    arguments: [
      ("General", "x"), ("0.00", "x"), ("@", "x"), ("\"<\"@\">\"", "<x>"),
      ("0;0;0;\"[\"@\"]\"", "[x]"), (";;;", ""), ("0;@\"!\"", "x!"), ("0.00_);(0.00)", "x"),
      ("_(@_)", " x "),
    ])
  func text(code: String, expected: String) {
    #expect(NumberFormat(code: code).shownText(.string("x")) == expected)
  }

  @Test("Booleans and errors are shown as they are in any format")
  func others() {
    #expect(NumberFormat(code: "0.00").shownText(.boolean(true)) == "TRUE")
    #expect(NumberFormat(code: "0.00").shownText(.error("#N/A")) == "#N/A")
    #expect(NumberFormat(code: "0.00").shownText(.empty) == "")
  }

  @Test("The 1904 system counts from its own first day")
  func system1904() {
    let format = NumberFormat(code: "yyyy/m/d aaaa")
    #expect(format.shownText(.number(0), dateSystem: .year1904) == "1904/1/1 星期五")
    #expect(format.shownText(.number(44_560), dateSystem: .year1904) == "2025/12/31 星期三")
  }

  @Test("No code and no number makes the way to text stop")
  func robustness() {
    var state: UInt64 = 20_251_231
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "0", "#", "?", ".", ",", "%", "E+", "/", "@", ";", "\"a\"", "[h]", "[Red]", "[>5]", "y", "m",
      "d", "h", "s", "AM/PM", "_ ", "* ", "\\x", "General", "[DBNum1]", "[$-804]", "aaaa", "e",
      "16",
      "s.00", "[$¥-804]", "b", "g", "-", "(", "[<0]", "[DBNum2]",
    ]
    let values: [Double] = [
      0, -0.0, 1, -1, 0.5, 1e300, -1e300, 1e-300, 12_345.678, 1e15, 9.999e14, 2_958_465.99999,
      .infinity, .nan, .leastNonzeroMagnitude, 1e8,
    ]
    for _ in 0..<1000 {
      let code = (0..<(1 + next(9))).map { _ in pieces[next(pieces.count)] }.joined()
      let format = NumberFormat(code: code)
      for value in values {
        #expect(format.shownText(.number(value)).utf8.count < 5000)
      }
      _ = format.shownText(.string("x"))
    }
  }
}
