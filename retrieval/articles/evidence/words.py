"""Which words has a text, and does a word stand over the seam between two?"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from retrieval.language.dictionary import general_count, general_tokenizer

_COMMON = 10  # times that jieba's corpus of 60 million words has a word
_LATIN = re.compile(r"[A-Za-z0-9]{2,}")
# A lookahead finds overlapping n-grams without cutting runs apart first: a third faster than slicing.
_GRAMS = {n: re.compile(rf"(?=([\u3400-\u4dbf\u4e00-\u9fff]{{{n}}}))") for n in (2, 4)}


@lru_cache(maxsize=256)
def grams(text: str, size: int) -> frozenset[str]:
    """Return the character n-grams (n is 2 or 4) of the Chinese runs of a text, its Latin words and numbers whole.

    Example: grams("智慧医院5G", 2) is {"智慧", "慧医", "医院", "5G"}.
    """
    return frozenset(_GRAMS[size].findall(text)).union(_LATIN.findall(text))


def coverage(head: str, body: str) -> float:
    """Return the share of the headline's words that the body has."""
    words = grams(head, 2)
    return sum(w in body for w in words) / len(words) if words else 0.0


def seam_words(above: str, belows: Sequence[str]) -> list[float]:
    """Return the log frequency in jieba's dictionary of the commonest word over each seam, 0 for none.

    Example: “……定构” and “成九级伤残” have 构成 over their seam.
    """
    tokenizer = general_tokenizer()
    tokenizer.initialize()
    known = tokenizer.FREQ  # too large for the processor's cache, so look as seldom as need be:
    ends = [end for end in {above[-1:], above[-2:]} if end in known]  # it has all that words begin with
    words = []
    for below in belows:
        most = 0
        for end in ends:
            if (often := known.get(end + below[:1])) is not None:
                most = max(most, often, known.get(end + below[:2], 0))
        words.append(math.log1p(most))
    return words


def is_common(text: str) -> bool:
    """Return whether a text is a word in common use: 高原 is, 陆行, which is somebody's name, hardly."""
    return general_count(text) >= _COMMON
