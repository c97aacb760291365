internal import OpenPackaging
internal import Spreadsheet
internal import XMLStream

/// What is read of a workbook before any sheet: its list of sheets, styles and features.
struct WorkbookOpening {
  var workbook: WorkbookHandler
  var sheets: [SheetDescription] = []
  var sheetParts: [String?] = []
  var styles: [CellStyle] = []
  var simplifiesLooks = false
  var differences: [(font: Color?, fill: Color?)] = []
  var colors = ColorTable()
  var sharedStrings: String?
  var features: [String] = []
  var findings: [Diagnostic] = []

  init(
    package: Package, relationships: Relationships, file: String?, limits: ReadLimits
  ) throws(XLSXError) {
    do {
      workbook = try package.parse(
        package.mainPart, WorkbookHandler(), vocabulary: SheetSpace.vocabulary,
        roots: WorkbookHandler.roots)
      try checkSheets(file, limits)
      try readSheets(package, relationships, file)
      try checkParts(package, file, limits)
      if let relationship = relationships.first("theme"),
        case .part(let part) = relationship.target, package.hasPart(part)
      {
        try readTheme(package, part)
      }
      if let relationship = relationships.first("styles") {
        let part = try package.part(relationship, of: package.mainPart)
        if package.hasPart(part) { try readStyles(package, part, file, limits) }
      }
      if let relationship = relationships.first("sharedStrings") {
        sharedStrings = try package.part(relationship, of: package.mainPart)
      }
    } catch let error as PackageError {
      throw XLSXError(error, file: file)
    } catch let error as XLSXError {
      throw error
    } catch {
      throw XLSXError(code: "INTERNAL", at: SourceLocation(file: file), "\(error)")
    }
    if styles.isEmpty { styles = [CellStyle()] }
    features = Self.features(of: package, workbook, relationships)
    if sheets.isEmpty {
      throw XLSXError(
        code: "NO_SHEETS", at: SourceLocation(file: file, part: package.mainPart),
        "the workbook lists no sheets")
    }
  }

  private mutating func readSheets(
    _ package: Package, _ relationships: Relationships, _ file: String?
  ) throws(PackageError) {
    var places: [String: Relationship] = [:]
    for relationship in relationships.all where places[relationship.id] == nil {
      places[relationship.id] = relationship
    }
    var names: Set<String> = []
    for sheet in workbook.sheets {
      var description = SheetDescription(name: sheet.name, visibility: sheet.visibility)
      let relationship = sheet.relationship.flatMap { places[$0] }
      switch relationship?.kind {
      case "chartsheet": description.kind = .chartsheet
      case "dialogsheet": description.kind = .dialogsheet
      case "xlMacrosheet", "xlIntlMacrosheet": description.kind = .macrosheet
      default: description.kind = .worksheet
      }
      sheets.append(description)
      let place = SourceLocation(file: file, sheet: sheet.name)
      if let relationship {
        sheetParts.append(try package.part(relationship, of: package.mainPart))
      } else {
        sheetParts.append(nil)
      }
      if !names.insert(sheet.name.lowercased()).inserted {
        findings.append(
          Diagnostic(
            .warning, code: "DUPLICATE_SHEET", at: place, "two sheets have this name"))
      }
    }
  }

  private mutating func readTheme(_ package: Package, _ part: String) throws(PackageError) {
    let theme = try package.parse(
      part, ThemeHandler(), vocabulary: SheetSpace.vocabulary, roots: ThemeHandler.roots)
    for place in colors.theme.indices {
      if let color = theme.colors[place] { colors.theme[place] = color }
    }
  }

  private mutating func readStyles(
    _ package: Package, _ part: String, _ file: String?, _ limits: ReadLimits
  ) throws {
    var handler = try package.parse(
      part, StylesHandler(colors: colors, limit: limits.styles), vocabulary: SheetSpace.vocabulary,
      roots: StylesHandler.roots)
    if handler.passesLimit {
      throw XLSXError(
        code: "LIMIT", at: SourceLocation(file: file, part: part),
        "the workbook has more than \(limits.styles) styles, at least \(limits.styles + 1); "
          + ReadLimits.advice("styles", limits.styles))
    }
    if handler.longFormats > 0 {
      findings.append(
        Diagnostic(
          .warning, code: "FORMAT_TOO_LONG", at: SourceLocation(file: file, part: part),
          "\(handler.longFormats) number formats are longer than any program writes them; "
            + "they count as General"))
    }
    if let palette = handler.ownPalette {
      // The palette stands behind the fonts and fills that use it.
      colors.palette.replaceSubrange(
        0..<min(palette.count, colors.palette.count), with: palette.prefix(colors.palette.count))
      handler = try package.parse(
        part, StylesHandler(colors: colors, limit: limits.styles),
        vocabulary: SheetSpace.vocabulary, roots: StylesHandler.roots)
    }
    styles = handler.cellStyles
    differences = handler.differences
    simplifiesLooks = handler.isSimplified
  }

  private static func features(
    of package: Package, _ workbook: WorkbookHandler, _ relationships: Relationships
  ) -> [String] {
    var features: [String] = []
    let kinds = Set(relationships.all.map(\.kind))
    if kinds.contains("vbaProject") { features.append("macros") }
    if workbook.hasExternalReferences || kinds.contains("externalLink") {
      features.append("external-links")
    }
    if kinds.contains("connections") { features.append("connections") }
    if workbook.hasPivotCaches || kinds.contains("pivotCacheDefinition") {
      features.append("pivot-tables")
    }
    if kinds.contains("slicerCache") { features.append("slicers") }
    if kinds.contains("customXml") { features.append("custom-xml") }
    if kinds.contains("attachedToolbars") { features.append("toolbars") }
    return features
  }
}
