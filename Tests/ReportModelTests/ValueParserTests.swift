import Foundation
import ReportModel
import Testing

@Suite("Values of measured cells")
struct ValueParserTests {
  let parser = ValueParser()

  static let cases: [(String, String, Value)] = [
    ("2034", "2034", .number(2034)),
    ("1,641", "1641", .number(1641)),
    ("１２，３４５．５", "12345.5", .number(Decimal(string: "12345.5") ?? 0)),
    ("2034台", "2034台", .number(2034)),
    (" 35.385 ", "35.385", .number(Decimal(string: "35.385") ?? 0)),
    ("-3", "-3", .number(-3)),
    ("144.88%", "144.88%", .percent(Decimal(string: "144.88") ?? 0)),
    ("100 ％", "100%", .percent(100)),
    ("/", "", .empty), ("—", "", .empty), ("无", "", .empty), ("", "", .empty),
    ("不低于 99 元/人", "不低于99元/人", .bound(.atLeast, 99, unit: "元/人")),
    ("≥80%", "≥80%", .bound(.atLeast, 80, unit: "%")),
    ("≤90万元", "≤90万元", .bound(.atMost, 90, unit: "万元")),
    ("40场以上", "40场以上", .bound(.atLeast, 40, unit: "场")),
    (
      "分别不低于740元/月和485元/月", "分别不低于740元/月和485元/月",
      .compound([
        .bound(.atLeast, 740, unit: "元/月"), .bound(.atLeast, 485, unit: "元/月"),
      ])
    ),
    ("完成任务数", "完成任务数", .text("完成任务数", .asTask)),
    ("已完成", "已完成", .text("已完成", .done)),
    ("3公里（已开工）", "3公里（已开工）", .text("3公里（已开工）", .other)),
    ("完成①2所", "完成①2所", .text("完成①2所", .other)),
    ("1,23", "1,23", .text("1,23", .other)),
    ("٣", "٣", .text("٣", .other)),
  ]

  @Test("A cell says a text and a value", arguments: cases)
  func reading(raw: String, text: String, value: Value) {
    let result = parser.read(raw)
    #expect(result.text == text)
    #expect(result.value == value)
  }

  @Test("A number with a unit is converted into the unit of its row")
  func conversion() {
    let table = UnitTable()
    #expect(
      parser.value(of: "1600人", unit: table.unit("万人")) == .number(Decimal(string: "0.16") ?? 0))
    #expect(parser.value(of: "1.5万", unit: table.unit("人")) == .number(15000))
    #expect(
      parser.value(of: "1.5万", unit: table.unit("万人")) == .number(Decimal(string: "1.5") ?? 0))
  }

  @Test(
    "Units that mean the same have one canonical spelling",
    arguments: [
      ("名", "人"), ("公里", "千米"), ("场", "场次"), ("元/月.人", "元/人·月"), ("元/月. 人", "元/人·月"),
      ("元/人/月", "元/人·月"), ("元/人·月", "元/人·月"), ("万方", "万立方米"), ("％", "%"), ("㎡", "平方米"),
    ])
  func canonicalUnits(spelling: String, canonical: String) {
    #expect(UnitTable().unit(spelling)?.canonical == canonical)
  }

  @Test(
    "Scales are exact",
    arguments: [
      ("万人", "人", 10_000), ("亿元", "元", 100_000_000), ("公里", "米", 1000), ("万亩", "亩", 10_000),
    ])
  func scales(spelling: String, base: String, scale: Int) {
    let unit = UnitTable().unit(spelling)
    #expect(unit?.base == base)
    #expect(unit?.scale == Decimal(scale))
  }

  @Test(
    "Text that is no unit is none",
    arguments: ["", "2034", "100%", "已完成", "市教育局", "推进社会保障卡一卡通应用"])
  func noUnits(text: String) {
    #expect(!UnitTable().isKnown(text))
  }

  @Test(
    "A double is spelled in its shortest form, without an exponent",
    arguments: [
      (35.384999999999998, "35.385"), (0.1, "0.1"), (2034, "2034"),
      (1e21, "1000000000000000000000"),
      (1.5e-7, "0.00000015"), (-0.5, "-0.5"),
    ])
  func shortest(number: Double, spelling: String) {
    #expect(CleanText.shortest(number) == spelling)
  }

  @Test("Several organizations in one cell are split, a line break inside a name is not one")
  func organizations() {
    let table = OrganizationTable()
    #expect(table.split("市交通局、市水利局") == ["市交通局", "市水利局"])
    #expect(table.split("市卫\n健局") == ["市卫健局"])
    #expect(table.split("市交通局\n市水利局") == ["市交通局", "市水利局"])
    #expect(table.areSame("教育局", "市教育局"))
    #expect(table.areSame("市卫健委", "市卫健局"))
    #expect(!table.areSame("市教育局", "市民政局"))
    #expect(table.looksLikeOrganization("国网洪江供电公司"))
    #expect(!table.looksLikeOrganization("万人"))
  }

  @Test("A pattern of a profile is a small regular expression")
  func patterns() {
    #expect(TextPattern("^合 *计")?.matches("合  计") == true)
    #expect(TextPattern("第.*页")?.matches("（第 3 页）") == true)
    #expect(TextPattern("截至(.*)")?.capture(in: "数据截至2025年12月底") == "2025年12月底")
    #expect(TextPattern("^[一二三]+、")?.matches("二、市") == true)
    #expect(TextPattern("^(a|b)+$")?.matches("abab") == true)
    #expect(TextPattern("^(a*)*$")?.matches(String(repeating: "a", count: 60) + "b") == false)
    #expect(TextPattern("(") == nil)
    #expect(SheetRule().includes("填报说明") == false)
  }
}
