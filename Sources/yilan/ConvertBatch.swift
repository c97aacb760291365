import CSV
import SheetRender
import Spreadsheet
import XLSX

/// Converts one file, or many at once.
struct ConvertBatch: Sendable {
  let options: ConvertOptions
  /// The inputs, which no output may be.
  let identities: Set<FileIdentity>
  let jobs: Int
  let isQuiet: Bool
  /// Whether a folder is synced after each file, or by the caller after the last.
  var syncsFolders = true
  /// Whether one file has all the cores: parts are inflated ahead, sheets are read side by side.
  var isAlone = false

  /// What became of one file.
  struct FileResult: Sendable {
    var findings: [Diagnostic] = []
    var isFailed = false
  }

  /// Where the results of one file go.
  enum Target: Sendable {
    case standardOutput
    /// One file.
    case file(PathName)
    /// One file per sheet, `NAME.SHEET.csv`, beside the path given without extension.
    case sheets(stem: PathName)

    /// The folder of the files; that of the process for standard output.
    var folder: PathName {
      switch self {
      case .standardOutput: PathName(bytes: [UInt8(ascii: ".")])
      case .file(let path), .sheets(let path): path.folder
      }
    }
  }
}

// MARK: - One file

extension ConvertBatch {
  /// Converts the only input, to a file, a folder of sheets, or standard output for nil.
  func run(_ file: InputFile, to path: PathName?, outcome: inout Outcome) throws {
    let target: Target
    if let path, options.sheet == .all, !options.form.holdsAllSheets {
      if path.status?.isFolder == true
        || path.fileExtension.isEmpty && path.status == nil
      {
        target = .sheets(
          stem: path.appending(PathName(bytes: file.nameBytes).withoutExtension.lastComponent))
      } else {
        target = .file(path)
      }
    } else {
      target = path.map(Target.file) ?? .standardOutput
    }
    let progress = Progress(total: 1 << 20, label: file.name, isQuiet: isQuiet)
    var batch = self
    batch.isAlone = jobs > 1
    let result = batch.convert(file, to: target, progress: progress)
    progress.finish()
    outcome.findings += result.findings
    if result.isFailed { outcome.status = max(outcome.status, .failed) }
  }

  /// Converts many inputs into a folder, each under its own name.
  func run(_ files: [InputFile], into folder: PathName, outcome: inout Outcome) async throws {
    // Where there is nothing to write, nothing appears.
    if files.isEmpty { return }
    let error = folder.makeFolders()
    guard error == 0 else {
      throw ToolError(
        "OUTPUT_FAILED", file: folder.text,
        "is no folder that can be written: \(systemMessage(error))",
        zh: "不是可写的文件夹：\(systemMessage(error))")
    }
    var taken: [[UInt8]: String] = [:]
    var work: [(file: InputFile, target: Target)] = []
    for file in files {
      let stem = folder.appending(PathName(bytes: file.nameBytes).withoutExtension.bytes)
      if let other = taken.updateValue(file.name, forKey: stem.bytes) {
        outcome.fail(
          ToolError(
            "OUTPUT_TAKEN", file: file.name, "would be written over the result of \(other)",
            zh: "会覆盖 \(other) 的结果"), file: file.name)
        taken[stem.bytes] = other
        continue
      }
      let target: Target =
        options.sheet == .all && !options.form.holdsAllSheets
        ? .sheets(stem: stem) : .file(stem.appendingText("." + options.form.fileExtension))
      work.append((file, target))
    }
    let progress = Progress(
      total: work.count, label: tr("converting", "转换"), isQuiet: isQuiet)
    defer { progress.finish() }
    var batch = self
    batch.syncsFolders = false
    defer {
      for folder in Set(work.map(\.target.folder.bytes)) { PathName(bytes: folder).syncFolder() }
    }
    try await WorkerPool.run(work, jobs: jobs) { [batch] item in
      let result = batch.convert(item.file, to: item.target, progress: nil)
      progress.advance()
      return result
    } receive: { _, result in
      outcome.findings += result.findings
      if result.isFailed { outcome.status = max(outcome.status, .failed) }
    }
  }

  private func convert(_ file: InputFile, to target: Target, progress: Progress?) -> FileResult {
    var result = FileResult()
    do {
      let source = try file.openRows(
        limits: options.limits, types: options.types, parser: options.parser,
        readsAhead: isAlone)
      do {
        try convert(source, of: file, to: target, progress: progress, result: &result)
      } catch {
        result.findings += source.findings
        throw error
      }
      result.findings += source.findings
    } catch is ClosedPipe {
      // Whoever read the output has seen enough.
    } catch {
      result.findings.append(Diagnostic(describing: error, file: file.name))
      result.isFailed = true
    }
    return result
  }
}

// MARK: - Sheets

