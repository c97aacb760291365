internal import OpenPackaging
internal import Spreadsheet

// Sheets are cheap to list and dear to read, and each row of some forms repeats the name of its
// sheet: both are bounded before anything is read.

extension WorkbookOpening {
  /// Characters of a sheet's name; the programs allow 31.
  private static let longestName = 255
  /// Bytes that several sheets over one part may be read again in all.
  private static let sharedSize = 16 << 20

  /// Refuses too many sheets, and names that no program writes.
  func checkSheets(_ file: String?, _ limits: ReadLimits) throws(XLSXError) {
    let place = SourceLocation(file: file, part: "xl/workbook.xml")
    if workbook.sheets.count > limits.sheets {
      throw XLSXError(
        code: "LIMIT", at: place,
        "the workbook has \(workbook.sheets.count) sheets; "
          + ReadLimits.advice("sheets", limits.sheets))
    }
    for (index, sheet) in workbook.sheets.enumerated()
    where sheet.name.utf16.count > Self.longestName {
      throw XLSXError(
        code: "SHEET_NAME", at: place,
        "sheet \(index + 1) has a name of \(sheet.name.utf16.count) characters; 31 are allowed")
    }
  }

  /// Several sheets over one part are doubtful, and refused where reading it again and again would
  /// take much more than the file.
  mutating func checkParts(
    _ package: Package, _ file: String?, _ limits: ReadLimits
  ) throws(XLSXError) {
    var owners: [String: Int] = [:]
    var repeated = 0
    for (index, part) in sheetParts.enumerated() {
      guard let part = part?.lowercased() else { continue }
      guard let first = owners[part] else {
        owners[part] = index
        continue
      }
      repeated += min(package.claimedSize(of: part) ?? 0, 1 << 40) + 1024
      let place = SourceLocation(file: file, sheet: sheets[index].name)
      guard repeated <= Self.sharedSize else {
        throw XLSXError(
          code: "SHARED_SHEET_PART", at: place,
          "too many sheets are made of one part; a sheet has a part of its own")
      }
      findings.append(
        Diagnostic(
          .warning, code: "SHARED_SHEET_PART", at: place,
          "the sheet is made of the same part as the sheet “\(sheets[first].name)”"))
    }
  }
}
