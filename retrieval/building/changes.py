"""What did a reload change: which articles came, went, or were printed otherwise?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from typing import NamedTuple

from retrieval.articles.mending.build import lasting_name
from retrieval.errors import StoreError
from retrieval.index.store import Store


class Changes(NamedTuple):
    """Numbers of articles, and the new texts by name (`lasting_name`): of added articles and of those whose text changed."""

    added: int
    changed: int
    removed: int
    unchanged: int
    new: tuple[str, ...] = ()


def compare(old: Store, new: Store) -> Changes:
    """Count what changed from `old` to `new`; where `old` can't be read any more, all of `new` was added.

    The same text under the same id is unchanged, wherever it moved, and changed where newspaper, date, page, section or
    address are told otherwise; that is news to nobody. Of the rest, an article that went and one that came
    are one changed article if they stand in the same file under the same headline, or with the same id, which may be
    given and no text's own. Only files that differ are looked into.
    """
    try:
        return _compare(old, new)
    except StoreError:
        return _compare(Store.create(None), new)


def _compare(old: Store, new: Store) -> Changes:
    before, after = old.digests(), new.digests()
    names = sorted(n for n in before.keys() | after.keys() if before.get(n) != after.get(n))
    went = [_Row(name, *row) for name in names for row in old.texts(name)]
    came = [_Row(name, *row) for name in names for row in new.texts(name)]
    went, other = _unpaired(went, came, lambda row: (row.id, row.letters, row.told))
    went, came = _unpaired(went, other, lambda row: (row.id, row.letters))
    removed, added = _unpaired(went, came, lambda row: (row.source, row.id))
    removed, added = _unpaired(removed, added, lambda row: (row.source, row.title))
    # A text that another file held already is news to nobody.
    fresh = {(row.id, row.letters): row for row in came if not old.holds(row.id, row.letters)}
    named = tuple(lasting_name(row.id, row.letters, row.source) for row in fresh.values())
    unchanged = new.totals().articles - len(other)
    return Changes(len(added), len(other) - len(added), len(removed), unchanged, named)


class _Row(NamedTuple):
    """An article: its file, its id, digests of its text and of what is told of it, its headline."""

    source: str
    id: str
    letters: str
    told: str
    title: str | None


def _unpaired(
    went: list[_Row], came: list[_Row], likeness: Callable[[_Row], Hashable]
) -> tuple[list[_Row], list[_Row]]:
    """Return the rows that are left where as many on both sides as are alike have been paired."""
    pairs = Counter(map(likeness, went)) & Counter(map(likeness, came))
    return _without(went, pairs.copy(), likeness), _without(came, pairs, likeness)


def _without(rows: list[_Row], pairs: Counter[Hashable], likeness: Callable[[_Row], Hashable]) -> list[_Row]:
    left = []
    for row in rows:
        if pairs[likeness(row)] > 0:
            pairs[likeness(row)] -= 1
        else:
            left.append(row)
    return left
