import Foundation
import Testing

@Suite("The import edges are those of Documentation/Architecture.md")
struct ImportEdgeTests {
  let tree = SourceTree()
  let modules: Set<String>
  let picture: LayerPicture

  init() throws {
    modules = try tree.modules()
    let markdown = try tree.file("Documentation/Architecture.md")
    picture = LayerPicture(
      markdown: String(decoding: markdown.bytes, as: UTF8.self), modules: modules)
  }

  @Test("Every module stands in the picture once, and every Swift module has a row in the table")
  func complete() {
    #expect(Set(picture.places.keys) == modules)
    #expect(Set(picture.rows.keys) == modules.filter { !$0.hasPrefix("C") || $0 == "CSV" })
    #expect(picture.repeated == [])
  }

  @Test("The table allows only edges to lower layers, and none from one column to the other")
  func downwards() {
    for (module, row) in picture.rows {
      guard let place = picture.places[module] else { continue }
      for name in row.ours {
        guard let target = picture.places[name] else {
          Issue.record("\(module) imports \(name), which is not in the picture")
          continue
        }
        #expect(target.layer < place.layer, "\(module) imports \(name)")
        let crosses =
          place.column != .shared && target.column != .shared && place.column != target.column
        #expect(!crosses, "\(module) imports \(name) across the columns")
      }
    }
  }

  @Test("Every import of every source is in the table")
  func imports() throws {
    for file in try tree.sources() where file.folders.count > 1 {
      let module = file.folders[1]
      let row = picture.rows[module]
      for line in ImportLine.all(in: file) {
        let isAllowed =
          row?.ours.contains(line.module) == true || row?.others.contains(line.module) == true
        #expect(isAllowed, "\(file.path):\(line.line): \(module) must not import \(line.module)")
        if line.isPublic {
          let isC = picture.places[line.module]?.layer == 0
          #expect(!isC, "\(file.path):\(line.line): \(line.module) must stay internal")
        }
      }
    }
  }

  @Test("The manifest declares exactly the edges of the table")
  func manifest() throws {
    let text = String(decoding: try tree.file("Package.swift").bytes, as: UTF8.self)
    for (module, row) in picture.rows {
      let declared = try #require(Self.dependencies(of: module, in: text), "\(module)")
      #expect(declared.intersection(modules) == row.ours, "\(module)")
    }
  }

  /// The quoted names after the name of a target, up to the bracket that ends its dependencies.
  private static func dependencies(of module: String, in manifest: String) -> Set<String>? {
    let starts = [
      "module(\"\(module)\"", "module(\n      \"\(module)\"", "name: \"\(module)\",\n      dep",
    ]
    guard let start = starts.compactMap({ manifest.range(of: $0)?.upperBound }).first else {
      return nil
    }
    var depth = 0
    var names: Set<String> = []
    var rest = manifest[start...]
    while let character = rest.first {
      switch character {
      case "(", "[": depth += 1
      case ")", "]":
        if depth == 0 { return names }
        depth -= 1
        if depth == 0, character == "]" { return names }
      case "\"":
        rest = rest.dropFirst()
        names.insert(String(rest.prefix { $0 != "\"" }))
        rest = rest.drop { $0 != "\"" }
      default: break
      }
      rest = rest.dropFirst()
    }
    return names
  }

  @Test(
    "An import line is recognised with its attributes and access",
    arguments: [
      ("import Zip", "Zip", false), ("internal import CZlib", "CZlib", false),
      ("public import Spreadsheet", "Spreadsheet", true),
      ("@preconcurrency import Glibc", "Glibc", false),
      ("@_exported import Zip", "Zip", true),
      ("import struct FoundationEssentials.Decimal", "FoundationEssentials", false),
    ])
  func importLine(text: String, module: String, isPublic: Bool) {
    let line = ImportLine(text, line: 1)
    #expect(line?.module == module)
    #expect(line?.isPublic == isPublic)
  }
}
