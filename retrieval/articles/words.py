"""Which rare words do two texts share? Character n-grams, so that no dictionary is needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z0-9]{2,}")
# A lookahead finds overlapping n-grams without cutting runs apart first: a third faster than slicing.
_GRAMS = {n: re.compile(rf"(?=([\u3400-\u4dbf\u4e00-\u9fff]{{{n}}}))") for n in (2, 3, 4)}


@lru_cache(maxsize=256)
def grams(text: str, size: int) -> frozenset[str]:
    """Return the character n-grams (n is 2 to 4) of the Chinese runs of a text, its Latin words and numbers whole.

    Example: grams("智慧医院5G", 2) is {"智慧", "慧医", "医院", "5G"}.
    """
    return frozenset(_GRAMS[size].findall(text)).union(_LATIN.findall(text))


def leaning(head: str, one: str, other: str) -> float:
    """Say to which of two bodies the words of a headline lean: 1 all to `one`, -1 all to `other`, 0 undecided."""
    words = grams(head, 2)
    if not words:
        return 0.0
    ours = sum(w in one for w in words)
    theirs = sum(w in other for w in words)
    shared = sum(w in one and w in other for w in words)
    return ((ours - shared) - (theirs - shared)) / max(len(words), 4)


def coverage(head: str, body: str) -> float:
    """Return the share of the headline's words that the body has."""
    words = grams(head, 2)
    return sum(w in body for w in words) / len(words) if words else 0.0


def keywords(text: str) -> set[str]:
    """Return the character pairs that a text keeps coming back to: three times or more in its first 1,500 characters.

    Example: a feature on a sleep clinic gives “睡眠”, “门诊” and a few accidental pairs.
    """
    count = Counter(pair for run in _HAN.findall(text[:1500]) for pair in map("".join, pairwise(run)))
    return {pair for pair, n in count.items() if n >= 3}


class Kinship:
    """How much two texts of a page tell one story: shared trigrams, the rarer in the neighbourhood the heavier.

    Trigram sets are made when first asked for and kept; a neighbourhood is at most eleven texts, so that the
    whole stays linear in the page.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts in page order."""
        self._texts = texts
        self._sets: dict[int, frozenset[str]] = {}

    def grams(self, i: int) -> frozenset[str]:
        """Return the trigrams of text `i` (of its first 1,200 characters)."""
        if i not in self._sets:
            self._sets[i] = grams(self._texts[i][:1200], 3)
        return self._sets[i]

    def likeness(self, a: int, b: int, only: AbstractSet[str] | None = None) -> float:
        """Return how much texts `a` and `b` share of what is rare around them (0 nothing, 3 and more one story).

        With `only`, these trigrams stand for text `b`.
        """
        ours, theirs = self.grams(a), self.grams(b) if only is None else only
        shared = ours & theirs
        if not shared:
            return 0.0
        low, high = max(min(a, b) - 4, 0), min(max(a, b) + 5, len(self._texts))
        others = [self.grams(k) for k in range(low, high)[:12] if k not in (a, b)]
        weight = sum(1.0 / (1 + sum(g in o for o in others)) ** 2 for g in shared)
        return 20 * weight / (80 + min(len(ours), len(theirs)))
