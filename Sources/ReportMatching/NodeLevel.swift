/// The levels of a report's tree, the report itself first.
public enum NodeLevel: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// The report: the one root.
  case report
  /// A section (类别).
  case section
  /// A goal (项目).
  case goal
  /// An action (举措).
  case action
  /// A task (任务).
  case task
  /// An indicator (指标): a row.
  case indicator

  /// Order from the root down.
  public static func < (left: NodeLevel, right: NodeLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The levels below the root, from the section down.
  static let named: [NodeLevel] = [.section, .goal, .action, .task, .indicator]
}
