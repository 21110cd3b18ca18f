"""One article read with one question in mind: which of its words stand in which sentence?"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from retrieval.asking.questions import Query, Unit
from retrieval.asking.wants import Want
from retrieval.index.indexing import IndexedArticle
from retrieval.language.analysis import BIGRAM_MARK
from retrieval.language.dictionary import general_count
from retrieval.language.lexicon import META_NOUN
from retrieval.language.phrases import RARE, Shape, phrases_of
from retrieval.records import HEAD_ROLES, Range, Role

SYNONYM_CREDIT = 0.7  # another word for it counts less than the word itself
NEAR_ASKED = 5.0  # characters from the question word over which a word's say in what is asked falls to 1/e
_ASKS = re.compile(r"\?\s*(?:[(（][^()（）]+[)）]\s*)?$")  # who asks may sign behind it
PARTIAL_CREDIT = 0.8  # a word all of whose character pairs are there, but not in a row


class Match(NamedTuple):
    """A content word of the question met in a sentence: its range there, whose it is, and what it counts."""

    start: int
    end: int
    unit: int
    credit: float


class Sentence(NamedTuple):
    """A sentence with the matches in it; `normal` is as long as the original, so ranges carry over.

    Where it answers a question of the page's own, that stands before it: so many characters of `normal` and the blanks
    between are `lead`.
    """

    normal: str
    matches: list[Match]
    lead: int = 0


class Weighed:
    """A question with what its words and its character pairs weigh in a corpus, whatever article is read."""

    def __init__(self, query: Query, idf: Callable[[str], float]) -> None:
        """Weigh the words of `query` by `idf`."""
        self.query = query
        self.words = [u.say * max(idf(w) for w in (u.word, *u.others[:1])) for u in query.units]
        self.total = sum(self.words) or 1.0
        self.pairs = {t[len(BIGRAM_MARK) :]: idf(t) for t in query.terms if t.startswith(BIGRAM_MARK)}
        self.pairs_total = sum(self.pairs.values()) or 1.0
        self.ways = [tuple(_ways(unit)) for unit in query.units]
        self.near = [
            w * math.exp(-_apart(u, query.place) / NEAR_ASKED)
            for w, u in zip(self.words, query.units, strict=True)
        ]
        self.near_total = sum(self.near) or 1.0


class _Met(NamedTuple):
    """A content word met in a sentence: whose it is, what it counts, and its spellings with where they stand."""

    unit: int
    credit: float
    found: list[tuple[int, str]]


class Reading:
    """One article read with one question in mind.

    What a sentence holds of the question is kept by unit, and only where there is any: most sentences hold none.
    """

    def __init__(self, question: Weighed, entry: IndexedArticle) -> None:
        """Read `entry` for `question`."""
        self.query = question.query
        self.entry = entry
        self.text = entry.normal
        self.weights = question.words
        self.total = question.total
        self.near_weights = question.near
        self.near_total = question.near_total
        self._question = question
        self._starts = [start for start, _ in entry.sentences]
        self._ends = [end for _, end in entry.sentences]

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self._starts)

    def sentence_at(self, at: int) -> int:
        """Return the number of the sentence in which a character of the text stands, or behind which, 0 before all."""
        return max(bisect_right(self._starts, at) - 1, 0)

    def text_of(self, i: int) -> str:
        """Return sentence `i` in normal form."""
        return self.text[self._starts[i] : self._ends[i]]

    def sentence(self, i: int) -> Sentence:
        """Return sentence `i` with its matches."""
        return self._between(i, i)

    def answering(self, i: int) -> Sentence:
        """Return sentence `i` with its matches, behind the question of the page's own that it answers, if it does."""
        return self._between(i - 1 if i and self.asks(i - 1) else i, i)

    def _between(self, begins: int, i: int) -> Sentence:
        first = self._starts[begins]
        matches = [
            Match(at - first, at - first + len(word), unit, credit)
            for met in self._met[begins : i + 1]
            for unit, credit, found in met
            for at, word in found
        ]
        return Sentence(self.text[first : self._ends[i]], matches, self._starts[i] - first)

    def asks(self, i: int) -> bool:
        """Tell whether sentence `i` of the body is a question."""
        return self.roles[i] is Role.BODY and _ASKS.search(self.text_of(i)) is not None

    def tells(self, i: int) -> bool:
        """Tell whether sentence `i` tells something: a headline only names what is told, and a question asks."""
        return self.roles[i] not in HEAD_ROLES and not self.asks(i)

    @cached_property
    def roles(self) -> list[Role]:
        """Per sentence, the role of the article's part in which it begins."""
        parts = self.entry.article.parts
        begins = [part.start for part in parts]
        return [parts[bisect_right(begins, start) - 1].role for start in self._starts]

    @cached_property
    def people(self) -> list[str]:
        """The names of people that the article gives in a way that tells them for names; it may use them in others."""
        texts = map(self.text_of, range(len(self)))
        names = {text[p.start : p.end] for text in texts for p in phrases_of(text, Shape.PERSON)}
        return sorted(name for name in names if general_count(name) <= RARE)  # 高峰 is a word too

    @cached_property
    def _met(self) -> list[list[_Met]]:
        """Per sentence, the words of the question that it holds, each by the first spelling that it has of it."""
        met: list[list[_Met]] = [[] for _ in self._starts]
        for u, ways in enumerate(self._question.ways):
            settled: set[int] = set()
            for spellings, credit in ways:
                known = [(word, places) for word in spellings if (places := self._places(word))]
                # 华山医院 is no word of an article that has but its 医院: of its pairs those that are missing count too.
                counted = len(known) if 2 * len(known) >= len(spellings) else len(spellings)
                found: dict[int, list[tuple[int, str]]] = {}
                for word, places in known:
                    for i, at in places:
                        found.setdefault(i, []).append((at, word))
                for i, here in found.items():
                    if i in settled:
                        continue
                    settled.add(i)
                    share = len({word for _, word in here}) / counted if credit == PARTIAL_CREDIT else 1
                    met[i].append(_Met(u, credit * share, here))
        return met

    def _places(self, word: str, once: bool = False) -> list[tuple[int, int]]:
        """Return where `word` stands: the number of the sentence, and the place in the text.

        None overlap; with `once` it is the first place of each sentence.
        """
        text, ends = self.text, self._ends
        places: list[tuple[int, int]] = []
        at = text.find(word)
        while at >= 0:
            i = self.sentence_at(at)
            end = at + len(word)
            whole = end <= ends[i]  # not over a sentence's end
            if whole:
                places.append((i, at))
                end = ends[i] if once else end
            at = text.find(word, end if whole else at + 1)
        return places

    @cached_property
    def held(self) -> list[dict[int, float]]:
        """Per sentence, the units that it holds with the credit for it."""
        return [{unit: credit for unit, credit, _ in met} for met in self._met]

    def covered(self, rows: range) -> float:
        """Return the weighted share of the question's words that these neighbouring sentences hold together."""
        return sum([self.weights[u] * credit for u, credit in self.together(rows).items()]) / self.total

    def missing(self, rows: range) -> float:
        """Return the weight, as a share of all, of the weightiest word that these neighbouring sentences lack.

        A word that only names what is asked for, as 职务 does a post, no page prints.
        """
        best, units = self.together(rows), self.query.units
        lacking = [
            w * (1 - best.get(u, 0.0))
            for u, w in enumerate(self.weights)
            if not (self.query.want is Want.POST and META_NOUN.fullmatch(units[u].word))
        ]
        return max(lacking, default=0.0) / self.total

    def together(self, rows: Iterable[int]) -> dict[int, float]:
        """Return the units that these sentences hold together, with the best credit for each."""
        holding = [row for row in map(self.held.__getitem__, rows) if row]
        if len(holding) == 1:
            return holding[0]
        best: dict[int, float] = {}
        for row in holding:
            for unit, credit in row.items():
                if credit > best.get(unit, 0.0):
                    best[unit] = credit
        return best

    def around(self, i: int) -> range:
        """Return the numbers of sentence `i` and its neighbours."""
        return range(max(i - 1, 0), min(i + 2, len(self)))

    @cached_property
    def local_weights(self) -> list[float]:
        """Per unit, how much it tells the sentences of this article apart (idf over its sentences)."""
        n, held = len(self), [0] * len(self.weights)
        for row in self.held:
            for unit in row:
                held[unit] += 1
        return [w * math.log(1 + (n - h + 0.5) / (h + 0.5)) for w, h in zip(self.weights, held, strict=True)]

    @cached_property
    def local_total(self) -> float:
        """The sum of the local weights, never 0."""
        return sum(self.local_weights) or 1.0

    @cached_property
    def pairs(self) -> list[float]:
        """Per sentence, the weighted share of the question's character pairs that it holds."""
        shares = [0.0] * len(self)
        for pair, weight in self._question.pairs.items():
            for i, _ in self._places(pair, once=True):
                shares[i] += weight / self._question.pairs_total
        return shares


def _apart(unit: Unit, place: Range) -> int:
    """Return how many characters stand between a word of the question and the place where it asks."""
    return max(place[0] - unit.end, unit.start - place[1], 0)


def _ways(unit: Unit) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield how a word may be met, with what that counts: as it is, else other words for it, else its pairs."""
    yield (unit.word,), 1.0
    yield unit.others, SYNONYM_CREDIT
    if len(unit.word) > 2:
        pairs = dict.fromkeys(unit.word[i : i + 2] for i in range(len(unit.word) - 1))
        yield tuple(pairs), PARTIAL_CREDIT
