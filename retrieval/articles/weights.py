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
    dateline_open: float = 3.5
    stub: float = 2.5  # after a few characters and a blank line
    flush: float = 1.5
    story: float = 3.0  # begins with the day of an event
    indented_story: float = 4.0
    indented: float = 1.5
    indented_start: float = 2.0
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
    onward: float = 0.2


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
    "after a lead alone": 0.21,
    "after a lead alone, without a headline": 0.83,
    "alike": 5.69,
    "alike far away": 5.86,
    "alike more than any": -0.03,
    "answer after question": 3.38,
    "back": -2.78,
    "back by": -0.68,
    "before, without a headline": -0.44,
    "bullet after bullet": 0.12,
    "caption after text": -1.81,
    "column after free lines": -1.02,
    "cut": -0.19,
    "cut after a number": 0.67,
    "cut and never goes on": 3.02,
    "cut at a colon": 0.81,
    "cut at a pause": 0.56,
    "cut before a number": 3.46,
    "cut between words": -0.98,
    "cut in a number": 2.98,
    "cut in a quote that closes": 7.33,
    "cut in a word": 1.72,
    "cut, then flush": 0.86,
    "cut, then fresh": -0.90,
    "cut, then indented": -2.16,
    "cut, then inside a sentence": -0.27,
    "cut, then stops early": 1.06,
    "far": 1.02,
    "far after a full stop": -1.08,
    "far after a jump": -1.81,
    "far by": -1.23,
    "far though cut text stands right over it": 1.95,
    "far though text follows at once": -1.64,
    "far under a head like those below": -0.01,
    "far under a headline": -1.33,
    "far, after text without a headline": -0.45,
    "far, text without a headline under one with its words": 5.70,
    "far, under a headline with its words": 1.44,
    "follows a signature": -4.39,
    "follows referring back": 1.69,
    "follows with a bullet": -2.01,
    "follows with a dateline": -1.72,
    "new": 0.72,
    "new after a cut sentence": 1.82,
    "new after a signature": -0.51,
    "new at the top": -0.56,
    "new bullet": 2.01,
    "new caption": 2.45,
    "new dateline": 1.72,
    "new flush": -0.47,
    "new fresh": -0.17,
    "new from another page": 3.64,
    "new has the headline's words": -0.09,
    "new has the words of the headline below": -0.59,
    "new has the words of the headline below, text above has not": 3.63,
    "new in a list of briefs": 2.52,
    "new in another column": -0.16,
    "new in narrow lines": 0.93,
    "new indented": 0.50,
    "new inside a sentence": 2.04,
    "new leads": 1.08,
    "new opens as others do": 0.73,
    "new opens with them": 2.25,
    "new refers back": -1.69,
    "new repeats the headline": 0.14,
    "new rows": 2.97,
    "new stops early": -2.47,
    "new under a byline": 0.10,
    "new under a head like those below": -0.25,
    "new under a head made like another": -0.99,
    "new under a headline": 0.40,
    "new under a label": 1.97,
    "new under a marked label": 1.10,
    "new under headline and byline": 0.12,
    "new without dateline": -1.94,
    "next": 0.40,
    "next after a byline": -1.90,
    "next after a full stop and heads": -0.55,
    "next after a head close below": 1.62,
    "next after a head of its own": 0.91,
    "next after a jump": -4.16,
    "next after a label": -1.60,
    "next after a narrow lead": 1.62,
    "next after heads": 2.15,
    "next after more heads": -0.64,
    "next after running furniture": 0.58,
    "next after what is no subhead": -2.16,
    "next at once": 1.78,
    "next in a list under a headline": 0.30,
    "next in a list under a label": -2.12,
    "next in a list under a notice": 4.23,
    "next in a list under nothing": -1.42,
    "next in a list with blank lines": -0.61,
    "next number": 0.99,
    "next right under a head": -0.97,
    "next, a narrow lead under a head": 3.01,
    "next, its lead under its headline": 0.83,
    "other column": -1.92,
    "rows after rows": 4.21,
    "rows after text": -0.41,
    "same column": -0.09,
    "subhead after a short text": 0.55,
    "subhead like another": 0.09,
    "subhead like others": -0.19,
    "subhead made like another": 0.90,
    "subhead of dated news": -1.62,
    "subhead over a short text": -0.59,
    "subhead with a bullet": -1.76,
    "subhead, two lines": 1.11,
    "text after a caption": -3.83,
    "whole": 0.20,
    "whole, then flush": -0.76,
    "whole, then fresh": 0.17,
    "whole, then indented": 0.42,
    "whole, then inside a sentence": -0.90,
    "whole, then stops early": 0.62,
    "wide after a narrow lead, without a headline": 2.03,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.89,
    "a few characters beside a longer one": -2.93,
    "a few characters, none of its words": 1.73,
    "ends in a colon": 0.69,
    "far": -1.97,
    "far, dateline": -0.69,
    "far, has its words": -0.90,
    "has its words": 1.51,
    "has none of its words": -1.33,
    "label": -3.64,
    "label, none of its words": 2.30,
    "long": -0.14,
    "marked label": -3.88,
    "midst": -0.74,
    "midst of a sentence": 3.00,
    "midst, dateline": -0.73,
    "midst, has its words": 0.05,
    "midst, no subhead": 3.25,
    "midst, signed": 2.53,
    "midst, the first of many": 0.38,
    "none": -2.38,
    "none, a bullet": 2.44,
    "none, a caption": 0.07,
    "none, a dateline": -2.11,
    "none, begins inside a sentence": -1.88,
    "none, from another page": 3.57,
    "none, in a list of briefs": 2.53,
    "none, long": -1.70,
    "none, short": 1.67,
    "none, signed": -0.05,
    "notice": 1.50,
    "over": 1.87,
    "over a part": 0.05,
    "over a part, dateline": 0.20,
    "over a part, has its words": 1.27,
    "over, a bullet": -0.80,
    "over, a caption": 0.27,
    "over, a jump between": -1.22,
    "over, a label between": -1.59,
    "over, begins inside a sentence": 1.04,
    "over, dateline": 1.26,
    "over, fresh": 1.07,
    "over, has its words": 0.37,
    "over, like those below": -0.83,
    "over, more heads between": 0.34,
    "over, narrow lines": 0.98,
    "over, repeated": 0.52,
    "over, right over it": -0.41,
    "over, signed": 1.81,
    "rather than its neighbour": 4.22,
    "shorter than one beside it": 3.83,
    "under": -0.11,
    "under a cut sentence": -1.46,
    "under a part, dateline": 0.87,
    "under a part, has its words": 1.41,
    "under, a bullet": -1.11,
    "under, a caption": 2.13,
    "under, a label between": -2.36,
    "under, after a byline": 0.36,
    "under, after a jump": -0.12,
    "under, after editors": -0.19,
    "under, dateline": 0.88,
    "under, has its words": 3.92,
    "under, more heads between": -1.47,
    "under, right over other text": -3.26,
    "under, right under it": 0.49,
    "under, signed": 2.13,
    "under, text over which it stands is dated": 1.61,
    "under, the last thing": 0.66,
}
