"""Which rare words do two texts share? Character n-grams, so that no dictionary is needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np

_LATIN = re.compile(r"[A-Za-z0-9]{2,}")
_AT_ONCE = 32  # texts whose trigrams are found together
# A lookahead finds overlapping n-grams without cutting runs apart first: a third faster than slicing.
_GRAMS = {n: re.compile(rf"(?=([\u3400-\u4dbf\u4e00-\u9fff]{{{n}}}))") for n in (2, 3, 4)}


@lru_cache(maxsize=256)
def grams(text: str, size: int) -> frozenset[str]:
    """Return the character n-grams (n is 2 to 4) of the Chinese runs of a text, its Latin words and numbers whole.

    Example: grams("智慧医院5G", 2) is {"智慧", "慧医", "医院", "5G"}.
    """
    return frozenset(_GRAMS[size].findall(text)).union(_LATIN.findall(text))


Trigrams = frozenset[int | str]


def trigrams(texts: Sequence[str]) -> list[Trigrams]:
    """Return the same of each of `texts` for n = 3, a Chinese trigram as one number: many at once, and fast."""
    chars = np.frombuffer("\n".join(texts).encode("utf-32-le", "replace"), np.uint32).astype(np.int64)
    han = (chars >= 0x3400) & (chars < 0xA000)
    run = np.flatnonzero(han[:-2] & han[1:-1] & han[2:])
    numbers = (chars[run] << 32 | chars[run + 1] << 16 | chars[run + 2]).tolist()
    ends = np.searchsorted(run, list(accumulate(len(text) + 1 for text in texts))).tolist()
    starts = [0, *ends[:-1]]
    return [
        frozenset(numbers[start:end]).union(_LATIN.findall(text))
        for start, end, text in zip(starts, ends, texts, strict=True)
    ]


def leaning(head: str, one: str, other: str) -> float:
    """Say to which of two bodies the words of a headline lean: 1 all to `one`, -1 all to `other`, 0 undecided."""
    words = grams(head, 2)
    if not words:
        return 0.0
    return sum((w in one) - (w in other) for w in words) / max(len(words), 4)


def coverage(head: str, body: str) -> float:
    """Return the share of the headline's words that the body has."""
    words = grams(head, 2)
    return sum(w in body for w in words) / len(words) if words else 0.0


def keywords(text: str) -> set[str]:
    """Return the character pairs that a text keeps coming back to: three times or more in its first 1,500 characters.

    Example: a feature on a sleep clinic gives “睡眠”, “门诊” and a few accidental pairs.
    """
    count = Counter(_GRAMS[2].findall(text[:1500]))
    return {pair for pair, n in count.items() if n >= 3}


class Kinship:
    """How much two texts of a page tell one story: shared trigrams, the rarer in the neighbourhood the heavier.

    Trigrams are found when first asked for, those of neighbours with them; a neighbourhood is at most eleven
    texts, so that the whole stays linear in the page.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts in page order."""
        self._texts = texts
        self._sets: list[Trigrams | None] = [None] * len(texts)

    def grams(self, i: int) -> Trigrams:
        """Return the trigrams of text `i` (of its first 1,200 characters)."""
        found = self._sets[i]
        if found is None:
            start = i - i % _AT_ONCE
            texts = self._texts[start : start + _AT_ONCE]
            self._sets[start : start + _AT_ONCE] = trigrams([text[:1200] for text in texts])
            found = self._sets[i]
            assert found is not None  # noqa: S101 - just set
        return found

    def likeness(self, a: int, b: int) -> float:
        """Return how much texts `a` and `b` share of what is rare around them (0 nothing, 3 and more one story)."""
        ours, theirs = self.grams(a), self.grams(b)
        shared = ours & theirs
        if not shared:
            return 0.0
        low, high = max(min(a, b) - 4, 0), min(max(a, b) + 5, len(self._texts))
        met = Counter(shared)
        for k in range(low, high)[:12]:
            if k not in (a, b):
                met.update(shared & self.grams(k))
        weight = sum(1.0 / n**2 for n in met.values())
        return 20 * weight / (80 + min(len(ours), len(theirs)))
