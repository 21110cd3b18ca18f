"""Open a citation that somebody pastes: …,000_ee8f.txt 第7—9行 shows what those lines print."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.answer import cite
from retrieval.passages import article_sentences
from retrieval.records import Answer, Article, Hit, Snippet
from retrieval.snippets import SNIPPET_CHARS

_CITED = re.compile(
    r"\.(?:txt|md|jsonl)(?P<lines>[\s:：,，]*第?\s*(?P<line>\d{1,6})[\d\s、,，—–\-]*行)", re.IGNORECASE
)
# What may stand before a file's name, in it and first of all in it: 版面 2.txt, 医院 (1).txt, （二版）健康.txt.
_EDGE = re.compile(r"[\s,，、:：'\"‘“「『《〈》〉(（\[【〔]")
_QUOTES = " \t\r“”\"'「」"  # around what is quoted beside a citation
_MARKED = str.maketrans("", "", "【】")  # and in it, around the phrase that answers
_NAME_CHARS = 255  # of a file's name: no system takes more


def read_citation(text: str) -> tuple[list[str], int] | None:
    """Return what the file may be called that a citation names, the longest first, and its first line; None for no citation.

    >>> read_citation("《宣传月活动启动》,版面 2.txt 第43行")
    (['《宣传月活动启动》,版面 2.txt', '宣传月活动启动》,版面 2.txt', '》,版面 2.txt', ',版面 2.txt', '版面 2.txt', ' 2.txt', '2.txt'], 43)
    """
    found = next(
        (found for line in text.split("\n") for found in reversed(list(_CITED.finditer(line)))), None
    )
    if not found:
        return None
    source = found.string[: found.start("lines")][-_NAME_CHARS:]
    starts = dict.fromkeys([0, *(at for m in _EDGE.finditer(source) for at in m.span())])
    return [source[start:] for start in starts], int(found["line"])


def open_citation(question: str, articles: Iterable[Article], line: int) -> Answer | None:
    """Return as an answer what `line` prints, given the articles of its file; None where none has that line.

    Of several that have it, as all rows of a JSONL file have a line 1, the one is meant whose headline stands in the
    question, or of which words are quoted in a row beside the citation, or else the first without a headline.
    """
    there = [a for a in articles if any(first <= line <= last for first, last in a.all_lines)]
    if not there:
        return None
    said = " ".join(question.split())
    rows = (row.translate(_MARKED).strip(_QUOTES) for row in question.split("\n") if not _CITED.search(row))
    quoted = [row for row in rows if row]
    article = max(there, key=lambda article: _likeness(article, said, quoted))
    snippet = _at(article, line)
    return Answer(question, True, 1.0, (Hit(article, 0.0, snippet, cite(article, snippet.lines)),))


def _likeness(article: Article, said: str, quoted: list[str]) -> tuple[bool, ...]:
    """Return what speaks for an article being the one that is cited, the weightiest first."""
    title, text = " ".join((article.title or "").split()), " ".join(article.text.split())
    return (
        bool(title) and f"《{title}》" in said,
        any(row in text for row in quoted),
        not title,
        f"《{article.publication}》" in said,
    )


def _at(article: Article, line: int) -> Snippet:
    """Return whole sentences from the one in which the line begins, as many as a snippet holds."""
    below = [piece for piece in article.pieces if piece.line >= line]  # spans have blank lines too
    at = min(below, key=lambda piece: piece.line).start if below else 0
    sentences = [s for s in article_sentences(article) if s[1] > at]
    start, end = sentences[0]
    for _, stop in sentences[1:]:
        if stop - start > SNIPPET_CHARS:
            break
        end = stop
    end = min(end, start + SNIPPET_CHARS)
    raw = article.text[start:end]
    start, end = start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())
    text = re.sub(r"\s", " ", article.text[start:end])
    return Snippet(text, (), None, article.lines_at(start, end), start, end)
