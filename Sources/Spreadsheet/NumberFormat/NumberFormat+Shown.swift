// Shown text: what a spreadsheet program displays in a cell that is wide enough.
//
// Where the programs differ we follow Excel. Colours are ignored, `*x` fills nothing, `_x` is one
// space. A date that cannot be shown (negative, or past the year 9999) is `########`, as in a cell.

extension NumberFormat {
  /// The text that a spreadsheet program displays for a value.
  ///
  ///     NumberFormat(code: "#,##0.00").shownText(.number(1234.5))  // "1,234.50"
  public func shownText(_ value: CellValue, dateSystem: DateSystem = .year1900) -> String {
    var output: [UInt8] = []
    switch value {
    case .empty: break
    case .number(let number): appendShown(number, dateSystem: dateSystem, to: &output)
    case .string(let text): appendShown(text: Array(text.utf8)[...], to: &output)
    case .boolean(let flag): return flag ? "TRUE" : "FALSE"
    case .error(let text): return text
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the text that is displayed for a number.
  public func appendShown(
    _ value: Double, dateSystem: DateSystem = .year1900, to output: inout [UInt8]
  ) {
    guard value.isFinite else {
      output.append(contentsOf: "#NUM!".utf8)
      return
    }
    appendShown(value, dateSystem: dateSystem, to: &output) { DecimalDigits(value.magnitude) }
  }

  /// Appends the text that is displayed for a finite number, whose digits are asked for where they
  /// are needed.
  func appendShown(
    _ value: Double, dateSystem: DateSystem, to output: inout [UInt8],
    digits: () -> DecimalDigits
  ) {
    guard let (index, hidesSign) = section(for: value) else {
      GeneralFormat.append(value, to: &output)
      return
    }
    let isNegative = value < 0 && !hidesSign
    switch sections[index].content {
    case .date:
      sections[index].appendDate(value, dateSystem: dateSystem, to: &output)
    case .literal, .number, .scientific, .fraction:
      if isNegative { output.append(UInt8(ascii: "-")) }
      sections[index].appendNumber(digits(), to: &output)
    case .general, .text:
      if isNegative { output.append(UInt8(ascii: "-")) }
      sections[index].appendGeneral(value.magnitude, to: &output)
    }
  }

  /// Appends a number without its sign by the first section.
  func appendNumber(_ digits: DecimalDigits, to output: inout [UInt8]) {
    sections[0].appendNumber(digits, to: &output)
  }

  /// Appends what is displayed for a text.
  public func appendShown(text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard let section = textSection else {
      output.append(contentsOf: text)
      return
    }
    for token in section.tokens {
      switch token {
      case .text, .general: output.append(contentsOf: text)
      case .literal(let literal): output.append(contentsOf: literal)
      case .padding: output.append(UInt8(ascii: " "))
      default: break
      }
    }
  }

  /// Whether a text is displayed otherwise than as it is.
  package var changesText: Bool {
    guard let section = textSection else { return false }
    return section.tokens != [.text]
  }

  /// Whether numbers are displayed as `General` and nothing else.
  var isPlainGeneral: Bool {
    sections.count == 1 && sections[0].tokens == [.general] && sections[0].numerals == 0
      && sections[0].condition == nil
  }

  /// The places of numbers, where one section shows all of them and has nothing special about it.
  var plainPlaces: PlainPlaces? {
    sections.count == 1 && sections[0].condition == nil ? sections[0].plain : nil
  }
}

extension NumberFormat {
  /// The section for texts: the fourth, or a last one with `@`.
  private var textSection: FormatSection? {
    if sections.count == 4 { return sections[3] }
    guard let last = sections.last, last.content == .text else { return nil }
    return last
  }

  /// The index of the section that shows a number, and whether it stands for negative numbers only,
  /// which are shown without their sign; nil where no section wants the number.
  private func section(for value: Double) -> (index: Int, hidesSign: Bool)? {
    var count = min(sections.count, 3)
    if count > 1, sections[count - 1].content == .text { count -= 1 }
    let first = sections[0].condition
    if count == 1 {
      guard let first else { return (0, false) }
      return first.holds(for: value) ? (0, first.meansNegative) : nil
    }
    let second = sections[1].condition
    if let first {
      if first.holds(for: value) { return (0, first.meansNegative) }
    } else if count == 2 && second == nil ? value >= 0 : value > 0 {
      return (0, false)
    }
    if let second {
      if second.holds(for: value) { return (1, second.meansNegative) }
    } else if count == 2 {
      return (1, first.map(\.leavesNegative) ?? true)
    } else if value < 0 {
      return (1, true)
    }
    if count > 2 { return (2, false) }
    // `0;[<-5]0.0`: a number that neither wants is shown by the first.
    return first == nil ? (0, false) : nil
  }
}
