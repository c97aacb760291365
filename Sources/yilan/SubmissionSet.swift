import Spreadsheet
import Zip

/// The submissions of a merge: files, those in folders, and those in archives, each file once.
struct SubmissionSet: Sendable {
  /// The workbooks and texts.
  private(set) var files: [InputFile] = []
  /// The base names of archives and of files in them that cannot be opened.
  private(set) var unreadable: [String] = []
  /// What was refused, and what was passed over.
  private(set) var findings: [Diagnostic] = []
  /// The files behind the names.
  private(set) var identities: Set<FileIdentity> = []

  private static let spreadsheets: Set<String> = [
    "xlsx", "xlsm", "xltx", "xltm", "csv", "tsv", "txt", "xls", "xlsb", "et", "ods",
  ]
  private static let archives: Set<String> = ["zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz"]

  /// Expands words of the command line; the plan is no submission.
  init(_ words: [String], plan: FileIdentity?, limits: ReadLimits) {
    let set = InputSet(words, archives: true)
    findings += set.failures
    for file in set.files {
      if let identity = file.identity {
        if identity == plan {
          findings.append(
            Diagnostic(
              .info, code: "PLAN_PASSED_OVER", at: SourceLocation(file: file.name),
              "is the plan and no submission", zh: "是计划表，不作为上报文件"))
          continue
        }
        // A file that was named twice is one submission.
        guard identities.insert(identity).inserted else { continue }
      }
      if case .path(let path) = file.origin, path.fileExtension == "zip" {
        addArchive(file, limits: limits)
      } else {
        files.append(file)
      }
    }
  }

  /// Whether a word named nothing that could be looked at.
  var hasFailures: Bool { findings.contains { $0.severity == .error } }

  // MARK: - Archives

  private mutating func addArchive(_ file: InputFile, limits: ReadLimits) {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(source: try file.open(limits: limits), limits: ZipLimits(limits))
    } catch let error as ZipError {
      return refuse(file.name, ToolError(error.code, file: file.name, error.message).diagnostic)
    } catch {
      return refuse(file.name, Diagnostic(describing: error, file: file.name))
    }
    if archive.entry(forPart: "[Content_Types].xml") != nil {
      return refuse(
        file.name,
        ToolError(
          "WORKBOOK_AS_ARCHIVE", file: file.name,
          "is a document under the name of an archive; rename it to .xlsx",
          zh: "是文档却用了压缩包的扩展名，请改名为 .xlsx"
        ).diagnostic)
    }
    let before = files.count + unreadable.count
    // The order of the names, not that of the archive.
    let entries = archive.entries.map { ($0, Self.components(of: $0.name)) }.sorted {
      $0.1.lexicographicallyPrecedes($1.1)
    }
    for (entry, components) in entries where !entry.isDirectory {
      add(entry, components, of: archive, in: file)
    }
    if files.count + unreadable.count == before {
      refuse(
        file.name,
        Diagnostic(
          .error, code: "ARCHIVE_EMPTY", at: SourceLocation(file: file.name),
          "the archive holds no spreadsheet", zh: "压缩包中没有表格文件"))
    }
  }

  private mutating func add(
    _ entry: ZipEntry, _ components: [String], of archive: ZipArchive, in file: InputFile
  ) {
    guard let base = components.last, !Self.isLitter(components) else { return }
    let name = ([file.name] + components).joined(separator: "/")
    let bytes = Array(base.utf8)
    let kind = PathName(bytes: bytes).fileExtension
    if Self.archives.contains(kind) {
      refuse(
        name,
        Diagnostic(
          .error, code: "ARCHIVE_IN_ARCHIVE", at: SourceLocation(file: name),
          "an archive inside an archive is not opened; send its files themselves",
          zh: "压缩包中的压缩包不予打开，请直接报送其中的文件"))
    } else if Self.spreadsheets.contains(kind) {
      files.append(
        InputFile(origin: .entry(entry, of: archive), name: name, nameBytes: bytes))
    } else {
      findings.append(
        Diagnostic(
          .info, code: "ENTRY_PASSED_OVER", at: SourceLocation(file: name),
          "is no spreadsheet and was passed over", zh: "不是表格文件，已略过"))
    }
  }

  private mutating func refuse(_ name: String, _ reason: Diagnostic) {
    unreadable.append(name.split(separator: "/").last.map(String.init) ?? name)
    findings.append(reason)
  }

  /// The folders and the name of an entry; programs on Windows write backslashes.
  private static func components(of name: String) -> [String] {
    name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
      .filter { $0 != "." && $0 != ".." }
  }

  /// What systems and office programs leave in archives.
  private static func isLitter(_ components: [String]) -> Bool {
    components.contains { $0 == "__MACOSX" || $0.hasPrefix(".") }
      || components.last.map {
        $0.hasPrefix("~$") || $0.lowercased() == "thumbs.db" || $0.lowercased() == "desktop.ini"
      } == true
  }
}

extension ZipLimits {
  /// The limits of the tool as those of an archive of submissions.
  ///
  /// Its files are held in memory as a whole, so that what grows out of few bytes is found early.
  init(_ limits: ReadLimits) {
    self.init()
    fileSize = limits.fileSize
    entries = limits.entries
    partSize = min(limits.partSize, limits.entrySize)
    inflatedSize = limits.inflatedSize
    compressionRatio = limits.compressionRatio
    ratioFloor = limits.ratioFloor / 16
  }
}

extension ReadLimits {
  /// The most bytes of a file in an archive, which is read into memory.
  var entrySize: Int { fileSize / 4 }
}
