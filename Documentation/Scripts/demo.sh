#!/bin/sh
# The main jobs on samples/: from a plan and its submissions to a published table, its audit and the difference
# between two revisions. usage: demo.sh YILAN FOLDER
set -u
yilan=$1
out=$2
mkdir -p "$out"

# run EXPECTED COMMAND...: shows the command, runs it, and stops if it ends with another status than expected.
run() {
  expected=$1
  shift
  echo
  echo "\$ yilan $*"
  "$yilan" --version >/dev/null || exit 2
  "$yilan" "$@"
  status=$?
  if [ "$status" != "$expected" ]; then
    echo "demo: status $status where $expected was expected" >&2
    exit 1
  fi
}

echo "== 1. Any spreadsheet to clean text, HTML, XLSX"
run 0 convert samples/livelihood-2025.xlsx --merged fill -o "$out/livelihood.csv" --quiet
run 0 convert samples/livelihood-2025.xlsx -o "$out/livelihood.html" --quiet
run 0 convert samples/features/office-export.xlsx -o "$out/office-export.xlsx" --quiet

echo
echo "== 2. The report in it, one row per indicator, and as an office publishes it"
run 0 normalize samples/livelihood-2025.xlsx -o "$out/livelihood-tidy.csv" --quiet
run 0 normalize samples/livelihood-2025.xlsx --layout published -o "$out/livelihood-published.xlsx" --quiet
sed -n '1p;12,13p' "$out/livelihood-tidy.csv" | cut -d, -f1-13

echo
echo "== 3. The audit: status 1 says that there are errors"
run 1 check samples/livelihood-2025.xlsx --to xlsx -o "$out/livelihood-checked.xlsx" --quiet

echo
echo "== 4. A plan and seventeen submissions: one report, and what a person has to decide (status 2: one file is unreadable)"
run 2 merge --plan samples/plan/plan.xlsx samples/plan/submissions -o "$out/merged.xlsx" --log "$out/merge-log.html" --quiet
run 1 check "$out/merged.xlsx" --to xlsx -o "$out/merged-checked.xlsx" --quiet

echo
echo "== 5. What changed since the last revision: status 1 says that something did"
run 1 diff samples/livelihood-2025.xlsx samples/livelihood-2025-rev2.xlsx --lang en --quiet
run 1 diff samples/livelihood-2025.xlsx samples/livelihood-2025-rev2.xlsx -o "$out/diff.html" --quiet
run 1 diff samples/livelihood-2025.xlsx samples/livelihood-2025-rev2.xlsx -o "$out/diff.xlsx" --quiet

cat <<END

== Results in $out/
  livelihood.csv              the sheet as text, merged labels on every row
  livelihood.html             the sheet as one page for a browser
  office-export.xlsx          a clean workbook
  livelihood-tidy.csv         one row per indicator
  livelihood-published.xlsx   the table to print
  livelihood-checked.xlsx     the submitted sheet, findings marked, to send back
  merged.xlsx                 the merged report
  merge-log.html              who reported, conflicts side by side
  merged-checked.xlsx         the audit of the merged report
  diff.html, diff.xlsx        the difference of two revisions
END
