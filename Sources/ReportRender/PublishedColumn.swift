import ReportModel

/// A column of the published form.
public enum PublishedColumn: Hashable, Sendable {
  /// 序号.
  case serial
  /// The levels of 考核指标.
  case goal, action, task, indicator
  /// What is measured, and how much of it.
  case unit, target, achieved, percent
  /// Who answers for it.
  case lead, support
  /// A column that the model has no field for, by its header.
  case extra(String)
  /// 备注.
  case remark

  /// The header, as offices print it.
  public var header: String {
    switch self {
    case .serial: "序号"
    case .goal: "项目"
    case .action: "举措"
    case .task: "任务内容"
    case .indicator: "指标"
    case .unit: "单位"
    case .target: "指标任务"
    case .achieved: "已完成数"
    case .percent: "占任务数"
    case .lead: "牵头责任单位"
    case .support: "配合单位"
    case .extra(let header): header
    case .remark: "备注"
    }
  }

  /// Whether the column is one of the levels under 考核指标.
  var isLevel: Bool {
    switch self {
    case .goal, .action, .task, .indicator: true
    default: false
    }
  }

  /// The width in characters that the column has before the page is fitted.
  var width: Double {
    switch self {
    case .serial: 6
    case .goal: 14
    case .action: 20
    case .task: 34
    case .indicator: 18
    case .unit: 9
    case .target, .achieved: 13
    case .percent: 11
    case .lead, .support: 14
    case .extra: 13
    case .remark: 14
    }
  }

  /// Whether long texts stand at the left; all others are centred.
  var isText: Bool {
    switch self {
    case .action, .task, .indicator, .extra, .remark: true
    default: false
    }
  }

  /// The columns that a report needs, in their order.
  static func columns(of report: Report) -> [PublishedColumn] {
    var hasSerial = false
    var hasAction = false
    var hasTask = false
    var hasIndicator = false
    var hasSupport = false
    for section in report.sections {
      for goal in section.goals {
        if goal.serial != nil { hasSerial = true }
        for action in goal.actions {
          if action.name != nil { hasAction = true }
          for task in action.tasks {
            if task.name != nil { hasTask = true }
            for indicator in task.indicators {
              if indicator.name != nil { hasIndicator = true }
              if !indicator.support.isBlank { hasSupport = true }
            }
          }
        }
      }
    }
    var columns: [PublishedColumn] = hasSerial ? [.serial, .goal] : [.goal]
    if hasAction { columns.append(.action) }
    if hasTask || !hasIndicator { columns.append(.task) }
    if hasIndicator { columns.append(.indicator) }
    columns += [.unit, .target, .achieved, .percent, .lead]
    if hasSupport { columns.append(.support) }
    return columns + report.extraColumns.map(PublishedColumn.extra) + [.remark]
  }
}
