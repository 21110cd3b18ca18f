"""Compare readings of a page as wholes: does a change of one link make better articles than the best links do?

The best links are an assignment, and so are the headlines given the articles; what an article is like as a whole can only be
seen when both are known. So the reading that the links make is bettered: each link that another is close to is changed in
turn, and the change made that makes the articles of the page best in all, until none makes them better.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from retrieval.articles.choosing.headlines import Headlines, Places
from retrieval.articles.choosing.links import Links
from retrieval.articles.choosing.wholes import Wholes
from retrieval.articles.evidence.pairing import pair
from retrieval.articles.evidence.weights import ARTICLES, Evidence, weigh
from retrieval.articles.pieces.blocks import Strip

CLOSE = 5.0  # how much worse all links may be, taken together, in a reading that is tried

# What other headlines can add to what a change makes of the texts: 2.0 changes nothing on the gold pages, 1.5 does.
_MOST_BY_HEADLINES = 2.5
# Readings that are tried and articles that are headed for them, of 200 stretches at most; a page with gold takes 5,600 at most, and
# 200 headlines over texts of which all are alike would take 350,000.
MOST_TRIED = 12_000
_ELSEWHERE = 2  # other places tried for what must make room
_NEAR = 10  # stretches from a changed link whose own are tried again

Heading = tuple[int | None, tuple[int, ...]]
"""An article's headline and the heads printed together with it, by their places among the heads."""
Moves = dict[int, int | None]
"""What some stretches follow in another reading: a change touches few of them."""


@dataclass(frozen=True)
class Reading:
    """One way to read a page: what each stretch follows, and the articles that makes with their headings."""

    before: list[int | None]
    articles: dict[Places, Heading]
    score: float
    takers: dict[int, list[int]] = field(default_factory=dict)  # as far as they were asked for

    @cached_property
    def after(self) -> dict[int, int]:
        """What follows each stretch that something follows."""
        return {t: s for s, t in enumerate(self.before) if t is not None}


