internal import Spreadsheet
internal import XMLStream

/// Reads what stands around the rows of a sheet; the handler of the sheet passes on all that is
/// not inside `sheetData`.
struct OutlineReader {
  var outline = SheetOutline()
  var findings = FindingList()
  /// The limit that was passed.
  var passedLimit: Int?

  private var path: [SheetWord] = []
  private var text: [UInt8] = []
  private var validation: PendingValidation?
  private var rule: SheetOutline.FormatRule?
  private var ruleRanges: [CellRange] = []
  private var ruleRangeCount = 0
  private let location: SourceLocation
  private let limits: ReadLimits
  private let colors: ColorTable
  /// Whether all that a workbook can hold is wanted, not only what rows and reports need.
  private let isFull: Bool

  init(location: SourceLocation, limits: ReadLimits, colors: ColorTable, isFull: Bool) {
    self.location = location
    self.limits = limits
    self.colors = colors
    self.isFull = isFull
  }

  mutating func start(_ word: SheetWord, _ element: borrowing XMLElement) -> XMLFlow {
    switch word {
    case .dimension:
      outline.claimedDimension = element.value(.ref).flatMap { CellRange($0) }
    case .sheetView: outline.isRightToLeft = element.isTrue(.rightToLeft)
    case .pane: readPane(element)
    case .sheetFormatPr:
      outline.defaultColumnWidth = element.number(.defaultColWidth)
      if element.isTrue(.zeroHeight) { outline.note("hidden-blank-rows") }
      // Otherwise it only says what the default font needs.
      if element.isTrue(.customHeight) {
        outline.defaultRowHeight = element.number(.defaultRowHeight)
      }
    case .col: readColumn(element)
    case .mergeCell: return readMerge(element)
    case .autoFilter:
      if path.last == .worksheet {
        outline.autoFilter = element.value(.ref).flatMap { CellRange($0) }
      }
      return .skip
    case .sheetProtection: outline.isProtected = element.isTrue(.sheet)
    case .pageSetUpPr:
      if element.isTrue(.fitToPage), outline.page.fitToWidth == nil { outline.page.fitToWidth = 1 }
    case .printOptions:
      outline.page.isCenteredHorizontally = element.isTrue(.horizontalCentered)
    case .pageMargins: readMargins(element)
    case .pageSetup: readPageSetup(element)
    case .brk:
      if path.last == .rowBreaks, let id = element.integer(.id), id > 0,
        id <= CellReference.rowLimit, outline.page.rowBreaks.count < 100_000
      {
        outline.page.rowBreaks.append(id - 1)
      }
    case .hyperlink: readLink(element)
    case .dataValidations: outline.note("data-validations")
    case .dataValidation: readValidation(element)
    case .conditionalFormatting:
      outline.note("conditional-formats")
      if isFull { ruleRanges = CellRange.list(element.value(.sqref) ?? "").ranges }
    case .cfRule: if isFull { readRule(element) }
    case .color:
      if path.last == .dataBar { rule?.color = colors.color(element) }
    case .drawing: outline.note("drawings")
    case .legacyDrawing: outline.note("legacy-drawings")
    case .picture: outline.note("background-picture")
    case .oleObjects: outline.note("embedded-objects")
    case .controls: outline.note("controls")
    case .tablePart:
      outline.note("tables")
      if let id = element.string(
        local: SheetWord.id.rawValue, namespace: SheetSpace.relationships)
      {
        outline.tableRelationships.append(id)
      }
    case .ext: readExtension(element)
    case .scenarios: outline.note("scenarios")
    case .customSheetViews: return .skip
    case .formula1, .formula2, .formula, .oddHeader, .oddFooter:
      text.removeAll(keepingCapacity: true)
    default: break
    }
    path.append(word)
    return .proceed
  }

  mutating func append(_ bytes: Span<UInt8>) {
    switch path.last {
    case .formula1, .formula2, .formula, .oddHeader, .oddFooter:
      if text.count < limits.textSize { text.append(bytes) }
    default: break
    }
  }

  mutating func end() {
    guard let word = path.popLast() else { return }
    switch word {
    case .formula1, .formula2, .formula, .oddHeader, .oddFooter:
      let taken = takeText()
      switch word {
      case .formula1: validation?.formula1 = taken
      case .formula2: validation?.formula2 = taken
      case .formula: rule?.formulas.append(taken)
      case .oddHeader: outline.page.header = taken
      default: outline.page.footer = taken
      }
    case .dataValidation:
      guard let pending = validation else { break }
      if let made = pending.made() {
        outline.dataValidations.append(made)
      } else {
        findings.add(
          .warning, "DATA_VALIDATION", at: location,
          "a rule for entries that the workbook cannot hold is left out")
      }
      validation = nil
    case .cfRule:
      if let rule { outline.formatRules.append(rule) }
      rule = nil
    default: break
    }
  }

