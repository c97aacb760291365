#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Spreadsheet

/// A file that appears whole or not at all.
///
/// Bytes go to a temporary file in the same folder; `commit()` flushes and syncs it and renames it to its
/// name. Without `commit()` the file that was there before stays, and nothing is left behind.
final class OutputFile {
  private var descriptor: Int32
  private let temporary: [UInt8]
  private let target: PathName
  private let name: String
  private let calls: SystemCalls
  private var isSealed = false
  private var isCommitted = false
  private(set) var count = 0

  /// Opens a temporary file beside the target.
  ///
  /// Throws where the folder cannot be written, the target is a folder or a device, or the target is
  /// one of the inputs, by whatever name.
  init(
    _ path: PathName, inputs: Set<FileIdentity>, calls: SystemCalls = .system
  ) throws(ToolError) {
    name = path.text
    self.calls = calls
    var mode: mode_t = 0o666
    var place = path
    if let status = path.status {
      if status.isFolder {
        throw ToolError(
          "OUTPUT_IS_FOLDER", file: name, "the output is a folder; give the name of a file",
          zh: "输出是文件夹，请给出文件名")
      }
      guard status.isRegularFile else {
        throw ToolError(
          "OUTPUT_IS_DEVICE", file: name,
          "the output is a device or pipe; use - for standard output",
          zh: "输出是设备或管道，标准输出请用 -")
      }
      if inputs.contains(status.identity) {
        throw ToolError(
          "OUTPUT_IS_INPUT", file: name, "the output is also an input; choose another name",
          zh: "输出同时是输入，请换一个文件名")
      }
      mode = status.mode & 0o777
      place = path.resolved
    }
    target = place
    var attempt = 0
    while true {
      let candidate = place.folder.appending(
        Array(".yilan-\(getpid())-\(attempt).tmp".utf8))
      let result = TemporaryFiles.create(candidate.bytes, mode: mode, calls: calls)
      if result >= 0 {
        descriptor = result
        temporary = candidate.bytes
        return
      }
      guard -result == EEXIST, attempt < 10_000 else {
        throw ToolError(
          "OUTPUT_FAILED", file: path.text, "cannot be written: \(systemMessage(-result))",
          zh: "无法写入：\(systemMessage(-result))")
      }
      attempt += 1
    }
  }

  deinit {
    if descriptor >= 0 { _ = calls.close(descriptor) }
    if !isCommitted { TemporaryFiles.remove(temporary, calls: calls) }
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    var done = 0
    while done < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
      let result = unsafe calls.write(descriptor, rest)
      if result == -Int(EINTR) { continue }
      if result <= 0 { throw failure(result == 0 ? EIO : Int32(-result)) }
      done += result
    }
    count += bytes.count
  }

  /// Drops the bytes behind a length.
  func truncate(to length: Int) throws(ToolError) {
    while true {
      let result = calls.truncate(descriptor, length)
      if result == -EINTR { continue }
      if result < 0 { throw failure(-result) }
      count = length
      return
    }
  }

  /// Writes bytes again over a place that was written before.
  func rewrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(ToolError) {
    var done = 0
    while done < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
      let result = unsafe calls.writeAt(descriptor, rest, offset + done)
      if result == -Int(EINTR) { continue }
      if result <= 0 { throw failure(result == 0 ? EIO : Int32(-result)) }
      done += result
    }
  }

  /// Brings all that was written to the disk and closes the file, which has its old name still.
  func seal() throws(ToolError) {
    if isSealed { return }
    while true {
      let result = calls.sync(descriptor)
      // Some file systems cannot sync; what was written is as safe there as it gets.
      if result == 0 || result == -EINVAL || result == -ENOTSUP { break }
      if result != -EINTR { throw failure(-result) }
    }
    let closed = calls.close(descriptor)
    descriptor = -1
    isSealed = true
    // Network file systems tell of a failed write here. After EINTR the descriptor is gone (Linux).
    if closed < 0, closed != -EINTR { throw failure(-closed) }
  }

  /// Flushes, syncs and renames: from here on the new file is there.
  ///
  /// Who writes many files into a folder syncs the folder once, after the last of them.
  func commit(syncingFolder: Bool = true) throws(ToolError) {
    try seal()
    let result = TemporaryFiles.rename(temporary, to: target.bytes, calls: calls)
    if result != 0 { throw failure(-result) }
    isCommitted = true
    // The new name is on the disk only when the folder is; where it cannot be, the file is there all the same.
    guard syncingFolder else { return }
    let folder = calls.open(target.folder.bytes, O_RDONLY | O_CLOEXEC, 0)
    if folder >= 0 {
      _ = calls.sync(folder)
      _ = calls.close(folder)
    }
  }

  private func failure(_ code: Int32) -> ToolError {
    ToolError(
      "OUTPUT_FAILED", file: name, "cannot be written: \(systemMessage(code))",
      zh: "无法写入：\(systemMessage(code))")
  }
}

extension PathName {
  /// Makes new names in the folder last.
  func syncFolder() {
    let folder = unsafe withCPath(bytes) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}

/// Writes all bytes to a descriptor. Returns 0 or an `errno`.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var done = 0
  while done < bytes.count {
    let result = unsafe write(
      descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
    if result < 0 {
      if errno == EINTR { continue }
      return errno
    }
    if result == 0 { return EIO }
    done += result
  }
  return 0
}
