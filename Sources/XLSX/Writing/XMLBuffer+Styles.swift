import Spreadsheet

extension XMLBuffer {
  /// Appends the first line of a part.
  mutating func putHead() {
    put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// Appends a colour: `<color rgb="FF00FF00"/>` with the tag's name given.
  mutating func put(_ tag: StaticString, _ color: Color) {
    put(tag)
    put(" rgb=\"")
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: color.argb >> UInt32(shift) & 15)
      put(byte: digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
    put("\"/>")
  }

  /// Appends a font, in the style sheet or as properties of a run, in the order that Excel writes.
  mutating func put(_ font: Font, isRun: Bool) {
    if isRun { put("<rPr>") } else { put("<font>") }
    if font.isBold { put("<b/>") }
    if font.isItalic { put("<i/>") }
    if font.isStruckThrough { put("<strike/>") }
    if font.isUnderlined { put("<u/>") }
    if font.verticalPlace != .baseline {
      put("<vertAlign val=\"", font.verticalPlace.rawValue)
      put("/>")
    }
    putSize(font)
    if let color = font.color { put("<color", color) }
    if isRun {
      put("<rFont val=\"", font.name ?? "Calibri")
      put("/></rPr>")
    } else {
      put("<name val=\"", font.name ?? "Calibri")
      put("/></font>")
    }
  }

  private mutating func putSize(_ font: Font) {
    put("<sz val=\"")
    put(font.size.isFinite ? min(max(font.size, 1), 409) : 11)
    put("\"/>")
  }

  /// Appends a background.
  mutating func put(_ fill: Fill) {
    switch fill {
    case .none: put("<fill><patternFill patternType=\"none\"/></fill>")
    case .solid(let color):
      put("<fill><patternFill patternType=\"solid\">")
      put("<fgColor", color)
      put("<bgColor indexed=\"64\"/></patternFill></fill>")
    }
  }

  /// Appends the lines around a cell.
  mutating func put(_ border: Border) {
    put("<border>")
    putSide("left", border.left, border.color)
    putSide("right", border.right, border.color)
    putSide("top", border.top, border.color)
    putSide("bottom", border.bottom, border.color)
    put("<diagonal/></border>")
  }

  private mutating func putSide(_ side: StaticString, _ line: BorderLine, _ color: Color?) {
    put("<")
    put(side)
    guard line != .none else {
      put("/>")
      return
    }
    put(" style=\"", line.rawValue)
    put(">")
    if let color { put("<color", color) } else { put("<color auto=\"1\"/>") }
    put("</")
    put(side)
    put(">")
  }

  /// Appends a cell style.
  mutating func put(_ style: CellStyle, number: Int, font: Int, fill: Int, border: Int) {
    put("<xf numFmtId=\"")
    put(number)
    put("\" fontId=\"")
    put(font)
    put("\" fillId=\"")
    put(fill)
    put("\" borderId=\"")
    put(border)
    put("\" xfId=\"0\"")
    if number != 0 { put(" applyNumberFormat=\"1\"") }
    if font != 0 { put(" applyFont=\"1\"") }
    if fill != 0 { put(" applyFill=\"1\"") }
    if border != 0 { put(" applyBorder=\"1\"") }
    let hasAlignment = style.alignment != Alignment()
    if hasAlignment { put(" applyAlignment=\"1\"") }
    if !style.isLocked { put(" applyProtection=\"1\"") }
    guard hasAlignment || !style.isLocked else {
      put("/>")
      return
    }
    put(">")
    if hasAlignment { put(style.alignment) }
    if !style.isLocked { put("<protection locked=\"0\"/>") }
    put("</xf>")
  }

  private mutating func put(_ alignment: Alignment) {
    put("<alignment")
    if alignment.horizontal != .general {
      put(" horizontal=\"", alignment.horizontal.rawValue)
    }
    if alignment.vertical != .bottom { put(" vertical=\"", alignment.vertical.rawValue) }
    if alignment.rotation != 0 {
      let isVertical = alignment.rotation == 255
      put(" textRotation=\"")
      put(isVertical ? 255 : min(max(alignment.rotation, 0), 180))
      put("\"")
    }
    if alignment.wrapsText { put(" wrapText=\"1\"") }
    if alignment.indent > 0 {
      put(" indent=\"")
      put(min(alignment.indent, 250))
      put("\"")
    }
    if alignment.shrinksToFit { put(" shrinkToFit=\"1\"") }
    put("/>")
  }
}
