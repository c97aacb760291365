extension Report {
  /// An indicator (指标): one data row of the table.
  ///
  /// A copy costs the same whatever the row holds: it counts one reference.
  public struct Indicator: Hashable, Sendable {
    @usableFromInline
    struct Fields: Hashable, Sendable {
      @usableFromInline var name: String?
      @usableFromInline var nameAddress: CellAddress?
      @usableFromInline var unit = UnitField()
      @usableFromInline var target = Measure()
      @usableFromInline var achieved = Measure()
      @usableFromInline var percent = Measure()
      @usableFromInline var lead = TextField()
      @usableFromInline var support = TextField()
      @usableFromInline var remark = TextField()
      @usableFromInline var extras: [ExtraField] = []
      @usableFromInline var row: CellAddress?
    }

    /// Always one element. A row has some twenty texts, and rows are passed on many times between the
    /// file and the result; the array makes them one reference, copied when it is changed.
    @usableFromInline var fields: [Fields]

    /// Makes an indicator without values.
    public init(name: String? = nil) {
      fields = [Fields(name: name)]
    }
  }
}

extension Report.Indicator {
  /// The name of its own, cleaned; nil where the row takes the task's.
  @inlinable public var name: String? {
    get { fields[0].name }
    set { fields[0].name = newValue }
  }

  /// Where the name stands.
  @inlinable public var nameAddress: CellAddress? {
    get { fields[0].nameAddress }
    set { fields[0].nameAddress = newValue }
  }

  /// The unit of measure.
  @inlinable public var unit: UnitField {
    get { fields[0].unit }
    set { fields[0].unit = newValue }
  }

  /// The target (指标任务).
  @inlinable public var target: Measure {
    get { fields[0].target }
    set { fields[0].target = newValue }
  }

  /// What was achieved (已完成数).
  @inlinable public var achieved: Measure {
    get { fields[0].achieved }
    set { fields[0].achieved = newValue }
  }

  /// The stated percent (占任务数), in points.
  @inlinable public var percent: Measure {
    get { fields[0].percent }
    set { fields[0].percent = newValue }
  }

  /// The responsible unit (牵头责任单位), as written.
  @inlinable public var lead: TextField {
    get { fields[0].lead }
    set { fields[0].lead = newValue }
  }

  /// The supporting units (配合单位), as written.
  @inlinable public var support: TextField {
    get { fields[0].support }
    set { fields[0].support = newValue }
  }

  /// The remark (备注).
  @inlinable public var remark: TextField {
    get { fields[0].remark }
    set { fields[0].remark = newValue }
  }

  /// Further columns by header, in the order of `Report.extraColumns`, blanks left out.
  @inlinable public var extras: [ExtraField] {
    get { fields[0].extras }
    set { fields[0].extras = newValue }
  }

  /// The cells that the row was read from.
  @inlinable public var row: CellAddress? {
    get { fields[0].row }
    set { fields[0].row = newValue }
  }
}
