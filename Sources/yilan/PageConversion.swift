import SheetRender
import Spreadsheet

/// Writes chosen sheets of a source as one page of HTML.
struct PageConversion {
  let options: ConvertOptions
  let source: any RowSource
  let file: String

  /// Writes the sheets with these places.
  func write(_ indices: [Int], to output: Output) throws {
    var workbook = try source.workbook(sheets: indices)
    for index in workbook.sheets.indices {
      if options.merged == .fill {
        workbook.sheets[index] = try workbook.sheets[index].filled(
          within: options.range, file: file, limits: options.limits)
      }
      if let range = options.range {
        workbook.sheets[index] = workbook.sheets[index].cut(to: range)
      }
    }
    let page = HTMLPage(
      workbook, title: file, language: options.language == .zh ? "zh-CN" : "en",
      values: options.values == .typed ? .typed : .shown, skipsHidden: options.hidden == .skip,
      limits: options.limits)
    try output.fill { try page.append(to: &$0, drain: $1) }
    try output.drain(all: true)
  }
}
