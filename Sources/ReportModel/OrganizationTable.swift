/// A name of an organization and the names that mean the same.
public struct OrganizationAlias: Hashable, Sendable {
  /// The name that stands for all.
  public var name: String
  /// The other names.
  public var others: [String]

  /// Makes an alias.
  public init(name: String, others: [String]) {
    self.name = name
    self.others = others
  }

  /// The aliases of the standard profile.
  public static let standard: [OrganizationAlias] = {
    let bureaus = [
      "教育", "民政", "人社", "住建", "交通", "水利", "农业农村", "公安", "工信", "发改", "文旅", "数据", "财政", "商务", "林业",
      "司法",
      "审计", "统计", "医保", "应急", "自然资源", "科技", "信访", "生态环境", "城管", "乡村振兴", "市场监管", "退役军人", "国资", "粮食",
    ].map { OrganizationAlias(name: "市\($0)局", others: ["\($0)局"]) }
    let special = [
      OrganizationAlias(
        name: "市卫健局",
        others: ["市卫健委", "卫健局", "卫健委", "市卫生健康局", "市卫生健康委", "市卫生健康委员会", "卫生健康局", "卫生健康委"]),
      OrganizationAlias(name: "市妇联", others: ["妇联", "市妇女联合会"]),
      OrganizationAlias(name: "市残联", others: ["残联", "市残疾人联合会"]),
      OrganizationAlias(name: "市总工会", others: ["总工会"]),
      OrganizationAlias(name: "市消防救援大队", others: ["消防救援大队", "市消防大队"]),
      OrganizationAlias(name: "市人力资源和社会保障局", others: ["人力资源和社会保障局"]),
    ]
    return bureaus + special
  }()
}

/// The organizations: which names mean the same, and how a cell with several is split (rule N8).
public struct OrganizationTable: Sendable {
  private var canonical: [TextKey: String] = [:]

  /// The table of a profile.
  public init(profile: Profile = .standard) {
    for alias in profile.aliases {
      canonical[TextKey(CleanText.key(alias.name))] = alias.name
      for other in alias.others { canonical[TextKey(CleanText.key(other))] = alias.name }
    }
  }

  /// The one name that stands for all names of an organization; the cleaned name itself if the
  /// table has none.
  public func canonicalName(of name: String) -> String {
    let bare = Self.withoutStamp(CleanText.display(name))
    return canonical[TextKey(CleanText.key(bare))] ?? bare
  }

  /// The key by which organizations are compared.
  public func key(of name: String) -> String {
    CleanText.key(canonicalName(of: name))
  }

  /// Whether two names mean the same organization by the table.
  public func areSame(_ one: String, _ other: String) -> Bool {
    key(of: one) == key(of: other)
  }

  /// The names in a cell: split at 、 ， ； / and at line ends that end a name.
  public func split(_ text: String) -> [String] {
    var names: [String] = []
    var current = String.UnicodeScalarView()
    var depth = 0
    func flush() {
      let name = CleanText.display(String(current))
      if !name.isEmpty { names.append(name) }
      current = String.UnicodeScalarView()
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      default: break
      }
      switch scalar {
      case "、", "，", ",", "；", ";", "/",
        "／" where depth == 0:
        flush()
      case "\n", "\r":
        // A line break inside a name (市卫↵健局) is no end of it.
        if Self.endsName(previous) { flush() }
      case "市" where Self.endsName(previous) && previous != "市" && current.count > 2:
        flush()
        current.append(scalar)
      default:
        current.append(scalar)
      }
      if !CleanText.isWhiteSpace(scalar) { previous = scalar }
    }
    flush()
    return names
  }

  /// The canonical names in a cell, each once, in the order of the cell.
  public func organizations(in text: String) -> [String] {
    var seen: Set<String> = []
    return split(text).map { canonicalName(of: $0) }.filter { seen.insert($0).inserted }
  }

  /// Whether a text looks like the name of an organization, or is one of the table.
  public func looksLikeOrganization(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard count >= 2, count <= 60 else { return false }
    if canonical[TextKey(CleanText.key(text))] != nil { return true }
    let names = split(text)
    return !names.isEmpty
      && names.allSatisfy { name in
        let bare = Self.withoutStamp(name)
        guard bare.unicodeScalars.count >= 2, bare.unicodeScalars.count <= 30 else { return false }
        return Self.suffixes.contains { bare.ends(with: $0) && bare.utf8.count > $0.utf8.count }
          || canonical[TextKey(CleanText.key(bare))] != nil
      }
  }

  private static func endsName(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return "局委办联会司心队府院厅处站所社部校馆场县区镇乡道村".unicodeScalars.contains(scalar)
  }

  private static func withoutStamp(_ name: String) -> String {
    for stamp in ["（盖章）", "(盖章)", "（公章）", "(公章)"] where name.ends(with: stamp) {
      return String(name.dropLast(stamp.count))
    }
    return name
  }

  private static let suffixes = [
    "局", "委", "委员会", "办", "办公室", "联", "妇联", "残联", "总工会", "工会", "会", "院", "公司", "中心", "大队", "支队",
    "总队",
    "政府", "镇", "乡", "街道", "街道办", "办事处", "厅", "处", "站", "所", "社", "部", "学校", "大学", "学院", "医院", "馆",
    "集团",
    "银行", "管委会", "团委", "法院", "检察院", "县", "区", "林场", "农场", "电网", "分行", "支行", "税务", "气象", "烟草", "邮政",
  ]
}
