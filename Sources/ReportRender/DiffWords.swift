/// Two long texts side by side, word by word: what is only in one of them is marked.
struct DiffWords {
  /// A stretch of a text.
  struct Run: Hashable {
    var text: String
    /// Whether the other text does not have it.
    var isOther: Bool
  }

  private(set) var old: [Run] = []
  private(set) var new: [Run] = []

  /// So many words on each side are compared; longer texts are marked between their common ends.
  private static let mostWords = 400

  init(_ old: String, _ new: String) {
    let ones = Self.words(of: old)
    let others = Self.words(of: new)
    let head = zip(ones, others).prefix { $0 == $1 }.count
    let rest = min(ones.count, others.count) - head
    let tail = zip(ones.reversed(), others.reversed()).prefix { $0 == $1 }.prefix(rest).count
    let a = Array(ones[head..<(ones.count - tail)])
    let b = Array(others[head..<(others.count - tail)])
    Self.append(ones[..<head].joined(), isOther: false, to: &self.old)
    Self.append(others[..<head].joined(), isOther: false, to: &self.new)
    if a.count <= Self.mostWords, b.count <= Self.mostWords {
      align(a, b)
    } else {
      Self.append(a.joined(), isOther: true, to: &self.old)
      Self.append(b.joined(), isOther: true, to: &self.new)
    }
    Self.append(ones[(ones.count - tail)...].joined(), isOther: false, to: &self.old)
    Self.append(others[(others.count - tail)...].joined(), isOther: false, to: &self.new)
  }

  /// The longest common subsequence of the two middles.
  private mutating func align(_ a: [String], _ b: [String]) {
    let width = b.count + 1
    var lengths = [UInt16](repeating: 0, count: (a.count + 1) * width)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i * width + j] =
          a[i] == b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        Self.append(a[i], isOther: false, to: &old)
        Self.append(b[j], isOther: false, to: &new)
        i += 1
        j += 1
      } else if j == b.count
        || (i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      {
        Self.append(a[i], isOther: true, to: &old)
        i += 1
      } else {
        Self.append(b[j], isOther: true, to: &new)
        j += 1
      }
    }
  }

  private static func append(_ text: String, isOther: Bool, to runs: inout [Run]) {
    if text.isEmpty { return }
    if let last = runs.last, last.isOther == isOther {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, isOther: isOther))
    }
  }

  /// Latin words and numbers as wholes, every other character by itself.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isWord =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || (isInWord && (scalar == "." || scalar == "%"))
      if isWord, isInWord {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
      isInWord = isWord
    }
    return words
  }
}
