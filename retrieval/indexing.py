"""Prepare an article for search: which terms stand in which of its sentences?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from retrieval.analysis import Analyzer
from retrieval.passages import article_sentences, cut_passages
from retrieval.records import Article, Passage, Range


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article with its sentences and, per term, the sentences that hold it.

    `sentences[i]` is a range of `article.text` with `lengths[i]` terms; `postings[term]` maps the numbers of
    the sentences that hold `term` to how often; `groups[p]` is the half-open range of the sentences of
    passage p.
    """

    article: Article
    sentences: tuple[Range, ...]
    lengths: tuple[int, ...]
    postings: dict[str, dict[int, int]]
    groups: tuple[Range, ...]

    @property
    def passages(self) -> list[Passage]:
        """The passages: runs of whole sentences of about 100 characters."""
        s = self.sentences
        return [Passage(self.article.id, s[a][0], s[b - 1][1]) for a, b in self.groups]

    @property
    def terms(self) -> list[str]:
        """Every term as often as it stands in the article, for an engine to index."""
        return [term for term, where in self.postings.items() for n in where.values() for _ in range(n)]


def index_article(article: Article, analyzer: Analyzer) -> IndexedArticle:
    """Analyze each sentence of `article`."""
    sentences = article_sentences(article)
    postings: dict[str, dict[int, int]] = {}
    lengths = []
    for i, (start, end) in enumerate(sentences):
        counts = Counter(analyzer.terms(article.text[start:end]))
        lengths.append(counts.total())
        for term, n in counts.items():
            postings.setdefault(term, {})[i] = n
    return IndexedArticle(article, tuple(sentences), tuple(lengths), postings, tuple(cut_passages(sentences)))
