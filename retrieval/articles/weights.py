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
    "after a lead alone": 0.49,
    "after a lead alone, without a headline": 0.75,
    "alike": 5.13,
    "alike far away": 5.49,
    "alike more than any": 0.19,
    "answer after question": 3.24,
    "back": -2.91,
    "back by": -0.51,
    "before, without a headline": -0.15,
    "bullet after bullet": 0.03,
    "caption after text": -1.68,
    "column after free lines": -0.92,
    "cut": -0.27,
    "cut after a number": 0.49,
    "cut and never goes on": 2.93,
    "cut at a colon": 1.90,
    "cut at a pause": 1.24,
    "cut before a number": 3.14,
    "cut between words": -0.89,
    "cut in a number": 2.53,
    "cut in a quote that closes": 8.07,
    "cut in a word": 1.68,
    "cut, then flush": 0.91,
    "cut, then fresh": -0.84,
    "cut, then indented": -1.83,
    "cut, then inside a sentence": -0.03,
    "cut, then stops early": 1.18,
    "far": 1.12,
    "far after a full stop": -1.07,
    "far after a jump": -1.84,
    "far by": -1.35,
    "far though cut text stands right over it": 2.13,
    "far though text follows at once": -1.51,
    "far under a head like those below": 0.28,
    "far under a headline": -1.29,
    "far, after text without a headline": -0.21,
    "far, text without a headline under one with its words": 5.62,
    "far, under a headline with its words": 1.72,
    "follows a signature": -3.94,
    "follows referring back": 1.60,
    "follows with a bullet": -1.87,
    "follows with a dateline": -1.93,
    "new": 0.75,
    "new after a cut sentence": 1.60,
    "new after a signature": -0.37,
    "new at the top": -0.52,
    "new bullet": 1.87,
    "new caption": 1.68,
    "new dateline": 1.93,
    "new flush": -0.59,
    "new fresh": -0.10,
    "new from another page": 3.96,
    "new has the headline's words": 0.01,
    "new has the words of the headline below": -1.04,
    "new has the words of the headline below, text above has not": 4.11,
    "new in a list of briefs": 2.58,
    "new in another column": 0.11,
    "new in narrow lines": 1.09,
    "new indented": 0.38,
    "new inside a sentence": 1.67,
    "new leads": 1.44,
    "new opens as others do": 0.90,
    "new opens with them": 2.00,
    "new refers back": -1.60,
    "new repeats the headline": 0.59,
    "new rows": 2.77,
    "new stops early": -2.81,
    "new under a byline": 0.34,
    "new under a head like those below": -0.37,
    "new under a head made like another": -0.75,
    "new under a headline": 0.33,
    "new under a label": 2.39,
    "new under a marked label": 1.05,
    "new under headline and byline": 0.21,
    "new without dateline": -1.67,
    "next": 0.41,
    "next after a byline": -1.55,
    "next after a full stop and heads": -0.32,
    "next after a head close below": 1.89,
    "next after a head of its own": 0.72,
    "next after a jump": -4.34,
    "next after a label": -1.13,
    "next after a narrow lead": 1.86,
    "next after heads": 1.66,
    "next after more heads": -0.81,
    "next after running furniture": 0.56,
    "next after what is no subhead": -1.67,
    "next at once": 2.06,
    "next in a list under a headline": -0.08,
    "next in a list under a label": -2.47,
    "next in a list under a notice": 4.03,
    "next in a list with blank lines": -0.43,
    "next number": 1.14,
    "next right under a head": -0.49,
    "next, a narrow lead under a head": 3.86,
    "next, its lead under its headline": 0.85,
    "other column": -1.73,
    "rows after rows": 4.09,
    "rows after text": -0.31,
    "same column": -0.08,
    "subhead after a short text": 0.36,
    "subhead like another": 0.36,
    "subhead like others": -0.02,
    "subhead made like another": 1.33,
    "subhead of dated news": -1.78,
    "subhead over a short text": -0.46,
    "subhead with a bullet": -2.22,
    "subhead, narrower than headlines": 0.36,
    "subhead, two lines": 0.94,
    "text after a caption": -3.68,
    "whole": 0.13,
    "whole, then flush": -0.73,
    "whole, then fresh": 0.17,
    "whole, then indented": 0.39,
    "whole, then inside a sentence": -0.84,
    "whole, then stops early": 0.69,
    "wide after a narrow lead, without a headline": 1.71,
}

HEADLINES: dict[str, float] = {
    "a few characters": -2.03,
    "a few characters beside a longer one": -2.21,
    "a few characters, none of its words": 1.49,
    "ends in a colon": 0.75,
    "far": -1.94,
    "far, dateline": -1.32,
    "far, has its words": -1.14,
    "has its words": 1.40,
    "has none of its words": -1.49,
    "label": -3.32,
    "label, none of its words": 1.91,
    "long": -0.20,
    "marked label": -3.71,
    "midst": -1.07,
    "midst of a sentence": 2.83,
    "midst, dateline": 0.54,
    "midst, has its words": 0.55,
    "midst, no subhead": 3.37,
    "midst, signed": 2.54,
    "midst, the first of many": 0.29,
    "none": -2.40,
    "none, a bullet": 3.06,
    "none, a caption": -0.70,
    "none, a dateline": -2.34,
    "none, begins inside a sentence": -1.44,
    "none, from another page": 3.40,
    "none, in a list of briefs": 1.86,
    "none, long": -1.69,
    "none, short": 1.15,
    "none, signed": -0.13,
    "notice": 1.95,
    "over": 2.10,
    "over a part": -0.12,
    "over a part, dateline": 0.25,
    "over a part, has its words": 1.38,
    "over, a bullet": -0.72,
    "over, a jump between": -1.35,
    "over, a label between": -1.91,
    "over, begins inside a sentence": 1.06,
    "over, dateline": 1.10,
    "over, fresh": 1.06,
    "over, has its words": 0.05,
    "over, like those below": -0.85,
    "over, more heads between": 0.37,
    "over, narrow lines": 0.55,
    "over, repeated": 0.27,
    "over, right over it": -0.79,
    "over, signed": 1.68,
    "rather than its neighbour": 3.67,
    "shorter than one beside it": 3.15,
    "under": -0.88,
    "under a cut sentence": -1.20,
    "under a part": -0.16,
    "under a part, dateline": 1.15,
    "under a part, has its words": 1.61,
    "under, a bullet": -0.89,
    "under, a caption": 2.18,
    "under, a label between": -2.73,
    "under, after a byline": 0.54,
    "under, after a jump": -0.07,
    "under, after editors": -0.08,
    "under, dateline": 1.59,
    "under, has its words": 4.24,
    "under, more heads between": -1.64,
    "under, right over other text": -3.05,
    "under, right under it": -0.34,
    "under, signed": 2.04,
    "under, text over which it stands is dated": 1.38,
    "under, the last thing": 0.36,
}
