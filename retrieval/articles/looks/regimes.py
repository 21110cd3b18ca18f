"""To which width are the lines wrapped, and which of them open a paragraph?

Wrapped columns repeat one width. Some dumps print the indent of a paragraph's first line; in all others that line
is two characters shorter.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from retrieval.articles.looks.lines import HALVES, End, Seen

_STRAY = re.compile(r"(?<=[^\x00-\x7f])[ ]+|[ ]+(?=[^\x00-\x7f])")
_HABIT = 6  # lines of one width that make a habit
_USUAL = 0.4  # or which share of a page they are, where few of them stand together
_COMMA = re.compile(r"[，。、,]")


def find_regimes(seen: list[Seen], noisy: bool) -> None:
    """Set `regime` of each line: the wrap width shared by at least three lines running, 0 where there is none.

    Example: columns of 16 characters give 32; whole paragraphs a line give 0.
    """
    flow = [line for line in seen if line.role is None]
    if noisy:
        for line in flow:
            line.width -= len(_STRAY.findall(line.text))
    for a, b, c, d in zip(flow, flow[1:], flow[2:], [*flow[3:], None], strict=False):
        low, high = min(a.width, b.width, c.width), max(a.width, b.width, c.width)
        near = a.at + 8 > c.at if low >= 24 else c.at - a.at == 2
        opens = (
            d is not None and d.at == c.at + 1 and 3 < d.width - high < 8
        )  # an indented line, then a full one
        apart = b.gap and c.gap  # three headlines, say: a column is torn here or there, not at every line
        if low >= 12 and high - low <= 3 and high <= 90 and near and not opens and not apart:
            for line in (a, b, c):
                line.regime = max(line.regime, high)
    _settle(flow)
    _spread(flow)
    _mark_flush(flow)
    _mark_printed(flow)


def _mark_flush(flow: list[Seen]) -> None:
    """Mark full lines that open no paragraph, on pages whose paragraphs open two characters in."""
    opens = [
        b.regime - b.width >= 2
        for a, b, c in zip(flow, flow[1:], flow[2:], strict=False)
        if b.regime > 0
        and a.end is End.STOP
        and ((a.regime > 0 and a.width < a.regime - 6) or b.gap)
        and c.gap == 0
    ]
    if len(opens) < 4 or sum(opens) < 0.7 * len(opens):
        return
    for line, below in zip(flow, [*flow[1:], None], strict=True):
        line.flush = line.regime > 0 and line.regime - line.width < 2
        line.indented = (
            line.regime > 0
            and 3 <= line.regime - line.width <= 6
            and below is not None
            and below.gap == 0
            and below.width > line.width + 1
        )


def _mark_printed(flow: list[Seen]) -> None:
    """Mark which lines open a paragraph, on pages that print an indent before most of theirs."""
    found = Counter(line.indent for line in flow if line.indent)
    indent, times = found.most_common(1)[0] if found else (0, 0)
    if not 2 <= indent <= 8 or times < 4 or times < 0.7 * found.total():
        return
    without = sum(
        a.end is b.end is End.STOP and not b.indent and (b.gap > 0 or 0 < a.width < a.regime - 6)
        for a, b in pairwise(flow)
    )
    if 2 * without > times:
        return
    for line in flow:
        line.opens = line.indented = line.indent == indent
        line.flush = not line.indent


def _settle(flow: list[Seen]) -> None:
    """Move each regime to the commonest width beside it: hanging marks make lines wider, a digit makes one narrower."""
    count: dict[int, int] = {}
    for line in flow:
        count[line.width] = count.get(line.width, 0) + 1
    near = {
        r: max(range(r - 3, r + 2), key=lambda w: count.get(w, 0)) for r in {line.regime for line in flow}
    }
    for line in flow:
        line.regime = near[line.regime] if line.regime else 0
    held: dict[int, int] = {}
    for line in flow:
        held[line.regime] = held.get(line.regime, 0) + 1
    usual = max(_HABIT, len(flow) * _USUAL)
    habits = {
        r
        for r, n in held.items()
        if r >= 24 and (n >= _HABIT or sum(count.get(w, 0) for w in range(r - 1, r + 3)) >= usual)
    } or _often_broken(flow)
    for a, b in pairwise(flow):
        if b.gap == 0 and not (a.regime and b.regime):
            for r in habits:
                if (
                    r - 4 <= min(a.width, b.width)
                    and r - 2 <= max(a.width, b.width) <= r + 3
                    and _COMMA.search(a.text + b.text)
                ):
                    a.regime = a.regime or r
                    b.regime = b.regime or r


def _often_broken(flow: list[Seen]) -> set[int]:
    """Return the width at which lines break off most, where no three of one paragraph are as wide: a page of short ones.

    So wide are the widest of their paragraphs, three at least, and a clause ends within most.
    """
    broken = Counter(
        a.width for a, b in pairwise(flow) if not b.gap and a.end is not End.STOP and _COMMA.search(a.text)
    )
    width, times = max(broken.items(), key=lambda x: (x[1], x[0]), default=(0, 0))
    return {width} if times >= 2 and 24 <= width <= 60 else set()


def _spread(flow: list[Seen]) -> None:
    """Let lines too short to show a width take that of the full lines beside them, the nearer ones first."""
    for i, line in enumerate(flow):
        if line.regime:
            continue
        before = flow[i - 1].regime if i and line.gap == 0 else 0
        after = flow[i + 1].regime if i + 1 < len(flow) and flow[i + 1].gap == 0 else 0
        if after and flow[i + 1].at - line.at > 4:
            after = 0
        line.regime = (
            before if before and line.width <= before + 2 else (after if line.width <= after + 2 else 0)
        )
    for i in range(1, len(flow)):
        line, above = flow[i], flow[i - 1]
        if not line.regime and above.regime and line.width <= above.regime + 2 and line.at - above.at <= 3:
            line.regime = -above.regime  # only a neighbour's habit: weaker, and never passed on
    for i in range(len(flow) - 2, -1, -1):
        line, below = flow[i], flow[i + 1]
        if (
            not line.regime
            and below.regime > 0
            and line.width <= below.regime + 2
            and below.at - line.at <= 3
        ):
            line.regime = -below.regime


def is_noisy(seen: list[Seen]) -> bool:
    """Return whether stray spaces stand inside the text of the page, as careless OCR leaves them."""
    prose = [
        line
        for line in seen
        if line.role is None
        and line.width >= 20
        and ("，" in line.text or "。" in line.text or "," in line.text)
    ]
    return sum(HALVES.search(line.text) is not None for line in prose) > 0.06 * max(len(prose), 12)
