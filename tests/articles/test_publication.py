"""Which newspaper a page says it is."""

from __future__ import annotations

import pytest

from retrieval.articles import split_articles
from retrieval.articles.looks.publication import publication_of
from retrieval.records import Page


@pytest.mark.parametrize(
    ("lines", "paper"),
    [
        (["医师报讯 6月25日,浙江省肿瘤医院发布模型。"], "医师报"),
        (["临江晚报 责编 陶然 美编 于欣"], "临江晚报"),
        (["岭东日报 要闻 2 2025年3月6日 星期四"], "岭东日报"),
        (["《康宁周报》"], "康宁周报"),
        (["《 青河日报 》（ 2025年09月03日 第 03 版）"], "青河日报"),
        (["本报讯(记者李季)日前,活动启动。"], None),
        (["文汇报　2025年6月3日　星期二　3版"], "文汇报"),
        (["05　评论　人民日报　2025年6月3日"], "人民日报"),
        (["2025年6月3日 | 北京青年报"], "北京青年报"),
        (["2025年6月3日 天气预报"], None),
        (["2025年6月3日 公司年报"], None),
        (["2025年7月1日 志愿填报"], None),
        (["2025年7月1日 工作汇报"], None),
        (["晚报讯(记者李季)日前,活动启动。"], None),
        (["市民拨打晚报热线", "《健康报》作为国家卫生健康委主管的新型主流媒体,将持续关注"], None),
        ([], None),
    ],
)
def test_only_a_line_of_the_page_names_the_newspaper(lines: list[str], paper: str | None) -> None:
    """A house name in a dateline or a running head counts; 本报 and a mention in the text do not."""
    assert publication_of(lines) == paper


_HEALTH = """健康报 2025年6月3日 星期二 第3版
清河县开出夜间门诊
本报讯（记者 李雪）清河县人民医院的夜间门诊昨天开诊，每晚六时至九时，内科和儿科都有医生。

石桥镇水渠通水
本报讯（记者 王明）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田，村民们都来庆贺。
"""
_DOCTORS = """医师报 2025年6月5日 第7版
胃癌影像模型发布
本报讯（记者 周宁）省肿瘤医院昨天发布胃癌影像筛查模型，已在十二家医院试用。
"""
_OVER = """图书馆夜间开放
本报讯（记者 李雪）县图书馆昨天起每晚开到九点，周末也不休息，读者排起长队。
"""


def _papers(text: str, publication: str | None = None) -> list[str | None]:
    page = Page("两版.txt", tuple(text.split("\n")), publication)
    return [article.publication for article in split_articles(page).articles]


def test_each_article_is_of_the_paper_that_stands_above_it() -> None:
    """Two pages in one file are of two papers, whichever is named more often, and no article is cited under the other."""
    assert _papers(_HEALTH + _DOCTORS) == ["健康报", "健康报", "医师报"]
    assert _papers(_DOCTORS + _HEALTH) == ["医师报", "健康报", "健康报"]
    assert _papers(_HEALTH + _DOCTORS, "清河日报") == ["清河日报"] * 3


def test_where_mastheads_may_stand_below_no_paper_is_told() -> None:
    """An article over the first of two shows that the dump has them at the foot, or anywhere: better none than a wrong one."""
    assert _papers(_OVER + _HEALTH + _DOCTORS) == [None] * 4
    assert _papers(_OVER + _HEALTH) == ["健康报"] * 3


def test_the_name_of_a_column_is_no_second_masthead() -> None:
    """It stands alone, without day or page; and a paper may be called by a part of its name: one holds for all."""
    for head in ("街巷快报", "中国健康报 第3版"):
        found = _papers(f"{_HEALTH}{head}\n{_OVER}{_HEALTH}")
        assert found == ["健康报"] * 5


def test_a_running_head_may_be_padded_with_blanks() -> None:
    """Its fields stand as far apart as they are printed, the page's whole width."""
    head = "清淮晚报" + " " * 40 + "2025年6月3日 星期二" + " " * 40 + "第2版 综合新闻"
    assert publication_of([head, "本报讯 昨日……"]) == "清淮晚报"
