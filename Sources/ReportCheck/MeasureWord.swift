import ReportModel

/// A word of measure as texts use it: `万人` is 10,000 of the base `人`.
///
/// Coarser than the units of the model on purpose: 名 and 位 count as 人, and every word that
/// counts things is as good as another when numbers agree.
struct MeasureWord: Hashable, Sendable {
  /// The word for one; empty where the text names none that is known.
  let base: String
  /// How many of them the word stands for.
  let scale: FixedPoint
  /// Whether it counts things or people, so that another such word may stand for it.
  let isCount: Bool
  /// Whether numbers of the word are no targets as a rule.
  let isIncidental: Bool

  /// The percent.
  static let percent = MeasureWord(base: "%", scale: .one)
  /// No word.
  static let none = MeasureWord(base: "", scale: .one)

  init(base: String, scale: FixedPoint) {
    self.base = base
    self.scale = scale
    isCount = Self.counts.contains(base)
    isIncidental = TaskWords.incidental.contains(base)
  }

  /// Reads a unit as it stands in a cell; an unknown word is its own base.
  init(_ text: String) {
    var rest = Substring(
      CleanText.key(text).replacing("·", with: ".").replacing("％", with: "%"))
    var places = 0
    while let (word, factor) = Self.multiples.first(where: { rest.hasPrefix($0.0) }),
      rest.count > word.count
    {
      rest = rest.dropFirst(word.count)
      places += factor
    }
    let parts = rest.split(separator: "/", maxSplits: 1).map(String.init)
    let head = parts.first ?? ""
    let (base, own) = Self.synonyms[head] ?? (head, FixedPoint.one)
    // 亿亿亿 is no multiple that anybody means.
    let scale = own.shifted(by: places) ?? own
    guard parts.count == 2 else {
      self.init(base: base, scale: scale)
      return
    }
    // 元/月.人 and 元/人·月 are one unit.
    let per = parts[1].split(whereSeparator: { $0 == "." || $0 == "/" || $0 == "、" })
      .map { Self.synonyms[String($0)]?.0 ?? String($0) }.sorted()
    self.init(base: base + "/" + per.joined(separator: "."), scale: scale)
  }

  /// Whether numbers in the two words can mean the same.
  func agrees(with other: MeasureWord) -> Bool {
    (isCount && other.isCount) || base == other.base || base.isEmpty || other.base.isEmpty
      || base.hasPrefix(other.base + "/") || other.base.hasPrefix(base + "/")
  }

  /// Whether a text is a number and nothing else, grouping and spaces aside.
  static func isBareNumber(_ text: String) -> Bool {
    let key = CleanText.key(text)
    return !key.isEmpty
      && key.unicodeScalars.allSatisfy { "0123456789.,-+".unicodeScalars.contains($0) }
  }

  /// Multiples as powers of ten.
  private static let multiples: [(String, Int)] = [("亿", 8), ("千万", 7), ("百万", 6), ("万", 4)]

  private static let synonyms: [String: (String, FixedPoint)] = [
    "名": ("人", 1), "位": ("人", 1), "人": ("人", 1), "人次": ("人次", 1), "公里": ("米", 1000),
    "千米": ("米", 1000), "里": ("米", 500), "km": ("米", 1000), "m": ("米", 1),
    "平方公里": ("平方米", 1_000_000),
    "平方千米": ("平方米", 1_000_000), "平米": ("平方米", 1), "㎡": ("平方米", 1), "m2": ("平方米", 1),
    "公顷": ("平方米", 10_000), "方": ("立方米", 1), "立方": ("立方米", 1), "m3": ("立方米", 1), "场次": ("场", 1),
    "班次": ("班", 1), "角": ("元", FixedPoint(digits: 1, decimals: 1) ?? 1),
    "吨": ("千克", 1000),
    "公斤": ("千克", 1), "kg": ("千克", 1), "百分比": ("%", 1), "百分之": ("%", 1), "千元": ("元", 1000),
    "千瓦时": ("度", 1), "圆": ("元", 1), "块": ("块", 1), "户次": ("户", 1),
  ]

  private static let counts: Set<String> = [
    "人", "人次", "个", "台", "套", "家", "所", "座", "处", "项", "件", "条", "间", "栋", "幢", "辆", "张", "份", "次",
    "场", "户", "班", "组", "对", "支", "部", "架", "艘", "艇", "盏", "根", "棵", "株", "头", "只", "口", "床", "村",
    "镇",
    "乡", "县", "街道", "社区", "宗", "例", "篇", "期", "批", "站", "点", "片", "块", "段", "道", "门", "孔", "把", "枚",
    "本",
    "册", "盘", "列", "车", "桩", "端口", "车位", "泊位", "学位", "床位", "基", "路", "户数", "套数", "人数", "档", "类",
    "种", "届",
    "轮", "天", "杆", "樘", "扇", "面", "顶", "笔",
  ]
}
