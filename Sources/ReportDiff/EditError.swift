public import Spreadsheet

/// The reason why edits could not be applied.
public struct EditError: DiagnosticError, Hashable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The report is not the one that the edits were made from.
    case otherReport
    /// The edits speak of a node that the report does not have, or not at that level.
    case noSuchNode([Int])
    /// The edits use a node twice.
    case nodeUsedTwice([Int])
    /// The edits add a row where a name is wanted, or the reverse.
    case wrongLevel([Int])
  }

  /// What is wrong.
  public let kind: Kind
  /// The file that was to be edited.
  public let file: String?

  /// Makes an error.
  public init(_ kind: Kind, file: String? = nil) {
    self.kind = kind
    self.file = file
  }

  /// The error as one line.
  public var diagnostic: Diagnostic {
    let location = SourceLocation(file: file)
    switch kind {
    case .otherReport:
      return Diagnostic(
        .error, code: "EDIT_OTHER_REPORT", at: location,
        "the difference was made from another report; give the old revision it was made from",
        zh: "差异不是由这份报表生成的，请给出生成差异时的旧版")
    case .noSuchNode(let path):
      return Diagnostic(
        .error, code: "EDIT_NO_SUCH_NODE", at: location,
        "the difference speaks of node \(Self.spelled(path)), which the report does not have",
        zh: "差异提到的节点 \(Self.spelled(path)) 在报表中不存在")
    case .nodeUsedTwice(let path):
      return Diagnostic(
        .error, code: "EDIT_NODE_TWICE", at: location,
        "the difference speaks of node \(Self.spelled(path)) twice",
        zh: "差异两次提到节点 \(Self.spelled(path))")
    case .wrongLevel(let path):
      return Diagnostic(
        .error, code: "EDIT_WRONG_LEVEL", at: location,
        "the difference adds below node \(Self.spelled(path)) what does not belong there",
        zh: "差异在节点 \(Self.spelled(path)) 下增加了不属于该层的内容")
    }
  }

  /// Places counted from one, such as `2.1.3`.
  private static func spelled(_ path: [Int]) -> String {
    path.prefix(6).map { String($0 &+ 1) }.joined(separator: ".")
  }
}
