import ReportModel
import ReportRender
import Spreadsheet
import XLSX
import Zip

/// Writes one result of a command: to a file that appears whole or not at all, or to standard output.
struct ResultOutput {
  /// The file; nil for standard output.
  var path: PathName?
  /// The inputs, none of which may be the output.
  var inputs: Set<FileIdentity>
  /// Whether text is made for a terminal, with colours.
  var isStyled = false
  /// The results that appear together with this one; it waits for them.
  var group: OutputGroup?

  /// The output that a word of the command line names; `-` and none are standard output.
  init(word: String?, inputs: Set<FileIdentity>, group: OutputGroup? = nil) {
    path = word == nil || word == "-" ? nil : word.map(PathName.init(argument:))
    self.inputs = inputs
    self.group = group
  }

  /// Writes text as UTF-8, or in another encoding.
  func write(_ text: String, as encoding: EncodingOption = .utf8) throws {
    try write(bytes: Array(text.utf8), as: encoding)
  }

  /// Writes bytes of UTF-8 text, in another encoding where one is asked for.
  func write(bytes: [UInt8], as encoding: EncodingOption = .utf8) throws {
    let output = try Output(path, inputs: inputs, isStyled: isStyled)
    try output.encode(as: encoding)
    if output.buffer.isEmpty {
      // Not appended: a large result would be there twice.
      output.buffer = bytes
    } else {
      output.buffer += bytes
    }
    try finish(output)
  }

  /// Writes a report as JSON, goal by goal.
  func write(json report: Report, as encoding: EncodingOption = .utf8) throws {
    let output = try Output(path, inputs: inputs, isStyled: isStyled)
    try output.encode(as: encoding)
    try output.fill { try ReportJSONEncoder.append(report, to: &$0, drain: $1) }
    try finish(output)
  }

  /// Writes a workbook as XLSX, with the sizes that its contents need where it states none; returns what
  /// could not be passed on.
  func write(_ workbook: Workbook) throws -> [Diagnostic] {
    let output = try Output(path, inputs: inputs)
    var workbook = workbook
    for index in workbook.sheets.indices {
      workbook.sheets[index] = workbook.sheets[index].fitted(
        styles: workbook.styles, dateSystem: workbook.dateSystem)
    }
    let findings = try XLSXWriter.write(workbook, to: OutputSink(output: output))
    try finish(output)
    return findings
  }

  private func finish(_ output: Output) throws {
    if let group { try group.add(output) } else { try output.commit() }
  }
}

/// An output as a sink of bytes.
struct OutputSink: ByteSink {
  let output: Output

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    unsafe output.buffer.append(contentsOf: bytes)
    try output.drain()
  }
}
