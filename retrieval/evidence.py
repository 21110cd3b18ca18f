"""Weigh what speaks for a sentence, and for a phrase in it, as the answer to a question.

Each weight below was fitted (tests/benchmarks/fit_evidence.py): a conditional logit over all phrases of the
right article, on 329 questions, those shared and our own, and at a tenth of the weight 2,442 of CMRC 2018. “titled” alone is
set by hand: a fit of all gives it 1.15, and CMRC's questions are marked best at 2.0.
"""

from __future__ import annotations

import math
import re
from functools import cached_property
from itertools import accumulate
from operator import mul
from typing import NamedTuple

from retrieval.dictionary import words_of
from retrieval.lexicon import CALLINGS, POST_NOUN, WHETHER
from retrieval.measures import measure_wanted, stage_asked, stage_told
from retrieval.patterns import one_of
from retrieval.phrases import (
    KINDS,
    RESTS,
    SHAPES,
    Phrase,
    Shape,
    find_rests,
    names_people,
    of_kind,
    phrases_of,
)
from retrieval.questions import Query, Want
from retrieval.reading import Reading
from retrieval.records import HEAD_ROLES, Range
from retrieval.signatures import asks_which_paper

_P, _O, _L, _Q = Shape.PERSON, Shape.ORGANISATION, Shape.LIST, Shape.QUOTED
# The shapes that answer what is wanted, and those that can; no other shape fits.
FITS: dict[Want, tuple[frozenset[Shape], frozenset[Shape]]] = {
    want: (frozenset(fits), frozenset(can))
    for want, fits, can in (
        (Want.WHO, (_P,), (_O, _L)),
        (Want.HOUSE, (_O, Shape.NOUN), (Shape.PLACE, _L, Shape.REST)),
        (Want.POST, (Shape.POST,), ()),
        (Want.WHEN, (Shape.DATE,), (Shape.NUMBER,)),
        (Want.WHERE, (Shape.PLACE, _O), (Shape.REST, Shape.NOUN)),
        (Want.HOW_MANY, (Shape.NUMBER,), ()),
        (Want.WHICH, (Shape.ORDINAL,), (Shape.NUMBER,)),
        (Want.LIST, (_L,), (_Q, Shape.CLAUSE, Shape.GLOSS, _O, Shape.REST)),
        (Want.WHY, (Shape.CAUSE,), (Shape.CLAUSE, Shape.REST)),
        (Want.DEFINITION, (Shape.GLOSS,), (_Q, Shape.CLAUSE, _L, Shape.NOUN, Shape.REST)),
        (Want.HEADLINE, (), ()),
        (Want.WHETHER, (Shape.CLAUSE,), ()),
        (Want.WHAT, (_Q, Shape.NOUN, Shape.REST), (_O, Shape.CLAUSE, Shape.GLOSS, _L, Shape.PLACE)),
    )
}

