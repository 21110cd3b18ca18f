"""Weigh what speaks for a sentence, and for a phrase in it, as the answer to a question.

Each weight below was fitted (tests/benchmarks/fit_evidence.py): a conditional logit over all phrases of the
right article, on 320 questions, those shared and our own, and at a tenth of the weight 510 of CMRC 2018.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import mul
from typing import NamedTuple

from retrieval.analysis import same_length_normal
from retrieval.lexicon import POST_NOUN
from retrieval.measures import ANY_MEASURE, measure_of
from retrieval.phrases import RESTS, SHAPES, Phrase, Shape, find_rests, names_people, phrases_of
from retrieval.questions import Query, Want
from retrieval.reading import Reading
from retrieval.records import HEAD_ROLES, Range, Role

# How well a shape answers what is wanted: 2 just that, 1 possibly, 0 hardly.
_P, _O, _L, _Q = Shape.PERSON, Shape.ORGANISATION, Shape.LIST, Shape.QUOTED
FITS: dict[Want, dict[Shape, int]] = {
    Want.WHO: {_P: 2, _O: 1, Shape.REPORTER: 0, _L: 0},
    Want.HOUSE: {_O: 2, Shape.NOUN: 2, Shape.PLACE: 0, _L: 1, Shape.REST: 1},
    Want.POST: {Shape.POST: 2, _O: 0},
    Want.WHEN: {Shape.DATE: 2, Shape.NUMBER: 0},
    Want.WHERE: {Shape.PLACE: 2, _O: 2},
    Want.HOW_MANY: {Shape.NUMBER: 2, Shape.DATE: 0},
    Want.LIST: {_L: 2, _Q: 1, Shape.CLAUSE: 0, Shape.GLOSS: 0, _O: 1, Shape.REST: 1},
    Want.WHY: {Shape.CAUSE: 2, Shape.CLAUSE: 1, Shape.REST: 1},
    Want.DEFINITION: {Shape.GLOSS: 2, _Q: 1, Shape.CLAUSE: 1, _L: 1, Shape.NOUN: 1, Shape.REST: 1},
    Want.HEADLINE: {},
    Want.WHETHER: {Shape.CLAUSE: 2},
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

_HEADLINE = 6  # characters from which a headline isn't in a question by chance
# Words that only name what is asked about: a story.
_OF_STORIES = re.compile("[条篇则说讲写]|消息|报道|新闻|文章|稿子?|内容|大意")
# Wants that only these shapes can answer; where a sentence holds none, no phrase is marked.
_STRICT = frozenset({Want.WHO, Want.WHEN, Want.WHERE, Want.HOW_MANY, Want.POST})
_ECHO = 0.9  # of a phrase that the question holds as well: it answers nothing
_FAR = 256  # characters; beyond that a word has no say in a phrase
_DECAY = [math.exp(-gap / 12.0) for gap in range(_FAR)]  # the say falls to 1/e over 12 characters
_LONG_ENOUGH = 12  # characters; more length is no merit
_LENGTHS = [0.0, *(math.log(n) / 3 for n in range(1, _LONG_ENOUGH + 1))]
_CLAUSE_END = frozenset(",，。;；:：!！?？\n")
_BYLINE = re.compile(r"记者|通讯员|作者|摄|拍|撰|采写|供稿|供图|编辑|谁写|reporter|photo")
_SOMEBODY = re.compile(
    rf"{POST_NOUN.pattern}|哪一?位|姓名|名字|叫[什啥]|记者|医生|大夫|护士|专家|患者|院士|老师|谁(?:说|讲|写|拍|摄|口述|告诉|认为|表示|画|唱)|[说讲写拍]的"
)
_QUOTES = re.compile(r"[“”‘’「」『』\"《》\s]")

# In the order of sentence_features: words held, words that tell this article's sentences apart, words held by
# the neighbours, character pairs held, is it a headline or byline, length.
SENTENCE_WEIGHTS = (1.52, 4.56, 1.9, 1.07, -0.89, -1.32)


class PhraseFeatures(NamedTuple):
    """What speaks for a phrase, each about 0 … 1."""

    fits: float  # its shape is just what is asked for,
    may_fit: float  # … or possibly is,
    unfit: float  # … or is not
    near: float  # near the question's words
    same_clause: float  # in one clause with them
    inside: float  # made of them
    before: float  # the words before it are those before the question word
    behind: float  # … and those behind it
    next_before: float  # so is the character just before it
    next_behind: float  # … and the one just behind
    ends: float  # ends in the noun asked by
    meets: float  # holds that noun, or it follows
    length: float
    reporter: float  # a reporter, where one is asked for
    measured: float  # a number in the right measure
    mismeasured: float  # … in a wrong one
    asked: float  # stands in the question itself
    clause: float  # a whole clause
    rest: float  # what a clause says beyond the question
    long: float


PHRASE_WEIGHTS = PhraseFeatures(
    *(3.12, 0.39, -0.33, 1.85, 0.78, 0.88, 1.35, 1.0, 1.77, 0.85),
    *(1.57, 1.76, 2.44, 2.08, 1.37, -1.37, -2.14, 1.88, -1.81, 0.27),
)
# What a phrase of so many characters misses of the most that length can give.
_SHORT_OF = [PHRASE_WEIGHTS.length * (_LENGTHS[-1] - length) for length in _LENGTHS]
READ_SENTENCES = 10  # sentences of the best article whose phrases are weighed


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of an article that answers best, and the phrase in it, if one is good enough.

    `scores` holds the score of every sentence, `features` those of the phrase; `phrase` is a range of the
    article's text. `story` says that the story itself is asked for, which no phrase answers.
    """

    sentence: int
    score: float
    scores: tuple[float, ...]
    phrase: Range | None = None
    shape: Shape | None = None
    features: PhraseFeatures | None = None
    story: bool = False


