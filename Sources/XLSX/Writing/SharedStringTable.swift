#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

internal import Spreadsheet

/// Where the text of cells is written.
public enum XLSXStringStorage: Hashable, Sendable {
  /// In the cells: constant memory, and readers need no table.
  case inline
  /// In one table: small files, memory grows with the distinct texts.
  case shared
  /// In a table until it holds 6 MiB, then in the cells.
  case automatic
}

/// The distinct texts of a workbook, in the order in which they came.
struct SharedStringTable {
  private(set) var count = 0
  /// How many cells refer to the table.
  private(set) var references = 0
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  private var slots: [Int32]
  private var rich: [Int: [UInt8]] = [:]
  private var richIndices: [[UInt8]: Int] = [:]
  private let storage: XLSXStringStorage
  private let hash = TextHash()

  private static let automaticBytes = 6 << 20
  private static let automaticCount = 200_000

  init(_ storage: XLSXStringStorage) {
    self.storage = storage
    slots = [Int32](repeating: -1, count: storage == .inline ? 1 : 4_096)
  }

  /// The index of a text, which is added where it is new; nil where it belongs into the cell.
  mutating func index(of text: Span<UInt8>) -> Int? {
    if storage == .inline { return nil }
    let hash = hash(text)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, text) {
        references += 1
        return index
      }
      slot = (slot + 1) & mask
    }
    if storage == .automatic,
      bytes.count + text.count > Self.automaticBytes || count >= Self.automaticCount
    {
      return nil
    }
    guard count < Int(Int32.max) else { return nil }
    slots[slot] = Int32(truncatingIfNeeded: count)
    hashes.append(hash)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    count += 1
    references += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Adds a text whose inside is markup already, such as runs with fonts.
  mutating func add(markup: [UInt8]) -> Int {
    if let known = richIndices[markup] {
      references += 1
      return known
    }
    rich[count] = markup
    richIndices[markup] = count
    hashes.append(0)
    ends.append(bytes.count)
    count += 1
    references += 1
    return count - 1
  }

  /// Writes the items from an index on until the buffer holds much; returns the next index.
  func write(from first: Int, into buffer: inout XMLBuffer) -> Int {
    var index = first
    while index < count, buffer.count < 1 << 17 {
      buffer.put("<si>")
      if let markup = rich[index] {
        buffer.put(markup.span)
      } else {
        let text = bytes.span.extracting((index == 0 ? 0 : ends[index - 1])..<ends[index])
        buffer.put(textElement: text)
      }
      buffer.put("</si>")
      index += 1
    }
    return index
  }

  private func isEqual(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == text.count, rich.isEmpty || rich[index] == nil else {
      return false
    }
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe text.withUnsafeBytes { text in
        guard let one = bytes.baseAddress, let other = text.baseAddress else { return true }
        return unsafe memcmp(one + start, other, text.count) == 0
      }
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [Int32](repeating: -1, count: slots.count * 2)
    for index in 0..<count where rich.isEmpty || rich[index] == nil {
      var slot = Int(hashes[index]) & mask
      while larger[slot] >= 0 { slot = (slot + 1) & mask }
      larger[slot] = Int32(truncatingIfNeeded: index)
    }
    slots = larger
  }
}

extension XMLBuffer {
  /// Appends `<t>text</t>`, with `xml:space` where white space at an end would be lost.
  @inline(__always)
  mutating func put(textElement text: Span<UInt8>) {
    let size = text.count
    if size > 0, text[0] <= 0x20 || text[size - 1] <= 0x20 {
      put("<t xml:space=\"preserve\">")
    } else {
      put("<t>")
    }
    put(text: text)
    put("</t>")
  }
}
