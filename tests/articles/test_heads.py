"""Which lines of a headline are the title? Headlines that none of the gold pages has."""

from __future__ import annotations

import pytest

from retrieval.articles.looks.lines import Seen
from retrieval.articles.looks.surroundings import see_lines
from retrieval.articles.pieces.blocks import Head
from retrieval.articles.pieces.heads import part_headlines, titles_of
from retrieval.records import Page


def _heads(*lines: str) -> list[Head]:
    """Make heads of display lines; an empty one parts two."""
    heads: list[list[Seen]] = []
    for line in see_lines(Page("page.txt", lines)):
        if heads and not line.gap:
            heads[-1].append(line)
        else:
            heads.append([line])
    return [Head(mine) for mine in heads]


def _parted(*lines: str) -> tuple[str, str, str]:
    headline = part_headlines([_heads(*lines)])[0]
    title = "/".join(line.text for group in headline.title for line in group)
    return "/".join(x.text for x in headline.kicker), title, "/".join(x.text for x in headline.subtitle)


def test_one_line_is_the_title() -> None:
    """Whatever it reads like."""
    assert _parted("——记山里的一位老药师") == ("", "——记山里的一位老药师", "")


def test_a_dash_opens_a_subtitle() -> None:
    """Set apart or not."""
    for gap in ((), ("",)):
        parted = _parted("一副扁担挑药箱", *gap, "——浙江省松阳县枫坪乡巡诊见闻")
        assert parted == ("", "一副扁担挑药箱", "——浙江省松阳县枫坪乡巡诊见闻")


def test_a_place_with_a_colon_begins_the_title() -> None:
    """What happened there stands in the next line, printed together with it or apart."""
    for gap in ((), ("",)):
        assert _parted("湖北罗田：", *gap, "村医背包添了超声仪")[1] == "湖北罗田：/村医背包添了超声仪"


@pytest.mark.parametrize(
    ("first", "second"), [("扛着秤", "去量娃娃"), ("两次转院、三次会诊，", "病根原来在牙上")]
)
def test_a_title_broken_in_two(first: str, second: str) -> None:
    """Lines printed together of which the first is nothing by itself."""
    assert _parted(first, second) == ("", f"{first}/{second}", "")


def test_a_long_line_set_apart_over_the_title_is_its_kicker() -> None:
    """It says where and when, the title what is new."""
    kicker, title = "全国县域医共体药品联动管理现场推进会召开", "统一目录 让药跟着病人走"
    assert _parted(kicker, "", title) == (kicker, title, "")


def test_no_headline_has_no_parts() -> None:
    """And it disturbs none beside it."""
    none, other = part_headlines([[], _heads("湖北罗田：", "村医背包添了超声仪")])
    assert (none.kicker, none.title, none.subtitle) == ([], [], [])
    assert len(other.title[0]) == 2


def test_no_line_is_lost_of_a_headline_of_many_lines() -> None:
    """A title has eight lines at most; what stands below them is subtitle."""
    heads = _heads(*(f"第{n}行是标题吗" for n in range(1, 31)))
    found = part_headlines([heads])[0]
    told = [*found.kicker, *(x for group in found.title for x in group), *found.subtitle]
    assert [x.n for x in told] == list(range(1, 31))


def test_the_title_may_be_any_lines_in_a_row() -> None:
    """Of three lines one, two or all of them; of one set upright, a character a line, all."""
    lines = [line for head in _heads("上行", "中行", "下行") for line in head.lines]
    assert {tuple(t) for t in titles_of(lines)} == {(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)}
    upright = [line for head in _heads("义", "诊", "进", "山") for line in head.lines]
    assert titles_of(upright) == [(0, 3)]


def test_what_stands_in_brackets_under_a_title_is_its_subtitle() -> None:
    """Of which days and in which measure a table tells."""
    title, told = "桂河花市本月行情", "（9月1日—30日　单位：元/枝）"
    assert _parted(title, told) == ("", title, told)


def test_a_bullet_opens_a_title_of_two_lines() -> None:
    """It stands before a title, not before a kicker."""
    first, second = "◆ 麦收到场 豆种下地", "七百台播种机夜里没有熄火"
    assert _parted(first, second) == ("", f"{first}/{second}", "")


def test_the_name_of_a_column_is_a_kicker() -> None:
    """A few characters that read as one, over a line that is longer."""
    assert _parted("书市漫笔", "旧书摊上的一枚藏书票") == ("书市漫笔", "旧书摊上的一枚藏书票", "")
