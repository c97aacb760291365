internal import OpenPackaging
public import Spreadsheet
internal import XMLStream

extension XLSXReader {
  /// What stands around the rows of a sheet. Costs one inflation of its part unless the rows were
  /// read before; the rows themselves are skipped without looking at their XML where that is safe.
  public func outline(ofSheetAt index: Int) throws(XLSXError) -> SheetOutline {
    if let known = outlines[index] { return known }
    guard sheets.indices.contains(index), sheets[index].kind == .worksheet else {
      return SheetOutline()
    }
    let part = try sheetPart(index)
    let outline: SheetOutline
    do {
      outline = try skimmed(index, part) ?? parsed(index, part)
    } catch let error as XLSXError {
      throw error
    } catch let error as PackageError {
      throw XLSXError(error, file: file)
    } catch let error as XMLError {
      throw XLSXError(error, file: file)
    } catch {
      throw XLSXError(code: "INTERNAL", at: SourceLocation(file: file, part: part), "\(error)")
    }
    outlines[index] = outline
    return outline
  }

  /// The merged ranges of a sheet, in the order of the file.
  public func mergedRanges(ofSheetAt index: Int) throws(XLSXError) -> [CellRange] {
    try outline(ofSheetAt: index).mergedRanges
  }

  private func makeParser(_ index: Int, _ part: String) -> XMLStreamParser<OutlineHandler> {
    XMLStreamParser(
      handler: OutlineHandler(
        outline: OutlineReader(
          location: SourceLocation(file: file, sheet: sheets[index].name), limits: limits,
          colors: colors, isFull: false)),
      vocabulary: SheetSpace.vocabulary, roots: SheetHandler.roots, limits: XMLLimits(limits),
      part: part)
  }

  /// Reads the whole part as XML.
  private func parsed(_ index: Int, _ part: String) throws -> SheetOutline {
    var parser = makeParser(index, part)
    var reader = try package.open(part)
    while try reader.next() {
      try parser.feed(reader.buffer.span.extracting(0..<reader.count))
      if parser.isStopped { break }
    }
    if !parser.isStopped { try parser.finish() }
    return try finished(index, parser.handler.outline)
  }

  /// Reads the part but for what stands between `<sheetData>` and `</sheetData>`; nil where the
  /// bytes leave any doubt where that is.
  private func skimmed(_ index: Int, _ part: String) throws -> SheetOutline? {
    var parser = makeParser(index, part)
    var reader = try package.open(part)
    var skimmer = RowSkimmer()
    var failure: XMLError?
    while try reader.next() {
      let chunk = reader.buffer.span.extracting(0..<reader.count)
      let isSafe = skimmer.skim(chunk) { piece in
        guard failure == nil else { return }
        do throws(XMLError) { try parser.feed(piece) } catch { failure = error }
      }
      // What is wrong with the XML is told by the full parse, with its true place.
      if !isSafe || failure != nil { return nil }
      if parser.isStopped { break }
    }
    if !parser.isStopped {
      do throws(XMLError) { try parser.finish() } catch { return nil }
    }
    return try finished(index, parser.handler.outline)
  }

  private func finished(
    _ index: Int, _ reader: OutlineReader
  ) throws(XLSXError) -> SheetOutline {
    if let limit = reader.passedLimit { throw mergeLimit(limit, index) }
    return reader.outline
  }
}

/// Reads what stands around the rows and leaves out the rows.
struct OutlineHandler: XMLHandler {
  var outline: OutlineReader

  init(outline: OutlineReader) {
    self.outline = outline
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord else { return .skip }
    if word == .sheetData { return .skip }
    return outline.start(word, element)
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    outline.append(bytes)
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    outline.end()
    return .proceed
  }
}
