"""An item page and a list of items as a usual Django site has them: models, the ORM, templates, SQLite.

    django_items.py fill DATABASE ITEMS     makes the database: items of 100 offices, each with two files
    gunicorn django_items:application       serves it; the database is named by PEER_DATABASE

The page has what the page of the product has: head, way here, metadata, text, files, related items, foot. The text is
kept as finished markup, so that the peer has nothing to render but its template.
"""
import os
import sys

import django
from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY="benchmark",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[],
    USE_TZ=False,
    LANGUAGE_CODE="zh-hans",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ.get("PEER_DATABASE", sys.argv[2] if len(sys.argv) > 2 else ":memory:"),
            "CONN_MAX_AGE": None,
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [("django.template.loaders.locmem.Loader", {})],
                    )
                ]
            },
        }
    ],
)
django.setup()

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.paginator import Paginator  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.shortcuts import get_object_or_404  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402


class Office(models.Model):
    code = models.CharField(max_length=64, unique=True)
    full_name = models.CharField(max_length=200)

    class Meta:
        app_label = "peer"


class Item(models.Model):
    office = models.ForeignKey(Office, models.PROTECT)
    reference = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=300)
    index_number = models.CharField(max_length=64)
    document_number = models.CharField(max_length=64)
    category = models.CharField(max_length=32)
    formed = models.DateField()
    published = models.DateField(db_index=True)
    validity = models.CharField(max_length=32)
    body = models.TextField()

    class Meta:
        app_label = "peer"
        indexes = [
            models.Index(fields=["office", "-published", "-id"]),
            models.Index(fields=["office", "category", "-published", "-id"]),
        ]


class Attachment(models.Model):
    item = models.ForeignKey(Item, models.CASCADE)
    name = models.CharField(max_length=200)
    size = models.IntegerField()

    class Meta:
        app_label = "peer"


BASE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{% endblock %} - 政府信息公开</title>
<meta name="SiteName" content="政府信息公开"><link rel="stylesheet" href="/site.css"></head>
<body><a class="skip" href="#main">跳到正文</a><header class="head"><div class="wrap">
<nav aria-label="辅助功能"><ul class="util">{% for link in tools %}<li><a href="{{ link.0 }}">{{ link.1 }}</a></li>{% endfor %}</ul></nav>
<div class="mast"><a class="name" href="/"><b>政府信息公开</b></a><form class="find" role="search" action="/search">
<label class="unseen" for="find">检索</label><input id="find" type="search" name="q"><button class="btn">检索</button></form></div>
</div></header><nav class="wrap crumb" aria-label="所在位置"><ol><li><a href="/">首页</a></li>
{% for crumb in crumbs %}<li>{% if crumb.0 %}<a href="{{ crumb.0 }}">{{ crumb.1 }}</a>{% else %}{{ crumb.1 }}{% endif %}</li>{% endfor %}
</ol></nav><main id="main" class="wrap">{% block main %}{% endblock %}</main>
<footer class="foot"><div class="wrap"><ul>{% for link in links %}<li><a href="{{ link.0 }}">{{ link.1 }}</a></li>{% endfor %}</ul>
<p>主办单位：{{ place }}　网站标识码：{{ site_code }}</p></div></footer></body></html>
"""
ITEM = """{% extends base %}{% block title %}{{ item.title }}{% endblock %}{% block main %}
<article class="doc"><header><h1>{{ item.title }}</h1></header>
<dl class="facts"><div><dt>索引号</dt><dd>{{ item.index_number }}</dd></div><div><dt>主题分类</dt><dd>{{ item.category }}</dd></div>
<div><dt>发布机构</dt><dd><a href="/agencies/{{ item.office.code }}">{{ item.office.full_name }}</a></dd></div>
<div><dt>成文日期</dt><dd><time datetime="{{ item.formed|date:'Y-m-d' }}">{{ item.formed|date:'Y-m-d' }}</time></dd></div>
<div><dt>文号</dt><dd>{{ item.document_number }}</dd></div>
<div><dt>发布日期</dt><dd><time datetime="{{ item.published|date:'Y-m-d' }}">{{ item.published|date:'Y-m-d' }}</time></dd></div>
<div><dt>有效性</dt><dd>{{ item.validity }}</dd></div></dl>
<div class="text">{{ item.body|safe }}</div></article>
{% if files %}<section><h2>附件</h2><ul class="files">{% for file in files %}<li><a href="/items/{{ item.reference }}/files/{{ file.id }}">{{ file.name }}</a> <span>{{ file.size|filesizeformat }}</span></li>{% endfor %}</ul></section>{% endif %}
<section><h2>相关信息</h2><ol class="items">{% for other in related %}<li><span class="when">{{ other.published|date:'Y-m-d' }}</span><div><a class="ttl" href="/items/{{ other.reference }}">{{ other.title }}</a></div></li>{% endfor %}</ol></section>
{% endblock %}"""
LIST = """{% extends base %}{% block title %}{{ office.full_name }}{% endblock %}{% block main %}
<h1>{{ office.full_name }}</h1><ol class="items">{% for item in page %}<li><span class="when">{{ item.published|date:'Y-m-d' }}</span>
<div><a class="ttl" href="/items/{{ item.reference }}">{{ item.title }}</a><p class="meta"><span>{{ item.index_number }}</span><span>{{ item.document_number }}</span></p></div></li>{% endfor %}</ol>
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">下一页</a>{% endif %}{% endblock %}"""

