import Foundation
import Testing

@Suite("The same inputs give the same bytes")
struct DeterminismTests {
  /// What to run; `$IN` is the folder of the samples, `$OUT` an empty one.
  static let runs: [String] =
    ["csv", "tsv", "jsonl", "json", "md", "html", "xlsx", "cells"].map {
      "\"$YILAN\" convert \"$IN/livelihood-2025.xlsx\" --to \($0 == "md" ? "markdown" : $0) -o $OUT/a"
    } + [
      "\"$YILAN\" convert \"$IN/features/gb18030.csv\" -o $OUT/a.xlsx",
      "\"$YILAN\" convert \"$IN/features\" -o $OUT --to csv",
      "\"$YILAN\" inspect --to json \"$IN/features/annotated.xlsx\" > $OUT/a.json",
      "\"$YILAN\" normalize \"$IN/livelihood-2025.xlsx\" -o $OUT/a.csv",
      "\"$YILAN\" normalize \"$IN/livelihood-2025.xlsx\" --layout published -o $OUT/a.xlsx",
      "\"$YILAN\" normalize \"$IN/livelihood-2025.xlsx\" -o $OUT/a.json",
      "\"$YILAN\" explain \"$IN/livelihood-2025.xlsx\" > $OUT/a.yml",
      "\"$YILAN\" check \"$IN/livelihood-2025.xlsx\" \"$IN/livelihood-2025-rev2.xlsx\" --to json > $OUT/a.json",
      "\"$YILAN\" check \"$IN/livelihood-2025.xlsx\" -o $OUT/a.xlsx",
      "\"$YILAN\" diff \"$IN/livelihood-2025.xlsx\" \"$IN/livelihood-2025-rev2.xlsx\" --to json > $OUT/a.json",
      "\"$YILAN\" diff \"$IN/livelihood-2025.xlsx\" \"$IN/livelihood-2025-rev2.xlsx\" -o $OUT/a.html",
      "\"$YILAN\" diff \"$IN/livelihood-2025.xlsx\" \"$IN/livelihood-2025-rev2.xlsx\" -o $OUT/a.xlsx",
      "\"$YILAN\" merge --plan \"$IN/plan/plan.xlsx\" $SUBMISSIONS -o $OUT/a.xlsx --log $OUT/a.json",
      "\"$YILAN\" merge --plan \"$IN/plan/plan.xlsx\" $SUBMISSIONS -o $OUT/a.json --log $OUT/a.html",
    ]

  private static let submissions = [
    "市妇联.xlsx", "市卫健局.xlsx", "市卫健局（更正）.xlsx", "市水利局.xlsx", "市住建局.xlsx", "国网洪江供电公司.csv",
  ]

  /// Runs under circumstances and gives all bytes that came of it.
  private func bytes(
    _ run: String, before: String = "", _ environment: [String: String] = [:],
    reversed: Bool = false
  ) throws -> String {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("out"), withIntermediateDirectories: true)
    let samples = MutationTests.samples.path
    let list = (reversed ? Self.submissions.reversed() : Self.submissions)
      .map { "\"\(samples)/plan/submissions/\($0)\"" }.joined(separator: " ")
    let script = """
      \(before)
      IN='\(samples)'; OUT=out
      \(run.replacingOccurrences(of: "$SUBMISSIONS", with: list)) 2> err; echo status $? >> err
      cat err; cd out; for f in *; do echo "== $f"; cksum < "$f"; done
      """
    let result = try Tool.shell(script, in: folder, environment: environment)
    #expect(!result.text.isEmpty)
    return result.text
  }

  @Test("Whatever the time zone, locale, umask, folder, jobs and order of files", arguments: runs)
  func circumstances(_ run: String) throws {
    let truth = try bytes(run)
    #expect(!truth.contains("status 64"), "\(truth)")
    #expect(truth.contains("=="), "\(truth)")
    let other = try bytes(
      run, before: "umask 077; mkdir -p deeper; cd deeper; mkdir -p out",
      [
        "TZ": "Asia/Kathmandu", "LANG": "C", "LC_ALL": "C", "HOME": "/nonexistent", "COLUMNS": "20",
      ],
      reversed: true)
    #expect(other == truth)
    let jobs = run.contains("convert \"$IN/features\"") ? ["--jobs 1", "--jobs 7"] : []
    for words in jobs {
      #expect(try bytes(run + " " + words) == truth, "\(words)")
    }
  }
}
