"""Read articles that need no cutting: one Markdown file each, one JSON object a line, or a form that somebody typed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from retrieval.articles.form import PARTS, Entry, Line, field_of, read_form
from retrieval.articles.hashes import headings
from retrieval.articles.looks.lines import printed
from retrieval.articles.mending.build import article_id, tell_apart
from retrieval.articles.split import split_articles
from retrieval.errors import PageError
from retrieval.pages import (
    YAML_FAULTS,
    decode,
    plain_yaml,
    read_lines,
    read_page,
    read_sidecar,
)
from retrieval.records import HEAD_ROLES, Article, Furniture, Kind, Page, PageCut, Part, Piece, Role, Span
from retrieval.told import meaning
from retrieval.visible import visible, without_halves


def read_source(path: Path) -> PageCut:
    """Return what a page or a Markdown file holds, the latter as a cut of a page without lines; rows are read one by one.

    Raises PageError that names the file.
    """
    if path.suffix.lower() == ".md":
        return PageCut(Page(path.name, ()), (_read_markdown(path),))
    return _read_text(path)


def _read_text(path: Path) -> PageCut:
    """Cut a page, or take the articles of a form."""
    page = read_page(path)
    if not any(map(printed, page.lines)):
        raise PageError(path.name, "page_empty")
    form = read_form(page.lines)
    return split_articles(page) if form is None else _read_form(page, form)


def _read_form(page: Page, form: list[Entry]) -> PageCut:
    """Make articles of what somebody typed; a line that only tells of one, as its date does, is furniture."""
    known = {k: v for k in ("publication", "date", "page", "url") if (v := getattr(page, k))}
    entries = [entry for entry in form if any(entry.parts.values())]
    if not entries:
        raise PageError(page.source, "form_empty")
    articles = tuple(tell_apart(_ready(page.source, None, e.parts, e.known | known) for e in entries))
    used = {piece.line for article in articles for piece in article.pieces}
    furniture = tuple(
        Furniture(n, Role.OTHER, text)
        for n, line in enumerate(page.lines, 1)
        if (text := printed(line)) and n not in used
    )
    return PageCut(page, articles, furniture)


def _read_markdown(path: Path) -> Article:
    """Take the first `#` heading for the headline, and for the body all else but what the front matter tells."""
    lines = read_lines(path)
    given, known, first = _front_matter(lines)
    plain, code = _without_fences(lines, first)
    written = [(n, line) for n, line in plain.items() if line and n not in code]
    plain |= {n: f"{'#' * heading.level} {heading.said}" for n, heading in headings(written).items()}
    rows = [(n, text) for n, line in plain.items() if (text := _shown(line, n in code))]
    at = next((row for row in rows if _HEADING.match(plain[row[0]]) and row[0] not in code), None)
    told = given.get(Role.TITLE, [])
    head = [at] if at else told
    body = [row for row in rows if row is not at]
    if not head and not body:
        raise PageError(path.name, "page_empty")
    parts = given | {Role.TITLE: head, Role.BODY: body}
    if at and [text for _, text in told] not in ([], [at[1]]):  # front matter calls it something else
        parts.setdefault(Role.KICKER, told)
    return _ready(path.name, None, parts, known | read_sidecar(path))


_HEADING = re.compile(r"#\s")
_FENCE = re.compile(r"\s*(?:```|~~~)")


def _without_fences(lines: Sequence[str], first: int) -> tuple[dict[int, str], set[int]]:
    """Return the lines from `first` on by number, without the fences around code, and which are code: there # begins a comment."""
    plain: dict[int, str] = {}
    code: set[int] = set()
    fenced = False
    for n, line in enumerate(lines[first:], first + 1):
        if _FENCE.match(line):
            fenced = not fenced
            continue
        plain[n] = printed(line)
        if fenced:
            code.add(n)
    return plain, code


# What Markdown marks and no reader sees: a heading, a quotation, an item of a list, a note; **bold**, *slanted*, ~~struck~~, `code`;
# a link or a picture with its address, or with the number of one. In _six_ a line under a word isn't part of it, nor a star of 5*3*2.
_MARKS = re.compile(r"#{1,6}(?:\s+|$)|(?:>\s*)+")
_ITEM = re.compile(r"[-*+]\s+(?:\[[ xX]\]\s+)?|\[\^[^\]\s]+\]:\s*")
_NESTED = 8  # marks within marks
_MARKED = re.compile(
    r"(?<!\\)(?:(\*\*|__|~~|`)(?=\S)(?P<plain>.{1,500}?)(?<=\S)\1|(?<!\d)\*(?=[^\s*])(?P<slanted>[^*]{1,500}?)(?<=[^\s\\])\*(?!\d)"
    r"|(?<!\w)_(?=[^\s_])(?P<under>[^_]{1,500}?)(?<=[^\s\\])_(?!\w)|\[\^[^\[\]\s]+\]"
    r"|!?\[(?P<linked>[^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\]))"
)
_SAID = ("plain", "slanted", "under", "linked")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_LINK = r"\[[^\[\]]+\]\([^()\s]*\)"
# What stands around a text: a rule, the address of a link, links beside each other: “[阅读原文](…) | [上一篇](…)”.
_AROUND = re.compile(rf"(?:[*_]\s*){{3,}}|\[[^\[\]^]+\]:\s*\S+|{_LINK}(?:\s*[|｜·]\s*{_LINK})+")


