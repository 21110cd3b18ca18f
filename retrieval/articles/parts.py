"""Which characters and pairs of characters has a text, or its beginning?

They are told twice: as strings, by which tables are fitted and written, and as numbers, of all texts of a page at once, which
takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

_BITS = 21  # of a character's number
_ONE, _TWO = np.uint64(_BITS), np.uint64(2 * _BITS)
_MARK = 1 << 63  # of the number of what begins a text: “^” and three characters
_BLANK = np.uint64(ord(" "))
_PLACES = range(1, 5)  # whose characters are told with their place
_DIGITS, _SPACE = re.compile(r"\d+"), re.compile(r"\s+")


class Parts(NamedTuple):
    """The parts of some texts as numbers: of which text each is. One that a text has twice stands here twice."""

    owner: Places
    number: Numbers
    texts: int


class Cut(NamedTuple):
    """What of a text is looked at: its first `most` characters, between bounds, what it begins with, from which places.

    Digits in a row are one 0, for a number is as good as any other; where it is `solid`, parts with a space are none.
    """

    most: int = 0
    bounds: tuple[str, str] = ("", "")
    begins: bool = False
    placed: bool = False
    solid: bool = False

    def of(self, text: str) -> set[str]:
        """Return the parts of a text."""
        text = self._plain(text)
        parts = {*text, *(text[i : i + 2] for i in range(len(text) - 1))}
        if self.solid:
            parts = {part for part in parts if " " not in part}
        if self.begins:
            parts |= {text[:3], text[:4]}
        if self.placed:
            parts |= {f"{i}{text[i : i + n]}" for i in _PLACES if i < len(text) for n in (1, 2)}
        return parts

    def number(self, texts: Sequence[str]) -> Parts:
        """Return the parts of these texts as numbers."""
        plain = [self._plain(text) for text in texts]
        lengths = np.array([len(text) for text in plain], np.int64)
        chars = np.frombuffer("".join(plain).encode("utf-32-le"), np.uint32).astype(np.uint64)
        owner = np.repeat(np.arange(len(plain)), lengths)
        pairs, inner = (chars[:-1] << _ONE) | chars[1:], owner[:-1] == owner[1:]
        single = np.ones(len(chars), bool)
        if self.solid:
            single = chars != _BLANK
            inner = inner & single[:-1] & single[1:]
        owners, numbers = [owner[single], owner[:-1][inner]], [chars[single], pairs[inner]]
        starts = np.cumsum(lengths) - lengths
        for of, number in self._at_start(chars, starts, lengths):
            owners.append(of)
            numbers.append(number)
        return Parts(np.concatenate(owners), np.concatenate(numbers), len(plain))

    def _plain(self, text: str) -> str:
        text = text[: 2 * self.most] if self.most else text
        text = _SPACE.sub(" ", _DIGITS.sub("0", text))
        return f"{self.bounds[0]}{text[: self.most] if self.most else text}{self.bounds[1]}"

    def _at_start(self, chars: Numbers, starts: Places, lengths: Places) -> Iterator[tuple[Places, Numbers]]:
        """Yield what texts begin with: which texts are long enough, and their numbers."""
        if self.begins:
            of = np.flatnonzero(lengths >= 3)
            yield of, _three(chars[starts[of]], chars, starts[of] + 1)
            of = np.flatnonzero(lengths >= 4)
            yield of, np.uint64(_MARK) | _three(chars[starts[of] + 1], chars, starts[of] + 2)
        if self.placed:
            for i in _PLACES:
                place = np.uint64(ord(str(i)))
                of = np.flatnonzero(lengths > i)
                yield of, (place << _ONE) | chars[starts[of] + i]
                of = np.flatnonzero(lengths > i + 1)
                yield of, _three(place, chars, starts[of] + i)


def _three(first: Numbers | np.uint64, chars: Numbers, at: Places) -> Numbers:
    return (first << _TWO) | (chars[at] << _ONE) | chars[at + 1]


def number_of(part: str) -> int:
    """Return the number of a part: those of its characters side by side, with a mark where it is “^” and three of them."""
    number = 0
    for char in part[-3:]:
        number = (number << _BITS) | ord(char)
    return number | (_MARK if len(part) > 3 else 0)


def look_up(parts: Parts, among: Numbers) -> tuple[Places, Places]:
    """Return which texts have which of these numbers, which are sorted: a text and a place in `among`, each two once."""
    if not len(among):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    at = np.minimum(np.searchsorted(among, parts.number), len(among) - 1)
    found = among[at] == parts.number
    pairs = np.unique(parts.owner[found] * len(among) + at[found])
    return pairs // len(among), pairs % len(among)