engine = engines["django"]
FRAME = {
    "base": engine.from_string(BASE),
    "tools": [("/view?view=elder", "长者版"), ("/view?contrast=high", "高对比"), ("/view?lang=en", "English")],
    "links": [("/", "首页"), ("/reports", "年报一览"), ("/check", "核对我的年报"), ("/explore", "比较"), ("/sitemap.xml", "网站地图")],
    "place": "测试市人民政府办公室",
    "site_code": "0000000000",
}
TEMPLATES = {"item": engine.from_string(ITEM), "list": engine.from_string(LIST)}


def item(request, reference):
    shown = get_object_or_404(Item.objects.select_related("office"), reference=reference)
    related = (
        Item.objects.filter(office=shown.office, category=shown.category)
        .exclude(pk=shown.pk)
        .order_by("-published", "-id")[:5]
    )
    context = {
        **FRAME,
        "item": shown,
        "files": shown.attachment_set.all(),
        "related": related,
        "crumbs": [(f"/agencies/{shown.office.code}", shown.office.full_name), ("", shown.title)],
    }
    return HttpResponse(TEMPLATES["item"].render(context, request))


def items(request, code):
    office = get_object_or_404(Office, code=code)
    page = Paginator(Item.objects.filter(office=office).order_by("-published", "-id"), 20).get_page(
        request.GET.get("page")
    )
    context = {**FRAME, "office": office, "page": page, "crumbs": [("", office.full_name)]}
    return HttpResponse(TEMPLATES["list"].render(context, request))


urlpatterns = [path("items/<str:reference>", item), path("agencies/<str:code>", items)]
application = WSGIHandler()

PARAGRAPH = "<p>　　为了保障公众依法获取政府信息，提高工作的透明度，现将测试事项的办理依据、程序和结果公布如下，欢迎监督。</p>"


def fill(count):
    """The same offices, items and files as those of the product: the numbers follow from the number of the item."""
    with connection.schema_editor() as editor:
        for model in (Office, Item, Attachment):
            editor.create_model(model)
    offices = [Office(id=number, code=f"office-{number}", full_name=f"测试机关{number}") for number in range(1, 101)]
    Office.objects.bulk_create(offices)
    body = PARAGRAPH * 12
    for first in range(1, count + 1, 10_000):
        made, files = [], []
        for number in range(first, min(first + 10_000, count + 1)):
            day = f"20{18 + number % 7:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
            made.append(
                Item(
                    id=number,
                    office_id=number % 100 + 1,
                    reference=f"item-{number}",
                    title=f"关于测试事项第{number}号办理情况的公告（测试件）",
                    index_number=f"000{number % 100 + 1:03d}/{day[:4]}-{number:06d}",
                    document_number=f"测试发〔{day[:4]}〕{number % 500 + 1}号",
                    category=f"art20_{number % 15 + 1}",
                    formed=day,
                    published=day,
                    validity="有效",
                    body=body,
                )
            )
            files += [
                Attachment(item_id=number, name=f"附件{part}：测试表{number}.docx", size=10_000 + number)
                for part in (1, 2)
            ]
        with transaction.atomic():
            Item.objects.bulk_create(made, batch_size=500)
            Attachment.objects.bulk_create(files, batch_size=500)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] != "fill":
        sys.exit(__doc__)
    fill(int(sys.argv[3]))
