import FoundationEssentials
public import ReportCheck
public import ReportModel
public import Spreadsheet

/// The tidy form of a report: one row of texts per indicator, under the headers of `TidyColumn`.
///
/// A value that several rows share stands in the first of them only, so that sums are right.
public struct TidyTable: Hashable, Sendable {
  /// The headers.
  public static let headers = TidyColumn.allCases.map(\.rawValue)

  /// The rows below the headers, each with as many texts as there are headers.
  public var rows: [[String]]

  /// Makes the table; the codes of the findings go to the rows that they are about. Linear.
  public init(_ report: Report, findings: [Diagnostic] = []) {
    let ids = report.rowIDs()
    let codes = TidyFindings(findings, report: report, rowIDs: ids)
    self.init(report, rowIDs: ids, audits: PercentAuditor(report).audits, codes: codes.text)
  }

  /// Makes the table of a report that was checked; the codes of a row stand in their alphabetical
  /// order, those that are left out aside. Linear.
  public init(_ report: Report, checked: CheckedRows, leavingOut ignored: Set<String> = []) {
    self.init(report, rowIDs: checked.rowIDs, audits: checked.audits) { number in
      checked.codes[number].filter { !ignored.contains($0) }.sorted().joined(separator: ";")
    }
  }

  private init(
    _ report: Report, rowIDs: [String], audits: [PercentAudit], codes: (Int) -> String
  ) {
    rows = []
    rows.reserveCapacity(rowIDs.count)
    report.forEachRow { row in
      let number = rows.count
      rows.append(
        Self.texts(
          of: row, in: report, rowID: rowIDs[number], audit: audits[number],
          codes: codes(number)))
    }
  }

  /// The headers and the rows.
  public var rowsWithHeaders: [[String]] { [Self.headers] + rows }

  private static func texts(
    of row: ReportRow, in report: Report, rowID: String, audit: PercentAudit, codes: String
  ) -> [String] {
    let indicator = row.indicator
    let place = report.location(of: indicator.row)
    return TidyColumn.allCases.map { column in
      switch column {
      case .sectionNumber: row.sectionNumber ?? ""
      case .section: row.sectionName ?? ""
      case .goalNumber: row.goalSerial ?? ""
      case .goal: row.goalName ?? ""
      case .action: row.actionName ?? ""
      case .task: row.taskName ?? ""
      case .indicator: indicator.name ?? ""
      case .unit: indicator.unit.text
      case .target: indicator.target.text
      case .achieved: indicator.achieved.text
      case .percent: indicator.percent.text
      case .lead: indicator.lead.text
      case .remark: indicator.remark.text
      case .rowID: rowID
      case .targetKind: indicator.target.value.kind
      case .targetOperator: indicator.target.value.tidyOperator
      case .targetValue: indicator.target.value.tidyNumber(indicator.target.text)
      case .achievedKind: indicator.achieved.value.kind
      case .achievedValue: indicator.achieved.value.tidyNumber(indicator.achieved.text)
      case .percentStated: indicator.percent.isBlank ? "" : audit.statedText
      case .percentComputed: audit.computedText(decimals: 4)
      case .percentVerdict: audit.verdict.rawValue
      case .unitCanonical: indicator.unit.unit?.canonical ?? ""
      case .valueBase: valueBase(of: indicator)
      case .group: group(of: indicator)
      case .support: indicator.support.text
      case .extras: extras(of: indicator)
      case .findings: codes
      case .sourceFile: place.file ?? ""
      case .sourceSheet: place.sheet ?? ""
      case .sourceRange: place.range?.description ?? ""
      }
    }
  }

  private static func valueBase(of indicator: Report.Indicator) -> String {
    guard let unit = indicator.unit.unit else { return "" }
    switch indicator.achieved.value {
    case .number(let number):
      // Most units are a power of ten of their base.
      let places = unit.scale.exponent
      if (0...18).contains(places), unit.scale == DecimalRounding.powerOfTen(places),
        let base = FixedPoint(number, text: indicator.achieved.text)?.shifted(by: places)
      {
        return base.description
      }
      let base = number * unit.scale
      return base.isFinite ? base.description : ""
    case .percent(let points): return unit.text(ofPoints: points)
    case .bound(_, let number, unit: nil):
      let base = number * unit.scale
      return base.isFinite ? base.description : ""
    case .empty, .bound, .compound, .text: return ""
    }
  }

  private static func group(of indicator: Report.Indicator) -> String {
    guard
      indicator.target.group != nil || indicator.achieved.group != nil
        || indicator.percent.group != nil
    else { return "" }
    var names: [String] = []
    for name in [indicator.target.group, indicator.achieved.group, indicator.percent.group] {
      if let name, !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ";")
  }

  private static func extras(of indicator: Report.Indicator) -> String {
    guard !indicator.extras.isEmpty else { return "" }
    return ReportJSONValue.object(
      indicator.extras.map { .init($0.header, .string($0.text)) }
    ).compactText()
  }
}

extension Unit {
  /// A percent in base units, where the unit is a percent.
  fileprivate func text(ofPoints points: Decimal) -> String {
    guard canonical == "%" || base == "%" || dimension == "percent" else { return "" }
    return points.description
  }
}

extension Value {
  /// The operators of bounds, joined with `;` where they differ.
  fileprivate var tidyOperator: String {
    switch self {
    case .bound(let comparison, _, _): return comparison.rawValue
    case .compound(let parts):
      var operators: [String] = []
      for part in parts {
        let text = part.tidyOperator
        if !text.isEmpty, !operators.contains(text) { operators.append(text) }
      }
      return operators.joined(separator: ";")
    case .empty, .number, .percent, .text: return ""
    }
  }

  /// The number, or the numbers of several values joined with `;`; the text is where it was read.
  fileprivate func tidyNumber(_ text: String) -> String {
    switch self {
    case .number(let number), .percent(let number), .bound(_, let number, _):
      FixedPoint(number, text: text)?.description ?? number.description
    case .compound(let parts): parts.map { $0.tidyNumber("") }.joined(separator: ";")
    case .empty, .text: ""
    }
  }
}
