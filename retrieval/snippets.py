"""Show the right sentences: which window of whole sentences answers, and what in it is marked?"""

from __future__ import annotations

import re

from retrieval.analysis import BIGRAM_MARK, NUMBER_MARK, normalize
from retrieval.indexing import IndexedArticle
from retrieval.questions import Query
from retrieval.records import Range, Snippet

SNIPPET_CHARS = 200


def make_snippet(
    entry: IndexedArticle, first: int, last: int, query: Query, answer: Range | None = None
) -> Snippet:
    """Make the snippet of sentences `first` … `last - 1`; `answer` is a range of the article's text."""
    article = entry.article
    start, end = entry.sentences[first][0], entry.sentences[last - 1][1]
    end = min(end, start + SNIPPET_CHARS)
    raw = article.text[start:end]
    lead = len(raw) - len(raw.lstrip())
    start, raw = start + lead, raw.strip()
    end = start + len(raw)
    text = re.sub(r"\s", " ", raw)
    marked = (answer[0] - start, answer[1] - start) if answer else None
    return Snippet(text, highlight(text, query), marked, article.lines_at(start, end), start, end)


def highlight(text: str, query: Query) -> tuple[Range, ...]:
    """Return the ranges of `text` that match words of the question, joined where they touch."""
    normal, offsets = normalize(text)
    hits = [False] * len(normal)
    for term in query.terms:
        word = term.removeprefix(BIGRAM_MARK)
        if term.startswith(NUMBER_MARK) or (len(word) == 1 and not word.isdigit()):
            continue
        at = normal.find(word)
        while at >= 0:
            hits[at : at + len(word)] = [True] * len(word)
            at = normal.find(word, at + 1)
    ranges: list[Range] = []
    for i, hit in enumerate(hits):
        if hit:
            a = offsets[i] if offsets else i
            if ranges and ranges[-1][1] == a:
                ranges[-1] = (ranges[-1][0], a + 1)
            elif not ranges or ranges[-1][1] < a:
                ranges.append((a, a + 1))
    return tuple(ranges)
