import Spreadsheet
import Testing

@Suite struct NumberFormatTests {
  @Test(
    "The code of a format tells what its numbers are",
    arguments: [
      ("General", .general), ("general", .general), ("G/通用格式", .general), ("@", .text),
      ("0.00", .number), ("#,##0", .number), ("0%", .number), ("0.00E+00", .number),
      ("# ?/?", .number), ("\"$\"#,##0_);(\"$\"#,##0)", .number), ("[Red]0;[Blue]-0", .number),
      ("yyyy-mm-dd", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date), ("[$-804]aaaa", .date),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("mmm-yy", .date), ("e\"年\"", .date),
      ("yyyy/m/d h:mm", .dateTime), ("m/d/yyyy h:mm AM/PM", .dateTime),
      ("h:mm", .time), ("mm:ss.0", .time), ("上午/下午h\"时\"mm\"分\"", .time),
      ("h:mm AM/PM", .time), ("[h]:mm:ss", .duration), ("[mm]:ss", .duration),
      ("[ss]", .duration), ("[HH]:MM", .duration),
      ("\"day\"0", .number), ("0\" months\"", .number), ("0\\d", .number), ("_d0", .number),
      ("*y0", .number), ("[$USD-409]0.00", .number), ("[Red][<=100]0;[Blue]0", .number),
      ("General\" days\"", .general), ("[Yellow]0", .number), ("", .number), (";;;", .number),
      ("[=0]\"none\";yyyy-mm-dd", .date), ("0.00;yyyy", .number), ("[Red]yyyy", .date),
      ("[DBNum1][$-804]General", .general), ("[DBNum2]", .general),
      ("#,##0.00 [$€-407]", .number), ("[$-411]ge.m.d", .date),
    ] as [(String, NumberFormat.Kind)])
  func kind(code: String, expected: NumberFormat.Kind) {
    #expect(NumberFormat(code: code).kind == expected)
  }

  @Test(
    "Built-in formats include those of Chinese programs",
    arguments: [
      (0, "General"), (9, "0%"), (14, "m/d/yyyy"), (22, "m/d/yyyy h:mm"), (23, "General"),
      (31, "yyyy\"年\"m\"月\"d\"日\""), (46, "[h]:mm:ss"), (49, "@"), (57, "yyyy\"年\"m\"月\""),
      (59, "General"), (-1, "General"), (5000, "General"),
    ])
  func builtIn(id: Int, code: String) {
    #expect(NumberFormat.builtIn(id).code == code)
  }

  @Test("Formats are equal when their codes are")
  func equality() {
    #expect(NumberFormat(code: "0.0") == NumberFormat(code: "0.0"))
    #expect(NumberFormat(code: "0.0") != NumberFormat(code: "0.00"))
    #expect(Set([NumberFormat(code: "0"), NumberFormat(code: "0")]).count == 1)
  }

  @Test(
    "Damaged codes are formats too",
    arguments: [
      "\"open", "[open", "\\", "_", "*", "[$-", ";;;;;;", "[", "[>", "[>x]0", "%", ",", "/",
    ])
  func damaged(code: String) {
    #expect(NumberFormat(code: code).code == code)
  }
}
