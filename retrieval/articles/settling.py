"""Read the whole page at once: which stretches make one article, under which headline?

Every stretch is followed by one other at most, and every head is the headline of one article at most. So the
links that are best for the page are an assignment, and so are the headlines, given the articles. Both are settled
together by steps: where another link is nearly as good, it is taken if the headlines fit better then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from retrieval.articles.blocks import Head, Strip, heads_of
from retrieval.articles.headlines import Headlines, Places
from retrieval.articles.links import Links
from retrieval.articles.pairing import pair
from retrieval.articles.weights import HEADLINE_SHARE, HEADLINE_USUAL, STRAY_HEAD

_NEARLY = 2.5  # how much worse a link may be to be tried
_TRIED = 12  # links that are tried in a step, the likeliest first
_STEPS = 3
_LONGEST = 200  # stretches that are read together: a newspaper's page has 20 to 100

Before = list[int | None]
"""The stretch that each stretch follows, None where it begins an article."""


@dataclass(slots=True)
class Chain:
    """The text of one article: the places of its stretches in reading order, and its headline's heads.

    `where` says where the headline stands from the text: over, under, in its midst, far …; `slot` in which slot.
    """

    places: Places
    heads: list[Head] = field(default_factory=list)
    where: str = ""
    slot: int = -1


def settle(strip: Strip) -> list[Chain]:
    """Return the articles of a page, by the first of their stretches.

    Example: of “…为返乡农民工送健康” after one text and “辽宁大连细化……” before the next, both in one slot, the
    first heads the text above and the second the one below.
    """
    chains = []
    for first, section in _sections(strip):
        reader = Reader(section)
        for chain in reader.chains(reader.settled()):
            chain.places = tuple(first + at for at in chain.places)
            chain.slot += first
            chains.append(chain)
    return chains


def _sections(strip: Strip) -> Iterator[tuple[int, Strip]]:
    """Cut what is longer than any newspaper's page into sections, each before a head if there is one, and number them.

    Time and memory grow with the square of a section, so they are linear in the page.
    """
    first, size = 0, len(strip.stretches)
    while first < size:
        last = min(first + _LONGEST, size)
        if last < size:
            headed = (k for k in range(last, first + _LONGEST // 2, -1) if heads_of(strip.slots[k]))
            last = next(headed, last)
        section = Strip(strip.stretches[first:last], strip.slots[first : last + 1])
        if last < size:
            section.slots[-1] = []
        for at, stretch in enumerate(section.stretches):
            stretch.at = at
        for at, head in enumerate(h for slot in section.slots for h in heads_of(slot)):
            head.at = at
        yield first, section
        first = last


class Reader:
    """Reads one page: what is each way of reading it worth, and which is best?"""

    def __init__(self, strip: Strip) -> None:
        """Weigh all links."""
        self.links = Links(strip)
        self.headlines = Headlines(self.links)
        self.options = self.links.options()

    def settled(self) -> Before:
        """Return the best reading that steps lead to."""
        before: Before = pair(self.options)
        worth = self.worth(before)
        for _ in range(_STEPS):
            found = next((x for x in self.changes(before) if self.worth(x) > worth + 1e-6), None)
            if found is None:
                break
            before, worth = found, self.worth(found)
        return before

    def headlines_of(self, articles: list[Places]) -> list[int | None]:
        """Return which head is the headline of each article, None where none is."""
        return pair([self.headlines.options(places) for places in articles])

    def worth(self, before: Before) -> float:
        """Return what speaks for a reading: for its links, for its headlines, and against heads left over."""
        articles = places_of(before)
        rows = [self.headlines.options(places) for places in articles]
        chosen = pair(rows)
        linked = sum(self.options[s][t] for s, t in enumerate(before))
        headed = sum(row[n] - HEADLINE_USUAL for row, n in zip(rows, chosen, strict=True))
        return linked + HEADLINE_SHARE * headed - STRAY_HEAD * self._stray(articles, chosen)

    def _stray(self, articles: list[Places], chosen: list[int | None]) -> int:
        """Count the heads that are no headline, stand beside none and in the midst of no article, and are no label."""
        taken, inside = {n for n in chosen if n is not None}, {s for places in articles for s in places[1:]}
        spots, count = self.headlines.spots, 0
        for n, spot in enumerate(spots):
            beside = any(m in taken and spots[m].slot == spot.slot for m in (n - 1, n + 1))
            count += not (n in taken or beside or spot.head.label or spot.slot in inside)
        return count

    def changes(self, before: Before) -> list[Before]:
        """Return the readings that differ in a link that is nearly as good, the likeliest first."""
        holders = {t: s for s, t in enumerate(before) if t is not None}
        found = [x for s in range(len(before)) for x in self._changes_of(s, before, holders)]
        found.sort(key=lambda x: x[0])
        readings = []
        for _, changed in found[:_TRIED]:
            reading = list(before)
            for s, t in changed:
                reading[s] = t
            readings.append(reading)
        return readings

    def _changes_of(
        self, s: int, before: Before, holders: dict[int, int]
    ) -> Iterator[tuple[float, list[tuple[int, int | None]]]]:
        """Yield what else `s` may follow, and what then becomes of the one that follows that now, with the loss."""
        now, options = before[s], self.options[s]
        for t, score in options.items():
            loss = options[now] - score
            if t == now or loss > _NEARLY:
                continue
            changed = [(s, t)]
            if t in holders:
                other = holders[t]
                free = {
                    u: x
                    for u, x in self.options[other].items()
                    if u is None or u == now or (u != t and u not in holders)
                }
                instead = max(free, key=free.__getitem__)
                loss += self.options[other][t] - free[instead]
                changed.append((other, instead))
            if loss <= _NEARLY:
                yield loss, changed

    def chains(self, before: Before) -> list[Chain]:
        """Return the articles of a reading with their headlines."""
        articles = places_of(before)
        chosen = self.headlines_of(articles)
        taken = {n for n in chosen if n is not None}
        chains = []
        for places, n in zip(articles, chosen, strict=True):
            mine = [] if n is None else self.headlines.printed_together(places, n, taken)
            taken.update(mine)
            heads = [self.headlines.spots[m].head for m in mine]
            if n is None:
                chains.append(Chain(places))
            else:
                spot = self.headlines.spots[n]
                chains.append(Chain(places, heads, self.headlines.where(places, spot), spot.slot))
        return chains


def places_of(before: Before) -> list[Places]:
    """Return the places of the stretches of each article in reading order, articles by their first stretch.

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
