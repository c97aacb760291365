// libxml2 keeps each name of a document once, so the address of a name identifies it while the
// document is parsed. A table of addresses makes a name a number without reading it again.

/// Numbers of names by the address at which libxml2 keeps them; a fixed number of slots.
@safe
struct XMLNameCache: ~Copyable {
  private let mask: Int
  private let keys: UnsafeMutableBufferPointer<UInt>
  private let numbers: UnsafeMutableBufferPointer<UInt16>

  /// Makes a table of 2 to the power of `bits` slots; `bits` is at most 16.
  init(bits: Int) {
    mask = (1 << bits) - 1
    unsafe keys = .allocate(capacity: mask + 1)
    unsafe keys.initialize(repeating: 0)
    unsafe numbers = .allocate(capacity: mask + 1)
    unsafe numbers.initialize(repeating: 0)
  }

  deinit {
    unsafe keys.deallocate()
    unsafe numbers.deallocate()
  }

  /// The number of the name at an address, which is looked up by its text the first time.
  @inline(__always)
  func number(of name: UnsafePointer<UInt8>, lookUp: (String) -> UInt16) -> UInt16 {
    let key = UInt(bitPattern: name)
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 48) & mask
    if unsafe keys[slot] == key { return unsafe numbers[slot] }
    let number = unsafe lookUp(String(cString: name))
    unsafe keys[slot] = key
    unsafe numbers[slot] = number
    return number
  }
}
