#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Foundation
import Synchronization
import Testing

@Suite("A bar on a terminal, for work that takes longer than a second")
struct ProgressTests {
  /// A terminal whose other end collects what a program shows there.
  private final class Terminal: Sendable {
    let side: FileHandle
    private let controller: Int32
    private let shown = Mutex<[UInt8]>([])

    init() throws {
      let opened = try Self.open()
      controller = opened.controller
      side = try #require(FileHandle(forUpdatingAtPath: opened.name))
    }

    private static func open() throws -> (controller: Int32, name: String) {
      #if canImport(Glibc)
        // posix_openpt by hand: the module of the C library does not show it.
        let controller = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var locked: Int32 = 0
        var number: Int32 = -1
        try #require(
          controller >= 0 && ioctl(controller, 0x4004_5431, &locked) == 0
            && ioctl(controller, 0x8004_5430, &number) == 0)
        return (controller, "/dev/pts/\(number)")
      #else
        let controller = posix_openpt(O_RDWR | O_NOCTTY)
        try #require(controller >= 0 && grantpt(controller) == 0 && unlockpt(controller) == 0)
        return (controller, String(cString: try #require(ptsname(controller))))
      #endif
    }

    /// Takes what is there, or waits a moment for it.
    func collect() {
      var events = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&events, 1, 20) > 0 else { return }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(controller, &bytes, bytes.count)
      if count > 0 { shown.withLock { $0 += bytes[..<count] } }
    }

    var text: String { shown.withLock { String(decoding: $0, as: UTF8.self) } }

    deinit { close(controller) }
  }

  /// What a run shows on a terminal. The tool is stopped in the middle for longer than a second, so
  /// that it takes so long on any machine.
  private func shown(_ words: [String], in folder: TemporaryFolder, isSlow: Bool) throws -> String {
    let terminal = try Terminal()
    let process = Process()
    process.executableURL = ToolRunner.tool
    process.arguments = words
    process.currentDirectoryURL = folder.url
    process.standardError = terminal.side
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if isSlow {
      // Wait for the work to begin: its temporary file is there.
      while process.isRunning,
        try !FileManager.default.contentsOfDirectory(atPath: folder.url.path)
          .contains(where: { $0.hasSuffix(".tmp") })
      { usleep(2000) }
      kill(process.processIdentifier, SIGSTOP)
      usleep(1_200_000)
      kill(process.processIdentifier, SIGCONT)
    }
    while process.isRunning { terminal.collect() }
    terminal.collect()
    #expect(process.terminationStatus == 0)
    return terminal.text
  }

  private func folder(rows: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = String(repeating: "1,2,3,4,5,6,7,8\n", count: rows)
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("a.csv"))
    return folder
  }

  @Test("A long conversion shows a bar, and takes it away at its end")
  func long() throws {
    let shown = try shown(
      ["convert", "a.csv", "-o", "b.csv"], in: try folder(rows: 100_000), isSlow: true)
    #expect(shown.contains("a.csv █") || shown.contains("a.csv ░"), "\(shown)")
    #expect(shown.hasSuffix("\r\u{1B}[K"), "\(shown)")
  }

  @Test("--quiet silences it")
  func quiet() throws {
    let shown = try shown(
      ["convert", "a.csv", "-o", "b.csv", "--quiet"], in: try folder(rows: 100_000), isSlow: true)
    #expect(shown == "")
  }

  @Test("Short work shows nothing")
  func short() throws {
    #expect(
      try shown(["convert", "a.csv", "-o", "b.csv"], in: try folder(rows: 3), isSlow: false) == "")
  }
}
