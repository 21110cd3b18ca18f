"""The five seeds, read by eye: each headline with the body lines under it, in reading order."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import split_articles
from retrieval.pages import read_page

_SEEDS = Path(__file__).parents[2] / "seeds"

EXPECTED: dict[str, dict[str, list[tuple[int, int]]]] = {
    "001": {
        "广西医科大学第一附属医院：赋能基层地贫铁过载诊断能力再提升": [(102, 125), (3, 95)],
        "甘肃：构建全链条服务保障体系": [(127, 178)],
        "新疆：五方面推进卫生健康工作": [(182, 235)],
        "绵阳安州为返乡农民工送健康": [(239, 288)],
        "辽宁大连细化生育支持政策措施": [(295, 332)],
        "榆林市中医医院新院区全面开诊": [(337, 353)],
        "河池市人民医院“移动理发”进病区": [(358, 377)],
        "巨鹿县医院开展“助医服务”项目": [(382, 401)],
        "消防检查": [(403, 416)],
    },
    "003": {
        "基层卫生健康综合试验区 第二批改革创新经验发布": [(7, 15)],
        "跨越山海,薪火相传": [(28, 56)],
        "今日第2版推出“理论·聚焦国家育儿补贴制度(二)”:": [(60, 60), (64, 67)],
        "四川举办 寄生虫病防治技能竞赛": [(71, 73)],
        "吉林松原:让温暖“不断线”": [(81, 97)],
        "中医文化之旅": [(103, 103)],
        "“中国医生让我重见光明”": [(111, 131), (163, 167)],
        "海口连续3天开展 统一消杀作业": [(135, 139)],
        "河北保定:血费直免更便捷了": [(147, 159)],
    },
    "004": {
        "浙江：“一二一”推进卫生健康现代化": [(7, 23)],
        "郴州市第一人民医院 打造智慧医院联合实验室": [(29, 31)],
        "石河子市人民医院 成立托育园": [(35, 37)],
        "重庆大足区中医院 提供“一站式”慢病诊疗服务": [(41, 43)],
        "“健康的风吹给了你”": [(53, 53)],
        "黑龙江“航空医疗转运”服务项目获批": [(62, 64)],
        "湖北鄂州挖掘整理 名中医学术精髓": [(68, 70)],
        "江苏南通首批疾控监督员上岗": [(74, 80)],
        "河南镇平从“小切口”升温医疗服务": [(84, 98)],
        "河北省保定市第一中心医院：党建铸魂 走稳高质量发展之路": [(136, 136), (104, 134)],
    },
}


def _flat(spans: list[tuple[int, int]], lines: tuple[str, ...]) -> list[int]:
    return [n for first, last in spans for n in range(first, last + 1) if lines[n - 1].strip()]


@pytest.mark.parametrize("seed", EXPECTED)
def test_a_seed_is_cut_as_an_editor_would(seed: str) -> None:
    """Every headline has its body, whole and in order, and there is no other article."""
    page = read_page(next(_SEEDS.glob(seed + "_*.txt")))
    found = {a.title: _flat(list(a.spans), page.lines) for a in split_articles(page).articles}
    assert found == {title: _flat(spans, page.lines) for title, spans in EXPECTED[seed].items()}


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
