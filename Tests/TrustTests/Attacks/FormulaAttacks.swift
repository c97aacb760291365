// Formulas that are shared, missing or lie about where they belong.

private func rows(_ cells: String...) -> HostileBook {
  HostileBook(rows: "<row r=\"1\">\(cells.joined())</row>")
}

enum FormulaAttacks {
  static let all: [Attack] = [
    .reads(
      "a shared formula", ["Sheet1!A1 number 1 =C1+$D$1", "Sheet1!B1 number 2 =D1+$D$1"],
      rows(
        #"<c r="A1"><f t="shared" ref="A1:B1" si="0">C1+$D$1</f><v>1</v></c>"#,
        #"<c r="B1"><f t="shared" si="0"/><v>2</v></c>"#)),
    .reads(
      "a shared formula that is nowhere", ["Sheet1!A1 number 1"], findings: ["SHARED_FORMULA"],
      rows(#"<c r="A1"><f t="shared" si="7"/><v>1</v></c>"#)),
    .reads(
      "a shared formula past the edge", ["Sheet1!A1 number 1 =XFD1", "Sheet1!B1 number 2 =#REF!"],
      rows(
        #"<c r="A1"><f t="shared" si="0">XFD1</f><v>1</v></c>"#,
        #"<c r="B1"><f t="shared" si="0"/><v>2</v></c>"#)),
    .reads(
      "a shared formula whose number is 2^64", ["Sheet1!A1 number 1 =B1"],
      rows(#"<c r="A1"><f t="shared" si="18446744073709551616">B1</f><v>1</v></c>"#)),
    .reads(
      "a shared formula without its quotes",
      ["Sheet1!A1 number 1 =\"abc", "Sheet1!B1 number 2 =\"abc"],
      rows(
        #"<c r="A1"><f t="shared" si="0">"abc</f><v>1</v></c>"#,
        #"<c r="B1"><f t="shared" si="0"/><v>2</v></c>"#)),
    .reads(
      "a shared formula of brackets", ["Sheet1!A1 number 1 =[[[A1", "Sheet1!B1 number 2 =[[[A1"],
      rows(
        #"<c r="A1"><f t="shared" si="0">[[[A1</f><v>1</v></c>"#,
        #"<c r="B1"><f t="shared" si="0"/><v>2</v></c>"#)),
    .reads(
      "an array formula over no range", ["Sheet1!A1 number 1 =B1"],
      rows(#"<c r="A1"><f t="array" ref="ZZZZ9">B1</f><v>1</v></c>"#)),
    .reads(
      "an array formula over the grid", ["Sheet1!A1 number 1 =B1"],
      rows(#"<c r="A1"><f t="array" ref="A1:XFD1048576">B1</f><v>1</v></c>"#)),
    .reads(
      "a data table", ["Sheet1!A1 number 1"], findings: ["DATA_TABLE"],
      rows(#"<c r="A1"><f t="dataTable" ref="A1" dt2D="1" r1="B1"/><v>1</v></c>"#)),
    .reads(
      "a formula without a result", ["Sheet1!A1 empty =1/0"], findings: ["MISSING_CACHED_VALUE"],
      rows(#"<c r="A1"><f>1/0</f></c>"#)),
    .reads(
      "a formula behind its value", ["Sheet1!A1 number 1 =B1"],
      rows(#"<c r="A1"><v>1</v><f>B1</f></c>"#)),
    .reads(
      "two formulas in a cell", ["Sheet1!A1 number 1 =C1"], findings: ["VALUE_TWICE"],
      rows(#"<c r="A1"><f>B1</f><f>C1</f><v>1</v></c>"#)),
    .reads(
      "DDE stays text of a formula", ["Sheet1!A1 string x =cmd|' /C calc'!A0"],
      rows(#"<c r="A1" t="str"><f>cmd|' /C calc'!A0</f><v>x</v></c>"#)),
    .reads(
      "an escape in a formula", ["Sheet1!A1 number 1 =\"\r\""],
      rows(#"<c r="A1"><f>"_x000D_"</f><v>1</v></c>"#)),
  ]
}
