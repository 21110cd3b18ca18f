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
    "after a lead alone": 0.54,
    "after a lead alone, without a headline": -0.01,
    "alike": 4.76,
    "alike far away": 6.49,
    "alike more than any": -0.60,
    "answer after question": 1.79,
    "back": -2.63,
    "back by": -0.23,
    "before, without a headline": -0.47,
    "bullet after bullet": 0.41,
    "bullet after what announces it": 4.53,
    "caption after text": -2.03,
    "column after free lines": -0.85,
    "cut": -0.57,
    "cut after a number": -2.24,
    "cut and never goes on": 2.57,
    "cut at a colon": 1.43,
    "cut at a pause": 0.66,
    "cut before a number": 2.73,
    "cut between words": -0.37,
    "cut in a number": 2.58,
    "cut in a quote that closes": 8.03,
    "cut in a word": 1.89,
    "cut, then a printed indent": 1.57,
    "cut, then flush": 0.77,
    "cut, then fresh": -1.14,
    "cut, then indented": -2.90,
    "cut, then inside a sentence": 0.02,
    "cut, then no printed indent": 0.53,
    "cut, then stops early": 1.19,
    "far": 0.87,
    "far after a full stop": -1.25,
    "far after a jump": -1.99,
    "far by": -1.00,
    "far though cut text stands right over it": 1.22,
    "far though text follows at once": -1.37,
    "far under a head like those below": 0.92,
    "far under a headline": -1.06,
    "far, after text without a headline": -0.50,
    "far, text without a headline under one with its words": 5.21,
    "far, under a headline with its words": 1.22,
    "follows a signature": -3.14,
    "follows referring back": 1.69,
    "follows with a bullet": -2.33,
    "follows with a dateline": -1.76,
    "new": 0.63,
    "new after a cut sentence": 1.09,
    "new after a signature": 0.35,
    "new at a printed indent": -0.09,
    "new at the top": -0.40,
    "new bullet": 2.33,
    "new caption": 2.03,
    "new dateline": 1.76,
    "new flush": -0.63,
    "new fresh": 0.02,
    "new from another page": 4.11,
    "new has the words of the headline below": -0.55,
    "new has the words of the headline below, text above has not": 3.27,
    "new in a list of briefs": 4.54,
    "new in another column": -0.34,
    "new in narrow lines": 0.65,
    "new indented": 0.47,
    "new inside a sentence": 1.64,
    "new leads": 1.37,
    "new opens as others do": 0.90,
    "new opens with them": 2.29,
    "new refers back": -1.69,
    "new repeats the headline": 0.38,
    "new rows": 2.53,
    "new stops early": -2.51,
    "new under a byline": 0.21,
    "new under a head like those below": 0.14,
    "new under a head made like another": -0.90,
    "new under a headline": 0.49,
    "new under a label": 1.17,
    "new under a marked label": 1.35,
    "new under headline and byline": 0.60,
    "new without dateline": -1.66,
    "new without the printed indent": -1.42,
    "next": 0.35,
    "next after a byline": -1.84,
    "next after a full stop and heads": 0.76,
    "next after a head close below": 1.59,
    "next after a head of its own": 0.81,
    "next after a jump": -3.94,
    "next after a label": -1.75,
    "next after a list and a head": 1.08,
    "next after a narrow lead": 1.52,
    "next after heads": 0.95,
    "next after more heads": -0.37,
    "next after running furniture": -0.18,
    "next after what is no subhead": -2.29,
    "next at once": 1.98,
    "next at once, over a blank line where others have none": -1.15,
    "next at once, over a blank line where others have none, whole": -1.87,
    "next in a list under a headline": -1.50,
    "next in a list under a label": -3.22,
    "next in a list under a notice": 3.95,
    "next in a list under an announcement": 4.21,
    "next in a list with blank lines": 1.24,
    "next number": 0.87,
    "next right under a head": -0.89,
    "next, a narrow lead under a head": 3.35,
    "next, heads in a sentence": -0.46,
    "next, its lead under its headline": -0.01,
    "no bullet after a bullet": -3.95,
    "other column": -1.69,
    "rows after rows": 5.14,
    "rows after text": -0.58,
    "same column": 0.06,
    "subhead after a short text": 0.53,
    "subhead like another": 0.12,
    "subhead like others": 0.28,
    "subhead made like another": -0.14,
    "subhead of dated news": -2.15,
    "subhead over a short text": -0.63,
    "subhead with a bullet": -0.62,
    "subhead, narrower than headlines": 0.37,
    "subhead, two lines": 0.57,
    "text after a caption": -3.48,
    "turn after turn": 0.23,
    "whole": 0.45,
    "whole, then a printed indent": -0.45,
    "whole, then flush": -0.76,
    "whole, then fresh": 0.04,
    "whole, then indented": 0.50,
    "whole, then inside a sentence": -0.74,
    "whole, then no printed indent": 0.46,
    "whole, then stops early": 0.15,
    "wide after a narrow lead, without a headline": 2.08,
}

