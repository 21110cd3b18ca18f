"""Read articles that need no cutting: one Markdown file each, one JSON object a line, or a form that somebody typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from retrieval.articles.build import article_id, tell_apart
from retrieval.articles.form import PARTS, Entry, Line, read_form
from retrieval.articles.lines import printed
from retrieval.articles.split import split_articles
from retrieval.errors import PageError, UnreadableError
from retrieval.pages import decode, read_lines, read_page, read_sidecar
from retrieval.records import Article, Furniture, Kind, Page, PageCut, Part, Piece, Role

READY_SUFFIXES = (".md", ".jsonl")


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of one seed file, whatever its suffix: .txt is cut, .md and .jsonl are ready.

    JSONL is read row by row, so that a file of any size needs the memory of one row. Raises PageError that names
    the file, and the row where there is one. Example: `list(read_articles(Path("seeds/健康报.txt")))`.
    """
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        yield from _read_rows(path)
    elif suffix == ".md":
        yield _read_markdown(path)
    else:
        yield from _read_text(path).articles


def read_source(path: Path) -> PageCut:
    """Return what one seed file holds, of any suffix; Markdown and rows come as a cut of a page without lines.

    Raises PageError. For a big JSONL file `read_articles` needs less memory.
    """
    if path.suffix.lower() in READY_SUFFIXES:
        return PageCut(Page(path.name, ()), tuple(read_articles(path)))
    return _read_text(path)


def _read_text(path: Path) -> PageCut:
    """Cut a page, or take the articles of a form."""
    page = read_page(path)
    form = read_form(page.lines)
    return split_articles(page) if form is None else _read_form(page, form)


def _read_form(page: Page, form: list[Entry]) -> PageCut:
    """Make articles of what somebody typed; a line that only tells of one, as its date does, is furniture."""
    known = {k: v for k in ("publication", "date", "page", "url") if (v := getattr(page, k))}
    articles = tuple(tell_apart(_ready(page.source, None, e.parts, e.known | known) for e in form))
    used = {piece.line for article in articles for piece in article.pieces}
    furniture = tuple(
        Furniture(n, Role.OTHER, text)
        for n, line in enumerate(page.lines, 1)
        if (text := printed(line)) and n not in used
    )
    return PageCut(page, articles, furniture)


def _read_markdown(path: Path) -> Article:
    """Take the first `#` heading for the headline and everything else for the body."""
    lines = read_lines(path)
    at = next((i for i, line in enumerate(lines) if line.startswith("# ")), None)
    head = [] if at is None else [(at + 1, lines[at][2:].strip())]
    body = [(n, line.strip()) for n, line in enumerate(lines, 1) if line.strip() and n - 1 != at]
    if not head and not body:
        raise PageError(f"{path.name}: the file is empty")
    return _ready(path.name, None, {Role.TITLE: head, Role.BODY: body}, read_sidecar(path))


def _read_rows(path: Path) -> Iterator[Article]:
    side = read_sidecar(path)
    met: dict[str, int] = {}
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                if not raw.strip():
                    continue
                article = read_row(path.name, number, raw, side)
                if article.id in met:
                    raise PageError(
                        f"{path.name}: row {number}: id {article.id!r} was given in row {met[article.id]}"
                    )
                met[article.id] = number
                yield article
        if not met:
            raise PageError(f"{path.name}: the file is empty")
    except OSError as error:
        raise UnreadableError(f"{path.name}: can't be read ({error.strerror})") from error


def read_row(source: str, number: int, raw: bytes, side: dict[str, str]) -> Article:
    """Read one row of a JSONL file; `side` is what the sidecar says of all of them. Raises PageError."""
    try:
        row = json.loads(decode(raw, source))
    except (ValueError, RecursionError) as error:
        raise PageError(f"{source}: row {number}: not a JSON object ({error})") from error
    if not isinstance(row, dict):
        raise PageError(f"{source}: row {number}: not a JSON object")
    row = {k: _HALVES.sub("\ufffd", v) if isinstance(v, str) else v for k, v in row.items()}
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise PageError(f"{source}: row {number}: 'text' is missing or empty")
    for key in ("id", "title", "publication", "date", "page", "section", "byline", "url"):
        if row.get(key) is not None and not isinstance(row[key], str | int):
            raise PageError(f"{source}: row {number}: {key!r} must be a string")
    known: dict[str, Any] = side | {k: str(v) for k, v in row.items() if k in _FIELDS and v not in (None, "")}
    title = " ".join(str(row.get("title") or "").split())
    parts = {
        Role.TITLE: [(1, title)] if title else [],
        Role.BYLINE: [(1, known["byline"])] if known.get("byline") else [],
        Role.BODY: [(n, line.strip()) for n, line in enumerate(text.split("\n"), 1) if line.strip()],
    }
    given = str(row["id"]) if row.get("id") not in (None, "") else None
    return _ready(source, given, parts, known)


# Half a character ("\\ud83d") is JSON and no text: nothing can search, store or print it.
_HALVES = re.compile("[\ud800-\udfff]")
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
    body = parts.get(Role.BODY)
    spans = ((body[0][0], body[-1][0]),) if body else ()
    meta: dict[str, Any] = {k: known.get(k) for k in ("section", "publication", "date", "page", "url")}
    return Article(
        given or article_id(text), source, text, tuple(made), tuple(pieces), spans, kind=_kind(text), **meta
    )


def _kind(text: str) -> Kind:
    return Kind.BRIEF if len(text) < 200 else Kind.NEWS
