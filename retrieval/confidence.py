"""How sure are we? Signals that speak for and against the best article's answer, weighed into one number."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from retrieval.analysis import NUMBER_MARK
from retrieval.evidence import Finding
from retrieval.lexicon import PLACES, POST_NOUN
from retrieval.measures import measure_of
from retrieval.phrases import Shape
from retrieval.questions import Want
from retrieval.reading import Reading
from retrieval.searcher import Scored

_PLACE = re.compile("|".join(sorted(PLACES)))
_PLACE_NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})(?:省|市|县|区|州|镇|乡|村)")
_HOUSE = ("医院", "大学", "学院", "小学", "中学", "公司", "集团", "银行")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十\d]+(?=[届批轮期次名版季项条作列])|下一?(?=[届次批年期])|上一?(?=[届次批年期])|明年|后年|去年|前年"
    r"|(?<![月\d])[一二三四五六七八九十\d]+号(?=线|楼|院|机|店|井|炉|站|桥|隧道|”)"
)


class Signal(NamedTuple):
    """What is looked at, how an explanation calls it, and what it weighs in log-odds."""

    name: str
    label: str
    weight: float


# A logistic regression, each weight's sign held to what the signal means, on 500 questions shared and our own;
# the constant puts even odds where 7% of good answers would be refused.
SIGNALS = (
    Signal(
        "missing", "文中缺的最重的词", -1.6
    ),  # weight of the weightiest word that the article lacks, of all
    Signal("missing_here", "邻近缺的最重的词", -1.58),  # … that the sentence and its neighbours lack
    Signal("pairs", "句中的字对", 0.67),  # share of the question's character pairs in the sentence
    Signal("phrase", "短语得分", 2.33),  # score of the phrase, on top of the sentence's
    Signal("near", "短语离问题的词近", 0.83),  # how near the question's words stand to the phrase
    Signal("unfit", "短语类型不符", -0.65),  # is it of a shape that can't answer?
    Signal("mismeasured", "量词不符", -1.84),  # is a certain measure asked for, and not the phrase's?
    Signal("foreign", "问的是别的地方或单位", -2.17),  # a place or house that the article doesn't name
    Signal("year", "问的年份不在文中", -0.99),  # a year that the article doesn't name
    Signal("attribute", "末一关键词不在文中", -0.79),  # in a row of keywords, is the last one missing?
    Signal("number", "问的数字不在文中", -0.18),  # a number that the article doesn't hold
    Signal("ordinal", "问的届次不在文中", -1.79),  # 第二届, 下一届, 去年 …, which the article doesn't hold
    Signal("post", "职务对不上", -1.88),  # a post that doesn't stand at the phrase
    Signal("focus", "句中有所问的名词", 0.8),  # does the sentence hold the noun that is asked by?
    Signal("margin", "领先第二篇", 0.5),  # lead over the second article
    Signal("words", "问题的词数", 2.01),  # log of the number of content words: idle questions are short
    Signal("mass", "找到的词的分量", 2.14),  # log of the weight of all words that the article holds
)
BIAS = -4.0


def weigh(reading: Reading, finding: Finding, scored: list[Scored]) -> float:
    """Return the log-odds that the best article answers, for a corpus like any other."""
    return BIAS + sum(s.weight * x for s, x in zip(SIGNALS, signals(reading, finding, scored), strict=True))


def probability(log_odds: float) -> float:
    """Return 1 / (1 + exp(-log_odds)), the confidence in [0, 1]."""
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))


def signals(reading: Reading, finding: Finding, scored: list[Scored]) -> list[float]:
    """Return the signals of the best article, in the order of SIGNALS, each about 0 … 1."""
    i, rows = finding.sentence, range(len(reading))
    around = reading.around(i)
    first = scored[0].score
    second = scored[1].score if len(scored) > 1 else 0.0
    return [
        reading.missing(rows),
        reading.missing(around),
        reading.pairs[i],
        (finding.score - finding.scores[i]) / 10 if finding.phrase else 0.0,
        finding.features.near if finding.features else 0.0,
        finding.features.unfit if finding.features else 0.0,
        _mismeasured(reading, finding),
        _foreign(reading),
        _year(reading),
        _attribute(reading),
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
    """Return 1 where a place of the question, or a part of a house's name, is not in the article."""
    query, text = reading.query, reading.text
    if _PLACE.search(query.normal) and any(p in query.normal and p not in text for p in PLACES):
        return 1.0
    run: list[int] = []
    for i, unit in enumerate(query.units):
        name = _PLACE_NAME.fullmatch(unit.word)
        if name and name["stem"] not in text:
            return 1.0
        run = [*run, i] if i and query.units[i - 1].end == unit.start else [i]
        if unit.word in _HOUSE and any(_unheard(reading, u) for u in run[-4:-1]):
            return 1.0
    return 0.0


def _unheard(reading: Reading, unit: int) -> bool:
    return reading.query.units[unit].say > 0.55 and not any(unit in row for row in reading.held)


def _numbers(reading: Reading) -> float:
    asked = [t for t in reading.query.terms if t.startswith(NUMBER_MARK) and len(t) > 2]
    return sum(t not in reading.entry.terms for t in asked) / len(asked) if asked else 0.0


def _ordinal(reading: Reading) -> float:
    return float(any(m.group() not in reading.text for m in _ORDINAL.finditer(reading.query.normal)))


def _post(reading: Reading, finding: Finding) -> float:
    """Return 1 where a post is asked about and no holder of just that post is the phrase."""
    query = reading.query
    asked = POST_NOUN.search(query.normal)
    if asked is None or query.want not in (Want.WHO, Want.LIST):
        return 0.0
    if finding.phrase is None or finding.shape not in (Shape.PERSON, Shape.LIST):
        return 1.0
    start, end = finding.phrase
    beside = reading.entry.article.text[max(start - 14, 0) : end + 6]
    return float(asked.group() not in {m.group() for m in POST_NOUN.finditer(beside)})


def _year(reading: Reading) -> float:
    """Return 1 where the question names a year that the article doesn't."""
    return float(any(m.group() not in reading.text for m in _YEAR.finditer(reading.query.normal)))


def _attribute(reading: Reading) -> float:
    """Return how much the article lacks the last of a row of keywords, which names what is asked for."""
    query = reading.query
    if query.gap is not None or query.want not in (Want.WHAT, Want.LIST) or " " not in query.normal.strip():
        return 0.0
    last = len(query.units) - 1
    return 1.0 - max((row.get(last, 0.0) for row in reading.held), default=0.0) if query.units else 0.0


def _focus(reading: Reading, finding: Finding) -> float:
    focus = reading.query.focus
    if not focus or reading.query.want is Want.HOW_MANY:
        return 0.5
    held = [
        reading.held[finding.sentence].get(u, 0.0)
        for u, unit in enumerate(reading.query.units)
        if unit.word == focus
    ]
    return max(held, default=0.5)
