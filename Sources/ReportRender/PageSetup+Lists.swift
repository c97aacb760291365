internal import Spreadsheet

extension PageSetup {
  /// A page for a table that is longer than wide: landscape A4, as wide as the page, as many pages as
  /// needed, with the header on each of them.
  static func list(header: ClosedRange<Int>?) -> PageSetup {
    var page = PageSetup()
    page.paperSize = 9
    page.isLandscape = true
    page.fitToWidth = 1
    page.fitToHeight = 0
    page.titleRows = header
    return page
  }
}
