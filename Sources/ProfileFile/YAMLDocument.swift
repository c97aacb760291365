import Spreadsheet
import Yams

/// YAML from anywhere, read within bounds: one document of mappings, lists and scalars.
///
/// A profile or a list of decisions needs no anchors, aliases or tags, and a few lines of them can stand for
/// billions of nodes; so they are refused. Yams compares mapping keys while it reads, and keys may be aliases of aliases: where the bytes
/// could hold more than a few of them, nothing is read at all. The parser itself bounds the depth at 1,000; ours
/// is lower.
enum YAMLDocument {
  /// Bytes of a file.
  static let sizeLimit = 2 << 20
  /// Mappings and lists inside each other.
  static let depthLimit = 16
  /// Signs that may be aliases; so few cannot grow.
  private static let aliasLimit = 8

  /// The root of the document; nil where the file holds none.
  static func root(
    of bytes: [UInt8], file: String, sizeLimit: Int = sizeLimit
  ) throws(ProfileFileError) -> Node? {
    guard bytes.count <= sizeLimit else {
      throw ProfileFileError(
        file: file, "the file is larger than \(sizeLimit >> 20) MiB",
        zh: "文件超过 \(sizeLimit >> 20) MiB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ProfileFileError(file: file, "the file is no UTF-8 text", zh: "文件不是 UTF-8 文本")
    }
    try refuseManyAliases(bytes, file: file)
    do {
      let parser = try Parser(yaml: text, encoding: .utf8)
      // Nodes refer to their anchors weakly; the parser holds them.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return nil }
        try check(root, depth: 0, file: file)
        return root
      }
    } catch let error as ProfileFileError {
      throw error
    } catch let error as YamlError {
      throw ProfileFileError(error, file: file)
    } catch {
      throw ProfileFileError(file: file, "the file is no YAML", zh: "文件不是 YAML")
    }
  }

  /// Counts the signs that may begin an alias: those where a value may begin, quotes or not.
  private static func refuseManyAliases(
    _ bytes: [UInt8], file: String
  ) throws(ProfileFileError) {
    var aliases = 0
    var anchors = 0
    var line = 1
    var mayBegin = true
    for byte in bytes {
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0A { line += 1 }
        mayBegin = true
      case 0x20, 0x09: break
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
        UInt8(ascii: "{"), UInt8(ascii: "?"):
        mayBegin = true
      case UInt8(ascii: "*") where mayBegin: aliases += 1
      case UInt8(ascii: "&") where mayBegin: anchors += 1
      default: mayBegin = false
      }
      if anchors > 0, aliases > aliasLimit {
        throw ProfileFileError(
          file: file, line: line, "aliases (*) are not read; write the text out",
          zh: "不支持别名（*），请写出内容")
      }
    }
  }

  /// What plain scalars are found to be; anything else was written out.
  private static let coreTags = Set(
    ["str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq"].map {
      "tag:yaml.org,2002:" + $0
    })

  /// Refuses anchors, tags and depth, in the order of the file: an anchor comes before its aliases, so
  /// nothing is visited twice.
  private static func check(_ node: Node, depth: Int, file: String) throws(ProfileFileError) {
    let mark = node.mark
    func refuse(_ message: String, _ zh: String) -> ProfileFileError {
      ProfileFileError(file: file, line: mark?.line, column: mark?.column, message, zh: zh)
    }
    if node.anchor != nil {
      throw refuse(
        "anchors (&) are not read; write the text out", "不支持锚点（&），请写出内容")
    }
    let tag =
      switch node {
      case .scalar(let scalar): scalar.tag.description
      case .mapping(let mapping): mapping.tag.description
      case .sequence(let sequence): sequence.tag.description
      case .alias: ""
      }
    guard tag.isEmpty || coreTags.contains(tag) else {
      throw refuse("tags (!) are not read", "不支持标签（!）")
    }
    if depth > depthLimit {
      throw refuse("the nesting is deeper than \(depthLimit)", "嵌套超过 \(depthLimit) 层")
    }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        try check(key, depth: depth + 1, file: file)
        try check(value, depth: depth + 1, file: file)
      }
    case .sequence(let sequence):
      for item in sequence { try check(item, depth: depth + 1, file: file) }
    case .scalar, .alias: break
    }
  }
}

extension ProfileFileError {
  /// What the parser of YAML says, with its place.
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(
        file: file, line: mark.line, column: mark.column, "no valid YAML: \(problem)",
        zh: "YAML 有误：\(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        "the key “\(key)” stands twice", zh: "键“\(key)”重复")
    case .reader(let problem, _, _, _):
      self.init(file: file, "no valid YAML: \(problem)", zh: "YAML 有误：\(problem)")
    default:
      self.init(file: file, "the file is no YAML", zh: "文件不是 YAML")
    }
  }
}
