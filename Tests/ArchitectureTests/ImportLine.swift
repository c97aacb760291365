/// One import of a Swift file.
struct ImportLine: Hashable {
  /// The module that is imported, without a declaration inside it.
  let module: String

  /// Whether the import is passed on to whoever imports this module.
  let isPublic: Bool

  /// The line of the file, counted from one.
  let line: Int

  /// Reads a line such as `public import struct Spreadsheet.Cell`; anything else gives nil.
  init?(_ text: String, line: Int) {
    var words = text.split(separator: " ").map(String.init)
    var isPublic = false
    while let word = words.first, word != "import" {
      guard
        word.hasPrefix("@")
          || ["public", "internal", "package", "private", "fileprivate"]
            .contains(word)
      else { return nil }
      if word == "public" || word == "package" || word == "@_exported" { isPublic = true }
      words.removeFirst()
    }
    guard words.count >= 2 else { return nil }
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let name = kinds.contains(words[1]) && words.count >= 3 ? words[2] : words[1]
    module = name.split(separator: ".").first.map(String.init) ?? name
    self.isPublic = isPublic
    self.line = line
  }

  /// All imports of a file.
  static func all(in file: SourceTree.File) -> [ImportLine] {
    SwiftText(file.bytes).lines.enumerated().compactMap { ImportLine($1, line: $0 + 1) }
  }
}
