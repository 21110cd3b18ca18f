"""What each piece of evidence weighs when a page is cut, all in one unit, about a natural logarithm.

Written by `python -m tests.benchmarks.fit_splitter --news FILE --write`, which says how they were fitted and on what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class LayoutWeights(NamedTuple):
    """What speaks against a line being display, being text, and against going from one to the other."""

    # against display (a headline, a subhead, a label)
    over_rows: float = -2.5  # rows of a table stand right under it
    length: float = 1.0  # for each ten characters over twenty-five
    stop_mark: float = 4.0  # each 。 and ；
    comma: float = 0.5  # the first ，
    commas: float = 1.2  # each further one
    list_mark: float = 0.5  # each 、
    halves: float = -1.5  # two halves with a space between
    notice: float = -4.0  # ends in 通知, 公告, 启事 …
    label: float = -0.7  # reads like a section's name
    ends_full: float = 4.0  # ends a sentence
    ends_ask: float = 0.5  # ends in ！ or ？
    ends_colon: float = 0.7
    ends_pause: float = 3.0
    over_dateline: float = -3.0  # a dateline stands right under it
    inside: float = 6.0  # begins with a mark
    speaker: float = 4.0  # 记者：…？
    field: float = 3.0  # 联系电话：…
    hanging: float = 2.0  # ends in 的, 和, 在 …
    quote: float = 1.5  # a quote stays open
    full: float = 3.0  # as wide as the column
    nearly_full: float = 0.8
    prose_word: float = 0.3  # holds 了, 的 or 是
    bullet_row: float = 3.0  # a bullet, and the next line goes on
    bullet: float = 1.5
    signed: float = -3.0  # a byline stands right under it
    printed: float = 5.0  # an indent is printed before it
    # against text
    bare: float = 1.0  # for each twelve characters, where there is no mark at all
    short_alone: float = 1.5  # short of the column, between blank lines
    short: float = 0.7
    broken_alone: float = 2.5  # … by four characters or more, no sentence ending
    broken: float = 2.0
    alone_full: float = 1.5  # as wide as the column, but between blank lines, without a stop or ，
    ask_alone: float = 2.0  # a short question or exclamation between blank lines
    # against the next line of a paragraph (on) and the first of another one (start)
    on_gap: float = 5.0  # a sentence has ended, and a blank line follows
    on_short: float = 4.0  # … in a short line
    on_indented: float = 2.0
    start_indented: float = 0.3
    on_full: float = 0.3
    start_full: float = 2.0
    on_open_short: float = 4.0  # a line that is short, and no sentence has ended
    start_open_short: float = 2.0
    on_list: float = 1.0  # after ；or ：
    start_list: float = 0.5
    start_open: float = 5.0  # a sentence has not ended
    start_pause: float = 3.5
    row_open: float = 2.0  # … and rows follow
    dateline_open: float = 3.5
    stub: float = 2.5  # after a few characters and a blank line
    flush: float = 1.5
    story: float = 3.0  # begins with the day of an event
    indented_story: float = 4.0
    indented: float = 1.5
    indented_start: float = 2.0
    printed_on: float = 6.0  # an indent is printed before it
    unprinted: float = 3.0  # … before others, but not before this one
    bullet_start: float = 4.0
    inwardness: float = 1.0
    # against display after text
    shown_row: float = 3.0
    shown_open: float = 1.8  # a sentence has not ended
    shown_inside: float = 5.0  # … in the middle of a column
    shown_wrapped: float = 1.0
    # against text, and display, after display
    fresh_flush_gap: float = 0.5
    fresh_flush: float = 2.0
    fresh_airy: float = 1.0
    fresh_unprinted: float = 1.0
    onward: float = 0.2
    cut: float = 3.5  # a word is cut in two


LAYOUT = LayoutWeights()


Evidence = Iterator[tuple[str, float]]
"""What there is to weigh: the name of each piece and its value; 0 is no evidence."""


def weigh(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """Return what named evidence weighs in all."""
    total = 0.0
    for name, value in evidence:
        if value:
            total += weights.get(name, 0.0) * value
    return total


def strongest(evidence: Evidence, weights: Mapping[str, float], most: int = 3) -> str:
    """Tell the evidence that weighs most for or against, with what it weighs: “new dateline +1.9, new leads +1.4”."""
    weighed = [(name, weights.get(name, 0.0) * value) for name, value in evidence]
    told = sorted((x for x in weighed if abs(x[1]) >= 0.05), key=lambda x: -abs(x[1]))[:most]
    return ", ".join(f"{name} {x:+.1f}" for name, x in told)


LINKS: dict[str, float] = {
    "after a lead alone": 0.71,
    "after a lead alone, without a headline": 0.21,
    "alike": 5.30,
    "alike far away": 6.77,
    "alike more than any": -0.46,
    "answer after question": 2.64,
    "back": -2.89,
    "back by": -0.11,
    "before, without a headline": -0.30,
    "bullet after bullet": 0.22,
    "bullet after what announces it": 3.88,
    "caption after text": -1.83,
    "column after free lines": -0.93,
    "cut": -0.59,
    "cut after a number": -2.44,
    "cut and never goes on": 2.60,
    "cut at a colon": 1.23,
    "cut at a pause": 1.06,
    "cut before a number": 2.85,
    "cut between words": -0.35,
    "cut in a number": 2.28,
    "cut in a quote that closes": 7.99,
    "cut in a word": 1.89,
    "cut, then a printed indent": 1.28,
    "cut, then flush": 0.76,
    "cut, then fresh": -1.12,
    "cut, then indented": -2.59,
    "cut, then inside a sentence": 0.25,
    "cut, then no printed indent": 0.36,
    "cut, then stops early": 1.32,
    "far": 0.93,
    "far after a full stop": -1.46,
    "far after a jump": -2.01,
    "far by": -1.11,
    "far though cut text stands right over it": 1.16,
    "far though text follows at once": -1.35,
    "far under a head like those below": 0.72,
    "far under a headline": -0.99,
    "far, after text without a headline": -0.25,
    "far, text without a headline under one with its words": 4.97,
    "far, under a headline with its words": 0.86,
    "follows a signature": -4.03,
    "follows referring back": 2.38,
    "follows with a bullet": -2.10,
    "follows with a dateline": -1.80,
    "new": 0.67,
    "new after a cut sentence": 0.92,
    "new at a printed indent": 0.11,
    "new at the top": 0.34,
    "new bullet": 2.10,
    "new caption": 2.21,
    "new dateline": 1.80,
    "new flush": -0.33,
    "new fresh": -0.01,
    "new from another page": 4.10,
    "new has the headline's words": 0.33,
    "new has the words of the headline below": -0.89,
    "new has the words of the headline below, text above has not": 3.42,
    "new in a list of briefs": 3.82,
    "new in another column": -0.38,
    "new in narrow lines": 0.95,
    "new indented": 0.29,
    "new inside a sentence": 1.34,
    "new leads": 1.25,
    "new opens as others do": 0.63,
    "new opens with them": 1.94,
    "new refers back": -2.38,
    "new repeats the headline": 0.80,
    "new rows": 2.58,
    "new stops early": -2.73,
    "new under a byline": 0.45,
    "new under a head like those below": 0.21,
    "new under a head made like another": -0.77,
    "new under a headline": 0.40,
    "new under a label": 1.91,
    "new under a marked label": 1.17,
    "new under headline and byline": 0.34,
    "new without dateline": -1.73,
    "new without the printed indent": -1.20,
    "next": 0.54,
    "next after a byline": -1.77,
    "next after a full stop and heads": 0.69,
    "next after a head close below": 1.86,
    "next after a head of its own": 0.73,
    "next after a jump": -5.07,
    "next after a label": -1.54,
    "next after a narrow lead": 1.00,
    "next after heads": 0.95,
    "next after more heads": -0.11,
    "next after running furniture": -0.23,
    "next after what is no subhead": -2.49,
    "next at once": 1.76,
    "next at once, over a blank line where others have none": -1.36,
    "next at once, over a blank line where others have none, whole": -1.39,
    "next in a list under a headline": -1.68,
    "next in a list under a label": -2.62,
    "next in a list under a notice": 3.39,
    "next in a list under an announcement": 3.77,
    "next in a list with blank lines": 1.29,
    "next number": 0.94,
    "next right under a head": -1.06,
    "next, a narrow lead under a head": 3.36,
    "next, heads in a sentence": -0.34,
    "next, its lead under its headline": -0.47,
    "other column": -1.51,
    "rows after rows": 5.32,
    "rows after text": -0.04,
    "subhead after a short text": 0.46,
    "subhead like another": -0.03,
    "subhead like others": 0.18,
    "subhead made like another": 0.05,
    "subhead of dated news": -2.01,
    "subhead over a short text": -1.20,
    "subhead with a bullet": -0.39,
    "subhead, narrower than headlines": 0.27,
    "subhead, two lines": 0.88,
    "text after a caption": -3.30,
    "turn after turn": 0.16,
    "whole": 0.39,
    "whole, then a printed indent": -0.59,
    "whole, then flush": -0.89,
    "whole, then fresh": 0.09,
    "whole, then indented": 0.57,
    "whole, then inside a sentence": -0.85,
    "whole, then no printed indent": 0.54,
    "whole, then stops early": 0.17,
    "wide after a narrow lead, without a headline": 1.99,
}

HEADLINES: dict[str, float] = {
    "a few characters": -2.08,
    "a few characters beside a longer one": -1.60,
    "a few characters, none of its words": 1.88,
    "ends in a colon": 3.76,
    "far": -3.03,
    "far, dateline": -0.30,
    "far, has its words": 1.36,
    "far, over other text": -1.60,
    "has its words": 1.49,
    "has none of its words": -1.33,
    "label": -3.33,
    "label, none of its words": 0.60,
    "long": -0.05,
    "marked label": -3.34,
    "midst": -0.95,
    "midst of a sentence": 2.20,
    "midst, dateline": -0.07,
    "midst, has its words": 0.61,
    "midst, no subhead": 3.63,
    "midst, signed": 3.13,
    "midst, the first of many": 0.12,
    "none": -2.75,
    "none, a bullet": 2.43,
    "none, a caption": 0.71,
    "none, a dateline": -2.83,
    "none, begins inside a sentence": -0.77,
    "none, from another page": 3.03,
    "none, in a list of briefs": 2.96,
    "none, long": -1.69,
    "none, short": 1.24,
    "none, signed": -1.10,
    "notice": 0.99,
    "over": 2.23,
    "over a part": 0.51,
    "over a part, dateline": 0.65,
    "over a part, has its words": 1.58,
    "over, a bullet": -1.98,
    "over, a caption": 0.32,
    "over, a jump between": -1.51,
    "over, a label between": -1.84,
    "over, begins inside a sentence": 1.75,
    "over, dateline": 1.29,
    "over, fresh": 0.45,
    "over, has its words": 0.06,
    "over, like those below": -1.03,
    "over, more heads between": 0.39,
    "over, narrow lines": 0.60,
    "over, repeated": 0.36,
    "over, right over it": -0.12,
    "over, signed": 1.72,
    "rather than its neighbour": 4.31,
    "shorter than one beside it": 3.17,
    "under": -0.48,
    "under a cut sentence": -1.90,
    "under a part": 0.02,
    "under a part, dateline": 1.04,
    "under a part, has its words": 1.21,
    "under, a bullet": -1.59,
    "under, a caption": 2.00,
    "under, a label between": -3.26,
    "under, after a byline": 1.38,
    "under, after a jump": -0.96,
    "under, after editors": -0.64,
    "under, dateline": 1.84,
    "under, has its words": 3.30,
    "under, more heads between": -1.70,
    "under, right over other text": -1.52,
    "under, right under it": 0.27,
    "under, signed": 1.59,
    "under, text over which it stands is dated": 1.58,
    "under, the last thing": -0.20,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.29,
    "its links": 0.59,
    "parts": 0.55,
    "parts, the last without the headline's words": -0.82,
    "parts, unlike": -0.69,
    "subheads": 0.88,
    "subheads of many widths": -1.29,
    "subheads of two widths": 1.20,
    "subheads together": -1.13,
}
