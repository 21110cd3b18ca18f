"""Compare readings of a page as wholes: does a change of one link make better articles than the best links do?

The best links are an assignment, and so are the headlines given the articles; what an article is like as a whole can only be
seen when both are known. So the reading that the links make is bettered: each link that another is close to is changed in
turn, and the change made that makes the articles of the page best in all, until none makes them better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.articles.blocks import Strip
from retrieval.articles.headlines import Headlines, Places
from retrieval.articles.links import Links
from retrieval.articles.pairing import pair
from retrieval.articles.weights import ARTICLES, Evidence, weigh
from retrieval.articles.wholes import Wholes

CLOSE = 2.0  # how much worse a link may be that is tried


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a page: what each stretch follows, and the articles that makes with their heads by place.

    `headlines` names the headline of each article, `heads` those printed together with it.
    """

    before: tuple[int | None, ...]
    articles: list[Places]
    headlines: list[int | None]
    heads: list[list[int]]
    score: float


class Readings:
    """The readings of a page."""

    def __init__(self, strip: Strip) -> None:
        """Weigh the links of the page."""
        self.links = Links(strip)
        self.headlines = Headlines(self.links.page)
        self.options = self.links.options()
        self._wholes = Wholes(self.headlines)
        self._wanting: dict[int, list[int]] = defaultdict(list)
        for s, options in enumerate(self.options):
            for t in options:
                if t is not None:
                    self._wanting[t].append(s)
        self._heads: dict[Places, dict[int | None, float]] = {}
        self._scores: dict[tuple[Places, int | None, tuple[int, ...]], float] = {}

    def first(self) -> Reading:
        """Return the reading that the best links make."""
        return self.of(pair(self.options))

    def best(self) -> Reading:
        """Return the best reading that is found from the first one, by the change that brings most."""
        reading = self.first()
        gains: dict[int, float] = {}
        touched = set(range(len(self.options)))
        while touched:
            for s in touched:
                gains[s] = (
                    max((r.score for r in self.changes(reading, s)), default=reading.score) - reading.score
                )
            most = max(gains, key=gains.__getitem__)
            better = max(self.changes(reading, most), key=lambda r: r.score, default=reading)
            if better.score > reading.score:
                old = set(reading.articles)
                touched = {at for places in better.articles if places not in old for at in places}
                reading = better
            else:  # nothing brings anything, or this does no more
                touched = {most} if gains[most] > 0 else set()
        return reading

    def of(self, before: Sequence[int | None]) -> Reading:
        """Return the reading that these links make: what each stretch follows."""
        articles = places_of(before)
        options = [self._options(places) for places in articles]
        headlines = pair(options)
        heads: list[list[int]] = []
        taken = {n for n in headlines if n is not None}
        for places, n in zip(articles, headlines, strict=True):
            mine = [] if n is None else self.headlines.printed_together(places, n, taken)
            taken.update(mine)
            heads.append(mine)
        score = sum(map(self._score, articles, headlines, heads))
        return Reading(tuple(before), articles, headlines, heads, score)

    def changes(self, reading: Reading, s: int, close: float = CLOSE) -> Iterator[Reading]:
        """Yield the readings in which `s` follows another stretch that suits it nearly as well, or begins an article."""
        options = self.options[s]
        least = options[reading.before[s]] - close
        for t, score in options.items():
            if t != reading.before[s] and score >= least:
                yield self.of(self._changed(reading.before, s, t))

    def _changed(self, before: Sequence[int | None], s: int, t: int | None) -> list[int | None]:
        """Let `s` follow `t`: what followed `t` takes the best that is free, and so does who wants what `s` leaves most."""
        after = list(before)
        left, after[s] = before[s], t
        if t is not None and t in before:
            u = before.index(t)
            free = [v for v in self.options[u] if v is None or v not in after]
            after[u] = max(free, key=self.options[u].__getitem__)
        while left is not None and left not in after:
            gains = {
                u: self.options[u][left] - self.options[u][after[u]] for u in self._wanting[left] if u != s
            }
            u = max(gains, key=gains.__getitem__, default=s)
            if u == s or gains[u] <= 0:
                break
            left, after[u] = after[u], left
        return after

    def differences(self, one: Reading, other: Reading) -> dict[str, float]:
        """Return by how much the evidence for one reading is more than that for another."""
        total: defaultdict[str, float] = defaultdict(float)
        for reading, sign in ((one, 1.0), (other, -1.0)):
            for article in zip(reading.articles, reading.headlines, reading.heads, strict=True):
                for name, value in self._evidence(*article):
                    total[name] += sign * float(value)
        return {name: value for name, value in total.items() if value}

    def _evidence(self, places: Places, headline: int | None, together: list[int]) -> Evidence:
        before = (None, *places)
        yield "its links", sum(self.options[s][t] for s, t in zip(places, before, strict=False))
        yield "its headline", self._options(places)[headline]
        yield from self._wholes.evidence(places, headline, together)

    def _score(self, places: Places, headline: int | None, together: list[int]) -> float:
        key = (places, headline, tuple(together))
        if key not in self._scores:
            self._scores[key] = weigh(self._evidence(places, headline, together), ARTICLES)
        return self._scores[key]

    def _options(self, places: Places) -> dict[int | None, float]:
        if places not in self._heads:
            self._heads[places] = self.headlines.options(places)
        return self._heads[places]


def places_of(before: Sequence[int | None]) -> list[Places]:
    """Return the places of the stretches of each article in reading order; `before` is what each one follows.

    >>> places_of([None, 0, None, 1])
    [(0, 1, 3), (2,)]
    """
    after = {t: s for s, t in enumerate(before) if t is not None}
    firsts = [s for s, t in enumerate(before) if t is None]
    met: set[int] = set()
    articles = []
    # Where stretches follow each other in a ring, the one that is printed first begins.
    for first in [*firsts, *range(len(before))]:
        if first in met:
            continue
        chain = [first]
        while (following := after.get(chain[-1])) is not None and following != first:
            chain.append(following)
        met.update(chain)
        articles.append(tuple(chain))
    return sorted(articles)
