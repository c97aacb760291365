import Foundation
import Testing

@Suite("yilan merge --as table")
struct StackCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write("in/a.csv", Data("编号,名称\n001,甲\n".utf8))
    _ = try folder.write("in/b.csv", Data("二〇二五年名单,,\n名称,编号,备注\n乙,002,新\n".utf8))
  }

  private func run(_ words: String...) throws -> ToolRunner.Result {
    try ToolRunner.run(words, in: folder.url)
  }

  @Test("Columns are united by their headers, and every row says where it came from")
  func columns() throws {
    let result = try run("merge", "--as", "table", "in")
    #expect(
      result.text == """
        编号,名称,备注,来源文件,来源工作表
        001,甲,,a.csv,Sheet1
        002,乙,新,b.csv,Sheet1

        """)
    #expect(
      result.errors == """
        b.csv!Sheet1: info: other headers than in a.csv!Sheet1: without —, with 备注 [HEADER_DIFFERS]
        b.csv!Sheet1: info: 1 rows above the header are left out [ROWS_ABOVE_HEADER]

        """)
    #expect(result.status == 0)
  }

  @Test("A stack that was written as a workbook reads back as it is")
  func workbook() throws {
    #expect(try run("merge", "--as", "table", "in", "-o", "all.xlsx", "--quiet").status == 0)
    let result = try run("convert", "all.xlsx")
    #expect(
      result.text == """
        编号,名称,备注,来源文件,来源工作表
        001,甲,,a.csv,Sheet1
        002,乙,新,b.csv,Sheet1

        """)
  }

  @Test("A stack for Excel has a mark, its line ends and no cell that runs")
  func forExcel() throws {
    _ = try folder.write("c.csv", Data("编号,名称\n=1+1,甲\n@x,乙\n".utf8))
    let result = try run("merge", "--as", "table", "c.csv", "--for-excel", "--quiet")
    #expect(
      result.text
        == "\u{FEFF}编号,名称,来源文件,来源工作表\r\n'=1+1,甲,c.csv,Sheet1\r\n'@x,乙,c.csv,Sheet1\r\n")
    let gb = try run("merge", "--as", "table", "c.csv", "--encoding", "gb18030", "--quiet")
    #expect(Array(gb.output.prefix(4)) == [0xB1, 0xE0, 0xBA, 0xC5])
  }

  @Test("A damaged file is named and left out, and the others are stacked")
  func damaged() throws {
    _ = try folder.write("in/c.xlsx", Data("no workbook".utf8))
    let result = try run("merge", "--as", "table", "in", "--quiet")
    #expect(result.text.split(separator: "\n").count == 3)
    #expect(result.errors.hasPrefix("c.xlsx: error: "))
    #expect(result.status == 2)
  }

  @Test("Workbooks in an archive are read where they lie, whatever encoding their names have")
  func archive() throws {
    let archive = ToolRunner.samples.appendingPathComponent("plan/submissions/邮件附件.zip").path
    let result = try run("merge", "--as", "table", archive, "--quiet")
    #expect(result.text.contains("邮件附件.zip/市发改局.xlsx"))
    #expect(result.text.contains("邮件附件.zip/报送材料/市农业农村局.xlsx"))
    #expect(result.status == 0)
    #expect(folder.names == ["in"])
  }
}
