"""What stands where on a page: the words of its heads, and the rare trigrams that texts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.records import Range

Values = NDArray[np.float64]
"""One value for each stretch, or a matrix of them for each pair."""

# What a trigram weighs that stands in one block of the page, in two, in three, in more: where both texts are of one block, and where not.
_RARITY = ((1.0, 1.0), (1 / 4, 1.0), (1 / 9, 1 / 4), (1 / 25, 1 / 9))
# … and what one weighs that two stretches have, three, four to six.
_FEW = (1.0, 1 / 4, 1 / 15)
_OPENING = 70  # characters of a text, about its first sentence
_SCRAP = 20  # characters: a scrap that is a name or an office says nothing again
# Of a text's trigrams, or a page's, those said already: texts of one thing have hardly more than the first, copies of one form the second.
_HARDLY, _AGAIN = 0.2, 0.6
_CONTEXT = 600  # characters of text before and after a seam that are compared
_DOUBT = 10  # texts that a page must have for what is usual on it to count half
_OFTEN = 20  # texts that have a word above which it says nothing of what a head belongs to
_BUCKETS = 0xFFFF  # of a table that tells quickly which words are no head's


@dataclass(frozen=True)
class HeadWords:
    """Which words (bigrams) each head has, and each stretch, window before and after, and opening: as sets of bits."""

    heads: list[int]
    whole: list[int]
    before: list[int]
    after: list[int]
    opening: list[int]
    known_before: Values
    """The share of each head's words that stand before the end of each stretch."""

    def known(self, head: int, text: int) -> float:
        """Return the share of a head's words that a text has."""
        own = self.heads[head]
        return (own & text).bit_count() / own.bit_count() if own else 0.0

    def leaning(self, head: int, one: int, other: int) -> float:
        """Say to which of two texts a head's words lean: 1 all to `one`, -1 all to `other`, 0 undecided."""
        own = self.heads[head]
        return ((own & one).bit_count() - (own & other).bit_count()) / max(own.bit_count(), 4)


@dataclass(frozen=True)
class RareWords:
    """The trigrams of each stretch that two to six of the page have, as sets of bits, the rarest first."""

    of: list[list[int]]
    sizes: list[int]

    def alike(self, one: Sequence[int], other: Sequence[int]) -> float:
        """Say how much of what is rare on the page two texts share, each given as the places of its stretches."""
        shared = 0.0
        for weight, sets in zip(_FEW, self.of, strict=True):
            ours = theirs = 0
            for at in one:
                ours |= sets[at]
            for at in other:
                theirs |= sets[at]
            shared += weight * (ours & theirs).bit_count()
        size = min(sum(self.sizes[at] for at in one), sum(self.sizes[at] for at in other), 2 * _CONTEXT)
        return min(10 * shared / (60 + size), 2.0)


