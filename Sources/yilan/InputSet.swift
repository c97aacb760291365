import ArgumentParser
import Spreadsheet

/// The inputs of a command, folders expanded, in a stable order.
struct InputSet: Sendable {
  /// The files.
  var files: [InputFile] = []
  /// Whether the words named a folder, or more than one input.
  var isBatch = false
  /// Words that name nothing usable, each as an error.
  var failures: [Diagnostic] = []

  private static let extensions: Set<String> = [
    "xlsx", "xlsm", "xltx", "xltm", "csv", "tsv", "txt",
  ]
  /// What units also send: archives are looked into, the others are refused by name, not passed over.
  private static let sentExtensions: Set<String> = [
    "zip", "xls", "xlsb", "et", "ods", "rar", "7z",
  ]

  /// Expands words of the command line: `-`, files and folders. Archives and spreadsheets of other kinds count
  /// when asked.
  init(_ words: [String], archives: Bool = false) {
    isBatch = words.count > 1
    for word in words {
      if word == "-" {
        files.append(
          InputFile(origin: .standardInput, name: "-", nameBytes: Array("stdin".utf8)))
        continue
      }
      let path = PathName(argument: word)
      guard let status = path.status, status.isFolder else {
        files.append(
          InputFile(origin: .path(path), name: path.name, nameBytes: path.lastComponent))
        continue
      }
      isBatch = true
      let before = files.count
      var visited: Set<FileIdentity> = [status.identity]
      addFolder(path, prefix: [], archives: archives, visited: &visited)
      if files.count == before {
        failures.append(
          Diagnostic(
            .error, code: "FOLDER_EMPTY", at: SourceLocation(file: path.name),
            "the folder holds no spreadsheet", zh: "文件夹中没有表格文件"))
      }
    }
  }

  private mutating func addFolder(
    _ folder: PathName, prefix: [UInt8], archives: Bool, visited: inout Set<FileIdentity>
  ) {
    guard let names = folder.entries else {
      failures.append(
        Diagnostic(
          .error, code: "FOLDER_FAILED", at: SourceLocation(file: folder.text),
          "the folder cannot be read", zh: "文件夹无法读取"))
      return
    }
    for name in names {
      // Lock files of office programs (~$) and hidden files are nobody's submission.
      if name.first == UInt8(ascii: ".") || name.starts(with: Array("~$".utf8)) { continue }
      let path = folder.appending(name)
      let below = prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
      guard let status = path.status else { continue }
      if status.isFolder {
        // A link back to a folder above would go round for ever.
        guard visited.insert(status.identity).inserted else { continue }
        addFolder(path, prefix: below, archives: archives, visited: &visited)
      } else if Self.extensions.contains(path.fileExtension)
        || (archives && Self.sentExtensions.contains(path.fileExtension))
      {
        files.append(
          InputFile(
            origin: .path(path), name: String(decoding: below, as: UTF8.self), nameBytes: below))
      }
    }
  }

  /// The only file; more than one and none are mistakes on the command line.
  static func single(_ word: String, command: String) throws -> InputFile {
    let set = InputSet([word])
    if let failure = set.failures.first { throw ToolError(failure) }
    guard set.files.count == 1, let file = set.files.first else {
      throw ValidationError(
        tr(
          "\(command) takes one file; '\(word)' holds \(set.files.count)",
          "\(command) 只接受一个文件；“\(word)”中有 \(set.files.count) 个"))
    }
    return file
  }

  /// The files behind the names.
  var identities: Set<FileIdentity> { Set(files.compactMap(\.identity)) }
}
