"""Which section of the paper an article stands in."""

from __future__ import annotations

from retrieval.articles import split_articles
from retrieval.records import Page

PAGE = """学校动态关注各地秋粮收购工作会议

南川：粮站开到田埂上

本报讯（记者牟丹青）近日召开的2025年南川省秋粮收购工作会议要求，把粮站开到田埂上，让农民少跑路。全省已设流动收购点三百多个，质检员带着仪器下村。

清溪镇中心学校食堂开门让家长查

本报讯（通讯员何满囤）清溪镇中心学校上周起每天请两位家长进食堂，看菜怎么洗、油怎么存。家长齐小梅说，看过以后放心多了。

老渡口的桥修好了

本报讯（记者江小满）老渡口的木桥昨天修好，两岸的人又可以走着过河。修桥用了四十天，木料是镇上的人捐的。

石桥学校把教室搬到果园

本报讯（通讯员柳文静）石桥学校五年级的孩子们周三在果园里上了一堂科学课，学怎么给苹果套袋，也学怎么给果树写日记。
"""


def test_a_label_goes_to_every_piece_it_names() -> None:
    """Two labels ran together over a third story: each goes to the pieces that it is about, and to no other."""
    found = {a.title: a.section for a in split_articles(Page("a.txt", tuple(PAGE.split("\n")))).articles}
    assert found == {
        "南川：粮站开到田埂上": "关注各地秋粮收购工作会议",
        "清溪镇中心学校食堂开门让家长查": "学校动态",
        "老渡口的桥修好了": None,
        "石桥学校把教室搬到果园": "学校动态",
    }


def test_a_label_of_any_news_stays_with_the_one_under_it() -> None:
    """简讯 names nothing that the others could be about."""
    page = PAGE.replace("学校动态关注各地秋粮收购工作会议", "简讯")
    sections = [a.section for a in split_articles(Page("a.txt", tuple(page.split("\n")))).articles]
    assert sections == ["简讯", None, None, None]
