/// How a layout shows the model: every choice is free of the others.
struct LayoutOptions: CustomStringConvertible {
  enum Labels: CaseIterable { case merged, blank, repeated }
  enum Sections: CaseIterable { case row, loneRow, bracketRow, column, sheets }
  enum Serial: CaseIterable { case column, inName, absent }
  enum Percents: CaseIterable { case text, formatted, points }
  enum Numbers: CaseIterable { case numbers, texts, fullWidth, grouped }
  enum Pages: CaseIterable { case one, headers, sheets }

  var labels: Labels
  var sections: Sections
  var serial: Serial
  var percents: Percents
  var numbers: Numbers
  var pages: Pages
  var hasIndicators: Bool
  var hasTwoHeaderRows, isReordered, hasHelper, hasTotals, hasNotes, hasTitle, hasExtra: Bool
  var hasSpaces, hasMarks, isShifted: Bool
  var top, left: Int

  init(_ random: inout SeededRandom) {
    labels = random.pick(Labels.allCases)
    sections = random.pick(Sections.allCases)
    serial = random.pick(Serial.allCases)
    percents = random.pick(Percents.allCases)
    numbers = random.pick(Numbers.allCases)
    pages = random.pick(Pages.allCases)
    hasIndicators = random.chance(3)
    hasTwoHeaderRows = random.chance(2)
    isReordered = random.chance(2)
    hasHelper = random.chance(2)
    hasTotals = random.chance(2)
    hasNotes = random.chance(2)
    hasTitle = random.chance(3)
    hasExtra = random.chance(2)
    hasSpaces = random.chance(2)
    hasMarks = random.chance(2)
    isShifted = random.chance(2)
    top = random.pick([0, 0, 3])
    left = random.pick([0, 0, 2])
    if sections == .sheets { pages = .one }
    // A shifted row lacks the empty cell of the indicator, with the columns in their usual order.
    if !hasIndicators || isReordered { isShifted = false }
  }

  var description: String {
    var text = "\(labels) \(sections) \(serial) \(percents) \(numbers) \(pages) \(top)/\(left)"
    let flags: [(Bool, String)] = [
      (hasIndicators, "indicators"), (hasTwoHeaderRows, "twoRows"), (isReordered, "reordered"),
      (hasHelper, "helper"), (hasTotals, "totals"), (hasNotes, "notes"), (hasTitle, "title"),
      (hasExtra, "extra"), (hasSpaces, "spaces"), (hasMarks, "marks"), (isShifted, "shifted"),
    ]
    for (isOn, name) in flags where isOn { text += " " + name }
    return text
  }
}

/// A generator of equal numbers for equal seeds.
struct SeededRandom {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[next(below: choices.count)]
  }

  /// True in most of so many cases but one; one in two for 2.
  mutating func chance(_ count: Int) -> Bool { next(below: count) > 0 }
}
