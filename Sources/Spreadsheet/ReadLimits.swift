/// The bounds of what a reader accepts. A limit that is passed is an error which names it.
///
/// Sizes that a file claims are never trusted; these limits are held against what is really read.
public struct ReadLimits: Hashable, Sendable {
  /// Bytes of the file.
  public var fileSize = 256 << 20
  /// Inflated bytes of one part.
  public var partSize = 4 << 30
  /// Entries of the archive.
  public var entries = 10_000
  /// Inflated bytes of all parts that are read.
  public var inflatedSize = 8 << 30
  /// Inflated over compressed bytes; counts only past `ratioFloor` inflated bytes.
  public var compressionRatio = 200
  /// Inflated bytes from which `compressionRatio` counts.
  public var ratioFloor = 256 << 20
  /// Bytes of one text that is refused: 1 MiB.
  public var textSize = 1 << 20
  /// UTF-16 code units of one cell's text past which there is a finding: 32,767, as in the format.
  public var textLength = 32_767
  /// Open elements of an XML part.
  public var xmlDepth = 256
  /// Different names of elements and attributes of an XML part.
  public var xmlNames = 100_000
  /// Bytes of one tag with its attributes.
  public var tagSize = 256 << 10
  /// Relationships of one part.
  public var relationships = 200_000
  /// Shared strings of a workbook.
  public var sharedStrings = 20_000_000
  /// Bytes of text that one row may hold.
  public var rowSize = 32 << 20
  /// Sheets of a workbook.
  public var sheets = 10_000
  /// Cell styles of a workbook; the programs allow 65,490.
  public var styles = 65_536
  /// Merged ranges of a sheet.
  public var mergedRanges = 200_000
  /// Rows with cells of a sheet.
  public var rows = CellReference.rowLimit
  /// Columns of a sheet.
  public var columns = CellReference.columnLimit
  /// Cells of a workbook that are read into memory as a whole.
  public var cells = 4_000_000
  /// Empty places written into a text form.
  public var emptyPlaces = 100_000_000

  /// The limits that `Documentation` lists.
  public init() {}

  /// What an error says about a limit: its name, its value and the option.
  ///
  ///     ReadLimits.advice("rows", 9)  // "the limit rows is 9, and --limit rows=N raises it"
  public static func advice(_ name: String, _ value: Int) -> String {
    "the limit \(name) is \(value), and --limit \(name)=N raises it"
  }

  /// The limits by their option names, in the order in which they are documented.
  public static var named: [(name: String, path: WritableKeyPath<ReadLimits, Int>)] {
    [
      ("file-size", \.fileSize), ("part-size", \.partSize), ("entries", \.entries),
      ("inflated-size", \.inflatedSize), ("ratio", \.compressionRatio),
      ("ratio-floor", \.ratioFloor), ("text-size", \.textSize), ("text-length", \.textLength),
      ("xml-depth", \.xmlDepth), ("xml-names", \.xmlNames), ("tag-size", \.tagSize),
      ("relationships", \.relationships), ("shared-strings", \.sharedStrings),
      ("row-size", \.rowSize), ("sheets", \.sheets), ("styles", \.styles),
      ("merged-ranges", \.mergedRanges), ("rows", \.rows), ("columns", \.columns),
      ("cells", \.cells), ("empty-places", \.emptyPlaces),
    ]
  }
}
