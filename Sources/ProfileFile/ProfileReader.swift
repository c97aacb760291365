import FoundationEssentials
import ReportModel
import Yams

/// Reads a profile out of YAML, key by key.
struct ProfileReader {
  let file: String

  static let keys = [
    "profile", "sheets", "header", "fields", "extras", "fill", "sections", "skip_rows", "meta",
    "units", "aliases", "sentinels", "checks", "layouts",
  ]

  func profile(_ root: Node) throws(ProfileFileError) -> Profile {
    var profile = Profile()
    let node = ProfileNode(node: root, path: "", file: file)
    guard case .mapping = root else {
      throw node.error(
        "a profile is a mapping such as “profile: minsheng-shishi/1”",
        "配置文件应为映射，如“profile: minsheng-shishi/1”")
    }
    let members = try topLevel(node)
    if let value = members["profile"] { profile.name = try value.text() }
    if let value = members["sheets"] { try readSheets(value, &profile.sheets) }
    if let value = members["header"] { try readHeader(value, &profile.header) }
    if let value = members["fields"] { try readFields(value, &profile) }
    if let value = members["extras"] { profile.extras = try value.texts() }
    if let value = members["fill"] { try readFill(value, &profile) }
    if let value = members["sections"] { try readSections(value, &profile.sections) }
    if let value = members["skip_rows"] { profile.skipRows = try value.patterns() }
    if let value = members["meta"] { try readMeta(value, &profile.meta) }
    if let value = members["units"] { try readUnits(value, &profile) }
    if let value = members["aliases"] { try readAliases(value, &profile) }
    if let value = members["sentinels"] { profile.sentinels = try value.texts() }
    if let value = members["checks"] { try readChecks(value, &profile.checks) }
    if let value = members["layouts"] { profile.layouts = try LayoutReader().layouts(value) }
    return profile
  }

  private func topLevel(_ node: ProfileNode) throws(ProfileFileError) -> [String: ProfileNode] {
    var result: [String: ProfileNode] = [:]
    for member in try node.members() {
      guard Self.keys.contains(member.name) else {
        throw member.key.unknownKey(member.name, in: "", known: Self.keys)
      }
      let value = ProfileNode(node: member.value.node, path: member.name, file: file)
      if !value.isNull { result[member.name] = value }
    }
    return result
  }

  // MARK: - Sheets and headers

  private func readSheets(
    _ node: ProfileNode, _ rule: inout SheetRule
  ) throws(ProfileFileError) {
    let members = try node.members(known: ["include", "exclude", "hidden"])
    if let value = members["include"] { rule.include = try value.texts() }
    if let value = members["exclude"] { rule.exclude = try value.texts() }
    if let value = members["hidden"] { rule.hidden = try value.choice(SheetRule.Hidden.self) }
  }

  private func readHeader(
    _ node: ProfileNode, _ rule: inout HeaderRule
  ) throws(ProfileFileError) {
    let members = try node.members(known: ["min_fields", "rows", "repeat"])
    if let value = members["min_fields"] { rule.minimumFields = try value.integer(1...20) }
    if let value = members["rows"] {
      if case .scalar(let scalar) = value.node, scalar.string == "auto" {
        rule.rows = nil
      } else if case .scalar(let scalar) = value.node,
        scalar.string.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        rule.rows = try value.integer(1...10)
      } else {
        throw value.wrong("auto or a whole number", " auto 或整数")
      }
    }
    if let value = members["repeat"] {
      rule.repetition = try value.choice(HeaderRule.Repetition.self)
    }
  }

  // MARK: - Fields

  private func readFields(
    _ node: ProfileNode, _ profile: inout Profile
  ) throws(ProfileFileError) {
    for member in try node.members() {
      let field = try self.field(member.key, member.name, under: node.path)
      var rule = profile.rule(for: field)
      let members = try member.value.members(
        known: ["headers", "also", "required", "levels", "scale"])
      if let value = members["headers"] { rule.headers = try value.texts() }
      if let value = members["also"] {
        for header in try value.texts() where !rule.headers.contains(header) {
          rule.headers.append(header)
        }
      }
      if let value = members["required"] { rule.isRequired = try value.flag() }
      if let value = members["levels"] { rule.levels = try levels(value) }
      if let value = members["scale"] { rule.scale = try value.choice(FieldRule.Scale.self) }
      profile.replace(rule)
    }
  }

  private func levels(_ node: ProfileNode) throws(ProfileFileError) -> [ReportField] {
    var levels: [ReportField] = []
    for item in try node.items() {
      let field = try item.choice(ReportField.self)
      guard field.isLevel, !levels.contains(field) else {
        throw item.wrong(
          "goal, action, task or indicator, each once", "goal、action、task、indicator，各一次")
      }
      levels.append(field)
    }
    return levels
  }

  private func field(
    _ key: ProfileNode, _ name: String, under path: String
  ) throws(ProfileFileError) -> ReportField {
    guard let field = ReportField(rawValue: name), field != .extra else {
      let known = ReportField.allCases.filter { $0 != .extra }.map(\.rawValue)
      throw key.unknownKey(name, in: path, known: known)
    }
    return field
  }

  private func readFill(
    _ node: ProfileNode, _ profile: inout Profile
  ) throws(ProfileFileError) {
    for member in try node.members() {
      let field = try self.field(member.key, member.name, under: node.path)
      var rule = profile.rule(for: field)
      rule.fill = try member.value.choice(FieldRule.Fill.self)
      profile.replace(rule)
    }
  }
}

