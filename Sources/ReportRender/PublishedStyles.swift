import Spreadsheet

/// The styles of the published form.
struct PublishedStyles {
  private(set) var table = StyleTable()
  let title, attachment, meta, header, section, centered, text, number: Int

  init() {
    let serif = "宋体"
    var style = CellStyle()
    style.font.name = serif
    style.alignment.vertical = .center
    style.alignment.wrapsText = true
    style.font.size = 10.5
    attachment = table.index(of: style)
    meta = table.index(of: style)

    var heading = style
    heading.font.name = "黑体"
    heading.font.size = 18
    heading.font.isBold = true
    heading.alignment.horizontal = .center
    title = table.index(of: heading)

    var body = style
    body.font.size = 10
    body.border = Border(all: .thin)
    body.alignment.horizontal = .left
    text = table.index(of: body)
    body.alignment.horizontal = .center
    number = table.index(of: body)
    body.numberFormat = NumberFormat(code: "@")
    centered = table.index(of: body)

    var head = body
    head.numberFormat = .general
    head.font.isBold = true
    head.font.name = "黑体"
    head.fill = .solid(Color(rgb: 0xE8EEF7))
    header = table.index(of: head)
    head.alignment.horizontal = .left
    head.fill = .solid(Color(rgb: 0xF4F6FA))
    section = table.index(of: head)
  }

  /// The index of a style that is derived from another one.
  mutating func index(of style: CellStyle) -> Int { table.index(of: style) }
}
