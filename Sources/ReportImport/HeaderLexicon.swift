import ReportModel
import Threads

/// The headers of a profile: which text means which fields.
struct HeaderLexicon: Sendable {
  private var fields: [TextKey: [ReportField]] = [:]
  private var extras: Set<TextKey> = []
  /// The meanings that were found already: the same headers come again on each page and in each file.
  private let memo = Guarded<[TextKey: HeaderMeaning]>([:])

  init(profile: Profile) {
    for rule in profile.fields {
      for header in rule.headers {
        let key = TextKey(CleanText.key(header))
        if fields[key]?.contains(rule.field) != true { fields[key, default: []].append(rule.field) }
      }
    }
    if let column = profile.sections.column {
      let key = TextKey(CleanText.key(column))
      if fields[key]?.contains(.section) != true { fields[key, default: []].append(.section) }
    }
    for extra in profile.extras { extras.insert(TextKey(CleanText.key(extra))) }
  }

  /// What a header means: by a synonym, by a synonym in other clothes (a year before it, a unit behind
  /// it), or by the words in it.
  func meaning(of text: String) -> HeaderMeaning {
    guard text.utf8.count <= 200 else { return HeaderMeaning() }
    let key = TextKey(text)
    if let known = memo.withLock({ $0[key] }) { return known }
    let meaning = newMeaning(of: text)
    memo.withLock { if $0.count < 4096 { $0[key] = meaning } }
    return meaning
  }

  private func newMeaning(of text: String) -> HeaderMeaning {
    var key = Substring(CleanText.key(text))
    var meaning = HeaderMeaning()
    guard !key.isEmpty else { return meaning }
    if key.holds("%") { meaning.hasPercentSign = true }
    if isSynonym(key, &meaning) { return meaning }
    // 指标任务(个), 完成率%, 责任单位(盖章)
    if key.hasSuffix(")"), let open = key.lastIndex(of: "("), open > key.startIndex {
      let inner = key[key.index(after: open)...].dropLast()
      var unit = String(inner)
      if unit.hasPrefix("单位:") { unit = String(unit.dropFirst(3)) }
      meaning.unit = unit
      key = key[..<open]
      if isSynonym(key, &meaning) { return meaning }
    }
    while key.hasSuffix("%") { key = key.dropLast() }
    for mark in ["*", ":"] where key.count > 1 {
      if key.hasPrefix(mark) { key = key.dropFirst() }
      if key.hasSuffix(mark) { key = key.dropLast() }
    }
    if isSynonym(key, &meaning) { return meaning }
    for prefix in Self.timePrefixes where key.hasPrefix(prefix) && key.count > prefix.count {
      let rest = key.dropFirst(prefix.count)
      if isSynonym(rest, &meaning) { return meaning }
    }
    let timeless = Self.withoutPeriod(key)
    if timeless != key, isSynonym(timeless, &meaning) { return meaning }
    meaning.fields = Self.likely(timeless)
    meaning.isCertain = false
    return meaning
  }

  private func isSynonym(_ key: Substring, _ meaning: inout HeaderMeaning) -> Bool {
    let key = TextKey(String(key))
    if let known = fields[key] {
      meaning.fields = known
      meaning.isCertain = true
      return true
    }
    if extras.contains(key) {
      meaning.isKnownExtra = true
      return true
    }
    return false
  }

  private static let timePrefixes = ["本年度", "本年", "全年", "年度", "当年", "今年", "年"]

  /// A header without 2025年, 1-11月, 截至12月底 before it.
  private static func withoutPeriod(_ key: Substring) -> Substring {
    var rest = key
    for word in ["截至", "截止", "至"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
    }
    var end = rest.startIndex
    var place = rest.startIndex
    while place < rest.endIndex {
      let sign = rest[place]
      place = rest.index(after: place)
      if sign.isNumber || "-~—.至".contains(sign) { continue }
      guard "年月日底份度末季上下半".contains(sign), place > rest.startIndex else { break }
      end = place
    }
    guard end > rest.startIndex, rest[rest.startIndex].isNumber else { return key }
    return rest[end...]
  }

  /// What the words of a header that is no synonym make likely.
  private static func likely(_ key: Substring) -> [ReportField] {
    func has(_ words: String...) -> Bool { words.contains { key.holds($0) } }
    func ends(_ words: String...) -> Bool { words.contains { key.ends(with: $0) } }
    if key.count > 16 || has("上年", "去年", "同期", "本月", "当月", "上月", "本季", "投资", "资金", "时间", "时限", "日期")
    {
      return []
    }
    if ends("备注") { return [.remark] }
    if ends("序号", "编号") { return [.serial] }
    if has("配合", "协办", "协同", "参与"), ends("单位", "部门") { return [.support] }
    if has("牵头", "责任", "主管", "承办", "实施", "主体"), ends("单位", "部门") { return [.lead] }
    if ends("单位"), has("计量", "计算") { return [.unit] }
    if has("完成率", "完成比", "占比", "完成百分") || (has("占") && has("任务", "目标", "计划")) {
      return [.percent]
    }
    if has("完成"), ends("数", "值", "量", "数量", "数额", "情况"), !has("任务数", "目标") { return [.achieved] }
    if ends("任务数", "目标值", "目标数", "计划数", "计划值", "目标量", "任务量") { return [.target] }
    if ends("类别") { return [.section] }
    if ends("项目名称", "实事项目", "民生实事") { return [.goal] }
    if ends("举措", "措施名称") { return [.action] }
    if ends("任务内容", "工作内容", "工作任务", "建设任务", "任务分解") { return [.task] }
    if ends("指标名称") { return [.indicator] }
    return []
  }
}
