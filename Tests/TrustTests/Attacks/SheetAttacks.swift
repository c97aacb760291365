// Sheets whose numbers lie.

private func cell(_ content: String, _ attributes: String = #"r="A1""#) -> HostileBook {
  HostileBook(rows: HostileBook.cell(content, attributes))
}

private func reference(_ text: String) -> HostileBook { cell("<v>1</v>", "r=\"\(text)\"") }

private func row(_ text: String) -> HostileBook {
  HostileBook(rows: "<row r=\"\(text)\"><c><v>1</v></c></row>")
}

private func number(_ text: String) -> HostileBook { cell("<v>\(text)</v>") }

private func kept(_ text: String) -> Attack {
  .reads(
    "“\(text)” is no number", ["Sheet1!A1 string \(text)"], findings: ["INVALID_NUMBER"],
    number(text))
}

private func merge(_ references: String...) -> HostileBook {
  HostileBook(
    rows: HostileBook.cell("<v>1</v>"),
    tail: "<mergeCells>" + references.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      + "</mergeCells>")
}

enum SheetAttacks {
  static let references: [Attack] =
    [
      "A0", "1A", "A", "7", "", "A1048577", "XFE1", "AAAA1", "A-1", "A+1", "A1.5", "A4294967297",
      "A18446744073709551617", "A99999999999999999999", "Ａ１", "А1", "R1C1", "Sheet1!A1", "A1:B2",
    ].map { .refused("the reference “\($0)”", "CELL_REFERENCE", "", reference($0)) }
    + [
      .reads("a reference in small letters", ["Sheet1!A1 number 1"], reference("a1")),
      .reads(
        "the last cell of the grid", ["Sheet1!XFD1048576 number 1"],
        HostileBook(rows: #"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)),
      .refused(
        "a cell behind the last column", "LIMIT", "column",
        HostileBook(rows: #"<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>"#)),
      .reads(
        "a cell of another row", ["Sheet1!A1 number 1", "Sheet1!A2 number 2"],
        findings: ["CELL_IN_OTHER_ROW", "ROWS_OUT_OF_ORDER"],
        HostileBook(rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="A2"><v>2</v></c></row>"#)),
      .reads(
        "cells out of order", ["Sheet1!A1 number 1", "Sheet1!B1 number 2"],
        HostileBook(rows: #"<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>"#)),
      .reads(
        "a cell twice", ["Sheet1!A1 number 2"], findings: ["DUPLICATE_CELL"],
        HostileBook(rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#)),
      .reads(
        "a row twice", ["Sheet1!A1 number 2"], findings: ["DUPLICATE_CELL", "ROWS_OUT_OF_ORDER"],
        HostileBook(
          rows: #"<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>"#)),
      .reads(
        "rows out of order", ["Sheet1!A1 number 1", "Sheet1!A2 number 2"],
        findings: ["ROWS_OUT_OF_ORDER"],
        HostileBook(
          rows: #"<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#)),
      .reads(
        "no references at all", ["Sheet1!A1 number 1", "Sheet1!B1 number 2", "Sheet1!A2 number 3"],
        HostileBook(rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")),
    ]

  static let rows: [Attack] =
    [
      "0", "-1", "1048577", "4294967297", "18446744073709551617", "1.5", "", "+1", "0x1", "１",
      "1e0",
    ].map {
      .refused("the row “\($0)”", "ROW_NUMBER", "1 to 1,048,576", row($0))
    } + [
      .refused(
        "a row behind the last", "ROW_NUMBER", "", HostileBook(rows: #"<row r="1048576"/><row/>"#)),
      .reads(
        "a row height that is no number", ["Sheet1!A1 number 1"],
        HostileBook(rows: #"<row r="1" ht="NaN" hidden="maybe"><c><v>1</v></c></row>"#)),
      .reads(
        "spans that lie", ["Sheet1!A1 number 1"],
        HostileBook(rows: #"<row r="1" spans="1:999999999999"><c><v>1</v></c></row>"#)),
    ]

  static let numbers: [Attack] =
    [
      "NaN", "INF", "-INF", "Infinity", "1e999", "-1e999", "0x10", "1_000", "١٢٣", "１２３", "1,5",
      "--1",
      "1e", "1e+", ".", "+", "-", "e5", "1 2", "1.2.3", "1e5.5", "abc", "½",
    ].map(kept) + [
      .reads("a number with white space around", ["Sheet1!A1 number 5"], number(" 5\n")),
      .reads("an empty value", ["Sheet1!A1 empty"], number("")),
      .reads("a number that vanishes", ["Sheet1!A1 number 1e-999"], number("1e-999")),
      .reads(
        "a number of 400 digits", ["Sheet1!A1 number 0." + String(repeating: "3", count: 400)],
        number("0." + String(repeating: "3", count: 400))),
      .reads(
        "an integer of 400 digits", ["Sheet1!A1 string " + String(repeating: "9", count: 400)],
        findings: ["INVALID_NUMBER"], number(String(repeating: "9", count: 400))),
    ]

  static let types: [Attack] =
    ["-1", "1", "99", "1e0", "0.0", "abc", "4294967296", "18446744073709551616"].map {
      .refused(
        "shared string “\($0)”", "SHARED_STRING_INDEX", "A1", cell("<v>\($0)</v>", #"r="A1" t="s""#)
      )
    } + [
      .reads(
        "a shared string with white space", ["Sheet1!A1 string 甲"],
        cell("<v> 0 </v>", #"r="A1" t="s""#)),
      .reads("a shared string without an index", ["Sheet1!A1 empty"], cell("", #"r="A1" t="s""#)),
      .reads(
        "the boolean 2", ["Sheet1!A1 string 2"], findings: ["INVALID_BOOLEAN"],
        cell("<v>2</v>", #"r="A1" t="b""#)),
      .reads("the boolean true", ["Sheet1!A1 boolean 1"], cell("<v>true</v>", #"r="A1" t="b""#)),
      .reads(
        "an unknown error", ["Sheet1!A1 error #WHAT!"], cell("<v>#WHAT!</v>", #"r="A1" t="e""#)),
      .reads(
        "an unknown type", ["Sheet1!A1 string x"], findings: ["CELL_TYPE"],
        cell("<v>x</v>", #"r="A1" t="zzz""#)),
      .reads(
        "a date that is none", ["Sheet1!A1 string 2025-02-30"], findings: ["INVALID_DATE"],
        cell("<v>2025-02-30</v>", #"r="A1" t="d""#)),
      .reads(
        "a date in the year 99999", ["Sheet1!A1 string 99999-01-01"], findings: ["INVALID_DATE"],
        cell("<v>99999-01-01</v>", #"r="A1" t="d""#)),
      .reads("a date", ["Sheet1!A1 number 45658"], cell("<v>2025-01-01</v>", #"r="A1" t="d""#)),
      .reads(
        "text that looks like a number", ["Sheet1!A1 string 007"],
        cell("<v>007</v>", #"r="A1" t="str""#)),
      .reads(
        "an inline text without text", ["Sheet1!A1 empty"], cell("", #"r="A1" t="inlineStr""#)),
    ]

  static let styles: [Attack] =
    ["99", "4294967295", "18446744073709551616", "-1", "abc"].map {
      .reads(
        "the style “\($0)”", ["Sheet1!A1 number 1"], findings: ["STYLE_INDEX"],
        cell("<v>1</v>", "r=\"A1\" s=\"\($0)\""))
    }
    + ["-1", "0", "2958466", "1e300", "-1e300", "99999999999999999999", "0.9999999999"].map {
      .reads("the date \($0)", ["Sheet1!A1 number \($0)"], cell("<v>\($0)</v>", #"r="A1" s="1""#))
    }

  static let counts: [Attack] = [
    .reads(
      "a list of strings that states 4,000,000,000",
      HostileBook().with {
        $0["xl/sharedStrings.xml"] = HostileBook.strings(
          "<si><t>甲</t></si>", attributes: #" count="4000000000" uniqueCount="4000000000""#)
      }),
    .reads(
      "a list of strings that states -1",
      HostileBook().with {
        $0["xl/sharedStrings.xml"] = HostileBook.strings(
          "<si><t>甲</t></si>", attributes: #" uniqueCount="-1""#)
      }),
    .reads(
      "a dimension of the whole grid",
      HostileBook(rows: HostileBook.plainRow, head: #"<dimension ref="A1:XFD1048576"/>"#)),
    .reads(
      "a dimension that is none",
      HostileBook(rows: HostileBook.plainRow, head: #"<dimension ref="ZZZ99:A-1"/>"#)),
    .reads(
      "a dimension that lies elsewhere",
      HostileBook(rows: HostileBook.plainRow, head: #"<dimension ref="Q900:R901"/>"#)),
    .reads(
      "columns that are none", findings: ["COLUMN_RANGE"],
      HostileBook(
        rows: HostileBook.plainRow,
        head:
          #"<cols><col min="5" max="2"/><col min="0" max="9"/><col min="-4" max="1e9"/><col min="1" max="99999999999" width="1e999"/></cols>"#
      )),
    .reads(
      "10,000,000 merged ranges stated, one there", ["Sheet1!A1 number 1", "Sheet1!merged A1:B2"],
      HostileBook(
        rows: HostileBook.cell("<v>1</v>"),
        tail: #"<mergeCells count="10000000"><mergeCell ref="A1:B2"/></mergeCells>"#)),
    .reads(
      "a merge of the whole sheet", ["Sheet1!A1 number 1", "Sheet1!merged A1:XFD1048576"],
      merge("A1:XFD1048576")),
    .reads(
      "a merge told from its end", ["Sheet1!A1 number 1", "Sheet1!merged A1:B2"], merge("B2:A1")),
    .reads("a merge of one cell", ["Sheet1!A1 number 1"], merge("A1")),
    .reads(
      "merges that are none", ["Sheet1!A1 number 1"], findings: ["MERGED_RANGE"],
      merge("A1:XFE1", "A0:A2", "x", "")),
    .reads(
      "merges that overlap", ["Sheet1!A1 number 1", "Sheet1!merged A1:C3", "Sheet1!merged B2:D4"],
      findings: ["MERGED_OVERLAP"], merge("A1:C3", "B2:D4")),
    .reads(
      "a merge of whole columns", ["Sheet1!A1 number 1", "Sheet1!merged A1:B1048576"], merge("A:B")),
  ]
}
