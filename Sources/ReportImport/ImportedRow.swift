import ReportModel

/// A data row with the labels that it belongs to, before the tree is built.
struct ImportedRow {
  /// A label with its place.
  struct Name {
    var text: String
    var address: CellAddress?
  }

  /// A section with its number.
  struct Section {
    var number: String?
    var name: String?
    var address: CellAddress?
  }

  var section: Section?
  var serial: String?
  var goal: Name?
  var action: Name?
  var task: Name?
  var indicator: Report.Indicator
  /// Whether the goal and the serial are printed in the row itself.
  var printsGoal = false
  var printsSerial = false
  /// The name of the group in a tidy form.
  var tidyGroup = ""
}
