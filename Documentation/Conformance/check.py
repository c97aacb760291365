"""Reads what yilan writes with other programs, cell for cell and merge for merge.

    check.py --yilan PATH [--samples FOLDER] [--soffice] [--audit no]

For every workbook and CSV file of the samples: `yilan convert FILE --to cells` says what yilan read; `yilan convert FILE
--to xlsx` is read with openpyxl, python-calamine and, with --soffice, LibreOffice, which must find the same values and
the same merged ranges. Converted again it must be the same bytes. The reports are also written by `normalize` in both
layouts. openxml-audit must find nothing wrong with any of the files. Prints what differs; the status is the answer.
"""
import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings

import openpyxl
import python_calamine

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".csv", ".tsv")
EPOCHS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


class Check:
    def __init__(self, given, folder):
        self.yilan, self.folder, self.audit = os.path.abspath(given.yilan), folder, given.audit != "no"
        self.soffice = given.soffice
        self.files = self.cells = self.problems = 0
        self.audited = {}
        self.opened = []

    def problem(self, name, text):
        self.problems += 1
        if self.problems <= 60:
            print(f"{name}: {text}")

    def run(self, name, *arguments, allowed=(0, 1)):
        done = subprocess.run([self.yilan, *arguments], capture_output=True)
        if done.returncode not in allowed:
            error = done.stderr.decode("utf-8", "replace").strip().splitlines()
            self.problem(name, f"yilan {arguments[0]}: status {done.returncode}: {error[-1] if error else ''}")
            return None
        return done.stdout.decode("utf-8")

    def convert(self, path, name):
        """Converts a sample and compares; false when yilan refuses the file."""
        lines = self.run(name, "convert", path, "--to", "cells", "--quiet")
        target = os.path.join(self.folder, f"{self.files}.xlsx")
        if lines is None or self.run(name, "convert", path, "-o", target, "--quiet") is None:
            return
        if not os.path.exists(target):
            return self.problem(name, "yilan convert wrote nothing")
        self.files += 1
        cells, merged = {}, {}
        for line in lines.splitlines():
            item = json.loads(line)
            if "merged" in item:
                merged.setdefault(item["sheet"], set()).add(item["merged"])
            else:
                cells[item["sheet"], item["cell"]] = item
        self.cells += len(cells)
        self.compare_openpyxl(target, name, cells, merged)
        self.compare_calamine(target, name, cells)
        if self.soffice:
            self.keep_for_soffice(target, name, cells, merged)
        self.validate(target, name)
        again = os.path.join(self.folder, "again.xlsx")
        if self.run(name, "convert", target, "-o", again, "--quiet") is not None:
            with open(target, "rb") as one, open(again, "rb") as two:
                if one.read() != two.read():
                    self.problem(name, "converted twice, the bytes differ")

    def compare_openpyxl(self, target, name, cells, merged, reader="openpyxl"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(target, data_only=True)
        except Exception as error:
            return self.problem(name, f"{reader} cannot open it: {error!r}")
        left = dict(cells)
        for sheet in book.worksheets:
            found = {str(area) for area in sheet.merged_cells.ranges}
            if found != merged.get(sheet.title, set()):
                self.problem(name, f"{reader}: merged ranges of {sheet.title} differ: {found ^ merged.get(sheet.title, set())}")
            # Only the cells that are there: a sheet with a cell in each corner has 17 thousand million places.
            for cell in sheet._cells.values():
                item = left.pop((sheet.title, cell.coordinate), None)
                if item is None and cell.value is not None:
                    self.problem(name, f"{reader}: {sheet.title}!{cell.coordinate} holds {cell.value!r}, yilan read nothing")
                elif item is not None and not same(item, cell.value, book.epoch, cell.is_date):
                    self.problem(name, f"{reader}: {sheet.title}!{cell.coordinate} holds {cell.value!r}, yilan read {item}")
        for (title, reference), item in left.items():
            if item["value"] not in ("", None):
                self.problem(name, f"{reader}: {title}!{reference} is gone: {item}")

    def compare_calamine(self, target, name, cells):
        try:
            book = python_calamine.CalamineWorkbook.from_path(target)
            tables = {title: book.get_sheet_by_name(title).to_python(skip_empty_area=False) for title in book.sheet_names
                      if max((row_of(reference) for sheet, reference in cells if sheet == title), default=0) < 100_000}
        except Exception as error:
            return self.problem(name, f"python-calamine cannot open it: {error!r}")
        for (title, reference), item in cells.items():
            table = tables.get(title)
            row, column = row_of(reference), column_of(reference)
            if table is None or item["type"] in ("error", "date", "datetime", "time", "duration"):
                continue
            value = table[row][column] if row < len(table) and column < len(table[row]) else None
            if not same(item, None if value == "" else value, None, False):
                self.problem(name, f"python-calamine: {title}!{reference} holds {value!r}, yilan read {item}")

    def keep_for_soffice(self, target, name, cells, merged):
        """Keeps a copy for LibreOffice, which takes all files in one run."""
        folder = os.path.join(self.folder, "kept")
        os.makedirs(folder, exist_ok=True)
        copy = os.path.join(folder, f"{len(self.opened)}.xlsx")
        shutil.copyfile(target, copy)
        plain = {key: item for key, item in cells.items() if item["type"] in ("string", "number", "boolean")
                 and "formula" not in item}
        self.opened.append((copy, name, plain, merged))

    def compare_soffice(self):
        """LibreOffice opens the files and saves them again; openpyxl reads what it saved."""
        if not self.opened:
            return
        out = os.path.join(self.folder, "soffice")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", out, *(copy for copy, _, _, _ in self.opened)],
                       capture_output=True)
        for copy, name, plain, merged in self.opened:
            made = os.path.join(out, os.path.basename(copy))
            if os.path.exists(made):
                self.compare_openpyxl_subset(made, name, plain, merged)
            else:
                self.problem(name, "LibreOffice does not open it")

    def compare_openpyxl_subset(self, path, name, cells, merged):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, data_only=True)
        for (title, reference), item in cells.items():
            value = book[title][reference].value if title in book.sheetnames else None
            # A function that it does not know leaves this in all cells of its array.
            if value == "#NAME?":
                continue
            if item["value"] != "" and not same(item, value, None, False) and not near(item, value):
                self.problem(name, f"LibreOffice: {title}!{reference} holds {value!r}, yilan read {item}")
        for title, areas in merged.items():
            found = {str(area) for area in book[title].merged_cells.ranges}
            if found != areas:
                self.problem(name, f"LibreOffice: merged ranges of {title} differ: {found ^ areas}")

    def validate(self, target, name):
        """Keeps a copy for the audit, which reads all files in one run."""
        if not self.audit:
            return
        folder = os.path.join(self.folder, "audit")
        os.makedirs(folder, exist_ok=True)
        copy = f"{len(self.audited)}.xlsx"
        shutil.copyfile(target, os.path.join(folder, copy))
        self.audited[copy] = name

    def validate_all(self):
        if not self.audited:
            return
        program = os.path.join(os.path.dirname(sys.executable), "openxml-audit")
        folder = os.path.join(self.folder, "audit")
        done = subprocess.run([program, "-r", "-o", "json", folder], capture_output=True, text=True)
        try:
            found = {os.path.basename(file["file"]): file["errors"] for file in json.loads(done.stdout)}
        except (ValueError, KeyError):
            return self.problem("openxml-audit", (done.stdout + done.stderr).strip()[:300])
        for copy, name in self.audited.items():
            if copy not in found:
                self.problem(name, "openxml-audit: did not read the file")
            for entry in found.get(copy, [])[:5]:
                self.problem(name, f"openxml-audit: {entry['severity']}: {entry['description']} ({entry['part_uri']})")

    def normalize(self, path, name):
        for layout in ([], ["--layout", "published"]):
            target = os.path.join(self.folder, "report.xlsx")
            if self.run(name, "normalize", path, "-o", target, "--quiet", *layout) is None:
                continue
            what = f"{name}, normalized" + (", published" if layout else "")
            self.validate(target, what)
            tidy = [self.run(name, "normalize", file, "--to", "csv", "--quiet") for file in (path, target)]
            if None not in tidy and columns(tidy[0]) != columns(tidy[1]):
                self.problem(what, "normalized again, the report differs")


