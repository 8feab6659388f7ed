"""The statutory tables as grids of cells with row and column spans.

A grid is a list of rows; a row is a list of `Cell`s in reading order, without fillers for what a span covers.
Source: the forms of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """One printed cell: its text, how many rows and columns it covers, and what it is."""

    text: str
    rows: int = 1
    columns: int = 1
    kind: str = "value"  # caption, head, label or value


NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

DENIED = [
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
]
UNABLE = ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
NOT_PROCESSED = [
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
]
OTHER_2021 = [
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
]


def rows_of_table_three(form):
    """Every row that carries numbers, in order: its key in the figures of a report, and its label."""
    rows = [
        ("new", "一、本年新收政府信息公开申请数量"),
        ("carried in", "二、上年结转政府信息公开申请数量"),
        ("disclosed", "（一）予以公开"),
        ("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ]
    rows += [(f"denied {i}", label) for i, label in enumerate(DENIED, 1)]
    rows += [(f"unable {i}", label) for i, label in enumerate(UNABLE, 1)]
    rows += [(f"not processed {i}", label) for i, label in enumerate(NOT_PROCESSED, 1)]
    if form == "2021":
        rows += [(f"other {i}", label) for i, label in enumerate(OTHER_2021, 1)]
    else:
        rows += [("other", "（六）其他处理")]
    return rows + [("results", "（七）总计"), ("carried out", "四、结转下年度继续办理")]


def _values(values, widths=None):
    widths = widths or [1] * len(values)
    return [Cell(text, columns=width) for text, width in zip(values, widths)]


def _heads(labels, widths=None):
    widths = widths or [1] * len(labels)
    return [Cell(text, columns=width, kind="head") for text, width in zip(labels, widths)]


def table_two(form, figures, amount_label="采购总金额"):
    """Section two: the items of Article 20, four columns wide."""
    grid = []

    def block(item, heads, widths, rows):
        grid.append([Cell(f"第二十条第（{item}）项", columns=4, kind="caption")])
        grid.append(_heads(["信息内容", *heads], [1, *widths]))
        for label in rows:
            grid.append([Cell(label, kind="label"), *_values(figures[label], widths)])

    if form == "2021":
        block("一", ["本年制发件数", "本年废止件数", "现行有效件数"], [1, 1, 1], ["规章", "行政规范性文件"])
        block("五", ["本年处理决定数量"], [3], ["行政许可"])
        block("六", ["本年处理决定数量"], [3], ["行政处罚", "行政强制"])
        block("八", ["本年收费金额（单位：万元）"], [3], ["行政事业性收费"])
    else:
        block("一", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], [1, 1, 1], ["规章", "规范性文件"])
        items = ["上一年项目数量", "本年增/减", "处理决定数量"]
        block("五", items, [1, 1, 1], ["行政许可", "其他对外管理服务事项"])
        block("六", items, [1, 1, 1], ["行政处罚", "行政强制"])
        block("八", items[:2], [1, 2], ["行政事业性收费"])
        block("九", ["采购项目数量", amount_label], [1, 2], ["政府集中采购"])
    return grid


def table_three(form, figures, note=NOTE):
    """Section three: three columns of labels, then seven of numbers. The first three rows are the header."""
    grid = [
        [Cell(note, 3, 3, "head"), Cell("申请人情况", 1, 7, "head")],
        [Cell("自然人", 2, 1, "head"), Cell("法人或其他组织", 1, 5, "head"), Cell("总计", 2, 1, "head")],
        _heads(APPLICANTS[1:6]),
    ]
    results = [key for key, _ in rows_of_table_three(form)][2:-1]
    groups = {
        "denied 1": ("（三）不予公开", len(DENIED)),
        "unable 1": ("（四）无法提供", len(UNABLE)),
        "not processed 1": ("（五）不予处理", len(NOT_PROCESSED)),
        "other 1": ("（六）其他处理", len(OTHER_2021)),
    }
    for key, label in rows_of_table_three(form):
        row = []
        if key == "disclosed":
            row.append(Cell("三、本年度办理结果", len(results), 1, "label"))
        if key in groups:
            name, height = groups[key]
            row.append(Cell(name, height, 1, "label"))
        if key in ("new", "carried in", "carried out"):
            row.append(Cell(label, 1, 3, "label"))
        elif key in ("disclosed", "partial", "other", "results"):
            row.append(Cell(label, 1, 2, "label"))
        else:
            row.append(Cell(label, 1, 1, "label"))
        grid.append(row + _values(figures.get(key, ["0"] * 7)))
    return grid


def table_four(values):
    """Section four: fifteen columns, three header rows and one row of numbers."""
    return [
        [Cell("行政复议", 1, 5, "head"), Cell("行政诉讼", 1, 10, "head")],
        [
            *[Cell(text, 2, 1, "head") for text in OUTCOMES],
            Cell("未经复议直接起诉", 1, 5, "head"),
            Cell("复议后起诉", 1, 5, "head"),
        ],
        _heads(OUTCOMES * 2),
        _values(values),
    ]


def placed(grid):
    """Every cell with the row and column where it starts: `(row, column, cell)`."""
    taken, result = set(), []
    for y, row in enumerate(grid):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            result.append((y, x, cell))
            taken.update((y + i, x + j) for i in range(cell.rows) for j in range(cell.columns))
            x += cell.columns
    return result


def size(grid):
    """Rows and columns of a grid."""
    cells = placed(grid)
    return max(y + c.rows for y, _, c in cells), max(x + c.columns for _, x, c in cells)
