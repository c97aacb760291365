"""Lays records out as sheets, in the ways that offices do: paged and merged, or flat with repeated labels."""
import re

import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side

from frozen import freeze
from livelihood import number_or_text

HEADER = ["序号", "考核指标", None, None, None, "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
VALUES = ["unit", "target", "achieved", "percent", "lead", "remark"]
NAMES = ["serial", "goal", "action", "task"]
THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def paged(path, records, title="2025年洪江市重点民生实事项目完成情况一览表", meta=None, rows_per_page=12, sheet_name="Sheet1"):
    """Pages with the header printed again, labels and leads merged downwards (openpyxl)."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = "示例"
    sheet = book.active
    sheet.title = sheet_name
    lines = [title] + ([meta] if meta else [])
    for row, text in enumerate(lines, 1):
        sheet.cell(row, 1, text).alignment = Alignment(horizontal="center" if row == 1 else "left")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=11)
    row, section, page = len(lines) + 1, None, []

    def header():
        nonlocal row
        for column, text in enumerate(HEADER, 1):
            sheet.cell(row, column, text).border = BOX
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=5)
        row += 1

    def flush():
        nonlocal row, page
        body(sheet, page, row)
        row += len(page)
        page = []
    header()
    count = 0
    for record in records:
        if count == rows_per_page:
            flush()
            row, count = row + 1, 0
            header()
        if record["section"] != section:
            flush()
            section = record["section"]
            sheet.cell(row, 1, section).border = BOX
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=11)
            row += 1
        page.append(record)
        count += 1
    flush()
    for column, width in zip("ABCDEFGHIJK", [5, 16, 18, 34, 16, 9, 16, 16, 10, 14, 8]):
        sheet.column_dimensions[column].width = width
    book.save(path)
    freeze(path)


def body(sheet, page, top):
    """The rows of one page: a label is printed once, in a merged cell over the rows that it belongs to."""
    for offset, record in enumerate(page):
        above = page[offset - 1] if offset else None
        for depth, name in enumerate(NAMES):
            if above is None or path_of(above, depth) != path_of(record, depth):
                end = offset
                while end + 1 < len(page) and path_of(page[end + 1], depth) == path_of(record, depth):
                    end += 1
                put(sheet, top + offset, depth + 1, record[name], top + end)
        put(sheet, top + offset, 5, record["indicator"])
        for column, name in enumerate(VALUES, 6):
            if name == "lead":
                continue
            put(sheet, top + offset, column, record[name])
        same = above is not None and above["lead"] == record["lead"] and above["goal"] == record["goal"]
        if not same:
            end = offset
            while (end + 1 < len(page) and page[end + 1]["lead"] == record["lead"]
                   and page[end + 1]["goal"] == record["goal"]):
                end += 1
            put(sheet, top + offset, 10, record["lead"], top + end)


def path_of(record, depth):
    names = [record["section"], record["goal"], record["action"], record["task"]]
    return names[:max(depth, 1) + 1]


def put(sheet, row, column, text, last=None):
    cell = sheet.cell(row, column, number_or_text(text))
    cell.border = BOX
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    if last is not None and last > row:
        sheet.merge_cells(start_row=row, end_row=last, start_column=column, end_column=column)


FLAT = [("类别", "section"), ("序号", "serial"), ("项目名称", "goal"), ("工作举措", "action"), ("任务内容", "task"),
        ("指标名称", "indicator"), ("责任单位", "lead"), ("计量单位", "unit"), ("年度目标值", "target"), ("累计完成数", "achieved"),
        ("完成率", "percent"), ("备注", "remark")]


def flat(path, sheets, columns=FLAT, top=0, left=0):
    """One row per indicator with every label repeated, on one or more sheets: (name, lines above, records) (XlsxWriter)."""
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "示例"})
    bold = book.add_format({"bold": True, "border": 1, "bg_color": "#DDEBF7", "text_wrap": True})
    formats = {}
    for name, lines, records in sheets:
        sheet = book.add_worksheet(name)
        row = top
        for line in lines:
            sheet.write_string(row, left, line)
            row += 1
        for column, (text, _) in enumerate(columns):
            sheet.write_string(row, left + column, text, bold)
        for record in records:
            row += 1
            for column, (_, field) in enumerate(columns):
                write_value(book, formats, sheet, row, left + column, record.get(field), field)
        sheet.set_column(left, left + len(columns), 14)
    book.close()
    freeze(path)


def write_value(book, formats, sheet, row, column, text, field):
    if text is None:
        return
    if field == "percent" and re.fullmatch(r"\d+(\.\d+)?%", text):
        digits = len(text[:-1].partition(".")[2])
        code = "0" + ("." + "0" * digits if digits else "") + "%"
        if code not in formats:
            formats[code] = book.add_format({"num_format": code})
        sheet.write_number(row, column, round(float(text[:-1]) / 100, digits + 2), formats[code])
    elif isinstance(number_or_text(text), str):
        sheet.write_string(row, column, text)
    else:
        sheet.write_number(row, column, number_or_text(text))
