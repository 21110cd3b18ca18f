"""A page in Traditional characters is cut as it would be in Simplified ones, and printed as it is."""

from __future__ import annotations

from dataclasses import replace

import opencc
import pytest

from retrieval.articles import split_articles
from retrieval.articles.script import as_simplified
from retrieval.records import Page, Role
from tests.articles.golden import GoldPage, all_gold
from tests.articles.laws import check_cut

GOLD = list(all_gold())
SEEDS = [gold for gold in GOLD if gold.page.source[:3].isdigit()]

TAIWAN = """\
民國114年9月3日 星期三
南瀛日報 A6 健康

登革熱疫情升溫
台南動員里鄰清除孳生源

〔記者王小明／台南報導〕連日大雨過後，台南市新增十二例本土登革熱病例，市府昨天召開應變會議，要求三十七個區在一週內完成戶外積水容器的清除。

衛生局長許以霖說，今年病例比去年同期多出四成，集中在安南區和永康區，「最怕的是大家把雨後的水桶當成沒事」。

長照據點導入血壓雲
獨居長輩數值異常會通知里長

記者陳怡君／高雄報導

高雄市衛生局在五十四處長照據點裝設自助血壓站，量測結果直接上傳，連續兩次超過160就會發出通知。

里長林添財說，上個月就有一位八十三歲的阿嬤因此提早送醫，住院五天後平安返家。

無糖飲料也可能傷牙
醫師：喝完先漱口

（中央社記者張雄風台北15日電）許多人以為改喝無糖氣泡水就不會蛀牙，牙醫師吳建德提醒，氣泡水的酸鹼值約在3到4之間，長期小口啜飲仍會侵蝕琺瑯質。

他建議，喝完以清水漱口，半小時後再刷牙。
"""


def _traditional(page: Page) -> Page:
    converter = opencc.OpenCC("s2tw")
    return replace(page, lines=tuple(converter.convert(line) for line in page.lines))


@pytest.mark.parametrize("gold", SEEDS, ids=lambda gold: gold.page.source[:3])
def test_a_seed_in_traditional_characters_is_cut_alike(gold: GoldPage) -> None:
    """The same lines go into the same articles, and every character is the one that is printed."""
    page = _traditional(gold.page)
    cut, usual = split_articles(page), split_articles(gold.page)
    assert [a.spans for a in cut.articles] == [a.spans for a in usual.articles]
    assert [[p.role for p in a.parts] for a in cut.articles] == [
        [p.role for p in a.parts] for a in usual.articles
    ]
    check_cut(cut)
    assert cut.page is page


def test_a_taiwanese_page() -> None:
    """Headlines over two lines, a reporter with his place before the text or on a line, a date of the Republic."""
    cut = split_articles(Page("a", tuple(TAIWAN.split("\n"))))
    assert [(a.title, a.byline, a.spans) for a in cut.articles] == [
        ("登革熱疫情升溫台南動員里鄰清除孳生源", None, ((7, 9),)),
        ("長照據點導入血壓雲獨居長輩數值異常會通知里長", "記者陳怡君／高雄報導", ((16, 18),)),
        ("無糖飲料也可能傷牙 醫師：喝完先漱口", None, ((23, 25),)),
    ]
    assert {a.publication for a in cut.articles} == {"南瀛日報"}
    assert [(f.line, f.role, f.text) for f in cut.furniture] == [
        (1, Role.RUNNING_HEAD, "民國114年9月3日 星期三"),
        (2, Role.RUNNING_HEAD, "南瀛日報 A6 健康"),
    ]


def test_a_label_is_printed_as_it_is() -> None:
    """The section that a label gives is that of the page."""
    cut = split_articles(Page("a", ("● 醫療動態", "", *TAIWAN.split("\n")[3:])))
    assert cut.articles[0].section == "醫療動態"


@pytest.mark.parametrize("gold", GOLD[:40], ids=lambda gold: gold.page.source)
def test_a_page_in_simplified_characters_is_left_alone(gold: GoldPage) -> None:
    """Some characters stand in both scripts, 著 and 於; a few of them make no page a Traditional one."""
    assert as_simplified(gold.page) is gold.page


def test_quotes_and_slashes_keep_their_place() -> None:
    """One for one: what stands where on a line is known after folding as before."""
    page = Page("a", ("他說：「臺灣的醫院裏有『燈』」", "", "\u200b記者陳怡君／高雄報導"))
    assert as_simplified(page).lines == ("他说：“台湾的医院里有‘灯’”", "", "\u200b记者陈怡君／高雄报导")
