public import Spreadsheet

extension CSVReader {
  /// What is doubtful in what was read; complete after `finish`.
  public var findings: [Diagnostic] {
    guard let parser else { return [] }
    var findings: [Diagnostic] = []
    for oddity in CSVParser.Oddity.allCases {
      guard let (count, first) = parser.oddities[oddity] else { continue }
      findings.append(finding(oddity, count: count, at: first))
    }
    if let ragged = raggedFinding(parser.widths) { findings.append(ragged) }
    return findings.sorted()
  }

  private func finding(
    _ oddity: CSVParser.Oddity, count: Int, at first: CellReference
  ) -> Diagnostic {
    let location = SourceLocation(file: file, sheet: nil, cell: first)
    let record = first.row + 1
    switch oddity {
    case .nul:
      return Diagnostic(
        .warning, code: "CSV_NUL", at: location,
        "\(count) fields hold NUL characters, the first in record \(record)",
        zh: "\(count) 个字段含空字符，首个在第 \(record) 条记录")
    case .strayQuote:
      return Diagnostic(
        .warning, code: "CSV_QUOTE", at: location,
        "\(count) fields go on after their closing quote, the first in record \(record)",
        zh: "\(count) 个字段在右引号之后还有内容，首个在第 \(record) 条记录")
    case .longText:
      return Diagnostic(
        .warning, code: "TEXT_LONG", at: location,
        "\(count) texts are longer than the \(limits.textLength) characters of a cell, "
          + "the first in record \(record)",
        zh: "\(count) 个文本超过单元格上限 \(limits.textLength) 字，首个在第 \(record) 条记录")
    }
  }

  /// Records of other widths than most have; the wider one of equally frequent widths counts.
  private func raggedFinding(_ widths: [Int: (count: Int, first: Int)]) -> Diagnostic? {
    let sorted = widths.sorted { ($0.value.count, $0.key) > ($1.value.count, $1.key) }
    guard sorted.count > 1, let usual = sorted.first else { return nil }
    let others = sorted.dropFirst()
    let count = others.reduce(0) { $0 + $1.value.count }
    guard let first = others.min(by: { $0.value.first < $1.value.first }) else { return nil }
    let record = first.value.first
    return Diagnostic(
      .warning, code: "CSV_RAGGED",
      at: SourceLocation(file: file, sheet: nil, cell: CellReference(row: record, column: 0)),
      "\(count) records do not have \(usual.key) fields as most do, the first is record "
        + "\(record + 1) with \(first.key)",
      zh: "\(count) 条记录的字段数不是多数的 \(usual.key) 个，首个是第 \(record + 1) 条，有 \(first.key) 个",
      expected: String(usual.key), actual: String(first.key))
  }
}
