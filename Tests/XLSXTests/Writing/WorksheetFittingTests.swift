import Spreadsheet
import Testing
import XLSX

@Suite("Sizes that contents need")
struct WorksheetFittingTests {
  @Test("Columns without a width fit their texts, rows with wrapped text their lines")
  func fitted() {
    var styles = StyleTable()
    var wrapped = CellStyle()
    wrapped.alignment.wrapsText = true
    let style = styles.index(of: wrapped)
    var sheet = Worksheet(name: "a")
    sheet.columns = [ColumnProperties(columns: 0...0, width: 11)]
    sheet.rows = [
      Row(index: 0, cells: [Cell(column: 0, value: .string("短"), style: style)]),
      Row(
        index: 1,
        cells: [
          Cell(column: 0, value: .string("新建公路三公里并验收"), style: style),
          Cell(column: 1, value: .string("新建公路三公里并验收")),
        ]),
      Row(
        index: 2, cells: [Cell(column: 0, value: .string("新建公路三公里并验收"), style: style)], height: 18),
    ]
    let fitted = sheet.fitted(styles: styles)
    // Twenty columns of text in ten of room.
    #expect(fitted.rows.map(\.height) == [nil, 32.25, 18])
    #expect(fitted.columns.count == 2)
    #expect(fitted.columns[0].width == 11)
    #expect((fitted.columns.last?.width ?? 0) >= 20)
    #expect(fitted.rows.map(\.cells) == sheet.rows.map(\.cells))
  }
}
