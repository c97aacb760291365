internal import OpenPackaging
public import Spreadsheet
internal import XMLStream

extension XLSXReader {
  /// Findings that are told once each; a file cannot make more of them.
  private static let mostNotes = 10_000

  /// Streams the rows of a sheet in ascending order; memory does not grow with the sheet.
  ///
  /// A sheet without a part or without cells, such as a chart sheet, has no rows. What is doubtful
  /// is added to `findings`, once for each sheet.
  ///
  /// - Parameters:
  ///   - index: The place of the sheet in `sheets`.
  ///   - formulas: Whether formulas are wanted; without them shared ones need not be spelled out.
  ///   - richText: Whether the runs of rich text are wanted; those of shared strings are kept with them.
  ///   - started: Called before the first row with what stands in front of the rows: columns and
  ///     the claimed dimension.
  ///   - restarted: Called where rows of a large sheet turn out to be out of order after some were
  ///     given out; then all rows come again, sorted. Without it such a sheet is refused.
  ///   - body: Called for each row; it may change the row, which is used again.
  /// - Throws: `XLSXError`, or what the closures throw.
  public func readRows(
    ofSheetAt index: Int, formulas: Bool = true, richText: Bool = false,
    started: (SheetOutline) throws -> Void = { _ in },
    restarted: (() throws -> Void)? = nil,
    _ body: (inout StreamedRow) throws -> Void
  ) throws {
    guard sheets.indices.contains(index), sheets[index].kind == .worksheet else {
      try started(SheetOutline())
      return
    }
    let part = try sheetPart(index)
    var whole: [UInt8]?
    if (package.claimedSize(of: part) ?? .max) <= wholeSize {
      whole = try contents(part)
      whole?.append(contentsOf: repeatElement(0, count: ByteCursor.padding))
    }
    var pass = SheetPass(index: index, part: part, whole: whole, formulas: formulas, isFull: false)
    if richText { pass.strings = fullStrings() }
    // Who can begin again need not know the order before.
    var isSorted = restarted != nil || whole.map { RowOrder.ascends($0) } ?? true
    if isSorted {
      var given = 0
      isSorted = try run(pass, acceptsDisorder: false, started: started) { row in
        given += 1
        try body(&row)
      }
      if isSorted { return }
      if given > 0 {
        guard let restarted else { throw disorder(index) }
        try restarted()
      }
    }
    try readSorted(pass, started: started, body)
  }

  /// Reads all rows of a sheet, puts them in order, and gives them out.
  func readSorted(
    _ pass: SheetPass, started: (SheetOutline) throws -> Void,
    _ body: (inout StreamedRow) throws -> Void
  ) throws {
    let place = SourceLocation(file: file, sheet: sheets[pass.index].name)
    var rows = RowStore(rowSize: limits.rowSize, location: place)
    _ = try run(pass, acceptsDisorder: true, started: started) { row in
      rows.append(row)
      if rows.cellCount > limits.cells {
        throw XLSXError(
          code: "LIMIT", at: place,
          "rows out of order with \(rows.cellCount) cells; "
            + ReadLimits.advice("cells", limits.cells))
      }
    }
    note(
      "ROWS_OUT_OF_ORDER", sheet: pass.index, .info,
      "the rows or cells of the sheet are out of order; they were sorted")
    var duplicates = FindingList()
    try rows.forEachSorted { row, isMerged in
      if isMerged, row.removeDuplicates() > 0 {
        duplicates.add(
          .warning, "DUPLICATE_CELL",
          at: SourceLocation(
            file: file, sheet: sheets[pass.index].name,
            cell: CellReference(row: row.index, column: 0)),
          "row \(row.index + 1) has cells that are there twice; the last ones count")
      }
      try body(&row)
    }
    for finding in duplicates.summarized(at: place) where noted.insert(finding).inserted {
      findings.append(finding)
    }
  }

