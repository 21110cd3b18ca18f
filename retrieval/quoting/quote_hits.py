"""Show where a quotation stands: the passage as printed, paired with the quotation as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from retrieval.answering.answer import cite
from retrieval.language.folding import ELLIPSIS, Folded, fold
from retrieval.quoting.alignment import Alignment, Block
from retrieval.quoting.fitting import same_number
from retrieval.quoting.gaps import gap_cost
from retrieval.quoting.quotations import Quotation
from retrieval.quoting.stretches import Stretch, settled
from retrieval.records import Article, Change, QuoteHit

_SIDES = str.maketrans("‘「『﹁﹃’」』﹂﹄", "“" * 5 + "”" * 5)


def make_hit(quotation: Quotation, article: Article, printed: Folded, alignment: Alignment) -> QuoteHit:
    """Cut the passage out of `article`, which is `printed`, and pair it with the quotation, both with all their characters."""
    text, offsets = printed.text, printed.offsets
    stretches = settled(list(_stretches(quotation, alignment, text)), quotation.folded, printed)
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

    Folded characters count; what the quotation leaves out with …… does not, and what it leaves out silently a little.
    """
    quoted = sum(b - a for a, b in quotation.ranges)
    printed = sum(
        blocks[-1].printed[1] - blocks[0].printed[0] - _passed_over(blocks) for blocks in alignment.blocks
    )
    gaps = sum(
        gap_cost(after[0].printed[0] - before[-1].printed[1])
        for (before, after), ((_, end), (start, _)) in zip(
            pairwise(alignment.blocks), pairwise(quotation.ranges), strict=True
        )
        if end == start
    )
    return 1 - (alignment.edits + gaps) / (max(quoted, printed) + gaps)


def _passed_over(blocks: Iterable[Block]) -> int:
    """Return how many characters the quotation leaves out beyond what that counts as."""
    left_out = (b.printed[1] - b.printed[0] for b in blocks if b.quoted[0] == b.quoted[1])
    return sum(n - gap_cost(n) for n in left_out)


def _stretches(quotation: Quotation, alignment: Alignment, text: str) -> Iterator[Stretch]:
    """Yield the blocks of all pieces, and between them what is left out: an omission where …… says so."""
    before: Stretch | None = None
    for (shift, _), blocks in zip(quotation.ranges, alignment.blocks, strict=True):
        if before:
            left_out = (before.printed[1], blocks[0].printed[0])
            marked = (before.quoted[1], shift)
            printed_so = text[slice(*left_out)] == ELLIPSIS  # the page itself prints ……
            if marked[0] < marked[1]:
                yield Stretch(printed_so, marked, left_out, not printed_so)
            elif left_out[0] < left_out[1]:
                yield Stretch(False, marked, left_out)
        for equal, (a, b), printed in blocks:
            before = Stretch(equal, (a + shift, b + shift), printed)
            yield before


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
            same = same_number(fold(quoted), fold(printed))
            yield Change("replace", quoted, printed, stretch.omission, same)
        else:
            yield Change("delete" if quoted else "insert", quoted, printed, stretch.omission)


def _one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)
