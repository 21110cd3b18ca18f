"""A mapping that forgets the oldest entries, safe to use from several threads."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most `size` values; the one put first is forgotten first."""

    def __init__(self, size: int) -> None:
        """Make an empty mapping."""
        self._size = size
        self._values: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def put(self, key: K, value: V) -> None:
        """Remember `value` under `key`, as the newest."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            if len(self._values) > self._size:
                self._values.popitem(last=False)

    def get(self, key: K) -> V | None:
        """Return the value under `key`, None when unknown or forgotten."""
        return self._values.get(key)