  private mutating func takeText() -> String {
    TextEscapes.decode(&text, from: 0)
    return String(decoding: text, as: UTF8.self)
  }
}

// MARK: - Single elements

extension OutlineReader {
  private mutating func readPane(_ element: borrowing XMLElement) {
    guard let state = element.value(.state), state.hasPrefix("frozen") else { return }
    let rows = element.number(.ySplit).flatMap { Int(exactly: $0) } ?? 0
    let columns = element.number(.xSplit).flatMap { Int(exactly: $0) } ?? 0
    guard (0..<CellReference.rowLimit).contains(rows),
      (0..<CellReference.columnLimit).contains(columns), rows + columns > 0
    else { return }
    outline.frozenPane = FrozenPane(rows: rows, columns: columns)
  }

  private mutating func readColumn(_ element: borrowing XMLElement) {
    guard let first = element.integer(.min), let last = element.integer(.max), first >= 1,
      first <= last, first <= CellReference.columnLimit,
      outline.columns.count < CellReference.columnLimit
    else {
      findings.add(.warning, "COLUMN_RANGE", at: location, "a range of columns that is none")
      return
    }
    outline.columns.append(
      ColumnProperties(
        columns: (first - 1)...(min(last, CellReference.columnLimit) - 1),
        width: element.number(.width), isHidden: element.isTrue(.hidden),
        style: max(0, element.integer(.style) ?? 0)))
  }

  private mutating func readMerge(_ element: borrowing XMLElement) -> XMLFlow {
    guard let range = element.range(.ref) else {
      findings.add(
        .warning, "MERGED_RANGE", at: location, "a merged range that is none is left out")
      return .skip
    }
    if range.isSingleCell { return .skip }
    if outline.mergedRanges.count >= limits.mergedRanges {
      passedLimit = limits.mergedRanges
      return .stop
    }
    outline.mergedRanges.append(range)
    return .skip
  }

  private mutating func readMargins(_ element: borrowing XMLElement) {
    guard let left = element.number(.left), let right = element.number(.right),
      let top = element.number(.top), let bottom = element.number(.bottom)
    else { return }
    outline.page.margins = PageMargins(left: left, right: right, top: top, bottom: bottom)
  }

  private mutating func readPageSetup(_ element: borrowing XMLElement) {
    outline.page.paperSize = element.integer(.paperSize)
    outline.page.isLandscape = element.value(.orientation) == "landscape"
    let isFitted = outline.page.fitToWidth != nil
    if isFitted {
      outline.page.fitToWidth = element.integer(.fitToWidth) ?? 1
      outline.page.fitToHeight = element.integer(.fitToHeight) ?? 1
    }
  }

  private mutating func readLink(_ element: borrowing XMLElement) {
    guard let range = element.value(.ref).flatMap({ CellRange(whole: $0) }) else { return }
    outline.note("hyperlinks")
    guard outline.links.count < 200_000 else {
      findings.add(.warning, "HYPERLINKS", at: location, "links past the 200,000th are left out")
      return
    }
    outline.links.append(
      SheetOutline.Link(
        range: range,
        relationship: element.string(
          local: SheetWord.id.rawValue, namespace: SheetSpace.relationships),
        location: element.value(.location), tooltip: element.value(.tooltip)))
  }

  private mutating func readValidation(_ element: borrowing XMLElement) {
    guard isFull else { return }
    // The programs hold 65,534 of them.
    guard outline.dataValidations.count < 65_534 else {
      findings.add(
        .warning, "DATA_VALIDATION", at: location,
        "rules for entries past the 65,534th are left out")
      return
    }
    validation = PendingValidation(element)
  }

  private mutating func readRule(_ element: borrowing XMLElement) {
    // Each rule carries its ranges, which many rules may share in the file.
    ruleRangeCount += ruleRanges.count
    guard ruleRangeCount <= 1_000_000 else {
      findings.add(
        .warning, "CONDITIONAL_FORMAT", at: location, "a conditional format too many is left out")
      return
    }
    rule = SheetOutline.FormatRule(
      ranges: ruleRanges, type: element.value(.type) ?? "",
      comparison: element.value(.operator), style: element.integer(.dxfId), formulas: [],
      color: nil)
  }

  /// Extensions are named, not read: their elements are in namespaces of later versions.
  private mutating func readExtension(_ element: borrowing XMLElement) {
    switch element.value(.uri)?.uppercased() {
    case "{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}": outline.note("data-validations")
    case "{78C0D931-6437-407D-A8EE-F0AAD7539E65}": outline.note("conditional-formats")
    case "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}": outline.note("sparklines")
    case "{A8765BA9-456A-4DAB-B4F3-ACF838C121DE}", "{3A4CF648-6AED-40F4-86FF-DC5316D8AED3}":
      outline.note("slicers")
    default: break
    }
  }
}