extension ConvertBatch {
  private func convert(
    _ source: any RowSource, of file: InputFile, to target: Target, progress: Progress?,
    result: inout FileResult
  ) throws {
    let indices = try chosenSheets(of: source, file: file, result: &result)
    switch target {
    case .standardOutput:
      try write(indices, of: source, file: file, to: nil, progress: progress, result: &result)
        .commit(syncingFolder: syncsFolders)
    case .file(let path):
      if indices.count > 1, !options.form.canHoldAllSheets {
        throw ToolError(
          "OUTPUT_NOT_FOLDER", file: path.text,
          "\(indices.count) sheets do not go into one \(options.form.rawValue) file; give a folder",
          zh: "\(indices.count) 个工作表不能写入同一个文件，请给出文件夹")
      }
      try makeFolder(of: path)
      try write(indices, of: source, file: file, to: path, progress: progress, result: &result)
        .commit(syncingFolder: syncsFolders)
    case .sheets(let stem):
      try makeFolder(of: stem)
      var taken: [String: Int] = [:]
      let sheets = indices.map { index in
        let name = Self.fileName(ofSheet: source.sheets[index].name, taken: &taken)
        return (
          index: index, path: stem.appendingText(".\(name).\(options.form.fileExtension)")
        )
      }
      // All sheets are read before the first of them appears.
      let outputs =
        try writeSideBySide(sheets, of: source, file: file, progress: progress, result: &result)
        ?? sheets.map { sheet in
          try write(
            [sheet.index], of: source, file: file, to: sheet.path, progress: progress,
            result: &result)
        }
      for output in outputs { try output.commit(syncingFolder: syncsFolders) }
    }
  }

  private func makeFolder(of path: PathName) throws(ToolError) {
    let error = path.folder.makeFolders()
    if error != 0 {
      throw ToolError(
        "OUTPUT_FAILED", file: path.text, "cannot be written: \(systemMessage(error))",
        zh: "无法写入：\(systemMessage(error))")
    }
  }

  /// The name of a sheet as part of a file's name: no separators, no controls, nothing twice.
  private static func fileName(ofSheet name: String, taken: inout [String: Int]) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isUnsafe =
        scalar.value < 0x20 || scalar.value == 0x7F
        || "/\\:*?\"<>|".unicodeScalars
          .contains(scalar)
      safe.append(isUnsafe ? "_" : scalar)
    }
    var base = String(safe)
    // A file system takes 255 bytes; Chinese names of 31 characters fit, hostile ones are cut.
    while base.utf8.count > 160 { base.removeLast() }
    if base.isEmpty || base == "." || base == ".." { base = "_" }
    // The number of the last sheet of this name, so that many of them cost no search.
    var candidate = base
    while let number = taken[candidate.lowercased()] {
      taken[base.lowercased()] = max(number, taken[base.lowercased()] ?? 1) + 1
      candidate = "\(base)_\(taken[base.lowercased()] ?? 2)"
    }
    taken[candidate.lowercased()] = max(1, taken[candidate.lowercased()] ?? 1)
    return candidate
  }

  /// The sheets that were asked for; hidden ones are left out where hidden parts are skipped.
  private func chosenSheets(
    of source: any RowSource, file: InputFile, result: inout FileResult
  ) throws -> [Int] {
    let sheets = source.sheets
    func isUsable(_ index: Int) -> Bool {
      sheets[index].kind == .worksheet
        && (options.hidden == .include || sheets[index].visibility == .visible)
    }
    func all() -> [Int] {
      for (index, sheet) in sheets.enumerated() where sheet.kind != .worksheet {
        result.findings.append(
          Diagnostic(
            .info, code: "SHEET_WITHOUT_CELLS",
            at: SourceLocation(file: file.name, sheet: sheets[index].name),
            "is a \(sheet.kind.rawValue) and has no cells", zh: "不是单元格工作表"))
      }
      return sheets.indices.filter(isUsable)
    }
    switch options.sheet {
    case .all: return all()
    case .standard where options.form.holdsAllSheets: return all()
    case .standard:
      let visible = sheets.indices.first {
        sheets[$0].kind == .worksheet && sheets[$0].visibility == .visible
      }
      guard let index = visible ?? sheets.indices.first(where: isUsable) else {
        throw ToolError(
          "SHEET_MISSING", file: file.name, "has no sheet of cells", zh: "没有单元格工作表")
      }
      return [index]
    case .named(let name):
      guard let index = sheets.firstIndex(where: { $0.name == name }) else {
        throw missingSheet("'\(name)'", sheets, file)
      }
      return try [checked(index, sheets, file)]
    case .position(let index):
      guard sheets.indices.contains(index) else {
        throw missingSheet("#\(index + 1)", sheets, file)
      }
      return try [checked(index, sheets, file)]
    }
  }

  private func checked(
    _ index: Int, _ sheets: [SheetDescription], _ file: InputFile
  ) throws(ToolError) -> Int {
    guard sheets[index].kind == .worksheet else {
      throw ToolError(
        "SHEET_WITHOUT_CELLS", file: file.name,
        "the sheet '\(sheets[index].name)' is a \(sheets[index].kind.rawValue) and has no cells",
        zh: "工作表“\(sheets[index].name)”没有单元格")
    }
    return index
  }

  private func missingSheet(
    _ wanted: String, _ sheets: [SheetDescription], _ file: InputFile
  ) -> ToolError {
    let names = sheets.prefix(20).map { "'\($0.name)'" }.joined(separator: ", ")
    return ToolError(
      "SHEET_MISSING", file: file.name, "has no sheet \(wanted); its sheets are \(names)",
      zh: "没有工作表 \(wanted)；现有 \(names)")
  }
}
