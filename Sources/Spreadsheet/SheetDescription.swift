/// Whether a sheet is shown, and who can show it again.
public enum SheetVisibility: String, Hashable, Sendable {
  /// Shown.
  case visible
  /// Hidden; the user can show it from the menu.
  case hidden
  /// Hidden so that only a program can show it.
  case veryHidden
}

/// What a sheet is.
public enum SheetKind: String, Hashable, Sendable {
  /// A sheet of cells.
  case worksheet
  /// A sheet that is one chart; it has no cells.
  case chartsheet
  /// A dialog of old versions.
  case dialogsheet
  /// A macro sheet of old versions.
  case macrosheet
}

/// What is known of a sheet before its rows are read.
public struct SheetDescription: Hashable, Sendable {
  /// The name as shown.
  public var name: String
  /// Whether it is shown.
  public var visibility: SheetVisibility
  /// What it is.
  public var kind: SheetKind

  /// Makes a description.
  public init(name: String, visibility: SheetVisibility = .visible, kind: SheetKind = .worksheet) {
    self.name = name
    self.visibility = visibility
    self.kind = kind
  }
}