class CommonWords:
    """The text of a page's stretches as numbers, with the windows before each one's end and from each one's start.

    `blocks` numbers the runs of stretches that certainly belong together: a window ends with its block.
    """

    def __init__(self, texts: Sequence[str], blocks: Sequence[int]) -> None:
        """Note where each stretch and its windows begin and end."""
        self._chars = _chars("\n".join(texts))
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        self.whole = _spans(texts)
        for number, (start, end) in zip(blocks, self.whole, strict=True):
            first.setdefault(number, start)
            last[number] = end
        self._blocks = blocks
        self.before: list[Range] = [
            (max(first[b], end - _CONTEXT), end) for b, (_, end) in zip(blocks, self.whole, strict=True)
        ]
        self.after: list[Range] = [
            (start, min(last[b], start + _CONTEXT)) for b, (start, _) in zip(blocks, self.whole, strict=True)
        ]

    def size(self, span: Range) -> int:
        """Return how many characters a span has."""
        return span[1] - span[0]

    def words_of(self, heads: Sequence[str]) -> HeadWords:
        """Note where the words of each head stand."""
        codes = _grams(_chars("\n".join(heads)), 2)
        at = np.flatnonzero(codes)
        known, ids = np.unique(codes[at], return_inverse=True)
        own = _held(_spans(heads), at, ids, len(known))
        at, ids = _find(known, _grams(self._chars, 2))
        opening = [(start, min(end, start + _OPENING)) for start, end in self.whole]
        spans = [*self.whole, *self.before, *self.after, *opening]
        held, size = _held(spans, at, ids, len(known)), len(opening)
        shared = np.bitwise_count(_packed(own)[:, None, :] & _packed(held[size : 2 * size])).sum(2)
        known_before = shared / np.maximum(own.sum(1), 1)[:, None]
        bits = _as_bits(held)
        whole, before, after, first = (bits[k * size : (k + 1) * size] for k in range(4))
        return HeadWords(_as_bits(own), whole, before, after, first, known_before)

    @cached_property
    def _trigrams(self) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
        """Where the trigrams stand that occur twice on the page, their numbers, and how many there are."""
        codes = _grams(self._chars, 3)
        at = np.flatnonzero(codes)
        _, ids, counts = np.unique(codes[at], return_inverse=True, return_counts=True)
        often = counts > 1
        number, size = np.cumsum(often) - 1, int(often.sum())
        kept = often[ids]
        return at[kept], number[ids[kept]], size

    @cached_property
    def _own(self) -> NDArray[np.uint8]:
        """Which of the trigrams each stretch has."""
        return _held(self.whole, *self._trigrams)

    @cached_property
    def _said(self) -> NDArray[np.uint8]:
        """Which of the trigrams lead up to the end of each stretch."""
        return _held(self.before, *self._trigrams)

    @cached_property
    def _spread(self) -> NDArray[np.int64]:
        """How many of the stretches have each of the trigrams."""
        spread: NDArray[np.int64] = self._own.sum(0, dtype=np.int64)
        return spread

    @cached_property
    def copied(self) -> float:
        """From 0 to 1, how much of what the page says it says of several: the court's notices, a list of winners and their deeds."""
        again = int(self._spread[self._spread > 1].sum())
        return float(_said_again(again / max(sum(map(self.size, self.whole)), 1)))

    def rare_words(self) -> RareWords:
        """Return which rare trigrams each stretch has."""
        held, spread = self._own, self._spread
        few = (spread == 2, spread == 3, (spread > 3) & (spread <= 6))
        return RareWords(
            [_as_bits(held[:, members]) for members in few], [self.size(span) for span in self.whole]
        )

    def likeness(self, places: NDArray[np.int64]) -> Values:
        """From 0 to 1, how much of what is rare on the page leads up to the end of one text and goes on from another.

        Row s compares stretch s with those before it whose places stand in row s of `places`, or in its only one.
        A trigram weighs the less, the more other blocks have it.
        """
        at, ids, size = self._trigrams
        firsts = [k for k, b in enumerate(self._blocks) if not k or b != self._blocks[k - 1]]
        blocks = [(self.whole[a][0], self.whole[b - 1][1]) for a, b in pairwise([*firsts, len(self.whole)])]
        spread = _held(blocks, at, ids, size).sum(0, dtype=np.int64)
        before, after = self._said, _held(self.after, at, ids, size)
        numbers = np.array(self._blocks)
        same = numbers[:, None] == numbers[places]
        shared = np.zeros(same.shape)
        for (ours, theirs), members in zip(
            _RARITY, (spread == 1, spread == 2, spread == 3, spread > 3), strict=True
        ):
            both = _packed(after[:, members])[:, None, :] & _packed(before[:, members])[places]
            shared += np.where(same, ours, theirs) * np.bitwise_count(both).sum(2)
        sizes = [np.array([self.size(span) for span in spans]) for spans in (self.after, self.before)]
        like: Values = np.minimum(20 * shared / (60 + np.minimum(sizes[0][:, None], sizes[1][places])), 1.0)
        return like

    def repeated(self, places: NDArray[np.int64]) -> Values:
        """From 0 to 1, how much of a text those have said already that lead up to the end of another one; rows are as in `likeness`.

        Nothing on a page without copies: of 94 texts on the gold pages that say again a fifth or more of what stands right over
        them, mostly the name of a hospital, 83 go on with it.
        """
        if not self.copied:
            return np.zeros((len(self.whole), places.shape[1]))
        own, before = _packed(self._own), _packed(self._said)
        shared = np.bitwise_count(own[:, None, :] & before[places]).sum(2)
        sizes = np.array([[self.size(span)] for span in self.whole])
        return np.where(sizes < _SCRAP, 0.0, _said_again(shared / np.maximum(sizes, 1)))


def _said_again(share: Values | float) -> Values:
    """Say from 0 to 1 how much is said again where this share of the trigrams is: a name that returns is nothing, copies are all."""
    said: Values = np.clip((share - _HARDLY) / (_AGAIN - _HARDLY), 0.0, 1.0)
    return said


def told_alike(heads: Sequence[str], texts: Sequence[str]) -> Values:
    """Return for each two heads, one after the other, from 0 to 1 how far the same texts of a page have their words.

    Each head's words are shared out among the texts that have them; this is how much two such distributions overlap, the
    coefficient of Bhattacharyya (1943), and 0 where no text has a word of one of the two. Linear in the page.
    """
    size = len(texts)
    heading, own = _words_in(heads)
    known, own = np.unique(own, return_inverse=True)
    telling, told = _words_in(texts)
    at, ids = _find(known, told)
    # Each word with each of the texts that have it, word by word; then each head with each text that has one of its words.
    words, having = _pairs(ids, telling[at], size)
    often = np.bincount(words, minlength=len(known))
    head, word = _pairs(heading, own, len(known))
    kept = (often[word] > 0) & (often[word] <= _OFTEN)
    head, word = head[kept], word[kept]
    count = often[word]
    text = having[_runs((np.cumsum(often) - often)[word], count)]
    keys, of = np.unique(np.repeat(head, count) * size + text, return_inverse=True)
    share = np.bincount(of, np.repeat(1 / count, count))
    head = keys // max(size, 1)
    share = np.sqrt(share / np.bincount(head, share)[head])
    # The same text of the next head has a key that is higher by `size`.
    _, ours, next_ones = np.intersect1d(keys + size, keys, assume_unique=True, return_indices=True)
    alike = np.bincount(head[ours], share[ours] * share[next_ones], minlength=len(heads))
    return alike[: max(len(heads) - 1, 0)].astype(np.float64)


