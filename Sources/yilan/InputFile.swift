#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Spreadsheet
import Zip

/// One input: a named file, or standard input.
struct InputFile: Sendable {
  /// Where the bytes come from.
  enum Origin: Sendable {
    case path(PathName)
    case standardInput
    /// Standard input that was read already, for commands that look at it twice.
    case bytes([UInt8])
    /// An entry of an archive, which is read from there and never extracted.
    case entry(ZipEntry, of: ZipArchive)
  }

  /// Whether the name says workbook or text.
  enum Expectation: Sendable {
    case workbook
    case text
    /// Standard input: by content.
    case either
  }

  var origin: Origin
  /// The name in results: the last component, or the path below the folder given.
  var name: String
  /// The name as bytes, for the name of an output.
  var nameBytes: [UInt8]

  /// What the name makes one expect.
  var expectation: Expectation {
    switch origin {
    case .standardInput, .bytes: .either
    case .path(let path): Self.isText(path) ? .text : .workbook
    case .entry: Self.isText(PathName(bytes: nameBytes)) ? .text : .workbook
    }
  }

  private static func isText(_ path: PathName) -> Bool {
    ["csv", "tsv", "txt"].contains(path.fileExtension)
  }

  /// The file behind the name, for the check that no output is an input.
  var identity: FileIdentity? {
    guard case .path(let path) = origin else { return nil }
    return path.status?.identity
  }

  /// Opens the bytes. Standard input and entries of archives are read whole, up to the limit of a file.
  func open(limits: ReadLimits) throws -> any ByteSource {
    switch origin {
    case .path(let path):
      let source = try FileByteSource(pathBytes: path.bytes)
      try Self.check(source.count, limits: limits, file: name)
      return source
    case .standardInput:
      return MemoryByteSource(try Self.readStandardInput(limits: limits))
    case .bytes(let bytes):
      return MemoryByteSource(bytes)
    case .entry(let entry, let archive):
      try checkHeld(entry.uncompressedSize, limits: limits)
      return MemoryByteSource(try archive.contents(of: entry, limit: limits.entrySize))
    }
  }

  /// The input with standard input read into memory.
  func held(limits: ReadLimits) throws -> InputFile {
    guard case .standardInput = origin else { return self }
    var copy = self
    copy.origin = .bytes(try Self.readStandardInput(limits: limits))
    return copy
  }

  /// Holds the size of a file that is read into memory as a whole against a quarter of the limit.
  func checkHeld(_ size: Int, limits: ReadLimits) throws(ToolError) {
    if size > limits.entrySize {
      throw ToolError(
        "LIMIT_FILE_SIZE", file: name,
        "the file has \(size) bytes, above a quarter of the limit of \(limits.fileSize), which is the most for JSON and for a file in an archive; raise it with --limit file-size=N",
        zh:
          "文件有 \(size) 字节，超过上限 \(limits.fileSize) 的四分之一（JSON 与压缩包内文件的上限）；可用 --limit file-size=N 提高")
    }
  }

  private static func check(_ size: Int, limits: ReadLimits, file: String) throws(ToolError) {
    if size > limits.fileSize {
      throw ToolError(
        "LIMIT_FILE_SIZE", file: file,
        "the file has \(size) bytes, above the limit of \(limits.fileSize); raise it with --limit file-size=N",
        zh: "文件有 \(size) 字节，超过上限 \(limits.fileSize)；可用 --limit file-size=N 提高")
    }
  }

  private static func readStandardInput(limits: ReadLimits) throws(ToolError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(0, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        throw ToolError("INPUT_FAILED", file: "-", "cannot be read: \(systemMessage(errno))")
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      try check(bytes.count, limits: limits, file: "-")
    }
  }
}
