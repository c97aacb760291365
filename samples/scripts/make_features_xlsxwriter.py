"""Small workbooks, one idea each, written with XlsxWriter."""
import os

import xlsxwriter

from frozen import freeze

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "features")


def book(name, **options):
    path = os.path.join(OUT, name)
    made = xlsxwriter.Workbook(path, options)
    made.set_properties({"author": "示例"})
    return path, made


def formulas():
    """Formulas with their stored results of every type, array and dynamic array formulas, defined names."""
    path, made = book("formulas.xlsx")
    sheet = made.add_worksheet("公式")
    for row in range(4):
        sheet.write_row(row, 0, [row + 1, (row + 1) * 10])
        sheet.write_formula(row, 2, f"=A{row + 1}*B{row + 1}", None, (row + 1) ** 2 * 10)
    sheet.write_array_formula("D1:D4", "{=A1:A4*2}", None, 2)
    for row in range(1, 4):
        sheet.write_number(row, 3, (row + 1) * 2)
    sheet.write_formula("E1", '=IF(A1=1,"是","否")', None, "是")
    sheet.write_formula("E2", "=A1=1", None, True)
    sheet.write_formula("E3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("E4", '=""', None, "")
    percent = made.add_format({"num_format": "0.00%"})
    sheet.write_formula("F1", "=B1/A2", percent, 5)
    sheet.write_dynamic_array_formula("G1:G4", "=SORT(A1:A4,1,-1)", None, 4)
    made.define_name("合计", "=公式!$C$1:$C$4")
    made.close()
    freeze(path)


def office_export():
    """An export with a table, a filter, frozen panes, conditional formats, a drop-down and a picture-less chart."""
    path, made = book("office-export.xlsx")
    sheet = made.add_worksheet("导出")
    date = made.add_format({"num_format": "yyyy-mm-dd"})
    money = made.add_format({"num_format": "#,##0.00"})
    percent = made.add_format({"num_format": "0.0%"})
    rows = [[f"项目{n:02}", ["市教育局", "市水利局", "市残联"][n % 3], 45658 + n * 7, n * 1234.5, n / 12] for n in range(1, 13)]
    sheet.add_table(0, 0, len(rows), 4, {"data": rows, "name": "进度", "columns": [
        {"header": "项目"}, {"header": "责任单位"}, {"header": "日期", "format": date},
        {"header": "投资额（万元）", "format": money}, {"header": "完成率", "format": percent}]})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 4, 14)
    sheet.conditional_format("E2:E13", {"type": "data_bar"})
    sheet.conditional_format("D2:D13", {"type": "cell", "criteria": ">", "value": 10000,
                                        "format": made.add_format({"bg_color": "#FFC7CE"})})
    sheet.data_validation("B2:B13", {"validate": "list", "source": ["市教育局", "市水利局", "市残联"]})
    sheet.write_comment("E2", "按月累计", {"author": "填表人"})
    sheet.write_url("G1", "https://example.com/", string="说明")
    chart = made.add_chart({"type": "column"})
    chart.add_series({"values": "=导出!$D$2:$D$13"})
    sheet.insert_chart("G3", chart)
    made.close()
    freeze(path)


def far_cells():
    """A cell in each corner of the sheet, and a row of styled blanks: cost follows what is there."""
    path, made = book("far-cells.xlsx")
    sheet = made.add_worksheet()
    grey = made.add_format({"bg_color": "#DDDDDD"})
    sheet.write(0, 0, "左上")
    for column in range(1, 200):
        sheet.write_blank(0, column, None, grey)
    sheet.write(0, 16383, "右上")
    sheet.write(1048575, 0, "左下")
    sheet.write(1048575, 16383, "右下")
    made.close()
    freeze(path)


def durations():
    """Elapsed times above a day in a workbook that counts from 1904."""
    path, made = book("durations-1904.xlsx", date_1904=True)
    sheet = made.add_worksheet()
    for row, (value, number_format) in enumerate([
            (1.5, "[h]:mm"), (1.5, "[h]:mm:ss"), (0.0104166666666667, "[mm]:ss"), (2.000011574, "[s]"), (-0.25, "[h]:mm"),
            (44196, "yyyy-mm-dd"), (0, "yyyy/m/d"), (1461, 'yyyy"年"m"月"d"日"')]):
        sheet.write(row, 0, number_format)
        sheet.write_number(row, 1, value, made.add_format({"num_format": number_format}))
    made.close()
    freeze(path)


def main():
    os.makedirs(OUT, exist_ok=True)
    formulas()
    office_export()
    far_cells()
    durations()


if __name__ == "__main__":
    main()
