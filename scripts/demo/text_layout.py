"""A report as plain text: tabs between cells, an empty field for what a merged cell covers."""

from .forms import placed, size, table_four, table_three, table_two
from .reports import HEADINGS


def lines_of(grid):
    """One line a row of the grid."""
    rows, columns = size(grid)
    fields = [[""] * columns for _ in range(rows)]
    for y, x, cell in placed(grid):
        fields[y][x] = cell.text
    return ["\t".join(row).rstrip("\t") for row in fields]


def write(report, path):
    """Writes the report as UTF-8 text."""
    lines = [report["title"], ""]
    lines += ["　　" + text for text in report["lead"]]
    tables = {
        1: table_two(report["form"], report["two"]),
        2: table_three(report["form"], report["three"]),
        3: table_four(report["four"]),
    }
    for index, heading in enumerate(HEADINGS):
        lines += ["", heading, ""]
        lines += ["　　" + text for text in report["sections"].get(index, [])]
        if index in tables:
            lines += lines_of(tables[index])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
