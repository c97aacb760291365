internal import Zip

// OLE2 ([MS-CFB]) only as far as needed to say what is in it: the names of its directory.

/// The directory of an OLE2 container.
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What the container holds: an encrypted package, an old workbook, or something else.
  static func kind(of source: any ByteSource) throws(ZipError) -> FileKind {
    let names = try directoryNames(of: source)
    if names.contains("EncryptedPackage") { return .encrypted }
    if names.contains("Workbook") || names.contains("Book") { return .xls }
    return .compoundFile
  }

  /// The names of streams and folders. What does not fit together ends the list.
  private static func directoryNames(of source: any ByteSource) throws(ZipError) -> Set<String> {
    let header = try read(source, at: 0, count: 512)
    guard header.count == 512 else { return [] }
    let shift = Int(header[30]) | Int(header[31]) << 8
    guard shift == 9 || shift == 12 else { return [] }
    let size = 1 << shift
    var names: Set<String> = []
    var sector = number(header, at: 48)
    // The directory of a document is a few sectors long; the bound ends loops.
    for _ in 0..<1024 {
      guard sector < 0xFFFF_FFFA else { break }
      let bytes = try read(source, at: (sector + 1) << shift, count: size)
      var entry = 0
      while entry + 128 <= bytes.count {
        let length = Int(bytes[entry + 64]) | Int(bytes[entry + 65]) << 8
        if length >= 2, length <= 64 {
          let units = stride(from: entry, to: entry + length - 2, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
          }
          names.insert(String(decoding: units, as: UTF16.self))
        }
        entry += 128
      }
      // The next sector of the chain, by the sector of the allocation table that holds it.
      let perSector = size / 4
      let table = sector / perSector
      guard table < 109 else { break }
      let tableSector = number(header, at: 76 + 4 * table)
      guard tableSector < 0xFFFF_FFFA else { break }
      let next = try read(
        source, at: ((tableSector + 1) << shift) + 4 * (sector % perSector), count: 4)
      guard next.count == 4 else { break }
      sector = number(next, at: 0)
    }
    return names
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> Int {
    guard place >= 0, place + 4 <= bytes.count else { return 0xFFFF_FFFF }
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16
      | Int(bytes[place + 3]) << 24
  }

  private static func read(
    _ source: any ByteSource, at offset: Int, count: Int
  ) throws(ZipError) -> [UInt8] {
    guard offset >= 0, offset < source.count else { return [] }
    return try source.bytes(at: offset, count: count)
  }
}

extension ByteSource {
  /// Up to so many bytes from a place on.
  func bytes(at offset: Int, count: Int) throws(ZipError) -> [UInt8] {
    let wanted = max(0, min(count, self.count - offset))
    var bytes = [UInt8](repeating: 0, count: wanted)
    var filled = 0
    var failure: ZipError?
    unsafe bytes.withUnsafeMutableBytes { buffer in
      while filled < wanted {
        do throws(ZipError) {
          let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
          let got = try unsafe read(at: offset + filled, into: rest)
          if got <= 0 { break }
          filled += got
        } catch {
          failure = error
          break
        }
      }
    }
    if let failure { throw failure }
    return Array(bytes.prefix(filled))
  }
}
