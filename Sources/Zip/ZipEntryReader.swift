/// Reads the inflated bytes of one entry, once, from start to end.
///
/// Memory is a window of 64 KiB for the input and one of 160 KiB for what was inflated last, whatever
/// the entry's size.
@safe
public struct ZipEntryReader: ~Copyable {
  /// The entry.
  public let entry: ZipEntry
  private let archive: ZipArchive
  private let header: LocalHeader
  private let window: UnsafeMutableRawBufferPointer
  private var windowStart = 0
  private var windowEnd = 0
  private var leftOver = 0
  private var inflater: Inflater?
  private var consumed = 0
  private var produced = 0
  private var checksum = Checksum()
  private var isAtEnd = false
  private var isVerified = false

  /// Entries of at most so many compressed bytes may be inflated in one go.
  private static let wholeLimit = 4 << 20
  private static let windowSize = 64 << 10

  init(_ entry: ZipEntry, of archive: ZipArchive) throws(ZipError) {
    if entry.isEncrypted {
      throw ZipError(.encrypted, entry: entry.shortName, "the entry is encrypted")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw ZipError(
        .unsupportedMethod, entry: entry.shortName,
        "the entry is packed by method \(entry.method)\(Self.methodName(entry.method)); "
          + "only stored and deflated entries are read")
    }
    if entry.uncompressedSize > archive.limits.partSize {
      throw .limit(
        "part-size", archive.limits.partSize, entry: entry.shortName,
        "the part has \(entry.uncompressedSize) bytes")
    }
    if entry.method == 0, entry.compressedSize != entry.uncompressedSize {
      throw ZipError(.sizeMismatch, entry: entry.shortName, "a stored entry states two sizes")
    }
    let header = try LocalHeader(of: entry, in: archive.source)
    self.entry = entry
    self.archive = archive
    self.header = header
    let size = min(max(entry.compressedSize, 1), Self.windowSize)
    unsafe window = .allocate(byteCount: size, alignment: 16)
  }

  deinit {
    unsafe window.deallocate()
  }

  /// Reads the next bytes into `buffer`; 0 is the end, which is reached only after the checksum
  /// and both sizes were found right. `buffer` must not be empty.
  public mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ZipError) -> Int {
    if isVerified { return 0 }
    let size = try unsafe inflate(into: buffer)
    try archive.checkLimits(of: entry, inflated: inflated)
    try unsafe settle(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<size]))
    return size
  }
}

// The three steps of reading. Who reads ahead takes the first and the last on another thread, and
// the limits where the bytes are used: what counts against the whole archive must not depend on who
// is faster.

extension ZipEntryReader {
  /// The bytes that were inflated so far.
  var inflated: Int { produced }

  /// Inflates the next bytes, within the size that the entry states.
  mutating func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    precondition(buffer.count > 0, "a buffer to read into has room")
    if isAtEnd { return 0 }
    return entry.method == 0 ? try unsafe readStored(buffer) : try unsafe readDeflated(buffer)
  }

  /// Adds the bytes to the checksum, and judges the entry at its end.
  mutating func settle(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    unsafe checksum.update(bytes)
    if isAtEnd, !isVerified { try verify() }
  }
}

// MARK: - Stored and deflated bytes

