public import Spreadsheet

/// Writes a workbook as one page of HTML that looks like its sheets.
///
/// The page stands by itself: no script, nothing loaded from anywhere, and a policy that forbids both. Each
/// sheet has a tab; without support for that in an old browser, and in print, all sheets follow
/// one another. Rows that stay in view on the sheet stay in view here and are repeated on printed pages.
public struct HTMLPage: Sendable {
  private let workbook: Workbook
  private let title: String
  private let language: String
  private let values: ValueForm
  private let skipsHidden: Bool
  private let limit: Int

  /// Makes a page; `title` is the file's name, `language` a tag such as `zh-CN`.
  public init(
    _ workbook: Workbook, title: String, language: String = "zh-CN", values: ValueForm = .shown,
    skipsHidden: Bool = false, limits: ReadLimits = ReadLimits()
  ) {
    self.workbook = workbook
    self.title = title
    self.language = language
    self.values = values
    self.skipsHidden = skipsHidden
    limit = limits.emptyPlaces
  }

  /// Appends the page.
  ///
  /// `drain` is called after each row with what has been appended so far, and may take it away.
  /// Throws its errors, and `EmptyPlacesError`.
  public func append(
    to output: inout [UInt8], drain: (inout [UInt8]) throws -> Void = { _ in }
  ) throws {
    let sheets = workbook.sheets.indices.filter {
      !(skipsHidden && workbook.sheets[$0].visibility != .visible)
        && workbook.sheets[$0].kind == .worksheet
    }
    // Once for all sheets: a workbook may have many of them, and many styles.
    let looks = workbook.styles.styles.enumerated().map { HTMLLooks($1, index: $0) }
    appendHead(sheets, to: &output)
    if sheets.count > 1 { appendTabs(sheets, to: &output) }
    for index in sheets {
      let sheet = workbook.sheets[index]
      output.append(contentsOf: "<section id=\"s\(index + 1)\"><h2>".utf8)
      MarkupText.appendHTML(sheet.name, to: &output)
      output.append(literal: "</h2>\n<div class=\"sheet\">")
      var table = HTMLSheet(
        index, of: workbook, looks: looks, values: values, skipsHidden: skipsHidden,
        emptyPlaces: EmptyPlaces(limit: limit, file: title, sheet: sheet.name))
      try table.append(to: &output, drain: drain)
      output.append(literal: "</div>\n")
      appendComments(of: sheet, to: &output)
      output.append(literal: "</section>\n")
    }
    output.append(literal: "</body>\n</html>\n")
  }

  private func appendTabs(_ sheets: [Int], to output: inout [UInt8]) {
    output.append(literal: "<nav>")
    for index in sheets {
      let sheet = workbook.sheets[index]
      let hidden = sheet.visibility == .visible ? "" : " class=\"hid\""
      output.append(contentsOf: "<a href=\"#s\(index + 1)\"\(hidden)>".utf8)
      MarkupText.appendHTML(sheet.name, to: &output)
      output.append(literal: "</a>")
    }
    output.append(literal: "</nav>\n")
  }

  private func appendComments(of sheet: Worksheet, to output: inout [UInt8]) {
    guard !sheet.comments.isEmpty else { return }
    output.append(literal: "<ul class=\"notes\">\n")
    for comment in sheet.comments {
      output.append(contentsOf: "<li><b>\(comment.reference)</b> ".utf8)
      MarkupText.appendHTML(
        comment.author.isEmpty ? comment.text : comment.author + ": " + comment.text,
        to: &output)
      output.append(literal: "</li>\n")
    }
    output.append(literal: "</ul>\n")
  }
}

// MARK: - Head

extension HTMLPage {
  private func appendHead(_ sheets: [Int], to output: inout [UInt8]) {
    output.append(literal: "<!DOCTYPE html>\n<html lang=\"")
    MarkupText.appendHTML(language, to: &output)
    output.append(
      contentsOf: """
        ">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>
        """.utf8)
    MarkupText.appendHTML(title, to: &output)
    output.append(literal: "</title>\n<style>\n")
    output.append(contentsOf: Self.sheetStyle.utf8)
    for index in usedStyles {
      let css = HTMLStyle.declarations(workbook.styles[index])
      if !css.isEmpty { output.append(contentsOf: "td.x\(index){\(css)}\n".utf8) }
    }
    if sheets.count > 1 { appendTabStyle(sheets, to: &output) }
    output.append(literal: "</style>\n</head>\n<body>\n")
  }

  /// Only the chosen sheet is shown, or the first one; in print all are.
  private func appendTabStyle(_ sheets: [Int], to output: inout [UInt8]) {
    var css = "@media screen{@supports selector(:has(*)){section{display:none}"
    css += "section:target{display:block}"
    for (order, index) in sheets.enumerated() {
      let tab =
        "nav a[href=\"#s\(index + 1)\"]{background:#fff;border-bottom-color:#fff;font-weight:bold}"
      css += "body:has(#s\(index + 1):target) \(tab)"
      if order == 0 {
        css += "body:not(:has(section:target)) #s\(index + 1){display:block}"
        css += "body:not(:has(section:target)) \(tab)"
      }
    }
    output.append(contentsOf: (css + "}}\n").utf8)
  }

  private var usedStyles: [Int] {
    var isUsed = [Bool](repeating: false, count: workbook.styles.count)
    for sheet in workbook.sheets {
      for run in sheet.columns where isUsed.indices.contains(run.style) {
        isUsed[run.style] = true
      }
      for row in sheet.rows {
        if isUsed.indices.contains(row.style) { isUsed[row.style] = true }
        for cell in row.cells where isUsed.indices.contains(cell.style) {
          isUsed[cell.style] = true
        }
      }
    }
    return isUsed.indices.filter { isUsed[$0] && $0 > 0 }
  }

  private static let sheetStyle = """
    *{box-sizing:border-box}
    body{margin:0;background:#f4f5f7;color:#111;font:11pt/1.35 "Noto Sans CJK SC","Microsoft YaHei",\
    "PingFang SC",sans-serif}
    nav{display:flex;gap:2px;overflow-x:auto;padding:8px 8px 0;position:sticky;top:0;left:0;z-index:2;\
    background:#e6e8ec}
    nav a{flex:none;padding:8px 14px;border:1px solid #c9ccd3;border-radius:6px 6px 0 0;\
    background:#eef0f3;color:#111;text-decoration:none;white-space:nowrap}
    nav a.hid,tr.hid td{color:#777;font-style:italic}
    section{padding:8px}
    h2{font-size:12pt;margin:4px 0 8px}
    .sheet{overflow:auto;max-height:calc(100vh - 90px);background:#fff;border:1px solid #d4d7dd}
    table{border-collapse:collapse;table-layout:fixed}
    td{border:1px solid #e2e4e8;padding:1px 4px;height:20px;vertical-align:bottom;\
    white-space:pre-wrap;overflow-wrap:anywhere}
    td.n{text-align:right}
    td.b{text-align:center}
    tr.gap td{text-align:center;color:#777;background:#f4f5f7}
    thead{position:sticky;top:0;z-index:1;background:#fff}
    .notes{font-size:10pt;color:#444}
    .empty{padding:0 8px;color:#777}
    @media (max-width:600px){section{padding:4px}.sheet{max-height:none}thead{position:static}}
    @media print{body{background:#fff}nav{display:none}.sheet{overflow:visible;max-height:none;border:0}\
    section{break-after:page;padding:0}section:last-of-type{break-after:auto}thead{position:static}\
    table{max-width:100%}tr{break-inside:avoid}}

    """
}
