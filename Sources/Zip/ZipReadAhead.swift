internal import Threads

/// Reads an entry on a thread of its own, a few pieces ahead of whoever takes them.
///
/// Pieces, errors and their order are those of `ZipEntryReader`, whichever thread is faster. Memory is
/// that of the reader and of `depth` pieces.
public struct ZipReadAhead: ~Copyable {
  /// The pieces that are ready at most.
  private static let depth = 8

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
    guard BackgroundThread.start({ producer.run() }) else { return nil }
  }

  deinit {
    channel.cancel()
  }

  /// Copies the next piece into a buffer of at least its size, and returns how many bytes it has; 0
  /// is the end, which is reached only after the checksum and both sizes were found right.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    if isDone { return 0 }
    let piece = channel.take()
    // Nothing comes behind a failure.
    isDone = true
    if let inflated = piece.inflated { try archive.checkLimits(of: entry, inflated: inflated) }
    if let failure = piece.failure { throw failure }
    precondition(piece.count <= buffer.count, "a piece fits where it is read to")
    unsafe piece.bytes.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<piece.count]))
    }
    isDone = piece.count == 0
    let size = piece.count
    channel.giveBack(piece.bytes)
    return size
  }
}

/// What one step of the reader came to.
private struct Piece: Sendable {
  var bytes: [UInt8]
  var count = 0
  /// The bytes of the entry up to here; nil where these could not be inflated. What failed else is the
  /// entry as a whole.
  var inflated: Int?
  var failure: ZipError?
}

/// The pieces between the two threads.
///
/// To wake a thread costs as much as to inflate a piece. So the one that inflates rests until half of
/// the room is free, and the one that reads is woken only where it waits.
private final class Channel: Sendable {
  private struct State {
    var ready: [Piece] = []
    var free: [[UInt8]] = []
    var room: Int
    var isResting = false
    var isWaiting = false
    var isCancelled = false
  }

  private let state: Guarded<State>
  private let depth: Int

  init(depth: Int) {
    self.depth = depth
    state = Guarded(State(room: depth))
  }

  /// Waits for room. Returns a buffer that may be used again, or an empty one; nil where nothing
  /// more is wanted.
  func buffer() -> [UInt8]? {
    state.wait { state -> [UInt8]?? in
      if state.isCancelled { return .some(nil) }
      if state.room == 0 { state.isResting = true }
      if state.isResting, state.room < depth / 2 { return nil }
      state.isResting = false
      state.room -= 1
      return state.free.popLast() ?? []
    }
  }

  /// Hands a piece over.
  func put(_ piece: Piece) {
    let isWanted = state.withLock {
      $0.ready.append(piece)
      return $0.isWaiting
    }
    if isWanted { state.wake() }
  }

  /// Waits for a piece.
  func take() -> Piece {
    state.wait { state -> Piece? in
      state.isWaiting = state.ready.isEmpty
      return state.isWaiting ? nil : state.ready.removeFirst()
    }
  }

  /// Makes room for the next piece.
  func giveBack(_ buffer: [UInt8]) {
    let isWanted = state.withLock {
      $0.free.append(buffer)
      $0.room += 1
      return $0.isResting && $0.room == depth / 2
    }
    if isWanted { state.wake() }
  }

  /// Tells that nobody takes pieces any more.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    state.wake()
  }
}

/// What inflates on the other thread.
private final class Producer: Sendable {
  private let reader: Guarded<ZipEntryReader>
  private let channel: Channel
  private let pieceSize: Int

  init(_ reader: consuming sending ZipEntryReader, channel: Channel, pieceSize: Int) {
    self.reader = Guarded(reader)
    self.channel = channel
    self.pieceSize = pieceSize
  }

  func run() {
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
    reader.withLock { reader in
      unsafe piece.bytes.withUnsafeMutableBytes { bytes in
        do throws(ZipError) {
          piece.count = try unsafe reader.inflate(into: bytes)
          piece.inflated = reader.inflated
          try unsafe reader.settle(
            UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<piece.count]))
        } catch {
          piece.failure = error
        }
      }
    }
    return piece
  }
}
