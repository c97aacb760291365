internal import Spreadsheet

/// What the cells of one style share on a page; made once for each style.
///
/// A class, because a look is asked for at each cell and a copy of the value costs more than it.
final class HTMLLooks: Sendable {
  /// How a value stands in its cell when the style does not say.
  enum Kind: Int, CaseIterable {
    /// Text, at the left.
    case text
    /// Numbers, at the right.
    case number
    /// Logical values and errors, in the middle.
    case word

    init(_ value: CellValue) {
      switch value {
      case .string, .empty: self = .text
      case .number: self = .number
      case .boolean, .error: self = .word
      }
    }

    fileprivate var name: String? {
      switch self {
      case .text: nil
      case .number: "n"
      case .word: "b"
      }
    }
  }

  /// How numbers are shown.
  let format: NumberFormat
  /// Whether a text is shown otherwise than as it is.
  let changesText: Bool
  /// The lines around a cell.
  let border: Border
  /// Whether there is any line.
  let hasLines: Bool
  /// Whether a long text reaches over the blanks beside it: it is not wrapped and begins at the left.
  let mayOverflow: Bool
  /// The size of the font as a part of the default one.
  let scale: Double
  /// The class of each kind of value.
  private let classes: [[UInt8]]
  /// Class and lines of each kind of value.
  private let attributes: [[UInt8]]

  init(_ style: CellStyle, index: Int) {
    format = style.numberFormat
    changesText = style.numberFormat.changesText
    border = style.border
    hasLines = border != Border()
    let alignment = style.alignment
    mayOverflow =
      !alignment.wrapsText && (alignment.horizontal == .general || alignment.horizontal == .left)
    scale = max(style.font.size, 1) / 11
    let classes = Kind.allCases.map { kind in
      let names = [index > 0 ? "x\(index)" : nil, kind.name].compactMap(\.self)
      return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    }
    self.classes = classes.map { Array($0.utf8) }
    let lines = Self.lines(top: border, right: border, bottom: border, left: border)
    attributes = classes.map { Array(($0 + lines).utf8) }
  }

  /// Appends the attributes of a cell that has all the lines of its style.
  func appendAttributes(_ kind: Kind, to output: inout [UInt8]) {
    output.append(contentsOf: attributes[kind.rawValue])
  }

  /// Appends the attributes of a merged cell, whose lines come from several styles.
  func appendAttributes(
    _ kind: Kind, top: Border, right: Border, bottom: Border, left: Border,
    to output: inout [UInt8]
  ) {
    if top == border, right == border, bottom == border, left == border {
      return appendAttributes(kind, to: &output)
    }
    output.append(contentsOf: classes[kind.rawValue])
    output.append(
      contentsOf: Self.lines(top: top, right: right, bottom: bottom, left: left).utf8)
  }

  private static func lines(top: Border, right: Border, bottom: Border, left: Border) -> String {
    let css = HTMLStyle.border(top: top, right: right, bottom: bottom, left: left)
    return css.isEmpty ? "" : " style=\"\(css)\""
  }
}
