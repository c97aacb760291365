"""Small workbooks, one idea each, written with openpyxl."""
import datetime
import os
import zipfile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

from frozen import freeze, write

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "features")
DATE_FORMATS = [
    "mm-dd-yy", "yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"',
    "[$-804]yyyy\\年m\\月d\\日", "[$-804]aaaa", "[$-804]aaa", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "dddd", "ddd",
    "d-mmm-yy", "mmmm yyyy", "yyyy-mm-dd hh:mm", "yyyy/m/d h:mm AM/PM", "h:mm", "h:mm:ss", "hh:mm:ss.000",
    "上午/下午h\"时\"mm\"分\"", "[h]:mm", "[mm]:ss", "[ss]", "[h]:mm:ss",
]


def save(book, name):
    path = os.path.join(OUT, name)
    book.properties.creator = book.properties.lastModifiedBy = "示例"
    book.save(path)
    freeze(path)


def dates(name, epoch=None):
    """Each serial under each format: the leap day of 1900 that never was, both ends of the calendar, times."""
    book = Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "日期"
    serials = [0, 1, 59, 60, 61, 0.5, 36526, 45657, 45657.75, 46022.999988425926, 2958465, 1.5, 30.0625]
    sheet.append(["format"] + serials)
    for number_format in DATE_FORMATS:
        sheet.append([number_format] + serials)
        for cell in sheet[sheet.max_row][1:]:
            cell.number_format = number_format
    typed = book.create_sheet("typed")
    typed.append([datetime.date(2025, 12, 31), datetime.datetime(2025, 12, 31, 18, 30, 15),
                  datetime.time(8, 5), datetime.timedelta(hours=36, minutes=15)])
    save(book, name)


def number_formats():
    """Formats with sections, conditions, scaling commas, fractions, padding, text sections, Chinese numerals."""
    formats = [
        "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "##0.0E+0", "# ?/?", "# ??/??", "# ?/8", "@",
        "#,##0;(#,##0)", "#,##0.00;[Red]-#,##0.00", "0.00;-0.00;\"零\";@\" 字\"", "[>=100]\"大\";[<0]\"负\";0.0",
        "#,##0,", "0.00,,\"百万\"", "0!.0,\"万\"", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        "[DBNum1]General", "[DBNum2]General", "[DBNum1][$-804]G/通用格式", "[$¥-804]#,##0.00", "000000", "0000-00-00",
        "?0.0?", "0.###", "\"约\"0\"人\"", ";;;", "0_)", "*-0",
    ]
    values = [0, 1, -1, 0.5, 12.345, -1234.5, 1234567.891, 100, 0.1 + 0.2, 1e15, 123456789012, 1e-7, "文字"]
    book = Workbook()
    sheet = book.active
    sheet.title = "格式"
    sheet.append(["format"] + values)
    for number_format in formats:
        sheet.append([number_format] + values)
        for cell in sheet[sheet.max_row][1:]:
            cell.number_format = number_format
    save(book, "number-formats.xlsx")


def texts():
    """Rich text, white space, escapes, text that looks like a number or a formula."""
    book = Workbook()
    sheet = book.active
    bold = InlineFont(b=True, color="FFFF0000")
    sheet["A1"] = CellRichText("完成 ", TextBlock(bold, "2034"), TextBlock(InlineFont(vertAlign="superscript"), "①"), " 台")
    for row, text in enumerate(["  前后空格  ", "第一行\n第二行", "制表\t符", "_x000D_ 原样", "a&b <c> \"d\" 'e'", "432503199001011234",
                                "007", "1e5", "١٢٣", "TRUE", "#N/A", "=1+1", "+8613800000000", "-5", "@name", "𠮷野家 ① ½ ㎡", "",
                                "全角　空格", "\u200b零宽", "e\u0301"], 2):
        cell = sheet.cell(row, 1)
        cell.value = text
        cell.data_type = "s"
    sheet["B1"], sheet["B2"], sheet["B3"] = 0.1 + 0.2, 1e300, 123456789012345678
    sheet["B4"], sheet["B5"], sheet["B6"] = True, False, -0.0
    for row, error in enumerate(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"], 1):
        cell = sheet.cell(row, 3)
        cell.value, cell.data_type = error, "e"
    save(book, "texts.xlsx")


def hidden():
    """A visible, a hidden and a very hidden sheet, a chart sheet, hidden rows and columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "可见"
    for row in range(1, 6):
        sheet.append([f"第{row}行", row, row * row])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    for name, state in (("隐藏", "hidden"), ("深藏", "veryHidden")):
        other = book.create_sheet(name)
        other.append([name, 1])
        other.sheet_state = state
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5))
    book.create_chartsheet("图表").add_chart(chart)
    save(book, "hidden.xlsx")


def annotated():
    """Hyperlinks out and within, a comment, merged cells with styles, an anchor that is blank."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "外部链接"
    sheet["A1"].hyperlink = "https://example.com/一览?a=1&b=2"
    sheet["A2"] = "内部链接"
    sheet["A2"].hyperlink = "#Sheet!C4"
    sheet["A3"] = "邮件"
    sheet["A3"].hyperlink = "mailto:office@example.com"
    sheet["B1"] = 144.88
    sheet["B1"].comment = Comment("应为 141.88%\n请核对", "审核人")
    sheet["C4"] = "合并的标签"
    sheet["C4"].font, sheet["C4"].fill = Font(bold=True), PatternFill("solid", fgColor="FFFFCC00")
    sheet["C4"].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.merge_cells("C4:E6")
    sheet.merge_cells("A8:B8")
    sheet["C8"] = "左边是空的合并格"
    sheet["E10"] = "角落"
    save(book, "annotated.xlsx")


def formulas():
    """Formulas as openpyxl writes them: without any stored result; an array formula."""
    book = Workbook()
    sheet = book.active
    for row in range(1, 5):
        sheet.append([row, row * 10, f"=A{row}*B{row}"])
    sheet["D1"] = ArrayFormula("D1:D4", "=A1:A4*2")
    sheet["E1"] = '=IF(A1=1,"是","否")'
    save(book, "formulas-without-results.xlsx")


def packages():
    """The same cells as a workbook with macros allowed, and as the two templates."""
    types = {"macro.xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
             "template.xltx": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
             "template.xltm": "application/vnd.ms-excel.template.macroEnabled.main+xml"}
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    for name, content_type in types.items():
        book = Workbook()
        book.active.append(["扩展名", name])
        save(book, name)
        path = os.path.join(OUT, name)
        with zipfile.ZipFile(path) as package:
            parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
        with zipfile.ZipFile(path, "w") as package:
            for part, data in parts:
                if part == "[Content_Types].xml":
                    data = data.replace(plain.encode(), content_type.encode())
                write(package, part, data)


def main():
    os.makedirs(OUT, exist_ok=True)
    dates("dates-1900.xlsx")
    dates("dates-1904.xlsx", CALENDAR_MAC_1904)
    number_formats()
    texts()
    hidden()
    annotated()
    formulas()
    packages()


if __name__ == "__main__":
    main()
