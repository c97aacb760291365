internal import Spreadsheet
internal import XMLStream

/// Turns the XML of a sheet into rows: tags go to the assembler inside `sheetData`, to the outline
/// outside.
struct SheetHandler: XMLHandler {
  static let roots = [SheetSpace.root(.worksheet)]

  private enum Place: UInt8 {
    case outside, sheetData, row, cell, value, formula, inline, run, text
  }

  var assembler: RowAssembler
  var outline: OutlineReader
  /// What `deliver` or `started` threw.
  var failure: (any Error)?
  private var place = Place.outside
  private var tokenizer = RowTokenizer()
  private var isInRun = false
  /// The runs of the text in a cell, where they are wanted.
  private var runs: RunCollector?
  private var hasStarted = false
  private let started: (SheetOutline) throws -> Void
  private let deliver: (inout StreamedRow) throws -> Void

  init(
    assembler: RowAssembler, outline: OutlineReader, runs: RunCollector? = nil,
    started: @escaping (SheetOutline) throws -> Void,
    deliver: @escaping (inout StreamedRow) throws -> Void
  ) {
    self.assembler = assembler
    self.outline = outline
    self.runs = runs
    self.started = started
    self.deliver = deliver
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord else { return leaveOut(element) }
    switch place {
    case .row:
      guard word == .c else { return leaveOut(element) }
      place = .cell
      return beginCell(element)
    case .cell:
      switch word {
      case .v:
        place = .value
        assembler.beginValue()
      case .f:
        place = .formula
        assembler.beginFormula(formulaKind(element))
      case .is:
        place = .inline
        isInRun = false
        assembler.beginInlineText()
      default: return .skip
      }
    case .sheetData:
      guard word == .row else { return leaveOut(element) }
      place = .row
      return beginRow(element)
    case .inline:
      switch word {
      case .t: place = .text
      case .r:
        place = .run
        isInRun = true
        runs?.beginRun()
      default: return .skip
      }
    case .run:
      if word == .t {
        place = .text
      } else if runs != nil, word == .rPr {
        runs?.beginFont()
      } else if runs?.isInFont == true {
        runs?.start(word, element)
      } else {
        return .skip
      }
    case .outside:
      if word == .sheetData {
        place = .sheetData
        return reportStart() ? .proceed : .stop
      }
      return outline.start(word, element)
    case .value, .formula, .text:
      return leaveOut(element)
    }
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    switch place {
    case .value, .text: appendText(bytes)
    case .formula: assembler.appendFormula(bytes) ? .proceed : .stop
    case .outside:
      outlineText(bytes)
    default: .proceed
    }
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    switch place {
    case .value:
      assembler.endValue()
      place = .cell
    case .cell:
      place = .row
      if !assembler.endCell() { return .stop }
    case .row:
      place = .sheetData
      return endRow()
    case .formula:
      assembler.endFormula()
      place = .cell
    case .text: place = isInRun ? .run : .inline
    case .run:
      if runs?.isInFont == true {
        if name.local == SheetWord.rPr.rawValue { runs?.endFont() }
        return .proceed
      }
      isInRun = false
      runs?.endRun()
      place = .inline
    case .inline:
      assembler.endValue()
      assembler.pendingRuns = runs?.take() ?? []
      place = .cell
    case .sheetData: place = .outside
    case .outside: outline.end()
    }
    return .proceed
  }

  /// Tells the caller what is known before the rows, once.
  mutating func reportStart() -> Bool {
    if hasStarted { return true }
    hasStarted = true
    do {
      try started(outline.outline)
      return true
    } catch {
      failure = error
      return false
    }
  }
}

// MARK: - Rows out of bytes

extension SheetHandler: LaneHandler {
  static var container: StaticString { "<sheetData" }
  static var depth: Int { 2 }
  static var itemEnd: StaticString { "</row>" }
  var isBetweenItems: Bool { place == .sheetData }

