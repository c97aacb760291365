internal import XMLStream

/// The names in content types and relationships.
enum PackageWord: UInt16, CaseIterable {
  case Types = 1
  case Default, Override, Extension, PartName, ContentType
  case Relationships, Relationship, Id, Target, TargetMode
  case type

  static let contentTypes: UInt8 = 1
  static let relationships: UInt8 = 2

  static let vocabulary = XMLVocabulary(
    // Written out: asking each case for its name takes a part of every start.
    names: [
      "Types", "Default", "Override", "Extension", "PartName", "ContentType", "Relationships",
      "Relationship", "Id", "Target", "TargetMode", "Type",
    ],
    namespaces: [
      .init("http://schemas.openxmlformats.org/package/2006/content-types", contentTypes),
      .init("http://schemas.openxmlformats.org/package/2006/relationships", relationships),
      .init("http://purl.oclc.org/ooxml/package/content-types", contentTypes),
      .init("http://purl.oclc.org/ooxml/package/relationships", relationships),
    ])
}
