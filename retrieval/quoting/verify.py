"""Verify a quotation: does it stand in the corpus word for word, nearly, or not at all?

The engine proposes articles from the quotation's rare terms, so that the corpus is never read through; these
alone are searched for the quotation and, where none holds it, the likeliest are aligned with it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from retrieval.language.folding import Folded
from retrieval.quoting.alignment import align, find_exact, with_whole_numbers
from retrieval.quoting.candidates import by_coverage, known_terms, rare_terms
from retrieval.quoting.fitting import refitted
from retrieval.quoting.frames import unframed
from retrieval.quoting.gaps import cuts_at_gaps
from retrieval.quoting.quotations import SHORTEST, Quotation, characters_of, read_quotation
from retrieval.quoting.quote_hits import make_hit, similarity
from retrieval.records import Article, QuoteHit, Verdict, Verification

# Terms that the index is asked for. Few find what is verbatim (18,600 news articles: 1.00 of slices of 12 to 1,000
# characters); with one character in five wrong they propose the article for .71 to .93, many for .97 to 1.00.
FEW, MANY = 6, 24
CANDIDATES = 100  # articles that are proposed
ALIGNED = 4  # of these, the likeliest that are aligned
OTHERWISE = 0.3  # of a similarity that numbers written otherwise may cost: 两万一千 for 21000

Frequencies = Callable[[Collection[str]], Mapping[str, int]]
Propose = Callable[[Mapping[str, float], int], Iterable[Article]]


def verify_quote(quote: str, frequencies: Frequencies, propose: Propose) -> Verification:
    """Look `quote` up: in how many articles do terms stand, and which k articles hold most of given terms?

    Raises QueryError where the quotation is too short or too long. It is found by its pairs of Han characters
    and its whole Latin words and numbers. Part of a number is another number: “5万人” is near, where a page has 65万人.
    Where the text isn't printed as it is, what is quoted in it is looked up: 有人说“…”，对吗？
    """
    started = time.perf_counter()
    found = _looked_up(read_quotation(quote), frequencies, propose)
    inner = unframed(found.quote) if found.verdict is not Verdict.VERBATIM else None
    if inner and characters_of(inner) >= SHORTEST:
        within = _looked_up(read_quotation(inner), frequencies, propose)
        found = max(found, within, key=lambda v: (bool(v.hits), v.similarity))
    return replace(found, took_ms=(time.perf_counter() - started) * 1000, framed=found.quote == inner)


def _looked_up(quotation: Quotation, frequencies: Frequencies, propose: Propose) -> Verification:
    known = known_terms(quotation, frequencies)
    if hits := _exact_hits(quotation, _proposed(known, FEW, propose)):
        return Verification(quotation.raw, Verdict.VERBATIM, 1.0, tuple(hits))
    verdict, similarity, hits = _judge(quotation, _proposed(known, MANY, propose))
    return Verification(quotation.raw, verdict, similarity, tuple(hits))


def _proposed(known: Mapping[str, int], count: int, propose: Propose) -> list[Article]:
    terms = rare_terms(known, count)
    return list(propose(dict.fromkeys(terms, 1.0), CANDIDATES)) if terms else []


def least_similarity(characters: int) -> float:
    """Return how similar a passage must be to count as near to a quotation of so many characters.

    One character in four may differ of a quotation of four, half of one of 128: the longer, the less is chance.

    >>> least_similarity(16)
    0.65
    """
    return max(0.75 - 0.05 * math.log2(max(characters, SHORTEST) / SHORTEST), 0.5)


def _judge(quotation: Quotation, found: list[Article]) -> tuple[Verdict, float, list[QuoteHit]]:
    if exact := _exact_hits(quotation, found):
        return Verdict.VERBATIM, 1.0, exact
    least = least_similarity(sum(map(len, quotation.pieces)))
    nearest = _nearest_hits(quotation, found, least)
    near = [hit for hit in nearest if hit.similarity >= least]
    similarity = nearest[0].similarity if nearest else 0.0
    return (Verdict.NEAR if near else Verdict.ABSENT), similarity, near


def _exact_hits(quotation: Quotation, articles: Iterable[Article]) -> list[QuoteHit]:
    """Return a hit of each article that holds all pieces in order, the least left out first."""
    pieces = quotation.pieces
    hits = []
    for article in articles:
        printed = Folded(article.text)
        if alignment := find_exact(pieces, printed.text, printed.number_over):
            hits.append(make_hit(quotation, article, printed, alignment))
    return sorted(hits, key=lambda hit: sum(len(c.printed) for c in hit.difference if c.omission))


def _nearest_hits(quotation: Quotation, articles: Iterable[Article], least: float) -> list[QuoteHit]:
    """Align the articles that are likeliest to be as similar as `least`; the most similar first."""
    likely = by_coverage(quotation, articles, least)[:ALIGNED]
    hits = [_aligned(quotation, article, least) for article in likely]
    return sorted(hits, key=lambda hit: -hit.similarity)


def _aligned(quotation: Quotation, article: Article, least: float) -> QuoteHit:
    """Align the quotation with an article, in the better of its readings; where it is near, tell the difference as a reader would."""
    printed = Folded(article.text)
    alignments = [
        (read, with_whole_numbers(align(read.pieces, printed.text), printed.number_over))
        for read in _readings(quotation, printed.text)
    ]
    read, alignment = max(alignments, key=lambda pair: similarity(*pair))
    alike = similarity(read, alignment)
    if alike < least - OTHERWISE:
        return make_hit(read, article, printed, alignment)
    hit = make_hit(read, article, printed, refitted(alignment, read, printed))
    return replace(hit, similarity=max(hit.similarity, alike))


def _readings(quotation: Quotation, text: str) -> Iterator[Quotation]:
    """Yield the quotation as one run of words, and cut where it silently leaves out what the text says between."""
    yield quotation
    cut = quotation.cut_at(lambda piece: cuts_at_gaps(piece, text))
    if len(cut.ranges) > len(quotation.ranges):
        yield cut
