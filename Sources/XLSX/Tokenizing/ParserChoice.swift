/// Who reads the large parts of a workbook.
public enum ParserChoice: String, CaseIterable, Hashable, Sendable {
  /// The tokenizer where the bytes are in the form that programs write, else the XML parser.
  case automatic
  /// The XML parser alone. The results are the same.
  case libxml2
}
