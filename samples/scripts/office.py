"""Lets LibreOffice open a workbook and save it again."""
import os
import shutil
import subprocess
import tempfile

from frozen import freeze


def saved_again(path, target, kind="xlsx:Calc MS Excel 2007 XML"):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                        "--outdir", os.path.join(folder, "out"), path], check=True, capture_output=True)
        made = os.listdir(os.path.join(folder, "out"))
        shutil.move(os.path.join(folder, "out", made[0]), target)
    freeze(target)
