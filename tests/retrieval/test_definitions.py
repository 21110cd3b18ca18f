"""What a term means is told where the page says it, not where most of the question's words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus

PAGE = """
慢阻肺筛查走进渔村

本报讯 慢性阻塞性肺疾病(COPD)筛查车昨天开进沙溪渔村。慢阻肺是一种可以预防和治疗的常见呼吸系统疾病，渔民得它的多，是因为船舱里常年烧柴。

筛查车上做的是肺功能检查(PFT)，镇卫生院把它列入“三早”（早发现、早诊断、早治疗）的第一步。院长说，“烟龄”这个词，渔民听不懂，换成“抽了多少条烟”，大家就懂了。渔民把咳了一冬的老毛病叫作“海风咳”。
"""


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder: Path = tmp_path_factory.mktemp("definitions")
    (folder / "village.txt").write_text(PAGE, encoding="utf-8")
    return Corpus.open(folder)


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("COPD是什么的缩写？", "慢性阻塞性肺疾病"),
        ("PFT 全称", "肺功能检查"),
        ("慢阻肺到底是种什么病？", "一种可以预防和治疗的常见呼吸系统疾病"),
        ("什么是慢阻肺", "一种可以预防和治疗的常见呼吸系统疾病"),
        ("卫生院说的“三早”指什么？", "早发现、早诊断、早治疗"),
        ("渔民说的“海风咳”是什么意思", "渔民把咳了一冬的老毛病"),
    ],
)
def test_what_a_term_means_is_marked(village: Corpus, question: str, means: str) -> None:
    """Before or behind it in brackets, behind 是, before 叫作."""
    marked = village.ask(question).hits[0].snippet.answer_text
    assert marked
    assert means in marked
    assert len(marked) <= len(means) + 6


@pytest.mark.parametrize("question", ["什么是尘肺病？", "“五早”指什么", "MDT是什么的缩写"])
def test_a_term_that_no_page_explains(village: Corpus, question: str) -> None:
    """What stands beside it explains another term."""
    assert not village.ask(question).answered
