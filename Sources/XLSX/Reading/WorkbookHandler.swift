internal import Spreadsheet
internal import XMLStream

/// Reads the part of the workbook: sheets, names and the date system.
struct WorkbookHandler: XMLHandler {
  static let roots = [SheetSpace.root(.workbook)]

  /// A sheet as the workbook lists it.
  struct Sheet {
    var name: String
    var relationship: String?
    var visibility: SheetVisibility
  }

  var sheets: [Sheet] = []
  var definedNames: [DefinedName] = []
  var dateSystem = DateSystem.year1900
  var hasExternalReferences = false
  var hasPivotCaches = false
  private var path: [SheetWord] = []
  private var text: [UInt8] = []

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord else { return .skip }
    switch (path.last, word) {
    case (nil, .workbook): break
    case (.workbook, .workbookPr):
      if element.isTrue(.date1904) { dateSystem = .year1904 }
    case (.sheets, .sheet):
      sheets.append(
        Sheet(
          name: TextEscapes.decoded(element.value(.name) ?? ""),
          relationship: element.string(
            local: SheetWord.id.rawValue, namespace: SheetSpace.relationships),
          visibility: element.value(.state).flatMap { SheetVisibility(rawValue: $0) } ?? .visible))
    case (.definedNames, .definedName):
      text.removeAll(keepingCapacity: true)
      definedNames.append(
        DefinedName(
          name: TextEscapes.decoded(element.value(.name) ?? ""), formula: "",
          sheet: element.integer(.localSheetId), isHidden: element.isTrue(.hidden)))
    case (.workbook, .externalReferences): hasExternalReferences = true
    case (.workbook, .pivotCaches): hasPivotCaches = true
    case (.workbook, .sheets), (.workbook, .definedNames): break
    default: return .skip
    }
    path.append(word)
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    if path.last == .definedName { text.append(bytes) }
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    if path.popLast() == .definedName, !definedNames.isEmpty {
      TextEscapes.decode(&text, from: 0)
      definedNames[definedNames.count - 1].formula = String(decoding: text, as: UTF8.self)
    }
    return .proceed
  }
}
