import Foundation
import Testing

@Suite("convert leaves the old output or the new one, and nothing else")
struct ConvertFaultTests {
  /// A CSV that takes a moment.
  private static let input: Data = {
    var text = ""
    for row in 0..<12_000 { text += "\(row),项目\(row),\(row * 7).5,2025-12-31,完成\n" }
    return Data(text.utf8)
  }()
  private static let old = Data("the old output".utf8)

  @Test(
    "Killed at any moment", arguments: [SIGKILL, SIGINT, SIGTERM], ["out.xlsx", "out.html"])
  func killed(signal: Int32, name: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.csv", Self.input)
    let whole = try TemporaryFolder()
    let started = Date()
    _ = try ToolRunner.run(["convert", input, "-o", whole.path(name), "--quiet"])
    let duration = Date().timeIntervalSince(started)
    let new = try Data(contentsOf: URL(fileURLWithPath: whole.path(name)))
    for moment in [0.1, 0.35, 0.6, 0.9] {
      _ = try folder.write(name, Self.old)
      let process = Process()
      process.executableURL = ToolRunner.tool
      process.arguments = ["convert", input, "-o", folder.path(name), "--quiet"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: duration * moment)
      // A process that has ended has no number any more, and 0 would mean this one.
      let number = process.processIdentifier
      if process.isRunning, number > 1 { kill(number, signal) }
      process.waitUntilExit()
      let found = try Data(contentsOf: URL(fileURLWithPath: folder.path(name)))
      #expect(found == Self.old || found == new)
      // What cannot be caught may leave its temporary file; the others leave nothing.
      if signal != SIGKILL { #expect(folder.names == ["in.csv", name]) }
    }
  }

  @Test(
    "A disk that takes no more",
    .disabled(
      if: ProcessInfo.processInfo.environment["YILAN_SANITIZER"] == "thread",
      "the memory of the thread sanitizer is larger than the limit"),
    arguments: ["out.xlsx", "out.csv", "out.html", "out.md"])
  func fileSizeLimit(name: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.csv", Self.input)
    let target = try folder.write(name, Self.old)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f 8; exec \"$0\" convert \"$1\" -o \"$2\" --quiet", ToolRunner.tool.path,
      input, target,
    ]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(said.contains("[OUTPUT_FAILED]"), "\(said)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == Self.old)
    #expect(folder.names == ["in.csv", name])
  }

  @Test("An output that is an input, by symbolic and hard link")
  func links() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.xlsx", Data(RawWorkbook(rows: "").bytes()))
    let before = try Data(contentsOf: URL(fileURLWithPath: input))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("soft.xlsx"), withDestinationPath: input)
    try FileManager.default.linkItem(atPath: input, toPath: folder.path("hard.xlsx"))
    for name in ["in.xlsx", "soft.xlsx", "hard.xlsx"] {
      let result = try ToolRunner.run(["convert", input, "-o", folder.path(name)])
      #expect(result.status == 2)
      #expect(
        result.errors.hasSuffix(
          "error: the output is also an input; choose another name [OUTPUT_IS_INPUT]\n"))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: input)) == before)
    #expect(folder.names == ["hard.xlsx", "in.xlsx", "soft.xlsx"])
  }

  @Test(
    "Outputs that cannot be written: a folder, a device, a folder that is none",
    arguments: [
      (".", "OUTPUT_IS_FOLDER"), ("/dev/full", "OUTPUT_IS_DEVICE"),
      ("/dev/null/out.xlsx", "OUTPUT_FAILED"), ("/proc/out.xlsx", "OUTPUT_FAILED"),
    ])
  func targets(target: String, code: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.csv", Data("a,b\n".utf8))
    let result = try ToolRunner.run(
      ["convert", input, "--to", "xlsx", "-o", target], in: folder.url)
    #expect(result.status == 2)
    #expect(result.errors.contains("[\(code)]"), "\(result.errors)")
    #expect(folder.names == ["in.csv"])
  }

  @Test("Standard output that is full, and one that nobody reads")
  func standardOutput() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.csv", Self.input)
    for (command, status) in [
      ("exec \"$0\" convert \"$1\" --to html > /dev/full", Int32(2)),
      ("\"$0\" convert \"$1\" --to html | true; exit ${PIPESTATUS:-0}", 0),
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", command, ToolRunner.tool.path, input]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == status, "\(command)")
    }
    #expect(folder.names == ["in.csv"])
  }
}
