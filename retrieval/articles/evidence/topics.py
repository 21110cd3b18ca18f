"""What is a text about? Two texts may share no rare word and yet be of one thing: a ward and its patients, a reservoir and its dam.

Each character and each pair of characters that is common in newspapers has a vector (`topics.npz`), and a text the sum of those it
has: texts of one article point in the same direction. The vectors are fitted so (`tests/benchmarks/fit_topics.py`); for vectors of
parts of words see Bojanowski et al. 2017, for learning them from texts that belong together Wieting et al. 2016.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles.evidence.overlap import Values
from retrieval.articles.evidence.parts import Index, Parts, rows_of

FILE = Path(__file__).with_name("topics.npz")
# By a logistic regression over pairs of texts on gold pages: how a cosine and the size of a text, in parts, change the log odds that
# both are of one article. Of long texts any two are near.
_ODDS, _GROWTH, _SIZE = 5.4, 1.5, 60.0


class Table(NamedTuple):
    """Parts of texts, as `style.COMMON` cuts them, and a vector for each, a row, of whole numbers up to 127."""

    parts: NDArray[np.str_]
    vectors: NDArray[np.int8]


_IN_USE: list[Table] = []


def table() -> Table:
    """Return the table in use; it is read when a page is cut first."""
    if not _IN_USE:
        _IN_USE.append(read_table(FILE))
    return _IN_USE[-1]


def use_table(new: Table) -> None:
    """Let texts be compared by another table."""
    _IN_USE[:] = [new]
    _index.cache_clear()


def read_table(path: Path) -> Table:
    """Read a table that `write_table` wrote."""
    with np.load(path) as found:
        return Table(found["parts"], found["vectors"])


def write_table(made: Table, path: Path) -> None:
    """Write a table."""
    np.savez_compressed(path, parts=made.parts, vectors=made.vectors)


@cache
def _index() -> Index:
    return Index.of(table().parts.tolist())


class Topics:
    """What some texts are about: a row for each, the sum of the vectors of its parts, and how many parts it has."""

    def __init__(self, sums: Values, sizes: Values) -> None:
        """Take sums of whole numbers: so they, and their products, are the same in any order."""
        self._sums, self._sizes = sums, sizes
        self._norms: Values = np.maximum(np.sqrt((sums**2).sum(1)), 1.0)
        self._together: dict[tuple[int, ...], Topics] = {}

    @classmethod
    def of(cls, texts: Parts) -> Topics:
        """Return what texts are about that are cut as `style.COMMON` says."""
        met, has = rows_of(texts, _index())
        return cls(has @ table().vectors[met].astype(float), has.sum(1))

    def as_one(self, some: Sequence[int]) -> Topics:
        """Return what some of the texts taken together are about."""
        places = tuple(some)  # a page is read in many ways, and most of them have the same parts
        if places not in self._together:
            at = list(places)
            self._together[places] = Topics(
                self._sums[at].sum(0, keepdims=True), self._sizes[at].sum(keepdims=True)
            )
        return self._together[places]

    def nearness(self, others: Topics) -> Values:
        """Say how near each text, a row, is to each of other texts, a column: log odds, less what is usual for the shorter one."""
        return self._odds(others) - _usual(np.minimum(self._sizes[:, None], others._sizes))

    def of_heads(self, heads: Topics) -> Values:
        """Say how near each text, a row, is to each head, a column: log odds, less what is usual for the text."""
        return self._odds(heads) - _usual(self._sizes)[:, None]

    def _odds(self, others: Topics) -> Values:
        cosines: Values = self._sums @ others._sums.T / (self._norms[:, None] * others._norms)
        return _ODDS * cosines


def _usual(sizes: Values) -> Values:
    usual: Values = _GROWTH * np.log1p(sizes / _SIZE)
    return usual
