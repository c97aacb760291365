import Foundation
import Testing

@Suite("An interrupt leaves the old output or the new one, and no litter")
struct InterruptTests {
  @Test("INT, TERM and KILL at many moments of a conversion", arguments: ["INT", "TERM", "KILL"])
  func interrupts(_ signal: String) throws {
    let folder = try ScratchFolder()
    let rows = (1...1200).map {
      "<row r=\"\($0)\">" + String(repeating: "<c><v>1.5</v></c>", count: 20) + "</row>"
    }
    _ = try folder.write("a.xlsx", HostileBook(rows: rows.joined()).bytes)
    // `old` and `new` are what may stand there; anything else is a broken promise.
    let result = try Tool.shell(
      """
      "$YILAN" convert a.xlsx -o new.csv; echo old > out.csv; cp out.csv old
      for delay in 0.00 0.01 0.02 0.03 0.05 0.08 0.12 0.2; do
        "$YILAN" convert a.xlsx -o out.csv & p=$!
        sleep $delay; kill -\(signal) $p 2>/dev/null; wait $p; s=$?
        cmp -s out.csv old || cmp -s out.csv new.csv || echo "broken after $delay"
        case $s in 0|130|143|137) ;; *) echo "status $s after $delay" ;; esac
        cp old out.csv
      done
      ls -A | grep tmp
      """, in: folder)
    let lines = result.text.split(separator: "\n").filter {
      signal != "KILL" || !$0.hasSuffix(".tmp")
    }
    #expect(lines.isEmpty, "\(result.text)")
  }

  @Test("A full device, a closed pipe and a closed standard output")
  func outputs() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("a.xlsx", HostileBook().bytes)
    let full = try Tool.shell("\"$YILAN\" convert a.xlsx > /dev/full", in: folder)
    #expect(full.status == 2)
    #expect(full.errors.contains("No space left on device"), "\(full.errors)")
    let pipe = try Tool.shell(
      "{ \"$YILAN\" convert a.xlsx; echo $? > status; } | true; cat status", in: folder)
    #expect(pipe.text == "0\n")
    // A reader that goes away does not hide what was found.
    _ = try folder.write("b.csv", Array("1\n2\n".utf8))
    _ = try folder.write("c.csv", Array("1\n3\n".utf8))
    let found = try Tool.shell(
      "{ \"$YILAN\" diff --by table b.csv c.csv; echo $? > status; } | true; cat status", in: folder
    )
    #expect(found.text == "1\n", "\(found.errors)")
    let closed = try Tool.shell("\"$YILAN\" convert a.xlsx >&-", in: folder)
    #expect(closed.status == 2, "\(closed.errors)")
    #expect(folder.names == ["a.xlsx", "b.csv", "c.csv", "status"])
  }

  @Test(
    "Streams that are closed from the start take no bytes and get none", .timeLimit(.minutes(1)))
  func closedStreams() throws {
    let folder = try ScratchFolder()
    let rows = String(repeating: "<row><c><v>1234567</v></c></row>", count: 20_000)
    _ = try folder.write("a.xlsx", HostileBook(rows: rows).bytes)
    let result = try Tool.shell(
      """
      "$YILAN" convert a.xlsx >&- 2>&- <&-; echo $?
      "$YILAN" convert a.xlsx -o b.csv >&- 2>&- <&-; echo $?; "$YILAN" convert a.xlsx | cmp - b.csv
      "$YILAN" convert nothing.xlsx -o b.csv >&- 2>&- <&-; echo $?; "$YILAN" convert - <&-; echo $?
      """, in: folder)
    #expect(result.text == "2\n0\n2\n2\n", "\(result.errors)")
  }

  @Test(
    "A limit on the size of files is told, and leaves the old output",
    .disabled(
      if: ProcessInfo.processInfo.environment["YILAN_SANITIZER"] == "thread",
      "the memory of the thread sanitizer is larger than the limit"))
  func fileSize() throws {
    let folder = try ScratchFolder()
    let rows = (1...2000).map {
      "<row r=\"\($0)\"><c t=\"str\"><v>\(String(repeating: "x", count: 1000))</v></c></row>"
    }
    _ = try folder.write("a.xlsx", HostileBook(rows: rows.joined()).bytes)
    let result = try Tool.shell(
      "echo old > out.csv; (ulimit -f 8; \"$YILAN\" convert a.xlsx -o out.csv); echo $?; cat out.csv; ls -A",
      in: folder)
    #expect(result.text == "2\nold\na.xlsx\nout.csv\n", "\(result.errors)")
  }

  @Test("Four writers of one output leave one whole file")
  func writers() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("a.xlsx", HostileBook().bytes)
    let result = try Tool.shell(
      "printf '%s\\n' 1 2 3 4 | xargs -P 4 -n 1 sh -c '\"$YILAN\" convert a.xlsx -o out.csv'; cat out.csv; ls -A",
      in: folder)
    #expect(result.text == "1,甲\na.xlsx\nout.csv\n", "\(result.errors)")
  }
}
