#!/usr/bin/env python3
"""Writes the files that demonstration items carry: Resources/demo/files. Needs nothing but Python.

Every text is invented and says so. The PDF names a font of the reader's in place of embedding one.
"""
import pathlib
import zipfile
from xml.sax.saxutils import escape

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Resources" / "demo" / "files"
STAMP = (2026, 1, 15, 0, 0, 0)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def package(name, parts):
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts:
            info = zipfile.ZipInfo(path, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def relations(kind, target):
    return (f'<Relationships xmlns="{P}/relationships"><Relationship Id="r1" Type="{R}/{kind}" '
            f'Target="{target}"/></Relationships>')


def docx(name, paragraphs, rows):
    def run(text):
        return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    table = "".join("<w:tr>" + "".join(f"<w:tc>{run(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    body = "".join(run(text) for text in paragraphs) + f"<w:tbl>{table}</w:tbl>" + run("（演示附件，内容为虚构。）")
    package(name, [
        ("[Content_Types].xml",
         f'<Types xmlns="{P}/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>'),
        ("_rels/.rels", relations("officeDocument", "word/document.xml")),
        ("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'),
    ])


def xlsx(name, rows):
    def cell(column, number, value):
        place = f"{chr(65 + column)}{number}"
        if isinstance(value, int):
            return f'<c r="{place}"><v>{value}</v></c>'
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    sheet = "".join(
        f'<row r="{number}">' + "".join(cell(column, number, value) for column, value in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, 1))
    package(name, [
        ("[Content_Types].xml",
         f'<Types xmlns="{P}/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="演示" sheetId="1" r:id="r1"/>'
         '</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{S}"><sheetData>{sheet}</sheetData></worksheet>'),
    ])


def pdf(name, lines):
    shown = "BT /F1 12 Tf 72 760 Td 22 TL\n" + "\n".join(
        f"<{line.encode('utf-16-be').hex().upper()}> Tj T*" for line in lines) + "\nET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode("ascii")
    data += b"".join(f"{place:010d} 00000 n \n".encode("ascii") for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
    (FOLDER / name).write_bytes(data)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    docx("演示权责清单.docx",
         ["演示权责清单（测试件）", "本附件列出虚构的事项，只用来试看附件的下载和检索。", "关键词：数据共享、目录编制、演示蓝鲸计划。"],
         [["序号", "事项", "类别", "承办科室"], ["1", "演示数据目录编制", "公共服务", "测试一科"],
          ["2", "演示数据共享协调", "行政指导", "测试二科"]])
    xlsx("演示预算表.xlsx",
         [["演示收支预算总表（测试件，数字为虚构）"], ["项目", "预算数（万元）"], ["一般公共服务支出", 120],
          ["科学技术支出", 35], ["机房迁移（演示青鸟工程）", 18], ["合计", 173]])
    pdf("演示应急预案.pdf",
        ["演示应急预案（测试件）", "一、适用于演示镇区内虚构的台风白海豚的防御。", "二、演示指挥部设在测试楼一层，值班电话为虚构。",
         "三、避灾点：演示中心小学、演示体育馆。", "本附件只用来试看附件的下载和检索。"])
    (FOLDER / "演示办事流程.html").write_text(
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>演示办事流程（测试件）</title></head>\n'
        "<body>\n<h1>演示办事流程（测试件）</h1>\n<p>第一步：在演示窗口取号。第二步：提交虚构的材料。第三步：领取演示回执。</p>\n"
        "<p>办理时限为演示用的三个工作日，收费为零。流程代号：演示红鹤。</p>\n</body>\n</html>\n", encoding="utf-8")


main()
