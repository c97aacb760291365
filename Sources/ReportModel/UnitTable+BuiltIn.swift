import FoundationEssentials

extension UnitTable {
  /// The known words: measures with their scales, and counting words.
  static let builtIn: [TextKey: Simple] = {
    var words: [TextKey: Simple] = [:]
    for line in measures {
      for spelling in line.spellings {
        words[TextKey(key(spelling))] = Simple(
          canonical: line.spellings[0], dimension: line.dimension, base: line.base,
          scale: line.scale)
      }
    }
    for group in synonymsOfCountingWords {
      for spelling in group {
        words[TextKey(key(spelling))] = Simple(
          canonical: group[0], dimension: group[0], base: group[0], scale: 1)
      }
    }
    for word in countingWords.split(separator: " ") {
      let word = String(word)
      if words[TextKey(key(word))] == nil {
        words[TextKey(key(word))] = Simple(canonical: word, dimension: word, base: word, scale: 1)
      }
    }
    return words
  }()

  private struct Line {
    var spellings: [String]
    var dimension: String
    var base: String
    var scale: Decimal

    init(_ dimension: String, _ base: String, _ scale: Decimal, _ spellings: String...) {
      self.spellings = spellings
      self.dimension = dimension
      self.base = base
      self.scale = scale
    }
  }

  private static let thousandth = Decimal(sign: .plus, exponent: -3, significand: 1)

  private static let measures: [Line] = [
    Line("money", "元", 1, "元", "人民币元", "rmb", "块"),
    Line("length", "米", 1, "米", "m", "延米", "延长米"),
    Line("length", "米", 1000, "千米", "公里", "km"),
    Line("length", "米", 500, "里", "华里"),
    Line("length", "米", thousandth * 10, "厘米", "cm"),
    Line("length", "米", thousandth, "毫米", "mm"),
    Line("area", "平方米", 1, "平方米", "平米", "m2", "m²", "㎡", "平方"),
    Line("area", "平方米", 1_000_000, "平方公里", "平方千米", "km2", "km²"),
    Line("land", "亩", 1, "亩"),
    Line("land", "亩", 15, "公顷", "ha", "hm2"),
    Line("volume", "立方米", 1, "立方米", "方", "立方", "m3", "m³"),
    Line("volume", "立方米", thousandth, "升", "l"),
    Line("mass", "吨", 1, "吨", "t"),
    Line("mass", "吨", thousandth, "千克", "公斤", "kg"),
    Line("mass", "吨", thousandth / 2, "斤", "市斤"),
    Line("mass", "吨", thousandth * thousandth, "克", "g"),
    Line("power", "千瓦", 1, "千瓦", "kw"),
    Line("power", "千瓦", 1000, "兆瓦", "mw"),
    Line("power", "千瓦", thousandth, "瓦", "w"),
    Line("apparent power", "千伏安", 1, "千伏安", "kva"),
    Line("apparent power", "千伏安", 1000, "兆伏安", "mva"),
    Line("voltage", "千伏", 1, "千伏", "kv"),
    Line("energy", "千瓦时", 1, "千瓦时", "度", "kwh"),
    Line("energy", "千瓦时", 1000, "兆瓦时", "mwh"),
    Line("ratio", "%", 1, "%", "百分比", "百分之"),
    Line("ratio", "%", thousandth * 100, "‰", "千分之"),
    Line("percentage points", "百分点", 1, "百分点", "个百分点"),
    Line("data", "mb", 1, "MB", "兆"),
    Line("data", "mb", 1024, "GB"),
    Line("data", "mb", 1_048_576, "TB"),
  ]

  /// The first of each line is the canonical one.
  private static let synonymsOfCountingWords: [[String]] = [
    ["人", "名", "位"], ["场次", "场"], ["户", "农户", "家庭"], ["天", "日"], ["月", "个月"], ["年"],
    ["小时", "h"], ["分钟", "min"], ["张", "床", "张床位", "床位"], ["套", "台套", "台/套", "台(套)"],
    ["学位", "个学位"], ["个点", "点"],
  ]

  private static let countingWords = """
    个 所 家 台 座 处 件 项 条 辆 份 次 期 批 组 间 栋 幢 盏 根 棵 株 头 只 羽 篇 本 册 门 节 支 对 队 堂 课时 学时 车位 \
    泊位 村 乡镇 乡 镇 县 区 市 街道 社区 站 片 块 口 眼 人次 户次 台次 车次 班次 例次 亩次 例 宗 起 笔 面 部 艘 架 孔 道 \
    线 分 级 倍 班 团 工日 人天 户数 万户 万人次 处(个) 个(处) 所(个) 套(户) 户(套) 座(处) 公里/条 标准箱 单 票 枚 把 桶 箱 袋 \
    瓶 吨公里 亿次 季度 周 季 工 类 种 样 款 层 单元 扇 棚 网 基 盘 幅 帧 集 卷 部门 机构 企业 单位 岗位 个岗位 名次 位次 桩 \
    枪 端口 个端口 基站 杆 井 池 泵 塘 坝 渠 闸 库 车 船 匹 羊单位 立方米/天 吨/日 万吨/日 页 号 届 轮 遍 趟 层次 亩 \
    插座 摊位 铺位 席 席位 餐位 床次 对次 点位 村(社区) 村(居) 个村 个社区 个乡镇
    """
}
