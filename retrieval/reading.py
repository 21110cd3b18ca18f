"""One article read with one question in mind: which of its words stand in which sentence?"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import mul
from typing import NamedTuple

from retrieval.analysis import BIGRAM_MARK
from retrieval.indexing import IndexedArticle
from retrieval.questions import Query, Unit
from retrieval.records import Role

SYNONYM_CREDIT = 0.7  # another word for it counts less than the word itself
PARTIAL_CREDIT = 0.8  # a word all of whose character pairs are there, but not in a row


class Match(NamedTuple):
    """A content word of the question met in a sentence: its range there, whose it is, and what it counts."""

    start: int
    end: int
    unit: int
    credit: float


class Sentence(NamedTuple):
    """A sentence with the matches in it; `normal` is as long as the original, so ranges carry over."""

    number: int
    start: int
    normal: str
    matches: tuple[Match, ...]
    role: Role


class Reading:
    """One article read with one question in mind."""

    def __init__(self, query: Query, entry: IndexedArticle, idf: Callable[[str], float]) -> None:
        """Read `entry` for `query`; `idf` weighs the words."""
        self.query = query
        self.entry = entry
        self.text = entry.normal
        self.weights = [u.say * max(idf(w) for w in (u.word, *u.others[:1])) for u in query.units]
        self.total = sum(self.weights) or 1.0
        pairs = {t[len(BIGRAM_MARK) :]: idf(t) for t in query.terms if t.startswith(BIGRAM_MARK)}
        self._pairs_total = sum(pairs.values())
        self._pairs = {pair: weight for pair, weight in pairs.items() if pair in self.text}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence of the article with its matches."""
        matches: list[list[Match]] = [[] for _ in self._starts]
        for u, unit in enumerate(self.query.units):
            for i, found in self._matches(unit, u).items():
                matches[i] += found
        parts = self.entry.article.parts
        begins = [p.start for p in parts]
        out = []
        for i, (start, end) in enumerate(self.entry.sentences):
            part = parts[bisect_right(begins, start) - 1]
            out.append(Sentence(i, start, self.text[start:end], tuple(matches[i]), part.role))
        return out

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.entry.sentences]

    def _matches(self, unit: Unit, u: int) -> dict[int, list[Match]]:
        """Return the matches of a word by the number of their sentence, in each by the first way that has any."""
        settled: dict[int, list[Match]] = {}
        for way in _spellings(unit, self.text):
            found: dict[int, list[tuple[int, int]]] = {}
            for n, (word, _) in enumerate(way):
                for i, at in self._occurrences(word):
                    found.setdefault(i, []).append((n, at))
            partial = way[0][1] == PARTIAL_CREDIT
            for i, places in found.items():
                if i not in settled:
                    share = len({n for n, _ in places}) / len(way) if partial else 1.0
                    first = self._starts[i]
                    settled[i] = [
                        Match(at - first, at - first + len(way[n][0]), u, way[n][1] * share)
                        for n, at in places
                    ]
        return settled

    def _occurrences(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield the number of the sentence and the place in the text where `word` stands, none overlapping."""
        at = self.text.find(word)
        while at >= 0:
            i = bisect_right(self._starts, at) - 1
            whole = i >= 0 and at + len(word) <= self.entry.sentences[i][1]  # not over a sentence's end
            if whole:
                yield i, at
            at = self.text.find(word, at + (len(word) if whole else 1))

    @cached_property
    def coverage(self) -> list[list[float]]:
        """Per sentence and unit, the best credit of a match."""
        table = []
        for s in self.sentences:
            row = [0.0] * len(self.weights)
            for m in s.matches:
                if m.credit > row[m.unit]:
                    row[m.unit] = m.credit
            table.append(row)
        return table

    def covered(self, rows: range) -> float:
        """Return the weighted share of the question's words that these neighbouring sentences hold together."""
        return float(sum(map(mul, self.weights, self._best(rows)))) / self.total

    def missing(self, rows: range) -> float:
        """Return the weight, as a share of all, of the weightiest word that these neighbouring sentences lack."""
        lacks = (w * (1 - c) for w, c in zip(self.weights, self._best(rows), strict=True))
        return max(lacks, default=0.0) / self.total

    def _best(self, rows: range) -> list[float]:
        table = self.coverage[rows.start : rows.stop]
        return list(map(max, *table)) if len(table) > 1 else table[0]

    def around(self, i: int) -> range:
        """Return the numbers of sentence `i` and its neighbours."""
        return range(max(i - 1, 0), min(i + 2, len(self.coverage)))

    @cached_property
    def local_weights(self) -> list[float]:
        """Per unit, how much it tells the sentences of this article apart (idf over its sentences)."""
        n = len(self.coverage)
        held = [sum(1 for row in self.coverage if row[u]) for u in range(len(self.weights))]
        return [w * math.log(1 + (n - h + 0.5) / (h + 0.5)) for w, h in zip(self.weights, held, strict=True)]

    @cached_property
    def local_total(self) -> float:
        """The sum of the local weights, never 0."""
        return sum(self.local_weights) or 1.0

    def pairs(self, i: int) -> float:
        """Return the weighted share of the question's character pairs that sentence `i` holds."""
        if not self._pairs_total:
            return 0.0
        normal = self.sentences[i].normal
        return sum([weight for pair, weight in self._pairs.items() if pair in normal]) / self._pairs_total


Spelling = tuple[str, float]


def _spellings(unit: Unit, text: str) -> list[list[Spelling]]:
    """Return how a word may be met in `text`, with credits: itself, else other words, else its pairs."""
    ways: list[list[Spelling]] = [[(unit.word, 1.0)], [(w, SYNONYM_CREDIT) for w in unit.others]]
    if len(unit.word) > 2:
        pairs = [unit.word[i : i + 2] for i in range(len(unit.word) - 1)]
        ways.append([(pair, PARTIAL_CREDIT) for pair in pairs])
    return [found for way in ways if (found := [(w, c) for w, c in way if w in text])]