# Wants that only these shapes can answer; where a sentence holds none, no phrase is marked.
STRICT = frozenset({Want.WHO, Want.WHEN, Want.WHERE, Want.HOW_MANY, Want.WHICH, Want.POST})
ECHO = 0.9  # of a phrase that the question holds as well: it answers nothing
_FAR = 256  # characters; beyond that a word has no say in a phrase
_DECAY = [math.exp(-gap / 8.0) for gap in range(_FAR)]  # the say falls to 1/e over 8 characters
_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
# Shapes that are cut by single characters (的, 地, 和) and may so tear a word.
_MAY_TEAR = frozenset({Shape.NOUN, Shape.REST, Shape.ORGANISATION})
_LONG_ENOUGH = 12  # characters; more length is no merit
_LENGTHS = [0.0, *(math.log(n) / 3 for n in range(1, _LONG_ENOUGH + 1))]
_CLAUSE_END = frozenset(",，。;；:：!！?？\n")
_CLAUSE_ENDS = re.compile("[,，。;；:：!！?？\\n]")
_NEXT_CLAUSE = 31  # characters of it that are looked at
_LONG = (Shape.LIST, Shape.CLAUSE)
# Who says it, and so never what is said: 中心主任李敏介绍.
_ATTRIBUTES = re.compile("(?:强调|介绍|表示|指出|认为|坦言|透露|解释|提醒|告诉(?:本报)?记者|直言|说)$")
_ASPECTS = frozenset(("", "了", "过", "着", "是"))
_CLEFT = re.compile("的[呀呢啊? ]*$")
_ASIDE = 8  # characters by which what stands before a time that opens a clause is farther off
_BYLINE = re.compile(r"记者|通讯员|落款|署名|摄|拍|采写|供稿|供图|编辑|reporter|photo")
_SOMEBODY = re.compile(
    rf"{POST_NOUN.pattern}|{one_of(CALLINGS)}|患者|哪一?位|姓名|名字|[真本原全]名|叫[什啥]|谁(?:说|讲|写|拍|摄|口述|告诉|认为|表示|画|唱)|[说讲写拍]的"
)
_PEOPLE = re.compile("哪(?:几|[两三四五六七八九十\\d]+)(?:位|名)|有谁|是谁|哪些人$")
# Who does something is named before it: a row of keywords that ends in 主办单位 asks whom 主办 stands behind.
_DOER = re.compile(
    "(?P<does>主办|承办|协办|发布|印发|牵头|研发|生产|制定|举办|施工|设计|执导|建设|运营|颁发|评选)(?:单位|部门|机构|企业|公司|方)[ ?]*$"
)
_LEFT_OPEN = re.compile(WHETHER)
_SETTLES = re.compile("[不没未无非免仍照须]|可以|应当|必须|能|会(?![议员上])|对$")
_CLOSES = re.compile('[ ”’》」"]*(?:[，。；,.;!?！？]|$)')
# What joins a question's words to its question word, and a page's to what answers, says nothing: 院长是谁, 院长李明.
_COPULA = re.compile("(?:的?(?:姓名|名字))?(?:到底|究竟|一共|共计|[共约达为是有叫姓由:：])*$")
_ENDS_ASKING = re.compile("(?:的?(?:名字|姓名|样))?[的呢呀啊?？!。 ]*")
_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("《", "》"))
_QUOTES = re.compile(r"[“”‘’「」『』\"《》\s]")

# In the order of sentence_features: words held, … by how near they are to the question word, words that tell this
# article's sentences apart, words that the headline holds, words that the neighbours hold, character pairs.
SENTENCE_WEIGHTS = (1.4, 2.13, 3.49, 3.23, 1.55, 1.13)


class PhraseFeatures(NamedTuple):
    """What speaks for a phrase, each about 0 … 1."""

    fits: float  # its shape is just what is asked for
    unfit: float  # … or is not
    near: float  # near the question's words, the more those beside its question word
    same_clause: float  # in one clause with them
    inside: float  # made of the question's words
    before: float  # the words before it are those before the question word
    behind: float  # … and those behind it
    next_before: float  # so is the character just before it
    next_behind: float  # … and the one just behind
    titled: float  # the noun just before the question word stands just before it: 院长是谁, 院长李明
    ends: float  # ends in the noun asked by
    kin: float  # ends in that noun's last character, or as its kind does
    meets: float  # holds that noun, or it follows
    length: float
    mismeasured: float  # a number of another kind or stage than asked for; half of another measure alone
    clause: float  # a whole clause
    closes: float  # ends where a clause ends
    whole: float  # made of whole words
    torn: float  # holds one of a pair of brackets or quotation marks


PHRASE_WEIGHTS = PhraseFeatures(
    *(1.87, -0.61, 1.27, 0.81, 1.25, 0.85, 1.63, 1.46, 0.91, 2.0, 0.63),
    *(1.78, 1.55, 2.77, -1.8, 1.14, 0.83, 0.87, -1.07),
)
# What a phrase of so many characters misses of the most that length can give.
_SHORT_OF = [PHRASE_WEIGHTS.length * (_LENGTHS[-1] - length) for length in _LENGTHS]


def sentence_features(reading: Reading) -> list[tuple[float, ...]]:
    """Return the features of each sentence, in the order of SENTENCE_WEIGHTS."""
    weights, near, local, held = reading.weights, reading.near_weights, reading.local_weights, reading.held
    headline = reading.together(i for i, role in enumerate(reading.roles) if role in HEAD_ROLES)
    of_headline = sum([weights[u] * credit for u, credit in headline.items()])
    features: list[tuple[float, ...]] = []
    for i, row in enumerate(held):
        own = sum([weights[u] * credit for u, credit in row.items()])
        both = sum([weights[u] * min(credit, headline.get(u, 0.0)) for u, credit in row.items()])
        beside = (i > 0 and held[i - 1]) or (i + 1 < len(held) and held[i + 1])
        features.append(
            (
                own / reading.total,
                sum([near[u] * credit for u, credit in row.items()]) / reading.near_total,
                sum([local[u] * credit for u, credit in row.items()]) / reading.local_total,
                (of_headline - both) / reading.total,
                reading.covered(reading.around(i)) - own / reading.total if beside else 0.0,
                reading.pairs[i],
            )
        )
    return features


