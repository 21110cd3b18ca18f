"""Cut a quotation where it silently leaves something out: where does what it says go on further down the page?

An alignment pays for every character that a quotation lacks, so a clause left out costs more than the clause before it
left away. Between pieces nothing is paid: so the quotation is cut first where one stretch of it that stands on the
page word for word ends and the next one that does isn't printed right behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

_LONG = 5  # characters of a stretch that is no chance likeness
_SLIP = 2  # characters between two stretches that may be wrong, such as another mark
_MOST = 6  # cuts: each piece is aligned with the whole text
_COST, _PER = 4, 40  # a gap counts as so many edits, and one more for so many characters


def gap_cost(characters: int) -> int:
    """Return how many edits a gap of so many characters counts as: what stands far apart was hardly said together.

    >>> gap_cost(2), gap_cost(18), gap_cost(400)
    (2, 4, 14)
    """
    return min(characters, _COST + characters // _PER)


def cuts_at_gaps(piece: str, text: str) -> list[int]:
    """Return the offsets in `piece` before which the text holds something that the piece leaves out; [] where too many.

    >>> cuts_at_gaps("今天上午开馆,读者很多。", "今天上午开馆,首日免收门票,读者很多。")
    [7]
    """
    cuts: list[int] = []
    before, reached = 0, 0  # where the last long stretch ends, in the piece and in the text
    for start, end in _stretches(piece, text):
        behind = text.find(piece[start:end], reached) if before else -1
        apart = behind > reached + (start - before) + _SLIP
        if apart and start - before <= _SLIP:
            cuts.append(start)
        at = behind if behind >= 0 else text.find(piece[start:end])
        before, reached = end, at + end - start
    return cuts if len(cuts) <= _MOST else []


def _stretches(piece: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `piece` that the text holds, each as long as can be, from left to right."""
    start = 0
    while start + _LONG <= len(piece):
        if piece[start : start + _LONG] not in text:
            start += 1
            continue
        end, beyond = start + _LONG, len(piece) + 1
        while beyond - end > 1:  # text holds piece[start:end], and not piece[start:beyond]
            middle = (end + beyond) // 2
            end, beyond = (middle, beyond) if piece[start:middle] in text else (end, middle)
        yield start, end
        start = end
