"""Ranked articles → Answer: the snippet of each, the citation, and whether we dare to answer."""

from __future__ import annotations

from retrieval.questions import Query
from retrieval.records import Answer, Article, Hit, Span
from retrieval.searcher import Scored, Searcher
from retrieval.snippets import make_snippet


def cite(article: Article, lines: tuple[Span, ...]) -> str:
    """Return the citation of `lines`: newspaper if known, headline if printed, file and lines.

    e.g. 《健康报》:《河南中小学心理健康宣传月活动启动》,002_5d66.txt 第43行
    """
    where = "、".join(f"{a}—{b}" if b > a else str(a) for a, b in lines)
    head = f"《{article.publication}》:" if article.publication else ""
    title = f"《{' '.join(article.title.split())}》," if article.title else ""
    return f"{head}{title}{article.source} 第{where}行"


def compose_answer(query: Query, scored: list[Scored], searcher: Searcher) -> Answer:
    """Make one hit of each scored article."""
    hits = []
    for s in scored:
        first, last = s.entry.groups[s.passage]
        snippet = make_snippet(s.entry, first, last, query)
        hits.append(Hit(s.entry.article, s.score, snippet, cite(s.entry.article, snippet.lines)))
    total = sum(2.5 * searcher.idf(t) for t in query.terms) or 1.0
    confidence = min(1.0, hits[0].score / total) if hits else 0.0
    return Answer(query.text, bool(hits) and confidence > 0.2, confidence, tuple(hits))