  mutating func takeItem(
    _ bytes: UnsafePointer<UInt8>, from offset: Int, limit: Int
  ) -> ItemOutcome {
    switch unsafe tokenizer.next(bytes, from: offset) {
    case .end: return .end
    case .declined(let place): return .declined(tokenizer.reason, at: place)
    case .row(let end):
      if end - offset > limit { return .declined(.size, at: offset) }
      guard unsafe assembler.take(tokenizer.tokens, of: bytes) else { return .stopped }
      guard case .proceed = endRow() else { return .stopped }
      return .taken(end: end, lines: tokenizer.lines)
    }
  }
}

// MARK: - Rows and cells

extension SheetHandler {
  /// Leaves out an element that does not belong where it stands; a row, a cell or a value of
  /// another namespace, or anything inside a value, must not go in silence.
  private mutating func leaveOut(_ element: borrowing XMLElement) -> XMLFlow {
    switch place {
    case .outside, .inline, .run: return .skip
    case .value, .formula, .text: break
    case .sheetData, .row, .cell:
      switch SheetWord(rawValue: element.name.local) {
      case .row, .c, .v, .f, .is, .t: break
      default: return .skip
      }
    }
    assembler.find(
      "UNKNOWN_ELEMENT", column: max(0, assembler.lastColumn),
      "an element that does not belong there is left out")
    return .skip
  }

  private mutating func appendText(_ bytes: Span<UInt8>) -> XMLFlow {
    if isInRun { runs?.append(bytes) }
    return assembler.appendValue(bytes) ? .proceed : .stop
  }

  private mutating func outlineText(_ bytes: Span<UInt8>) -> XMLFlow {
    outline.append(bytes)
    return .proceed
  }

  private mutating func beginRow(_ element: borrowing XMLElement) -> XMLFlow {
    var number: Int?
    var isInvalid = false
    var isHidden = false
    var height: Double?
    var style = 0
    var hasStyle = false
    for attribute in element.attributes where attribute.name.namespace == 0 {
      let bytes = element.bytes.span.extracting(attribute.value)
      switch SheetWord(rawValue: attribute.name.local) {
      case .r:
        number = CellBytes.integer(bytes)
        if number == nil { isInvalid = true }
      case .hidden: isHidden = CellBytes.isTrue(bytes)
      case .ht: height = Double(CellBytes.string(bytes)).flatMap { $0.isFinite ? $0 : nil }
      case .s: style = CellBytes.integer(bytes) ?? .max
      case .customFormat: hasStyle = CellBytes.isTrue(bytes)
      default: break
      }
    }
    return assembler.beginRow(
      number: number, isInvalid: isInvalid, isHidden: isHidden, height: height,
      style: hasStyle ? style : 0)
      ? .proceed : .stop
  }

  private mutating func endRow() -> XMLFlow {
    do {
      if !assembler.finishedPieces.isEmpty {
        for var piece in assembler.finishedPieces { try deliver(&piece) }
        assembler.finishedPieces = []
      }
      assembler.endRow()
      try deliver(&assembler.row)
      return .proceed
    } catch {
      failure = error
      return .stop
    }
  }

  @inline(__always)
  private mutating func beginCell(_ element: borrowing XMLElement) -> XMLFlow {
    var reference: CellReference?
    var isInvalid = false
    var style = 0
    var type = CellType.number
    for attribute in element.attributes where attribute.name.namespace == 0 {
      let bytes = element.bytes.span.extracting(attribute.value)
      switch attribute.name.local {
      case SheetWord.r.rawValue:
        reference = CellBytes.reference(bytes)
        if reference == nil { isInvalid = true }
      case SheetWord.s.rawValue: style = CellBytes.integer(bytes) ?? .max
      case SheetWord.t.rawValue: type = CellType(bytes)
      default: break
      }
    }
    return assembler.beginCell(
      reference: reference, isInvalid: isInvalid, style: style, type: type) ? .proceed : .stop
  }

  private func formulaKind(_ element: borrowing XMLElement) -> RowAssembler.FormulaKind {
    switch element.value(.t) {
    case "shared": element.integer(.si).map { .shared(index: $0) } ?? .plain
    case "array": .array(element.value(.ref).flatMap { CellRange($0) })
    case "dataTable": .dataTable
    default: .plain
    }
  }
}
