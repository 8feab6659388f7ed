#!/usr/bin/env python3
"""Writes the demonstration documents of Resources/demo.

Needs LibreOffice (`soffice`), the Noto CJK fonts (fonts-noto-cjk) for the PDF, and:
    pip install python-docx==1.2.0 openpyxl==3.1.5 PyMuPDF==2.0
Run from anywhere: `python3 scripts/demo-documents.py`. Times inside the files are fixed, so a second run writes the
same bytes, save for the PDF, whose bytes follow the version of LibreOffice and of the fonts.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True

import pymupdf  # noqa: E402

from demo import page_layout, sheet_layout, text_layout, word_layout  # noqa: E402
from demo.reports import REPORTS, file_name  # noqa: E402

TARGET = Path(__file__).resolve().parent.parent / "Resources" / "demo"
STAMP = "2022-01-20T09:00:00Z"


def settle(path):
    """Rewrites a zip with fixed times and entry order, so that equal content is equal bytes."""
    with zipfile.ZipFile(path) as source:
        entries = [(name, source.read(name)) for name in source.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in entries:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", STAMP.encode(), data)
            target.writestr(zipfile.ZipInfo(name, (2022, 1, 20, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)


def portable(report, path):
    """Sets the report in Word form and lets LibreOffice print it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / (path.stem + ".docx")
        word_layout.write(report, word_layout.PLAIN, source)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL)
        with pymupdf.open(source.with_suffix(".pdf")) as document:
            document.set_metadata({
                "title": report["title"], "author": report["name"],
                "creationDate": "D:20220120090000Z", "modDate": "D:20220120090000Z"})
            document.del_xml_metadata()
            document.xref_set_key(-1, "ID", "null")
            document.save(path, garbage=4, deflate=True, no_new_id=True)


def main():
    """Writes every document and the list of offices."""
    TARGET.mkdir(parents=True, exist_ok=True)
    rows = [["code", "name", "short_name", "region", "parent", "file", "year"]]
    for report in REPORTS:
        path = TARGET / file_name(report)
        if report["format"] == "html":
            page_layout.write(report, path)
        elif report["format"] == "xlsx":
            sheet_layout.write(report, path)
            settle(path)
        elif report["format"] == "txt":
            text_layout.write(report, path)
        elif report["format"] == "docx":
            word_layout.write(report, word_layout.BRIEF if "file" in report else word_layout.GB9704, path)
            settle(path)
        else:
            portable(report, path)
        rows.append([
            report["code"], report["name"], report["short"], report["region"], report.get("parent", ""), path.name,
            str(report["year"])])
        print(f"{path.stat().st_size:>8} {path.name}")
    (TARGET / "offices.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


main()
