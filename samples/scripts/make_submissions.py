"""plan/: the plan as it was sent out, and what came back from the units, with one file for each thing that goes wrong."""
import copy
import csv
import os
import shutil
import tempfile
import zipfile

import layouts
import livelihood
from frozen import WHEN
from office import saved_again

OUT = os.path.join(livelihood.HERE, "..", "plan")
SENT = os.path.join(OUT, "submissions")
VERSION = "模板版本：2025-Q4"
RESULTS = ["achieved", "percent", "remark"]


def plan():
    """The table with blank results, two rows with two owners, and one result of the last period."""
    table = livelihood.records()
    for record in table:
        record.update(dict.fromkeys(RESULTS))
        if record["line"] == 63:
            record["lead"] = "市住建局、市水利局"
        if record["line"] == 64:
            record["lead"] = "市交通局、市水利局"
        if record["line"] in (39, 40):
            record.update(achieved="95%", percent="95%" if record["line"] == 39 else "105.56%")
    return table


def filled(unit, **edits):
    """The plan with the results of one unit; `edits` are fields by line, as line_24=dict(achieved=...)."""
    table = plan()
    results = {record["line"]: record for record in livelihood.records()}
    for record in table:
        if unit in record["lead"].split("、"):
            record.update({name: results[record["line"]][name] for name in RESULTS})
        record.update(edits.get(f"line_{record['line']}", {}))
    return table


def own(table, *units):
    return [record for record in table if set(units) & set(record["lead"].split("、"))]


def sent(name):
    return os.path.join(SENT, name)


def heading(unit, version=VERSION):
    return f"填报单位：{unit}    {version}"


def whole(unit, table, name=None, version=VERSION, **options):
    """The whole template sent back, paged and merged as it was."""
    layouts.paged(sent(name or unit + ".xlsx"), table, meta=heading(unit, version), **options)


def honest():
    whole("市教育局", filled("市教育局"))
    layouts.flat(sent("市妇联.xlsx"), [("本单位", ["重点民生实事项目进展", heading("市妇联")], own(filled("市妇联"), "市妇联"))],
                 top=2, left=1)
    order = [layouts.FLAT[n] for n in (6, 0, 1, 2, 3, 4, 5, 11, 9, 8, 10, 7)]
    sheets = [(unit, [heading(unit)], own(filled(unit), unit)) for unit in ("市工信局", "市文旅局")]
    layouts.flat(sent("两家汇总.xlsx"), sheets, columns=order)
    with open(sent("国网洪江供电公司.csv"), "w", encoding="gb18030", newline="") as out:
        lines = csv.writer(out)
        lines.writerow([heading("国网洪江供电公司")])
        lines.writerow([title for title, _ in layouts.FLAT])
        for record in own(filled("国网洪江供电公司"), "国网洪江供电公司"):
            lines.writerow([record[field] or "" for _, field in layouts.FLAT])


def people_office():
    """市民政局: own rows only, saved by LibreOffice, with a row that the plan does not have."""
    rows = own(filled("市民政局"), "市民政局")
    extra = dict(rows[0], task="新建村级养老服务点2个", target="2", achieved="2", percent="100%", line=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "市民政局.xlsx")
        layouts.flat(path, [("Sheet1", [heading("市民政局")], rows[:1] + [extra] + rows[1:])])
        saved_again(path, sent("市民政局.xlsx"))


def conflicts():
    # 2522 人 where 0.2522 万人 is meant.
    whole("市人社局", filled("市人社局", line_14=dict(achieved="2522"), line_16=dict(achieved="1100", percent="229.17%"),
                         line_17=dict(achieved="541", percent="200.37%")))
    # Two files of one unit that differ in one field, and the second of them twice.
    whole("市卫健局", filled("市卫健局"))
    whole("市卫健局", filled("市卫健局", line_24=dict(achieved="1561", percent="100.71%")), "市卫健局（更正）.xlsx")
    shutil.copyfile(sent("市卫健局（更正）.xlsx"), sent("市卫健局（更正） - 副本.xlsx"))
    # A target that belongs to the plan, a result of another unit, a name edited.
    whole("市残联", filled("市残联", line_35=dict(target="120"), line_10=dict(achieved="2000"),
                       line_34=dict(task="康复救助残疾儿童（0—6岁）57人")))
    # An own row deleted from the whole template, words where a number is wanted.
    table = [r for r in filled("市交通局", line_54=dict(achieved="35公里（已开工）")) if r["line"] != 55]
    whole("市交通局", table, rows_per_page=100)
    # Two owners: one agrees with 市交通局, the other row does not agree with 市住建局.
    whole("市水利局", filled("市水利局", line_63=dict(achieved="2.5", percent="83.33%")), sheet_name="水利")
    whole("市住建局", filled("市住建局"))
    # A result of the last period blanked.
    whole("市数据局", filled("市数据局", line_40=dict(achieved=None)))
    # Another version of the template; a unit that owns nothing; text under a workbook's name.
    whole("市消防救援大队", filled("市消防救援大队"), version="模板版本：2025-Q3")
    whole("市气象局", plan())
    with open(sent("市总工会.xlsx"), "w", encoding="utf-8") as out:
        out.write("附件打不开，请查收：加入医疗互助职工人数 11218 人，完成 100.02%。\n")


def archive():
    """What an office mails: a zip of workbooks with names in GBK, one of them in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for name in ("市发改局", "市农业农村局"):
            path = os.path.join(folder, name + ".xlsx")
            layouts.paged(path, own(filled(name), name), meta=heading(name))
            made.append((path, ("报送材料/" if name == "市农业农村局" else "") + name + ".xlsx"))
        target = sent("邮件附件.zip")
        with zipfile.ZipFile(target, "w") as package:
            for number, (path, name) in enumerate(made):
                # A stand-in of the same length in Latin letters, so that the flag for UTF-8 stays off.
                stand_in = f"{number}".ljust(len(name.encode("gbk")), "x")
                entry = zipfile.ZipInfo(stand_in, WHEN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                with open(path, "rb") as source:
                    package.writestr(entry, source.read())
        with open(target, "rb") as source:
            data = source.read()
        for number, (_, name) in enumerate(made):
            raw = name.encode("gbk")
            data = data.replace(f"{number}".ljust(len(raw), "x").encode(), raw)
        with open(target, "wb") as out:
            out.write(data)


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(SENT)
    layouts.paged(os.path.join(OUT, "plan.xlsx"), copy.deepcopy(plan()), meta=VERSION)
    honest()
    people_office()
    conflicts()
    archive()


if __name__ == "__main__":
    main()
