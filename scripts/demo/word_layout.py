"""A report as a Word file, in the manner of GB/T 9704 or in a plainer one."""

from dataclasses import dataclass

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .forms import placed, size, table_four, table_three, table_two
from .reports import HEADINGS


@dataclass(frozen=True)
class Look:
    """Fonts, sizes in points and margins in millimetres of one layout."""

    title: str = "方正小标宋_GBK"
    body: str = "仿宋_GB2312"
    heading: str = "黑体"
    second: str = "楷体_GB2312"
    latin: str = "Times New Roman"
    bold: bool = False
    title_size: float = 22
    body_size: float = 16
    line: float = 28.8
    table_size: float = 10.5
    table_line: float = 15
    row_height: float = 20
    margins: tuple = (37, 26, 35, 28)  # top, right, bottom, left
    shade: str = ""
    dash: str = "—"
    border: int = 4


GB9704 = Look()
PLAIN = Look(
    title="Noto Serif CJK SC", body="Noto Serif CJK SC", heading="Noto Sans CJK SC", second="Noto Serif CJK SC",
    latin="Noto Serif CJK SC", bold=True, title_size=20, body_size=14, line=25, table_size=10, table_line=14,
    margins=(28, 24, 26, 24), shade="E7EDF3", dash="-", border=6)
BRIEF = Look(
    title="黑体", body="宋体", heading="黑体", second="宋体", latin="Arial", title_size=18, body_size=12, line=22,
    table_size=10, table_line=14, row_height=21, margins=(26, 25, 24, 25), shade="F2F2F2")


def _font(run, look, family, size_in_points, bold=False):
    run.font.size, run.font.bold = Pt(size_in_points), bold or None
    run.font.name = look.latin
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), family)


def _exactly(paragraph, points):
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(points)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)


def _element(name, **attributes):
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _paragraph(document, look, text):
    paragraph = document.add_paragraph()
    _exactly(paragraph, look.line)
    paragraph.paragraph_format.first_line_indent = Pt(look.body_size * 2)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    head, dot, rest = text.partition("。")
    if text.startswith("（") and dot and len(head) < 20:
        _font(paragraph.add_run(head + dot), look, look.second, look.body_size, look.bold)
        text = rest
    _font(paragraph.add_run(text), look, look.body, look.body_size)


def _heading(document, look, text):
    paragraph = document.add_paragraph()
    _exactly(paragraph, look.line)
    paragraph.paragraph_format.first_line_indent = Pt(look.body_size * 2)
    paragraph.paragraph_format.keep_with_next = True
    _font(paragraph.add_run(text), look, look.heading, look.body_size, look.bold)


def _page_numbers(document, look):
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    pieces = [f"{look.dash} ", ("begin", None), (None, " PAGE "), ("end", None), f" {look.dash}"]
    for piece in pieces:
        run = paragraph.add_run(piece if isinstance(piece, str) else "")
        _font(run, look, look.body, 14 if look.body_size > 14 else 10)
        if not isinstance(piece, str):
            kind, code = piece
            if kind:
                run._element.append(_element("w:fldChar", fldCharType=kind))
            else:
                instruction = OxmlElement("w:instrText")
                instruction.text = code
                run._element.append(instruction)


def _table(document, look, grid, widths, header_rows=0):
    rows, columns = size(grid)
    table = document.add_table(rows, columns)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    properties = table._element.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz=look.border, space=0, color="000000"))
    properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=40, type="dxa"))
    properties.append(margins)
    for column, width in zip(table.columns, widths):
        column.width = Mm(width)
    for y, row in enumerate(table.rows):
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        row_properties.append(_element("w:trHeight", val=round(look.row_height * 20), hRule="atLeast"))
        if y < header_rows:
            row_properties.append(OxmlElement("w:tblHeader"))
        for cell, width in zip(row.cells, widths):
            cell.width = Mm(width)
    for y, x, cell in placed(grid):
        target = table.cell(y, x)
        if cell.rows > 1 or cell.columns > 1:
            target = target.merge(table.cell(y + cell.rows - 1, x + cell.columns - 1))
        target.vertical_alignment = 1
        paragraph = target.paragraphs[0]
        _exactly(paragraph, look.table_line)
        centred = columns == 4 or cell.kind != "label" or cell.rows > 1
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        if cell.kind == "caption":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.keep_with_next = cell.kind in ("caption", "head") or None
        bold = look.bold and cell.kind in ("caption", "head")
        _font(paragraph.add_run(cell.text), look, look.body, look.table_size, bold)
        if look.shade and cell.kind in ("caption", "head"):
            target._element.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=look.shade))
    after = document.add_paragraph()
    _exactly(after, look.line / 2)


def write(report, look, path):
    """Writes the report as a Word file."""
    document = Document()
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for language in defaults.findall(qn("w:lang")):
        defaults.remove(language)
    defaults.append(_element("w:lang", val="en-US", eastAsia="zh-CN"))
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    top, right, bottom, left = look.margins
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = Mm(top), Mm(right), Mm(bottom), Mm(left)
    page.footer_distance = Mm(max(bottom - 10, 10))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = report["title"], report["name"], ""
    _page_numbers(document, look)

    for line in (report["name"], report["title"].removeprefix(report["name"])):
        paragraph = document.add_paragraph()
        _exactly(paragraph, look.title_size * 1.6)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _font(paragraph.add_run(line), look, look.title, look.title_size, look.bold)
    _exactly(document.add_paragraph(), look.line)

    for text in report["lead"]:
        _paragraph(document, look, text)
    width = 210 - left - right
    unit = width / 156
    for index, heading in enumerate(HEADINGS):
        _heading(document, look, heading)
        for text in report["sections"].get(index, []):
            _paragraph(document, look, text)
        if index == 1:
            grid = table_two(report["form"], report["two"], report.get("amount label", "采购总金额"))
            _table(document, look, grid, [width / 4] * 4)
        elif index == 2:
            widths = [9 * unit, 29 * unit, 44.5 * unit, *[10.5 * unit] * 7]
            _table(document, look, table_three(report["form"], report["three"]), widths, header_rows=3)
        elif index == 3:
            _table(document, look, table_four(report["four"]), [width / 15] * 15, header_rows=3)
    document.save(path)
