// The placeholders of numbers, fractions and exponents.

extension FormatCompiler {
  mutating func compileNumberSign(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0", "#", "?":
      let placeholder = UInt8(truncatingIfNeeded: scalar.value)
      digits += 1
      if section.content == .scientific {
        section.tokens.append(.exponentDigit(placeholder))
        return
      }
      section.tokens.append(.digit(placeholder))
      if section.content == .literal { section.content = .number }
      if hasPoint {
        section.decimalPlaces += 1
      } else {
        section.integerPlaces += 1
      }
    case ".":
      if hasPoint || section.content == .scientific {
        append(literal: [UInt8(ascii: ".")])
      } else {
        hasPoint = true
        section.tokens.append(.point)
        if section.content == .literal { section.content = .number }
      }
    case ",": compileComma()
    case "%":
      section.scale += 2
      append(literal: [UInt8(ascii: "%")])
      if section.content == .literal { section.content = .number }
    case "E", "e":
      guard digits > 0, section.content == .number, let sign = peek(), sign == "+" || sign == "-"
      else { return append(literal: Array(String(scalar).utf8)) }
      place += 1
      section.tokens.append(.exponent(showsPlus: sign == "+"))
      section.content = .scientific
    case "/":
      if digits > 0, section.content == .number, !hasPoint,
        let next = peek(), ("0"..."9").contains(next) || next == "#" || next == "?"
      {
        section.tokens.append(.bar)
        section.content = .fraction
        compileDenominator()
      } else {
        append(literal: [UInt8(ascii: "/")])
      }
    case "@":
      section.tokens.append(.text)
      if section.content == .literal { section.content = .text }
    default:
      append(literal: Array(String(scalar).utf8))
    }
  }

  /// Between digits a comma groups thousands; after the last digit it divides by a thousand.
  mutating func compileComma() {
    var count = 1
    while peek() == "," {
      place += 1
      count += 1
    }
    guard digits > 0, section.content == .number else {
      return append(literal: [UInt8](repeating: UInt8(ascii: ","), count: count))
    }
    let next = peek()
    if !hasPoint, next == "0" || next == "#" || next == "?" {
      section.isGrouped = true
    } else if case .digit? = section.tokens.last {
      section.scale -= 3 * min(count, 100)
    } else {
      append(literal: [UInt8](repeating: UInt8(ascii: ","), count: count))
    }
  }

  mutating func compileDenominator() {
    var text: [UInt8] = []
    while let scalar = peek(),
      ("0"..."9").contains(scalar) || scalar == "#" || scalar == "?"
    {
      place += 1
      text.append(UInt8(truncatingIfNeeded: scalar.value))
    }
    if let first = text.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) {
      let number = text.prefix(6).reduce(0) {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1)
          ? $0 * 10 + Int($1 - UInt8(ascii: "0")) : $0 * 10
      }
      section.denominator = .fixed(number)
      section.tokens.append(.fixedDenominator(Array(String(number).utf8)))
    } else {
      section.denominator = .digits(min(text.count, 5))
      section.tokens += text.map(FormatToken.denominator)
    }
  }

  /// The digits that touch the bar are the numerator; those before are the whole number.
  mutating func resolveFraction() {
    guard let bar = section.tokens.firstIndex(of: .bar) else { return }
    var index = bar - 1
    while index >= 0, case .digit(let placeholder) = section.tokens[index] {
      section.tokens[index] = .numerator(placeholder)
      section.integerPlaces -= 1
      index -= 1
    }
  }
}
