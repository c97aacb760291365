import ReportModel

/// What the name of a sheet can mean (rules N11, N12).
struct SheetNames {
  let context: ImportContext

  /// Whether the sheet is named after an organization.
  func isOrganization(_ name: String) -> Bool {
    let text = CleanText.display(name)
    return context.organizations.looksLikeOrganization(text) && !Self.isSectionLike(text)
  }

  /// The section that a sheet's name names; nil for pages, units and default names. A sheet that
  /// stands alone must look like a section.
  func section(_ name: String, isAlone: Bool) -> ImportedRow.Section? {
    let text = CleanText.display(name)
    guard !text.isEmpty, !Self.isDefault(text), !LineWords.isPage(text), !Self.isPageName(text)
    else { return nil }
    let named = NumberedName(text)
    let bare = named.name.isEmpty ? text : named.name
    if named.number == nil {
      if isOrganization(text) || Self.isGeneric(text) { return nil }
      if isAlone, !Self.isSectionLike(text) { return nil }
    }
    return ImportedRow.Section(number: named.number, name: bare)
  }

  /// Whether the sheet is a page like any other: Sheet2, 第2页.
  func isPage(_ name: String) -> Bool {
    let text = CleanText.display(name)
    return Self.isDefault(text) || Self.isPageName(text) || LineWords.isPage(text)
  }

  private static func isDefault(_ text: String) -> Bool {
    let key = CleanText.key(text)
    for prefix in ["sheet", "工作表", "表", "page", "p", "worksheet", "table", "附件", "附表", "新建"] {
      guard key.hasPrefix(prefix) else { continue }
      let rest = key.dropFirst(prefix.count)
      if rest.allSatisfy({ $0.isNumber || "一二三四五六七八九十-_() ".contains($0) }) { return true }
    }
    return key.allSatisfy { $0.isNumber || "-_.()年月日".contains($0) }
  }

  /// 第1页, 第一页, 页1, 1页, 续页, 上半部分.
  private static func isPageName(_ text: String) -> Bool {
    let key = CleanText.key(text)
    return key.contains("页") || key.hasPrefix("续") || key.hasSuffix("续")
  }

  private static func isGeneric(_ text: String) -> Bool {
    let key = CleanText.key(text)
    if key.hasSuffix("表") || key.hasSuffix("台账") || key.contains(".") { return true }
    return [
      "汇总", "总表", "数据", "明细", "进展", "本单位", "填报", "完成情况", "进展情况", "清单", "目录", "民生实事", "台账", "上报",
      "报送",
      "正文", "内容", "结果", "report", "data",
    ].contains { key == $0 || key.hasSuffix($0) && key.count <= $0.count + 4 }
  }

  /// Whether a name ends as names of sections do.
  static func isSectionLike(_ text: String) -> Bool {
    ["项目", "实事", "类", "工程", "板块", "任务", "部分", "领域", "方面", "省级", "市级", "县级"].contains {
      text.hasSuffix($0)
    } || (text.contains("重点") && text.count >= 4)
  }
}
