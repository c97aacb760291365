/// What a column of the table can hold. The raw values are the names of the tidy form.
public enum ReportField: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// The number of the section.
  case sectionNumber = "section_no"
  /// The section (类别).
  case section
  /// The serial number (序号).
  case serial = "goal_no"
  /// The goal (项目).
  case goal
  /// The action (举措).
  case action
  /// The task (任务).
  case task
  /// The indicator's name (指标).
  case indicator
  /// The unit of measure (单位).
  case unit
  /// The target (指标任务).
  case target
  /// What was achieved (已完成数).
  case achieved
  /// The stated percent (占任务数).
  case percent
  /// The responsible unit (牵头责任单位).
  case lead
  /// The supporting units (配合单位).
  case support
  /// The remark (备注).
  case remark
  /// The name of a shared value, in the tidy form.
  case group
  /// Further columns as one JSON object, in the tidy form.
  case extrasJSON = "extras_json"
  /// The stated percent in points, in the tidy form.
  case percentStated = "percent_stated"
  /// A column that is known and kept beside the model, such as 完成时限.
  case extra
  /// A column that is known and not read, such as the computed columns of the tidy form.
  case ignored

  /// The fields that name nodes of the tree, from the goal down.
  public static let levels: [ReportField] = [.goal, .action, .task, .indicator]

  /// Whether the field names a node of the tree.
  public var isLevel: Bool {
    switch self {
    case .goal, .action, .task, .indicator: true
    default: false
    }
  }

  /// Whether the field holds a measure.
  public var isMeasure: Bool { self == .target || self == .achieved || self == .percent }

  /// The order of the tidy form.
  public static func < (left: ReportField, right: ReportField) -> Bool {
    left.position < right.position
  }

  /// The place in the order of the tidy form, counted from zero.
  package var position: Int {
    switch self {
    case .sectionNumber: 0
    case .section: 1
    case .serial: 2
    case .goal: 3
    case .action: 4
    case .task: 5
    case .indicator: 6
    case .unit: 7
    case .target: 8
    case .achieved: 9
    case .percent: 10
    case .lead: 11
    case .support: 12
    case .remark: 13
    case .group: 14
    case .extrasJSON: 15
    case .percentStated: 16
    case .extra: 17
    case .ignored: 18
    }
  }
}
