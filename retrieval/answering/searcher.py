"""Question → ranked articles: the engine's score of the article plus the score of its best passage."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.engines import Engine, EngineHit
from retrieval.engines.base import K1, B
from retrieval.index.indexing import Candidate, IndexedArticle, PassageTerms, term_keys
from retrieval.records import Article

# Articles the engine proposes. 8, 12 and 20 find the same of 3,219 questions of CMRC 2018 (.984), 12 and 20 the same of
# our own 698; of 1,000 pieces of sentences out of 20,000 news 8 find .878, 12 .882, 20 .883.
CANDIDATES = 12
FILTERED = 500  # … where conditions will throw most of them out
# Share of the articles from which a term proposes none: the engine would read the longest lists for what tells least.
# Half of a search at a million passages; the answers to 698 questions of our own, to CMRC 2018 and to 600 about 20,000
# news stay the same, and the first five differ by 1.5%. At .2 other articles come first now and then.
COMMON = 0.3
REMEMBERED = 100_000  # terms whose idf is kept
_ENDS = 0xFFF  # by the last 12 bits of their keys most terms are told from those that are asked for
PASSAGE_TERMS = 110  # a usual passage's number of terms: 100 characters, words and pairs


Keep = Callable[[Article], bool]


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate article, the engine's score, and its best passage with that passage's score."""

    number: int
    entry: IndexedArticle
    article_score: float
    passage_score: float

    @property
    def score(self) -> float:
        """Article and best passage 1 : 1 (S@1 on CMRC .979 → .980; .5 : 1 and 2 : 1 are no better)."""
        return self.article_score + self.passage_score


class Shelf(Protocol):
    """Where articles are fetched from."""

    def candidates(self, numbers: Iterable[int]) -> list[Candidate]:
        """Return id, file and terms of these articles."""
        ...

    def entries(self, numbers: Iterable[int]) -> list[IndexedArticle]:
        """Return the articles with these numbers."""
        ...


class _Known(NamedTuple):
    """In how many articles a term stands, and what that makes it worth."""

    articles: int
    idf: float


class Searcher:
    """Ranks the articles of one corpus for a bag of weighted terms."""

    def __init__(self, engine: Engine, shelf: Shelf) -> None:
        """Rank over `engine`; `shelf` gives the articles that it numbers."""
        self._engine = engine
        self._shelf = shelf
        self._known: dict[str, _Known] = {}

    def without(self, entry: IndexedArticle) -> Searcher:
        """Return the same searcher with one article replaced by `entry`, a lesser version of it."""
        return Searcher(self._engine, _Instead(self._shelf, entry))

    def idf(self, term: str) -> float:
        """Return log(1 + (N - n + 0.5) / (n + 0.5)), Lucene's never-negative idf, over articles."""
        return self._about(term).idf

    def holds(self, term: str) -> bool:
        """Tell whether any article holds `term`."""
        return self._about(term).articles > 0

    def _about(self, term: str) -> _Known:
        return self._known.get(term) or self._ask([term])[term]

    def look_up(self, terms: Iterable[str]) -> None:
        """Ask the engine, which may be far away, about the terms that it was not asked about yet, all at once."""
        if new := [term for term in terms if term not in self._known]:
            self._ask(new)

    def _ask(self, terms: list[str]) -> dict[str, _Known]:
        """Ask the engine about all of these, though another thread may learn of some meanwhile."""
        size = len(self._engine)
        found = {
            term: _Known(n, math.log(1 + (max(size - n, 0) + 0.5) / (n + 0.5)))
            for term, n in self._engine.document_frequencies(terms).items()
        }
        if len(self._known) > REMEMBERED:
            self._known = {}
        self._known.update(found)
        return found

    def search(self, terms: Mapping[str, float], k: int, keep: Keep | None = None) -> list[Scored]:
        """Return the best `k` articles that `keep` lets through, best first by their score.

        Only the first CANDIDATES of the engine, or FILTERED where there is `keep`, are weighed by their passages too, so
        that a larger `k` goes on where a smaller one ended. Ties break on the article's id, its file and its place there.
        """
        self.look_up(terms)
        weights = {t: w * self.idf(t) for t, w in terms.items()}
        weighed = FILTERED if keep else CANDIDATES
        hits = self._propose(terms, max(weighed, k))
        candidates = self._shelf.candidates(hit.number for hit in hits[:weighed])
        scores = best_passages([c.terms for c in candidates], weights)
        best = sorted(
            (-(hit.score + score), c.id, c.source, hit.number, hit.score, score)
            for hit, c, score in zip(hits[:weighed], candidates, scores, strict=True)
        )
        ranked = [row[-3:] for row in best]
        # What comes behind has the engine's score alone, which is less; that of common words counts otherwise.
        least = -best[-1][0] if best else 0.0
        for hit in hits[weighed:]:
            least = min(least, hit.score)
            ranked.append((hit.number, least, 0.0))
        found: list[Scored] = []
        for start in range(0, len(ranked), k):  # as a rule the first `k` will do
            some = ranked[start : start + k]
            entries = self._shelf.entries(number for number, *_ in some)
            scored = [Scored(number, e, a, p) for (number, a, p), e in zip(some, entries, strict=True)]
            found += [s for s in scored if keep is None or keep(s.entry.article)]
            if len(found) >= k:
                break
        return found[:k]

    def _propose(self, terms: Mapping[str, float], k: int) -> list[EngineHit]:
        """Return the best `k` articles by their telling terms; behind them those that hold common ones alone."""
        telling = self._telling(terms)
        hits = self._engine.search(telling, k)
        if len(hits) < k and len(telling) < len(terms):
            there = {hit.number for hit in hits}
            hits += [hit for hit in self._engine.search(terms, k) if hit.number not in there]
        return hits[:k]

    def _telling(self, terms: Mapping[str, float]) -> Mapping[str, float]:
        """Return the terms that are not common, all where all are."""
        most = COMMON * len(self._engine)
        return {t: w for t, w in terms.items() if self._about(t).articles <= most} or terms

    def term_scores(self, terms: Mapping[str, float], number: int) -> dict[str, float]:
        """Return what each telling term gives the article `number`, for an explanation; one search a term."""
        self.look_up(terms)
        scores = {}
        for term, weight in self._telling(terms).items():
            hits = self._engine.search({term: weight}, FILTERED) if self.holds(term) else []
            scores[term] = next((hit.score for hit in hits if hit.number == number), 0.0)
        return scores


