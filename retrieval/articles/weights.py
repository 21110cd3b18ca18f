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
    "after a lead alone": 0.52,
    "after a lead alone, without a headline": 0.20,
    "alike": 5.85,
    "alike far away": 6.26,
    "alike more than any": -0.09,
    "answer after question": 3.28,
    "back": -2.39,
    "back by": -0.98,
    "before, without a headline": -0.48,
    "bullet after bullet": 0.38,
    "caption after text": -1.90,
    "column after free lines": -1.06,
    "cut": -0.30,
    "cut after a number": 1.08,
    "cut and never goes on": 2.95,
    "cut at a colon": 1.14,
    "cut at a pause": 0.86,
    "cut before a number": 3.41,
    "cut between words": -0.92,
    "cut in a number": 2.38,
    "cut in a quote that closes": 7.79,
    "cut in a word": 2.09,
    "cut, then flush": 1.05,
    "cut, then fresh": -0.89,
    "cut, then indented": -2.27,
    "cut, then inside a sentence": 0.37,
    "cut, then stops early": 1.03,
    "far": 0.90,
    "far after a full stop": -1.07,
    "far after a jump": -1.92,
    "far by": -1.20,
    "far though cut text stands right over it": 1.96,
    "far though text follows at once": -1.83,
    "far under a head like those below": -0.06,
    "far under a headline": -1.27,
    "far, after text without a headline": -0.32,
    "far, text without a headline under one with its words": 5.54,
    "far, under a headline with its words": 0.75,
    "follows a signature": -4.00,
    "follows referring back": 2.42,
    "follows with a bullet": -2.06,
    "follows with a dateline": -2.57,
    "new": 0.49,
    "new after a cut sentence": 2.00,
    "new after a signature": -0.29,
    "new at the top": -0.51,
    "new bullet": 2.06,
    "new caption": 1.93,
    "new dateline": 2.57,
    "new flush": -0.40,
    "new fresh": -0.02,
    "new from another page": 3.68,
    "new has the headline's words": 0.30,
    "new has the words of the headline below": -0.31,
    "new has the words of the headline below, text above has not": 3.76,
    "new in a list of briefs": 2.40,
    "new in another column": -0.65,
    "new indented": 0.45,
    "new inside a sentence": 2.27,
    "new leads": 1.60,
    "new opens with them": 2.25,
    "new refers back": -2.42,
    "new repeats the headline": 0.27,
    "new rows": 2.17,
    "new stops early": -2.36,
    "new under a byline": 0.03,
    "new under a head like those below": -0.22,
    "new under a headline": 0.19,
    "new under a label": 1.51,
    "new under a marked label": 0.28,
    "new under headline and byline": 0.47,
    "new without dateline": -1.65,
    "next": 0.43,
    "next after a byline": -1.63,
    "next after a full stop and heads": -0.80,
    "next after a head close below": 1.54,
    "next after a head of its own": 0.99,
    "next after a jump": -3.65,
    "next after a label": -1.64,
    "next after heads": 1.84,
    "next after more heads": -0.35,
    "next after running furniture": 0.31,
    "next after what is no subhead": -2.10,
    "next at once": 1.68,
    "next in a list under a headline": 0.64,
    "next in a list under a label": -2.42,
    "next in a list under a notice": 3.34,
    "next in a list with blank lines": 0.47,
    "next number": 1.08,
    "next right under a head": -0.68,
    "next, its lead under its headline": 0.65,
    "other column": -2.10,
    "rows after rows": 4.28,
    "rows after text": -0.29,
    "same column": 0.06,
    "subhead after a short text": 0.46,
    "subhead like another": 0.51,
    "subhead like others": 0.24,
    "subhead of dated news": -1.42,
    "subhead over a short text": -0.54,
    "subhead with a bullet": -1.11,
    "subhead, narrower than headlines": 0.35,
    "subhead, two lines": 1.66,
    "text after a caption": -4.02,
    "whole": 0.35,
    "whole, then flush": -0.88,
    "whole, then fresh": 0.10,
    "whole, then indented": 0.51,
    "whole, then inside a sentence": -1.91,
    "whole, then stops early": 0.77,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.40,
    "a few characters beside a longer one": -2.49,
    "a few characters, none of its words": 1.21,
    "ends in a colon": -0.57,
    "far": -1.59,
    "far, dateline": -0.91,
    "far, has its words": -0.52,
    "has its words": 1.72,
    "has none of its words": -1.24,
    "label": -3.60,
    "label, none of its words": 2.60,
    "long": -0.26,
    "marked label": -3.49,
    "midst": -0.70,
    "midst of a sentence": 2.37,
    "midst, dateline": -0.56,
    "midst, has its words": 0.86,
    "midst, no subhead": 2.85,
    "midst, signed": 2.53,
    "midst, the first of many": 0.47,
    "none": -2.66,
    "none, a bullet": 3.27,
    "none, a caption": -0.20,
    "none, a dateline": -1.82,
    "none, begins inside a sentence": -2.09,
    "none, from another page": 3.93,
    "none, in a list of briefs": 2.45,
    "none, long": -1.43,
    "none, short": 1.83,
    "none, signed": -0.57,
    "notice": 3.32,
    "over": 1.96,
    "over a part": 0.71,
    "over a part, dateline": -0.71,
    "over a part, has its words": 0.25,
    "over, a bullet": -1.20,
    "over, a caption": -0.20,
    "over, a jump between": -1.16,
    "over, a label between": -0.91,
    "over, begins inside a sentence": 0.78,
    "over, dateline": 1.46,
    "over, fresh": 0.83,
    "over, has its words": 0.27,
    "over, like those below": -0.50,
    "over, more heads between": 0.32,
    "over, repeated": 0.24,
    "over, right over it": -0.21,
    "over, signed": 1.72,
    "rather than its neighbour": 3.70,
    "shorter than one beside it": 3.04,
    "under": -0.02,
    "under a cut sentence": -0.49,
    "under a part": -0.77,
    "under a part, dateline": 0.71,
    "under a part, has its words": 2.15,
    "under, a bullet": -0.85,
    "under, a caption": 1.68,
    "under, a label between": -2.00,
    "under, after a byline": 0.04,
    "under, after a jump": -0.17,
    "under, after editors": -0.01,
    "under, dateline": 0.88,
    "under, has its words": 4.10,
    "under, more heads between": -2.50,
    "under, right over other text": -2.59,
    "under, right under it": -0.14,
    "under, signed": 1.22,
    "under, text over which it stands is dated": 1.53,
    "under, the last thing": 0.60,
}
