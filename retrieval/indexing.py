"""Prepare an article for search: which terms stand in which of its passages?"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import Analyzer, same_length_normal
from retrieval.passages import article_sentences, cut_passages
from retrieval.records import Article, Passage, Range


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """The terms of an article's passages, as arrays that are compared with a question's terms at once.

    A term is known by its `term_key`. `keys` and `counts` run through the passages: the first `sizes[0]`
    belong to passage 0, and so on. `lengths` are the passages' numbers of terms, repeated ones included.
    """

    sizes: NDArray[np.uint32]
    lengths: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    counts: NDArray[np.uint8]

    def __contains__(self, term: str) -> bool:
        """Return whether any passage holds `term`."""
        return bool((self.keys == term_key(term)).any())


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article with its text in normal form, its sentences, its passages and their terms.

    `normal` is as long as `article.text`, so that ranges of one are ranges of the other. `sentences` are such
    ranges; `groups[p]` is the half-open range of the sentences of passage p.
    """

    article: Article
    normal: str
    sentences: tuple[Range, ...]
    groups: tuple[Range, ...]
    terms: PassageTerms

    @property
    def passages(self) -> list[Passage]:
        """The passages: runs of whole sentences of about 100 characters."""
        s = self.sentences
        return [Passage(self.article.id, s[a][0], s[b - 1][1]) for a, b in self.groups]


class Candidate(NamedTuple):
    """What ranking needs of an article: its id, its file's name, and the terms of its passages."""

    id: str
    source: str
    terms: PassageTerms


def term_key(term: str) -> int:
    """Return 32 bits that stand for a term: one question in some thousands meets a false match in one passage."""
    return zlib.crc32(term.encode())


def index_article(article: Article, analyzer: Analyzer) -> tuple[IndexedArticle, list[str]]:
    """Cut `article` into sentences and passages, and return it with all its terms, as often as they stand there."""
    sentences = article_sentences(article)
    groups = cut_passages(sentences)
    passages = _count(article.text, sentences, groups, analyzer)
    normal = same_length_normal(article.text)
    entry = IndexedArticle(article, normal, tuple(sentences), tuple(groups), passage_terms(passages))
    return entry, [term for counts in passages for term in counts.elements()]


def without_sentence(entry: IndexedArticle, number: int, analyzer: Analyzer) -> IndexedArticle:
    """Return the article as if the page were blank where sentence `number` stands; all ranges stay."""
    start, end = entry.sentences[number]
    text = entry.article.text
    blank = text[:start] + " " * (end - start) + text[end:]
    terms = passage_terms(_count(blank, entry.sentences, entry.groups, analyzer))
    article = replace(entry.article, text=blank)
    return replace(entry, article=article, normal=same_length_normal(blank), terms=terms)


def _count(
    text: str, sentences: Sequence[Range], groups: Sequence[Range], analyzer: Analyzer
) -> list[Counter[str]]:
    """Count the terms of each passage, sentence by sentence: no pair of characters reaches over a sentence's end."""
    passages = []
    for first, last in groups:
        counts: Counter[str] = Counter()
        for start, end in sentences[first:last]:
            counts.update(analyzer.terms(text[start:end]))
        passages.append(counts)
    return passages


def passage_terms(passages: list[Counter[str]]) -> PassageTerms:
    """Put counted terms into arrays."""
    return PassageTerms(
        np.array([len(counts) for counts in passages], np.uint32),
        np.array([counts.total() for counts in passages], np.uint32),
        np.array([term_key(term) for counts in passages for term in counts], np.uint32),
        np.array([min(n, 255) for counts in passages for n in counts.values()], np.uint8),
    )
