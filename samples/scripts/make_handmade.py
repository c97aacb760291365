"""Small workbooks that no program at hand writes: made part by part, after the clauses of ECMA-376.

The shapes are those of Excel in strict mode, of Excel for East Asia, of exporters that leave references out, and of
packagers with habits of their own.
"""
import io
import os
import zipfile

from frozen import WHEN, write

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "features")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def style_sheet(formats=(), main=MAIN, extra=()):
    """A style per number format id, after the plain one; `extra` holds (id, code) of formats of the workbook's own."""
    codes = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in extra)
    own = f'<numFmts count="{len(extra)}">{codes}</numFmts>' if extra else ""
    cells = "".join(f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
                    for number in formats)
    return (f'{HEAD}<styleSheet xmlns="{main}">{own}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
            '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{1 + len(formats)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{cells}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


class Package:
    """The parts of a small workbook; every one can be replaced before it is written."""

    def __init__(self, sheet_data, main=MAIN, relationships=RELATIONSHIPS, shared=None, styles=None, tail=""):
        self.parts = {}
        self.overrides = {"xl/workbook.xml": TYPES + "sheet.main+xml", "xl/worksheets/sheet1.xml": TYPES + "worksheet+xml",
                          "xl/styles.xml": TYPES + "styles+xml"}
        self.links = [("rId1", relationships + "/worksheet", "worksheets/sheet1.xml"),
                      ("rId2", relationships + "/styles", "styles.xml")]
        if shared is not None:
            self.links.append(("rId3", relationships + "/sharedStrings", "sharedStrings.xml"))
            self.overrides["xl/sharedStrings.xml"] = TYPES + "sharedStrings+xml"
            self.parts["xl/sharedStrings.xml"] = (
                f'{HEAD}<sst xmlns="{main}" count="{len(shared)}" uniqueCount="{len(shared)}">'
                + "".join(f"<si>{item}</si>" for item in shared) + "</sst>")
        self.root_type = relationships + "/officeDocument"
        self.parts["xl/workbook.xml"] = (
            f'{HEAD}<workbook xmlns="{main}" xmlns:r="{relationships}"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>")
        self.parts["xl/worksheets/sheet1.xml"] = (
            f'{HEAD}<worksheet xmlns="{main}" xmlns:r="{relationships}"><sheetData>{sheet_data}</sheetData>{tail}</worksheet>')
        self.parts["xl/styles.xml"] = styles or style_sheet(main=main)

    def finished(self):
        def links(items):
            return (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
                    + "".join(f'<Relationship Id="{i}" Type="{t}" Target="{target}"/>' for i, t, target in items)
                    + "</Relationships>")
        types = (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
                 'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                 + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.overrides.items())
                 + "</Types>")
        parts = {"[Content_Types].xml": types, "_rels/.rels": links([("rId1", self.root_type, "xl/workbook.xml")]),
                 "xl/_rels/workbook.xml.rels": links(self.links)}
        return {**parts, **self.parts}

    def save(self, name, rename=lambda part: part, encode=lambda part, text: text.encode("utf-8")):
        with zipfile.ZipFile(os.path.join(OUT, name), "w") as package:
            for part, text in self.finished().items():
                write(package, rename(part), encode(part, text))


def cell(reference, value, style=0, kind=None):
    return (f'<c r="{reference}"' + (f' s="{style}"' if style else "") + (f' t="{kind}"' if kind else "")
            + f"><v>{value}</v></c>")


def strict():
    """ISO 29500 strict: other namespaces, dates as t="d" in ISO 8601."""
    row = (cell("A1", 0, kind="s") + cell("B1", "2025-12-31", 1, "d") + cell("C1", "2025-12-31T18:30:00", 2, "d")
           + cell("D1", "0.1") + cell("E1", "1", kind="b"))
    package = Package(f'<row r="1">{row}</row>', STRICT_MAIN, STRICT_RELATIONSHIPS, ["<t>严格</t>"],
                      style_sheet([14, 22], STRICT_MAIN))
    package.parts["xl/workbook.xml"] = package.parts["xl/workbook.xml"].replace(
        "<workbook ", '<workbook conformance="strict" ', 1)
    package.save("strict.xlsx")


def utf16():
    """Every part but the content types in UTF-16 with a byte order mark."""
    package = Package(f'<row r="1">{cell("A1", 0, kind="s")}{cell("B1", "2034")}</row>', shared=["<t>市教育局 𠮷</t>"])
    package.save("utf16.xlsx", encode=lambda part, text: text.encode("utf-8") if part.startswith("[") else
                 text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))


def without_references():
    """Rows and cells without r, inline strings plain, rich and with phonetic text, as streaming exporters write them."""
    rows = ('<row><c t="inlineStr"><is><t>单位</t></is></c><c t="inlineStr"><is><t>完成数</t></is></c></row>'
            '<row><c t="inlineStr"><is><r><t>市</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 教育局</t></r></is></c>'
            '<c><v>2034</v></c></row><row/><row><c/><c t="str"><v>文字</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
            '<row r="7"><c><v>7</v></c><c r="D7"><v>4</v></c><c><v>5</v></c></row>')
    Package(rows).save("without-references.xlsx")


def out_of_order():
    """Rows and cells that do not stand in ascending order, as some report generators write them."""
    rows = (f'<row r="3">{cell("B3", 32)}{cell("A3", 31)}</row><row r="1">{cell("A1", 11)}{cell("C1", 13)}</row>'
            f'<row r="2">{cell("C2", 23)}{cell("A2", 21)}{cell("B2", 22)}</row>')
    Package(rows).save("out-of-order.xlsx")


def phonetic():
    """Pinyin over the characters, which is no part of the text; escapes; text that keeps its white space."""
    shared = ['<t>洪江市</t><rPh sb="0" eb="3"><t>hóng jiāng shì</t></rPh><phoneticPr fontId="0"/>',
              '<r><t>重点</t></r><r><rPr><b/></rPr><t>民生</t></r><rPh sb="0" eb="2"><t>zhòng diǎn</t></rPh>',
              '<t xml:space="preserve"> 两边 </t>', "<t>一_x000D__x000A_二</t>", "<t>_x005F_x0041_</t>", "<t/>",
              "<t>_x4e2d_文</t>", "<t>a<!-- 注 -->b<![CDATA[<c>]]></t>"]
    rows = "".join(f'<row r="{n + 1}">{cell(f"A{n + 1}", n, kind="s")}</row>' for n in range(len(shared)))
    Package(rows, shared=shared).save("phonetic.xlsx")


def east_asian_formats():
    """The formats 27 to 36 and 50 to 58, which East Asian Excel knows by number and writes without a code."""
    numbers = list(range(27, 37)) + list(range(50, 59))
    rows = "".join(f'<row r="{n}">{cell(f"A{n}", number)}{cell(f"B{n}", "46022.770833333336", n)}</row>'
                   for n, number in enumerate(numbers, 1))
    Package(rows, styles=style_sheet(numbers)).save("east-asian-formats.xlsx")


def shared_formulas():
    """A formula shared over a column, one over a block, absolute parts, another sheet; one without a result."""
    rows = []
    for n in range(1, 6):
        shared = f'<f t="shared" ref="C1:C5" si="0">A{n}+$B$1*SUM(A$1:A{n})</f>' if n == 1 else '<f t="shared" si="0"/>'
        block = '<f t="shared" ref="D1:E5" si="1">A1*2&amp;" B1 "</f>' if n == 1 else '<f t="shared" si="1"/>'
        rows.append(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 10}</v></c>'
                    f'<c r="C{n}">{shared}<v>{n + 10 * n * (n + 1) // 2}</v></c>'
                    f'<c r="D{n}" t="str">{block}<v>{n * 2} B1 </v></c>'
                    f'<c r="E{n}" t="str"><f t="shared" si="1"/><v>{n * 20} B1 </v></c></row>')
    rows.append('<row r="6"><c r="A6"><f>SUM(A1:A5)</f></c><c r="B6"><f t="array" ref="B6:B7">A1:A2*1</f><v>1</v></c></row>'
                '<row r="7"><c r="B7"><v>2</v></c></row>')
    Package("".join(rows)).save("shared-formulas.xlsx")


