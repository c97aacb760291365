"""Looks for every feature of the test's workbook with openpyxl, python-calamine and openxml-audit.

    features.py FILE.xlsx

The workbook is that of Tests/XLSXTests/Writing/FeatureWorkbook.swift, written by the library. What it must hold is
written out here. Prints what differs; the status is the answer.
"""
import datetime
import json
import os
import subprocess
import sys

import openpyxl
import python_calamine

problems = []


def expect(what, found, expected):
    if found != expected or type(found) is bool and type(expected) is not bool:
        problems.append(f"{what}: found {found!r}, expected {expected!r}")


VALUES = {
    "A1": 0.1 + 0.2, "A2": 1e300, "A3": -5, "A4": 2.5e-300, "A5": 0, "A6": 123456789012345,
    "B1": "=1+1", "B2": "007", "B3": "110101199001011234", "B4": " 前后 \n换行 ", "B5": "𠮷野家😀",
    "B6": "a<b>&\"'", "B7": "#N/A", "B8": "TRUE", "B9": "1e5", "C1": True, "C2": False,
    "D1": "#NULL!", "D2": "#DIV/0!", "D3": "#VALUE!", "D4": "#REF!", "D5": "#NAME?", "D6": "#NUM!", "D7": "#N/A",
    "E1": datetime.datetime(2025, 12, 31), "E2": datetime.datetime(2025, 12, 31, 13, 30), "E3": datetime.time(18, 0),
    "E4": datetime.timedelta(hours=36), "E5": datetime.datetime(2025, 12, 31),
    "F1": 3, "F2": "甲<", "F3": True, "F4": "#DIV/0!", "F5": 14, "F6": 0.3, "G1": "完成1641 台",
}
FORMULAS = {"F1": "=1+2", "F2": '="甲"&"<"', "F3": "=A1<1", "F4": "=1/0", "F6": "=SUM('数 值'!A1)+0"}
FORMATS = ["0.00", "#,##0", "0%", "0.00%", "@", "#,##0.00;[Red]-#,##0.00", '0"台"']


def values(path):
    sheet = openpyxl.load_workbook(path, data_only=True)["数 值"]
    found = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
    expect("cells with values", sorted(found), sorted(VALUES))
    for place, value in VALUES.items():
        expect(place, found.get(place), value)
        expect(f"{place} is text", isinstance(found.get(place), str), isinstance(value, str))
    for place in ("B1", "B2", "B7", "B8"):
        expect(f"type of {place}", sheet[place].data_type, "s")
    for place in ("D1", "D7", "F4"):
        expect(f"type of {place}", sheet[place].data_type, "e")
    sheet = openpyxl.load_workbook(path)["数 值"]
    for place, formula in FORMULAS.items():
        expect(f"formula of {place}", sheet[place].value, formula)
    array = sheet["F5"].value
    expect("array formula", (array.ref, array.text), ("F5", "=SUM(A1:A2*B1:B2)"))
    expect("size of the styled blank", sheet["G2"].font.sz, 20)


def calamine(path):
    table = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name("数 值").to_python(
        skip_empty_area=False)
    for place, value in VALUES.items():
        if value is None or place[0] in "DE" or place == "F4":
            continue
        found = table[int(place[1:]) - 1][ord(place[0]) - 65]
        expect(f"python-calamine: {place}", found, value)
    expect("python-calamine: E1", table[0][4], datetime.date(2025, 12, 31))
    expect("python-calamine: E2", table[1][4], datetime.datetime(2025, 12, 31, 13, 30))
    expect("python-calamine: E4", table[3][4], datetime.timedelta(hours=36))


def rich_text(path):
    text = openpyxl.load_workbook(path, rich_text=True)["数 值"]["G1"].value
    expect("rich text", [str(piece) for piece in text], ["完成", "1641", " 台"])
    font = text[1].font
    expect("font of a run", (font.rFont, font.sz, font.b, font.color.rgb), ("宋体", 14, True, "FFC00000"))


