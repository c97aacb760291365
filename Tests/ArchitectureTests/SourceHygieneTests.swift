import Foundation
import Testing

@Suite("What the sources must not contain")
struct SourceHygieneTests {
  let tree = SourceTree()

  @Test("No source traps on purpose, hides a race, or leaves work for later in a note")
  func forbiddenWords() throws {
    let inCode = [
      "fatalError(", "try!", "as!", "@unchecked Sendable",
      "nonisolated(unsafe)", "unowned(unsafe)",
    ]
    for file in try tree.sources() {
      let text = SwiftText(file.bytes)
      for word in inCode {
        for line in text.lines(holding: word) {
          // The one lock: what makes it safe is what it is made of.
          if word == "@unchecked Sendable", file.path.hasSuffix("Sources/Threads/Guarded.swift") {
            continue
          }
          Issue.record("\(file.path):\(line): \(word)")
        }
      }
    }
  }

  @Test("No source forces a value")
  func forcedValues() throws {
    for file in try tree.sources() {
      for line in SwiftText(file.bytes).linesForcingValues() {
        Issue.record("\(file.path):\(line): a value is forced with !")
      }
    }
  }

  @Test("No file of the tree holds a note of work left over")
  func notes() throws {
    let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX:", "HA" + "CK:"]
    for file in try textFiles() {
      for word in words where Self.holds(file.bytes, word) {
        Issue.record("\(file.path) holds \(word)")
      }
    }
  }

  @Test("No source or test is longer than 400 lines")
  func length() throws {
    for folder in ["Sources", "Tests", "Fuzz"] {
      for file in try tree.files(under: folder, extensions: ["swift"]) {
        #expect(file.lineCount <= 400, "\(file.path) has \(file.lineCount) lines")
      }
    }
  }

  @Test("No file or type is named after what it is not")
  func names() throws {
    let words = ["Utils", "Helpers", "Manager", "Common", "Base", "Misc"]
    for file in try tree.sources() {
      let stem = file.name.dropLast(".swift".count)
      for word in words where stem == word || stem.hasSuffix(word) {
        Issue.record("\(file.path): say what it is")
      }
    }
  }

  @Test("No path of somebody's machine stands in the tree")
  func machinePaths() throws {
    let paths = ["/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/", "/tm" + "p/build"]
    for file in try textFiles() {
      for path in paths where Self.holds(file.bytes, path) {
        Issue.record("\(file.path) holds \(path)")
      }
    }
  }

  @Test("Comments and strings are blanked before the code is judged")
  func blanking() {
    let source = """
      let a = b! // c!
      let d = "e! \\(f("g!")) h!"
      /* i! /* j! */ k! */ if !l, m != n {}
      let o = #"p! "q" \\r!"#
      let s = t()!
      """
    #expect(SwiftText(Array(source.utf8)).linesForcingValues() == [1, 5])
  }

  /// All text files that belong to the tree.
  private func textFiles() throws -> [SourceTree.File] {
    let kinds: Set = [
      "swift", "md", "py", "sh", "yml", "yaml", "json", "txt", "csv", "c", "h", "html", "modulemap",
    ]
    var files = try ["Sources", "Tests", "Documentation", "samples", "Fuzz"].flatMap {
      try tree.files(under: $0, extensions: kinds)
    }
    for path in ["Package.swift", "README.md", "Makefile", "CHANGELOG.md", "CONTRIBUTING.md"]
    where FileManager.default.fileExists(atPath: tree.root.appending(path: path).path) {
      files.append(try tree.file(path))
    }
    return files
  }

  private static func holds(_ bytes: [UInt8], _ text: String) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }
}