# Pages of the web have HTML beside that, whose elements stand apart but for those that stand in a line of text.
_ELEMENTS = (
    "address|article|aside|audio|blockquote|body|br|button|canvas|caption|cite|col|colgroup|d[dlt]|details|div|figcaption|figure|footer"
    "|form|h[1-6]|head|header|hr|html|iframe|input|li|link|main|meta|nav|ol|option|p|picture|pre|script|section|select|source|style"
    "|summary|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul|video"
)
_INLINES = "a|abbr|b|big|code|del|em|font|ins|i|img|kbd|label|mark|[qsu]|small|span|strong|su[bp]|tt"
# <Nature> is none of them, nor is a<b 时……>: what stands in one behind its name are attributes.
_TAG = re.compile(
    (
        rf"<!--(?:(?!-->|<!--).)*-->|</?(?P<name>{_ELEMENTS}|"
        rf"{_INLINES})(?:\s+[A-Za-z][\w:.-]*(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*\s*/?>"
    ),
    re.IGNORECASE,
)
_INLINE = re.compile(_INLINES, re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w+;")
_RULE = re.compile(r"(?=.*\|)[\s|:]*-[\s|:-]*")  # between the head of a table and its rows
_BAR = re.compile(r"(?<!\\)\|")
_APART = "  "  # what parts the cells of a row where no bars do


def _shown(line: str, code: bool = False) -> str:
    """Return what a reader sees of a line: “## 读者反响” is 读者反响, “[**赛马**大会](http://…)” is 赛马大会.

    Of HTML that is its text, 版权所有 © of “<p>版权所有 &copy;</p>”, and of a table what stands in its cells; in `code` it
    is seen as it stands.
    """
    if code:
        return printed(line)
    line = _without_bars(printed(_TAG.sub(_in_place_of, line)))
    mark = _MARKS.match(line)
    text = line[mark.end() :] if mark else line
    if _AROUND.fullmatch(text):
        return ""
    if item := _ITEM.match(text):
        text = text[item.end() :]
    for _ in range(_NESTED):
        text, before = _MARKED.sub(_said, text), text
        if text == before:
            break
    return printed(_ENTITY.sub(_spelled, _ESCAPED.sub(r"\1", text)))


def _said(marked: re.Match[str]) -> str:
    """Return what a reader sees of something marked: nothing of the number of a note."""
    return next(filter(None, map(marked.group, _SAID)), "")


def _in_place_of(tag: re.Match[str]) -> str:
    return "" if tag["name"] is None or _INLINE.fullmatch(tag["name"]) else " "


def _without_bars(line: str) -> str:
    """Return the cells of a row of a table apart from each other: “| 内科 | 张伟 |”; nothing of the line under its head."""
    if _RULE.fullmatch(line):
        return ""
    first, *cells = _BAR.split(line)
    if first or len(cells) < 2:
        return line
    return _APART.join(filter(None, (printed(cell.replace("\\|", "|")) for cell in cells)))


def _spelled(entity: re.Match[str]) -> str:
    """Return the character that an entity stands for, a blank for one that would end the line."""
    char = html.unescape(entity[0])
    return " " if char.isspace() else visible(char)


def _front_matter(lines: Sequence[str]) -> tuple[dict[Role, list[Line]], dict[str, str], int]:
    """Return what stands as YAML between two lines of --- over a text, as static site generators have it.

    That is what it gives of the head, what else it tells, and how many lines it takes. Its fields are called as in a
    form, 标题 or title. What has none of them is text, and a date that is no day is left out.
    """
    end = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), 0)
    if lines[0].rstrip() != "---" or not end:
        return {}, {}, 0
    try:
        told = plain_yaml("\n".join(lines[1 : end - 1]))
    except YAML_FAULTS:
        return {}, {}, 0
    fields: dict[str, tuple[str, str]] = {}
    for name, value in sorted(_items(told), key=_is_loose):
        if (key := field_of(name)) and (text := _text(value)):
            fields.setdefault("url" if key == "publication" and "://" in text else key, (name, text))
    if not fields:
        return {}, {}, 0
    named = {line.split(":")[0].strip(" \"'"): n for n, line in enumerate(lines[:end], 1)}
    given = {
        Role(key): [(named.get(name, 1), text)] for key, (name, text) in fields.items() if key in HEAD_ROLES
    }
    meant = {key: meaning(key, text) for key, (_, text) in fields.items() if key not in PARTS}
    return given, {key: text for key, text in meant.items() if text}, end


