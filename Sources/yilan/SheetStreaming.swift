import CSV
import SheetRender
import Spreadsheet

/// Streams chosen sheets of a source through an encoder to an output.
struct SheetStreaming {
  let options: ConvertOptions
  let source: any RowSource
  let file: String
  let output: Output
  let progress: Progress?

  /// Whether the form keeps the addresses of cells.
  private var keepsAddresses: Bool { options.form == .cells || options.form == .xlsx }

  /// Whether the merged ranges have to be known before the rows.
  private var needsMergedRanges: Bool {
    options.merged == .fill || [.cells, .json].contains(options.form)
  }

  /// Writes the sheets with the encoder.
  func write(_ indices: [Int], with encoder: inout any RowEncoder) throws {
    for index in indices { try write(index, with: &encoder) }
    try encoder.finish(to: &output.buffer)
  }

  private func write(_ index: Int, with encoder: inout any RowEncoder) throws {
    let merged = needsMergedRanges ? try source.mergedRanges(ofSheetAt: index) : []
    let hidden =
      options.hidden == .skip ? try source.hiddenColumns(ofSheetAt: index) : []
    let selection = RowSelection(
      range: options.range, skipsHidden: options.hidden == .skip, hiddenColumns: hidden,
      renumbers: !keepsAddresses)
    var context = SheetContext(
      file: file, description: source.sheets[index],
      text: CellText(formats: source.formats, dateSystem: source.dateSystem),
      mergedRanges: try shownRanges(merged, selection, sheet: index))
    let begun = encoder
    let mark = try output.mark()
    // A wrong guess costs a second run; the third can only be met by a file that changes.
    for attempt in 0..<3 {
      let width = try run(
        index, merged, selection, context, isGuess: attempt == 0, &encoder)
      guard encoder.needsWidth, encoder.widestRow != width else { return }
      context.width = encoder.widestRow
      encoder = begun
      try output.restart(at: mark)
    }
    throw ToolError("INPUT_CHANGED", file: file, "the file changed while it was read")
  }

  /// Writes the rows, and gives the width that the encoder was told.
  private func run(
    _ index: Int, _ merged: [CellRange], _ selection: RowSelection, _ context: SheetContext,
    isGuess: Bool, _ encoder: inout any RowEncoder
  ) throws -> Int {
    let output = output
    let run = Run(
      State(
        encoder: encoder, selection: selection,
        fill: options.merged == .fill
          ? MergeFill(
            merged, within: options.range, file: file, sheet: context.description.name,
            limits: options.limits) : nil,
        start: SheetStart(context) { claimedWidth(index) }))
    if !isGuess || !encoder.needsWidth { try run.state.begin(output) }
    let fresh = run.state
    let begun = try output.mark()
    try source.readRows(
      ofSheetAt: index, formulas: options.form == .cells,
      restarted: {
        try output.restart(at: begun)
        run.state = fresh
      }
    ) { row in
      progress?.advanceRow()
      try run.state.append(&row, to: output)
    }
    try run.state.finish(to: output)
    encoder = run.state.encoder
    return run.state.start.context.width
  }

  /// The merged ranges as the form counts rows; hidden rows are looked up only where they matter.
  private func shownRanges(
    _ merged: [CellRange], _ selection: RowSelection, sheet index: Int
  ) throws -> [CellRange] {
    guard !merged.isEmpty, !selection.takesAll else { return merged }
    var hiddenRows: [ClosedRange<Int>] = []
    if options.hidden == .skip, !keepsAddresses {
      try source.readRows(ofSheetAt: index, formulas: false, restarted: { hiddenRows = [] }) {
        if $0.isHidden { hiddenRows.append($0.index...$0.index) }
      }
    }
    return selection.mergedRanges(merged, hiddenRows: hiddenRows)
  }

  /// The width that the sheet claims; known once its rows have begun.
  private func claimedWidth(_ index: Int) -> Int {
    guard let claimed = source.claimedRange(ofSheetAt: index) else { return 0 }
    let last = min(
      claimed.last.column, options.range?.last.column ?? CellReference.columnLimit - 1)
    return max(last - (options.range?.first.column ?? 0) + 1, 0)
  }
}

extension SheetStreaming {
  /// What changes from row to row.
  private struct State {
    var encoder: any RowEncoder
    var selection: RowSelection
    var fill: MergeFill?
    var start: SheetStart

    /// Begins the sheet, and encodes what was held back.
    mutating func begin(_ output: Output) throws {
      try encoder.begin(start.context, to: &output.buffer)
      for row in start.open() {
        try encoder.append(row, to: &output.buffer)
        try output.drain()
      }
    }

    mutating func append(_ row: inout StreamedRow, to output: Output) throws {
      if fill == nil {
        try take(&row, to: output)
      } else {
        var rows = fill.take()
        try rows?.append(&row) { try take(&$0, to: output) }
        fill = rows
      }
    }

    mutating func finish(to output: Output) throws {
      var rows = fill.take()
      try rows?.finish { try take(&$0, to: output) }
      if !start.isOpen {
        start.settleWidth(isWhole: true)
        try begin(output)
      }
      try encoder.end(to: &output.buffer)
      try output.drain()
    }

    private mutating func take(_ row: inout StreamedRow, to output: Output) throws {
      guard selection.takesAll || selection.apply(to: &row) == .take else { return }
      guard start.isOpen else {
        guard start.hold(row) else { return }
        start.settleWidth(isWhole: false)
        return try begin(output)
      }
      try encoder.append(row, to: &output.buffer)
      try output.drain()
    }
  }

  /// The state, where both the rows and a restart reach it.
  private final class Run {
    var state: State

    init(_ state: State) {
      self.state = state
    }
  }
}
