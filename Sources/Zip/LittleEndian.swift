// Numbers of the archive's records. A caller has checked that the record is long enough; a place
// outside reads as 0 all the same.

extension [UInt8] {
  /// The 16-bit number at a place.
  func uint16(at place: Int) -> Int {
    guard place >= 0, place <= count - 2 else { return 0 }
    return Int(self[place]) | Int(self[place + 1]) << 8
  }

  /// The 32-bit number at a place.
  func uint32(at place: Int) -> Int {
    uint16(at: place) | uint16(at: place + 2) << 16
  }

  /// The 64-bit number at a place; nil where it is no size or offset that can be.
  func size64(at place: Int) -> Int? {
    guard place >= 0, place <= count - 8 else { return nil }
    let high = uint32(at: place + 4)
    return high >= 1 << 31 ? nil : uint32(at: place) | high << 32
  }

  /// Appends a 16-bit number.
  mutating func append(uint16 number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  /// Appends a 32-bit number.
  mutating func append(uint32 number: Int) {
    append(uint16: number)
    append(uint16: number >> 16)
  }

  /// Appends a 64-bit number.
  mutating func append(uint64 number: Int) {
    append(uint32: number)
    append(uint32: number >> 32)
  }
}
