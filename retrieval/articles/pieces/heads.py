"""Which lines of a headline are the kicker, which the title, which the subtitle?

The title is one line or several in a row; what stands over it is the kicker, what stands under it the subtitle. Each way to
share the lines out is weighed: how each line reads, and whether two lines break where one thing ends and another begins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from retrieval.articles.evidence.weights import TITLES, Evidence, weigh
from retrieval.articles.evidence.words import seam_words
from retrieval.articles.looks import shapes
from retrieval.articles.looks.lines import HALVES, End, Seen, is_upright, open_quotes
from retrieval.articles.looks.style import as_inside, as_kicker, as_label, as_running_on, as_subtitle, seam
from retrieval.articles.pieces.blocks import Head

_MOST = 8  # lines that may be a title; what stands below is subtitle
_SAYS = re.compile("[^：]{2,6}：")  # who says what follows begins a clause: “警方：先垫钱的都是骗局”
_CLAUSE = 14  # half-width columns of a clause at least
_WIDE, _SHORT, _BOTH_SHORT, _NARROW, _EVEN = 36, 12, 22, 12, 4  # half-width columns
_IN_BRACKETS = re.compile(r"[（(][^）)]*[）)]")
_LABEL = -0.125  # log odds, in fours, by the wording from which a few characters over a line may name its column: “就业周记”


@dataclass(slots=True)
class Headline:
    """The lines of a headline by the part they play; each inner list of `title` was printed together."""

    kicker: list[Seen] = field(default_factory=list)
    title: list[list[Seen]] = field(default_factory=list)
    subtitle: list[Seen] = field(default_factory=list)


class Title(NamedTuple):
    """Which lines of a headline are its title: the first and the last of them."""

    first: int
    last: int


class Reads(NamedTuple):
    """How surely a line reads as a kicker, as a subtitle, as the midst of a sentence, as a label: log odds, in fours."""

    kicker: float
    subtitle: float
    inside: float
    label: float


class Look(NamedTuple):
    """The lines of a headline, how each reads, and what each two are to each other, one under the other."""

    lines: Sequence[Seen]
    reads: Sequence[Reads]
    seams: Sequence[Sequence[tuple[str, float]]]


def part_headlines(headlines: Sequence[Sequence[Head]]) -> list[Headline]:
    """Share the lines of each headline of a page out among kicker, title and subtitle.

    Example: “紧密型城市医疗集团建设试点城市交流会召开” / “聚智献策 助力城市医疗集团建设” is kicker and title,
    “骑着马” / “去打疫苗” a title in two lines.
    """
    lines = [[line for head in heads for line in head.lines] for heads in headlines]
    looks = iter(look_at([mine for mine in lines if len(mine) > 1]))
    titles = [_best(next(looks)) if len(mine) > 1 else Title(0, 0) for mine in lines]
    shown = [mine[title.first : title.last + 1] for mine, title in zip(lines, titles, strict=True)]
    starts = _clauses(shown) | {head.lines[0].n for heads in headlines for head in heads}
    return [
        Headline(mine[: title.first], _printed_together(own, starts), mine[title.last + 1 :])
        for mine, title, own in zip(lines, titles, shown, strict=True)
    ]


def look_at(headlines: Sequence[Sequence[Seen]]) -> list[Look]:
    """Look at the lines of some headlines, at all of them at once."""
    texts = [line.text for lines in headlines for line in lines]
    asked = (as_kicker(texts), as_subtitle(texts), as_inside(texts), as_label(texts))
    odds = iter([Reads(*x) for x in zip(*((values / 4).tolist() for values in asked), strict=True)])
    looks = []
    for lines in headlines:
        reads = [next(odds) for _ in lines]
        pairs = zip(pairwise(lines), pairwise(reads), strict=True)
        seams = [list(_of_seam(*two, *read)) for two, read in pairs]
        looks.append(Look(lines, reads, seams))
    return looks


def titles_of(lines: Sequence[Seen]) -> list[Title]:
    """Return which lines may be the title: all of one set upright, a character a line."""
    if is_upright([line.text for line in lines]):
        return [Title(0, len(lines) - 1)]
    size = min(len(lines), _MOST)
    return [Title(first, last) for first in range(size) for last in range(first, size)]


def _best(look: Look) -> Title:
    return max(titles_of(look.lines), key=lambda title: weigh(title_evidence(look, title), TITLES))


def title_evidence(look: Look, title: Title) -> Evidence:
    """Yield what there is to weigh of these lines being the title."""
    first, last = title
    for at, read in enumerate(look.reads):
        if at < first:
            yield "kicker", 1.0
            yield "kicker reads as one", read.kicker
            yield "kicker reads as a subtitle", read.subtitle
        elif at > last:
            yield "subtitle", 1.0
            yield "subtitle reads as one", read.subtitle
            yield "subtitle reads as a kicker", read.kicker
        else:
            yield "title reads as a kicker", read.kicker
            yield "title reads as a subtitle", read.subtitle
    width = sum(line.width for line in look.lines[first : last + 1])
    yield "title, wide", width / 40
    yield "title, a few characters", width <= _NARROW
    yield "title of three lines", last - first >= 2
    for at, values in enumerate(look.seams):
        if first <= at + 1 <= last + 1:
            seam = (
                "kicker over title"
                if at < first
                else "title over subtitle"
                if at == last
                else "title goes on"
            )
            for name, value in values:
                yield f"{seam}{name}", value


def _of_seam(above: Seen, below: Seen, over: Reads, read: Reads) -> Iterator[tuple[str, float]]:
    """Weigh what two lines of a headline, one under the other, are to each other."""
    apart = below.gap > 0 or below.at != above.at + 1
    longer = math.log(below.width / above.width)
    yield "", 1.0
    yield ", apart", apart
    yield ", a colon", above.text[-1] in "：:"
    yield ", a pause", above.end is End.PAUSE and above.text[-1] not in "：:"
    yield ", a stop", above.text[-1] in "！？!?…"
    yield ", a stop below", below.text[-1] in "！？!?…"
    yield ", a dash", below.text.startswith(shapes.DASHES)
    yield ", a dash at the end", above.text.endswith(shapes.DASHES)
    yield ", a quote stays open", open_quotes(above.text) > 0
    yield ", an office", shapes.ORGANISATION.search(above.text) is not None
    yield ", a place", shapes.is_place(above.text)
    yield ", the second longer", max(longer, 0.0)
    yield ", the first longer", max(-longer, 0.0)
    yield ", even", abs(above.width - below.width) <= _EVEN
    yield ", wide", (above.width + below.width) / 80
    yield ", the first wide", above.width >= _WIDE
    yield ", the first short", above.width <= _SHORT
    yield ", both short", max(above.width, below.width) <= _BOTH_SHORT
    yield ", halves", HALVES.search(above.text) is not None
    yield ", halves below", HALVES.search(below.text) is not None
    yield ", a word over the seam", 0.0 if apart else min(seam_words(above.text, [below.text])[0] / 6, 1.5)
    yield ", inside a sentence", read.inside
    yield ", a bullet", above.text[0] in shapes.BULLETS
    yield ", in brackets below", _IN_BRACKETS.fullmatch(below.text) is not None
    yield ", a label", max(over.label - _LABEL, 0.0) * (above.width <= _SHORT)


def _clauses(titles: Sequence[Sequence[Seen]]) -> set[int]:
    """Return the lines of titles, by number, that begin a clause of their own: “猪肉微涨 鸡蛋持平” under “五月菜价回落一成”.

    Titles of gold have a space over 227 of 289 such seams, over 438 of 626 others.
    """
    pairs = [
        (a, b)
        for title in titles
        for a, b in pairwise(title)
        if min(a.width, b.width) >= _CLAUSE and a.end is not End.PAUSE and open_quotes(a.text) <= 0
    ]
    if not pairs:
        return set()
    runs_on = as_running_on([seam(a.text, b.text) for a, b in pairs]).tolist()
    return {
        b.n
        for (a, b), odds in zip(pairs, runs_on, strict=True)
        if _SAYS.match(b.text) or (odds < 1 and not seam_words(a.text, [b.text])[0])
    }


def _printed_together(lines: Sequence[Seen], starts: set[int]) -> list[list[Seen]]:
    """Split a title into what was printed together, each begun by one of `starts`; a line after a colon belongs to it."""
    groups: list[list[Seen]] = []
    for line in lines:
        if groups and (line.n not in starts or groups[-1][-1].text.endswith(("：", ":"))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
