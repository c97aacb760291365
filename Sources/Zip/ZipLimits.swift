/// The bounds of what an archive may hold. They are held against what is really there.
public struct ZipLimits: Hashable, Sendable {
  /// Bytes of the archive.
  public var fileSize = 256 << 20
  /// Entries of the archive.
  public var entries = 10_000
  /// Inflated bytes of one entry.
  public var partSize = 4 << 30
  /// Inflated bytes of all entries that are read; an entry that is read twice counts once.
  public var inflatedSize = 8 << 30
  /// Inflated over compressed bytes; counts only past `ratioFloor`.
  public var compressionRatio = 200
  /// Inflated bytes from which `compressionRatio` counts.
  public var ratioFloor = 256 << 20

  /// The default limits.
  public init() {}

  /// The bytes that the central directory may have: far more than honest names and dates need.
  var centralDirectorySize: Int {
    let (more, overflow) = max(0, entries - 10_000).multipliedReportingOverflow(by: 1_024)
    return overflow ? .max : (16 << 20) + min(more, 1 << 40)
  }

  /// Whether so many inflated bytes out of so many compressed ones are a bomb.
  func isBomb(inflated: Int, compressed: Int) -> Bool {
    guard inflated > ratioFloor else { return false }
    let (allowed, overflow) = max(compressed, 1).multipliedReportingOverflow(by: compressionRatio)
    return !overflow && inflated > allowed
  }
}
