import ReportModel

/// The units that own rows of a plan, and how to recognize them.
struct PlanUnits: Sendable {
  /// The names as the plan writes them, in the order of its rows.
  private(set) var names: [String] = []
  /// The units of each row.
  private(set) var owners: [[Int]] = []
  /// The rows of each unit.
  private(set) var rows: [[Int]] = []
  let organizations: OrganizationNames

  private var places: [String: Int] = [:]

  init(leads: [String], organizations: OrganizationNames) {
    self.organizations = organizations
    var memo: [String: [Int]] = [:]
    for (row, lead) in leads.enumerated() {
      let units: [Int]
      if let known = memo[lead] {
        units = known
      } else {
        units = register(lead)
        memo[lead] = units
      }
      owners.append(units)
      for unit in units { rows[unit].append(row) }
    }
  }

  private mutating func register(_ lead: String) -> [Int] {
    var units: [Int] = []
    for name in organizations.names(in: lead) {
      let key = organizations.key(of: name)
      if key.isEmpty { continue }
      let place = places[key] ?? names.count
      if place == names.count {
        places[key] = place
        names.append(CleanText.display(name))
        rows.append([])
      }
      if !units.contains(place) { units.append(place) }
    }
    return units
  }

  /// The unit of a name, and whether it is only likely: 洪江市教育局 for 市教育局.
  func unit(named name: String) -> (unit: Int, isLikely: Bool)? {
    let key = organizations.key(of: name)
    if key.isEmpty { return nil }
    if let unit = places[key] { return (unit, false) }
    var found: Set<Int> = []
    for (known, unit) in places {
      let (longer, shorter) = known.count > key.count ? (known, key) : (key, known)
      if shorter.count >= 3, longer.count - shorter.count <= 4, longer.hasSuffix(shorter) {
        found.insert(unit)
      }
    }
    return found.count == 1 ? found.first.map { ($0, true) } : nil
  }

  /// The units that the name of a file names.
  func units(inFileName file: String) -> [Int] {
    let stem = CleanText.key(Self.stem(file))
    let whole = organizations.names(in: Self.stem(file)).compactMap {
      places[organizations.key(of: $0)]
    }
    if !whole.isEmpty { return whole.sorted() }
    var hits: [(unit: Int, range: Range<String.Index>)] = []
    for (known, unit) in places {
      for spelling in Self.spellings(of: known) {
        if let range = stem.firstRange(of: spelling) {
          hits.append((unit, range))
          break
        }
      }
    }
    // A name inside a longer one is no name of its own: 市交通局 in 市交通局执法大队.
    let outer = hits.filter { hit in
      !hits.contains {
        $0.unit != hit.unit && $0.range.lowerBound <= hit.range.lowerBound
          && hit.range.upperBound <= $0.range.upperBound && $0.range != hit.range
      }
    }
    return Set(outer.map(\.unit)).sorted()
  }

  /// The organization that a file is called after, where its name is that of one.
  func organization(inFileName file: String) -> String? {
    var text = Self.stem(file)
    for mark in ["（", "(", "_", "-", "—", " ", "【", "["] {
      if let range = text.firstRange(of: mark), range.lowerBound > text.startIndex {
        text = String(text[..<range.lowerBound])
      }
    }
    text = text.filter { !$0.isNumber && $0 != "." }
    return text.count >= 3 && organizations.looksLikeOrganization(text) ? text : nil
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func spellings(of key: String) -> [String] {
    if let first = key.first, ["市", "县", "区", "州", "省"].contains(first), key.count >= 4 {
      return [key, String(key.dropFirst())]
    }
    return [key]
  }
}
