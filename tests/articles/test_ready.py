"""Ready articles: Markdown, JSONL, sidecars, and encodings of pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.articles import read_source, render_page
from retrieval.corpus import Corpus
from retrieval.errors import PageError
from retrieval.pages import decode, read_page, read_sidecar
from retrieval.records import Article
from retrieval.seeds.folder import articles_in, cut_file

_TEXT = "县医院的新门诊今天开诊，群众说这里看病比以前方便多了。\n第二段在这里。"


def of_markdown(folder: Path, text: str) -> Article:
    """Return the one article of a Markdown file."""
    file = folder / "a.md"
    file.write_text(text, encoding="utf-8")
    [article] = articles_in(file)
    return article


def test_markdown_is_one_article(tmp_path: Path) -> None:
    """The first `#` is the headline, the rest the body, with the file's own lines."""
    file = tmp_path / "a.md"
    file.write_text("---\n\n# 新门诊开诊\n\n" + _TEXT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("publication: 健康报\ndate: 2025-03-04\n", encoding="utf-8")
    [article] = articles_in(file)
    assert (article.title, article.title_lines, article.publication, article.date) == (
        "新门诊开诊",
        (3,),
        "健康报",
        "2025-03-04",
    )
    assert article.line_at(article.text.index("第二段")) == 6


def test_a_headline_below_the_first_lines(tmp_path: Path) -> None:
    """What stands over the headline is body; no line is both, nor cited for both."""
    article = of_markdown(tmp_path, "来源：清河日报\n\n# 新门诊开诊\n\n" + _TEXT)
    assert (article.title_lines, article.spans) == ((3,), ((1, 1), (5, 6)))


def test_markup_is_nothing_a_reader_sees(tmp_path: Path) -> None:
    """Marks of headings, quotations, bold, code, links and pictures are gone; signs that only look so stay."""
    lines = (
        "# 庚镇**赛马**大会开赛",
        "## 读者反响",
        '大会有[**32匹**马](http://x.example/y "马")参加，[规程](a.pdf)见`赛场`，![照片](a.jpg)。',
        "> “马都**跑**欢了。”",
        "3 ** 2 是 9，#话题# 与 [注1] 照旧，比分 2*1。",
    )
    article = of_markdown(tmp_path, "\n\n".join(lines))
    assert article.title == "庚镇赛马大会开赛"
    assert article.body.split("\n") == [
        "读者反响",
        "大会有32匹马参加，规程见赛场，照片。",
        "“马都跑欢了。”",
        "3 ** 2 是 9，#话题# 与 [注1] 照旧，比分 2*1。",
    ]
    assert article.line_at(article.text.index("“马都")) == 7


_MATTER = """---
title: 老桥加固工程完工
author: 李青
publication: 清河日报
date: 2025年3月4日
tags: [桥, 交通]
---

{}老桥加固工程昨天完工，总投资八百万元。
"""


def test_html_is_nothing_a_reader_sees(tmp_path: Path) -> None:
    """Of a page of the web saved as Markdown its text is shown, each line by its own number."""
    lines = (
        '<h1 class="title">',
        "# 门诊<b>时间</b>表 &mdash; 内科",
        "<div class='ad'>",
        "周一<br/>周三 8:00&ndash;12:00，体温&lt;37.3℃，R&D与P<0.05照旧",
        "</div>",
        "<!-- 广告 -->",
        "&nbsp;版权所有&nbsp;&copy; 2025",
        "<https://x.example>与&lt;b&gt;照旧，<Nature>与a<b 时、c>d时也照旧",
    )
    article = of_markdown(tmp_path, "\n".join(lines))
    assert (article.title, article.title_lines) == ("门诊时间表 — 内科", (2,))
    assert article.body.split("\n") == [
        "周一 周三 8:00–12:00，体温<37.3℃，R&D与P<0.05照旧",
        "版权所有 © 2025",
        "<https://x.example>与<b>照旧，<Nature>与a<b 时、c>d时也照旧",
    ]
    assert [article.line_at(article.text.index(word)) for word in ("周三", "2025", "照旧\n")] == [4, 7, 4]


def test_nothing_is_left_of_what_markdown_marks(tmp_path: Path) -> None:
    """Items of a list, slanted and struck words, notes, addresses of links, rules, links beside each other; stars of a sum stay."""
    lines = (
        "# 渡口的灯",
        "*本报记者* 林知远",
        "- 第一盏灯，点给__晚归__的渔船；",
        "* [x] 第二盏灯，点给~~过河~~过江的学生。[^1]",
        "> + 灯亮着，_人就敢走_。",
        "***",
        "一盏灯3*4*5厘米，文件名是deng_ta_1，\\*号照旧；见[航道处][1]。",
        "[^1]: 据航道处统计。",
        "[1]: https://x.example/hd",
        "[阅读原文](https://x.example/a) | [上一篇](b.html)",
    )
    assert of_markdown(tmp_path, "\n".join(lines)).body.split("\n") == [
        "本报记者 林知远",
        "第一盏灯，点给晚归的渔船；",
        "第二盏灯，点给过河过江的学生。",
        "灯亮着，人就敢走。",
        "一盏灯3*4*5厘米，文件名是deng_ta_1，*号照旧；见航道处。",
        "据航道处统计。",
    ]


def test_what_is_code_is_shown_as_it_stands(tmp_path: Path) -> None:
    """There tags, entities and bars are what is written about."""
    article = of_markdown(tmp_path, "# 网页怎么写\n```\n<div>&copy;</div>\n| 甲 | 乙 |\n```\n")
    assert article.body == "<div>&copy;</div>\n| 甲 | 乙 |"


def test_a_table_answers_without_its_bars(tmp_path: Path) -> None:
    """A reader sees its cells, and a question finds the one in which row and column meet."""
    lines = (
        "# 专家门诊",
        "| 科室 | 医生 | 诊费 |",
        "|:---|:---:|---:|",
        "| 内科 | 张伟 | 18元 |",
        "| 儿科 | 李敏 | 25元 |",
        "赵|钱两位医生下周出诊。",
    )
    assert of_markdown(tmp_path, "\n".join(lines)).body.split("\n") == [
        "科室  医生  诊费",
        "内科  张伟  18元",
        "儿科  李敏  25元",
        "赵|钱两位医生下周出诊。",
    ]
    hit = Corpus.open(tmp_path).ask("儿科的诊费是多少？").hits[0]
    assert hit.snippet.answer_text == "25元"
    assert hit.article.line_at(hit.article.text.index("25元")) == 5


@pytest.mark.parametrize(("over", "line"), [("", 2), ("# 老桥加固工程完工\n\n", 9)])
def test_front_matter_tells_of_the_article(tmp_path: Path, over: str, line: int) -> None:
    """YAML over the text, as static sites have it, is no text; a headline in the text comes first, then the sidecar."""
    file = tmp_path / "a.md"
    file.write_text(_MATTER.format(over), encoding="utf-8")
    (tmp_path / "a.yaml").write_text("publication: 健康报\n", encoding="utf-8")
    [article] = articles_in(file)
    assert (article.title, article.title_lines) == ("老桥加固工程完工", (line,))
    assert (article.byline, article.publication, article.date) == ("李青", "健康报", "2025-03-04")
    assert article.body == "老桥加固工程昨天完工，总投资八百万元。"


@pytest.mark.parametrize(
    "matter",
    [
        "标题: 老桥完工\n作者: 李青 王明\n来源: 清河日报\n日期: 2025-03-04",
        "Title: 老桥完工\nAuthors: [李青, 王明]\nPublication: 清河日报\nDate: 2025-3-4",
        '"title": 老桥完工\nbyline: 李青 王明\npublication: 清河日报\ndate: 2025/03/04',
    ],
)
def test_front_matter_in_any_words(tmp_path: Path, matter: str) -> None:
    """Its fields are called as in a form, or in English, and several authors may be a list."""
    article = of_markdown(tmp_path, f"---\n{matter}\n---\n{_TEXT}")
    assert (article.title, article.title_lines, article.byline) == ("老桥完工", (2,), "李青 王明")
    assert (article.publication, article.date, article.body) == ("清河日报", "2025-03-04", _TEXT)


@pytest.mark.parametrize(
    ("matter", "publication", "url"),
    [
        ("source: 江州日报", "江州日报", None),
        ("source: 新华社\npublication: 江州日报", "江州日报", None),
        ("source: https://a.example/1", None, "https://a.example/1"),
        ("Newspaper: 《江州日报》\nsource: https://a.example/1", "江州日报", "https://a.example/1"),
    ],
)
def test_front_matter_with_a_source(
    tmp_path: Path, matter: str, publication: str | None, url: str | None
) -> None:
    """It is the newspaper, unless that is told in so many words, or it is an address."""
    article = of_markdown(tmp_path, f"---\n{matter}\n---\n# 老桥完工\n{_TEXT}")
    assert (article.publication, article.url, article.body) == (publication, url, _TEXT)


@pytest.mark.parametrize(
    "matter",
    [
        "---\n主持人: 今天谈养老。\n---\n",
        "---\n第一段。\n---\n",
        "---\ntitle: [\n---\n",
        '---\ntitle: "\\UFFFFFFFF"\n---\n',
        "---\ntitle: 老桥\n",
    ],
)
def test_what_is_no_front_matter_is_text(tmp_path: Path, matter: str) -> None:
    """Nothing that stands in a file is lost for looking like it."""
    article = of_markdown(tmp_path, matter + _TEXT)
    assert article.body == "\n".join([*matter.split(), *_TEXT.split("\n")]).replace(":\n", ": ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# \n"),
        ("a.md", "#\n\n"),
        ("a.txt", "标题：\n来源：清河日报\n"),
        ("a.jsonl", " \n"),
        ("a.txt", "\u200b\n\n"),
        ("a.md", "#\n\u200b\n"),
    ],
)
def test_a_file_without_headline_and_text_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """There is nothing to serve, and no article of no letters."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match=rf"{name}: the file is empty"):
        list(articles_in(tmp_path / name))


def test_an_empty_headline_is_none(tmp_path: Path) -> None:
    """“# ” over a text is no headline."""
    (tmp_path / "a.md").write_text("# \n\n" + _TEXT, encoding="utf-8")
    [article] = articles_in(tmp_path / "a.md")
    assert article.title is None and article.body == _TEXT


