internal import OpenPackaging
internal import Spreadsheet
internal import XMLStream

/// The shared strings of a workbook, read when the first cell needs them.
final class SharedStringLoader {
  private let package: Package
  let part: String?
  private let file: String?
  private let limits: ReadLimits
  let keepsRuns: Bool
  private let colors: ColorTable
  private let choice: ParserChoice
  /// Who read the part; nil before it was read.
  private(set) var lane: PartLane?
  @exclusivity(unchecked) private(set) var isLoaded = false
  @exclusivity(unchecked) private(set) var strings = SharedStrings()

  init(
    package: Package, part: String?, file: String?, limits: ReadLimits, keepsRuns: Bool = false,
    colors: ColorTable = ColorTable(), choice: ParserChoice = .automatic
  ) {
    self.choice = choice
    self.package = package
    self.part = part
    self.file = file
    self.limits = limits
    self.keepsRuns = keepsRuns
    self.colors = colors
  }

  /// Reads the part. Does nothing a second time.
  func load() throws(XLSXError) {
    if isLoaded { return }
    guard let part else {
      throw XLSXError(.missingPart("xl/sharedStrings.xml"), file: file)
    }
    let handler: SharedStringsHandler
    do {
      handler = try read(part)
    } catch let error as PackageError {
      throw XLSXError(error, file: file)
    } catch let error as XMLError {
      throw XLSXError(error, file: file)
    } catch {
      throw XLSXError(code: "INTERNAL", at: SourceLocation(file: file, part: part), "\(error)")
    }
    if let passed = handler.passed {
      throw XLSXError(
        code: "LIMIT", at: SourceLocation(file: file, part: part),
        "\(passed.what); \(ReadLimits.advice(passed.name, passed.limit))")
    }
    strings = handler.strings
    isLoaded = true
  }

  private func read(_ part: String) throws -> SharedStringsHandler {
    let reader = try package.open(part)
    var driver = LaneDriver(
      XMLStreamParser(
        handler: SharedStringsHandler(limits: limits, keepsRuns: keepsRuns, theme: colors),
        vocabulary: SheetSpace.vocabulary, roots: [SharedStringsHandler.root],
        limits: XMLLimits(limits), part: reader.name),
      limits: XMLLimits(limits), choice: choice)
    defer { lane = PartLane(part: part, driver.record) }
    var chunks = PartChunks(reader)
    while try chunks.next(&driver) {}
    try driver.finish()
    return driver.parser.handler
  }

  /// Brings a string near that will be appended soon.
  @inline(__always)
  func touch(_ index: Int) -> UInt8 { strings.touch(index) }

  /// Appends a string; false where there is none with the index.
  @inline(__always)
  func append(_ index: Int, to bytes: inout [UInt8]) -> Bool {
    strings.append(index, to: &bytes)
  }
}
