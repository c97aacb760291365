/// A field of the table and how it is recognised and filled.
public struct FieldRule: Hashable, Sendable {
  /// From where a blank cell takes its value.
  public enum Fill: String, Hashable, Sendable, CaseIterable {
    /// Nowhere.
    case none
    /// From the merged range that it lies in.
    case merge
    /// From the merged range, else from the row above under the same parent.
    case mergeAndBlank = "merge+blank"
  }

  /// How bare numbers of a percent column are read.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// As points where the header or a cell has a percent sign; else doubtful ones are reported.
    case auto
    /// As points: 98.5 is 98.5%.
    case points
    /// As a ratio: 0.985 is 98.5%.
    case ratio
  }

  /// The field.
  public var field: ReportField
  /// The headers that mean it.
  public var headers: [String]
  /// Whether a table without it is refused.
  public var isRequired: Bool
  /// The levels that stand in the columns under one merged header, from left to right.
  public var levels: [ReportField]
  /// From where blanks are filled.
  public var fill: Fill
  /// How bare numbers of a percent column are read.
  public var scale: Scale

  /// Makes a rule.
  public init(
    _ field: ReportField, headers: [String], isRequired: Bool = false,
    levels: [ReportField] = [], fill: Fill = .merge, scale: Scale = .auto
  ) {
    self.field = field
    self.headers = headers
    self.isRequired = isRequired
    self.levels = levels
    self.fill = fill
    self.scale = scale
  }
}

extension Profile {
  /// The rule of a field; a rule without headers where the profile has none.
  public func rule(for field: ReportField) -> FieldRule {
    fields.first { $0.field == field } ?? FieldRule(field, headers: [])
  }
}

extension FieldRule {
  /// The fields of the standard profile with all their synonyms.
  ///
  /// A header that stands in several lists is ambiguous on purpose: what stands below decides.
  public static let standard: [FieldRule] = [
    FieldRule(.sectionNumber, headers: ["类别序号", "类别编号", "section_no"], fill: .mergeAndBlank),
    FieldRule(
      .section, headers: ["类别", "项目类别", "分类", "级别", "项目级别", "板块", "section"],
      fill: .mergeAndBlank),
    FieldRule(
      .serial, headers: ["序号", "编号", "项目序号", "项目编号", "No.", "NO", "goal_no"],
      fill: .mergeAndBlank),
    FieldRule(
      .goal,
      headers: [
        "考核指标", "项目", "项目名称", "实事项目", "民生实事项目", "重点民生实事项目", "民生实事", "实事项目名称", "重点工作",
        "一级指标", "goal",
      ],
      isRequired: true, levels: ReportField.levels, fill: .mergeAndBlank),
    FieldRule(
      .action,
      headers: ["工作举措", "举措", "重点工作", "具体项目", "具体举措", "主要举措", "工作措施", "二级指标", "action"],
      fill: .mergeAndBlank),
    FieldRule(
      .task,
      headers: [
        "任务内容", "工作任务", "年度目标任务", "目标任务", "任务", "工作内容", "主要内容", "主要任务", "具体任务", "建设内容", "年度任务",
        "task",
      ],
      fill: .mergeAndBlank),
    FieldRule(
      .indicator,
      headers: ["指标", "指标名称", "考核内容", "三级指标", "具体指标", "indicator"], fill: .none),
    FieldRule(.unit, headers: ["单位", "计量单位", "unit"]),
    FieldRule(
      .target,
      headers: [
        "指标任务", "指标任务数", "任务数", "目标值", "目标数", "年度目标", "年度目标值", "年度计划", "年度计划数", "年度任务数", "计划数",
        "计划",
        "计划任务数", "年度指标值", "指标值", "目标任务数", "目标任务", "target",
      ]),
    FieldRule(
      .achieved,
      headers: [
        "已完成数", "已完成", "完成数", "完成值", "完成数量", "累计完成", "累计完成数", "累计完成值", "实际完成", "实际完成值", "实际完成数",
        "实际完成情况",
        "进度", "全年完成", "全年完成数", "achieved",
      ]),
    FieldRule(
      .percent,
      headers: [
        "占任务数", "占任务", "完成率", "完成比例", "完成比例(%)", "占任务%", "占任务比例", "占任务数比例", "进度(%)", "进度", "完成百分比",
        "完成进度", "任务完成率", "percent",
      ]),
    FieldRule(
      .lead,
      headers: [
        "牵头责任单位", "牵头单位", "责任单位", "主要责任单位", "主管单位", "主管部门", "牵头部门", "责任部门", "单位", "lead",
      ],
      fill: .mergeAndBlank),
    FieldRule(
      .support,
      headers: ["配合单位", "协办单位", "参与单位", "配合责任单位", "协同单位", "配合部门", "责任单位", "support"]),
    FieldRule(
      .remark,
      headers: ["备注", "说明", "备注说明", "情况说明", "存在问题及原因", "remark"]),
    FieldRule(.group, headers: ["group"], fill: .none),
    FieldRule(.extrasJSON, headers: ["extras_json"], fill: .none),
    FieldRule(.percentStated, headers: ["percent_stated"], fill: .none),
    FieldRule(
      .ignored,
      headers: [
        "row_id", "target_kind", "target_op", "target_value", "achieved_kind", "achieved_value",
        "percent_computed", "percent_verdict", "unit_canonical", "value_base",
        "findings", "source_file", "source_sheet", "source_range",
      ], fill: .none),
  ]

  /// Headers that are known and kept beside the model.
  public static let standardExtras: [String] = [
    "完成时限", "时间节点", "投资额(万元)", "投资额", "完成投资", "完成投资(万元)", "开工率", "存在问题", "下步措施", "下一步措施", "下步打算",
    "分管领导", "牵头领导", "项目责任人", "责任人", "联系人", "联络人", "联系电话", "电话", "分值", "得分",
    "偏差原因分析及改进措施", "状态", "启动时间", "计划完成时间", "完成时间",
  ]
}
