internal import Spreadsheet
internal import XMLStream

/// Reads a table (ECMA-376 Part 1, 18.5.1.2).
struct TableHandler: XMLHandler {
  static let roots = [SheetSpace.root(.table)]

  private(set) var table: Table?
  private var depth = 0

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord else { return .skip }
    switch word {
    case .table:
      guard let range = element.value(.ref).flatMap({ CellRange($0) }) else { return .stop }
      table = Table(
        name: TextEscapes.decoded(element.value(.displayName) ?? element.value(.name) ?? ""),
        range: range, columnNames: [])
    case .tableColumn:
      table?.columnNames.append(TextEscapes.decoded(element.value(.name) ?? ""))
      return .skip
    case .tableStyleInfo:
      table?.styleName = element.value(.name)
    case .tableColumns: break
    default: return .skip
    }
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow { .proceed }
  mutating func end(_ name: XMLName) -> XMLFlow { .proceed }
}

/// Reads the properties of a document (ECMA-376 Part 2, 8).
struct PropertiesHandler: XMLHandler {
  static let roots = [SheetSpace.root(.coreProperties, namespace: SheetSpace.properties)]

  private(set) var properties = DocumentProperties()
  private var text: [UInt8] = []
  private var depth = 0

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    depth += 1
    text.removeAll(keepingCapacity: true)
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    text.append(bytes)
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    defer {
      depth -= 1
      text.removeAll(keepingCapacity: true)
    }
    guard depth == 2, !text.isEmpty else { return .proceed }
    let value = String(decoding: text, as: UTF8.self)
    switch SheetWord(rawValue: name.local) {
    case .title: properties.title = value
    case .subject: properties.subject = value
    case .creator: properties.creator = value
    case .keywords: properties.keywords = value
    case .description: properties.description = value
    default: break
    }
    return .proceed
  }
}