def looks(book):
    sheet = book["样式"]
    font = sheet["A1"].font
    expect("font", (font.name, font.sz, font.b, font.i, font.u, font.strike, font.color.rgb),
           ("黑体", 16, True, True, "single", True, "FF336699"))
    fill = sheet["A2"].fill
    expect("fill", (fill.patternType, fill.fgColor.rgb), ("solid", "FFFFEB9C"))
    border = sheet["A3"].border
    expect("border", [(side.style, side.color.rgb) for side in (border.left, border.right, border.top, border.bottom)],
           [(style, "FF00FF00") for style in ("thin", "medium", "double", "dashed")])
    place = sheet["A4"].alignment
    expect("alignment", (place.horizontal, place.vertical, place.wrap_text, place.text_rotation),
           ("center", "top", True, 45))
    place = sheet["A5"].alignment
    expect("indent", (place.horizontal, place.indent, place.shrink_to_fit), ("right", 2, True))
    expect("locked", (sheet["A1"].protection.locked, sheet["A6"].protection.locked), (True, False))
    expect("number formats", [sheet.cell(7 + index, 1).number_format for index in range(len(FORMATS))], FORMATS)


def page(book):
    sheet = book["页面"]
    expect("merged ranges", sorted(map(str, sheet.merged_cells.ranges)), ["A2:B3", "D5:D6"])
    columns = sheet.column_dimensions
    expect("widths", (columns["A"].width, columns["E"].width), (25.5, 12))
    expect("hidden column", (columns["C"].hidden, columns["A"].hidden), (True, False))
    expect("style of columns", (columns["E"].min, columns["E"].max, columns["E"].number_format), (5, 6, "0.000"))
    rows = sheet.row_dimensions
    expect("height", rows[2].height, 30.75)
    expect("hidden row", (rows[4].hidden, rows[2].hidden), (True, False))
    expect("style of a row", rows[8].fill.fgColor.rgb, "FFDDEBF7")
    expect("default sizes", (sheet.sheet_format.defaultColWidth, sheet.sheet_format.defaultRowHeight), (11.5, 18))
    expect("frozen pane", sheet.freeze_panes, "B2")
    expect("print titles", (sheet.print_title_rows, sheet.print_title_cols), ("$1:$2", "$A:$A"))
    expect("print area", sheet.print_area, "'页面'!$A$1:$D$6")
    setup = sheet.page_setup
    expect("page", (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage),
           (9, "landscape", 1, 0, True))
    expect("header", (sheet.oddHeader.left.text, sheet.oddHeader.left.font, sheet.oddHeader.right.text),
           ("附件 & 说明", "黑体,Bold", "&D"))
    expect("footer", sheet.oddFooter.center.text, "第 &P 页，共 &N 页")
    expect("centred", sheet.print_options.horizontalCentered, True)
    margins = sheet.page_margins
    expect("margins", (margins.left, margins.right, margins.top, margins.bottom), (0.5, 0.6, 0.9, 0.8))
    expect("page breaks", [brk.id for brk in sheet.row_breaks.brk], [4])
    expect("filter", sheet.auto_filter.ref, "A1:D6")


