"""Which lines of a page are rows: of a table, a list or a poem, each a line of its own?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise

from retrieval.articles.evidence.openings import count_of
from retrieval.articles.looks import shapes
from retrieval.articles.looks.lines import End, Seen, is_upright, open_quotes
from retrieval.articles.looks.style import as_display
from retrieval.records import Role

WIDEST = 60  # half-width columns of a row
SCRAPS = (Role.RUNNING_HEAD, Role.OTHER)  # what a row may look like
_FIELDS = re.compile(r"^[^，。；]*\S\s+[^，。；]*\d[^，。；]*$")
_GAP = re.compile(r"\S(?:[ \t]{2,}|[ \t]*\u3000[ \u3000\t]*)(?=\S)")  # as wide as a character or more
_PROSE = re.compile(r"[，。、；,]")
_HOURS = re.compile(r"\d{1,2}[:：]\d{2}\s?[-—–~～至]+\s?(?:[次当][日晨])?\d{1,2}[:：]\d{2}\s")
_KEYED = re.compile(r"(?P<key>[^，。、：:；！？“”（）()\s]{2,8})[：:](?=[^：:]+[^：:？?]$)")
_VERSES = 4
_INDENT = 4  # half-width columns
_ROWS = 3  # of a table
_MANY = 3  # fields of a row: “周一　心内科　陈立新　主任医师”
_LIST = 5
_SHOWN = 0.7  # log odds, in the mean, of lines that read as display
_SPACED = 0.75  # of a table's rows have fields


def unmark_rows(seen: list[Seen]) -> None:
    """Take the role back from the rows of a table that a headline stands over: they are its text.

    Example: “今日菜价” and under it “青椒 4.0 4.2”, “白菜 1.8 2.0”, “土豆 2.5 2.6”.
    """
    for run, head in _runs(seen, _may_be_row):
        titled = head and head.role is None and head.end is End.OPEN and head.width <= 44 and run[0].gap <= 1
        if len(run) >= _ROWS and titled and any(line.role is Role.OTHER for line in run):
            make_rows(run)


def _may_be_row(line: Seen) -> bool:
    """Return whether a line may stand in a table: its role says so, or it has fields of words and of figures."""
    if line.role is None:
        return line.width <= WIDEST and line.end is End.OPEN and _FIELDS.search(line.text) is not None
    return line.role in SCRAPS


def mark_lists(seen: list[Seen]) -> None:
    """Take five short lines without a stop or more, printed together, for rows of text: a list of names, a poem.

    A headline has four lines at most. Example: “它把整个秋天” / “一张一张地签收” / “风来的时候” … Three will do behind one bullet, where
    they have fields: “■ 林原 0比0 琼溪”, which by itself looks like the name of a section.
    """
    for run, _ in _runs(seen, _is_item):
        if len(run) >= _ROWS and len({line.text[0] for line in run}) == 1 and _spaced(run) >= _SPACED:
            make_rows(run)
    for run, _ in _runs(seen, _has_columns):
        if len(run) >= _ROWS:
            make_rows(run)
    for run, _ in _runs(seen, _is_counted):
        counts = [count_of(line.text) for line in run]
        if len(run) > 1 and all(b == a + 1 for a, b in pairwise(counts)):
            make_rows(run)
    for questions in _counted_questions(seen):
        make_rows(questions)
    for run in _keyed_runs(seen):
        if len(run) >= _ROWS:
            make_rows(run)
    for run, _ in _runs(seen, _tells_hours):
        if len(run) > 1:
            make_rows(run)
    for run, _ in _runs(seen, _is_verse):
        for verse in _of_one(run, lambda line: line.width, _VERSES):
            make_rows(verse)
    for run, above in _runs(seen, _is_short):
        if above and above.dateline and above.end is not End.STOP and not run[0].gap:
            continue  # a story has begun
        for table in _of_one(run, _fields, _ROWS):
            if _fields(table[0]) >= _MANY:
                make_rows(table)
        upright = is_upright([line.text for line in run[1:]]) if len(run) >= _LIST else False
        if len(run) >= _LIST and not (upright or _is_column(run) or _are_headlines(run)):
            first = _first_row(run)
            make_rows(run[first + bool(shapes.AUTHOR_NAME.fullmatch(run[first].text)) :])


def unmark_headlines(seen: list[Seen]) -> None:
    """Take what stands right over a dateline for no row: a headline under a list, with blank lines between them all."""
    for line, below in pairwise(seen):
        if line.row and below.dateline and _fields(line) == 1:
            line.row = False


def mark_first_rows(seen: list[Seen]) -> None:
    """Take what has as many fields as the row under it for a row as well: “品名　本周均价　涨跌” over “洋葱　0.86　-5.5%”."""
    for above, below in pairwise(seen):
        if below.row and above.role is None and below.gap <= 1 and above.width <= WIDEST:
            above.row = above.row or (_fields(above) >= 3 and _fields(above) == _fields(below))


def _is_short(line: Seen) -> bool:
    told = line.row or line.dateline
    short = line.role is None and not told and line.width <= 44 and line.end is End.OPEN
    return short and (line.width <= 26 or not _PROSE.search(line.text)) and "。" not in line.text


def _is_item(line: Seen) -> bool:
    """Return whether a line may be one of a list: it opens with a bullet and comes to no stop."""
    shown = line.role in (None, Role.SECTION) and line.text[0] in shapes.BULLETS
    return shown and line.end is End.OPEN and line.width <= WIDEST


def _has_columns(line: Seen) -> bool:
    """Return whether gaps cut a line in three or more; three such lines that look like no furniture are a table (161 of 161 on gold)."""
    return line.role is None and len(_GAP.findall(line.text)) >= _MANY - 1


def _is_counted(line: Seen) -> bool:
    """Return whether a line is an item with its number that comes to no stop; subheads never stand right under one another."""
    return line.role is None and line.width <= WIDEST and line.end is End.OPEN and count_of(line.text) > 0


def _counted_questions(seen: list[Seen]) -> Iterator[list[Seen]]:
    """Yield each list of questions that count from one up, right over its answer each: “1.几岁可以报名？”, “2.……？”.

    None of them heads an article, the last no more than the first.
    """
    asked: list[Seen] = []
    for line, below in pairwise(seen):
        if line.role or below.role or below.gap or line.text[-1] not in "？?" or line.width > WIDEST:
            continue
        count = count_of(line.text)
        if asked and count == count_of(asked[-1].text) + 1:
            asked.append(line)
        elif count % 100 == 1:
            if len(asked) > 1:
                yield asked
            asked = [line]
    if len(asked) > 1:
        yield asked


def _keyed_runs(seen: list[Seen]) -> Iterator[list[Seen]]:
    """Yield lines, one under the other, that say of several things what each is: “6月4日：多云转阴”, “6月5日：阴有阵雨”.

    Of wrapped lines hardly three in a row begin so; where two say who speaks, they go on in the next lines.
    """
    after = {above.n: below for above, below in pairwise(seen)}
    for run, _ in _runs(seen, _is_keyed):
        below = after.get(run[-1].n)
        if below is not None and not below.gap and not below.role and _may_go_on(run):
            run = run[:-1]
        if len({_key(line) for line in run}) == len(run):
            yield run


def _is_keyed(line: Seen) -> bool:
    whole = line.text[-1] not in "，、" and open_quotes(line.text) == 0
    return line.role is None and not line.dateline and whole and line.width <= WIDEST and _key(line) != ""


def _key(line: Seen) -> str:
    """Return what a line says something of: “6月4日” of “6月4日：多云转阴”; nothing where it says nothing so."""
    keyed = _KEYED.match(line.text)
    return keyed["key"] if keyed else ""


def _may_go_on(run: list[Seen]) -> bool:
    """Return whether the last of some lines may be wrapped: it comes to no stop, and is as wide as any."""
    return run[-1].end is End.OPEN and run[-1].width >= max(line.width for line in run) - 2


def _tells_hours(line: Seen) -> bool:
    """Return whether a line says from when to when something is: “7:00—15:00 金马小区、虹山路”."""
    return line.role is None and line.width <= WIDEST and _HOURS.match(line.text) is not None


def _is_verse(line: Seen) -> bool:
    """Return whether a line may be a verse: of wrapped lines few end with a mark, and hardly four of one width in a row."""
    return line.role is None and line.width <= 44 and line.text[-1] in "，。；？！"


def _of_one(run: list[Seen], size: Callable[[Seen], int], least: int) -> Iterator[list[Seen]]:
    """Yield each `least` lines or more, one under the other, that are of one size."""
    for _, alike in groupby(run, key=size):
        lines = list(alike)
        if len(lines) >= least:
            yield lines


def _is_column(run: list[Seen]) -> bool:
    """Return whether lines are wrapped text: all about as wide, most without a space between words.

    A headline may stand over them, and the first is short by the two characters of an indent that isn't printed.
    """
    widths = sorted(line.width for line in run)
    even = widths[len(widths) // 2] - widths[1] <= 3
    indented = (
        _INDENT <= max(widths) - run[1].width <= _INDENT + 1
        and max(widths) - min(x.width for x in run[2:]) <= 1
    )
    return (even or indented) and _spaced(run) < 0.5


def _first_row(run: list[Seen]) -> int:
    """Return which line of a list is its first row: the first that has fields, but hardly one over rows that have others.

    “平临县 4 月 22 日—28 日停水时段表” heads a table of three columns, and has spaces for another reason.
    """
    fields = [_fields(line) for line in run]
    first = min(next((i for i, many in enumerate(fields) if many > 1), 1), 2)
    return first or int(fields[0] != fields[1] == fields[2] > 1)


def _are_headlines(run: list[Seen]) -> bool:
    """Return whether lines are the headlines of a page, which some dumps print all together; a table has fields.

    Of 69 such runs on gold pages where headlines are moved so 68 read as display in the mean, of 40 other runs there none.
    """
    return _spaced(run) < _SPACED and as_display([line.text for line in run]).mean() > _SHOWN


def _runs(seen: list[Seen], belongs: Callable[[Seen], bool]) -> Iterator[tuple[list[Seen], Seen | None]]:
    """Yield each run of such lines printed together, and the line over it; some pages have blank lines between all lines."""
    least = min((line.gap for line in seen[1:]), default=0)
    run: list[Seen] = []
    above: Seen | None = None
    for line in seen:
        if run and (line.gap > least or not belongs(line)):
            yield run, above
            run, above = [], run[-1]
        if belongs(line):
            run.append(line)
        else:
            above = line
    if run:
        yield run, above


def _spaced(run: list[Seen]) -> float:
    """Return how many of some lines have a space between words, from 0 to 1."""
    return sum(_fields(line) > 1 for line in run) / len(run)


def _fields(line: Seen) -> int:
    """Return in how many parts spaces cut a line behind its bullet."""
    return len(shapes.unbulleted(line.text).split())


def make_rows(lines: Iterable[Seen]) -> None:
    """Take lines for rows of text, whatever they look like by themselves."""
    for line in lines:
        line.role, line.row = None, True
