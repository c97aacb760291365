#!/usr/bin/env python3
"""Hostile input for the commands that know reports: profiles, decisions, differences, archives, text, tables.

    python3 commands.py --yilan PATH [--only NAME,...] [--all]

Like heavy.py, which it takes its workbooks from: each attack is made at a size and at ten times that size.
A line is marked when a run took more than 10 s CPU or 512 MiB, ended by a signal, gave no answer, or took
more than twelve times as long on ten times the structure (where that is more than a second).
"""
import argparse
import json
import os
import struct
import subprocess
import tempfile
import zipfile
import zlib

from heavy import book, run, sheet

HEAD = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
DEEP = ["序号", "项目", "举措", "任务", "指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
A = {}


def attack(base, *commands):
    """Each command is a list of words with Y for the tool and A, B for the files of the attack, in its folder."""
    def keep(f):
        A[f.__name__] = (f, base, commands)
        return f
    return keep


def text(value):
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>' if value != "" else "<c/>"


def table(path, rows, head=HEAD, **more):
    def lines():
        yield "<row>" + "".join(map(text, head)) + "</row>"
        for row in rows:
            yield "<row>" + "".join(map(text, row)) + "</row>"
    book(path, rows=lines, **more)


def plain(i, name=None, lead="市甲局", target="100", task=""):
    return [i + 1, name if name is not None else f"完善第{i}项服务", "个", target, "50", "50%", lead, task]


def small(folder, name="s.xlsx", rows=5):
    table(f"{folder}/{name}", (plain(i) for i in range(rows)))


def write(folder, name, content):
    with open(f"{folder}/{name}", "wb") as f:
        for piece in [content] if isinstance(content, (bytes, str)) else content:
            f.write(piece.encode() if isinstance(piece, str) else piece)


NORMALIZE = "Y normalize A -o n.csv"
PUBLISHED = "Y normalize A --layout published -o p.xlsx"
TREE = "Y normalize A -o n.json"
CHECK = "Y check A --to json -o c.json"
MARKED = "Y check A -o m.xlsx"
EXPLAIN = "Y explain A -o e.yml"
DIFF = "Y diff A B -o d.json"
PAGE = "Y diff A B -o d.html"
BOOK = "Y diff A B -o d.xlsx"
MERGE = "Y merge --plan A B -o m.xlsx --log l.html --draft d.yml"
REPORT = (NORMALIZE, PUBLISHED, TREE, CHECK, MARKED, EXPLAIN, "Y diff A A -o d.html", "Y merge --plan A A -o g.xlsx --log l.html")
TABLE = ("Y diff --by table A B -o d.html", "Y diff --by cells A B -o d.json", "Y diff --by table A B -o d.xlsx", "Y merge --as table A B -o s.csv")

# Profiles and decisions

PROFILE = "Y normalize s.xlsx --profile A.yml -o n.csv"
RESOLVE = "Y merge --plan s.xlsx s.xlsx --resolve A.yml -o m.xlsx"


def yaml(folder, content):
    small(folder)
    write(folder, "A.yml", content)


@attack(10, PROFILE, RESOLVE)
def yaml_laughs(f, n): yaml(f, "a0: &a0 [x, x]\n" + "".join(f"a{i+1}: &a{i+1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(n)))
@attack(10, PROFILE, RESOLVE)
def yaml_laughs_in_keys(f, n): yaml(f, "? &a0 [x, x]\n: 1\n" + "".join(f"? &a{i+1} [*a{i}, *a{i}]\n: 1\n" for i in range(n)))
@attack(10_000, PROFILE, RESOLVE)
def yaml_deep_lists(f, n): yaml(f, "[" * n + "]" * n)
@attack(10_000, PROFILE, RESOLVE)
def yaml_deep_unclosed(f, n): yaml(f, "{a: " * n)
@attack(100, PROFILE, RESOLVE)
def yaml_deep_blocks(f, n): yaml(f, "".join(" " * i + "a:\n" for i in range(n)))
@attack(10_000, PROFILE, RESOLVE)
def yaml_deep_dashes(f, n): yaml(f, "- " * n + "a")
@attack(100_000, PROFILE, RESOLVE)
def yaml_scalar(f, n): yaml(f, "profile: " + "x" * n)
@attack(10_000, PROFILE, RESOLVE)
def yaml_same_keys(f, n): yaml(f, "profile: minsheng-shishi/1\n" * n)
@attack(5_000, PROFILE, RESOLVE)
def yaml_keys(f, n): yaml(f, "profile: minsheng-shishi/1\n" + "".join(f"k{i}: 1\n" for i in range(n)))
@attack(10_000, PROFILE, RESOLVE)
def yaml_long_key(f, n): yaml(f, "k" * n + ": 1\n")
@attack(10_000, PROFILE, RESOLVE)
def yaml_long_values(f, n): yaml(f, "profile: a/1\nresolutions: 1\nheader: {min_fields: " + "x" * n + "}\ndecisions: [{type: " + "甲" * n + "}]\n")
@attack(10_000, PROFILE, RESOLVE)
def yaml_documents(f, n): yaml(f, "--- a\n" * n)
@attack(10_000, PROFILE, RESOLVE)
def yaml_anchors(f, n): yaml(f, "".join(f"- &a{i} x\n" for i in range(n)))
@attack(10_000, PROFILE, RESOLVE)
def yaml_quotes(f, n): yaml(f, 'profile: "' + "\\u0041" * n)
@attack(10_000, PROFILE, RESOLVE)
def yaml_questions(f, n): yaml(f, "? " * n)
@attack(10_000, PROFILE, RESOLVE)
def yaml_colons(f, n): yaml(f, "a: " * n)
@attack(10_000, PROFILE, RESOLVE)
def yaml_comments(f, n): yaml(f, "#\n" * n * 10 + "profile: minsheng-shishi/1\n")
@attack(100, PROFILE)
def yaml_wrong_types(f, n): yaml(f, "profile: []\nsheets: 1\nheader: [[]]\nfields: " + "{a: {b: 1}, " * 3 + "}" * 3 + "\nfill: x\nunits: []\nchecks: {overshoot: 1e999, percent_decimals: -99999999999999999999}\n")
@attack(10_000, PROFILE)
def profile_aliases(f, n): yaml(f, "profile: a/1\naliases: {市甲局: [" + ", ".join(f"单位{i}" for i in range(n)) + "]}\n")
@attack(2_000, PROFILE)
def profile_units(f, n): yaml(f, "profile: a/1\nunits:\n" + "".join(f"  u{i}: {{canonical: v{i}, base: w, scale: 10}}\n" for i in range(n)))
@attack(1_000, PROFILE)
def profile_headers(f, n): yaml(f, "profile: a/1\nfields:\n  goal: {headers: [" + ", ".join(f"列{i}" for i in range(n * 10)) + "]}\n")
@attack(500, PROFILE)
def profile_skip_rows(f, n): yaml(f, "profile: a/1\nskip_rows: [" + ", ".join(f"'^小计{i}.*x$'" for i in range(n)) + "]\n")
@attack(10, PROFILE)
def profile_pattern_nested(f, n):
    table(f"{f}/s.xlsx", (plain(i, "a" * 3000 + str(i)) for i in range(100)))
    write(f, "A.yml", "profile: a/1\nskip_rows: ['^" + "(" * n + "a*" + ")*" * n + "b$', '(a|a)*b', '(.*)*(.*)*(.*)*x', '(a?){100}a{100}c']\n")
@attack(5, PROFILE)
def profile_pattern_counts(f, n): yaml(f, "profile: a/1\nskip_rows: ['" + "(" * n + "a" + "{1000}" * 1 + "){1000}" * n + "']\n")
@attack(10_000, PROFILE)
def profile_pattern_long(f, n): yaml(f, "profile: a/1\nskip_rows: ['" + "(a|b)" * n + "']\n")
@attack(10_000, PROFILE)
def profile_pattern_deep(f, n): yaml(f, "profile: a/1\nskip_rows: ['" + "(" * n + "']\nsections: {row: '" + "[" * n + "'}\n")
@attack(1_000, RESOLVE)
def decisions(f, n):
    small(f)
    write(f, "A.yml", "decisions:\n" + "".join(f"- {{type: two_values, path: [null, 目标{i}, null, null, null], field: achieved, take: plan}}\n" for i in range(n)))

# Differences and reports as JSON

APPLY = "Y apply s.xlsx A.json -o n.csv"
JSON = (APPLY, "Y normalize A.json -o n.csv")


def js(folder, content):
    small(folder)
    write(folder, "A.json", content)


@attack(100_000, *JSON)
def json_deep_lists(f, n): js(f, "[" * n)
@attack(100_000, *JSON)
def json_deep_objects(f, n): js(f, '{"a":' * n)
@attack(100_000, *JSON)
def json_deep_children(f, n): js(f, '{"sections":[{"goals":[' + '{"children":[' * n + "]}" * n + "]}]}")
@attack(1_000_000, *JSON)
def json_long_text(f, n): js(f, '{"format":"' + "x" * n + '"}')
@attack(100_000, *JSON)
def json_long_format(f, n): js(f, '{"format":"yilan-report/' + "9" * n + '","edits":{"format":"yilan-edits/' + "9" * n + '"}}')
@attack(100_000, *JSON)
def json_long_number(f, n): js(f, '{"summary":' + "9" * n + "}")
@attack(10, *JSON)
def json_exponents(f, n): js(f, '{"summary":[1e999,-1e999,1e-999999999999999999999,0e0,1E+400,99999999999999999999999]}')
@attack(10_000, *JSON)
def json_same_keys(f, n): js(f, "{" + ",".join(['"edits":{}'] * n) + "}")
@attack(10_000, *JSON)
def json_keys(f, n): js(f, "{" + ",".join(f'"k{i}":{i}' for i in range(n)) + "}")
@attack(100_000, *JSON)
def json_escapes(f, n): js(f, '{"a":"' + "\\ud800\\u0000\\udc00\\u202e" * n + '"}')
@attack(100_000, *JSON)
def json_lists(f, n): js(f, "[" + "[]," * n + "[]]")
@attack(100_000, *JSON)
def json_spaces(f, n): js(f, " \n" * n + "{}")
@attack(10, *JSON)
def json_bad_bytes(f, n): js(f, b'{"a":"' + b"\xff\xfe\xc0\x80\xed\xa0\x80" * n + b'"}')


def edits(yilan, folder):
    """A real difference to change."""
    table(f"{folder}/s.xlsx", (plain(i) for i in range(5)))
    table(f"{folder}/t.xlsx", (plain(i, target=str(100 + i)) for i in range(1, 7)))
    subprocess.run([yilan, "diff", "s.xlsx", "t.xlsx", "-o", "e.json", "--quiet"], cwd=folder, stderr=subprocess.DEVNULL)
    with open(f"{folder}/e.json") as f:
        return json.load(f)


def changed(folder, change):
    value = edits(YILAN, folder)
    change(value["edits"])
    write(folder, "A.json", json.dumps(value, ensure_ascii=False))


@attack(5_000, APPLY)
def edits_repeated(f, n): changed(f, lambda e: e.update(nodes=e["nodes"] * n))
@attack(5_000, APPLY)
def edits_far(f, n): changed(f, lambda e: e.update(nodes=[{"node": [2**62, i], "label": {"name": "x"}} for i in range(n)]))
@attack(5_000, APPLY)
def edits_deep_places(f, n): changed(f, lambda e: e.update(nodes=[{"node": [0] * n, "label": {"name": "x"}}]))
@attack(5_000, APPLY)
def edits_negative(f, n): changed(f, lambda e: e.update(nodes=[{"node": [-1], "children": [{"keep": [-1, 2**62], "count": 2**62}] * n}]))
@attack(50, APPLY)
def edits_counts(f, n): changed(f, lambda e: e.update(nodes=[{"node": [], "children": [{"keep": [0], "count": 2**40}] * n}]))
@attack(5_000, APPLY)
def edits_added(f, n):
    node = {"add": {"label": {"name": "甲" * 50}, "children": []}}
    changed(f, lambda e: e.update(nodes=[{"node": [], "children": [node] * n}]))
@attack(1_000, APPLY)
def edits_nested(f, n):
    changed(f, lambda e: e.update(nodes="NODES"))
    with open(f"{f}/A.json") as file:
        content = file.read()
    node = '{"add":{"label":{"name":"甲"},"children":['
    write(f, "A.json", content.replace('"NODES"', '[{"node":[],"children":[' + node * n + "]}}" * n + "]}]"))
@attack(5_000, APPLY)
def edits_groups(f, n): changed(f, lambda e: e.update(groups=[{"id": f"g{i}", "rows": [i], "fields": ["achieved"], "evidence": "merge"} for i in range(n)]))
@attack(10, APPLY)
def edits_wrong_types(f, n): changed(f, lambda e: e.update(nodes={"node": "x"}, groups=1, sources=[[]], head=[1], old=3))


def tree(folder, change):
    table(f"{folder}/s.xlsx", (plain(i) for i in range(5)))
    subprocess.run([YILAN, "normalize", "s.xlsx", "-o", "e.json", "--quiet"], cwd=folder, stderr=subprocess.DEVNULL)
    with open(f"{folder}/e.json") as f:
        value = json.load(f)
    change(value)
    write(folder, "A.json", json.dumps(value, ensure_ascii=False))


def multiply(value, n):
    """Every list of objects holds its first one n times at the innermost level."""
    if isinstance(value, dict):
        for item in value.values():
            multiply(item, n)
    elif isinstance(value, list):
        if value and isinstance(value[0], dict):
            if any(isinstance(v, list) and v and isinstance(v[0], dict) for v in value[0].values()):
                multiply(value[0], n)
            else:
                value[:] = value * n


@attack(300, "Y normalize A.json -o n.csv", "Y normalize A.json -o n.json", "Y normalize A.json --layout published -o p.xlsx")
def tree_repeated(f, n): tree(f, lambda v: multiply(v, n))

# Archives of submissions

ZIP = ("Y merge --plan s.xlsx A.zip -o m.csv --log l.json",)


def archive(folder, entries):
    small(folder)
    with zipfile.ZipFile(f"{folder}/A.zip", "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in entries:
            z.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def raw_archive(folder, entries):
    """Stored entries with names of any bytes."""
    small(folder)
    out, directory = bytearray(), bytearray()
    for name, content in entries:
        crc, start = zlib.crc32(content), len(out)
        out += struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 33, crc, len(content), len(content), len(name), 0) + name + content
        directory += struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 33, crc, len(content), len(content), len(name), 0, 0, 0, 0, 0, start) + name
    count = len(entries)
    write(folder, "A.zip", bytes(out + directory + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(directory), len(out), 0)))


ROW = (",".join(HEAD) + "\n1,完善第0项服务,个,100,50,50%,市甲局,\n").encode()


@attack(900, *ZIP)
def zip_texts(f, n): archive(f, [(f"{i}.csv", ROW) for i in range(n)])
@attack(100, *ZIP)
def zip_workbooks(f, n):
    small(f)
    with open(f"{f}/s.xlsx", "rb") as file:
        content = file.read()
    archive(f, [(f"{i}.xlsx", content) for i in range(n)])
@attack(20_000_000, *ZIP)
def zip_bomb_text(f, n): archive(f, [("a.csv", b"\0" * n)])
@attack(20_000_000, *ZIP)
def zip_bomb_rows(f, n): archive(f, [("a.csv", b"a,b\n" * (n // 4))])
@attack(20_000_000, *ZIP)
def zip_bomb_line(f, n): archive(f, [("a.csv", b"a" * n)])
@attack(10, *ZIP)
def zip_bombs_side_by_side(f, n): archive(f, [(f"{i}.csv", b"a,b\n" * 5_000_000) for i in range(n)])
@attack(20_000_000, *ZIP)
def zip_bomb_workbook(f, n):
    book(f"{f}/w.xlsx", rows=lambda: (" " * 1_000_000 for _ in range(n // 1_000_000)))
    with open(f"{f}/w.xlsx", "rb") as file:
        content = file.read()
    archive(f, [("a.xlsx", content)])
@attack(20_000_000, *ZIP)
def zip_bomb_stretched(f, n): archive(f, [("a.xlsx", b"PK\3\4" + b"\0" * n)])
@attack(3, *ZIP)
def zip_in_zip(f, n):
    content = ROW
    import io
    for _ in range(n):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("a.zip", content)
        content = buffer.getvalue()
    archive(f, [("a.zip", content)])
@attack(100, *ZIP)
def zip_names(f, n):
    names = [b"../../etc/a.csv", b"/etc/b.csv", b"C:\\c.csv", b"..\\..\\d.csv", b"e\0.csv", b"\xb5\xda\xd2\xbb.csv", b"\xff\xfe\x01.csv", b"\x1b[31m.csv", b"x" * 60000 + b".csv", b".csv", b"a/" * 1000 + b"g.csv", b"con.csv", b"a\nb.csv", b"\xe2\x80\xae.csv", b"  .csv", b"-o.csv", b"", b"/", b"//"]
    raw_archive(f, [(name if i == 0 else str(i).encode() + name, ROW) for i in range(max(n // 100, 1)) for name in names])
@attack(1_000, *ZIP)
def zip_same_names(f, n): raw_archive(f, [(b"a.csv", ROW)] * n)
@attack(1_000, *ZIP)
def zip_case_names(f, n): raw_archive(f, [(b"a.csv", ROW), (b"A.csv", ROW), (b"./a.csv", ROW), (b"b/../a.csv", ROW), (b"b\\a.csv", ROW), (b"b/a.csv", ROW)])

# Text

CSV = ("Y convert A.csv -o n.jsonl", "Y convert A.csv -o n.xlsx", "Y normalize A.csv -o n.csv", "Y check A.csv", "Y diff A.csv A.csv", "Y merge --as table A.csv -o m.csv", "Y inspect A.csv")


@attack(10_000_000, *CSV)
def csv_line(f, n): write(f, "A.csv", ("a" * 1_000_000 for _ in range(n // 1_000_000)))
@attack(10_000_000, *CSV)
def csv_quote(f, n): write(f, "A.csv", ['a,"'] + ["a,b\n" * 250_000] * (n // 1_000_000))
@attack(100_000, *CSV)
def csv_columns(f, n): write(f, "A.csv", ",".join("x" * 1 for i in range(n)) + "\n")
@attack(1_000, *CSV)
def csv_columns_and_rows(f, n): write(f, "A.csv", ("1," * 15_000 + "\n" for i in range(n // 10)))
@attack(1_000_000, *CSV)
def csv_commas(f, n): write(f, "A.csv", "," * n)
@attack(1_000_000, *CSV)
def csv_nul(f, n): write(f, "A.csv", b"a,\0" * n)
@attack(1_000_000, *CSV)
def csv_rows(f, n): write(f, "A.csv", b"\n" * n)
@attack(100_000, *CSV)
def csv_rows_long(f, n): write(f, "A.csv", b"a,b,c,d,e,f,g,h\n" * n)
@attack(1_000_000, *CSV)
def csv_quotes(f, n): write(f, "A.csv", b'"' * n)
@attack(1_000_000, *CSV)
def csv_mixed(f, n): write(f, "A.csv", b'a"b;c\t,|' * (n // 8) + b"\n")
@attack(1_000_000, *CSV)
def csv_bytes(f, n): write(f, "A.csv", b"\x81\x30\x81\x30,\xff\xfe\xed\xa0\x80" * (n // 10))
@attack(1_000_000, *CSV)
def csv_utf16(f, n): write(f, "A.csv", b"\xff\xfe" + b"\x00\xd8,\x00" * (n // 4))
@attack(1_000_000, *CSV)
def csv_returns(f, n): write(f, "A.csv", b"\r" * n)

# Tables for the importer

@attack(1_000, *REPORT)
def header_long(f, n): table(f"{f}/A", (plain(i) for i in range(10)), head=[h + "备注" * (n * 16 // 10) if i == 7 else h + " " * n for i, h in enumerate(HEAD)])
@attack(1_600, *REPORT)
def header_columns(f, n): table(f"{f}/A", (plain(i) for i in range(20)), head=HEAD + [f"列{i}" for i in range(n)])
@attack(1_600, *REPORT)
def header_columns_filled(f, n): table(f"{f}/A", (plain(i) + ["1"] * n for i in range(20)), head=HEAD + [f"列{i}" for i in range(n)])
@attack(1_600, *REPORT)
def header_same_columns(f, n): table(f"{f}/A", (plain(i) for i in range(20)), head=HEAD + ["单位"] * n)
@attack(1_600, *REPORT)
def header_known_columns(f, n): table(f"{f}/A", (plain(i) + ["1"] * n for i in range(20)), head=HEAD * (n // 8))
@attack(10_000, *REPORT)
def label_merges(f, n):
    table(f"{f}/A", (plain(i, "" if i % 2 else None) for i in range(n)),
          tail=lambda: ["<mergeCells>"] + [f'<mergeCell ref="B{2*i+2}:B{2*i+3}"/>' for i in range(n // 2)] + [f'<mergeCell ref="G{2*i+2}:G{2*i+3}"/>' for i in range(n // 2)] + ["</mergeCells>"])
@attack(5_000, *REPORT)
def measure_merges(f, n):
    table(f"{f}/A", (plain(i) for i in range(n)),
          tail=lambda: ["<mergeCells>"] + [f'<mergeCell ref="{c}{2*i+2}:{c}{2*i+3}"/>' for i in range(n // 2) for c in "CDEFH"] + ["</mergeCells>"])
@attack(5_000, *REPORT)
def measure_merge_of_all(f, n): table(f"{f}/A", (plain(i) for i in range(n)), tail=lambda: [f'<mergeCells><mergeCell ref="D2:D{n+1}"/><mergeCell ref="E2:E{n+1}"/></mergeCells>'])
@attack(900, *REPORT)
def sheets_with_tables(f, n):
    one = sheet("<row>" + "".join(map(text, HEAD)) + "</row><row>" + "".join(map(text, plain(0))) + "</row>")
    book(f"{f}/A", sheets=[(f"S{i}", f"worksheets/s{i}.xml") for i in range(n)], extra={f"xl/worksheets/s{i}.xml": one for i in range(n)})
@attack(2_000, *REPORT)
def sections(f, n): table(f"{f}/A", (["一、类别" + str(i)] + [""] * 7 if i % 2 == 0 else plain(i) for i in range(n)))
@attack(2_000, *REPORT)
def tasks_of_figures(f, n): table(f"{f}/A", ([i + 1, "甲", "乙", "新增1.5万人、覆盖90%、每户2个；" * (n // 20), "", "个", "100", "50", "50%", "市甲局", ""] for i in range(10)), head=DEEP)
@attack(200, *REPORT)
def tasks_of_figures_in_rows(f, n): table(f"{f}/A", ([i + 1, f"甲{i}", "乙", "新增1.5万人、覆盖90%、每户2个；" * 100, "", "个", "100", "50", "50%", "市甲局", ""] for i in range(n)), head=DEEP)
@attack(3_000, *REPORT)
def texts_of_digits(f, n): table(f"{f}/A", (plain(i, target="9" * n, task="1" * n) for i in range(10)))
@attack(3_000, *REPORT)
def texts_of_percents(f, n): table(f"{f}/A", (plain(i, "%" * n, target="1%" * (n // 2), task="1，" * n) for i in range(10)))
@attack(3_000, *REPORT)
def texts_of_points(f, n): table(f"{f}/A", (plain(i, "不低于" * n, target="不低于1和" * (n // 2), task="分别" * n) for i in range(10)))
@attack(2_000, *REPORT)
def same_names(f, n): table(f"{f}/A", (plain(i, "同一指标") for i in range(n)))
@attack(2_000, *REPORT)
def same_goal_names(f, n): table(f"{f}/A", ([i % 3 + 1, "甲", f"乙{i % 2}", "丙", "", "个", str(i), "5", "5%", "市甲局", ""] for i in range(n)), head=DEEP)
@attack(2_000, *REPORT)
def units_many(f, n): table(f"{f}/A", (plain(i, lead="、".join(f"市{j}局" for j in range(200))) for i in range(n // 20)))
@attack(2_000, *REPORT)
def leads_distinct(f, n): table(f"{f}/A", (plain(i, lead=f"市{i}局") for i in range(n)))
@attack(2_000, *REPORT)
def meta_lines(f, n): book(f"{f}/A", rows=lambda: ["<row>" + text("填报单位：市甲局    模板版本：2025-Q4  填报日期：2025.12  " * 5) + "</row>"] * n + ["<row>" + "".join(map(text, HEAD)) + "</row><row>" + "".join(map(text, plain(0))) + "</row>"])
@attack(2_000, *REPORT)
def notes_after(f, n): table(f"{f}/A", (plain(i) if i == 0 else [f"注：{i}" + "甲" * 50] + [""] * 7 for i in range(n)))
@attack(2_000, *REPORT)
def odd_rows(f, n): table(f"{f}/A", (plain(i) if i % 50 == 0 else ["x", "", "y", "", "z", "", "", ""] for i in range(n)))
@attack(2_000, *REPORT)
def odd_columns(f, n): table(f"{f}/A", (["", *plain(i)[:-1]] if i % 2 else plain(i) for i in range(n)))
@attack(300, *REPORT)
def almost_headers(f, n): book(f"{f}/A", rows=lambda: ("<row>" + "".join(map(text, HEAD[:3] + [str(i)])) + "</row>" for i in range(n * 10)))

# Two revisions

def pair(folder, rows, head=HEAD):
    table(f"{folder}/A", rows(0), head=head)
    table(f"{folder}/B", rows(1), head=head)


TWO = (DIFF, PAGE, BOOK, MERGE)


@attack(2_000, *TWO)
def almost_equal_names(f, n): pair(f, lambda v: (plain(i, f"完善社区综合服务中心配套设施建设第{i * 7919 % 100003 + v}标段") for i in range(n)))
@attack(2_000, *TWO)
def almost_equal_long_names(f, n): pair(f, lambda v: (plain(i, "完善社区综合服务中心配套设施建设" * 30 + f"{i * 7919 % 100003 + v}") for i in range(n)))
@attack(2_000, *TWO)
def other_names(f, n): pair(f, lambda v: (plain(i, f"{i * 7919 % 100003}{'甲乙'[v]}" * 5) for i in range(n)))
@attack(2_000, *TWO)
def names_in_reverse(f, n): pair(f, lambda v: (plain(i if v else n - i, f"指标{i if v else n - i}") for i in range(n)))
@attack(2_000, *TWO)
def names_of_one_letter(f, n): pair(f, lambda v: (plain(i, "甲" * (i % 300 + v + 1)) for i in range(n)))
@attack(2_000, *TWO)
def equal_names_other_values(f, n): pair(f, lambda v: (plain(i, "同一指标", target=str(i * 7919 % 100003 + v)) for i in range(n)))
@attack(2_000, *TWO)
def parents_exchanged(f, n): pair(f, lambda v: ([1, f"目标{(i * 31 + v * 17) % 500}", f"举措{i % 97}", f"任务{i}", "", "个", "100", "50", "50%", "市甲局", ""] for i in range(n)))
@attack(2_000, DIFF, PAGE)
def long_texts_changed(f, n): pair(f, lambda v: (plain(i, f"指标{i}", task=("甲乙丙丁戊己庚辛"[v:] * (n // 2 + v))) for i in range(5)))
@attack(2_000, MERGE)
def conflicts(f, n): pair(f, lambda v: (plain(i, f"指标{i}", target=str(100 + v), lead=f"市{i % 50}局、市{i % 7}局") for i in range(n)))

# Tables of any kind

def tables(folder, rows):
    for v, name in enumerate("AB"):
        book(f"{folder}/{name}", rows=lambda: ("<row>" + "".join(map(text, row)) + "</row>" for row in rows(v)))


@attack(10_000, *TABLE)
def table_equal_rows(f, n): tables(f, lambda v: (["a", "b", "c"] for i in range(n + v)))
@attack(10_000, *TABLE)
def table_two_rows(f, n): tables(f, lambda v: ([str((i * 7 + v) % 2), "b", "c"] for i in range(n)))
@attack(5_000, *TABLE)
def table_other_rows(f, n): tables(f, lambda v: ([f"{i}{v}", "b", "c"] for i in range(n)))
@attack(5_000, *TABLE)
def table_reverse(f, n): tables(f, lambda v: ([str(i if v else n - i), "x"] for i in range(n)))
@attack(5_000, *TABLE)
def table_almost_equal(f, n): tables(f, lambda v: (["a" * 50, str(i // 3), "b" * 50, str(i * 7919 % 1009 + v)] for i in range(n)))
@attack(1_600, *TABLE)
def table_columns(f, n): tables(f, lambda v: ([f"{r}-{c}-{v}" for c in range(n)] for r in range(10)))
@attack(1_600, *TABLE)
def table_same_headers(f, n): tables(f, lambda v: (["a"] * n if r == 0 else [f"{r}{c + v}" for c in range(n)] for r in range(10)))
@attack(300, *TABLE)
def table_sheets(f, n):
    for v, name in enumerate("AB"):
        book(f"{f}/{name}", sheets=[(f"S{i}", f"worksheets/s{i}.xml") for i in range(n)],
             extra={f"xl/worksheets/s{i}.xml": sheet("<row>" + text("a") + text(str(i + v)) + "</row>") for i in range(n)})
@attack(5_000, "Y diff --by table --key a A B -o d.html")
def table_same_keys(f, n): tables(f, lambda v: (["a", "b"] if i == 0 else ["k", str(i + v)] for i in range(n)))
@attack(5_000, *TABLE)
def table_patience(f, n): tables(f, lambda v: ([str((i * (31 + v)) % 997), str((i * (17 + v)) % 13)] for i in range(n)))


def main():
    global YILAN
    parser = argparse.ArgumentParser()
    parser.add_argument("--yilan", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--all", action="store_true", help="print every line")
    options = parser.parse_args()
    YILAN = os.path.abspath(options.yilan)
    marked = runs = 0
    worst = (0, ""), (0, "")
    for name in options.only.split(",") if options.only else list(A):
        make, base, commands = A[name]
        results = {}
        for factor in (1, 10):
            with tempfile.TemporaryDirectory() as folder:
                make(folder, base * factor)
                for plain_name in "AB":
                    if os.path.exists(f"{folder}/{plain_name}"):
                        os.rename(f"{folder}/{plain_name}", f"{folder}/{plain_name}.xlsx")
                for command in commands:
                    words = [YILAN if w == "Y" else f"{w}.xlsx" if w in ("A", "B") else w for w in command.split()]
                    results.setdefault(command, []).append(run(words, folder))
                    runs += 1
        for command, ((c1, m1, s1, n1), (c10, m10, s10, n10)) in results.items():
            flags = []
            if max(c1, c10) > 10: flags.append("CPU")
            if max(m1, m10) > 512: flags.append("MEMORY")
            if any(s < 0 or s > 2 for s in (s1, s10)): flags.append("CRASH")
            if any(s == 2 and "error:" not in n for s, n in ((s1, n1), (s10, n10))): flags.append("SILENT")
            if any(n.startswith("LONG ") for n in (n1, n10)): flags.append("LINE")
            if c10 > 1 and c10 > 12 * max(c1, 0.02): flags.append("GROWTH")
            marked += bool(flags)
            worst = max(worst[0], (max(c1, c10), f"{name}, {command}")), max(worst[1], (max(m1, m10), f"{name}, {command}"))
            if flags or options.all:
                print(f"{name:24} {command[2:40]:38} {c1:6.2f} {c10:6.2f} s {m1:5.0f} {m10:5.0f} MiB  {s1} {s10} {' '.join(flags)}  {n10}", flush=True)
    print(f"{runs} runs, {marked} marked; most CPU {worst[0][0]:.2f} s ({worst[0][1]}), most memory {worst[1][0]:.0f} MiB ({worst[1][1]})")


if __name__ == "__main__":
    main()
