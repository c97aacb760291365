"""livelihood-2025-rev2.xlsx: the report a month later, laid out by another hand (XlsxWriter) and saved by LibreOffice.

Each edit below is one of the kinds that domain experts name: real changes, things of mere interest, and noise.
"""
import os
import tempfile

import layouts
import livelihood
from office import saved_again

OUT = os.path.join(livelihood.HERE, "..", "livelihood-2025-rev2.xlsx")
COLUMNS = [("类别", "section"), ("序号", "serial"), ("项目名称", "goal"), ("工作举措", "action"), ("任务内容", "task"),
           ("指标名称", "indicator"), ("牵头单位", "lead"), ("计量单位", "unit"), ("目标值", "target"), ("完成值", "achieved"),
           ("完成率", "percent"), ("完成时限", "due"), ("备注", "remark")]


def revised():
    table = livelihood.records()
    by_line = {record["line"]: record for record in table}

    def edit(line, **fields):
        by_line[line].update(fields)

    # Values: one follows from the other; zero is not a blank; a remark.
    edit(24, achieved="1561", percent="100.71%")
    edit(22, achieved="0")
    edit(43, remark="省里12月复核")
    # The shared 1641 is told apart: each member has its own value now.
    edit(16, achieved="1100", percent="229.17%")
    edit(17, achieved="541", percent="200.37%")
    # The same quantity in another unit is of interest only; another unit of measure is a change.
    edit(13, unit="人", target="1600", achieved="2270")
    edit(62, unit="个")
    # A bound written otherwise, a placeholder for a blank: of interest only.
    edit(21, target="≥99元/人")
    edit(63, remark="/")
    # One lead for all rows of an action.
    for line in (34, 35):
        edit(line, lead="市残疾人联合会")
    # A task renamed whose figure changed as well.
    edit(57, task="新增山塘水库蓄水能力", achieved="31", percent="110.71%")
    # A number that becomes a bound.
    edit(52, target="不低于20")
    # The second section gets another name, and its goals a number on from the first.
    for record in table:
        if record["line"] > 61:
            record["section"] = "二、市级重点民生实事项目"
            record["serial"] = str(int(record["serial"]) + 10)
    # An action moves to another goal, with its lead.
    moved = by_line[60]
    table.remove(moved)
    moved.update(section=by_line[39]["section"], goal=by_line[39]["goal"], serial=by_line[39]["serial"])
    table.insert(table.index(by_line[46]) + 1, moved)
    # Two tasks of one action change places.
    first, second = table.index(by_line[10]), table.index(by_line[11])
    table[first], table[second] = table[second], table[first]
    # A goal is gone; a goal, and a task in an old action, are new.
    table.remove(by_line[30])
    new_goal = dict(by_line[69], serial="18", goal="加强食品安全监管", action="实施校园食品安全守护行动", task="检查学校食堂120家",
                    unit="家", target="120", achieved="126", percent="105%", lead="市市场监管局", line=0)
    table.append(new_goal)
    new_task = dict(by_line[18], task="新增返乡创业主体300户", unit="户", target="300", achieved="316", percent="105.33%", line=0)
    table.insert(table.index(by_line[18]) + 1, new_task)
    for record in table:
        record["due"] = "12月底"
    return table


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "livelihood-2025-rev2.xlsx")
        layouts.flat(path, [("进展", ["2025年洪江市重点民生实事项目完成情况一览表", "填报日期：2026年1月20日"], revised())],
                     COLUMNS, top=1, left=1)
        saved_again(path, OUT)


if __name__ == "__main__":
    main()
