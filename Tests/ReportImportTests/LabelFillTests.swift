import ReportImport
import ReportModel
import Testing

@Suite("Labels belong to the rows that they stand for, and to no others")
struct LabelFillTests {
  @Test("A blank label takes the label above under the same parent, a blank lead that of the goal")
  func blanks() throws {
    let rows = """
      1|改善教学条件|实施达标工程|更新设备||台|10|10|100%|市教育局|
      |||建设考室||个|6|6|100%||
      ||开展培训|培训教师||人次|20|20|100%|市妇联|
      """
    #expect(
      ImportedText.rows(try ImportedText.read(rows).report) == [
        "||1|改善教学条件|实施达标工程|更新设备||台|10|10|100%|市教育局|",
        "||1|改善教学条件|实施达标工程|建设考室||个|6|6|100%|市教育局|",
        "||1|改善教学条件|开展培训|培训教师||人次|20|20|100%|市妇联|",
      ])
  }

  @Test("A blank label takes nothing from another parent")
  func parents() throws {
    let rows = """
      1|改善教学条件|实施达标工程|更新设备||台|10|10|100%|市教育局|
      2|保障通行安全||改造危桥||座|4|4|100%||
      |加强电网建设|改造电网|||台|3|3|100%|供电公司|
      """
    #expect(
      ImportedText.rows(try ImportedText.read(rows).report) == [
        "||1|改善教学条件|实施达标工程|更新设备||台|10|10|100%|市教育局|",
        "||2|保障通行安全||改造危桥||座|4|4|100%||",
        "|||加强电网建设|改造电网|||台|3|3|100%|供电公司|",
      ])
  }

  @Test("A merged label is filled over its whole range, even over several parents")
  func mergedOverParents() throws {
    let rows = """
      1|改善教学条件|实施工程|更新设备||台|10|10|100%|市教育局|
      2|保障通行安全||改造危桥||座|4|4|100%||
      """
    #expect(
      ImportedText.rows(try ImportedText.read(rows, merged: ["C2:C3", "J2:J3"]).report) == [
        "||1|改善教学条件|实施工程|更新设备||台|10|10|100%|市教育局|",
        "||2|保障通行安全|实施工程|改造危桥||座|4|4|100%|市教育局|",
      ])
  }

  @Test("The name of an indicator is never filled, neither from above nor from a merged cell")
  func indicators() throws {
    let rows = """
      1|改善教学条件|实施工程|更新设备|电脑|台|10|10|100%|市教育局|
      |||||个|6|6|100%||
      """
    let expected = [
      "||1|改善教学条件|实施工程|更新设备|电脑|台|10|10|100%|市教育局|",
      "||1|改善教学条件|实施工程|更新设备||个|6|6|100%|市教育局|",
    ]
    #expect(ImportedText.rows(try ImportedText.read(rows).report) == expected)
    #expect(ImportedText.rows(try ImportedText.read(rows, merged: ["E2:E3"]).report) == expected)
  }

  @Test("Section numbers and serials are bare, and empty where none is printed")
  func numbers() throws {
    let rows = """
      （一）省重点项目
      3、|改善教学条件|实施工程|更新设备||台|10|10|100%|市教育局|
      |（4）保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|
      |加强电网建设|改造电网|新建配变||台|3|3|100%|供电公司|
      """
    #expect(
      ImportedText.rows(try ImportedText.read(rows, merged: ["A2:K2"]).report) == [
        "一|省重点项目|3|改善教学条件|实施工程|更新设备||台|10|10|100%|市教育局|",
        "一|省重点项目|4|保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|",
        "一|省重点项目||加强电网建设|改造电网|新建配变||台|3|3|100%|供电公司|",
      ])
  }
}
