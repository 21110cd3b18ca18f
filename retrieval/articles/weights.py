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
    over_dateline: float = -1.5  # a dateline stands right under it
    over_dateline_fresh: float = -3.0  # … and a label or a jump line over it
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


LINKS: dict[str, float] = {
    "after a lead alone": 0.42,
    "after a lead alone, without a headline": 0.39,
    "alike": 5.27,
    "alike far away": 6.12,
    "alike more than any": -0.17,
    "answer after question": 2.80,
    "back": -2.83,
    "back by": -0.19,
    "bullet after bullet": 0.32,
    "bullet after what announces it": 3.36,
    "caption after text": -2.21,
    "column after free lines": -0.81,
    "cut": -0.61,
    "cut after a number": -2.27,
    "cut and never goes on": 2.59,
    "cut at a colon": 1.13,
    "cut at a pause": 0.90,
    "cut before a number": 3.05,
    "cut between words": -0.34,
    "cut in a number": 2.12,
    "cut in a quote that closes": 7.86,
    "cut in a word": 2.19,
    "cut, then a printed indent": 2.34,
    "cut, then flush": 0.66,
    "cut, then fresh": -1.11,
    "cut, then indented": -2.83,
    "cut, then inside a sentence": -0.05,
    "cut, then no printed indent": 0.44,
    "cut, then stops early": 1.34,
    "far": 1.01,
    "far after a full stop": -1.42,
    "far after a jump": -1.99,
    "far by": -1.24,
    "far though cut text stands right over it": 1.52,
    "far though text follows at once": -1.62,
    "far under a head like those below": 0.11,
    "far under a headline": -0.93,
    "far, after text without a headline": -0.30,
    "far, text without a headline under one with its words": 4.59,
    "far, under a headline with its words": 1.04,
    "follows a signature": -4.09,
    "follows referring back": 2.35,
    "follows with a bullet": -2.13,
    "follows with a dateline": -1.64,
    "new": 0.67,
    "new after a cut sentence": 1.09,
    "new after a signature": -0.01,
    "new at a printed indent": 0.03,
    "new at the top": 0.25,
    "new bullet": 2.13,
    "new caption": 2.21,
    "new dateline": 1.64,
    "new flush": -0.39,
    "new fresh": -0.08,
    "new from another page": 3.96,
    "new has the headline's words": 0.08,
    "new has the words of the headline below": -0.90,
    "new has the words of the headline below, text above has not": 3.49,
    "new in a list of briefs": 5.34,
    "new in another column": -0.07,
    "new in narrow lines": 1.04,
    "new indented": 0.42,
    "new inside a sentence": 1.37,
    "new leads": 1.23,
    "new opens as others do": 1.15,
    "new opens with them": 2.00,
    "new refers back": -2.35,
    "new repeats the headline": 0.33,
    "new rows": 2.18,
    "new stops early": -2.96,
    "new under a byline": 0.65,
    "new under a head like those below": -0.10,
    "new under a head made like another": -0.25,
    "new under a headline": 0.25,
    "new under a label": 2.80,
    "new under a marked label": 1.48,
    "new under headline and byline": -0.05,
    "new without dateline": -1.59,
    "new without the printed indent": -0.78,
    "next": 0.42,
    "next after a byline": -1.51,
    "next after a full stop and heads": 0.67,
    "next after a head close below": 2.08,
    "next after a head of its own": 0.60,
    "next after a jump": -4.77,
    "next after a label": -1.31,
    "next after a narrow lead": 0.79,
    "next after heads": 0.81,
    "next after more heads": -0.24,
    "next after running furniture": 0.06,
    "next after what is no subhead": -2.31,
    "next at once": 1.82,
    "next at once, over a blank line where others have none": -1.19,
    "next at once, over a blank line where others have none, whole": -1.70,
    "next in a list under a headline": -0.93,
    "next in a list under a label": -3.00,
    "next in a list under a notice": 3.82,
    "next in a list under an announcement": 3.28,
    "next in a list under nothing": -1.62,
    "next in a list with blank lines": 0.80,
    "next number": 0.86,
    "next right under a head": -1.17,
    "next, a narrow lead under a head": 3.20,
    "next, heads in a sentence": -0.51,
    "next, its lead under its headline": -0.11,
    "other column": -0.85,
    "rows after rows": 4.41,
    "rows after text": -0.19,
    "same column": 0.17,
    "subhead after a short text": 0.60,
    "subhead like another": 0.14,
    "subhead like others": -0.10,
    "subhead made like another": 0.53,
    "subhead of dated news": -1.89,
    "subhead over a short text": -0.97,
    "subhead with a bullet": -0.46,
    "subhead, narrower than headlines": 0.61,
    "subhead, two lines": 0.88,
    "text after a caption": -3.61,
    "turn after turn": 0.24,
    "whole": 0.40,
    "whole, then a printed indent": -0.95,
    "whole, then flush": -0.70,
    "whole, then fresh": 0.18,
    "whole, then indented": 0.59,
    "whole, then inside a sentence": -0.51,
    "whole, then no printed indent": 0.15,
    "whole, then stops early": 0.36,
    "wide after a narrow lead, without a headline": 1.56,
}

