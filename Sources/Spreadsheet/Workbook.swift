/// A workbook as a value: sheets with sparse rows, and all that the writer can write.
public struct Workbook: Hashable, Sendable {
  /// The sheets in their order.
  public var sheets: [Worksheet]
  /// The styles that cells refer to by index; index 0 is the default style.
  public var styles: StyleTable
  /// The day from which dates count.
  public var dateSystem: DateSystem
  /// Names of ranges and formulas.
  public var definedNames: [DefinedName]
  /// Title, author and the like.
  public var properties: DocumentProperties

  /// Makes a workbook.
  public init(
    sheets: [Worksheet] = [], styles: StyleTable = StyleTable(),
    dateSystem: DateSystem = .year1900, definedNames: [DefinedName] = [],
    properties: DocumentProperties = DocumentProperties()
  ) {
    self.sheets = sheets
    self.styles = styles
    self.dateSystem = dateSystem
    self.definedNames = definedNames
    self.properties = properties
  }
}

/// A name for a range or a formula (ECMA-376 Part 1, 18.2.5).
public struct DefinedName: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The formula without `=`, such as `Sheet1!$A$1:$C$9`.
  public var formula: String
  /// The index of the sheet that the name belongs to; nil for the whole workbook.
  public var sheet: Int?
  /// Whether the name is hidden.
  public var isHidden: Bool

  /// Makes a name.
  public init(name: String, formula: String, sheet: Int? = nil, isHidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.sheet = sheet
    self.isHidden = isHidden
  }
}

/// The properties of a document that people see (ECMA-376 Part 2, 11).
public struct DocumentProperties: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The subject.
  public var subject: String?
  /// Who made it.
  public var creator: String?
  /// Keywords.
  public var keywords: String?
  /// A description.
  public var description: String?

  /// Makes properties; all are absent unless given.
  public init(
    title: String? = nil, subject: String? = nil, creator: String? = nil, keywords: String? = nil,
    description: String? = nil
  ) {
    self.title = title
    self.subject = subject
    self.creator = creator
    self.keywords = keywords
    self.description = description
  }
}
