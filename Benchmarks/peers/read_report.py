"""A reader of annual reports in plain text made of Python's re: the peer of the reading benchmark.

It gets the same cells as Gongkai's reader from the reports that the benchmark uses: both forms; cells parted by tabs, by
bars or by line ends. Each row of the form is one compiled pattern, its label followed by as many values as the table
has columns; patterns are tried in the order of the form, each from where the one before ended, so that a report is gone
through about once. It makes no sections, no notes and no checks.

    read_report.py cells FORMS FILE…           every cell as a line: file, address, state, value, text
    read_report.py time FORMS SECONDS FILE…    seconds of processor time for one pass over the files

FORMS is a tab separated list of the forms: edition, table, row, label, ids of the columns parted by commas.
"""

import re
import sys
import time
from decimal import Decimal
from pathlib import Path

GAP = r"[\s|]+"
VALUE = r"([-+]?\d[\d,]*(?:\.\d+)?|/|—)"
# Brackets and full stops come in two widths.
WIDTHS = {"（": "[（(]", "）": "[）)]", "(": "[（(]", ")": "[）)]", ".": "[.．、]", "，": "[，,]"}
NEW_FORM = re.compile("制发件数|废止件数|现行有效")
ABSENT = ("absent", None, "")


def label_pattern(label):
    return "".join(WIDTHS.get(character, re.escape(character)) for character in label)


class Form:
    """The rows of one edition, as patterns."""

    def __init__(self):
        self.rows = []
        self.addresses = []

    def add(self, table, row, label, columns):
        # Table four has one row without a label, behind the last of its headings.
        start = label_pattern(label) if label else "总计"
        pattern = re.compile(start + GAP + GAP.join([VALUE] * len(columns)) + r"(?=[\s|]|$)")
        addresses = [f"{table}.{row}.{column}" for column in columns]
        self.rows.append((pattern, addresses))
        self.addresses += addresses


def load_forms(path):
    forms = {"2019": Form(), "2021": Form()}
    for line in Path(path).read_text("utf-8").splitlines():
        edition, table, row, label, columns = line.split("\t")
        forms[edition].add(table, row, label, columns.split(","))
    return forms


def cell(text):
    if text in "/—":
        return ("not_applicable", None, text)
    plain = text.replace(",", "")
    return ("number", Decimal(plain) if "." in plain else int(plain), text)


def read(forms, data):
    """The cells of a report, by address."""
    text = data.decode("utf-8-sig")
    form = forms["2021" if NEW_FORM.search(text) else "2019"]
    cells = dict.fromkeys(form.addresses, ABSENT)
    position = 0
    for pattern, addresses in form.rows:
        match = pattern.search(text, position)
        if match:
            position = match.end()
            cells.update(zip(addresses, map(cell, match.groups())))
    return cells


def main():
    mode, forms = sys.argv[1], load_forms(sys.argv[2])
    if mode == "cells":
        for path in map(Path, sys.argv[3:]):
            for address, (state, value, text) in read(forms, path.read_bytes()).items():
                print(path.name, address, state, "" if value is None else value, text, sep="\t")
        return
    wanted = float(sys.argv[3])
    documents = [Path(path).read_bytes() for path in sys.argv[4:]]
    for document in documents:
        read(forms, document)
    start = time.process_time()
    rounds = 0
    while rounds == 0 or time.process_time() - start < wanted:
        for document in documents:
            read(forms, document)
        rounds += 1
    print((time.process_time() - start) / rounds)


main()
