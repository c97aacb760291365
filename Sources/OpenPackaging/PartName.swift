/// Names of parts: `xl/worksheets/sheet1.xml`, without a leading slash (ECMA-376 Part 2, 6.2.2).
public enum PartName {
  /// The part that a target of a relationship means, or nil where it leads out of the package.
  ///
  /// A target is absolute (`/xl/styles.xml`) or relative to the folder of the part that has the
  /// relationship; backslashes count as slashes, and a fragment is left out.
  public static func resolve(_ target: String, from part: String) -> String? {
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
