"""Pages on which one article stands, as somebody saves it from a website."""

from __future__ import annotations

import pytest

from retrieval.articles.split import split_articles
from retrieval.records import Page
from tests.articles.press import bank, figures_of, pages_alone

_HEADLINE = "山里的卫生室 来了个年轻人"
_PARAGRAPHS = (
    "下午四点，最后一个病人走了，韩立把听诊器挂回墙上，开始扫地。卫生室只有两间屋，前面看病，后面放药，窗台上摆着一盆薄荷。",
    "石门坎村在半山腰，离镇上二十八公里。从前村里没有大夫，谁家孩子发烧，要先走一个钟头山路，再等一天只有两班的客车。",
    "“我爷爷就是等车的时候没的。”韩立今年二十六岁，前年从省城的医学院毕业，同学大多留在了城里。",
    "头三个月，来看病的人很少。老人们不相信这么年轻的人会看病，宁肯去找邻村的草药郎中。",
    "转机出在去年腊月。张家的媳妇夜里难产，雪把路封死了，救护车上不来。韩立提着箱子走了四十分钟，守到天亮，母女平安。",
    "从那以后，卫生室的门槛就没有闲过。量血压的，换药的，还有人什么病也没有，就是来坐坐，说说儿子在外头打工的事。",
    "他给全村六十五岁以上的八十七位老人都建了档案，谁吃什么药，谁家几点开饭，都写在一个蓝皮本子里。",
    "县里今年给卫生室添了一台心电图机，片子可以传到县医院，十分钟就有回音。上个月，它救了一个以为自己只是胃疼的人。",
    "天快黑的时候，韩立锁上门，往坡上走。坡上住着一位腿脚不便的老太太，他答应过今天去给她换药。",
)


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("between", ["", None])
@pytest.mark.parametrize("paragraphs", [3, 6, 9])
def test_a_saved_article_stays_one(headed: bool, between: str | None, paragraphs: int) -> None:
    """Its paragraphs name few of the same things, and no other headline stands on the page."""
    blocks = ([_HEADLINE] if headed else []) + [*_PARAGRAPHS[:paragraphs]]
    lines = [line for block in blocks for line in (block, between) if line is not None]
    cut = split_articles(Page("saved", tuple(lines)))
    assert [a.title for a in cut.articles] == [_HEADLINE if headed else None]
    assert not cut.furniture


def test_articles_printed_alone() -> None:
    """Of 60 articles of the gold pages, each laid out by itself, with what a dump prints around it."""
    figures = figures_of(pages_alone(bank(), 60))
    assert figures.f1 >= 0.94
    assert figures.right / figures.lines >= 0.97
