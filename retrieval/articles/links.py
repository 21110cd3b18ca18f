"""Which stretch of text goes on where another one stops, and which one begins an article?

Each stretch may begin an article or follow any other one nearby. What speaks for and against each is evidence
with a name and a value; what it weighs is fitted (`weights.py`). Evidence of two texts is gathered for all pairs
of the page at once: a matrix has a row for each stretch `s` and a column for each `t` that it may follow, by how far
that stands before it. What tells of `t` alone is laid out like that by `_given`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import numpy as np

from retrieval.articles.blocks import (
    BULLET,
    Head,
    Mark,
    Stretch,
    Strip,
    jumps_on,
    jumps_up,
    marks_of,
)
from retrieval.articles.lines import End, open_quotes
from retrieval.articles.openings import announces, asks, count_of, leads, repeats, speaker_of
from retrieval.articles.overlap import Values
from retrieval.articles.pieces import RUNNING, Pieces
from retrieval.articles.subheads import subhead_cost
from retrieval.articles.weights import LINKS, Evidence, weigh
from retrieval.articles.words import seam_words
from retrieval.records import Role

# Stretches on either side that may come before. Of 826 sentences cut on the gold pages 8 go on beyond 14, 2 beyond 20.
WINDOW = 20
_SLACK = 12.0  # what scores so far below the best is never chosen
_MEASURES = re.compile(
    r"[名个人元万亿年月日项次家所种米吨公%％倍多余台辆条件座处张份批支户头亩株套艘架栋层间篇册期届位岁分小秒周天块千百斤克升里]"
)
_WANTS_NUMBER = re.compile(
    r"(?:每.{1,3}|约|近|达到?|超过?|[为共至到有仅逾付领收]|不足|增长|下降|投入|收入|利润|节省|奖励|补贴|合计|[人年月]均|[费额值量率价]|价格|资金|面积|元|第|月|年)$"
)


class Links:
    """The links between the stretches of a page, and what speaks for each."""

    def __init__(self, strip: Strip) -> None:
        """Look at the page."""
        self.page = Pieces(strip)
        size = len(self.page.stretches)
        places = np.arange(size)[:, None] + np.arange(-WINDOW, WINDOW)
        self._near = (places >= 0) & (places < size) & (self._away != 0)
        self._places = np.clip(places, 0, max(size - 1, 0))

    # What speaks for each link, in all

    @cached_property
    def scores(self) -> Values:
        """How much speaks for `s` following each `t`, and for its beginning an article where they are one."""
        total = np.zeros(self._places.shape)
        for name, values in self._of_pairs():
            weight = LINKS.get(name, 0.0)
            if weight:
                total += weight * values
        for s in self.page.stretches:
            total[s.at, WINDOW] = weigh(self._of_beginning(s), LINKS)
            if s.at:
                total[s.at, WINDOW - 1] += weigh(self._of_slot(self.page.stretches[s.at - 1], s), LINKS)
        return total

    def evidence(self, t: Stretch | None, s: Stretch) -> Evidence:
        """Yield what there is to weigh of `s` following `t`, or of its beginning an article."""
        if t is None:
            yield from self._of_beginning(s)
            return
        if s.at == t.at + 1:
            yield from self._of_slot(t, s)
        for name, values in self._all_pairs:
            yield name, values.item(s.at, t.at - s.at + WINDOW)

    def candidates(self, s: Stretch) -> Iterator[Stretch]:
        """Yield the stretches that `s` may follow."""
        for t in self.page.stretches[max(s.at - WINDOW, 0) : s.at + WINDOW]:
            if t is not s:
                yield t

    def options(self) -> list[dict[int | None, float]]:
        """Return for each stretch the score of all that it may follow, by place, and of its beginning an article."""
        options = []
        for s, row in enumerate(self.scores.tolist()):
            low, size = max(s - WINDOW, 0), len(self.page.stretches)
            near = row[low - s + WINDOW : size - s + WINDOW]
            least = max(near) - _SLACK
            found: dict[int | None, float] = {None: row[WINDOW]}
            found |= {t: x for t, x in enumerate(near, low) if t != s and x > least}
            options.append(found)
        return options

    # Beginning an article

    def _of_beginning(self, s: Stretch) -> Evidence:
        slot, above = self.page.slots[s.at], self.page.stretches[s.at - 1] if s.at else None
        heads = self.page.heads[s.at]
        headlines = [h for h in heads if not h.label]
        last = slot[-1] if slot else None
        signed = isinstance(last, Mark) and last.role is Role.BYLINE
        yield "new", 1.0
        yield "new dateline", s.dateline
        yield "new bullet", s.bullet
        yield "new in a list of briefs", s.listed and not s.dateline
        yield "new caption", self.page.caption.item(s.at)
        yield "new inside a sentence", s.inside / 6
        yield "new stops early", self.page.early.item(s.at)
        yield "new fresh", self.page.fresh.item(s.at)
        yield "new refers back", self.page.refers.item(s.at)
        yield "new leads", leads(s.text)
        yield "new reads as a beginning", self.page.beginning.item(s.at)
        yield "new reads as inside a sentence", self.page.inside.item(s.at)
        yield "new flush", s.first.flush
        yield "new indented", s.first.indented
        yield "new at a printed indent", s.first.opens is True
        yield "new without the printed indent", s.first.opens is False
        yield "new without dateline", 0.0 if s.dateline else self.page.newsy
        yield "new rows", s.first.row
        if slot:
            yield "new under a headline", isinstance(last, Head) and not last.label
            yield "new under what reads as a label", isinstance(last, Head) and self.page.labels.item(last.at)
            yield "new under a label", isinstance(last, Head) and last.label
            yield "new under a byline", signed
            yield "new under headline and byline", signed and bool(headlines)
            yield "new under a marked label", any(h.marked for h in heads)
            yield "new from another page", jumps_up(slot)
            yield "new under a head like those below", self.page.under_subhead[s.at]
        yield "new opens as others do", self.page.alike_openings.item(s.at)
        yield "new in narrow lines", self.page.narrow.item(s.at)
        over = self.page.right_over[s.at]
        yield "new under a head made like another", over is not None and self.page.like_another(s.at, over)
        if heads:
            kin = self.page.head_kin[:, heads[-1].at]
            yield "new under a head of its kin", kin.item(s.at)
            if above:
                rather = kin.item(s.at) - kin.item(above.at)
                yield "new under a head rather of its kin than of the text above", rather
            yield "new repeats the headline", repeats(heads[-1].text, s.text)
            yield (
                "new has the headline's words",
                self.page.words.known(heads[-1].at, self.page.words.after[s.at]),
            )
            yield "new opens with them", self.page.words.known(heads[-1].at, self.page.words.opening[s.at])
        if not above:
            yield "new at the top", 1.0
            return
        yield "new after a signature", above.signed
        yield "new after kin", self.page.kinship.item(s.at, above.at)
        yield "new in another column", bool(above.regime and s.regime) and abs(above.regime - s.regime) >= 4
        yield "new after a cut sentence", above.open
        if not headlines:
            yield from self._of_headline_ahead(above, s)

    def _of_headline_ahead(self, above: Stretch, s: Stretch) -> Evidence:
        """Where no headline stands over a text, its headline may stand below it: does the next one know its words?"""
        for heads, below in zip(
            self.page.heads[s.at + 1 : s.at + 13], self.page.stretches[s.at + 1 :], strict=False
        ):
            ahead = next((h for h in heads if not h.label), None)
            if ahead:
                words, after = self.page.words, self.page.words.after[s.at]
                yield "new has the words of the headline below", words.known(ahead.at, after)
                yield (
                    "new has the words of the headline below, text above has not",
                    words.leaning(ahead.at, after, words.before[above.at]),
                )
            if ahead or below.dateline:
                return

    # Following the text right above

    def _of_slot(self, t: Stretch, s: Stretch) -> Evidence:
        """Weigh what stands between two neighbours."""
        slot = self.page.slots[s.at]
        yield "next", 1.0
        yield "alike", self._likeness.item(s.at, WINDOW - 1) / 2
        yield "next at once", not slot
        yield "kin, next at once", 0.0 if slot else self.page.kinship.item(s.at, t.at)
        if s.bullet and t.bullet:
            yield f"next in a list under {self.page.over_list[s.at]}", 1.0
            yield "next in a list with blank lines", s.first.gap > 0
        if not slot:
            blank = self.page.tight * (s.first.gap > 0)
            yield "next at once, over a blank line where others have none", blank
            yield "next at once, over a blank line where others have none, whole", blank * (not t.open)
            return
        heads, roles = self.page.heads[s.at], {m.role for m in marks_of(slot)}
        yield "next after running furniture", not roles.isdisjoint(RUNNING)
        yield "next after a byline", Role.BYLINE in roles
        yield "next after a jump", Role.JUMP in roles
        yield "next after a label", any(h.label for h in heads)
        if heads:
            own = self.page.words.leaning(
                heads[0].at, self.page.words.before[t.at], self.page.words.after[s.at]
            )
            yield "next after heads", 1.0
            yield "next after more heads", float(len(heads) - 1)
            yield "next after a head of its own", own
            yield "next after a head close below", slot[0] is heads[0] and not heads[0].lines[0].gap
            yield "next right under a head", s.first.gap == 0
            yield "next after a full stop and heads", not t.open
            kin = self.page.head_kin[:, heads[-1].at]
            yield "next after a head of its kin", kin.item(s.at)
            yield "next after a head of that kin", kin.item(t.at)
            yield "next after what reads as a label", self.page.labels.item(heads[-1].at)
            yield "next after what reads as a headline", self.page.headlines.item(heads[-1].at)
            lead, narrow = self.page.narrow.item(t.at), self.page.narrow.item(s.at)
            yield "next after a narrow lead", lead * (1 - narrow) * (not s.dateline)
            yield "next, a narrow lead under a head", narrow * (1 - lead) * (not s.dateline)
            # A subhead never stands in a sentence, nor over a lead that is printed last: those are headlines.
            if t.open:
                yield "next, heads in a sentence", 1.0
            elif self.page.is_late_lead(t, s):
                yield "next, its lead under its headline", 1.0
            else:
                yield "next after what is no subhead", sum(map(subhead_cost, heads)) / 3
                yield from self._of_subhead(t, s, heads[-1])

    def _of_subhead(self, t: Stretch, s: Stretch, head: Head) -> Evidence:
        """Weigh whether the head between two neighbours is one of the subheads of their story."""
        yield "subhead of dated news", self.page.dated[t.at]
        yield "subhead that reads as a headline", self.page.headlines.item(head.at)
        yield (
            "subhead, narrower than headlines",
            min(max(1 - head.width / self.page.headline_width, -1.0), 1.0),
        )
        alike = self.page.alike_heads(s.at, head)
        yield "subhead like another", alike > 0
        yield "subhead like others", alike > 1
        yield "subhead made like another", not s.dateline and self.page.like_another(s.at, head)
        yield "subhead with a bullet", BULLET.match(head.text) is not None
        yield "subhead, two lines", len(head.lines) > 1
        yield "subhead after a short text", self.page.common.size(self.page.common.before[t.at]) < 200
        yield "subhead over a short text", self.page.common.size(self.page.common.after[s.at]) < 120

    # Following any text

    @cached_property
    def _all_pairs(self) -> list[tuple[str, Values]]:
        return [(name, np.broadcast_to(values, self._places.shape)) for name, values in self._of_pairs()]

    def _of_pairs(self) -> Iterator[tuple[str, Values]]:
        """Yield evidence of all pairs."""
        yield from self._of_place()
        yield from self._of_seam()
        yield from self._of_kind()

    _away = np.arange(WINDOW, -WINDOW, -1)
    """How many places `s` stands after each `t`."""
    _far = ((_away != 0) & (_away != 1)).astype(float)
    """1 where they stand apart."""

    def _given(self, values: Values) -> Values:
        """Lay out what there is to say of each `t` alone."""
        laid: Values = values[self._places]
        return laid

    @cached_property
    def _likeness(self) -> Values:
        return self.page.common.likeness(self._places)

    def _of_place(self) -> Iterator[tuple[str, Values]]:
        far, away, given = self._far, self._away, self._given
        jump_below = self.page.each_slot(jumps_on)[1:]
        plain_below = self.page.each_slot(lambda slot: not slot)[1:]
        plain_below[-1:] = 0.0
        onward, back = far * (away > 0), far * (away < 0)
        yield "far", onward
        yield "back", back
        yield "far by", onward * np.log(np.maximum(away, 1))
        yield "back by", back * np.log(np.maximum(1 - away, 1))
        yield "far after a full stop", far * given(1 - self.page.open)
        yield "far after a jump", far * given(jump_below)
        yield "far, after text without a headline", far * given(self.page.headless)
        yield "far though text follows at once", far * given(self.page.open * plain_below)
        cut_above = (
            np.concatenate([[0.0], self.page.open[:-1]]) * self.page.each_slot(lambda slot: not slot)[:-1]
        )
        yield "far though cut text stands right over it", far * cut_above[:, None]
        yield "far under a head like those below", far * np.array(self.page.under_subhead, float)[:, None]
        over = [next((h for h in reversed(heads) if not h.label), None) for heads in self.page.heads[:-1]]
        headed = np.array([h is not None for h in over], float)[:, None]
        numbers = np.array([h.at if h else 0 for h in over], int)[:, None]
        known = headed * self.page.words.known_before[numbers, self._places] if headed.any() else headed
        yield "far under a headline", far * headed
        yield "far, under a headline with its words", far * known
        if headed.any():
            kin = headed * self.page.head_kin[self._places, numbers]
            yield "far, under a headline of its kin", far * kin
            yield "far, text without a headline under one of its kin", far * kin * given(self.page.headless)
        yield "far, text without a headline under one with its words", far * known * given(self.page.headless)

    def _of_seam(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether the end of one text and the beginning of the other fit together."""
        cut = self.page.open
        begins = {
            "inside a sentence": self.page.each(lambda s: s.inside / 6),
            "stops early": self.page.early,
            "fresh": self.page.fresh,
            "a beginning by its wording": self.page.beginning,
            "inside a sentence by its wording": self.page.inside,
            "indented": self.page.each(lambda s: s.first.indented),
            "flush": self.page.each(lambda s: s.first.flush),
            "a printed indent": self.page.each(lambda s: s.first.opens is True),
            "no printed indent": self.page.each(lambda s: s.first.opens is False),
        }
        for name, tails in (("whole", self._given(1 - cut)), ("cut", self._given(cut))):
            yield name, tails
            for look, values in begins.items():
                yield f"{name}, then {look}", values[:, None] * tails
        yield "cut and never goes on", self._given(self.page.each(self.page.wants))
        yield "cut at a colon", self._given(cut * self.page.each(lambda t: t.last.text[-1] in "：:"))
        yield "cut at a pause", self._given(cut * self.page.each(lambda t: t.last.end is End.PAUSE))
        quoted = cut * self.page.each(lambda t: t.quotes > 0)
        if quoted.any():
            closes = self.page.each(lambda s: open_quotes(s.text[:200]) < 0)
            yield "cut in a quote that closes", self._given(quoted) * closes[:, None]
        digit = self.page.each(lambda s: s.first.text[0].isdigit())
        wants = cut * self.page.each(lambda t: _WANTS_NUMBER.search(t.last.text[-6:]) is not None)
        yield "cut before a number", digit[:, None] * self._given(wants)
        number = self._given(cut * self.page.each(lambda t: t.last.text[-1].isdigit()))
        counted = np.maximum(digit, self.page.each(lambda s: _MEASURES.match(s.first.text) is not None))
        yield "cut in a number", number * counted[:, None]
        yield "cut after a number", number * (1 - counted[:, None])
        words, torn = self._seam_words()
        yield "cut in a word", np.minimum(words / 6, 1.5)
        yield "cut between words", torn * (words == 0)

    def _seam_words(self) -> tuple[Values, Values]:
        """Return how common the word over each seam is, 0 for none, and 1 where there is a seam to look at."""
        after = np.zeros(self._places.shape)  # row t, and column s by how far it stands after
        torn = self.page.each(lambda t: t.open and t.last.end is not End.PAUSE)
        for t in np.flatnonzero(torn).tolist():
            low = max(t - WINDOW + 1, 0)
            words = seam_words(self.page.stretches[t].last.text, self.page.firsts[low : t + WINDOW + 1])
            after[t, low - t + WINDOW - 1 :][: len(words)] = words
        return after[self._places, self._away + WINDOW - 1], self._given(torn)

    def _of_kind(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether the two texts are of one kind, in one column, about one thing."""
        far, given = self._far, self._given
        bullet = self.page.each(lambda s: s.bullet)
        caption = self.page.caption
        first_row, last_row = self.page.each(lambda s: s.first.row), self.page.each(lambda t: t.last.row)
        speaks = self.page.each(lambda s: speaker_of(s.text) != "")
        asked = self.page.each(lambda t: asks(t.text))
        announced = self.page.each(lambda t: announces(t.text))
        turn = self.page.turns
        count = self.page.each(lambda s: count_of(s.text))
        yield "follows with a dateline", self.page.each(lambda s: s.dateline)[:, None]
        yield "follows with a bullet", bullet[:, None]
        yield "bullet after bullet", bullet[:, None] * given(bullet)
        yield "no bullet after a bullet", (1 - bullet[:, None]) * given(bullet)
        yield "follows referring back", self.page.refers[:, None]
        yield "follows a signature", given(self.page.each(lambda t: t.signed))
        yield "text after a caption", given(caption) * (1 - caption[:, None])
        yield "caption after text", caption[:, None] * given(1 - caption)
        yield "rows after text", (first_row[:, None] != given(last_row)).astype(float)
        yield "rows after rows", first_row[:, None] * given(last_row)
        yield "bullet after what announces it", bullet[:, None] * given(announced)
        yield "answer after question", speaks[:, None] * given(asked)
        yield "turn after turn", turn[:, None] * given(turn)
        yield "next number", (count[:, None] == given(np.where(count > 0, count + 1, -1.0))).astype(float)
        yield from self._of_columns()
        kin = self.page.kinship[np.arange(len(bullet))[:, None], self._places]
        yield "kin", kin
        yield "kin far away", kin * far
        like = self._likeness * far
        yield "alike far away", like / 2
        blocks = np.array(self.page.blocks)
        rivals = np.where(self._near & (blocks[:, None] != blocks[self._places]), self._likeness, 0.0)
        most = rivals.max(1, initial=0.0)[:, None]
        yield "alike more than any", ((like > 0.5) & (like >= most)).astype(float)
        lead, bare = self.page.each(self.page.is_lead), self.page.each(self.page.is_bare)
        yield "after a lead alone", far * given(lead)
        yield "before, without a headline", far * bare[:, None]
        yield "after a lead alone, without a headline", far * given(lead) * bare[:, None]
        narrow = self.page.narrow
        yield (
            "wide after a narrow lead, without a headline",
            far * given(narrow) * ((1 - narrow) * bare)[:, None],
        )

    def _of_columns(self) -> Iterator[tuple[str, Values]]:
        regime = self.page.each(lambda s: s.regime)
        own, other = regime[:, None], self._given(regime)
        both = (own > 0) & (other > 0)
        alike = abs(own - other) <= 3
        yield "same column", (both & alike).astype(float)
        yield "other column", (both & ~alike).astype(float)
        yield "column after free lines", ((own > 0) != (other > 0)).astype(float)
