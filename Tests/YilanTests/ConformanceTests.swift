import Foundation
import Testing

/// The Python that has openpyxl, python-calamine and openxml-audit; without one nothing is compared.
private let peers = ProcessInfo.processInfo.environment["YILAN_PYTHON"]

/// Whether LibreOffice is there.
private let hasOffice = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: $0 + "/soffice") }

@Suite("Other programs read what we write", .enabled(if: peers != nil))
struct ConformanceTests {
  @Test(
    "openpyxl, python-calamine and LibreOffice find the same cells and merged ranges; openxml-audit finds nothing"
  )
  func samples() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(peers))
    process.arguments = [
      ToolRunner.package.appendingPathComponent("Documentation/Conformance/check.py").path,
      "--yilan", ToolRunner.tool.path,
    ]
    if hasOffice { process.arguments?.append("--soffice") }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