HEADLINES: dict[str, float] = {
    "a few characters": -2.38,
    "a few characters beside a longer one": -1.09,
    "a few characters, none of its words": 1.95,
    "ends in a colon": 3.43,
    "far": -2.74,
    "far, dateline": -0.56,
    "far, has its words": 0.48,
    "far, over other text": -1.53,
    "has its words": 1.30,
    "has none of its words": -1.55,
    "label": -2.86,
    "label, none of its words": 0.47,
    "long": -0.24,
    "marked label": -3.72,
    "midst": -0.89,
    "midst of a sentence": 2.43,
    "midst, dateline": -1.10,
    "midst, has its words": 0.75,
    "midst, no subhead": 3.31,
    "midst, signed": 4.38,
    "midst, the first of many": 0.30,
    "none": -2.79,
    "none, a bullet": 2.58,
    "none, a caption": 0.49,
    "none, a dateline": -2.68,
    "none, begins inside a sentence": -0.78,
    "none, from another page": 2.32,
    "none, in a list of briefs": 3.78,
    "none, long": -1.63,
    "none, short": 1.18,
    "none, signed": -1.01,
    "notice": 1.23,
    "over": 2.18,
    "over a part": 1.15,
    "over a part, dateline": 0.67,
    "over a part, has its words": 0.51,
    "over, a bullet": -2.44,
    "over, a caption": 0.74,
    "over, a jump between": -0.65,
    "over, a label between": -1.47,
    "over, begins inside a sentence": 0.89,
    "over, dateline": 1.37,
    "over, fresh": 0.28,
    "over, has its words": 0.24,
    "over, like those below": -0.94,
    "over, more heads between": 0.32,
    "over, narrow lines": 0.70,
    "over, repeated": 0.35,
    "over, right over it": 0.44,
    "over, signed": 1.90,
    "rather than its neighbour": 4.32,
    "shorter than one beside it": 3.08,
    "under": -0.40,
    "under a cut sentence": -0.42,
    "under a part": -0.59,
    "under a part, dateline": 0.67,
    "under a part, has its words": 1.67,
    "under, a bullet": -1.34,
    "under, a caption": 2.10,
    "under, a label between": -3.05,
    "under, after a byline": 1.42,
    "under, after a jump": -0.96,
    "under, after editors": -0.72,
    "under, dateline": 1.84,
    "under, has its words": 3.36,
    "under, more heads between": -0.40,
    "under, right over other text": -0.88,
    "under, right under it": -0.63,
    "under, signed": 0.77,
    "under, text over which it stands is dated": 1.06,
    "under, the last thing": 0.86,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.26,
    "its links": 0.62,
    "parts": 0.79,
    "parts, the last without the headline's words": -0.80,
    "parts, unlike": -0.81,
    "subheads": 0.65,
    "subheads of many widths": -0.60,
    "subheads of two widths": 0.40,
    "subheads together": -3.15,
}
