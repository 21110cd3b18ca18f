"""Weigh what speaks for a sentence, and for a phrase in it, as the answer to a question.

Each weight below was fitted (tests/benchmarks/fit_evidence.py): a conditional logit over all phrases of the
right article, on 320 questions, those shared and our own, and at a tenth of the weight 510 of CMRC 2018.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import mul

from retrieval.lexicon import POST_NOUN
from retrieval.measures import ANY_MEASURE, measure_of
from retrieval.phrases import Phrase, Shape, find_phrases, find_rests
from retrieval.questions import Want
from retrieval.reading import Reading
from retrieval.records import HEAD_ROLES, Range, Role

# How well a shape answers what is wanted: 2 just that, 1 possibly, 0 hardly.
_P, _O, _L, _Q = Shape.PERSON, Shape.ORGANISATION, Shape.LIST, Shape.QUOTED
FITS: dict[Want, dict[Shape, int]] = {
    Want.WHO: {_P: 2, _O: 1, Shape.REPORTER: 0, _L: 0},
    Want.HOUSE: {_O: 2, Shape.NOUN: 2, Shape.PLACE: 0, _L: 1, Shape.REST: 1},
    Want.POST: {Shape.POST: 2, _O: 0, Shape.REST: 1},
    Want.WHEN: {Shape.DATE: 2, Shape.NUMBER: 0, Shape.ORDINAL: 0},
    Want.WHERE: {Shape.PLACE: 2, _O: 2},
    Want.HOW_MANY: {Shape.NUMBER: 2, Shape.DATE: 0, Shape.ORDINAL: 0},
    Want.LIST: {_L: 2, _Q: 1, Shape.CLAUSE: 0, Shape.GLOSS: 0, _O: 1, Shape.REST: 1},
    Want.WHY: {Shape.CAUSE: 2, Shape.CLAUSE: 1, Shape.REST: 1},
    Want.DEFINITION: {Shape.GLOSS: 2, _Q: 1, Shape.CLAUSE: 1, _L: 1, Shape.NOUN: 1, Shape.REST: 1},
    Want.HEADLINE: {},
    Want.WHAT: {
        _Q: 2,
        Shape.NOUN: 2,
        Shape.REST: 2,
        _O: 1,
        Shape.CLAUSE: 1,
        Shape.GLOSS: 1,
        _L: 1,
        Shape.PLACE: 0,
    },
}

# Wants that only these shapes can answer; where a sentence holds none, no phrase is marked.
_STRICT = frozenset({Want.WHO, Want.WHEN, Want.WHERE, Want.HOW_MANY, Want.POST})
_FAR = 256  # characters; beyond that a word has no say in a phrase
_DECAY = [math.exp(-gap / 12.0) for gap in range(_FAR)]  # the say falls to 1/e over 12 characters
_CLAUSE_END = frozenset(",，。;；:：!！?？\n")
_BYLINE = re.compile(r"记者|通讯员|作者|摄|拍|撰|采写|供稿|供图|编辑|谁写|reporter|photo")
_SOMEBODY = re.compile(
    rf"{POST_NOUN.pattern}|哪一?位|姓名|名字|叫[什啥]|记者|医生|大夫|护士|专家|患者|院士|老师"
)
_QUOTES = re.compile(r"[“”‘’「」『』\"《》\s]")

# In the order of sentence_features: words held, words that tell this article's sentences apart, words held by
# the neighbours, character pairs held, is it a headline or byline, length.
SENTENCE_WEIGHTS = (1.52, 4.56, 1.9, 1.07, -0.89, -1.32)
# In the order of phrase_features: fits well, fits, does not fit, near the question's words, in one clause with
# them, made of them, same words before and behind, same character before and behind, ends in the focus, holds or meets the focus, length, a reporter where one is asked for,
# right measure, wrong measure, stands in the question, a bare clause, long.
PHRASE_WEIGHTS = (
    3.12,
    0.39,
    -0.33,
    1.85,
    0.78,
    0.88,
    1.35,
    1.0,
    1.77,
    0.85,
    1.57,
    1.76,
    2.44,
    2.08,
    1.37,
    -1.37,
    -2.14,
    1.88,
    -1.81,
    0.27,
)
READ_SENTENCES = 6  # sentences of the best article whose phrases are weighed


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of an article that answers best, and the phrase in it, if one is good enough.

    `scores` holds the score of every sentence, `features` those of the phrase; `phrase` is a range of the
    article's text.
    """

    sentence: int
    score: float
    scores: tuple[float, ...]
    phrase: Range | None = None
    shape: Shape | None = None
    features: tuple[float, ...] = ()


def sentence_features(reading: Reading, i: int) -> list[float]:
    """Return the features of sentence `i`, in the order of SENTENCE_WEIGHTS."""
    s, row = reading.sentences[i], reading.coverage[i]
    own = sum(map(mul, reading.weights, row)) / reading.total
    local = sum(map(mul, reading.local_weights, row))
    near = reading.covered(reading.around(i))
    return [
        own,
        local / reading.local_total,
        near - own,
        reading.pairs(i),
        float(s.role in HEAD_ROLES),
        math.log(len(s.normal) + 1) / 5,
    ]


