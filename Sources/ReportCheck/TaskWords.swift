/// The words that the scanner of running text knows.
enum TaskWords {
  /// What stands before a number that must be reached.
  static let lowerBounds = scalars([
    "不低于", "不少于", "不小于", "至少", "≥", "达到", "大于", "超过", "不得低于", "不得少于", ">", "＞",
  ])

  /// What stands before a number that must not be passed.
  static let upperBounds = scalars([
    "不超过", "不高于", "不大于", "至多", "≤", "低于", "少于", "小于", "控制在", "<", "＜",
  ])

  /// What stands behind a number that must be reached.
  static let lowerEndings = scalars(["以上", "及以上"])

  /// What stands behind a number that must not be passed.
  static let upperEndings = scalars(["以下", "以内", "及以下"])

  /// What makes the number behind it a share or a part.
  static let shares = scalars(["每", "其中", "含", "包括", "人均", "户均", "平均", "例如", "原"])

  /// Words behind numbers that are no targets as a rule: times, ratings, ordinals.
  static let incidental: Set<String> = [
    "年", "月", "日", "天", "小时", "分钟", "秒", "分", "时", "周", "周岁", "岁", "千伏", "伏", "千瓦", "兆瓦", "瓦",
    "千伏安", "安",
    "度", "级", "层", "号", "期", "届", "寸", "英寸", "倍", "折", "成", "代", "版", "线", "环", "兆", "赫兹", "米宽",
    "点", "月份",
    "年度", "季度", "日前", "周年", "厘米", "毫米",
  ]

  private static let words: [String] =
    Array(incidental) + [
      "人次", "人", "名", "位", "平方公里", "平方千米", "平方米", "平米", "公里", "千米", "米", "公顷", "亩", "立方米", "立方",
      "方",
      "吨", "公斤", "千克", "元", "场次", "场", "批次", "件次", "户次", "户", "个", "台", "套", "家", "所", "座", "处",
      "项", "件", "条",
      "间", "栋",
      "幢", "辆", "张", "份", "次", "班次", "班", "组", "对", "支", "部", "架", "艘", "盏", "根", "棵", "株", "头",
      "只", "口", "张",
      "宗", "例", "篇", "批", "片", "块", "段", "道", "门", "枚", "本", "册", "列", "路", "类", "种", "轮", "笔", "基",
      "㎡",
    ]

  private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] {
    words.map { Array($0.unicodeScalars) }
  }

  /// The words by their first scalar, the longest first.
  private static let byFirst: [Int: [[Unicode.Scalar]]] = {
    var table: [Int: [[Unicode.Scalar]]] = [:]
    for word in Set(words).sorted() {
      let scalars = Array(word.unicodeScalars)
      if let first = scalars.first { table[Int(first.value), default: []].append(scalars) }
    }
    return table.mapValues { $0.sorted { $0.count > $1.count } }
  }()

  /// The length of the longest word that stands at a position; nil where there is none.
  static func longest(in text: [Unicode.Scalar], at position: Int) -> Int? {
    guard position < text.count, let words = byFirst[Int(text[position].value)] else { return nil }
    let rest = text[position...]
    return words.first { $0.count <= rest.count && rest.prefix($0.count) == $0[...] }?.count
  }
}