extension ZipEntryReader {
  private mutating func readStored(_ buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int
  {
    let size = min(buffer.count, entry.compressedSize - consumed)
    if size > 0 {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
      try unsafe fill(part, from: consumed)
      consumed += size
      try count(size)
    }
    isAtEnd = consumed == entry.compressedSize
    return size
  }

  private mutating func readDeflated(
    _ buffer: UnsafeMutableRawBufferPointer
  ) throws(ZipError) -> Int {
    if consumed == 0, inflater == nil, entry.uncompressedSize <= buffer.count,
      entry.compressedSize <= Self.wholeLimit
    {
      return try unsafe readWhole(buffer)
    }
    if inflater == nil {
      guard let made = Inflater() else {
        throw ZipError(.inputOutput, entry: entry.shortName, "there is not enough memory")
      }
      inflater = consume made
    }
    var size = 0
    while size == 0, !isAtEnd {
      if windowStart == windowEnd, consumed < entry.compressedSize {
        let more = min(unsafe window.count, entry.compressedSize - consumed)
        try unsafe fill(UnsafeMutableRawBufferPointer(rebasing: window[..<more]), from: consumed)
        consumed += more
        windowStart = 0
        windowEnd = more
      }
      let input = unsafe UnsafeRawBufferPointer(rebasing: window[windowStart..<windowEnd])
      let isLast = consumed == entry.compressedSize
      guard let step = unsafe inflater?.inflate(input, isLast: isLast, into: buffer) else {
        throw damaged
      }
      windowStart += step.consumed
      size = step.produced
      isAtEnd = step.isAtEnd
      leftOver = step.leftOver
      if step.isCutShort {
        throw ZipError(
          .badDeflate, entry: entry.shortName, "the compressed data end too early")
      }
      try count(size)
    }
    return size
  }

  private mutating func readWhole(_ buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    let outcome: WholeInflater.Outcome
    if entry.compressedSize <= window.count {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: window[..<entry.compressedSize])
      try unsafe fill(part, from: 0)
      outcome = unsafe WholeInflater.inflate(UnsafeRawBufferPointer(part), into: buffer)
    } else {
      let packed = try archive.source.bytes(at: header.dataOffset, count: entry.compressedSize)
      guard packed.count == entry.compressedSize else { throw Self.shortened }
      outcome = unsafe packed.withUnsafeBytes { unsafe WholeInflater.inflate($0, into: buffer) }
    }
    consumed = entry.compressedSize
    isAtEnd = true
    switch outcome {
    case .inflated(let size, let used):
      guard used == entry.compressedSize else {
        throw ZipError(
          .sizeMismatch, entry: entry.shortName, "bytes are left over after the compressed data")
      }
      try count(size)
      return size
    case .tooLarge:
      throw ZipError(
        .sizeMismatch, entry: entry.shortName,
        "the entry inflates to more than the \(entry.uncompressedSize) bytes stated")
    case .damaged: throw damaged
    case .noMemory:
      throw ZipError(.inputOutput, entry: entry.shortName, "there is not enough memory")
    }
  }

  private func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from place: Int
  ) throws(ZipError) {
    let got = try unsafe archive.source.read(at: header.dataOffset + place, into: buffer)
    if got < buffer.count { throw Self.shortened }
  }
}

// MARK: - Checks

extension ZipEntryReader {
  private var damaged: ZipError {
    ZipError(.badDeflate, entry: entry.shortName, "the compressed data are damaged")
  }

  private static var shortened: ZipError {
    ZipError(.truncated, "the file became shorter while it was read")
  }

  private mutating func count(_ size: Int) throws(ZipError) {
    produced += size
    guard produced <= entry.uncompressedSize else {
      throw ZipError(
        .sizeMismatch, entry: entry.shortName,
        "the entry inflates to more than the \(entry.uncompressedSize) bytes stated")
    }
  }

  private mutating func verify() throws(ZipError) {
    guard windowStart == windowEnd, consumed == entry.compressedSize, leftOver == 0 else {
      throw ZipError(
        .sizeMismatch, entry: entry.shortName, "bytes are left over after the compressed data")
    }
    guard produced == entry.uncompressedSize else {
      throw ZipError(
        .sizeMismatch, entry: entry.shortName,
        "the entry inflates to \(produced) bytes, \(entry.uncompressedSize) are stated")
    }
    guard checksum.value == entry.crc32 else {
      throw ZipError(
        .checksumMismatch, entry: entry.shortName, "the checksum (CRC-32) is wrong")
    }
    try header.checkDescriptor(of: entry, in: archive.source)
    isVerified = true
  }

  private static func methodName(_ method: Int) -> String {
    switch method {
    case 1: " (shrunk)"
    case 6: " (imploded)"
    case 9: " (deflate64)"
    case 12: " (bzip2)"
    case 14: " (LZMA)"
    case 93: " (Zstandard)"
    case 95: " (XZ)"
    case 98: " (PPMd)"
    case 99: " (encrypted with AES)"
    default: ""
    }
  }
}

extension ZipArchive {
  /// Counts the bytes that were inflated of an entry against every limit.
  func checkLimits(of entry: ZipEntry, inflated produced: Int) throws(ZipError) {
    let fresh = progress[entry.index].advance(to: produced)
    let total = fresh == 0 ? inflated.value : inflated.add(fresh)
    if total > limits.inflatedSize {
      throw .limit(
        "inflated-size", limits.inflatedSize, entry: entry.shortName,
        "the parts inflate to \(total) bytes or more")
    }
    if limits.isBomb(inflated: produced, compressed: entry.compressedSize)
      || limits.isBomb(inflated: total, compressed: source.count)
    {
      throw .limit(
        "ratio", limits.compressionRatio, entry: entry.shortName,
        "the part inflates to \(produced) bytes out of \(entry.compressedSize)")
    }
  }
}
