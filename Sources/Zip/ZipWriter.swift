/// Writes an archive from its start to its end: entry by entry, with no seeking.
///
/// The same entries give the same bytes: every date is 1980-01-01, and nothing of the machine gets
/// in. An entry of more than 256 KiB is written while it comes, its sizes in a data descriptor;
/// zip64 records appear only where a number needs them.
///
///     var writer = try ZipWriter(to: sink)
///     try writer.add("a.txt", Array("text".utf8))
///     try writer.finish()
public struct ZipWriter: ~Copyable {
  private var sink: any ByteSink
  private let spool: any ByteSpool
  private var deflater: ChunkDeflater
  private var offset = 0
  private var pending: [UInt8] = []
  private var current: Record?
  private var records: [Record] = []
  private var names: Set<PartKey> = []

  private struct Record {
    var name: [UInt8]
    var offset: Int
    var size = 0
    var packedSize = 0
    var checksum = Checksum()
    var isStreamed = false
    /// Whether its packed bytes wait in the spool for its beginning.
    var isHeadless = false
  }

  /// Makes a writer; `spool` keeps the packed bytes of entries that begin without their head.
  public init(to sink: any ByteSink, spool: any ByteSpool = MemoryByteSpool()) throws {
    guard let deflater = ChunkDeflater() else {
      throw ZipError(.inputOutput, "there is not enough memory")
    }
    self.sink = sink
    self.spool = spool
    self.deflater = consume deflater
    pending.reserveCapacity(ChunkDeflater.chunkSize)
  }

  /// Begins an entry; the one before must have ended.
  ///
  /// What stands at the very beginning of a headless entry is given last, to `endEntry(head:)`.
  public mutating func beginEntry(_ name: String, isHeadless: Bool = false) throws {
    precondition(current == nil, "an entry ends before the next begins")
    guard !name.isEmpty, name.utf8.count <= 65_535 else {
      throw ZipError(.cannotWrite, entry: name, "the name of an entry has 1 to 65,535 bytes")
    }
    guard names.insert(PartKey(name)).inserted else {
      throw ZipError(.duplicate, entry: name, "two entries have this name")
    }
    current = Record(name: Array(name.utf8), offset: offset, isHeadless: isHeadless)
  }

  /// Appends bytes to the entry.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    precondition(current != nil, "bytes belong to an entry")
    unsafe current?.checksum.update(bytes)
    current?.size += bytes.count
    var place = 0
    while place < bytes.count {
      if pending.count == ChunkDeflater.chunkSize { try flush(isLast: false) }
      let step = min(bytes.count - place, ChunkDeflater.chunkSize - pending.count)
      unsafe pending.append(
        contentsOf: UnsafeRawBufferPointer(rebasing: bytes[place..<(place + step)]))
      place += step
    }
  }

  /// Ends a headless entry with its first bytes. The same bytes come out whether they are kept in the
  /// spool or not.
  public mutating func endEntry(head: UnsafeRawBufferPointer) throws {
    guard var record = current, record.isHeadless else {
      preconditionFailure("the entry has no head yet")
    }
    var checksum = Checksum()
    unsafe checksum.update(head)
    checksum.append(record.checksum, size: record.size)
    record.checksum = checksum
    record.size += head.count
    if record.packedSize == 0, pending.count + head.count <= ChunkDeflater.chunkSize {
      unsafe pending.insert(contentsOf: head, at: 0)
      record.isHeadless = false
      current = record
      return try endEntry()
    }
    var first: [UInt8] = []
    var place = 0
    while place < head.count {
      let end = min(place + ChunkDeflater.chunkSize, head.count)
      try unsafe deflater.deflate(
        UnsafeRawBufferPointer(rebasing: head[place..<end]), isLast: false
      ) { bytes in
        unsafe first.append(contentsOf: bytes)
      }
      place = end
    }
    record.packedSize += first.count
    current = record
    try flush(isLast: true)
    guard var record = current else { return }
    record.isHeadless = false
    try send(Self.localHeader(of: record))
    try send(first)
    var drained = 0
    try spool.drain { bytes in
      try unsafe sink.write(bytes)
      drained += bytes.count
    }
    offset += drained
    records.append(record)
    current = nil
  }

  /// Ends the entry.
  public mutating func endEntry() throws {
    precondition(current?.isHeadless != true, "the head of the entry comes last")
    try flush(isLast: true)
    guard let record = current else { return }
    if record.isStreamed {
      var descriptor: [UInt8] = []
      descriptor.append(uint32: 0x0807_4B50)
      descriptor.append(uint32: Int(record.checksum.value))
      if record.size > 0xFFFF_FFFE || record.packedSize > 0xFFFF_FFFE {
        descriptor.append(uint64: record.packedSize)
        descriptor.append(uint64: record.size)
      } else {
        descriptor.append(uint32: record.packedSize)
        descriptor.append(uint32: record.size)
      }
      try send(descriptor)
    }
    records.append(record)
    current = nil
  }

  /// Writes a whole entry.
  public mutating func add(_ name: String, _ bytes: [UInt8]) throws {
    try beginEntry(name)
    try unsafe bytes.withUnsafeBytes { try unsafe write($0) }
    try endEntry()
  }

  /// Writes the central directory; nothing can follow.
  public consuming func finish() throws {
    precondition(current == nil, "the last entry has ended")
    let start = offset
    for record in records {
      try send(Self.centralHeader(of: record))
    }
    try send(Self.end(count: records.count, start: start, size: offset - start))
  }
}

