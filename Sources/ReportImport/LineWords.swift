import ReportModel

/// What a line of text around or inside a table is, by its words.
struct LineWords {
  let context: ImportContext

  /// 第 1 页 共 8 页, - 3 -, 续表.
  static func isPage(_ text: String) -> Bool {
    let key = CleanText.key(text).filter { !"()-—–_·~".contains($0) }
    if ["续表", "续上表", "接上页", "续上页", "接下页", "转下页", "续"].contains(key) { return true }
    if key.hasPrefix("第"), key.hasSuffix("页"), key.count <= 16 { return true }
    if key.hasPrefix("共"), key.hasSuffix("页"), key.count <= 8 { return true }
    if key.hasPrefix("page"), key.count <= 14 { return true }
    let shown = CleanText.display(text)
    return shown.count >= 3 && shown.first.map { "-—–".contains($0) } == true
      && shown.last.map { "-—–".contains($0) } == true && Int(key) != nil
  }

  /// 小计, 合计, 全市合计, 总 计.
  static func isTotal(_ text: String) -> Bool {
    guard text.utf8.count <= 60, text.utf8.count >= 6 else { return false }
    let key = CleanText.key(text)
    guard key.count <= 14 else { return false }
    let bare = key.hasSuffix(":") ? String(key.dropLast()) : key
    return ["小计", "合计", "总计", "共计"].contains { bare == $0 || bare.hasSuffix($0) }
      || ["总分", "总得分"].contains(bare)
      || ["合计(", "小计(", "总计("].contains { key.hasPrefix($0) }
  }

  /// What the profile's patterns of rows without data say.
  func skippedRole(_ text: String) -> SheetLayout.RowRole? {
    guard text.utf8.count <= 2000, context.profile.skipRows.contains(where: { $0.matches(text) })
    else { return nil }
    if Self.isTotal(text) { return .total }
    return Self.isPage(text) ? .page : .note
  }

  /// A mark such as 甲, 乙, 1, (2), 3=2/1 in the row below a header (rule N13).
  static func isColumnMark(_ text: String) -> Bool {
    var key = Substring(CleanText.key(text))
    if let sign = key.firstIndex(of: "=") { key = key[..<sign] }
    key = key.drop { "([".contains($0) }
    while let last = key.last, ")].栏列".contains(last) { key = key.dropLast() }
    if key.hasPrefix("第") { key = key.dropFirst() }
    if key.isEmpty || key.count > 2 { return false }
    if key.count == 1, let one = key.first, "甲乙丙丁戊己庚辛壬癸abcdefghijklmn一二三四五六七八九十—-/".contains(one) {
      return true
    }
    return key.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether a line looks like the title of a table.
  static func isTitleLike(_ text: String) -> Bool {
    let key = CleanText.key(text)
    return key.hasSuffix("表") || key.hasPrefix("附件") || key.hasPrefix("附表")
      || (key.contains("年") && (key.hasSuffix("情况") || key.hasSuffix("进展") || key.hasSuffix("台账")))
  }
}
