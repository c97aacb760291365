internal import OpenPackaging
public import Spreadsheet

extension XLSXReader {
  /// Reads the whole workbook as a value; what it cannot hold is a finding.
  ///
  /// Memory grows with the cells that are there; `ReadLimits.cells` bounds them.
  public func workbook(_ options: WorkbookReadOptions = .full) throws(XLSXError) -> Workbook {
    var workbook = Workbook(dateSystem: dateSystem)
    do {
      let strings = options.isFull ? fullStrings() : self.strings
      var cells = 0
      var hasISODates = false
      for index in sheets.indices where options.sheets?.contains(index) ?? true {
        let sheet = try worksheet(
          index, options, strings: strings, cells: &cells, hasISODates: &hasISODates)
        workbook.sheets.append(sheet)
      }
      workbook.styles = StyleTable(styles: styles + (hasISODates ? isoStyles() : []))
      let kept = options.sheets ?? Array(sheets.indices)
      readNames(into: &workbook, kept: kept)
      if options.isFull { workbook.properties = try readProperties() }
    } catch let error as XLSXError {
      throw error
    } catch let error as PackageError {
      throw XLSXError(error, file: file)
    } catch {
      throw XLSXError(code: "INTERNAL", at: SourceLocation(file: file), "\(error)")
    }
    return workbook
  }

  /// The shared strings with the runs of rich text.
  func fullStrings() -> SharedStringLoader {
    if let known = richStrings { return known }
    let made = SharedStringLoader(
      package: package, part: strings.part, file: file, limits: limits, keepsRuns: true,
      colors: colors, choice: parserChoice)
    richStrings = made
    return made
  }

  /// The styles by the index of cells, those of ISO dates behind the file's own.
  public var cellStyles: StyleTable { StyleTable(styles: styles + isoStyles()) }

  private func isoStyles() -> [CellStyle] {
    formats.suffix(3).map { format in
      var style = CellStyle()
      style.numberFormat = format
      return style
    }
  }

  private func worksheet(
    _ index: Int, _ options: WorkbookReadOptions, strings: SharedStringLoader, cells: inout Int,
    hasISODates: inout Bool
  ) throws -> Worksheet {
    var sheet = Worksheet(name: sheets[index].name)
    sheet.visibility = sheets[index].visibility
    sheet.kind = sheets[index].kind
    guard sheet.kind == .worksheet else { return sheet }
    let part = try sheetPart(index)
    var pass = SheetPass(
      index: index, part: part, whole: nil, formulas: true, isFull: options.isFull)
    pass.strings = strings
    var builder = RowBuilder(styleCount: styles.count)
    func take(_ row: inout StreamedRow) throws {
      cells += row.cells.count
      if cells > limits.cells {
        throw XLSXError(
          code: "LIMIT", at: SourceLocation(file: file, sheet: sheets[index].name),
          "the workbook has \(cells) cells or more; \(ReadLimits.advice("cells", limits.cells))")
      }
      builder.append(row)
    }
    if try !run(pass, acceptsDisorder: false, started: { _ in }, take) {
      builder = RowBuilder(styleCount: styles.count)
      try readSorted(pass, started: { _ in }, take)
    }
    if builder.hasISODates { hasISODates = true }
    sheet.rows = builder.rows
    let outline = outlines[index] ?? SheetOutline()
    sheet.take(outline)
    if options.isFull {
      try readRelated(to: part, outline, index, into: &sheet)
      noteLeftOut(outline, index)
    }
    return sheet
  }

  private func readNames(into workbook: inout Workbook, kept: [Int]) {
    var places: [Int: Int] = [:]
    for (place, index) in kept.enumerated() { places[index] = place }
    for var name in definedNames {
      if let sheet = name.sheet {
        guard let place = places[sheet], workbook.sheets.indices.contains(place) else { continue }
        switch name.name {
        case "_xlnm.Print_Titles":
          workbook.sheets[place].page.readTitles(name.formula)
          continue
        case "_xlnm.Print_Area":
          let piece = name.formula.split(separator: "!").last.map(String.init) ?? ""
          if let range = CellRange(whole: piece.replacing("$")) {
            workbook.sheets[place].page.area = range
            continue
          }
        case "_xlnm._FilterDatabase":
          continue
        default: break
        }
        name.sheet = place
      }
      workbook.definedNames.append(name)
    }
  }

  private func noteLeftOut(_ outline: SheetOutline, _ index: Int) {
    for feature in outline.features {
      switch feature {
      case "drawings", "background-picture", "embedded-objects", "controls", "sparklines",
        "slicers", "scenarios":
        note("LEFT_OUT", sheet: index, .warning, "\(feature) are left out")
      default: break
      }
    }
  }
}

extension Worksheet {
  /// Takes over what stands around the rows.
  mutating func take(_ outline: SheetOutline) {
    mergedRanges = outline.mergedRanges
    columns = outline.columns
    defaultColumnWidth = outline.defaultColumnWidth
    defaultRowHeight = outline.defaultRowHeight
    frozenPane = outline.frozenPane
    page = outline.page
    autoFilter = outline.autoFilter
    dataValidations = outline.dataValidations
    arrayFormulas = outline.arrayFormulas
    isProtected = outline.isProtected
    isRightToLeft = outline.isRightToLeft
  }
}

extension PageSetup {
  /// Reads `Sheet1!$1:$3,Sheet1!$A:$B`.
  mutating func readTitles(_ formula: String) {
    for piece in formula.split(separator: ",") {
      guard let text = piece.split(separator: "!").last?.filter({ $0 != "$" }),
        let range = CellRange(whole: String(text))
      else { continue }
      if range.columns.count == CellReference.columnLimit {
        titleRows = range.rows
      } else if range.rows.count == CellReference.rowLimit {
        titleColumns = range.columns
      }
    }
  }
}
