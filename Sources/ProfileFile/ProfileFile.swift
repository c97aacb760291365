public import ReportModel
import Spreadsheet

/// Profiles as YAML; `Documentation/Profile.md` lists every key.
///
/// A profile states what differs from the standard one: a key that is absent leaves the built-in value. Every
/// key and value is checked, and what is wrong is an error with line and column. The file may come from
/// anywhere: its size, depth and patterns are bounded, and anchors, aliases and tags are refused.
public enum ProfileFile {
  /// Reads a profile; `file` is the name for errors.
  public static func profile(
    from bytes: [UInt8], file: String
  ) throws(ProfileFileError) -> Profile {
    guard let root = try YAMLDocument.root(of: bytes, file: file) else {
      throw ProfileFileError(file: file, "the file is empty", zh: "文件为空")
    }
    return try ProfileReader(file: file).profile(root)
  }

  /// Writes what differs from the standard profile, with the layouts; reading it gives the profile again.
  ///
  /// With `isWhole` every key is written, also those that are as in the standard profile.
  public static func text(of profile: Profile, isWhole: Bool = false) -> String {
    ProfileWriter(profile, notes: ProfileNotes(), isWhole: isWhole).text
  }

  /// Writes a profile with comments beside its layouts.
  public static func text(
    of profile: Profile, notes: ProfileNotes, isWhole: Bool = false
  ) -> String {
    ProfileWriter(profile, notes: notes, isWhole: isWhole).text
  }
}
