import ReportModel

/// The labels that blanks take, from the row above.
struct LabelState {
  var section: ImportedRow.Section?
  /// Whether the section came from a row over the table, which lasts until the next one.
  var hasSectionRow = false
  /// Whether its number stood in brackets: （一）.
  var isSectionBracketed = false
  var serial: String?
  var goal: ImportedRow.Name?
  var goalKey = ""
  var action: ImportedRow.Name?
  var actionKey = ""
  var task: ImportedRow.Name?
  /// The last lead of the goal.
  var lead: TextField?
  /// The last leads of the goals that were left, by section and goal.
  private var leads: [GoalKey: TextField] = [:]

  private struct GoalKey: Hashable {
    var section: TextKey
    var goal: TextKey
    var serial: TextKey
  }

  /// Whether a heading row has named the goal, action or task of the rows below.
  var isHeaded = false

  /// Begins a section.
  mutating func begin(_ section: ImportedRow.Section) {
    endGoal()
    self.section = section
  }

  /// Begins a goal, which may go on after others.
  mutating func begin(_ goal: ImportedRow.Name, key: String, serial: String?) {
    endGoal()
    self.serial = serial
    self.goal = goal
    goalKey = key
    lead = leads[leadKey]
  }

  /// Forgets the goal and all below.
  mutating func endGoal() {
    if let lead, goal != nil { leads[leadKey] = lead }
    lead = nil
    serial = nil
    goal = nil
    goalKey = ""
    endAction()
  }

  mutating func endAction() {
    action = nil
    actionKey = ""
    task = nil
  }

  /// The key under which the lead of the goal is kept.
  private var leadKey: GoalKey {
    GoalKey(
      section: TextKey(section?.name ?? ""), goal: TextKey(goalKey), serial: TextKey(serial ?? ""))
  }
}