def threaded_comments():
    """A conversation on a cell as Excel 365 keeps it, with the plain comment for older readers."""
    package = Package(f'<row r="1">{cell("A1", "144.88")}</row>', tail='<legacyDrawing r:id="rId9"/>')
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    one, two = "{11111111-1111-4111-8111-111111111111}", "{22222222-2222-4222-8222-222222222222}"
    person = "{33333333-3333-4333-8333-333333333333}"
    package.parts["xl/threadedComments/threadedComment1.xml"] = (
        f'{HEAD}<ThreadedComments xmlns="{threads}"><threadedComment ref="A1" dT="2025-12-31T08:00:00.00" personId="{person}" '
        f'id="{one}"><text>应为 141.88%</text></threadedComment><threadedComment ref="A1" dT="2025-12-31T09:00:00.00" '
        f'personId="{person}" id="{two}" parentId="{one}"><text>已更正</text></threadedComment></ThreadedComments>')
    package.parts["xl/persons/person.xml"] = (
        f'{HEAD}<personList xmlns="{threads}"><person displayName="审核人" id="{person}" userId="1" providerId="None"/></personList>')
    package.parts["xl/comments1.xml"] = (
        f'{HEAD}<comments xmlns="{MAIN}"><authors><author>tc={one}</author></authors><commentList><comment ref="A1" authorId="0">'
        "<text><t>[线程批注]\n\n批注:\n    应为 141.88%\n答复:\n    已更正</t></text></comment></commentList></comments>")
    package.parts["xl/drawings/vmlDrawing1.vml"] = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
        '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
        '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note">'
        "<x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>")
    package.parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId9" Type="{RELATIONSHIPS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/comments" Target="../comments1.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>')
    package.links.append(("rId8", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"))
    package.overrides.update({
        "xl/comments1.xml": TYPES + "comments+xml",
        "xl/drawings/vmlDrawing1.vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
        "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
        "xl/persons/person.xml": "application/vnd.ms-excel.person+xml"})
    package.save("threaded-comments.xlsx")


def prefixed():
    """Every element with a prefix, absolute targets, content that only newer programs understand, with its fallback."""
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    package = Package("")
    package.links = [(i, t, "/xl/" + target) for i, t, target in package.links]
    package.parts["xl/worksheets/sheet1.xml"] = (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}" xmlns:mc="{compatibility}" xmlns:x99="urn:example:later" mc:Ignorable="x99">'
        '<x:dimension ref="A1:XFD1048576"/><x:sheetData><x:row r="1" x99:later="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '<x:c r="B1" t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c></x:row></x:sheetData>'
        '<mc:AlternateContent><mc:Choice Requires="x99"><x99:mergeCells/></mc:Choice><mc:Fallback/></mc:AlternateContent>'
        '<x:mergeCells count="1"><x:mergeCell ref="B1:C2"/></x:mergeCells></x:worksheet>')
    package.save("prefixed.xlsx")


def packager_habits():
    """Backslashes and capitals in the names of entries, stored entries, no content type for the sheet."""
    package = Package(f'<row r="1">{cell("A1", 0, kind="s")}</row>', shared=["<t>反斜杠</t>"])
    del package.overrides["xl/worksheets/sheet1.xml"]

    def rename(part):
        return part.replace("/", "\\").replace("sheet1", "Sheet1") if part.startswith("xl/") else part
    package.save("backslashes.xlsx", rename=rename)


def streamed():
    """Entries with data descriptors, as programs write them into a pipe, and a comment after the archive."""
    class Pipe(io.RawIOBase):
        def __init__(self, target):
            self.target = target

        def writable(self):
            return True

        def seekable(self):
            return False

        def write(self, data):
            return self.target.write(data)

    target = io.BytesIO()
    with zipfile.ZipFile(Pipe(target), "w") as package:
        parts = Package(f'<row r="1">{cell("A1", 1)}{cell("B1", 2)}</row>').finished()
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with package.open(entry, "w") as part:
                part.write(text.encode("utf-8"))
        package.comment = "末尾的注释".encode("utf-8")
    with open(os.path.join(OUT, "data-descriptors.xlsx"), "wb") as out:
        out.write(target.getvalue())


def delimited():
    """Delimited text as offices save it: GB18030, UTF-16 with tabs, semicolons, quoted records over lines."""
    rows = [["序号", "项目", "单位", "任务数", "完成数", "备注"], ["1", "补充配置电脑", "台", "2034", "2034", ""],
            ["2", "学校（𠮷野）", "所", "3", "3", "含“双引号”\"和,逗号"], ["3", "多行\n文字", "个", "6", "5.50", "007"]]

    def text(separator, ending):
        def field(value):
            needs = any(mark in value for mark in (separator, '"', "\n"))
            return '"' + value.replace('"', '""') + '"' if needs else value
        return "".join(separator.join(map(field, row)) + ending for row in rows)
    for name, content, encoding in (
            ("gb18030.csv", text(",", "\r\n"), "gb18030"), ("utf16le.csv", "\ufeff" + text("\t", "\r\n"), "utf-16-le"),
            ("utf16be.csv", "\ufeff" + text(",", "\n"), "utf-16-be"), ("semicolons.csv", "\ufeff" + text(";", "\n"), "utf-8"),
            ("tabs.tsv", text("\t", "\n"), "utf-8")):
        with open(os.path.join(OUT, name), "wb") as out:
            out.write(content.encode(encoding))
    with open(os.path.join(OUT, "ragged.csv"), "wb") as out:
        out.write("a,b,c\n1\n1,2,3,4\n\n\"引号里的,逗号\",2\n".encode("utf-8"))


def main():
    os.makedirs(OUT, exist_ok=True)
    for make in (strict, utf16, without_references, out_of_order, phonetic, east_asian_formats, shared_formulas,
                 threaded_comments, prefixed, packager_habits, streamed, delimited):
        make()


if __name__ == "__main__":
    main()