def sentence_features(reading: Reading) -> list[tuple[float, ...]]:
    """Return the features of each sentence, in the order of SENTENCE_WEIGHTS."""
    weights, local, held, roles = reading.weights, reading.local_weights, reading.held, reading.roles
    features: list[tuple[float, ...]] = []
    for i, (start, end) in enumerate(reading.entry.sentences):
        row = held[i].items()
        own = sum([weights[u] * credit for u, credit in row]) / reading.total if row else 0.0
        beside = (i > 0 and held[i - 1]) or (i + 1 < len(held) and held[i + 1])
        features.append(
            (
                own,
                sum([local[u] * credit for u, credit in row]) / reading.local_total if row else 0.0,
                reading.covered(reading.around(i)) - own if beside else 0.0,
                reading.pairs[i],
                roles[i] in HEAD_ROLES,
                math.log(end - start + 1) / 5,
            )
        )
    return features


class Wanted:
    """What a question asks of a phrase, whatever sentence it stands in."""

    def __init__(self, query: Query) -> None:
        """Read `query` once for all its sentences."""
        self.fits = FITS[query.want]
        self.people = query.want is Want.WHO
        if self.people and _SOMEBODY.search(query.normal):
            self.fits = {shape: fit for shape, fit in self.fits.items() if shape is not Shape.ORGANISATION}
        self._strict = query.want in _STRICT
        # Whether something is so is told by the clause that says it, in the question's own words; what else is asked for stands by them.
        self.whether = query.want is Want.WHETHER
        measure = measure_of(query) if query.want is Want.HOW_MANY else ANY_MEASURE
        self.measure = None if measure is ANY_MEASURE else measure
        self.byline = bool(_BYLINE.search(query.normal))
        self.before = self.behind = ""
        if query.gap:
            start, end = query.gap
            self.before = _bare(query.normal[max(start - 6, 0) : start])
            self.behind = _bare(query.normal[end : end + 8].removeprefix(query.focus))[:6]
        self.pairs_before, self.pairs_behind = _pairs(self.before), _pairs(self.behind)

    @cached_property
    def kinds(self) -> list[tuple[float, tuple[Shape, ...]]]:
        """The shapes to look for, those together that are found together, with the most that one can score by itself.

        The likeliest come first: half of the shapes can't beat what was found before them, and need no search.
        """
        w = PHRASE_WEIGHTS
        fit = {2: w.fits, 1: w.may_fit, 0: 0.0, -1: w.unfit}
        also = {Shape.CLAUSE: w.clause, Shape.REST: w.rest, Shape.REPORTER: w.reporter * self.byline}
        whatever = w.length * _LENGTHS[-1] + max(w.long, 0) + max(w.asked, 0)
        whatever += max(w.measured, w.mismeasured) if self.measure else 0
        most = {shape: fit[self.fits.get(shape, -1)] + also.get(shape, 0.0) + whatever for shape in Shape}
        kinds: list[tuple[Shape, ...]] = [(s,) for s in SHAPES if s in self.fits or not self._strict]
        if not self._strict:
            kinds.append(RESTS)
        return sorted(((max(map(most.__getitem__, kind)), kind) for kind in kinds), key=lambda x: -x[0])


