"""What did a reload change: which articles came, went, or were printed otherwise?"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from retrieval.errors import StoreError
from retrieval.store import Store


class Changes(NamedTuple):
    """Numbers of articles, and the ids of the new texts: those of added and of changed articles."""

    added: int
    changed: int
    removed: int
    unchanged: int
    new_ids: tuple[str, ...] = ()


def compare(old: Store, new: Store) -> Changes:
    """Count what changed from `old` to `new`; where `old` can't be read any more, all of `new` was added.

    The same text is unchanged, wherever it moved. Of the rest, an article that went and one that came are
    one changed article if they stand in the same file under the same headline. Only files that differ are
    looked into.
    """
    try:
        return _compare(old, new)
    except StoreError:
        return _compare(Store.create(None), new)


def _compare(old: Store, new: Store) -> Changes:
    before, after = old.digests(), new.digests()
    names = sorted(n for n in before.keys() | after.keys() if before.get(n) != after.get(n))
    went = [(name, *row) for name in names for row in old.headlines(name)]
    came = [(name, *row) for name in names for row in new.headlines(name)]
    stayed = Counter(id for _, id, _ in went) & Counter(id for _, id, _ in came)
    went, came = _without(went, stayed.copy()), _without(came, stayed.copy())
    places = Counter((name, title) for name, _, title in went)
    places &= Counter((name, title) for name, _, title in came)
    changed = places.total()
    added = len(came) - changed
    # A text that another file held already is news to nobody.
    ids = tuple(dict.fromkeys(id for _, id, _ in came if old.find(id) is None))
    return Changes(added, changed, len(went) - changed, new.totals().articles - len(came), ids)


def _without(
    rows: list[tuple[str, str, str | None]], stayed: Counter[str]
) -> list[tuple[str, str, str | None]]:
    """Leave out as many rows of each id as `stayed` says."""
    left = []
    for row in rows:
        if stayed[row[1]] > 0:
            stayed[row[1]] -= 1
        else:
            left.append(row)
    return left
