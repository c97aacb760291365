import FoundationEssentials
import ReportModel
import Yams

/// A value of a profile with the words to say what is wrong about it.
struct ProfileNode {
  let node: Node
  /// The key that it stands under, such as `header.rows`.
  let path: String
  let file: String

  /// The error that the value is not what was expected.
  func wrong(_ expected: String, _ expectedZh: String) -> ProfileFileError {
    let found = foundText
    return error(
      "“\(path)” must be \(expected), not \(found.en)", "“\(path)”应为\(expectedZh)，不是\(found.zh)")
  }

  /// An error at the place of this value.
  func error(_ message: String, _ zh: String) -> ProfileFileError {
    ProfileFileError(
      file: file, line: node.mark?.line, column: node.mark?.column, message, zh: zh)
  }

  private var foundText: (en: String, zh: String) {
    switch node {
    case .mapping: return ("a mapping", "映射")
    case .sequence: return ("a list", "列表")
    case .alias: return ("an alias", "别名")
    case .scalar(let scalar):
      if isNull { return ("nothing", "空") }
      let text = scalar.string.count > 40 ? scalar.string.prefix(40) + "…" : scalar.string[...]
      return ("“\(text)”", "“\(text)”")
    }
  }

  /// Whether nothing, or a plain `null`, stands there.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, !isQuoted(scalar) else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private func isQuoted(_ scalar: Node.Scalar) -> Bool {
    scalar.style != .plain && scalar.style != .any
  }
}

// MARK: - Mappings and lists

extension ProfileNode {
  /// The members of a mapping in their order; keys are texts.
  func members() throws(ProfileFileError) -> [(key: ProfileNode, name: String, value: ProfileNode)]
  {
    guard case .mapping(let mapping) = node else { throw wrong("a mapping", "映射") }
    var result: [(key: ProfileNode, name: String, value: ProfileNode)] = []
    for (key, value) in mapping {
      let keyNode = ProfileNode(node: key, path: path, file: file)
      guard case .scalar(let scalar) = key else {
        throw keyNode.error(
          "a key of “\(path)” must be text", "“\(path)”的键必须是文本")
      }
      let name = scalar.string
      result.append(
        (keyNode, name, ProfileNode(node: value, path: path + "." + name, file: file)))
    }
    return result
  }

  /// The members of a mapping all of whose keys are known.
  func members(known: [String]) throws(ProfileFileError) -> [String: ProfileNode] {
    var result: [String: ProfileNode] = [:]
    for member in try members() {
      guard known.contains(member.name) else {
        throw member.key.unknownKey(member.name, in: path, known: known)
      }
      result[member.name] = member.value
    }
    return result
  }

  /// The error about a key that nobody knows; `self` is the key.
  func unknownKey(_ name: String, in path: String, known: [String]) -> ProfileFileError {
    let list = known.joined(separator: ", ")
    let place = path.isEmpty ? "" : " under “\(path)”"
    let placeZh = path.isEmpty ? "" : "“\(path)”下"
    return error(
      "the key “\(name)” is not known\(place); the keys are \(list)",
      "\(placeZh)没有键“\(name)”；可用：\(list)")
  }

  /// The items of a list.
  func items() throws(ProfileFileError) -> [ProfileNode] {
    guard case .sequence(let sequence) = node else { throw wrong("a list", "列表") }
    return sequence.enumerated().map { index, item in
      ProfileNode(node: item, path: "\(path)[\(index + 1)]", file: file)
    }
  }

  /// A list of texts.
  func texts() throws(ProfileFileError) -> [String] {
    var result: [String] = []
    for item in try items() { result.append(try item.text()) }
    return result
  }

  /// A list of patterns.
  func patterns() throws(ProfileFileError) -> [TextPattern] {
    var result: [TextPattern] = []
    for item in try items() { result.append(try item.pattern()) }
    return result
  }
}

// MARK: - Scalars

extension ProfileNode {
  /// A text that is not empty.
  func text() throws(ProfileFileError) -> String {
    guard case .scalar(let scalar) = node, !isNull, !scalar.string.isEmpty else {
      throw wrong("text", "文本")
    }
    return scalar.string
  }

  /// `true` or `false`.
  func flag() throws(ProfileFileError) -> Bool {
    if case .scalar(let scalar) = node, !isQuoted(scalar) {
      if scalar.string == "true" { return true }
      if scalar.string == "false" { return false }
    }
    throw wrong("true or false", " true 或 false")
  }

  /// A whole number in a range.
  func integer(_ range: ClosedRange<Int>) throws(ProfileFileError) -> Int {
    if case .scalar(let scalar) = node, !isQuoted(scalar), scalar.string.utf8.count <= 9,
      scalar.string.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(scalar.string), range.contains(number)
    {
      return number
    }
    throw wrong(
      "a whole number from \(range.lowerBound) to \(range.upperBound)",
      " \(range.lowerBound) 到 \(range.upperBound) 的整数")
  }

  /// A number that is not negative, as decimal digits.
  func decimal() throws(ProfileFileError) -> Decimal {
    if case .scalar(let scalar) = node, !isQuoted(scalar) {
      let parts = scalar.string.split(separator: ".", omittingEmptySubsequences: false)
      if parts.count <= 2, scalar.string.utf8.count <= 30,
        parts.allSatisfy({ part in
          !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }), let number = Decimal(string: scalar.string)
      {
        return number
      }
    }
    throw wrong("a number such as 120 or 0.5", "数字，如 120 或 0.5")
  }

  /// A pattern of at most 200 characters.
  func pattern() throws(ProfileFileError) -> TextPattern {
    let text = try text()
    guard text.unicodeScalars.count <= 200 else {
      throw wrong("a pattern of at most 200 characters", "不超过 200 字的模式")
    }
    guard let pattern = TextPattern(text) else {
      throw wrong("a pattern such as '^合 *计'", "模式，如 '^合 *计'")
    }
    return pattern
  }

  /// One of the values of an enumeration by its name.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) throws(ProfileFileError) -> Choice {
    if case .scalar(let scalar) = node, let choice = Choice(rawValue: scalar.string) {
      return choice
    }
    let names = Choice.allCases.map(\.rawValue)
    throw wrong(
      "one of " + names.joined(separator: ", "), names.joined(separator: "、") + " 之一")
  }
}