// MARK: - Words

extension ProfileReader {
  private func readSections(
    _ node: ProfileNode, _ rule: inout SectionRule
  ) throws(ProfileFileError) {
    let members = try node.members(known: ["row", "or_column", "or_sheet_title"])
    if let value = members["row"] { rule.row = value.isNull ? nil : try value.pattern() }
    if let value = members["or_column"] { rule.column = value.isNull ? nil : try value.text() }
    if let value = members["or_sheet_title"] { rule.usesSheetTitle = try value.flag() }
  }

  private func readMeta(
    _ node: ProfileNode, _ rule: inout MetaRule
  ) throws(ProfileFileError) {
    let members = try node.members(known: ["unit", "date", "as_of"])
    if let value = members["unit"] { rule.unit = value.isNull ? nil : try value.pattern() }
    if let value = members["date"] { rule.date = value.isNull ? nil : try value.pattern() }
    if let value = members["as_of"] { rule.asOf = value.isNull ? nil : try value.pattern() }
  }

  private func readUnits(
    _ node: ProfileNode, _ profile: inout Profile
  ) throws(ProfileFileError) {
    for member in try node.members() {
      let members = try member.value.members(known: ["canonical", "base", "scale"])
      let canonical = try members["canonical"]?.text() ?? member.name
      let scale = try members["scale"]?.decimal() ?? 1
      guard scale > 0 else {
        throw (members["scale"] ?? member.value).wrong("above zero", "大于零的数")
      }
      profile.units.append(
        UnitDefinition(
          name: member.name, canonical: canonical, base: try members["base"]?.text() ?? canonical,
          scale: scale))
    }
  }

  private func readAliases(
    _ node: ProfileNode, _ profile: inout Profile
  ) throws(ProfileFileError) {
    for member in try node.members() {
      profile.aliases.append(
        OrganizationAlias(name: member.name, others: try member.value.texts()))
    }
  }

  private func readChecks(
    _ node: ProfileNode, _ rule: inout CheckRule
  ) throws(ProfileFileError) {
    let members = try node.members(
      known: [
        "overshoot", "percent_decimals", "rounding", "capped_ok", "schedule", "disabled",
      ])
    if let value = members["overshoot"] { rule.overshoot = try value.decimal() }
    if let value = members["percent_decimals"] {
      rule.percentDecimals = try value.integer(0...10)
    }
    if let value = members["rounding"] {
      rule.rounding = try value.choice(CheckRule.Rounding.self)
    }
    if let value = members["capped_ok"] { rule.isCapAllowed = try value.flag() }
    if let value = members["schedule"] {
      rule.schedule = value.isNull ? nil : try value.decimal()
    }
    if let value = members["disabled"] { rule.disabled = try codes(value) }
  }

  private func codes(_ node: ProfileNode) throws(ProfileFileError) -> [String] {
    var codes: [String] = []
    for item in try node.items() {
      let code = try item.text()
      let isCode = code.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
      }
      guard isCode else { throw item.wrong("a code such as PCT_STYLE", "代码，如 PCT_STYLE") }
      codes.append(code)
    }
    return codes
  }
}

extension Profile {
  /// Puts a rule in the place of the one for the same field, or behind the others.
  fileprivate mutating func replace(_ rule: FieldRule) {
    if let place = fields.firstIndex(where: { $0.field == rule.field }) {
      fields[place] = rule
    } else {
      fields.append(rule)
    }
  }
}
