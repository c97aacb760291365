import Foundation

/// Runs the tool that was built beside the tests.
enum Tool {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  static let url: URL = {
    let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [here, here.deletingLastPathComponent(), Bundle.main.bundleURL]
    for folder in candidates {
      let url = folder.appendingPathComponent("yilan")
      if FileManager.default.isExecutableFile(atPath: url.path) { return url }
    }
    return here.appendingPathComponent("yilan")
  }()

  /// Runs a script of the shell in a folder; `$YILAN` is the tool. CPU time and memory are bounded
  /// as for a hostile file.
  static func shell(
    _ script: String, in folder: ScratchFolder, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8", "YILAN": url.path]) { $1 }.merging(environment) { $1 }
    let scratch = try ScratchFolder()
    let output = scratch.url.appendingPathComponent("out")
    let errors = scratch.url.appendingPathComponent("err")
    for url in [output, errors] {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: try Array(Data(contentsOf: output)),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
