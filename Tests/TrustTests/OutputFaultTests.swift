import Foundation
import Testing

@testable import yilan

@Suite("An output is the old file or the new one, whichever call fails")
struct OutputFaultTests {
  /// Lets the call with a number fail, and counts the calls.
  final class Faults: @unchecked Sendable {
    // Used by one thread only: the one that writes the output.
    var count = 0
    let failing: Int
    let code: Int32
    /// Whether that call alone fails, or all from it on.
    let isLasting: Bool

    init(failing: Int, code: Int32, isLasting: Bool) {
      self.failing = failing
      self.code = code
      self.isLasting = isLasting
    }

    /// The error of this call, if it is to fail.
    func next() -> Int32? {
      count += 1
      return count == failing || (isLasting && count > failing) ? -code : nil
    }

    var calls: SystemCalls {
      var calls = SystemCalls.system
      let real = SystemCalls.system
      calls.open = { self.next() ?? real.open($0, $1, $2) }
      // Never more than 1,000 bytes at once, as a file system may do.
      calls.write = { descriptor, bytes in
        self.next().map(Int.init)
          ?? real.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(1000)))
      }
      calls.writeAt = { descriptor, bytes, place in
        self.next().map(Int.init)
          ?? real.writeAt(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(1000)), place)
      }
      calls.truncate = { self.next() ?? real.truncate($0, $1) }
      calls.sync = { self.next() ?? real.sync($0) }
      calls.close = { descriptor in
        let failure = self.next()
        let result = real.close(descriptor)
        return failure ?? result
      }
      calls.rename = { self.next() ?? real.rename($0, $1) }
      return calls
    }
  }

  private static let old = "old content\n"

  /// Writes a file in several ways under faults; returns what stands in the folder afterwards.
  private static func write(_ faults: Faults, old: String?) throws -> (
    text: String?, names: [String], threw: Bool
  ) {
    let folder = try ScratchFolder()
    let path = folder.path("out.csv")
    if let old { try Data(old.utf8).write(to: URL(fileURLWithPath: path)) }
    var threw = false
    do {
      let file = try OutputFile(
        PathName(bytes: Array(path.utf8)), inputs: [], calls: faults.calls)
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 3500)
      try bytes.withUnsafeBytes { try file.write($0) }
      try file.truncate(to: 2500)
      try bytes.withUnsafeBytes { try file.write($0) }
      try [UInt8]("HEAD".utf8).withUnsafeBytes { try file.rewrite($0, at: 0) }
      try file.commit()
    } catch {
      threw = true
    }
    let text = try? String(contentsOfFile: path, encoding: .utf8)
    return (text, folder.names, threw)
  }

  private static let new = "HEAD" + String(repeating: "x", count: 5996)

  @Test(
    "Call k fails, for every k", arguments: [ENOSPC, EIO, EDQUOT, EROFS, EINTR], [true, false])
  func faults(_ code: Int32, hasOld: Bool) throws {
    let counter = Faults(failing: .max, code: code, isLasting: false)
    let whole = try Self.write(counter, old: nil)
    #expect(whole.text == Self.new)
    #expect(counter.count >= 15)
    for isLasting in [false, true] where !(isLasting && code == EINTR) {
      for failing in 1...counter.count {
        let faults = Faults(failing: failing, code: code, isLasting: isLasting)
        let result = try Self.write(faults, old: hasOld ? Self.old : nil)
        let place = "call \(failing), error \(code)"
        if result.threw {
          #expect(result.text == (hasOld ? Self.old : nil), "\(place)")
          #expect(code != EINTR, "\(place): an interrupted call is made again")
        } else {
          #expect(result.text == Self.new, "\(place)")
        }
        #expect(result.names == (result.text == nil ? [] : ["out.csv"]), "\(place)")
      }
    }
  }
}
