import ReportModel

/// What title and label lines say about the report as a whole.
struct ReportFacts {
  let context: ImportContext

  /// Fills in year, region, dates and names from title and label lines.
  func fill(_ report: inout Report) {
    if let title = report.title { readTitle(title, &report) }
    var units: [String] = []
    for entry in report.meta where !entry.value.isEmpty {
      let line = "\(entry.label)：\(entry.value)"
      if namesUnit(entry, line: line) {
        if !units.contains(entry.value) { units.append(entry.value) }
        continue
      }
      switch entry.label {
      case "填报人", "填表人", "制表人", "经办人", "制表", "填报":
        report.preparedBy = report.preparedBy ?? entry.value
      case "制表单位", "编制单位", "印发单位", "发文单位", "发布单位", "主办单位", "制定机关":
        report.issuer = report.issuer ?? entry.value
      case "模板版本": report.templateVersion = report.templateVersion ?? entry.value
      case "截至", "数据截止", "数据截至", "截止日期", "截止时间", "统计时间", "统计日期", "报告期":
        report.asOf = report.asOf ?? DateText.iso(entry.value, year: report.year) ?? entry.value
      default: break
      }
    }
    // Two units on two sheets are no unit of the whole.
    if units.count == 1 { report.submittingUnit = units[0] }
  }

  /// Whether a label line names the unit that filled in the table.
  func namesUnit(_ entry: MetaEntry, line: String? = nil) -> Bool {
    switch entry.label {
    case "填报单位", "报送单位", "上报单位", "填报部门", "单位名称": return true
    case "单位": return context.organizations.looksLikeOrganization(entry.value)
    default:
      let text = line ?? "\(entry.label)：\(entry.value)"
      return context.profile.meta.unit?.matches(text) == true
    }
  }

  private func readTitle(_ title: String, _ report: inout Report) {
    let scalars = Array(title.unicodeScalars)
    for start in scalars.indices where start + 4 < scalars.count && scalars[start + 4] == "年" {
      let digits = String(String.UnicodeScalarView(scalars[start..<(start + 4)]))
      if let year = Int(CleanText.key(digits)), (1949...2199).contains(year) {
        report.year = year
        report.region = Self.region(scalars[(start + 5)...])
        break
      }
    }
    if report.year == nil { report.region = Self.region(scalars[...]) }
    if report.asOf == nil, let pattern = context.profile.meta.asOf,
      let found = pattern.capture(in: title)
    {
      var text = Substring(found)
      if let end = text.firstIndex(where: { "）)，,。".contains($0) }) { text = text[..<end] }
      report.asOf = DateText.iso(String(text), year: report.year)
    }
  }

  /// 洪江市 at the beginning of 洪江市重点民生实事….
  private static func region(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    var rest = scalars
    if rest.first == "度" { rest = rest.dropFirst() }
    var end: Int?
    var start = rest.startIndex
    for place in rest.indices {
      guard CleanText.isCJK(rest[place]) else { break }
      let length = place - start
      if length > 6 { break }
      if "省市县区州盟旗".unicodeScalars.contains(rest[place]), length >= 1 {
        if length == 1, "全本各该".unicodeScalars.contains(rest[start]) { break }
        end = place
        start = place + 1
      }
    }
    guard let end else { return nil }
    return String(String.UnicodeScalarView(rest[rest.startIndex...end]))
  }
}
