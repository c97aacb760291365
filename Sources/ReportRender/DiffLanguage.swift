import ReportDiff

/// The language of a rendered difference.
public enum DiffLanguage: Hashable, Sendable {
  /// Chinese.
  case zh
  /// English.
  case en

  func callAsFunction(_ english: String, _ chinese: String) -> String {
    self == .zh ? chinese : english
  }
}

/// The words for changes.
struct DiffVocabulary {
  let language: DiffLanguage

  func name(of kind: ReportChange.Kind) -> String {
    switch kind {
    case .value: language("value", "数值")
    case .unit: language("unit", "单位")
    case .lead: language("lead", "牵头单位")
    case .rename: language("rename", "改名")
    case .sectionRename: language("section rename", "类别改名")
    case .add: language("added", "新增")
    case .delete: language("deleted", "删除")
    case .move: language("moved", "移动")
    case .reorder: language("reordered", "换序")
    case .columnAdd: language("column added", "新增列")
    case .columnDelete: language("column deleted", "删除列")
    }
  }

  /// The word for a field, as the published table heads its column.
  func name(ofField field: String) -> String {
    switch field {
    case "target": language("target", "指标任务")
    case "achieved": language("achieved", "已完成数")
    case "percent": language("percent", "占任务数")
    case "remark": language("remark", "备注")
    case "support": language("support", "配合单位")
    case "unit": language("unit", "单位")
    case "lead": language("lead", "牵头责任单位")
    case "name": language("name", "名称")
    case "goal_no": language("serial", "序号")
    case "section_no": language("section number", "类别编号")
    case "title": language("title", "标题")
    case "attachment": language("attachment", "附件号")
    case "region": language("region", "地区")
    case "year": language("year", "年度")
    case "as_of": language("as of", "截至")
    case "issuer": language("issuer", "发布单位")
    case "prepared_by": language("prepared by", "填报人")
    case "submitting_unit": language("submitting unit", "填报单位")
    case "template_version": language("template version", "模板版本")
    default: field
    }
  }

  /// What stands before old and new of a change.
  func label(of change: ReportChange) -> String {
    switch change.kind {
    case .value, .unit, .lead: change.field.map(name(ofField:)) ?? name(of: change.kind)
    default: name(of: change.kind)
    }
  }

  /// A count of rows.
  func rows(_ count: Int) -> String {
    language(count == 1 ? "1 row" : "\(count) rows", "\(count)项指标")
  }

  var blank: String { language("(blank)", "（空）") }

  /// The first line: how many changes of which kind.
  func summary(of comparison: ReportComparison) -> String {
    let total = comparison.counts.reduce(0) { $0 + $1.count }
    let kinds = comparison.counts.map { "\(name(of: $0.kind)) \($0.count)" }
      .joined(separator: language(", ", "、"))
    let info = comparison.infoCount
    let infoText = language(
      info == 1 ? "1 difference only in form" : "\(info) differences only in form",
      "另有\(info)处仅写法不同")
    var text =
      total == 0
      ? language("no changes", "无实质变化")
      : language("\(total) \(total == 1 ? "change" : "changes"): ", "\(total)处变化：") + kinds
    if info > 0 { text += language("; ", "；") + infoText }
    return text
  }
}
