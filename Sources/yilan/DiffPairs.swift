import Spreadsheet

/// The files that are compared with each other: two files, or those of two folders by their names.
struct DiffPairs: Sendable {
  /// Two files, one of which may be absent.
  struct Pair: Sendable {
    var old, new: InputFile?
    /// The name of the pair: that of the new file, else of the old one.
    var name: String { new?.name ?? old?.name ?? "" }
  }

  /// The pairs in the order of the new side; files that are gone come last.
  var pairs: [Pair] = []
  /// Whether folders were named, so that there may be any number of pairs.
  var isBatch = false
  /// Words that name nothing usable.
  var failures: [Diagnostic] = []
  /// The files behind the names.
  var identities: Set<FileIdentity> = []

  /// Pairs the files of two words of the command line.
  ///
  /// `/dev/null` is a side with nothing on it: so git names the missing side of a file that was added
  /// or deleted.
  init(old oldWord: String, new newWord: String) {
    let old = Self.inputs(oldWord)
    let new = Self.inputs(newWord)
    failures = (old?.failures ?? []) + (new?.failures ?? [])
    identities = (old?.identities ?? []).union(new?.identities ?? [])
    let olds = old?.files ?? []
    let news = new?.files ?? []
    isBatch = old?.isBatch == true || new?.isBatch == true
    if old == nil || new == nil || !isBatch {
      let count = max(olds.count, news.count)
      pairs = (0..<count).map { place in
        Pair(
          old: olds.indices.contains(place) ? olds[place] : nil,
          new: news.indices.contains(place) ? news[place] : nil)
      }
      return
    }
    pairByName(olds, news)
  }

  private static func inputs(_ word: String) -> InputSet? {
    word == "/dev/null" ? nil : InputSet([word])
  }

  private mutating func pairByName(_ olds: [InputFile], _ news: [InputFile]) {
    // One file on each side is the same file, whatever it is called.
    if olds.count == 1, news.count == 1 {
      pairs = [Pair(old: olds[0], new: news[0])]
      return
    }
    var places: [[UInt8]: Int] = [:]
    for (place, file) in olds.enumerated() { places[file.nameBytes] = place }
    var isUsed = [Bool](repeating: false, count: olds.count)
    for file in news {
      let place = places[file.nameBytes]
      if let place { isUsed[place] = true }
      pairs.append(Pair(old: place.map { olds[$0] }, new: file))
    }
    for (place, file) in olds.enumerated() where !isUsed[place] {
      pairs.append(Pair(old: file, new: nil))
    }
  }
}
