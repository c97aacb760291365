/// A number format: how a number, a date or a text is shown (ECMA-376 Part 1, 18.8.30, 18.8.31).
public struct NumberFormat: Hashable, Sendable {
  /// The format code, such as `0.00%`.
  public let code: String

  /// Makes a format from its code.
  public init(code: String) {
    self.code = code
  }

  /// `General`.
  public static let general = NumberFormat(code: "General")
}
