import ReportRender
import Spreadsheet
import XLSX

extension Inspection {
  /// The inspection as JSON; counts are numbers, and what is absent is null.
  func json(language: FindingsLanguage) -> ReportJSONValue {
    .object([
      .init("file", .string(file)),
      .init("kind", .string(kind)),
      .init("dates_from", .integer(dateSystem == .year1904 ? 1904 : 1900)),
      .init("sheets", .array(sheets.map(\.json))),
      .init("features", .array(features.map(ReportJSONValue.string))),
      .init("parts", .array(lanes.map(\.json))),
      .init(
        "findings",
        .array(findings.map { FindingsJSON.value(of: $0, language: language) })),
    ])
  }
}

extension PartLane {
  /// Who read the part, as JSON.
  fileprivate var json: ReportJSONValue {
    .object([
      .init("part", .string(part)),
      .init("parser", .string(name)),
      .init("tokenized", .integer(tokenized)),
      .init("declined", .integer(declined)),
      .init("reason", reason.map(ReportJSONValue.string) ?? .null),
    ])
  }
}

extension SheetSummary {
  /// The summary of one sheet as JSON.
  fileprivate var json: ReportJSONValue {
    .object([
      .init("sheet", .string(description.name)),
      .init("kind", .string(description.kind.rawValue)),
      .init("visibility", .string(description.visibility.rawValue)),
      .init("used_range", usedRange.map { .string($0.description) } ?? .null),
      .init("rows", .integer(rows)),
      .init("cells", .integer(cells)),
      .init(
        "types",
        .object(
          CellKind.allCases.compactMap { kind in
            kinds[kind].map { .init(kind.rawValue, .integer($0)) }
          })),
      .init("formulas", .integer(formulas)),
      .init("styled_blanks", .integer(styledBlanks)),
      .init("merged_ranges", .array(mergedRanges.map { .string($0.description) })),
      .init("hidden_rows", .array(hiddenRowNames.map(ReportJSONValue.string))),
      .init("hidden_columns", .array(hiddenColumnNames.map(ReportJSONValue.string))),
      .init("features", .array(features.map(ReportJSONValue.string))),
    ])
  }
}
