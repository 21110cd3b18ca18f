"""What speaks for an article as a whole: do its parts, its headline and its subheads make one story?

A link knows two pieces of text, a headline one article. What they make together can be odd all the same: parts that share no
rare word, of which one knows nothing of the headline, subheads of several kinds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from retrieval.articles.choosing.headlines import Headlines, Places, Spot, midst
from retrieval.articles.choosing.links import Links
from retrieval.articles.evidence.overlap import Values
from retrieval.articles.evidence.weights import Evidence
from retrieval.articles.pieces.blocks import Head, is_signed
from retrieval.articles.pieces.subheads import alikeness

_UNLIKE = 0.05  # of what `RareWords.alike` gives
_ONE_WIDTH, _TWO_WIDTHS = 6, 12  # half-width columns by which the subheads of a story may differ
# What ties two parts of an article, and what that is called among the evidence by itself and with what it is weighed by.
_TIES = {tie: (tie, f"{tie}, kin", f"{tie}, near") for tie in ("joins", "lists", "parts")}


class Wholes:
    """The articles that the stretches and heads of a page may make."""

    def __init__(self, links: Links, headlines: Headlines) -> None:
        """Look at the page that the links and the headlines stand on."""
        self._links, self._headlines, self._page = links, headlines, headlines.page
        self._rare = self._page.common.rare_words()
        self._alike = np.stack([self._page.kinship, self._page.nearness])
        self._heads: dict[int, list[Spot]] = defaultdict(list)
        for spot in headlines.spots:
            if not spot.head.label:
                self._heads[spot.slot].append(spot)

    def of_heading(self, places: Places, headline: int | None, together: Sequence[int]) -> Evidence:
        """Yield what its headline and its subheads make of an article; `together` are the heads printed with the headline, and that."""
        if len(places) > 1:
            head = None if headline is None else self._headlines.spots[headline].head
            yield from self._of_subheads(places, head, [self._headlines.spots[n] for n in together])
            if head is not None:
                for _, rest in self._parted(places):
                    known = self._page.words.known(head.at, self._headlines.words(rest))
                    yield "parts, the last without the headline's words", not known
                    yield "parts, the last near the headline", self._headlines.nearness(rest)[head.at]

    def _of_subheads(self, places: Places, headline: Head | None, own: Sequence[Spot]) -> Evidence:
        """Weigh the heads in its midst that are not its headline's (`own`)."""
        mine = {spot.head.at for spot in own}
        slots = [[x for x in self._heads[at] if x.head.at not in mine] for at in midst(places)]
        subheads = [spot for slot in slots for spot in slot]
        if subheads:
            widths = [spot.head.width for spot in subheads]
            yield "subheads", float(len(widths))
            yield "subheads together", float(sum(len(slot) > 1 for slot in slots))
            yield "signed twice", any(map(self._signed, subheads)) and any(map(self._signed, own))
            read = [self._page.headlines.item(spot.head.at) for spot in subheads]
            yield "subheads that read as headlines", float(sum(read))
            if headline is not None:
                yield "subheads like the headline", max(alikeness(headline, x.head) for x in subheads)
            yield "subheads of two widths", max(widths) - min(widths) > _ONE_WIDTH
            yield "subheads of many widths", max(widths) - min(widths) > _TWO_WIDTHS

    def _signed(self, spot: Spot) -> bool:
        return is_signed(self._page.slots[spot.slot], spot.index)

    def of_parts(self, places: Places) -> Evidence:
        """Weigh, of each two parts of it, whether what comes after is of one thing with all before it."""
        again = None
        for k, (kin, near) in enumerate(_before(self._alike, places), 1):
            front, rest = places[:k], places[k:]
            tie = self._tie(front[-1], rest[0])
            yield from zip(_TIES[tie], (1.0, kin, near), strict=True)
            if tie != "parts":
                yield f"{tie}, among copies", self._page.common.copied
                continue
            again = self._again(places) if again is None else again
            if rest[0] != front[-1] + 1:
                yield "parts apart", 1.0
                yield "parts apart, kin", kin
                yield "parts apart, kin as one", self._page.kin_as_one(front, rest)
                yield "parts apart, near", near
                yield "parts apart, near as one", self._page.near_as_one(front, rest)
            yield "parts, says it again", again[k - 1]
            yield "parts, unlike", self._rare.alike(front, rest) < _UNLIKE
            yield "parts, signed", self._page.stretches[front[-1]].signed

    def _again(self, places: Places) -> list[float]:
        """Return how much each of its parts but the first, or one after it, says again of what stands before that part."""
        said = self._links.repeated(places)
        most = np.maximum.accumulate(np.maximum.accumulate(said, 1)[::-1], 0)[::-1]
        repeated: list[float] = most.diagonal(-1).tolist()
        return repeated

    def _parted(self, places: Places) -> Iterator[tuple[Places, Places]]:
        """Yield what stands before and after each place where something parts an article."""
        for k in range(1, len(places)):
            if self._tie(places[k - 1], places[k]) == "parts":
                yield places[:k], places[k:]

    def _tie(self, before: int, at: int) -> str:
        """Say what ties two pieces of text: nothing stands between ("joins"), both are of one list ("lists"), or something "parts" them."""
        if at != before + 1:
            return "parts"
        page = self._page
        together = page.blocks[at] == page.blocks[before]
        if page.stretches[before].bullet and page.stretches[at].bullet and (together or not page.heads[at]):
            return "lists"
        return "joins" if together else "parts"


def _before(alike: Values, places: Places) -> list[list[float]]:
    """Return how alike what comes before each part of an article but the first is to that and the rest: the means of all pairs.

    `alike` holds several ways in which two can be alike; of each part they stand together.
    """
    at = np.array(places)
    mine = alike[:, at[:, None], at]
    before = np.arange(1, len(places))
    among = mine.cumsum(1).cumsum(2).diagonal(axis1=1, axis2=2)[:, :-1]
    means: list[list[float]] = ((mine.sum(2).cumsum(1)[:, :-1] - among) / (before * before[::-1])).T.tolist()
    return means
