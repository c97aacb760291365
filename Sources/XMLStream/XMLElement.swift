/// The start of an element: its name and its attributes.
///
/// The parser fills the same element again and again, so that no event allocates.
public struct XMLElement: Sendable {
  /// The name.
  public internal(set) var name = XMLName(namespace: 0, local: 0)
  /// The attributes, in the order of the document, without declarations of namespaces.
  public internal(set) var attributes: [XMLAttribute] = []
  /// The values of all attributes in UTF-8; `XMLAttribute.value` says which bytes are whose.
  public internal(set) var bytes: [UInt8] = []

  init() {
    attributes.reserveCapacity(16)
    bytes.reserveCapacity(256)
  }
}

/// An attribute of an `XMLElement`.
public struct XMLAttribute: Hashable, Sendable {
  /// The name.
  public var name: XMLName
  /// The bytes of the value in `XMLElement.bytes`, references resolved.
  public var value: Range<Int>
}

extension XMLElement {
  /// The value of an attribute as a String; for anything but hot paths.
  public func string(_ attribute: XMLAttribute) -> String {
    String(decoding: bytes[attribute.value], as: UTF8.self)
  }

  /// The value of the attribute with a local name and namespace, or nil; for anything but hot paths.
  public func string(local: UInt16, namespace: UInt8 = 0) -> String? {
    for attribute in attributes
    where attribute.name.local == local && attribute.name.namespace == namespace {
      return string(attribute)
    }
    return nil
  }
}

extension XMLElement {
  /// libxml2 hands on each `&` of a value as `&#38;` as long as it is not told to replace entities,
  /// which it never is here; no other reference is left in a value.
  @inline(__always)
  mutating func restoreAmpersands(from start: Int) {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        restoreAmpersands(at: index)
        return
      }
      index += 1
    }
  }

  private mutating func restoreAmpersands(at first: Int) {
    let reference: [UInt8] = [0x26, 0x23, 0x33, 0x38, 0x3B]
    var read = first
    var write = first
    while read < bytes.count {
      bytes[write] = bytes[read]
      let isReference =
        bytes[read] == 0x26 && bytes[read...].prefix(reference.count).elementsEqual(reference)
      read += isReference ? reference.count : 1
      write += 1
    }
    bytes.removeLast(bytes.count - write)
  }
}
