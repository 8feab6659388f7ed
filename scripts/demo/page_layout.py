"""A report as a page of an office's web site: banner, menu, breadcrumb, metadata table, tools and footer around it."""

from html import escape

from .forms import size, table_four, table_three, table_two
from .reports import HEADINGS

STYLE = """
*{box-sizing:border-box}body{margin:0;font:16px/1.9 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#222;background:#f3f5f8}
.top{background:#fff;border-bottom:1px solid #dde3ea;font-size:13px;color:#667}.in{max-width:1120px;margin:0 auto;padding:0 20px}
.top .in{display:flex;justify-content:space-between;line-height:34px}.banner{background:#1c4f8f;color:#fff}
.banner .in{padding-top:26px;padding-bottom:22px}.banner b{font-size:30px;letter-spacing:3px;font-weight:600}
.banner i{display:block;font-style:normal;font-size:13px;opacity:.8;letter-spacing:1px}
.menu{background:#173f73}.menu a{display:inline-block;color:#fff;text-decoration:none;padding:0 22px;line-height:44px}
.menu a.on{background:#fff;color:#173f73}.crumb{font-size:13px;color:#667;padding:14px 0}
.cols{display:flex;gap:22px;align-items:flex-start}.side{width:210px;background:#fff;border:1px solid #dde3ea;flex:none}
.side h2{margin:0;background:#e8eef6;font-size:16px;padding:8px 16px;color:#173f73}.side ul{list-style:none;margin:0;padding:6px 16px;font-size:14px}
.side li{padding:5px 0;border-bottom:1px dashed #e2e6ec}main{background:#fff;border:1px solid #dde3ea;padding:26px 40px 40px;flex:1;min-width:0}
.meta{width:100%;border-collapse:collapse;font-size:13px;margin-bottom:28px;color:#445}.meta td,.meta th{border:1px solid #d6dde6;padding:4px 10px;text-align:left;font-weight:400}
.meta th{background:#f4f7fb;width:92px;color:#567}h1{font-size:25px;line-height:1.5;text-align:center;margin:0 0 6px;color:#111}
.info{text-align:center;font-size:13px;color:#778;border-bottom:1px solid #e2e6ec;padding-bottom:12px;margin-bottom:22px}
.text p{text-indent:2em;margin:.5em 0;text-align:justify}.text p.h{font-weight:700;font-size:17px;margin-top:1.3em}
.text table{border-collapse:collapse;width:100%;table-layout:fixed;min-width:640px;font-size:14px;line-height:1.5;margin:14px 0 22px}.text td{border:1px solid #8a98a8;padding:5px 4px;text-align:center}
.text td.c{background:#e8eef6;text-align:left;font-weight:700;padding-left:10px}.text td.k{background:#f4f7fb}.text td.l{text-align:left}
.tools{margin-top:30px;border-top:1px solid #e2e6ec;padding-top:10px;font-size:13px;color:#667}
footer{margin-top:30px;background:#fff;border-top:3px solid #1c4f8f;font-size:13px;color:#667;text-align:center;padding:20px 0}
@media(max-width:800px){.cols{display:block}.side{width:auto;margin-bottom:16px}main{padding:18px 14px;overflow-x:auto}}
"""


def _table(grid):
    widths = {4: [25] * 4, 10: [10, 13, 28, *[7] * 7], 15: [6.6] * 15}[size(grid)[1]]
    out = ['<table border="1" cellspacing="0">', "".join(f'<col style="width:{w}%">' for w in widths)]
    for row in grid:
        out.append("<tr>")
        for cell in row:
            look = {"caption": ' class="c"', "head": ' class="k"', "label": ' class="l"'}.get(cell.kind, "")
            spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
                f' colspan="{cell.columns}"' if cell.columns > 1 else "")
            out.append(f"<td{look}{spans}>{escape(cell.text, quote=False)}</td>")
        out.append("</tr>")
    return "\n".join(out + ["</table>"])


def write(report, path):
    """Writes the report as one UTF-8 page that needs no other file."""
    title, name, year = report["title"], report["name"], report["year"]
    menu = ["首页", "机构概况", "政务动态", "政务公开", "办事服务", "互动交流"]
    side = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"]
    meta = [
        ("索引号", f"SS00100-0200-{year + 1}-00003"), ("主题分类", "政务公开／政府信息公开年报"),
        ("发布机构", name), ("公开日期", f"{year + 1}-01-25"), ("文号", "　"), ("有效性", "有效"),
        ("标题", title), ("公开方式", "主动公开"),
    ]
    body = [f"<p>{escape(text)}</p>" for text in report["lead"]]
    tables = {
        1: table_two(report["form"], report["two"]),
        2: table_three(report["form"], report["three"]),
        3: table_four(report["four"]),
    }
    for index, heading in enumerate(HEADINGS):
        body.append(f'<p class="h"><strong>{heading}</strong></p>')
        body += [f"<p>{escape(text, quote=False)}</p>" for text in report["sections"].get(index, [])]
        if index in tables:
            body.append(_table(tables[index]))
    links = "".join(f'<a{" class=on" if m == "政务公开" else ""} href="#">{m}</a>' for m in menu)
    rows = "".join(
        "<tr>" + "".join(f"<th>{k}</th><td>{v}</td>" for k, v in meta[i : i + 2]) + "</tr>" for i in range(0, 8, 2))
    path.write_text(f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="SiteName" content="{name}">
<meta name="ColumnName" content="政府信息公开年报">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{year + 1}-01-25 09:30">
<title>{title}_政府信息公开年报_{name}</title>
<style>{STYLE}</style>
</head>
<body>
<div class="top"><div class="in"><span>今天是 {year + 1}年1月25日 星期一</span><span>无障碍 ｜ 长者版 ｜ 登录</span></div></div>
<div class="banner"><div class="in"><b>{name}</b><i>政府信息公开专栏（演示页面）</i></div></div>
<nav class="menu"><div class="in">{links}</div></nav>
<div class="in">
<div class="crumb">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报 &gt; 正文</div>
<div class="cols">
<aside class="side"><h2>政府信息公开</h2><ul>{"".join(f"<li>{s}</li>" for s in side)}</ul>
<h2>历年年报</h2><ul><li>{year}年（1）</li><li>{year - 1}年（1）</li><li>{year - 2}年（1）</li></ul></aside>
<main>
<table class="meta">{rows}</table>
<h1>{title}</h1>
<div class="info">发布时间：{year + 1}-01-25 09:30　来源：{name}　浏览次数：128　字体：［大 中 小］</div>
<div class="text">
{chr(10).join(body)}
</div>
<div class="tools">【打印本页】【关闭窗口】　扫一扫在手机打开当前页</div>
</main>
</div>
</div>
<footer>主办：{name}　承办：演示网站技术组<br>网站标识码：0000000001　备案号：演示备00000001号</footer>
</body>
</html>
""", encoding="utf-8")
