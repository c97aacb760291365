import Spreadsheet

/// The two parts of a sheet's comments: their text, and the shapes (VML) that Excel shows it in.
struct CommentParts {
  private var notes: [(reference: CellReference, author: Int, text: String)] = []
  private var authors: [String] = []
  private let firstBlock: Int

  /// How many blocks of 1,024 shape numbers the comments take.
  var blocks: Int { notes.count / 1_024 + 1 }

  /// Comments on one cell, such as a thread with its answers, become one note.
  init(_ comments: [Comment], firstBlock: Int) {
    self.firstBlock = firstBlock
    var numbers: [String: Int] = [:]
    let sorted = comments.enumerated().sorted {
      ($0.element.reference, $0.offset) < ($1.element.reference, $1.offset)
    }
    var index = 0
    while index < sorted.count {
      let first = sorted[index].element
      var texts = [first]
      index += 1
      while index < sorted.count, sorted[index].element.reference == first.reference {
        texts.append(sorted[index].element)
        index += 1
      }
      let text =
        texts.count == 1
        ? first.text : texts.map { "\($0.author): \($0.text)" }.joined(separator: "\n")
      let author = numbers[first.author] ?? authors.count
      if author == authors.count {
        numbers[first.author] = author
        authors.append(first.author)
      }
      notes.append((first.reference, author, text))
    }
  }

  /// The part with the text.
  func part() -> XMLBuffer {
    var part = XMLBuffer()
    part.putHead()
    part.put(
      "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>")
    for author in authors {
      part.put("<author>")
      part.put(text: author)
      part.put("</author>")
    }
    part.put("</authors><commentList>")
    for note in notes {
      part.put("<comment ref=\"", note.reference.description)
      part.put(" authorId=\"")
      part.put(note.author)
      part.put("\"><text>")
      part.put(textElement: note.text.utf8Span.span)
      part.put("</text></comment>")
    }
    part.put("</commentList></comments>")
    return part
  }

  /// The part with the shapes.
  func drawing() -> XMLBuffer {
    var part = XMLBuffer(capacity: 1 << 14)
    part.put(
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
      <o:idmap v:ext="edit" data="
      """)
    for block in firstBlock..<(firstBlock + blocks) {
      if block > firstBlock { part.put(",") }
      part.put(block)
    }
    part.put(
      """
      "/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
      path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
      <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
      """)
    for (index, note) in notes.enumerated() {
      part.put("<v:shape id=\"_x0000_s")
      part.put(firstBlock * 1_024 + 1 + index)
      part.put(
        """
        " type="#_x0000_t202" style="position:absolute;width:180pt;height:80pt;z-index:
        """)
      part.put(index + 1)
      part.put(
        """
        ;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
        <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
        <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
        <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>
        """)
      let column = min(note.reference.column + 1, CellReference.columnLimit - 4)
      let row = min(max(note.reference.row - 1, 0), CellReference.rowLimit - 6)
      for (place, number) in [column, 15, row, 10, column + 3, 15, row + 5, 4].enumerated() {
        if place > 0 { part.put(", ") }
        part.put(number)
      }
      part.put("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
      part.put(note.reference.row)
      part.put("</x:Row><x:Column>")
      part.put(note.reference.column)
      part.put("</x:Column></x:ClientData></v:shape>")
    }
    part.put("</xml>")
    return part
  }
}
