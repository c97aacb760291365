import ReportModel
import Spreadsheet

/// STRAY_SPACE, PUNCT_MIXED, META_MISSING.
struct StyleRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    spaces(into: &findings)
    punctuation(into: &findings)
    meta(into: &findings)
  }

  /// A space between two Chinese characters of a name, as in 市卫 健局; each spelling once.
  private func spaces(into findings: inout CheckFindings) {
    var told: Set<String> = []
    for row in context.rows {
      for field in [row.indicator.lead, row.indicator.support] {
        guard field.raw != field.text, Self.hasStraySpace(field.raw),
          told.insert(field.raw).inserted
        else { continue }
        findings.add(
          .info, "STRAY_SPACE", row, at: field.address, "a space inside “\(field.text)”",
          zh: "“\(field.text)”中有多余空格", expected: field.text, actual: CleanText.oneLine(field.raw))
      }
    }
  }

  private static func hasStraySpace(_ text: String) -> Bool {
    var previous: Unicode.Scalar?
    var hasGap = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" {
        hasGap = previous != nil
        continue
      }
      if CleanText.isWhiteSpace(scalar) {
        previous = nil
        hasGap = false
        continue
      }
      let isName = (0x4E00...0x9FFF).contains(scalar.value)
      if hasGap, isName, let before = previous, (0x4E00...0x9FFF).contains(before.value) {
        return true
      }
      hasGap = false
      previous = scalar
    }
    return false
  }

  /// Commas of both widths in the texts of one table: one note at the first of the rarer kind.
  private func punctuation(into findings: inout CheckFindings) {
    var full: [CheckRow] = []
    var half: [CheckRow] = []
    for task in context.tasks {
      let row = context.rows[task.lowerBound]
      guard let text = row.taskName else { continue }
      if text.unicodeScalars.contains(where: { $0 == "，" || $0 == "；" }) { full.append(row) }
      if Self.hasHalfWidth(text) { half.append(row) }
    }
    guard let first = (half.count <= full.count ? half : full).first, !full.isEmpty, !half.isEmpty
    else { return }
    findings.add(
      .info, "PUNCT_MIXED", first, at: context.taskAddress(of: first),
      "full-width punctuation in \(full.count) texts, half-width in \(half.count)",
      zh: "标点全角半角混用：全角\(full.count)处，半角\(half.count)处")
  }

  private static func hasHalfWidth(_ text: String) -> Bool {
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "," || scalar == ";", let previous, CleanText.isCJK(previous) { return true }
      previous = scalar
    }
    return false
  }

  private func meta(into findings: inout CheckFindings) {
    let report = context.report
    guard !context.rows.isEmpty, report.asOf == nil, report.issuer == nil,
      report.preparedBy == nil, report.submittingUnit == nil, report.meta.isEmpty
    else { return }
    findings.add(
      .info, "META_MISSING", at: nil,
      "the table does not say who filled it in nor up to which day the figures count",
      zh: "未注明填报单位、填报人和数据截止日期")
  }
}

extension CleanText {
  /// A raw text on one line, for messages.
  static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar -> Unicode.Scalar in
          isWhiteSpace(scalar) || isInvisible(scalar) ? " " : scalar
        }))
  }
}