// MARK: - Records

extension ZipWriter {
  private mutating func send(_ bytes: [UInt8]) throws {
    try unsafe bytes.withUnsafeBytes { try unsafe sink.write($0) }
    offset += bytes.count
  }

  private mutating func flush(isLast: Bool) throws {
    guard var record = current else { return }
    let isWhole = isLast && record.packedSize == 0 && !record.isStreamed && !record.isHeadless
    if !isLast, !record.isStreamed, !record.isHeadless {
      record.isStreamed = true
      try send(Self.localHeader(of: record))
    }
    var packed: [UInt8] = []
    try unsafe pending.withUnsafeBytes { chunk in
      try unsafe deflater.deflate(chunk, isLast: isLast) { bytes in
        unsafe packed.append(contentsOf: bytes)
      }
    }
    pending.removeAll(keepingCapacity: true)
    record.packedSize += packed.count
    if record.isHeadless {
      try unsafe packed.withUnsafeBytes { try unsafe spool.append($0) }
    } else {
      if isWhole { try send(Self.localHeader(of: record)) }
      try send(packed)
    }
    current = record
  }

  // 1980-01-01 00:00, the first moment of the format.
  private static let date = 1 << 5 | 1

  private static func common(_ record: Record, _ bytes: inout [UInt8], isWide: Bool) {
    // Bit 3: a data descriptor follows. Bit 11: the name is UTF-8, said only where it matters.
    let isASCII = record.name.allSatisfy { $0 < 128 }
    bytes.append(uint16: isWide ? 45 : 20)
    bytes.append(uint16: (record.isStreamed ? 8 : 0) | (isASCII ? 0 : 1 << 11))
    bytes.append(uint16: 8)
    bytes.append(uint16: 0)
    bytes.append(uint16: date)
  }

  private static func localHeader(of record: Record) -> [UInt8] {
    let most = 0xFFFF_FFFF
    let isWide = !record.isStreamed && max(record.size, record.packedSize) >= most
    var bytes: [UInt8] = []
    bytes.append(uint32: 0x0403_4B50)
    common(record, &bytes, isWide: isWide)
    bytes.append(uint32: record.isStreamed ? 0 : Int(record.checksum.value))
    bytes.append(uint32: record.isStreamed ? 0 : isWide ? most : record.packedSize)
    bytes.append(uint32: record.isStreamed ? 0 : isWide ? most : record.size)
    bytes.append(uint16: record.name.count)
    bytes.append(uint16: isWide ? 20 : 0)
    bytes += record.name
    if isWide {
      bytes.append(uint16: 1)
      bytes.append(uint16: 16)
      bytes.append(uint64: record.size)
      bytes.append(uint64: record.packedSize)
    }
    return bytes
  }

  private static func centralHeader(of record: Record) -> [UInt8] {
    let most = 0xFFFF_FFFF
    var wide: [UInt8] = []
    for number in [record.size, record.packedSize, record.offset] where number >= most {
      wide.append(uint64: number)
    }
    var bytes: [UInt8] = []
    bytes.append(uint32: 0x0201_4B50)
    bytes.append(uint16: wide.isEmpty ? 20 : 45)
    common(record, &bytes, isWide: !wide.isEmpty)
    bytes.append(uint32: Int(record.checksum.value))
    bytes.append(uint32: min(record.packedSize, most))
    bytes.append(uint32: min(record.size, most))
    bytes.append(uint16: record.name.count)
    bytes.append(uint16: wide.isEmpty ? 0 : wide.count + 4)
    bytes.append(uint16: 0)
    bytes.append(uint16: 0)
    bytes.append(uint16: 0)
    bytes.append(uint32: 0)
    bytes.append(uint32: min(record.offset, most))
    bytes += record.name
    if !wide.isEmpty {
      bytes.append(uint16: 1)
      bytes.append(uint16: wide.count)
      bytes += wide
    }
    return bytes
  }

  private static func end(count: Int, start: Int, size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    let most = 0xFFFF_FFFF
    if count >= 0xFFFF || start >= most || size >= most {
      bytes.append(uint32: 0x0606_4B50)
      bytes.append(uint64: 44)
      bytes.append(uint16: 45)
      bytes.append(uint16: 45)
      bytes.append(uint32: 0)
      bytes.append(uint32: 0)
      bytes.append(uint64: count)
      bytes.append(uint64: count)
      bytes.append(uint64: size)
      bytes.append(uint64: start)
      bytes.append(uint32: 0x0706_4B50)
      bytes.append(uint32: 0)
      bytes.append(uint64: start + size)
      bytes.append(uint32: 1)
    }
    bytes.append(uint32: 0x0605_4B50)
    bytes.append(uint16: 0)
    bytes.append(uint16: 0)
    bytes.append(uint16: min(count, 0xFFFF))
    bytes.append(uint16: min(count, 0xFFFF))
    bytes.append(uint32: min(size, most))
    bytes.append(uint32: min(start, most))
    bytes.append(uint16: 0)
    return bytes
  }
}
