import ReportModel

/// A set of fields in one word.
struct FieldMask: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ field: ReportField) {
    rawValue = 1 << UInt32(field.position)
  }

  static let measures: FieldMask = [
    FieldMask(.unit), FieldMask(.target), FieldMask(.achieved), FieldMask(.percent),
  ]
  static let levels: FieldMask = [
    FieldMask(.goal), FieldMask(.action), FieldMask(.task), FieldMask(.indicator),
  ]

  /// The levels, from the goal down to the given one.
  static func levels(downTo field: ReportField) -> FieldMask {
    var mask: FieldMask = []
    for level in ReportField.levels {
      mask.insert(FieldMask(level))
      if level == field { break }
    }
    return mask
  }

  /// The deepest level in the set.
  var deepestLevel: ReportField? {
    ReportField.levels.last { contains(FieldMask($0)) }
  }
}
