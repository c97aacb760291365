import FoundationEssentials
import ReportModel

/// A word of measure as texts use it: `万人` is 10,000 of the base `人`.
///
/// Coarser than the units of the model on purpose: 名 and 位 count as 人, and every word that
/// counts things is as good as another when numbers agree.
struct MeasureWord: Hashable {
  /// The word for one; empty where the text names none that is known.
  let base: String
  /// How many of them the word stands for.
  let scale: Decimal

  init(base: String, scale: Decimal) {
    self.base = base
    self.scale = scale
  }

  /// Reads a unit as it stands in a cell; an unknown word is its own base.
  init(_ text: String) {
    var rest = Substring(
      CleanText.key(text).replacing("·", with: ".").replacing("％", with: "%"))
    var scale: Decimal = 1
    while let (word, factor) = Self.multiples.first(where: { rest.hasPrefix($0.0) }),
      rest.count > word.count
    {
      rest = rest.dropFirst(word.count)
      scale *= factor
    }
    let parts = rest.split(separator: "/", maxSplits: 1).map(String.init)
    guard let head = parts.first else {
      self.init(base: "", scale: scale)
      return
    }
    let (base, factor) = Self.synonyms[head] ?? (head, 1)
    guard parts.count == 2 else {
      self.init(base: base, scale: scale * factor)
      return
    }
    // 元/月.人 and 元/人·月 are one unit.
    let per = parts[1].split(whereSeparator: { $0 == "." || $0 == "/" || $0 == "、" })
      .map { Self.synonyms[String($0)]?.0 ?? String($0) }.sorted()
    self.init(base: base + "/" + per.joined(separator: "."), scale: scale * factor)
  }

  /// Whether it counts things or people, so that another such word may stand for it.
  var isCount: Bool { Self.counts.contains(base) }

  /// Whether numbers in the two words can mean the same.
  func agrees(with other: MeasureWord) -> Bool {
    base == other.base || base.isEmpty || other.base.isEmpty || (isCount && other.isCount)
      || base.hasPrefix(other.base + "/") || other.base.hasPrefix(base + "/")
  }

  /// Whether a text is a number and nothing else, grouping and spaces aside.
  static func isBareNumber(_ text: String) -> Bool {
    let key = CleanText.key(text)
    return !key.isEmpty
      && key.unicodeScalars.allSatisfy { "0123456789.,-+".unicodeScalars.contains($0) }
  }

  private static let multiples: [(String, Decimal)] = [
    ("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000),
  ]

  private static let synonyms: [String: (String, Decimal)] = [
    "名": ("人", 1), "位": ("人", 1), "人": ("人", 1), "人次": ("人次", 1), "公里": ("米", 1000),
    "千米": ("米", 1000), "里": ("米", 500), "km": ("米", 1000), "m": ("米", 1),
    "平方公里": ("平方米", 1_000_000),
    "平方千米": ("平方米", 1_000_000), "平米": ("平方米", 1), "㎡": ("平方米", 1), "m2": ("平方米", 1),
    "公顷": ("平方米", 10_000), "方": ("立方米", 1), "立方": ("立方米", 1), "m3": ("立方米", 1), "场次": ("场", 1),
    "班次": ("班", 1), "角": ("元", Decimal(sign: .plus, exponent: -1, significand: 1)),
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
