/// The table that the layouts show: rows as a person would dictate them.
struct LayoutModel {
  struct Row: Hashable {
    var sectionNumber, section, serial, goal, action, task, indicator: String
    var unit, target, achieved, percent, lead, remark: String
    /// Whether the achieved value and the percent stand in the cell of the row above.
    var isShared = false
  }

  static let rows: [Row] = [
    row(
      "一", "省重点项目", "1", "促进教育发展", "更新学校设备", "补充配置电脑2034台", "", "台", "2034", "2034", "100%", "市教育局"),
    row("一", "省重点项目", "1", "促进教育发展", "更新学校设备", "建设考室6个", "", "个", "6", "6", "100%", "市教育局"),
    row(
      "一", "省重点项目", "1", "促进教育发展", "开展家庭教育行动", "开展活动40场，惠及0.16万家长", "线上线下活动", "场次", "40", "40",
      "100%", "市妇联"),
    row(
      "一", "省重点项目", "1", "促进教育发展", "开展家庭教育行动", "开展活动40场，惠及0.16万家长", "惠及家长数量", "万人", "0.16",
      "0.227", "141.88%", "市妇联", "超额"),
    row(
      "一", "省重点项目", "2", "促进充分就业", "推动创业就业", "开展培训750人次", "职业技能", "人次", "480", "1641", "218.8%",
      "市人社局"),
    row(
      "一", "省重点项目", "2", "促进充分就业", "推动创业就业", "开展培训750人次", "创业培训", "人次", "270", "", "", "市人社局",
      isShared: true),
    row(
      "一", "省重点项目", "2", "促进充分就业", "推动创业就业", "新发放贷款2100万元", "", "万元", "2100", "3120", "148.57%",
      "市人社局"),
    row(
      "一", "省重点项目", "3", "提升困难群众救助水平", "提高救助标准", "低保标准分别不低于740元/月和485元/月", "", "元/月",
      "分别不低于740元/月和485元/月", "分别不低于740元/月和486元/月", "100%", "市民政局"),
    row(
      "一", "省重点项目", "3", "提升困难群众救助水平", "推进社保卡一卡通", "推进社保卡应用", "公立医院1个", "个", "完成任务数", "已完成", "100%",
      "市人社局"),
    row(
      "一", "省重点项目", "3", "提升困难群众救助水平", "推进社保卡一卡通", "推进社保卡应用", "信用服务接入", "%", "80", "90%", "112.5%",
      "市人社局"),
    row("二", "市重点项目", "1", "改善教学条件", "实施达标工程", "确保151所学校达标", "", "所", "151", "75.5", "50%", "市教育局"),
    row("二", "市重点项目", "2", "保障通行安全", "改造危桥", "改造农村公路危桥4座", "", "座", "4", "4", "100%", "市交通局"),
    row(
      "二", "市重点项目", "3", "加强电网建设", "改造城乡电网", "新建配变3台", "", "台", "3", "3", "100%", "国网洪江供电公司"),
    row(
      "二", "市重点项目", "3", "加强电网建设", "改造城乡电网", "新建10千伏线路66千米", "", "千米", "66", "1066.5", "1615.91%",
      "国网洪江供电公司"),
  ]

  private static func row(
    _ number: String, _ section: String, _ serial: String, _ goal: String, _ action: String,
    _ task: String, _ indicator: String, _ unit: String, _ target: String, _ achieved: String,
    _ percent: String, _ lead: String, _ remark: String = "", isShared: Bool = false
  ) -> Row {
    Row(
      sectionNumber: number, section: section, serial: serial, goal: goal, action: action,
      task: task, indicator: indicator, unit: unit, target: target, achieved: achieved,
      percent: percent, lead: lead, remark: remark, isShared: isShared)
  }

  /// The fields of a row, as `ImportedText.rows` prints them.
  static func text(_ row: Row) -> String {
    [
      row.sectionNumber, row.section, row.serial, row.goal, row.action, row.task, row.indicator,
      row.unit, row.target, row.achieved, row.percent, row.lead, row.remark,
    ].joined(separator: "|")
  }
}
