import ReportModel
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

  /// Texts wider than this are broken into lines where the file has no looks of its own.
  private static let widestColumn = 60

  /// Takes over the sheets of a workbook that was read in full; `layouts` say where its headers are.
  init(_ submitted: Workbook, layouts: [SheetLayout], file: String) {
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
      copy.columns = sheet.columns
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
    var headers: [String: [ClosedRange<Int>]] = [:]
    for layout in layouts {
      guard let header = layout.header else { continue }
      headers[renamed[layout.sheet] ?? layout.sheet, default: []].append(header)
    }
    fit(headers: headers)
    // Names refer to sheets by their places, and some sheets may be gone.
    if workbook.sheets.count != submitted.sheets.count {
      workbook.definedNames.removeAll { $0.sheet != nil }
    }
  }

  /// Sizes that show all of the contents where the file states none, on pages as wide as the sheet.
  private mutating func fit(headers: [String: [ClosedRange<Int>]]) {
    for index in workbook.sheets.indices {
      var sheet = workbook.sheets[index]
      if sheet.columns.isEmpty { wrapLongTexts(of: &sheet) }
      if sheet.page.fitToWidth == nil {
        sheet.page.paperSize = 9
        sheet.page.isLandscape = true
        sheet.page.fitToWidth = 1
        sheet.page.fitToHeight = 0
      }
      // A header that the sheet itself repeats is on its pages already.
      if sheet.page.titleRows == nil, let ranges = headers[sheet.name], ranges.count == 1 {
        sheet.page.titleRows = ranges[0]
      }
      workbook.sheets[index] = sheet.fitted(
        styles: workbook.styles, dateSystem: workbook.dateSystem)
    }
  }

  /// Breaks long texts into lines: CSV has no looks of its own.
  private mutating func wrapLongTexts(of sheet: inout Worksheet) {
    for row in sheet.rows.indices {
      for cell in sheet.rows[row].cells.indices {
        guard case .string(let text) = sheet.rows[row].cells[cell].value,
          TextWidth.width(of: text) > Self.widestColumn
        else { continue }
        var style = workbook.styles[sheet.rows[row].cells[cell].style]
        style.alignment.wrapsText = true
        style.alignment.vertical = .top
        sheet.rows[row].cells[cell].style = workbook.styles.index(of: style)
      }
    }
  }
}