class PhraseWeigher:
    """Weighs the phrases of one sentence."""

    def __init__(self, reading: Reading, i: int) -> None:
        """Weigh in sentence `i` of `reading`."""
        self._reading = reading
        self._s = reading.sentences[i]
        self._fits = FITS[reading.query.want]
        if reading.query.want is Want.WHO and _SOMEBODY.search(reading.query.normal):
            self._fits = {shape: fit for shape, fit in self._fits.items() if shape is not Shape.ORGANISATION}
        measure = measure_of(reading.query) if reading.query.want is Want.HOW_MANY else ANY_MEASURE
        self._measure = None if measure is ANY_MEASURE else measure
        self._byline = bool(_BYLINE.search(reading.query.normal))

    def phrases(self) -> Iterable[Phrase]:
        """Yield every phrase of the sentence that could answer this question."""
        query, s = self._reading.query, self._s
        if query.want in _STRICT:
            yield from find_phrases(s.normal, frozenset(self._fits))
        else:
            yield from find_phrases(s.normal)
            yield from find_rests(s.normal, query.focus, [(m.start, m.end) for m in s.matches])

    def features(self, phrase: Phrase) -> list[float]:
        """Return the features of `phrase`, in the order of PHRASE_WEIGHTS."""
        query, text = self._reading.query, self._s.normal[phrase.start : phrase.end]
        fit = self._fits.get(phrase.shape, -1)
        near, near_same, inside = self._nearness(phrase)
        focus = query.focus
        ends = bool(focus) and text.endswith(focus)
        meets = bool(focus) and not ends and (focus in text or self._s.normal.startswith(focus, phrase.end))
        measured = self._measure.search(text) is not None if self._measure else None
        return [
            float(fit == 2),
            float(fit == 1),
            float(fit == -1),
            near,
            near_same,
            inside,
            *self._context(phrase),
            float(ends),
            float(meets),
            math.log(min(len(text), 12)) / 3,
            float(phrase.shape is Shape.REPORTER and self._byline),
            float(measured is True),
            float(measured is False),
            float(text in query.normal),
            float(phrase.shape is Shape.CLAUSE),
            float(phrase.shape is Shape.REST),
            float(len(text) > 24),
        ]

    @cached_property
    def _ends_before(self) -> list[int]:
        """For each character, how many clause ends stand before it."""
        return list(accumulate(map(_CLAUSE_END.__contains__, self._s.normal), initial=0))

    def _nearness(self, phrase: Phrase) -> tuple[float, float, float]:
        """Return how near the question's words stand, how many in one clause, and the share made of them."""
        reading, ends = self._reading, self._ends_before
        start, end = phrase.start, phrase.end
        best = [0.0] * len(reading.weights)
        same = best[:]
        inside = 0
        for first, last, unit, credit in self._s.matches:
            if start <= first and last <= end:
                inside += last - first
                continue
            gap = start - last if last <= start else first - end
            value = credit * _DECAY[max(gap, 0)] if gap < _FAR else 0.0
            if value > best[unit]:
                best[unit] = value
            if credit > same[unit] and ends[max(first, start)] == ends[min(last, end)]:
                same[unit] = credit
        weights, total = reading.weights, reading.total
        near = sum(map(mul, weights, best)) / total
        near_same = sum(map(mul, weights, same)) / total
        return near, near_same, min(inside / (end - start), 1.0)

    @cached_property
    def _gap_context(self) -> tuple[str, str]:
        query = self._reading.query
        if query.gap is None:
            return "", ""
        a, b = query.gap
        behind = query.normal[b : b + 8].removeprefix(query.focus)
        return _bare(query.normal[max(a - 6, 0) : a]), _bare(behind)[:6]

    @cached_property
    def _gap_pairs(self) -> tuple[list[str], list[str]]:
        before, behind = self._gap_context
        return _pairs(before), _pairs(behind)

    def _context(self, phrase: Phrase) -> tuple[float, float, float, float]:
        """Return how alike the words before and behind gap and phrase are, and whether the very next are."""
        before, behind = self._gap_context
        pairs_before, pairs_behind = self._gap_pairs
        normal = self._s.normal
        left = _bare(normal[max(phrase.start - 9, 0) : phrase.start])[-8:] if before else ""
        right = _bare(normal[phrase.end : phrase.end + 9])[:8] if behind else ""
        return (
            _share(pairs_before, left),
            _share(pairs_behind, right),
            float(bool(before) and left[-1:] == before[-1]),
            float(bool(behind) and right[:1] == behind[0]),
        )


def _bare(text: str) -> str:
    return _QUOTES.sub("", text)


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _share(pairs: list[str], text: str) -> float:
    """Return the share of `pairs` that stand in `text`."""
    return len([pair for pair in pairs if pair in text]) / len(pairs) if pairs and text else 0.0


def _dot(weights: tuple[float, ...], features: list[float]) -> float:
    return float(sum(map(mul, weights, features)))


def find_answer(reading: Reading, read: int = READ_SENTENCES) -> Finding:
    """Return the sentence and phrase that answer best, weighing phrases of the `read` best sentences.

    Ties go to what stands first.
    """
    if reading.query.want is Want.HEADLINE and reading.entry.article.title:
        return _headline(reading)
    scores = tuple(_dot(SENTENCE_WEIGHTS, sentence_features(reading, s.number)) for s in reading.sentences)
    best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    found = Finding(best[0], -math.inf, scores)
    for i in best[:read]:
        weigher, start = PhraseWeigher(reading, i), reading.sentences[i].start
        for phrase in weigher.phrases():
            features = weigher.features(phrase)
            score = scores[i] + _dot(PHRASE_WEIGHTS, features)
            if score > found.score:
                place = (start + phrase.start, start + phrase.end)
                found = Finding(i, score, scores, place, phrase.shape, tuple(features))
    return found


def _headline(reading: Reading) -> Finding:
    article = reading.entry.article
    title = next(p for p in article.parts if p.role is Role.TITLE)
    sentence = next(s.number for s in reading.sentences if s.start >= title.start)
    scores = tuple(float(s.role in HEAD_ROLES) for s in reading.sentences)
    return Finding(sentence, 10.0, scores, (title.start, title.end), Shape.QUOTED)
