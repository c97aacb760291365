"""The workloads of the benchmarks, made with the standard library alone; the same bytes for the same scale.

    workloads.py FOLDER [--scale 0.05] [--only NAME,...]

Each workload is one shape that offices meet:

    numbers     100,000 x 10 numbers: integers, two decimals, up to 17 digits
    strings     100,000 x 10 shared strings, 300,000 different ones, Chinese and Latin, one in a hundred rich
    mixed       200,000 x 12 as an office system exports: texts, dates, amounts, percents, booleans, blanks, all styled
    inline       50,000 x 10 inline strings
    merged       50,000 x 11 with 60,000 merged ranges, nested
    report       50,000 indicators in the tree of a progress table, 60,000 merged ranges, headers that are understood
    manysheets  30 sheets of 20,000 x 8
    large        1,000,000 x 10, mixed
    many        2,000 files of 60 x 12
    merge       a plan of 1,500 indicators and 2,000 submissions of 60 rows
    diffpair    100,000 x 12 twice, one row in a hundred edited, a few deleted and inserted; as XLSX and as CSV
    ten         the workloads of the growth factor at a tenth of their rows
"""
import argparse
import csv
import json
import os
import random
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHEN = (2025, 1, 1, 0, 0, 0)
CHARACTERS = "教育民生保障农村公路建设改造提升服务中心社区养老医疗卫生就业培训安全饮水环境整治文化体育交通电网防灾减灾数字政务项目任务指标完成"
LATIN = ["km", "R&D", "a<b", "4G/5G", "No.7", "PM2.5", "GDP", "O2O"]
# The styles of a cell, by index: plain, date, date and time, amount, percent, wrapped text.
PLAIN, DATE, TIME, AMOUNT, PERCENT, WRAPPED = range(6)


