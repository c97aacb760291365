internal import Spreadsheet
internal import XMLStream

/// The names of elements and attributes in the parts of a workbook, as small numbers.
enum SheetWord: UInt16, CaseIterable {
  // Rows and cells, and shared strings.
  case worksheet = 1
  case sheetData, row, c, v, f, `is`, t, r, s, si, rPh, phoneticPr, sst, ht, hidden, ref, spans
  case customHeight, customFormat, cm, vm, rPr, space
  // The workbook.
  case workbook, workbookPr, date1904, sheets, sheet, name, sheetId, id, state, definedNames
  case definedName, localSheetId, externalReferences, externalReference, fileVersion, pivotCaches
  case pivotCache, workbookProtection
  // Styles.
  case styleSheet, numFmts, numFmt, numFmtId, formatCode, cellXfs, cellStyleXfs, xf, fonts, font
  case fontId, fills, fill, fillId, borders, border, borderId, patternFill, patternType, fgColor
  case bgColor, gradientFill, stop, color, rgb, theme, tint, indexed, auto, left, right, top, bottom
  case start, end, style, alignment, horizontal, vertical, wrapText, textRotation, indent
  case shrinkToFit, protection, locked, b, i, u, strike, sz, val, rFont, dxfs, dxf, colors
  case indexedColors, rgbColor, xfId, applyNumberFormat, diagonal, scheme, vertAlign, mruColors
  case applyFont, applyFill, applyBorder, applyAlignment, applyProtection
  // What stands around the rows.
  case dimension, sheetViews, sheetView, pane, xSplit, ySplit, rightToLeft, sheetFormatPr
  case defaultRowHeight, defaultColWidth, baseColWidth, zeroHeight, cols, col, min, max, width
  case customWidth, mergeCells, mergeCell, autoFilter, sheetPr, pageSetUpPr, fitToPage, tabColor
  case sheetProtection, printOptions, horizontalCentered, pageMargins, header, footer, pageSetup
  case paperSize, orientation, fitToWidth, fitToHeight, headerFooter, oddHeader, oddFooter
  case evenHeader, firstHeader, rowBreaks, colBreaks, brk, hyperlinks, hyperlink, location, tooltip
  case display, dataValidations, dataValidation, type, `operator`, allowBlank, sqref, formula1
  case formula2, error, prompt, showErrorMessage, showInputMessage, errorTitle, promptTitle
  case conditionalFormatting, cfRule, priority, dxfId, formula, dataBar, cfvo, colorScale, iconSet
  case drawing, legacyDrawing, tableParts, tablePart, oleObjects, controls, extLst, ext, uri
  case picture, sheetCalcPr, protectedRanges, scenarios, customSheetViews, dataConsolidate
  case ignoredErrors, cellWatches, webPublishItems, phoneticProperties, sortState, customProperties
  case chartsheet, dialogsheet, macrosheet, si_, bx, dt2D, ca, aca, del1, del2, r1, r2
  // Comments, tables, properties, themes.
  case comments, authors, author, authorId, commentList, comment, text, table, displayName
  case tableColumns, tableColumn, tableStyleInfo, headerRowCount, totalsRowCount
  case ThreadedComments, threadedComment, personId, parentId, personList, person, coreProperties
  case title, subject, creator, keywords, description, clrScheme, dk1, lt1, dk2, lt2, accent1
  case accent2, accent3, accent4, accent5, accent6, hlink, folHlink, sysClr, srgbClr, lastClr
  case themeElements, externalLink, ddeLink, oleLink, count, uniqueCount, done, dT
}

/// The namespaces in the parts of a workbook; transitional and strict ones share a number.
enum SheetSpace {
  static let main: UInt8 = 1
  static let relationships: UInt8 = 2
  static let drawing: UInt8 = 3
  static let xml: UInt8 = 4
  static let threaded: UInt8 = 5
  static let properties: UInt8 = 6
  static let dublinCore: UInt8 = 7

  private static let old = "http://schemas.openxmlformats.org/"
  private static let strict = "http://purl.oclc.org/ooxml/"

  static let vocabulary = XMLVocabulary(
    names: SheetWord.names,
    namespaces: [
      .init(old + "spreadsheetml/2006/main", main),
      .init(strict + "spreadsheetml/main", main),
      .init(old + "officeDocument/2006/relationships", relationships),
      .init(strict + "officeDocument/relationships", relationships),
      .init(old + "drawingml/2006/main", drawing),
      .init(strict + "drawingml/main", drawing),
      .init("http://www.w3.org/XML/1998/namespace", xml),
      .init("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", threaded),
      .init(old + "package/2006/metadata/core-properties", properties),
      .init("http://purl.org/dc/elements/1.1/", dublinCore),
    ])

