"""What speaks for an article as a whole: do its parts, its headline and its subheads make one story?

A link knows two pieces of text, a headline one article. What they make together can be odd all the same: parts that share no
rare word, of which one knows nothing of the headline, subheads of several kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from retrieval.articles.blocks import Head, is_signed
from retrieval.articles.headlines import Headlines, Places
from retrieval.articles.links import Links
from retrieval.articles.weights import Evidence

_UNLIKE = 0.05  # of what `RareWords.alike` gives
_ONE_WIDTH, _TWO_WIDTHS = 6, 12  # half-width columns by which the subheads of a story may differ


class Wholes:
    """The articles that the stretches and heads of a page may make."""

    def __init__(self, links: Links, headlines: Headlines) -> None:
        """Look at the page that the links and the headlines stand on."""
        self._links, self._headlines, self._page = links, headlines, headlines.page
        self._rare = self._page.common.rare_words()

    def of_heading(self, places: Places, headline: int | None, together: Sequence[int]) -> Evidence:
        """Yield what its headline and its subheads make of an article; `together` are the heads printed with the headline, and that."""
        if len(places) > 1:
            yield from self._of_subheads(places, {self._headlines.spots[n].head.at for n in together})
            if headline is not None:
                head = self._headlines.spots[headline].head.at
                for _, rest in self._parted(places):
                    known = self._page.words.known(head, self._headlines.words(rest))
                    yield "parts, the last without the headline's words", not known

    def _of_subheads(self, places: Places, heads: set[int]) -> Evidence:
        """Weigh the heads in its midst that are not its headline's."""
        slots = [self._subheads(at, heads) for before, at in pairwise(places) if at == before + 1]
        widths = [head.width for slot in slots for head, _ in slot]
        if widths:
            yield "subheads", float(len(widths))
            yield "subheads together", float(sum(len(slot) > 1 for slot in slots))
            yield "subheads, signed", float(sum(signed for slot in slots for _, signed in slot))
            yield "subheads of two widths", max(widths) - min(widths) > _ONE_WIDTH
            yield "subheads of many widths", max(widths) - min(widths) > _TWO_WIDTHS

    def _subheads(self, at: int, heads: set[int]) -> list[tuple[Head, bool]]:
        """Return the heads of a slot that name no section and aren't among `heads`, and whether each is signed."""
        slot = self._page.slots[at]
        return [
            (x, is_signed(slot, i))
            for i, x in enumerate(slot)
            if isinstance(x, Head) and not x.label and x.at not in heads
        ]

    def of_parts(self, places: Places) -> Evidence:
        """Weigh, of each two parts of it, whether what comes after is of one thing with all before it."""
        for k, kin in enumerate(self._kin(places), 1):
            front, rest = places[:k], places[k:]
            if self._runs_on(front[-1], rest[0]):
                yield "joins", 1.0
                yield "joins, kin", kin
                continue
            yield "parts", 1.0
            yield "parts, kin", kin
            if rest[0] != front[-1] + 1:
                yield "parts apart", 1.0
                yield "parts apart, kin", kin
                yield "parts apart, kin as one", self._page.kin_as_one(front, rest)
            yield "parts, says it again", max(self._links.repeated(t, rest[0]) for t in front)
            yield "parts, unlike", self._rare.alike(front, rest) < _UNLIKE
            yield "parts, signed", self._page.stretches[front[-1]].signed

    def _kin(self, places: Places) -> list[float]:
        """Return how kin what comes before each of its parts but the first is to that and the rest: the mean of all pairs."""
        kinship = self._page.kinship[np.ix_(places, places)]
        before = np.arange(1, len(places))
        among = kinship.cumsum(0).cumsum(1).diagonal()[:-1]
        means: list[float] = ((kinship.sum(1).cumsum()[:-1] - among) / (before * before[::-1])).tolist()
        return means

    def _parted(self, places: Places) -> Iterator[tuple[Places, Places]]:
        """Yield what stands before and after each place where something parts an article."""
        for k in range(1, len(places)):
            if not self._runs_on(places[k - 1], places[k]):
                yield places[:k], places[k:]

    def _runs_on(self, before: int, at: int) -> bool:
        """Return whether nothing stands between two pieces of text, or both are of one list."""
        if at != before + 1:
            return False
        page = self._page
        listed = page.stretches[before].bullet and page.stretches[at].bullet and not page.heads[at]
        return listed or page.blocks[at] == page.blocks[before]
