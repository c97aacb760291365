import CSV
import Foundation
import ProfileFile
import ReportCheck
import ReportDiff
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet
import XLSX
import Zip

/// What the targets begin with: parts made here, and the samples of the project.
enum Seeds {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("samples")

  static let sheet = Array(
    """
    <worksheet xmlns="\(main)"><dimension ref="A1:C3"/><cols><col min="1" max="3" width="9" hidden="1"/></cols>\
    <sheetData><row r="1" ht="15"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45658.5</v></c></row>\
    <row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="inlineStr"><is><r><t>a</t></r></is></c></row>\
    <row r="3"><c t="d"><v>2025-01-01T12:00:00</v></c><c t="str"><f>A1&amp;"x"</f><v>1</v></c></row></sheetData>\
    <autoFilter ref="A1:C3"/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>\
    <dataValidations><dataValidation type="list" sqref="A1:A9"><formula1>"a,b"</formula1></dataValidation></dataValidations>\
    <pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/></worksheet>
    """.utf8)
  static let formulas = Array(
    """
    <worksheet xmlns="\(main)"><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:C9" si="0">SUM($A2:B$3,'a b'!C1,[1]X!Z9)</f><v>1</v></c>\
    <c r="B1"><f t="shared" si="0"/><v>2</v></c><c r="C1"><f t="array" ref="C1:D2">A1:B2*2</f><v>3</v></c></row></sheetData></worksheet>
    """.utf8)
  static let strings = Array(
    "<sst xmlns=\"\(main)\" count=\"3\"><si><t>甲 _x000D_</t></si><si><r><rPr><b/></rPr><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si><si/></sst>"
      .utf8)
  static let styles = Array(
    """
    <styleSheet xmlns="\(main)"><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m/d;[Red]-0.0%"/></numFmts>\
    <fonts><font><b/><sz val="11"/><color theme="1" tint="-0.5"/></font></fonts><fills><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>\
    <borders><border><left style="thin"><color indexed="64"/></left></border></borders>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="200" fontId="0" fillId="0" borderId="0"><alignment wrapText="1"/></xf></cellXfs>\
    <dxfs><dxf><font><color rgb="FF00FF00"/></font></dxf></dxfs></styleSheet>
    """.utf8)
  static let formatCodes = [
    "General", "0", "#,##0.00", "0%", "0.00E+00", "##0.0E+0", "# ??/??", "?/8", "yyyy-mm-dd",
    "m/d/yy h:mm AM/PM",
    "[h]:mm:ss.000", "[$-804]yyyy\"年\"m\"月\"d\"日\" aaaa", "上午/下午h:mm", "[DBNum1]General",
    "[DBNum2][$-804]0",
    "[>=100]0.0;[<0]\"负\"0;@", "_ * #,##0_ ;_ * -#,##0_ ", "0,,", "\\x!y", "[Red]", ";;;", "e",
    "bbbb", "gg",
  ]
  static let texts: [[UInt8]] = [
    Array("a,b,c\n1,\"2\r\n3\",\"\"\"\"\n".utf8), Array("a;b\r\n1,5;2\r\n".utf8),
    [0xFF, 0xFE] + "a\tb\n中\t1".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    [0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0x31, 0x0A], Array("sep=;\na;b\n".utf8),
  ]
  static let profile = Array(
    """
    profile: minsheng-shishi/1
    sheets: {include: ["*"], exclude: [填报说明], hidden: skip}
    header: {min_fields: 4, rows: auto, repeat: allowed}
    fields:
      goal: {headers: [考核指标, 项目名称], required: true, levels: [goal, action, task, indicator]}
      percent: {headers: [占任务数, 完成率], scale: auto}
    sections: {row: '^[一二三四五六七八九十]+、', or_column: 类别, or_sheet_title: true}
    skip_rows: ['^小计', '^合 *计', '^注：', '第.*页']
    units: {万方: {canonical: 万立方米, base: 立方米, scale: 10000}}
    aliases: {市教育局: [教育局]}
    checks: {overshoot: 120, percent_decimals: 2, rounding: either, capped_ok: false}
    """.utf8)
  /// Rows of a table, cells between tabs.
  static let table = Array(
    """
    重点民生实事项目
    填报单位：市教育局
    序号\t考核指标\t\t任务内容\t指标\t单位\t指标任务\t已完成数\t占任务数\t牵头责任单位\t备注
    一、省重点
    1\t促进教育\t更新设备\t配置电脑2034台\t\t台\t2034\t2034\t100%\t市教育局\t
    \t\t\t建设考室6个\t\t个\t不低于6\t7\t116.67%\t\t/
    2\t就业\t统筹\t新增0.21万人以上\t新增\t万人\t0.21\t0.2522\t120.10%\t市人社局、市妇联\t
    小计\t\t\t\t\t\t3\t4\t\t\t
    """.utf8)

  static var workbooks: [[UInt8]] {
    ["texts", "formulas", "annotated", "strict", "number-formats", "hidden"].compactMap {
      try? Array(Data(contentsOf: samples.appendingPathComponent("features/\($0).xlsx")))
    }.filter { $0.count < 1 << 16 }
  }

  /// A workbook with parts of its own.
  static func book(
    sheet: [UInt8] = Seeds.sheet, strings: [UInt8] = Seeds.strings, styles: [UInt8] = Seeds.styles
  ) -> [UInt8] {
    let sink = MemoryByteSink()
    let types = "http://schemas.openxmlformats.org/package/2006/relationships"
    func links(_ list: [(String, String)]) -> [UInt8] {
      Array(
        ("<Relationships xmlns=\"\(types)\">"
          + list.map {
            "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.0)\" Target=\"\($0.1)\"/>"
          }.joined() + "</Relationships>").utf8)
    }
    do {
      var writer = try ZipWriter(to: sink)
      try writer.add("_rels/.rels", links([("officeDocument", "xl/workbook.xml")]))
      try writer.add(
        "xl/workbook.xml",
        Array(
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"
            .utf8))
      try writer.add(
        "xl/_rels/workbook.xml.rels",
        links([
          ("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml"),
        ]))
      try writer.add("xl/sheet.xml", sheet)
      try writer.add("xl/strings.xml", strings)
      try writer.add("xl/styles.xml", styles)
      try writer.finish()
    } catch {
      print("a seed cannot be made: \(error)")
    }
    return sink.bytes
  }

  static func readProfile(_ bytes: [UInt8]) throws -> Profile {
    try ProfileFile.profile(from: bytes, file: "a.yml")
  }

  /// A report as JSON.
  static var reportJSON: [UInt8] {
    let table = try? imported(table)
    return table.map { ReportJSONEncoder.value(of: $0.report).compactBytes() } ?? Array("{}".utf8)
  }

  private static func imported(_ table: [UInt8]) throws -> ImportedReport {
    var options = CSVReader.Options()
    options.separator = UInt8(ascii: "\t")
    options.encoding = .utf8
    let workbook = try CSVReader.workbook(table, file: "a.tsv", options: options).workbook
    return try ReportImporter().importReport(from: workbook, file: "a.tsv")
  }

  /// Imports, checks, compares and renders a report that is a table of text.
  static func report(ofTable table: [UInt8]) throws {
    let result = try imported(table)
    _ = ReportChecker().findings(in: result.report, importFindings: result.findings)
    _ = TidyTable(result.report, findings: result.findings).rows
    let seed = try imported(Seeds.table)
    _ = ReportDiffer().compare(seed.report, result.report)
    _ = ReportDiffer().compare(result.report, result.report)
  }
}
