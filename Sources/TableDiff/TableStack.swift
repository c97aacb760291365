public import Spreadsheet

/// Tables of many workbooks put under one header, streamed.
///
/// In a first pass the head of every sheet is shown to the stack, which unites the columns by header;
/// in a second pass the rows come and are moved into the united columns, with the source file and
/// sheet in two columns of their own:
///
///     var stack = TableStack()
///     for sheet in sheets { stack.addSheet(file: …, name: …, formats: …, head: firstRows) }
///     output(stack.headerRow)
///     for row in rows { if let moved = stack.row(row, ofSheet: 3, index: next) { output(moved) } }
public struct TableStack: Sendable {
  /// How many rows of a sheet have to be shown as its head.
  public static let headRows = 40

  /// The united headers, the two source columns last.
  public var headers: [String] { titles + [Self.fileTitle, Self.sheetTitle] }
  /// The number formats that the styles of the moved rows refer to.
  public private(set) var formats: [NumberFormat] = [.general]
  /// Sheets whose header differs from that of the first sheet, and sheets without header.
  public private(set) var findings: [Diagnostic] = []

  private static let fileTitle = "来源文件"
  private static let sheetTitle = "来源工作表"

  private struct Source {
    var file: String
    var sheet: String
    /// The index of the row of headers; rows up to it are not data.
    var headerRow: Int
    /// The united column of each column.
    var columns: [Int: Int]
    /// The style of each style of the workbook.
    var styles: [Int32]
  }

  private var titles: [String] = []
  private var places: [String: Int] = [:]
  private var styles: [NumberFormat: Int32] = [.general: 0]
  private var sources: [Source] = []
  private var first: (titles: [String], place: SourceLocation)?

  /// An empty stack.
  public init() {}

  /// The number of sheets.
  public var sheetCount: Int { sources.count }

  /// Takes in the head of a sheet: its first rows, at most `headRows` of them, and the columns that
  /// hold anything further down; gives back the number of the sheet for `row`.
  @discardableResult
  public mutating func addSheet(
    file: String, name: String, formats: [NumberFormat], head: SheetTable,
    columns used: Set<Int> = []
  ) -> Int {
    var header = TableHeader(of: head)
    let location = head.location(nil)
    if header.line == nil {
      header.dropHeader(of: head)
      if head.rowCount > 0 {
        findings.append(
          Diagnostic(
            .warning, code: "TABLE_WITHOUT_HEADER", at: location,
            "no row of headers; the columns are stacked by their letters",
            zh: "没有表头，按列标拼接"))
      }
    }
    var columns: [Int: Int] = [:]
    var counts: [String: Int] = [:]
    var own: [String] = []
    var taken: Set<String> = []
    for column in used.union(header.columns).sorted() {
      let name = header.title(of: column)
      var title = name
      // A header that stands twice in a sheet has two columns in the stack.
      while !taken.insert(title).inserted {
        counts[name, default: 1] += 1
        title = "\(name)(\(counts[name, default: 1]))"
      }
      own.append(title)
      columns[column] = place(of: title)
    }
    compareHeader(own, at: location)
    sources.append(
      Source(
        file: file, sheet: name, headerRow: header.line.map { Int(head.lines[$0].index) } ?? -1,
        columns: columns, styles: formats.map { style(of: $0) }))
    return sources.count - 1
  }

  /// The row of united headers, as row 0.
  public var headerRow: StreamedRow {
    var row = StreamedRow()
    for (column, title) in headers.enumerated() {
      row.append(Array(title.utf8), kind: .string, column: column)
    }
    return row
  }

  /// A row of a sheet in the united columns; nil for rows above the data and for blank ones.
  public func row(_ row: StreamedRow, ofSheet sheet: Int, index: Int) -> StreamedRow? {
    guard sources.indices.contains(sheet) else { return nil }
    let source = sources[sheet]
    guard row.index > source.headerRow,
      row.cells.contains(where: { $0.kind != .empty && !$0.text.isEmpty })
    else { return nil }
    var moved = StreamedRow()
    moved.reset(index: index)
    moved.bytes = row.bytes
    for cell in row.cells where cell.kind != .empty {
      guard let column = source.columns[Int(cell.column)] else { continue }
      var copy = cell
      copy.column = Int32(column)
      let style = Int(cell.style)
      copy.style = source.styles.indices.contains(style) ? source.styles[style] : 0
      // A formula refers to places that are no longer there.
      copy.formula = 0..<0
      moved.cells.append(copy)
    }
    moved.cells.sort { $0.column < $1.column }
    moved.append(Array(source.file.utf8), kind: .string, column: titles.count)
    moved.append(Array(source.sheet.utf8), kind: .string, column: titles.count + 1)
    return moved
  }

  /// Whether a row stands above the header and holds something: a title or a note.
  public func isAboveData(_ row: StreamedRow, ofSheet sheet: Int) -> Bool {
    guard sources.indices.contains(sheet), row.index < sources[sheet].headerRow else {
      return false
    }
    return row.cells.contains { $0.kind != .empty && !$0.text.isEmpty }
  }

  /// Cells of a row that stand in no column of the head, so that nothing is lost in silence.
  public func strayCells(of row: StreamedRow, ofSheet sheet: Int) -> [CellReference] {
    guard sources.indices.contains(sheet), row.index > sources[sheet].headerRow else { return [] }
    let columns = sources[sheet].columns
    return row.cells.filter {
      $0.kind != .empty && !$0.text.isEmpty && columns[Int($0.column)] == nil
    }.map { row.reference(of: $0) }
  }

  private mutating func place(of title: String) -> Int {
    if let place = places[title] { return place }
    places[title] = titles.count
    titles.append(title)
    return titles.count - 1
  }

  private mutating func style(of format: NumberFormat) -> Int32 {
    if let style = styles[format] { return style }
    styles[format] = Int32(formats.count)
    formats.append(format)
    return Int32(formats.count - 1)
  }

  private mutating func compareHeader(_ own: [String], at place: SourceLocation) {
    guard let first else {
      self.first = (own, place)
      return
    }
    let missing = Self.some(of: first.titles, outside: Set(own))
    let added = Self.some(of: own, outside: Set(first.titles))
    guard !missing.isEmpty || !added.isEmpty else { return }
    findings.append(
      Diagnostic(
        .info, code: "HEADER_DIFFERS", at: place,
        "other headers than in \(first.place): without \(list(missing)), with \(list(added))",
        zh: "表头与\(first.place)不同：缺\(list(missing))，多\(list(added))"))
  }

  /// The titles that are not in a set, as many as are told, and one more.
  private static func some(of titles: [String], outside other: Set<String>) -> [String] {
    Array(titles.lazy.filter { !other.contains($0) }.prefix(9))
  }

  private func list(_ titles: [String]) -> String {
    titles.isEmpty ? "—" : titles.prefix(8).joined(separator: "、") + (titles.count > 8 ? "…" : "")
  }
}
