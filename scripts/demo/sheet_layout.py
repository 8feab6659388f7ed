"""A report as a workbook: a sheet of text, then a sheet a table."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from .forms import placed, size, table_four, table_three, table_two
from .reports import HEADINGS

LINE = Side(style="thin", color="404040")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
SHADE = PatternFill("solid", fgColor="E3ECF5")


def _value(text):
    """Whole numbers and decimals as numbers, everything else as text."""
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def _lines(text, width):
    return -(-sum(2 if ord(c) > 0x2000 else 1 for c in text) // width)


def _text(book, report):
    sheet = book.active
    sheet.title = "正文"
    sheet.column_dimensions["A"].width = 76
    sheet["A1"], row = report["title"], 3
    sheet["A1"].font = Font(name="黑体", size=18, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 36
    for index, heading in enumerate(HEADINGS):
        sheet.cell(row, 1, heading).font = Font(name="黑体", size=14)
        sheet.row_dimensions[row].height = 26
        row += 1
        for text in report["sections"].get(index, ["数据见本文件所附统计表。"]):
            cell = sheet.cell(row, 1, "　　" + text)
            cell.font = Font(name="仿宋", size=12)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.row_dimensions[row].height = 18 * _lines("　　" + text, 70) + 4
            row += 1
    return sheet


def _table(sheet, top, grid, columns_of):
    """Writes a grid from row `top`; `columns_of` gives first and last sheet column of a grid column."""
    for y, x, cell in placed(grid):
        first, last = columns_of(x)[0], columns_of(x + cell.columns - 1)[1]
        for i in range(cell.rows):
            for j in range(first, last + 1):
                sheet.cell(top + y + i, j).border = BOX
        if cell.rows > 1 or last > first:
            sheet.merge_cells(start_row=top + y, end_row=top + y + cell.rows - 1, start_column=first, end_column=last)
        target = sheet.cell(top + y, first, _value(cell.text))
        target.font = Font(name="宋体", size=10, bold=cell.kind in ("caption", "head"))
        left = cell.kind == "caption" or (cell.kind == "label" and size(grid)[1] == 10 and cell.rows == 1)
        target.alignment = Alignment(horizontal="left" if left else "center", vertical="center", wrap_text=True)
        if cell.kind in ("caption", "head"):
            for i in range(cell.rows):
                for j in range(first, last + 1):
                    sheet.cell(top + y + i, j).fill = SHADE


def _sheet(book, name, heading, grid, widths, heights, across):
    """A sheet with one table under its heading; `across` groups sheet columns under the grid's columns."""
    sheet = book.create_sheet(name)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(widths))
    sheet.cell(1, 1, heading).font = Font(name="黑体", size=14, bold=True)
    sheet.cell(1, 1).alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 36
    _table(sheet, 2, grid, across)
    for y in range(size(grid)[0]):
        sheet.row_dimensions[2 + y].height = heights
    return sheet


def write(report, path):
    """Writes the report as a workbook."""
    book = Workbook()
    book.properties.title = report["title"]
    book.properties.creator = report["name"]
    sheets = [_text(book, report)]
    two = table_two(report["form"], report["two"], report.get("amount label", "采购总金额"))
    sheets.append(_sheet(
        book, "表一", "表一　主动公开政府信息情况", two, [24, 20, 20, 24], 24, lambda x: (x + 1, x + 1)))
    three = table_three(report["form"], report["three"])
    sheets.append(_sheet(
        book, "表二", "表二　收到和处理政府信息公开申请情况", three, [7, 15, 34, *[9] * 7], 30, lambda x: (x + 1, x + 1)))
    sheets.append(_sheet(
        book, "表三", "表三　政府信息公开行政复议、行政诉讼情况", table_four(report["four"]), [9] * 15, 26,
        lambda x: (x + 1, x + 1)))
    for sheet in sheets:
        sheet.page_setup.paperSize = 9
        sheet.page_setup.orientation = "landscape" if sheet.title == "表三" else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        sheet.sheet_view.showGridLines = False
    book.save(path)
