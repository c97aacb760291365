/// A column of the old table and the one of the new table that it is compared with.
struct ColumnPair: Hashable, Sendable {
  /// The column in the old table, counted from zero.
  var old: Int
  /// The column in the new table, counted from zero.
  var new: Int
}
