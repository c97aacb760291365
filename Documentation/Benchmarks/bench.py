"""Runs yilan beside its peers and prints the figures as markdown.

    bench.py --yilan PATH --work FOLDER [--scale 0.05] [--runs 3] [--only GROUP,...]

Groups: read, many, write, report, merge, diff, growth, start. The commands of one table run in turn (A B C, A B C ...), so
that a slow spell of the machine hits all of them. Figures are medians of whole processes, start-up included. Before a
ratio is printed for a reading job, the values are compared with what python-calamine reads.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import workloads

HERE = os.path.dirname(os.path.abspath(__file__))


class Bench:
    def __init__(self, given):
        self.yilan, self.work, self.runs, self.scale = os.path.abspath(given.yilan), given.work, given.runs, given.scale
        self.outputs = given.outputs
        self.failures = 0

    def source(self, name):
        return os.path.join(self.work, name)

    def target(self, name):
        path = os.path.join(self.outputs, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.unlink(path)
        return path

    def convert(self, source, target, *options):
        return [self.yilan, "convert", source, "-o", target, "--quiet", *options]

    def peer(self, job, source, target):
        return [sys.executable, os.path.join(HERE, "peers.py"), job, source, target]

    def once(self, command, allowed=(0,)):
        """CPU seconds, wall seconds and peak MiB of one process, or a text that says why there are none."""
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            lines = error.decode(errors="replace").strip().splitlines()
            return f"status {process.returncode}: {lines[-1][:100] if lines else ''}"
        return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024

    def table(self, title, commands, goals=(), allowed=(0,), outputs=None):
        """Runs the commands in turn; the first is ours. `goals` pairs a peer with the ratio to reach."""
        results = {name: [] for name, _ in commands}
        for _ in range(self.runs):
            for name, command in commands:
                if not any(isinstance(result, str) for result in results[name]):
                    results[name].append(self.once(command, allowed if name.startswith("yilan") else (0,)))
        ours, medians = commands[0][0], {}
        print(f"\n### {title}\n\n| program | CPU s | wall s | peak MiB | output KiB | our CPU / its CPU |\n|---|--:|--:|--:|--:|--:|")
        for name, _ in commands:
            bad = [result for result in results[name] if isinstance(result, str)]
            if bad:
                print(f"| {name} | {bad[0]} | | | | |")
                self.failures += name == ours
                continue
            medians[name] = [statistics.median(result[n] for result in results[name]) for n in range(3)]
            cpu, wall, peak = medians[name]
            ratio = f"{medians[ours][0] / cpu:.2f}" if name != ours and ours in medians and cpu else ""
            size = outputs and outputs.get(name)
            size = f"{size_of(size) / 1024:,.0f}" if size and os.path.exists(size) else ""
            print(f"| {name} | {cpu:.3f} | {wall:.3f} | {peak:.0f} | {size} | {ratio} |", flush=True)
        for name, goal in goals:
            if name in medians and ours in medians:
                reached = medians[ours][0] / medians[name][0]
                print(f"\nGoal: {goal} of {name}; reached: {reached:.2f} ({'yes' if reached <= goal else 'no'}).")
        return medians

    def check(self, source, target):
        done = subprocess.run([sys.executable, os.path.join(HERE, "same_values.py"), source, target], capture_output=True, text=True)
        if done.returncode:
            self.failures += 1
            print("\nThe values differ:\n\n    " + (done.stdout + done.stderr).strip().replace("\n", "\n    "))
        else:
            print("\nThe values are equal.")

    # The groups.

    def read(self):
        goals = {"strings": 0.30, "large": 0.30}
        for name in ("mixed", "numbers", "strings", "inline", "merged", "manysheets", "large"):
            source, ours = self.source(name + ".xlsx"), self.target(name + ".csv")
            options = ["--all-sheets"] if name == "manysheets" else []
            if name == "manysheets":
                ours = self.target("manysheets")
                os.makedirs(ours)
            outputs = {"yilan": ours, "fastexcel + polars": self.target(name + ".fastexcel.csv"),
                       "python-calamine": self.target(name + ".calamine.csv"), "openpyxl": self.target(name + ".openpyxl.csv"),
                       "turboxl": self.target(name + ".turboxl.csv"), "fastexcel, load only": self.target(name + ".load")}
            commands = [("yilan", self.convert(source, ours, *options)),
                        ("fastexcel + polars", self.peer("fastexcel_polars", source, outputs["fastexcel + polars"]))]
            if name == "large":
                commands[1] = ("fastexcel, load only", self.peer("fastexcel_load", source, outputs["fastexcel, load only"]))
            elif name != "manysheets":
                commands += [("python-calamine", self.peer("calamine", source, outputs["python-calamine"])),
                             ("openpyxl", self.peer("openpyxl", source, outputs["openpyxl"]))]
            if name == "strings":
                commands.append(("turboxl", self.peer("turboxl", source, outputs["turboxl"])))
            rivals = [other for other, _ in commands[1:] if other in ("fastexcel + polars", "turboxl", "fastexcel, load only")]
            if name != "manysheets":
                commands.append(("yilan --parser libxml2", self.convert(source, self.target(name + ".libxml2.csv"), "--parser", "libxml2")))
            medians = self.table(f"{name} to CSV", commands, [(rival, goals.get(name, 0.20)) for rival in rivals], outputs=outputs)
            self.wall(name, source, medians)
            if name not in ("manysheets", "large"):
                self.check(source, ours)

    def wall(self, name, source, medians):
        """Goals about the wall clock and about memory."""
        if "yilan" not in medians:
            return
        cpu, wall, peak = medians["yilan"]
        if name == "mixed":
            seconds = []
            for _ in range(self.runs):
                target = self.target("mixed.seconds")
                subprocess.run(self.peer("inflate", source, target), check=True)
                with open(target, encoding="utf-8") as file:
                    seconds.append(float(file.read()))
            ratio = wall / statistics.median(seconds)
            print(f"\nGoal: 2.0 of the wall clock of inflating alone; reached: {ratio:.2f} ({'yes' if ratio <= 2 else 'no'}).")
        if name == "manysheets" and "fastexcel + polars" in medians:
            ratio = wall / medians["fastexcel + polars"][1]
            print(f"\nGoal: 0.15 of the wall clock of fastexcel + polars; reached: {ratio:.2f} ({'yes' if ratio <= 0.15 else 'no'}).")
        if name == "large":
            print(f"\nGoal: at most 32 MiB beside the shared strings; reached: {peak:.0f} MiB in all.")

    def many(self):
        source, ours, theirs = self.source("many"), self.target("many"), self.target("many.calamine")
        os.makedirs(ours)
        self.table(f"many: {len(os.listdir(source))} files in one process", [
            ("yilan", [self.yilan, "convert", source, "-o", ours, "--to", "csv", "--quiet"]),
            ("python-calamine", self.peer("calamine_many", source, theirs))], [("python-calamine", 0.15)],
            outputs={"yilan": ours, "python-calamine": theirs})

    def write(self):
        program = os.path.join(self.work, "write_libxlsxwriter")
        compiled = subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, "write_libxlsxwriter.c"), "-lxlsxwriter"],
                                  capture_output=True, text=True)
        if compiled.returncode:
            print("\n### Writing\n\nNot measured: libxlsxwriter and its headers are not installed.")
            return
        source, styled = self.source("mixed.csv"), self.source("mixed.xlsx")
        outputs = {"yilan": self.target("mixed.xlsx"), "yilan, from the styled workbook": self.target("styled.xlsx"),
                   "libxlsxwriter, constant memory": self.target("mixed.lxw.xlsx")}
        ours, again, theirs = outputs.values()
        self.table("mixed.csv to XLSX", [
            ("yilan", self.convert(source, ours, "--types")), ("yilan, from the styled workbook", self.convert(styled, again)),
            ("libxlsxwriter, constant memory", [program, source, theirs])],
            [("libxlsxwriter, constant memory", 0.30)], outputs=outputs)

    def report(self):
        source, ours, tidy = self.source("report.xlsx"), self.target("report.csv"), self.target("report.tidy.csv")
        self.table("report: normalize beside convert", [
            ("yilan normalize", [self.yilan, "normalize", source, "-o", tidy, "--quiet"]),
            ("yilan convert", self.convert(source, ours))], [("yilan convert", 3.0)], allowed=(0, 1))

    def merge(self):
        folder = self.source("merge/submissions")
        ours, plain, theirs = self.target("merged.csv"), self.target("merge.csv"), self.target("merge.calamine")
        os.makedirs(plain)
        self.table(f"merge: {len(os.listdir(folder))} submissions", [
            ("yilan merge", [self.yilan, "merge", "--plan", self.source("merge/plan.xlsx"), folder, "-o", ours, "--quiet"]),
            ("yilan convert", [self.yilan, "convert", folder, "-o", plain, "--to", "csv", "--quiet"]),
            ("python-calamine", self.peer("calamine_many", folder, theirs))],
            [("yilan convert", 1.5), ("python-calamine", 0.5)], allowed=(0, 1))

    def diff(self):
        old, new = self.source("diff_old.xlsx"), self.source("diff_new.xlsx")
        ours, theirs = self.target("diff.json"), self.target("diff.fastexcel.csv")
        self.table("diff of two workbooks by key", [
            ("yilan", [self.yilan, "diff", old, new, "--by", "table", "--key", "id", "--to", "json", "-o", ours, "--quiet"]),
            ("fastexcel + polars", self.peer("fastexcel_diff", old, theirs))], [("fastexcel + polars", 0.30)], allowed=(0, 1),
            outputs={"yilan": ours, "fastexcel + polars": theirs})

    def growth(self):
        print("\n### Growth: ten times the rows\n\n| job | CPU s | CPU s, ten times the rows | factor | peak MiB | peak MiB, ten times |"
              "\n|---|--:|--:|--:|--:|--:|")
        jobs = [(f"{name} to CSV", name, lambda source, target: self.convert(source, target))
                for name in ("mixed", "merged", "numbers", "strings", "inline")]
        jobs.append(("report, normalized", "report",
                     lambda source, target: [self.yilan, "normalize", source, "-o", target, "--quiet"]))
        for title, name, command in jobs:
            figures = []
            for stem in (name + "_tenth", name):
                runs = [self.once(command(self.source(stem + ".xlsx"), self.target(stem + ".csv")), (0, 1)) for _ in range(self.runs)]
                bad = [run for run in runs if isinstance(run, str)]
                figures.append(bad[0] if bad else [statistics.median(run[n] for run in runs) for n in range(3)])
            if any(isinstance(figure, str) for figure in figures):
                print(f"| {title} | {next(f for f in figures if isinstance(f, str))} | | | | |")
                self.failures += 1
                continue
            small, big = figures
            print(f"| {title} | {small[0]:.3f} | {big[0]:.3f} | {big[0] / max(small[0], 1e-3):.1f} | {small[2]:.0f} | {big[2]:.0f} |")

    def start(self):
        self.table("Start-up", [("yilan --version", [self.yilan, "--version"]),
                                ("python3, nothing imported", self.peer("python_start", "-", self.target("nothing")))])


GROUPS = {"read": ["mixed", "numbers", "strings", "inline", "merged", "manysheets", "large"], "many": ["many"],
          "write": ["mixed"], "report": ["report"], "merge": ["merge"], "diff": ["diffpair"],
          "growth": ["mixed", "merged", "numbers", "strings", "inline", "report", "ten"], "start": []}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--yilan", required=True)
    arguments.add_argument("--work", required=True)
    arguments.add_argument("--scale", type=float, default=0.05)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--only", default=",".join(GROUPS))
    given = arguments.parse_args()
    groups = given.only.split(",")
    given.work = os.path.join(os.path.abspath(given.work), f"scale-{given.scale:g}")
    # A child's peak memory cannot be read below the parent's: the workloads are made in another process.
    needed = sorted({name for group in groups for name in GROUPS[group]})
    if needed:
        subprocess.run([sys.executable, os.path.join(HERE, "workloads.py"), given.work, "--scale", str(given.scale),
                        "--only", ",".join(needed)], check=True)
    os.makedirs(given.work, exist_ok=True)
    # Outputs go to memory where there is some: how fast a file system makes and forgets files is not the tool's.
    memory = "/dev/shm"
    if not (os.path.isdir(memory) and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 4 << 30):
        memory = given.work
    given.outputs = tempfile.mkdtemp(prefix="yilan-bench-", dir=memory)
    try:
        measure(given, groups)
    finally:
        shutil.rmtree(given.outputs, ignore_errors=True)


def measure(given, groups):
    bench = Bench(given)
    print(f"Scale {given.scale:g}, median of {given.runs} runs, {os.cpu_count()} processors. The goals are for scale 1.")
    for group in groups:
        getattr(bench, group)()
    if bench.failures:
        sys.exit(f"{bench.failures} measurement(s) failed")


def size_of(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return os.path.getsize(path)


if __name__ == "__main__":
    main()
