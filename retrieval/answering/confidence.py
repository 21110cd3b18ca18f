"""How sure are we? What speaks for and against the best article's answer, weighed into one number."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from retrieval.answering import signals
from retrieval.finding.marks import Finding, Told
from retrieval.finding.reading import Reading


class Signal(NamedTuple):
    """What is looked at, how an explanation calls it, what it weighs in log-odds, and how it is had: about 0 … 1."""

    name: str
    label: str
    weight: float
    of: Callable[[Reading, Finding], float]


# A logistic regression (tests/benchmarks/fit_confidence.py), each weight's sign held to what the signal means and the weight near
# what it was, on 2,900 questions about 32 corpora, 250 short ones (范先群是什么职务) at twice the weight: without those, and “few”,
# three in ten of them were refused. By hand: “elsewhere” and “house”, which none of 790 questions with an answer has and 26 of
# 275 without one.
SIGNALS = (
    Signal("missing", "文中缺的最重的词", -1.5, signals.missing),
    Signal("phrase", "短语所处的位置", 4.7, signals.standing),
    Signal("unfit", "短语类型不符", -1.0, signals.unfit),
    Signal("mismeasured", "量词不符", -1.6, signals.mismeasured),
    Signal("elsewhere", "问的是别的地方", -5.0, signals.elsewhere),
    Signal("house", "文中没有所问的单位", -6.0, signals.house),
    Signal("year", "问的年份或日子不在文中", -3.8, signals.year),
    Signal("ordinal", "问的届次不在文中", -3.7, signals.ordinal),
    Signal("post", "职务对不上", -4.1, signals.post),
    Signal("words", "问题的词数", 6.1, signals.words),
    Signal("few", "问题词少而文中都有", 2.1, signals.few),
    Signal("means", "文中有此词的解释", 2.3, signals.means),
    Signal("mass", "找到的词的分量", 6.5, signals.mass),
    Signal("asked", "问处的字文中缺", -1.1, signals.asked),
    Signal("behind", "问处后面的字句中缺", -0.6, signals.behind),
    Signal("unmarked", "没有可标的短语", -1.7, signals.unmarked),
    Signal("unnamed", "只有数目没有名字", -1.7, signals.unnamed),
    Signal("unkind", "没有所问的钱数、时间、地方或单位", -2.1, signals.unkind),
    Signal("clause", "短语是整个分句", -1.2, signals.says_whatever),
)
BIAS = -7.4


class Evidence(NamedTuple):
    """What speaks for or against an answer, and by how much, in log-odds; `value` is that of a signal."""

    label: str
    weight: float
    value: float | None = None


# What is told outright, or not at all, needs no weighing: who wrote or printed it is asked for and the article doesn't say; a
# word was looked up that it has, or somebody of whom it tells.
OUTRIGHT = {
    Told.NOBODY: Evidence("文中没有署名", -3.0),
    Told.WORD: Evidence("文中有所查的词", 3.0),
    Told.SPEAKER: Evidence("文中写着这话是谁说的", 3.0),
    Told.NO_WORD: Evidence("文中没有所查的数", -3.0),
    Told.SOMEBODY: Evidence("文中介绍了此人", 3.0),
}


def evidence_of(reading: Reading, finding: Finding) -> list[Evidence]:
    """Return all that speaks for and against the best article's answer, for a corpus like any other."""
    if finding.told in OUTRIGHT:
        return [OUTRIGHT[finding.told]]
    values = zip(SIGNALS, signals_of(reading, finding), strict=True)
    return [
        Evidence("起点", BIAS),
        *(Evidence(s.label, s.weight * value, value) for s, value in values),
    ]


def weigh(reading: Reading, finding: Finding) -> float:
    """Return the log-odds that the best article answers, for a corpus like any other."""
    return sum(evidence.weight for evidence in evidence_of(reading, finding))


def probability(log_odds: float) -> float:
    """Return 1 / (1 + exp(-log_odds)), the confidence in [0, 1]."""
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))


def signals_of(reading: Reading, finding: Finding) -> list[float]:
    """Return the signals of the best article, in the order of SIGNALS, each about 0 … 1."""
    return [signal.of(reading, finding) for signal in SIGNALS]
