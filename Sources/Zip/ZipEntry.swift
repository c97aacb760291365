/// An entry of an archive, as its central directory has it.
public struct ZipEntry: Hashable, Sendable {
  /// The name as text: UTF-8 where the archive says so or where it is, else GBK, else CP437.
  public let name: String
  /// The bytes of the name as they stand in the central directory.
  public let rawName: [UInt8]
  /// The number of the packing method: 0 is stored, 8 is deflated.
  public let method: Int
  /// The bytes in the archive.
  public let compressedSize: Int
  /// The bytes when inflated, as stated; verified when the entry is read.
  public let uncompressedSize: Int
  /// The CRC-32, as stated; verified when the entry is read.
  public let crc32: UInt32
  /// The general purpose flags.
  let flags: Int
  /// The place of the local header in the source.
  let headerOffset: Int
  /// The first byte after the local header that belongs to something else.
  var endOffset: Int
  /// The place in `ZipArchive.entries`.
  let index: Int
}

extension ZipEntry {
  /// Whether the entry is a folder.
  public var isDirectory: Bool {
    guard uncompressedSize == 0, let last = rawName.last else { return false }
    return last == UInt8(ascii: "/") || last == UInt8(ascii: "\\")
  }

  /// Whether a password is needed.
  public var isEncrypted: Bool {
    // Bit 0: encrypted; bit 6: strong encryption; bit 13: masked headers (APPNOTE 4.4.4).
    flags & (1 | 1 << 6 | 1 << 13) != 0
  }

  /// The name for messages: at most 120 characters.
  var shortName: String {
    name.count <= 120 ? name : String(name.prefix(80)) + "…" + String(name.suffix(30))
  }
}
