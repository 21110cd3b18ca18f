"""Weigh what speaks for a sentence, and for a phrase in it, as the answer to a question.

Each weight below was fitted (tests/benchmarks/fit_evidence.py): a conditional logit over all phrases of the
right article, on questions of our own and, at a fifth of the weight, on CMRC 2018.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from retrieval.analysis import BIGRAM_MARK, normalize
from retrieval.indexing import IndexedArticle
from retrieval.phrases import Phrase, Shape, find_phrases, find_rests
from retrieval.questions import Query, Unit, Want
from retrieval.records import HEAD_ROLES, Range, Role

SYNONYM_CREDIT = 0.7  # a synonym counts less than the word itself
NEAR = 12.0  # characters over which the say of a matched word falls to 1/e

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


@dataclass(frozen=True, slots=True)
class Match:
    """A content word of the question met in a sentence: its range there, whose it is, and what it counts."""

    start: int
    end: int
    unit: int
    credit: float


@dataclass(frozen=True, slots=True)
class Sentence:
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
        self._idf = idf
        self.weights = [u.say * max(idf(w) for w in (u.word, *u.others[:1])) for u in query.units]
        self.total = sum(self.weights) or 1.0

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence of the article with its matches."""
        article = self.entry.article
        roles = [(p.start, p.end, p.role) for p in article.parts]
        out = []
        for i, (start, end) in enumerate(self.entry.sentences):
            role = next((r for a, b, r in roles if a <= start < b), Role.BODY)
            normal = same_length_normal(article.text[start:end])
            out.append(Sentence(i, start, normal, tuple(self._match(normal)), role))
        return out

    def _match(self, normal: str) -> Iterable[Match]:
        for u, unit in enumerate(self.query.units):
            found = False
            for m in _occurrences(normal, unit.word):
                found = True
                yield Match(m, m + len(unit.word), u, 1.0)
            if found:
                continue
            yield from _nearly(normal, unit, u)

    @cached_property
    def coverage(self) -> list[list[float]]:
        """Per sentence and unit, the best credit of a match."""
        table = []
        for s in self.sentences:
            row = [0.0] * len(self.weights)
            for m in s.matches:
                row[m.unit] = max(row[m.unit], m.credit)
            table.append(row)
        return table

    def covered(self, rows: Iterable[int]) -> float:
        """Return the weighted share of the question's words that these sentences hold together."""
        best = [0.0] * len(self.weights)
        for i in rows:
            for u, credit in enumerate(self.coverage[i]):
                best[u] = max(best[u], credit)
        return sum(w * c for w, c in zip(self.weights, best, strict=True)) / self.total

    def missing(self, rows: Iterable[int]) -> float:
        """Return the weight, as a share of all, of the weightiest word that these sentences lack."""
        rows = list(rows)
        best = [max(self.coverage[i][u] for i in rows) for u in range(len(self.weights))]
        return max((w * (1 - c) for w, c in zip(self.weights, best, strict=True)), default=0.0) / self.total

    @cached_property
    def text(self) -> str:
        """The whole article in normal form."""
        return "".join(s.normal for s in self.sentences)

    @cached_property
    def local_weights(self) -> list[float]:
        """Per unit, how much it tells the sentences of this article apart (idf over its sentences)."""
        n = len(self.coverage)
        held = [sum(row[u] > 0 for row in self.coverage) for u in range(len(self.weights))]
        return [w * math.log(1 + (n - h + 0.5) / (h + 0.5)) for w, h in zip(self.weights, held, strict=True)]

    def phrases(self, i: int) -> Iterable[Phrase]:
        """Yield every phrase of sentence `i` that could answer this question."""
        s = self.sentences[i]
        yield from find_phrases(s.normal)
        yield from find_rests(s.normal, self.query.focus, [(m.start, m.end) for m in s.matches])

    def sentence_features(self, i: int) -> list[float]:
        """Return the features of sentence `i`, in the order of SENTENCE_WEIGHTS."""
        s, row = self.sentences[i], self.coverage[i]
        own = sum(w * c for w, c in zip(self.weights, row, strict=True)) / self.total
        local_total = sum(self.local_weights) or 1.0
        local = sum(w * c for w, c in zip(self.local_weights, row, strict=True)) / local_total
        near = self.covered(range(max(i - 1, 0), min(i + 2, len(self.coverage))))
        return [
            own,
            local,
            near - own,
            self._pairs(s),
            float(s.role in HEAD_ROLES),
            math.log(len(s.normal) + 1) / 5,
        ]

    def _pairs(self, s: Sentence) -> float:
        pairs = [t for t in self.query.terms if t.startswith(BIGRAM_MARK)]
        total = sum(self._idf(t) for t in pairs)
        if not total:
            return 0.0
        return sum(self._idf(t) for t in pairs if t[len(BIGRAM_MARK) :] in s.normal) / total

    def phrase_features(self, i: int, phrase: Phrase) -> list[float]:
        """Return the features of `phrase` in sentence `i`, in the order of PHRASE_WEIGHTS."""
        s, q = self.sentences[i], self.query
        text = s.normal[phrase.start : phrase.end]
        fit = FITS[q.want].get(phrase.shape, -1)
        inside = sum(m.end - m.start for m in s.matches if phrase.start <= m.start and m.end <= phrase.end)
        near = near_same = 0.0
        for u, w in enumerate(self.weights):
            best = clause = 0.0
            for m in s.matches:
                if m.unit == u and not (phrase.start <= m.start and m.end <= phrase.end):
                    gap = phrase.start - m.end if m.end <= phrase.start else m.start - phrase.end
                    gap = max(gap, 0)
                    best = max(best, m.credit * math.exp(-gap / NEAR))
                    between = s.normal[min(m.end, phrase.end) : max(m.start, phrase.start)]
                    clause = max(clause, m.credit * (not re.search(r"[,，。;；:：!?！？\n]", between)))
            near += w * best
            near_same += w * clause
        measure = self.measure
        measured = measure is not ANY_MEASURE
        focus = q.focus
        return [
            float(fit == 2),
            float(fit == 1),
            float(fit == -1),
            near / self.total,
            near_same / self.total,
            min(inside / max(len(text), 1), 1.0),
            *self._context(s.normal, phrase),
            float(bool(focus) and text.endswith(focus)),
            float(
                bool(focus)
                and not text.endswith(focus)
                and (focus in text or s.normal.startswith(focus, phrase.end))
            ),
            math.log(min(len(text), 12)) / 3,
            float(phrase.shape is Shape.REPORTER and self._byline_wanted),
            float(q.want is Want.HOW_MANY and measured and measure.search(text) is not None),
            float(q.want is Want.HOW_MANY and measured and measure.search(text) is None),
            float(text in q.normal),
            float(phrase.shape is Shape.CLAUSE),
            float(phrase.shape is Shape.REST),
            float(len(text) > 24),
        ]

    @cached_property
    def _byline_wanted(self) -> bool:
        return (
            re.search(r"记者|通讯员|作者|摄|拍|撰|采写|供稿|供图|编辑|谁写|reporter|photo", self.query.normal)
            is not None
        )

    @cached_property
    def measure(self) -> re.Pattern[str]:
        """What the number's measure must look like."""
        return measure_of(self.query)

    def _context(self, normal: str, phrase: Phrase) -> tuple[float, float, float, float]:
        """Return how alike the words before and behind gap and phrase are, and whether the very next are."""
        gap = self.query.gap
        if gap is None:
            return 0.0, 0.0, 0.0, 0.0
        q = self.query.normal
        before = _bare(q[max(gap[0] - 6, 0) : gap[0]])
        behind = _bare(q[gap[1] : gap[1] + 8].removeprefix(self.query.focus))[:6]
        left = _bare(normal[max(phrase.start - 9, 0) : phrase.start])[-8:]
        right = _bare(normal[phrase.end : phrase.end + 9])[:8]
        return (
            _alike(before, left),
            _alike(behind, right),
            float(bool(before) and left[-1:] == before[-1]),
            float(bool(behind) and right[:1] == behind[0]),
        )


