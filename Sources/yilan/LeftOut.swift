import Spreadsheet
import XLSX

/// What a clean workbook leaves out, in the user's words.
enum LeftOut {
  private static let words: [String: (text: String, zh: String, severity: Diagnostic.Severity)] = [
    "macros": ("macros", "宏", .warning),
    "external-links": ("links to other workbooks", "指向其他工作簿的链接", .warning),
    "connections": ("data connections", "数据连接", .warning),
    "pivot-tables": ("pivot tables", "数据透视表", .warning),
    "query-tables": ("query tables", "查询表", .warning),
    "slicers": ("slicers", "切片器", .warning),
    "custom-xml": ("custom XML", "自定义 XML", .info),
    "toolbars": ("toolbars", "工具栏", .info),
    "charts": ("charts", "图表", .warning),
    "images": ("pictures", "图片", .warning),
    "drawings": ("drawings", "图形", .warning),
    "background-picture": ("the background picture", "背景图片", .info),
    "embedded-objects": ("embedded objects", "嵌入对象", .warning),
    "controls": ("form controls", "表单控件", .warning),
    "comments": ("comments", "批注", .warning),
    "threaded-comments": ("threaded comments", "讨论批注", .warning),
    "hyperlinks": ("hyperlinks", "超链接", .warning),
    "tables": ("table definitions", "表定义", .info),
    "data-validations": ("rules for entries", "数据有效性规则", .info),
    "conditional-formats": ("conditional formats", "条件格式", .info),
    "sparklines": ("sparklines", "迷你图", .warning),
    "scenarios": ("scenarios", "方案", .info),
    "auto-filter": ("the filter", "筛选", .info),
    "protection": ("the protection", "工作表保护", .info),
    "print-settings": ("the print settings", "打印设置", .info),
    "rich-looks": (
      "gradients, patterns, diagonal lines, colours of single border lines or double underlines",
      "渐变、图案、斜线、单边边框颜色或双下划线", .info
    ),
    "hidden-blank-rows": ("hidden rows without cells", "隐藏的空行", .info),
    "defined-names": ("names of ranges", "定义的名称", .info),
  ]

  /// One finding for each feature of each sheet.
  static func findings(_ features: [WorkbookFeature], file: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for feature in features {
      let names = Set(features.filter { $0.sheet == feature.sheet }.map(\.name))
      // Shapes are how files hold charts, pictures, comments and controls.
      if feature.name == "drawings", !names.isDisjoint(with: ["charts", "images"]) { continue }
      if feature.name == "legacy-drawings" { continue }
      if feature.name == "comments", names.contains("threaded-comments") { continue }
      let words = words[feature.name] ?? (feature.name, feature.name, .warning)
      findings.append(
        Diagnostic(
          words.severity, code: "LEFT_OUT",
          at: SourceLocation(file: file, sheet: feature.sheet),
          "\(words.text) were left out", zh: "未保留\(words.zh)"))
    }
    return findings
  }
}
