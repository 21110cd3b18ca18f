"""Which characters and pairs of characters has a text, or its beginning?

They are told twice: as strings, by which tables are fitted and written, and as numbers, of all texts of a page at once, which
takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

_BITS = 21  # of a character's number
_ONE, _TWO = np.uint64(_BITS), np.uint64(2 * _BITS)
_MARK = 1 << 63  # of the number of what begins a text: “^” and three characters
_BLANK = np.uint64(ord(" "))
_HASH_BITS, _FACTOR = 16, 0x9E3779B97F4A7C15
_PLACES = range(1, 5)  # whose characters are told with their place
_DIGITS, _SPACE = re.compile(r"[0-9０-９]+"), re.compile(r"\s+")
_LAST = 0xFFFF  # all digits and blanks stand below it
_PLAIN = np.arange(_LAST + 1, dtype=np.uint32)  # what each character is taken for
_PLAIN[[*range(ord("0"), ord("9") + 1), *range(ord("０"), ord("９") + 1)]] = ord("0")
_PLAIN[[c for c in range(ord("\u3000") + 1) if chr(c).isspace()]] = ord(" ")


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
        chars, lengths = self._plain_chars(texts)
        owner = np.arange(len(texts)).repeat(lengths)
        pairs, inner = (chars[:-1] << _ONE) | chars[1:], owner[:-1] == owner[1:]
        if self.solid:
            single = chars != _BLANK
            inner &= single[:-1] & single[1:]
            owners, numbers = [owner[single], owner[:-1][inner]], [chars[single], pairs[inner]]
        else:
            owners, numbers = [owner, owner[:-1][inner]], [chars, pairs[inner]]
        starts = lengths.cumsum() - lengths
        for of, number in self._at_start(chars, starts, lengths):
            owners.append(of)
            numbers.append(number)
        return Parts(np.concatenate(owners), np.concatenate(numbers), len(texts))

    def _plain(self, text: str) -> str:
        text = _SPACE.sub(" ", _DIGITS.sub("0", text[: 2 * self.most or None]))
        return f"{self.bounds[0]}{text[: self.most or None]}{self.bounds[1]}"

    def _plain_chars(self, texts: Sequence[str]) -> tuple[Numbers, Places]:
        """Return the characters of all texts made plain, one text after the other, and how many each has."""
        before, after = self.bounds
        cut = [f"{before}{text[: 2 * self.most or None]}{after}" for text in texts]
        lengths = np.array([len(text) for text in cut], np.int64)
        chars = np.frombuffer("".join(cut).encode("utf-32-le", "surrogatepass"), np.uint32)
        chars = np.where(chars <= _LAST, _PLAIN.take(chars, mode="clip"), chars)
        again = np.zeros(len(chars), bool)  # a further digit or blank
        again[1:] = (chars[1:] == chars[:-1]) & ((chars[1:] == ord("0")) | (chars[1:] == ord(" ")))
        starts = lengths.cumsum() - lengths
        again[starts[lengths > 0]] = False
        kept = _counted(~again)
        if self.most:
            owner = np.arange(len(cut)).repeat(lengths)
            again |= kept[:-1] - kept[starts][owner] >= self.most + len(before)
            kept = _counted(~again)
        left = kept[starts + lengths] - kept[starts]
        return chars[~again].astype(np.uint64), left

    def _at_start(self, chars: Numbers, starts: Places, lengths: Places) -> Iterator[tuple[Places, Numbers]]:
        """Yield what texts begin with: which texts are long enough, and their numbers."""
        if self.begins:
            of = (lengths >= 3).nonzero()[0]
            yield of, _three(chars[starts[of]], chars, starts[of] + 1)
            of = (lengths >= 4).nonzero()[0]
            yield of, np.uint64(_MARK) | _three(chars[starts[of] + 1], chars, starts[of] + 2)
        if self.placed:
            for i in _PLACES:
                place = np.uint64(ord(str(i)))
                of = (lengths > i).nonzero()[0]
                yield of, (place << _ONE) | chars[starts[of] + i]
                of = (lengths > i + 1).nonzero()[0]
                yield of, _three(place, chars, starts[of] + i)


def _counted(flags: NDArray[np.bool]) -> Places:
    """Return how many are set before each place, and how many in all."""
    counts = np.zeros(len(flags) + 1, np.int64)
    flags.cumsum(out=counts[1:])
    return counts


def _three(first: Numbers | np.uint64, chars: Numbers, at: Places) -> Numbers:
    return (first << _TWO) | (chars[at] << _ONE) | chars[at + 1]


def number_of(part: str) -> int:
    """Return the number of a part: those of its characters side by side, with a mark where it is “^” and three of them."""
    number = 0
    for char in part[-3:]:
        number = (number << _BITS) | ord(char)
    return number | (_MARK if len(part) > 3 else 0)


class Index:
    """Some numbers, and where each stands among them: a step or two by a hash, where halving takes a dozen.

    Numbers whose place in the first table another one has stand in the second, and so on.
    """

    def __init__(self, numbers: Numbers) -> None:
        """Enter the numbers, of which no two are the same."""
        self._numbers = numbers
        self._tables: list[Places] = []
        left = np.arange(len(numbers))
        while len(left):
            hashed = _hash(numbers[left], len(self._tables))
            table = np.zeros(1 << _HASH_BITS, np.int64)
            table[hashed] = left
            self._tables.append(table)
            left = left[table[hashed] != left]

    @classmethod
    def of(cls, parts: Iterable[str]) -> Index:
        """Return an index of the numbers of parts, in their order."""
        return cls(np.array([number_of(part) for part in parts], np.uint64))

    def places(self, numbers: Numbers) -> Places:
        """Return where each of these stands, -1 where it doesn't."""
        found = np.full(len(numbers), -1)
        left = np.arange(len(numbers))
        for level, table in enumerate(self._tables):
            asked = numbers[left]
            at = table.take(_hash(asked, level))
            right = self._numbers.take(at) == asked
            found[left[right]] = at[right]
            left = left[~right]
        return found


def _hash(numbers: Numbers, level: int) -> Numbers:
    """Return the upper bits of a product (Knuth's multiplicative hash), another one for each level."""
    factor = np.uint64(pow(_FACTOR, level + 1, 1 << 64))
    return (numbers * factor) >> np.uint64(64 - _HASH_BITS)


def look_up(parts: Parts, among: Index) -> tuple[Places, Places]:
    """Return which texts have which of these numbers: a text and a place in `among`, each two once."""
    at = among.places(parts.number)
    known = at >= 0
    size = int(at.max(initial=0)) + 1
    pairs = parts.owner[known] * size + at[known]
    pairs.sort()  # a quarter of what `np.unique` takes
    new = np.ones(len(pairs), bool)
    new[1:] = pairs[1:] != pairs[:-1]
    pairs = pairs[new]
    return pairs // size, pairs % size


def rows_of(parts: Parts, among: Index) -> tuple[Places, NDArray[np.float64]]:
    """Return which parts of an index any text has, and a row for each text: 1 for each of them that it has."""
    owner, at = look_up(parts, among)
    met = np.bincount(at).nonzero()[0]
    return met, has_parts(owner, at, met, parts.texts)


def has_parts(owner: Places, at: Places, met: Places, texts: int) -> NDArray[np.float64]:
    """Return a row for each text: 1 for each of the parts `met` that it has."""
    column = np.full(max(at.max(initial=-1), met.max(initial=-1)) + 1, len(met))
    column[met] = np.arange(len(met))
    has = np.zeros((texts, len(met) + 1))
    has[owner, column[at]] = 1.0
    return has[:, :-1]
