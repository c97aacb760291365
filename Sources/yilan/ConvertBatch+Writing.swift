import CSV
import SheetRender
import Spreadsheet

extension ConvertBatch {
  /// Writes sheets of a source to one output, which appears when it is committed.
  func write(
    _ indices: [Int], of source: any RowSource, file: InputFile, to path: PathName?,
    progress: Progress?, result: inout FileResult
  ) throws -> Output {
    let output = try Output(path, inputs: identities)
    switch options.form {
    case .xlsx:
      let conversion = WorkbookConversion(
        options: options, source: source, file: file.name, output: output, progress: progress)
      result.findings += try conversion.write(indices)
    case .html:
      try output.encode(as: options.encoding)
      try PageConversion(options: options, source: source, file: file.name)
        .write(indices, to: output)
    case .csv, .tsv, .jsonl, .json, .markdown, .cells:
      try output.encode(as: options.encoding)
      let streaming = SheetStreaming(
        options: options, source: source, file: file.name, output: output, progress: progress)
      var encoder = makeEncoder(sheetCount: indices.count)
      try streaming.write(indices, with: &encoder)
      if let writer = encoder as? CSVWriter {
        result.findings += formulaLike(
          writer, file: file, sheet: indices.first.map { source.sheets[$0].name })
      }
    }
    try output.seal()
    return output
  }

  private func formulaLike(
    _ writer: CSVWriter, file: InputFile, sheet: String?
  ) -> [Diagnostic] {
    guard !options.guardsFormulas, writer.formulaLikeCells > 0 else { return [] }
    return [
      Diagnostic(
        .warning, code: "FORMULA_LIKE_TEXT",
        at: SourceLocation(
          file: file.name, sheet: sheet,
          range: writer.firstFormulaLikeCell.map { CellRange($0) }),
        "\(writer.formulaLikeCells) text cells begin like a formula, this is the first; --guard-formulas disarms them",
        zh: "有 \(writer.formulaLikeCells) 个文本单元格形似公式，此为第一个；可用 --guard-formulas 处理")
    ]
  }

  private func makeEncoder(sheetCount: Int) -> any RowEncoder {
    let values: ValueForm = options.values == .typed ? .typed : .shown
    switch options.form {
    case .csv, .tsv:
      var dialect = options.form == .tsv ? CSVDialect.tsv : CSVDialect()
      dialect.lineEnding = options.lineEnding == .crlf ? .crlf : .lf
      dialect.guardsFormulas = options.guardsFormulas
      dialect.values = values
      return CSVWriter(dialect: dialect, limits: options.limits)
    case .jsonl:
      return JSONRowsEncoder(
        shape: sheetCount > 1 ? .namedLines : .lines, values: values, limits: options.limits)
    case .json:
      return JSONRowsEncoder(shape: .document, values: values, limits: options.limits)
    case .markdown:
      return MarkdownEncoder(
        values: values, namesSheets: sheetCount > 1, limits: options.limits)
    case .cells, .html, .xlsx:
      return CellsEncoder()
    }
  }
}
