/// Compiles the code of a number format to sections.
struct FormatCompiler {
  typealias Sign = FormatLexer.Sign

  /// The sections of a code: at least one; those after the fourth mean nothing.
  static func sections(of code: String) -> [FormatSection] {
    var sections: [FormatSection] = []
    for signs in FormatLexer.signs(of: code).split(
      separator: .semicolon, maxSplits: 4, omittingEmptySubsequences: false)
    where sections.count < 4 {
      var compiler = FormatCompiler(signs: Array(signs))
      sections.append(compiler.compile())
    }
    return sections
  }

  let signs: [Sign]
  var place = 0
  var section = FormatSection()
  var digits = 0
  var hasPoint = false

  init(signs: [Sign]) {
    self.signs = signs
  }

  mutating func compile() -> FormatSection {
    let isDate = looksLikeDate
    while place < signs.count {
      let sign = signs[place]
      place += 1
      switch sign {
      case .literal(let text): append(literal: text)
      case .padding: section.tokens.append(.padding)
      case .fill: section.tokens.append(.fill)
      case .general:
        section.tokens.append(.general)
        if section.content == .literal { section.content = .general }
      case .halfDay(let part):
        section.tokens.append(.date(part, 1))
        section.hasHalfDays = true
      case .bracket(let text): compileBracket(text)
      case .semicolon: break
      case .plain(let scalar):
        if isDate {
          compileDateSign(scalar)
        } else {
          compileNumberSign(scalar)
        }
      }
    }
    if isDate {
      section.content = .date
      resolveMinutes()
    } else if section.tokens.isEmpty, section.numerals > 0 {
      section.tokens = [.general]
      section.content = .general
    }
    if section.content == .fraction { resolveFraction() }
    section.settle()
    return section
  }

  mutating func append(literal text: [UInt8]) {
    if case .literal(let before) = section.tokens.last {
      section.tokens[section.tokens.count - 1] = .literal(before + text)
    } else {
      section.tokens.append(.literal(text))
    }
  }

  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    let position = place + distance
    guard position >= 0, position < signs.count, case .plain(let scalar) = signs[position] else {
      return nil
    }
    return scalar
  }

  /// Moves past further signs equal to a letter, whatever their case, and gives their number + 1.
  mutating func run(of letter: Unicode.Scalar) -> Int {
    var count = 1
    while peek()?.lowercased == letter.lowercased {
      place += 1
      count += 1
    }
    return count
  }
}
