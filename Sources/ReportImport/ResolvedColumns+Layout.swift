import ReportModel

extension ResolvedColumns {
  /// The columns that a layout states, with what their headers add.
  init(_ layout: SheetLayout, header: HeaderBlock?, lexicon: HeaderLexicon) {
    columns = layout.columns.sorted { $0.column < $1.column }.map { stated in
      let path = header?.columns.first { $0.column == stated.column }?.path ?? []
      let meaning = lexicon.meaning(of: path.last?.text ?? stated.header)
      return Column(
        column: stated.column, field: stated.field, header: stated.header, isKnown: true,
        hasPercentSign: path.contains { $0.text.contains("%") || $0.text.contains("％") },
        unit: meaning.unit)
    }
    flaw = nil
  }
}
