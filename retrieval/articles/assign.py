"""Which headline heads which body? The cheapest reading of the whole page, from slot to slot.

A slot is what stands between two bodies. It can be read as: nothing ends here (its heads are subheads, the
text runs on), or an article ends here and the first k heads belong up to it, the others down to the next.
Costs add up evidence; the cheapest path over all slots wins (dynamic programming over three states: the
article that is open here has no headline yet, has one, or is a fragment of one that stands elsewhere).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from retrieval.articles import shapes
from retrieval.articles.blocks import Body, Head, Mark, Strip, heads_of
from retrieval.articles.evidence import Evidence, join_cost, subhead_cost
from retrieval.articles.words import coverage, leaning
from retrieval.records import Role


@dataclass(slots=True)
class Reading:
    """One way to read a slot: `joined`, or `up` heads for the article above and the others for the one below."""

    joined: bool
    up: int
    cost: float
    why: tuple[str, ...]


Step = list[tuple[Reading, int] | None]
_NEVER = inf


def read_slots(strip: Strip, known: Evidence) -> list[Reading]:
    """Return the reading of each slot on the cheapest path; slot 0 can only point down, the last only up.

    Example: “…为返乡农民工送健康” after one body and “辽宁大连细化……” before the next, both in one slot, give
    one head up and one down.
    """
    bodies = strip.bodies
    if not bodies:
        return []
    begin = Reading(False, 0, _down(strip.slots[0], 0, bodies[0], known)[0], ())
    costs = [_NEVER, _NEVER, _NEVER]
    costs[int(_heading(heads_of(strip.slots[0])))] = begin.cost
    trail: list[Step] = []
    for i in range(1, len(bodies)):
        costs, step = _advance(costs, strip.slots[i], bodies[i - 1], bodies[i], known)
        trail.append(step)
    last, had = _last_reading(costs, strip.slots[-1], bodies[-1], known)
    readings = [last]
    for step in reversed(trail):
        found = step[had]
        assert found is not None  # noqa: S101 - every state on the path was reached
        readings.append(found[0])
        had = found[1]
    return [begin, *reversed(readings)]


def _advance(
    costs: list[float], slot: list[Head | Mark], above: Body, below: Body, known: Evidence
) -> tuple[list[float], Step]:
    """Go over one slot: the cheapest way into each state, and the reading that leads there."""
    new = [_NEVER, _NEVER, _NEVER]
    step: Step = [None, None, None]
    options = _options(slot, above, below, known)
    for had in (0, 1, 2):
        if costs[had] == _NEVER:
            continue
        for reading, opened in options:
            cost = costs[had] + reading.cost + _given(had, reading, opened, slot, above, below, known)
            to = had if reading.joined else opened
            if cost < new[to] - 1e-9:
                new[to] = cost
                step[to] = (reading, had)
    return new, step


def _given(
    had: int,
    reading: Reading,
    opened: int,
    slot: list[Head | Mark],
    above: Body,
    below: Body,
    known: Evidence,
) -> float:
    """Weigh what depends on whether the article above has its headline already."""
    if reading.joined:
        return -1.8 if had == 1 and below.item else 0.0  # items under one headline
    items = 3.0 if had == 1 and below.item and not reading.up and not opened else 0.0
    stray = 3.5 if had == 1 and reading.up == 1 and below.dateline and _signed_apart(slot, 0) else 0.0
    return items + _closing(had, reading.up, above, known) - stray


def _last_reading(
    costs: list[float], slot: list[Head | Mark], last: Body, known: Evidence
) -> tuple[Reading, int]:
    """Read what stands after the last body: headlines of it, or of nothing on the page."""
    heads = heads_of(slot)
    ends: list[tuple[float, int, int]] = []
    for had in (0, 1, 2):
        up = _up_cost(heads[0], last, None, slot) + 0.7 * (len(heads) - 1) if heads else 0.0
        ends.append((costs[had] + _closing(had, len(heads), last, known) + up, len(heads), had))
        if heads:
            ends.append((costs[had] + _closing(had, 0, last, known) + 3.0 * len(heads), 0, had))
    cost, count, had = min(ends)
    return Reading(False, count, cost, ()), had


def _options(slot: list[Head | Mark], above: Body, below: Body, known: Evidence) -> list[tuple[Reading, int]]:
    heads = heads_of(slot)
    options: list[tuple[Reading, int]] = []
    cost, why = join_cost(slot, above, below, known)
    cost += sum(subhead_cost(h) for h in heads) + 3.0 * max(len(heads) - 1, 0)
    options.append((Reading(True, 0, cost, tuple(why)), 0))
    for up in range(len(heads) + 1):
        if 2 < up < len(heads) - 3:
            continue
        cost, reasons = _down(slot, up, below, known)
        for k, head in enumerate(heads[:up]):
            cost += _up_cost(head, above, below, slot) if k == 0 else _second_up(head, above, below)
        opened = 1 if _heading(heads[up:]) else 2 if below.orphan and not heads[up:] else 0
        options.append((Reading(False, up, cost, tuple(reasons)), opened))
    return options


def _second_up(head: Head, above: Body, below: Body) -> float:
    return 0.5 + max(-_lean(head, above, below), 0) + (2.5 if head.label else 0.0)


def _lean(head: Head, one: Body, other: Body) -> float:
    return 6.0 * leaning(head.text, one.text, other.text)


def _heading(heads: list[Head]) -> bool:
    """Return whether at least one of the heads can be a headline, not just a section label."""
    headlines = any(not h.label or shapes.NOTICE_END.search(h.text) for h in heads)
    return headlines or sum(not h.marked for h in heads) > 1


def _up_cost(head: Head, above: Body, below: Body | None, slot: list[Head | Mark]) -> float:
    """Weigh what speaks against a headline standing after its body."""
    cost = 2.0
    if below is not None:
        cost -= _lean(head, above, below)
        cost -= 1.0 if below.dateline and not above.inside else 0.0
    else:
        cost -= 1.0
    if above.open and not _signed_apart(slot, 0):
        cost += 2.5
    if above.carried:
        cost += 2.0
    if head.label:
        cost += 5.0 if head.marked else 2.5
    shared = coverage(head.text, above.text)
    cost += 1.5 if shared == 0 else 0.7 if shared < 0.2 else 0.0
    if shapes.NOTICE_END.search(head.text):
        cost += 2.0
    for x in slot:
        if x is head:
            break
        if (isinstance(x, Head) and x.marked) or (isinstance(x, Mark) and x.role is Role.JUMP):
            cost += 4.0
        elif isinstance(x, Mark) and x.role is Role.EDITOR:
            cost += 1.5
    return cost


def _down(slot: list[Head | Mark], up: int, below: Body, known: Evidence) -> tuple[float, list[str]]:
    """Weigh what speaks against an article beginning with `below` under the heads that are left."""
    heads = heads_of(slot)[up:]
    marks = _marks_after(slot, heads[0]) if heads else [x for x in slot if isinstance(x, Mark)]
    signed = any(m.role is Role.BYLINE for m in marks)
    cost, why = known.opening_cost(below, heads, signed)
    cost += 0.6 * max(len(heads) - 1, 0)
    if heads and any(m.role is Role.JUMP and shapes.is_jump_up(m.line.text) for m in marks):
        cost += 6.0
        why.append("a line says the text below comes from another page")
    if any(h.marked for h in heads[1:] if not heads[0].label):
        cost += 3.0
    if below.dateline and _signed_apart(slot, up):
        cost += 5.0
        why.append("the first headline has a byline of its own, and another stands over the text")
    return cost, why


def _signed_apart(slot: list[Head | Mark], k: int) -> bool:
    """Return whether head `k` has its byline right under it, and another head follows: its text is elsewhere."""
    heads = heads_of(slot)
    if not 0 <= k < len(heads) - 1 or heads[k].label:
        return False
    at = next(i for i, x in enumerate(slot) if x is heads[k])
    below = slot[at + 1]
    return isinstance(below, Mark) and below.role is Role.BYLINE and heads[k + 1].lines[0].gap > 0


def _marks_after(slot: list[Head | Mark], head: Head) -> list[Mark]:
    at = next(i for i, x in enumerate(slot) if x is head)
    return [x for x in slot[at:] if isinstance(x, Mark)]


def _closing(had: int, up: int, last: Body, known: Evidence) -> float:
    """Weigh an article that ends without a headline, or with one at each end."""
    if had == 2:
        return 2.0 if up else 0.5
    if had:
        return 5.0 if up else 0.0
    if up:
        return 0.0
    return known.headless_cost(last)
