import ReportMatching
import ReportModel
import Spreadsheet

/// The plan, laid out once for all submissions.
struct PlanIndex: Sendable {
  let report: Report
  /// Where each row stands in the tree.
  let indices: [ReportRow.Index]
  /// The paths of the rows by name.
  let paths: [[String?]]
  let units: PlanUnits
  let matcher = ReportMatcher()

  private let tree: ReportTree
  private let treeWithoutActions: ReportTree
  private let treeWithoutSections: ReportTree

  init(_ report: Report, organizations: OrganizationNames) {
    self.report = report
    var indices: [ReportRow.Index] = []
    var paths: [[String?]] = []
    var leads: [String] = []
    report.forEachRow { row in
      indices.append(row.index)
      paths.append(row.path)
      leads.append(row.indicator.lead.text)
    }
    self.indices = indices
    self.paths = paths
    units = PlanUnits(leads: leads, organizations: organizations)
    tree = ReportTree(report)
    treeWithoutActions = ReportTree(report, ignoring: [.action])
    treeWithoutSections = ReportTree(report, ignoring: [.section])
  }

  /// The indicator of a row.
  func indicator(_ row: Int) -> Report.Indicator { report[indices[row]] }

  /// Which row of the plan is which of a submission.
  func match(_ submission: Report) -> NodeMatching {
    let ignored = ReportMatcher.levelsWithoutNames(report, submission)
    let left =
      switch ignored {
      case .action: treeWithoutActions
      case .section: treeWithoutSections
      default: tree
      }
    return matcher.match(left, ReportTree(submission, ignoring: ignored.map { [$0] } ?? []))
  }

  /// The place of a cell of the plan, its file by base name.
  func location(of address: CellAddress?) -> SourceLocation {
    report.location(of: address).withBaseName
  }
}

extension SourceLocation {
  /// The same place with the last component of the file's path.
  var withBaseName: SourceLocation {
    var place = self
    place.file = file?.split(separator: "/").last.map(String.init)
    return place
  }
}
