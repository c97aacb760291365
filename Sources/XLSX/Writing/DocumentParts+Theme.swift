extension DocumentParts {
  /// The theme: the colours and fonts that programs offer. No style of ours refers to it, but
  /// validators want one to be there.
  static let theme = Array(
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">\
    <a:themeElements><a:clrScheme name="Office">\(colors)</a:clrScheme>\
    <a:fontScheme name="Office"><a:majorFont>\(fonts)</a:majorFont>\
    <a:minorFont>\(fonts)</a:minorFont></a:fontScheme><a:fmtScheme name="Office">\
    <a:fillStyleLst>\(three(fill))</a:fillStyleLst>\
    <a:lnStyleLst>\(three("<a:ln>" + fill + "</a:ln>"))</a:lnStyleLst>\
    <a:effectStyleLst>\(three("<a:effectStyle><a:effectLst/></a:effectStyle>"))</a:effectStyleLst>\
    <a:bgFillStyleLst>\(three(fill))</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
    """.utf8)

  private static let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
  private static let fonts =
    "<a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"

  private static func three(_ markup: String) -> String { markup + markup + markup }

  private static let colors = [
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"),
    ("accent1", "4472C4"), ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"),
    ("accent5", "5B9BD5"), ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
  ].map { "<a:\($0)><a:srgbClr val=\"\($1)\"/></a:\($0)>" }.joined()
}
