/// The reason why an archive could not be read or written.
public struct ZipError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be opened.
    case cannotOpen
    /// A folder, pipe or device.
    case notAFile
    /// The system reports an error while reading or writing.
    case inputOutput
    /// Not a zip archive at all.
    case notAnArchive
    /// The end is missing.
    case truncated
    /// The structures of the archive contradict each other.
    case damaged
    /// Two entries share bytes.
    case overlap
    /// Two entries have one name.
    case duplicate
    /// One of several files that make up an archive.
    case split
    /// An entry needs a password.
    case encrypted
    /// An entry is packed by a method other than deflate.
    case unsupportedMethod
    /// The checksum is not that of the bytes.
    case checksumMismatch
    /// The size is not that of the bytes.
    case sizeMismatch
    /// The compressed bytes are no deflate stream.
    case badDeflate
    /// A limit was passed; the name is that of the option `--limit`.
    case limit(name: String, value: Int)
    /// The caller asks a writer for what the format does not allow.
    case cannotWrite
  }

  /// What is wrong.
  public let kind: Kind
  /// The name of the entry, where one is meant.
  public let entry: String?
  /// One sentence, with no full stop at its end.
  public let message: String

  /// Makes an error.
  public init(_ kind: Kind, entry: String? = nil, _ message: String) {
    self.kind = kind
    self.entry = entry
    self.message = message
  }
}

extension ZipError {
  /// The stable code, such as `ZIP_CRC`.
  public var code: String {
    switch kind {
    case .cannotOpen: "CANNOT_OPEN"
    case .notAFile: "NOT_A_FILE"
    case .inputOutput: "IO"
    case .notAnArchive: "NOT_A_ZIP"
    case .truncated: "ZIP_TRUNCATED"
    case .damaged: "ZIP_DAMAGED"
    case .overlap: "ZIP_OVERLAP"
    case .duplicate: "ZIP_DUPLICATE"
    case .split: "ZIP_SPLIT"
    case .encrypted: "ZIP_ENCRYPTED"
    case .unsupportedMethod: "ZIP_METHOD"
    case .checksumMismatch: "ZIP_CRC"
    case .sizeMismatch: "ZIP_SIZE"
    case .badDeflate: "ZIP_DEFLATE"
    case .limit: "LIMIT"
    case .cannotWrite: "ZIP_WRITE"
    }
  }

  /// The error of a limit: it names the limit, the value met and the option.
  static func limit(
    _ name: String, _ value: Int, entry: String? = nil, _ what: String
  ) -> ZipError {
    ZipError(
      .limit(name: name, value: value), entry: entry,
      "\(what), and the limit is \(value); --limit \(name)=N raises it")
  }
}

extension ZipError: CustomStringConvertible {
  /// `ENTRY: error: sentence [code]`.
  public var description: String {
    (entry.map { $0 + ": " } ?? "") + "error: \(message) [\(code)]"
  }
}
