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
    "after a lead alone": 0.45,
    "after a lead alone, without a headline": 0.27,
    "alike": 5.26,
    "alike far away": 6.05,
    "alike more than any": -0.16,
    "answer after question": 2.91,
    "back": -2.83,
    "back by": -0.20,
    "before, without a headline": -0.04,
    "bullet after bullet": 0.34,
    "bullet after what announces it": 3.35,
    "caption after text": -2.19,
    "column after free lines": -0.86,
    "cut": -0.62,
    "cut after a number": -2.29,
    "cut and never goes on": 2.57,
    "cut at a colon": 1.09,
    "cut at a pause": 0.94,
    "cut before a number": 3.04,
    "cut between words": -0.31,
    "cut in a number": 2.13,
    "cut in a quote that closes": 7.90,
    "cut in a word": 2.13,
    "cut, then a printed indent": 2.31,
    "cut, then flush": 0.65,
    "cut, then fresh": -1.13,
    "cut, then indented": -2.83,
    "cut, then inside a sentence": 0.09,
    "cut, then no printed indent": 0.39,
    "cut, then stops early": 1.33,
    "far": 0.99,
    "far after a full stop": -1.46,
    "far after a jump": -1.98,
    "far by": -1.22,
    "far though cut text stands right over it": 1.51,
    "far though text follows at once": -1.63,
    "far under a head like those below": 0.35,
    "far under a headline": -0.87,
    "far, after text without a headline": -0.26,
    "far, text without a headline under one with its words": 5.12,
    "far, under a headline with its words": 0.86,
    "follows a signature": -4.16,
    "follows referring back": 2.33,
    "follows with a bullet": -2.12,
    "follows with a dateline": -1.63,
    "new": 0.66,
    "new after a cut sentence": 1.08,
    "new after a signature": -0.06,
    "new at a printed indent": 0.04,
    "new at the top": 0.16,
    "new bullet": 2.12,
    "new caption": 2.19,
    "new dateline": 1.63,
    "new flush": -0.35,
    "new fresh": -0.06,
    "new from another page": 3.94,
    "new has the headline's words": 0.10,
    "new has the words of the headline below": -0.88,
    "new has the words of the headline below, text above has not": 3.44,
    "new in a list of briefs": 5.34,
    "new in another column": -0.06,
    "new in narrow lines": 1.01,
    "new indented": 0.43,
    "new inside a sentence": 1.30,
    "new leads": 1.20,
    "new opens as others do": 1.16,
    "new opens with them": 1.95,
    "new refers back": -2.33,
    "new repeats the headline": 0.34,
    "new rows": 2.00,
    "new stops early": -2.91,
    "new under a byline": 0.53,
    "new under a head made like another": -0.39,
    "new under a headline": 0.33,
    "new under a label": 2.40,
    "new under a marked label": 1.21,
    "new under headline and byline": 0.19,
    "new without dateline": -1.56,
    "new without the printed indent": -0.80,
    "next": 0.44,
    "next after a byline": -1.61,
    "next after a full stop and heads": 0.70,
    "next after a head close below": 1.97,
    "next after a head of its own": 0.61,
    "next after a jump": -4.81,
    "next after a label": -1.39,
    "next after a narrow lead": 0.73,
    "next after heads": 0.86,
    "next after more heads": -0.08,
    "next after running furniture": 0.02,
    "next after what is no subhead": -2.38,
    "next at once": 1.76,
    "next at once, over a blank line where others have none": -1.20,
    "next at once, over a blank line where others have none, whole": -1.71,
    "next in a list under a headline": -0.92,
    "next in a list under a label": -2.99,
    "next in a list under a notice": 3.83,
    "next in a list under an announcement": 3.28,
    "next in a list under nothing": -1.62,
    "next in a list with blank lines": 0.78,
    "next number": 0.88,
    "next right under a head": -1.19,
    "next, a narrow lead under a head": 3.30,
    "next, heads in a sentence": -0.43,
    "next, its lead under its headline": -0.26,
    "other column": -0.80,
    "rows after rows": 4.23,
    "rows after text": -0.17,
    "same column": 0.19,
    "subhead after a short text": 0.57,
    "subhead like another": 0.18,
    "subhead like others": -0.03,
    "subhead made like another": 0.33,
    "subhead of dated news": -1.94,
    "subhead over a short text": -0.99,
    "subhead with a bullet": -0.28,
    "subhead, narrower than headlines": 0.50,
    "subhead, two lines": 0.98,
    "text after a caption": -3.60,
    "turn after turn": 0.22,
    "whole": 0.42,
    "whole, then a printed indent": -0.94,
    "whole, then flush": -0.70,
    "whole, then fresh": 0.16,
    "whole, then indented": 0.58,
    "whole, then inside a sentence": -0.60,
    "whole, then no printed indent": 0.22,
    "whole, then stops early": 0.33,
    "wide after a narrow lead, without a headline": 1.46,
}

