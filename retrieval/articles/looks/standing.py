"""What do the lines beside a line tell of it: does somebody sign under it, stand labels over it, is it one of a poem?"""

from __future__ import annotations

import re

from retrieval.articles.looks.lines import End, Seen, is_right_under, is_upright
from retrieval.articles.looks.shapes import BULLETS, CREDIT_END
from retrieval.records import Role

_TITLE_LINES, _TITLE_WIDTH = 4, 44  # of a headline that is broken in several lines
_LABELS = (Role.SECTION, Role.EDITOR)
POINTING = "▲▼△▽◀▶"  # marks that point to a photo
_CREDITED = re.compile(rf"{CREDIT_END.pattern}|[（(](?:图源|图片来源|来源|资料图)[^）)]*[）)]$")
ALIKE, _WIDER = 3, 8  # lines that open alike; half-width columns by which the next one is wider
_VERSES = 4  # lines, one right under the other


def points_to_photo(text: str) -> bool:
    """Return whether a text points to a photo and says who took it: “▲村民在路边拾瓜。　乡政府供图”, “……（图源：乡政府）”."""
    return text[0] in POINTING and _CREDITED.search(text) is not None


def signed(seen: list[Seen]) -> set[int]:
    """Return the lines that a byline stands right under, and a blank line or a label over."""
    found = set()
    for i in range(len(seen) - 1):
        line, below = seen[i], seen[i + 1]
        parted = line.gap or i == 0 or seen[i - 1].role is not None
        if (
            below.role is Role.BYLINE
            and line.role is None
            and below.at - line.at <= 3
            and line.width <= 60
            and parted
        ):
            found.add(line.n)
    return found


def by_labels(seen: list[Seen]) -> tuple[set[int], set[int]]:
    """Return the short lines that are the first thing under a label, an editors' line or the number of a part, and those that are the last over one.

    So are 348 of 5,400 such lines of headlines on the gold pages and 60 of 24,000 of text; 124 and 20.
    """
    under, over = set(), set()
    for above, line, below in zip([None, *seen], seen, [*seen[1:], None], strict=False):
        if (
            line.role is None
            and line.width <= _TITLE_WIDTH
            and (line.end is not End.STOP or line.text[-1] in "？！?!")
        ):
            heads = above is not None and above.numeral and below and below.width >= line.width + _WIDER
            if above is None or above.role in _LABELS or heads:
                under.add(line.n)
            if below is None or below.role in _LABELS:
                over.add(line.n)
    return under, over


def marked_alike(seen: list[Seen]) -> set[int]:
    """Return the short lines behind a bullet that head what stands under them: three or more alike, or right over a wider line.

    Each comes to no stop and stands over a wider line or a blank one, not over the next of a list. Of 402, in twos and more, with
    a bullet that no other line opens with, none on the gold pages is text; nor is, whatever opens with its bullet, one of 91
    right over a wider line.
    """
    marked: dict[str, list[int]] = {}
    others, alone = set(), set()
    for line, below in zip(seen, [*seen[1:], None], strict=True):
        mark = line.text[0]
        if mark not in BULLETS:
            continue
        listed = below is not None and below.text[0] == mark
        over = not listed and (below is None or below.gap or below.width >= line.width + _WIDER)
        if line.width <= _TITLE_WIDTH and line.end is End.OPEN and over:
            marked.setdefault(mark, []).append(line.n)
            if below is not None and not below.gap:
                alone.add(line.n)
        else:
            others.add(mark)
    alike = {n for mark, lines in marked.items() if len(lines) >= ALIKE and mark not in others for n in lines}
    return alone | alike


def blocks_of(flow: list[Seen]) -> list[list[Seen]]:
    """Return the lines that stand together without a blank line."""
    blocks: list[list[Seen]] = []
    for line in flow:
        if not blocks or not is_right_under(blocks[-1][-1], line):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def broken(blocks: list[list[Seen]]) -> set[int]:
    """Return the lines that end in a pause, but stand with a few short ones alone that come to no full stop.

    Example: “酸菜、腌萝卜，” over “多少天能开坛”, blank lines around both.
    """
    found: set[int] = set()
    for block in blocks:
        if 2 <= len(block) <= _TITLE_LINES and block[-1].end is not End.PAUSE and all(map(_may_break, block)):
            found.update(line.n for line in block if line.end is End.PAUSE)
    return found


def find_verses(blocks: list[list[Seen]]) -> None:
    """Mark the lines of poems and lists: stanzas of short ones that come to no stop, a blank line between each two.

    Four lines of them stand together, as those of no headline do, or there are eight. What stands right over a dateline is a
    headline for all that: of 8 such blocks on the gold pages none is a poem. Nor is one what is set upright, under a label too.
    """
    poem: list[list[Seen]] = []
    for block, below in zip(blocks, [*blocks[1:], []], strict=True):
        upright = is_upright([line.text for line in block[1:] or block])
        stanza = all(map(_may_break, block)) and not upright
        if poem and not (stanza and block[0].at - poem[-1][-1].at <= 2):
            _mark_verses(poem)
            poem = []
        if stanza and (poem or not below or not below[0].dateline):
            poem.append(block)
    _mark_verses(poem)


def _mark_verses(poem: list[list[Seen]]) -> None:
    sizes = [len(stanza) for stanza in poem]
    if max(sizes, default=0) >= _VERSES or sum(sizes) >= 2 * _VERSES:
        for line in (line for stanza in poem for line in stanza):
            line.verse = True


def _may_break(line: Seen) -> bool:
    """Return whether a line may be one of a headline's: short, without a full stop, no full line of a column."""
    full = line.regime and abs(line.regime) - line.width <= 2
    return not full and line.width <= _TITLE_WIDTH and "。" not in line.text and "；" not in line.text
