import FoundationEssentials
import ReportModel

/// The quantities of one task's text brought to the targets of its rows.
struct TaskMatch {
  let rows: [CheckRow]
  /// Rows whose target is not that of the text, with the quantity in the same measure.
  private(set) var disagreements: [(CheckRow, TaskQuantity)] = []
  /// Rows whose number stands in the text with another unit.
  private(set) var otherUnits: [(CheckRow, TaskQuantity)] = []
  /// Rows whose target is a plain number where the text has a bound.
  private(set) var lostBounds: [(CheckRow, TaskQuantity)] = []
  /// Quantities of the task's text that no row has.
  private(set) var unmatched: [TaskQuantity] = []

  private let quantities: [TaskQuantity]
  private let named: [[TaskQuantity]]
  private let words: [MeasureWord]
  private let known: MeasureWords
  private var isUsed: [Bool]
  private var isMatched: [Bool]

  init(rows: [CheckRow], _ known: MeasureWords) {
    self.rows = rows
    self.known = known
    quantities = TaskQuantityScanner.quantities(in: rows.first?.taskName ?? "", known)
    named = rows.map { TaskQuantityScanner.quantities(in: $0.indicator.name ?? "", known) }
    words = rows.map { $0.isPercentUnit ? .percent : $0.word }
    isUsed = quantities.map { _ in false }
    isMatched = rows.map { _ in false }
  }

  /// Rows with a numeric target and no number in any text; a single thing (1 个) needs none.
  var silentRows: [CheckRow] {
    zip(rows, named).filter { row, own in
      guard case .number(let target) = row.indicator.target.value, target != 1 else { return false }
      return own.isEmpty && quantities.isEmpty && (row.taskName ?? row.indicator.name) != nil
    }.map(\.0)
  }

  /// How many rows have a numeric target and a number in their texts.
  var speakingRows: Int {
    zip(rows, named).count { row, own in
      row.indicator.target.value.decimal != nil && !(own.isEmpty && quantities.isEmpty)
    }
  }

  mutating func match() {
    for number in rows.indices { matchEqual(number) }
    matchSums()
    // The number of the text may be the target that another row lacks.
    let isComplete = rows.allSatisfy {
      !$0.indicator.target.isBlank || $0.indicator.target.group != nil
    }
    if isComplete {
      for number in rows.indices where !isMatched[number] { explain(number) }
    }
    unmatched = quantities.indices.filter { !isUsed[$0] && !quantities[$0].isIncidental }
      .map { quantities[$0] }
  }

  /// A number of a target with its measure.
  private typealias Target = (amount: FixedPoint, word: MeasureWord)

  /// The numbers of a target with their measures.
  private func targets(of number: Int) -> [Target] {
    let row = rows[number]
    if case .number = row.indicator.target.value {
      return row.target?.times(words[number].scale).map { [($0, words[number])] } ?? []
    }
    func list(_ value: Value) -> [Target] {
      switch value {
      case .number(let amount): target(FixedPoint(amount), words[number])
      case .percent(let points): target(FixedPoint(points), .percent)
      case .bound(_, let amount, let unit):
        target(FixedPoint(amount), unit.map(known.word) ?? words[number])
      case .compound(let parts): parts.flatMap(list)
      case .empty, .text: []
      }
    }
    return list(row.indicator.target.value)
  }

  private func target(_ number: FixedPoint?, _ word: MeasureWord) -> [Target] {
    number?.times(word.scale).map { [($0, word)] } ?? []
  }

