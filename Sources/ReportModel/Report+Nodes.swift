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

  /// An indicator (指标): one data row of the table.
  public struct Indicator: Hashable, Sendable {
    /// The name of its own, cleaned; nil where the row takes the task's.
    public var name: String?
    /// Where the name stands.
    public var nameAddress: CellAddress?
    /// The unit of measure.
    public var unit: UnitField
    /// The target (指标任务).
    public var target: Measure
    /// What was achieved (已完成数).
    public var achieved: Measure
    /// The stated percent (占任务数), in points.
    public var percent: Measure
    /// The responsible unit (牵头责任单位), as written.
    public var lead: TextField
    /// The supporting units (配合单位), as written.
    public var support: TextField
    /// The remark (备注).
    public var remark: TextField
    /// Further columns by header, in the order of `Report.extraColumns`, blanks left out.
    public var extras: [ExtraField]
    /// The cells that the row was read from.
    public var row: CellAddress?

    /// Makes an indicator without values.
    public init(name: String? = nil) {
      self.name = name
      unit = UnitField()
      target = Measure()
      achieved = Measure()
      percent = Measure()
      lead = TextField()
      support = TextField()
      remark = TextField()
      extras = []
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