def _words_in(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the words (bigrams) of some texts as numbers, after the number of the text that each stands in."""
    codes = _grams(_chars("\n".join(texts)), 2)
    at = np.flatnonzero(codes)
    return np.searchsorted([end for _, end in _spans(texts)], at, "right"), codes[at]


def _find(known: NDArray[np.int64], codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where numbers stand that are known, and which of those each is; `known` ascends and has no 0."""
    buckets = np.zeros(_BUCKETS + 1, np.bool_)
    buckets[known & _BUCKETS] = True
    at = np.flatnonzero(buckets[codes & _BUCKETS])
    ids = np.searchsorted(known, codes[at])
    ids[ids == len(known)] = 0
    same = known[ids] == codes[at]
    return at[same], ids[same]


def _pairs(
    one: NDArray[np.int64], other: NDArray[np.int64], size: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each pair of two numbers once, in order; the second ones are below `size`."""
    return np.divmod(np.unique(one * size + other), max(size, 1))


def _runs(first: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers of runs that begin at `first` and have `count` numbers each, one run after the other."""
    return np.arange(count.sum()) + np.repeat(first - np.cumsum(count) + count, count)


class BesideUsual:
    """How two stretches of a page suit each other, less what is usual for either: where all the page is alike, that says nothing of two."""

    def __init__(self, of_two: Values, blocks: Sequence[int], strangers: float) -> None:
        """Take how each two suit each other; `blocks` is as in `CommonWords`, `strangers` what two texts of two articles do in the mean."""
        numbers = np.array(blocks)
        usual = excess(of_two, numbers[:, None] != numbers, strangers)
        self._usual: list[float] = usual.tolist()
        self.of_two: Values = of_two - (usual[:, None] + usual) / 2

    def of(self, value: float, some: Sequence[int], others: Sequence[int]) -> float:
        """Return a value of some stretches taken together and others taken together, less what is usual for them."""
        return value - (self._mean(some) + self._mean(others)) / 2

    def _mean(self, some: Sequence[int]) -> float:
        return sum(self._usual[at] for at in some) / len(some)


def excess(values: Values, apart: NDArray[np.bool_], usual: float) -> Values:
    """Return by how much each row is higher than is usual on other pages, where `apart` says what certainly isn't together.

    On a page of twelve notices that are the same but for a name all texts are alike, and that tells nothing of any two.
    """
    more: Values = np.where(apart, values - usual, 0.0).sum(1) / (apart.sum(1) + _DOUBT)
    return more


def _chars(text: str) -> NDArray[np.int64]:
    """Return the characters of a text as numbers, 0 for what is neither Chinese nor a Latin letter or digit."""
    chars = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.int64)
    latin = (chars < 0x80) & _LATIN[np.minimum(chars, 0x7F)]
    return np.where(((chars >= 0x3400) & (chars < 0xA000)) | latin, chars, 0)


_LATIN = np.array([chr(c).isalnum() for c in range(0x80)])


def _grams(chars: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return the n-gram that begins at each character as one number, 0 where none does."""
    grams, whole = chars, chars > 0
    for k in range(1, size):
        grams = (grams[:-1] << 16) | chars[k:]
        whole = whole[:-1] & (chars[k:] > 0)
    return np.where(whole, grams, 0)


def _spans(texts: Sequence[str]) -> list[Range]:
    """Return where each text stands when they are joined by line ends."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    return list(zip([0, *ends], ends, strict=False))


def _held(
    spans: Sequence[Range], at: NDArray[np.int64], ids: NDArray[np.int64], size: int
) -> NDArray[np.uint8]:
    """Return which of `size` grams each span holds; gram `ids[i]` begins at character `at[i]`."""
    held = np.zeros((len(spans), size), np.uint8)
    first, last = np.searchsorted(at, np.array(spans, np.int64).reshape(-1, 2)).T
    rows = np.repeat(np.arange(len(spans)), last - first)
    held[rows, ids[_runs(first, last - first)]] = 1
    return held


def _packed(held: NDArray[np.uint8] | NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Return each row as bits, 64 to a number."""
    room = np.zeros((len(held), -(-held.shape[1] // 64) * 64), np.uint8)
    room[:, : held.shape[1]] = held
    return np.packbits(room, axis=1).view(np.uint64)


def _as_bits(held: NDArray[np.uint8]) -> list[int]:
    """Return each row as a set of bits."""
    packed = np.packbits(held, axis=1, bitorder="little").tobytes()
    size = (held.shape[1] + 7) // 8
    return [int.from_bytes(packed[i * size : (i + 1) * size], "little") for i in range(len(held))]
