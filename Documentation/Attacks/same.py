#!/usr/bin/env python3
"""Runs every command and form under other circumstances, which must change no byte of what is written.

    python3 same.py --yilan PATH [--samples FOLDER]

The circumstances: time zone, locale, umask, folder, home, width of the terminal, number of jobs, order of the
files, dates of the files, a second run. Each output is compared with that of a plain run; text on standard
output is compared too, with the language stated, as messages follow the locale.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile

SUBMISSIONS = ["市教育局.xlsx", "市妇联.xlsx", "市卫健局.xlsx", "市卫健局（更正）.xlsx", "市残联.xlsx", "市水利局.xlsx", "市住建局.xlsx", "国网洪江供电公司.csv", "邮件附件.zip", "市总工会.xlsx", "两家汇总.xlsx"]
TABLES = ["semicolons.csv", "gb18030.csv", "utf16le.csv", "tabs.tsv"]
OLD, NEW = "IN/livelihood-2025.xlsx", "IN/livelihood-2025-rev2.xlsx"
MERGE = "merge --plan IN/plan/plan.xlsx SUBMISSIONS"
RUNS = (
    [f"convert {OLD} -o OUT/a.{form}" for form in ("csv", "tsv", "jsonl", "json", "md", "html", "xlsx")]
    + [f"convert {OLD} --to {form}" for form in ("csv", "tsv", "jsonl", "json", "markdown", "html", "cells")]
    + [f"convert IN/features -o OUT --to {form}" for form in ("csv", "jsonl", "json", "markdown", "html", "xlsx", "cells")]
    + [f"convert {OLD} --merged fill --values shown --for-excel -o OUT/a.csv", f"convert {OLD} --encoding gb18030 -o OUT/a.csv",
       "convert IN/features/gb18030.csv -o OUT/a.xlsx", "convert IN/features/gb18030.csv --types -o OUT/a.xlsx",
       "inspect IN/features/annotated.xlsx --to json", f"inspect {OLD}"]
    + [f"normalize {OLD} -o OUT/a.{form}" for form in ("csv", "xlsx", "json")]
    + [f"normalize {OLD} --layout published -o OUT/a.xlsx", f"normalize {OLD} --to csv", f"normalize {OLD} --for-excel -o OUT/a.csv"]
    + [f"explain {OLD} -o OUT/a.yml", f"explain {OLD} --full -o OUT/a.yml", f"explain {OLD}"]
    + [f"check {OLD} {NEW} -o OUT/a.{form}" for form in ("json", "txt")]
    + [f"check {OLD} -o OUT/a.xlsx", f"check {OLD} {NEW} --to xlsx -o OUT", f"check {OLD}", f"check {NEW} --previous {OLD} --to json"]
    + [f"diff {OLD} {NEW} {by} -o OUT/a.{form}" for by in ("", "--all", "--by table", "--by cells") for form in ("txt", "md", "html", "xlsx", "json")]
    + [f"diff {OLD} {NEW}", "diff IN/features IN/plan/submissions -o OUT/a.json"]
    + [f"apply {OLD} IN/diff.json -o OUT/a.{form}" for form in ("csv", "xlsx", "json")]
    + [f"{MERGE} -o OUT/a.{form} --log OUT/l.{log} --draft OUT/d.yml" for form, log in (("csv", "json"), ("xlsx", "html"), ("json", "md"), ("xlsx --layout published", "xlsx"), ("json", "txt"))]
    + [f"merge --as table TABLES -o OUT/a.{form}" for form in ("csv", "xlsx")]
)
SHUFFLED = ("SUBMISSIONS", f"{OLD} {NEW} -o", f"{OLD} {NEW} --to xlsx", "TABLES")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--yilan", required=True)
    parser.add_argument("--samples", default=os.path.join(os.path.dirname(__file__), "..", "..", "samples"))
    options = parser.parse_args()
    yilan = os.path.abspath(options.yilan)
    chance = random.Random(1)
    circumstances = [
        ("plain again", {}, 0o022, 0, []),
        ("time zone", {"TZ": "Asia/Kathmandu"}, 0o022, 0, []),
        ("locale C", {"LC_ALL": "C", "LANG": "C"}, 0o022, 0, []),
        ("locale zh", {"LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN.GB18030", "LANGUAGE": "zh"}, 0o022, 0, []),
        ("locale tr", {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Adak"}, 0o022, 0, []),
        ("umask and home", {"HOME": "/nonexistent", "COLUMNS": "20", "TERM": "dumb"}, 0o077, 0, []),
        ("folder and dates", {}, 0o022, 1, []),
        ("one job", {}, 0o022, 0, ["--jobs", "1"]),
        ("seven jobs", {}, 0o022, 0, ["--jobs", "7"]),
        ("order", {}, 0o022, 2, []),
    ]
    differences = count = 0
    with tempfile.TemporaryDirectory() as folder:
        homes = [f"{folder}/in", f"{folder}/elsewhere/deep down/in"]
        for home in homes:
            shutil.copytree(options.samples, home, symlinks=True)
        for root, _, files in os.walk(homes[1]):
            for name in files:
                os.utime(os.path.join(root, name), (1e9, 1e9))
        subprocess.run([yilan, "diff", f"{homes[0]}/livelihood-2025.xlsx", f"{homes[0]}/livelihood-2025-rev2.xlsx", "-o", f"{homes[0]}/diff.json", "--quiet"], stderr=subprocess.DEVNULL)
        shutil.copy(f"{homes[0]}/diff.json", homes[1])

        def outputs(run, environment, umask, place, more):
            home = homes[1] if place == 1 else homes[0]
            out = tempfile.mkdtemp(dir=folder if place == 0 else os.path.dirname(home))
            words = []
            for word in run.split():
                names = SUBMISSIONS if word == "SUBMISSIONS" else TABLES if word == "TABLES" else None
                if names:
                    under = "plan/submissions" if word == "SUBMISSIONS" else "features"
                    # What is stacked stands in the order of the files as they are given.
                    shuffled = list(names) if place != 2 or word == "TABLES" else chance.sample(names, len(names))
                    words += [f"{home}/{under}/{name}" for name in shuffled]
                else:
                    words.append(word.replace("IN/", home + "/").replace("OUT", out))
            if place == 2 and words[0] == "check" and "--previous" not in words and len(words) > 2 and words[2].endswith(".xlsx") and words[1] != "-o":
                words[1], words[2] = words[2], words[1]
            lang = [] if "OUT" in run else ["--lang", "en"]
            done = subprocess.run([yilan] + words + more + lang, env={"PATH": os.environ["PATH"], **environment}, cwd=out if place == 1 else folder,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=lambda: os.umask(umask))
            seen = {"status": done.returncode, "standard output": done.stdout}
            for root, _, files in os.walk(out):
                for name in files:
                    with open(os.path.join(root, name), "rb") as f:
                        seen[os.path.relpath(os.path.join(root, name), out)] = f.read()
            shutil.rmtree(out)
            return seen, done.stderr

        for run in RUNS:
            truth, errors = outputs(run, {}, 0o022, 0, [])
            if truth["status"] == 64 or (not truth["standard output"] and len(truth) == 2):
                print(f"NOTHING   {run}: {errors.decode(errors='replace')[:300]}")
                differences += 1
            for name, environment, umask, place, more in circumstances:
                if name == "order" and not any(word in run for word in SHUFFLED):
                    continue
                count += 1
                seen, _ = outputs(run, environment, umask, place, more)
                other = [key for key in sorted(set(truth) | set(seen)) if truth.get(key) != seen.get(key)]
                if other:
                    differences += 1
                    print(f"DIFFERENT {run}, {name}: {', '.join(other)}")
    print(f"{len(RUNS)} commands and forms, {count} runs under other circumstances, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
