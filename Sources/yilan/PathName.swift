#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A path of any bytes.
struct PathName: Hashable, Sendable {
  /// The bytes, without a terminator.
  var bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A path from a word of the command line.
  init(argument: String) {
    bytes = RawArguments.bytes(of: argument)
  }

  /// The path as text for messages; bytes that are no UTF-8 are replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last component.
  var lastComponent: [UInt8] {
    let trimmed = bytes.reversed().drop { $0 == UInt8(ascii: "/") }
    return trimmed.prefix { $0 != UInt8(ascii: "/") }.reversed()
  }

  /// The last component as text.
  var name: String { String(decoding: lastComponent, as: UTF8.self) }

  /// The folder that the last component is in; `.` where the path names none.
  var folder: PathName {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return PathName(bytes: Array(".".utf8))
    }
    return PathName(bytes: slash == 0 ? Array("/".utf8) : Array(bytes[..<slash]))
  }

  /// The extension in small letters, without the point; empty where there is none.
  var fileExtension: String {
    let name = lastComponent
    guard let point = name.lastIndex(of: UInt8(ascii: ".")), point > 0 else { return "" }
    return String(decoding: name[(point + 1)...], as: UTF8.self).lowercased()
  }

  /// The path without its extension.
  var withoutExtension: PathName {
    let name = lastComponent
    guard let point = name.lastIndex(of: UInt8(ascii: ".")), point > 0 else { return self }
    return PathName(bytes: Array(bytes.dropLast(name.count - point)))
  }

  /// A path below this one.
  func appending(_ component: [UInt8]) -> PathName {
    if bytes.isEmpty { return PathName(bytes: component) }
    if bytes.last == UInt8(ascii: "/") { return PathName(bytes: bytes + component) }
    return PathName(bytes: bytes + [UInt8(ascii: "/")] + component)
  }

  /// A path with text behind its last byte.
  func appendingText(_ text: String) -> PathName {
    PathName(bytes: bytes + Array(text.utf8))
  }
}

// MARK: - What is there

extension PathName {
  /// What `stat` says of a path.
  struct Status {
    var isFolder: Bool
    var isRegularFile: Bool
    var identity: FileIdentity
    var mode: mode_t
  }

  /// What is there, links followed; nil where nothing is.
  var status: Status? {
    var record = stat()
    guard unsafe (withCPath(bytes) { unsafe stat($0, &record) }) == 0 else { return nil }
    let kind = record.st_mode & S_IFMT
    return Status(
      isFolder: kind == S_IFDIR, isRegularFile: kind == S_IFREG,
      identity: FileIdentity(device: UInt64(record.st_dev), node: UInt64(record.st_ino)),
      mode: record.st_mode & 0o7777)
  }

  /// The path with links resolved; the path itself where nothing is there.
  var resolved: PathName {
    guard let real = unsafe (withCPath(bytes) { unsafe realpath($0, nil) }) else { return self }
    defer { unsafe free(real) }
    let length = unsafe strlen(real)
    return PathName(bytes: unsafe Array(UnsafeRawBufferPointer(start: real, count: length)))
  }

  /// The names in a folder, sorted by their bytes; nil where it cannot be read.
  var entries: [[UInt8]]? {
    guard let folder = unsafe (withCPath(bytes) { unsafe opendir($0) }) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { raw in
        unsafe Array(raw.prefix { $0 != 0 })
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Makes the folder and those above it. Returns 0 or an `errno`.
  func makeFolders() -> Int32 {
    if let status { return status.isFolder ? 0 : ENOTDIR }
    let above = folder
    if above != self {
      let result = above.makeFolders()
      if result != 0 { return result }
    }
    if unsafe (withCPath(bytes) { unsafe mkdir($0, 0o777) }) != 0, errno != EEXIST { return errno }
    return 0
  }
}

/// What makes two names the same file: device and node.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var node: UInt64
}

/// The system's sentence for an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: text)
}
