"""Show the right sentences: which window of whole sentences answers, and what in it is marked?"""

from __future__ import annotations

import math
import re

from retrieval.asking.questions import Query
from retrieval.finding.marks import Finding
from retrieval.index.indexing import IndexedArticle
from retrieval.records import Range, Snippet

SNIPPET_CHARS = 200
_OPENED_BY = {"”": "“", "」": "「", "』": "『"}
_QUOTE = re.compile("[“”「」『』]")
IDLE = 0.01  # worth, of 1 for the found sentence, below which a sentence at the end is left out


def make_snippet(entry: IndexedArticle, query: Query, finding: Finding) -> Snippet:
    """Make the snippet around the sentence that was found: whole sentences, at most 200 characters."""
    first, last = _whole_speech(entry, *best_window(entry, finding), finding.sentence)
    start, end = entry.sentences[first][0], entry.sentences[last - 1][1]
    return cut_snippet(entry, start, end, query, finding.phrase)


def cut_snippet(entry: IndexedArticle, start: int, end: int, query: Query, phrase: Range | None) -> Snippet:
    """Cut `article.text[start:end]`, without white space at its ends, and mark it up."""
    raw = entry.article.text[start:end]
    start += len(raw) - len(raw.lstrip())
    raw = raw.strip()
    end = start + len(raw)
    inside = phrase is not None and start <= phrase[0] and phrase[1] <= end
    answer = (phrase[0] - start, phrase[1] - start) if phrase and inside else None
    text = re.sub(r"\s", " ", raw)
    highlights = highlight(entry.normal[start:end], query)
    return Snippet(text, highlights, answer, entry.article.lines_at(start, end), start, end)


def best_window(entry: IndexedArticle, finding: Finding) -> Range:
    """Return the run of sentences, the found one among them, that fits and holds most of what matters.

    A neighbour's worth falls with its distance in score from the found sentence; of equal windows the one
    that begins earlier wins, for what goes before says who or what is meant.
    """
    s, found = entry.sentences, finding.sentence
    earliest, latest = found, found + 1
    while earliest and s[found][1] - s[earliest - 1][0] <= SNIPPET_CHARS:
        earliest -= 1
    while latest < len(s) and s[latest][1] - s[found][0] <= SNIPPET_CHARS:
        latest += 1
    top = finding.scores[found]
    worth = {i: math.exp(min(finding.scores[i] - top, 0.0)) for i in range(earliest, latest)}
    best, best_worth = (found, found + 1), -1.0
    for first in range(found, earliest - 1, -1):
        last = found + 1
        while last < latest and s[last][1] - s[first][0] <= SNIPPET_CHARS:
            last += 1
        total = sum(worth[i] for i in range(first, last))
        if total > best_worth + 1e-9:
            best, best_worth = (first, last), total
    return _without_idle_ends(best, found, worth)


def _whole_speech(entry: IndexedArticle, first: int, last: int, found: int) -> Range:
    """Return the window from where a speech begins in the midst of which it does, if both fit; what is behind may give way.

    “要理什么样的？是长一点的还是短一点的？”近日…… is not to begin at 是长一点的.
    """
    s, text = entry.sentences, entry.article.text
    opened = _opened_before(text, s[first][0], s[found][1])
    begin = next((i for i in range(first - 1, -1, -1) if s[i][0] <= opened < s[i][1]), first)
    end = last
    while end > found + 1 and s[end - 1][1] - s[begin][0] > SNIPPET_CHARS:
        end -= 1
    return (begin, end) if s[end - 1][1] - s[begin][0] <= SNIPPET_CHARS else (first, last)


def _opened_before(text: str, start: int, end: int) -> int:
    """Return where the quotation is opened that is the first to be closed in `text[start:end]`, -1 where it is opened there."""
    mark = _QUOTE.search(text, start, end)
    if mark is None or mark.group() not in _OPENED_BY:
        return -1
    before = max(start - SNIPPET_CHARS, 0)
    opened = text.rfind(_OPENED_BY[mark.group()], before, start)
    return opened if opened > text.rfind(mark.group(), before, start) else -1


def _without_idle_ends(window: Range, found: int, worth: dict[int, float]) -> Range:
    """Drop the sentences at the ends that hardly count: a short snippet is read, a long one is not."""
    first, last = window
    while first < found and worth[first] < IDLE:
        first += 1
    while last > found + 1 and worth[last - 1] < IDLE:
        last -= 1
    return first, last


def highlight(normal: str, query: Query) -> tuple[Range, ...]:
    """Return the ranges of text in normal form that match words of the question, joined where they touch."""
    found: list[Range] = []
    for word in query.marked:
        at = normal.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = normal.find(word, at + 1)
    ranges: list[Range] = []
    for start, end in sorted(found):
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return tuple(ranges)