def test_one_door_for_every_suffix(tmp_path: Path) -> None:
    """A page, a Markdown file and a list of rows are read alike."""
    for name, text in (
        ("a.txt", "新门诊开诊\n\n本报讯 " + _TEXT),
        ("a.md", "# 新门诊开诊\n" + _TEXT),
        ("a.jsonl", json.dumps({"title": "新门诊开诊", "text": _TEXT})),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert [a.title for a in cut_file(tmp_path / name).articles] == ["新门诊开诊"]


@pytest.mark.parametrize("name", ["a.md", "a.jsonl"])
def test_what_cannot_be_seen_around_a_line_is_no_text(tmp_path: Path, name: str) -> None:
    """Nor is a line that holds nothing else: same letters, same id."""

    def written(text: str) -> Article:
        raw = text if name == "a.md" else json.dumps({"text": text})
        (tmp_path / name).write_text(raw, encoding="utf-8")
        [article] = articles_in(tmp_path / name)
        return article

    plain = written(_TEXT.replace("\n", "\n\n"))
    assert written(_TEXT.replace("\n", "\u200b\n\ufeff\n")) == plain


_HIDDEN = ["\x07", "\x1b", "\x7f", "\x9f", "\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\ufeff"]


@pytest.mark.parametrize("mark", _HIDDEN)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "front matter", "entities"])
def test_what_cannot_be_seen_within_a_line_is_no_text(tmp_path: Path, name: str, mark: str) -> None:
    """Headline and text are free of it, and every character knows its line."""
    title, text = f"新{mark}门诊开诊", "\n".join(f"{line[:6]}{mark}{line[6:]}" for line in _TEXT.split("\n"))
    coded = text if mark == "\x9f" else text.replace(mark, f"&#{ord(mark)};")  # of 9f HTML makes a letter
    raw = {
        "a.txt": f"标题：{title}\n正文：{text}",
        "a.md": f"# {title}\n{text}",
        "a.jsonl": json.dumps({"title": title, "text": text}),
        "front matter": f"---\ntitle: {json.dumps(title)}\n---\n{text}",
        "entities": f"# {title}\n{coded}",
    }[name]
    file = tmp_path / (name if name.startswith("a.") else "a.md")
    file.write_text(raw, encoding="utf-8")
    [article] = articles_in(file)
    assert (article.title, article.body) == ("新门诊开诊", _TEXT)
    first, second = (article.line_at(article.text.index(words)) for words in ("县医院", "第二段"))
    assert second == first + 1


