"""How does a text read: as display or as running text, as the beginning of an article, as a headline, as a label?

And are two texts of one article? A logistic regression for each question, over characters and pairs of characters (`style.tsv`),
written by `python -m tests.benchmarks.fit_splitter --write`, which says on what it was fitted. Answers are log odds from -6 to 6.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from retrieval.articles.evidence.overlap import Values
from retrieval.articles.evidence.parts import Cut, Index, Parts, look_up, rows_of
from retrieval.articles.looks.shapes import PERSON

FILE = Path(__file__).with_name("style.tsv")
BIAS = ""  # its weight is what speaks for an answer before a text is looked at

WHOLE = Cut(bounds=("^", "$"))
BEGINNING = Cut(most=24, bounds=("^", ""), begins=True)
INSIDE = Cut(most=8, bounds=("^", ""), begins=True, placed=True)
SEAM = Cut(most=4, bounds=("^", ""), placed=True)
COMMON = Cut(most=800, solid=True)

_MOST = 6.0

Table = dict[str, int]
"""What parts of texts weigh, in hundredths: whole numbers, so that the sum is the same in any order."""


def read_tables(path: Path) -> dict[str, Table]:
    """Read the tables, by question; a line is a question, a part of a text and what it weighs, with tabs between."""
    tables: dict[str, Table] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        question, part, weight = line.split("\t")
        tables.setdefault(question, {})[part] = int(weight)
    return tables


class _Known:
    """A table, by number."""

    def __init__(self, table: Table) -> None:
        self.table, self.bias = table, table.get(BIAS, 0)
        parts = sorted(part for part in table if part)
        self.index = Index.of(parts)
        self.weights = np.array([table[part] for part in parts], float)


_KNOWN: dict[str, _Known] = {}


@cache
def tables() -> dict[str, Table]:
    """Return the tables in use; they are read when a page is cut first, for most commands cut none."""
    return read_tables(FILE)


def as_display(lines: Sequence[str]) -> Values:
    """Return how surely each line reads as display rather than running text.

    Example: “山西榆次医生‘驻点’进窑洞” reads as display, “神经内科医师齐峻去年三月到窑上村驻” does not.
    """
    return _weigh("display", WHOLE, lines)


def as_headline(heads: Sequence[str]) -> Values:
    """Return how surely each head reads as an article's headline rather than a subhead in it."""
    return _weigh("headline", WHOLE, heads)


def as_kicker(lines: Sequence[str]) -> Values:
    """Return how surely each line of a headline reads as its kicker."""
    return _weigh("kicker", WHOLE, lines)


def as_subtitle(lines: Sequence[str]) -> Values:
    """Return how surely each line of a headline reads as its subtitle."""
    return _weigh("subtitle", WHOLE, lines)


def as_label(heads: Sequence[str]) -> Values:
    """Return how surely each head reads as the name of a section or a column."""
    return _weigh("label", WHOLE, heads)


def as_byline(lines: Sequence[str]) -> Values:
    """Return how surely each display line reads as a byline or a signature: who wrote, from where; names are all alike.

    Example: “文/安徽省利辛县人民医院普外科 展云” reads as one, “文明乡风吹进山村” does not.
    """
    return _weigh("byline", WHOLE, [nameless(line) for line in lines])


def nameless(line: str) -> str:
    """Return a line with one sign for each name that stands by itself: “退休医师 〇”."""
    return PERSON.sub("〇", line)


def as_beginning(texts: Sequence[str]) -> Values:
    """Return how surely each paragraph reads as the first of an article."""
    return _weigh("beginning", BEGINNING, texts)


def as_inside(texts: Sequence[str]) -> Values:
    """Return how surely each text begins in the midst of a sentence.

    Example: “复报表、多头要数等问题，查实后……” does, “收费方面，吴忠市将……” does not.
    """
    return _weigh("inside", INSIDE, texts)


def seam(above: str, below: str) -> str:
    """Return what stands on both sides of the seam between two lines: two characters each."""
    return f"{above[-2:]:>2}{below[:2]}"


def as_running_on(seams: Sequence[str]) -> Values:
    """Return how surely text runs on over each seam rather than that a text begins under a headline."""
    return _weigh("seam", SEAM, seams)


class Kinship:
    """How surely texts of a page are of one article, by what they share and what one of them has alone.

    Two texts about medicines are kin, and so are two in which somebody tells of himself; news of a match and advice about
    sleep are not.
    """

    def __init__(self, texts: Parts) -> None:
        """Note what each text has; they are cut as `COMMON` says."""
        shared, apart = _known("shared"), _known("apart")
        met, self._has = rows_of(texts, shared.index)
        self._bias, self._apart = shared.bias, apart.weights[met]
        self._shared = shared.weights[met] - 2 * self._apart
        self._together: dict[tuple[int, ...], tuple[Values, float]] = {}

    def of_two(self) -> Values:
        """Return it for each two texts, a row and a column for each."""
        alone = self._has @ self._apart
        return _clipped(self._bias + alone[:, None] + alone + (self._has * self._shared) @ self._has.T)

    def of(self, some: Sequence[int], others: Sequence[int]) -> float:
        """Return it for some texts taken together and others taken together."""
        (one, alone), (other, also_alone) = self._as_one(some), self._as_one(others)
        hundredths = self._bias + alone + also_alone + float((one * self._shared) @ other)
        return min(max(hundredths / 100, -_MOST), _MOST)

    def _as_one(self, some: Sequence[int]) -> tuple[Values, float]:
        """Return what some texts have together, and what that weighs where the others have nothing of it."""
        places = tuple(some)  # a page is read in many ways, and most of them have the same parts
        if places not in self._together:
            has = self._has[list(places)].max(0)
            self._together[places] = has, float(has @ self._apart)
        return self._together[places]


def _known(question: str) -> _Known:
    known, table = _KNOWN.get(question), tables()[question]
    if known is None or known.table is not table:
        known = _KNOWN[question] = _Known(table)
    return known


def _weigh(question: str, cut: Cut, texts: Sequence[str]) -> Values:
    known, parts = _known(question), _numbered(cut, tuple(texts))
    owner, at = look_up(parts, known.index)
    total: Values = known.bias + np.bincount(owner, known.weights[at], parts.texts).astype(float)
    return _clipped(total)


@lru_cache(maxsize=4)
def _numbered(cut: Cut, texts: tuple[str, ...]) -> Parts:
    """Return the parts of texts of which one thing is asked after the other."""
    return cut.number(texts)


def _clipped(hundredths: Values) -> Values:
    odds: Values = np.minimum(np.maximum(hundredths / 100, -_MOST), _MOST)
    return odds
