"""Who signs an essay or a poem with nothing but a pen name, and which lines of a page are the verses of a poem?

A headline and who wrote it stand over them: “炉前” / “炼铁厂 谈铁军”, “听雨” / “陆离”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.articles.evidence.words import is_common
from retrieval.articles.looks import shapes
from retrieval.articles.looks.lines import End, Seen
from retrieval.articles.looks.style import as_byline, as_label
from retrieval.articles.looks.tables import make_rows
from retrieval.records import Role

_TITLE, _NAME, _VERSE = 24, 36, 32  # half-width columns at most
_FIRST, _MORE = 3, 2  # lines of the first stanza at least, of a further one
_ODD = 4  # half-width columns by which verses differ, and wrapped text hardly does
_COLUMN = 16  # … than which no column of text is narrower
_STOPS = "，。；！？、—…"
_LONGEST = 16  # lines of a stanza
_TOLD = re.compile(r"[0-9０-９]|[。；：:！？!?].|记者|本报|近日")  # what one verse in four at most has
_PARTED = re.compile("[，,].")  # … and one in two
_PEN_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff]")
_SIGNED, _PROSE_WIDTH = 44, 30  # half-width columns of a headline at most; of running text at least
_LABEL = 1.0  # log odds by the wording
_PROSE = re.compile("[，。；！？]")


def mark_pen_names(seen: list[Seen]) -> None:
    """Take two or three characters right under a headline and right over its text for who wrote it: “秋声” / “陶然”, whatever word they are.

    Of 39 such lines on pages with gold, under a blank line and a headline in one line, 38 are a byline; the other is a headline
    under the name of a column.
    """
    may = [i for i in range(1, len(seen) - 1) if _may_sign(seen, i)]
    if not may:
        return
    labels = iter(as_label([seen[at].text for i in may for at in (i - 1, i)]).tolist())
    signs = as_byline([seen[i].text for i in may]).tolist()
    for i, over, own, sign in zip(may, labels, labels, signs, strict=True):
        column = over > _LABEL and is_common(seen[i].text)
        told = _is_prose(seen[i + 1]) or (sign > 0 and any(_stanzas(seen, i + 1, set())))
        if told and own <= _LABEL and not column:
            seen[i].role = Role.BYLINE


def _may_sign(seen: list[Seen], i: int) -> bool:
    over, above, line, below = seen[i - 2] if i > 1 else None, *seen[i - 1 : i + 2]
    if line.gap or below.gap or line.role or line.row or not _PEN_NAME.fullmatch(line.text):
        return False
    headed = above.role is None and above.width <= _SIGNED and above.end is not End.PAUSE and not above.row
    first = above.gap > 0 or over is None or over.role is not None
    said = "。" in above.text or "记者" in above.text
    own = "".join(line.text.split())
    named = shapes.LABEL_WORDS.search(own) or shapes.BRIEFS.search(own) or shapes.NOTICE_END.search(own)
    return headed and first and not said and not named and below.role is None and not below.dateline


def _is_prose(line: Seen) -> bool:
    return line.width > _PROSE_WIDTH or line.row or _PROSE.search(line.text) is not None


def mark_poems(seen: list[Seen]) -> None:
    """Take the verses that stand under a headline and a name for rows of text, not for headlines of what comes below.

    So may stand each poem of a suite under its number.
    """
    names = _names(seen)
    for i, line in enumerate(seen):
        if line.numeral:
            make_rows(_stanzas(seen, i + 1, names))
    for i in sorted(names):
        make_rows([*_stanzas(seen, i + 1, names), *_over(seen, i)])


def _names(seen: list[Seen]) -> set[int]:
    """Return the places of lines right under a short one that say who wrote: a name, an office and a name."""
    may = [
        i for i in range(1, len(seen)) if not seen[i].gap and _may_head(seen[i - 1]) and _may_name(seen[i])
    ]
    odds = as_byline([seen[i].text for i in may]).tolist()
    return {i for i, x in zip(may, odds, strict=True) if x > 0 or _is_name(seen[i])}


def _stanzas(seen: list[Seen], first: int, names: set[int]) -> Iterator[Seen]:
    """Yield the verses from a line on, stanza by stanza, up to what is none; what runs on as text is no further stanza."""
    least = _FIRST
    while first < len(seen) and seen[first].gap == (least == _MORE):
        stanza: list[Seen] = []
        whole = True
        for at in range(first, len(seen)):
            line = seen[at]
            if (line.gap and stanza) or at + 1 in names or len(stanza) > _LONGEST:
                break
            if not _is_verse(line) or (line.end is End.STOP and not _is_stopped(stanza)):
                whole = line.role not in (None, Role.SECTION)  # what the paper prints below it
                break
            stanza.append(line)
        if len(stanza) < least or not _is_stanza(stanza) or (least == _MORE and not whole):
            return
        yield from stanza
        first, least = first + len(stanza), _MORE


def _over(seen: list[Seen], name: int) -> list[Seen]:
    """Return the verses right over a name, which stand under a headline."""
    stanza: list[Seen] = []
    for at in range(name - 1, max(name - _LONGEST - 2, -1), -1):
        line = seen[at]
        if not _is_verse(line) or (line.end is End.STOP and stanza and not _is_stopped(stanza)):
            break
        stanza.insert(0, line)
        if line.gap:
            break
    title, verses = stanza[:1], stanza[1:]
    fits = len(verses) > _FIRST and _may_head(title[0]) and _is_stanza(verses)
    return verses if fits else []


def _may_head(line: Seen) -> bool:
    return (
        line.role in (None, Role.SECTION) and line.width <= _TITLE and line.end is End.OPEN and not line.row
    )


def _may_name(line: Seen) -> bool:
    told = line.width <= _NAME and not line.dateline and "记者" not in line.text
    signs = line.role is Role.BYLINE or (
        line.role is Role.SECTION and _is_name(line)
    )  # “◎林小雨” over verses
    return told and (signs or (line.role is None and line.end is End.OPEN))


def _is_name(line: Seen) -> bool:
    text = shapes.unbulleted(line.text)
    named = shapes.AUTHOR_NAME.fullmatch(text) or shapes.SPACED_NAME.fullmatch(text)
    return line.role is Role.BYLINE or named is not None


def _is_verse(line: Seen) -> bool:
    fits = line.role in (None, Role.SECTION) and line.width <= _VERSE and not line.dateline
    return fits and "。" not in line.text[:-1] and line.text[0] not in shapes.BULLETS


def _is_stopped(lines: list[Seen]) -> bool:
    return any(line.text[-1] in _STOPS for line in lines)


def _is_stanza(lines: list[Seen]) -> bool:
    """Return whether lines are of a poem: of several lengths, or with a mark at the end of each; wrapped text is neither.

    Nor has a poem many numbers, or marks within its lines.
    """
    widths = sorted(line.width for line in lines)
    stopped = sum(line.text[-1] in _STOPS for line in lines)
    even = widths[-1] - widths[len(widths) // 4] < _ODD and widths[-1] >= _COLUMN
    told, parted = (sum(x.search(line.text) is not None for line in lines) for x in (_TOLD, _PARTED))
    shaped = 4 * stopped >= 3 * len(lines) or not even
    return shaped and len(lines) <= _LONGEST and 4 * told <= len(lines) and 2 * parted <= len(lines)
