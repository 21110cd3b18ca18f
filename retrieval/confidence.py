"""How sure are we? Signals that speak for and against the best article's answer, weighed into one number."""

from __future__ import annotations

import math
import re

from retrieval.analysis import NUMBER_MARK
from retrieval.evidence import PHRASE_WEIGHTS, Finding
from retrieval.lexicon import PLACES
from retrieval.measures import measure_of
from retrieval.phrases import Shape
from retrieval.questions import Want
from retrieval.reading import Reading
from retrieval.searcher import Scored

_PLACE_NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})(?:省|市|县|区|州|镇|乡|村)")
_HOUSE = ("医院", "大学", "学院", "小学", "中学", "公司", "集团", "银行")
_POST = re.compile(
    r"(?:副|总|代|前)?(?:院长|校长|所长|会长|理事长|董事长|秘书长|主任|书记|市长|县长|区长|镇长|局长|处长|厅长|部长|站长|组长|总干事|经理|教授|主席|团长|队长|馆长|主编)"
)
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十\d]+(?=[届批轮期次名版季])|下一?(?=[届次批年期])|上一?(?=[届次批年期])|明年|后年|去年|前年"
)

SIGNALS = (
    "held",          # weighted share of the question's words in the article
    "held_here",     # … in the sentence itself
    "held_near",     # … in the sentence and its neighbours
    "missing",       # weight of the weightiest word that the article lacks, of all
    "missing_here",  # … that sentence and neighbours lack
    "pairs",         # share of the question's character pairs in the sentence
    "phrase",        # score of the phrase, on top of the sentence's
    "near",          # how near the question's words stand to the phrase
    "fits",          # is the phrase of the wanted shape?
    "unfit",         # is it of a shape that can't answer?
    "mismeasured",   # is a certain measure asked for, and not the phrase's?
    "foreign",       # does the question name a place or house that the article doesn't?
    "number",        # does it hold a number that the article doesn't?
    "ordinal",       # does it hold 第二届, 下一届, 去年 …, which the article doesn't?
    "post",          # is a post asked about that doesn't stand at the phrase?
    "focus",         # does the sentence hold the noun that is asked by?
    "margin",        # lead over the second article
    "words",         # log of the number of content words: idle questions are short
    "mass",          # log of the weight of all words that the article holds
)  # fmt: skip

# In the order of SIGNALS. A logistic regression, each sign held to what the signal means, on 500 questions of our
# own and the shared ones; the constant puts even odds where 7% of good answers would be refused.
WEIGHTS = (
    0.0,
    0.0,
    0.0,
    -1.6,
    -1.73,
    0.83,
    2.47,
    0.31,
    0.0,
    -0.63,
    -1.38,
    -2.04,
    -0.33,
    -1.37,
    -1.19,
    0.75,
    0.29,
    2.26,
    1.43,
)
BIAS = -3.93 + 0.45


def weigh(reading: Reading, finding: Finding, scored: list[Scored]) -> float:
    """Return the log-odds that the best article answers, for a corpus like any other."""
    return BIAS + sum(w * x for w, x in zip(WEIGHTS, signals(reading, finding, scored), strict=True))


def probability(log_odds: float) -> float:
    """Return 1 / (1 + exp(-log_odds)), the confidence in [0, 1]."""
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))


def signals(reading: Reading, finding: Finding, scored: list[Scored]) -> list[float]:
    """Return the signals of the best article, in the order of SIGNALS, each about 0 … 1."""
    i, rows = finding.sentence, range(len(reading.coverage))
    around = reading.around(i)
    phrase = finding.features or (0.0,) * len(PHRASE_WEIGHTS)
    first = scored[0].score
    second = scored[1].score if len(scored) > 1 else 0.0
    return [
        reading.covered(rows),
        reading.covered([i]),
        reading.covered(around),
        reading.missing(rows),
        reading.missing(around),
        reading.pairs(i),
        (finding.score - finding.scores[i]) / 10 if finding.phrase else 0.0,
        phrase[3],
        phrase[0],
        phrase[2],
        _mismeasured(reading, finding),
        _foreign(reading),
        _numbers(reading),
        _ordinal(reading),
        _post(reading, finding),
        _focus(reading, finding),
        (first - second) / first if first else 0.0,
        math.log(len(reading.weights) + 1) / 3,
        math.log1p(reading.covered(rows) * reading.total) / 3,
    ]


def _phrase_text(reading: Reading, finding: Finding) -> str:
    return reading.entry.article.text[slice(*finding.phrase)] if finding.phrase else ""


def _mismeasured(reading: Reading, finding: Finding) -> float:
    if reading.query.want is not Want.HOW_MANY:
        return 0.0
    return float(not measure_of(reading.query).search(_phrase_text(reading, finding)))


def _foreign(reading: Reading) -> float:
    """Return 1 where a place of the question, or the first word of a house's name, is not in the article."""
    query, text = reading.query, reading.text
    for place in PLACES:
        if place in query.normal and place not in text:
            return 1.0
    units = query.units
    for i, unit in enumerate(units):
        name = _PLACE_NAME.fullmatch(unit.word)
        if name and name["stem"] not in text:
            return 1.0
        named = unit.word in _HOUSE and i > 0 and units[i - 1].end == unit.start and units[i - 1].say > 0.7
        if named and not any(row[i - 1] for row in reading.coverage):
            return 1.0
    return 0.0


def _numbers(reading: Reading) -> float:
    asked = [t for t in reading.query.terms if t.startswith(NUMBER_MARK) and len(t) > 2]
    return sum(t not in reading.entry.postings for t in asked) / len(asked) if asked else 0.0


def _ordinal(reading: Reading) -> float:
    return float(any(m.group() not in reading.text for m in _ORDINAL.finditer(reading.query.normal)))


def _post(reading: Reading, finding: Finding) -> float:
    """Return 1 where a post is asked about and no such post stands beside the phrase."""
    query = reading.query
    if query.want not in (Want.WHO, Want.LIST) or finding.shape is not Shape.PERSON or not finding.phrase:
        return 0.0
    asked = _POST.search(query.normal)
    if asked is None:
        return 0.0
    start, end = finding.phrase
    beside = reading.entry.article.text[max(start - 14, 0) : end + 6]
    return float(asked.group() not in {m.group() for m in _POST.finditer(beside)})


def _focus(reading: Reading, finding: Finding) -> float:
    focus = reading.query.focus
    if not focus or reading.query.want is Want.HOW_MANY:
        return 0.5
    held = [
        max(reading.coverage[finding.sentence][u], 0.0)
        for u, unit in enumerate(reading.query.units)
        if unit.word == focus
    ]
    return max(held, default=0.5)
