/// The words of measure that were read already: a table has few of them and many rows.
final class MeasureWords {
  private var words: [String: MeasureWord] = [:]

  /// The word of a spelling.
  func word(_ text: String) -> MeasureWord {
    if let word = words[text] { return word }
    let word = MeasureWord(text)
    words[text] = word
    return word
  }
}
