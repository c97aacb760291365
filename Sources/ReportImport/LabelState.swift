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
  /// The last lead of each goal, by section and goal.
  var leads: [String: TextField] = [:]
  /// Whether a heading row has named the goal, action or task of the rows below.
  var isHeaded = false

  /// Begins a section.
  mutating func begin(_ section: ImportedRow.Section) {
    self.section = section
    endGoal()
  }

  /// Forgets the goal and all below.
  mutating func endGoal() {
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
  var leadKey: String { "\(section?.name ?? "")\u{1F}\(goalKey)\u{1F}\(serial ?? "")" }
}
