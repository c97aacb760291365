import Spreadsheet
import XLSX

extension Inspection {
  /// The inspection as an aligned table, with features and findings below.
  func text(printer: FindingsPrinter) -> String {
    var result = TerminalText.escaped(file) + tr(": ", "：") + title + "\n\n"
    var table = TextTable([
      (tr("sheet", "工作表"), false), (tr("shown", "可见"), false),
      (tr("used range", "使用范围"), false), (tr("rows", "行"), true),
      (tr("cells", "单元格"), true), (tr("of which", "其中"), false),
      (tr("formulas", "公式"), true), (tr("merged", "合并"), true),
    ])
    for sheet in sheets { table.add(sheet.cellsOfTable) }
    result += table.text
    let hidden = hiddenLines
    if !hidden.isEmpty { result += "\n" + tr("hidden", "隐藏部分") + "\n" + hidden }
    let features = featureLines
    if !features.isEmpty { result += "\n" + tr("features", "其他内容") + "\n" + features }
    if !lanes.isEmpty { result += "\n" + tr("parts", "部件") + "\n" + laneLines }
    if !findings.isEmpty {
      result += "\n" + tr("findings", "发现的问题") + "\n"
      result += findings.map { "  " + printer.line($0) }.joined()
    }
    return result
  }

  private var title: String {
    let count = sheets.count
    guard kind == "xlsx" else { return tr("CSV text", "CSV 文本") }
    let dates = dateSystem == .year1904 ? tr(", dates from 1904", "，日期自 1904 年起") : ""
    return tr("workbook, \(count) \(count == 1 ? "sheet" : "sheets")", "工作簿，\(count) 个工作表") + dates
  }

  /// Hidden rows and columns, the first ones by name.
  private var hiddenLines: String {
    var lines = ""
    for sheet in sheets {
      for (word, names) in [
        (tr("rows", "行"), sheet.hiddenRowNames), (tr("columns", "列"), sheet.hiddenColumnNames),
      ] where !names.isEmpty {
        lines += "  " + TerminalText.escaped(sheet.description.name) + tr(": ", "：") + word + " "
        lines += names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "") + "\n"
      }
    }
    return lines
  }

  private var featureLines: String {
    var lines = ""
    if !features.isEmpty {
      lines += "  " + tr("workbook", "工作簿") + tr(": ", "：")
      lines += Self.names(of: features) + "\n"
    }
    for sheet in sheets where !sheet.features.isEmpty {
      lines += "  " + TerminalText.escaped(sheet.description.name) + tr(": ", "：")
      lines += Self.names(of: sheet.features) + "\n"
    }
    return lines
  }

  /// Who read each part, and how many rows or strings went to the other parser.
  private var laneLines: String {
    lanes.map { lane in
      let declined =
        lane.name == "both"
        ? tr(
          " (\(lane.declined) not by the tokenizer)", "（其中 \(lane.declined) 项未由 tokenizer 读取）") : ""
      return "  " + TerminalText.escaped(lane.part) + tr(": ", "：") + lane.name + declined + "\n"
    }.joined()
  }

  private static func names(of features: [String]) -> String {
    let names = Language.current == .zh ? features.map { chinese[$0] ?? $0 } : features
    return names.joined(separator: tr(", ", "、"))
  }

  private static let chinese = [
    "formulas": "公式", "defined-names": "名称", "comments": "批注", "threaded-comments": "对话批注",
    "hyperlinks": "超链接", "tables": "表", "data-validations": "数据验证",
    "conditional-formats": "条件格式", "charts": "图表", "images": "图片", "drawings": "图形",
    "macros": "宏", "external-links": "外部链接", "connections": "数据连接",
    "pivot-tables": "数据透视表", "slicers": "切片器", "sparklines": "迷你图",
    "embedded-objects": "嵌入对象", "controls": "控件", "scenarios": "方案",
    "query-tables": "查询表", "background-picture": "背景图片", "custom-xml": "自定义 XML",
  ]
}

extension SheetSummary {
  fileprivate var cellsOfTable: [String] {
    let shown =
      switch description.visibility {
      case .visible: tr("yes", "是")
      case .hidden: tr("hidden", "隐藏")
      case .veryHidden: tr("very hidden", "深度隐藏")
      }
    guard description.kind == .worksheet else {
      return [description.name, shown, description.kind.rawValue] + Array(repeating: "", count: 5)
    }
    let kinds = CellKind.allCases.compactMap { kind in
      self.kinds[kind].map { "\($0) \(kind.word)" }
    }
    return [
      description.name, shown, usedRange?.description ?? "–", "\(rows)", "\(cells)",
      kinds.joined(separator: ", "), "\(formulas)", "\(mergedRanges.count)",
    ]
  }
}

extension SheetSummary.CellKind {
  /// The word in the user's language.
  fileprivate var word: String {
    switch self {
    case .number: tr("number", "数值")
    case .string: tr("text", "文本")
    case .boolean: tr("boolean", "逻辑值")
    case .error: tr("error", "错误值")
    case .date: tr("date", "日期")
    case .datetime: tr("date and time", "日期时间")
    case .time: tr("time", "时间")
    case .duration: tr("duration", "时长")
    }
  }
}
