import ReportModel

/// What the text of a header can mean.
struct HeaderMeaning: Sendable {
  /// The fields whose synonyms the text is; several where it is ambiguous on purpose.
  var fields: [ReportField] = []
  /// Whether the fields are synonyms of the profile, not only likely.
  var isCertain = false
  /// Whether the header has a percent sign.
  var hasPercentSign = false
  /// The unit of measure in brackets behind the header.
  var unit: String?
  /// Whether the column is known and kept beside the model.
  var isKnownExtra = false

  /// Whether the text is known at all.
  var isKnown: Bool { !fields.isEmpty || isKnownExtra }

  func means(_ field: ReportField) -> Bool { fields.contains(field) }
}
