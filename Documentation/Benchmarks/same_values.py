"""Compares a CSV with what python-calamine reads from the workbook: same_values.py WORKBOOK CSV. Silent if equal."""
import csv
import datetime
import sys

import python_calamine


def same(value, text):
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if isinstance(value, (int, float)):
        try:
            return float(text) == value
        except ValueError:
            return False
    if isinstance(value, datetime.datetime):
        rounded = (value + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)
        return text[:19] in (value.isoformat()[:19], rounded.isoformat(), value.date().isoformat())
    if isinstance(value, datetime.date):
        # A moment at midnight comes as a day.
        return text in (value.isoformat(), value.isoformat() + "T00:00:00")
    return text == ("" if value is None else str(value))


def main():
    book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
    wrong = cells = 0
    with open(sys.argv[2], encoding="utf-8", newline="") as source:
        lines = csv.reader(source)
        for number, values in enumerate(book.get_sheet_by_index(0).to_python(skip_empty_area=False), 1):
            texts = next(lines, [])
            texts += [""] * (len(values) - len(texts))
            for column, (value, text) in enumerate(zip(values, texts)):
                cells += 1
                if not same(value, text):
                    wrong += 1
                    if wrong <= 3:
                        print(f"row {number} column {column + 1}: {value!r} is written as {text!r}")
        wrong += sum(1 for _ in lines)
    if wrong:
        sys.exit(f"{wrong} of {cells} cells differ")


if __name__ == "__main__":
    main()
