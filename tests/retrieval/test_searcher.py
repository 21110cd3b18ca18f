"""The order in which articles come."""

from __future__ import annotations

from retrieval.corpus import Corpus
from retrieval.searcher import CANDIDATES


def test_a_larger_k_goes_on_where_a_smaller_one_ended(seeds: Corpus) -> None:
    """Whoever turns the page sees no article twice and misses none, also beyond the candidates that change places."""
    state = seeds._state
    terms = state.reader.read("医院 卫生健康 患者 医疗服务 志愿者").terms
    most = [s.number for s in state.searcher.search(terms, 40)]
    assert len(most) == len(set(most)) > CANDIDATES + 10
    for k in range(1, 40):
        assert [s.number for s in state.searcher.search(terms, k)] == most[:k]
