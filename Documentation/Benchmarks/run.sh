#!/bin/sh
# Measures yilan beside its peers; prints markdown to standard output.
#
#   Documentation/Benchmarks/run.sh [--yilan PATH] [--full] [--only GROUP,...] [--runs N]
#
# The peers come from PyPI into a virtual environment under .build-bench; the workloads are made there too. Quick scale
# is a twentieth of the full one. BENCH_PYTHON names a Python that has the peers already.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${BENCH_WORK:-$root/.build-bench}
yilan=$root/.build/release/yilan
scale=0.05
rest=
while [ $# -gt 0 ]; do
  case $1 in
    --yilan) yilan=$2; shift 2 ;;
    --full) scale=1; shift ;;
    --only | --runs) rest="$rest $1 $2"; shift 2 ;;
    *) echo "usage: run.sh [--yilan PATH] [--full] [--only GROUP,...] [--runs N]" >&2; exit 64 ;;
  esac
done
[ -x "$yilan" ] || { echo "run.sh: $yilan is not there: run 'make build' first, or name it with --yilan" >&2; exit 64; }
mkdir -p "$work"
python=${BENCH_PYTHON:-}
if [ -z "$python" ]; then
  [ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
  python=$work/venv/bin/python
  "$python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
fi
# shellcheck disable=SC2086
exec "$python" "$here/bench.py" --yilan "$yilan" --work "$work" --scale "$scale" $rest
