"""Ranked articles → Answer: the snippet of each, the citation, and whether we dare to answer."""

from __future__ import annotations

from retrieval.confidence import probability, weigh
from retrieval.evidence import READ_SENTENCES, Finding, find_answer
from retrieval.questions import Query
from retrieval.reading import Reading
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


def compose_answer(query: Query, scored: list[Scored], searcher: Searcher, shift: float = 0.0) -> Answer:
    """Make one hit of each scored article; the first one's evidence decides whether we answer.

    `shift` is the corpus's calibration, added to the log-odds.
    """
    found: list[tuple[Reading, Finding]] = []
    hits: list[Hit] = []
    for n, s in enumerate(scored):
        reading = Reading(query, s.entry, searcher.idf)
        finding = find_answer(reading, READ_SENTENCES if n == 0 else 2)
        found.append((reading, finding))
        snippet = make_snippet(s.entry, query, finding)
        hits.append(Hit(s.entry.article, s.score, snippet, cite(s.entry.article, snippet.lines)))
    if not hits:
        return Answer(query.text, False, 0.0)
    confidence = probability(weigh(*found[0], scored) + shift)
    return Answer(query.text, confidence >= 0.5, confidence, tuple(hits))