_QUOTES = re.compile(r"[“”‘’「」『』\"《》\s]")


def _bare(text: str) -> str:
    return _QUOTES.sub("", text)


def same_length_normal(text: str) -> str:
    """Return the normal form, one character for each of the original, so that ranges carry over."""
    normal, offsets = normalize(text)
    if offsets is None:
        return normal
    out = [" "] * len(text)
    for c, at in zip(reversed(normal), reversed(offsets), strict=True):
        out[at] = c
    return "".join(out)


def _occurrences(normal: str, word: str) -> Iterable[int]:
    at = normal.find(word)
    while at >= 0:
        yield at
        at = normal.find(word, at + len(word))


def _nearly(normal: str, unit: Unit, u: int) -> Iterable[Match]:
    """Find synonyms of a word that is not there itself, or else pairs of its characters."""
    found = False
    for word in unit.others:
        for at in _occurrences(normal, word):
            found = True
            yield Match(at, at + len(word), u, SYNONYM_CREDIT)
    if found or len(unit.word) < 3:
        return
    pairs = [unit.word[i : i + 2] for i in range(len(unit.word) - 1)]
    for pair in pairs:
        for at in _occurrences(normal, pair):
            yield Match(at, at + 2, u, 0.8 * sum(p in normal for p in pairs) / len(pairs))


def _alike(a: str, b: str) -> float:
    pairs = {a[i : i + 2] for i in range(len(a) - 1) if a[i : i + 2].strip() == a[i : i + 2]}
    if not pairs:
        return 0.0
    return sum(p in b for p in pairs) / len(pairs)


