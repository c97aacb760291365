#!/usr/bin/env python3
"""Makes hostile files of two sizes, runs the tool on them and prints what each cost.

    python3 heavy.py --yilan PATH [--only NAME] [--commands convert,inspect,...]

A line is marked when a run took more than 10 s CPU or 512 MiB, ended by a signal, or took more than
twelve times as long on ten times the structure (where that is more than a second).
"""
import argparse
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def links(items):
    body = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{k}" Target="{t}"{" TargetMode=" + chr(34) + m + chr(34) if m else ""}/>'
        for i, k, t, m in items)
    return f'<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def sheet(rows="", head="", tail=""):
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'


def book(path, rows="", head="", tail="", strings=None, styles=None, sheets=None, names="", extra=None, rels=None):
    sheets = sheets if sheets is not None else [("Sheet1", "worksheets/sheet1.xml")]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as z:
        def put(name, text):
            with z.open(name, "w", force_zip64=False) as f:
                if isinstance(text, str):
                    f.write(text.encode())
                else:
                    buffer = io.StringIO()
                    for piece in text:
                        buffer.write(piece)
                        if buffer.tell() > 1 << 20:
                            f.write(buffer.getvalue().encode())
                            buffer = io.StringIO()
                    f.write(buffer.getvalue().encode())
        put("_rels/.rels", links([("b", "officeDocument", "xl/workbook.xml", "")]))
        listed = "".join(f'<sheet name="{n}" sheetId="{i+1}" r:id="r{i}"/>' for i, (n, t) in enumerate(sheets))
        put("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>{names}</workbook>')
        all_links = [(f"r{i}", "worksheet", t, "") for i, (n, t) in enumerate(sheets)]
        all_links += [("st", "styles", "styles.xml", ""), ("ss", "sharedStrings", "sharedStrings.xml", "")] + (rels or [])
        put("xl/_rels/workbook.xml.rels", links(all_links))
        if callable(rows):
            def parts():
                yield f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{head}<sheetData>'
                yield from rows()
                yield "</sheetData>"
                if callable(tail):
                    yield from tail()
                else:
                    yield tail
                yield "</worksheet>"
            put("xl/worksheets/sheet1.xml", parts())
        else:
            put("xl/worksheets/sheet1.xml", sheet(rows, head, tail) if not callable(tail) else
                sheet(rows, head, "".join(tail())))
        put("xl/sharedStrings.xml", strings if strings is not None else f'<sst xmlns="{MAIN}"><si><t>x</t></si></sst>')
        put("xl/styles.xml", styles if styles is not None else f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>')
        for name, text in (extra or {}).items():
            put(name, text)


def cells(n, per_row=100, cell=lambda r, c: "<c><v>1</v></c>"):
    def make():
        for r in range(n // per_row):
            yield f'<row r="{r+1}">' + "".join(cell(r, c) for c in range(per_row)) + "</row>"
    return make


def sst(items):
    def make():
        yield f'<sst xmlns="{MAIN}">'
        yield from items
        yield "</sst>"
    return make()


def style_sheet(inner):
    def make():
        yield f'<styleSheet xmlns="{MAIN}">'
        yield from inner
        yield "</styleSheet>"
    return make()


A = {}


def attack(base):
    def keep(f):
        A[f.__name__] = (f, base)
        return f
    return keep


@attack(100_000)
def blanks_styled(p, n): book(p, rows=cells(n, 100, lambda r, c: '<c s="0"/>'))
@attack(100_000)
def numbers(p, n): book(p, rows=cells(n))
@attack(100_000)
def same_string(p, n): book(p, rows=cells(n, 100, lambda r, c: '<c t="s"><v>0</v></c>'), strings=sst(["<si><t>" + "甲" * 300 + "</t></si>"]))
@attack(1_000)
def large_string_shared(p, n): book(p, rows=cells(n, 10, lambda r, c: '<c t="s"><v>0</v></c>'), strings=sst(["<si><t>" + "x" * 1_000_000 + "</t></si>"]))
@attack(100_000)
def strings_empty(p, n): book(p, rows='<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=sst("<si/>" for _ in range(n * 10)))
@attack(100)
def strings_large(p, n): book(p, rows='<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=sst("<si><t>" + chr(65 + i % 26) * 100_000 + "</t></si>" for i in range(n)))
@attack(100_000)
def strings_rich(p, n): book(p, rows='<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=sst('<si><r><rPr><b/></rPr><t>a</t></r></si>' for i in range(n)))
@attack(20_000)
def merges(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ["<mergeCells>"] + [f'<mergeCell ref="A{2*i+1}:B{2*i+2}"/>' for i in range(n)] + ["</mergeCells>"])
@attack(20_000)
def merges_same(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ["<mergeCells>"] + ['<mergeCell ref="A1:XFD1048576"/>' for i in range(n)] + ["</mergeCells>"])
@attack(20_000)
def merges_columns(p, n): book(p, rows=lambda: (f'<row r="{r+1}"><c><v>1</v></c></row>' for r in range(n)), tail=lambda: ["<mergeCells>"] + [f'<mergeCell ref="A{i+1}:XFD{i+1}"/>' for i in range(n)] + ["</mergeCells>"])
@attack(100_000)
def merges_million(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ["<mergeCells>"] + [f'<mergeCell ref="A{i+1}:B{i+1}"/>' for i in range(n)] + ["</mergeCells>"])
@attack(10_000)
def shared_formulas(p, n):
    text = "+".join(f"A{i}" for i in range(1, 1000))
    book(p, rows=lambda: (f'<row r="{r+1}"><c><f t="shared" si="0">{text if r == 0 else ""}</f><v>1</v></c></row>' for r in range(n)))
@attack(10_000)
def formulas_distinct(p, n): book(p, rows=lambda: (f'<row r="{r+1}"><c><f t="shared" si="{r}">A1</f><v>1</v></c></row>' for r in range(n)))
@attack(10_000)
def comments_xml(p, n): book(p, rows=lambda: ("<!-- x -->" for r in range(n * 10)))
@attack(10_000)
def comments_in_value(p, n): book(p, rows=lambda: ["<row r='1'><c><v>1"] + ["<!-- x -->"] * (n * 10) + ["</v></c></row>"])
@attack(10_000)
def instructions(p, n): book(p, rows=lambda: ("<?x y?>" for r in range(n * 10)))
@attack(100)
def attributes(p, n): book(p, rows=lambda: ("<row " + " ".join(f'a{i}=""' for i in range(2000)) + "/>" for r in range(n)))
@attack(100)
def namespaces(p, n): book(p, rows=lambda: ("<row " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(1500)) + "/>" for r in range(n)))
@attack(10_000)
def deep(p, n): book(p, rows=lambda: ("<row>" + "<x>" * 200 + "</x>" * 200 + "</row>" for r in range(n // 10)))
@attack(1_000)
def names_distinct(p, n): book(p, rows=lambda: (f"<row><x{r}/></row>" for r in range(n * 100)))
@attack(900)
def sheets_many(p, n):
    names = [(f"S{i}", f"worksheets/s{i}.xml") for i in range(n)]
    book(p, sheets=names, extra={f"xl/worksheets/s{i}.xml": sheet('<row r="1"><c r="A1"><v>1</v></c></row>') for i in range(n)})
@attack(1_000)
def sheets_one_part(p, n): book(p, rows=cells(1000), sheets=[(f"S{i}", "worksheets/sheet1.xml") for i in range(n)])
@attack(1_000)
def sheets_no_part(p, n): book(p, sheets=[(f"S{i}", "worksheets/sheet1.xml" if i == 0 else f"worksheets/no{i}.xml") for i in range(n)])
@attack(6_000)
def styles(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', styles=style_sheet(["<cellXfs>"] + ['<xf numFmtId="0"/>'] * n + ["</cellXfs>"]))
@attack(100_000)
def styles_million(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', styles=style_sheet(["<cellXfs>"] + ['<xf/>'] * n + ["</cellXfs>"]))
@attack(6_000)
def formats(p, n): book(p, rows='<row r="1"><c r="A1" s="0"><v>1</v></c></row>', styles=style_sheet(["<numFmts>"] + [f'<numFmt numFmtId="{200+i}" formatCode="{"0" * 200}{i}"/>' for i in range(n)] + ["</numFmts><cellXfs><xf numFmtId='200'/></cellXfs>"]))
@attack(10_000)
def format_percent(p, n): book(p, rows=cells(n, 10, lambda r, c: '<c s="0"><v>1</v></c>'), styles=style_sheet([f'<numFmts><numFmt numFmtId="200" formatCode="0{"%" * 250}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>']))
@attack(10_000)
def defined_names(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', names="<definedNames>" + "".join(f'<definedName name="n{i}" localSheetId="0">Sheet1!$A$1</definedName>' for i in range(n * 10)) + "</definedNames>")
@attack(1_000)
def numbers_long(p, n): book(p, rows=lambda: (f'<row r="{r+1}"><c><v>{"9" * 300}.{"1" * 10000}</v></c></row>' for r in range(n)))
@attack(20_000)
def rows_reversed(p, n): book(p, rows=lambda: (f'<row r="{n*5-r}"><c><v>1</v></c></row>' for r in range(n * 5)))
@attack(10_000)
def cells_in_other_rows(p, n): book(p, rows=lambda: (f'<row r="{r+1}"><c r="A{r+1}"><v>1</v></c><c r="B{(r*7919)%n+1}"><v>2</v></c><c r="C1"><v>3</v></c></row>' for r in range(n)))
@attack(10_000)
def rows_same(p, n): book(p, rows=lambda: ('<row r="1"><c r="A1"><v>1</v></c></row>' for r in range(n * 5)))
@attack(10_000)
def findings(p, n): book(p, rows=lambda: (f'<row r="{r+1}"><c><v>x</v></c><c t="b"><v>7</v></c><c s="9"/></row>' for r in range(n * 5)))
@attack(10_000)
def rules(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: [f'<conditionalFormatting sqref="A1"><cfRule type="t{i}"><formula>1</formula></cfRule></conditionalFormatting>' for i in range(n * 5)])
@attack(200)
def rules_ranges(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ['<conditionalFormatting sqref="' + " ".join(f"A{i+1}" for i in range(20000)) + '">'] + ['<cfRule type="expression"><formula>1</formula></cfRule>'] * n + ["</conditionalFormatting>"])
@attack(10_000)
def validations(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ["<dataValidations>"] + [f'<dataValidation type="list" sqref="A{i+1}"><formula1>"a,b,{i}"</formula1></dataValidation>' for i in range(n * 5)] + ["</dataValidations>"])
@attack(10_000)
def links_many(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ["<hyperlinks>"] + [f'<hyperlink ref="A{i+1}" location="Sheet1!A1"/>' for i in range(n * 2)] + ["</hyperlinks>"])
@attack(10_000)
def notes_same_cell(p, n):
    book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', extra={
        "xl/worksheets/_rels/sheet1.xml.rels": links([("c", "comments", "../comments1.xml", "")]),
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><authors><author>a</author></authors><commentList>' + f'<comment ref="A1" authorId="0"><text><t>{"x" * 50}</t></text></comment>' * (n * 2) + "</commentList></comments>"})
@attack(10_000)
def threads_same_cell(p, n):
    ns = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    rel = links([("c", "threadedComment", "../threaded1.xml", "")]).replace(OFFICE + "/threadedComment", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment")
    book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', extra={
        "xl/worksheets/_rels/sheet1.xml.rels": rel,
        "xl/threaded1.xml": f'<ThreadedComments xmlns="{ns}">' + f'<threadedComment ref="A1"><text>{"x" * 50}</text></threadedComment>' * (n * 2) + "</ThreadedComments>"})
@attack(10_000)
def tables_same_part(p, n):
    book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', tail=lambda: ["<tableParts>"] + ['<tablePart r:id="t"/>'] * (n * 5) + ["</tableParts>"], extra={
        "xl/worksheets/_rels/sheet1.xml.rels": links([("t", "table", "../tables/table1.xml", "")]),
        "xl/tables/table1.xml": f'<table xmlns="{MAIN}" ref="A1:B2" name="t"><tableColumns>' + '<tableColumn name="a"/>' * 2000 + "</tableColumns></table>"})
@attack(1_000)
def far_cells(p, n): book(p, rows=lambda: (f'<row r="{r*1000+1}"><c r="XFD{r*1000+1}"><v>1</v></c></row>' for r in range(min(n, 1000))))
@attack(10_000)
def escapes(p, n): book(p, rows=lambda: (f'<row r="{r+1}"><c t="inlineStr"><is><t>{"_x0041_" * 100}</t></is></c></row>' for r in range(n)))
@attack(1_000)
def unclosed_tags(p, n): book(p, rows="<row>" * 200 + "<c " * n)
@attack(100_000)
def rel_flood(p, n): book(p, rows='<row r="1"><c r="A1"><v>1</v></c></row>', rels=[(f"z{i}", "theme", "no.xml", "") for i in range(n)])
@attack(100)
def spaces_bomb(p, n): book(p, rows=lambda: (" " * 900_000 + "<row/>" for r in range(n)))
@attack(2_000)
def wide_report(p, n):
    head = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
    def rows():
        yield '<row r="1">' + "".join(f'<c t="inlineStr"><is><t>{h}</t></is></c>' for h in head) + "</row>"
        for r in range(n):
            yield f'<row r="{r+2}"><c><v>{r+1}</v></c>' + "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in (f"指标{r}", "个", str(r + 1), str(r), "50%", f"市局{r % 900}", "")) + "</row>"
    book(p, rows=rows)
@attack(2_000)
def report_same_names(p, n):
    head = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
    def rows():
        yield '<row r="1">' + "".join(f'<c t="inlineStr"><is><t>{h}</t></is></c>' for h in head) + "</row>"
        for r in range(n):
            yield f'<row r="{r+2}"><c><v>1</v></c>' + "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in ("同一指标", "个", str(r), str(r + 1), "50%", "市局", "同")) + "</row>"
    book(p, rows=rows)
@attack(1_000)
def report_headers(p, n):
    head = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
    book(p, rows=lambda: ("<row>" + "".join(f'<c t="inlineStr"><is><t>{h}</t></is></c>' for h in head) + "</row>" for r in range(n)))
@attack(100)
def report_long_text(p, n):
    head = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
    def rows():
        yield '<row r="1">' + "".join(f'<c t="inlineStr"><is><t>{h}</t></is></c>' for h in head) + "</row>"
        for r in range(10):
            yield f'<row r="{r+2}"><c><v>{r+1}</v></c>' + "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in ("新增 1 个；" * n * 10 + str(r), "个" , "1、" * n * 10, "2" * n, "50%", "市局、" * n * 10, "填报单位：" * n * 10)) + "</row>"
    book(p, rows=rows)


def run(words, cwd):
    start = time.time()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(["/usr/bin/time", "-f", "%U %S %M"] + words, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (40, 45)))
    _, err = process.communicate()
    lines = err.decode(errors="replace").strip().split("\n")
    try:
        user, system, memory = lines[-1].split()
        cpu, memory = float(user) + float(system), int(memory) / 1024
    except ValueError:
        cpu, memory = 99, 0
    note = next((l for l in lines if "error:" in l), lines[0] if len(lines) > 1 else "")
    if max(len(l.encode()) for l in lines) > 700:
        note = "LONG " + note
    return cpu, memory, process.returncode, note[:110]


COMMANDS = {
    "convert": lambda y, f, o: [y, "convert", f, "-o", o + ".csv"],
    "fill": lambda y, f, o: [y, "convert", f, "--merged", "fill", "-o", o + ".csv"],
    "shown": lambda y, f, o: [y, "convert", f, "--values", "shown", "-o", o + ".csv"],
    "cells": lambda y, f, o: [y, "convert", f, "--to", "cells", "-o", o + ".jsonl"],
    "json": lambda y, f, o: [y, "convert", f, "-o", o + ".json"],
    "html": lambda y, f, o: [y, "convert", f, "-o", o + ".html"],
    "markdown": lambda y, f, o: [y, "convert", f, "-o", o + ".md"],
    "xlsx": lambda y, f, o: [y, "convert", f, "-o", o + ".xlsx"],
    "inspect": lambda y, f, o: [y, "inspect", f],
    "normalize": lambda y, f, o: [y, "normalize", f, "-o", o + ".n.csv"],
    "explain": lambda y, f, o: [y, "explain", f],
    "check": lambda y, f, o: [y, "check", f],
    "diff": lambda y, f, o: [y, "diff", f, f],
    "tablediff": lambda y, f, o: [y, "diff", "--by", "table", f, f],
    "cellsdiff": lambda y, f, o: [y, "diff", "--by", "cells", f, f],
    "published": lambda y, f, o: [y, "normalize", f, "--layout", "published", "-o", o + ".p.xlsx"],
    "marked": lambda y, f, o: [y, "check", f, "-o", o + ".c.xlsx"],
    "stack": lambda y, f, o: [y, "merge", "--as", "table", f, "-o", o + ".s.csv"],
    "merge": lambda y, f, o: [y, "merge", "--plan", f, f, "-o", o + ".m.xlsx"],
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--yilan", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--commands", default="convert")
    parser.add_argument("--all", action="store_true", help="print every line")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(A)
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            make, base = A[name]
            files = []
            for factor in (1, 10):
                path = os.path.join(folder, f"{name}-{factor}.xlsx")
                make(path, base * factor)
                files.append(path)
            for command in options.commands.split(","):
                results = [run(COMMANDS[command](options.yilan, f, f + ".out"), folder) for f in files]
                (c1, m1, s1, n1), (c10, m10, s10, n10) = results
                flags = []
                if c10 > 10 or c1 > 10: flags.append("CPU")
                if max(m1, m10) > 512: flags.append("MEMORY")
                if s1 < 0 or s10 < 0 or s1 > 64 or s10 > 64: flags.append("CRASH")
                if c10 > 1 and c10 > 12 * max(c1, 0.02): flags.append("GROWTH")
                if flags or options.all:
                    print(f"{name:22} {command:10} {c1:6.2f} {c10:6.2f} s {m1:6.0f} {m10:6.0f} MiB  {s1} {s10} {' '.join(flags)}  {n10}", flush=True)
            for f in os.listdir(folder):
                os.remove(os.path.join(folder, f))


if __name__ == "__main__":
    main()
