import Testing
import XLSX

@Suite("How far a formula reaches")
struct FormulaReachTests {
  @Test(
    "Cells of the sheets that are copied stay in reach",
    arguments: [
      "A1+B2*3", "$A$1:$B$2", "SUM(A:C)+MAX(1:3)", "IF(A1>0,TRUE,\"[1]|x\")", "数据!A1",
      "'a b'!C3&\"!\"", "1.5E+3%", "#REF!+A1", "Sheet1!#REF!", "_xlfn.CONCAT(A1,B1)", "A1#",
      "{1,2;3,4}", "ISERROR(#N/A)", "-A1^2", "'it''s'!A1",
    ])
  func copied(formula: String) {
    #expect(reach(formula) == .copied)
  }

  @Test(
    "Names, tables and sheets that are not copied",
    arguments: [
      "Total*2", "SUM(Table1[Amount])", "Table1[[#This Row],[a]]", "Other!A1", "'Other 2'!A1",
      "Sheet1:Sheet3!A1", "Sheet1!Total", "AAAA1", "A12345678", "LET(x,1,x)",
    ])
  func workbook(formula: String) {
    #expect(reach(formula) == .workbook)
  }

  @Test(
    "Other files, programs and the network",
    arguments: [
      "[1]Sheet1!A1", "'[b.xlsx]S'!A1", "'C:\\[b.xlsx]S'!A1+1", "cmd|'/c calc'!A0",
      "WEBSERVICE(\"http://a\")", "_xlfn.IMAGE(\"x\")", "A1+CALL(\"k\")", "'a|b'!A1", "SUM([2]!x)",
    ])
  func outside(formula: String) {
    #expect(reach(formula) == .outside)
  }

  private func reach(_ formula: String) -> FormulaReach {
    FormulaReach(
      formula.utf8Span.span,
      sheets: Set(["sheet1", "数据", "a b", "it's"].map { Array($0.utf8) }))
  }
}
