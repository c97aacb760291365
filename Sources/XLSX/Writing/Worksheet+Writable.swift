public import Spreadsheet

extension Worksheet {
  /// The sheet as the format allows it, and what had to be changed for that.
  ///
  /// Other programs write names that are too long or taken, merged ranges that overlap, and runs of
  /// columns that do. `taken` are the names of the sheets before it.
  public func writable(
    taken: Set<String> = [], file: String? = nil
  ) -> (sheet: Worksheet, findings: [Diagnostic]) {
    var sheet = self
    var findings: [Diagnostic] = []
    let place = SourceLocation(file: file, sheet: name)
    if SheetNaming.problem(name) != nil
      || taken.contains(where: { $0.lowercased() == name.lowercased() })
    {
      sheet.name = SheetNaming.validName(name, taken: taken)
      findings.append(
        Diagnostic(
          .warning, code: "SHEET_RENAMED", at: place,
          "a sheet cannot have this name in a workbook; it is now '\(sheet.name)'",
          zh: "工作簿中的工作表不能用这个名称，已改为“\(sheet.name)”"))
    }
    let (kept, dropped) = MergeOverlap.disjoint(mergedRanges.filter { !$0.isSingleCell })
    sheet.mergedRanges = kept
    for range in dropped {
      findings.append(
        Diagnostic(
          .warning, code: "MERGE_OVERLAP",
          at: SourceLocation(file: file, sheet: name, range: range),
          "the merged range overlaps another one and is not merged any more",
          zh: "该合并区域与另一区域重叠，已取消合并"))
    }
    sheet.columns = Self.disjoint(columns)
    if sheet.columns != columns.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      findings.append(
        Diagnostic(
          .info, code: "COLUMN_OVERLAP", at: place,
          "the widths of some columns are stated twice; the first statement counts",
          zh: "部分列宽重复定义，以第一次为准"))
    }
    return (sheet, findings)
  }

  /// Runs of columns in order, without what lies in an earlier one or outside the grid.
  private static func disjoint(_ runs: [ColumnProperties]) -> [ColumnProperties] {
    var result: [ColumnProperties] = []
    var next = 0
    for run in runs.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      let first = max(run.columns.lowerBound, next)
      let last = min(run.columns.upperBound, CellReference.columnLimit - 1)
      guard first <= last else { continue }
      var run = run
      run.columns = first...last
      if let width = run.width, !(width >= 0 && width.isFinite) { run.width = nil }
      result.append(run)
      next = last + 1
    }
    return result
  }
}
