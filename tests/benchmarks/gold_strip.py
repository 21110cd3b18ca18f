"""Which pieces of a page, as it is cut, make which gold article?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from retrieval.articles.choosing.headlines import Places
from retrieval.articles.looks.lines import Seen
from retrieval.articles.looks.surroundings import see_lines
from retrieval.articles.pieces.blocks import Strip
from retrieval.articles.pieces.heads import Title
from tests.articles.golden import BODY, HEADS, SUBHEAD, TITLE, GoldPage


def gold_articles(strip: Strip, gold: GoldPage) -> dict[int, Places]:
    """Return for each gold article the places of its stretches in reading order, a late lead where it is printed."""
    found: dict[int, list[tuple[int, int]]] = {}
    for s in strip.stretches:
        lines = [line.n for p in s.paragraphs for line in p]
        owners = Counter(gold.owner[n] for n in lines if gold.roles.get(n) in (BODY, SUBHEAD))
        if owners and 2 * owners.most_common(1)[0][1] >= len(lines):
            k = owners.most_common(1)[0][0]
            first = min(gold.place(n) for n in lines if gold.owner.get(n) == k and n in gold.articles[k].body)
            found.setdefault(k, []).append((first, s.at))
    return {k: _as_printed(tuple(at for _, at in sorted(parts))) for k, parts in found.items()}


def gold_headlines(gold: GoldPage) -> Iterator[tuple[list[Seen], Title]]:
    """Yield the lines of each headline that stand together without text between, and which of them are the title."""
    seen = {line.n: line for line in see_lines(gold.page)}
    parted = [n for n, role in gold.roles.items() if role in (BODY, SUBHEAD)]
    for article in gold.articles:
        title = sorted(n for n in article.lines[TITLE] if n in seen)
        if not title:
            continue
        low, high = title[0], title[-1]
        over = max((n for n in parted if n < low), default=0)
        under = min((n for n in parted if n > high), default=high + 99)
        mine = sorted(n for role in HEADS for n in article.lines[role] if n in seen and over < n < under)
        if title == mine[mine.index(low) : mine.index(high) + 1]:
            yield [seen[n] for n in mine], Title(mine.index(low), mine.index(high))


def links_of(articles: dict[int, Places]) -> dict[int, int | None]:
    """Return what each stretch of these articles follows."""
    before: dict[int, int | None] = {}
    for places in articles.values():
        before |= dict(zip(places, (None, *places), strict=False))
    return before


def _as_printed(places: Places) -> Places:
    """Put a beginning that is printed right after its end back there: `drafts.py` moves it to the front."""
    for k in range(1, len(places)):
        begin, end = places[:k], places[k:]
        running = all(b == a + 1 for a, b in pairwise(begin))
        if begin[0] == end[-1] + 1 and running and begin[0] > max(end):
            return end + begin
    return places
