"""How much may one user or chat ask? A sliding minute, and one polite notice when it is full."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to go on; when not, whether to say so, and how many seconds to wait."""

    allowed: bool
    notice: bool = False
    wait_s: int = 0


@dataclass
class _Window:
    times: deque[float] = field(default_factory=deque)
    noticed: bool = False


class RateLimit:
    """At most `per_minute` events a key in any 60 seconds; 0 is no limit."""

    def __init__(
        self, per_minute: int, clock: Callable[[], float] = time.monotonic, keys: int = 10_000
    ) -> None:
        """Count for at most `keys` keys at once; the one unused longest is forgotten first."""
        self._per_minute = per_minute
        self._clock = clock
        self._keys = keys
        self._windows: OrderedDict[int, _Window] = OrderedDict()

    def take(self, key: int) -> Verdict:
        """Count an event of `key` if it is within the limit; the first refusal in a row asks for a notice."""
        if not self._per_minute:
            return Verdict(True)
        window, now = self._window(key), self._clock()
        while window.times and now - window.times[0] >= WINDOW_S:
            window.times.popleft()
        if len(window.times) < self._per_minute:
            window.times.append(now)
            window.noticed = False
            return Verdict(True)
        notice, window.noticed = not window.noticed, True
        return Verdict(False, notice, math.ceil(window.times[0] + WINDOW_S - now))

    def _window(self, key: int) -> _Window:
        window = self._windows.setdefault(key, _Window())
        self._windows.move_to_end(key)
        if len(self._windows) > self._keys:
            self._windows.popitem(last=False)
        return window
