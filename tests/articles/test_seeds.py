"""What else is printed with the articles of the seeds: bylines, labels, torn ends."""

from __future__ import annotations

from pathlib import Path

from retrieval.articles import split_articles
from retrieval.pages import read_page

_SEEDS = Path(__file__).parents[2] / "seeds"


def test_far_bylines_and_torn_ends_of_the_seeds() -> None:
    """The byline 55 lines above its article, two bodies whose beginning is elsewhere, and a jump are seen."""
    cuts = {
        s: {a.title: a for a in split_articles(read_page(next(_SEEDS.glob(s + "_*.txt")))).articles}
        for s in ("003", "004")
    }
    party = cuts["004"]["河北省保定市第一中心医院：党建铸魂 走稳高质量发展之路"]
    assert party.byline == "□河北省保定市第一中心医院 党委书记 殷树欣"
    assert cuts["004"]["江苏南通首批疾控监督员上岗"].truncated_start
    assert cuts["004"]["河南镇平从“小切口”升温医疗服务"].truncated_start
    assert cuts["003"]["跨越山海,薪火相传"].truncated_end
    assert cuts["003"]["“中国医生让我重见光明”"].byline == "□特约记者 潘明华"
    assert cuts["003"]["吉林松原:让温暖“不断线”"].section == "为民服务办实事"
