internal import Spreadsheet
internal import OpenPackaging

/// Something in a workbook that is more than cells and their looks.
public struct WorkbookFeature: Hashable, Sendable {
  /// Its name, such as `macros` or `data-validations`.
  public var name: String
  /// The sheet that has it; nil for the workbook.
  public var sheet: String?

  /// Makes a feature.
  public init(name: String, sheet: String? = nil) {
    self.name = name
    self.sheet = sheet
  }
}

extension XLSXReader {
  /// The features of the workbook and of all its sheets, in their order. Reads each sheet's
  /// surroundings where its rows were not read before.
  public func features() throws(XLSXError) -> [WorkbookFeature] {
    var features = workbookFeatures.map { WorkbookFeature(name: $0) }
    for index in sheets.indices {
      let name = sheets[index].name
      if sheets[index].kind == .chartsheet {
        features.append(WorkbookFeature(name: "charts", sheet: name))
      }
      var names = try outline(ofSheetAt: index).features
      if let part = sheetParts[index] {
        do throws(PackageError) {
          for feature in try relatedFeatures(part) where !names.contains(feature) {
            names.append(feature)
          }
        } catch {
          throw XLSXError(error, file: file)
        }
      }
      features += names.map { WorkbookFeature(name: $0, sheet: name) }
    }
    return features
  }

  /// Features that are parts of their own.
  private func relatedFeatures(_ part: String) throws(PackageError) -> [String] {
    var names: [String] = []
    for relationship in try package.relationships(of: part).all {
      switch relationship.kind {
      case "comments": names.append("comments")
      case "threadedComment": names.append("threaded-comments")
      case "pivotTable": names.append("pivot-tables")
      case "oleObject", "package": names.append("embedded-objects")
      case "queryTable": names.append("query-tables")
      case "slicer": names.append("slicers")
      case "drawing":
        guard case .part(let drawing) = relationship.target else { continue }
        for inner in try package.relationships(of: drawing).all {
          switch inner.kind {
          case "chart", "chartEx": names.append("charts")
          case "image": names.append("images")
          default: break
          }
        }
      default: break
      }
    }
    return names.reduce(into: []) { unique, name in
      if !unique.contains(name) { unique.append(name) }
    }
  }
}
