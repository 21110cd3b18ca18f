"""Answer from a table: in which cell do the row and the column meet that a question names?

Words near each other tell nothing there: what “合格率” is over stands three lines below it, between two other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from retrieval.language.numerals import read_numbers
from retrieval.records import Range

# What parts the cells of a row: two blanks or more, or just one.
_CELLS = (re.compile(r"\S+(?: \S+)*"), re.compile(r"\S+"))
_PARTS = re.compile(r"[\W_]+")
_UNIT = re.compile(r"[(（\[【].*")
_IN_NAME = re.compile(r"pm ?(?:2\.5|10)|co2")
_RANKED = re.compile(r"[名位]次|排名|序号|排序")
_ORDINAL = re.compile(
    r"第\s?(\d+|[一二两三四五六七八九十]+)(?![届天次季轮批期组])|(?:排|老)([一二三四五六七八九十])"
)
_KEPT = 512  # articles whose tables are remembered, each read with two ways to part cells
_LEAST = 3  # lines of a table: two rows under the names of its columns


class _Cell(NamedTuple):
    """What stands in a cell, and where in the text."""

    text: str
    start: int

    @property
    def range(self) -> Range:
        return self.start, self.start + len(self.text)


Row = list[_Cell]


def cell_asked(text: str, question: str, focus: str, misses: Callable[[str], float]) -> Range | None:
    """Return where the cell stands in `text` whose row and column `question` names, both in normal form.

    `focus` is the noun that the question asks by: 队 of 哪个队, "" for none; `misses` tells of a cell how little it is
    what is asked for, 1 where it can't be.

    >>> table = "级别 处方数 合格率\\n三级 48 96.3%\\n二级 61 91.7%"
    >>> table[slice(*cell_asked(table, "二级医院的合格率是多少", "", lambda cell: 0))]
    '91.7%'
    """
    for names, *rows in chain.from_iterable(_tables(text, cells) for cells in _CELLS):
        rank = _rank_asked(question) if _RANKED.search(names[0].text) else None
        by = 0 if rank else _label(rows)
        named = [row for row in rows if (row[by].text == rank if rank else _is_named(row[by].text, question))]
        longest = max((len(row[by].text) for row in named), default=0)
        row, *more = [row for row in named if len(row[by].text) == longest] or [[]]
        if not row or more:
            continue
        asked = _ORDINAL.sub("", question) if rank else _without(row[by].text, question)
        others = {i: name.text for i, name in enumerate(names) if i != by}
        columns = {i: name for i, name in others.items() if focus and focus in name} or others
        missed = {i: misses(row[i].text) for i in columns}
        fewest = min(missed.values())
        columns = {i: name for i, name in columns.items() if missed[i] == fewest}
        column = next(iter(others)) if len(others) == 1 else _column_asked(columns, asked)
        if column is not None and fewest < 1:
            return row[column].range
    return None


@lru_cache(_KEPT)
def _tables(text: str, cells: re.Pattern[str]) -> list[list[Row]]:
    """Return the tables of a text: lines of as many cells, the first of them without a figure, the names of the columns."""
    tables: list[list[Row]] = []
    table: list[Row] = []
    for row in [*_rows(text, cells), []]:
        if table and len(row) != len(table[-1]):
            if (
                len(table) >= _LEAST
                and len(table[0]) > 1
                and not any(has_figure(cell.text) for cell in table[0])
            ):
                tables.append(table)
            table = []
        table.append(row)
    return tables


def _rows(text: str, cells: re.Pattern[str]) -> Iterator[Row]:
    at = 0
    for line in text.split("\n"):
        yield [_Cell(m.group(), at + m.start()) for m in cells.finditer(line)]
        at += len(line) + 1


def has_figure(cell: str) -> bool:
    """Return whether a cell holds a figure, as the name of a column doesn't, nor that of a person: that of pm2.5 is its name's."""
    return any(map(str.isdigit, _IN_NAME.sub("", cell)))


def _rank_asked(question: str) -> str | None:
    """Return which place in a ranking is asked for: “第二” and “老二” are 2."""
    asked = _ORDINAL.search(question)
    numbers = read_numbers(f"{asked[1] or asked[2]}名") if asked else []
    return numbers[0].value if numbers else None


def _label(rows: Sequence[Row]) -> int:
    """Return the column that says what each row is about: the first without figures."""
    return next((i for i in range(len(rows[0])) if not any(has_figure(row[i].text) for row in rows)), 0)


def _is_named(label: str, question: str) -> bool:
    """Return whether a question has all of a label: 山门—茶亭 where it says 从山门到茶亭."""
    parts = _parts(label)
    return bool(parts) and all(part in question for part in parts)


def _without(label: str, question: str) -> str:
    """Return a question without the name of its row: the 医院 of 南湖医院 asks for no column 医院数."""
    for part in _parts(label):
        question = question.replace(part, "")
    return question


def _parts(label: str) -> list[str]:
    return [part for part in _PARTS.split(label) if part]


def _column_asked(names: Mapping[int, str], question: str) -> int | None:
    """Return the column of whose name a question has most, if just one has."""
    shares = {i: _share(_UNIT.sub("", name), question) for i, name in names.items()}
    most = max(shares.values())
    best = [i for i, share in shares.items() if share == most]
    return best[0] if len(best) == 1 and most > 0 else None


def _share(name: str, question: str) -> float:
    return sum(char in question for char in name) / len(name) if name else 0.0
