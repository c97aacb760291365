#!/bin/sh
# Makes all samples again. Needs LibreOffice (soffice), and a Python 3 with openpyxl and XlsxWriter:
#   PYTHON=/path/to/python samples/scripts/make_all.sh
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
for script in make_livelihood make_features_openpyxl make_features_xlsxwriter make_handmade make_revision \
  make_submissions; do
  "$python" "$script.py"
done
