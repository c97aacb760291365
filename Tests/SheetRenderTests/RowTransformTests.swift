import SheetRender
import Spreadsheet
import Testing

@Suite struct RowTransformTests {
  private func row(_ index: Int, _ cells: [Int: String], isHidden: Bool = false) -> StreamedRow {
    var row = StreamedRow()
    row.index = index
    row.isHidden = isHidden
    for (column, text) in cells.sorted(by: { $0.key < $1.key }) {
      row.append(text.utf8, kind: text.isEmpty ? .empty : .string, column: column)
    }
    return row
  }

  private func spelled(_ row: StreamedRow) -> String {
    row.cells.map { "\(row.reference(of: $0))=\(row.string(of: $0))" }.joined(separator: " ")
  }

  private func filled(
    _ ranges: [String], _ rows: [StreamedRow], limits: ReadLimits = ReadLimits()
  ) throws -> (rows: [String], fill: MergeFill) {
    var fill = MergeFill(
      ranges.compactMap { CellRange($0) }, file: "a.xlsx", sheet: "S", limits: limits)
    var out: [String] = []
    for var row in rows {
      try fill.append(&row) { out.append(spelled($0)) }
    }
    try fill.finish { out.append(spelled($0)) }
    return (out, fill)
  }

  @Test(
    "The first cell's value goes to every cell of a merged range, also in rows that are not there")
  func fill() throws {
    let rows = [row(0, [0: "a", 2: "c"]), row(1, [2: "d"])]
    #expect(
      try filled(["A1:B2", "C2:C4"], rows).rows
        == ["A1=a B1=a C1=c", "A2=a B2=a C2=d", "C3=d", "C4=d"])
  }

  @Test("A blank first cell fills nothing, and ranges that overlap are left alone")
  func blankAndOverlap() throws {
    let rows = [row(0, [0: "", 1: "x"]), row(1, [0: "y"])]
    let (out, fill) = try filled(["A1:A2", "B1:C1", "C1:D1"], rows)
    #expect(out == ["A1= B1=x C1=x", "A2=y"])
    #expect(fill.overlappingRanges.isEmpty)
    let (_, other) = try filled(["A1:C3", "B1:D1"], [row(0, [0: "a", 1: "b"])])
    #expect(other.overlappingRanges == [CellRange("B1:D1")])
  }

  @Test("A merge of the whole sheet passes the limit instead of the memory")
  func wholeSheet() throws {
    var limits = ReadLimits()
    limits.emptyPlaces = 100_000
    #expect(throws: EmptyPlacesError.self) {
      try filled(["A1:XFD1048576"], [row(0, [0: "a"])], limits: limits)
    }
    #expect(try filled(["A1:XFD1048576"], [row(0, [0: ""])], limits: limits).rows == ["A1="])
  }

  @Test("A range is cut out and counted from its corner")
  func range() throws {
    var selection = RowSelection(range: CellRange("B2:C3"), renumbers: true)
    var rows = [
      row(0, [0: "a"]), row(1, [0: "b", 1: "c", 2: "d", 3: "e"]), row(2, [2: "f"]),
      row(3, [1: "g"]),
    ]
    #expect(rows.indices.map { selection.apply(to: &rows[$0]) } == [.leave, .take, .take, .stop])
    #expect(spelled(rows[1]) == "A1=c B1=d")
    #expect(spelled(rows[2]) == "B2=f")
    let merged = ["A1:B2", "C3:C9", "D1:D9"].compactMap { CellRange($0) }
    #expect(selection.mergedRanges(merged).map(\.description) == [])
    let kept = RowSelection(range: CellRange("B2:C3"), renumbers: false)
    #expect(
      kept.mergedRanges([CellRange(rows: 0...2, columns: 0...2)]).map(\.description) == ["B2:C3"])
  }

  @Test("Hidden rows and columns leave no gap, or keep their addresses")
  func hidden() throws {
    for renumbers in [true, false] {
      var selection = RowSelection(
        skipsHidden: true, hiddenColumns: [3...3, 0...0], renumbers: renumbers)
      var rows = [
        row(0, [0: "a", 1: "b", 3: "c", 4: "d"]), row(1, [1: "x"], isHidden: true),
        row(2, [4: "e"]),
      ]
      #expect(rows.indices.map { selection.apply(to: &rows[$0]) } == [.take, .leave, .take])
      #expect(spelled(rows[0]) == (renumbers ? "A1=b C1=d" : "B1=b E1=d"))
      #expect(spelled(rows[2]) == (renumbers ? "C2=e" : "E3=e"))
      let merged = try #require(CellRange("A1:E3"))
      #expect(
        selection.mergedRanges([merged], hiddenRows: [1...1]).map(\.description)
          == [renumbers ? "A1:C2" : "A1:E3"])
    }
  }
}
