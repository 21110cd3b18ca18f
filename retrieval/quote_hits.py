"""Show where a quotation stands: the passage as printed, paired with the quotation as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from retrieval.alignment import Alignment
from retrieval.answer import cite
from retrieval.folding import ELLIPSIS, Folded, is_number
from retrieval.quotations import Quotation
from retrieval.records import Article, Change, QuoteHit, Range

_CLAUSE = 4  # characters that differ in a row from which a difference is no slip of the pen
_SIDES = str.maketrans("‘「『﹁﹃’」』﹂﹄", "“" * 5 + "”" * 5)


class Stretch(NamedTuple):
    """A range of the folded quotation and the range of the folded text that answers to it."""

    equal: bool
    quoted: Range
    printed: Range
    omission: bool = False


def make_hit(quotation: Quotation, article: Article, printed: Folded, alignment: Alignment) -> QuoteHit:
    """Cut the passage out of `article`, which is `printed`, and pair it with the quotation, both with all their characters."""
    text, offsets = printed.text, printed.offsets
    stretches = _settled(list(_stretches(quotation, alignment, text)), quotation.folded, text)
    _widen(stretches, _sided(quotation.raw, quotation.offsets), _sided(article.text, offsets))
    first, last = stretches[0].printed[0], stretches[-1].printed[1]
    start, end = offsets[first], offsets[last - 1] + 1 if last > first else offsets[first]
    lines = article.lines_at(start, end)
    return QuoteHit(
        article,
        similarity(quotation, alignment),
        start,
        end,
        _one_line(article.text[start:end]),
        tuple(_changes(stretches, quotation, article.text, offsets, end)),
        lines,
        cite(article, lines),
    )


def similarity(quotation: Quotation, alignment: Alignment) -> float:
    """Return 1 minus edits per character, of the quotation or the passage, whichever is longer.

    Folded characters count; what the quotation leaves out with …… does not.
    """
    quoted = sum(b - a for a, b in quotation.ranges)
    printed = sum(blocks[-1].printed[1] - blocks[0].printed[0] for blocks in alignment.blocks)
    return 1 - alignment.edits / max(quoted, printed)


def _stretches(quotation: Quotation, alignment: Alignment, text: str) -> Iterator[Stretch]:
    """Yield the blocks of all pieces, and the omissions between them."""
    before: Stretch | None = None
    for (shift, _), blocks in zip(quotation.ranges, alignment.blocks, strict=True):
        if before:
            left_out = (before.printed[1], blocks[0].printed[0])
            printed_so = text[slice(*left_out)] == ELLIPSIS  # the page itself prints ……
            yield Stretch(printed_so, (before.quoted[1], shift), left_out, not printed_so)
        for equal, (a, b), printed in blocks:
            before = Stretch(equal, (a + shift, b + shift), printed)
            yield before


def _settled(stretches: list[Stretch], quoted: str, printed: str) -> list[Stretch]:
    """Return the stretches with what differs told as a reader would tell it: numbers whole, and no clause for another.

    So many edits lead to many places: “五万人” for 50000人 is as near to its 500 as to all of it, and a clause that the page
    doesn't hold as near to any other that stands there.
    """
    for way in (
        -1,
        1,
    ):  # each from its end towards the middle: the texts are read backwards, and then as they are
        mirrored = [_mirrored(s, len(quoted), len(printed)) for s in reversed(stretches)]
        quoted, printed = quoted[::-1], printed[::-1]
        stretches = _numbers_whole(
            _end_settled(mirrored, quoted, printed, backwards=way < 0), quoted, printed
        )
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
    if end - start >= _CLAUSE <= b - a and not is_number(quoted[a:b]):
        return [*rest, last._replace(printed=(start, start))]
    number = end
    while printed[end - 1].isdigit() and number < len(printed) and printed[number].isdigit():
        number += 1
    if number == end:
        return stretches
    counted = not backwards and b - a > 1 and printed[number : number + 1] == quoted[b - 1]
    if not counted:
        return [*rest, last._replace(printed=(start, number))]
    # 五万|人 for 50000|人: what is counted is the same.
    return [
        *rest,
        Stretch(False, (a, b - 1), (start, number)),
        Stretch(True, (b - 1, b), (number, number + 1)),
    ]


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


def _sided(raw: str, offsets: list[int]) -> str:
    """Return for each folded character the one it was read from, with one opening and one closing mark."""
    return "".join(raw[i] for i in offsets[:-1]).translate(_SIDES)


def _paired(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _widen(stretches: list[Stretch], quoted: str, printed: str) -> None:
    """Take in the marks around the quotation where the page prints them too, but never half a pair: “好！”."""
    head, tail = stretches[0], stretches[-1]
    start, end = head.printed[0], tail.printed[1]
    left = _common(reversed(quoted[: head.quoted[0]]), reversed(printed[:start])) if head.equal else 0
    right = _common(quoted[tail.quoted[1] :], printed[end:]) if tail.equal else 0
    for before, after in ((left, right), (left, 0), (0, right)):
        if _paired(printed[start - before : end + after]):
            stretches[0] = head._replace(printed=(start - before, head.printed[1]))
            tail = stretches[-1]
            stretches[-1] = tail._replace(printed=(tail.printed[0], end + after))
            break


def _common(a: Iterable[str], b: Iterable[str]) -> int:
    """Return how many characters `a` and `b` begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _changes(
    stretches: list[Stretch], quotation: Quotation, text: str, offsets: list[int], end: int
) -> Iterator[Change]:
    """Yield the stretches as written; what folding dropped goes with the character before it."""
    quoted_cuts = [0, *(quotation.offsets[s.quoted[0]] for s in stretches[1:]), len(quotation.raw)]
    printed_cuts = [min(offsets[s.printed[0]], end) for s in stretches] + [end]
    for n, stretch in enumerate(stretches):
        quoted = quotation.raw[quoted_cuts[n] : quoted_cuts[n + 1]]
        printed = _one_line(text[printed_cuts[n] : printed_cuts[n + 1]])
        if stretch.equal:
            yield Change("equal", quoted, printed)
        elif quoted and printed:
            yield Change("replace", quoted, printed, stretch.omission)
        else:
            yield Change("delete" if quoted else "insert", quoted, printed, stretch.omission)


def _one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)
