import Spreadsheet
import XLSX

/// A submitted workbook as it goes back to its unit: what `convert --to xlsx` keeps, and the comments.
struct SubmittedWorkbook {
  /// The sheets with their values, looks, merges, sizes and comments.
  private(set) var workbook: Workbook
  /// What could not be kept.
  private(set) var findings: [Diagnostic] = []
  /// The names of sheets that the format does not allow, with those that they have now.
  private(set) var renamed: [String: String] = [:]

  private static let widestColumn = 60

  /// Takes over the sheets of a workbook that was read in full.
  init(_ submitted: Workbook, file: String) {
    workbook = submitted
    workbook.sheets = []
    var names: Set<String> = []
    for sheet in submitted.sheets {
      guard sheet.kind == .worksheet else {
        findings.append(
          Diagnostic(
            .info, code: "SHEET_WITHOUT_CELLS", at: SourceLocation(file: file, sheet: sheet.name),
            "is a \(sheet.kind.rawValue) and has no cells", zh: "不是单元格工作表"))
        continue
      }
      var copy = Worksheet(name: sheet.name)
      copy.visibility = sheet.visibility
      copy.rows = sheet.rows
      copy.mergedRanges = sheet.mergedRanges
      copy.columns = sheet.columns.isEmpty ? Self.fittedColumns(of: sheet) : sheet.columns
      copy.defaultColumnWidth = sheet.defaultColumnWidth
      copy.defaultRowHeight = sheet.defaultRowHeight
      copy.frozenPane = sheet.frozenPane
      copy.isRightToLeft = sheet.isRightToLeft
      copy.richText = sheet.richText
      copy.arrayFormulas = sheet.arrayFormulas
      copy.comments = sheet.comments
      copy.page = sheet.page
      let (writable, changes) = copy.writable(taken: names, file: file)
      findings += changes
      names.insert(writable.name)
      if writable.name != sheet.name, renamed[sheet.name] == nil {
        renamed[sheet.name] = writable.name
      }
      workbook.sheets.append(writable)
    }
    if !workbook.sheets.contains(where: { $0.visibility == .visible }), !workbook.sheets.isEmpty {
      workbook.sheets[0].visibility = .visible
    }
    // Names refer to sheets by their places, and some sheets may be gone.
    if workbook.sheets.count != submitted.sheets.count {
      workbook.definedNames.removeAll { $0.sheet != nil }
    }
  }

  /// Widths that show what is in the columns, where the file states none: CSV above all.
  private static func fittedColumns(of sheet: Worksheet) -> [ColumnProperties] {
    var widths: [Int: Int] = [:]
    for row in sheet.rows {
      for cell in row.cells {
        guard case .string(let text) = cell.value else { continue }
        let width = min(TextWidth.width(of: text), widestColumn)
        widths[cell.column] = max(widths[cell.column] ?? 0, width)
      }
    }
    return widths.filter { $0.value > 7 }.sorted { $0.key < $1.key }.map { column, width in
      ColumnProperties(columns: column...column, width: Double(width + 2))
    }
  }
}
