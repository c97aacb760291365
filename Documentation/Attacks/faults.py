#!/usr/bin/env python3
"""Lets everything fail around a run of the tool and looks at what stands in the folder afterwards.

    python3 faults.py --yilan PATH [--only kill,int,term,inject,disk,closed,reader,writers] [--times 40]

Needs Linux; `inject` needs strace, and `disk` needs root for mounts (in a namespace of its own). The
output must be the old file or the new one, whole; nothing else may be there, but for the temporary file
that a KILL leaves. A table of what was run is printed, and every broken promise; the status is then 1.
"""
import argparse
import collections
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OLD = b"the old output\n"
HEAD = ["序号", "考核指标", "单位", "指标任务", "已完成数", "占任务数", "牵头责任单位", "备注"]


def book(path, rows):
    """A workbook with one sheet of texts and numbers."""
    def cell(value):
        if isinstance(value, int):
            return f"<c><v>{value}</v></c>"
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    body = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/worksheet" Target="sheet.xml"/></Relationships>')
        z.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r"/></sheets></workbook>')
        z.writestr("xl/sheet.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>')


def report(count, achieved):
    """Rows of a progress table; `achieved` tells the results of a row."""
    for i in range(count):
        yield [i + 1, f"完善第{i + 1}个社区的服务设施", "个", 100 + i, achieved(i), "", f"市{'甲乙丙丁戊'[i % 5]}局", "" if i % 7 else f"说明{i}"]


def inputs(folder, count):
    book(f"{folder}/a.xlsx", [HEAD, *report(count, lambda i: 50 + i)])
    book(f"{folder}/b.xlsx", [HEAD, *report(count, lambda i: 50 + i + (i % 3 == 0))])
    book(f"{folder}/plan.xlsx", [HEAD, *report(count, lambda i: "")])
    os.makedirs(f"{folder}/sent")
    for k in range(5):
        own = [row for i, row in enumerate(report(count, lambda i: 50 + i)) if i % 5 == k]
        book(f"{folder}/sent/市{'甲乙丙丁戊'[k]}局.xlsx", [HEAD, *own])


# The words of a run; IN is the folder of the inputs, OUT the file that must be the old one or the new one.
COMMANDS = {
    "convert": "convert IN/a.xlsx -o OUT.csv",
    "convert xlsx": "convert IN/a.xlsx -o OUT.xlsx",
    "convert html": "convert IN/a.xlsx -o OUT.html",
    "normalize": "normalize IN/a.xlsx -o OUT.csv",
    "published": "normalize IN/a.xlsx --layout published -o OUT.xlsx",
    "merge": "merge --plan IN/plan.xlsx IN/sent -o OUT.xlsx",
    "merge log": "merge --plan IN/plan.xlsx IN/sent --dry-run --log OUT.html",
    "stack": "merge --as table IN/sent -o OUT.csv",
    "diff": "diff IN/a.xlsx IN/b.xlsx -o OUT.html",
    "diff xlsx": "diff IN/a.xlsx IN/b.xlsx -o OUT.xlsx",
    "check": "check IN/a.xlsx --to json -o OUT.json",
    "check xlsx": "check IN/a.xlsx -o OUT.xlsx",
    "explain": "explain IN/a.xlsx -o OUT.yml",
}
# To standard output.
TEXTS = {
    "convert": "convert IN/a.xlsx", "normalize": "normalize IN/a.xlsx --to csv", "check": "check IN/a.xlsx",
    "diff": "diff IN/a.xlsx IN/b.xlsx", "diff json": "diff IN/a.xlsx IN/b.xlsx --to json",
    "merge": "merge --plan IN/plan.xlsx IN/sent --to json -o -", "explain": "explain IN/a.xlsx",
    "inspect": "inspect IN/a.xlsx",
}


class Told(list):
    """Broken promises, each told at once."""
    def append(self, line):
        super().append(line)
        print("BROKEN  ", line, flush=True)


class Faults:
    def __init__(self, yilan, folder, times):
        self.yilan = yilan
        self.folder = folder
        self.times = times
        self.broken = Told()
        self.random = random.Random(1)
        self.small, self.large = f"{folder}/small", f"{folder}/large"
        for place, count in ((self.small, 60), (self.large, 3000)):
            os.makedirs(place)
            inputs(place, count)
        self.truths = {}

    # One run

    def words(self, command, place, out, texts=False):
        words = (TEXTS if texts else COMMANDS)[command].split()
        return [self.yilan] + [w.replace("IN", place).replace("OUT", out) for w in words] + ["--quiet", "--lang", "en"]

    def target(self, command, folder):
        return f"{folder}/o" + COMMANDS[command].split("OUT")[1].split()[0]

    def truth(self, command, place):
        """The new output, the status and the seconds of an undisturbed run."""
        key = (command, place)
        if key not in self.truths:
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                start = time.time()
                done = subprocess.run(self.words(command, place, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                with open(self.target(command, folder), "rb") as f:
                    self.truths[key] = (f.read(), done.returncode, time.time() - start)
            assert done.returncode in (0, 1), (command, done.returncode, done.stderr)
        return self.truths[key]

    def scratch(self, command, old=True):
        folder = tempfile.mkdtemp(dir=self.folder)
        os.chmod(folder, 0o755)
        if old:
            with open(self.target(command, folder), "wb") as f:
                f.write(OLD)
        return folder

    def judge(self, command, place, folder, status, what, old=True, litter=False, good=None, message=""):
        """Says whether old or new is there; records what is neither."""
        new, usual, _ = self.truth(command, place)
        path = self.target(command, folder)
        content = None
        if os.path.exists(path):
            with open(path, "rb") as f:
                content = f.read()
        before = OLD if old else None
        def bad(text):
            self.broken.append(f"{command}, {what}: {text} (status {status})")
        # Submissions that cannot be read are named, and the rest is merged.
        rest = command in ("merge", "merge log", "stack") and status == 2 and re.search(r"局\.xlsx: error: ", message)
        if content not in (before, new) and not rest:
            bad(f"neither old nor new, {0 if content is None else len(content)} bytes")
        if status == usual and content != new:
            bad("success, but not the new output")
        if status == 2 and content != before and not rest:
            bad("failure, but not the old output")
        if good is not None and not good(status):
            bad("unexpected status")
        for name in os.listdir(folder):
            if f"{folder}/{name}" != path and not (litter and re.fullmatch(r"\.yilan-\d+-\d+\.tmp", name)):
                bad(f"litter: {name}")
        shutil.rmtree(folder)
        return "new" if content == new else "old" if content == before else "rest"

    # The faults

    def signals(self, number):
        for command in COMMANDS:
            _, usual, seconds = self.truth(command, self.large)
            seen = collections.Counter()
            for _ in range(self.times):
                folder = self.scratch(command)
                # Who runs this in the background may have INT ignored, which the tool would honour.
                reset = None if number == signal.SIGKILL else lambda: signal.signal(number, signal.SIG_DFL)
                process = subprocess.Popen(self.words(command, self.large, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=reset)
                time.sleep(self.random.uniform(0, seconds * 1.05))
                process.send_signal(number)
                status = process.wait()
                seen[self.judge(command, self.large, folder, status, signal.Signals(number).name, litter=number == signal.SIGKILL,
                                good=lambda s: s in (-number, usual))] += 1
            yield command, f"{self.times} runs: {seen['old']} left the old output, {seen['new']} the new one"

    CALLS = ["openat", "write", "pwrite64", "ftruncate", "lseek", "fsync", "rename", "close", "read", "pread64", "fstat", "unlink"]

    def counts(self, command):
        """How often a run makes each call, at most, in one of its threads."""
        folder = self.scratch(command)
        log = f"{self.folder}/calls"
        subprocess.run(["strace", "-f", "-o", log] + self.words(command, self.small, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.rmtree(folder)
        counts = collections.Counter()
        with open(log, errors="replace") as f:
            for line in f:
                found = re.match(r"(\d+) +(\w+)\(", line)
                if found:
                    counts[found.groups()] += 1
        most = collections.Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        return most

    def inject(self):
        for command in COMMANDS:
            most = self.counts(command)
            _, usual, _ = self.truth(command, self.small)
            seen = collections.Counter()
            for call in self.CALLS:
                for error in ("ENOSPC", "EIO", "EINTR"):
                    for k in range(1, most[call] + 1):
                        old = (k + len(error)) % 2 == 0
                        folder = self.scratch(command, old)
                        log = f"{self.folder}/log"
                        done = subprocess.run(
                            ["strace", "-f", "-y", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={k}"]
                            + self.words(command, self.small, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                        with open(log, errors="replace") as f:
                            hits = [line for line in f if "INJECTED" in line]
                        what = f"{call} {k} {error}"
                        # What the loader and the queues of the runtime do is not the tool's: they may end the process.
                        foreign = any(re.search(r"eventfd|eventpoll|\.so|ld\.so\.cache|/proc/|/sys/|/etc/", hit) for hit in hits)
                        status = done.returncode
                        message = done.stderr.decode(errors="replace")
                        foreign = foreign or "error while loading shared libraries" in message
                        def good(s):
                            if foreign: return True
                            if s not in (usual, 2): return False
                            # A call that was interrupted is made again.
                            return not (error == "EINTR" and s == 2 and call in ("write", "pwrite64", "fsync", "rename", "openat", "read", "pread64", "ftruncate"))
                        end = self.judge(command, self.small, folder, status, what + " " + (hits[0].strip()[:150] if hits else "not met"), old, good=good, message=message)
                        seen[end if hits else "not met"] += 1
                        seen["runtime"] += foreign
            total = seen["old"] + seen["new"] + seen["rest"]
            rest = f", {seen['rest']} one without the submission that could not be read" if seen["rest"] else ""
            yield command, f"{total} calls failed: {seen['old']} left the old output, {seen['new']} the new one{rest}; {seen['runtime']} of them calls of the loader or runtime"

    def disk(self):
        """A full disk, a disk that cannot be written, a folder that may not be written."""
        for command in COMMANDS:
            new, usual, _ = self.truth(command, self.large)
            folder = f"{self.folder}/disk"
            os.makedirs(folder, exist_ok=True)
            seen = collections.Counter()
            sizes = sorted({4096, 8192, len(new) // 2 // 4096 * 4096 or 4096, max(len(new) // 4096, 1) * 4096, (len(new) // 4096 + 2) * 4096, (len(new) // 4096 + 400) * 4096})
            for size in sizes:
                script = f'mount -t tmpfs -o size={size} none "$0" && printf "%s" "$1" > "$2" && shift 2 && "$@"; s=$?; cp -a "$0" "$0.seen"; exit $s'
                target = self.target(command, folder)
                shutil.rmtree(folder + ".seen", ignore_errors=True)
                status = subprocess.run(["unshare", "-m", "sh", "-c", script, folder, OLD.decode(), target] + self.words(command, self.large, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
                seen[self.judge(command, self.large, folder + ".seen", status, f"disk of {size} bytes", good=lambda s: s in (2, usual))] += 1
            full = dict(seen)
            script = 'mount -t tmpfs none "$0" && printf "%s" "$1" > "$2" && mount -o remount,ro "$0" && shift 2 && "$@"; s=$?; cp -a "$0" "$0.seen"; exit $s'
            status = subprocess.run(["unshare", "-m", "sh", "-c", script, folder, OLD.decode(), self.target(command, folder)] + self.words(command, self.large, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
            self.judge(command, self.large, folder + ".seen", status, "read-only disk", good=lambda s: s == 2)
            folder = self.scratch(command)
            os.chmod(folder, 0o555)
            status = subprocess.run(self.words(command, self.large, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=65534, group=65534, extra_groups=[]).returncode
            self.judge(command, self.large, folder, status, "read-only folder", good=lambda s: s == 2)
            yield command, f"{len(sizes)} sizes of disk: {full.get('old', 0)} left the old output, {full.get('new', 0)} the new one; read-only disk and folder: old"

    def closed(self):
        """Closed and full descriptors, and pipes that nobody reads."""
        for command in TEXTS:
            words = self.words(command, self.large, "-", texts=True)
            plain = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            usual = plain.returncode
            results = []
            for name, ending, good in (
                (">&-", ">&-", (2,)), (">/dev/full", ">/dev/full", (2,)), ("|true", "| true", (usual, 0)), ("|head -c1", "| head -c1 >/dev/null", (usual, 0)),
                (">&- 2>&- <&-", ">&- 2>&- <&-", (2,)), ("2>&-", "2>&- >/dev/null", (usual,)), ("2>/dev/full", "2>/dev/full >/dev/null", (usual,))):
                script = 's=$( { { "$0" "$@"; echo $? >&9; } ' + ending + '; } 9>&1 ); exit $s' if ending.startswith("|") else '"$0" "$@" ' + ending
                status = subprocess.run(["sh", "-c", script] + words, stderr=subprocess.DEVNULL).returncode
                results.append(f"{name} {status}")
                if status not in good:
                    self.broken.append(f"{command} {name}: status {status}, not {good}")
            yield command, "status of " + ", ".join(results)
        for command in COMMANDS:
            _, usual, _ = self.truth(command, self.small)
            endings = [">&-", "2>&-", "<&-", ">&- 2>&-", ">&- 2>&- <&-", ">/dev/full", "2>/dev/full"]
            for ending in endings:
                folder = self.scratch(command)
                status = subprocess.run(["sh", "-c", f'"$0" "$@" {ending}'] + self.words(command, self.small, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
                end = self.judge(command, self.small, folder, status, ending, good=lambda s: s == usual)
                if end != "new":
                    self.broken.append(f"{command} {ending}: not the new output")
            yield command, f"-o FILE with {len(endings)} ways of closed or full standard streams: the new output each time"

    def reader(self):
        """Somebody reads the output again and again while it is replaced."""
        for command in COMMANDS:
            new, usual, seconds = self.truth(command, self.small)
            folder = self.scratch(command)
            path = self.target(command, folder)
            seen, stop, odd = collections.Counter(), threading.Event(), []
            def look():
                while not stop.is_set():
                    try:
                        with open(path, "rb") as f:
                            content = f.read()
                    except FileNotFoundError:
                        content = None
                    kind = "old" if content == OLD else "new" if content == new else "odd"
                    seen[kind] += 1
                    time.sleep(0.0003)
            thread = threading.Thread(target=look)
            thread.start()
            for _ in range(20):
                subprocess.run(self.words(command, self.small, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                with open(folder + ".old", "wb") as f:
                    f.write(OLD)
                os.rename(folder + ".old", path)
            stop.set()
            thread.join()
            if seen["odd"]:
                self.broken.append(f"{command}, a reader: {seen['odd']} looks saw something else")
            shutil.rmtree(folder)
            yield command, f"20 runs, {sum(seen.values())} looks: {seen['old']} saw the old output, {seen['new']} the new one, {seen['odd']} anything else"

    def writers(self):
        """Four runs write one output at once, two of them from other inputs."""
        other = f"{self.folder}/other"
        if not os.path.exists(other):
            os.makedirs(other)
            inputs(other, 55)
        for command in COMMANDS:
            new, usual, _ = self.truth(command, self.small)
            second = self.truth(command, other)
            rounds = 10
            for _ in range(rounds):
                folder = self.scratch(command)
                runs = [subprocess.Popen(self.words(command, place, folder + "/o"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for place in (self.small, other) * 2]
                statuses = [run.wait() for run in runs]
                with open(self.target(command, folder), "rb") as f:
                    content = f.read()
                if content not in (new, second[0]):
                    self.broken.append(f"{command}, four writers: something else")
                if any(s not in (usual, second[1]) for s in statuses):
                    self.broken.append(f"{command}, four writers: status {statuses}")
                if len(os.listdir(folder)) != 1:
                    self.broken.append(f"{command}, four writers: litter {os.listdir(folder)}")
                shutil.rmtree(folder)
            yield command, f"{rounds} rounds of four: always one of the two outputs, whole"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--yilan", required=True)
    parser.add_argument("--only", default="kill,int,term,inject,disk,closed,reader,writers")
    parser.add_argument("--times", type=int, default=40, help="runs for each signal and command")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        faults = Faults(os.path.abspath(options.yilan), folder, options.times)
        kinds = {
            "kill": lambda: faults.signals(signal.SIGKILL), "int": lambda: faults.signals(signal.SIGINT),
            "term": lambda: faults.signals(signal.SIGTERM), "inject": faults.inject, "disk": faults.disk,
            "closed": faults.closed, "reader": faults.reader, "writers": faults.writers,
        }
        for kind in options.only.split(","):
            for command, line in kinds[kind]():
                print(f"{kind:8} {command:14} {line}", flush=True)
        print(f"{len(faults.broken)} broken promises")
        sys.exit(1 if faults.broken else 0)


if __name__ == "__main__":
    main()
