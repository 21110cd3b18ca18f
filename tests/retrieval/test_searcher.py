"""The order in which articles come."""

from __future__ import annotations

import json

import pytest

from retrieval.answering.searcher import CANDIDATES, Scored, Searcher
from retrieval.corpus import Corpus


def test_a_larger_k_goes_on_where_a_smaller_one_ended(seeds: Corpus) -> None:
    """Whoever turns the page sees no article twice and misses none, also beyond the candidates that change places."""
    state = seeds._state
    terms = state.reader.read("医院 卫生健康 患者 医疗服务 志愿者").terms
    most = [s.number for s in state.searcher.search(terms, 40)]
    assert len(most) == len(set(most)) > CANDIDATES + 10
    for k in range(1, 40):
        assert [s.number for s in state.searcher.search(terms, k)] == most[:k]


@pytest.mark.parametrize("asked", ["医院", "医院 卫生健康 患者 志愿者", "来源:000_ee8f0813d121c604.txt 医院"])
@pytest.mark.parametrize("k", [5, 12, 40])
def test_hits_come_best_first(seeds: Corpus, asked: str, k: int) -> None:
    """No hit has a better score than one before it: under a condition, and behind those that passages give their places."""
    scores = [hit.score for hit in seeds.ask(asked, k=k).hits]
    assert len(scores) >= 5
    assert scores == sorted(scores, reverse=True)


@pytest.fixture(scope="module", params=["rank-bm25", "tantivy"])
def talks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Sixty notices of health talks; every fourth tells at length that its talk is held in 东湖."""
    folder = tmp_path_factory.mktemp("talks")
    notes = (
        f"第{n}场健康讲座今天开讲。" + "地点在东湖书院，欢迎街坊前来听讲，茶水自备，座位有限。" * (n % 4 == 0)
        for n in range(60)
    )
    rows = (json.dumps({"title": f"通知{n}", "text": text}) for n, text in enumerate(notes))
    (folder / "talks.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return Corpus.open(folder, engine=request.param)._state.searcher


ASKED = {"健康": 1.0, "讲座": 1.0, "东湖": 0.1}


def _in_donghu(found: list[Scored]) -> list[bool]:
    return ["东湖" in s.entry.article.text for s in found]


def test_what_stands_everywhere_proposes_nothing(talks: Searcher) -> None:
    """Three in four notices hold more of the question in fewer words, yet by what is everywhere none is chosen."""
    assert _in_donghu(talks.search(ASKED, CANDIDATES)) == [True] * CANDIDATES
    assert list(talks.term_scores(ASKED, 1)) == ["东湖"]


def test_those_that_hold_common_words_alone_come_behind(talks: Searcher) -> None:
    """Where no telling word is left, common ones still find: nothing is lost, and pages go on from one another."""
    most = talks.search(ASKED, 60)
    assert _in_donghu(most) == [True] * 15 + [False] * 45
    for k in (1, 5, 14, 16, 40):
        assert [s.number for s in talks.search(ASKED, k)] == [s.number for s in most[:k]]


def test_where_all_words_are_common_all_propose(talks: Searcher) -> None:
    """A question of nothing but common words is answered by them."""
    assert len(talks.search({"健康": 1.0, "讲座": 1.0}, 5)) == 5


def test_what_is_known_of_terms_may_be_forgotten_in_between(
    talks: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When too many terms are remembered all are forgotten, also those that are about to be weighed."""
    before = talks.term_scores(ASKED, 1)
    monkeypatch.setattr("retrieval.answering.searcher.REMEMBERED", 0)
    assert talks.term_scores({**ASKED, "茶水": 1.0}, 1).keys() >= before.keys()


class AskedMeanwhile(dict[str, object]):
    """What is known of terms, where another thread always learns of one right after it was looked up in vain."""

    def get(self, *_: object) -> None:  # type: ignore[override]
        return None


def test_another_thread_asks_of_the_same_term(talks: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks up a term right before another thread learns of it gets the same answer, and no error."""
    expected = talks.idf("东湖")
    monkeypatch.setattr(talks, "_known", AskedMeanwhile(talks._known))
    assert talks.idf("东湖") == expected
