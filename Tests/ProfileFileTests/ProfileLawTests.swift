import FoundationEssentials
import ProfileFile
import ReportModel
import Testing

@Suite("Laws of profiles")
struct ProfileLawTests {
  private func read(_ text: String) throws -> Profile {
    try ProfileFile.profile(from: Array(text.utf8), file: "p.yml")
  }

  @Test("The standard profile is written as its name, and in full on demand")
  func standard() throws {
    #expect(ProfileFile.text(of: .standard) == "profile: minsheng-shishi/1\n")
    var whole = try read(ProfileFile.text(of: .standard, isWhole: true))
    // Aliases are added to the built-in ones, so that they stand there twice.
    #expect(whole.aliases == Profile.standard.aliases + Profile.standard.aliases)
    whole.aliases = Profile.standard.aliases
    #expect(whole == .standard)
  }

  @Test("What is written reads back the same, whatever the texts are", arguments: 1...40)
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let profile = random.profile()
    let text = ProfileFile.text(of: profile)
    #expect(try read(text) == profile, "\(text)")
  }

  @Test("Comments change nothing, whatever stands in them")
  func comments() throws {
    var profile = Profile()
    var layout = SheetLayout(sheet: "a: *b", header: 0...0)
    layout.columns = [.init(column: 0, field: .goal, header: "项目")]
    layout.rows = [.init(rows: 1...9, role: .data)]
    profile.layouts = [layout]
    var notes = ProfileNotes()
    notes.head = ["one\ntwo: *x", "- &a"]
    notes.columns[.init(layout: 0, index: 0)] = "such as \u{2028}# x\r\nprofile: y"
    for row in 2...5 { notes.rows[.init(layout: 0, index: row)] = "- *row \(row)" }
    let text = ProfileFile.text(of: profile, notes: notes)
    #expect(try read(text) == profile)
    #expect(
      text == """
        # one two: ＊x
        # - ＆a
        profile: minsheng-shishi/1
        layouts:
          - sheet: "a: \\x2Ab"
            header: 1
            columns:
              A: {field: goal, header: 项目}  # such as  # x  profile: y
            rows:
              2: data
              3: data  # - ＊row 2
              4: data  # - ＊row 3
              5: data  # - ＊row 4
              6: data  # - ＊row 5
              7-10: data

        """)
  }
}

/// A seeded generator of profiles.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func text() -> String {
    let words = [
      "项目", "true", "null", "~", "0x1F", "1e5", "- a", "a: b", "#x", "x #y", "'", "\"", "\\", "*a",
      "&b", "!t", "%", "@", "`", "{", "}", "[", "]", ",", "?", "|", ">", " ", "\n", "\t", "完成率(%)",
      "\u{85}", "\u{2028}", "é", "😀", "::", "a,*b", "Y", "2025-12-31", "010", "\u{7F}",
    ]
    return (0...Int.random(in: 0...2, using: &self)).map { _ in
      words.randomElement(using: &self) ?? ""
    }.joined()
  }

  mutating func texts() -> [String] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in text() }
  }

  mutating func pattern() -> TextPattern? {
    ["^a", "'", "\\d+", "合 *计", "[:：]", "#", "a\\\\b"].randomElement(using: &self)
      .flatMap { TextPattern($0) }
  }

  mutating func profile() -> Profile {
    var profile = Profile()
    profile.name = text()
    profile.sheets.include = texts()
    profile.sheets.hidden = Bool.random(using: &self) ? .include : .skip
    profile.header.minimumFields = Int.random(in: 1...9, using: &self)
    profile.header.rows = Bool.random(using: &self) ? 2 : nil
    profile.header.repetition = Bool.random(using: &self) ? .forbidden : .allowed
    for index in profile.fields.indices where Bool.random(using: &self) {
      profile.fields[index].headers = texts()
      profile.fields[index].isRequired = Bool.random(using: &self)
      profile.fields[index].fill = FieldRule.Fill.allCases.randomElement(using: &self) ?? .none
      profile.fields[index].scale = FieldRule.Scale.allCases.randomElement(using: &self) ?? .auto
      profile.fields[index].levels = Bool.random(using: &self) ? [.goal, .task] : []
    }
    profile.extras = texts()
    profile.sections.row = pattern()
    profile.sections.column = Bool.random(using: &self) ? text() : nil
    profile.sections.usesSheetTitle = Bool.random(using: &self)
    profile.skipRows = [pattern(), pattern()].compactMap { $0 }
    profile.meta.unit = pattern()
    profile.meta.asOf = Bool.random(using: &self) ? nil : pattern()
    profile.units = [
      UnitDefinition(name: text(), canonical: text(), base: text(), scale: 10000)
    ]
    profile.aliases.append(OrganizationAlias(name: text(), others: texts()))
    profile.sentinels = texts()
    profile.checks.overshoot = 133.5
    profile.checks.schedule = Bool.random(using: &self) ? 80 : nil
    profile.checks.isCapAllowed = Bool.random(using: &self)
    profile.checks.disabled = ["PCT_STYLE"]
    var layout = SheetLayout(sheet: text(), header: 3...5)
    layout.columns = [0, 24, 13, 16383].sorted().map {
      .init(column: $0, field: .extra, header: Bool.random(using: &self) ? text() : "")
    }
    layout.rows = [.init(rows: 6...6, role: .section), .init(rows: 7...9, role: .data)]
    profile.layouts = [layout]
    return profile
  }
}