def test_what_ends_a_line_for_some_programs(tmp_path: Path) -> None:
    """Between two words it is a blank, and elsewhere nothing."""
    (tmp_path / "a.md").write_bytes("# 新门诊\x0b开诊\n\x0c县医院\u2028今天开诊。\x1c\r\n好。\r".encode())
    [article] = articles_in(tmp_path / "a.md")
    assert (article.title, article.body) == ("新门诊 开诊", "县医院 今天开诊。\n好。")


def test_signs_that_belong_together(tmp_path: Path) -> None:
    """What joins two of them stays, for without it others are seen."""
    assert of_markdown(tmp_path, "# 护士👩\u200d⚕️节\n" + _TEXT).title == "护士👩\u200d⚕️节"


def test_jsonl_keeps_the_given_id_and_its_own_lines(tmp_path: Path) -> None:
    """`id` becomes the article's id; lines count the lines of `text`; fields lie over the sidecar."""
    file = tmp_path / "a.jsonl"
    rows = [
        {"id": "n1", "title": "新门诊开诊", "text": _TEXT, "byline": "李青", "date": "2025-03-05"},
        {"id": 7, "title": "", "text": "一句话。", "date": "2025-3-6T08:00:00"},
    ]
    file.write_text("\ufeff" + "\n\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    (tmp_path / "a.yaml").write_text("publication: 健康报\ndate: 2025-03-04\n", encoding="utf-8")
    first, second = articles_in(file)
    assert (first.id, first.byline, first.date, first.publication, first.spans) == (
        "n1",
        "李青",
        "2025-03-05",
        "健康报",
        ((1, 2),),
    )
    assert first.line_at(first.text.index("第二段")) == 2
    assert (second.id, second.title, second.date) == ("7", None, "2025-03-06")


def test_the_headline_of_a_row_stands_on_no_line_of_its_text(tmp_path: Path) -> None:
    """No line is of headline and body; what speaks of the headline is cited with the first line that there is."""
    row = {"title": "新门诊开诊", "byline": "李青", "text": "\n" + _TEXT}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    [article] = articles_in(tmp_path / "a.jsonl")
    assert (article.title_lines, article.spans, article.all_lines) == ((), ((2, 3),), ((2, 3),))
    hit = Corpus.open(tmp_path).ask("新门诊开诊").hits[0]
    assert hit.snippet.lines[0][0] == 2


@pytest.mark.parametrize(
    ("row", "why"),
    [("{", "row 2: not a JSON object"), ("[1]", "row 2: not a JSON object"), ('{"id": "x"}', "row 2: 'text'"), ('{"text": 3}', "row 2: 'text'"), ('{"text": "\u200b"}', "row 2: 'text'"),
     ('{"text": "好。", "title": ["a"]}', "row 2: 'title'"), ('{"text": "好。", "id": true}', "row 2: 'id'"), ('{"text": "好。", "page": false}', "row 2: 'page'"),
     ('{"text": "好。", "date": "2025-13-45"}', "row 2: 'date' must be"), ('{"text": "好。", "date": "昨天"}', "row 2: 'date' must be"), ('{"text": "好。", "date": 20250631}', "row 2: 'date' must be"),
     ('{"id": "n1", "text": "坏。"}', "the id 'n1' is given to two")],
)  # fmt: skip
def test_a_bad_row_is_named(tmp_path: Path, row: str, why: str) -> None:
    """A bad row names the file, the row and what is wrong."""
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "n1", "text": "好。"}\n' + row, encoding="utf-8")
    with pytest.raises(PageError, match="a.jsonl: " + why):
        list(articles_in(file))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_a_page_in_any_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without BOM, UTF-16 with and without BOM and GB18030 give the same lines."""
    file = tmp_path / "p.txt"
    file.write_bytes(_TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_page(file).lines == tuple(_TEXT.split("\n"))


def test_big5_is_told_from_gb18030() -> None:
    """Traditional text in Big5 is not taken for GB18030."""
    text = "醫院的新門診今天開診，民眾說這裡看病比以前方便多了，來看診的人也不少。"
    assert decode(text.encode("big5"), "x") == text


def test_a_few_broken_bytes_do_not_cost_the_file() -> None:
    """One bad byte in a long UTF-8 page becomes U+FFFD."""
    raw = (_TEXT * 50).encode()
    assert decode(raw[:301] + b"\xff" + raw[301:], "x").count("\ufffd") <= 4


def test_a_stray_zero_does_not_cost_the_file() -> None:
    """Some programs end a file with one; a zero in every other byte is another matter."""
    assert decode(_TEXT.encode() + b"\n\0", "x") == _TEXT + "\n"


@pytest.mark.parametrize("blank", ["", "\u3000\n", "\ufeff", "\ufeff\u3000"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_blank_files_are_refused(blank: str, encoding: str) -> None:
    """A file of nothing but marks and blanks is empty, however they are written."""
    with pytest.raises(PageError, match=r"x\.txt: the file is empty"):
        decode(blank.encode(encoding), "x.txt")


@pytest.mark.parametrize("raw", [b"", b" \n", b"\x00\x01\x02\x03binary\x00", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    """Empty and binary files are refused by name."""
    with pytest.raises(PageError, match=r"x\.txt"):
        decode(raw, "x.txt")


def test_line_numbers_are_those_of_line_feeds(tmp_path: Path) -> None:
    """A lone carriage return inside a line moves no line number; form feeds, tabs and zero-width marks neither."""
    file = tmp_path / "p.txt"
    file.write_bytes("甲\r乙\n\x0c\u200b本报讯 近日，县里开会。\t\n丙".encode())
    assert len(read_page(file).lines) == 3
    [article] = [a for a in articles_in(file) if a.body]
    assert article.body.startswith("本报讯") and article.spans[0][0] == 2


_FORM = """来源：清河日报
日期：2025年3月4日 星期二

