public import Spreadsheet
internal import OpenPackaging
internal import XMLStream

/// The reason why a workbook could not be read.
public struct XLSXError: DiagnosticError, Hashable {
  /// A stable code for scripts, such as `ZIP_CRC`.
  public let code: String
  /// One sentence without a full stop.
  public let message: String
  /// Where it is.
  public let location: SourceLocation

  /// Makes an error.
  public init(code: String, at location: SourceLocation, _ message: String) {
    self.code = code
    self.message = message
    self.location = location
  }

  /// The error as a line for the user.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, code: code, at: location, message)
  }
}

extension XLSXError: CustomStringConvertible {
  /// `FILE!PLACE: error: sentence [code]`.
  public var description: String { diagnostic.description }
}

extension XLSXError {
  /// An error of the package.
  init(_ error: PackageError, file: String?) {
    self.init(
      code: error.code, at: SourceLocation(file: file, part: error.part, line: error.line),
      error.message)
  }

  /// An error of the XML of a part.
  init(_ error: XMLError, file: String?) {
    self.init(.xml(error), file: file)
  }
}
