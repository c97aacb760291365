import Foundation
import ReportModel
import ReportRender
import Testing

@Suite("A report as JSON")
struct ReportJSONTests {
  @Test("Reading what was written gives the same report, indented or not")
  func lossless() throws {
    let report = TidySampleReport.make()
    let value = ReportJSONEncoder.value(of: report)
    for bytes in [value.compactBytes(), value.indentedBytes()] {
      let read = try ReportJSONDecoder.report(from: ReportJSONValue(parsing: bytes))
      #expect(read == report)
    }
  }

  @Test("Parts of a report survive with their addresses")
  func parts() throws {
    let report = TidySampleReport.make()
    let encoder = ReportJSONEncoder(report)
    var decoder = ReportJSONDecoder(sources: report.sources)
    for section in report.sections {
      #expect(try decoder.section(encoder.value(of: section)) == section)
      for goal in section.goals {
        #expect(try decoder.goal(encoder.value(of: goal)) == goal)
        for action in goal.actions {
          #expect(try decoder.action(encoder.value(of: action)) == action)
          for task in action.tasks { #expect(try decoder.task(encoder.value(of: task)) == task) }
        }
      }
    }
    #expect(decoder.sources == report.sources)
    var stranger = ReportJSONDecoder()
    _ = try stranger.section(encoder.value(of: report.sections[0]))
    #expect(stranger.sources == report.sources)
  }

  @Test("Measures are strings as written, counts are numbers, blanks are left out")
  func form() {
    let text = ReportJSONEncoder.value(of: TidySampleReport.make()).compactText()
    #expect(text.hasPrefix(#"{"format":"yilan-report/1","title":"2025年洪江市"#))
    #expect(text.contains(#""year":2025"#))
    #expect(
      text.contains(
        #""name":"惠及家长数量","unit":"万人","target":"0.16","achieved":"0.227","percent":"144.88%","#))
    #expect(
      text.contains(#""percent":{"kind":"percent","value":"144.88","at":"a.xlsx!Sheet1!I5"}"#))
    #expect(!text.contains("null"))
  }

  @Test("Sheets that are spelled alike keep their addresses apart")
  func collidingSources() throws {
    var report = Report()
    report.sources = [
      SourceSheet(file: "a!b", sheet: "c"), SourceSheet(file: "a", sheet: "b!c"),
      SourceSheet(file: "#1", sheet: "x"),
    ]
    report.meta = (0..<4).map {
      MetaEntry(
        label: "l", value: "v", address: CellAddress(source: $0, cell: .init(row: 1, column: 1)))
    }
    let bytes = ReportJSONEncoder.value(of: report).compactBytes()
    #expect(try ReportJSONDecoder.report(from: ReportJSONValue(parsing: bytes)) == report)
  }

  @Test("Every string survives")
  func strings() throws {
    let text = "\u{0}\u{1F}\"\\\n\r\t\u{7F}\u{2028}😀𠀀é/市"
    let bytes = ReportJSONValue.string(text).compactBytes()
    #expect(try ReportJSONValue(parsing: bytes) == .string(text))
    #expect(try ReportJSONValue(parsing: Array(#""\ud83d\ude00\/\u5e02""#.utf8)) == .string("😀/市"))
  }

  @Test(
    "What is no JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\" 1}", "\"\\ud800\"", "01", "1.", "-", "nul", "[1] 2", "{\"a\":1,}",
      "\"a\nb\"", "1e", "\"\\x\"",
    ])
  func refused(text: String) {
    #expect(throws: ReportJSONError.self) { try ReportJSONValue(parsing: Array(text.utf8)) }
  }

  @Test("Nesting deeper than 256 is refused, not followed")
  func depth() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: ReportJSONError(.depth)) { try ReportJSONValue(parsing: bytes) }
  }

  @Test(
    "Wrong content is refused with its place",
    arguments: [
      (#"{"a":1}"#, "format"), (#"{"format":"yilan-report/9"}"#, "format"),
      (#"{"format":"yilan-report/1","sections":[{"name":1}]}"#, "sections[0].name"),
      (#"{"format":"yilan-report/1","meta":[{"label":"a","at":"x"}]}"#, "meta[0].at"),
    ])
  func content(text: String, path: String) throws {
    let value = try ReportJSONValue(parsing: Array(text.utf8))
    let error = #expect(throws: ReportJSONError.self) {
      try ReportJSONDecoder.report(from: value)
    }
    #expect(error?.diagnostic.message.hasSuffix("at \(path)") == true)
  }
}
