import CSV
import Spreadsheet

/// Where the bytes of one result go: a file that appears whole, or standard output.
///
/// Encoders append to `buffer`; `drain()` passes on what is there when it is much.
final class Output {
  /// Bytes from which `drain()` writes.
  private static let drainSize = 128 << 10

  /// Bytes that are not passed on yet.
  var buffer: [UInt8] = []
  private let file: OutputFile?
  private let spool = OutputSpool()
  private var written = 0
  private var converter: CSVTextEncoder?
  private var encoding = EncodingOption.utf8
  /// Whether the text has been made for a terminal, with colours.
  private let isStyled: Bool

  /// A file, or standard output for nil.
  init(_ path: PathName?, inputs: Set<FileIdentity>, isStyled: Bool = false) throws(ToolError) {
    self.isStyled = isStyled
    buffer.reserveCapacity(Self.drainSize + (16 << 10))
    file = if let path { try OutputFile(path, inputs: inputs) } else { nil }
  }

  /// Whether the result is a file.
  var isFile: Bool { file != nil }

  /// Turns what is written from here on to another encoding.
  func encode(as encoding: EncodingOption) throws {
    self.encoding = encoding
    switch encoding {
    case .utf8: break
    case .utf8BOM: buffer += [0xEF, 0xBB, 0xBF]
    case .gb18030: converter = try CSVTextEncoder(.gb18030)
    }
  }

  /// Passes the buffered bytes on where they are many, or all of them.
  func drain(all: Bool = false) throws {
    guard buffer.count >= Self.drainSize || all else { return }
    var pending = buffer
    buffer = []
    if converter != nil {
      var encoded: [UInt8] = []
      try converter?.encode(pending[...], to: &encoded)
      pending = encoded
    }
    try unsafe pending.withUnsafeBytes { try unsafe write($0) }
    buffer = consume pending
    buffer.removeAll(keepingCapacity: true)
  }

  /// Lets `body` append to the buffer; it calls what it is given with the bytes so far, to pass them on
  /// where they are many.
  func fill(
    _ body: (inout [UInt8], (inout [UInt8]) throws -> Void) throws -> Void
  ) throws {
    // The buffer is lent to `body`, what stands in it already (a byte order mark) with it.
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    try body(&bytes) { bytes in
      swap(&bytes, &buffer)
      try drain()
      swap(&bytes, &buffer)
    }
    swap(&bytes, &buffer)
  }

  /// Passes bytes on.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    written += bytes.count
    if let file {
      try unsafe file.write(bytes)
    } else {
      try unsafe spool.write(bytes)
    }
  }

  /// Passes everything on and tells how much it is, for `restart(at:)`.
  func mark() throws -> Int {
    try drain(all: true)
    return written
  }

  /// Drops everything written after a mark.
  func restart(at mark: Int) throws(ToolError) {
    buffer.removeAll(keepingCapacity: true)
    written = mark
    if let file { try file.truncate(to: mark) } else { try spool.truncate(to: mark) }
  }

  /// Writes and syncs all there is, so that making it appear is one step.
  func seal() throws {
    try drain(all: true)
    if converter != nil {
      var rest: [UInt8] = []
      try converter?.finish(to: &rest)
      buffer = rest
      converter = nil
      try drain(all: true)
    }
    try file?.seal()
  }

  /// Makes the result appear. Throws `ClosedPipe` when standard output is read no more.
  ///
  /// Who writes many files into a folder syncs the folder once, after the last of them.
  func commit(syncingFolder: Bool = true) throws {
    try seal()
    if let file {
      try file.commit(syncingFolder: syncingFolder)
    } else {
      try spool.commit(
        isStyled ? nil : TerminalEscaper(isUTF8: encoding != .gb18030))
    }
  }
}