class Wanted:
    """What a question asks of a phrase, whatever sentence it stands in."""

    def __init__(self, query: Query) -> None:
        """Read `query` once for all its sentences."""
        self.fits, self.can = FITS[query.want]
        several = query.want is Want.LIST and _PEOPLE.search(query.normal) is not None
        self.people = query.want is Want.WHO or several
        if several:
            self.can = frozenset({Shape.PERSON})
        if query.want is Want.WHO and _SOMEBODY.search(query.normal):
            self.can -= {Shape.ORGANISATION}
        if self.people and _BYLINE.search(query.normal):
            # Whoever signed it answers, rather than whoever is spoken of.
            self.fits, self.can = frozenset({Shape.REPORTER}), self.can | {Shape.PERSON}
        self._strict = query.want in STRICT or several
        self.paper = asks_which_paper(query)
        # Whether something is so is told by the clause that says it, in the question's own words; what else is asked for stands by them.
        self.whether = query.want is Want.WHETHER
        self.measure = measure_wanted(query)
        self.stage = stage_asked(query.normal) if query.want is Want.HOW_MANY else None
        self.before = self.behind = self.noun = ""
        if query.gap:
            start, end = query.gap
            self.before = _bare(query.normal[max(start - 6, 0) : start])
            self.noun = noun_asked_for(query)[-2:]
            self.behind = _bare(query.normal[end : end + 8].removeprefix(query.focus))[:6]
        elif doer := _DOER.search(query.normal):
            self.behind = doer["does"]
        # The word right before the question word: 通过 of 通过了什么.
        self.last = next((i for i, u in enumerate(query.units) if _leads_to(query, u.end)), None)
        self.pairs_before, self.pairs_behind = _pairs(self.before), _pairs(self.behind)

    @cached_property
    def kinds(self) -> list[tuple[float, tuple[Shape, ...]]]:
        """The shapes to look for, those together that are found together, with the most that one can score by itself.

        The likeliest come first: half of the shapes can't beat what was found before them, and need no search.
        """
        w = PHRASE_WEIGHTS
        whatever = w.length * _LENGTHS[-1] + max(w.closes, 0) + max(w.whole, 0) + max(w.torn, 0)
        most = {
            shape: w.fits * (shape in self.fits)
            + w.unfit * self.unfit(shape)
            + w.clause * (shape is Shape.CLAUSE)
            + whatever
            for shape in Shape
        }
        kinds: list[tuple[Shape, ...]] = [(s,) for s in SHAPES if not (self._strict and self.unfit(s))]
        if not (self._strict and all(map(self.unfit, RESTS))):
            kinds.append(RESTS)
        return sorted(((max(map(most.__getitem__, kind)), kind) for kind in kinds), key=lambda x: -x[0])

    def unfit(self, shape: Shape) -> bool:
        """Tell whether no phrase of this shape answers."""
        return shape not in self.fits and shape not in self.can

    def misses(self, text: str) -> float:
        """Return how little a number is of the kind asked for: 1 for another kind, half where only its measure is another."""
        return 0.0 if self.measure is None else self.measure.missed_by(text)


