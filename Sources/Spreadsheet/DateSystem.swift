/// The day from which a workbook counts its dates (ECMA-376 Part 1, 18.17.4.1).
public enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1900-01-01, and the 29 February 1900 that never was counts as day 60.
  case year1900
  /// Day 0 is 1904-01-01.
  case year1904
}
