"""Laws of any cut, on arbitrary text and on printed pages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.articles import explain_page, render_page, split_articles
from retrieval.pages import read_page
from retrieval.records import Page
from tests.articles.golden import LAYOUTS
from tests.articles.laws import check_cut
from tests.articles.press import make_page

_SEEDS = [read_page(path) for path in sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))]
_LINES = st.one_of(
    st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=40),
    st.sampled_from(
        [
            "",
            "\u3000",
            "\ufeff",
            "\u200b",
            "\t",
            "\x0c",
            "本报讯（记者 张三）近日，某县启动改造。",
            "（下转第3版）",
            "● 短消息",
            "□本报记者 李四",
            "编辑",
            "he best of times now",
            "5分钟到达目的地",
            "开诊\x1b[31m，\x07首日\x7f",
            "乔宁",
            "-",
            "★ 快讯一条。",
            "图为活动现场。 王五摄",
            "某县启动改造",
            "地贫患者常常发生铁过载，过多",
            "的铁沉积在重要器官中，会引发器",
            "（张三 李四）",
            "今日第2版推出：",
            "- 一条",
            "3",
            "“",
            "。",
        ]
    ),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LINES, max_size=40))
def test_any_text_keeps_every_line_and_every_character(lines: list[str]) -> None:
    """No non-blank line is lost or used twice, and each piece of text is printed on the line it names."""
    cut = split_articles(Page("x.txt", tuple(lines)))
    check_cut(cut)
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]", render_page(cut))  # HTML has none of these


@pytest.mark.parametrize("seed", range(40))
def test_a_printed_page_keeps_the_laws(seed: int) -> None:
    """Pages as newspapers print them keep the same laws, and can be explained and drawn."""
    cut = split_articles(make_page(seed).page)
    check_cut(cut)
    assert explain_page(cut).count("article ") >= len(cut.articles)
    drawn = render_page(cut)
    assert drawn.endswith("</html>")
    assert not re.search(r'class="tag"><b>\d+</b>[a-z]', drawn)  # kinds are said in the reader's language


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060\u3000"])
def test_a_blank_line_may_hold_what_cannot_be_seen(mark: str) -> None:
    """It parts what a blank line parts, and is no text and no furniture."""
    page = make_page(3).page
    cut = split_articles(page)
    marked = split_articles(replace(page, lines=tuple(line if line.strip() else mark for line in page.lines)))
    assert (marked.articles, marked.furniture) == (cut.articles, cut.furniture)


@pytest.mark.parametrize("mark", ["\x1a", "\x07", "\u00ad", "\u200b", "\u200e", "\u2069", "\r", "\xa0"])
@pytest.mark.parametrize("page", _SEEDS, ids=lambda page: page.source[:3])
def test_what_cannot_be_seen_at_the_ends_of_lines_is_not_printed(page: Page, mark: str) -> None:
    """Not even at the end of the file: the same text has the same id, wherever its dump came from."""
    cut = split_articles(page)
    marked = split_articles(replace(page, lines=tuple(line + mark for line in page.lines)))
    assert (marked.articles, marked.furniture) == (cut.articles, cut.furniture)


@pytest.mark.parametrize("mark", ["\x1a", "\u00ad", "\u200b", "\u202a"])
def test_what_cannot_be_seen_at_the_beginning_of_a_line_is_no_indent(mark: str) -> None:
    """And the newspaper is read from the dateline behind it."""
    page = _SEEDS[0]
    cut = split_articles(page)
    marked = split_articles(replace(page, lines=tuple(mark + line for line in page.lines)))
    assert (marked.articles, marked.furniture) == (cut.articles, cut.furniture)


def test_the_same_page_gives_the_same_cut() -> None:
    """Cutting is pure: twice the same page, twice the same articles, reasons and all."""
    page = make_page(3).page
    assert split_articles(page) == split_articles(page)


@pytest.mark.parametrize("every", [True, False], ids=["every line end twice", "a blank line under each line"])
@pytest.mark.parametrize("name", ["jkb_narrow", "yangchuan_daily", "lanjiang_2", "longzhouwanbao"])
def test_blank_lines_after_every_line_change_nothing(name: str, every: bool) -> None:
    """A dump that puts a blank line after each line of a column is cut as the page without them."""
    page = read_page(LAYOUTS / f"{name}.txt")
    spaced: list[str] = []
    number: dict[int, int] = {}
    for n, line in enumerate(page.lines, 1):
        for printed in (line, "") if every or line.strip() else (line,):
            spaced.append(printed)
            number[len(spaced)] = n
    plain, cut = split_articles(page), split_articles(Page(page.source, tuple(spaced)))
    assert [(a.title, a.body) for a in cut.articles] == [(a.title, a.body) for a in plain.articles]
    found = [[(number[a], number[b]) for a, b in article.spans] for article in cut.articles]
    assert found == [list(article.spans) for article in plain.articles]
