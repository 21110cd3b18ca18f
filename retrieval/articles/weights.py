"""What each piece of evidence weighs when a page is cut, all in one unit, about a natural logarithm.

Written by `python -m tests.benchmarks.fit_splitter --news FILE --write`, which says how they were fitted and on what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def weigh(evidence: Iterable[tuple[str, float]], weights: Mapping[str, float]) -> float:
    """Return what named evidence weighs in all."""
    total = 0.0
    for name, value in evidence:
        if value:
            total += weights.get(name, 0.0) * value
    return total


LINKS: dict[str, float] = {
    "after a lead alone": 0.54,
    "after a lead alone, without a headline": 0.19,
    "alike": 5.99,
    "alike far away": 6.33,
    "alike more than any": -0.17,
    "answer after question": 3.22,
    "back": -2.37,
    "back by": -0.93,
    "before, without a headline": -0.55,
    "bullet after bullet": 0.46,
    "caption after text": -1.89,
    "column after free lines": -1.13,
    "cut": -0.27,
    "cut after a number": 1.06,
    "cut and never goes on": 2.98,
    "cut at a colon": 1.09,
    "cut at a pause": 0.92,
    "cut before a number": 3.39,
    "cut between words": -0.88,
    "cut in a number": 2.38,
    "cut in a quote that closes": 7.78,
    "cut in a word": 2.08,
    "cut, then flush": 1.00,
    "cut, then fresh": -0.90,
    "cut, then indented": -2.31,
    "cut, then inside a sentence": 0.47,
    "cut, then stops early": 1.00,
    "far": 0.87,
    "far after a full stop": -1.02,
    "far after a jump": -1.92,
    "far by": -1.24,
    "far though cut text stands right over it": 1.98,
    "far though text follows at once": -1.75,
    "far under a head like those below": -0.07,
    "far under a headline": -1.13,
    "far, after text without a headline": -0.36,
    "far, text without a headline under one with its words": 5.62,
    "far, under a headline with its words": 0.73,
    "follows a signature": -3.95,
    "follows referring back": 2.42,
    "follows with a bullet": -1.99,
    "follows with a dateline": -2.42,
    "new": 0.45,
    "new after a cut sentence": 2.04,
    "new after a signature": -0.20,
    "new at the top": -0.49,
    "new bullet": 1.99,
    "new caption": 1.91,
    "new dateline": 2.42,
    "new flush": -0.33,
    "new fresh": -0.07,
    "new from another page": 3.68,
    "new has the headline's words": 0.40,
    "new has the words of the headline below": -0.44,
    "new has the words of the headline below, text above has not": 3.63,
    "new in a list of briefs": 2.40,
    "new in another column": -0.60,
    "new indented": 0.50,
    "new inside a sentence": 2.13,
    "new leads": 1.70,
    "new opens with them": 2.20,
    "new refers back": -2.42,
    "new repeats the headline": 0.28,
    "new rows": 2.20,
    "new stops early": -2.31,
    "new under a byline": 0.06,
    "new under a head like those below": -0.23,
    "new under a headline": 0.15,
    "new under a label": 1.43,
    "new under a marked label": 0.20,
    "new under headline and byline": 0.44,
    "new without dateline": -1.68,
    "next": 0.48,
    "next after a byline": -1.63,
    "next after a full stop and heads": -0.83,
    "next after a head close below": 1.55,
    "next after a head of its own": 0.97,
    "next after a jump": -3.65,
    "next after a label": -1.66,
    "next after heads": 1.85,
    "next after more heads": -0.32,
    "next after running furniture": 0.31,
    "next after what is no subhead": -2.14,
    "next at once": 1.61,
    "next in a list under a headline": 0.70,
    "next in a list under a label": -2.40,
    "next in a list under a notice": 3.35,
    "next in a list with blank lines": 0.17,
    "next number": 1.03,
    "next right under a head": -0.72,
    "next, its lead under its headline": 0.71,
    "other column": -2.20,
    "rows after rows": 4.26,
    "rows after text": -0.28,
    "same column": -0.07,
    "subhead after a short text": 0.51,
    "subhead like another": 0.50,
    "subhead like others": 0.21,
    "subhead of dated news": -1.40,
    "subhead over a short text": -0.45,
    "subhead with a bullet": -1.16,
    "subhead, narrower than headlines": 0.27,
    "subhead, two lines": 1.64,
    "text after a caption": -3.92,
    "whole": 0.37,
    "whole, then flush": -0.91,
    "whole, then fresh": 0.16,
    "whole, then indented": 0.50,
    "whole, then inside a sentence": -1.90,
    "whole, then stops early": 0.75,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.40,
    "a few characters beside a longer one": -2.48,
    "a few characters, none of its words": 1.20,
    "ends in a colon": -0.57,
    "far": -1.60,
    "far, dateline": -0.91,
    "far, has its words": -0.54,
    "has its words": 1.74,
    "has none of its words": -1.21,
    "label": -3.63,
    "label, none of its words": 2.60,
    "long": -0.26,
    "marked label": -3.54,
    "midst": -0.70,
    "midst of a sentence": 2.37,
    "midst, dateline": -0.56,
    "midst, has its words": 0.86,
    "midst, no subhead": 2.84,
    "midst, signed": 2.54,
    "midst, the first of many": 0.48,
    "none": -2.66,
    "none, a bullet": 3.33,
    "none, a caption": -0.16,
    "none, a dateline": -1.82,
    "none, begins inside a sentence": -2.10,
    "none, from another page": 3.96,
    "none, in a list of briefs": 2.42,
    "none, long": -1.43,
    "none, short": 1.81,
    "none, signed": -0.54,
    "notice": 3.27,
    "over": 1.95,
    "over a part": 0.77,
    "over a part, dateline": -0.69,
    "over a part, has its words": 0.27,
    "over, a bullet": -1.25,
    "over, a caption": -0.20,
    "over, a jump between": -1.19,
    "over, a label between": -1.02,
    "over, begins inside a sentence": 0.78,
    "over, dateline": 1.47,
    "over, fresh": 0.77,
    "over, has its words": 0.29,
    "over, like those below": -0.47,
    "over, more heads between": 0.32,
    "over, repeated": 0.23,
    "over, right over it": -0.18,
    "over, signed": 1.71,
    "rather than its neighbour": 3.66,
    "shorter than one beside it": 3.07,
    "under": -0.02,
    "under a cut sentence": -0.51,
    "under a part": -0.77,
    "under a part, dateline": 0.71,
    "under a part, has its words": 2.15,
    "under, a bullet": -0.85,
    "under, a caption": 1.63,
    "under, a label between": -2.01,
    "under, after a byline": 0.05,
    "under, after a jump": -0.17,
    "under, after editors": -0.01,
    "under, dateline": 0.86,
    "under, has its words": 4.10,
    "under, more heads between": -2.43,
    "under, right over other text": -2.62,
    "under, right under it": -0.11,
    "under, signed": 1.21,
    "under, text over which it stands is dated": 1.53,
    "under, the last thing": 0.64,
}