def _is_loose(item: tuple[str, object]) -> bool:
    """Return whether a field may mean several things: `source` is a newspaper, or whence that has it, or an address."""
    return item[0].strip().lower() == "source"


def _items(told: object) -> list[tuple[str, object]]:
    return [(str(name), value) for name, value in told.items()] if isinstance(told, dict) else []


def _text(value: object) -> str:
    """Return a text, several as one: [李青, 王明] → 李青 王明."""
    values = value if isinstance(value, list) else [value]
    return visible(" ".join(" ".join(v.split()) for v in values if isinstance(v, str))).strip()


def read_row(source: str, number: int, raw: bytes, side: dict[str, str]) -> Article:
    """Read one row of a JSONL file; `side` is what the sidecar says of all of them. Raises PageError."""
    try:
        row = json.loads(decode(raw, source))
    except (ValueError, RecursionError) as error:
        raise PageError(source, "row_json", row=number, cause=str(error)) from error
    if not isinstance(row, dict):
        raise PageError(source, "row_object", row=number)
    row = {k: _cleaned(k, v) if isinstance(v, str) else v for k, v in row.items()}
    text = row.get("text")
    if not isinstance(text, str) or not printed(text):
        raise PageError(source, "row_text", row=number)
    for key in ("id", "title", "publication", "date", "page", "section", "byline", "url"):
        if row.get(key) is not None and (not isinstance(row[key], str | int) or isinstance(row[key], bool)):
            raise PageError(source, "row_string", row=number, key=key)
    known: dict[str, Any] = side | _known(row, source, number)
    title = " ".join(str(row.get("title") or "").split())
    body = [(n, line) for n, line in enumerate(map(printed, text.split("\n")), 1) if line]
    at = body[0][0]  # what is given apart from the text is cited with its first line
    parts = {
        Role.TITLE: [(at, title)] if title else [],
        Role.BYLINE: [(at, known["byline"])] if known.get("byline") else [],
        Role.BODY: body,
    }
    given = str(row["id"]) if row.get("id") not in (None, "") else None
    return _ready(source, given, parts, known)


def _cleaned(key: str, value: str) -> str:
    """Return what can be seen of a value; an id is kept as it was given."""
    return without_halves(value) if key == "id" else visible(value)


def _known(row: dict[str, Any], source: str, number: int) -> dict[str, str]:
    """Return what a row tells of its text; raises PageError."""
    known = {}
    for key in _FIELDS:
        if row.get(key) not in (None, ""):
            meant = meaning(key, str(row[key]))
            if meant is None:
                raise PageError(source, "row_date", row=number)
            known[key] = meant
    return known


_FIELDS = ("publication", "date", "page", "section", "byline", "url")


def _ready(source: str, given: str | None, parts: dict[Role, list[Line]], known: dict[str, Any]) -> Article:
    """Put headline, byline and body together; lines of the body are those of its own text."""
    text, made, pieces = "", [], []
    for role in PARTS:
        rows = parts.get(role)
        if not rows:
            continue
        text += "\n" if text else ""
        start = len(text)
        for i, (n, line) in enumerate(rows):
            text += "\n" if i else ""
            pieces.append(Piece(len(text), n))
            text += line
        made.append(Part(role, start, len(text)))
    heads = {n for role, rows in parts.items() if role is not Role.BODY for n, _ in rows}
    spans = _spans([n for n, _ in parts.get(Role.BODY, ())], heads)
    meta: dict[str, Any] = {k: known.get(k) for k in ("section", "publication", "date", "page", "url")}
    return Article(
        given or article_id(text), source, text, tuple(made), tuple(pieces), spans, kind=_kind(text), **meta
    )


def _spans(body: list[int], heads: set[int]) -> tuple[Span, ...]:
    """Return the lines of a body as one span, or several where a line of its head stands in between."""
    spans: list[Span] = []
    for n in body:
        if spans and not any(spans[-1][1] < head < n for head in heads):
            spans[-1] = (spans[-1][0], n)
        else:
            spans.append((n, n))
    return tuple(spans)


def _kind(text: str) -> Kind:
    return Kind.BRIEF if len(text) < 200 else Kind.NEWS