def column_name(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


LETTERS = [column_name(index) for index in range(64)]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Words:
    """Texts from a seeded generator."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def below(self, end):
        return int(self.random.random() * end)

    def phrase(self, shortest=4, longest=12):
        start = self.below(len(CHARACTERS) - longest)
        length = shortest + self.below(longest - shortest + 1)
        text = CHARACTERS[start:start + length]
        return text + LATIN[self.below(len(LATIN))] if self.below(4) == 0 else text

    def number(self):
        kind = self.below(10)
        if kind < 5:
            return self.below(1_000_000)
        if kind < 8:
            return self.below(100_000_000) / 100
        return self.random.random() * 10 ** (self.below(12) - 4)


class SharedStrings:
    def __init__(self):
        self.index, self.items, self.count = {}, [], 0

    def __call__(self, text):
        self.count += 1
        if text not in self.index:
            self.index[text] = len(self.items)
            self.items.append(text)
        return self.index[text]

    def xml(self):
        yield f'{HEAD}<sst xmlns="{MAIN}" count="{self.count}" uniqueCount="{len(self.items)}">'
        for number, text in enumerate(self.items):
            if number % 100 == 50 and len(text) > 4:
                yield (f"<si><r><rPr><b/></rPr><t>{escaped(text[:2])}</t></r><r><t>{escaped(text[2:])}</t></r></si>")
            else:
                yield f"<si><t>{escaped(text)}</t></si>"
        yield "</sst>"


class Book:
    """A workbook that is written as its rows come."""

    def __init__(self, path):
        self.package = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self.strings, self.names = SharedStrings(), []

    def part(self, name, pieces):
        entry = zipfile.ZipInfo(name, WHEN)
        entry.compress_type = zipfile.ZIP_DEFLATED
        with self.package.open(entry, "w") as part:
            held = []
            for piece in pieces:
                held.append(piece)
                if len(held) == 1000:
                    part.write("".join(held).encode())
                    held = []
            part.write("".join(held).encode())

    def cell(self, row, column, value):
        """A value is None, a number, a text, a Boolean, or (style, number)."""
        reference = f"{LETTERS[column]}{row}"
        if value is None:
            return f'<c r="{reference}" s="{WRAPPED}"/>'
        if isinstance(value, bool):
            return f'<c r="{reference}" s="{WRAPPED}" t="b"><v>{int(value)}</v></c>'
        if isinstance(value, str):
            return f'<c r="{reference}" s="{WRAPPED}" t="s"><v>{self.strings(value)}</v></c>'
        if isinstance(value, tuple):
            return f'<c r="{reference}" s="{value[0]}"><v>{value[1]!r}</v></c>'
        return f'<c r="{reference}"><v>{value!r}</v></c>'

    def sheet(self, name, rows, merged=()):
        """`rows` gives lists of values, or the finished XML of a row; `merged` may fill while the rows are made."""
        self.names.append(name)

        def pieces():
            yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetFormatPr defaultRowHeight="15"/><sheetData>'
            for number, row in enumerate(rows, 1):
                if isinstance(row, str):
                    yield row
                else:
                    cells = "".join(self.cell(number, column, value) for column, value in enumerate(row))
                    yield f'<row r="{number}" spans="1:{len(row)}">{cells}</row>'
            yield "</sheetData>"
            if merged:
                yield f'<mergeCells count="{len(merged)}">'
                yield from (f'<mergeCell ref="{area}"/>' for area in merged)
                yield "</mergeCells>"
            yield "</worksheet>"
        self.part(f"xl/worksheets/sheet{len(self.names)}.xml", pieces())

    def close(self):
        kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        parts = [(f"worksheets/sheet{n}.xml", "worksheet") for n in range(1, len(self.names) + 1)]
        parts += [("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")]
        self.part("xl/sharedStrings.xml", self.strings.xml())
        codes = ["General", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss", "#,##0.00", "0.0%", "General"]
        self.part("xl/styles.xml", [
            f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(codes)}">',
            *(f'<numFmt numFmtId="{170 + n}" formatCode="{code}"/>' for n, code in enumerate(codes)),
            '</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill>'
            '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
            f'borderId="0"/></cellStyleXfs><cellXfs count="{len(codes)}">',
            *(f'<xf numFmtId="{0 if code == "General" else 170 + n}" fontId="0" fillId="0" borderId="0" xfId="0"/>'
              for n, code in enumerate(codes)), "</cellXfs></styleSheet>"])
        self.part("xl/workbook.xml", [
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>',
            *(f'<sheet name="{escaped(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(self.names, 1)),
            "</sheets></workbook>"])
        links = "".join(f'<Relationship Id="rId{n}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
                        for n, (target, kind) in enumerate(parts, 1))
        self.part("xl/_rels/workbook.xml.rels", [f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'])
        self.part("_rels/.rels", [
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'])
        types = "".join(f'<Override PartName="/xl/{target}" ContentType="{kinds}{kind}+xml"/>' for target, kind in parts)
        self.part("[Content_Types].xml", [
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}sheet.main+xml"/>{types}</Types>'])
        self.package.close()


def one_sheet(path, rows, merged=(), name="数据"):
    book = Book(path)
    book.sheet(name, rows, merged)
    book.close()


def numbers(folder, rows, name="numbers"):
    words = Words(1)
    one_sheet(f"{folder}/{name}.xlsx", ([words.number() for _ in range(10)] for _ in range(rows)))


def strings(folder, rows, name="strings"):
    words = Words(2)
    pool = [f"{words.phrase()}{n}" for n in range(max(30, 3 * rows))]
    one_sheet(f"{folder}/{name}.xlsx", ([pool[words.below(len(pool))] for _ in range(10)] for _ in range(rows)))


EXPORT = ["id", "name", "unit", "category", "date", "updated", "amount", "target", "achieved", "rate", "active", "remark"]


def export_rows(count, seed=3):
    words = Words(seed)
    names = [words.phrase() for _ in range(8000)]
    units = [words.phrase(3, 6) + "局" for _ in range(60)]
    remarks = [words.phrase(8, 30) for _ in range(3000)]
    for number in range(1, count + 1):
        target, achieved = words.below(100_000), words.below(100_000)
        day = 40000 + words.below(6000)
        yield [number, names[words.below(8000)], units[words.below(60)], units[words.below(12)], (DATE, day),
               (TIME, day + words.below(86400) / 86400) if words.below(4) else None, (AMOUNT, words.below(10**8) / 100),
               (AMOUNT, target), (AMOUNT, achieved), (PERCENT, round(achieved / (target + 1), 4)), words.below(2) == 1,
               remarks[words.below(3000)] if words.below(5) < 2 else None]


def with_header(header, rows):
    yield list(header)
    yield from rows


def plain(value):
    if isinstance(value, tuple):
        value = value[1]
    return "" if value is None else str(value).upper() if isinstance(value, bool) else value


def mixed(folder, rows, name="mixed"):
    one_sheet(f"{folder}/{name}.xlsx", with_header(EXPORT, export_rows(rows)))
    if name == "mixed":
        as_csv(f"{folder}/mixed.csv", export_rows(rows))


def as_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(EXPORT)
        lines.writerows([plain(value) for value in row] for row in rows)


def inline(folder, rows, name="inline"):
    words = Words(4)

    def lines():
        for row in range(1, rows + 1):
            cells = "".join(f'<c r="{LETTERS[column]}{row}" t="inlineStr"><is><t>{escaped(words.phrase())}{words.below(1000)}'
                            "</t></is></c>" for column in range(10))
            yield f'<row r="{row}">{cells}</row>'
    one_sheet(f"{folder}/{name}.xlsx", lines())


def tree_rows(count, seed, merged, spans, first, unit=None):
    """Rows of a progress table: names in the first columns, merged over `spans` rows, then the values."""
    words, units = Words(seed), ["个", "人", "万元", "公里", "户"]
    leads = [f"市{words.phrase(2, 3)}局" for _ in range(40)]
    names = [None] * len(spans)
    lead = None
    for offset in range(count):
        row = []
        for depth, span in enumerate(spans):
            if offset % span == 0:
                names[depth] = f"{words.phrase()}{offset}"
                last = min(offset + span, count) - 1
                if last > offset:
                    merged.append(f"{LETTERS[depth + 1]}{first + offset}:{LETTERS[depth + 1]}{first + last}")
                row.append(names[depth])
            else:
                row.append(None)
        if offset % spans[0] == 0:
            lead = unit or leads[words.below(40)]
        target, achieved = 1 + words.below(1000), words.below(1500)
        serial = offset // spans[0] + 1 if offset % spans[0] == 0 else None
        yield [serial] + row + [f"{words.phrase(3, 6)}{offset}", units[words.below(5)], target, achieved,
                                f"{achieved * 100 / target:.2f}%", lead, words.phrase(6, 14) if offset % 7 == 0 else None]


REPORT = ["序号", "项目", "工作举措", "任务内容", "指标名称", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]


def merged(folder, rows, name="merged"):
    areas = []
    header = ["序号", "章节", "目标", "行动", "任务", "指标", "单位", "目标值", "完成值", "完成率", "责任单位", "备注"]
    one_sheet(f"{folder}/{name}.xlsx", with_header(header, tree_rows(rows, 5, areas, [50, 10, 5, 2], 2)), areas)


def report(folder, rows, name="report"):
    areas = []
    one_sheet(f"{folder}/{name}.xlsx", with_header(REPORT, tree_rows(rows, 6, areas, [6, 3, 2], 2)), areas)


def many(folder, files):
    os.makedirs(f"{folder}/many", exist_ok=True)
    header = ["序号", "目标", "行动", "任务", "措施", "指标", "单位", "目标值", "完成值", "完成率", "责任单位", "备注"]
    for number in range(files):
        areas = []
        one_sheet(f"{folder}/many/unit{number:04}.xlsx",
                  with_header(header, tree_rows(59, 1000 + number, areas, [20, 10, 4, 2], 2)), areas)


def merge(folder, files):
    """Each unit owns 60 rows of the plan; several files of one unit are copies with their own layout order."""
    os.makedirs(f"{folder}/merge/submissions", exist_ok=True)
    units = [f"市第{n}局" for n in range(1, 26)]
    plan, areas = [], []
    for number, unit in enumerate(units):
        own = list(tree_rows(60, 2000 + number, areas, [6, 3, 2], 2 + number * 60, unit))
        plan += [[None if column in (7, 8, 10) else value for column, value in enumerate(row)] for row in own]
        for copy in range(max(1, files // len(units))):
            parts = []
            rows = tree_rows(60, 2000 + number, parts, [6, 3, 2], 3, unit)
            lines = with_header([f"填报单位：{unit}"], with_header(REPORT, rows))
            one_sheet(f"{folder}/merge/submissions/{unit}{copy:03}.xlsx", lines, parts)
    one_sheet(f"{folder}/merge/plan.xlsx", with_header(REPORT, plan), areas)


def manysheets(folder, rows):
    words, book = Words(7), Book(f"{folder}/manysheets.xlsx")
    pool = [words.phrase() for _ in range(5000)]
    for sheet in range(30):
        book.sheet(f"单位{sheet + 1}", ([words.number() if column % 2 else pool[words.below(5000)] for column in range(8)]
                                      for _ in range(rows)))
    book.close()


def large(folder, rows):
    words = Words(8)
    pool = [words.phrase() for _ in range(10_000)]
    one_sheet(f"{folder}/large.xlsx", (
        [row, pool[words.below(10_000)], pool[words.below(10_000)], (DATE, 40000 + words.below(6000)),
         (AMOUNT, words.number()), (AMOUNT, words.number()), words.number(), words.number(), words.below(2) == 1,
         pool[words.below(60)]] for row in range(rows)))


def diffpair(folder, rows):
    words = Words(9)
    old = list(export_rows(rows, 10))
    new, next_id, counts = [], rows, {"edited": 0, "deleted": 0, "inserted": 0}
    for row in old:
        chance = words.below(2000)
        if chance == 0:
            counts["deleted"] += 1
            continue
        if chance == 1:
            next_id += 1
            counts["inserted"] += 1
            new.append([next_id] + old[words.below(rows)][1:])
        if 2 <= chance < 22:
            counts["edited"] += 1
            column = (1, 2, 3, 11)[words.below(4)]
            row = row[:column] + [words.phrase() + "*"] + row[column + 1:]
        new.append(row)
    for name, table in (("diff_old", old), ("diff_new", new)):
        one_sheet(f"{folder}/{name}.xlsx", with_header(EXPORT, table))
        as_csv(f"{folder}/{name}.csv", table)
    with open(f"{folder}/diff.json", "w", encoding="utf-8") as out:
        json.dump(counts, out)


def ten(folder, scale):
    mixed(folder, max(10, int(20_000 * scale)), "mixed_tenth")
    merged(folder, max(10, int(5_000 * scale)), "merged_tenth")
    numbers(folder, max(10, int(10_000 * scale)), "numbers_tenth")
    report(folder, max(10, int(5_000 * scale)), "report_tenth")
    strings(folder, max(10, int(10_000 * scale)), "strings_tenth")
    inline(folder, max(10, int(5_000 * scale)), "inline_tenth")


FULL = {"numbers": (numbers, 100_000), "strings": (strings, 100_000), "mixed": (mixed, 200_000), "inline": (inline, 50_000),
        "merged": (merged, 50_000), "report": (report, 50_000), "manysheets": (manysheets, 20_000),
        "large": (large, 1_000_000), "many": (many, 2_000), "merge": (merge, 2_000), "diffpair": (diffpair, 100_000)}


def make(folder, scale, only=None):
    """Makes what is missing; a folder keeps one scale."""
    os.makedirs(folder, exist_ok=True)
    for name, (maker, rows) in FULL.items():
        done = os.path.join(folder, f".{name}.done")
        if (only is None or name in only) and not os.path.exists(done):
            maker(folder, max(25 if name == "merge" else 10, int(rows * scale)))
            open(done, "w").close()
    done = os.path.join(folder, ".ten.done")
    if (only is None or "ten" in only) and not os.path.exists(done):
        ten(folder, scale)
        open(done, "w").close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder")
    arguments.add_argument("--scale", type=float, default=1)
    arguments.add_argument("--only")
    given = arguments.parse_args()
    make(given.folder, given.scale, given.only.split(",") if given.only else None)


if __name__ == "__main__":
    main()
