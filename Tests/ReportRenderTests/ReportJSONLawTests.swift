import Foundation
import ReportModel
import ReportRender
import Spreadsheet
import Testing

@Suite("Laws of the JSON tree over generated reports")
struct ReportJSONLawTests {
  @Test("Reading what was written gives the same report", arguments: 0..<40)
  func lossless(seed: UInt64) throws {
    var generator = RandomReport(seed: seed)
    let report = generator.report()
    let bytes = ReportJSONEncoder.value(of: report).indentedBytes()
    let read = try ReportJSONDecoder.report(from: ReportJSONValue(parsing: bytes))
    #expect(read == report)
    #expect(ReportJSONEncoder.value(of: read).indentedBytes() == bytes)
  }

  @Test("A file that is cut short or has a byte changed throws or reads, and never traps")
  func damage() {
    var generator = RandomReport(seed: 7)
    let bytes = ReportJSONEncoder.value(of: generator.report()).compactBytes()
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: ReportJSONError.self) {
        try ReportJSONValue(parsing: Array(bytes.prefix(length)))
      }
    }
    for place in stride(from: 0, to: bytes.count, by: 61) {
      var damaged = bytes
      damaged[place] = UInt8(truncatingIfNeeded: generator.number(256))
      _ = try? ReportJSONDecoder.report(from: ReportJSONValue(parsing: damaged))
    }
  }
}

/// Reports with anything in any field, out of a seed.
struct RandomReport {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func number(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func text() -> String {
    let pool = [
      "市教育局", "", " ", "2034", "100%", "a\"b\\c", "换\n行", "\u{0}", "😀", "分别不低于740元/月", "!", "#1",
      "/",
    ]
    return pool[number(pool.count)] + (number(3) == 0 ? pool[number(pool.count)] : "")
  }

  private mutating func maybe() -> String? { number(3) == 0 ? nil : text() }

  private mutating func address() -> CellAddress? {
    guard number(4) > 0 else { return nil }
    let one = CellReference(row: number(1_048_576), column: number(16_384))
    let other = number(2) == 0 ? one : CellReference(row: number(100), column: number(100))
    return CellAddress(source: number(5), range: CellRange(one, other))
  }

  private mutating func decimal() -> Decimal {
    let digits = String(number(1_000_000_000))
    return Decimal(string: (number(5) == 0 ? "-" : "") + digits + "." + String(number(1000))) ?? 0
  }

  private mutating func value(depth: Int = 0) -> Value {
    switch number(depth > 2 ? 4 : 6) {
    case 0: return .empty
    case 1: return .number(decimal())
    case 2: return .percent(decimal())
    case 3:
      let all: [Value.Comparison] = [.atLeast, .atMost, .moreThan, .lessThan, .equal]
      return .bound(all[number(5)], decimal(), unit: maybe())
    case 4: return .compound((0..<number(4)).map { _ in value(depth: depth + 1) })
    default:
      let all: [Value.Meaning] = [.done, .asTask, .notApplicable, .other]
      return .text(text(), all[number(4)])
    }
  }

  private mutating func measure() -> Measure {
    let shown = text()
    var value = value()
    if shown.isEmpty { value = .empty }
    if value == .empty, !shown.isEmpty { value = .text(shown, .other) }
    return Measure(
      raw: number(2) == 0 ? shown : text(), text: shown, value: value, group: maybe(),
      address: address())
  }

  private mutating func field() -> TextField {
    let shown = text()
    return TextField(raw: number(2) == 0 ? shown : text(), text: shown, address: address())
  }

  private mutating func indicator() -> Report.Indicator {
    var indicator = Report.Indicator(name: maybe())
    indicator.nameAddress = address()
    let shown = text()
    indicator.unit = UnitField(
      raw: text(), text: shown,
      unit: number(2) == 0
        ? nil : Unit(canonical: text(), dimension: text(), base: text(), scale: decimal()),
      address: address())
    indicator.target = measure()
    indicator.achieved = measure()
    indicator.percent = measure()
    indicator.lead = field()
    indicator.support = field()
    indicator.remark = field()
    indicator.extras = (0..<number(3)).map { _ in
      ExtraField(header: text(), raw: text(), text: text(), address: address())
    }
    indicator.row = address()
    return indicator
  }

  mutating func report() -> Report {
    var report = Report()
    report.title = maybe()
    report.attachment = maybe()
    report.region = maybe()
    report.year = number(2) == 0 ? nil : number(3000)
    report.asOf = maybe()
    report.issuer = maybe()
    report.preparedBy = maybe()
    report.submittingUnit = maybe()
    report.templateVersion = maybe()
    report.meta = (0..<number(4)).map { _ in
      MetaEntry(label: text(), value: text(), address: address())
    }
    report.extraColumns = (0..<number(4)).map { _ in text() }
    report.sources = (0..<number(4)).map { _ in SourceSheet(file: text(), sheet: text()) }
    report.groups = (0..<number(3)).map { _ in
      Report.Group(
        id: text(), size: number(9), fields: MeasureField.allCases.filter { _ in number(2) == 0 },
        evidence: [.merge, .arithmetic, .manual][number(3)], address: address())
    }
    report.sections = (0..<number(3)).map { _ in
      .init(
        number: maybe(), name: maybe(), address: address(),
        goals: (0..<number(3)).map { _ in
          .init(
            serial: maybe(), name: maybe(), address: address(),
            actions: (0..<number(3)).map { _ in
              .init(
                name: maybe(), address: address(),
                tasks: (0..<number(3)).map { _ in
                  .init(
                    name: maybe(), address: address(),
                    indicators: (0..<number(3)).map { _ in indicator() })
                })
            })
        })
    }
    return report
  }
}
