internal import Spreadsheet
internal import XMLStream

/// Reads the part of the shared strings: plain and rich text, without phonetic hints.
struct SharedStringsHandler: XMLHandler {
  static let root = SheetSpace.root(.sst)

  private enum Place { case outside, item, run, text, runText }

  var strings = SharedStrings()
  /// The limit that was passed.
  var passed: (name: String, limit: Int, what: String)?
  private var place = Place.outside
  private let limits: ReadLimits
  private var runs: RunCollector?
  private var tokenizer: StringTokenizer

  init(limits: ReadLimits, keepsRuns: Bool, theme: ColorTable) {
    self.limits = limits
    runs = keepsRuns ? RunCollector(colors: theme) : nil
    tokenizer = StringTokenizer(declinesRuns: keepsRuns)
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord else { return .skip }
    switch (place, word) {
    case (.outside, .sst): break
    case (.outside, .si):
      if strings.count >= limits.sharedStrings {
        passTooMany()
        return .stop
      }
      place = .item
    case (.item, .t): place = .text
    case (.item, .r):
      place = .run
      runs?.beginRun()
    case (.run, .t): place = .runText
    case (.run, .rPr) where runs != nil: runs?.beginFont()
    case (.run, _) where runs?.isInFont == true:
      runs?.start(word, element)
    default: return .skip
    }
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    guard place == .text || place == .runText else { return .proceed }
    if strings.openSize + bytes.count > limits.textSize {
      let size = strings.openSize + bytes.count
      passed = (
        "text-size", limits.textSize, "the shared string \(strings.count) has \(size) bytes"
      )
      return .stop
    }
    strings.appendText(bytes)
    if place == .runText { runs?.append(bytes) }
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    switch place {
    case .text: place = .item
    case .runText: place = .run
    case .run:
      if runs?.isInFont == true {
        if name.local == SheetWord.rPr.rawValue { runs?.endFont() }
        return .proceed
      }
      runs?.endRun()
      place = .item
    case .item:
      place = .outside
      if let collected = runs?.take(), !collected.isEmpty {
        strings.runs[strings.count] = collected
      }
      if !strings.endString() {
        passTooLong()
        return .stop
      }
    case .outside: break
    }
    return .proceed
  }
}

extension SharedStringsHandler {
  private mutating func passTooMany() {
    passed = (
      "shared-strings", limits.sharedStrings,
      "the workbook has \(limits.sharedStrings + 1) shared strings or more"
    )
  }

  private mutating func passTooLong() {
    passed = ("part-size", 4 << 30, "the shared strings have more than \(4 << 30) bytes of text")
  }
}

// MARK: - Strings out of bytes

extension SharedStringsHandler: LaneHandler {
  static var container: StaticString { "<sst" }
  static var depth: Int { 1 }
  static var itemEnd: StaticString { "</si>" }
  var isBetweenItems: Bool { place == .outside }

  mutating func takeItem(
    _ bytes: UnsafePointer<UInt8>, from offset: Int, limit: Int
  ) -> ItemOutcome {
    switch unsafe tokenizer.next(bytes, from: offset) {
    case .end: return .end
    case .declined(let place): return .declined(tokenizer.reason, at: place)
    case .string(let end):
      if end - offset > limit { return .declined(.size, at: offset) }
      guard strings.count < limits.sharedStrings else {
        passTooMany()
        return .stopped
      }
      for piece in tokenizer.pieces {
        unsafe strings.appendText(piece, of: bytes)
      }
      guard strings.endString() else {
        passTooLong()
        return .stopped
      }
      return .taken(end: end, lines: tokenizer.lines)
    }
  }
}
