import ReportImport
import ReportModel
import Testing

@Suite("Rows that slipped to the side are put back where something proves it")
struct ShiftedRowTests {
  private static let sound = "1|改善教学条件|实施工程|更新设备||台|10|10|100%|市教育局|"

  @Test("A unit, figures and a percent one column to the left are read where they belong")
  func left() throws {
    let imported = try ImportedText.read(
      Self.sound + "\n2|保障通行安全|改造危桥|改造危桥4座|座|4|4|100%||市交通局|")
    #expect(
      ImportedText.rows(imported.report).last
        == "||2|保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|")
    #expect(
      ImportedText.findings(imported, "ROWS_SHIFTED") == [
        "a.xlsx!Sheet1!E3:H3: warning: the cells stand 1 column too far to the left; they are read where they belong [ROWS_SHIFTED]"
      ])
  }

  @Test("So are cells one column to the right")
  func right() throws {
    let imported = try ImportedText.read(
      Self.sound + "\n2|保障通行安全|改造危桥|改造危桥4座|||座|4|4|100%|市交通局")
    #expect(
      ImportedText.rows(imported.report).last
        == "||2|保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|")
    #expect(ImportedText.findings(imported, "ROWS_SHIFTED").count == 1)
  }

  @Test("Figures in full-width digits are no less proof")
  func fullWidth() throws {
    let imported = try ImportedText.read(
      Self.sound + "\n2|保障通行安全|改造危桥|改造危桥4座|座|４|４|100％||市交通局|")
    #expect(
      ImportedText.rows(imported.report).last
        == "||2|保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|")
  }

  @Test("A section in a column of its own stays where it is")
  func sections() throws {
    let imported = try ImportedText.read(
      """
      一、市重点项目|1.改善教学条件|实施工程|更新设备||台|10|10|100%|市教育局|
      一、市重点项目|2.保障通行安全|改造危桥|改造危桥4座|座|4|4|100%||市交通局|
      """, header: "类别|项目名称|工作举措|任务内容|指标名称|单位|目标值|完成值|完成率|责任单位|备注")
    #expect(
      ImportedText.rows(imported.report).last
        == "一|市重点项目|2|保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|")
  }

  @Test("Without proof the row is told and read as it stands")
  func doubtful() throws {
    let imported = try ImportedText.read(
      Self.sound + "\n2|保障通行安全|改造危桥|改造危桥4座||4|座|100%|市交通局|5|")
    #expect(
      ImportedText.rows(imported.report).last
        == "||2|保障通行安全|改造危桥|改造危桥4座||4|座|100%|市交通局|5|")
    #expect(
      ImportedText.findings(imported, "ROWS_SHIFTED") == [
        "a.xlsx!Sheet1!A3:K3: warning: the cells seem to stand in wrong columns, but nothing proves where they belong; they are read as they stand [ROWS_SHIFTED]"
      ])
  }

  @Test("A row with blanks or words is not suspected")
  func words() throws {
    let imported = try ImportedText.read(
      Self.sound + "\n2|推进应用|推广使用|公立医院1个||个|完成任务数|已完成|100%|市人社局|\n|||接入||%|80|90%|112.5%||")
    #expect(ImportedText.findings(imported, "ROWS_SHIFTED").isEmpty)
  }
}
