"""Which words do two texts share, and does a word stand over the seam between them?"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import jieba
import numpy as np

jieba.setLogLevel(logging.WARNING)

_LATIN = re.compile(r"[A-Za-z0-9]{2,}")
# A lookahead finds overlapping n-grams without cutting runs apart first: a third faster than slicing.
_GRAMS = {n: re.compile(rf"(?=([\u3400-\u4dbf\u4e00-\u9fff]{{{n}}}))") for n in (2, 4)}

Trigrams = frozenset[int | str]


@lru_cache(maxsize=256)
def grams(text: str, size: int) -> frozenset[str]:
    """Return the character n-grams (n is 2 or 4) of the Chinese runs of a text, its Latin words and numbers whole.

    Example: grams("智慧医院5G", 2) is {"智慧", "慧医", "医院", "5G"}.
    """
    return frozenset(_GRAMS[size].findall(text)).union(_LATIN.findall(text))


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
    return sum((w in one) - (w in other) for w in words) / max(len(words), 4)


def coverage(head: str, body: str) -> float:
    """Return the share of the headline's words that the body has."""
    words = grams(head, 2)
    return sum(w in body for w in words) / len(words) if words else 0.0


def seam_words(above: str, belows: Sequence[str]) -> list[float]:
    """Return the log frequency in jieba's dictionary of the commonest word over each seam, 0 for none.

    Example: “……定构” and “成九级伤残” have 构成 over their seam.
    """
    jieba.initialize()
    known = jieba.dt.FREQ.get  # too large for the processor's cache, so look as seldom as need be
    one, two = above[-1:], above[-2:]
    return [
        math.log1p(
            max(known(one + b[:1], 0), known(one + b[:2], 0), known(two + b[:1], 0), known(two + b[:2], 0))
        )
        for b in belows
    ]


def is_word(text: str) -> bool:
    """Return whether jieba's dictionary has a text as a word."""
    jieba.initialize()
    return bool(jieba.dt.FREQ.get(text, 0))
