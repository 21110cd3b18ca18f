"""Read the whole page at once: which stretches make one article, under which headline?

Every stretch is followed by one other at most, so the links that are best for the page are an assignment; every
head is the headline of one article at most, so the headlines, given the articles, are another. Where the articles
that this makes are odd as wholes, a link is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from retrieval.articles.blocks import Head, Strip, heads_of
from retrieval.articles.headlines import Places
from retrieval.articles.readings import Readings
from retrieval.articles.weights import ARTICLES

_LONGEST = 200  # stretches that are read together: a newspaper's page has 20 to 100


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
    short = _is_short(strip)
    return [chain for first, section in _sections(strip) for chain in _chains(first, section, short)]


def weigh_pieces(strip: Strip) -> dict[int, str]:
    """Say of each piece of text, by its first line, what speaks for its place, and what would be second best.

    Example: “begins an article, 5.4: new dateline +1.9, new leads +1.4; or else goes on from line 144, -2.5”.
    """
    told = {}
    for _, section in _sections(strip):
        readings = Readings(section)
        options, first = readings.options, readings.first()
        best = readings.best() if _is_short(strip) else first
        better = _strongest(readings.differences(best, first))
        for s, t in enumerate(best.before):
            stretch = section.stretches[s]
            second = max((u for u in options[s] if u != t), key=options[s].__getitem__, default=t)
            why = ", ".join(f"{name} {value:+.1f}" for name, value in readings.links.strongest(t, s))
            told[stretch.first.n] = f"{_link(section, options[s], t)}: {why}"
            if second != t:
                told[stretch.first.n] += f"; or else {_link(section, options[s], second)}"
            if t != first.before[s]:
                told[stretch.first.n] += f"; changed, since the page reads better so: {better}"
    return told


def _strongest(differences: dict[str, float], most: int = 3) -> str:
    weighed = [(name, ARTICLES.get(name, 0.0) * value) for name, value in differences.items()]
    return ", ".join(f"{name} {x:+.1f}" for name, x in sorted(weighed, key=lambda x: -abs(x[1]))[:most])


def _link(section: Strip, options: dict[int | None, float], t: int | None) -> str:
    place = "begins an article" if t is None else f"goes on from line {section.stretches[t].last.n}"
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
        section = Strip(strip.stretches[first:last], strip.slots[first : last + 1])
        if last < size:
            section.slots[-1] = []
        section.count()
        yield first, section
        first = last


def _is_short(strip: Strip) -> bool:
    """Return whether a page is short enough to look for its best reading: what is longer is read by its links alone.

    It is no newspaper's page, and of 100,000 lines the search would take two thirds of the time.
    """
    return len(strip.stretches) <= 3 * _LONGEST


def _chains(first: int, section: Strip, short: bool) -> Iterator[Chain]:
    """Yield the articles of a section whose stretches are counted from `first`; `short` is what `_is_short` says."""
    readings = Readings(section)
    reading = readings.best() if short else readings.first()
    spots = readings.headlines.spots
    for places, (n, together) in sorted(reading.articles.items()):
        chain = Chain(tuple(first + at for at in places))
        if n is not None:
            chain.heads = [spots[m].head for m in together]
            chain.where = readings.headlines.where(places, spots[n])
            chain.slot = first + spots[n].slot
        yield chain
