import Spreadsheet
import Testing

@Suite struct CellTextTests {
  private func typed(_ text: String, _ code: String, _ system: DateSystem = .year1900) -> String {
    var row = StreamedRow()
    row.append(text.utf8, kind: .number, column: 0)
    let cells = CellText(formats: [NumberFormat(code: code)], dateSystem: system)
    var output: [UInt8] = []
    cells.appendTyped(row.cells[0], of: row, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "Dates, times and spans are written in ISO 8601",
    arguments: [
      ("46022", "yyyy/m/d", "2025-12-31"), ("46022.5", "yyyy/m/d", "2025-12-31T12:00:00"),
      ("46022", "yyyy/m/d h:mm", "2025-12-31T00:00:00"),
      ("46022.5000000116", "yyyy/m/d h:mm", "2025-12-31T12:00:00.001"),
      ("45658.99999999999", "yyyy/m/d h:mm", "2025-01-02T00:00:00"),
      ("0.524259259259259", "h:mm:ss", "12:34:56"), ("1.5", "h:mm", "1900-01-01T12:00:00"),
      ("1.5", "[h]:mm", "PT36H"), ("0.0625", "[h]:mm", "PT1H30M"), ("0", "[h]:mm", "PT0S"),
      ("-1.5", "[h]:mm", "-PT36H"), ("0.00001157407", "[s]", "PT1S"),
      ("59", "yyyy/m/d", "1900-02-28"), ("61", "yyyy/m/d", "1900-03-01"),
      ("60", "yyyy/m/d", "60"), ("-1", "yyyy/m/d", "-1"), ("2958466", "yyyy/m/d", "2958466"),
      ("2958465", "yyyy/m/d", "9999-12-31"), ("1e300", "yyyy/m/d", "1e+300"),
      ("0.5", "m/d/yyyy h:mm", "12:00:00"), ("44561", "General", "44561"),
    ])
  func dates(text: String, code: String, expected: String) {
    #expect(typed(text, code) == expected)
  }

  @Test("The 1904 system has its first day on day 0")
  func system1904() {
    #expect(typed("0", "yyyy/m/d", .year1904) == "1904-01-01")
    #expect(typed("44560.5", "yyyy/m/d h:mm", .year1904) == "2025-12-31T12:00:00")
    #expect(typed("60", "yyyy/m/d", .year1904) == "1904-03-01")
  }

  @Test("Every day reads back to its serial number", arguments: [DateSystem.year1900, .year1904])
  func everyDay(system: DateSystem) {
    let cells = CellText(formats: [NumberFormat(code: "yyyy-mm-dd")], dateSystem: system)
    for serial in stride(from: 1, to: 2_957_000, by: 997) where serial != 60 {
      var row = StreamedRow()
      row.append(String(serial).utf8, kind: .number, column: 0)
      var output: [UInt8] = []
      cells.appendTyped(row.cells[0], of: row, to: &output)
      let parts = String(decoding: output, as: UTF8.self).split(separator: "-").compactMap {
        Int($0)
      }
      #expect(parts.count == 3)
      #expect(system.serial(year: parts[0], month: parts[1], day: parts[2]) == serial)
    }
  }
}
