"""The peers, each run in a process of its own: peers.py JOB INPUT OUTPUT."""
import csv
import os
import sys


def sheets(names, path):
    return names if "manysheets" in os.path.basename(path) else names[:1]


def fastexcel_polars(source, target):
    import fastexcel
    book = fastexcel.read_excel(source)
    with open(target, "wb") as out:
        for name in sheets(book.sheet_names, source):
            book.load_sheet(name, header_row=None).to_polars().write_csv(out, include_header=False)


def fastexcel_load(source, target):
    import fastexcel
    book = fastexcel.read_excel(source)
    height = sum(book.load_sheet(name, header_row=None).height for name in sheets(book.sheet_names, source))
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"{height}\n")


def calamine(source, target):
    import python_calamine
    book = python_calamine.CalamineWorkbook.from_path(source)
    with open(target, "w", encoding="utf-8", newline="") as out:
        for name in sheets(book.sheet_names, source):
            csv.writer(out).writerows(book.get_sheet_by_name(name).to_python(skip_empty_area=False))


def openpyxl(source, target):
    import openpyxl as library
    book = library.load_workbook(source, read_only=True, data_only=True)
    with open(target, "w", encoding="utf-8", newline="") as out:
        for name in sheets(book.sheetnames, source):
            csv.writer(out).writerows(book[name].iter_rows(values_only=True))


def turboxl(source, target):
    import turboxl as library
    options = library.CsvOptions()
    options.max_total_uncompressed = options.max_entry_size = 1 << 34
    library.read_sheet_to_file(source, target, 0, options)


def calamine_many(source, target):
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        calamine(os.path.join(source, name), os.path.join(target, name[:-5] + ".csv"))


def fastexcel_diff(source, target):
    """Two loads and a join on the key: the rows in which a cell differs."""
    import fastexcel
    import polars
    old, new = (fastexcel.read_excel(path).load_sheet(0, dtypes="string").to_polars()
                for path in (source, source.replace("_old", "_new")))
    joined = old.join(new, on="id", how="full", suffix="_new", coalesce=False)
    changed = polars.any_horizontal([polars.col(name).ne_missing(polars.col(name + "_new")) for name in old.columns])
    joined.filter(changed).write_csv(target)


def inflate(source, target):
    """Only inflates the parts that a conversion needs, with zlib and in pieces; writes the seconds that took."""
    import time
    import zipfile
    with zipfile.ZipFile(source) as archive:
        parts = [name for name in archive.namelist() if "/worksheets/sheet1.xml" in name or name.endswith("sharedStrings.xml")]
        start = time.monotonic()
        for name in parts:
            with archive.open(name) as part:
                while part.read(1 << 20):
                    pass
        seconds = time.monotonic() - start
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"{seconds}\n")


def python_start(source, target):
    open(target, "w").close()


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2], sys.argv[3])
