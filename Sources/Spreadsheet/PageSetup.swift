/// How a sheet is printed (ECMA-376 Part 1, 18.3.1.62 to 18.3.1.70).
public struct PageSetup: Hashable, Sendable {
  /// Paper sizes by their number in the standard: 9 is A4, 8 is A3.
  public var paperSize: Int?
  /// Whether the paper lies across.
  public var isLandscape = false
  /// Pages across that the sheet is fitted to; 0 for as many as needed, nil for no fitting.
  public var fitToWidth: Int?
  /// Pages down that the sheet is fitted to; 0 for as many as needed.
  public var fitToHeight: Int?
  /// Rows printed again on each page, counted from zero.
  public var titleRows: ClosedRange<Int>?
  /// Columns printed again on each page, counted from zero.
  public var titleColumns: ClosedRange<Int>?
  /// The range that is printed; nil for all.
  public var area: CellRange?
  /// The header in the codes of the standard, such as `&C&"Bold"Title`.
  public var header: String?
  /// The footer in the codes of the standard, such as `&C第 &P 页，共 &N 页`.
  public var footer: String?
  /// Whether the table is centred between the margins.
  public var isCenteredHorizontally = false
  /// Margins in inches: left, right, top, bottom.
  public var margins: PageMargins?
  /// Rows after which a page ends, counted from zero.
  public var rowBreaks: [Int] = []

  /// The default page.
  public init() {}
}

/// The margins of a page in inches.
public struct PageMargins: Hashable, Sendable {
  /// The left margin.
  public var left: Double
  /// The right margin.
  public var right: Double
  /// The top margin.
  public var top: Double
  /// The bottom margin.
  public var bottom: Double

  /// Makes margins.
  public init(left: Double, right: Double, top: Double, bottom: Double) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }
}
