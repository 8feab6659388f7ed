"""Makes the pdf files of this folder: python3 make_fixtures.py (needs reportlab). The content is invented."""

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
WIDTH, HEIGHT = A4


def start(name, **options):
    page = canvas.Canvas(name, pagesize=A4, invariant=1, **options)
    page.setTitle("测试")
    return page


def put(page, x, y, text, size=12, font="STSong-Light"):
    """Writes text with its left edge x and its baseline y points below the upper edge."""
    page.setFont(font, size)
    page.drawString(x, HEIGHT - y, text)


def middle(page, x, y, text, size=12, font="STSong-Light"):
    page.setFont(font, size)
    page.drawCentredString(x, HEIGHT - y, text)


def columns(page, y, first, values, left=90, start_at=240, step=48, font="Helvetica"):
    put(page, left, y, first)
    for index, value in enumerate(values):
        middle(page, start_at + index * step, y, value, font=font)


def report():
    page = start("report.pdf")
    # Page 1: title, prose with letterspacing, a table.
    put(page, 200, 40, "测试区公开工作", 9)
    middle(page, WIDTH / 2, 110, "测试区2023年政府信息公开工作年度报告", 18)
    put(page, 90, 160, "一、总体情况")
    put(page, 90, 190, "本年共受理申请 21 件，均已办结。")
    for index, character in enumerate("邮编电话地址信箱"):
        put(page, 90 + index * 15, 220, character)
    put(page, 90, 250, "信息内容")
    for index, label in enumerate(["本年制发件数", "本年废止件数", "现行有效件数"]):
        put(page, 200 + index * 110, 250, label)
    columns(page, 280, "规章", ["1", "0", "12"], start_at=230, step=110)
    middle(page, WIDTH / 2, 790, "- 1 -", font="Helvetica")
    page.showPage()
    # Page 2: labels over two lines with the numbers half way, narrow header cells, a one-digit page number alone.
    put(page, 200, 40, "测试区公开工作", 9)
    put(page, 90, 120, "（二）部分公开（区分处理的，")
    put(page, 90, 136, "只计这一情形）")
    columns(page, 128, "", ["4", "0", "0", "0", "0", "0", "4"], start_at=290, step=38)
    for index, label in enumerate(["结果", "结果", "其他", "尚未"]):
        put(page, 90 + index * 28, 180, label)
        put(page, 90 + index * 28, 196, ["维持", "纠正", "结果", "审结"][index])
    columns(page, 230, "行政许可", ["39.5", "1136", "2"], start_at=250, step=36)
    middle(page, WIDTH / 2, 790, "- 2 -", font="Helvetica")
    page.showPage()
    # Page 3: a number that only looks like a page number.
    put(page, 200, 40, "测试区公开工作", 9)
    put(page, 90, 120, "六、其他需要报告的事项")
    put(page, 90, 750, "99", font="Helvetica")
    middle(page, WIDTH / 2, 790, "- 3 -", font="Helvetica")
    page.showPage()
    page.save()


def bare_numbers():
    page = start("bare_numbers.pdf")
    for number in range(1, 4):
        put(page, 90, 100, "正文第" + "一二三"[number - 1] + "页")
        middle(page, WIDTH / 2, 800, str(number), font="Helvetica")
        page.showPage()
    page.save()


def rotated():
    page = start("rotated.pdf")
    page.setPageRotation(90)
    page.saveState()
    page.translate(WIDTH, 0)
    page.rotate(90)
    page.setFont("STSong-Light", 12)
    page.drawString(90, 400, "横放的表")
    page.drawString(300, 400, "一行两格")
    page.drawString(90, 370, "第二行")
    page.restoreState()
    page.showPage()
    page.save()


def scanned():
    page = start("scanned.pdf")
    for _ in range(2):
        page.rect(90, 90, 400, 600, fill=1)
        page.showPage()
    page.save()


def half_scanned():
    page = start("half_scanned.pdf")
    put(page, 90, 100, "有文字的一页")
    page.showPage()
    page.rect(90, 90, 400, 600, fill=1)
    page.showPage()
    page.save()


def locked():
    page = start("locked.pdf", encrypt="secret")
    put(page, 90, 100, "有密码")
    page.showPage()
    page.save()


def watermark():
    """A slanted watermark and a small level one strewn over both pages, a table whose figures they cross, notes."""
    page = start("watermark.pdf")
    for number in range(2):
        page.saveState()
        page.setFont("STSong-Light", 50)
        page.setFillGray(0.85)
        page.translate(300, 400)
        page.rotate(40)
        page.drawCentredString(0, 0, "测试 2023")
        page.restoreState()
        page.setFillGray(0.8)
        for row in range(8):
            for column in (60, 420):
                put(page, column, 100 + row * 90, "试用86", 9)
        page.setFillGray(0)
        # Prose on a square grid: its diagonals are no slant.
        for row in range(6):
            put(page, 90, 120 + row * 12, "甲乙丙丁戊己庚辛"[: 3 + row])
        for row in range(20):
            columns(page, 220 + row * 20, "某项" + "甲乙"[number], [str(row * 7 + column) for column in range(6)])
        page.showPage()
    page.save()


def notes():
    page = start("notes.pdf")
    put(page, 90, 120, "某项")
    for index, value in enumerate(["21", "8", "1136"]):
        x = 240 + index * 80
        put(page, x, 120, value, font="Helvetica")
        put(page, x + pdfmetrics.stringWidth(value, "Helvetica", 12), 117, "1", 7, font="Helvetica")
    put(page, 90, 150, "共12件")
    page.showPage()
    page.save()


for make in (report, bare_numbers, rotated, scanned, half_scanned, locked, watermark, notes):
    make()
