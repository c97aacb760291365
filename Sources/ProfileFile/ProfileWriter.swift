import FoundationEssentials
import ReportModel

/// Writes a profile as YAML that `ProfileReader` reads back to the same profile.
struct ProfileWriter {
  private(set) var text = ""
  private let profile: Profile
  private let isWhole: Bool
  private let standard = Profile()

  init(_ profile: Profile, notes: ProfileNotes, isWhole: Bool) {
    self.profile = profile
    self.isWhole = isWhole
    for line in notes.head { add(line.isEmpty ? "#" : "# " + YAMLText.comment(line)) }
    add("profile: " + YAMLText.scalar(profile.name))
    addSheets()
    addHeader()
    addFields()
    if differs(\.extras) { add("extras: " + YAMLText.list(profile.extras)) }
    addFill()
    addSections()
    if differs(\.skipRows) { add("skip_rows: " + list(profile.skipRows)) }
    addMeta()
    addUnits()
    addAliases()
    if differs(\.sentinels) { add("sentinels: " + YAMLText.list(profile.sentinels)) }
    addChecks()
    if !profile.layouts.isEmpty {
      add("layouts:")
      for (index, layout) in profile.layouts.enumerated() {
        add(LayoutWriter(layout, number: index, notes: notes).text, isLine: false)
      }
    }
  }

  private mutating func add(_ line: String, isLine: Bool = true) {
    text += line
    if isLine { text += "\n" }
  }

  private func differs<Value: Equatable>(_ path: KeyPath<Profile, Value>) -> Bool {
    isWhole || profile[keyPath: path] != standard[keyPath: path]
  }

  private func list(_ patterns: [TextPattern]) -> String {
    "[" + patterns.map { Self.pattern($0) }.joined(separator: ", ") + "]"
  }

  /// A pattern in single quotes, in which a backslash is itself.
  private static func pattern(_ pattern: TextPattern?) -> String {
    guard let pattern else { return "null" }
    let source = pattern.source
    let isSimple = source.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    return isSimple
      ? "'" + source.replacing("'", with: "''") + "'" : YAMLText.quoted(source)
  }
}

// MARK: - Sections of the file

extension ProfileWriter {
  private mutating func addSheets() {
    guard differs(\.sheets) else { return }
    let rule = profile.sheets
    add("sheets:")
    add("  include: " + YAMLText.list(rule.include))
    add("  exclude: " + YAMLText.list(rule.exclude))
    add("  hidden: " + rule.hidden.rawValue)
  }

  private mutating func addHeader() {
    guard differs(\.header) else { return }
    let rule = profile.header
    add("header:")
    add("  min_fields: \(rule.minimumFields)")
    add("  rows: " + (rule.rows.map { "\($0)" } ?? "auto"))
    add("  repeat: " + rule.repetition.rawValue)
  }

  private mutating func addFields() {
    var lines = ""
    for rule in profile.fields {
      var own = rule
      own.fill = standard.rule(for: rule.field).fill
      guard isWhole || own != standard.rule(for: rule.field) else { continue }
      lines += "  \(rule.field.rawValue):\n"
      lines += "    headers: " + YAMLText.list(rule.headers) + "\n"
      let before = standard.rule(for: rule.field)
      if rule.isRequired != before.isRequired || isWhole {
        lines += "    required: \(rule.isRequired)\n"
      }
      if rule.levels != before.levels || (isWhole && !rule.levels.isEmpty) {
        lines += "    levels: [" + rule.levels.map(\.rawValue).joined(separator: ", ") + "]\n"
      }
      if rule.scale != before.scale || (isWhole && rule.field == .percent) {
        lines += "    scale: \(rule.scale.rawValue)\n"
      }
    }
    if !lines.isEmpty {
      add("fields:")
      add(lines, isLine: false)
    }
  }

  private mutating func addFill() {
    let rules = profile.fields.filter {
      isWhole || $0.fill != standard.rule(for: $0.field).fill
    }
    guard !rules.isEmpty else { return }
    add("fill:")
    for rule in rules { add("  \(rule.field.rawValue): \(rule.fill.rawValue)") }
  }

  private mutating func addSections() {
    guard differs(\.sections) else { return }
    let rule = profile.sections
    add("sections:")
    add("  row: " + Self.pattern(rule.row))
    add("  or_column: " + (rule.column.map(YAMLText.scalar) ?? "null"))
    add("  or_sheet_title: \(rule.usesSheetTitle)")
  }

  private mutating func addMeta() {
    guard differs(\.meta) else { return }
    add("meta:")
    add("  unit: " + Self.pattern(profile.meta.unit))
    add("  date: " + Self.pattern(profile.meta.date))
    add("  as_of: " + Self.pattern(profile.meta.asOf))
  }

  private mutating func addUnits() {
    guard !profile.units.isEmpty else { return }
    add("units:")
    for unit in profile.units {
      add(
        "  \(YAMLText.scalar(unit.name)): {canonical: \(YAMLText.scalar(unit.canonical)), "
          + "base: \(YAMLText.scalar(unit.base)), scale: \(unit.scale)}")
    }
  }

  /// The names beyond the built-in ones, which a profile adds to.
  private mutating func addAliases() {
    let added = isWhole ? profile.aliases[...] : profile.aliases.dropFirst(standard.aliases.count)
    guard !added.isEmpty else { return }
    add("aliases:")
    for alias in added {
      add("  \(YAMLText.scalar(alias.name)): " + YAMLText.list(alias.others))
    }
  }

  private mutating func addChecks() {
    guard differs(\.checks) else { return }
    let rule = profile.checks
    add("checks:")
    add("  overshoot: \(rule.overshoot)")
    add("  percent_decimals: \(rule.percentDecimals)")
    add("  rounding: " + rule.rounding.rawValue)
    add("  capped_ok: \(rule.isCapAllowed)")
    add("  schedule: " + (rule.schedule.map { "\($0)" } ?? "null"))
    add("  disabled: " + YAMLText.list(rule.disabled))
  }
}
