"""Which headline heads which body? The cheapest reading of the whole page, from slot to slot.

A slot is what stands between two bodies. It can be read as: nothing ends here (its heads are subheads, the
text runs on), or an article ends here and the first k heads belong up to it, the others down to the next.
Costs add up evidence; the cheapest path over all slots wins (dynamic programming over two states: does the
article that is open here have its headline yet?).
"""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.articles import shapes
from retrieval.articles.blocks import Body, Head, Mark, Strip, heads_of
from retrieval.articles.evidence import Evidence, is_label, join_cost, subhead_cost
from retrieval.articles.words import coverage, leaning
from retrieval.records import Role


@dataclass(slots=True)
class Reading:
    """One way to read a slot: `joined`, or `up` heads for the article above and the others for the one below."""

    joined: bool
    up: int
    cost: float
    why: tuple[str, ...]


def read_slots(strip: Strip, known: Evidence) -> list[Reading]:
    """Return the reading of each slot on the cheapest path; slot 0 can only point down, the last only up."""
    bodies = strip.bodies
    if not bodies:
        return []
    first = heads_of(strip.slots[0])
    states: list[tuple[float, tuple[Reading, int] | None]] = [(99.0, None), (99.0, None)]
    begin = Reading(False, 0, _down(strip.slots[0], 0, bodies[0], None, known)[0], ())
    states[1 if _heading(first, strip.slots[0]) else 0] = (begin.cost, None)
    trail: list[list[tuple[Reading, int] | None]] = []
    for i in range(1, len(bodies)):
        states, step = _advance(states, strip.slots[i], bodies[i - 1], bodies[i], known)
        trail.append(step)
    return [begin, *_finish(states, trail, strip, known)]


def _advance(states, slot, above, below, known):  # type: ignore[no-untyped-def]
    new: list[tuple[float, None]] = [(999.0, None), (999.0, None)]
    step: list[tuple[Reading, int] | None] = [None, None]
    options = _options(slot, above, below, known)
    for had in (0, 1):
        base = states[had][0]
        for reading, opened in options:
            cost = base + reading.cost
            if reading.joined:
                to = had
                if had and below.bullet and heads_of(slot):
                    cost -= 2.0
            else:
                if had and below.bullet and not reading.up and not opened and not slot:
                    cost += 3.0  # items under one headline
                cost += _closing(had, reading.up, above, known)
                to = opened
            if cost < new[to][0] - 1e-9:
                new[to] = (cost, None)
                step[to] = (reading, had)
    return new, step


def _finish(states, trail, strip, known):  # type: ignore[no-untyped-def]
    slot = strip.slots[-1]
    heads = heads_of(slot)
    last = strip.bodies[-1]
    up_cost = sum(_up_cost(h, last, None, slot, known) for h in heads[:1]) + 0.7 * max(len(heads) - 1, 0)
    ends = []
    for had in (0, 1):
        ends.append((states[had][0] + _closing(had, len(heads), last, known) + up_cost, len(heads)))
        if heads:
            ends[-1] = min(ends[-1], (states[had][0] + _closing(had, 0, last, known) + 3.0 * len(heads), 0))
    had = 0 if ends[0][0] <= ends[1][0] else 1
    readings = [Reading(False, ends[had][1], up_cost, ("the page ends here",))]
    for step in reversed(trail):
        found = step[had]
        assert found is not None  # noqa: S101 - every reachable state has a step
        readings.append(found[0])
        had = found[1]
    readings.reverse()
    return readings


def _options(slot: list[Head | Mark], above: Body, below: Body, known: Evidence) -> list[tuple[Reading, int]]:
    heads = heads_of(slot)
    options: list[tuple[Reading, int]] = []
    cost, why = join_cost(slot, above, below, known)
    cost += sum(subhead_cost(h, below, known) for h in heads) + 3.0 * max(len(heads) - 1, 0)
    options.append((Reading(True, 0, cost, tuple(why)), 0))
    for up in range(len(heads) + 1):
        if 2 < up < len(heads) - 3:
            continue
        cost, reasons = _down(slot, up, below, above, known)
        for k, head in enumerate(heads[:up]):
            cost += _up_cost(head, above, below, slot, known) if k == 0 else _second_up(head, above, below)
        reasons += known.up_reasons(heads[:up], above, below)
        opened = 1 if _heading(heads[up:], slot) else 0
        options.append((Reading(False, up, cost, tuple(reasons)), opened))
    return options


def _second_up(head: Head, above: Body, below: Body) -> float:
    return 0.5 + max(-_lean(head, above, below), 0) + (2.5 if head.label else 0.0)


def _lean(head: Head, one: Body, other: Body) -> float:
    return 6.0 * leaning(head.text, one.text, other.text)


def _heading(heads: list[Head], slot: list[Head | Mark]) -> bool:
    """Return whether at least one of the heads can be a headline, not just a section label."""
    return any(not is_label(h) or shapes.NOTICE_END.search(h.text) for h in heads) or len([h for h in heads if not h.marked]) > 1 or (bool(heads) and not _label_alone(heads[0], slot))


def _label_alone(head: Head, slot: list[Head | Mark]) -> bool:
    return is_label(head)


def _up_cost(head: Head, above: Body, below: Body | None, slot: list[Head | Mark], known: Evidence) -> float:
    """Weigh what speaks against a headline standing after its body."""
    cost = 2.0
    if below is not None:
        cost -= _lean(head, above, below)
        cost -= 1.0 if below.dateline and not above.inside else 0.0
    else:
        cost -= 1.0
    if above.open:
        cost += 2.5
    if is_label(head):
        cost += 5.0 if head.marked else 2.5
    shared = coverage(head.text, above.text)
    cost += 1.5 if shared == 0 else 0.7 if shared < 0.2 else 0.0
    if shapes.NOTICE_END.search(head.text):
        cost += 2.0
    for x in slot:
        if x is head:
            break
        if isinstance(x, Head) and x.marked or isinstance(x, Mark) and x.role is Role.JUMP:
            cost += 4.0
        elif isinstance(x, Mark) and x.role is Role.EDITOR:
            cost += 1.5
    return cost


def _down(slot: list[Head | Mark], up: int, below: Body, above: Body | None, known: Evidence) -> tuple[float, list[str]]:
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
    return cost, why


def _marks_after(slot: list[Head | Mark], head: Head) -> list[Mark]:
    at = next(i for i, x in enumerate(slot) if x is head)
    return [x for x in slot[at:] if isinstance(x, Mark)]


def _closing(had: int, up: int, last: Body, known: Evidence) -> float:
    """Weigh an article that ends without a headline, or with one at each end."""
    if had:
        return 5.0 if up else 0.0
    if up:
        return 0.0
    return known.headless_cost(last)
