import Spreadsheet
import TableDiff

/// The first pass of a stack over one file: the heads of its sheets, and whether all of it can be read.
struct StackSurvey: Sendable {
  /// What is known of a sheet.
  struct Sheet: Sendable {
    var index: Int
    var name: String
    /// The first rows that hold something.
    var head: SheetTable
    /// All columns that hold something.
    var columns: Set<Int>
  }

  /// What is known of a file.
  struct Result: Sendable {
    var sheets: [Sheet] = []
    var formats: [NumberFormat] = []
    var findings: [Diagnostic] = []
    var isFailed = false
  }

  let limits: ReadLimits
  /// Whether texts become numbers and dates.
  let types: Bool

  /// Reads a file to its end.
  func read(_ file: InputFile) -> Result {
    var result = Result()
    do {
      let source = try file.openRows(limits: limits, types: types)
      result.formats = source.formats
      for (index, sheet) in source.sheets.enumerated() where sheet.kind == .worksheet {
        result.sheets.append(try read(sheet, at: index, of: source, file: file))
      }
      result.sheets.removeAll { $0.head.rowCount == 0 }
      result.findings += source.findings.filter { $0.severity > .info }
    } catch {
      result.findings.append(Diagnostic(describing: error, file: file.name))
      result.isFailed = true
    }
    return result
  }

  private func read(
    _ sheet: SheetDescription, at index: Int, of source: any RowSource, file: InputFile
  ) throws -> Sheet {
    var builder = SheetTableBuilder(
      file: file.name, sheet: sheet.name, formats: source.formats, dateSystem: source.dateSystem)
    var columns: Set<Int> = []
    try source.readRows(
      ofSheetAt: index, formulas: false,
      restarted: { throw Self.disorder(file, sheet.name) }
    ) { row in
      if builder.table.rowCount < TableStack.headRows { try builder.append(row) }
      for cell in row.cells where cell.kind != .empty && !cell.text.isEmpty {
        columns.insert(Int(cell.column))
      }
    }
    return Sheet(index: index, name: sheet.name, head: builder.table, columns: columns)
  }

  /// Rows of a large sheet that do not ascend cannot be streamed in their order.
  static func disorder(_ file: InputFile, _ sheet: String) -> ToolError {
    ToolError(
      Diagnostic(
        .error, code: "ROWS_OUT_OF_ORDER", at: SourceLocation(file: file.name, sheet: sheet),
        "the rows of a large sheet are out of order; save the file anew with a spreadsheet program",
        zh: "大工作表的行次序混乱，请用表格软件另存后再试"))
  }
}
