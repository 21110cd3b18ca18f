"""What speaks for and against each reading, in one unit (about a natural logarithm), each with its sentence?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.articles import shapes
from retrieval.articles.blocks import Body, Head, Mark, Strip, heads_of
from retrieval.articles.layout import begins_story, inwardness
from retrieval.articles.lines import Seen
from retrieval.articles.words import Kinship
from retrieval.records import Role

_FRESH = re.compile(
    r"[★●▲■◆○◎“]|近[日年来期几]|日前|昨[天日晚]|今[天日年晨]|前[天日不]|本[周月]|上[周月]|连日来|目前|最近|不久前|记者|为|随着|(?:\d{4}年)?\d{1,2}月|\d{4}年|本报|编者按|在"
)
EARLY_STOP = re.compile(r"[^，。！？“”：:；;,]{1,6}[。；]")
_LEAD = re.compile(r"近[日年来期几]|日前|昨[天日]|连日来|多年来|作为|本报|(?:\d{4}年)?\d{1,2}月|\d{4}年")
_ANAPHORA = re.compile(
    r"会议(?:指出|强调|要求|明确|认为|提出)|他[说表指认强还]|她[说表指认强还]|该[^，。]{1,8}|此外|同时|另外|此次|其中|对此|据介绍|据了解|与此同时|《[^》]{2,8}》(?:指出|提出|明确|要求|还)"
)


@dataclass(slots=True)
class Evidence:
    """The habits of the page that weigh on each decision: how many of its articles open with a dateline?"""

    newsy: float
    bodies: list[Body]
    kin: Kinship
    places: dict[int, int]

    def kinship(self, below: Body) -> float:
        """Weigh from -2.5 to 3 whether a body goes on with the story above it, by the rare words they share.

        What shares more with a text beyond the last sure beginning than with its own neighbour speaks against.
        """
        i = self.places[id(below)]
        ours, k = 0.0, i - 1
        while k >= max(i - 4, 0):
            ours = max(ours, self.kin.likeness(k, i))
            if self.bodies[k].dateline or self.bodies[k].bullet:
                break
            k -= 1
        far = [j for j in range(max(i - 6, 0), k)] + self._beyond(i)
        theirs = max((self.kin.likeness(i, j) for j in far), default=0.0)
        doubt = min(len(below.text) / 400, 1.0)  # a short text shares little with any
        return max(min(1.5 * ours - doubt, 3.0) - min(max(theirs - ours - 0.3, 0.0), 1.5), -2.5)

    def _beyond(self, i: int) -> list[int]:
        """Return the bodies after the next sure beginning, at most five away."""
        last = min(i + 6, len(self.bodies))
        start = next((j for j in range(i + 1, last) if self.bodies[j].dateline), last)
        return list(range(start, last))

    def opening_cost(self, body: Body, heads: list[Head], signed: bool) -> tuple[float, list[str]]:
        """Weigh what speaks against an article beginning with this body."""
        headed = bool(heads)
        if body.dateline:
            return 0.0, ["the text opens with a dateline"]
        if body.bullet:
            return 0.3, ["the text opens with a bullet"]
        if body.orphan and not headed:
            return 1.0, ["the text begins within a sentence, and the one above is at its end"]
        if headed and shapes.NOTICE_END.search(heads[-1].text):
            return 0.3, ["the headline is that of a notice"]
        why: list[str] = []
        cost = 1.5 + 2.0 * self.newsy if headed else 2.5 + 1.5 * self.newsy
        if signed and headed:
            cost -= 2.5
            why.append("a byline stands between headline and text")
        if body.caption:
            cost -= 1.5
            why.append("the text reads like a photo caption")
        if _FRESH.match(body.first.text):
            cost -= 0.7
            why.append("the text begins as a story does")
        if heads and repeats(heads[-1].text, re.split("[。！？]", body.text[:100])[0]):
            cost -= 1.2
            why.append("the first sentence repeats words of the headline")
        if body.inside:
            cost += 3.0
        elif _ANAPHORA.match(body.first.text):
            cost += 1.0
        return cost, why

    def headless_cost(self, body: Body) -> float:
        """Weigh an article without any headline."""
        if body.bullet:
            return 0.5
        if body.caption:
            return 2.0
        if body.carried or body.orphan:
            return 0.5
        if body.boxed:
            return 1.5
        return 4.0 if body.dateline else 3.0


def weigh_page(strip: Strip) -> Evidence:
    """Measure the habits of a page, and mark bodies that a byline or a jump line stands over."""
    signed = False
    above: Body | None = None
    for slot, body in zip(strip.slots[1:], strip.bodies, strict=False):
        body.credited = bool(slot) and isinstance(slot[0], Mark) and _credits(slot[0])
    for slot, body in zip(strip.slots, strip.bodies, strict=False):
        roles = [x.role for x in slot if isinstance(x, Mark)]
        body.carried = any(
            isinstance(x, Mark) and x.role is Role.JUMP and shapes.is_jump_up(x.line.text) for x in slot
        )
        signed = (
            not body.dateline
            and not body.bullet
            and ((bool(heads_of(slot)) and Role.BYLINE in roles) or (signed and not roles))
        )
        body.signed = signed
        body.boxed = above is not None and len(body.paragraphs) == 1 and not body.open and _apart(above, body)
        body.orphan = above is not None and not above.open and not body.dateline and _torn_off(body.first)
        body.item = body.bullet and _is_item(slot, above, body)
        above = body
    opened = sum(body.dateline for body in strip.bodies)
    heads = sum(bool(heads_of(slot)) for slot in strip.slots)
    return Evidence(
        min(opened / max(heads, 1), 1.0),
        strip.bodies,
        Kinship([b.text for b in strip.bodies]),
        {id(b): i for i, b in enumerate(strip.bodies)},
    )


def _apart(above: Body, body: Body) -> bool:
    """Return whether two texts are set in columns of different widths."""
    return bool(above.regime and body.regime) and abs(abs(above.regime) - abs(body.regime)) >= 6


def _credits(mark: Mark) -> bool:
    """Return whether a photographer's credit is printed right under a text."""
    return mark.role is Role.BYLINE and not mark.line.gap and bool(shapes.CREDIT_END.search(mark.line.text))


