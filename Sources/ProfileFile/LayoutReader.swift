import ReportModel
import Spreadsheet
import Yams

/// Reads stated layouts: for each table its sheet, header, columns and rows, spelled as in a spreadsheet.
struct LayoutReader {
  func layouts(_ node: ProfileNode) throws(ProfileFileError) -> [SheetLayout] {
    var layouts: [SheetLayout] = []
    for item in try node.items() { layouts.append(try layout(item)) }
    return layouts
  }

  private func layout(_ node: ProfileNode) throws(ProfileFileError) -> SheetLayout {
    let members = try node.members(known: ["sheet", "header", "columns", "rows"])
    guard let sheet = members["sheet"], let columns = members["columns"] else {
      throw node.error("a layout needs “sheet” and “columns”", "布局需要 “sheet”、“columns”")
    }
    var layout = SheetLayout(sheet: try sheet.text(), header: nil)
    if let header = members["header"] { layout.header = try rows(header) }
    layout.columns = try self.columns(columns)
    if let rows = members["rows"] {
      layout.rows = try self.rows(rows)
    }
    return layout
  }

  // MARK: - Columns

  private func columns(
    _ node: ProfileNode
  ) throws(ProfileFileError) -> [SheetLayout.Column] {
    var columns: [SheetLayout.Column] = []
    for member in try node.members() {
      guard let column = Self.column(member.name) else {
        throw member.key.error(
          "“\(member.name)” is no column; columns are letters such as A or AB",
          "“\(member.name)”不是列；列用字母表示，如 A、AB")
      }
      if let last = columns.last, last.column >= column {
        throw member.key.error(
          "the columns must stand from left to right, each once", "列应从左到右排列，各一次")
      }
      columns.append(try self.column(column, member.value))
    }
    return columns
  }

  /// A field by itself, or with the header that was read: `{field: extra, header: 完成时限}`.
  private func column(
    _ column: Int, _ node: ProfileNode
  ) throws(ProfileFileError) -> SheetLayout.Column {
    if case .scalar = node.node {
      return SheetLayout.Column(
        column: column, field: try node.choice(ReportField.self), header: "")
    }
    let members = try node.members(known: ["field", "header"])
    guard let field = members["field"] else {
      throw node.error("a column needs a “field”", "列需要 “field”")
    }
    var result = SheetLayout.Column(
      column: column, field: try field.choice(ReportField.self), header: "")
    if let header = members["header"], !header.isNull { result.header = try header.text() }
    return result
  }

  private static func column(_ letters: String) -> Int? {
    guard !letters.isEmpty, letters.utf8.count <= 3,
      letters.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    return CellReference(letters + "1")?.column
  }

  // MARK: - Rows

  private func rows(_ node: ProfileNode) throws(ProfileFileError) -> ClosedRange<Int> {
    guard case .scalar(let scalar) = node.node, let rows = Self.rows(scalar.string) else {
      throw node.wrong("rows such as 6 or 6-7", "行，如 6 或 6-7")
    }
    return rows
  }

  private func rows(_ node: ProfileNode) throws(ProfileFileError) -> [SheetLayout.Rows] {
    var result: [SheetLayout.Rows] = []
    var last = -1
    for member in try node.members() {
      guard let rows = Self.rows(member.name) else {
        throw member.key.error(
          "“\(member.name)” are no rows; write 8 or 8-15", "“\(member.name)”不是行；请写 8 或 8-15")
      }
      guard rows.lowerBound > last else {
        throw member.key.error(
          "the rows must stand from top to bottom, each once", "行应从上到下排列，各一次")
      }
      last = rows.upperBound
      let role = try member.value.choice(SheetLayout.RowRole.self)
      if let before = result.last, before.role == role,
        before.rows.upperBound + 1 == rows.lowerBound
      {
        result[result.count - 1].rows = before.rows.lowerBound...rows.upperBound
      } else {
        result.append(SheetLayout.Rows(rows: rows, role: role))
      }
    }
    return result
  }

  /// `8` or `8-15`, counted from one.
  private static func rows(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard !part.isEmpty, part.utf8.count <= 7,
        part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part),
        (1...CellReference.rowLimit).contains(number)
      else { return nil }
      numbers.append(number - 1)
    }
    guard let first = numbers.first, let last = numbers.last, first <= last else { return nil }
    return first...last
  }
}
