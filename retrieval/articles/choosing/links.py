"""Which stretch of text goes on where another one stops, and which one begins an article?

Each stretch may begin an article or follow any other one nearby. What speaks for and against each is evidence
with a name and a value; what it weighs is fitted (`weights.py`). Evidence of two texts is gathered for all pairs
of the page at once. Most of it is what tells of `s` times what tells of `t` (`Product`), so all of that is weighed by one
product of matrices; the rest has a row for each stretch `s` and a column for each `t` that it may follow, by how far
that stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles.evidence.openings import announces, asks, count_of, greets, leads, repeats, speaker_of
from retrieval.articles.evidence.overlap import Values, excess
from retrieval.articles.evidence.weights import LINKS, Evidence, by_spacing, weigh
from retrieval.articles.evidence.words import seam_words
from retrieval.articles.looks.lines import COLUMNS, End, are_two_columns, open_quotes
from retrieval.articles.looks.shapes import BOX, NOTICE_END
from retrieval.articles.pieces.blocks import (
    BULLET,
    Head,
    Mark,
    Stretch,
    Strip,
    jumps_on,
    jumps_up,
    marks_of,
)
from retrieval.articles.pieces.context import RUNNING, Pieces
from retrieval.articles.pieces.subheads import subhead_cost
from retrieval.records import Role

# Stretches on either side that may come before. On the gold pages 5 of 1,943 sentences cut go on beyond 20, 2 beyond 40; of
# 5,927 texts that end with a sentence 11 and 1.
WINDOW = 40
# Characters: items of a list that have fewer are no briefs, all 12 on the gold pages, but under the name of a section, all 4; nor is
# a salutation a text of its own.
_FEW = 30
_PART = 8.0  # what speaks for the text under the number of a part going on with the one right over it: as much as decides
_SLACK = 12.0  # what scores so far below the best is never chosen
_MEASURES = re.compile(
    r"[名个人元万亿年月日项次家所种米吨公%％倍多余台辆条件座处张份批支户头亩株套艘架栋层间篇册期届位岁分小秒周天块千百斤克升里]"
)
_WANTS_NUMBER = re.compile(
    r"(?:每.{1,3}|约|近|达到?|超过?|[为共至到有仅逾付领收]|不足|增长|下降|投入|收入|利润|节省|奖励|补贴|合计|[人年月]均|[费额值量率价]|价格|资金|面积|元|第|月|年)$"
)


class Product(NamedTuple):
    """Evidence for `s` following `t` that is a value of `s` times one of `t`; `far`: only where they stand apart."""

    name: str
    s: Values
    t: Values
    far: bool = False


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
        total += self._weigh_products(far=False) + self._far * self._weigh_products(far=True)
        for s in self.page.stretches:
            total[s.at, WINDOW] = weigh(self._of_beginning(s), LINKS)
            if s.at and s.first.numeral and (s.first.numeral > 1 or not self.page.heads[s.at]):
                total[s.at, WINDOW - 1] += _PART
            if s.at:
                total[s.at, WINDOW - 1] += weigh(self._of_slot(self.page.stretches[s.at - 1], s), LINKS)
        return total

    def _weigh_products(self, far: bool) -> Values:
        """Weigh all evidence that is a product, of texts that stand apart or of any two."""
        rows = [x for x in self._products if x.far is far]
        weights = np.array([LINKS.get(x.name, 0.0) for x in rows])
        of_s, of_t = weights[:, None] * np.array([x.s for x in rows]), np.array([x.t for x in rows])
        # No BLAS: its sums depend on the machine in their last digit.
        weighed = np.einsum("ks,kt->st", of_s, of_t, optimize=False)
        return self._laid(weighed)

    def _laid(self, of_two: Values) -> Values:
        """Lay values of each two stretches out by the places that each may follow."""
        laid: Values = of_two[np.arange(len(of_two))[:, None], self._places]
        return laid

    def evidence(self, t: Stretch | None, s: Stretch) -> Evidence:
        """Yield what there is to weigh of `s` following `t`, or of its beginning an article."""
        if t is None:
            yield from self._of_beginning(s)
            return
        if s.at == t.at + 1:
            yield from self._of_slot(t, s)
        place = t.at - s.at + WINDOW
        for name, values in self._all_pairs:
            yield name, values.item(s.at, place)
        for x in self._products:
            yield x.name, x.s.item(s.at) * x.t.item(t.at) * (self._far.item(place) if x.far else 1.0)

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
        headlines = self.page.unlabelled[s.at]
        last, over = slot[-1] if slot else None, self.page.right_over[s.at]
        signed = isinstance(last, Mark) and last.role is Role.BYLINE
        yield from by_spacing("new", 1.0, self.page.unspaced)
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
        yield "new at a seam that parts", s.parted / 4
        if slot:
            yield from by_spacing("new under a headline", over is not None, self.page.unspaced)
            yield "new under what reads as a label", isinstance(last, Head) and self.page.labels.item(last.at)
            yield "new under a label", isinstance(last, Head) and last.label
            # Of 1,447 texts under a column's name and a head 1,402 begin an article.
            named = headlines and any(h.label for h in takewhile(lambda h: h is not headlines[-1], heads))
            yield "new under a head with a label over it", s.at > 0 and bool(named)
            # Of 182 texts under a notice's head on the gold pages each begins an article, and so does each of 8 under a box's.
            noticed = over is not None and (NOTICE_END.search(over.text) or BOX.match(over.text)) is not None
            yield "new under a notice's headline", noticed
            # Of 116 letters under a head or furniture each begins one.
            yield "new with a greeting", greets(s.text)
            # Of 51 tables under a head on the gold pages 48 are what that heads.
            table = s.first.row and len(s.first.text.split()) >= 3
            yield "new table under a headline", table and over is not None
            yield "new under what reads as a headline", self.page.over_headline.item(s.at)
            yield "new under a byline", signed
            yield "new under headline and byline", signed and bool(headlines)
            yield "new under a marked label", any(h.marked for h in heads)
            yield "new from another page", jumps_up(slot)
            yield "new under a head like those below", self.page.under_subhead[s.at]
        yield "new opens as others do", self.page.alike_openings.item(s.at)
        yield "new in narrow lines", self.page.narrow.item(s.at)
        yield "new under a head made like another", over is not None and self.page.like_another(s.at, over)
        yield (
            "new under a head that repeats another",
            over is not None and self.page.repeats_another(s.at, over),
        )
        if heads:
            near = self.page.head_near[:, heads[-1].at]
            yield "new under a head near it", near.item(s.at)
            if above:
                rather = near.item(s.at) - near.item(above.at)
                yield "new under a head rather near it than near the text above", rather
            yield "new repeats the headline", repeats(heads[-1].text, s.text)
            yield (
                "new has the headline's words",
                self.page.words.known(heads[-1].at, self.page.words.after[s.at]),
            )
            yield "new opens with them", self.page.words.known(heads[-1].at, self.page.words.opening[s.at])
        upper = self._upper[s.at]
        if upper:
            yield "new under an upper head", 1.0
            yield "new under an upper head near it", self.page.head_near.item(s.at, upper.at)
            known = self.page.words.known(upper.at, self.page.words.after[s.at])
            yield "new under an upper head with its words", known
            yield "new under an upper head that reads as a headline", self.page.headlines.item(upper.at)
        if not above:
            yield "new at the top", 1.0
            return
        yield "new after a signature", above.signed
        yield "new after kin", self.page.kinship.item(s.at, above.at)
        yield "new after what is near", self.page.nearness.item(s.at, above.at)
        yield "new in another column", are_two_columns(above.regime, s.regime)
        yield "new after a cut sentence", above.open
        if not headlines:
            yield from self._of_headline_ahead(above, s)

    def _of_headline_ahead(self, above: Stretch, s: Stretch) -> Evidence:
        """Where no headline stands over a text, its headline may stand below it: does the next one know its words?"""
        for heads, below in zip(
            self.page.unlabelled[s.at + 1 : s.at + 13],
            self.page.stretches[s.at + 1 : s.at + 13],
            strict=False,
        ):
            if heads:
                words, after = self.page.words, self.page.words.after[s.at]
                yield "new has the words of the headline below", words.known(heads[0].at, after)
                yield (
                    "new has the words of the headline below, text above has not",
                    words.leaning(heads[0].at, after, words.before[above.at]),
                )
            if heads or below.dateline:
                return

    # Following the text right above

    def _of_slot(self, t: Stretch, s: Stretch) -> Evidence:
        """Weigh what stands between two neighbours."""
        slot, unspaced = self.page.slots[s.at], self.page.unspaced
        yield "next", 1.0
        yield "alike", self._likeness.item(s.at, WINDOW - 1) / 2
        yield from by_spacing("next at once", not slot, unspaced)
        yield "kin, next at once", 0.0 if slot else self.page.kinship.item(s.at, t.at)
        at_once = 0.0 if slot else self.page.nearness.item(s.at, t.at)
        yield from by_spacing("near, next at once", at_once, unspaced)
        if s.bullet and t.bullet:
            name = self.page.over_list[s.at]
            yield f"next in a list under {name}", 1.0
            yield "next in a list with blank lines", s.first.gap > 0
            if name != "a label":
                yield "next in a list of a few words each", max(len(t.text), len(s.text)) < _FEW
                yield "next in a list that names its items", self.page.names_items[s.at]
        if not slot:
            yield "next at once among copies", self.page.common.copied
            yield "next at once without a blank line", not s.first.gap
            # “编辑同志：” has a letter under it, of 36 such texts on the gold pages each goes on.
            yield "next at once after a few words and a colon", t.text[-1] in "：:" and len(t.text) < _FEW
            yield "next at once at a seam that parts", s.parted / 4
            blank = self.page.tight * (s.first.gap > 0)
            yield "next at once, over a blank line where others have none", blank
            yield "next at once, over a blank line where others have none, whole", blank * (not t.open)
            return
        heads, roles = self.page.heads[s.at], {m.role for m in marks_of(slot)}
        yield "next after running furniture", not roles.isdisjoint(RUNNING)
        yield "next after a byline", Role.BYLINE in roles
        yield "next after a jump", Role.JUMP in roles
        labelled = any(h.label for h in heads)
        yield "next after a label", labelled
        # Of 595 texts on the gold pages over which a label and under it a head stand, 578 begin an article.
        yield "next after a label over a head", labelled and not heads[-1].label
        if heads:
            own = self.page.words.leaning(
                heads[0].at, self.page.words.before[t.at], self.page.words.after[s.at]
            )
            close = slot[0] is heads[0] and not heads[0].lines[0].gap
            yield from by_spacing("next after heads", 1.0, unspaced)
            yield "next after more heads", float(len(heads) - 1)
            yield "next after a head of its own", own
            yield from by_spacing("next after a head close below", close, unspaced)
            yield from by_spacing("next right under a head", s.first.gap == 0, unspaced)
            yield "next after a full stop and heads", not t.open
            over, under = heads[0].lines[0].gap, s.first.gap
            yield "next after a head set apart", over > max(self._paragraph_gap, under)
            yield "next after a head between blank lines", over == under > self._paragraph_gap
            near = self.page.head_near[:, heads[-1].at]
            yield "next after a head near it", near.item(s.at)
            yield "next after a head near that", near.item(t.at)
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

    @cached_property
    def _paragraph_gap(self) -> int:
        """The most blank lines between two paragraphs with nothing else between."""
        inside = [p[0].gap for s in self.page.stretches for p in s.paragraphs[1:]]
        between = [s.first.gap for s in self.page.stretches if s.at and not self.page.slots[s.at]]
        return max([*inside, *between], default=0)

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
        """Yield evidence of all pairs that is no product."""
        yield from self._of_distance()
        yield from self._of_headline_above()
        yield from self._of_headline_over_that()
        yield from self._of_words()
        yield from self._of_likeness()
        yield from self._of_columns()

    @cached_property
    def _products(self) -> list[Product]:
        """Evidence of all pairs that is a value of the one times one of the other."""
        return [*self._of_place(), *self._of_seam(), *self._of_kind()]

    _away = np.arange(WINDOW, -WINDOW, -1)
    """How many places `s` stands after each `t`."""
    _far = ((_away != 0) & (_away != 1)).astype(float)
    """1 where they stand apart."""

    @cached_property
    def _apart(self) -> NDArray[np.bool_]:
        """Whether `s` and `t` are two stretches with something between them."""
        blocks = np.array(self.page.blocks)
        apart: NDArray[np.bool_] = self._near & (blocks[:, None] != blocks[self._places])
        return apart

    @cached_property
    def _likeness(self) -> Values:
        like = self.page.common.likeness(self._places)
        return like - excess(like, self._apart, 0.0)[:, None]

    @cached_property
    def _repeated(self) -> Values:
        return self.page.common.repeated(self._places)

    def repeated(self, places: Sequence[int]) -> Values:
        """Return how much of each of some texts (row) has been said already up to the end of each other one of them (column).

        Nothing where they are far from each other.
        """
        at = np.array(places)
        place = at - at[:, None] + WINDOW
        far = (place < 0) | (place >= 2 * WINDOW)
        said: Values = np.where(far, 0.0, self._repeated[at[:, None], np.where(far, WINDOW, place)])
        return said

    @cached_property
    def _over(self) -> list[Head | None]:
        """The lowest head over each stretch that is no label."""
        return [heads[-1] if heads else None for heads in self.page.unlabelled[:-1]]

    @cached_property
    def _upper(self) -> list[Head | None]:
        """The head over that one, which may be the headline where the lowest is the first subhead."""
        return [heads[-2] if len(heads) > 1 else None for heads in self.page.unlabelled[:-1]]

    @cached_property
    def _any(self) -> Values:
        """1 for each stretch: what tells of the other one alone."""
        return np.ones(len(self.page.stretches))

    def _of_distance(self) -> Iterator[tuple[str, Values]]:
        onward, back = self._far * (self._away > 0), self._far * (self._away < 0)
        yield "far", onward
        yield "back", back
        yield "far by", onward * np.log(np.maximum(self._away, 1))
        yield "back by", back * np.log(np.maximum(1 - self._away, 1))

    def _of_place(self) -> Iterator[Product]:
        page, any_one = self.page, self._any
        at_once = page.each_slot(lambda slot: not slot)
        below, above = np.append(at_once[1:-1], 0.0)[: len(any_one)], at_once[:-1]
        cut_above = np.concatenate([[0.0], page.open[:-1]])[: len(any_one)] * above
        headed, _ = _numbered(self._over)
        yield Product("far after a full stop", any_one, 1 - page.open, far=True)
        yield Product("far after a jump", any_one, page.each_slot(jumps_on)[1:], far=True)
        yield Product("far, after text without a headline", any_one, page.headless, far=True)
        yield Product("far though text follows at once", any_one, page.open * below, far=True)
        yield Product("far though cut text stands right over it", cut_above, any_one, far=True)
        yield Product(
            "far under a head like those below", np.array(page.under_subhead, float), any_one, far=True
        )
        yield Product("far under a headline", headed, any_one, far=True)
        yield Product("far under what reads as a headline", page.over_headline, any_one, far=True)
        lead, bare, narrow = page.lead, page.each(page.is_bare), page.narrow
        yield Product("after a lead alone", any_one, lead, far=True)
        yield Product("before, without a headline", bare, any_one, far=True)
        yield Product("after a lead alone, without a headline", bare, lead, far=True)
        yield Product("wide after a narrow lead, without a headline", (1 - narrow) * bare, narrow, far=True)

    def _of_headline_above(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether the headline over a text far away is that of this one: the lowest head over it, or the one over that."""
        headless = self.page.headless[self._places]
        for name, again, heads in (
            ("a headline", "one", self._over),
            ("an upper head", "an upper one", self._upper),
        ):
            headed, numbers = _numbered(heads)
            if not headed.any():
                return
            headed, numbers = headed[:, None], numbers[:, None]
            far = self._far * headed
            known = far * self.page.words.known_before[numbers, self._places]
            near = far * self.page.head_near[self._places, numbers]
            yield f"far, under {name} with its words", known
            yield f"far, under {name} near it", near
            yield f"far, text without a headline under {again} with its words", known * headless
            yield f"far, text without a headline under {again} near it", near * headless

    def _of_headline_over_that(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether a text without a headline goes on far away under the headline of that one."""
        headed, numbers = _numbered(self.page.over_block)
        if headed.any():
            bare = 1 - _numbered(self._over)[0][:, None]
            near = self._laid(self.page.head_near[:, numbers])
            yield "far, near the headline over that", self._far * headed[self._places] * bare * near

    def _of_seam(self) -> Iterator[Product]:
        """Weigh whether the end of one text and the beginning of the other fit together."""
        page, any_one, cut = self.page, self._any, self.page.open
        begins = {
            "inside a sentence": page.each(lambda s: s.inside / 6),
            "stops early": page.early,
            "fresh": page.fresh,
            "a beginning by its wording": page.beginning,
            "inside a sentence by its wording": page.inside,
            "indented": page.each(lambda s: s.first.indented),
            "flush": page.each(lambda s: s.first.flush),
            "a printed indent": page.each(lambda s: s.first.opens is True),
            "no printed indent": page.each(lambda s: s.first.opens is False),
        }
        for name, tails in (("whole", 1 - cut), ("cut", cut)):
            yield Product(name, any_one, tails)
            for look, values in begins.items():
                yield Product(f"{name}, then {look}", values, tails)
        yield Product("cut and never goes on", any_one, page.each(page.wants))
        yield Product("cut at a colon", any_one, cut * page.each(lambda t: t.last.text[-1] in "：:"))
        yield Product("cut at a pause", any_one, cut * page.each(lambda t: t.last.end is End.PAUSE))
        quoted = cut * page.each(lambda t: t.quotes > 0)
        if quoted.any():
            closes = page.each(lambda s: open_quotes(s.text[:200]) < 0)
            yield Product("cut in a quote that closes", closes, quoted)
        digit = page.each(lambda s: s.first.text[0].isdigit())
        wants = cut * page.each(lambda t: _WANTS_NUMBER.search(t.last.text[-6:]) is not None)
        yield Product("cut before a number", digit, wants)
        number = cut * page.each(lambda t: t.last.text[-1].isdigit())
        counted = np.maximum(digit, page.each(lambda s: _MEASURES.match(s.first.text) is not None))
        yield Product("cut in a number", counted, number)
        yield Product("cut after a number", 1 - counted, number)

    def _of_words(self) -> Iterator[tuple[str, Values]]:
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
        return after[self._places, self._away + WINDOW - 1], torn[self._places]

    def _of_kind(self) -> Iterator[Product]:
        """Weigh whether the two texts are of one kind."""
        page, any_one = self.page, self._any
        bullet, caption = page.each(lambda s: s.bullet), page.caption
        first_row, last_row = page.each(lambda s: s.first.row), page.each(lambda t: t.last.row)
        speaks = page.each(lambda s: speaker_of(s.text) != "")
        yield Product("follows with a dateline", page.each(lambda s: s.dateline), any_one)
        yield Product("follows with a bullet", bullet, any_one)
        yield Product("bullet after bullet", bullet, bullet)
        yield Product("no bullet after a bullet", 1 - bullet, bullet)
        yield Product("follows referring back", page.refers, any_one)
        yield Product("follows a signature", any_one, page.each(lambda t: t.signed))
        yield Product("text after a caption", 1 - caption, caption)
        yield Product("caption after text", caption, 1 - caption)
        yield Product("rows beside text", first_row, 1 - last_row)
        yield Product("rows beside text", 1 - first_row, last_row)
        yield Product("rows after rows", first_row, last_row)
        yield Product("bullet after what announces it", bullet, page.each(lambda t: announces(t.text)))
        yield Product("answer after question", speaks, page.each(lambda t: asks(t.text)))
        yield Product("turn after turn", page.turns, page.turns)

    def _of_likeness(self) -> Iterator[tuple[str, Values]]:
        """Weigh whether the two texts are about one thing."""
        count = self.page.each(lambda s: count_of(s.text))
        next_one = np.where(count > 0, count + 1, -1.0)
        yield "next number", (count[:, None] == next_one[self._places]).astype(float)
        kin = self._laid(self.page.kinship)
        yield "kin", kin
        yield "kin far away", kin * self._far
        near = self._laid(self.page.nearness)
        yield "near", near
        yield "near, far away", near * self._far
        nearest = np.where(self._apart, near, 0.0).max(1, initial=0.0)[:, None]
        yield "nearer than any", ((near >= nearest) & self._apart).astype(float)
        yield "says it again", self._repeated
        like = self._likeness * self._far
        yield "alike far away", like / 2
        most = np.where(self._apart, self._likeness, 0.0).max(1, initial=0.0)[:, None]
        yield "alike more than any", ((like > 0.5) & (like >= most)).astype(float)

    def _of_columns(self) -> Iterator[tuple[str, Values]]:
        regime = self.page.each(lambda s: s.regime)
        own, other = regime[:, None], regime[self._places]
        both = (own > 0) & (other > 0)
        alike = abs(own - other) < COLUMNS
        yield "same column", (both & alike).astype(float)
        yield "other column", (both & ~alike).astype(float)
        yield "column after free lines", ((own > 0) != (other > 0)).astype(float)


def _numbered(heads: Sequence[Head | None]) -> tuple[Values, NDArray[np.int64]]:
    """Return which of these heads there are, 1 or 0, and their numbers, 0 where there is none."""
    return np.array([h is not None for h in heads], float), np.array([h.at if h else 0 for h in heads], int)
