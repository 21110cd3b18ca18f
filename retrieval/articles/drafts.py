"""Turn the readings of the slots into drafts of articles, each with its heads, subheads and bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from retrieval.articles import shapes
from retrieval.articles.assign import Reading
from retrieval.articles.blocks import Body, Head, Mark, Strip, heads_of, names_column
from retrieval.articles.lines import Seen
from retrieval.articles.words import grams
from retrieval.records import Role


@dataclass(slots=True)
class Draft:
    """An article in the making: its heads, and its bodies in reading order with the subheads before each.

    `below` says that the headline stands after the text; `jump` that a line sends the reader to another page,
    `carried` that one says where it comes from.
    """

    heads: list[Head] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    subheads: dict[int, list[Head]] = field(default_factory=dict)
    bylines: list[Seen] = field(default_factory=list)
    labels: list[Head | Mark] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    below: bool = False
    jump: bool = False
    carried: bool = False
    teaser: bool = False
    doubt: float = 0.0

    @property
    def text(self) -> str:
        """The text of its bodies."""
        return "\n".join(b.text for b in self.bodies)

    @property
    def title_text(self) -> str:
        """The text of its heads."""
        return " ".join(h.text for h in self.heads)


def make_drafts(strip: Strip, readings: list[Reading]) -> tuple[list[Draft], list[Head]]:
    """Gather bodies into drafts along the chosen readings; heads that head nothing are returned beside them.

    Example: a slot read as "one head up, one down" closes the draft above under the first headline and opens
    the next under the second.
    """
    drafts: list[Draft] = []
    for i, body in enumerate(strip.bodies):
        reading, slot = readings[i], strip.slots[i]
        heads = heads_of(slot)
        above = drafts[-1] if drafts else None
        if reading.joined and above:
            if heads:
                above.subheads[len(above.bodies)] = heads
            _attach(slot, [], above, above)
        else:
            if above:
                _head_above(above, heads[: reading.up])
            draft = Draft(heads=heads[reading.up :], why=list(reading.why))
            drafts.append(draft)
            _attach(slot, heads[reading.up :], above, draft)
        drafts[-1].bodies.append(body)
    last = readings[-1].up if readings else 0
    heads = heads_of(strip.slots[-1])
    if drafts:
        _head_above(drafts[-1], heads[:last])
        _attach(strip.slots[-1], heads[last:], drafts[-1], None)
    for draft in drafts:
        _split_heads(draft)
    return drafts, heads[last:]


def _head_above(draft: Draft, heads: list[Head]) -> None:
    if not heads:
        return
    if draft.heads and not all(h.label for h in draft.heads):
        draft.subheads[0] = [*draft.heads, *draft.subheads.get(0, [])]
    else:
        draft.labels.extend(draft.heads)
    draft.heads = list(heads)
    draft.below = True
    draft.why.append("its headline stands after the text, whose words it shares")


def _attach(slot: list[Head | Mark], down: list[Head], above: Draft | None, below: Draft | None) -> None:
    """Give each byline and jump of a slot to the article that it stands by."""
    passed = above is None
    headed = False
    for x in slot:
        if isinstance(x, Head):
            headed = headed or any(x is h for h in down)
            passed = passed or x.marked
            continue
        if x.role is Role.BYLINE:
            owner = below if (passed or headed) and below else above
            if owner:
                owner.bylines.append(x.line)
                if owner is below and headed:
                    _after_byline(owner, slot, x)
        elif x.role is Role.JUMP:
            if shapes.is_jump_up(x.line.text):
                passed = True
                if below:
                    below.carried = True
            elif above:
                above.jump = True


def _after_byline(draft: Draft, slot: list[Head | Mark], byline: Mark) -> None:
    """Take heads printed after the byline for the first subhead."""
    at = slot.index(byline)
    late = [h for h in slot[at:] if isinstance(h, Head) and h in draft.heads]
    if late and len(late) < len(draft.heads):
        draft.heads = [h for h in draft.heads if h not in late]
        draft.subheads[0] = late


def _split_heads(draft: Draft) -> None:
    """Set section labels and a first subhead apart from the headline proper."""
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
    if len(draft.heads) >= 2 and inner and not draft.below and 0 not in draft.subheads:
        last = draft.heads[-1]
        alike = [h for h in inner if abs(_length(h) - _length(last)) <= 6]
        sub = last.text.startswith(("—", "-"))
        if len(alike) * 2 >= len(inner) and not sub and not draft.heads[-2].text.endswith(("：", ":")):
            draft.subheads[0] = [draft.heads.pop()]


def _small_above(heads: list[Head]) -> bool:
    """Return whether a few characters stand apart above a headline, as the name of a column does."""
    first = heads[0]
    apart = heads[1].lines[0].gap > 0 or names_column(first.lines[0], heads[1].lines[0].width)
    if len(first.lines) == 1 and apart and shapes.ends_as_label(first.text):
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
    body = draft.bodies[0]
    if shapes.NOTICE_END.search(draft.heads[0].text) and not body.bullet:
        return False
    return draft.heads[0].marked or body.bullet or bool(draft.bylines) or len(draft.heads[0].text) <= 2


def _length(head: Head) -> int:
    return sum(line.width for line in head.lines)


def move_far_bylines(drafts: list[Draft]) -> None:
    """Give a byline that names an office to the article that speaks of that office, however far it stands.

    Example: “□河北省保定市第一中心医院 党委书记 殷树欣” goes to the article on that hospital, not to its neighbour.
    """
    for home in drafts:
        text = "".join(line.text for line in home.bylines)
        words = {w for w in grams(re.sub(r"记者|通讯员|摄影报道|本报|特约", " ", text), 4)}
        if len(words) < 4 or _share(words, home) > 0.3:
            continue
        best = max(drafts, key=lambda d: _share(words, d))
        if best is not home and _share(words, best) >= 0.5 and not best.bylines:
            best.bylines, home.bylines = home.bylines, []
            best.why.append("the byline far away names an office that only this article speaks of")


def _share(words: set[str], draft: Draft) -> float:
    text = draft.title_text + draft.text
    return sum(w in text for w in words) / len(words)
