"""Which rare words do two texts share? Character n-grams, so that no dictionary is needed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import log

_WORDS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z0-9]{2,}")


def grams(text: str, size: int) -> set[str]:
    """Return the character n-grams of the Chinese runs of a text, and its Latin words and numbers whole.

    Example: grams("智慧医院5G", 2) is {"智慧", "慧医", "医院", "5G"}.
    """
    found: set[str] = set()
    for run in _WORDS.findall(text):
        if run[0].isascii():
            found.add(run)
        else:
            found.update(run[i : i + size] for i in range(len(run) - size + 1))
    return found


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


class Rarity:
    """How rare each trigram is among the texts of a neighbourhood (idf over at most a few dozen texts)."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many texts each trigram stands."""
        self.sets = [grams(text[:4000], 3) for text in texts]
        self.count: dict[str, int] = {}
        for found in self.sets:
            for gram in found:
                self.count[gram] = self.count.get(gram, 0) + 1

    def likeness(self, a: int, b: int) -> float:
        """Return how much texts `a` and `b` share of what is rare elsewhere (0 none, about 10 the same story)."""
        shared = self.sets[a] & self.sets[b]
        total = len(self.sets)
        weight = sum(log(total / max(self.count[g] - 1, 1)) for g in shared) if total > 2 else 1.5 * len(shared)
        size = min(len(self.sets[a]), len(self.sets[b]))
        return 10 * weight / (60 + size) if size else 0.0
