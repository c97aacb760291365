"""Reads livelihood-2025.txt: the pages of the printed table, and the 47 records that it means."""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT = os.path.join(HERE, "..", "livelihood-2025.txt")
FIELDS = ["serial", "goal", "action", "task", "indicator", "unit", "target", "achieved", "percent", "lead", "remark"]
# One printed cell stands for two indicators: 1641 and 218.8 %, line 16 of the text.
SHARED_LINE = 16
# Rows that lack the empty cell of the indicator, so that unit to percent stand one column to the left.
SHIFTED_LINES = range(62, 67)


class Page:
    """One page: its header cells, and its rows as (line, cells) with None for a blank."""

    def __init__(self, header):
        self.header = header
        self.width = len(header)
        self.levels = self.width - 7
        self.rows = []


def pages():
    found = []
    with open(TEXT, encoding="utf-8") as text:
        for number, line in enumerate(text, 1):
            line = line.rstrip("\n")
            if "\t" not in line:
                continue
            cells = [cell.strip() or None for cell in line.split("\t")]
            if cells[0] == "序号":
                found.append(Page(cells))
            else:
                cells += [None] * (found[-1].width - len(cells))
                found[-1].rows.append((number, cells[:found[-1].width]))
    return found


def is_section(cells):
    return cells[0] is not None and re.match("[一二三四五六七八九十]+、", cells[0]) is not None


def number_or_text(text):
    """What a person who types this text into a cell gets: a number or a text."""
    if text is None:
        return None
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    return text


def clean(text):
    """The displayed form: white space that touches a Chinese character or mark is noise."""
    if text is None:
        return None
    text = re.sub(r"\s+", " ", text.strip())
    wide = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2010-\u2027“”‘’]"
    text = re.sub(f"(?<={wide}) | (?={wide})", "", text)
    return text


def records():
    """One dictionary per indicator: section, serial, the names filled down, values as written, and the line."""
    out, section, now = [], None, {}
    for page in pages():
        for line, cells in page.rows:
            if is_section(cells):
                section, now = cells[0], {}
                continue
            row = list(cells)
            if page.levels == 3:
                row.insert(4, None)
            elif line in SHIFTED_LINES:
                row.insert(4, None)
                del row[9]
            fields = dict(zip(FIELDS, row))
            if fields["goal"] and fields["goal"] != now.get("goal"):
                now = {"serial": fields["serial"], "goal": fields["goal"]}
            for name in ("action", "task", "lead"):
                if fields[name]:
                    now[name] = fields[name]
                    if name == "action" and not fields["task"]:
                        now.pop("task", None)
            record = {name: fields[name] for name in FIELDS}
            record.update({name: now.get(name) for name in ("serial", "goal", "action", "task", "lead")})
            record.update(section=section, line=line)
            out.append({name: clean(value) if isinstance(value, str) else value for name, value in record.items()})
    return out


if __name__ == "__main__":
    table = records()
    print(len(table), "indicators", len({(r["section"], r["goal"]) for r in table}), "goals",
          len({(r["section"], r["goal"], r["action"]) for r in table}), "actions",
          len({(r["section"], r["goal"], r["action"], r["task"]) for r in table}), "tasks")
