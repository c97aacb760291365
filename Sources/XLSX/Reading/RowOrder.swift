// Rows may stand in any order, but they are given out ascending. A look over the bytes tells
// cheaply whether a sheet must be sorted; it may be wrong in either way, which costs time only:
// the assembler notices what it missed.

enum RowOrder {
  /// Whether the `r` of the rows in the bytes of a sheet seem to ascend.
  static func ascends(_ bytes: [UInt8]) -> Bool {
    var last = 0
    var index = 0
    let count = bytes.count
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      while index + 8 < count {
        guard unsafe bytes[index] == UInt8(ascii: "r"),
          unsafe bytes[index + 1] == UInt8(ascii: "o"),
          unsafe bytes[index + 2] == UInt8(ascii: "w"), index > 0,
          unsafe bytes[index - 1] == UInt8(ascii: "<") || bytes[index - 1] == UInt8(ascii: ":")
        else {
          index += 1
          continue
        }
        index += 3
        var number = 0
        var isKnown = false
        while index + 3 < count, unsafe bytes[index] != UInt8(ascii: ">") {
          if unsafe bytes[index] == UInt8(ascii: "r"), unsafe bytes[index + 1] == UInt8(ascii: "="),
            unsafe bytes[index - 1] <= 0x20
          {
            index += 3
            while index < count, unsafe bytes[index] &- 48 < 10, number < 1 << 40 {
              unsafe number = number * 10 + Int(bytes[index] - 48)
              index += 1
            }
            isKnown = true
          } else {
            index += 1
          }
        }
        if !isKnown { number = last + 1 }
        if number <= last { return false }
        last = number
      }
      return true
    }
  }
}