  /// Runs over the sheet once. Returns false where rows were met out of order.
  func run(
    _ pass: SheetPass, acceptsDisorder: Bool, started: (SheetOutline) throws -> Void,
    _ body: (inout StreamedRow) throws -> Void
  ) throws -> Bool {
    let name = sheets[pass.index].name
    meter.begin(sheet: pass.index)
    var assembler = RowAssembler(
      file: file, sheet: name, formats: formats, styleCount: styles.count, system: dateSystem,
      strings: pass.strings ?? strings, meter: meter, limits: limits, wantsFormulas: pass.formulas,
      acceptsDisorder: acceptsDisorder)
    assembler.collectsRichText = pass.isFull
    let outline = OutlineReader(
      location: SourceLocation(file: file, sheet: name), limits: limits, colors: colors,
      isFull: pass.isFull)
    let runs = pass.strings?.keepsRuns == true ? RunCollector(colors: colors) : nil
    return try withoutActuallyEscaping(started) { started in
      try withoutActuallyEscaping(body) { body in
        var driver = LaneDriver(
          XMLStreamParser(
            handler: SheetHandler(
              assembler: assembler, outline: outline, runs: runs, started: started, deliver: body),
            vocabulary: SheetSpace.vocabulary, roots: SheetHandler.roots,
            limits: XMLLimits(limits), part: pass.part),
          limits: XMLLimits(limits), choice: parserChoice)
        defer { sheetLanes[pass.part] = PartLane(part: pass.part, driver.record) }
        do {
          try feed(pass, to: &driver)
          try driver.finish()
        } catch let error as PackageError {
          throw XLSXError(error, file: file)
        } catch let error as XMLError {
          throw XLSXError(error, file: file)
        }
        _ = driver.parser.handler.reportStart()
        if let failure = driver.parser.handler.failure { throw failure }
        switch driver.parser.handler.assembler.stop {
        case .error(let error): throw error
        case .disorder: return false
        case nil: break
        }
        try finish(pass, driver.parser.handler)
        return true
      }
    }
  }

  private func feed(
    _ pass: SheetPass, to driver: inout LaneDriver<SheetHandler>
  ) throws {
    if let whole = pass.whole {
      _ = try driver.read(whole.span, isLast: true)
      return
    }
    var chunks = PartChunks(try package.open(pass.part, readsAhead: readsAhead))
    while try chunks.next(&driver) {}
  }

  /// Keeps what stands around the rows, and the findings.
  private func finish(_ pass: SheetPass, _ handler: SheetHandler) throws(XLSXError) {
    let place = SourceLocation(file: file, sheet: sheets[pass.index].name)
    if let limit = handler.outline.passedLimit { throw mergeLimit(limit, pass.index) }
    var outline = handler.outline.outline
    outline.arrayFormulas = handler.assembler.arrayFormulas
    outline.richText = handler.assembler.richText
    outlines[pass.index] = outline
    guard reportedSheets.insert(pass.index).inserted else { return }
    findings += handler.assembler.findings.summarized(at: place)
    findings += handler.outline.findings.summarized(at: place)
    if let (one, other) = MergeOverlap.first(in: outline.mergedRanges) {
      findings.append(
        Diagnostic(
          .warning, code: "MERGED_OVERLAP",
          at: SourceLocation(file: file, sheet: sheets[pass.index].name, range: other),
          "the merged ranges \(one) and \(other) overlap"))
    }
  }
}

/// One run over the part of a sheet.
struct SheetPass {
  let index: Int
  let part: String
  /// The bytes of the part, where they are in memory.
  let whole: [UInt8]?
  let formulas: Bool
  /// Whether all that a workbook can hold is wanted.
  let isFull: Bool
  /// Shared strings other than the reader's own.
  var strings: SharedStringLoader?
}

// MARK: - Parts of sheets

extension XLSXReader {
  func sheetPart(_ index: Int) throws(XLSXError) -> String {
    guard let part = sheetParts[index] else {
      throw XLSXError(
        code: "MISSING_PART", at: SourceLocation(file: file, sheet: sheets[index].name),
        "the workbook does not say which part holds the sheet")
    }
    return part
  }

  func contents(_ part: String) throws(XLSXError) -> [UInt8] {
    do throws(PackageError) {
      return try package.contents(of: part)
    } catch {
      throw XLSXError(error, file: file)
    }
  }

  func mergeLimit(_ limit: Int, _ index: Int) -> XLSXError {
    XLSXError(
      code: "LIMIT", at: SourceLocation(file: file, sheet: sheets[index].name),
      "the sheet has more than \(limit) merged ranges, at least \(limit + 1); "
        + ReadLimits.advice("merged-ranges", limit))
  }

  private func disorder(_ index: Int) -> XLSXError {
    XLSXError(
      code: "ROWS_OUT_OF_ORDER", at: SourceLocation(file: file, sheet: sheets[index].name),
      "the rows of this large sheet are out of order; open and save it once in Excel, WPS or "
        + "LibreOffice")
  }

  func note(
    _ code: String, sheet: Int, _ severity: Diagnostic.Severity, _ message: String
  ) {
    let made = Diagnostic(
      severity, code: code, at: SourceLocation(file: file, sheet: sheets[sheet].name), message)
    if noted.count < Self.mostNotes, noted.insert(made).inserted { findings.append(made) }
  }
}

extension StreamedRow {
  /// Puts cells in order and keeps the last of each column; returns how many went.
  mutating func removeDuplicates() -> Int {
    let ordered = cells.enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }
    let before = cells.count
    cells.removeAll(keepingCapacity: true)
    for (_, cell) in ordered {
      if cells.last?.column == cell.column { cells.removeLast() }
      cells.append(cell)
    }
    return before - cells.count
  }
}
