"""Look at the pieces of a page in its whole: what stands over each, what may part them, which words do they share?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np

from retrieval.articles.evidence.openings import (
    announces,
    is_fresh,
    names_item,
    refers_back,
    speaker_of,
    stops_early,
)
from retrieval.articles.evidence.overlap import BesideUsual, CommonWords, Values
from retrieval.articles.evidence.parts import Parts
from retrieval.articles.evidence.topics import Topics
from retrieval.articles.looks import shapes
from retrieval.articles.looks.style import (
    COMMON,
    Kinship,
    as_beginning,
    as_byline,
    as_headline,
    as_inside,
)
from retrieval.articles.pieces.blocks import Head, Slot, Stretch, Strip, has_mark, heads_of, jumps_on
from retrieval.articles.pieces.subheads import are_alike, look_alike
from retrieval.records import Role

_FREE = 36  # half-width columns that lines which run free may be said to have
# What two texts of two articles are to each other on the gold pages, in the mean.
_STRANGERS, _FAR = -0.76, -0.57  # their kinship, how near they are in what they are about
RUNNING = (Role.RUNNING_HEAD, Role.OTHER, Role.EDITOR, Role.SCAN_PROMPT)


class Pieces:
    """The stretches of a page and the slots between them, with what the page as a whole tells of each."""

    def __init__(self, strip: Strip) -> None:
        """Note which stretches certainly belong together, and where the words of the heads stand."""
        self.stretches, self.slots, self.unspaced = strip.stretches, strip.slots, strip.unspaced
        self.heads = [heads_of(slot) for slot in self.slots]
        self.unlabelled = [[h for h in heads if not h.label] for heads in self.heads]
        self.firsts = [s.first.text for s in self.stretches]
        self.blocks = self._number_blocks()
        self._texts = [s.text for s in self.stretches]
        self.head_texts = [h.text for heads in self.heads for h in heads]
        self.common = CommonWords(self._texts, self.blocks)
        self.words = self.common.words_of(self.head_texts)

    @cached_property
    def newsy(self) -> float:
        """How many of the headed texts open with a dateline, from 0 to 1: the habit of this page."""
        headed = sum(map(bool, self.heads))
        return min(sum(s.dateline for s in self.stretches) / max(headed, 1), 1.0)

    @cached_property
    def tight(self) -> float:
        """How many of the paragraphs on this page begin without a blank line over them, from 0 to 1."""
        inside = [p[0] for s in self.stretches for p in s.paragraphs[1:]]
        at_once = [s.first for s in self.stretches[1:] if not self.slots[s.at]]
        return sum(not line.gap for line in inside + at_once) / max(len(inside + at_once), 1)

    def _number_blocks(self) -> list[int]:
        """Number the runs of stretches between which nothing stands that could part two articles."""
        numbers: list[int] = []
        for stretch, slot in zip(self.stretches, self.slots, strict=False):
            parted = any(isinstance(x, Head) or x.role not in RUNNING for x in slot)
            new = not numbers or stretch.dateline or stretch.bullet or parted
            numbers.append(numbers[-1] + new if numbers else 0)
        return numbers

    def each(self, look: Callable[[Stretch], float]) -> Values:
        """Return what a look at each stretch gives."""
        return np.array([look(s) for s in self.stretches], float)

    def each_slot(self, look: Callable[[Slot], float]) -> Values:
        """Return what a look at the slot before each stretch gives, and at the last."""
        return np.array([look(slot) for slot in self.slots], float)

    @cached_property
    def early(self) -> Values:
        """1 for each stretch whose first sentence has a few characters only."""
        return self.each(lambda s: stops_early(s.text))

    @cached_property
    def fresh(self) -> Values:
        """1 for each stretch that begins as a story does."""
        return self.each(lambda s: is_fresh(s.text))

    @cached_property
    def beginning(self) -> Values:
        """How surely each stretch reads as the beginning of an article: log odds, in fours."""
        return as_beginning([text.split("\n", 1)[0] for text in self._texts]) / 4

    @cached_property
    def inside(self) -> Values:
        """How surely each stretch begins in the midst of a sentence by its wording: log odds, in fours."""
        return as_inside(self._texts) / 4

    @cached_property
    def _common(self) -> Parts:
        return COMMON.number(self._texts)

    @cached_property
    def _kin(self) -> Kinship:
        return Kinship(self._common)

    @cached_property
    def _kinship(self) -> BesideUsual:
        return BesideUsual(self._kin.of_two() / 4, self.blocks, _STRANGERS)

    @property
    def kinship(self) -> Values:
        """How surely each two stretches are of one article, by what both have and what one has alone: log odds, in fours."""
        return self._kinship.of_two

    def kin_as_one(self, some: Sequence[int], others: Sequence[int]) -> float:
        """Return how surely stretches taken together are of one article with others taken together: log odds, in fours."""
        return self._kinship.of(self._kin.of(some, others) / 4, some, others)

    @cached_property
    def topics(self) -> Topics:
        """What each stretch is about."""
        return Topics.of(self._common)

    @cached_property
    def head_topics(self) -> Topics:
        """What each head, by its number, is about."""
        return Topics.of(COMMON.number(self.head_texts))

    @cached_property
    def _nearness(self) -> BesideUsual:
        return BesideUsual(self.topics.nearness(self.topics), self.blocks, _FAR)

    @property
    def nearness(self) -> Values:
        """How near each two stretches are in what they are about: log odds."""
        return self._nearness.of_two

    def near_as_one(self, some: Sequence[int], others: Sequence[int]) -> float:
        """Return how near stretches taken together are to others taken together in what they are about: log odds."""
        near = self.topics.as_one(some).nearness(self.topics.as_one(others)).item()
        return self._nearness.of(near, some, others)

    @cached_property
    def head_near(self) -> Values:
        """How near each head, a column, is to each stretch in what they are about."""
        return self.topics.of_heads(self.head_topics)

    @cached_property
    def headlines(self) -> Values:
        """How surely each head, by its number, reads as a headline rather than a subhead: log odds, in fours."""
        return as_headline(self.head_texts) / 4

    @cached_property
    def over_headline(self) -> Values:
        """How surely one of the heads over each stretch reads as a headline rather than a subhead; 0 where none stands."""
        odds = [[self.headlines.item(h.at) for h in heads] for heads in self.unlabelled[:-1]]
        return np.array([max(mine, default=0.0) for mine in odds], float)

    @cached_property
    def labels(self) -> Values:
        """How surely each head, by its number, reads as a label: log odds, in fours."""
        return np.array([h.named for heads in self.heads for h in heads], float) / 4

    @cached_property
    def bylines(self) -> Values:
        """How surely each head, by its number, reads as a byline: log odds, in fours."""
        return as_byline(self.head_texts) / 4

    @cached_property
    def refers(self) -> Values:
        """1 for each stretch that speaks of something named before."""
        return self.each(lambda s: refers_back(s.text))

    @cached_property
    def open(self) -> Values:
        """1 for each stretch that stops in the middle of a sentence."""
        return self.each(lambda s: s.open)

    @cached_property
    def caption(self) -> Values:
        """1 for each stretch that reads like the caption of a photograph."""
        return self.each(lambda s: s.caption)

    @cached_property
    def under_subhead(self) -> list[bool]:
        """Per stretch, whether the head over it looks like the heads in it: then that is no headline but a subhead."""
        return [self._looks_like_those_below(s) for s in self.stretches]

    def _looks_like_those_below(self, s: Stretch) -> bool:
        heads = self.heads[s.at]
        if not heads or heads[-1].label or s.dateline:
            return False
        mine = heads[-1]
        if self.words.known(mine.at, self.words.opening[s.at]) > 0.5:
            return False
        for found, below in zip(
            self.unlabelled[s.at + 1 : s.at + 9], self.stretches[s.at + 1 : s.at + 9], strict=False
        ):
            if found and not below.dateline and len(found) == 1:
                return look_alike(found[0], mine)
            if found or below.dateline:
                return False
        return False

    @cached_property
    def over_list(self) -> list[str]:
        """Per stretch, what stands over the list that it stands in: a label, a notice's headline, any other head …

        Text that announces a list stands over it as well: “……播种时要把好以下五关。” “▲整地关。……”; under any other text are briefs, of
        33 such on the gold pages that name no items all but one.
        """
        found: list[str] = []
        for s, heads in zip(self.stretches, self.heads, strict=False):
            above = self.stretches[s.at - 1] if s.at else None
            if heads and heads[-1].label:
                found.append("a label")
            elif heads:
                notice = shapes.NOTICE_END.search(heads[-1].text) is not None
                found.append("a notice" if notice else "a headline")
            elif above and s.bullet and not above.bullet and announces(above.text):
                found.append("an announcement")
            elif has_mark(self.slots[s.at], Role.SECTION):
                found.append("a label")
            elif above and s.bullet and not above.bullet:
                found.append("a text")
            else:
                found.append(found[-1] if found else "nothing")
        return found

    @cached_property
    def names_items(self) -> list[bool]:
        """Per stretch, whether an item of the list that it stands in says first what it is about: “■缴费渠道：……”."""
        runs: list[list[Stretch]] = []
        for s, heads in zip(self.stretches, self.heads, strict=False):
            if not runs or heads or not (s.bullet and runs[-1][-1].bullet):
                runs.append([])
            runs[-1].append(s)
        found: list[bool] = []
        for run in runs:
            found += [any(names_item(s.text) for s in run)] * len(run)
        return found

    @cached_property
    def right_over(self) -> list[Head | None]:
        """Per stretch, the head right over it."""
        found: list[Head | None] = []
        for slot in self.slots[:-1]:
            last = slot[-1] if slot else None
            found.append(last if isinstance(last, Head) and not last.label else None)
        return found

    def _others_near(self, at: int) -> Iterator[Head]:
        """Yield the other heads near place `at`, each right over undated text."""
        for k in range(max(at - 6, 0), min(at + 7, len(self.stretches))):
            other = self.right_over[k]
            if k != at and other and not self.stretches[k].dateline:
                yield other

    def alike_heads(self, at: int, head: Head) -> int:
        """Count the other heads near place `at` that look like this one."""
        return sum(look_alike(head, other) for other in self._others_near(at))

    def like_another(self, at: int, head: Head) -> bool:
        """Return whether the head over place `at` is made like another one nearby."""
        return any(are_alike(head, other) for other in self._others_near(at))

    def repeats_another(self, at: int, head: Head) -> bool:
        """Return whether the head over place `at` has the very words of another one nearby, as no two subheads do."""
        return any(head.text == other.text for other in self._others_near(at))

    @cached_property
    def narrow(self) -> Values:
        """1 for each stretch whose lines are much shorter than most of this page's columns: a lead beside its headline."""
        regimes = self.each(lambda s: s.regime)
        sizes = self.each(lambda s: len(s.text))
        order = np.argsort(regimes)
        usual = regimes[order][np.searchsorted(np.cumsum(sizes[order]), sizes.sum() / 2)] if len(sizes) else 0
        narrow: Values = ((regimes > 0) & (regimes <= 0.75 * (usual or _FREE))).astype(float)
        return narrow

    @cached_property
    def alike_openings(self) -> Values:
        """1 for each undated stretch that begins as others under heads of this page do: “市民程先生：”, “市民包女士：”."""
        headed = [
            bool(heads) and not s.dateline for s, heads in zip(self.stretches, self.heads, strict=False)
        ]
        counts = Counter(first[:2] for first, mine in zip(self.firsts, headed, strict=True) if mine)
        alike = [mine and counts[first[:2]] > 1 for first, mine in zip(self.firsts, headed, strict=True)]
        return np.array(alike, float)

    @cached_property
    def turns(self) -> Values:
        """1 for each stretch that begins with somebody's turn in a conversation: others on this page do with the same name."""
        speakers = [speaker_of(first) for first in self.firsts]
        often = Counter(speaker_of(p[0].text) for s in self.stretches for p in s.paragraphs)
        return np.array([speaker != "" and often[speaker] > 1 for speaker in speakers], float)

    @cached_property
    def headline_width(self) -> float:
        """The usual width of heads that are no subheads, since a dateline or a byline stands under them."""
        sure = []
        for s, slot in zip(self.stretches, self.slots, strict=False):
            heads = self.unlabelled[s.at]
            if heads and (s.dateline or has_mark(slot, Role.BYLINE)):
                sure.append(max(h.width for h in heads))
        return float(sorted(sure)[len(sure) // 2]) if sure else 24.0

    @cached_property
    def dated(self) -> list[bool]:
        """Per stretch, whether the story that it seems to stand in opens with a dateline."""
        found: list[bool] = []
        for s in self.stretches:
            goes_on = bool(found) and found[-1] and not s.bullet and not self._may_open(s.at)
            found.append(s.dateline or goes_on)
        return found

    def _may_open(self, at: int) -> bool:
        """Return whether the heads of slot `at` can hardly be a subhead: a label, several, one as wide as headlines."""
        heads, slot = self.heads[at], self.slots[at]
        wide = any(h.label or h.width >= 0.8 * self.headline_width for h in heads)
        return wide or len(heads) > 1 or has_mark(slot, Role.BYLINE) or has_mark(slot, Role.JUMP)

    @cached_property
    def headless(self) -> Values:
        """1 for each stretch whose block stands under no headline."""
        return self.each(lambda t: all(h.label for h in self.heads[self._block_start(t.at)]))

    @cached_property
    def over_block(self) -> list[Head | None]:
        """Per stretch, the lowest head over its block that is no label."""
        over = [self.unlabelled[self._block_start(t.at)] for t in self.stretches]
        return [heads[-1] if heads else None for heads in over]

    @cached_property
    def lead(self) -> Values:
        """1 for each short text under a headline that is all there is of its story here."""
        return self.each(self._is_lead)

    def _is_lead(self, t: Stretch) -> bool:
        if (
            t.open
            or t.dateline
            or self.common.size(self.common.before[t.at]) > 260
            or not self._ends_here(t.at)
        ):
            return False
        return not self.headless[t.at]

    def is_bare(self, s: Stretch) -> bool:
        """Return whether a text has no headline over it and does not begin as news does; a subhead is no headline."""
        if s.dateline or s.bullet or (s.at and self.blocks[s.at - 1] == self.blocks[s.at]):
            return False
        return all(h.label for h in self.heads[s.at]) or self.under_subhead[s.at]

    def is_late_lead(self, t: Stretch, s: Stretch) -> bool:
        """Return whether a text without a headline is followed by a headline with no more than a lead under it.

        A head like others nearby is a subhead, and what stands under it the last part of a story; a notice leads into nothing.
        """
        if t.open or s.dateline or s.bullet or s.open or self.common.size(self.common.after[s.at]) > 320:
            return False
        head = self.heads[s.at][-1] if self.heads[s.at] else None
        if head and (self.alike_heads(s.at, head) or shapes.NOTICE_END.search(head.text)):
            return False
        last = s.at
        while last + 1 < len(self.stretches) and self.blocks[last + 1] == self.blocks[s.at]:
            last += 1
        return self._ends_here(last) and self.is_bare(self.stretches[self._story_start(t.at)])

    def _block_start(self, at: int) -> int:
        while at and self.blocks[at - 1] == self.blocks[at]:
            at -= 1
        return at

    def _story_start(self, at: int) -> int:
        """Return the place from which text runs on to place `at` with nothing but subheads between."""
        while at and not self.stretches[at].dateline and not self._may_open(at):
            at -= 1
        return at

    def _ends_here(self, at: int) -> bool:
        """Return whether a headline, a label or a dateline follows, or the page ends."""
        if at + 1 >= len(self.stretches):
            return True
        return self.blocks[at + 1] != self.blocks[at]

    def wants(self, t: Stretch) -> bool:
        """Return whether a text breaks off and must go on somewhere: no line says that it does so elsewhere."""
        return t.open and not jumps_on(self.slots[t.at + 1])
