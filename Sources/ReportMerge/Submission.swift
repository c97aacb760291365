public import ReportModel

/// A file that a unit sent in.
public struct Submission: Sendable {
  /// What could be read of a file.
  public enum Content: Sendable {
    /// The table that it holds.
    case report(Report)
    /// Nothing: it is no workbook, is damaged, or holds no such table.
    case unreadable
  }

  /// The base name of the file.
  public var file: String
  /// What could be read.
  public var content: Content
  /// A digest of the file's bytes: it orders files of one name, and tells copies.
  public var digest: String

  /// Makes a submission.
  public init(file: String, content: Content, digest: String = "") {
    self.file = file
    self.content = content
    self.digest = digest
  }
}