# What a number must be counted in, by what is asked; the first that matches. General measure words, not names.
_MEASURES_FOR: tuple[tuple[str, str], ...] = (
    (r"how old|多少岁|几岁|年龄|岁数|多大(?:年纪|岁)", r"岁"),
    (
        r"钱|费用|经费|金额|价格|投资|资金|价值|补贴|元|工资|收入|票价|奖金|总额|造价|善款|收费|how much|cost",
        r"元|块",
    ),
    (
        r"how long|多久|多长时间|时限|时长|期限|历时|花了?多长|几分钟|多少分钟|几个?小时|几个?月(?!份)|多少个?月|几天|多少天|几年(?!级)|多少年|几个?星期|几周",
        r"[年月天日周时秒]|分钟|星期",
    ),
    (r"how far|多远|距离|多少公里|几公里|里程|多高|多深|多宽|多长(?!时)", r"米|公里|里"),
    (r"百分|比例|占比|占多少|占几|几成|率(?:是|为|达)?(?:到)?多少|percent|超过多少的", r"[%成‰]|百分|倍"),
    (r"面积|平方|多少亩|占地", r"平方|亩|公顷"),
    (r"人次|次数|多少次|几次|多少回|几回|多少场|几场|how many times", r"[次场回轮]"),
    (
        r"人数|几个人|多少个?人|多少[名位]|几[名位]|选手|志愿者|师生|患者|病人|代表|专家|医生|护士|党员|村民|居民|学生|how many (?:people|patients|volunteers|students|doctors|nurses)",
        r"[人名位例万]",
    ),
    (
        r"(?:多少|几|how many).{0,3}(?:家|个|所|单位|部门|机构|医院|学校|省|市|县|乡镇|村|国家|城市|企业|公司|units|hospitals|schools)|家数|部门数|单位数|份数|条数",
        r"[家个所份条省市县]",
    ),
)
_MEASURES_COMPILED = tuple((re.compile(a), re.compile(b)) for a, b in _MEASURES_FOR)
ANY_MEASURE = re.compile(r"")
_SAME_MEASURE = tuple(
    re.compile(f"[{g}]") for g in ("人名位", "家个所", "场次回轮", "条项件", "台架辆部", "种类款样", "块元")
)


def measure_of(query: Query) -> re.Pattern[str]:
    """Return what the number's measure must look like: the focus word or its kin, or what the question implies."""
    focus, gap = query.focus, query.gap
    for asked, measure in _MEASURES_COMPILED:
        if asked.search(query.normal):
            return measure
    counted = gap is not None and query.normal.startswith(("多少", "几"), gap[0])
    if counted and focus and len(focus) <= 3:
        kin = next((g for g in _SAME_MEASURE if g.match(focus)), None)
        return kin or re.compile(re.escape(focus) + "|" + re.escape(focus[0]))
    return ANY_MEASURE


# In the order of sentence_features: words held, words that tell this article's sentences apart, words held by
# the neighbours, character pairs held, is it a headline or byline, length.
SENTENCE_WEIGHTS = (2.16, 3.71, 2.34, 1.91, -1.03, -1.52)
# In the order of phrase_features: fits well, fits, does not fit, near the question's words, in one clause with
# them, made of them, same words before and behind, same character before and behind, ends in the focus, holds or meets the focus, length, a reporter where one is asked for,
# right measure, wrong measure, stands in the question, a bare clause, long.
PHRASE_WEIGHTS = (
    2.76,
    0.93,
    -1.52,
    2.38,
    0.78,
    0.62,
    1.71,
    0.71,
    1.63,
    1.05,
    1.79,
    1.19,
    2.26,
    1.95,
    1.5,
    -1.5,
    -2.43,
    0.35,
    -1.83,
    0.01,
)
READ_SENTENCES = 8  # sentences of an article whose phrases are weighed


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of an article that answers best, and the phrase in it, if one is good enough.

    `scores` holds the score of every sentence; `phrase` is a range of the article's text.
    """

    sentence: int
    score: float
    scores: tuple[float, ...]
    phrase: Range | None
    shape: Shape | None


def _dot(weights: tuple[float, ...], features: list[float]) -> float:
    return sum(w * f for w, f in zip(weights, features, strict=True))


def find_answer(reading: Reading) -> Finding:
    """Return the sentence and phrase that answer best; ties go to what stands first."""
    if reading.query.want is Want.HEADLINE and reading.entry.article.title:
        return _headline(reading)
    scores = tuple(_dot(SENTENCE_WEIGHTS, reading.sentence_features(s.number)) for s in reading.sentences)
    best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))[:READ_SENTENCES]
    found = Finding(best[0], -math.inf, scores, None, None)
    for i in best:
        s = reading.sentences[i]
        for phrase in reading.phrases(i):
            score = scores[i] + _dot(PHRASE_WEIGHTS, reading.phrase_features(i, phrase))
            if score > found.score:
                place = (s.start + phrase.start, s.start + phrase.end)
                found = Finding(i, score, scores, place, phrase.shape)
    return found


def _headline(reading: Reading) -> Finding:
    article = reading.entry.article
    title = next(p for p in article.parts if p.role is Role.TITLE)
    sentence = next(s.number for s in reading.sentences if s.start >= title.start)
    scores = tuple(float(s.role in HEAD_ROLES) for s in reading.sentences)
    return Finding(sentence, 10.0, scores, (title.start, title.end), Shape.QUOTED)
