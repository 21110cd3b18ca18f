"""Pages that are printed without blank lines: heads and texts are parted by how they read and stand."""

from __future__ import annotations

import pytest

from retrieval.articles import split_articles
from retrieval.articles.evidence.weights import BREAKS, TOGETHER, weigh
from retrieval.articles.pieces.seams import head_seams, how_unspaced, text_seams
from retrieval.articles.split import place, strip_of
from retrieval.records import Role
from tests.articles.golden import GoldPage, all_gold, without_blanks
from tests.articles.laws import check_cut
from tests.articles.press import figures_of
from tests.articles.test_habits import INDENTED, cut, lines_of, one, page_of

GOLD = list(all_gold())
NEWS = """
槐荫镇的老井又出水了
本报讯（记者 李青）停用二十年的老井上周重新出水，镇里请来水文队测了三天，说是上游水库放水抬高了地下水位。
水质化验的结果要到月底才能出来，在那以前井口装了铁盖，只许浇菜，不许饮用。
二中食堂
把剩饭称了称
本报讯（记者 王红）昨天中午，市第二中学食堂的泔水桶边多了一台磅秤，称下来人均剩饭六十二克，比上学期少了一半。
校长说，功劳要记在“半份菜”上，窗口里每样菜都可以只打一半，价钱也减一半。
"""
TORN = """
　　本报讯（记者 李青）停用二十年
的老井上周重新出水，镇里请来水文
队测了三天，说是上游水库放水抬高
了地下水位。
　　昨天中午，市第二中学食堂的泔
水桶边多了一台磅秤，称下来人均剩
饭六十二克，比上学期少了一半。
厂，年底以前还要再招四十名女工。
　　校长说，功劳要记在“半份菜”
上，窗口里每样菜都可以只打一半。
"""


def test_news_under_their_headlines() -> None:
    """Each text has its headline, one of them in two lines."""
    page = cut(NEWS)
    assert lines_of(one(page, "槐荫镇的老井又出水了")) == {2, 3}
    assert lines_of(one(page, "二中食堂把剩饭称了称")) == {6, 7}


def test_blank_lines_tell_less_the_more_heads_have_none_over_them() -> None:
    """Over both heads under a text there is no blank line; with one over each they tell all."""
    unspaced, spaced = (place(page_of(text)) for text in (NEWS, NEWS.replace("\n二中", "\n\n二中")))
    assert how_unspaced(*unspaced) > 0.6
    assert how_unspaced(*spaced) == 0.0


def test_a_headline_goes_on_and_a_label_does_not() -> None:
    """The second line of a title is of one head with the first, and a column's name over a headline is not."""
    label = "诗页\n秋夜在渡口等船\n末班船开走以后，渡口的灯还亮着，摆渡人蹲在石阶上补一张网，风从江心吹过来，带着一点柴油的味道。"
    seen, places = place(page_of(NEWS + label))
    odds = {n: weigh(evidence, TOGETHER) for n, evidence in head_seams(seen, places, 0.8)}
    assert odds.keys() == {5, 9}
    assert odds[5] > 0 > odds[9]


def test_what_is_left_of_another_text_is_cut_off() -> None:
    """Where paragraphs are indented, a line without an indent under a whole sentence may be of another text."""
    seen, places = place(page_of(TORN))
    odds = {n: weigh(evidence, BREAKS) for n, evidence in text_seams(seen, places, 0.9)}
    assert odds.keys() == {5, 8, 9}
    starts = [stretch.first.n for stretch in strip_of(page_of(TORN)).stretches]
    assert starts == [1, 5, 8, 9]


def test_a_paragraph_that_is_cut_in_vain_stays_one() -> None:
    """A sentence ends with its line, and the next line of the paragraph could be of another text; it isn't, and nothing is seen of it."""
    page = page_of(INDENTED)
    assert [s.first.n for s in strip_of(page).stretches if s.runs_on] == [14]
    letter = one(split_articles(page), "我被困在宿舍时间表里")
    assert letter.body.split("\n")[0] == (
        "编辑同志：我是一所高校的大二学生。宿舍规定晚上十点半熄灯，我做家教回来只能摸黑洗漱。"
    )


def test_a_code_leads_to_one_thing() -> None:
    """“扫码看” takes along the line under it, and not the headline under that."""
    page = cut(
        """
近日，省里印发通知，公布了第三批试点县的名单，一共四十个县，试点为期一年，年底前要交一份总结。
扫码看
试点名单
雪线之上，有人接班
□本报记者 向慕云
格桑央金记得很清楚，五年以前，州医院妇产科一年也做不了几台手术，病人都要坐一天的车去省城。
"""
    )
    assert one(page, "雪线之上，有人接班").byline == "□本报记者 向慕云"
    assert [f.line for f in page.furniture if f.role is Role.SCAN_PROMPT] == [2, 3]


@pytest.mark.parametrize("every", [1, 3], ids=["every page", "every third page"])
def test_gold_pages_are_cut_well_without_blank_lines(every: int) -> None:
    """The figures stay above these bounds, the seeds' among them."""
    figures = figures_of(without_blanks(gold) for gold in GOLD[::every])
    assert figures.f1 >= 0.85
    assert figures.titles / figures.headed >= 0.70


@pytest.mark.parametrize("gold", GOLD[::40], ids=lambda gold: gold.page.source)
def test_no_line_is_lost(gold: GoldPage) -> None:
    """Without its blank lines, too, each line of a page is of one article or furniture, once."""
    check_cut(split_articles(without_blanks(gold).page))
