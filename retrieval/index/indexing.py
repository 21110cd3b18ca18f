"""Prepare an article for search: which terms stand in which of its passages?"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.index.passages import article_sentences, cut_passages
from retrieval.language.analysis import Analyzer, normalize, same_length_normal
from retrieval.records import Article, Range

TermsIn = Callable[[int, int], list[str]]
"""Called as terms_in(start, end) for the terms of a range of a text."""


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """The terms of an article's passages, as arrays that are compared with a question's terms at once.

    A term is known by its key (`term_keys`). `keys` and `counts` run through the passages: the first `sizes[0]`
    belong to passage 0, and so on. `lengths` are the passages' numbers of terms, repeated ones included.
    """

    sizes: NDArray[np.uint32]
    lengths: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    counts: NDArray[np.uint8]


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


class Candidate(NamedTuple):
    """What ranking needs of an article: its id, its file's name, and the terms of its passages."""

    id: str
    source: str
    terms: PassageTerms


def term_keys(terms: Iterable[str]) -> list[int]:
    """Return 32 bits that stand for each term: one question in some thousands meets a false match in one passage."""
    return [zlib.crc32(term) for term in map(str.encode, terms)]


def index_article(article: Article, analyzer: Analyzer) -> tuple[IndexedArticle, list[str]]:
    """Cut `article` into sentences and passages, and return it with all its terms, as often as they stand there."""
    sentences = article_sentences(article)
    groups = cut_passages(sentences)
    normal, terms_in = _terms_of(article.text, analyzer)
    passages = _count(terms_in, sentences, groups)
    entry = IndexedArticle(article, normal, tuple(sentences), tuple(groups), passage_terms(passages))
    return entry, [term for counts in passages for term in counts.elements()]


def without_sentence(entry: IndexedArticle, number: int, analyzer: Analyzer) -> IndexedArticle:
    """Return the article as if the page were blank where sentence `number` stands; all ranges stay."""
    start, end = entry.sentences[number]
    text = entry.article.text
    blank = text[:start] + " " * (end - start) + text[end:]
    normal, terms_in = _terms_of(blank, analyzer)
    terms = passage_terms(_count(terms_in, entry.sentences, entry.groups))
    return replace(entry, article=replace(entry.article, text=blank), normal=normal, terms=terms)


def _terms_of(text: str, analyzer: Analyzer) -> tuple[str, TermsIn]:
    """Return the normal form, as long as `text`, and how to get the terms of a range of it.

    Where the normal form is that long anyway, it need not be made again for each sentence.
    """
    normal, offsets = normalize(text)
    if offsets is None:
        return normal, lambda start, end: analyzer.terms_of_normal(normal[start:end])
    return same_length_normal(text), lambda start, end: analyzer.terms(text[start:end])


def _count(terms_in: TermsIn, sentences: Sequence[Range], groups: Sequence[Range]) -> list[Counter[str]]:
    """Count the terms of each passage, sentence by sentence: no pair of characters reaches over a sentence's end."""
    passages = []
    for first, last in groups:
        counts: Counter[str] = Counter()
        for start, end in sentences[first:last]:
            counts.update(terms_in(start, end))
        passages.append(counts)
    return passages


def passage_terms(passages: list[Counter[str]]) -> PassageTerms:
    """Put counted terms into arrays."""
    return PassageTerms(
        np.array([len(counts) for counts in passages], np.uint32),
        np.array([counts.total() for counts in passages], np.uint32),
        np.array(term_keys(chain.from_iterable(passages)), np.uint32),
        np.minimum([n for counts in passages for n in counts.values()], 255).astype(np.uint8),
    )
