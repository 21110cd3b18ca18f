"""Question → ranked articles: the engine's score of the article plus the score of its best passage."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from retrieval.engines import Engine
from retrieval.indexing import IndexedArticle
from retrieval.records import Article

CANDIDATES = 20  # articles the engine proposes; more change nothing on CMRC 2018
FILTERED = 500  # … where conditions will throw most of them out
K1, B = 0.9, 0.75  # BM25 of a passage, as in the engine
REMEMBERED = 100_000  # terms whose idf is kept
PASSAGE_TERMS = 110  # a usual passage's number of terms: 100 characters, words and pairs


Keep = Callable[[Article], bool]


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate article, the engine's score, and its best passage with that passage's score."""

    entry: IndexedArticle
    article_score: float
    passage_score: float
    passage: int

    @property
    def score(self) -> float:
        """Article and best passage 1 : 1 (S@1 on CMRC .979 → .980; .5 : 1 and 2 : 1 are no better)."""
        return self.article_score + self.passage_score


class Searcher:
    """Ranks the articles of one corpus for a bag of weighted terms."""

    def __init__(self, engine: Engine, fetch: Callable[[str], IndexedArticle]) -> None:
        """Rank over `engine`; `fetch` gives the indexed article of an id."""
        self._engine = engine
        self._fetch = fetch
        self._idf: dict[str, float] = {}

    def without(self, entry: IndexedArticle) -> Searcher:
        """Return the same searcher with one article replaced by `entry`, a lesser version of it."""
        id = entry.article.id
        return Searcher(self._engine, lambda wanted: entry if wanted == id else self._fetch(wanted))

    def idf(self, term: str) -> float:
        """Return log(1 + (N - n + 0.5) / (n + 0.5)), Lucene's never-negative idf, over articles."""
        if term not in self._idf:
            if len(self._idf) > REMEMBERED:
                self._idf.clear()
            n = self._engine.document_frequency(term)
            self._idf[term] = math.log(1 + (len(self._engine) - n + 0.5) / (n + 0.5))
        return self._idf[term]

    def holds(self, term: str) -> bool:
        """Tell whether any article holds `term`."""
        return self._engine.document_frequency(term) > 0

    def search(self, terms: Mapping[str, float], k: int, keep: Keep | None = None) -> list[Scored]:
        """Return the best `k` articles that `keep` lets through, best first; ties break on the article's id."""
        weights = {t: w * self.idf(t) for t, w in terms.items()}
        found = []
        for hit in self._engine.search(terms, max(FILTERED if keep else CANDIDATES, k)):
            entry = self._fetch(hit.id)
            if keep is None or keep(entry.article):
                found.append(self._scored(entry, hit.score, weights))
        found.sort(key=lambda s: (-s.score, s.entry.article.id))
        return found[:k]

    def term_scores(self, terms: Mapping[str, float], id: str) -> dict[str, float]:
        """Return what each term gives the article `id`, for an explanation; one search a term."""
        scores = {}
        for term, weight in terms.items():
            hits = self._engine.search({term: weight}, FILTERED) if self.holds(term) else []
            scores[term] = next((hit.score for hit in hits if hit.id == id), 0.0)
        return scores

    def _scored(self, entry: IndexedArticle, score: float, weights: Mapping[str, float]) -> Scored:
        best, best_passage = 0.0, 0
        for p, value in enumerate(passage_scores(entry, weights)):
            if value > best:
                best, best_passage = value, p
        return Scored(entry, score, best, best_passage)


def passage_scores(entry: IndexedArticle, weights: Mapping[str, float]) -> list[float]:
    """Return the BM25 score of each passage for terms with weights (idf included)."""
    of_sentence = [p for p, (a, b) in enumerate(entry.groups) for _ in range(a, b)]
    lengths = [sum(entry.lengths[a:b]) for a, b in entry.groups]
    scores = [0.0] * len(lengths)
    for term, weight in weights.items():
        where = entry.postings.get(term)
        if not where:
            continue
        counts: dict[int, int] = {}
        for sentence, n in where.items():
            p = of_sentence[sentence]
            counts[p] = counts.get(p, 0) + n
        for p, n in counts.items():
            scores[p] += weight * n * (K1 + 1) / (n + K1 * (1 - B + B * lengths[p] / PASSAGE_TERMS))
    return scores
