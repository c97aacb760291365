import ReportDiff
import ReportModel
import ReportRender
import Testing

@Suite("Differences as JSON")
struct DiffJSONTests {
  @Test("The object has the keys of the contract in their order")
  func contract() {
    let value = DiffJSON.value(of: DiffSamples.comparison)
    #expect(
      value["summary"]?.compactText()
        == #"{"value":6,"lead":1,"rename":1,"add":1,"delete":1,"info":1}"#)
    let changes = (value["changes"]?.array ?? []).map { $0.compactText() }
    #expect(changes.count == 10)
    #expect(
      changes.first
        == #"{"level":"change","kind":"value","field":"achieved","old":"2034","new":"2040","delta":"6","#
        + #""rows":1,"old_path":["省重点","教育","更新设备","配置电脑2034台",null],"#
        + #""new_path":["省重点","教育","更新设备","配置电脑2034台",null],"#
        + #""old_at":"old.xlsx!Sheet1!H3","new_at":"new.xlsx!Sheet1!H3"}"#)
    let deleted = changes.first { $0.contains(#""kind":"delete""#) }
    #expect(
      deleted
        == #"{"level":"change","kind":"delete","field":null,"old":null,"new":null,"rows":1,"#
        + #""old_path":["省重点","教育","更新设备","建设考室6个",null],"old_at":"old.xlsx!Sheet1!D4"}"#)
    let added = value["changes"]?.array?.first { $0["kind"]?.string == "add" }
    #expect(added?["old_path"] == nil)
    #expect(added?["place"]?.compactText() == #"{"position":3,"after":"发放贷款2100万元"}"#)
    #expect(added?["node"]?["indicators"]?.array?.first?["target"]?.string == "2")
    let renamed = value["changes"]?.array?.first { $0["kind"]?.string == "rename" }
    #expect(renamed?["score"] != nil)
  }

  @Test("What is only info is listed where it is asked for")
  func info() {
    let value = DiffJSON.value(of: DiffSamples.comparison, includesInfo: true)
    let infos = (value["changes"]?.array ?? []).filter { $0["level"]?.string == "info" }
    #expect(infos.map { $0["new"]?.string } == ["/"])
  }

  @Test("The edits read from the JSON make the new revision out of the old one")
  func edits() throws {
    let bytes = DiffJSON.value(of: DiffSamples.comparison).indentedBytes()
    let script = try DiffJSONDecoder.edits(from: ReportJSONValue(parsing: bytes))
    #expect(script == DiffSamples.comparison.edits())
    let made = try script.apply(to: DiffSamples.old)
    #expect(ReportDiffer().compare(made, DiffSamples.new).isEmpty)
    #expect(made.location(of: made.rows[1].indicator.achieved.address).file == "new.xlsx")
  }

  @Test("Without changes there is nothing but the summary and empty edits")
  func empty() throws {
    let comparison = ReportDiffer().compare(DiffSamples.old, DiffSamples.old)
    let value = DiffJSON.value(of: comparison)
    #expect(value["summary"]?.compactText() == #"{"info":0}"#)
    #expect(value["changes"]?.array == [])
    #expect(try DiffJSONDecoder.edits(from: value).isEmpty)
  }

  @Test("A name that stands twice in an object is refused, in small objects and large ones")
  func twice() {
    let many = (0..<40).map { "\"k\($0)\":0," }.joined()
    for (text, place) in [
      (#"{"a":1,"a":1}"#, 10), ("{\(many)\"k3\":1}", many.utf8.count + 5),
    ] {
      #expect(throws: ReportJSONError(.syntax("a name stands twice", offset: place))) {
        try ReportJSONValue(parsing: Array(text.utf8))
      }
    }
    #expect(throws: Never.self) { try ReportJSONValue(parsing: Array("{\(many)\"a\":1}".utf8)) }
  }

  @Test(
    "Edits that are none are refused",
    arguments: [
      "{}", #"{"edits":{"format":"yilan-edits/2","old":"1"}}"#,
      #"{"edits":{"format":"yilan-edits/1"}}"#,
      #"{"edits":{"format":"yilan-edits/1","old":"1","nodes":[{"node":["x"]}]}}"#,
      #"{"edits":{"format":"yilan-edits/1","old":"1","nodes":[{"node":[0]},{"node":[0]}]}}"#,
      #"{"edits":{"format":"yilan-edits/1","old":"1","nodes":[{"node":[],"children":[{"keep":[0]}]}]}}"#,
    ])
  func refused(text: String) throws {
    let value = try ReportJSONValue(parsing: Array(text.utf8))
    #expect(throws: ReportJSONError.self) { try DiffJSONDecoder.edits(from: value) }
  }
}
