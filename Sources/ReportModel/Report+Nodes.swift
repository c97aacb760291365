extension Report {
  /// A section, such as 一、省重点民生实事项目. A table without sections has one without name.
  public struct Section: Hashable, Sendable {
    /// The number as printed, bare: `一`; nil where none is printed.
    public var number: String?
    /// The name without its number, cleaned; nil where the table names none.
    public var name: String?
    /// Where the name stands.
    public var address: CellAddress?
    /// The goals.
    public var goals: [Goal]

    /// Makes a section.
    public init(
      number: String? = nil, name: String?, address: CellAddress? = nil, goals: [Goal] = []
    ) {
      self.number = number
      self.name = name
      self.address = address
      self.goals = goals
    }
  }

  /// A goal (项目).
  public struct Goal: Hashable, Sendable {
    /// The serial number as printed, bare: `1`; nil where none is printed.
    public var serial: String?
    /// The name, cleaned; nil where the row has none.
    public var name: String?
    /// Where the name stands.
    public var address: CellAddress?
    /// The actions.
    public var actions: [Action]

    /// Makes a goal.
    public init(
      serial: String? = nil, name: String?, address: CellAddress? = nil, actions: [Action] = []
    ) {
      self.serial = serial
      self.name = name
      self.address = address
      self.actions = actions
    }
  }

  /// An action (举措).
  public struct Action: Hashable, Sendable {
    /// The name, cleaned; nil where the table has no such level.
    public var name: String?
    /// Where the name stands.
    public var address: CellAddress?
    /// The tasks.
    public var tasks: [Task]

    /// Makes an action.
    public init(name: String?, address: CellAddress? = nil, tasks: [Task] = []) {
      self.name = name
      self.address = address
      self.tasks = tasks
    }
  }

  /// A task (任务).
  public struct Task: Hashable, Sendable {
    /// The text, cleaned; nil where the table has no such level.
    public var name: String?
    /// Where the text stands.
    public var address: CellAddress?
    /// The indicators: one per row of the table.
    public var indicators: [Indicator]

    /// Makes a task.
    public init(name: String?, address: CellAddress? = nil, indicators: [Indicator] = []) {
      self.name = name
      self.address = address
      self.indicators = indicators
    }
  }

  /// Several rows that share one measured cell.
  public struct Group: Hashable, Sendable {
    /// What shows that the cell is shared.
    public enum Evidence: String, Hashable, Sendable, Codable {
      /// A merged range.
      case merge
      /// The arithmetic of the rows.
      case arithmetic
      /// A person or an earlier normalized form said so.
      case manual
    }

    /// The name of the group, unique in the report, such as `g1`.
    public var id: String
    /// The number of rows.
    public var size: Int
    /// The fields that are shared.
    public var fields: [MeasureField]
    /// What shows it.
    public var evidence: Evidence
    /// The merged range.
    public var address: CellAddress?

    /// Makes a group.
    public init(
      id: String, size: Int, fields: [MeasureField], evidence: Evidence,
      address: CellAddress? = nil
    ) {
      self.id = id
      self.size = size
      self.fields = fields
      self.evidence = evidence
      self.address = address
    }
  }
}

/// The fields of an indicator that hold measures.
public enum MeasureField: String, Hashable, Sendable, Codable, CaseIterable {
  /// The target.
  case target
  /// What was achieved.
  case achieved
  /// The stated percent.
  case percent
}
