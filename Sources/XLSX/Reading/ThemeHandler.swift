internal import XMLStream

/// Reads the twelve colours of a theme.
struct ThemeHandler: XMLHandler {
  static let roots = [
    XMLName(namespace: SheetSpace.drawing, local: SheetWord.theme.rawValue)
  ]
  private static let order: [SheetWord] = [
    .dk1, .lt1, .dk2, .lt2, .accent1, .accent2, .accent3, .accent4, .accent5, .accent6, .hlink,
    .folHlink,
  ]

  var colors: [Int: UInt32] = [:]
  private var path: [SheetWord] = []

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard element.name.namespace == SheetSpace.drawing,
      let word = SheetWord(rawValue: element.name.local)
    else { return .skip }
    if path.count >= 2, path[path.count - 2] == .clrScheme, let parent = path.last,
      let place = Self.order.firstIndex(of: parent)
    {
      let text = word == .sysClr ? element.value(.lastClr) : element.value(.val)
      if let color = text.flatMap({ UInt32($0, radix: 16) }) { colors[place] = color & 0xFF_FFFF }
    }
    path.append(word)
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow { .proceed }

  mutating func end(_ name: XMLName) -> XMLFlow {
    // Nothing of a theme but its colours is of use.
    path.popLast() == .clrScheme ? .stop : .proceed
  }
}
