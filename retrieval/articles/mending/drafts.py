"""Make drafts of articles: each chain of text with its headline, its subheads, bylines and labels."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from retrieval.articles.choosing.settling import Chain
from retrieval.articles.evidence.openings import leads
from retrieval.articles.evidence.words import coverage, grams
from retrieval.articles.looks import shapes
from retrieval.articles.looks.lines import Seen, is_right_under
from retrieval.articles.pieces.blocks import (
    BULLET,
    Head,
    Mark,
    Slot,
    Stretch,
    Strip,
    has_mark,
    heads_of,
    names_column,
)
from retrieval.records import Role


@dataclass(slots=True)
class Draft:
    """An article in the making: its heads, and its stretches in reading order with the subheads before each.

    `below` says that the headline stands after the text; `jump` that a line sends the reader to another page,
    `carried` that one says where it comes from; `margin` by how much the page is worse read otherwise.
    """

    heads: list[Head] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    subheads: dict[int, list[Head]] = field(default_factory=dict)
    bylines: list[Seen] = field(default_factory=list)
    labels: list[Head | Mark] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    below: bool = False
    jump: bool = False
    carried: bool = False
    teaser: bool = False
    doubt: float = 0.0
    margin: float = math.inf

    @property
    def text(self) -> str:
        """The text of its stretches."""
        return "\n".join(s.text for s in self.stretches)

    @property
    def title_text(self) -> str:
        """The text of its heads."""
        return " ".join(h.text for h in self.heads)


_LEAD = 400  # characters that a lead has at most
_BULLETED = 24  # columns that the name of a column with a bullet takes at most: “◎ 最新发现与创新”
_ONE_PAGE = 50  # articles, more than any newspaper's page has
_OF_TITLE = 0.3  # the share of the headline's words that a lead at the end repeats

_WHY = {
    "under": "its headline stands after the text, whose words it shares",
    "midst": "its headline stands in the midst of the text",
    "over a part": "its headline stands over a later part of the text",
    "under a part": "its headline stands under an earlier part of the text",
    "far": "a headline far away has its words",
}


def make_drafts(strip: Strip, chains: list[Chain]) -> list[Draft]:
    """Turn chains with their headlines into drafts.

    What no article has for its headline is a subhead where it stands inside one, else a label or nothing.
    """
    drafts = [_draft(strip, chain) for chain in chains]
    taken = {head for chain in chains for head in chain.heads}
    at = {
        place: (draft, i)
        for draft, chain in zip(drafts, chains, strict=True)
        for i, place in enumerate(chain.places)
    }
    for k, slot in enumerate(strip.slots):
        above, below = at.get(k - 1), at.get(k)
        free = [h for h in heads_of(slot) if h not in taken]
        if below and below[1]:  # the slot stands inside an article, or over a part of one that goes on here
            labels = [h for h in free if h.label and _headed_below(slot, h, below[0].heads)]
            below[0].labels.extend(labels)
            below[0].subheads[below[1]] = [h for h in free if h not in labels]
        elif below:
            below[0].labels.extend(h for h in free if h.label)
            under = _under_headline(slot, free, below[0].heads)
            if below[0].stretches[0].dateline:
                below[0].heads.extend(under)  # dated news has no subhead over its first words
            else:
                below[0].subheads[0] = under
        _attach(slot, above[0] if above else None, below[0] if below else None)
    for draft, chain in zip(drafts, chains, strict=True):
        _split_heads(draft)
        over = strip.slots[chain.places[0]]
        if not any(h in taken and h not in chain.heads for h in heads_of(over)):
            _head_by_label(draft, over)
        _put_lead_first(draft, chain, [h for h in heads_of(over) if h not in taken and not h.label])
    _share_labels(drafts)
    return drafts


def with_captions(drafts: list[Draft], captions: list[Stretch]) -> list[Draft]:
    """Return drafts and those of captions that stand in the midst of their text, each by itself, in page order."""
    if not captions:
        return drafts
    alone = [Draft(stretches=[x], why=["a caption in the midst of a text"]) for x in captions]
    return sorted([*drafts, *alone], key=lambda d: min(s.first.n for s in d.stretches))


def _share_labels(drafts: list[Draft]) -> None:
    """Let all briefs of a list have the label that stands over the first."""
    briefs = [d for d in drafts if not d.heads and (d.stretches[0].listed or d.stretches[0].bullet)]
    for above, below in pairwise(sorted(briefs, key=lambda d: d.stretches[0].at)):
        if not below.labels and below.stretches[0].at == above.stretches[-1].at + 1:
            below.labels = above.labels


def _head_by_label(draft: Draft, over: Slot) -> None:
    """Let what has but the shape of a label, or is a notice's, head the text that it stands right over, where nothing else does: “矿灯”.

    Of twelve such on pages with gold that don't read as labels, over no dated news, nine are its headline.
    """
    last, text = over[-1] if over else None, draft.stretches[0]
    brief = text.bullet or text.listed or text.dateline
    if draft.heads or not isinstance(last, Head) or last.marked or text.first.gap or brief:
        return
    notice = shapes.NOTICE_END.search(last.text) is not None
    ours = last in draft.labels or last in draft.subheads.get(0, ())
    if heads_of(over) == [last] and (
        notice or (ours and last.named < 0 and not shapes.ends_as_label(last.text))
    ):
        draft.heads = [last]
        draft.labels = [x for x in draft.labels if x is not last]
        draft.subheads[0] = [h for h in draft.subheads.get(0, ()) if h is not last]


def _headed_below(slot: Slot, label: Head, headline: list[Head]) -> bool:
    """Return whether an article's headline stands below a label in one slot: then it is the label of that article."""
    return any(h.at > label.at for h in heads_of(slot) if h in headline)


