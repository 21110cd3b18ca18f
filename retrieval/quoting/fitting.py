"""Fit a quotation to the sentence it comes nearest to, as a reader would: number by number, clauses left out in one go.

An alignment has the fewest edits, wherever they fall: it makes 11798 of 11978 digit by digit, and takes the end of a
quotation for invented where the page says the same a clause further on. It tells where the quotation stands, and what is
equal there over a long stretch stays so; the rest is set against the sentence anew, by what a difference costs a reader.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from retrieval.language.folding import Folded, is_number
from retrieval.language.numerals import value_of
from retrieval.quoting.alignment import Alignment, Block
from retrieval.quoting.gaps import gap_cost
from retrieval.quoting.quotations import Quotation
from retrieval.records import Range

_ANCHOR = 8  # characters in a row that are equal, and stay so
_REACH = 160  # characters of a sentence, on either side of where the quotation stands
_MOST = 60_000  # pairs of atoms that are compared, some 50 ms
_NUMERALS = "0123456789零〇一二两三四五六七八九十百千万亿.,"

# What a reader puts up with: a character that is wrong or too many, another number or one written otherwise, a number
# for no number, and what is left out in one go.
_WRONG, _OTHER_NUMBER, _OTHERWISE, _NO_NUMBER = 1.0, 0.6, 0.3, 3.0
_EXTRA, _EXTRA_NUMBER, _EXTRA_MARK = 1.0, 1.5, 0.5
_GAP, _PER = 2.0, 0.02

_BOTH, _QUOTED, _PRINTED = -1, -2, -3  # a step's atoms; a step over a gap is the column before it


Cell = tuple[int, int]
"""How many atoms of the quotation and of what is printed are done."""


class _Atom(NamedTuple):
    """A character or a whole number of a folded text, and what the number comes to, "" for none."""

    text: str
    value: str
    start: int
    end: int

    @property
    def extra(self) -> float:
        """What it costs that the other text hasn't got it."""
        return _EXTRA_NUMBER if self.value else _EXTRA if self.text.isalnum() else _EXTRA_MARK


def same_number(quoted: str, printed: str) -> bool:
    """Tell whether two folded texts are one number.

    >>> same_number("五万", "50000"), same_number("2.1万", "17000")
    (True, False)
    """
    return is_number(quoted) and is_number(printed) and value_of(quoted) == value_of(printed)


def refitted(alignment: Alignment, quotation: Quotation, printed: Folded) -> Alignment:
    """Return an alignment of a quotation with what is printed as a reader would tell it, and how many edits that makes.

    What differs at the ends of a piece may be set against the rest of the sentence. A piece with a long stretch that has
    nothing in common with the page stays as it is.
    """
    said = Folded(quotation.raw)
    ends = [blocks[-1].printed[1] for blocks in alignment.blocks]
    starts = [blocks[0].printed[0] for blocks in alignment.blocks]
    rooms = zip([0, *ends], [*starts[1:], len(printed.text)], strict=False)
    blocks = tuple(
        tuple(_united(_fitted(said, start, piece, printed, room)))
        for (start, _), piece, room in zip(quotation.ranges, alignment.blocks, rooms, strict=True)
    )
    edits = sum(
        _edits(quotation.folded[a + start : b + start], printed.text[c:d])
        for (start, _), piece in zip(quotation.ranges, blocks, strict=True)
        for equal, (a, b), (c, d) in piece
        if not equal
    )
    return Alignment(edits, blocks)


def _edits(quoted: str, printed: str) -> float:
    """Return how many edits a difference counts as: a number written otherwise half of one, what is left out as a gap."""
    if same_number(quoted, printed):
        return 0.5
    return max(len(quoted), len(printed)) if quoted else gap_cost(len(printed))


def _fitted(
    quotation: Folded, shift: int, blocks: tuple[Block, ...], printed: Folded, room: Range
) -> Iterable[Block]:
    """Return the blocks of a piece that begins at `shift` of the quotation, fitted within `room` of what is printed."""
    parts = list(_parted(blocks, quotation.text[shift : shift + blocks[-1].quoted[1]]))
    done: list[Block] = []
    for n, part in enumerate(parts):
        if part.equal:
            done.append(part)
            continue
        (a, b), (c, d) = part.quoted, part.printed
        first, last = n == 0, n == len(parts) - 1
        sentence = printed.sentence_over(c, d)
        c = max(room[0], sentence[0], c - _REACH) if first else c
        d = max(d, min(room[1], sentence[1], d + _REACH)) if last else d
        quoted, there = list(_atoms(quotation, a + shift, b + shift)), list(_atoms(printed, c, d))
        if len(quoted) * len(there) > _MOST:
            return blocks
        cells = reversed(list(_steps(quoted, there, first, last)))
        done += _blocks(cells, quoted, there, (a, c), shift)
    return done


def _parted(blocks: tuple[Block, ...], piece: str) -> Iterator[Block]:
    """Yield what is equal over a long stretch, and as unequal what lies between."""
    (a, c), end = (blocks[0].quoted[0], blocks[0].printed[0]), blocks[-1].printed[1]
    anchors = filter(None, (_anchor(block, piece) for block in blocks))
    for anchor in (*anchors, Block(True, (len(piece), len(piece)), (end, end))):
        between = Block(False, (a, anchor.quoted[0]), (c, anchor.printed[0]))
        yield from (
            part
            for part in (between, anchor)
            if part.quoted[0] < part.quoted[1] or part.printed[0] < part.printed[1]
        )
        a, c = anchor.quoted[1], anchor.printed[1]


