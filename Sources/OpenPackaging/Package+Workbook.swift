internal import Zip

extension Package {
  private static let folder = "application/vnd.openxmlformats-officedocument."

  /// The part of the workbook: by the relationship of the package, else by content type, else by
  /// its usual name. A package of another kind is refused by what it is.
  static func findWorkbook(
    in archive: ZipArchive, contentTypes: ContentTypes, relationships: Relationships
  ) throws(PackageError) -> String {
    for relationship in relationships.of("officeDocument") {
      switch relationship.target {
      case .part(let part):
        let type = contentTypes.type(of: part) ?? ""
        if let kind = otherKind(type, part: part) { throw .fileKind(kind) }
        if archive.entry(forPart: part) != nil { return part }
      case .external(let target):
        throw .externalTarget(part: "_rels/.rels", target: target)
      case .escaping(let target):
        throw .escapingTarget(part: "_rels/.rels", target: target)
      }
    }
    for (part, type) in contentTypes.parts where archive.entry(forPart: part) != nil {
      if isWorkbook(type) { return part }
      if isMain(type), let kind = otherKind(type, part: part) { throw .fileKind(kind) }
    }
    if archive.entry(forPart: "xl/workbook.xml") != nil { return "xl/workbook.xml" }
    if let relationship = relationships.first("officeDocument"),
      case .part(let part) = relationship.target
    {
      throw .missingPart(part)
    }
    throw .fileKind(try otherArchive(archive))
  }

  /// The content types of workbooks as programs write them: workbook, template, with and without macros.
  private static let workbookTypes: Set<String> = {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let excel = "application/vnd.ms-excel."
    return [
      office + "sheet.main+xml", office + "template.main+xml",
      excel + "sheet.macroEnabled.main+xml", excel + "template.macroEnabled.main+xml",
    ]
  }()

  private static func isWorkbook(_ type: String) -> Bool {
    if workbookTypes.contains(type) { return true }
    let type = type.lowercased()
    return type.hasSuffix("main+xml")
      && (type.contains("spreadsheetml") || type.contains("ms-excel"))
  }

  private static func isMain(_ type: String) -> Bool {
    type.lowercased().contains(".main")
  }

  /// The kind of a main part that is no workbook in XML.
  private static func otherKind(_ type: String, part: String) -> FileKind? {
    if workbookTypes.contains(type), !part.lowercased().hasSuffix(".bin") { return nil }
    let type = type.lowercased()
    if type.contains("sheet.binary") || part.lowercased().hasSuffix(".bin") { return .xlsb }
    if type.contains("wordprocessingml") || type.contains("ms-word") { return .docx }
    if type.contains("presentationml") || type.contains("ms-powerpoint") { return .pptx }
    if isWorkbook(type) { return nil }
    if part.lowercased().hasPrefix("word/") { return .docx }
    if part.lowercased().hasPrefix("ppt/") { return .pptx }
    return nil
  }

  /// The kind of an archive without a workbook, by the names in it.
  private static func otherArchive(_ archive: ZipArchive) throws(PackageError) -> FileKind {
    if let entry = archive.entry(forPart: "mimetype") {
      do throws(ZipError) {
        let bytes = try archive.contents(of: entry, limit: 4096)
        let type = String(decoding: bytes, as: UTF8.self)
        if type.contains("opendocument.spreadsheet") { return .ods }
        if type.contains("opendocument") { return .openDocument }
      } catch {
        throw .zip(error)
      }
    }
    if archive.entry(forPart: "xl/workbook.bin") != nil { return .xlsb }
    if archive.entry(forPart: "word/document.xml") != nil { return .docx }
    if archive.entry(forPart: "ppt/presentation.xml") != nil { return .pptx }
    if archive.entry(forPart: "Index/Document.iwa") != nil { return .numbers }
    return .zip
  }
}