def _under_headline(slot: Slot, free: list[Head], headline: list[Head]) -> list[Head]:
    """Return the heads that stand between an article's headline and its text: its first subhead."""
    ours = [h for h in heads_of(slot) if h in headline]
    return [h for h in free if ours and h.at > ours[-1].at and not h.label]


def _put_lead_first(draft: Draft, chain: Chain, over: list[Head]) -> None:
    """Put a lead that is printed last before the text that it leads into; `over` are the heads over that text.

    It is printed under the headline, below the text: “……那一张片子。” headline “病理诊断常被称为……”; or at the end of
    a text that begins with a subhead right under its headline.
    """
    first = _late_lead(draft, chain)
    if not first:
        return
    if over and not draft.subheads.get(0):
        draft.subheads[0] = over
    count = len(draft.stretches)
    draft.stretches = draft.stretches[first:] + draft.stretches[:first]
    draft.subheads = {(k - first) % count: heads for k, heads in draft.subheads.items()}
    draft.why.append("its lead stands after the text")


def _late_lead(draft: Draft, chain: Chain) -> int:
    """Return which of its stretches begins the lead, 0 where the first does."""
    places, stretches = chain.places, draft.stretches
    if stretches[0].dateline or len(stretches) < 2:
        return 0
    if chain.where == "midst":
        first = next(k for k, at in enumerate(places) if k and at == chain.slot)
    elif chain.where == "over" and draft.subheads.get(0) and leads(stretches[-1].text):
        first = len(stretches) - 1
        if coverage(draft.title_text, stretches[-1].text) < _OF_TITLE:
            return 0
    else:
        return 0
    lead = sum(len(s.text) for s in stretches[first:])
    short = lead <= _LEAD and 2 * lead < sum(len(s.text) for s in stretches[:first])
    return first if short and not stretches[first - 1].open else 0


def _draft(strip: Strip, chain: Chain) -> Draft:
    draft = Draft(
        chain.heads,
        [strip.stretches[at] for at in chain.places],
        below=chain.where == "under",
        margin=chain.margin,
    )
    if chain.where in _WHY:
        draft.why.append(_WHY[chain.where])
        draft.doubt = 0.0 if chain.where == "under" else 0.05
    if any(b != a + 1 for a, b in zip(chain.places, chain.places[1:], strict=False)):
        draft.why.append("its text goes on after another article")
        draft.doubt += 0.1
    return draft


def _attach(slot: Slot, above: Draft | None, below: Draft | None) -> None:
    """Give each byline, jump and label of a slot to the article that it stands by."""
    passed = above is None
    for i, x in enumerate(slot):
        if isinstance(x, Head):
            ours = below is not None and x in below.heads
            theirs = above is not None and x in above.heads
            passed = passed or ours or (x.label and not theirs)
        elif x.role is Role.BYLINE:
            over = below is not None and _stands_over(slot, i, below.heads)
            if (
                over
                and below
                and has_mark(slot[i + 1 :], Role.BYLINE)
                and not shapes.WRITER.search(x.line.text)
            ):
                below.labels.append(x)  # somebody else signs
                continue
            owner = below if below and (passed or over) else above or below
            if owner:
                owner.bylines.append(x.line)
                if owner is below and owner is not above:
                    _after_byline(owner, slot[i:])
        elif x.role is Role.JUMP:
            if shapes.is_jump_up(x.line.text):
                passed = True
                if below:
                    below.carried = True
            elif above:
                above.jump = True


def _stands_over(slot: Slot, i: int, headline: list[Head]) -> bool:
    """Return whether thing `i` of a slot stands right over an article's headline, and under a blank line: “本报评论员”.

    None of 20 such lines on the gold pages signs the text above.
    """
    line, below = slot[i], slot[i + 1] if i + 1 < len(slot) else None
    assert isinstance(line, Mark)  # noqa: S101 - heads are taken otherwise
    over = isinstance(below, Head) and below in headline and is_right_under(line.line, below.lines[0])
    return over and line.line.gap > 0


