"""Read articles that somebody typed as a form: “标题：…”, “来源：…”, “正文：…”, one under the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from retrieval.articles.hashes import HASHES, Heading, headings
from retrieval.articles.looks.lines import printed
from retrieval.records import HEAD_ROLES, Role
from retrieval.told import day_of, meaning

PARTS = (*HEAD_ROLES, Role.BODY)
"""What an article is made of, in the order of its text."""

# The names of fields, in both scripts, by what they give.
_NAMES: dict[str, str] = {
    Role.TITLE: "标题|题目|標題|題目",
    Role.KICKER: "引题|肩题|眉题|引題|肩題|眉題",
    Role.SUBTITLE: "副标题|副题|副標題|副題",
    Role.BYLINE: "作者|记者|撰文|記者",
    Role.BODY: "正文|内容|全文|內容",
    "publication": "来源|出处|报纸|报刊|媒体|來源|出處|報紙|報刊|媒體",
    "date": "日期|时间|发布日期|发布时间|见报日期|時間|發布日期|發布時間|見報日期",
    "page": "版面|版次",
    "section": "栏目|版块|专栏|欄目|版塊|專欄",
    "url": "链接|网址|原文链接|連結|網址|原文連結",
}
_GIVES = {name: key for key, names in _NAMES.items() for name in names.split("|")}
_ENGLISH: dict[str, str] = {
    "title": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "author": Role.BYLINE,
    "authors": Role.BYLINE,
    "byline": Role.BYLINE,
    "source": "publication",
    "newspaper": "publication",
} | {name: name for name in ("publication", "date", "page", "section", "url")}
_TIMES = ("时间", "時間")  # “时间：周六上午” is text, unless it names a day
_LONGEST = 60  # characters of what tells of an article; “日期：本周六，县医院将举办……” is text, and a link may be longer
_FIELD = re.compile(
    r"(?:【(?P<boxed>[\u4e00-\u9fff\s]{2,9})】[：:]?|(?P<named>[\u4e00-\u9fff\s]{2,9})[：:])\s*(?P<value>.*)"
)

Line = tuple[int, str]
"""A line's number and what is printed on it."""


@dataclass(slots=True)
class Entry:
    """One article of a form: the lines of its headline, byline and body, and what else is told of it."""

    parts: dict[Role, list[Line]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)


class _Row(NamedTuple):
    """A line with what is printed on it; `key` says what it gives if it is a field, and `value` what stands in that."""

    n: int
    text: str
    key: str | None
    value: str


def read_form(lines: Sequence[str]) -> list[Entry] | None:
    """Return the articles of a form, None where these lines are none.

    A form begins with fields, of which one is a headline's: “标题：夜间门诊开诊” / “来源：清河日报” / “正文：县医院自……”,
    or “# 夜间门诊开诊” over text, with a blank behind the hash or without.
    What stands over the fields of the first article, parted by a blank line, is told of all. The fields of an article
    end where its text begins: there “来源：…” is text, and so is anywhere “时间：周六上午”, which names no day, or what is
    longer than anything told of an article.
    """
    first = next(filter(None, map(printed, lines)), "")
    if _field(first)[0] is None and not first.startswith(
        HASHES
    ):  # a page, as a rule: no need to look at all of it
        return None
    rows = _with_headings(
        [_Row(n, text, *_field(text)) for n, line in enumerate(lines, 1) if (text := printed(line))]
    )
    titles = [k for k, row in enumerate(rows) if row.key == Role.TITLE]
    if not titles or any(row.key is None for row in rows[: titles[0]]):
        return None
    starts = [_start(rows, k) for k in titles]
    of_all = _read(rows[: starts[0]], {}).known
    ends = [*starts[1:], len(rows)]
    return [_read(rows[k:end], of_all) for k, end in zip(starts, ends, strict=True)]


def _with_headings(rows: list[_Row]) -> list[_Row]:
    """Return lines of which those are headlines that have a hash, and in whose texts the other headings have none."""
    first = next((k for k, row in enumerate(rows) if row.key is None), 0)
    named = any(row.key == Role.TITLE for row in rows)
    found = headings([row[:2] for row in rows], first, tight=not named)
    titles = any(heading.level == 1 for heading in found.values())
    return [_headed(row, found[row.n]) if titles and row.n in found else row for row in rows]


def _headed(row: _Row, heading: Heading) -> _Row:
    return _Row(row.n, heading.said, Role.TITLE if heading.level == 1 else None, heading.said)


def _start(rows: Sequence[_Row], title: int) -> int:
    """Return where an article begins: at its headline, or at fields right over that with a blank line over them."""
    first = title
    while first and rows[first - 1].n == rows[first].n - 1:
        if rows[first - 1].key in (None, Role.TITLE, Role.BODY):
            return title
        first -= 1
    return first


def _read(rows: Sequence[_Row], of_all: dict[str, str]) -> Entry:
    """Read the fields and the text of one article."""
    entry = Entry(known=dict(of_all))
    key, wanted = "", False  # the last field's, and whether its value stands on the next line
    for n, text, named, value in rows:
        if key == Role.BODY:
            value = text
        elif named:
            key = named
        elif not wanted:
            key = Role.BODY
        wanted = not value
        if value and key in PARTS:
            entry.parts.setdefault(Role(key), []).append((n, value))
        elif value and (meant := meaning(key, value)):
            entry.known[key] = meant
    return entry


def field_of(name: str) -> str | None:
    """Return what a field gives by its name, in Chinese as in a form or in English as in front matter.

    >>> field_of("作者"), field_of("Author")
    (<Role.BYLINE: 'byline'>, <Role.BYLINE: 'byline'>)
    """
    name = name.strip().lower()
    return _GIVES.get(name) or _ENGLISH.get(name)


def _field(text: str) -> tuple[str | None, str]:
    """Return what a line gives, None where it is no field, and its value."""
    found = _FIELD.match(text)
    name = "".join((found["boxed"] or found["named"]).split()) if found else ""
    key = _GIVES.get(name)
    if found is None or key is None or (name in _TIMES and not day_of(found["value"])):
        return None, text
    if key not in (*PARTS, "url") and len(found["value"]) > _LONGEST:
        return None, text
    return key, found["value"]