class PhraseWeigher:
    """Weighs the phrases of one sentence."""

    def __init__(self, wanted: Wanted, reading: Reading, i: int) -> None:
        """Weigh in sentence `i` of `reading` what its question, read as `wanted`, asks for."""
        self._wanted = wanted
        self._reading = reading
        self._s = reading.sentence(i)

    def most(self, own: float) -> float:
        """Return what no phrase can score more than by its place here, given the share of the question's words held."""
        w, wanted, focus, normal = PHRASE_WEIGHTS, self._wanted, self._reading.query.focus, self._s.normal
        most = own * (max(w.near, 0) + max(w.same_clause, 0))
        if self._s.matches:
            most += max(w.inside, 0)
        if focus and focus in normal:
            most += max(w.ends, w.meets, 0)
        bare = _bare(normal)
        for pairs, words, following, weight in (
            (wanted.pairs_before, wanted.before[-1:], w.next_before, w.before),
            (wanted.pairs_behind, wanted.behind[:1], w.next_behind, w.behind),
        ):
            most += max(weight, 0) * _share(pairs, bare)
            most += max(following, 0) * (bool(words) and words in bare)
        return most

    def best(self, sentence: float, own: float, least: float) -> tuple[float, Phrase, PhraseFeatures] | None:
        """Return the phrase that scores most, with what speaks for it, None where none scores more than `least`.

        Its sentence's score `sentence` is part of the score; `own` is the share of the question's words held here.
        """
        found, here = None, sentence + self.most(own)
        for most, kind in self._wanted.kinds:
            if here + most <= least:
                break
            for phrase in self.phrases(kind):
                if here + most - _SHORT_OF[min(phrase.end - phrase.start, _LONG_ENOUGH)] <= least:
                    continue
                features = self.features(phrase)
                if features.inside > _ECHO:
                    continue
                score = sentence + sum(map(mul, PHRASE_WEIGHTS, features))
                if score > least:
                    least, found = score, (score, phrase, features)
        return found

    def phrases(self, kind: tuple[Shape, ...]) -> tuple[Phrase, ...]:
        """Return every phrase of a kind in the sentence that could answer this question."""
        if kind is not RESTS:
            found = phrases_of(self._s.normal, *kind)
            if self._wanted.people and kind == (Shape.LIST,):
                found = tuple(p for p in found if names_people(self._s.normal[p.start : p.end]))
            return found
        matched = [(m.start, m.end) for m in self._s.matches]
        return find_rests(self._s.normal, self._reading.query.focus, matched)

    def features(self, phrase: Phrase) -> PhraseFeatures:
        """Return what speaks for `phrase`."""
        wanted, query, text = self._wanted, self._reading.query, self._s.normal[phrase.start : phrase.end]
        fit = wanted.fits.get(phrase.shape, -1)
        focus = query.focus
        ends = bool(focus) and text.endswith(focus)
        meets = bool(focus) and not ends and (focus in text or self._s.normal.startswith(focus, phrase.end))
        measured = wanted.measure.search(text) is not None if wanted.measure else None
        if measured and phrase.shape is Shape.DATE:
            measured = None  # 去年10月 is no number of years
        return PhraseFeatures(
            fit == 2,
            fit == 1,
            fit == -1,
            *self._nearness(phrase),
            *self._context(phrase),
            ends,
            meets,
            _LENGTHS[min(len(text), _LONG_ENOUGH)],
            phrase.shape is Shape.REPORTER and wanted.byline,
            measured is True,
            measured is False,
            text in query.normal,
            phrase.shape is Shape.CLAUSE,
            phrase.shape is Shape.REST,
            len(text) > 24,
        )

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
            if last <= start:
                gap, together = start - last, ends[start] == ends[last]
            elif end <= first:
                gap, together = first - end, ends[first] == ends[end]
            elif start <= first and last <= end:
                inside += last - first
                if not self._wanted.whether:
                    continue
                gap, together = 0, True
            else:
                gap, together = 0, ends[max(first, start)] == ends[min(last, end)]
            value = credit * _DECAY[gap] if gap < _FAR else 0.0
            if value > best[unit]:
                best[unit] = value
            if together and credit > same[unit]:
                same[unit] = credit
        weights, total = reading.weights, reading.total
        near = sum(map(mul, weights, best)) / total
        near_same = sum(map(mul, weights, same)) / total
        return near, near_same, min(inside / (end - start), 1.0)

    def _context(self, phrase: Phrase) -> tuple[float, float, float, float]:
        """Return how alike the words before and behind gap and phrase are, and whether the very next are."""
        wanted, normal = self._wanted, self._s.normal
        before, behind = wanted.before, wanted.behind
        left = _bare(normal[max(phrase.start - 9, 0) : phrase.start])[-8:] if before else ""
        right = _bare(normal[phrase.end : phrase.end + 9])[:8] if behind else ""
        return (
            _share(wanted.pairs_before, left),
            _share(wanted.pairs_behind, right),
            bool(before) and left[-1:] == before[-1],
            bool(behind) and right[:1] == behind[0],
        )


