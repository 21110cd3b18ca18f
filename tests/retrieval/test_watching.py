"""What counts as a sighting of what somebody watches for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.watching import WINDOW, narrowest
from retrieval.corpus import Corpus

_FAR = "其他各项工作有序推进。" * 60
_ROWS = {
    "门诊": ("安州区中医院开设热射病门诊", "门诊主任李春梅说,热射病患者要尽快降温。"),
    "力量": ("集中力量办好大事", "各地集中大力开展治理,成效明显。"),
    "邮件": ("新站开通", "He said the OpenAI office opened. 人工智能AI走进校园。"),
    "繁體": ("醫療隊抵達山區", "醫療隊為山區兒童義診。"),
    "河南": ("河南启动宣传月", "心理健康宣传月在郑州启动。"),
    "散落": ("一周要闻", f"南京举办马拉松。{_FAR}省里新增口腔诊所。"),
    "增多": ("热射病患者增多", "江州连日高温,市第一医院昨天接诊了三名病人。"),
    "大学": ("暑期实践", "大学生志愿者走进社区。"),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("seeds")
    rows = (json.dumps({"id": id, "title": title, "text": text}) for id, (title, text) in _ROWS.items())
    (folder / "新.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return Corpus.open(folder)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("热射病", ["门诊", "增多"]),
        ("热射病门诊", ["门诊"]),
        ("请问热射病患者怎么降温？", ["门诊", "增多"]),
        ("热射病怎么预防？", ["门诊", "增多"]),
        ("李春梅 热射病", ["门诊"]),
        ("热射病 郑州", []),
        ("中大", []),
        ("集中", ["力量"]),
        ("AI", ["邮件"]),
        ("ai校园", ["邮件"]),
        ("openai", ["邮件"]),
        ("医疗队", ["繁體"]),
        ("醫療隊 兒童", ["繁體"]),
        ("河南 心理健康", ["河南"]),
        ("南京 口腔", []),
        ("大学", ["大学"]),
        ("猴痘", []),
        ("热射饼", []),
        ('"热射病患者"', ["门诊", "增多"]),
        ("门诊 -热射病", []),
        ("门诊 来源:旧", []),
        ("门诊 来源:新", ["门诊"]),
        ("来源:新", list(_ROWS)),
        ("来源:新 -热射病", [row for row in _ROWS if row not in ("门诊", "增多")]),
        ("来源:旧", []),
        ("来源:新 的", list(_ROWS)),
        ("的", []),
        ("什么时候？", []),
        ("🌶️", []),
        ("", []),
    ],
)
def test_a_query(corpus: Corpus, query: str, ids: list[str]) -> None:
    """Every content word, as a word, close together or in the headline."""
    found = corpus.sightings([query], _ROWS)
    assert [s.article.id for s in found.get(query, [])] == ids


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("热射病怎么预防？", ("热射病",)),
        ("如何预防热射病", ("热射病",)),
        ("谁写的热射病", ("热射病",)),
        ("想知道哪里可以打疫苗", ("打疫苗",)),
        ("李春梅是哪家医院的主任", ("李春梅", "主任")),
        ("怎么预防", ("预防",)),
        ("热射病 预防", ("热射病", "预防")),
        ("李 预防", ("李", "预防")),
    ],
)
def test_which_words_of_a_question_matter(corpus: Corpus, query: str, words: tuple[str, ...]) -> None:
    """What a question is about, not what it asks of it; of keywords all."""
    assert corpus.watched_words(query) == words


def test_only_the_new_ones(corpus: Corpus) -> None:
    """Only the articles that are asked about are looked at; unknown ids are passed over."""
    assert corpus.sightings(["热射病"], ["河南", "unknown"]) == {}


def test_the_place(corpus: Corpus) -> None:
    """A sighting cites the lines that hold the words."""
    ((query, (seen,)),) = corpus.sightings(["心理健康"], _ROWS).items()
    assert "心理健康" in seen.article.text[seen.start : seen.end]
    assert seen.citation == "《河南启动宣传月》,新.jsonl 第1行" and query == "心理健康"


def test_content_words(corpus: Corpus) -> None:
    """A query of filler has no content words."""
    assert corpus.content_words("请问什么是热射病呀") == ("热射病",)
    assert corpus.content_words("请问是什么？") == ()


@given(st.lists(st.lists(st.integers(0, 900), min_size=1, max_size=8), min_size=1, max_size=4))
def test_the_narrowest_range(starts: list[list[int]]) -> None:
    """The range found is the shortest that holds one of each, if that is short enough."""
    places = [[(a, a + 2) for a in found] for found in starts]
    best = min(
        (max(c) + 2 - min(c) for c in _choices(starts)),
    )
    found = narrowest(places)
    assert (found is None) == (best > WINDOW)
    if found:
        assert found[1] - found[0] == best
        assert all(any(found[0] <= a and b <= found[1] for a, b in p) for p in places)


def _choices(starts: list[list[int]]) -> list[tuple[int, ...]]:
    chosen: list[tuple[int, ...]] = [()]
    for found in starts:
        chosen = [(*c, a) for c in chosen for a in found]
    return chosen


def test_an_empty_corpus(tmp_path: Path) -> None:
    """An empty corpus sees nothing."""
    assert Corpus.open(tmp_path).sightings(["热射病"], ["x"]) == {}
