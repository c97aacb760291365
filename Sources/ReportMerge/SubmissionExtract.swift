import ReportModel
import Spreadsheet

/// What a merge needs of one submission: its differences from the plan, and no more.
///
/// Made by `ReportMerger.extract`, on any thread; taken in by `MergeAccumulator.add`.
public struct SubmissionExtract: Sendable {
  /// What the unit said in one field of a row of its own.
  struct Statement: Hashable, Sendable {
    /// What keeps the value out of the report.
    enum Flaw: Hashable, Sendable {
      /// Words where the plan wants a number.
      case notANumber
      /// The unit was changed, or the value is off by its scale.
      case unitMismatch(detail: String)
    }

    /// The row of the plan.
    var row: Int32
    /// The field.
    var field: MergeField
    /// The value; blank where a value of the plan was cleared.
    var content: MergeContent
    /// What keeps it out.
    var flaw: Flaw?
  }

  /// A field in which the unit said what the plan says already.
  struct Confirmation: Hashable, Sendable {
    var row: Int32
    var field: MergeField
    var address: CellAddress?
    /// Whether the text is exactly the plan's, so that either place shows it.
    var isVerbatim: Bool
    /// Whether both are blank.
    var isBlank: Bool
  }

  /// Rows of the plan that share one measured cell in the submission.
  struct SharedCell: Hashable, Sendable {
    var field: MergeField
    var rows: [Int32]
    var evidence: Report.Group.Evidence
    var address: CellAddress?
  }

  /// The base name of the file.
  public internal(set) var file: String
  /// The unit, as position among the plan's units; nil where the file is held back or unreadable.
  var unit: Int?
  /// The name of the unit for conflicts.
  var unitName: String?
  var digest: String
  /// Which part of the file it is, for files of several units.
  var part: Int
  var isUnreadable = false
  /// Whether nothing of it is merged.
  var isHeld = false
  var sources: [SourceSheet] = []
  /// The unit's own rows that the submission holds, ascending.
  var ownRows: [Int32] = []
  var statements: [Statement] = []
  var confirmations: [Confirmation] = []
  var sharedCells: [SharedCell] = []
  var conflicts: [MergeConflict] = []
  var findings: [Diagnostic] = []

  init(file: String, digest: String, part: Int = 0) {
    self.file = file
    self.digest = digest
    self.part = part
  }

  /// The order in which submissions are told, whatever order they came in.
  func precedes(_ other: SubmissionExtract) -> Bool {
    let one = (unit ?? Int.max, file, digest, part)
    return one < (other.unit ?? Int.max, other.file, other.digest, other.part)
  }

  /// A place of the submission, its file by base name.
  func location(of address: CellAddress?) -> SourceLocation {
    guard let address, sources.indices.contains(Int(address.source)) else {
      return SourceLocation(file: file)
    }
    return SourceLocation(
      file: file, sheet: sources[Int(address.source)].sheet, range: address.range)
  }
}

// MARK: - Copies

extension SubmissionExtract {
  /// A hash of what the submission says, for finding copies; equality is decided by `says`.
  var contentHash: Int {
    var hasher = Hasher()
    hasher.combine(unit)
    hasher.combine(ownRows)
    hasher.combine(statements.count)
    hasher.combine(conflicts.count)
    for statement in statements {
      hasher.combine(statement.row)
      hasher.combine(statement.field)
      hasher.combine(statement.content.text)
    }
    return hasher.finalize()
  }

  /// Whether the submission says exactly what another one says, wherever its cells stand.
  func says(_ other: SubmissionExtract) -> Bool {
    guard unit == other.unit, isHeld == other.isHeld, ownRows == other.ownRows,
      statements.count == other.statements.count, conflicts.count == other.conflicts.count,
      isUnreadable == other.isUnreadable
    else { return false }
    for (one, two) in zip(statements, other.statements) {
      guard one.row == two.row, one.field == two.field, one.content.text == two.content.text,
        one.flaw == two.flaw
      else { return false }
    }
    for (one, two) in zip(conflicts, other.conflicts) {
      guard one.kind == two.kind, one.path == two.path, one.field == two.field,
        one.values.map(\.value) == two.values.map(\.value)
      else { return false }
    }
    return true
  }
}
