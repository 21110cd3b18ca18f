"""Pages that print the headlines of several articles right under one another, away from their texts."""

from __future__ import annotations

import pytest

from retrieval.articles.evidence.weights import TOGETHER, weigh
from retrieval.articles.pieces.seams import head_seams
from retrieval.articles.split import place, split_articles
from tests.articles.golden import GoldPage, all_gold, with_headlines_together
from tests.articles.laws import check_cut
from tests.articles.press import figures_of
from tests.articles.test_habits import cut, lines_of, one, page_of

GOLD = list(all_gold())
HEADS = """
槐荫镇停用二十年的老井又出水了
食堂添一台磅秤 剩饭少一半
末班渡船等一等中班工人
"""
TEXTS = """
本报讯（记者 李青）停用二十年的老井上周重新出水，槐荫镇请来水文队测了三天，说是上游水库放水，抬高了地下水位。水质化验的结果要到月底才能出来，在那以前井口装了铁盖，只许浇菜，不许饮用。

本报讯（记者 王红）昨天中午，市第二中学食堂的泔水桶边多了一台磅秤，称下来人均剩饭六十二克，比上学期少了一半。校长说，功劳要记在“半份菜”上，食堂窗口里每样菜都可以只打一半，价钱也减一半。

本报讯（记者 周广）从下周一起，沙河口的末班渡船推迟二十分钟开。对岸纺织厂的中班工人九点半下班，跑到渡船码头常常只看见船尾的灯，厂里和航运站商量了一个冬天，才把这二十分钟等了出来。
"""


def test_each_headline_finds_its_text() -> None:
    """Of three headlines over three texts none is half of another, and each heads the text that has its words."""
    page = cut(HEADS + TEXTS)
    assert lines_of(one(page, "槐荫镇停用二十年的老井又出水了")) == {5}
    assert lines_of(one(page, "食堂添一台磅秤 剩饭少一半")) == {7}
    assert lines_of(one(page, "末班渡船等一等中班工人")) == {9}


def test_a_headline_over_two_lines_stays_one() -> None:
    """Where the words of both lines stand in one text, they are of one headline more surely than of two texts."""
    halves = place(page_of("老井停用二十年\n上周重新出水\n" + TEXTS))
    several = place(page_of("老井停用二十年\n食堂称出剩饭账\n" + TEXTS))
    (_, one_text), (_, two_texts) = (
        next(head_seams(seen, places, 0.0)) for seen, places in (halves, several)
    )
    assert weigh(one_text, TOGETHER) > weigh(two_texts, TOGETHER) + 1


def test_gold_pages_are_cut_well_with_headlines_together() -> None:
    """The figures stay above these bounds."""
    figures = figures_of(with_headlines_together(gold) for gold in GOLD[::3])
    assert figures.f1 >= 0.92
    assert figures.titles / figures.headed >= 0.77


@pytest.mark.parametrize("gold", GOLD[::40], ids=lambda gold: gold.page.source)
def test_no_line_is_lost(gold: GoldPage) -> None:
    """With headlines together, too, each line of a page is of one article or furniture, once."""
    check_cut(split_articles(with_headlines_together(gold).page))
