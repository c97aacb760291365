import ReportModel

/// A set of fields in one word.
struct FieldMask: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ field: ReportField) {
    let bit: UInt32 =
      switch field {
      case .sectionNumber: 0
      case .section: 1
      case .serial: 2
      case .goal: 3
      case .action: 4
      case .task: 5
      case .indicator: 6
      case .unit: 7
      case .target: 8
      case .achieved: 9
      case .percent: 10
      case .lead: 11
      case .support: 12
      case .remark: 13
      case .group: 14
      case .extrasJSON: 15
      case .percentStated: 16
      case .extra: 17
      case .ignored: 18
      }
    rawValue = 1 << bit
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
