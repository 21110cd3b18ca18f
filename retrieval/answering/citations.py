"""Open a citation that somebody pastes: …,000_ee8f.txt 第7—9行 shows what those lines print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retrieval.answering.answer import cite
from retrieval.answering.snippets import SNIPPET_CHARS
from retrieval.index.passages import article_sentences
from retrieval.language.lexicon import QUESTION_WORD
from retrieval.records import Answer, Article, Hit, Snippet, Span, Tone

_CITED = re.compile(
    r"\.(?:txt|md|jsonl)(?P<lines>[\s:：,，]*(?:第?\s*(?P<rows>\d{1,6}[\d\s、,，—–\-]*)行|lines?\s+(?P<english>\d{1,6}[\d\s,—–\-]*)))",
    re.IGNORECASE,
)
_ROWS = re.compile(r"(\d{1,6})(?:\s*[—–-]+\s*(\d{1,6}))?")
_FILE = re.compile(r"[^\n]*\.(?:txt|md|jsonl)(?=[\s\"'”’」』》〉)）\]】〕.。?？!！]*$)", re.IGNORECASE)
# What may stand before a file's name, in it and first of all in it: 版面 2.txt, 医院 (1).txt, （二版）健康.txt.
_EDGE = re.compile(r"[\s,，、:：'\"‘“「『《〈》〉(（\[【〔]")
_QUOTES = " \t\r“”\"'「」"  # around what is quoted beside a citation
_MARKED = str.maketrans("", "", "【】")  # and in it, around the phrase that answers
CITED_CHARS = 600  # of what several cited lines print: a card shows no more
_NAME_CHARS = 255  # of a file's name: no system takes more


def read_citation(text: str) -> tuple[list[str], list[Span]] | None:
    """Return what the file may be called that a citation names, the longest first, and its lines; None for no citation.

    >>> read_citation("《宣传月活动启动》,版面 2.txt 第43、45—47行")
    (['《宣传月活动启动》,版面 2.txt', '宣传月活动启动》,版面 2.txt', '》,版面 2.txt', ',版面 2.txt', '版面 2.txt', ' 2.txt', '2.txt'], [(43, 43), (45, 47)])
    """
    found = next(
        (found for line in text.split("\n") for found in reversed(list(_CITED.finditer(line)))), None
    )
    if not found:
        return None
    ends = (sorted((int(m[1]), int(m[2] or m[1]))) for m in _ROWS.finditer(found["rows"] or found["english"]))
    rows = [(first, last) for first, last in ends]
    return _names_in(found.string[: found.start("lines")]), rows


def read_file_name(text: str) -> list[str]:
    """Return what the file may be called that a text names and nothing else, the longest first; [] where it names none."""
    found = _FILE.match(text.strip())
    return _names_in(found.group()) if found else []


def is_file_name(text: str) -> bool:
    """Tell whether a text that ends as a file's name does is nothing else: 什么是robots.txt asks something."""
    return not re.search(r"\s", text.strip()) and QUESTION_WORD.search(text) is None


def _names_in(source: str) -> list[str]:
    source = source[-_NAME_CHARS:]
    starts = dict.fromkeys([0, *(at for m in _EDGE.finditer(source) for at in m.span())])
    return [source[start:] for start in starts]


def open_citation(question: str, articles: Iterable[Article], rows: Sequence[Span]) -> Answer | None:
    """Return as an answer what the lines `rows` print, given the articles of their file; None where none has them.

    Of several that have the first of them, as all rows of a JSONL file have a line 1, the one is meant whose headline stands
    in the question, or of which words are quoted in a row beside the citation, or else the first without a headline.
    """
    articles = list(articles)
    there = next(filter(None, (_with_any_of(row, articles) for row in rows)), [])
    if not there:
        return None
    said = " ".join(question.split())
    others = (row.translate(_MARKED).strip(_QUOTES) for row in question.split("\n") if not _CITED.search(row))
    quoted = [row for row in others if row]
    article = max(there, key=lambda article: _likeness(article, said, quoted))
    return opened(question, article, _at(article, rows))


def opened(question: str, article: Article, snippet: Snippet | None = None) -> Answer:
    """Return an article as the answer to what cites it: the snippet, or how the article begins."""
    snippet = snippet or _window(article, 0, 0)
    return Answer(question, True, 1.0, (Hit(article, 0.0, snippet, cite(article, snippet.lines)),))


def opened_at(article: Article, start: int, end: int) -> Answer:
    """Return the sentences around characters of an article as the answer to what cites them."""
    snippet = _window(article, min(start, max(len(article.text) - 1, 0)), end)
    return opened(cite(article, snippet.lines), article, snippet)


def missing(question: str, tone: Tone) -> Answer:
    """Return what is answered to the citation of something that isn't there."""
    return Answer(question, False, 0.0, tone=tone)


def _with_any_of(row: Span, articles: Iterable[Article]) -> list[Article]:
    return [a for a in articles if any(first <= row[1] and row[0] <= last for first, last in a.all_lines)]


def _likeness(article: Article, said: str, quoted: list[str]) -> tuple[bool, ...]:
    """Return what speaks for an article being the one that is cited, the weightiest first."""
    title, text = " ".join((article.title or "").split()), " ".join(article.text.split())
    return (
        bool(title) and (f"《{title}》" in said or f"{title}[N]" in said),
        any(row in text for row in quoted),
        not title,
        f"《{article.publication}》" in said,
    )


def _at(article: Article, rows: Sequence[Span]) -> Snippet:
    """Return whole sentences from the one in which the lines begin, to where they end or as many as a snippet holds."""
    cited = [n for n, piece in enumerate(article.pieces) if any(a <= piece.line <= b for a, b in rows)]
    if not cited:  # spans have blank lines too
        below = [piece for piece in article.pieces if piece.line >= rows[0][0]]
        at = min(below, key=lambda piece: piece.line).start if below else 0
        return _window(article, at, at)
    ends = [*(piece.start for piece in article.pieces[1:]), len(article.text)]
    return _window(article, article.pieces[cited[0]].start, ends[cited[-1]])


def _window(article: Article, at: int, until: int) -> Snippet:
    """Return whole sentences from the one around `at`: as many as a snippet holds, and on up to `until`."""
    sentences = [s for s in article_sentences(article) if s[1] > at]
    start, end = sentences[0]
    for first, stop in sentences[1:]:
        if stop - start > (CITED_CHARS if first < until else SNIPPET_CHARS):
            break
        end = stop
    end = min(end, start + max(SNIPPET_CHARS, min(until - start, CITED_CHARS)))
    raw = article.text[start:end]
    start, end = start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())
    text = re.sub(r"\s", " ", article.text[start:end])
    return Snippet(text, (), None, article.lines_at(start, end), start, end)
