internal import OpenPackaging
internal import Spreadsheet

// The parts that a sheet leads to: links, comments and tables.

extension XLSXReader {
  func readRelated(
    to part: String, _ outline: SheetOutline, _ index: Int, into sheet: inout Worksheet
  ) throws {
    let relationships = try package.relationships(of: part)
    var byID: [String: Relationship] = [:]
    for relationship in relationships.all where byID[relationship.id] == nil {
      byID[relationship.id] = relationship
    }
    for link in outline.links {
      if let made = hyperlink(link, byID) {
        sheet.hyperlinks.append(made)
      } else {
        note("HYPERLINK", sheet: index, .warning, "a link without a target is left out")
      }
    }
    for rule in outline.formatRules {
      if let made = conditionalFormat(rule) {
        sheet.conditionalFormats.append(made)
      } else {
        note(
          "CONDITIONAL_FORMAT", sheet: index, .warning,
          "a conditional format of the type \(rule.type.prefix(40)) is left out")
      }
    }
    var tables: Set<String> = []
    for id in outline.tableRelationships {
      // A part is one table, however often it is named.
      if case .part(let part)? = byID[id]?.target, !tables.insert(part.lowercased()).inserted {
        note("TABLE", sheet: index, .warning, "a table that is named twice is left out")
        continue
      }
      guard let relationship = byID[id], case .part(let part) = relationship.target,
        package.hasPart(part)
      else {
        note("TABLE", sheet: index, .warning, "a table whose part is missing is left out")
        continue
      }
      let handler = try package.parse(
        part, TableHandler(), vocabulary: SheetSpace.vocabulary, roots: TableHandler.roots)
      if let table = handler.table {
        sheet.tables.append(table)
      } else {
        note("TABLE", sheet: index, .warning, "a table without a range is left out")
      }
    }
    try readComments(relationships, into: &sheet)
    sheet.richText = outline.richText
  }

  private func hyperlink(
    _ link: SheetOutline.Link, _ relationships: [String: Relationship]
  ) -> Hyperlink? {
    var target: Hyperlink.Target?
    if let relationship = link.relationship.flatMap({ relationships[$0] }) {
      switch relationship.target {
      case .external(let address):
        target =
          address.hasPrefix("#")
          ? .internal(String(address.dropFirst()))
          : .external(link.location.map { address + "#" + $0 } ?? address)
      case .part(let text), .escaping(let text):
        // A relative address without a mode: a file beside the workbook.
        target = .external(text)
      }
    } else if let location = link.location {
      target = .internal(location)
    }
    return target.map { Hyperlink(range: link.range, target: $0, tooltip: link.tooltip) }
  }

  private func conditionalFormat(_ rule: SheetOutline.FormatRule) -> ConditionalFormat? {
    guard !rule.ranges.isEmpty else { return nil }
    let style = rule.style.flatMap { differences.indices.contains($0) ? differences[$0] : nil }
    switch rule.type {
    case "dataBar":
      return ConditionalFormat(
        ranges: rule.ranges, rule: .dataBar(rule.color ?? Color(rgb: 0x638EC6)))
    case "cellIs":
      guard let comparison = rule.comparison.flatMap(ConditionalFormat.Comparison.init),
        let formula = rule.formulas.first
      else { return nil }
      return ConditionalFormat(
        ranges: rule.ranges,
        rule: .cellIs(comparison, formula: formula, font: style?.font, fill: style?.fill))
    default:
      // Rules about text, blanks and errors carry the formula that they mean.
      guard rule.type != "colorScale", rule.type != "iconSet", let formula = rule.formulas.first
      else { return nil }
      return ConditionalFormat(
        ranges: rule.ranges,
        rule: .expression(formula, font: style?.font, fill: style?.fill))
    }
  }

  private func readComments(
    _ relationships: Relationships, into sheet: inout Worksheet
  ) throws {
    var threaded: [CellReference: Comment] = [:]
    var order: [CellReference] = []
    var seen: Set<String> = []
    var persons: [String: String]?
    for relationship in relationships.of("threadedComment") {
      guard case .part(let part) = relationship.target, package.hasPart(part),
        seen.insert(part.lowercased()).inserted
      else { continue }
      let names = try persons ?? self.persons()
      persons = names
      let handler = try package.parse(
        part, ThreadedCommentsHandler(persons: names), vocabulary: SheetSpace.vocabulary,
        roots: ThreadedCommentsHandler.roots)
      for comment in handler.comments {
        if threaded[comment.reference] == nil {
          order.append(comment.reference)
          threaded[comment.reference] = comment
        } else {
          threaded[comment.reference]?.text += "\n" + comment.author + ": " + comment.text
        }
      }
    }
    for relationship in relationships.of("comments") {
      guard case .part(let part) = relationship.target, package.hasPart(part),
        seen.insert(part.lowercased()).inserted
      else { continue }
      let handler = try package.parse(
        part, CommentsHandler(), vocabulary: SheetSpace.vocabulary, roots: CommentsHandler.roots)
      // A thread is stored a second time as a note for old versions.
      sheet.comments += handler.comments.filter { threaded[$0.reference] == nil }
    }
    sheet.comments += order.compactMap { threaded[$0] }
    sheet.comments.sort { $0.reference < $1.reference }
  }

  private func persons() throws(PackageError) -> [String: String] {
    guard let relationship = relationships.first("person"),
      case .part(let part) = relationship.target, package.hasPart(part)
    else { return [:] }
    return try package.parse(
      part, PersonsHandler(), vocabulary: SheetSpace.vocabulary, roots: PersonsHandler.roots
    ).names
  }

  func readProperties() throws(PackageError) -> DocumentProperties {
    guard let relationship = package.relationships.first("core-properties"),
      case .part(let part) = relationship.target, package.hasPart(part)
    else { return DocumentProperties() }
    return try package.parse(
      part, PropertiesHandler(), vocabulary: SheetSpace.vocabulary,
      roots: PropertiesHandler.roots
    ).properties
  }
}