def columns(tidy):
    """The thirteen columns that a person wrote."""
    import csv
    return [row[:13] for row in csv.reader(tidy.lstrip("\ufeff").splitlines(True))]


def row_of(reference):
    return int("".join(c for c in reference if c.isdigit())) - 1


def column_of(reference):
    column = 0
    for letter in reference:
        if letter.isalpha():
            column = column * 26 + ord(letter) - 64
    return column - 1


def near(item, value):
    """LibreOffice keeps 15 digits of a number, and empty texts not at all."""
    if item["type"] == "number" and isinstance(value, (int, float)):
        return abs(value - item["value"]) <= 1e-14 * abs(item["value"])
    return item["type"] == "boolean" and value == item["value"] or isinstance(value, (datetime.date, datetime.time))


def same(item, value, epoch, is_date):
    kind, expected = item["type"], item["value"]
    if kind == "number":
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            # A serial that is no date to us is one to others, or an error.
            return isinstance(value, (datetime.date, datetime.time)) or value == "#VALUE!"
        return float(value) == float(expected)
    if kind == "boolean":
        return value is expected
    if kind == "error":
        return value == expected or value is None
    if kind == "string":
        return ("" if value is None else str(value).replace("\r\n", "\n")) == expected.replace("\r\n", "\n")
    if isinstance(value, datetime.datetime):
        return same_moment(expected, value)
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return True
    # Serials outside the calendar of openpyxl come as numbers or errors.
    return value is not None


def same_moment(expected, value):
    """openpyxl rounds to microseconds, and has no 29 February 1900 and no day 0."""
    if value.year <= 1900 or "T" in expected and len(expected) < 11:
        return True
    try:
        moment = datetime.datetime.fromisoformat(expected)
    except ValueError:
        return True
    if len(expected) == 10:
        return moment.date() == value.date()
    return abs((moment - value).total_seconds()) < 1


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--yilan", required=True)
    arguments.add_argument("--samples", default=os.path.join(HERE, "..", "..", "samples"))
    arguments.add_argument("--soffice", action="store_true")
    arguments.add_argument("--audit", default="yes")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        check = Check(given, folder)
        root = os.path.abspath(given.samples)
        for path in sorted(os.path.join(base, name) for base, _, names in os.walk(root) for name in names):
            name = os.path.relpath(path, root)
            # The text under a workbook's name is there to be refused.
            if not path.endswith(KINDS) or name.endswith("市总工会.xlsx"):
                continue
            check.convert(path, name)
            if "features" not in name:
                check.normalize(path, name)
        check.validate_all()
        check.compare_soffice()
        print(f"{check.files} files, {check.cells} cells, {check.problems} problems")
        sys.exit(1 if check.problems else 0)


if __name__ == "__main__":
    main()
