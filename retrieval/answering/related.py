"""Which other articles are about the same thing as this one?

The article's own words are the question: those of its head and the rarest of its body, asked of the engine.
A neighbour's score is compared with what the article itself gets, so that a bound holds for short and long ones.
"""

from __future__ import annotations

import math
from collections import Counter

from retrieval.answering.searcher import Searcher
from retrieval.asking.questions import rarity
from retrieval.language.analysis import Analyzer
from retrieval.records import HEAD_ROLES, Article, Role

BODY_TERMS = 20  # words of the body that are asked for, the most telling
HEAD_WEIGHT = 2  # a word of the headline counts as if it stood there so many times
# Share of the article's own score from which another is related. Of 2,500 news articles and the seeds, nearly all
# neighbours above it report the same thing or its sequel; below it they share no more than a field.
NEAR = 0.22


def find_related(article: Article, searcher: Searcher, analyzer: Analyzer, k: int = 3) -> list[Article]:
    """Return at most `k` articles that share the most telling words of `article`, the nearest first.

    Never the article itself, nor its text printed elsewhere; none rather than a chance likeness.
    """
    terms = telling_terms(article, searcher, analyzer)
    if not terms:
        return []
    scored = searcher.search(terms, 2 * k + 2)
    # By their texts: an id that somebody gave may be another article's in another file.
    own = next((s.score for s in scored if s.entry.article.text == article.text), math.inf)
    near = {s.entry.article.text: s.entry.article for s in scored if s.score >= NEAR * own}
    return [other for text, other in near.items() if text != article.text][:k]


def telling_terms(article: Article, searcher: Searcher, analyzer: Analyzer) -> dict[str, float]:
    """Return the words to ask by: those that stand often here and seldom elsewhere, here or in general."""
    counts: Counter[str] = Counter()
    for part in article.parts:
        if part.role is not Role.BYLINE:
            weight = HEAD_WEIGHT if part.role in HEAD_ROLES else 1
            for token in analyzer.tokenize(article.text[part.start : part.end]):
                if len(token.term) > 1 and not token.term.isdecimal():
                    counts[token.term] += weight
    searcher.look_up(counts)  # all at once: an engine may be far away
    said = {t: (1 + math.log(n)) * searcher.idf(t) * rarity(t) for t, n in counts.items()}
    best = sorted(said, key=lambda term: (-said[term], term))[:BODY_TERMS]
    return {term: rarity(term) for term in best}
