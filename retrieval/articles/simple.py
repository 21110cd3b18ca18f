"""A first splitter: a short line without a sentence end heads the lines that follow it."""

from __future__ import annotations

import hashlib
import re

from retrieval.records import Article, Page, PageCut, Part, Piece, Role

_SENTENCE_END = re.compile(r"[。！？!?；;，,、：”）)…]$")


def split_articles(page: Page) -> PageCut:
    """Cut a page at lines that look like headlines; every non-blank line lands in exactly one article."""
    articles: list[Article] = []
    head: list[int] = []
    body: list[int] = []

    def close() -> None:
        if head or body:
            articles.append(_article(page, head, body))
        head.clear()
        body.clear()

    for n, line in enumerate(page.lines, 1):
        text = line.strip()
        if not text:
            continue
        if len(text) <= 40 and not _SENTENCE_END.search(text) and _stands_alone(page, n):
            if body:
                close()
            head.append(n)
        else:
            body.append(n)
    close()
    return PageCut(page, tuple(articles))


def _stands_alone(page: Page, n: int) -> bool:
    before = page.lines[n - 2].strip() if n > 1 else ""
    after = page.lines[n].strip() if n < len(page.lines) else ""
    return not before and not after


def _article(page: Page, head: list[int], body: list[int]) -> Article:
    text = ""
    parts: list[Part] = []
    pieces: list[Piece] = []
    for role, numbers, glue in ((Role.TITLE, head, " "), (Role.BODY, body, "")):
        if not numbers:
            continue
        if text:
            text += "\n"
        start = len(text)
        for i, n in enumerate(numbers):
            if i:
                text += glue
            pieces.append(Piece(len(text), n))
            text += page.lines[n - 1].strip()
        parts.append(Part(role, start, len(text)))
    spans: list[tuple[int, int]] = []
    for n in body:
        if spans and not any(h for h in head if spans[-1][1] < h < n):
            spans[-1] = (spans[-1][0], n)
        else:
            spans.append((n, n))
    digest = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
    return Article(
        digest,
        page.source,
        text,
        tuple(parts),
        tuple(pieces),
        tuple(spans),
        publication=page.publication,
        date=page.date,
        page=page.page,
        url=page.url,
    )
