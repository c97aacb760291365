import Testing

@testable import Spreadsheet

/// Ordinary formats have a shorter way to their text, which must not be seen in it.
///
/// A text of nine bytes at the end of a section is too long for the short way, so the same section with one
/// shows what the other way gives.
@Suite struct PlainSectionTests {
  private static let mark = "|--------"

  private static let numberCodes: [String] = {
    var codes: [String] = []
    for integers in ["0", "#", "##", "00", "#0", "#,##0", "0,000", "000,000", "#,###", ""] {
      for decimals in ["", ".", ".0", ".00", ".0#", ".##", ".000000", ".#"] {
        guard !(integers + decimals).isEmpty else { continue }
        for (before, after) in [
          ("", ""), ("", "%"), ("¥", ""), ("_ ", "\" 元\""), ("\"-\"* ", "_)"), ("", ","),
          ("%", "%"),
        ] {
          // Commas that scale stand behind the digits before the point.
          if after == ",", !decimals.isEmpty { continue }
          codes.append(before + integers + decimals + after)
        }
      }
    }
    return codes
  }()

  private static let values: [Double] = {
    var values: [Double] = [
      0, -0.0, 1e15, 999_999_999_999_999, 123_456_789_012_345_680, 1e21, 5e-324,
    ]
    for mantissa in [1.0, 5, 9.5, 1.005, 12.345678, 999.995, 0.4999, 31_415.926535, 100, 2.5] {
      for exponent in [1e-7, 1e-3, 0.01, 1, 100, 1e4, 1e9] {
        values += [mantissa * exponent, -mantissa * exponent]
      }
    }
    return values
  }()

  @Test("A number by ordinary places is shown as by places that are looked at one by one")
  func numbers() {
    var plain = 0
    for code in Self.numberCodes {
      let format = NumberFormat(code: code)
      let other = NumberFormat(code: code + "\"\(Self.mark)\"")
      #expect(other.sections[0].plain == nil)
      if format.sections[0].plain != nil { plain += 1 }
      for value in Self.values {
        let expected = other.shownText(.number(value)).dropLast(Self.mark.count)
        let shown = format.shownText(.number(value))
        #expect(shown == expected, "\(code) of \(value)")
      }
    }
    #expect(plain > 300)
  }

  @Test("A number that a file spells is shown as the double that it is")
  func spelledNumbers() {
    for code in Self.numberCodes {
      let format = NumberFormat(code: code)
      let text = CellText(formats: [format], dateSystem: .year1900)
      for value in Self.values {
        var spelling: [UInt8] = []
        NumberText.append(value, to: &spelling)
        var row = StreamedRow()
        row.append(spelling, kind: .number, column: 0)
        var shown: [UInt8] = []
        text.appendShown(row.cells[0], of: row, to: &shown)
        #expect(
          String(decoding: shown, as: UTF8.self) == format.shownText(.number(value)),
          "\(code) of \(value)")
      }
    }
  }

  @Test(
    "A date of ordinary parts is shown as by parts that are looked at one by one",
    arguments: [
      "yyyy-mm-dd", "yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\"", "m/d", "h:mm", "hh:mm:ss",
      "yyyy-mm-dd h:mm",
      "d.m.yyyy", "yyy", "mm:ss", "yyyy\"年\"",
    ])
  func dates(code: String) {
    let format = NumberFormat(code: code)
    let other = NumberFormat(code: code + "\"\(Self.mark)\"")
    #expect(format.sections[0].plainDate != nil && other.sections[0].plainDate == nil)
    for system in [DateSystem.year1900, .year1904] {
      for value in [
        0, 0.25, 1, 59, 60, 61, 366.75, 45_658, 45_658.999_999_99, 46_021.524_305, 2_958_465.5,
        2_958_466,
        -1, 1e9,
      ] {
        let expected = other.shownText(.number(value), dateSystem: system)
        let shown = format.shownText(.number(value), dateSystem: system)
        #expect(shown == expected.replacing(Self.mark, with: ""), "\(code) of \(value)")
      }
    }
  }
}