HEADLINES: dict[str, float] = {
    "a few characters": -2.12,
    "a few characters beside a longer one": -1.78,
    "a few characters, none of its words": 2.13,
    "ends in a colon": 4.10,
    "far": -3.07,
    "far, dateline": -0.55,
    "far, has its words": -0.08,
    "has its words": 1.81,
    "has none of its words": -1.21,
    "label": -3.74,
    "label, none of its words": 1.02,
    "long": -0.19,
    "marked label": -3.67,
    "midst": -1.41,
    "midst of a sentence": 2.54,
    "midst, dateline": -0.67,
    "midst, has its words": 1.52,
    "midst, no subhead": 3.30,
    "midst, signed": 3.18,
    "midst, the first of many": 0.24,
    "none": -2.75,
    "none, a bullet": 2.18,
    "none, a caption": -0.34,
    "none, a dateline": -2.84,
    "none, begins inside a sentence": -1.38,
    "none, from another page": 3.11,
    "none, in a list of briefs": 2.27,
    "none, long": -1.66,
    "none, short": 1.59,
    "none, signed": -0.73,
    "notice": 1.35,
    "over": 2.23,
    "over a part": 0.35,
    "over a part, dateline": 1.15,
    "over a part, has its words": 0.44,
    "over, a bullet": -2.25,
    "over, a caption": 0.70,
    "over, a jump between": -1.57,
    "over, a label between": -1.28,
    "over, begins inside a sentence": 1.35,
    "over, dateline": 1.31,
    "over, fresh": 0.05,
    "over, has its words": 0.30,
    "over, like those below": -0.90,
    "over, more heads between": 0.57,
    "over, narrow lines": 0.48,
    "over, repeated": 0.52,
    "over, right over it": 0.84,
    "over, signed": 1.36,
    "rather than its neighbour": 4.12,
    "shorter than one beside it": 2.84,
    "under": -0.16,
    "under a cut sentence": -0.67,
    "under a part": -0.54,
    "under a part, dateline": 2.13,
    "under a part, has its words": 1.50,
    "under, a bullet": -1.56,
    "under, a caption": 1.88,
    "under, a label between": -3.17,
    "under, after a byline": 1.14,
    "under, after a jump": -0.15,
    "under, after editors": -0.19,
    "under, dateline": 1.50,
    "under, has its words": 4.00,
    "under, more heads between": -1.74,
    "under, right over other text": -0.40,
    "under, right under it": 1.85,
    "under, signed": 1.26,
    "under, text over which it stands is dated": 1.14,
    "under, the last thing": -0.68,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.29,
    "its links": 0.64,
    "parts": 0.69,
    "parts, the last without the headline's words": -0.83,
    "parts, unlike": -0.59,
    "subheads": 0.64,
    "subheads of many widths": -0.70,
    "subheads of two widths": 0.91,
    "subheads together": -0.99,
}
