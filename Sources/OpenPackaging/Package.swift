public import XMLStream
public import Zip

/// A package: parts in a zip archive, bound together by relationships (ECMA-376 Part 2).
///
/// Opening reads the central directory, the content types and the relationships of the package.
/// Parts are found whatever their letter case; targets outside the package are never followed.
public struct Package: Sendable {
  /// The archive.
  public let archive: ZipArchive
  /// The content types; empty where the part that lists them is missing.
  public let contentTypes: ContentTypes
  /// The relationships of the package itself.
  public let relationships: Relationships
  /// The part that the document begins with, such as `xl/workbook.xml`.
  public let mainPart: String
  /// The bounds of XML parts.
  public let xmlLimits: XMLLimits
  /// The most relationships of one part.
  public let relationshipLimit: Int

  /// Opens a package that holds a workbook; anything else is refused by what it is.
  public init(
    source: any ByteSource, limits: ZipLimits = ZipLimits(), xmlLimits: XMLLimits = XMLLimits(),
    relationshipLimit: Int = 200_000
  ) throws(PackageError) {
    archive = try Self.openArchive(source, limits: limits)
    self.xmlLimits = xmlLimits
    self.relationshipLimit = relationshipLimit
    if let entry = archive.entry(forPart: "[Content_Types].xml") {
      contentTypes = try Self.parse(
        entry, in: archive, ContentTypesHandler(), vocabulary: PackageWord.vocabulary,
        roots: [ContentTypesHandler.root], limits: xmlLimits
      ).types
    } else {
      contentTypes = ContentTypes()
    }
    if let entry = archive.entry(forPart: "_rels/.rels") {
      relationships = try Self.relationships(
        entry, of: "", in: archive, xmlLimits, limit: relationshipLimit)
    } else {
      relationships = Relationships()
    }
    mainPart = try Self.findWorkbook(
      in: archive, contentTypes: contentTypes, relationships: relationships)
  }

  private static func openArchive(
    _ source: any ByteSource, limits: ZipLimits
  ) throws(PackageError) -> ZipArchive {
    let kind: FileKind?
    do throws(ZipError) {
      kind = try FileKind.recognize(head: source.bytes(at: 0, count: 4096), source: source)
    } catch {
      throw .zip(error)
    }
    switch kind {
    case .empty, .encrypted, .xls, .compoundFile, .pdf, .otherArchive:
      throw .fileKind(kind ?? .unknown)
    default:
      break
    }
    do throws(ZipError) {
      return try ZipArchive(source: source, limits: limits)
    } catch {
      // Junk may stand before an archive, so what looks like text was tried as one.
      if let kind, case .notAnArchive = error.kind { throw .fileKind(kind) }
      throw .zip(error)
    }
  }
}

// MARK: - Parts

extension Package {
  /// Whether there is such a part.
  public func hasPart(_ name: String) -> Bool {
    archive.entry(forPart: name) != nil
  }

  /// The inflated size that the archive claims for a part.
  public func claimedSize(of part: String) -> Int? {
    archive.entry(forPart: part)?.uncompressedSize
  }

  /// Opens a part to read its bytes in chunks.
  public func open(
    _ part: String, chunk: Int = 128 << 10, readsAhead: Bool = false
  ) throws(PackageError) -> PartReader {
    guard let entry = archive.entry(forPart: part) else { throw .missingPart(part) }
    do throws(ZipError) {
      return try PartReader(entry, of: archive, chunk: chunk, readsAhead: readsAhead)
    } catch {
      throw .zip(error)
    }
  }

  /// All inflated bytes of a part, verified.
  public func contents(of part: String) throws(PackageError) -> [UInt8] {
    guard let entry = archive.entry(forPart: part) else { throw .missingPart(part) }
    do throws(ZipError) {
      return try archive.contents(of: entry)
    } catch {
      throw .zip(error)
    }
  }

  /// The relationships of a part; none where it has no such part.
  public func relationships(of part: String) throws(PackageError) -> Relationships {
    guard let entry = archive.entry(forPart: PartName.relationships(of: part)) else {
      return Relationships()
    }
    return try Self.relationships(
      entry, of: part, in: archive, xmlLimits, limit: relationshipLimit)
  }

  private static func relationships(
    _ entry: ZipEntry, of part: String, in archive: ZipArchive, _ limits: XMLLimits, limit: Int
  ) throws(PackageError) -> Relationships {
    let handler = try parse(
      entry, in: archive, RelationshipsHandler(source: part, limit: limit),
      vocabulary: PackageWord.vocabulary, roots: [RelationshipsHandler.root], limits: limits)
    if handler.passesLimit { throw .relationships(part: entry.name, limit: limit) }
    return Relationships(handler.relationships)
  }

  /// The part that a relationship of `source` leads to; throws where it leads elsewhere.
  public func part(
    _ relationship: Relationship, of source: String
  ) throws(PackageError) -> String {
    switch relationship.target {
    case .part(let part): return part
    case .external(let target): throw .externalTarget(part: source, target: target)
    case .escaping(let target): throw .escapingTarget(part: source, target: target)
    }
  }

  /// Reads a whole part with a handler, to the verified end unless the handler stops.
  public func parse<Handler: XMLHandler>(
    _ part: String, _ handler: consuming Handler, vocabulary: XMLVocabulary, roots: [XMLName]
  ) throws(PackageError) -> Handler {
    guard let entry = archive.entry(forPart: part) else { throw .missingPart(part) }
    return try Self.parse(
      entry, in: archive, handler, vocabulary: vocabulary, roots: roots, limits: xmlLimits)
  }

  private static func parse<Handler: XMLHandler>(
    _ entry: ZipEntry, in archive: ZipArchive, _ handler: consuming Handler,
    vocabulary: XMLVocabulary, roots: [XMLName], limits: XMLLimits
  ) throws(PackageError) -> Handler {
    var parser = XMLStreamParser(
      handler: handler, vocabulary: vocabulary, roots: roots, limits: limits, part: entry.name)
    var bytes: PartReader
    do throws(ZipError) {
      bytes = try PartReader(entry, of: archive, chunk: 32 << 10, readsAhead: false)
    } catch {
      throw .zip(error)
    }
    while try bytes.next() {
      do throws(XMLError) {
        try parser.feed(bytes.buffer.span.extracting(0..<bytes.count))
      } catch {
        throw .xml(error)
      }
      if parser.isStopped { return parser.handler }
    }
    do throws(XMLError) {
      try parser.finish()
    } catch {
      throw .xml(error)
    }
    return parser.handler
  }
}