class PhraseWeigher:
    """Weighs the phrases of one sentence."""

    def __init__(self, wanted: Wanted, reading: Reading, i: int) -> None:
        """Weigh in sentence `i` of `reading` what its question, read as `wanted`, asks for."""
        self._wanted = wanted
        self._reading = reading
        # A bare “要打” answers by what the page itself had asked; what else is asked for stands in words of its own.
        self._s = reading.answering(i) if wanted.whether else reading.sentence(i)

    @property
    def lead(self) -> int:
        """How many characters stand before the sentence, in whose range a phrase is told."""
        return self._s.lead

    def most(self, asked: float) -> float:
        """Return what no phrase can score more than by its place here, given what the sentence holds of what is asked."""
        w, wanted, focus, normal = PHRASE_WEIGHTS, self._wanted, self._reading.query.focus, self._s.normal
        most = asked * (max(w.near, 0) + max(w.same_clause, 0))
        if self._s.matches:
            most += max(w.inside, 0)
        if focus and focus in normal:
            most += max(w.ends, w.meets, 0)
        if focus and (focus[-1] in normal or focus in KINDS):
            most += max(w.kin, 0)
        bare = _bare(normal)
        if wanted.noun and wanted.noun in bare:
            most += max(w.titled, 0)
        for pairs, words, following, weight in (
            (wanted.pairs_before, wanted.before[-1:], w.next_before, w.before),
            (wanted.pairs_behind, wanted.behind[:1], w.next_behind, w.behind),
        ):
            most += max(weight, 0) * _share(pairs, bare)
            most += max(following, 0) * (bool(words) and words in bare)
        return most

    def best(
        self, sentence: float, asked: float, least: float
    ) -> tuple[float, Phrase, PhraseFeatures] | None:
        """Return the phrase that scores most, with what speaks for it, None where none scores more than `least`.

        Its sentence's score `sentence` is part of the score; `asked` is what it holds of what is asked.
        """
        found, here = None, sentence + self.most(asked)
        for most, kind in self._wanted.kinds:
            if here + most <= least:
                break
            for phrase in self.phrases(kind):
                if here + most - _SHORT_OF[min(phrase.end - phrase.start, _LONG_ENOUGH)] <= least:
                    continue
                if phrase.start < self._s.lead:
                    continue
                features = self.features(phrase)
                if features.inside > ECHO:
                    continue
                score = sentence + sum(map(mul, PHRASE_WEIGHTS, features))
                if score > least:
                    least, found = score, (score, phrase, features)
        return found

    def phrases(self, kind: tuple[Shape, ...]) -> tuple[Phrase, ...]:
        """Return every phrase of a kind in the sentence that could answer this question."""
        if kind is not RESTS:
            found = phrases_of(self._s.normal, *kind)
            if kind[0] in _LONG:
                found = tuple(p for p in found if not _ATTRIBUTES.search(self._s.normal, p.start, p.end))
            if self._wanted.people and kind == (Shape.LIST,):
                found = tuple(p for p in found if names_people(self._s.normal[p.start : p.end]))
            return found
        matched = [(m.start, m.end) for m in self._s.matches]
        asked = [(m.start, m.end) for m in self._s.matches if m.unit == self._wanted.last]
        return find_rests(self._s.normal, self._reading.query.focus, matched, asked)

    def features(self, phrase: Phrase) -> PhraseFeatures:
        """Return what speaks for `phrase`."""
        wanted, query, text = self._wanted, self._reading.query, self._s.normal[phrase.start : phrase.end]
        focus = query.focus
        ends = bool(focus) and text.endswith(focus)
        meets = bool(focus) and not ends and (focus in text or self._s.normal.startswith(focus, phrase.end))
        return PhraseFeatures(
            phrase.shape in wanted.fits and not (wanted.whether and _leaves_open(text)),
            wanted.unfit(phrase.shape),
            *self._nearness(phrase),
            *self._context(phrase),
            ends,
            bool(focus) and of_kind(focus, text),
            meets,
            _LENGTHS[min(len(text), _LONG_ENOUGH)],
            max(wanted.misses(text), self._of_another_stage(phrase)),
            phrase.shape is Shape.CLAUSE,
            _CLOSES.match(self._s.normal, phrase.end) is not None,
            phrase.start in self._edges and phrase.end in self._edges,
            any(text.count(a) != text.count(b) for a, b in _PAIRS),
        )

    def _of_another_stage(self, phrase: Phrase) -> float:
        """Return 1 for a number that tells by how much something changed where it is asked how much it is, and so on."""
        if self._wanted.stage is None or phrase.shape is not Shape.NUMBER:
            return 0.0
        told = stage_told(self._s.normal, phrase.start, phrase.end)
        return float(told not in (None, self._wanted.stage))

    def in_whole_words(self, phrase: Phrase) -> Range:
        """Return the range of a phrase with what is missing of the words that it begins and ends in: 策源|地, 海|大顺队.

        So does the noun that is asked by, where it follows: 医学人工智能创新|高地.
        """
        start, end = phrase.start, phrase.end
        if phrase.shape in _MAY_TEAR:
            for word, a, b in words_of(self._s.normal):
                if _WORD.fullmatch(word):
                    start = a if a < phrase.start < b else start
                    end = b if a < phrase.end < b else end
            focus = self._reading.query.focus
            if focus and self._s.normal.startswith(focus, end):
                end += len(focus)
        return start, end

    @cached_property
    def _edges(self) -> set[int]:
        return {0, *(end for _, _, end in words_of(self._s.normal))}

    @cached_property
    def _ends_before(self) -> list[int]:
        """For each character, how many clause ends stand before it."""
        return list(accumulate(map(_CLAUSE_END.__contains__, self._s.normal), initial=0))

    def _nearness(self, phrase: Phrase) -> tuple[float, float, float]:
        """Return how near the question's words stand, how many in one clause, and the share made of them."""
        ends = self._ends_before
        start, end = phrase.start, phrase.end
        # “2024年4月，首例开展；6月，……” : a time that opens a clause is of what stands behind its comma.
        opens = self._opens(phrase)
        near: dict[int, float] = {}
        same: dict[int, float] = {}
        inside = 0
        for first, last, unit, credit in self._s.matches:
            if last <= start:
                gap, together = start - last + _ASIDE * opens, ends[start] == ends[last]
            elif end <= first:
                gap, together = first - end, ends[first] == ends[end] + opens
            else:
                if start <= first and last <= end:
                    inside += last - first
                if not self._wanted.whether:
                    continue
                gap, together = 0, True
            value = credit * _DECAY[gap] if gap < _FAR else 0.0
            if value > near.get(unit, 0.0):
                near[unit] = value
            if together and credit > same.get(unit, 0.0):
                same[unit] = credit
        weights, total = self._reading.near_weights, self._reading.near_total
        return (
            sum([weights[u] * x for u, x in near.items()]) / total,
            sum([weights[u] * x for u, x in same.items()]) / total,
            min(inside / (end - start), 1.0),
        )

    def _opens(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a time with which a clause begins, and that a comma parts from the rest of it."""
        start, end, normal = phrase.start, phrase.end, self._s.normal
        begins = not start or normal[start - 1] in _CLAUSE_END
        return begins and phrase.shape is Shape.DATE and normal.startswith((",", "，"), end)

    def _context(self, phrase: Phrase) -> tuple[float, float, float, float, float]:
        """Return how alike the words before and behind gap and phrase are, and whether the very next are."""
        wanted, normal = self._wanted, self._s.normal
        before, behind = wanted.before, wanted.behind
        left = _bare(normal[max(phrase.start - 9, 0) : phrase.start])[-8:] if before else ""
        right = _bare(normal[phrase.end : phrase.end + 9])[:8] if behind else ""
        if behind and self._opens(phrase):
            right = _CLAUSE_ENDS.split(normal[phrase.end + 1 : phrase.end + _NEXT_CLAUSE], maxsplit=1)[0]
        return (
            _share(wanted.pairs_before, left),
            _share(wanted.pairs_behind, right),
            bool(before) and left[-1:] == before[-1],
            bool(behind) and right[:1] == behind[0],
            bool(wanted.noun) and _COPULA.sub("", left).endswith(wanted.noun),
        )


def _leaves_open(clause: str) -> bool:
    """Return whether a clause says neither yes nor no, or asks itself.

    >>> _leaves_open("门票不涨"), _leaves_open("花展延期到11月26日"), _leaves_open("想知道能不能降低")
    (False, True, True)
    """
    return _SETTLES.search(_LEFT_OPEN.sub("", clause)) is None


def noun_asked_for(query: Query) -> str:
    """Return what stands before what joins it to the question word, up to nine characters of it, "" where nothing does.

    Of 枣林沟小学的校长是谁 that is “沟小学的校长”: whoever is named as that answers.
    """
    if query.gap is None:
        return ""
    start, end = query.gap
    told = _bare(query.normal[max(start - 9, 0) : start])
    noun = _COPULA.sub("", told)
    asked = noun != told and len(noun) > 1 and _ENDS_ASKING.fullmatch(query.normal, end)
    return noun if asked else ""


def _leads_to(query: Query, end: int) -> bool:
    """Return whether nothing but 了 or 是 stands between this place and the question word.

    是谁写的 asks for no object of what stands before it.
    """
    if query.gap is None or end > query.gap[0]:
        return False
    between = query.normal[end : query.gap[0]]
    return between in _ASPECTS and not (between == "是" and _CLEFT.search(query.normal, query.gap[1]))


def _bare(text: str) -> str:
    return _QUOTES.sub("", text)


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _share(pairs: list[str], text: str) -> float:
    """Return the share of `pairs` that stand in `text`."""
    return len([pair for pair in pairs if pair in text]) / len(pairs) if pairs and text else 0.0
