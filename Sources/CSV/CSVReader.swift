public import Spreadsheet

/// Reads CSV as a stream: bytes go in, rows come out.
///
/// Encoding and separator are found by the first 64 KiB (`sep=;` on the first line counts), or
/// given. Records end with CR, LF or both, may span lines within quotes, and are kept with however
/// many fields they have. Blank records are not passed on; the index of the next row tells. All
/// cells are text, unless the typing says otherwise.
///
///     var reader = CSVReader(file: "a.csv")
///     while let chunk = … { try reader.read(chunk) { row in … } }
///     try reader.finish { row in … }
///     // reader.findings
public struct CSVReader: ~Copyable {
  /// What is known beforehand.
  public struct Options: Hashable, Sendable {
    /// The separator; nil to find it.
    public var separator: UInt8?
    /// The encoding; nil to find it.
    public var encoding: CSVEncoding?
    /// What the fields become.
    public var typing = CSVTyping.text

    /// Nothing is known, and all is text.
    public init() {}
  }

  /// The encoding, as soon as it is known.
  public private(set) var encoding: CSVEncoding?
  /// The separator, as soon as it is known.
  public private(set) var separator: UInt8?
  private let options: Options
  let limits: ReadLimits
  let file: String?
  private var sample: [UInt8] = []
  private var decoder: CSVDecoder?
  private var isASCIIOnly = false
  var parser: CSVParser?
  private var decoded: [UInt8] = []

  private static let sampleSize = 64 << 10

  /// Begins to read; `file` is the name for errors and findings.
  public init(
    file: String? = nil, options: Options = Options(), limits: ReadLimits = ReadLimits()
  ) {
    self.file = file
    self.options = options
    self.limits = limits
    decoder = nil
    separator = options.separator
  }

  /// The formats of the cells by style.
  public var formats: [NumberFormat] { CSVTyping.formats }

  /// Reads a block of the file.
  public mutating func read(
    _ block: [UInt8], _ body: (inout StreamedRow) throws -> Void
  ) throws {
    if parser == nil {
      sample.append(contentsOf: block)
      if sample.count >= Self.sampleSize { try start(isWhole: false, body) }
    } else {
      try decode(block[...], isWhole: false, body)
    }
  }

  /// Ends the file.
  public mutating func finish(_ body: (inout StreamedRow) throws -> Void) throws {
    if parser == nil { try start(isWhole: true, body) }
    do {
      try decoder?.finish()
    } catch {
      throw self.error(error)
    }
    try parser?.finish(body)
  }
}

// MARK: - Detection

extension CSVReader {
  private mutating func start(
    isWhole: Bool, _ body: (inout StreamedRow) throws -> Void
  ) throws {
    let bytes = sample
    sample = []
    var mark = 0
    switch CSVEncodingDetection.detect(bytes, isWhole: isWhole) {
    case .encoding(let found, let length):
      mark = options.encoding == nil || options.encoding == found ? length : 0
      encoding = found
    case .undecided:
      encoding = .utf8
      isASCIIOnly = true
    case .unknown: encoding = nil
    case .notText(let what):
      if options.encoding == nil {
        throw CSVError(.notText(what), at: SourceLocation(file: file))
      }
    }
    if let given = options.encoding {
      encoding = given
      isASCIIOnly = false
    }
    guard let encoding else {
      throw CSVError(.invalidText("UTF-8, UTF-16 or GB 18030"), at: SourceLocation(file: file))
    }
    try makeDecoder(encoding)
    do {
      try decoder?.decode(bytes[mark...], to: &decoded)
    } catch {
      throw self.error(error)
    }
    let skipped = separatorDirective()
    let separator =
      options.separator ?? skipped?.separator
      ?? CSVSeparatorDetection.detect(decoded.span, isWhole: isWhole)
    self.separator = separator
    parser = CSVParser(separator: separator, typing: options.typing, limits: limits, file: file)
    if let skipped { decoded.removeFirst(skipped.length) }
    try parseDecoded(body)
  }

  /// Excel's own way to name the separator: a first line such as `sep=;`.
  private func separatorDirective() -> (separator: UInt8, length: Int)? {
    let start = Array("sep=".utf8)
    guard decoded.count >= 6, decoded.starts(with: start), decoded[4] < 0x80,
      decoded[5] == 0x0A || decoded[5] == 0x0D
    else { return nil }
    let isPair = decoded.count > 6 && decoded[5] == 0x0D && decoded[6] == 0x0A
    return (decoded[4], isPair ? 7 : 6)
  }

  private mutating func makeDecoder(_ encoding: CSVEncoding) throws {
    do {
      decoder = try CSVDecoder(encoding)
    } catch {
      throw self.error(error)
    }
  }
}

// MARK: - Decoding and parsing

extension CSVReader {
  private mutating func decode(
    _ block: ArraySlice<UInt8>, isWhole: Bool, _ body: (inout StreamedRow) throws -> Void
  ) throws {
    if isASCIIOnly, block.contains(where: { $0 >= 0x80 }) {
      // The first characters that tell the encoding come after the sample.
      isASCIIOnly = false
      switch CSVEncodingDetection.detect(Array(block), isWhole: isWhole) {
      case .encoding(.gb18030, _):
        encoding = .gb18030
        try makeDecoder(.gb18030)
      default: break
      }
    }
    do {
      try decoder?.decode(block, to: &decoded)
    } catch {
      try parseDecoded(body)
      throw self.error(error)
    }
    try parseDecoded(body)
  }

  private mutating func parseDecoded(_ body: (inout StreamedRow) throws -> Void) throws {
    var bytes = decoded
    decoded = []
    try parser?.parse(bytes.span, body)
    bytes.removeAll(keepingCapacity: true)
    decoded = bytes
  }

  private func error(_ error: CSVDecoder.Invalid) -> CSVError {
    var location = SourceLocation(file: file)
    if let record = parser?.record {
      location.range = CellRange(CellReference(row: record, column: 0))
    }
    return CSVError(
      error.isUnknown
        ? .unknownEncoding(error.encoding.rawValue) : .invalidText(error.encoding.rawValue),
      at: location)
  }
}
