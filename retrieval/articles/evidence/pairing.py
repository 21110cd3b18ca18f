"""Pair rows with columns so that the sum of the scores is greatest: each column goes to one row at most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

Column = TypeVar("Column")


def pair(rows: Sequence[Mapping[Column | None, float]]) -> list[Column | None]:
    """Return the column of each row; None is a column that any number of rows may have.

    Rows come in one after the other; each takes the best way of changes (Ford and Fulkerson's augmenting path):
    a column that is free, or one whose row is better off giving it up than we are without it. Where few rows want
    the same column, as on a page, that is a step or two a row. A column that scores less than None is left out.

    >>> pair([{None: 0.0, "a": 3.0, "b": 2.0}, {None: 0.0, "a": 4.0}])
    ['b', 'a']
    """
    rows = [{c: x for c, x in row.items() if c is None or x > row[None]} for row in rows]
    taken: list[Column | None] = [None] * len(rows)
    owner: dict[Column, int] = {}
    for row in range(len(rows)):
        for mover, column in _best_changes(rows, row, owner):
            old, taken[mover] = taken[mover], column
            if old is not None and owner.get(old) == mover:
                del owner[old]
            if column is not None:
                owner[column] = mover
    return taken


def _best_changes(
    rows: Sequence[Mapping[Column | None, float]],
    row: int,
    owner: dict[Column, int],
) -> list[tuple[int, Column | None]]:
    """Return which rows take which columns when `row` comes in, the last mover first.

    The rows before were paired best, so whoever loses a column loses by it: a way through a column that is taken
    can bring no more than it has brought when it takes that column.
    """
    gain = {row: 0.0}  # what it brings when all is changed up to a row, which then lacks a column
    before: dict[int, tuple[int, Column | None]] = {}
    best, end, last = float("-inf"), row, None
    waiting = [row]
    for _ in range(len(rows) + 1):
        reached = set()
        for mover in waiting:
            for column, score in rows[mover].items():
                total = gain[mover] + score
                if total > best + 1e-9 and (column is None or column not in owner):
                    best, end, last = total, mover, column
        for mover in waiting:
            for column, score in rows[mover].items():
                total = gain[mover] + score
                if column is None or total <= best + 1e-9 or column not in owner:
                    continue
                holder = owner[column]
                total -= rows[holder][column]
                if holder not in (mover, row) and total > gain.get(holder, float("-inf")) + 1e-9:
                    gain[holder] = total
                    before[holder] = (mover, column)
                    reached.add(holder)
        if not reached:
            break
        waiting = sorted(reached)
    return _unwind(before, row, end, last)


def _unwind(
    before: dict[int, tuple[int, Column | None]], row: int, mover: int, column: Column | None
) -> list[tuple[int, Column | None]]:
    changes = [(mover, column)]
    while mover != row:
        mover, column = before[mover]
        changes.append((mover, column))
    return changes