def _torn_off(first: Seen) -> bool:
    """Return whether a line goes on with a sentence that stands elsewhere: “，”, “不怕输。”."""
    return inwardness(first.text) >= 4 or EARLY_STOP.match(first.text) is not None


def _is_item(slot: list[Head | Mark], above: Body | None, body: Body) -> bool:
    """Return whether a bullet paragraph is an item of a longer text or of a notice, not a brief of its own."""
    heads = heads_of(slot)
    if heads:
        sub = heads[-1].marked and not shapes.is_label(heads[-1].text.lstrip(shapes.BULLETS + " "), 1)
        return bool(shapes.NOTICE_END.search(heads[-1].text)) or (sub and above is not None)
    return above is not None and not slot and (above.item or not above.bullet)


def join_cost(slot: list[Head | Mark], above: Body, below: Body, known: Evidence) -> tuple[float, list[str]]:
    """Weigh what speaks against the text running on over a slot."""
    cost, why = 0.0, ["the text runs on"]
    if below.dateline:
        cost += 9.0
    if below.bullet and not above.last.text.endswith(("：", ":")):
        cost += 2.5
    if above.open:
        if below.inside:
            cost -= 1.0
        elif heads_of(slot) or (below.first.indented and begins_story(below.first.text)):
            cost += 3.0
    elif below.inside or below.orphan:
        cost += 2.0
    heads = heads_of(slot)
    for x in slot:
        if isinstance(x, Mark):
            cost += _mark_cost(x, below)
        elif x.marked and (
            x is not heads[-1] or (below.bullet and shapes.is_label(x.text.lstrip(shapes.BULLETS + " "), 1))
        ):
            cost += 5.0  # a label with a headline under it
    if above.regime and below.regime and abs(above.regime - below.regime) >= 4 and abs(above.regime) < 99:
        cost += 5.5 if above.open and not below.inside else 2.5
    if above.last.row != below.first.row:
        cost += 4.0 if below.first.gap or below.first.row else 1.0  # a table ends
    if above.caption and not below.caption:
        cost += 4.0
    if heads_of(slot) and not below.dateline:
        if shapes.ends_signed(above.text[-36:].replace("\n", "")):
            cost += 4.0
        if above.signed and below.signed:
            cost -= 0.8  # features have subheads
        if above.dateline:
            cost += 1.2 if len(above.text) < 600 else 0.6
        cost -= known.kinship(below)
    if below.caption and not above.caption and not below.first.text.startswith("图为"):
        cost += 3.0 if len(below.paragraphs) == 1 else 1.0
    return cost, why


def _mark_cost(mark: Mark, below: Body) -> float:
    if mark.role is Role.JUMP:
        return 10.0
    if mark.role is Role.BYLINE:
        return 5.0
    if mark.role in (Role.EDITOR, Role.SCAN_PROMPT):
        return 1.5
    return 0.3


_LENGTHS = (
    (16, -0.8),
    (24, -0.4),
    (28, 0.5),
    (36, 1.2),
    (48, 2.2),
    (10_000, 3.5),
)  # columns: how long a subhead is


def subhead_cost(head: Head) -> float:
    """Weigh what speaks against a head being a subhead inside an article."""
    cost = 1.2
    length = sum(line.width for line in head.lines)
    cost += next(extra for most, extra in _LENGTHS if length <= most)
    if shapes.NOTICE_END.search(head.text):
        cost += 4.0
    if head.text[-1] in "？?":
        cost -= 0.6
    if head.label and length <= 16:
        cost += 0.5
    if head.text[-1] in "：":
        cost += 1.5
    if re.match(
        r"(?:[一二三四五六七八九十][、.]|[（(][一二三四五六七八九十][)）]|之[一二三四]|\d{1,2}[、.]|[■◆●▲])",
        head.text,
    ):
        cost -= 1.5
    return cost


def leads(text: str) -> bool:
    """Return whether a paragraph could open a story: “近年来，……”, “日前，……”, a dateline."""
    return bool(_LEAD.match(text))


def refers_back(text: str) -> bool:
    """Return whether a paragraph speaks of something named before: “会议指出”, “该院”, “据了解”."""
    return bool(_ANAPHORA.match(text))


def begins_fresh(text: str) -> bool:
    """Return whether a paragraph begins as a story or a new thought does: “近日”, “据了解”, a quotation."""
    return bool(_FRESH.match(text) or _ANAPHORA.match(text))


def repeats(head: str, opening: str) -> bool:
    """Return whether five characters running of a headline stand in the first sentence of a text.

    Example: “校医院新增流感疫苗预约接种” and “……面向全校师生开放流感疫苗预约接种，三价疫苗……”.
    """
    return any(head[i : i + 5] in opening for i in range(min(len(head), 40) - 4))
