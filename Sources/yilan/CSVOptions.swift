import ArgumentParser
import CSV

/// The options of a command that writes one CSV form.
struct CSVOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      tr("Encoding of text output.", "文本输出的编码。"), valueName: "utf-8|utf-8-bom|gb18030"))
  var encoding: EncodingOption?

  @Option(
    help: ArgumentHelp(tr("Line ends of CSV.", "CSV 的行尾。"), valueName: "lf|crlf"))
  var lineEnding: LineEndingOption?

  @Flag(
    help: ArgumentHelp(
      tr("Prefix text that a spreadsheet would run as a formula.", "给会被当作公式执行的文本加前缀。")))
  var guardFormulas = false

  @Flag(
    help: ArgumentHelp(
      tr(
        "CSV for Excel: utf-8-bom, crlf, guarded formulas.", "供 Excel 打开的 CSV：utf-8-bom、crlf、防公式。"))
  )
  var forExcel = false

  /// The encoding that the options come to.
  var encodingOption: EncodingOption { encoding ?? (forExcel ? .utf8BOM : .utf8) }

  /// The dialect that the options come to.
  var dialect: CSVDialect {
    var dialect = CSVDialect()
    dialect.lineEnding = (lineEnding ?? (forExcel ? .crlf : .lf)) == .crlf ? .crlf : .lf
    dialect.guardsFormulas = guardFormulas || forExcel
    return dialect
  }
}
