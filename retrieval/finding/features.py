"""What speaks for a sentence and for a phrase in it, and what does each weigh?

Each weight was fitted (tests/benchmarks/fit_evidence.py): a conditional logit over all phrases of the right article, on 329
questions, those shared and our own, and at a tenth of the weight 2,442 of CMRC 2018. “titled” alone is set by hand: a fit of
all gives it 1.15, and CMRC's questions are marked best at 2.0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from operator import mul
from typing import NamedTuple

LONG_ENOUGH = 12  # characters of a phrase; more length is no merit
LENGTHS = [0.0, *(math.log(n) / 3 for n in range(1, LONG_ENOUGH + 1))]
"""What the length of a phrase says for it, by its characters."""


class SentenceFeatures(NamedTuple):
    """What speaks for a sentence, each about 0 … 1 and a share by weight."""

    words: float  # words of the question that it holds
    near: float  # … by how near they are to the question word
    telling: float  # … by how they tell this article's sentences apart
    headline: float  # words that the headline holds, and not it
    neighbours: float  # words that its neighbours hold, and not it
    pairs: float  # character pairs of the question


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


SENTENCE_WEIGHTS = SentenceFeatures(
    words=1.4, near=2.13, telling=3.49, headline=3.23, neighbours=1.55, pairs=1.13
)
PHRASE_WEIGHTS = PhraseFeatures(
    fits=1.87,
    unfit=-0.61,
    near=1.27,
    same_clause=0.81,
    inside=1.25,
    before=0.85,
    behind=1.63,
    next_before=1.46,
    next_behind=0.91,
    titled=2.0,
    ends=0.63,
    kin=1.78,
    meets=1.55,
    length=2.77,
    mismeasured=-1.8,
    clause=1.14,
    closes=0.83,
    whole=0.87,
    torn=-1.07,
)


def weighed(weights: Iterable[float], features: Iterable[float]) -> float:
    """Return what these features say for an answer, the more the better."""
    total: float = sum(map(mul, weights, features))
    return total
