internal import Spreadsheet

/// Turns the UTF-8 of a text form to the encoding that was asked for, block by block.
public struct CSVTextEncoder: ~Copyable {
  /// The encodings.
  public enum Encoding: String, Hashable, Sendable {
    /// UTF-8 with no mark.
    case utf8 = "utf-8"
    /// UTF-8 with a byte order mark, by which Excel knows it.
    case utf8WithMark = "utf-8-bom"
    /// GB 18030, the Chinese national standard; it holds all of Unicode.
    case gb18030
  }

  private let encoding: Encoding
  private var converter: CharacterConverter?
  private var isStarted = false

  /// Begins to encode.
  public init(_ encoding: Encoding) throws(CSVError) {
    self.encoding = encoding
    converter = nil
    if encoding == .gb18030 {
      do {
        converter = try CharacterConverter(from: "UTF-8", to: "GB18030")
      } catch {
        throw CSVError(.unknownEncoding("GB18030"), at: SourceLocation())
      }
    }
  }

  /// Whether the bytes go out as they come in, but for a mark in front.
  public var isIdentity: Bool { encoding != .gb18030 }

  /// Appends a block of UTF-8 in the encoding; a character cut at its end waits for the next block.
  public mutating func encode(
    _ block: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(CSVError) {
    start(&output)
    guard encoding == .gb18030 else {
      output.append(contentsOf: block)
      return
    }
    do {
      try converter?.convert(block, to: &output)
    } catch {
      throw CSVError(.invalidText("UTF-8"), at: SourceLocation())
    }
  }

  /// Ends the text; of an empty one only the mark is left.
  public mutating func finish(to output: inout [UInt8]) throws(CSVError) {
    start(&output)
    do {
      try converter?.finish()
    } catch {
      throw CSVError(.invalidText("UTF-8"), at: SourceLocation())
    }
  }

  private mutating func start(_ output: inout [UInt8]) {
    guard !isStarted else { return }
    isStarted = true
    if encoding == .utf8WithMark { output.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }
}
