import Foundation
import Testing

/// A file that holds what the tool must write; `make golden` writes it anew, and the difference is reviewed.
struct GoldenFile {
  let url: URL

  /// The golden file with a name such as `normalize/livelihood-2025.csv`.
  init(_ name: String) {
    url = ToolRunner.package.appendingPathComponent("Tests/Golden").appendingPathComponent(name)
  }

  private static let isWriting = ProcessInfo.processInfo.environment["YILAN_GOLDEN"] == "write"

  /// Holds bytes against the file.
  func check(_ data: Data, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if Self.isWriting {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
      return
    }
    let expected = try Data(contentsOf: url)
    guard data != expected else { return }
    let lines = String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let wanted = String(decoding: expected, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, wanted).enumerated().first { $1.0 != $1.1 }
    Issue.record(
      """
      \(url.lastPathComponent) differs from line \((first?.offset ?? min(lines.count, wanted.count)) + 1) on
      written:  \(first?.element.0 ?? "the end")
      expected: \(first?.element.1 ?? "the end")
      """, sourceLocation: sourceLocation)
  }
}
