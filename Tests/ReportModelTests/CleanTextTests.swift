import ReportModel
import Testing

@Suite("Clean text")
struct CleanTextTests {
  @Test(
    "White space that touches a CJK character is dropped, other runs become one space",
    arguments: [
      ("市卫 健局", "市卫健局"), ("  R&D  plan ", "R&D plan"), ("补充配置电脑 2034 台", "补充配置电脑2034台"),
      ("a\r\n b", "a b"), ("元/月. 人", "元/月.人"), ("提升行动, 全市", "提升行动,全市"), ("　项　目　", "项目"),
      ("10 千伏线路 66 千米", "10千伏线路66千米"), ("", ""),
    ])
  func display(raw: String, expected: String) {
    #expect(CleanText.display(raw) == expected)
  }

  @Test(
    "Keys fold width, punctuation, case and a final full stop",
    arguments: [
      ("（Ａ）１２３，ｘ。", "(a)123,x"), ("①所", "1所"), ("面积m²", "面积m2"), ("报警器。", "报警器"),
      ("“湘易办”", "\"湘易办\""), ("Ⅲ级", "iii级"), ("㎡", "m2"),
    ])
  func key(raw: String, expected: String) {
    #expect(CleanText.key(raw) == expected)
  }

  @Test("A row's identifier depends on the cleaned names only")
  func rowID() {
    let one = StableKey(path: ["省 重点", "目标，甲", nil, "任务。", nil])
    let other = StableKey(path: ["省重点", "目标,甲", nil, "任务", nil])
    #expect(one.rowID == other.rowID)
    #expect(one.rowID.count == 16)
    #expect(one.rowID != StableKey(path: ["省重点", "目标,甲", "任务", nil, nil]).rowID)
  }
}
