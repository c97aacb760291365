// The letters of dates and times.

extension FormatCompiler {
  /// Whether a sign with a meaning is a part of a date.
  var looksLikeDate: Bool {
    var hasDigits = false
    for (position, sign) in signs.enumerated() {
      switch sign {
      case .halfDay: return true
      case .bracket(let text) where Self.elapsed(text.lowercased()) != nil: return true
      case .plain(let scalar):
        switch scalar.lowercased {
        case "y", "m", "d", "h", "s": return true
        case "0", "#", "?": hasDigits = true
        case "e":
          let next = position + 1 < signs.count ? signs[position + 1] : nil
          if next != .plain("+"), next != .plain("-"), !hasDigits { return true }
        case "a":
          if position + 2 < signs.count, signs[position...(position + 2)].allSatisfy(isLetterA) {
            return true
          }
        case "b" where !hasDigits:
          if position + 1 < signs.count, case .plain(let next) = signs[position + 1],
            next.lowercased == "b"
          {
            return true
          }
        default: break
        }
      default: break
      }
    }
    return false
  }

  func isLetterA(_ sign: FormatLexer.Sign) -> Bool {
    sign == .plain("a") || sign == .plain("A")
  }

  mutating func compileDateSign(_ scalar: Unicode.Scalar) {
    let part: DatePart
    switch scalar.lowercased {
    case "y": part = .year
    case "m": part = .month
    case "d": part = .day
    case "h": part = .hour
    case "s": part = .second
    case "e": part = .eraYear
    case "g": part = .era
    case "b": part = .buddhistYear
    case "a" where peek()?.lowercased == "a" && peek(1)?.lowercased == "a": part = .weekday
    case ".":
      guard peek() == "0", case .date(let before, _)? = section.tokens.last,
        before == .second || before == .elapsedSeconds
      else { return append(literal: Array(".".utf8)) }
      place += 1
      let count = run(of: "0")
      section.tokens.append(.date(.secondFraction, count))
      section.secondDecimals = max(section.secondDecimals, min(count, 3))
      return
    default: return append(literal: Array(String(scalar).utf8))
    }
    section.tokens.append(.date(part, run(of: scalar)))
  }

  /// `m` after hours or before seconds means minutes.
  mutating func resolveMinutes() {
    let parts = section.tokens.indices.filter {
      if case .date(let part, _) = section.tokens[$0] {
        switch part {
        case .halfDay, .halfDayLetter, .halfDayChinese: false
        default: true
        }
      } else {
        false
      }
    }
    for (order, index) in parts.enumerated() {
      guard case .date(.month, let count) = section.tokens[index], count <= 2 else { continue }
      let before = order > 0 ? section.tokens[parts[order - 1]] : nil
      let after = order + 1 < parts.count ? section.tokens[parts[order + 1]] : nil
      if Self.isOne(of: [.hour, .elapsedHours], before)
        || Self.isOne(of: [.second, .elapsedSeconds], after)
      {
        section.tokens[index] = .date(.minute, count)
      }
    }
  }

  static func isOne(of parts: [DatePart], _ token: FormatToken?) -> Bool {
    if case .date(let part, _)? = token { parts.contains(part) } else { false }
  }
}
