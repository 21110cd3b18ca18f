"""Read a quotation: which pieces of it must stand on the page, and which marks did the quoter add?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.errors import QueryError
from retrieval.language.folding import ELLIPSIS, fold, fold_offsets
from retrieval.records import Range
from retrieval.visible import without_halves

SHORTEST, LONGEST = 4, 4000  # letters and digits of a quotation

# What a quoter leaves out: ……, also in brackets.
_OMISSION = re.compile(rf"[(\[【〔]{ELLIPSIS}[)\]】〕]|{ELLIPSIS}")
# What a quoter puts around: quotation marks, the 《》 of a headline, and a stop behind them.
_OPENING = re.compile(r"[\"'《〈【]+")
_CLOSING = re.compile(r"[\"'》〉】][\"'》〉】.,;:、!?]*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as written, as folded, and the ranges of the folded text that must stand on the page."""

    raw: str
    folded: str
    offsets: list[int]
    ranges: tuple[Range, ...]

    @property
    def pieces(self) -> list[str]:
        """What must stand on the page, in order, folded."""
        return [self.folded[a:b] for a, b in self.ranges]

    def cut_at(self, cuts: Callable[[str], Iterable[int]]) -> Quotation:
        """Return the quotation with each piece cut before the offsets that `cuts` finds in it."""
        ranges: list[Range] = []
        for (start, end), piece in zip(self.ranges, self.pieces, strict=True):
            bounds = [start, *(start + cut for cut in cuts(piece)), end]
            ranges += pairwise(bounds)
        return replace(self, ranges=tuple(ranges))


def characters_of(raw: str) -> int:
    """Return how many letters and digits a text has."""
    return sum(c.isalnum() for c in fold(raw))


def read_quotation(raw: str) -> Quotation:
    """Read a quotation; raises QueryError where it has too few or too many letters and digits.

    What is no character (half a surrogate pair, from bytes that were no UTF-8) is read as �.

    >>> read_quotation("“中心整合……资源，”").pieces
    ['中心整合', '资源,']
    """
    raw = without_halves(raw)
    folded = fold(raw)
    size = characters_of(raw)
    if size < SHORTEST:
        raise QueryError("quote_short", bound=SHORTEST, size=size)
    if size > LONGEST:
        raise QueryError("quote_long", bound=LONGEST, size=size)
    return Quotation(raw, folded, fold_offsets(raw), tuple(_pieces(folded)))


def _pieces(folded: str) -> list[Range]:
    """Cut at omissions; what holds no letter or digit is no piece."""
    ranges: list[Range] = []
    start = 0
    for mark in [*_OMISSION.finditer(folded), None]:
        end = mark.start() if mark else len(folded)
        if any(c.isalnum() for c in folded[start:end]):
            ranges.append((start, end))
        start = mark.end() if mark else end
    return _unwrapped(folded, ranges)


def _unwrapped(folded: str, ranges: list[Range]) -> list[Range]:
    start, end = ranges[0]
    if opening := _OPENING.match(folded, start, end):
        ranges[0] = (opening.end(), end)
    start, end = ranges[-1]
    if closing := _CLOSING.search(folded, start, end):
        ranges[-1] = (start, closing.start())
    return ranges
