"""Which newspaper a page says it is."""

from __future__ import annotations

import pytest

from retrieval.articles.publication import publication_of


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