【标题】县医院开设夜间门诊
【作者】李青
【正文】
县医院自3月1日起开设夜间门诊，每天18时至21时接诊。
来源：市民热线统计。
时间：周六上午

栏　目：农事
标题：
石坪镇修通水渠
石坪镇新修的水渠昨天通水，全长6.4公里。
"""


def test_a_form_that_somebody_typed(tmp_path: Path) -> None:
    """Fields give headline, byline, newspaper, date; those over the first article hold for all, those in a text are text."""
    file = tmp_path / "a.txt"
    file.write_text(_FORM, encoding="utf-8")
    cut = read_source(file)
    night, water = cut.articles
    assert (night.title, night.title_lines, night.byline) == ("县医院开设夜间门诊", (4,), "李青")
    assert night.body.split("\n")[1:] == ["来源：市民热线统计。", "时间：周六上午"]
    assert (water.title, water.title_lines, water.section, water.spans) == (
        "石坪镇修通水渠",
        (13,),
        "农事",
        ((14, 14),),
    )
    assert {(a.publication, a.date) for a in cut.articles} == {("清河日报", "2025-03-04")}
    assert [f.line for f in cut.furniture] == [1, 2, 6, 11, 12]
    assert water.line_at(water.text.index("全长")) == 14


@pytest.mark.parametrize("day", ["6月1日", "2025年13月", "未知", "2025.13.45", "20251345"])
def test_a_form_without_a_day(tmp_path: Path, day: str) -> None:
    """A date that is none is left out, and the fields below it are fields."""
    file = tmp_path / "a.txt"
    file.write_text(
        f"标题：夜间门诊开诊\n日期：{day}\n作者：李青\n来源：清河日报\n正文：县医院自三月起开诊。", "utf-8"
    )
    [article] = articles_in(file)
    assert (article.date, article.byline, article.publication) == (None, "李青", "清河日报")
    assert article.body == "县医院自三月起开诊。"


def test_a_long_field_is_text(tmp_path: Path) -> None:
    """Nobody tells a day in sixty characters: what is longer is read, for in a field it would be lost."""
    file = tmp_path / "a.txt"
    text = "日期：本周六，" + _TEXT.splitlines()[0] * 3
    file.write_text(f"标题：义诊进山\n来源：清河日报\n{text}", "utf-8")
    [article] = articles_in(file)
    assert (article.title, article.publication, article.date) == ("义诊进山", "清河日报", None)
    assert article.body == text


def test_a_sidecar_lies_over_a_form(tmp_path: Path) -> None:
    """What the sidecar says is meant for the whole file."""
    file = tmp_path / "a.txt"
    file.write_text(_FORM, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("publication: 健康报\n", encoding="utf-8")
    assert {(a.publication, a.date) for a in articles_in(file)} == {("健康报", "2025-03-04")}


def test_hashes_are_headlines_of_a_text_file_too(tmp_path: Path) -> None:
    """Somebody types several articles into one `.txt`, each under `# …`; two that are the same keep ids of their own."""
    file = tmp_path / "a.txt"
    file.write_text(
        f"# 新门诊开诊\n{_TEXT}\n\n# 水渠通水\n## 全长6.4公里\n石坪镇的水渠昨天通水。\n# 新门诊开诊\n{_TEXT}",
        "utf-8",
    )
    first, second, third = articles_in(file)
    assert [a.title for a in (first, second, third)] == ["新门诊开诊", "水渠通水", "新门诊开诊"]
    assert second.spans == ((6, 7),)
    assert first.text == third.text and first.id != third.id


_TIGHT = [
    ("#新门诊开诊\n{0}\n\n#水渠通水\n##全长6.4公里\n石坪镇的水渠昨天通水。", [1, 5]),
    ("＃新门诊开诊\n\n{0}\n\n＃水渠通水\n＃＃全长6.4公里\n石坪镇的水渠昨天通水。", [1, 6]),
    ("来源：清河日报\n#新门诊开诊\n{0}\n#石坪镇水渠通水\n## 全长6.4公里\n石坪镇的水渠昨天通水。", [2, 5]),
]


@pytest.mark.parametrize(("text", "lines"), _TIGHT)
def test_a_hash_without_a_blank(tmp_path: Path, text: str, lines: list[int]) -> None:
    """What stands over a text is its headline, several are headings in it, and no reader sees a hash."""
    (tmp_path / "a.txt").write_text(text.format(_TEXT), encoding="utf-8")
    first, second = articles_in(tmp_path / "a.txt")
    assert (first.title, first.body) == ("新门诊开诊", _TEXT)
    assert [article.title_lines for article in (first, second)] == [(n,) for n in lines]
    assert second.title and second.title.endswith("水渠通水")
    assert second.body == "全长6.4公里\n石坪镇的水渠昨天通水。"


@pytest.mark.parametrize("over", ["", "---\nauthor: 李青\n---\n", "```\n#!/bin/sh 的说明\n```\n"])
def test_a_hash_without_a_blank_in_markdown(tmp_path: Path, over: str) -> None:
    """It is the headline, and below it are headings."""
    article = of_markdown(tmp_path, f"{over}#新门诊开诊\n##方便群众\n{_TEXT}\n\n#新冠")
    assert article.title == "新门诊开诊"
    assert article.body.endswith(f"方便群众\n{_TEXT}\n#新冠")


@pytest.mark.parametrize(
    "tag",
    [
        "#新冠",
        "#新冠 #疫苗",
        "#健康中国行动#",
        "#1楼 张三：支持",
        "#A5",
        "#大家都来看看，",
        "#include <stdio.h>",
    ],
)
@pytest.mark.parametrize("head", ["#新门诊开诊", "# 新门诊开诊", "标题：新门诊开诊"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_hash_that_is_no_heading(tmp_path: Path, name: str, head: str, tag: str) -> None:
    """Tags within a text, topics between two hashes and numbers of comments are text, as they stand."""
    (tmp_path / name).write_text(f"{head}\n{_TEXT}\n{tag}\n第三段在这里。\n{tag}", encoding="utf-8")
    [article] = articles_in(tmp_path / name)
    assert article.body.endswith(f"{_TEXT}\n{tag}\n第三段在这里。\n{tag}")


@pytest.mark.parametrize("first", ["#新冠 #疫苗", "#1楼 张三：支持", "#健康中国行动#", "来稿照登"])
def test_a_page_with_hashes_is_no_form(tmp_path: Path, first: str) -> None:
    """Unless it begins with a headline it is cut as a page, every line of it."""
    (tmp_path / "a.txt").write_text(f"{first}\n{_TEXT}\n\n#新冠疫苗接种\n\n{_TEXT}", encoding="utf-8")
    assert read_source(tmp_path / "a.txt").reasons


@pytest.mark.parametrize(
    "text",
    [
        "义诊进山\n标题：几个字就够\n" + _TEXT,  # it doesn't begin with a field
        "时间：周六上午9时\n地点：县医院\n标题：无\n" + _TEXT,  # “地点” is no field
        "时间：周六上午9时\n作者：李青\n" + _TEXT,  # no headline
    ],
)
def test_a_page_with_colons_is_no_form(tmp_path: Path, text: str) -> None:
    """A page is cut as a page, every line of it, unless it begins with the fields of a headline."""
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert read_source(file).reasons


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        ("page: 010\n", {"page": "010"}),
        ("publication: yes\n", {"publication": "yes"}),
        ("date: 2024-7-3\n", {"date": "2024-07-03"}),
        ("publication: 《健康报》\n", {"publication": "健康报"}),
        ("publication: ~\npage:\nnote: 校过\n", {}),
    ],
)
def test_a_sidecar_says_what_is_written(tmp_path: Path, sidecar: str, told: dict[str, str]) -> None:
    """Numbers and words stay as they are typed, a date is written out, and nothing is nothing."""
    (tmp_path / "a.yaml").write_text(sidecar, encoding="utf-8")
    assert read_sidecar(tmp_path / "a.txt") == told


_SAID = {
    "sidecar": ("a.txt", "新门诊开诊\n\n本报讯 " + _TEXT, "publication: {paper}\ndate: {day}\n"),
    "rows": (
        "a.jsonl",
        '{{"text": "县医院的新门诊今天开诊。", "publication": "{paper}", "date": "{day}"}}',
        "",
    ),
    "form": ("a.txt", "标题：新门诊开诊\n来源：{paper}\n日期：{day}\n正文：" + _TEXT, ""),
    "front matter": ("a.md", "---\npublication: {paper}\ndate: {day}\n---\n# 新门诊开诊\n" + _TEXT, ""),
}


def _said(folder: Path, way: str, paper: str, day: str) -> Article:
    """Return the article of a file that tells of its paper and its day in one of these ways."""
    name, text, side = _SAID[way]
    if side:
        (folder / "a.yaml").write_text(side.format(paper=paper, day=day), encoding="utf-8")
    (folder / name).write_text(text.format(paper=paper, day=day), encoding="utf-8")
    [article] = articles_in(folder / name)
    return article


@pytest.mark.parametrize("way", _SAID)
@pytest.mark.parametrize("day", ["2025-06-01", "20250601", "2025年6月1日", "2025/6/1", "2025.06.01 08:30"])
def test_a_day_however_it_is_written(tmp_path: Path, way: str, day: str) -> None:
    """Every format that tells a day takes it in the same ways."""
    assert _said(tmp_path, way, "健康报", day).date == "2025-06-01"


@pytest.mark.parametrize("way", _SAID)
@pytest.mark.parametrize(
    ("day", "date"), [("2025", "2025"), ("2025-06", "2025-06"), ("2025年6月", "2025-06")]
)
def test_a_month_or_a_year(tmp_path: Path, way: str, day: str, date: str) -> None:
    """Where no more is known, that is told, in every format."""
    assert _said(tmp_path, way, "健康报", day).date == date


@pytest.mark.parametrize("way", _SAID)
@pytest.mark.parametrize("paper", ["《健康报》", "健康报", "《 健康报 》", "「健康报」"])
def test_marks_around_a_newspaper(tmp_path: Path, way: str, paper: str) -> None:
    """They are no part of its name, and printed once."""
    assert _said(tmp_path, way, paper, "2025-06-01").publication == "健康报"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_sidecar_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    """It is read as pages are: who saves the one in GB18030 saves the other so."""
    (tmp_path / "a.yaml").write_bytes("publication: 健康报\npage: 第3版\n".encode(encoding))
    assert read_sidecar(tmp_path / "a.txt") == {"publication": "健康报", "page": "第3版"}


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.YAML", "a.YML"])
def test_a_sidecar_under_any_suffix(tmp_path: Path, name: str) -> None:
    """However YAML is called, the page that it stands beside is told of."""
    (tmp_path / name).write_text("publication: 健康报\n", encoding="utf-8")
    assert read_sidecar(tmp_path / "a.txt") == {"publication": "健康报"}


def test_a_sidecar_of_a_few_words_in_big5(tmp_path: Path) -> None:
    """Of so little text the encoding can't be told: it is refused rather than misread."""
    (tmp_path / "a.yaml").write_bytes("publication: 羊城晚報".encode("big5"))
    with pytest.raises(PageError, match="save it as UTF-8"):
        read_sidecar(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("publicaton: 健康报", "publicaton: no such key; did you mean publication"),
        ("Page: 3", "Page: no such key; did you mean page"),
        ("page: 3\n\npublication: [健康报\n", "a.yaml line 4 is no readable sidecar"),
        ("page: 3\n\turl: x\n", "a.yaml line 2 is no readable sidecar"),
    ],
)
def test_a_slip_in_a_sidecar(tmp_path: Path, sidecar: str, said: str) -> None:
    """A key that is nearly one of ours is named with what was meant, and broken YAML with its line."""
    (tmp_path / "a.yaml").write_text(sidecar, encoding="utf-8")
    with pytest.raises(PageError, match=said):
        read_sidecar(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "sidecar",
    [
        "publication: {a: 1}",
        "page: [1, 2]",
        "date: 昨天",
        "date: 2024-02-30",
        "date: 20250601083000",
        "- 健康报",
        'publication: "\\UFFFFFFFF"',
        '"publicatio\\ud800": 健康报',
    ],
)
def test_a_sidecar_that_makes_no_sense_is_refused(tmp_path: Path, sidecar: str) -> None:
    """The reason names the page that it costs, and the sidecar."""
    (tmp_path / "a.yaml").write_text(sidecar, encoding="utf-8")
    with pytest.raises(PageError, match=r"^a\.txt: .*a\.yaml") as raised:
        read_sidecar(tmp_path / "a.txt")
    assert str(raised.value).encode()


