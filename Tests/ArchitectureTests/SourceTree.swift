import Foundation

/// The files of the package, found from where this file was compiled.
struct SourceTree {
  /// One text file of the tree.
  struct File {
    /// The path from the root of the package, with slashes.
    let path: String
    let bytes: [UInt8]

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    var lineCount: Int {
      bytes.count { $0 == UInt8(ascii: "\n") } + (bytes.last == UInt8(ascii: "\n") ? 0 : 1)
    }
  }

  /// The folder that holds `Package.swift`.
  let root: URL

  init(testFile: String = #filePath) {
    root = URL(filePath: testFile).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// All files under a folder of the package whose names end in one of the extensions, by path.
  func files(under folder: String, extensions: Set<String>) throws -> [File] {
    let start = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
    var paths: [String] = []
    while let path = walk.nextObject() as? String {
      if path.hasPrefix(".build") || path.contains("/.build") {
        walk.skipDescendants()
      } else if extensions.contains((path as NSString).pathExtension) {
        paths.append(path)
      }
    }
    return try paths.sorted().map { try file(folder + "/" + $0) }
  }

  /// One file of the package.
  func file(_ path: String) throws -> File {
    File(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }

  /// The Swift files of all modules.
  func sources() throws -> [File] {
    try files(under: "Sources", extensions: ["swift"])
  }

  /// The names of the modules: the folders of `Sources`.
  func modules() throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path)
    return Set(names.filter { !$0.hasPrefix(".") })
  }
}
