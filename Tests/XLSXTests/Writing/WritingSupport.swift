import Spreadsheet
import Testing
import XLSX
import Zip

/// The text of a part of a written workbook.
func part(_ name: String, of bytes: [UInt8]) throws -> String {
  let archive = try ZipArchive(source: MemoryByteSource(bytes))
  let entry = try #require(archive.entry(named: name))
  return String(decoding: try archive.contents(of: entry), as: UTF8.self)
}

/// The rows of the first sheet between `<sheetData>` and its end.
func sheetData(of workbook: Workbook, strings: XLSXStringStorage = .inline) throws -> String {
  let text = try part(
    "xl/worksheets/sheet1.xml", of: XLSXWriter.bytes(of: workbook, strings: strings))
  let start = try #require(text.firstRange(of: "<sheetData>"))
  let end = try #require(text.firstRange(of: "</sheetData>"))
  return String(text[start.upperBound..<end.lowerBound])
}

/// A workbook with one sheet of one row.
func workbook(_ cells: [Cell]) -> Workbook {
  var sheet = Worksheet(name: "S")
  sheet.rows = [Row(index: 0, cells: cells)]
  return Workbook(sheets: [sheet])
}