def _bare(text: str) -> str:
    return _QUOTES.sub("", text)


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _share(pairs: list[str], text: str) -> float:
    """Return the share of `pairs` that stand in `text`."""
    return len([pair for pair in pairs if pair in text]) / len(pairs) if pairs and text else 0.0


def find_answer(reading: Reading, wanted: Wanted, read: int = READ_SENTENCES) -> Finding:
    """Return the sentence and phrase that answer best, weighing phrases of the `read` best sentences.

    Ties go to the first sentence, in it to the likeliest shape, then to what stands first.
    """
    if reading.query.want is Want.HEADLINE and reading.entry.article.title:
        return _headline(reading)
    if _asks_for_story(reading):
        return _lead(reading)
    features = sentence_features(reading)
    scores = tuple(sum(map(mul, SENTENCE_WEIGHTS, of_sentence)) for of_sentence in features)
    best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    found = Finding(best[0], -math.inf, scores)
    for i in best[:read]:
        better = PhraseWeigher(wanted, reading, i).best(scores[i], features[i][0], found.score)
        if better:
            score, phrase, of_phrase = better
            start = reading.entry.sentences[i][0]
            place = (start + phrase.start, start + phrase.end)
            found = Finding(i, score, scores, place, phrase.shape, of_phrase)
    return found


def _asks_for_story(reading: Reading) -> bool:
    """Return whether the question is the whole headline and no other word that counts: “…”这条消息说了什么？"""
    query = reading.query
    title = "".join((reading.entry.article.title or "").split()) if query.want is Want.WHAT else ""
    if len(title) < _HEADLINE or (title := same_length_normal(title)) not in "".join(query.normal.split()):
        return False
    words = ["".join(unit.word.split()) for unit in query.units]
    return all(word in title or _OF_STORIES.fullmatch(word) for word in words)


def _lead(reading: Reading) -> Finding:
    """Return the first sentence of the body, and those after it as they come."""
    sentences, body = reading.entry.sentences, reading.entry.article.body_start
    first = next((i for i, (start, _) in enumerate(sentences) if start >= body), 0)
    scores = tuple((first - i) / 10 if i >= first else -9.0 for i in range(len(sentences)))
    return Finding(first, 0.0, scores, story=True)


def _headline(reading: Reading) -> Finding:
    article = reading.entry.article
    title = next(p for p in article.parts if p.role is Role.TITLE)
    sentence = next(i for i, (start, _) in enumerate(reading.entry.sentences) if start >= title.start)
    scores = tuple(float(role in HEAD_ROLES) for role in reading.roles)
    return Finding(sentence, 10.0, scores, (title.start, title.end), Shape.QUOTED)
