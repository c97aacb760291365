"""Makes the output of office programs the same bytes on every run.

Programs write the time of day into the zip entries, into docProps/core.xml and, in LibreOffice, random names into a few
places. `freeze` rewrites the package in the order it had, with fixed times; no other byte of a part is changed.
"""
import re
import zipfile

WHEN = (2025, 12, 31, 0, 0, 0)
STAMP = b"2025-12-31T00:00:00Z"


def freeze(path):
    with zipfile.ZipFile(path) as package:
        parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts:
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + STAMP, data)
            write(package, name, data)


def write(package, name, data, method=zipfile.ZIP_DEFLATED):
    entry = zipfile.ZipInfo(name, WHEN)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    package.writestr(entry, data, compresslevel=9)
