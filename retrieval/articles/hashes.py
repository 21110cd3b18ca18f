"""Which lines are headings by the hashes before them, also where nobody typed a blank behind those?

“#县医院开设夜间门诊” over a text is a headline; “#新冠” in a text, “#话题#”, “#新冠 #疫苗” and “#1楼” are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

HASHES = ("#", "＃")
_SPACED = re.compile(r"(?P<hashes>[#＃]{1,6})\s+(?P<said>\S.*)")
_TIGHT = re.compile(r"(?P<hashes>[#＃]{1,6})(?P<said>[^\s#＃][^#＃]*)")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff].*[\u3400-\u4dbf\u4e00-\u9fff]")
_NUMBERED = re.compile(r"\d{1,4}(?:[楼栋幢座层室]|\W|$)")  # who wrote a comment, or where somebody lives
_PAUSES = "，。；、：,;:"  # at the end of a line of text, not of a headline
_STOPS = "。！？!?…”’」』）)"
_DAY = re.compile(r"\d{4}\s*[年./-]")
_LONGEST = 60  # characters of a headline
_TELLING = 6  # characters from which on it may stand right under a text: a tag is shorter

Row = tuple[int, str]
"""A line's number and what is printed on it."""


class Heading(NamedTuple):
    """How many hashes a heading has, 1 for a headline, and what it says."""

    level: int
    said: str


def headings(rows: Sequence[Row], first: int = 0, tight: bool = True) -> dict[int, Heading]:
    """Return the headings among the lines of a text by number; the first line that can be a headline is `rows[first]`.

    Without a blank behind its hash a line is a headline only where `tight` allows it and no other has a blank; with more
    hashes it is a heading all the same.
    """
    spaced = {n: _read(found) for n, text in rows if (found := _SPACED.fullmatch(text))}
    tight = tight and all(heading.level > 1 for heading in spaced.values())
    return spaced | {
        n: heading
        for k, (n, text) in enumerate(rows)
        if (found := _TIGHT.fullmatch(text)) and _reads_like_one(heading := _read(found))
        if heading.level > 1 or (tight and _stands_over_text(k, rows, first))
    }


def _read(found: re.Match[str]) -> Heading:
    return Heading(len(found["hashes"]), found["said"])


def _reads_like_one(heading: Heading) -> bool:
    """Return whether what stands behind hashes is short, in Chinese and no clause, nor the number of a floor."""
    level, said = heading
    if len(said) > _LONGEST or said[-1] in _PAUSES or not _HAN.search(said):
        return False
    return level > 1 or not _NUMBERED.match(said)


def _stands_over_text(k: int, rows: Sequence[Row], first: int) -> bool:
    """Return whether a line has text below it, and above it nothing, a blank line, or the end of a text of which it is no tag."""
    n, text = rows[k]
    below = _TIGHT.fullmatch(rows[k + 1][1]) if k + 1 < len(rows) else None
    if k + 1 == len(rows) or (below and len(below["hashes"]) == 1):
        return False
    above_n, above = rows[k - 1] if k else (0, "")
    if k <= first:  # a short tag, or one with a day, on top of a dump is the page's
        return len(text) >= _TELLING and _DAY.search(text) is None
    return n - above_n > 1 or (above[-1] in _STOPS and len(text) > _TELLING)
