#!/usr/bin/env python3
"""Puts text that tries to be something else into every place of a table and looks at all outputs.

    python3 injection.py --yilan PATH [--chromium PATH]

Every command writes every form. XLSX must hold no formula, no link and no part of another's making, CSV for
Excel no cell that runs, JSON must be JSON, text and messages hold no control character, files stay in their
folder. Each page is loaded in headless Chromium, as it is and with its policy taken out: no script of the
text may run, and nothing may be requested (a server on this machine listens). A page that does not escape is
loaded first, to see that the watching works.
"""
import argparse
import csv
import http.server
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]
RUN = "document.documentElement.setAttribute('data-run','1')"


def texts(port):
    server = f"http://127.0.0.1:{port}"
    return [
        f"<script>{RUN}</script>", f"<img src={server}/a onerror=\"{RUN}\">", f"\"><img src=x onerror={RUN}>", f"'><svg onload={RUN}>",
        f"</title><script>{RUN}</script>", f"</style><script>{RUN}</script>", f"</script><script>{RUN}</script>", f"</td></table><iframe src={server}/b></iframe>",
        f"\" onmouseover={RUN} style=\"background:url({server}/c)", f"--><script>{RUN}</script><!--", f"<link rel=stylesheet href={server}/d>", f"<meta http-equiv=refresh content=\"0;url={server}/e\">",
        f"<base href={server}/>", f"<object data={server}/f></object>", f"<style>@import '{server}/g';</style>", f"}}*{{background:url({server}/h)}}",
        f"&lt;script&gt;{RUN}&lt;/script&gt;", f"&#60;script&#62;{RUN}", f"javascript:{RUN}", f"data:text/html,<script>{RUN}</script>", f"[x](javascript:{RUN})", f"![x]({server}/i)", f"<{server}/j>", f"[y]: {server}/k",
        "=1+1", "+1+1", "-1+cmd", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "＝1+1", " =1+1", "\t=1+1", "'=1+1", "{=1+1}", "|a|b|", "`x`", "# x", "* x", "1. x", "~~x~~", "$x$",
        "\x1b[31mred", "\x1b]8;;http://x\x07y", "a\x08\x08b", "\u009b31m", "\u202ecod.exe", "\u2066x", "a\x7fb", "\r\nx", "\\u0041", "{\"a\":1}", "]]>", "../../etc/passwd", "/etc/passwd", "C:\\x", "CON", "*anchor", "&anchor", "!!tag", "? x", "- x", "%x", "null", "~", "---", "...", "#x",
    ]


def spelled(text):
    text = "".join(f"_x{ord(c):04X}_" if ord(c) < 32 else c for c in text)
    return escape(text, {'"': "&quot;"})


