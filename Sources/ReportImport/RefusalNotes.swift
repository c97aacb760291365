import ReportModel
import Spreadsheet

/// Collects why sheets hold no such table, for the refusal.
struct RefusalNotes {
  private(set) var lastReason = (en: "", zh: "")
  private var best: (count: Int, sheet: String, row: Int, names: [String])?
  private var reasons: [(sheet: String, en: String, zh: String)] = []

  mutating func note(_ finder: HeaderFinder, sheet: String) {
    lastReason = Self.reason(finder)
    reasons.append((sheet, lastReason.en, lastReason.zh))
    if let nearest = finder.nearest, nearest.names.count > best?.count ?? 0 {
      best = (nearest.names.count, sheet, nearest.row, nearest.names)
    }
  }

  private static func reason(_ finder: HeaderFinder) -> (en: String, zh: String) {
    switch finder.reason {
    case .matrix: ("the same measures again and again, a matrix", "同样的指标列反复出现，属矩阵式表格")
    case .missing(let field): ("no column for \(field.rawValue)", "缺少\(name(of: field))列")
    case .noMeasure: ("no column of figures", "缺少数值列")
    case .tooFew: ("too few known headers", "能识别的列名太少")
    case nil: ("no header", "没有表头")
    }
  }

  private static func name(of field: ReportField) -> String {
    switch field {
    case .goal: "项目"
    case .action: "举措"
    case .task: "任务"
    case .indicator: "指标"
    case .unit: "单位"
    case .target: "指标任务"
    case .achieved: "已完成数"
    case .percent: "占任务数"
    case .lead: "牵头责任单位"
    default: field.rawValue
    }
  }

  /// The refusal of a workbook without such a table: what was looked for and what came nearest.
  func error(file: String, workbook: Workbook) -> ReportImportError {
    let wanted = "序号, 项目/考核指标, 单位, 指标任务, 已完成数, 占任务数, 牵头责任单位"
    guard let best else {
      return ReportImportError(
        file: file, "holds no such table: looked for a header with \(wanted)",
        zh: "没有这样的表格：应有含“\(wanted)”等列名的表头")
    }
    let cell = CellReference(row: best.row, column: 0).description.dropFirst()
    let names = best.names.prefix(6).map { String($0.prefix(16)) }.joined(separator: "、")
    let reason = reasons.first { $0.sheet == best.sheet }
    let sheet = String(best.sheet.prefix(31))
    return ReportImportError(
      file: file,
      "holds no such table: looked for a header with \(wanted); nearest is row \(cell) of \(sheet) with \(names) (\(reason?.en ?? ""))",
      zh: "没有这样的表格：应有含“\(wanted)”等列名的表头；最接近的是\(sheet)第\(cell)行：\(names)（\(reason?.zh ?? "")）")
  }

  /// The refusal of a table without rows.
  func emptyError(file: String) -> ReportImportError {
    ReportImportError(
      file: file, "has the header of such a table, but no row below it", zh: "有表头而没有数据行")
  }
}
