import Foundation

/// Changes seeds and runs a target on them.
///
/// An input that takes more than ten seconds of CPU is a fault like a trap.
struct FuzzLoop {
  var target: FuzzTarget
  var plan: FuzzPlan
  private let longest = 10.0

  init(target: FuzzTarget, plan: FuzzPlan) {
    self.target = target
    self.plan = plan
  }

  func run() throws {
    let seeds = target.seeds()
    for seed in seeds { try target.run(seed) }
    var mutator = Mutator(seed: plan.seed, words: target.words)
    let keeper = try InputKeeper(path: InputKeeper.path(of: target.name))
    let start = Date()
    var pool = seeds
    var done = 0
    var accepted = 0
    var slowest = 0.0
    while done < plan.runs, Date().timeIntervalSince(start) < plan.seconds {
      let base = pool[mutator.below(pool.count)]
      let input = mutator.mutated(base, other: seeds[mutator.below(seeds.count)])
      keeper.keep(input)
      let before = clock()
      var isAccepted = false
      do {
        try target.run(input)
        isAccepted = true
      } catch let fault as FuzzFault {
        Fuzz.tell("\(target.name), run \(done): \(fault.sentence)")
        exit(1)
      } catch {
        // A refusal is an answer.
      }
      let time = Double(clock() - before) / Double(CLOCKS_PER_SEC)
      slowest = max(slowest, time)
      if time > longest {
        Fuzz.tell("\(target.name), run \(done): \(time) s of CPU")
        exit(1)
      }
      done += 1
      guard isAccepted else { continue }
      accepted += 1
      // What is read is a seed for more; the pool keeps its size.
      if pool.count < 2000 {
        pool.append(input)
      } else {
        pool[seeds.count + mutator.below(2000 - seeds.count)] = input
      }
    }
    keeper.remove()
    Fuzz.tell(
      "\(target.name): \(done) inputs in \(Int(Date().timeIntervalSince(start))) s, "
        + "\(accepted) of them read, the slowest took \(Int(slowest * 1000)) ms; no fault")
  }
}
