/// The compiled form of a `TextPattern`: steps of a backtracking machine.
struct PatternProgram: Sendable {
  private indirect enum Node {
    case sequence([Node])
    case choice([Node])
    case one(Test)
    case start
    case end
    case group(Node)
    case loop(Node, atLeast: Int, unbounded: Bool)
  }

  private enum Test: Sendable {
    case any
    case scalar(Unicode.Scalar)
    case set([ClosedRange<UInt32>], inverted: Bool)

    func accepts(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .any: true
      case .scalar(let wanted): wanted == scalar
      case .set(let ranges, let inverted):
        ranges.contains { $0.contains(scalar.value) } != inverted
      }
    }
  }

  private enum Step: Sendable {
    case test(Test)
    case start
    case end
    case open
    case close
    case split(Int, Int)
    case jump(Int)
    case done
  }

  private var steps: [Step] = []

  /// A program that matches nothing.
  init() {}

  /// Compiles a pattern; nil if it is none.
  init?(_ source: String) {
    var reader = Reader(scalars: Array(source.unicodeScalars))
    guard let node = reader.choice(depth: 0), reader.isAtEnd else { return nil }
    emit(node)
    steps.append(.done)
  }

  private mutating func emit(_ node: Node) {
    switch node {
    case .sequence(let nodes): nodes.forEach { emit($0) }
    case .one(let test): steps.append(.test(test))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .group(let inner):
      steps.append(.open)
      emit(inner)
      steps.append(.close)
    case .choice(let nodes):
      var jumps: [Int] = []
      for (index, inner) in nodes.enumerated() {
        guard index < nodes.count - 1 else {
          emit(inner)
          break
        }
        let split = steps.count
        steps.append(.done)
        emit(inner)
        jumps.append(steps.count)
        steps.append(.done)
        steps[split] = .split(split + 1, steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .loop(let inner, let atLeast, let unbounded):
      if atLeast == 1 {
        // Once, then back for more: the inner steps stand once, however deep loops are nested.
        let begin = steps.count
        emit(inner)
        steps.append(.split(begin, steps.count + 1))
        return
      }
      let split = steps.count
      steps.append(.done)
      emit(inner)
      if unbounded { steps.append(.jump(split)) }
      steps[split] = .split(split + 1, steps.count)
    }
  }

  /// The first group's range, or the whole match's; nil for no match.
  func run(_ text: [Unicode.Scalar]) -> Range<Int>? {
    guard !steps.isEmpty else { return nil }
    var visited = [Bool](repeating: false, count: steps.count * (text.count + 1))
    for begin in 0...text.count {
      if let match = run(text, from: begin, visited: &visited) { return match }
      if case .start = steps[0] { return nil }
    }
    return nil
  }

  private struct Thread {
    var step: Int
    var place: Int
    var open: Int?
    var close: Int?
  }

  private func run(
    _ text: [Unicode.Scalar], from begin: Int, visited: inout [Bool]
  ) -> Range<Int>? {
    var stack = [Thread(step: 0, place: begin)]
    while var thread = stack.popLast() {
      running: while true {
        let mark = thread.step * (text.count + 1) + thread.place
        if visited[mark] { break }
        visited[mark] = true
        switch steps[thread.step] {
        case .test(let test):
          guard thread.place < text.count, test.accepts(text[thread.place]) else { break running }
          thread.place += 1
          thread.step += 1
        case .start:
          guard thread.place == 0 else { break running }
          thread.step += 1
        case .end:
          guard thread.place == text.count else { break running }
          thread.step += 1
        case .open:
          if thread.open == nil { thread.open = thread.place }
          thread.step += 1
        case .close:
          if thread.close == nil { thread.close = thread.place }
          thread.step += 1
        case .split(let first, let second):
          var other = thread
          other.step = second
          stack.append(other)
          thread.step = first
        case .jump(let target): thread.step = target
        case .done:
          if let open = thread.open, let close = thread.close, open <= close { return open..<close }
          return begin..<thread.place
        }
      }
    }
    return nil
  }

  // MARK: - Reading

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var place = 0

    init(scalars: [Unicode.Scalar]) {
      self.scalars = scalars
    }

    var isAtEnd: Bool { place == scalars.count }
    var next: Unicode.Scalar? { isAtEnd ? nil : scalars[place] }

    mutating func choice(depth: Int) -> Node? {
      guard depth < 32 else { return nil }
      var branches: [Node] = []
      repeat {
        guard let branch = sequence(depth: depth) else { return nil }
        branches.append(branch)
      } while take("|")
      return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard next == scalar else { return false }
      place += 1
      return true
    }

    private mutating func sequence(depth: Int) -> Node? {
      var nodes: [Node] = []
      while let scalar = next, scalar != "|", scalar != ")" {
        guard var node = atom(depth: depth) else { return nil }
        if take("*") {
          node = .loop(node, atLeast: 0, unbounded: true)
        } else if take("+") {
          node = .loop(node, atLeast: 1, unbounded: true)
        } else if take("?") {
          node = .loop(node, atLeast: 0, unbounded: false)
        }
        nodes.append(node)
      }
      return .sequence(nodes)
    }

    private mutating func atom(depth: Int) -> Node? {
      guard let scalar = next else { return nil }
      place += 1
      switch scalar {
      case "^": return .start
      case "$": return .end
      case ".": return .one(.any)
      case "*", "+", "?": return nil
      case "(":
        guard let inner = choice(depth: depth + 1), take(")") else { return nil }
        return .group(inner)
      case "[": return set()
      case "\\":
        guard let escaped = next else { return nil }
        place += 1
        switch escaped {
        case "d": return .one(.set([0x30...0x39], inverted: false))
        case "s": return .one(.set([0x09...0x0D, 0x20...0x20, 0x3000...0x3000], inverted: false))
        default: return .one(.scalar(escaped))
        }
      default: return .one(.scalar(scalar))
      }
    }

    private mutating func set() -> Node? {
      let inverted = take("^")
      var ranges: [ClosedRange<UInt32>] = []
      while let first = next, first != "]" || ranges.isEmpty {
        place += 1
        if next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" {
          let last = scalars[place + 1]
          guard first.value <= last.value else { return nil }
          ranges.append(first.value...last.value)
          place += 2
        } else {
          ranges.append(first.value...first.value)
        }
      }
      return take("]") ? .one(.set(ranges, inverted: inverted)) : nil
    }
  }
}
