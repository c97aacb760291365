import Testing
import Zip

@Suite("What is read ahead is what is read in place")
struct ReadAheadTests {
  /// The pieces of an entry and how the reading ended.
  struct Reading: Equatable {
    var pieces: [[UInt8]] = []
    var code: String?
    var message: String?
  }

  private static let pieceSize = 4096

  private static func collect(
    _ next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) -> Reading {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 1)
    defer { buffer.deallocate() }
    var reading = Reading()
    do {
      while true {
        let size = try next(buffer)
        if size == 0 { break }
        reading.pieces.append(Array(buffer[..<size]))
      }
    } catch let error as ZipError {
      reading.code = error.code
      reading.message = error.message
    } catch {
      reading.code = "\(error)"
    }
    return reading
  }

  /// Reads the first entry in place and ahead.
  private static func both(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> [Reading] {
    func inPlace() throws -> Reading {
      let archive = try open(bytes, limits: limits)
      var reader = try archive.reader(for: archive.entries[0])
      return collect { try reader.read(into: $0) }
    }
    func ahead() throws -> Reading {
      let archive = try open(bytes, limits: limits)
      guard
        var reader = try ZipReadAhead(archive.entries[0], of: archive, pieceSize: pieceSize)
      else { return Reading(code: "no thread") }
      return collect { try reader.read(into: $0) }
    }
    return [inPlace, ahead].map { read in
      do {
        return try read()
      } catch let error as ZipError {
        return Reading(code: error.code, message: error.message)
      } catch {
        return Reading(code: "\(error)")
      }
    }
  }

  /// An archive of one entry of many pieces.
  private static func archive(_ contents: [UInt8]) throws -> [UInt8] {
    let sink = Sink()
    var writer = try ZipWriter(to: sink)
    try writer.add("a.xml", contents)
    try writer.finish()
    return sink.bytes
  }

  private final class Sink: ByteSink {
    var bytes: [UInt8] = []
    func write(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }
  }

  private static let contents: [UInt8] = {
    var state: UInt32 = 1
    return (0..<200_000).map { place in
      state = state &* 1_664_525 &+ 1_013_904_223
      return place % 7 == 0 ? UInt8(state >> 24) : 65
    }
  }()

  @Test("Whole entries, stored and deflated")
  func whole() throws {
    let readings = Self.both(try Self.archive(Self.contents))
    #expect(readings[0].code == nil)
    #expect(readings[0].pieces.flatMap(\.self) == Self.contents)
    #expect(readings[1] == readings[0])
    let stored = Self.both(
      ZipBytes(entries: [ZipBytes.Entry("a", stored: Self.contents)]).build())
    #expect(stored[0].pieces.flatMap(\.self) == Self.contents)
    #expect(stored[1] == stored[0])
  }

  @Test("Damage shows at the same piece with the same words")
  func damage() throws {
    let good = try Self.archive(Self.contents)
    var refused = 0
    for step in 0..<120 {
      var bytes = good
      bytes[40 + step * (good.count - 60) / 120] ^= UInt8(1 << (step % 8))
      let readings = Self.both(bytes)
      #expect(readings[1] == readings[0], "step \(step)")
      if readings[0].code != nil { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test(
    "Limits are passed at the same piece",
    arguments: [4095, 4096, 4097, 100_000, 199_999, 200_000])
  func limits(size: Int) throws {
    let bytes = try Self.archive(Self.contents)
    var inflated = ZipLimits()
    inflated.inflatedSize = size
    var ratio = ZipLimits()
    ratio.ratioFloor = size
    ratio.compressionRatio = 1
    for limits in [inflated, ratio] {
      let readings = Self.both(bytes, limits: limits)
      #expect(readings[1] == readings[0])
      #expect((readings[0].code == nil) == (size == 200_000), "\(readings[0].code ?? "read")")
    }
  }

  @Test("Lies about sizes and checksums")
  func lies() throws {
    var size = ZipBytes.Entry("a", stored: Self.contents)
    size.crc ^= 1
    var more = ZipBytes.Entry("b", deflated: helloPacked, of: hello)
    more.size += 1
    var fewer = ZipBytes.Entry("b", deflated: helloPacked, of: hello)
    fewer.size -= 1
    for entry in [size, more, fewer] {
      let readings = Self.both(ZipBytes(entries: [entry]).build())
      #expect(readings[0].code != nil)
      #expect(readings[1] == readings[0])
    }
  }

  @Test("Who stops early waits for nobody")
  func abandoned() throws {
    let archive = try open(try Self.archive(Self.contents))
    for count in 0..<40 {
      guard
        var reader = try ZipReadAhead(
          archive.entries[0], of: archive, pieceSize: Self.pieceSize)
      else {
        Issue.record("there is no other thread")
        return
      }
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: Self.pieceSize, alignment: 1)
      defer { buffer.deallocate() }
      for _ in 0..<(count % 5) { #expect(try reader.read(into: buffer) > 0) }
    }
  }
}
