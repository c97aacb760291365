import Foundation

/// Runs one target on changed seeds: `fuzz TARGET [--runs N] [--seconds N] [--seed N]`.
///
/// The input of the moment is kept in `crash-TARGET` while it is tried, so that a trap leaves what
/// caused it. An input that takes more than two seconds ends the run as well.
@main
enum Fuzz {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first, let target = FuzzTarget.all.first(where: { $0.name == name })
    else {
      print("targets: " + FuzzTarget.all.map(\.name).joined(separator: " "))
      exit(64)
    }
    words.removeFirst()
    var runs = Int.max
    var seconds = Double.infinity
    var seed: UInt64 = 1
    while words.count >= 2 {
      switch words[0] {
      case "--runs": runs = Int(words[1]) ?? 0
      case "--seconds": seconds = Double(words[1]) ?? 0
      case "--seed": seed = UInt64(words[1]) ?? 1
      case "--input":
        try target.run(Array(Data(contentsOf: URL(fileURLWithPath: words[1]))))
        return
      default: exit(64)
      }
      words.removeFirst(2)
    }
    try loop(target, runs: runs, seconds: seconds, seed: seed)
  }

  private static func loop(
    _ target: FuzzTarget, runs: Int, seconds: Double, seed: UInt64
  ) throws {
    let seeds = target.seeds()
    for seed in seeds { try target.run(seed) }
    var mutator = Mutator(seed: seed, words: target.words)
    let start = Date()
    let keeper = try InputKeeper(path: "crash-" + target.name)
    var pool = seeds
    var done = 0
    var accepted = 0
    var slowest = 0.0
    while done < runs {
      let base = pool[mutator.below(pool.count)]
      let input = mutator.mutated(base, other: seeds[mutator.below(seeds.count)])
      keeper.keep(input)
      let before = Date()
      let isAccepted = (try? target.run(input)) != nil
      let time = Date().timeIntervalSince(before)
      slowest = max(slowest, time)
      if time > 2 {
        print("\(target.name): an input of \(input.count) bytes took \(time) s")
        exit(1)
      }
      if isAccepted {
        accepted += 1
        // What is read is a seed for more; the pool keeps its size.
        if pool.count < 2000 {
          pool.append(input)
        } else {
          pool[seeds.count + mutator.below(2000 - seeds.count)] = input
        }
      }
      done += 1
      if done % 256 == 0, Date().timeIntervalSince(start) > seconds { break }
    }
    keeper.remove()
    let elapsed = Int(Date().timeIntervalSince(start))
    print(
      "\(target.name): \(done) runs in \(elapsed) s, \(accepted) inputs read, "
        + "the slowest took \(Int(slowest * 1000)) ms; no crash")
  }
}

/// A file that holds the input of the moment, whatever ends the process.
final class InputKeeper {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>

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
