/// The patterns of rows that hold no data, in the standard profile.
public enum RowPatterns {
  /// Totals, notes and page lines.
  public static let standardSkipped: [TextPattern] = [
    "^小 *计", "^合 *计", "^总 *计", "^共 *计", "^注[:：]", "^注[0-9一二三]", "^备 *注[:：]", "^说 *明[:：]", "^填表说明",
    "第.*页", "^共.*页$",
  ].map { TextPattern.fixed($0) }
}
