/// Comments for a profile that is written: above all of it, and beside the rows and columns of its layouts.
public struct ProfileNotes: Hashable, Sendable {
  /// Lines above the profile.
  public var head: [String] = []
  /// What stands beside a column, by the layout's place in the list and the column.
  public var columns: [Place: String] = [:]
  /// What stands beside a row, by the layout's place in the list and the row.
  public var rows: [Place: String] = [:]

  /// A row or column of one layout.
  public struct Place: Hashable, Sendable {
    /// The layout's place in the list.
    public var layout: Int
    /// The row or column, counted from zero.
    public var index: Int

    /// Makes a place.
    public init(layout: Int, index: Int) {
      self.layout = layout
      self.index = index
    }
  }

  /// No comments.
  public init() {}
}
