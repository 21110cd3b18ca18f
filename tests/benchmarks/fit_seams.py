"""The seams of gold pages: which display lines are of one head, and where an article begins, or goes on from elsewhere.

Called by `fit_splitter`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from retrieval.articles.pieces.seams import head_seams, how_unspaced, text_seams
from retrieval.articles.script import as_simplified
from retrieval.articles.split import place
from tests.articles.golden import BODY, HEADS, GoldPage


def seam_rows(gold: GoldPage) -> Iterator[tuple[str, dict[str, float], bool]]:
    """Yield the seams of a page: which weights they are for, the evidence, whether two lines are of one head or a text breaks."""
    seen, places = place(as_simplified(gold.page))
    unspaced = how_unspaced(seen, places)
    above = {line.n: over.n for over, line in pairwise(seen)}
    for n, evidence in head_seams(seen, places, unspaced):
        first, second = gold.roles.get(above[n]), gold.roles.get(n)
        shown = first in HEADS and second in HEADS
        if BODY not in (first, second) and (shown or first != second):
            yield "TOGETHER", dict(evidence), shown and gold.owner[above[n]] == gold.owner[n]
    for n, evidence in text_seams(seen, places, unspaced):
        if gold.roles.get(above[n]) == gold.roles.get(n) == BODY:
            runs_on = gold.owner[above[n]] == gold.owner[n] and gold.place(n) == gold.place(above[n]) + 1
            yield "BREAKS", dict(evidence), not runs_on
