/// How long to run, and from which seed.
struct FuzzPlan {
  var runs = Int.max
  var seconds = 60.0
  var seed: UInt64 = 1
  /// An input that was kept, to be run once.
  var input: String?
  /// Whether this process is the one that runs the target.
  var isWorker = false

  /// Takes an option; false if there is no such option or it has no such value.
  mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--runs":
      guard let number = Int(value), number > 0 else { return false }
      runs = number
    case "--seconds":
      guard let number = Double(value), number > 0 else { return false }
      seconds = number
    case "--seed":
      guard let number = UInt64(value) else { return false }
      seed = number
    case "--input": input = value
    default: return false
    }
    return true
  }

  /// The options that say the same.
  var words: [String] {
    ["--runs", "\(runs)", "--seconds", "\(seconds)", "--seed", "\(seed)"]
  }
}
