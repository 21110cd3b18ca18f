"""Part columns that a dump prints side by side, as `pdftotext -layout` does, and tell where each half of a line was printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from retrieval.articles.looks.lines import printed
from retrieval.records import SUSPICIOUS, Article, Page, PageCut, Piece, Span

_GUTTER = re.compile(r"(?<=\S) {4,}(?=\S)")
_FEW = 6  # lines with text on both sides of a gutter
_WIDEST = 400  # characters of a line of columns: a longer one is no such line, and each of its gutters would be tried
_INDENTED = 5  # columns by which the lines of one column begin apart: an indent
_PARTED = 2  # columns that are blank left of a column on all its lines
_APART = 3  # blank lines within a column
_TRIED = 3  # places at which a gutter may be
_MARKS = re.compile("[，。,；、]")
_SENTENCES = 0.3  # the share of a column's lines that have such a mark; of a table's hardly one has
_WIDTH = 7  # characters that half of the lines of a column have at least
_DOUBTFUL = SUSPICIOUS - 0.05  # a line told of an article here isn't of that alone

Row = tuple[int, str]
"""The number of a line of the page, and what of it is looked at."""


@dataclass(frozen=True)
class Abreast:
    """A page with its columns one under the other: its line i is printed on line `numbers[i - 1]` of the page as it was."""

    page: Page
    numbers: list[int]

    def zip_up(self, cut: PageCut, page: Page) -> PageCut:
        """Return a cut of the columns as one of the page: a line may then be of two articles, each with its half.

        Such articles are never told surely, for who cites their lines cites others' text as well.
        """
        printed_on = (n for n, text in zip(self.numbers, self.page.lines, strict=True) if printed(text))
        halved = {n for n, count in Counter(printed_on).items() if count > 1}
        reasons: dict[int, tuple[str, ...]] = {}
        for n, why in cut.reasons.items():
            at = self._printed_at(n)
            reasons[at] = tuple(dict.fromkeys([*reasons.get(at, ()), *why]))
        return PageCut(
            page,
            tuple(self._zip_article(article, halved) for article in cut.articles),
            tuple(replace(f, line=self._printed_at(f.line)) for f in cut.furniture),
            reasons,
        )

    def _printed_at(self, n: int) -> int:
        return self.numbers[n - 1]

    def _zip_article(self, article: Article, halved: set[int]) -> Article:
        pieces = tuple(Piece(x.start, self._printed_at(x.line)) for x in article.pieces)
        shared = any(x.line in halved for x in pieces)
        sure = min(article.confidence, _DOUBTFUL) if shared else article.confidence
        return replace(article, pieces=pieces, spans=tuple(self._spans(article.spans)), confidence=sure)

    def _spans(self, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the lines of the page; where a text goes on in the next column a span ends."""
        for a, b in spans:
            first = last = self._printed_at(a)
            before = a
            for n in range(a + 1, b + 1):
                if not printed(self.page.lines[n - 1]):
                    continue
                at = self._printed_at(n)
                if at - last != n - before:
                    yield first, last
                    first = at
                last, before = at, n
            yield first, last


def part_columns(page: Page) -> Abreast | None:
    """Return a page with what is printed side by side one under the other, None where nothing is.

    Example: “夜读季启幕      河畔添新绿” over six lines so parted, with sentences on both sides.
    """
    if sum(next(_gutters(line), None) is not None for line in page.lines) < _FEW:
        return None
    rows = list(_parted(list(enumerate(page.lines, 1))))
    if len(rows) == len(page.lines):
        return None
    return Abreast(replace(page, lines=tuple(text for _, text in rows)), [n for n, _ in rows])


def _parted(rows: list[Row]) -> Iterator[Row]:
    """Yield the lines, of columns side by side those of the left one first, and a blank one under each."""
    bands = _bands(rows)
    at = 0
    for band in bands:
        yield from _parted(rows[at : band.first])
        for column in (band.left, band.right):
            yield from _parted(column)
            yield column[-1][0], ""
        at = band.last + 1
    yield from _parted(rows[at:]) if bands else rows


class _Band(NamedTuple):
    """Two columns side by side, and their first and last line."""

    first: int
    last: int
    left: list[Row]
    right: list[Row]


def _bands(rows: list[Row]) -> list[_Band]:
    """Return where columns stand side by side at the likeliest gutter."""
    # A terminal gives a Chinese character two columns, `pdftotext` counts characters.
    for wide in (True, False):
        places = [_columns(text, wide) for _, text in rows]
        starts = Counter(
            at for (_, text), cols in zip(rows, places, strict=True) for at in _starts(text, cols)
        )
        near = {at: sum(starts[at + k] for k in range(_INDENTED)) for at in starts}
        for gutter in sorted(near, key=lambda at: (-near[at], at))[:_TRIED]:
            if near[gutter] >= _FEW and (bands := list(_bands_at(rows, places, gutter))):
                return bands
    return []


def _columns(text: str, wide: bool) -> list[int]:
    """Return at which column each character of a line stands."""
    if not wide or text.isascii():
        return list(range(len(text)))
    found, at = [], 0
    for char in text:
        found.append(at)
        at += 1 if ord(char) < 0x2E80 and char not in "“”‘’—…" else 2
    return found


def _starts(text: str, columns: list[int]) -> Iterator[int]:
    """Yield the columns at which text begins again behind a gutter."""
    for gutter in _gutters(text):
        yield columns[gutter.end()]


def _gutters(text: str) -> Iterator[re.Match[str]]:
    return _GUTTER.finditer(text) if len(text) <= _WIDEST else iter(())


def _bands_at(rows: list[Row], places: list[list[int]], gutter: int) -> Iterator[_Band]:
    """Yield the bands of lines that leave a gutter free, where both sides of it are running text."""
    halves = [_halves(text, columns, gutter) for (_, text), columns in zip(rows, places, strict=True)]
    first: int | None = None
    last = 0
    for i, half in enumerate([*halves, None]):
        if first is None:
            if half and half[0].strip() and half[1].strip():
                first = last = i
            continue
        if half is None or i - last > _APART + 1:
            while first and (above := halves[first - 1]) and any(map(str.strip, above)):
                first -= 1
            band = range(first, last + 1)
            left, right = ([(rows[k][0], (halves[k] or ("", ""))[side]) for k in band] for side in (0, 1))
            if _is_text(left) and _is_text(right) and _are_abreast(left, right):
                yield _Band(first, last, left, right)
            first = None
        elif half[1].strip() or (half[0].strip() and last == i - 1):
            last = i


def _halves(text: str, columns: list[int], gutter: int) -> tuple[str, str] | None:
    """Return what stands left and right of a gutter, None for a line that runs over it."""
    at = next((i for i, column in enumerate(columns) if column >= gutter), len(text))
    margin = next((i for i, column in enumerate(columns) if column >= gutter - _PARTED), len(text))
    return (text[:margin], text[at:]) if not text[margin:at].strip() else None


def _is_text(column: list[Row]) -> bool:
    """Return whether a column is running text, not one of a table."""
    lines = [text.strip() for _, text in column if text.strip()]
    marked = sum(_MARKS.search(text) is not None for text in lines)
    return marked >= _SENTENCES * len(lines) and sum(len(text) >= _WIDTH for text in lines) * 2 >= len(lines)


def _are_abreast(left: list[Row], right: list[Row]) -> bool:
    return sum(bool(a.strip() and b.strip()) for (_, a), (_, b) in zip(left, right, strict=True)) >= _FEW