  private mutating func matchEqual(_ number: Int) {
    for target in targets(of: number) {
      if let own = named[number].first(where: { Self.equal($0, target) }) {
        isMatched[number] = true
        noteBound(number, own)
      }
      // Among equal numbers the one in the row's own measure is meant.
      let candidates = quantities.indices.filter { Self.equal(quantities[$0], target) }
      let best =
        candidates.first { !isUsed[$0] && quantities[$0].word.base == target.word.base }
        ?? candidates.first { !isUsed[$0] } ?? candidates.first
      if let best {
        if !isMatched[number] { noteBound(number, quantities[best]) }
        isUsed[best] = true
        isMatched[number] = true
      }
    }
    // The text target of a row with a quantity in its name is that quantity.
    if case .text = rows[number].indicator.target.value { isMatched[number] = true }
  }

  private mutating func noteBound(_ number: Int, _ quantity: TaskQuantity) {
    guard quantity.bound != nil, case .number = rows[number].indicator.target.value,
      !(quantity.word.base == "%" && quantity.number == 100)
    else { return }
    lostBounds.append((rows[number], quantity))
  }

  /// 750人次 is the sum of 480 and 270.
  private mutating func matchSums() {
    guard rows.count > 1, isUsed.contains(false) else { return }
    var sums: [String: Sum] = [:]
    for number in rows.indices {
      guard case .number = rows[number].indicator.target.value else { continue }
      let word = words[number]
      sums[word.base, default: Sum(word: word)].add(
        rows[number].target?.times(word.scale), row: number)
    }
    for index in quantities.indices where !isUsed[index] {
      for sum in sums.values {
        guard sum.rows.count > 1, let amount = sum.amount, amount == quantities[index].amount,
          quantities[index].word.agrees(with: sum.word)
        else { continue }
        isUsed[index] = true
        for member in sum.rows { isMatched[member] = true }
      }
    }
  }

  /// The targets of the rows of one measure.
  private struct Sum {
    let word: MeasureWord
    private(set) var amount: FixedPoint? = 0
    private(set) var rows: [Int] = []

    init(word: MeasureWord) { self.word = word }

    mutating func add(_ target: FixedPoint?, row: Int) {
      amount = target.flatMap { amount?.plus($0) }
      rows.append(row)
    }
  }

  /// Why a row's target does not stand in the text.
  private mutating func explain(_ number: Int) {
    guard let value = rows[number].target, let target = targets(of: number).first
    else { return }
    let own = named[number].contains { !$0.isIncidental }
    let word = target.word
    // The same digits with another unit: 0.16万 under 人, 15公里 under 个.
    let sameDigits: (TaskQuantity) -> Bool = { quantity in
      quantity.number == value && quantity.number != 1
        && (quantity.word.base.isEmpty || word.base.isEmpty
          ? quantity.word.scale != word.scale && quantity.word.scale != 1
          : !quantity.word.agrees(with: word) || quantity.word.scale != word.scale)
    }
    if let quantity = named[number].first(where: sameDigits) {
      if !rows[number].indicator.unit.isBlank { otherUnits.append((rows[number], quantity)) }
      return
    }
    if let index = quantities.indices.first(where: { !isUsed[$0] && sameDigits(quantities[$0]) }) {
      isUsed[index] = true
      if !rows[number].indicator.unit.isBlank {
        otherUnits.append((rows[number], quantities[index]))
      }
      return
    }
    let isComparable: (TaskQuantity) -> Bool = { quantity in
      guard !quantity.isIncidental, quantity.word.base == word.base else { return false }
      switch quantity.bound {
      case .lower: return quantity.amount.map { target.amount < $0 } ?? false
      case .upper: return quantity.amount.map { target.amount > $0 } ?? false
      case nil: return true
      }
    }
    if own {
      if let quantity = named[number].first(where: isComparable) {
        disagreements.append((rows[number], quantity))
      }
    } else if let index = quantities.indices.first(where: {
      !isUsed[$0] && isComparable(quantities[$0])
    }) {
      isUsed[index] = true
      disagreements.append((rows[number], quantities[index]))
    }
  }

  private static func equal(
    _ quantity: TaskQuantity, _ target: Target
  ) -> Bool {
    quantity.amount == target.amount && quantity.word.agrees(with: target.word)
  }
}