def book(path, rows, sheet="Sheet1", links=()):
    def cell(value):
        return f"<c><v>{value}</v></c>" if isinstance(value, int) else f'<c t="inlineStr"><is><t xml:space="preserve">{spelled(value)}</t></is></c>'
    body = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
    hyper = "".join(f'<hyperlink ref="A{i+1}" r:id="h{i}" tooltip="{spelled(t)}"/>' for i, t in enumerate(links))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/worksheet" Target="worksheets/sheet.xml"/></Relationships>')
        z.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{spelled(sheet)}" sheetId="1" r:id="r"/></sheets></workbook>')
        z.writestr("xl/worksheets/sheet.xml", f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{body}</sheetData>' + (f"<hyperlinks>{hyper}</hyperlinks>" if hyper else "") + "</worksheet>")
        if links:
            z.writestr("xl/worksheets/_rels/sheet.xml.rels", f'<Relationships xmlns="{PACKAGE}">' + "".join(f'<Relationship Id="h{i}" Type="{OFFICE}/hyperlink" Target="{spelled(t)}" TargetMode="External"/>' for i, t in enumerate(links)) + "</Relationships>")


def report(all_texts, change):
    yield [all_texts[0]]
    yield ["填报单位：" + all_texts[1]]
    yield HEAD + [all_texts[2], all_texts[3]]
    yield ["一、" + all_texts[4]] + [""] * 7
    for i, text in enumerate(all_texts):
        other = all_texts[(i + 7) % len(all_texts)]
        yield [i + 1, f"{text}{i}" if change != 1 or i % 5 else f"{text}改{i}", "个" if i % 3 else text, "100" if i % 4 else other, "50" if change != 2 else "", "50%" if i % 6 else text,
               text if i % 4 == 3 else "市甲局", other if change != 1 else text, text, other]


class Watch(http.server.BaseHTTPRequestHandler):
    seen = []
    def do_GET(self):
        Watch.seen.append(self.path)
        self.send_response(204)
        self.end_headers()
    def log_message(self, *arguments):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--yilan", required=True)
    parser.add_argument("--chromium", default="chromium")
    options = parser.parse_args()
    yilan = os.path.abspath(options.yilan)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Watch)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    hostile = texts(port)
    bad, seen = [], {}

    def load(path):
        Watch.seen.clear()
        done = subprocess.run([options.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=2000", "--user-data-dir=" + folder + "/profile", "file://" + path],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
        # What the pages request would be of the server.
        return done.stdout.decode(errors="replace"), list(Watch.seen)

    def look_at(path, what):
        with open(path, "rb") as f:
            content = f.read()
        kind = path.rsplit(".", 1)[-1]
        seen[kind] = seen.get(kind, 0) + 1
        if kind == "xlsx":
            with zipfile.ZipFile(io.BytesIO(content)) as z:
                for name in z.namelist():
                    text = z.read(name).decode(errors="replace")
                    if re.search(r"externalLink|vbaProject|oleObject|activeX", name):
                        bad.append(f"{what}: part {name}")
                    if name.startswith("xl/worksheets/sheet") and re.search(r"<f[ >]", text):
                        bad.append(f"{what}: a formula in {name}")
                    for target in re.findall(r'Target="([^"]*)" TargetMode="External"', text):
                        if not re.match(r"https?://|mailto:", target):
                            bad.append(f"{what}: a link to {target}")
        elif kind == "csv":
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
                for field in row:
                    if re.match(r"[ \u3000]*[=+@＝＋＠\t\r]|[ ]*[-－][^\d .—-]", field) and not re.fullmatch(r"[ ]*[-+]?[\d.,]+%?", field):
                        bad.append(f"{what}: a field that runs: {field[:40]!r}")
        elif kind in ("json", "jsonl"):
            for line in content.decode().splitlines() if kind == "jsonl" else [content.decode()]:
                json.loads(line)
            if re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", content):
                bad.append(f"{what}: a control character")
        elif kind in ("md", "txt", "yml"):
            text = content.decode()
            # Marks of direction are text of the cells, which `convert` gives as it is.
            marks = "" if what.startswith("convert") else r"\u202a-\u202e\u2066-\u2069"
            found = re.search(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{marks}]", text)
            if found:
                bad.append(f"{what}: a control character {found.group()!r} in {text[max(0, found.start() - 30):found.end() + 20]!r}")
            if kind == "md":
                free = re.sub(r"\\.", "", text)
                free = re.sub(r"(`+)[^`]*?\1", "", free)
                for pattern in (r"<(script|img|iframe|svg|style|link|meta|base|object|http)", r"\]\(\s*(javascript|http)", r"(?m)^\[[^\]]*\]:"):
                    found = re.search(pattern, free)
                    if found:
                        bad.append(f"{what}: {free[max(0, found.start() - 20):found.end() + 30]!r}")
        elif kind == "html":
            text = content.decode()
            bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
            if "default-src 'none'" not in text or bare == text:
                bad.append(f"{what}: no policy")
            for link in re.findall(r'href="([^"]*)"', text):
                if not re.match(r"https?://|mailto:|#", link):
                    bad.append(f"{what}: a link to {link[:40]}")
            other = path[:-5] + "-bare.html"
            with open(other, "w") as f:
                f.write(bare)
            for page in (path, other):
                dom, requests = load(page)
                seen["loaded"] = seen.get("loaded", 0) + 1
                if 'data-run="1"' in dom[:2000] or re.search(r'<html[^>]*data-run', dom):
                    bad.append(f"{what}: a script ran in {os.path.basename(page)}")
                if requests:
                    bad.append(f"{what}: requested {requests[:3]} in {os.path.basename(page)}")
                if "</html>" not in dom:
                    bad.append(f"{what}: not loaded")
            os.remove(other)

    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/control.html", "w") as f:
            f.write("<!DOCTYPE html><html><body>" + "".join(hostile[:4]) + "</body></html>")
        dom, requests = load(f"{folder}/control.html")
        if "data-run" not in dom[:400] or not requests:
            print("the browser shows neither scripts nor requests; nothing can be said about pages")
            sys.exit(2)
        work = f"{folder}/work"
        os.makedirs(f"{work}/sent")
        links = [t for t in hostile if not re.search(r"[\x00-\x1f]", t)]
        book(f"{work}/a.xlsx", report(hostile, 0), sheet="<b>'\"&\x1b[31m\u202e", links=links)
        book(f"{work}/b.xlsx", report(hostile, 1), sheet="<i>../x")
        book(f"{work}/plan.xlsx", report(hostile, 2))
        book(f"{work}/sent/<img src=x onerror={RUN.replace('/', '')}>.xlsx", report(hostile, 0), sheet="</td>")
        book(f"{work}/sent/\x1b[31m\u202e\n.xlsx", report(hostile, 1))
        with open(f"{work}/sent/<script>.xlsx", "w") as f:
            f.write("no workbook")
        for name, change in (("t", 0), ("u", 1)):
            book(f"{work}/{name}.xlsx", [[f"{t}" for t in hostile]] + [[f"{t}{change if (i + j) % 9 == 0 else ''}" for i, t in enumerate(hostile)] for j in range(5)], sheet="../../evil")
        subprocess.run([yilan, "diff", "a.xlsx", "b.xlsx", "-o", "d.json", "--quiet"], cwd=work, stderr=subprocess.DEVNULL)
        runs = [f"convert a.xlsx --for-excel --all-sheets -o OUT/a.{f}" if f == "csv" else f"convert a.xlsx -o OUT/a.{f}" for f in ("csv", "jsonl", "json", "md", "html", "xlsx")]
        runs += [f"convert {'t.xlsx u.xlsx'} --to {f} -o OUT" for f in ("csv --for-excel", "json", "markdown", "html", "xlsx")]
        runs += [f"normalize a.xlsx -o OUT/a.{f}" for f in ("csv --for-excel", "json", "xlsx", "xlsx --layout published")]
        runs += [f"check a.xlsx -o OUT/a.{f}" for f in ("json", "txt", "xlsx")] + ["check a.xlsx b.xlsx --previous b.xlsx --lang en -o OUT/a.txt"]
        runs += [f"diff {pair} {by} -o OUT/a.{f}" for pair, by in (("a.xlsx b.xlsx", "--all"), ("a.xlsx b.xlsx", "--by table"), ("t.xlsx u.xlsx", "--by table"), ("t.xlsx u.xlsx", "--by cells")) for f in ("txt", "md", "html", "xlsx", "json")]
        runs += [f"apply a.xlsx d.json -o OUT/a.{f}" for f in ("csv --for-excel", "json", "xlsx", "xlsx --layout published")]
        runs += [f"merge --plan plan.xlsx sent -o OUT/a.{f} --log OUT/l.{log} --draft OUT/d.yml" for f, log in (("csv --for-excel", "json"), ("xlsx", "html"), ("json", "md"), ("xlsx --layout published", "xlsx"), ("json", "txt"))]
        runs += [f"merge --as table t.xlsx u.xlsx -o OUT/a.{f}" for f in ("csv --for-excel", "xlsx")]
        runs += ["explain a.xlsx -o OUT/a.yml", "explain a.xlsx --full -o OUT/b.yml"]
        runs += ["inspect a.xlsx", "inspect t.xlsx", "check a.xlsx", "diff a.xlsx b.xlsx --color always --all", "diff t.xlsx u.xlsx --by table", "explain a.xlsx", "convert sent/nothing.xlsx", "normalize t.xlsx", "convert a.xlsx --sheet \x1b[31m", "convert a.xlsx --to \x1b[31m", "\x1b[31m"]
        for run in runs:
            out = tempfile.mkdtemp(dir=folder)
            before = sorted(os.listdir(work)) + sorted(os.listdir(folder))
            done = subprocess.run([yilan] + run.replace("OUT", out).split(" "), cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if done.returncode not in (0, 1, 2, 64) or (done.returncode in (2, 64) and "OUT" in run and "merge --plan" not in run):
                bad.append(f"{run}: status {done.returncode} {done.stderr[-300:].decode(errors='replace')!r}")
            if sorted(os.listdir(work)) + sorted(os.listdir(folder)) != before:
                bad.append(f"{run}: a file outside")
            said = done.stderr.decode(errors="replace") + (done.stdout.decode(errors="replace") if "OUT" not in run else "")
            said = re.sub(r"\x1b\[[0-9;]*m", "", said) if "--color" in run else said
            found = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
            seen["messages"] = seen.get("messages", 0) + 1
            if found:
                bad.append(f"{run}: says the control character {found.group()!r} in {said[max(0, found.start() - 40):found.end() + 20]!r}")
            for root, _, files in os.walk(out):
                for name in sorted(files):
                    look_at(os.path.join(root, name), f"{run}, {name}")
            if "explain" in run and "OUT" in run:
                yml = f"{out}/{'a' if 'OUT/a' in run else 'b'}.yml"
                one = subprocess.run([yilan, "normalize", "a.xlsx", "--to", "csv", "--quiet"], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
                two = subprocess.run([yilan, "normalize", "a.xlsx", "--to", "csv", "--quiet", "--profile", yml], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                if one != two.stdout:
                    bad.append(f"{run}: passed back it says something else {two.stderr[:200]!r}")
            if "--draft" in run:
                back = subprocess.run([yilan, "merge", "--plan", "plan.xlsx", "sent", "--dry-run", "--quiet", "--resolve", f"{out}/d.yml"], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                if b"RESOLUTION_FILE" in back.stderr:
                    bad.append(f"{run}: the draft is not read: {back.stderr[:300]!r}")
            shutil.rmtree(out)
    for line in bad:
        print("BROKEN  ", line)
    print(f"{len(runs)} runs; " + ", ".join(f"{count} {kind}" for kind, count in sorted(seen.items())) + f"; {len(bad)} broken promises")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