@pytest.mark.parametrize("name", ["", "."])
def test_no_name_stops_the_others(name: str) -> None:
    """No file at all is refused like any other."""
    with pytest.raises(PageError):
        read_sidecar(Path(name))


def test_the_longest_name_that_a_file_can_have(tmp_path: Path) -> None:
    """Its sidecar would have one letter too many: the page has none, and is served."""
    name = "长" * 83 + "ab.txt"
    (tmp_path / name).write_text(_TEXT, encoding="utf-8")
    stats = Corpus.open(tmp_path).stats()
    assert (stats.sources, stats.refused) == (1, ())
    assert read_sidecar(tmp_path / name) == {}


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16", "utf-8-sig"])
def test_marked_encodings(encoding: str) -> None:
    """A byte order mark says how the page is written."""
    assert decode("江州图书馆".encode(encoding), "x") == "江州图书馆"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-be", "utf-8-sig"])
def test_rows_in_any_encoding_read_the_same(tmp_path: Path, encoding: str) -> None:
    """Of “措施。” alone no encoding can be told: the whole file tells it."""
    texts = ["措施。", "停水通知", "本報訊 縣醫院昨日開診，接診首日迎來三百名患者，都是附近的居民。" * 2]
    file = tmp_path / "a.jsonl"
    rows = (json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    file.write_bytes("\n".join(rows).encode(encoding))
    assert [a.text for a in cut_file(file).articles] == texts


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "县医院昨日开诊，惠及居民三千户。"),
        ("a.md", '---\ntitle: "\\ud83d"\n---\n县医院昨日开诊，惠及居民三千户。\n'),
    ],
)
def test_half_a_character_in_yaml_costs_no_corpus(tmp_path: Path, name: str, text: str) -> None:
    """YAML may hold what no text may: the file is served without it, and so are the others."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text('publication: "清河\\ud83d日报"', encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    assert (
        corpus.stats().articles == 1 and corpus.ask("县医院").hits[0].article.publication == "清河\ufffd日报"
    )


def test_a_heading_behind_a_tab(tmp_path: Path) -> None:
    """White space of any kind stands between # and the headline."""
    found = of_markdown(tmp_path, "#\t县医院开诊\n\n首日三百人就诊。\n")
    assert (found.title, found.body) == ("县医院开诊", "首日三百人就诊。")


