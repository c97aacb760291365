/// Names of parts: `xl/worksheets/sheet1.xml`, without a leading slash (ECMA-376 Part 2, 6.2.2).
public enum PartName {
  /// The part that a target of a relationship means, or nil where it leads out of the package.
  ///
  /// A target is absolute (`/xl/styles.xml`) or relative to the folder of the part that has the
  /// relationship; backslashes count as slashes, and a fragment is left out.
  public static func resolve(_ target: String, from part: String) -> String? {
    if let plain = plain(target, from: part) { return plain }
    var path = target.prefix { $0 != "#" && $0 != "?" }.map { $0 == "\\" ? "/" : $0 }[...]
    var folders: [Substring] = []
    if path.first == "/" {
      path = path.drop { $0 == "/" }
    } else {
      folders = part.split(separator: "/").dropLast()
    }
    for piece in String(path).split(separator: "/") {
      switch piece {
      case ".": continue
      case "..":
        guard !folders.isEmpty else { return nil }
        folders.removeLast()
      default: folders.append(piece)
      }
    }
    return folders.joined(separator: "/")
  }

  /// The part that a target means in the spelling that programs write: no dots, no doubled slashes, no
  /// fragment; nil for any other spelling.
  private static func plain(_ target: String, from part: String) -> String? {
    let bytes = target.utf8
    guard let first = bytes.first, let last = bytes.last, last != UInt8(ascii: "/") else {
      return nil
    }
    let isAbsolute = first == UInt8(ascii: "/")
    var previous = UInt8(ascii: "/")
    for byte in isAbsolute ? bytes.dropFirst() : bytes[...] {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "\\"): return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if previous == UInt8(ascii: "/") { return nil }
      default: break
      }
      previous = byte
    }
    if isAbsolute { return String(target.dropFirst()) }
    guard !part.utf8.isEmpty else { return target }
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return target }
    let folder = part[..<slash]
    // The name of a part has no doubled slashes; where it has, the long way settles it.
    guard folder.utf8.first != UInt8(ascii: "/"), !holdsEmptyFolder(folder.utf8)
    else { return nil }
    return folder + "/" + target
  }

  private static func holdsEmptyFolder(_ path: Substring.UTF8View) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in path {
      if byte == UInt8(ascii: "/"), previous == byte { return true }
      previous = byte
    }
    return previous == UInt8(ascii: "/")
  }

  /// The part that holds the relationships of a part; of the package itself for an empty name.
  public static func relationships(of part: String) -> String {
    var pieces = part.split(separator: "/")
    let name = pieces.popLast() ?? ""
    return (pieces + ["_rels", "\(name).rels"]).joined(separator: "/")
  }

  /// The extension of a name in lower case, without its dot.
  static func pathExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
