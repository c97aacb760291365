import Spreadsheet
import TableDiff
import Testing

@Suite("Tables put under one header")
struct TableStackTests {
  private func rows(_ texts: [[String]]) -> [StreamedRow] {
    texts.enumerated().map { index, cells in
      var row = StreamedRow()
      row.reset(index: index)
      for (column, text) in cells.enumerated() where !text.isEmpty {
        row.append(
          Array(text.utf8), kind: Double(text) == nil ? .string : .number, column: column,
          style: Double(text) == nil ? 0 : 1)
      }
      return row
    }
  }

  private func stacked(_ tables: [(file: String, rows: [[String]])]) throws -> (
    TableStack, [[String]]
  ) {
    var stack = TableStack()
    for table in tables {
      let formats = [NumberFormat.general, NumberFormat(code: "0.00")]
      var head = SheetTableBuilder(file: table.file, sheet: "S", formats: formats)
      for row in rows(table.rows).prefix(TableStack.headRows) { try head.append(row) }
      stack.addSheet(file: table.file, name: "S", formats: formats, head: head.table)
    }
    var result: [[String]] = [stack.headers]
    for (number, table) in tables.enumerated() {
      for row in rows(table.rows) {
        guard let moved = stack.row(row, ofSheet: number, index: result.count) else { continue }
        var texts = [String](repeating: "", count: stack.headers.count)
        for cell in moved.cells { texts[Int(cell.column)] = moved.string(of: cell) }
        result.append(texts)
      }
    }
    return (stack, result)
  }

  @Test("Columns are united by header, and each row names its file and sheet")
  func united() throws {
    let (stack, result) = try stacked([
      ("a.xlsx", [["名称", "数量"], ["甲", "1"], ["乙", "2"]]),
      ("b.xlsx", [["库存表"], ["数量", "产地", "名称"], ["3", "沪", "丙"], ["", "", ""]]),
    ])
    #expect(
      result == [
        ["名称", "数量", "产地", "来源文件", "来源工作表"], ["甲", "1", "", "a.xlsx", "S"],
        ["乙", "2", "", "a.xlsx", "S"], ["丙", "3", "沪", "b.xlsx", "S"],
      ])
    #expect(stack.findings.map(\.code) == ["HEADER_DIFFERS"])
    #expect(stack.findings[0].message.contains("with 产地"))
    #expect(stack.formats.map(\.code) == ["General", "0.00"])
  }

  @Test("A header that is the name of a repeated one keeps a column of its own")
  func repeated() throws {
    let (_, result) = try stacked([
      ("a.xlsx", [["名", "名", "数", "价", "量", "名(2)", "名"], ["甲", "乙", "5", "6", "7", "丙", "丁"]])
    ])
    #expect(
      result == [
        ["名", "名(2)", "数", "价", "量", "名(2)(2)", "名(3)", "来源文件", "来源工作表"],
        ["甲", "乙", "5", "6", "7", "丙", "丁", "a.xlsx", "S"],
      ])
  }

  @Test("A table without header is stacked by its letters, with a finding")
  func headerless() throws {
    let (stack, result) = try stacked([("a.xlsx", [["1", "2"], ["3", "4"]])])
    #expect(result[0] == ["A", "B", "来源文件", "来源工作表"])
    #expect(result.count == 3)
    #expect(stack.findings.map(\.code) == ["TABLE_WITHOUT_HEADER"])
  }

  @Test("A cell outside the columns of the head is told")
  func stray() throws {
    let table = [["名称", "数量"], ["甲", "1"]]
    var stack = TableStack()
    var head = SheetTableBuilder(file: "a.xlsx", sheet: "S")
    for row in rows(table) { try head.append(row) }
    stack.addSheet(file: "a.xlsx", name: "S", formats: [], head: head.table)
    var late = rows([["乙", "2", "x"]])[0]
    late.index = 50
    #expect(stack.strayCells(of: late, ofSheet: 0).map(\.description) == ["C51"])
  }
}
