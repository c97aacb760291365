#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads an entry on a thread of its own, a few pieces ahead of whoever takes them.
///
/// Pieces, errors and their order are those of `ZipEntryReader`, whichever thread is faster. Memory is
/// that of the reader and of `depth` pieces.
public struct ZipReadAhead: ~Copyable {
  /// The pieces that are ready at most.
  private static let depth = 3

  private let archive: ZipArchive
  private let entry: ZipEntry
  private let channel: Channel
  private var isDone = false

  /// Begins to read in pieces of a size; nil where there can be no other thread.
  public init?(
    _ entry: ZipEntry, of archive: ZipArchive, pieceSize: Int
  ) throws(ZipError) {
    self.archive = archive
    self.entry = entry
    channel = Channel(depth: Self.depth)
    let producer = Producer(
      try ZipEntryReader(entry, of: archive), channel: channel, pieceSize: max(1, pieceSize))
    guard Producer.start(producer) else { return nil }
  }

  deinit {
    channel.cancel()
  }

  /// Copies the next piece into a buffer of at least its size, and returns how many bytes it has; 0
  /// is the end, which is reached only after the checksum and both sizes were found right.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    if isDone { return 0 }
    let piece = channel.take()
    if let failure = piece.failure, !piece.isInflated {
      isDone = true
      throw failure
    }
    do throws(ZipError) {
      try archive.checkLimits(of: entry, inflated: piece.inflated)
      if let failure = piece.failure { throw failure }
    } catch {
      isDone = true
      throw error
    }
    precondition(piece.count <= buffer.count, "a piece fits where it is read to")
    unsafe piece.bytes.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<piece.count]))
    }
    if piece.count == 0 { isDone = true }
    let size = piece.count
    channel.giveBack(piece.bytes)
    return size
  }
}

/// What one step of the reader came to.
private struct Piece: Sendable {
  var bytes: [UInt8]
  var count = 0
  /// The bytes of the entry up to here.
  var inflated = 0
  /// Whether the bytes could be inflated; what failed then is the entry as a whole.
  var isInflated = false
  var failure: ZipError?
}

/// The pieces between the two threads.
///
/// A lock and a condition of the system, which the thread sanitizer knows.
private final class Channel: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Touched under the lock only.
  private var ready: [Piece] = []
  private var free: [[UInt8]] = []
  private var room: Int
  private var isCancelled = false

  init(depth: Int) {
    room = depth
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  private func wait() { unsafe _ = pthread_cond_wait(changed, mutex) }

  private func wake() { unsafe _ = pthread_cond_signal(changed) }

  /// Waits for room. Returns a buffer that may be used again, or an empty one; nil where nothing
  /// more is wanted.
  func buffer() -> [UInt8]? {
    locked {
      while room == 0, !isCancelled { wait() }
      if isCancelled { return nil }
      room -= 1
      return free.popLast() ?? []
    }
  }

  /// Hands a piece over.
  func put(_ piece: Piece) {
    locked {
      ready.append(piece)
      wake()
    }
  }

  /// Waits for a piece.
  func take() -> Piece {
    locked {
      while ready.isEmpty { wait() }
      return ready.removeFirst()
    }
  }

  /// Makes room for the next piece.
  func giveBack(_ buffer: [UInt8]) {
    locked {
      free.append(buffer)
      room += 1
      wake()
    }
  }

  /// Tells that nobody takes pieces any more.
  func cancel() {
    locked {
      isCancelled = true
      wake()
    }
  }
}

/// The thread that inflates.
private final class Producer: @unchecked Sendable {
  // Used by the other thread alone, from the moment it runs.
  private var reader: ZipEntryReader
  private let channel: Channel
  private let pieceSize: Int

  init(_ reader: consuming ZipEntryReader, channel: Channel, pieceSize: Int) {
    self.reader = reader
    self.channel = channel
    self.pieceSize = pieceSize
  }

  /// Runs a producer on a new thread; false where there is none to be had.
  static func start(_ producer: Producer) -> Bool {
    let context = unsafe Unmanaged.passRetained(producer)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        #if canImport(Darwin)
          unsafe Unmanaged<Producer>.fromOpaque(context).takeRetainedValue().run()
        #else
          if let context = unsafe context {
            unsafe Unmanaged<Producer>.fromOpaque(context).takeRetainedValue().run()
          }
        #endif
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      unsafe context.release()
      return false
    }
    #if canImport(Darwin)
      if let thread = unsafe thread { unsafe pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return true
  }

  private func run() {
    while var buffer = channel.buffer() {
      if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: pieceSize) }
      let piece = piece(consume buffer)
      let isLast = piece.failure != nil || piece.count == 0
      channel.put(piece)
      if isLast { return }
    }
  }

  private func piece(_ buffer: consuming [UInt8]) -> Piece {
    var piece = Piece(bytes: buffer)
    unsafe piece.bytes.withUnsafeMutableBytes { bytes in
      do throws(ZipError) {
        piece.count = try unsafe reader.inflate(into: bytes)
        piece.isInflated = true
        piece.inflated = reader.inflated
        try unsafe reader.settle(
          UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<piece.count]))
      } catch {
        piece.failure = error
      }
    }
    return piece
  }
}
