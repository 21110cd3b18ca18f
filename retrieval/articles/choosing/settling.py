"""Read the whole page at once: which stretches make one article, under which headline?

Every stretch is followed by one other at most, so the links that are best for the page are an assignment; every
head is the headline of one article at most, so the headlines, given the articles, are another. Where the articles
that this makes are odd as wholes, a link is changed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from retrieval.articles.choosing.headlines import Places
from retrieval.articles.choosing.readings import Reading, Readings
from retrieval.articles.evidence.weights import ARTICLES, LINKS, strongest
from retrieval.articles.pieces.blocks import Head, Stretch, Strip, heads_of

_LONGEST = 200  # stretches that are read together: a newspaper's page has 20 to 100


@dataclass(slots=True)
class Chain:
    """The text of one article: the places of its stretches in reading order, and its headline's heads.

    `where` says where the headline stands from the text: over, under, in its midst, far …; `slot` in which slot. `margin` is by
    how much the page is worse read otherwise.
    """

    places: Places
    heads: list[Head] = field(default_factory=list)
    where: str = ""
    slot: int = -1
    margin: float = math.inf


def settle(strip: Strip) -> list[Chain]:
    """Return the articles of a page, by the first of their stretches.

    Example: of “…为返乡农民工送健康” after one text and “辽宁大连细化……” before the next, both in one slot, the
    first heads the text above and the second the one below.
    """
    return [chain for first, readings, reading in _read(strip) for chain in _chains(first, readings, reading)]


def weigh_pieces(strip: Strip) -> dict[int, str]:
    """Say of each piece of text, by its first line, what speaks for its place, and what would be second best.

    Example: “begins an article, 5.4: new dateline +1.9, new leads +1.4; or else goes on from line 144, -2.5”.
    """
    told = {}
    for _, readings, reading in _read(strip):
        options, first, links = readings.options, readings.first(), readings.links
        stretches = links.page.stretches
        better = strongest(readings.differences(reading, first).items(), ARTICLES)
        for s, t in enumerate(reading.before):
            stretch = stretches[s]
            second = max((u for u in options[s] if u != t), key=options[s].__getitem__, default=t)
            why = strongest(links.evidence(None if t is None else stretches[t], stretch), LINKS)
            told[stretch.first.n] = f"{_link(stretches, options[s], t)}: {why}"
            if second != t:
                told[stretch.first.n] += f"; or else {_link(stretches, options[s], second)}"
            if t != first.before[s]:
                told[stretch.first.n] += f"; changed, since the page reads better so: {better}"
    return told


def _link(stretches: list[Stretch], options: dict[int | None, float], t: int | None) -> str:
    place = "begins an article" if t is None else f"goes on from line {stretches[t].last.n}"
    return f"{place}, {options[t]:.1f}"


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
        section = Strip(strip.stretches[first:last], strip.slots[first : last + 1], strip.unspaced)
        if last < size:
            section.slots[-1] = []
        section.count()
        yield first, section
        first = last


def _read(strip: Strip) -> Iterator[tuple[int, Readings, Reading]]:
    """Read each section of a page: where its stretches begin, its readings, and the one to take.

    What is longer than three sections is read by its links alone: it is no newspaper's page, and of 100,000 lines
    the search for a better reading would take two thirds of the time.
    """
    short = len(strip.stretches) <= 3 * _LONGEST
    for first, section in _sections(strip):
        readings = Readings(section)
        yield first, readings, readings.best() if short else readings.first()


def _chains(first: int, readings: Readings, reading: Reading) -> Iterator[Chain]:
    """Yield the articles of a section whose stretches are counted from `first`."""
    spots, margins = readings.headlines.spots, readings.margins()
    for places, (n, together) in sorted(reading.articles.items()):
        chain = Chain(tuple(first + at for at in places), margin=margins.get(places, math.inf))
        if n is not None:
            chain.heads = [spots[m].head for m in together]
            chain.where = readings.headlines.where(places, spots[n])
            chain.slot = first + spots[n].slot
        yield chain
