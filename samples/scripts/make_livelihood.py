"""livelihood-2025.xlsx: the printed table as the paged, merged sheet it was. Written with openpyxl."""
import os

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.pagebreak import Break

import livelihood
from frozen import freeze

OUT = os.path.join(livelihood.HERE, "..", "livelihood-2025.xlsx")
THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)


class Sheet:
    def __init__(self, sheet):
        self.sheet = sheet
        self.row = 1

    def title(self, text, size, width=11, merged=True, horizontal="center"):
        cell = self.sheet.cell(self.row, 1, text)
        cell.font = Font(name="方正小标宋简体", size=size)
        cell.alignment = Alignment(horizontal=horizontal, vertical="center")
        if merged:
            self.merge(self.row, 1, self.row, width)
        self.row += 1

    def merge(self, top, left, bottom, right):
        if (top, left) != (bottom, right):
            self.sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def header(self, page):
        for column, text in enumerate(page.header, 1):
            cell = self.sheet.cell(self.row, column, text)
            cell.font, cell.border, cell.alignment = Font(name="黑体", size=11), BOX, MIDDLE
        self.merge(self.row, 2, self.row, 1 + page.levels)
        self.row += 1

    def body(self, page, with_percent_formats):
        start = self.row
        for line, cells in page.rows:
            for column, text in enumerate(cells, 1):
                cell = self.sheet.cell(self.row, column)
                cell.border, cell.font = BOX, Font(name="仿宋_GB2312", size=10)
                cell.alignment = LEFT if 2 <= column <= 1 + page.levels else MIDDLE
                self.fill(cell, text, with_percent_formats and column == page.levels + 5)
            if livelihood.is_section(cells):
                self.sheet.cell(self.row, 1).alignment = LEFT
                self.merge(self.row, 1, self.row, page.width)
            self.row += 1
        self.labels(page, start)

    def fill(self, cell, text, is_percent):
        if is_percent and text and text.endswith("%"):
            digits = text[:-1].partition(".")[2]
            cell.value = round(float(text[:-1]) / 100, len(digits) + 2)
            cell.number_format = "0" + ("." + "0" * len(digits) if digits else "") + "%"
        else:
            cell.value = livelihood.number_or_text(text)

    def labels(self, page, start):
        """Merges each label over the blanks below it, as far as its parent goes; names of indicators stay single."""
        ends = [0] * 4
        rows = [cells for _, cells in page.rows]
        for top, cells in enumerate(rows):
            if livelihood.is_section(cells):
                continue
            for column in range(4):
                if cells[column] is None or (column == 0 and cells[1] is None):
                    continue
                bottom = top
                while bottom + 1 < len(rows) and not any(rows[bottom + 1][:column + 1]):
                    bottom += 1
                if column == 3 and page.levels == 3:
                    bottom = top
                self.merge(start + top, column + 1, start + bottom, column + 1)
        for top, (line, _) in enumerate(page.rows):
            if line == livelihood.SHARED_LINE:
                self.merge(start + top, 8, start + top + 1, 8)
                self.merge(start + top, 9, start + top + 1, 9)


def main():
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = "示例"
    sheet = Sheet(book.active)
    sheet.sheet.title = "一览表"
    sheet.title("附件", 14, merged=False, horizontal="left")
    sheet.title("2025 年洪江市重点民生实事项目完成情况  ", 18)
    sheet.title("一 览 表", 18)
    for number, page in enumerate(livelihood.pages()):
        if number:
            sheet.sheet.row_breaks.append(Break(id=sheet.row))
            sheet.row += 1
        sheet.header(page)
        sheet.body(page, with_percent_formats=number in (1, 2))
    for column, width in zip("ABCDEFGHIJK", [5, 16, 18, 34, 16, 9, 16, 16, 10, 14, 8]):
        sheet.sheet.column_dimensions[column].width = width
    sheet.sheet.page_setup.orientation = "landscape"
    sheet.sheet.page_setup.paperSize = 9
    book.save(OUT)
    freeze(OUT)


if __name__ == "__main__":
    main()