def annotations(book):
    sheet = book["附注"]
    table = sheet.tables["任务表"]
    expect("table", (table.ref, [column.name for column in table.tableColumns], table.tableStyleInfo.name),
           ("A1:C3", ["单位", "任务数", "完成数"], "TableStyleMedium2"))
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    def rule(place):
        made = rules.get(place)
        return made and (made.type, made.operator, made.formula1, made.formula2, made.allow_blank)
    expect("drop-down", rule("E1:E9"), ("list", None, '"是,否"', None, True))
    expect("messages", (rules["E1:E9"].error, rules["E1:E9"].prompt), ("只能填是或否", "请选择"))
    expect("long drop-down", rule("F1:F9"), ("list", None, "'_yilan_lists'!$A$1:$A$60", None, True))
    lists = book["_yilan_lists"]
    expect("lists are hidden", lists.sheet_state, "hidden")
    expect("long list", [lists.cell(row, 1).value for row in range(1, 62)],
           [f"第{row}个责任单位" for row in range(1, 61)] + [None])
    expect("drop-down with commas", rule("G1"), ("list", None, "'_yilan_lists'!$B$1:$B$2", None, True))
    expect("list with commas", [lists["B1"].value, lists["B2"].value, lists["B3"].value], ["甲,乙", '丙"丁', None])
    expect("whole numbers", rule("H1"), ("whole", None, "1", "100", False))
    expect("numbers", rule("I1"), ("decimal", None, "0.5", "1.5", True))
    expect("length", rule("J1"), ("textLength", "lessThanOrEqual", "20", None, True))
    expect("formula", rule("K1"), ("custom", None, 'K1>"a"', None, True))
    expect("list by range", rule("L1 L3:L4"), ("list", None, "$A$2:$A$3", None, True))
    formats = {str(area.sqref): area.rules[0] for area in sheet.conditional_formatting}
    expect("conditional formats", sorted(formats), ["A2:A3", "B2:B3", "C2:C3"])
    expect("data bar", (formats["B2:B3"].type, formats["B2:B3"].dataBar.color.rgb), ("dataBar", "FF638EC6"))
    made = formats["C2:C3"]
    expect("colour by value", (made.type, made.operator, made.formula, made.dxf.font.color.rgb, made.dxf.fill.bgColor.rgb),
           ("cellIs", "lessThan", ["0"], "FF9C0006", "FFFFC7CE"))
    made = formats["A2:A3"]
    expect("colour by rule", (made.type, made.formula, made.dxf.fill.bgColor.rgb), ("expression", ["$B2<$C2"], "FFC6EFCE"))
    def link(place):
        made = sheet[place].hyperlink
        return made and (made.target, made.location, made.tooltip)
    expect("https link", link("A5"), ("https://example.org/?a=1&b=2", None, "网页"))
    expect("http link", link("A6"), ("http://example.org/路径", None, None))
    expect("mailto link", link("A7"), ("mailto:a@example.org", None, None))
    expect("link within", link("A8"), (None, "'数 值'!A1", None))
    note = sheet["A2"].comment
    expect("comment", (note.author, note.text), ("审核人", "原为 1550，\n差 6"))
    expect("second comment", (sheet["C3"].comment.author, sheet["C3"].comment.text), ("市教育局", "<负数>"))
    expect("protection", sheet.protection.sheet, True)


def whole(book):
    expect("sheets", [(sheet.title, sheet.sheet_state) for sheet in book.worksheets],
           [("数 值", "visible"), ("样式", "visible"), ("页面", "visible"), ("附注", "visible"), ("隐藏", "hidden"),
            ("深藏", "veryHidden"), ("_yilan_lists", "hidden")])
    names = {name: made.attr_text for name, made in book.defined_names.items()}
    expect("names", names, {"合计": "'数 值'!$A$1:$A$3", "税率": "0.13", "暗": "样式!$A$1"})
    expect("hidden name", (book.defined_names["暗"].hidden, book.defined_names["税率"].hidden), (True, None))
    expect("name of a sheet", book["数 值"].defined_names["本表"].attr_text, "'数 值'!$B$1")
    made = book.properties
    expect("properties", (made.title, made.subject, made.creator, made.keywords, made.description),
           ("民生实事 <2025>", "一览表", "市教育局 & 市民政局", "民生,报表", "第一行\n第二行"))


def audit(path):
    program = os.path.join(os.path.dirname(sys.executable), "openxml-audit")
    done = subprocess.run([program, "-o", "json", path], capture_output=True, text=True)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        return expect("openxml-audit", (done.stdout + done.stderr).strip()[:300], "JSON")
    for file in found if isinstance(found, list) else [found]:
        for entry in file["errors"]:
            problems.append(f"openxml-audit: {entry['severity']}: {entry['description']} ({entry['part_uri']})")


def main():
    path = sys.argv[1]
    book = openpyxl.load_workbook(path)
    for check, subject in ((values, path), (calamine, path), (rich_text, path), (looks, book), (page, book),
                           (annotations, book), (whole, book), (audit, path)):
        try:
            check(subject)
        except Exception as error:
            problems.append(f"{check.__name__}: {error!r}")
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