def _anchor(block: Block, piece: str) -> Block | None:
    """Return a long equal block without the numbers at its ends, which may go on in one of the texts; else None."""
    (a, b), (c, d) = block.quoted, block.printed
    equal = piece[a:b]
    left, right = len(equal) - len(equal.lstrip(_NUMERALS)), len(equal) - len(equal.rstrip(_NUMERALS))
    if not block.equal or b - a - left - right < _ANCHOR:
        return None
    return Block(True, (a + left, b - right), (c + left, d - right))


def _united(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, what is equal side by side as one."""
    for equal, group in groupby(blocks, key=lambda block: block.equal):
        run = list(group)
        if equal:
            (a, _), (c, _) = run[0][1:]
            (_, b), (_, d) = run[-1][1:]
            run = [Block(True, (a, b), (c, d))]
        yield from run


def _atoms(text: Folded, start: int, end: int) -> Iterator[_Atom]:
    """Yield the characters of a range, its numbers whole."""
    at = start
    for a, b in [*text.numbers(start, end), (end, end)]:
        yield from (_Atom(text.text[i], "", i, i + 1) for i in range(at, a))
        if a < b:
            yield _Atom(text.text[a:b], value_of(text.text[a:b]), a, b)
        at = b


def _difference(a: _Atom, b: _Atom) -> float:
    if a.text == b.text:
        return 0.0
    if a.value and b.value:
        return _OTHERWISE if a.value == b.value else _OTHER_NUMBER
    return _NO_NUMBER if a.value or b.value else _WRONG


def _steps(quoted: list[_Atom], printed: list[_Atom], first: bool, last: bool) -> Iterator[Cell]:
    """Yield the cells of the cheapest way through the matrix of both, from its end to its beginning.

    Printed atoms before the first and behind the last quoted one cost nothing where the quotation begins or ends there.
    """
    extras = [atom.extra for atom in printed]
    row = [0.0 if first or not j else math.inf for j in range(len(printed) + 1)]
    ways = [[0] * len(row)]
    _leave_out(row, ways[0], extras)
    for a in quoted:
        extra = a.extra
        both = [cost + _difference(a, b) for cost, b in zip(row, printed, strict=False)]
        alone = [cost + extra for cost in row]
        row = [alone[0], *map(min, both, alone[1:])]
        way = [_QUOTED, *(_BOTH if x <= y else _QUOTED for x, y in zip(both, alone[1:], strict=True))]
        _leave_out(row, way, extras)
        ways.append(way)
    i, j = len(quoted), len(printed)
    if last:
        j = row.index(min(row))
        while j + 1 < len(row) and row[j + 1] == row[j]:  # a wrong last character is wrong, not one too many
            j += 1
    yield i, j
    while i or (j and not first):
        step = ways[i][j]
        if step in (_BOTH, _QUOTED):
            i, j = i - 1, j - (step == _BOTH)
        else:
            j = j - 1 if step == _PRINTED else step
        yield i, j


def _leave_out(row: list[float], way: list[int], extras: list[float]) -> None:
    """Let a row of the matrix reach its cells over what is printed and not quoted, where that is cheaper."""
    gap, since, before = math.inf, 0, row[0]
    for j, extra in enumerate(extras, 1):
        if before + _GAP < gap:
            gap, since = before + _GAP, j - 1
        gap += _PER
        before += extra
        if gap < before:
            before, step = gap, since
        else:
            step = _PRINTED
        if before < row[j]:
            row[j], way[j] = before, step
        else:
            before = row[j]


def _blocks(
    cells: Iterable[Cell], quoted: list[_Atom], printed: list[_Atom], start: Range, shift: int
) -> Iterator[Block]:
    """Yield the blocks between cells in their order, each number by itself; the first atoms stand at `start`."""
    at = [start[0], *(a.end - shift for a in quoted)], [start[1], *(b.end for b in printed)]

    def pair(step: tuple[Cell, Cell]) -> tuple[_Atom, _Atom] | None:
        (i, j), (to_i, to_j) = step
        return (quoted[i], printed[j]) if i < to_i and j < to_j else None

    def kind(step: tuple[Cell, Cell]) -> tuple[bool, int]:
        both = pair(step)
        same = both is not None and both[0].text == both[1].text
        return same, step[0][0] if both and both[0].value and not same else -1

    for (same, number), group in groupby(pairwise(cells), key=kind):
        run = list(group)
        (i, j), (to_i, to_j) = run[0][0], run[-1][1]
        (a, b), (c, d) = (at[0][i], at[0][to_i]), (at[1][j], at[1][to_j])
        scale = number >= 0 and _shared_scale(quoted[i].text, printed[j].text)
        yield Block(same, (a, b - scale), (c, d - scale))
        if scale:
            yield Block(True, (b - 1, b), (d - 1, d))


def _shared_scale(quoted: str, printed: str) -> bool:
    """Tell whether two numbers end in the same 万: 【6】万 for 5万."""
    same = quoted[-1] == printed[-1] and quoted[-1] in "百千万亿"
    return same and is_number(quoted[:-1]) and is_number(printed[:-1])
