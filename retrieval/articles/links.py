"""Which stretch of text goes on where another one stops, and which one begins an article?

Each stretch may begin an article or follow any other one nearby. What speaks for and against each is evidence
with a name and a value; what it weighs is fitted (`weights.py`). Evidence of two texts is gathered for all pairs
of the page at once: a matrix has a row for each stretch `s` and a column for each `t` that it may follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import shapes
from retrieval.articles.blocks import (
    BULLET,
    Head,
    Mark,
    Slot,
    Stretch,
    Strip,
    heads_of,
    jumps_on,
    jumps_up,
    marks_of,
)
from retrieval.articles.common import CommonWords
from retrieval.articles.lines import End, open_quotes
from retrieval.articles.openings import (
    count_of,
    is_fresh,
    leads,
    refers_back,
    repeats,
    stops_early,
)
from retrieval.articles.subheads import subhead_cost
from retrieval.articles.weights import LINKS, weigh
from retrieval.articles.words import seam_words
from retrieval.records import Role

WINDOW = (
    14  # stretches on either side that may come before: a page rarely sets the parts of a story farther apart
)
_SLACK = 12.0  # what scores so far below the best is never chosen
_MEASURES = re.compile(r"[名个人元万亿年月日项次家所种米吨公%％倍多余]")
_WANTS_NUMBER = re.compile(
    r"(?:每.{1,3}|约|近|达到?|超过?|[为共至到有仅逾付领收]|不足|增长|下降|投入|补贴|价格?|资金|面积|元|第|月|年)$"
)
_RUNNING = (Role.RUNNING_HEAD, Role.OTHER, Role.EDITOR, Role.SCAN_PROMPT)

Evidence = Iterator[tuple[str, float]]
Values = NDArray[np.float64]
"""One value for each stretch, or a matrix of them for each pair."""


class Links:
    """The stretches of a page with what tells which follows which."""

    def __init__(self, strip: Strip) -> None:
        """Look at the page as a whole: how do its articles open, which words stand where?"""
        self.strip = strip
        self.stretches, self.slots = strip.stretches, strip.slots
        headed = sum(bool(heads_of(slot)) for slot in self.slots)
        self._firsts = [s.first.text for s in self.stretches]
        self.newsy = min(sum(s.dateline for s in self.stretches) / max(headed, 1), 1.0)
        self.blocks = self._number_blocks()
        self.common = CommonWords([s.text for s in self.stretches], self.blocks)
        self.words = self.common.words_of([h.text for slot in self.slots for h in heads_of(slot)])

    def _number_blocks(self) -> list[int]:
        """Number the runs of stretches between which nothing stands that could part two articles."""
        numbers: list[int] = []
        for stretch, slot in zip(self.stretches, self.slots, strict=False):
            parted = any(isinstance(x, Head) or x.role not in _RUNNING for x in slot)
            new = not numbers or stretch.dateline or stretch.bullet or parted
            numbers.append(numbers[-1] + new if numbers else 0)
        return numbers

    # What speaks for each link, in all

    @cached_property
    def scores(self) -> Values:
        """How much speaks for `s` following `t`, in row s and column t; for beginning an article where they are one."""
        size = len(self.stretches)
        total = np.zeros((size, size))
        for name, values in self._of_pairs():
            weight = LINKS.get(name, 0.0)
            if weight:
                total += weight * values
        for s in self.stretches:
            total[s.at, s.at] = weigh(self._of_beginning(s), LINKS)
            if s.at:
                total[s.at, s.at - 1] += weigh(self._of_slot(self.stretches[s.at - 1], s), LINKS)
        return total

    def evidence(self, t: Stretch | None, s: Stretch) -> Evidence:
        """Yield what there is to weigh of `s` following `t`, or of its beginning an article."""
        if t is None:
            yield from self._of_beginning(s)
            return
        if s.at == t.at + 1:
            yield from self._of_slot(t, s)
        for name, values in self._all_pairs:
            yield name, float(values[s.at, t.at])

    def strongest(self, t: int | None, s: int, most: int = 3) -> list[tuple[str, float]]:
        """Return the evidence that weighs most for or against a link, with what it weighs."""
        found = self.evidence(None if t is None else self.stretches[t], self.stretches[s])
        weighed = [(name, LINKS.get(name, 0.0) * value) for name, value in found]
        return sorted((x for x in weighed if abs(x[1]) >= 0.05), key=lambda x: -abs(x[1]))[:most]

    def candidates(self, s: Stretch) -> Iterator[Stretch]:
        """Yield the stretches that `s` may follow."""
        for t in self.stretches[max(s.at - WINDOW, 0) : s.at + WINDOW]:
            if t is not s:
                yield t

    def options(self) -> list[dict[int | None, float]]:
        """Return for each stretch the score of all that it may follow, by place, and of its beginning an article."""
        options = []
        for s, row in enumerate(self.scores.tolist()):
            low, high = max(s - WINDOW, 0), s + WINDOW
            least = max(row[low:high]) - _SLACK
            found: dict[int | None, float] = {None: row[s]}
            found |= {t: x for t, x in enumerate(row[low:high], low) if t != s and x > least}
            options.append(found)
        return options

    # Beginning an article

    def _of_beginning(self, s: Stretch) -> Evidence:
        slot, above = self.slots[s.at], self.stretches[s.at - 1] if s.at else None
        heads = heads_of(slot)
        headlines = [h for h in heads if not h.label]
        last = slot[-1] if slot else None
        signed = isinstance(last, Mark) and last.role is Role.BYLINE
        yield "new", 1.0
        yield "new dateline", s.dateline
        yield "new bullet", s.bullet
        yield "new in a list of briefs", s.listed and not s.dateline
        yield "new caption", s.caption
        yield "new inside a sentence", s.inside / 6
        yield "new stops early", self._early[s.at]
        yield "new fresh", self._fresh[s.at]
        yield "new refers back", self._refers[s.at]
        yield "new leads", leads(s.text)
        yield "new flush", s.first.flush
        yield "new indented", s.first.indented
        yield "new without dateline", 0.0 if s.dateline else self.newsy
        yield "new rows", s.first.row
        if slot:
            yield "new under a headline", isinstance(last, Head) and not last.label
            yield "new under a label", isinstance(last, Head) and last.label
            yield "new under a byline", signed
            yield "new under headline and byline", signed and bool(headlines)
            yield "new under a marked label", any(h.marked for h in heads)
            yield "new from another page", jumps_up(slot)
            yield "new under a head like those below", self.under_subhead[s.at]
        if heads:
            yield "new repeats the headline", repeats(heads[-1].text, s.text)
            yield "new has the headline's words", self.words.known(heads[-1].at, self.words.after[s.at])
            yield "new opens with them", self.words.known(heads[-1].at, self.words.opening[s.at])
        if not above:
            yield "new at the top", 1.0
            return
        yield "new after a signature", above.signed
        yield "new in another column", bool(above.regime and s.regime) and abs(above.regime - s.regime) >= 4
        yield "new after a cut sentence", above.open
        if not headlines:
            yield from self._of_headline_ahead(above, s)

    def _of_headline_ahead(self, above: Stretch, s: Stretch) -> Evidence:
        """Where no headline stands over a text, its headline may stand below it: does the next one know its words?"""
        for slot, below in zip(self.slots[s.at + 1 : s.at + 13], self.stretches[s.at + 1 :], strict=False):
            ahead = next((h for h in heads_of(slot) if not h.label), None)
            if ahead:
                words, after = self.words, self.words.after[s.at]
                yield "new has the words of the headline below", words.known(ahead.at, after)
                yield (
                    "new has the words of the headline below, text above has not",
                    words.leaning(ahead.at, after, words.before[above.at]),
                )
            if ahead or below.dateline:
                return

    @cached_property
    def under_subhead(self) -> list[bool]:
        """Per stretch, whether the head over it looks like the heads in it: then that is no headline but a subhead."""
        return [self._looks_like_those_below(s) for s in self.stretches]

    def _looks_like_those_below(self, s: Stretch) -> bool:
        heads = heads_of(self.slots[s.at])
        if not heads or heads[-1].label or s.dateline:
            return False
        mine = heads[-1]
        if self.words.known(mine.at, self.words.opening[s.at]) > 0.5:
            return False
        for slot, below in zip(self.slots[s.at + 1 : s.at + 9], self.stretches[s.at + 1 :], strict=False):
            found = [h for h in heads_of(slot) if not h.label]
            if found and not below.dateline and len(found) == 1:
                return len(found[0].lines) == len(mine.lines) and abs(found[0].width - mine.width) <= 4
            if found or below.dateline:
                return False
        return False

    # Following the text right above

    def _of_slot(self, t: Stretch, s: Stretch) -> Evidence:
        """Weigh what stands between two neighbours."""
        slot = self.slots[s.at]
        yield "next", 1.0
        yield "alike", self.common.likeness[s.at, t.at] / 2
        yield "next at once", not slot
        if s.bullet and t.bullet:
            yield f"next in a list under {self._over_list[s.at]}", 1.0
        if not slot:
            return
        heads, roles = heads_of(slot), {m.role for m in marks_of(slot)}
        yield "next after running furniture", not roles.isdisjoint(_RUNNING)
        yield "next after a byline", Role.BYLINE in roles
        yield "next after a jump", Role.JUMP in roles
        yield "next after a label", any(h.label for h in heads)
        if heads:
            own = self.words.leaning(heads[0].at, self.words.before[t.at], self.words.after[s.at])
            yield "next after heads", 1.0
            yield "next after more heads", float(len(heads) - 1)
            yield "next after what is no subhead", sum(map(subhead_cost, heads)) / 3
            yield "next after a head of its own", own
            yield "next after a head close below", any(not h.lines[0].gap for h in heads)
            yield "next right under a head", s.first.gap == 0
            yield "next after a full stop and heads", not t.open
            yield "next, its lead under its headline", self._is_late_lead(t, s)
            yield from self._of_subhead(t, s, heads[-1])

    @cached_property
    def _over_list(self) -> list[str]:
        """Per stretch, what stands over the list that it stands in: a label, a notice's headline, any other head …"""
        found: list[str] = []
        for slot in self.slots[:-1]:
            heads = heads_of(slot)
            if heads and heads[-1].label:
                found.append("a label")
            elif heads:
                notice = shapes.NOTICE_END.search(heads[-1].text) is not None
                found.append("a notice" if notice else "a headline")
            else:
                found.append(found[-1] if found else "nothing")
        return found

    def _of_subhead(self, t: Stretch, s: Stretch, head: Head) -> Evidence:
        """Weigh whether the head between two neighbours is one of the subheads of their story."""
        yield "subhead of dated news", self.dated[t.at]
        yield "subhead, narrower than headlines", min(max(1 - head.width / self.headline_width, -1.0), 1.0)
        yield "subhead like another", self._alike_heads(s.at, head) > 0
        yield "subhead like others", self._alike_heads(s.at, head) > 1
        yield "subhead with a bullet", BULLET.match(head.text) is not None
        yield "subhead, two lines", len(head.lines) > 1
        yield "subhead after a short text", self.common.size(self.common.before[t.at]) < 200
        yield "subhead over a short text", self.common.size(self.common.after[s.at]) < 120

    @cached_property
    def dated(self) -> list[bool]:
        """Per stretch, whether the story that it seems to stand in opens with a dateline."""
        found: list[bool] = []
        for s, slot in zip(self.stretches, self.slots, strict=False):
            goes_on = bool(found) and found[-1] and not s.bullet and not self._may_open(slot)
            found.append(s.dateline or goes_on)
        return found

    def _may_open(self, slot: Slot) -> bool:
        """Return whether the heads of a slot can hardly be a subhead: a label, several, one as wide as headlines."""
        heads = heads_of(slot)
        wide = any(h.label or h.width >= 0.8 * self.headline_width for h in heads)
        return wide or len(heads) > 1 or any(m.role in (Role.BYLINE, Role.JUMP) for m in marks_of(slot))

    @cached_property
    def headline_width(self) -> float:
        """The usual width of heads that are no subheads, since a dateline or a byline stands under them."""
        sure = []
        for s, slot in zip(self.stretches, self.slots, strict=False):
            heads = [h for h in heads_of(slot) if not h.label]
            if heads and (s.dateline or any(m.role is Role.BYLINE for m in marks_of(slot))):
                sure.append(max(h.width for h in heads))
        return float(sorted(sure)[len(sure) // 2]) if sure else 24.0

    def _alike_heads(self, at: int, head: Head) -> int:
        """Count the other heads near place `at` that look like this one, right over undated text."""
        count = 0
        for k in range(max(at - 6, 0), min(at + 7, len(self.stretches))):
            other = self._right_over[k]
            if k != at and other and not self.stretches[k].dateline:
                count += len(other.lines) == len(head.lines) and abs(other.width - head.width) <= 4
        return count

    @cached_property
    def _right_over(self) -> list[Head | None]:
        """Per stretch, the head right over it."""
        found: list[Head | None] = []
        for slot in self.slots[:-1]:
            last = slot[-1] if slot else None
            found.append(last if isinstance(last, Head) and not last.label else None)
        return found

    # Following any text

    @cached_property
    def _all_pairs(self) -> list[tuple[str, Values]]:
        size = len(self.stretches)
        return [(name, np.broadcast_to(values, (size, size))) for name, values in self._of_pairs()]

    def _of_pairs(self) -> Iterator[tuple[str, Values]]:
        """Yield evidence of all pairs."""
        yield from self._of_place()
        yield from self._of_seam()
        yield from self._of_kind()

    def _each(self, look: Callable[[Stretch], float]) -> Values:
        """Return what a look at each stretch gives."""
        return np.array([look(s) for s in self.stretches], float)

    def _each_slot(self, look: Callable[[Slot], float]) -> Values:
        """Return what a look at the slot before each stretch gives, and at the last."""
        return np.array([look(slot) for slot in self.slots], float)

    @cached_property
    def _far(self) -> Values:
        """1 for each pair that stands apart."""
        return 1.0 - np.eye(len(self.stretches)) - np.eye(len(self.stretches), k=-1)

    @cached_property
    def _early(self) -> Values:
        return self._each(lambda s: stops_early(s.text))

    @cached_property
    def _fresh(self) -> Values:
        return self._each(lambda s: is_fresh(s.text))

    @cached_property
    def _refers(self) -> Values:
        return self._each(lambda s: refers_back(s.text))

    @cached_property
    def _open(self) -> Values:
        return self._each(lambda s: s.open)

    def _of_place(self) -> Iterator[tuple[str, Values]]:
        far, size = self._far, len(self.stretches)
        away = np.arange(size)[:, None] - np.arange(size)[None, :]
        jump_below = self._each_slot(jumps_on)[1:]
        plain_below = self._each_slot(lambda slot: not slot)[1:]
        plain_below[-1:] = 0.0
        onward, back = far * (away > 0), far * (away < 0)
        yield "far", onward
        yield "back", back
        yield "far by", onward * np.log(np.maximum(away, 1))
        yield "back by", back * np.log(np.maximum(1 - away, 1))
        yield "far after a full stop", far * (1 - self._open)
        yield "far after a jump", far * jump_below
        yield "far, after text without a headline", far * self._headless
        yield "far though text follows at once", far * (self._open * plain_below)
        cut_above = np.concatenate([[0.0], self._open[:-1]]) * self._each_slot(lambda slot: not slot)[:-1]
        yield "far though cut text stands right over it", far * cut_above[:, None]
        yield "far under a head like those below", far * np.array(self.under_subhead, float)[:, None]
        over = [next((h for h in reversed(heads_of(slot)) if not h.label), None) for slot in self.slots[:-1]]
        known = np.array([self._known_before(h) for h in over]).reshape(size, size)
        yield "far under a headline", far * np.array([h is not None for h in over], float)[:, None]
        yield "far, under a headline with its words", far * known
        yield "far, text without a headline under one with its words", far * known * self._headless

    def _known_before(self, head: Head | None) -> list[float]:
        """Return how much of a head's words stand before the end of each stretch."""
        if head is None:
            return [0.0] * len(self.stretches)
        return [self.words.known(head.at, bits) for bits in self.words.before]

    @cached_property
    def _headless(self) -> Values:
        """1 for each stretch whose block stands under no headline."""
        return self._each(
            lambda t: not any(not h.label for h in heads_of(self.slots[self._block_start(t.at)]))
        )

    def _of_seam(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether the end of one text and the beginning of the other fit together."""
        cut = self._open
        begins = {
            "inside a sentence": self._each(lambda s: s.inside / 6),
            "stops early": self._early,
            "fresh": self._fresh,
            "indented": self._each(lambda s: s.first.indented),
            "flush": self._each(lambda s: s.first.flush),
        }
        for name, tails in (("whole", 1 - cut), ("cut", cut)):
            yield name, tails
            for look, values in begins.items():
                yield f"{name}, then {look}", values[:, None] * tails
        yield "cut and never goes on", self._each(self.wants)
        yield "cut at a colon", cut * self._each(lambda t: t.last.text[-1] in "：:")
        yield "cut at a pause", cut * self._each(lambda t: t.last.end is End.PAUSE)
        quoted = cut * self._each(lambda t: t.quotes > 0)
        if quoted.any():
            closes = self._each(lambda s: open_quotes(s.text[:200]) < 0)
            yield "cut in a quote that closes", quoted * closes[:, None]
        digit = self._each(lambda s: s.first.text[0].isdigit())
        wants = cut * self._each(lambda t: _WANTS_NUMBER.search(t.last.text[-6:]) is not None)
        yield "cut before a number", digit[:, None] * wants
        number = cut * self._each(lambda t: t.last.text[-1].isdigit())
        counted = np.maximum(digit, self._each(lambda s: _MEASURES.match(s.first.text) is not None))
        yield "cut in a number", number * counted[:, None]
        yield "cut after a number", number * (1 - counted[:, None])
        words, torn = self._seam_words()
        yield "cut in a word", np.minimum(words / 6, 1.5)
        yield "cut between words", torn * (words == 0)

    def _seam_words(self) -> tuple[Values, Values]:
        """Return how common the word over each seam is, 0 for none, and 1 where there is a seam to look at."""
        size = len(self.stretches)
        words, torn = np.zeros((size, size)), np.zeros((size, size))
        for t in self.stretches:
            if t.open and t.last.end is not End.PAUSE:
                low, high = max(t.at - WINDOW + 1, 0), t.at + WINDOW + 1
                words[low:high, t.at] = seam_words(t.last.text, self._firsts[low:high])
                torn[low:high, t.at] = 1.0
        return words, torn

    def _of_kind(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether the two texts are of one kind, in one column, about one thing."""
        far = self._far
        bullet = self._each(lambda s: s.bullet)
        caption = self._each(lambda s: s.caption)
        first_row, last_row = self._each(lambda s: s.first.row), self._each(lambda t: t.last.row)
        answer = self._each(lambda s: s.text.startswith("答"))
        asked = self._each(lambda t: t.text.startswith("问"))
        count = self._each(lambda s: count_of(s.text))
        yield "follows with a dateline", self._each(lambda s: s.dateline)[:, None]
        yield "follows with a bullet", bullet[:, None]
        yield "bullet after bullet", bullet[:, None] * bullet
        yield "follows referring back", self._refers[:, None]
        yield "follows a signature", self._each(lambda t: t.signed)
        yield "text after a caption", caption * (1 - caption[:, None])
        yield "caption after text", caption[:, None] * (1 - caption)
        yield "rows after text", (first_row[:, None] != last_row).astype(float)
        yield "rows after rows", first_row[:, None] * last_row
        yield "answer after question", answer[:, None] * asked
        yield "next number", ((count[:, None] == count + 1) & (count > 0)).astype(float)
        yield from self._of_columns()
        like = self.common.likeness * far
        yield "alike far away", like / 2
        rivals = np.where(np.equal.outer(self.blocks, self.blocks) | ~self._near, 0.0, self.common.likeness)
        most = rivals.max(1, initial=0.0)[:, None]
        yield "alike more than any", ((like > 0.5) & (like >= most)).astype(float)
        lead, bare = self._each(self._is_lead), self._each(self._is_bare)
        yield "after a lead alone", far * lead
        yield "before, without a headline", far * bare[:, None]
        yield "after a lead alone, without a headline", far * lead * bare[:, None]

    @cached_property
    def _near(self) -> NDArray[np.bool_]:
        """Which pairs stand near enough for one to follow the other."""
        size = len(self.stretches)
        away = np.arange(size)[:, None] - np.arange(size)[None, :]
        near: NDArray[np.bool_] = (away <= WINDOW) & (away > -WINDOW) & (away != 0)
        return near

    def _of_columns(self) -> Iterator[tuple[str, Values]]:
        regime = self._each(lambda s: s.regime)
        both = (regime[:, None] > 0) & (regime > 0)
        alike = abs(regime[:, None] - regime) <= 3
        yield "same column", (both & alike).astype(float)
        yield "other column", (both & ~alike).astype(float)
        yield "column after free lines", ((regime[:, None] > 0) != (regime > 0)).astype(float)

    def _is_lead(self, t: Stretch) -> bool:
        """Return whether a short text under a headline is all that there is of its story here."""
        if (
            t.open
            or t.dateline
            or self.common.size(self.common.before[t.at]) > 260
            or not self._ends_here(t.at)
        ):
            return False
        return any(not h.label for h in heads_of(self.slots[self._block_start(t.at)]))

    def _block_start(self, at: int) -> int:
        while at and self.blocks[at - 1] == self.blocks[at]:
            at -= 1
        return at

    def _is_late_lead(self, t: Stretch, s: Stretch) -> bool:
        """Return whether a text without a headline is followed by a headline with no more than a lead under it."""
        if t.open or s.dateline or s.bullet or s.open or self.common.size(self.common.after[s.at]) > 320:
            return False
        last = s.at
        while last + 1 < len(self.stretches) and self.blocks[last + 1] == self.blocks[s.at]:
            last += 1
        return self._ends_here(last) and self._is_bare(self.stretches[self._story_start(t.at)])

    def _story_start(self, at: int) -> int:
        """Return the place from which text runs on to place `at` with nothing but subheads between."""
        while at and not self.stretches[at].dateline and not self._may_open(self.slots[at]):
            at -= 1
        return at

    def _ends_here(self, at: int) -> bool:
        """Return whether a headline, a label or a dateline follows, or the page ends."""
        if at + 1 >= len(self.stretches):
            return True
        return self.blocks[at + 1] != self.blocks[at]

    def _is_bare(self, s: Stretch) -> bool:
        """Return whether a text has no headline over it and does not begin as news does; a subhead is no headline."""
        if s.dateline or s.bullet or (s.at and self.blocks[s.at - 1] == self.blocks[s.at]):
            return False
        heads = [h for h in heads_of(self.slots[s.at]) if not h.label]
        return not heads or self.under_subhead[s.at]

    def wants(self, t: Stretch) -> bool:
        """Return whether a text breaks off and must go on somewhere: no line says that it does so elsewhere."""
        return t.open and not jumps_on(self.slots[t.at + 1])
