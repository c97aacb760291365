import ProfileFile
import Testing

@Suite("Mistakes in profiles")
struct ProfileErrorTests {
  private func message(_ text: String) -> String {
    do {
      _ = try ProfileFile.profile(from: Array(text.utf8), file: "p.yml")
      return "no error"
    } catch {
      return error.diagnostic.description
    }
  }

  @Test(
    "A mistake is told with file, line, column and what was expected",
    arguments: [
      ("", "p.yml: error: the file is empty [PROFILE_FILE]"),
      (
        "- a",
        "p.yml: error: line 1, column 1: a profile is a mapping such as “profile: minsheng-shishi/1” [PROFILE_FILE]"
      ),
      (
        "sheets:\n  hide: skip",
        "p.yml: error: line 2, column 3: the key “hide” is not known under “sheets”; the keys are include, exclude, hidden [PROFILE_FILE]"
      ),
      (
        "header:\n  min_fields: many",
        "p.yml: error: line 2, column 15: “header.min_fields” must be a whole number from 1 to 20, not “many” [PROFILE_FILE]"
      ),
      (
        "header: {rows: 0}",
        "p.yml: error: line 1, column 16: “header.rows” must be a whole number from 1 to 10, not “0” [PROFILE_FILE]"
      ),
      (
        "sentinels: /",
        "p.yml: error: line 1, column 12: “sentinels” must be a list, not “/” [PROFILE_FILE]"
      ),
      (
        "sentinels: [a, [b]]",
        "p.yml: error: line 1, column 16: “sentinels[2]” must be text, not a list [PROFILE_FILE]"
      ),
      (
        "fields: {goal: {required: \"true\"}}",
        "p.yml: error: line 1, column 27: “fields.goal.required” must be true or false, not “true” [PROFILE_FILE]"
      ),
      (
        "fields: {percent: {scale: big}}",
        "p.yml: error: line 1, column 27: “fields.percent.scale” must be one of auto, points, ratio, not “big” [PROFILE_FILE]"
      ),
      (
        "skip_rows: ['(']",
        "p.yml: error: line 1, column 13: “skip_rows[1]” must be a pattern such as '^合 *计', not “(” [PROFILE_FILE]"
      ),
      (
        "units: {万方: {scale: -1}}",
        "p.yml: error: line 1, column 21: “units.万方.scale” must be a number such as 120 or 0.5, not “-1” [PROFILE_FILE]"
      ),
      (
        "checks: {disabled: [pct]}",
        "p.yml: error: line 1, column 21: “checks.disabled[1]” must be a code such as PCT_STYLE, not “pct” [PROFILE_FILE]"
      ),
      (
        "profile: a\nprofile: b",
        "p.yml: error: line 1, column 1: the key “profile” stands twice [PROFILE_FILE]"
      ),
    ])
  func mistake(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test(
    "A layout is checked as strictly",
    arguments: [
      (
        "[{sheet: a, header: 1}]",
        "line 1, column 11: a layout needs “sheet” and “columns”"
      ),
      (
        "[{sheet: a, header: x, columns: {}}]",
        "line 1, column 30: “layouts[1].header” must be rows such as 6 or 6-7, not “x”"
      ),
      (
        "[{sheet: a, header: 1, columns: {1: goal}}]",
        "line 1, column 43: “1” is no column; columns are letters such as A or AB"
      ),
      (
        "[{sheet: a, header: 1, columns: {B: goal, A: unit}}]",
        "line 1, column 52: the columns must stand from left to right, each once"
      ),
      (
        "[{sheet: a, header: 1, columns: {A: goal}, rows: {5-3: data}}]",
        "line 1, column 60: “5-3” are no rows; write 8 or 8-15"
      ),
      (
        "[{sheet: a, header: 1, columns: {A: goal}, rows: {2-4: data, 4: note}}]",
        "line 1, column 71: the rows must stand from top to bottom, each once"
      ),
    ])
  func layout(text: String, expected: String) {
    #expect(message("layouts: " + text) == "p.yml: error: \(expected) [PROFILE_FILE]")
  }

  @Test("Broken YAML is told with its line")
  func broken() {
    #expect(
      message("profile: [a")
        == "p.yml: error: line 2, column 1: no valid YAML: did not find expected ',' or ']' [PROFILE_FILE]"
    )
    #expect(message("a: b: c").hasPrefix("p.yml: error: line 1, column 5: no valid YAML: "))
  }

  @Test("Bytes that are no UTF-8 are refused")
  func encoding() {
    #expect(throws: ProfileFileError.self) {
      try ProfileFile.profile(from: [0x70, 0xFF, 0xFE], file: "p.yml")
    }
  }

  @Test("Anchors, aliases and tags are refused, however they are written")
  func anchors() {
    #expect(
      message("sentinels: &a [/]\nextras: *a")
        == "p.yml: error: line 1, column 12: anchors (&) are not read; write the text out [PROFILE_FILE]"
    )
    #expect(
      message("profile: !!binary aGk=")
        == "p.yml: error: line 1, column 10: tags (!) are not read [PROFILE_FILE]")
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    bomb += "? *a40\n: key\n"
    #expect(
      message(bomb)
        == "p.yml: error: line 3: aliases (*) are not read; write the text out [PROFILE_FILE]"
    )
  }

  @Test("Depth and size are bounded")
  func bounds() {
    let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    #expect(message("extras: " + deep).contains("the nesting is deeper than 16"))
    #expect(
      message("extras: " + String(repeating: "[", count: 5000)).hasPrefix("p.yml: error: "))
    #expect(
      message(String(repeating: "#", count: (2 << 20) + 1))
        == "p.yml: error: the file is larger than 2 MiB [PROFILE_FILE]")
  }
}
