import Foundation

/// A file that holds the input of the moment, whatever ends the process.
final class InputKeeper {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>

  /// The file of a target, in the current folder.
  static func path(of target: String) -> String { "crash-" + target }

  init(path: String) throws {
    self.path = path
    guard let file = fopen(path, "wb") else { throw CocoaError(.fileWriteUnknown) }
    self.file = file
  }

  func keep(_ bytes: [UInt8]) {
    rewind(file)
    ftruncate(fileno(file), 0)
    _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fflush(file)
  }

  func remove() {
    fclose(file)
    unlink(path)
  }
}
