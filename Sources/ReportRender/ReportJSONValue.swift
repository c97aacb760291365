/// A JSON value whose objects keep the order of their members.
///
/// The reports that people keep and compare are written as JSON by hand, so that the same report
/// always gives the same bytes with the keys in the documented order.
public enum ReportJSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number by its spelling, so that no digit is lost.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([ReportJSONValue])
  /// An object with its members in order.
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var key: String
    /// The value.
    public var value: ReportJSONValue

    /// Makes a member.
    public init(_ key: String, _ value: ReportJSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A whole number.
  public static func integer(_ number: Int) -> ReportJSONValue {
    .number(String(number))
  }
}

extension ReportJSONValue {
  /// The member of an object; nil where there is none, where it is `null` and in other values.
  /// Linear in the number of members.
  public subscript(key: String) -> ReportJSONValue? {
    guard case .object(let members) = self else { return nil }
    for index in members.indices where members[index].key == key {
      if case .null = members[index].value { return nil }
      return members[index].value
    }
    return nil
  }

  /// The text of a string.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a whole number.
  public var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The values of an array.
  public var array: [ReportJSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members of an object.
  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

/// Collects the members of an object and leaves out what is absent.
struct ReportJSONMembers {
  private(set) var members: [ReportJSONValue.Member] = []

  /// The object.
  var object: ReportJSONValue { .object(members) }

  mutating func add(_ key: String, _ value: ReportJSONValue?) {
    guard let value else { return }
    members.append(.init(key, value))
  }

  mutating func add(_ key: String, _ text: String?) {
    add(key, text.map(ReportJSONValue.string))
  }

  mutating func add(_ key: String, _ number: Int?) {
    add(key, number.map(ReportJSONValue.integer))
  }
}
