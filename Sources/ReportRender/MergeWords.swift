import ReportMerge
import Spreadsheet

/// The language of a rendered merge.
public enum MergeLanguage: String, Hashable, Sendable, CaseIterable {
  /// Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"

  func callAsFunction(_ english: String, _ chinese: String) -> String {
    self == .chinese ? chinese : english
  }
}

/// The words for what a merge tells.
struct MergeWords {
  let language: MergeLanguage

  func name(of kind: MergeConflict.Kind) -> String {
    switch kind {
    case .twoValues: language("two values", "两家数值不一")
    case .notOwner: language("not the owner", "改动了不归本单位的内容")
    case .rowDeleted: language("row deleted", "删去了行")
    case .rowInserted: language("row inserted", "增加了行")
    case .oldTemplate: language("old template", "模板版本不符")
    case .unitMismatch: language("unit mismatch", "计量单位不符")
    case .revision: language("revision", "同一单位两份不一")
    case .cleared: language("cleared", "清空了原有数据")
    case .unknownUnit: language("unknown unit", "填报单位不明")
    case .notANumber: language("not a number", "应为数字")
    }
  }

  func name(of kind: MergeInfo.Kind) -> String {
    switch kind {
    case .agreed: language("agreed", "两家数值一致")
    case .identicalCopy: language("identical copy", "内容相同的副本")
    }
  }

  func name(of field: MergeField) -> String {
    switch field {
    case .name: language("name", "名称")
    case .unit: language("unit", "单位")
    case .target: language("target", "指标任务")
    case .achieved: language("achieved", "已完成数")
    case .percent: language("percent", "占任务数")
    case .lead: language("lead", "牵头责任单位")
    case .remark: language("remark", "备注")
    }
  }

  func name(of state: UnitCompleteness.State) -> String {
    switch state {
    case .complete: language("complete", "已齐")
    case .partial: language("in part", "部分")
    case .unfilled: language("unfilled", "未填")
    case .held: language("held back", "整份搁置")
    case .missing: language("missing", "未报")
    }
  }

  var title: String { language("Merge of submissions", "汇总结果") }
  var conflicts: String { language("To decide", "待决事项") }
  var infos: String { language("Good to know", "提示") }
  var missing: String { language("Missing units", "未报单位") }
  var unreadable: String { language("Unreadable files", "无法读取的文件") }
  var completeness: String { language("Units", "各单位情况") }
  var several: String { language("Several units", "多个单位") }
  var plan: String { language("plan", "计划表") }
  var blank: String { language("(blank)", "（空）") }

  /// What stands at the head of every form of the log.
  func summary(_ result: MergeResult) -> String {
    let sent = result.units.count { $0.state != .missing }
    return language(
      "\(result.records.count) rows; \(sent) of \(result.units.count) units reported; "
        + "\(result.conflicts.count) to decide; \(result.missing.count) missing; "
        + "\(result.unreadable.count) unreadable",
      "共\(result.records.count)行；\(result.units.count)个单位中\(sent)个已报；待决\(result.conflicts.count)项；"
        + "未报\(result.missing.count)个；无法读取\(result.unreadable.count)份")
  }

  /// The headers of a list of conflicts.
  var conflictHeaders: [String] {
    language == .chinese
      ? ["类型", "项目", "字段", "数值", "位置", "说明"]
      : ["Type", "Item", "Field", "Value", "Place", "Note"]
  }

  /// The headers of the list of units.
  var unitHeaders: [String] {
    language == .chinese
      ? ["单位", "状态", "应报行数", "已有数据", "待决", "文件"]
      : ["Unit", "State", "Rows", "Filled", "To decide", "Files"]
  }
}

/// A merge grouped as people work through it: unit by unit.
struct MergeOutline {
  /// The conflicts of a unit.
  struct Group {
    /// The unit; nil for conflicts between units.
    var unit: String?
    var conflicts: [MergeConflict]
  }

  /// The groups in the order of the plan's units, conflicts between units first, senders that are
  /// no unit of the plan last.
  let groups: [Group]

  init(_ result: MergeResult) {
    var byUnit: [String: [MergeConflict]] = [:]
    var between: [MergeConflict] = []
    for conflict in result.conflicts {
      if let unit = conflict.unit {
        byUnit[unit, default: []].append(conflict)
      } else {
        between.append(conflict)
      }
    }
    let known = result.units.map(\.unit)
    let others = byUnit.keys.filter { !known.contains($0) }.sorted()
    var groups = between.isEmpty ? [] : [Group(unit: nil, conflicts: between)]
    for unit in known + others {
      if let conflicts = byUnit[unit] { groups.append(Group(unit: unit, conflicts: conflicts)) }
    }
    self.groups = groups
  }

  /// The path as one line: the last name first would hide the place, so all names, shortest form.
  static func name(_ path: [String?]?, file: String?) -> String {
    guard let path else { return file ?? "" }
    return path.compactMap { $0 }.joined(separator: " › ")
  }
}
