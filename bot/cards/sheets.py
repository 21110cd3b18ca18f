"""Cut a long text for display: pages, sentences, and styles over ranges. Ranges count characters of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.cards.texts import Html, escape
from retrieval.records import Range

SHEET_CHARS = 2800
"""A message holds 4,096 characters; headline, citation and paging need room too."""
_STOP = re.compile(r"[。！？!?；\n][”’」』）)]*")


@dataclass(frozen=True, slots=True)
class Style:
    """An HTML tag over `text[start:end]`."""

    tag: str
    start: int
    end: int


def styled(text: str, start: int, end: int, styles: Iterable[Style]) -> Html:
    """Return `text[start:end]` escaped, with the styles that reach into it; where two overlap the later wins."""
    end = min(end, len(text))
    tags: list[str | None] = [None] * max(end - start, 0)
    for style in styles:
        a, b = max(style.start, start) - start, min(style.end, end) - start
        if a < b:
            tags[a:b] = [style.tag] * (b - a)
    return _join(text[start:end], tags)


def _join(text: str, tags: list[str | None]) -> Html:
    edges = [n for n in range(1, len(tags)) if tags[n] != tags[n - 1]]
    pieces = []
    for a, b in zip([0, *edges], [*edges, len(tags)], strict=True):
        shown = escape(text[a:b])
        tag = tags[a] if a < len(tags) else None
        pieces.append(f"<{tag}>{shown}</{tag}>" if tag and shown.strip() else shown)
    return Html("".join(pieces).strip())


def sheets_of(text: str, size: int = SHEET_CHARS) -> list[Range]:
    """Cut `text` into ranges of at most `size` characters that cover it, at paragraphs or sentences if possible."""
    sheets: list[Range] = []
    start = 0
    while len(text) - start > size:
        end = _break(text, start + size // 2, start + size)
        sheets.append((start, end))
        start = end
    return [*sheets, (start, len(text))]


def _break(text: str, least: int, most: int) -> int:
    paragraph = text.rfind("\n", least, most)
    if paragraph >= 0:
        return paragraph + 1
    stops = [stop.end() for stop in _STOP.finditer(text, least, most)]
    return stops[-1] if stops else most


def sentence_at(text: str, offset: int) -> Range:
    """Return the sentence that holds `text[offset]`, with its stop."""
    before = [stop.end() for stop in _STOP.finditer(text, 0, offset) if stop.end() <= offset]
    after = _STOP.search(text, offset)
    return (before[-1] if before else 0, after.end() if after else len(text))


def widened(text: str, start: int, end: int, by: int) -> Range:
    """Return `start`, `end` moved outwards by about `by` characters, to where sentences begin and end."""
    first = sentence_at(text, max(start - by, 0))[0]
    last = sentence_at(text, min(end + by, max(len(text) - 1, 0)))[1]
    return max(first, start - 3 * by, 0), min(last, end + 3 * by, len(text))