class _Instead:
    """A shelf on which one article is another version of itself."""

    def __init__(self, shelf: Shelf, entry: IndexedArticle) -> None:
        self._shelf = shelf
        self._instead = entry

    def candidates(self, numbers: Iterable[int]) -> list[Candidate]:
        found = self._shelf.candidates(numbers)
        return [
            c._replace(terms=self._instead.terms) if c.id == self._instead.article.id else c for c in found
        ]

    def entries(self, numbers: Iterable[int]) -> list[IndexedArticle]:
        found = self._shelf.entries(numbers)
        return [self._instead if e.article.id == self._instead.article.id else e for e in found]


def best_passages(articles: list[PassageTerms], weights: Mapping[str, float]) -> list[float]:
    """Return, for each article, the BM25 score of its best passage.

    All articles are scored at once: a dozen news articles against twenty terms take 0.2 ms.
    """
    if not articles:
        return []
    sizes, lengths, keys, counts = (
        np.concatenate([getattr(a, name) for a in articles])
        for name in ("sizes", "lengths", "keys", "counts")
    )
    of_entry = np.repeat(np.arange(len(sizes)), sizes)
    norms = K1 * (1 - B + B * lengths / PASSAGE_TERMS)
    at, term = _found(keys, np.array(term_keys(weights), np.uint32))
    weight = np.array(list(weights.values()))[term]
    n, p = counts[at], of_entry[at]
    scores = np.bincount(p, weight * n * (K1 + 1) / (n + norms[p]), len(sizes))
    out, start = [], 0
    for article in articles:
        own = scores[start : start + len(article.sizes)]
        start += len(own)
        out.append(float(own.max(initial=0.0)))
    return out


def _found(keys: NDArray[np.uint32], asked: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where the keys asked for stand in `keys`, and which one stands there; one after the other."""
    alike = np.zeros(_ENDS + 1, np.bool_)
    alike[asked & _ENDS] = True
    places = alike.take(keys & _ENDS).nonzero()[0]  # few, and among them all that are asked for
    there = keys.take(places)
    order = asked.argsort()
    term = order.take(asked.searchsorted(there, sorter=order), mode="clip")
    same = asked.take(term) == there
    places, term = places[same], term[same]
    by_term = term.argsort(kind="stable")
    return places[by_term], term[by_term]
