internal import OpenPackaging
internal import XMLStream

/// Hands the bytes of a part to a driver, piece by piece; what the driver leaves comes again in
/// front of the next piece.
///
/// The pieces do not depend on what the driver leaves, so that a part whose end is damaged fails at
/// the same place whoever reads it.
struct PartChunks: ~Copyable {
  /// At most 128 KiB, and no more than a small part claims to have.
  private let pieceSize: Int
  private var reader: PartReader
  private var buffer: [UInt8]
  /// Bytes at the front of the buffer that the driver has left.
  private var kept = 0

  init(_ reader: consuming PartReader) {
    pieceSize = min(128 << 10, max(reader.claimedSize, 256))
    self.reader = reader
    buffer = [UInt8](repeating: 0, count: pieceSize * 2 + ByteCursor.padding)
  }

  /// Reads one piece; false at the end of the part, or where the driver is done.
  mutating func next<Handler>(_ driver: inout LaneDriver<Handler>) throws -> Bool {
    let missing = kept + pieceSize + ByteCursor.padding - buffer.count
    if missing > 0 { buffer.append(contentsOf: repeatElement(0, count: max(missing, kept))) }
    let size: Int
    do throws(PackageError) {
      size = try reader.read(into: &buffer, at: kept, room: pieceSize)
    } catch {
      // What was left must be judged before the failure, as the XML parser has done already where
      // it reads alone.
      try give(&driver, isLast: true)
      if driver.isStopped { return false }
      throw error
    }
    kept += size
    try give(&driver, isLast: size == 0)
    return size > 0 && !driver.isStopped
  }

  private mutating func give<Handler>(
    _ driver: inout LaneDriver<Handler>, isLast: Bool
  ) throws(XMLError) {
    let end = kept
    for index in end..<(end + ByteCursor.padding) { buffer[index] = 0 }
    let used = try driver.read(
      buffer.span.extracting(0..<(end + ByteCursor.padding)), isLast: isLast)
    kept = end - used
    if used > 0, kept > 0 {
      unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        unsafe base.copyMemory(from: base + used, byteCount: kept)
      }
    }
  }
}
