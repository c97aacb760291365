import Spreadsheet
import TableDiff
import Testing

@Suite("What differs between two tables")
struct TableDifferTests {
  static let stock = [
    ["编号", "名称", "数量", "单价"],
    ["A01", "扳手", "3", "12.5"],
    ["A02", "螺丝", "100", "0.3"],
    ["A03", "锤子", "7", "35"],
    ["A04", "钉子", "900", "0.02"],
    ["A05", "电钻", "2", "410"],
  ]

  private func compare(
    _ old: [[String]], _ new: [[String]], _ options: TableDiffOptions = TableDiffOptions()
  ) throws -> TableComparison {
    TableDiffer(options: options).compare(
      [try sheet(old, file: "a.xlsx")], [try sheet(new, file: "b.xlsx")])
  }

  @Test("A table equals itself")
  func same() throws {
    let comparison = try compare(Self.stock, Self.stock)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.sheets[0].keys == ["编号"])
    #expect(comparison.sheets[0].matchedRows == 5)
  }

  @Test("A changed cell tells its key, both values, the difference and both addresses")
  func value() throws {
    var new = Self.stock
    new[2][3] = "0.1"
    new.insert(["A00", "尺", "1", "2"], at: 1)
    let comparison = try compare(Self.stock, new)
    #expect(
      brief(comparison) == ["add [A00]: A00,尺,1,2", "value 单价 [A02]: 0.3 -> 0.1"])
    let change = comparison.changes[1]
    #expect(change.delta == "-0.2")
    #expect(change.oldLocation?.description == "a.xlsx!Sheet1!D3")
    #expect(change.newLocation?.description == "b.xlsx!Sheet1!D4")
  }

  @Test("Long texts that come again and again are told apart by every character")
  func longTexts() throws {
    let long = String(repeating: "长文本", count: 100)
    let old = [["编号", "说明"]] + (0..<50).map { ["\($0)", long] }
    var new = old
    new[31][1] = long.replacing("长文本", with: "长文木", maxReplacements: 1)
    new[32][1] = String(long.dropLast())
    let comparison = try compare(old, new, TableDiffOptions(keys: ["编号"]))
    #expect(comparison.changes.count == 2)
    #expect(comparison.changes.map(\.new) == [new[31][1], new[32][1]])
    #expect(comparison.changes.map(\.old) == [long, long])
  }

  @Test("Rows in another order are only info where there is a key")
  func orderWithKey() throws {
    var new = Self.stock
    new.swapAt(1, 5)
    let comparison = try compare(Self.stock, new)
    #expect(comparison.changes.allSatisfy { $0.kind == .move && $0.level == .info })
    #expect(!comparison.hasChanges)
  }

  @Test("Columns in another order are info, and a new header over the same cells is a rename")
  func columns() throws {
    let new = Self.stock.map { [$0[0], $0[2], $0[1], $0[3]] }.enumerated().map { place, row in
      place == 0 ? ["编号", "数量", "品名", "单价", "备注"] : row + (place == 3 ? ["急"] : [])
    }
    let comparison = try compare(Self.stock, new)
    #expect(
      brief(comparison) == [
        "rename 品名: 名称 -> 品名", "column_add 备注", "(info) reorder 数量",
      ])
    #expect(comparison.changes[0].score == 1)
  }

  @Test("A column that is gone is one change")
  func columnDelete() throws {
    let new = Self.stock.map { Array($0.dropLast()) }
    #expect(brief(try compare(Self.stock, new)) == ["column_delete 单价"])
  }

  @Test("Without a key rows are matched by content, and inserted rows do not shift the others")
  func content() throws {
    let old = [
      ["科目", "金额", "说明"], ["甲", "1", "x"], ["甲", "2", "x"], ["乙", "2", "y"], ["甲", "1", "z"],
      ["丙", "2", "z"],
    ]
    var new = old
    new.insert(["丁", "9", "w"], at: 2)
    new[6][1] = "3"
    let comparison = try compare(old, new)
    #expect(comparison.sheets[0].keys.count != 1)
    #expect(
      brief(comparison).contains("add: 丁,9,w")
        || brief(comparison).contains { $0.hasPrefix("add [") })
    #expect(comparison.changes.filter { $0.kind == .value }.map(\.new) == ["3"])
    #expect(comparison.changes.count == 2)
  }

  @Test("A moved row is one move and nothing else")
  func move() throws {
    let old = [
      ["a", "x", "x"], ["b", "y", "y"], ["c", "x", "x"], ["a", "x", "z"], ["b", "x", "z"],
    ]
    .map { ["1"] + $0 }
    var new = old
    new.append(new.remove(at: 0))
    let options = TableDiffOptions()
    let comparison = try compare(old, new, options)
    #expect(comparison.changes.map(\.kind) == [.move])
    #expect(brief(comparison).last?.hasSuffix("1 -> 5") == true)
  }

  @Test("A running number is renumbered by an inserted row, and that is only info")
  func serials() throws {
    func table(_ names: [String]) -> [[String]] {
      [["序号", "类别", "情况"]]
        + names.enumerated().map { ["\($0 + 1)", $1, $0 % 2 == 0 ? "好" : "好"] }
    }
    let comparison = try compare(
      table(["甲", "乙", "甲", "丙", "乙"]), table(["甲", "丁", "乙", "甲", "丙", "乙"]))
    #expect(
      comparison.changes.filter { $0.level == .change }.map(\.kind) == [.add])
    #expect(comparison.changes.filter { $0.level == .info }.allSatisfy { $0.field == "序号" })
  }

  @Test("Rows with one key twice are a finding, and none of them is lost")
  func duplicateKeys() throws {
    let old = [["键", "值"], ["k", "1"], ["k", "2"], ["m", "3"]]
    let new = [["键", "值"], ["k", "2"], ["k", "1"], ["k", "5"], ["m", "4"]]
    let comparison = try compare(old, new, TableDiffOptions(keys: ["键"]))
    #expect(comparison.findings.map(\.code) == ["DUPLICATE_KEY", "DUPLICATE_KEY"])
    #expect(
      comparison.findings[0].message == "2 rows have the key k: rows 2, 3")
    #expect(
      brief(comparison).filter { !$0.hasPrefix("(info)") }
        == ["add [k]: k,5", "value 值 [m]: 3 -> 4"])
  }

  @Test("A key may be several columns, and columns may be named by letters")
  func compositeKey() throws {
    let old = [["区", "月", "数"], ["东", "1", "5"], ["东", "2", "6"], ["西", "1", "7"]]
    let new = [["区", "月", "数"], ["西", "1", "7"], ["东", "2", "60"], ["东", "1", "5"]]
    for keys in [["区", "月"], ["A", "B"], []] {
      let comparison = try compare(old, new, TableDiffOptions(keys: keys))
      #expect(comparison.sheets[0].keys == ["区", "月"])
      #expect(
        brief(comparison).filter { !$0.hasPrefix("(info)") } == ["value 数 [东|2]: 6 -> 60"])
    }
  }

  @Test("A key that is no column is an error finding")
  func unknownKey() throws {
    let comparison = try compare(Self.stock, Self.stock, TableDiffOptions(keys: ["没有"]))
    #expect(comparison.findings.map(\.code) == ["KEY_NOT_FOUND"])
    #expect(comparison.changes.isEmpty)
  }

  @Test("A key that was found, not named, may itself be edited")
  func editedKey() throws {
    var new = Self.stock
    new[3][0] = "A03B"
    #expect(brief(try compare(Self.stock, new)) == ["value 编号 [锤子]: A03 -> A03B"])
    #expect(
      brief(try compare(Self.stock, new, TableDiffOptions(keys: ["编号"])))
        == ["add [A03B]: A03B,锤子,7,35", "delete [A03]: A03,锤子,7,35"])
  }

  @Test("Numbers are compared as numbers, however they are stored")
  func numbers() throws {
    let old = [
      ["k", "v"], ["a", "35.385"], ["b", "'12"], ["c", "1e2"], ["d", "'007"], ["e", "0"],
    ]
    let new = [
      ["k", "v"], ["a", "35.384999999999998"], ["b", "12.0"], ["c", "'100"], ["d", "7"], ["e", ""],
    ]
    #expect(
      brief(try compare(old, new)) == ["value v [d]: 007 -> 7", "value v [e]: 0 -> nil"])
  }

  @Test("White space around a text and the kind of line end are no difference")
  func text() throws {
    let old = [["k", "v"], ["a", " x\r\ny "], ["b", "Ab"]]
    let new = [["k", "v"], ["a", "x\ny"], ["b", "ab"]]
    #expect(brief(try compare(old, new)) == ["value v [b]: Ab -> ab"])
  }

  @Test("Number formats count only when asked for")
  func formats() throws {
    let old = [try sheet([["1"]], formats: ["General"])]
    let new = [try sheet([["1"]], file: "b.xlsx", formats: ["0.00"])]
    #expect(TableDiffer().compare(old, new).changes.isEmpty)
    let comparison = TableDiffer(options: .init(comparesFormats: true)).compare(old, new)
    #expect(brief(comparison) == ["format A [1]: General -> 0.00"])
  }

  @Test("Sheets are matched by name; a single sheet with another name is matched too")
  func sheets() throws {
    let one = try sheet([["a"], ["1"]], named: "甲")
    let two = try sheet([["a"], ["2"]], named: "乙")
    let three = try sheet([["a"], ["1"]], named: "丙")
    #expect(brief(TableDiffer().compare([one, two], [two, one])).isEmpty)
    #expect(brief(TableDiffer().compare([one], [three])) == ["(info) sheet_rename: 甲 -> 丙"])
    #expect(
      brief(TableDiffer().compare([one], [one, two, three]))
        == ["sheet_add: nil -> 乙", "sheet_add: nil -> 丙"])
    #expect(brief(TableDiffer().compare([one, two], [one])) == ["sheet_delete: 乙 -> nil"])
  }

  @Test("By cells, the cell of one address is compared with its like")
  func byCells() throws {
    let old = [["a", "b"], ["1", "2"], ["3", ""]]
    let new = [["a", "b"], ["1", "4"], ["", "5"], ["6"]]
    let comparison = try compare(old, new, TableDiffOptions(pairing: .cells))
    #expect(
      comparison.changes.map { $0.newLocation?.range?.description ?? "" } == [
        "B2", "A3", "B3", "A4",
      ])
    #expect(comparison.changes[0].delta == "2")
  }

  @Test("Titles above the header are compared in their order")
  func titles() throws {
    let old = [["2024年库存"]] + Self.stock
    let new = [["2025年库存"]] + Self.stock
    #expect(brief(try compare(old, new)) == ["value A: 2024年库存 -> 2025年库存"])
  }

  @Test("Empty tables compare")
  func empty() throws {
    #expect(try compare([], []).changes.isEmpty)
    #expect(try compare([], [["a"], ["b"]]).changes.map(\.kind).contains(.add))
    #expect(try compare([["a"], ["b"]], []).changes.map(\.kind).contains(.delete))
  }
}