def test_between_fences_there_are_no_headings(tmp_path: Path) -> None:
    """There # begins a comment, and the fences are marks like others."""
    found = of_markdown(tmp_path, "```\n# 注释\n```\n\n# 县医院开诊\n\n首日三百人就诊。\n")
    assert found.title == "县医院开诊" and "`" not in found.text and "注释" in found.body


def test_front_matter_that_calls_it_something_else(tmp_path: Path) -> None:
    """The heading is the headline, and the other one isn't lost."""
    found = of_markdown(tmp_path, "---\ntitle: 便民新举措\n---\n# 县医院开诊\n\n首日三百人就诊。\n")
    assert (found.kicker, found.title) == ("便民新举措", "县医院开诊")


def test_no_two_texts_of_a_page_have_one_id(tmp_path: Path) -> None:
    """What the second of two alike is called by is no text's own name either."""
    file = tmp_path / "a.txt"
    file.write_text("标题：甲县医院开诊\n\n标题：甲县医院开诊\n\n标题：甲县医院开诊#1\n", encoding="utf-8")
    assert len({a.id for a in cut_file(file).articles}) == 3


def test_ready_articles_are_drawn_by_themselves(tmp_path: Path) -> None:
    """There is no dump to draw them beside, and no link to a line of it."""
    file = tmp_path / "a.md"
    file.write_text(f"# 新门诊开诊\n\n{_TEXT}", encoding="utf-8")
    drawn = render_page(cut_file(file))
    assert "新门诊今天开诊" in drawn and "版面原文" not in drawn and 'href="#l' not in drawn


@pytest.mark.parametrize("tag", ["#健康视点", "#健康视点 2025年6月"])
def test_a_tag_on_top_of_a_dump_is_no_headline(tmp_path: Path, tag: str) -> None:
    """The page below it is cut by what it prints: two stories under their own headlines."""
    page = f"{tag}\n\n甲县医院开设夜间门诊\n\n本报讯 甲县医院昨天开设夜间门诊，每晚看到十点。\n\n乙县图书馆开放到深夜\n\n本报讯 乙县图书馆本月起开放到深夜，读者说好。\n"
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    titles = [article.title for article in Corpus.open(tmp_path).articles("a.txt")]
    assert titles == ["甲县医院开设夜间门诊", "乙县图书馆开放到深夜"]
