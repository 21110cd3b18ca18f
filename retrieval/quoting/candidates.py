"""Propose articles that may hold a quotation: which of its terms are rare, and who has most of its characters?

A quotation with errors has false pairs of characters, and false pairs are rare. So terms are chosen in every
part of the quotation, and the articles proposed are weighed again by pairs from all over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise

from retrieval.language.analysis import bigrams, normalize
from retrieval.language.folding import fold
from retrieval.quoting.quotations import Quotation
from retrieval.records import Article

LOOKED_UP = 400  # terms of a long quotation whose frequency is looked up
SHORT = 16  # characters up to which single ones are terms too: headlines are printed 要 闻 导 读
PROBES = 32  # pairs that are looked for in a candidate
SLACK = 0.1  # the probes are a sample

_LATIN = re.compile(r"[a-z0-9]+(?:[.\-+'][a-z0-9]+)*")  # as the analyzer cuts them


def quotation_terms(quotation: Quotation) -> list[str]:
    """Return character pairs and Latin words in their order, in the analyzer's spelling, each once."""
    spaced = normalize(quotation.raw)[0]
    squeezed = normalize("".join(quotation.raw.split()))[0]
    singles = [c for c in squeezed if c.isalnum()] if len(squeezed) <= SHORT else []
    terms = bigrams(squeezed) + _LATIN.findall(squeezed) + _LATIN.findall(spaced) + singles
    return list(dict.fromkeys(terms))


def known_terms(
    quotation: Quotation, frequencies: Callable[[Collection[str]], Mapping[str, int]]
) -> dict[str, int]:
    """Return the terms that stand in some article, in their order, and in how many."""
    terms = quotation_terms(quotation)
    sample = terms[:: -(-len(terms) // LOOKED_UP) or 1]
    found = frequencies(sample)
    return {term: n for term in sample if (n := found.get(term, 0))}


def rare_terms(known: Mapping[str, int], count: int) -> list[str]:
    """Choose `count` terms: the two rarest of each of so many parts of the quotation."""
    terms, parts = list(known), count // 2
    cuts = [len(terms) * p // parts for p in range(parts + 1)]
    runs = [sorted(terms[a:b], key=known.__getitem__) for a, b in pairwise(cuts)]
    return [term for run in runs for term in run[:2]]


def by_coverage(quotation: Quotation, articles: Iterable[Article], similarity: float) -> list[Article]:
    """Return the articles that may be so similar to the quotation, the likeliest first.

    An edit breaks two pairs of characters at most, which bounds the share of pairs that such an article has. In a
    long quotation edits fall side by side too, and the share is about the square of the similarity. An article
    with less than half of the best one's share is not looked at.
    """
    pairs = [piece[i : i + 2] for piece in quotation.pieces for i in range(len(piece) - 1)]
    probes = pairs[:: -(-len(pairs) // PROBES) or 1]
    broken = 2 * (1 - similarity) * sum(map(len, quotation.pieces)) / max(len(pairs), 1)
    least = min(1 - broken, similarity**2) - SLACK
    shares: list[tuple[float, Article]] = []
    for article in articles:
        text = fold(article.text)
        shares.append((sum(pair in text for pair in probes) / max(len(probes), 1), article))
    least = max(least, max((share for share, _ in shares), default=0.0) / 2)
    shares.sort(key=lambda pair: -pair[0])
    return [article for share, article in shares if share >= least]
