"""Tell what differs as a reader would: numbers whole, each clause by itself, what differs side by side as one.

An alignment has the fewest edits, and so many edits lead to many places. Here the ends of what differs are moved, and
what is equal stays so.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from retrieval.folding import is_number
from retrieval.records import Range

_CLAUSE = 4  # characters that differ in a row from which a difference is no slip of the pen
_MARK = re.compile(r"[;!?]|(?<!\d)[,.:]|[,.:](?!\d)")  # where a clause ends, if no number goes on


class Stretch(NamedTuple):
    """A range of the folded quotation and the range of the folded text that answers to it."""

    equal: bool
    quoted: Range
    printed: Range
    omission: bool = False


def settled(stretches: list[Stretch], quoted: str, printed: str) -> list[Stretch]:
    """Return the stretches with what differs told as a reader would tell it: numbers whole, and no clause for another.

    So many edits lead to many places: “五万人” for 50000人 is as near to its 500 as to all of it, and a clause that the page
    doesn't hold as near to any other that stands there.
    """
    stretches = _joined(stretches)
    for backwards in (True, False):  # from each end towards the middle
        mirrored = [_mirrored(s, len(quoted), len(printed)) for s in reversed(stretches)]
        quoted, printed = quoted[::-1], printed[::-1]
        ended = _end_settled(mirrored, quoted, printed, backwards=backwards)
        stretches = _numbers_whole(ended, quoted, printed)
    return stretches


def _mirrored(stretch: Stretch, quoted: int, printed: int) -> Stretch:
    (a, b), (c, d) = stretch.quoted, stretch.printed
    return stretch._replace(quoted=(quoted - b, quoted - a), printed=(printed - d, printed - c))


def _end_settled(stretches: list[Stretch], quoted: str, printed: str, *, backwards: bool) -> list[Stretch]:
    """Leave out at the end what a long difference was set against, or take a number there whole."""
    *rest, last = stretches
    (a, b), (start, end) = last.quoted, last.printed
    if last.equal or not rest or start == end:
        return stretches
    end = start + _of_clause(quoted[a:b], printed[start:end])
    if start == end or (end - start >= _CLAUSE <= b - a and not is_number(quoted[a:b])):
        return [*rest, last._replace(printed=(start, start))]
    last = last._replace(printed=(start, end))
    number = end
    while printed[end - 1].isdigit() and number < len(printed) and printed[number].isdigit():
        number += 1
    if number == end:
        return [*rest, last]
    counted = not backwards and b - a > 1 and printed[number : number + 1] == quoted[b - 1]
    if not counted:
        return [*rest, last._replace(printed=(start, number))]
    # 五万|人 for 50000|人: what is counted is the same.
    return [
        *rest,
        Stretch(False, (a, b - 1), (start, number)),
        Stretch(True, (b - 1, b), (number, number + 1)),
    ]


def _of_clause(quoted: str, printed: str) -> int:
    """Return how much of what is printed at an end may be meant: 吗？ isn't the ,400 with which another clause begins."""
    for mark in _MARK.finditer(printed):
        if not _MARK.match(quoted, mark.start()):
            return mark.start()
    return len(printed)


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches with those that differ side by side made one."""
    joined = stretches[:1]
    for s in stretches[1:]:
        before = joined[-1]
        if before.equal or s.equal or before.omission or s.omission:
            joined.append(s)
        else:
            spans = (before.quoted[0], s.quoted[1]), (before.printed[0], s.printed[1])
            joined[-1] = Stretch(False, *spans)
    return joined


def _numbers_whole(stretches: list[Stretch], quoted: str, printed: str) -> list[Stretch]:
    """Let a difference in a number begin where the number does: 【2023】年 for 2024年, not 202【3】年, and 【5】万 for 50万."""
    whole = stretches[:1]
    for s in stretches[1:]:
        before = whole[-1]
        shared = 0
        if (
            before.equal
            and not s.equal
            and not s.omission
            and _of_number(quoted, s.quoted)
            and _of_number(printed, s.printed)
        ):
            run = reversed(quoted[slice(*before.quoted)])
            shared = sum(1 for _ in takewhile(str.isdigit, run))
        whole[-1] = _shifted(before, end=-shared)
        whole.append(_shifted(s, start=-shared))
    return [s for s in whole if s.quoted[0] < s.quoted[1] or s.printed[0] < s.printed[1]]


def _of_number(text: str, place: Range) -> bool:
    """Tell whether a difference there may be of the number right before it: a digit too many, too few, or another one."""
    return place[0] == place[1] or text[place[0]].isdigit()


def _shifted(s: Stretch, start: int = 0, end: int = 0) -> Stretch:
    return s._replace(
        quoted=(s.quoted[0] + start, s.quoted[1] + end), printed=(s.printed[0] + start, s.printed[1] + end)
    )
