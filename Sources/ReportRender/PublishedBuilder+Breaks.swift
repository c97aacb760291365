import Spreadsheet

// A page ends anywhere, and a text in a merged cell that stands just there is printed in two halves.
// So the pages are ended here, as late as fits, where no text is cut through.

extension PublishedBuilder {
  /// Ends the pages between rows, above no text that stands over both, and never below a section's line.
  mutating func setBreaks() {
    var tops = [0.0]
    for row in sheet.rows { tops.append((tops.last ?? 0) + (row.height ?? Self.lineHeight)) }
    let header = (tops[headerRows.upperBound + 1] - tops[headerRows.lowerBound])
    let sections = Set(sectionRows.compactMap { $0 })
    let cut = cutRows(tops)
    var start = 0
    var room = pageHeight
    while let end = tops.lastIndex(where: { $0 - tops[start] <= room }), end < sheet.rows.count {
      let least = max(headerRows.upperBound + 2, start + 1)
      guard end > least else { return }
      let isGood = { (row: Int) in !cut[row] && !sections.contains(row - 1) }
      // Better a text cut through than a page half blank.
      let fits = (least...end).last { isGood($0) && tops[$0] - tops[start] >= room / 2 }
      start = fits ?? end
      sheet.page.rowBreaks.append(start - 1)
      room = pageHeight - header
    }
  }

  /// By row, whether a page that begins with it cuts a text through.
  private func cutRows(_ tops: [Double]) -> [Bool] {
    var cut = [Bool](repeating: false, count: tops.count)
    for label in labels where label.rows.count > 1 {
      let width = label.columns.reduce(0) { $0 + columns[$1].width }
      let half = Self.height(of: label.text, width: width) / 2
      let middle = (tops[label.rows.lowerBound] + tops[label.rows.upperBound + 1]) / 2
      for row in label.rows.dropFirst() where abs(tops[row] - middle) < half { cut[row] = true }
    }
    return cut
  }

  /// The points of rows that a page takes, a little less for programs that scale otherwise.
  private var pageHeight: Double {
    let (width, height) = (841.89, 595.28)
    let margins = sheet.page.margins ?? PageMargins(left: 0.7, right: 0.7, top: 0.75, bottom: 0.75)
    // A character is seven pixels of three quarters of a point.
    let table = columns.reduce(0) { $0 + $1.width } * 5.25
    let scale = min(1, (width - (margins.left + margins.right) * 72) / max(table, 1))
    return (height - (margins.top + margins.bottom) * 72) / ((scale * 100).rounded(.down) / 100)
      * 0.97
  }
}
