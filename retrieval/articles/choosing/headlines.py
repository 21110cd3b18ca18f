"""What speaks for a head being an article's headline: does it stand over its text, under it, in its midst?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from retrieval.articles.evidence.openings import is_fresh, repeats
from retrieval.articles.evidence.overlap import Values
from retrieval.articles.evidence.weights import BESIDE, HEADLINES, Evidence, by_spacing, weigh
from retrieval.articles.looks import shapes
from retrieval.articles.looks.style import as_kicker, as_subtitle
from retrieval.articles.pieces.blocks import Head, Slot, has_mark, heads_of, is_signed, jumps_up
from retrieval.articles.pieces.context import Pieces
from retrieval.articles.pieces.subheads import mark_of, subhead_cost
from retrieval.records import Role

_FAR_KNOWN = 0.2  # the share of its words that a text must have for a head that doesn't stand by it
# Log odds that a head belongs to the headline beside it above which it does: under even, for what doesn't is left to nobody.
_BELONGS = -0.7
_AWAY = -0.2  # leaning of a head's words to other texts that hardly a kicker's or a subtitle's have
_WINDOW = 8  # slots on either side of a text whose heads may be its headline

# What speaks for a head that says of which kind its text is: “秋水（组诗）” is the headline of what it stands over.
_TITLED = 4.0

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a head stands: in which slot, as which of its things."""

    slot: int
    index: int
    head: Head