  static func root(_ word: SheetWord, namespace: UInt8 = main) -> XMLName {
    XMLName(namespace: namespace, local: word.rawValue)
  }
}

extension XMLElement {
  /// The word of the element where it is in the main namespace.
  @inline(__always)
  var mainWord: SheetWord? {
    name.namespace == SheetSpace.main ? SheetWord(rawValue: name.local) : nil
  }

  /// The value of an attribute without namespace.
  func value(_ word: SheetWord) -> String? {
    string(local: word.rawValue)
  }

  /// The value of an attribute that is a boolean; `1`, `true` and `on` are true.
  func isTrue(_ word: SheetWord, default other: Bool = false) -> Bool {
    switch value(word) {
    case "1", "true", "on", "t": true
    case "0", "false", "off", "f": false
    default: other
    }
  }

  /// The value of an attribute that is a whole number; nil where there is none that fits.
  func integer(_ word: SheetWord) -> Int? {
    value(word).flatMap { Int($0) }
  }

  /// The value of an attribute that is a range; the plain spelling costs no String.
  func range(_ word: SheetWord) -> CellRange? {
    for attribute in attributes
    where attribute.name.local == word.rawValue && attribute.name.namespace == 0 {
      let bytes = self.bytes.span.extracting(attribute.value)
      return CellBytes.range(bytes) ?? CellRange(whole: string(attribute))
    }
    return nil
  }

  /// The value of an attribute that is a finite number.
  func number(_ word: SheetWord) -> Double? {
    value(word).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension SheetWord {
  /// The names of all words in their order. Written out, for asking each case for its name takes a
  /// millisecond at every start.
  static let names = """
    worksheet sheetData row c v f is t r s si rPh phoneticPr sst ht hidden ref spans customHeight \
    customFormat cm vm rPr space workbook workbookPr date1904 sheets sheet name sheetId id state \
    definedNames definedName localSheetId externalReferences externalReference fileVersion \
    pivotCaches pivotCache workbookProtection styleSheet numFmts numFmt numFmtId formatCode cellXfs \
    cellStyleXfs xf fonts font fontId fills fill fillId borders border borderId patternFill \
    patternType fgColor bgColor gradientFill stop color rgb theme tint indexed auto left right top \
    bottom start end style alignment horizontal vertical wrapText textRotation indent shrinkToFit \
    protection locked b i u strike sz val rFont dxfs dxf colors indexedColors rgbColor xfId \
    applyNumberFormat diagonal scheme vertAlign mruColors applyFont applyFill applyBorder \
    applyAlignment applyProtection dimension sheetViews sheetView pane xSplit ySplit rightToLeft \
    sheetFormatPr defaultRowHeight defaultColWidth baseColWidth zeroHeight cols col min max width \
    customWidth mergeCells mergeCell autoFilter sheetPr pageSetUpPr fitToPage tabColor \
    sheetProtection printOptions horizontalCentered pageMargins header footer pageSetup paperSize \
    orientation fitToWidth fitToHeight headerFooter oddHeader oddFooter evenHeader firstHeader \
    rowBreaks colBreaks brk hyperlinks hyperlink location tooltip display dataValidations \
    dataValidation type operator allowBlank sqref formula1 formula2 error prompt showErrorMessage \
    showInputMessage errorTitle promptTitle conditionalFormatting cfRule priority dxfId formula \
    dataBar cfvo colorScale iconSet drawing legacyDrawing tableParts tablePart oleObjects controls \
    extLst ext uri picture sheetCalcPr protectedRanges scenarios customSheetViews dataConsolidate \
    ignoredErrors cellWatches webPublishItems phoneticProperties sortState customProperties \
    chartsheet dialogsheet macrosheet si_ bx dt2D ca aca del1 del2 r1 r2 comments authors author \
    authorId commentList comment text table displayName tableColumns tableColumn tableStyleInfo \
    headerRowCount totalsRowCount ThreadedComments threadedComment personId parentId personList \
    person coreProperties title subject creator keywords description clrScheme dk1 lt1 dk2 lt2 \
    accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink sysClr srgbClr lastClr \
    themeElements externalLink ddeLink oleLink count uniqueCount done dT
    """.split(separator: " ").map(String.init)
}
