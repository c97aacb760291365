#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A regular file as a source of bytes.
///
/// Pipes, devices and folders are refused at once and never waited for. The file is closed with
/// the last copy of the source.
public struct FileByteSource: ByteSource {
  /// The number of bytes when the file was opened.
  public let count: Int
  private let descriptor: OwnedDescriptor
  /// All bytes of a small file, read at once: fewer calls than one for each part and header.
  private let small: MemoryByteSource?
  private static let smallSize = 64 << 10

  /// Opens a file by its name.
  public init(path: String) throws(ZipError) {
    try self.init(pathBytes: Array(path.utf8))
  }

  /// Opens a file by the bytes of its name, whatever their encoding, without a NUL at the end.
  public init(pathBytes: [UInt8]) throws(ZipError) {
    guard !pathBytes.contains(0) else {
      throw ZipError(.cannotOpen, "the name of the file has a NUL in it")
    }
    try self.init(cPath: pathBytes.map { CChar(bitPattern: $0) } + [0])
  }

  /// Opens a file by a C string with a NUL at its end, as `CommandLine.unsafeArgv` has them.
  public init(cPath: [CChar]) throws(ZipError) {
    guard cPath.last == 0 else {
      throw ZipError(.cannotOpen, "the name of the file has no end")
    }
    // O_NONBLOCK: a FIFO without a writer would block in open(2) itself.
    let number = unsafe cPath.withUnsafeBufferPointer { path -> CInt in
      guard let start = path.baseAddress else { return -1 }
      while true {
        let number = unsafe open(start, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        if number < 0, errno == EINTR { continue }
        return number
      }
    }
    guard number >= 0 else {
      throw ZipError(.cannotOpen, "the file cannot be opened: \(Self.reason(errno))")
    }
    try self.init(owned: OwnedDescriptor(number, closes: true))
  }

  /// Uses an open descriptor, which is closed with the last copy only if `closes` says so.
  public init(descriptor number: CInt, closes: Bool = false) throws(ZipError) {
    try self.init(owned: OwnedDescriptor(number, closes: closes))
  }

  private init(owned: OwnedDescriptor) throws(ZipError) {
    var status = stat()
    guard unsafe fstat(owned.number, &status) == 0 else {
      throw ZipError(.cannotOpen, "the file cannot be opened: \(Self.reason(errno))")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw ZipError(.notAFile, "this is a folder, not a file")
    case S_IFIFO: throw ZipError(.notAFile, "this is a pipe, not a file")
    case S_IFSOCK: throw ZipError(.notAFile, "this is a socket, not a file")
    default: throw ZipError(.notAFile, "this is a device, not a file")
    }
    descriptor = owned
    count = Int(status.st_size)
    guard count <= Self.smallSize else {
      small = nil
      return
    }
    var bytes = [UInt8](repeating: 0, count: count)
    var failure: ZipError?
    var got = 0
    unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(ZipError) {
        got = try unsafe Self.read(owned, at: 0, into: buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    bytes.removeLast(bytes.count - got)
    small = MemoryByteSource(bytes)
  }

  /// Copies bytes from `offset` on into `buffer` and returns how many.
  public func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ZipError) -> Int {
    if let small { return try unsafe small.read(at: offset, into: buffer) }
    guard offset >= 0, offset < count, buffer.count > 0 else { return 0 }
    let wanted = unsafe UnsafeMutableRawBufferPointer(
      rebasing: buffer[..<min(buffer.count, count - offset)])
    return try unsafe Self.read(descriptor, at: offset, into: wanted)
  }

  private static func read(
    _ descriptor: OwnedDescriptor, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ZipError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    let wanted = buffer.count
    var got = 0
    while got < wanted {
      let step = unsafe pread(descriptor.number, start + got, wanted - got, off_t(offset + got))
      if step < 0 {
        if errno == EINTR { continue }
        throw ZipError(.inputOutput, "the file cannot be read: \(Self.reason(errno))")
      }
      if step == 0 { break }
      got += step
    }
    return got
  }

  private static func reason(_ number: CInt) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }
}

/// A file descriptor that is closed with its last user.
private final class OwnedDescriptor: Sendable {
  let number: CInt
  private let closes: Bool

  init(_ number: CInt, closes: Bool) {
    self.number = number
    self.closes = closes
  }

  deinit {
    if closes { close(number) }
  }
}
