// Markup compatibility (ECMA-376 Part 3): of the branches of an `mc:AlternateContent` the first
// whose required namespaces are known is read as if it stood there alone, else the fallback.

/// Which branches of `mc:AlternateContent` elements are read.
struct AlternateContent {
  /// What becomes of an element.
  enum Verdict {
    /// It is an event.
    case deliver
    /// Its content counts as content of its parent.
    case dissolve
    /// It is left out with its content.
    case leaveOut
  }

  private struct Block {
    let depth: Int
    var isDecided = false
  }
  private struct Binding {
    let depth: Int
    let prefix: String
    let isKnown: Bool
  }

  private var blocks: [Block] = []
  private var bindings: [Binding] = []

  /// Whether no `mc:AlternateContent` is open.
  var isIdle: Bool { blocks.isEmpty }

  mutating func bind(prefix: String, isKnown: Bool, depth: Int) {
    bindings.append(Binding(depth: depth, prefix: prefix, isKnown: isKnown))
  }

  /// Forgets the prefixes declared on an element that ends.
  mutating func unbind(depth: Int) {
    while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
  }

  /// What becomes of a starting element; `depth` counts it.
  mutating func start(local: String, requires: String?, depth: Int) -> Verdict {
    if local == "AlternateContent" {
      blocks.append(Block(depth: depth))
      return .dissolve
    }
    guard let block = blocks.last, block.depth == depth - 1, !block.isDecided else {
      return .leaveOut
    }
    switch local {
    case "Choice":
      guard isUnderstood(requires ?? "") else { return .leaveOut }
    case "Fallback":
      break
    default:
      return .leaveOut
    }
    blocks[blocks.count - 1].isDecided = true
    return .dissolve
  }

  /// Whether an element is a child of `mc:AlternateContent` itself, where only branches belong.
  func isBetweenBranches(depth: Int) -> Bool {
    blocks.last.map { $0.depth == depth - 1 } ?? false
  }

  mutating func end(depth: Int) {
    while let last = blocks.last, last.depth >= depth { blocks.removeLast() }
  }

  private func isUnderstood(_ requires: String) -> Bool {
    let prefixes = requires.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" })
    guard !prefixes.isEmpty else { return false }
    return prefixes.allSatisfy { prefix in
      bindings.last { $0.prefix == prefix }?.isKnown ?? false
    }
  }
}