def _after_byline(draft: Draft, rest: Slot) -> None:
    """Take heads printed after the byline for the first subhead."""
    late = [h for h in heads_of(rest) if h in draft.heads]
    if late and len(late) < len(draft.heads):
        draft.heads = [h for h in draft.heads if h not in late]
        draft.subheads[0] = [*late, *draft.subheads.get(0, [])]


def _split_heads(draft: Draft) -> None:
    """Set section labels and a first subhead apart from the headline proper.

    Dated news has no subhead over its first words: of 1,878 on the gold pages none, of 1,763 other articles 41.
    """
    while len(draft.heads) > 1 and not draft.below and _small_above(draft.heads):
        draft.labels.append(draft.heads.pop(0))
    while (
        draft.heads
        and draft.heads[0].label
        and not draft.below
        and (len(draft.heads) > 1 or _only_label(draft))
    ):
        draft.labels.append(draft.heads.pop(0))
    inner = [h for k, hs in draft.subheads.items() if k for h in hs]
    dated = draft.stretches[0].dateline
    if len(draft.heads) >= 2 and inner and not (draft.below or draft.subheads.get(0) or dated):
        last = draft.heads[-1]
        alike = [h for h in inner if abs(_length(h) - _length(last)) <= 6]
        leads_on = draft.heads[-2].text.endswith(("：", ":", *shapes.DASHES))
        signed = any(last.lines[-1].n < line.n < draft.stretches[0].first.n for line in draft.bylines)
        if len(alike) * 2 >= len(inner) and not (leads_on or signed):
            draft.subheads[0] = [draft.heads.pop()]


def _small_above(heads: list[Head]) -> bool:
    """Return whether a few characters stand apart above a headline, as the name of a column does."""
    first = heads[0]
    apart = heads[1].lines[0].gap > 0 or names_column(first.lines[0], heads[1].lines[0].width)
    if len(first.lines) == 1 and apart and shapes.ends_as_label(first.text):
        return True
    if BULLET.match(first.text) and not BULLET.match(heads[1].text) and first.width <= _BULLETED:
        return True
    if len(first.lines) == 1 and names_column(first.lines[0], heads[1].lines[0].width):
        return True
    return (
        len(first.lines) == 1
        and len(first.text) <= 5
        and apart
        and max(h.width for h in heads[1:]) >= 1.5 * first.width
    )


def _only_label(draft: Draft) -> bool:
    """Return whether what reads as a label and has no headline under it names a section: it is marked, or too short for news.

    Of 15 others on the gold pages over a text with a byline 12 are its headline: “座位”, “妈妈课堂”.
    """
    body = draft.stretches[0]
    if shapes.NOTICE_END.search(draft.heads[0].text) and not body.bullet:
        return False
    return draft.heads[0].marked or body.bullet or (body.dateline and len(draft.heads[0].text) <= 2)


def _length(head: Head) -> int:
    return sum(line.width for line in head.lines)


def move_far_bylines(drafts: list[Draft]) -> None:
    """Give a byline that names an office to the article that speaks of that office, however far it stands.

    Example: “□河北省保定市第一中心医院 党委书记 殷树欣” goes to the article on that hospital, not to its neighbour. One between
    a headline and its text stays there, and dated news says itself who wrote it: of 47 that went on pages with gold, 8 of them wrongly,
    two stood so and five went to such.
    """
    texts = [draft.title_text + draft.text for draft in drafts]
    for at, (home, ours) in enumerate(zip(drafts, texts, strict=True)):
        named = "".join(line.text for line in home.bylines)
        words = grams(re.sub(r"记者|通讯员|摄影报道|本报|特约", " ", named), 4)
        near = slice(max(at - _ONE_PAGE, 0), at + _ONE_PAGE)
        if len(words) < 4 or _share(words, ours) > 0.3 or _is_signed_between(home):
            continue
        others = zip(texts[near], drafts[near], strict=True)
        shares = [(_share(words, text), d) for text, d in others if d is home or not d.stretches[0].dateline]
        share, best = max(shares, key=itemgetter(0))
        if best is not home and share >= 0.5 and not best.bylines:
            best.bylines, home.bylines = home.bylines, []
            best.why.append("the byline far away names an office that only this article speaks of")


def _share(words: frozenset[str], text: str) -> float:
    return sum(w in text for w in words) / len(words)


def _is_signed_between(draft: Draft) -> bool:
    """Return whether an article's bylines stand between its headline and its text."""
    first, last = draft.stretches[0].first.n, max((h.lines[-1].n for h in draft.heads), default=0)
    return 0 < last < first and all(last < line.n < first for line in draft.bylines)