class Headlines:
    """The heads of a page, and how well each would head an article, given as the places of its stretches."""

    def __init__(self, page: Pieces) -> None:
        """Note where each head stands."""
        self.page = page
        self.slots, self.stretches = page.slots, page.stretches
        self.spots = [
            Spot(k, i, x)
            for k, slot in enumerate(self.slots)
            for i, x in enumerate(slot)
            if isinstance(x, Head)
        ]
        self._reach = list(accumulate(map(bool, self.slots)))
        self._words: dict[Places, int] = {}
        self._near: dict[Places, list[float]] = {}
        self._marks: dict[Places, Counter[str]] = {}
        self._standing: dict[tuple[int, str], float] = {}
        self._belonging: dict[tuple[Places, int, int], bool] = {}

    def options(self, places: Places) -> dict[int | None, float]:
        """Return the score of having no headline, and of each head that is better, by its place among the heads."""
        none = weigh(self.of_none(places), HEADLINES)
        scores: dict[int | None, float] = {None: none}
        for n in self.near(places):
            spot, where = self.spots[n], self.where(places, self.spots[n])
            if (n, where) not in self._standing:
                self._standing[n, where] = weigh(self._of_standing(spot, where), HEADLINES)
            score = self._standing[n, where] + weigh(self._of_text(places, spot, where), HEADLINES)
            score += _TITLED * (spot.head.titled and where == "over")
            if score > none:
                scores[n] = score
        return scores

    def near(self, places: Places) -> list[int]:
        """Return the heads by an article's text, and those a little farther away that have its words, by place."""
        low, high = self._reach[min(places)] - _WINDOW, self._reach[max(places) + 1] + _WINDOW
        words = self.words(places)
        return [
            n
            for n, spot in enumerate(self.spots)
            if low <= self._reach[spot.slot] <= high
            and (
                spot.slot in places
                or spot.slot - 1 in places
                or (not spot.head.label and self.page.words.known(spot.head.at, words) >= _FAR_KNOWN)
            )
        ]

    def words(self, places: Places) -> int:
        """Return which words of the page's heads an article's text has, as a set of bits."""
        if places not in self._words:
            whole, found = self.page.words.whole, 0
            for at in places:
                found |= whole[at]
            self._words[places] = found
        return self._words[places]

    def nearness(self, places: Places) -> list[float]:
        """Return how near each head of the page is to an article in what they are about."""
        if places not in self._near:
            text = self.page.topics.as_one(places)
            self._near[places] = text.of_heads(self.page.head_topics)[0].tolist()
        return self._near[places]

    def of_none(self, places: Places) -> Evidence:
        """Yield what there is to weigh of an article having no headline."""
        first, size = self.stretches[places[0]], sum(len(self.stretches[at].text) for at in places)
        yield "none", 1.0
        yield "none, a bullet", first.bullet
        yield "none, in a list of briefs", first.listed and not first.dateline
        yield "none, a caption", self.page.caption.item(first.at)
        yield "none, a dateline", first.dateline
        yield "none, from another page", jumps_up(self.slots[places[0]])
        yield "none, begins inside a sentence", first.inside / 6
        yield "none, reads as a beginning", self.page.beginning.item(first.at)
        yield "none, signed", has_mark(self.slots[places[0]], Role.BYLINE)
        yield "none, short", size < 120
        yield "none, long", size > 500

    def where(self, places: Places, spot: Spot) -> str:
        """Say where a head stands from an article's text."""
        slot = spot.slot
        if slot == places[0]:
            return "over"
        if slot == places[-1] + 1:
            return "under"
        if slot in places:
            return "midst" if slot in midst(places) else "over a part"
        return "under a part" if slot - 1 in places else "far"

    def evidence(self, places: Places, spot: Spot) -> Evidence:
        """Yield what there is to weigh of a head being the article's headline."""
        where = self.where(places, spot)
        yield from self._of_standing(spot, where)
        yield from self._of_text(places, spot, where)

    def _of_text(self, places: Places, spot: Spot, where: str) -> Evidence:
        """Weigh whether head and text share their words."""
        words, head = self.words(places), spot.head
        known = self.page.words.known(head.at, words)
        near, rather = self._near_it(places, spot)
        yield "near", near
        yield f"{where}, near", near
        yield "rather near it than near its neighbour", rather
        yield "has its words", known
        yield f"{where}, has its words", known
        if not known:
            yield "has none of its words", 1.0
        if known < 0.2:
            yield "label, none of its words", head.label
            yield "a few characters, none of its words", _is_few(head)
        yield "rather than its neighbour", sum(self._leanings(places, spot))
        yield "marked like a subhead", self._marked_like_subhead(places, spot, where)
        if self.stretches[places[0]].dateline:
            yield f"{where}, dateline", 1.0
        if where == "midst":
            yield "midst, the first of many", float(sum(1 for s in self.spots if s.slot in places[1:]) - 1)

    def _marked_like_subhead(self, places: Places, spot: Spot, where: str) -> bool:
        """Return whether another head in the midst of an article has the same bullet, or a number too."""
        if places not in self._marks:
            heads = (head for at in midst(places) for head in self.page.heads[at])
            self._marks[places] = Counter(map(mark_of, heads))
        mark = mark_of(spot.head)
        return mark != "" and self._marks[places][mark] > (where == "midst")

    def _beside(self, places: Places, spot: Spot) -> Iterator[int]:
        """Yield where other text stands right over a head and right under it."""
        for at in (spot.slot - 1, spot.slot):
            if 0 <= at < len(self.stretches) and at not in places:
                yield at

    def _near_it(self, places: Places, spot: Spot) -> tuple[float, float]:
        """Return how near a head is to an article in what they are about, and by how much more than to other text beside it."""
        near = self.nearness(places)[spot.head.at]
        others = [self.page.head_near.item(at, spot.head.at) for at in self._beside(places, spot)]
        return near, near - max(others, default=near)

    def _leanings(self, places: Places, spot: Spot) -> Iterator[float]:
        """Yield how much the head's words are the article's rather than those of other text beside it."""
        ours, words, head = self.words(places), self.page.words, spot.head.at
        for at in self._beside(places, spot):
            yield words.leaning(head, ours, words.before[at] if at < spot.slot else words.after[at])

    def _of_standing(self, spot: Spot, where: str) -> Evidence:
        """Weigh what a head looks like and what stands around it, the article being over, under or around it."""
        head, slot = spot.head, self.slots[spot.slot]
        longest = max(h.width for h in self.page.heads[spot.slot])
        yield from by_spacing(where, 1.0, self.page.unspaced)
        yield "reads as a label", self.page.labels.item(head.at)
        yield "reads as a byline", self.page.bylines.item(head.at)
        yield "reads as a headline", self.page.headlines.item(head.at)
        yield f"{where}, reads as a headline", self.page.headlines.item(head.at)
        yield "label", head.label
        yield "marked label", head.marked
        yield "a few characters", _is_few(head)
        yield "a few characters beside a longer one", head.width <= 14 and longest >= 1.5 * head.width
        yield "shorter than one beside it", 1 - head.width / longest
        if shapes.ORGANISATION.search(head.text):
            yield f"{where}, an office", 1.0
            above = slot[spot.index - 1] if spot.index else None
            yield "an office under another head", isinstance(above, Head) and not above.label
        yield "notice", shapes.NOTICE_END.search(head.text) is not None
        yield "ends in a colon", head.text[-1] in "：:"
        yield "long", max(sum(line.width for line in head.lines) - 40, 0) / 20
        if where in ("over", "over a part"):
            yield from self._of_over(spot, slot)
        elif where in ("under", "under a part"):
            yield from self._of_under(spot, slot)
        elif where == "midst":
            yield "midst, no subhead", subhead_cost(head) / 3
            yield "midst, signed", is_signed(slot, spot.index)
            over, under = self.stretches[spot.slot - 1], self.stretches[spot.slot]
            yield "midst of a sentence", over.open
            lowest = self.page.right_over[spot.slot] is head
            yield "midst, over its late lead", lowest and self.page.is_late_lead(over, under)
        elif spot.slot < len(self.stretches):
            below = slot[spot.index + 1 :]
            yield "far, over other text", all(isinstance(x, Head) and not x.label for x in below)

    def _of_over(self, spot: Spot, slot: Slot) -> Evidence:
        below, text = slot[spot.index + 1 :], self.stretches[spot.slot]
        yield "over, more heads between", float(len([h for h in heads_of(below) if not h.label]))
        yield "over, a label between", any(h.label for h in heads_of(below))
        yield "over, signed", is_signed(slot, spot.index)
        yield "over, a jump between", has_mark(below, Role.JUMP)
        right_over = not below and text.first.gap == 0
        yield from by_spacing("over, right over it", right_over, self.page.unspaced)
        yield "over, begins inside a sentence", text.inside / 6
        yield "over, like those below", self.page.under_subhead[text.at] and not heads_of(below)
        yield "over, narrow lines", self.page.narrow.item(text.at)
        yield "over, repeated", repeats(spot.head.text, text.text)
        yield "over, fresh", is_fresh(text.text)
        yield "over, a caption", self.page.caption.item(text.at)
        yield "over, a bullet", text.bullet

    def _of_under(self, spot: Spot, slot: Slot) -> Evidence:
        above, text = slot[: spot.index], self.stretches[spot.slot - 1]
        yield "under, more heads between", float(len([h for h in heads_of(above) if not h.label]))
        yield "under, a label between", any(h.label for h in heads_of(above))
        yield "under, after a jump", has_mark(above, Role.JUMP)
        yield "under, after a byline", has_mark(above, Role.BYLINE)
        yield "under, after editors", has_mark(above, Role.EDITOR)
        yield "under, signed", is_signed(slot, spot.index)
        yield "under a cut sentence", text.open
        right_under = not above and spot.head.lines[0].gap == 0
        yield from by_spacing("under, right under it", right_under, self.page.unspaced)
        yield "under, a caption", self.page.caption.item(text.at)
        yield "under, a bullet", text.bullet
        yield "under, the last thing", spot.slot == len(self.stretches)
        if spot.slot < len(self.stretches):
            below = self.stretches[spot.slot]
            last = spot.index == len(slot) - 1
            yield "under, text over which it stands is dated", below.dateline
            right_over = last and not below.first.gap
            yield from by_spacing("under, right over other text", right_over, self.page.unspaced)

    def printed_together(self, places: Places, n: int, taken: set[int]) -> list[int]:
        """Return head `n` and those of its slot that make one headline with it, kicker and subtitle."""
        mine = [n]
        for step in (-1, 1):
            m = n + step
            while m not in taken and self._belongs(places, m, m - step):
                mine.append(m)
                m += step
        return sorted(mine)

    def may_belong(self, places: Places, m: int, beside: int) -> bool:
        """Return whether a head may make one headline with the one beside it: no label, nothing between, no subhead."""
        if not 0 <= m < len(self.spots) or self.spots[m].head.label:
            return False
        first, second = sorted((self.spots[m], self.spots[beside]), key=lambda s: (s.slot, s.index))
        return (
            first.slot == second.slot and second.index == first.index + 1 and not self._heads_below(places, m)
        )

    def _belongs(self, places: Places, m: int, beside: int) -> bool:
        key = (places, m, beside)
        if key not in self._belonging:
            self._belonging[key] = (
                self.may_belong(places, m, beside)
                and weigh(self.of_beside(places, m, beside), BESIDE) > _BELONGS
            )
        return self._belonging[key]

    def of_beside(self, places: Places, m: int, beside: int) -> Evidence:
        """Yield what there is to weigh of a head making one headline with the one beside it, as kicker or subtitle."""
        spot, other = self.spots[m], self.spots[beside].head
        head = spot.head
        over = m < beside
        first, second = (head, other) if over else (other, head)
        apart = second.lines[0].at - first.lines[-1].at
        part, reads = ("kicker", self._kickers) if over else ("subtitle", self._subtitles)
        lean = min(self._leanings(places, spot), default=0.0)
        near, rather = self._near_it(places, spot)
        yield from by_spacing(part, 1.0, self.page.unspaced)
        yield f"{part}, apart", apart > 1
        yield f"{part}, apart by", math.log(apart)
        yield "one headline by the seam", second.joint / 4
        yield f"{part}, reads as one", reads.item(head.at)
        yield f"{part}, reads as a headline", self.page.headlines.item(head.at)
        yield f"{part}, reads as a label", self.page.labels.item(head.at)
        yield f"{part}, reads as a byline", self.page.bylines.item(head.at)
        yield f"{part}, the longer", head.width / other.width
        yield f"{part}, a dash", head.text.startswith(shapes.DASHES)
        yield "leaning", lean
        yield "leans away", lean < _AWAY
        yield "has its words", self.page.words.known(head.at, self.words(places))
        yield "near", near
        yield "rather near it than near its neighbour", rather
        yield f"{part} {self.where(places, spot)}", 1.0

    @cached_property
    def _kickers(self) -> Values:
        return as_kicker(self.page.head_texts) / 4

    @cached_property
    def _subtitles(self) -> Values:
        return as_subtitle(self.page.head_texts) / 4

    def _heads_below(self, places: Places, m: int) -> bool:
        """Return whether a head under the article is a subhead of the text that it stands right over."""
        spot = self.spots[m]
        under = spot.slot == places[-1] + 1 and spot.slot < len(self.stretches)
        over = self.page.right_over[spot.slot] if under else None
        return over is spot.head and self.page.like_another(spot.slot, spot.head)


def midst(places: Places) -> list[int]:
    """Return the slots between two parts of an article that stand one right after the other."""
    return [at for before, at in pairwise(places) if at == before + 1]


def _is_few(head: Head) -> bool:
    return len(head.text) <= 6 and len(head.lines) == 1
