"""Does a head read like a subhead inside an article?"""

from __future__ import annotations

import re

from retrieval.articles import shapes
from retrieval.articles.blocks import Head

# Half-width columns and what a subhead of that length costs: most have four to twelve characters.
_LENGTHS = ((16, -0.8), (24, -0.4), (28, 0.5), (36, 1.2), (48, 2.2), (10_000, 3.5))
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十][、.]|[（(][一二三四五六七八九十][)）]|之[一二三四]|\d{1,2}[、.])"
)


def subhead_cost(head: Head) -> float:
    """Weigh what speaks against a head being a subhead."""
    cost = 1.2
    length = sum(line.width for line in head.lines)
    cost += next(extra for most, extra in _LENGTHS if length <= most)
    if shapes.NOTICE_END.search(head.text):
        cost += 4.0
    if head.text[-1] in "？?":
        cost -= 0.6
    elif head.text[-1] in "：:":
        cost += 1.5
    if head.label and length <= 16:
        cost += 0.5
    if _NUMBERED.match(head.text):
        cost -= 1.5
    return cost
