"""Align a quotation with a text: where does it stand with the fewest edits, and which characters differ?

Bit vectors after Myers (J. ACM 46, 1999) in Hyyrö's form (2003): a column of the edit matrix is two integers, and
Python's integers are as long as the quotation. The time is text length × quotation length / 64 word steps,
the result is the optimum, whatever the texts: no seeds, no bands, no worst case.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import NamedTuple

from retrieval.records import Range


class Block(NamedTuple):
    """A stretch of a piece and of the text that are equal, or not, character by character."""

    equal: bool
    quoted: Range
    printed: Range


@dataclass(frozen=True, slots=True)
class Alignment:
    """How many edits lead from the pieces to the text, and the blocks of each piece in order."""

    edits: float
    blocks: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class _Matrix:
    """The edit matrix of one piece: `bottom[j]` edits to end at j; per column, a bit for each row.

    `kept` where the cell has no more edits than its upper left neighbour, `inserted` where it has one more than
    its left neighbour.
    """

    bottom: list[int]
    kept: list[int]
    inserted: list[int]


NumberOver = Callable[[int], Range | None]
"""The number of a text that goes on over a place in it."""


def find_exact(
    pieces: Sequence[str], text: str, number_over: NumberOver = lambda _: None
) -> Alignment | None:
    """Find the pieces in order, unchanged, the last one as early and the others as close to it as can be.

    None of them begins or ends inside a number: “5万人” isn't what a page says that prints 65万人.

    >>> find_exact(["医院", "成立"], "医院说医院成立了").blocks[0][0].printed
    (3, 5)
    """

    def stands(piece: str, at: int) -> bool:
        return at < 0 or not (number_over(at) or number_over(at + len(piece)))

    end = 0
    for piece in pieces:
        at = text.find(piece, end)
        while not stands(piece, at):
            at = text.find(piece, at + 1)
        if at < 0:
            return None
        end = at + len(piece)
    blocks: list[tuple[Block, ...]] = []
    for piece in reversed(pieces):
        start = text.rfind(piece, 0, end)
        while not stands(piece, start):
            start = text.rfind(piece, 0, start + len(piece) - 1)
        blocks.append((Block(True, (0, len(piece)), (start, start + len(piece))),))
        end = start
    return Alignment(0, tuple(reversed(blocks)))


def with_whole_numbers(alignment: Alignment, number_over: NumberOver) -> Alignment:
    """Return the alignment with every number in which a piece begins or ends taken whole: 【5万】 for 65万人.

    The characters left out count as edits.
    """
    edits, done = alignment.edits, 0
    blocks: list[tuple[Block, ...]] = []
    for n, piece in enumerate(alignment.blocks):
        limit = alignment.blocks[n + 1][0].printed[0] if n + 1 < len(alignment.blocks) else math.inf
        first, *rest = piece
        (a, _), (start, end) = first.quoted, first.printed
        number = number_over(start) if first.equal else None
        if number and done <= number[0]:
            inside = min(number[1], end)
            edits += start - number[0]
            first = Block(False, (a, a + inside - start), (number[0], inside))
            rest = [*_if_any(Block(True, (first.quoted[1], piece[0].quoted[1]), (inside, end))), *rest]
        *rest, last = first, *rest
        (_, b), (start, end) = last.quoted, last.printed
        number = number_over(end) if last.equal else None
        if number and number[1] <= limit:
            inside = max(number[0], start)
            edits += number[1] - end
            rest += _if_any(Block(True, (last.quoted[0], b - end + inside), (start, inside)))
            last = Block(False, (b - end + inside, b), (inside, number[1]))
        done = last.printed[1]
        blocks.append((*rest, last))
    return Alignment(edits, tuple(blocks))


def _if_any(block: Block) -> list[Block]:
    return [block] if block.quoted[0] < block.quoted[1] else []


def align(pieces: Sequence[str], text: str) -> Alignment:
    """Find the pieces in order with the fewest edits; what stands between two pieces costs nothing.

    >>> align(["成力"], "医院成立了").blocks[0][1]
    Block(equal=False, quoted=(1, 2), printed=(3, 4))
    """
    reached = [0] * (len(text) + 1)
    matrices: list[_Matrix] = []
    for piece in pieces:
        matrices.append(_fill(piece, text, reached))
        reached = list(accumulate(matrices[-1].bottom, min))
    bottom = matrices[-1].bottom
    end = bottom.index(min(bottom))
    # Of equally good ends next to one another the last: a wrong final character is a substitution.
    while end < len(text) and bottom[end + 1] == bottom[end]:
        end += 1
    blocks: list[tuple[Block, ...]] = []
    for piece, matrix in zip(reversed(pieces), reversed(matrices), strict=True):
        limit = min(matrix.bottom[: end + 1])
        while matrix.bottom[end] != limit:
            end -= 1
        blocks.append(tuple(_trace(piece, text, matrix, end)))
        end = blocks[-1][0].printed[0]
    return Alignment(min(bottom), tuple(reversed(blocks)))


def _fill(piece: str, text: str, reached: Sequence[int]) -> _Matrix:
    """Fill the matrix of `piece`, whose row 0 is `reached`: it never rises, and falls by steps of one."""
    where: dict[str, int] = {}
    for i, char in enumerate(piece):
        where[char] = where.get(char, 0) | 1 << i
    mask, last = (1 << len(piece)) - 1, len(piece) - 1
    up, down, edits = mask, 0, reached[0] + len(piece)
    matrix = _Matrix([edits], [0], [0])
    for j, char in enumerate(text):
        fall = reached[j] - reached[j + 1]
        same = where.get(char, 0) | fall
        diagonal = ((((same & up) + up) ^ up) | same | down) & mask
        right_up = down | (~(diagonal | up) & mask)
        right_down = diagonal & up
        matrix.inserted.append(right_up)
        edits += (right_up >> last & 1) - (right_down >> last & 1)
        right_up, right_down = right_up << 1, right_down << 1 | fall
        up = (right_down | ~(diagonal | right_up)) & mask
        down = right_up & diagonal
        matrix.bottom.append(edits)
        matrix.kept.append(diagonal)
    return matrix


def _trace(piece: str, text: str, matrix: _Matrix, end: int) -> list[Block]:
    """Walk back from the end of `piece` at `end`.

    Of paths with as few edits the one with most equal characters is sought: an insertion costs none of them.
    """
    i, j = len(piece), end
    steps: list[tuple[bool, int, int]] = []  # equal?, and the cell after the step
    while i:
        cell = (i, j)
        equal = j > 0 and piece[i - 1] == text[j - 1]
        if not equal and matrix.inserted[j] >> i - 1 & 1:
            j -= 1
        elif equal or (j > 0 and not matrix.kept[j] >> i - 1 & 1):
            i, j = i - 1, j - 1
        else:
            i -= 1
        steps.append((equal, *cell))
    return list(_blocks(reversed(steps), j))


def _blocks(steps: Iterable[tuple[bool, int, int]], j: int) -> Iterator[Block]:
    """Join steps from cell (0, j) on that are equal, or not."""
    i = 0
    for equal, group in groupby(steps, key=lambda step: step[0]):
        *_, (_, to_i, to_j) = group
        yield Block(equal, (i, to_i), (j, to_j))
        i, j = to_i, to_j
