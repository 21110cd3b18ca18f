"""Columns that a dump prints side by side: each is read by itself, and each half of a line knows where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import zip_longest

import pytest

from retrieval.articles import explain_page, render_page, split_articles
from retrieval.articles.looks.abreast import part_columns
from retrieval.records import SUSPICIOUS, Page, Role
from tests.articles.laws import check_cut

_WELL = """
古井街办起修伞铺

  本报讯(记者 严谷)4月9日,古井街的
老手艺人成立互助社,首日收伞73把,换
骨、补面一律不收钱。
  社长鲍三槐说,铺子每周二、周五开门,
学徒从六人添到了十一人,还有三位退休
教师来帮忙记账。
""".strip("\n").split("\n")
_FERRY = """
沙湾渡口添夜航

  本报讯(记者 于秋帆)记者从航务处
获悉,沙湾渡口自4月12日起加开夜班船,
末班推迟到23时10分。
  夜航船票价不变,老人凭证免票。船上
新装了暖风和扶手。
  试航三晚,共送客2140人次。
""".strip("\n").split("\n")
_KILN = """
陶窑遗址露出真容

  本报讯(记者 阮苇)考古队在柳坪村
清出一座龙窑,残长41米,出土碎陶八百
余件。
  专家认为,窑址的年代不晚于宋,为
研究当地制陶提供了实物。
  现场将建保护棚,秋后向公众开放。
""".strip("\n").split("\n")


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _page(*columns: list[str], measure: Callable[[str], int]) -> Page:
    """Print columns side by side, four blanks at least between them, each beginning at one place."""
    at = [0]
    for column in columns[:-1]:
        at.append(at[-1] + max(map(measure, column)) + 4)
    rows = []
    for cells in zip_longest(*columns, fillvalue=""):
        row = ""
        for place, cell in zip(at, cells, strict=True):
            row += " " * (place - measure(row)) + cell
        rows.append(row.rstrip())
    return Page("p.txt", ("古井晚报    2025年4月13日 星期日    第5版", "", *rows, "", "- 5 -"))


@pytest.mark.parametrize("measure", [_columns, len], ids=["as a terminal counts", "as pdftotext counts"])
def test_columns_side_by_side_are_read_one_after_the_other(measure: Callable[[str], int]) -> None:
    """No story is joined over the gutter; lines are told as the page counts them, though they hold two stories."""
    page = _page(_WELL, _FERRY, _KILN, measure=measure)
    cut = split_articles(page)
    check_cut(cut)
    assert [a.title for a in cut.articles] == ["古井街办起修伞铺", "沙湾渡口添夜航", "陶窑遗址露出真容"]
    well, ferry, kiln = cut.articles
    assert "古井街的老手艺人成立互助社,首日收伞73把,换骨、补面一律不收钱。\n社长" in well.body
    assert "记者从航务处获悉,沙湾渡口自4月12日起加开夜班船,末班推迟到23时10分。" in ferry.body
    assert kiln.body.endswith("现场将建保护棚,秋后向公众开放。")
    assert well.title_lines == ferry.title_lines == (3,)
    assert well.spans == ((5, 10),)
    assert ferry.lines_of(Role.BODY) == (5, 6, 7, 8, 9, 10)
    assert max(a.confidence for a in cut.articles) < SUSPICIOUS
    assert explain_page(cut).count("begins an article") == 3
    assert render_page(cut).count("沙湾渡口添夜航") >= 2


def test_a_story_that_goes_on_in_the_next_column_is_told_in_two_spans() -> None:
    """The right column is read after the left one, from its top."""
    left = [*_WELL[:-1], "教师来帮忙记账。学徒每人每月能领到六"]
    right = ["百元饭贴。来学的人里,有厨师,也有开出", "租车的。", *_FERRY]
    cut = split_articles(_page(left, right, measure=_columns))
    check_cut(cut)
    well = next(a for a in cut.articles if a.title == "古井街办起修伞铺")
    assert "每人每月能领到六百元饭贴。来学的人里,有厨师,也有开出租车的。" in well.body
    assert well.spans == ((5, 10), (3, 4))


def test_a_table_is_no_two_columns() -> None:
    """What stands in rows is read row by row."""
    rows = [
        "窗口        办什么",
        "一号        挂号、退号,初诊者请带身份证。",
        "二号        缴费、打印清单,可刷医保卡。",
        "三号        取药,三日内有效,过期重开。",
        "四号        领取化验单,上午九点之后。",
        "五号        复印病历,须本人或家属来办。",
        "六号        咨询、投诉,当日给答复。",
    ]
    cut = split_articles(Page("p.txt", ("柳坪卫生院窗口调整", "", "卫生院的窗口今起调整如下：", *rows)))
    check_cut(cut)
    text = "\n".join(a.text for a in cut.articles)
    assert all(" ".join(row.split()) in " ".join(text.split()) for row in rows)


def test_a_story_that_nothing_stands_beside_is_told_as_surely_as_any() -> None:
    """Whoever cites its lines cites no other's, though columns stand side by side over it."""
    well, ferry, kiln = split_articles(_page(_WELL, [*_FERRY, "", "", *_KILN], measure=_columns)).articles
    assert max(well.confidence, ferry.confidence) < SUSPICIOUS
    assert kiln.title == "陶窑遗址露出真容"
    assert kiln.confidence >= SUSPICIOUS


def test_a_line_of_thousands_of_fields_is_no_line_of_columns() -> None:
    """Nobody prints so many columns, and to part them one by one would take minutes, and deeper calls than Python has."""
    page = Page("p.txt", ("    ".join(["河水涨了，"] * 2000),) * 8)
    cut = split_articles(page)
    check_cut(cut)
    assert part_columns(page) is None