HEADLINES: dict[str, float] = {
    "a few characters": -2.20,
    "a few characters beside a longer one": -1.56,
    "a few characters, none of its words": 1.64,
    "ends in a colon": 4.09,
    "far": -3.05,
    "far, dateline": -1.06,
    "far, has its words": 0.04,
    "has its words": 1.74,
    "has none of its words": -1.21,
    "label": -3.14,
    "label, none of its words": 0.62,
    "long": -0.08,
    "marked label": -3.85,
    "midst": -1.33,
    "midst of a sentence": 2.38,
    "midst, dateline": -0.61,
    "midst, has its words": 1.40,
    "midst, no subhead": 3.44,
    "midst, signed": 3.16,
    "midst, the first of many": 0.12,
    "none": -2.87,
    "none, a bullet": 2.89,
    "none, a caption": -0.54,
    "none, a dateline": -2.82,
    "none, begins inside a sentence": -1.33,
    "none, from another page": 3.27,
    "none, in a list of briefs": 2.40,
    "none, long": -1.69,
    "none, short": 1.66,
    "none, signed": -0.74,
    "notice": 1.20,
    "over": 2.38,
    "over a part": -0.09,
    "over a part, dateline": -0.65,
    "over a part, has its words": 1.37,
    "over, a bullet": -1.23,
    "over, a caption": 0.62,
    "over, a jump between": -1.59,
    "over, a label between": -1.23,
    "over, begins inside a sentence": 1.31,
    "over, dateline": 1.33,
    "over, fresh": 0.05,
    "over, has its words": 0.39,
    "over, like those below": -0.90,
    "over, more heads between": 0.52,
    "over, narrow lines": 0.62,
    "over, repeated": 0.03,
    "over, right over it": 0.70,
    "over, signed": 1.26,
    "rather than its neighbour": 3.80,
    "shorter than one beside it": 2.78,
    "under": -0.34,
    "under a cut sentence": -0.60,
    "under a part": -0.72,
    "under a part, dateline": 2.03,
    "under a part, has its words": 1.36,
    "under, a bullet": -1.31,
    "under, a caption": 1.84,
    "under, a label between": -3.21,
    "under, after a byline": 1.32,
    "under, after a jump": -0.15,
    "under, after editors": -0.26,
    "under, dateline": 1.90,
    "under, has its words": 3.49,
    "under, more heads between": -1.63,
    "under, right over other text": 0.32,
    "under, right under it": -0.19,
    "under, signed": 1.77,
    "under, text over which it stands is dated": 1.55,
    "under, the last thing": 0.21,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.26,
    "its links": 0.64,
    "parts": 0.62,
    "parts, the last without the headline's words": -0.77,
    "parts, unlike": -0.58,
    "subheads": 0.59,
    "subheads of many widths": -1.05,
    "subheads of two widths": 0.99,
    "subheads together": -1.04,
}
