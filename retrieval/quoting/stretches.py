"""Tell what differs as a reader would: what differs side by side as one, and at the ends what the page prints instead.

A clause that the page doesn't hold is as near to any other that stands there. Here the ends of what differs are moved, and
what is equal stays so.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.language.folding import Folded, is_number
from retrieval.records import Range

_CLAUSE = 4  # characters that differ in a row from which a difference is no slip of the pen
_REST = 60  # characters of the rest of a sentence: of a longer one the clause is shown
_MARK = re.compile(r"[;!?]|(?<!\d)[,.:]|[,.:](?!\d)")  # where a clause ends, if no number goes on


class Stretch(NamedTuple):
    """A range of the folded quotation and the range of the folded text that answers to it."""

    equal: bool
    quoted: Range
    printed: Range
    omission: bool = False


def settled(stretches: list[Stretch], quoted: str, printed: Folded) -> list[Stretch]:
    """Return the stretches with what differs told as a reader would tell it: no clause for another, but what goes on there."""
    stretches, text = _joined(stretches, quoted, printed.text), printed.text
    for backwards in (True, False):  # from each end towards the middle
        sentence = printed.sentence_over(stretches[0].printed[0], stretches[-1].printed[1])
        stretches = [_mirrored(s, len(quoted), len(text)) for s in reversed(stretches)]
        quoted, text = quoted[::-1], text[::-1]
        until = len(text) - sentence[0] if backwards else sentence[1]
        stretches = _end_settled(stretches, quoted, text, until)
    return stretches


def _mirrored(stretch: Stretch, quoted: int, printed: int) -> Stretch:
    (a, b), (c, d) = stretch.quoted, stretch.printed
    return stretch._replace(quoted=(quoted - b, quoted - a), printed=(printed - d, printed - c))


def _end_settled(stretches: list[Stretch], quoted: str, printed: str, until: int) -> list[Stretch]:
    """Set a difference at the end against what is meant there, a long one against how the sentence goes on up to `until`."""
    *rest, last = stretches
    (a, b), (start, end) = last.quoted, last.printed
    if last.equal or not rest:
        return stretches
    if b - a < _CLAUSE or is_number(quoted[a:b]):
        end = start + _of_clause(quoted[a:b], printed[start:end])
    elif _MARK.match(quoted, a) or _MARK.match(printed, start) or _MARK.match(printed, start - 1):
        end = start  # a clause of its own, which nobody printed
    else:
        end = _goes_on(printed, start, until)
    return [*rest, last._replace(printed=(start, end))]


def _goes_on(printed: str, start: int, until: int) -> int:
    """Return where a sentence ends that goes on at `start`, or its clause where that is far."""
    clause = _MARK.search(printed, start, until)
    if until - start > _REST:
        until = clause.start() if clause else until
    return min(until, start + _REST)


def _of_clause(quoted: str, printed: str) -> int:
    """Return how much of what is printed at an end may be meant: 吗？ isn't the ,400 with which another clause begins."""
    for mark in _MARK.finditer(printed):
        if not _MARK.match(quoted, mark.start()):
            return mark.start()
    return len(printed)


def _joined(stretches: list[Stretch], quoted: str, printed: str) -> list[Stretch]:
    """Return the stretches with those that differ side by side made one, but for a number that stands for a number."""

    def apart(s: Stretch) -> bool:
        return (
            s.equal
            or s.omission
            or (is_number(quoted[slice(*s.quoted)]) and is_number(printed[slice(*s.printed)]))
        )

    joined = stretches[:1]
    for s in stretches[1:]:
        before = joined[-1]
        if apart(before) or apart(s):
            joined.append(s)
        else:
            spans = (before.quoted[0], s.quoted[1]), (before.printed[0], s.printed[1])
            joined[-1] = Stretch(False, *spans)
    return joined