class Readings:
    """The readings of a page."""

    def __init__(self, strip: Strip) -> None:
        """Weigh the links of the page."""
        self.links = Links(strip)
        self.headlines = Headlines(self.links.page)
        self.options = self.links.options()
        self._wholes = Wholes(self.links, self.headlines)
        self._wanting: dict[int, list[int]] = defaultdict(list)
        for s, options in enumerate(self.options):
            for t in options:
                if t is not None:
                    self._wanting[t].append(s)
        self._rank: dict[int, list[int | None]] = {}
        self._heads: dict[Places, dict[int | None, float]] = {}
        self._texts: dict[Places, float] = {}
        self._scores: dict[tuple[Places, Heading], float] = {}
        self.tried = 0
        self._rivals: dict[int, list[tuple[float, set[Places]]]] = {}

    def first(self) -> Reading:
        """Return the reading that the best links make."""
        return self.of(pair(self.options))

    def best(self) -> Reading:
        """Return the best reading that is found from the first one, by the change that brings most."""
        reading = self.first()
        gains: dict[int, float] = {}
        touched = set(range(len(self.options)))
        while touched:
            found = {s: self._best_change(reading, s) for s in touched}
            gains |= {s: r.score - reading.score for s, r in found.items()}
            most = max(gains, key=gains.__getitem__)
            better = found.get(most) or self._best_change(reading, most)
            if better.score > reading.score:
                touched = self._near(reading, better)
                reading = better
            else:  # nothing brings anything, or this does no more
                touched = {most} if gains[most] > 0 else set()
        return reading

    def _best_change(self, reading: Reading, s: int) -> Reading:
        """Return the best reading in which the link of `s` is changed, this one where none can be, or enough were tried."""
        changes = list(self.changes(reading, s)) if self.tried < MOST_TRIED else []
        self._rivals[s] = [(r.score - reading.score, reading.articles.keys() - r.articles) for r in changes]
        return max(changes, key=lambda r: r.score, default=reading)

    def margins(self) -> dict[Places, float]:
        """Return by how much each article of the best reading is better than what another link would make of its text.

        Those are missing that no change was tried of.
        """
        margins: dict[Places, float] = {}
        for gain, lost in chain.from_iterable(self._rivals.values()):
            for places in lost:
                margins[places] = min(-gain, margins.get(places, math.inf))
        return margins

    def _near(self, old: Reading, new: Reading) -> set[int]:
        """Return the stretches of articles that are new in a reading, near those whose links were changed."""
        moved = [s for s, t in enumerate(new.before) if t != old.before[s]]
        changed = {at for places in new.articles.keys() - old.articles.keys() for at in places}
        return {at for at in changed if any(abs(at - s) <= _NEAR for s in moved)}

    def of(self, before: Sequence[int | None]) -> Reading:
        """Return the reading that these links make: what each stretch follows."""
        return self._headed(before, places_of(before), {}, 0.0)

    def changes(self, reading: Reading, s: int) -> Iterator[Reading]:
        """Yield the readings in which `s` follows another stretch that suits it nearly as well, or begins an article.

        What that takes from others counts as well: where their links are much worse, it is no reading of the page.
        """
        options = self.options[s]
        least = options[reading.before[s]] - CLOSE
        for t, score in options.items():
            if t != reading.before[s] and score >= least:
                for moves in self._moves(reading, s, t):
                    changed = self._reread(reading, moves)
                    if changed:
                        yield changed

    def _reread(self, reading: Reading, moves: Moves) -> Reading | None:
        """Return the reading with these moves: articles that they touch are made anew, and headed anew with their rivals.

        None where the links are much worse, or the texts so much that no headline will make up for it.
        """
        self.tried += 1
        before = reading.before
        moved = sorted(s for s, t in moves.items() if t != before[s])
        if sum(self.options[s][before[s]] - self.options[s][moves[s]] for s in moved) > CLOSE:
            return None
        touched = {*moved, *(moves[s] for s in moved), *(before[s] for s in moved)}
        old = [places for places in reading.articles if not touched.isdisjoint(places)]
        new = _joined({at: moves.get(at, before[at]) for places in old for at in places})
        if sum(map(self._text_score, new)) < sum(map(self._text_score, old)) - _MOST_BY_HEADLINES:
            return None
        heads = {n for places in (*old, *new) for n in self._options(places) if n is not None}
        left, rivals = dict(reading.articles), []
        for places in old:
            del left[places]
        for places in reading.articles:
            if places in left and not heads.isdisjoint(self._options(places)):
                rivals.append(places)
                del left[places]
        score = reading.score - sum(self._score(p, reading.articles[p]) for p in (*old, *rivals))
        changed = [moves.get(at, t) for at, t in enumerate(before)]
        return self._headed(changed, sorted((*new, *rivals)), left, score)

    def _headed(
        self,
        before: Sequence[int | None],
        articles: list[Places],
        others: dict[Places, Heading],
        score: float,
    ) -> Reading:
        """Return the reading of other articles, which have that score, and of these, which have what heads those leave."""
        self.tried += len(articles)
        taken = {n for _, together in others.values() for n in together}
        options = [{n: x for n, x in self._options(p).items() if n not in taken} for p in articles]
        headlines = pair(options)
        taken.update(n for n in headlines if n is not None)
        found = dict(others)
        for places, n in zip(articles, headlines, strict=True):
            together = () if n is None else tuple(self.headlines.printed_together(places, n, taken))
            taken.update(together)
            found[places] = n, together
            score += self._score(places, found[places])
        return Reading(list(before), found, score)

    def _moves(self, reading: Reading, s: int, t: int | None) -> Iterator[Moves]:
        """Yield the ways to let `s` follow `t`: what followed `t` takes the best that is free or the second best, and who wants
        what `s` leaves most takes that, or nobody does.
        """
        left = reading.before[s]
        ways: list[Moves] = [{s: t}]
        if t is not None and (u := reading.after.get(t)) is not None:
            free = (v for v in self._ranked(u) if v is None or v == left or v not in reading.after)
            ways = [{s: t, u: v} for v in islice(free, _ELSEWHERE)]
        for way in ways:
            yield way
            taken = self._taken_up(reading, way, s)
            if taken != way:
                yield taken

    def _taken_up(self, reading: Reading, moves: Moves, s: int) -> Moves:
        """Let whoever wants most what `s` leaves follow it, and so on with what that one leaves."""
        moves = dict(moves)
        left = reading.before[s]
        while left is not None and left not in moves.values():
            gains = {
                u: options[left] - options[moves.get(u, reading.before[u])]
                for u in (*self._takers(reading, left), *moves)
                if u != s and left in (options := self.options[u])
            }
            u = max(gains, key=gains.__getitem__, default=s)
            if u == s or gains[u] <= 0:
                break
            left, moves[u] = moves.get(u, reading.before[u]), left
        return moves

    def _ranked(self, s: int) -> list[int | None]:
        """Return what `s` may follow, the best first."""
        if s not in self._rank:
            self._rank[s] = sorted(self.options[s], key=self.options[s].__getitem__, reverse=True)
        return self._rank[s]

    def _takers(self, reading: Reading, t: int) -> list[int]:
        """Return which stretches would rather follow `t` than what they follow."""
        if t not in reading.takers:
            reading.takers[t] = [
                s for s in self._wanting[t] if self.options[s][t] > self.options[s][reading.before[s]]
            ]
        return reading.takers[t]

    def differences(self, one: Reading, other: Reading) -> dict[str, float]:
        """Return by how much the evidence for one reading is more than that for another."""
        total: defaultdict[str, float] = defaultdict(float)
        for reading, sign in ((one, 1.0), (other, -1.0)):
            for places, heading in reading.articles.items():
                for name, value in self._evidence(places, heading):
                    total[name] += sign * float(value)
        return {name: value for name, value in total.items() if value}

    def _evidence(self, places: Places, heading: Heading) -> Evidence:
        yield from self._of_text(places)
        yield from self._of_heading(places, heading)

    def _of_text(self, places: Places) -> Evidence:
        before = (None, *places)
        yield "its links", sum(self.options[s][t] for s, t in zip(places, before, strict=False))
        yield from self._wholes.of_parts(places)

    def _of_heading(self, places: Places, heading: Heading) -> Evidence:
        yield "its headline", self._options(places)[heading[0]]
        yield from self._wholes.of_heading(places, *heading)

    def _text_score(self, places: Places) -> float:
        if places not in self._texts:
            self._texts[places] = weigh(self._of_text(places), ARTICLES)
        return self._texts[places]

    def _score(self, places: Places, heading: Heading) -> float:
        key = (places, heading)
        if key not in self._scores:
            self._scores[key] = self._text_score(places) + weigh(self._of_heading(places, heading), ARTICLES)
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
    return _joined(dict(enumerate(before)))


def _joined(before: Moves) -> list[Places]:
    """Return the places of the stretches of each article, of stretches that follow each other alone."""
    within = sorted(before)
    after = {t: s for s in within if (t := before[s]) is not None}
    met: set[int] = set()
    articles = []
    # Where stretches follow each other in a ring, the one that is printed first begins.
    for first in [*(s for s in within if before[s] is None), *within]:
        if first in met:
            continue
        row = [first]
        while (following := after.get(row[-1])) is not None and following != first:
            row.append(following)
        met.update(row)
        articles.append(tuple(row))
    return sorted(articles)
