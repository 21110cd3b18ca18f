"""What each piece of evidence weighs when a page is cut, all in one unit, about a natural logarithm.

Written by `python -m tests.benchmarks.fit_splitter`, which says how they were fitted and on what.
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
    "after a lead alone": 0.47,
    "after a lead alone, without a headline": -0.44,
    "alike": 6.65,
    "alike far away": 6.78,
    "alike more than any": -0.26,
    "answer after question": 3.27,
    "back": -2.39,
    "back by": -0.98,
    "before, without a headline": -0.41,
    "bullet after bullet": 0.56,
    "caption after text": -2.25,
    "column after free lines": -1.01,
    "cut": -0.28,
    "cut after a number": 0.19,
    "cut and never goes on": 3.09,
    "cut at a colon": 0.67,
    "cut at a pause": 1.03,
    "cut before a number": 3.26,
    "cut between words": -0.99,
    "cut in a number": 3.97,
    "cut in a quote that closes": 7.63,
    "cut in a word": 1.93,
    "cut, then flush": 0.81,
    "cut, then fresh": -0.64,
    "cut, then indented": -2.46,
    "cut, then inside a sentence": 0.88,
    "cut, then stops early": 1.21,
    "far": 0.84,
    "far after a full stop": -0.87,
    "far after a jump": -2.02,
    "far by": -1.22,
    "far though cut text stands right over it": 1.68,
    "far though text follows at once": -1.52,
    "far under a head like those below": -0.46,
    "far under a headline": -1.47,
    "far, after text without a headline": -0.34,
    "far, text without a headline under one with its words": 6.11,
    "far, under a headline with its words": 0.50,
    "follows a signature": -3.97,
    "follows referring back": 2.33,
    "follows with a bullet": -1.72,
    "follows with a dateline": -2.38,
    "new": 0.56,
    "new after a cut sentence": 1.67,
    "new after a signature": -0.21,
    "new at the top": -0.63,
    "new bullet": 1.72,
    "new caption": 2.25,
    "new dateline": 2.38,
    "new flush": -0.13,
    "new fresh": -0.05,
    "new from another page": 3.76,
    "new has the headline's words": 0.35,
    "new has the words of the headline below": -0.81,
    "new in a list of briefs": 2.24,
    "new in another column": -1.38,
    "new indented": 0.53,
    "new inside a sentence": 1.80,
    "new leads": 1.29,
    "new opens with them": 1.71,
    "new refers back": -2.33,
    "new repeats the headline": 0.19,
    "new rows": 2.41,
    "new stops early": -2.33,
    "new under a byline": 0.21,
    "new under a head like those below": -0.34,
    "new under a headline": 0.08,
    "new under a label": 1.47,
    "new under a marked label": 0.71,
    "new under headline and byline": 0.20,
    "new without dateline": -1.53,
    "next": 0.37,
    "next after a byline": -1.71,
    "next after a full stop and heads": -0.76,
    "next after a head close below": 1.65,
    "next after a head of its own": 1.01,
    "next after a jump": -3.63,
    "next after a label": -1.55,
    "next after heads": 1.97,
    "next after more heads": -0.67,
    "next after running furniture": 0.55,
    "next after what is no subhead": -2.21,
    "next at once": 1.70,
    "next in a list under a headline": 1.03,
    "next in a list under a label": -2.43,
    "next in a list under a notice": 2.90,
    "next number": 0.94,
    "next right under a head": -0.62,
    "next, its lead under its headline": 0.35,
    "other column": -2.67,
    "rows after rows": 4.69,
    "rows after text": -0.24,
    "same column": -0.01,
    "subhead after a short text": 0.64,
    "subhead like another": 0.33,
    "subhead like others": 0.41,
    "subhead of dated news": -1.30,
    "subhead over a short text": -0.48,
    "subhead with a bullet": -1.62,
    "subhead, narrower than headlines": -0.66,
    "subhead, two lines": 1.42,
    "text after a caption": -4.01,
    "whole": 0.33,
    "whole, then flush": -0.87,
    "whole, then fresh": -0.03,
    "whole, then indented": 0.61,
    "whole, then inside a sentence": -2.06,
    "whole, then stops early": 0.55,
    "new has the words of the headline below, text above has not": 3.81,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.26,
    "a few characters beside a longer one": -3.06,
    "a few characters, none of its words": 1.02,
    "ends in a colon": -0.46,
    "far": -1.99,
    "far, dateline": -1.43,
    "far, has its words": 0.99,
    "has its words": 1.48,
    "has none of its words": -1.53,
    "label": -3.32,
    "label, none of its words": 2.26,
    "long": -0.42,
    "marked label": -3.12,
    "midst": -0.43,
    "midst of a sentence": 2.57,
    "midst, dateline": -0.42,
    "midst, has its words": 1.27,
    "midst, no subhead": 3.33,
    "midst, signed": 2.75,
    "midst, the first of many": 0.50,
    "none": -2.26,
    "none, a bullet": 3.01,
    "none, a caption": 0.42,
    "none, a dateline": -1.62,
    "none, begins inside a sentence": -0.94,
    "none, from another page": 4.00,
    "none, in a list of briefs": 2.56,
    "none, long": -1.23,
    "none, short": 1.79,
    "none, signed": -1.50,
    "notice": 3.51,
    "over": 2.46,
    "over a part": 1.32,
    "over a part, dateline": -0.31,
    "over a part, has its words": 0.52,
    "over, a bullet": -0.60,
    "over, a caption": 0.17,
    "over, a jump between": -1.19,
    "over, a label between": -0.91,
    "over, begins inside a sentence": 1.17,
    "over, dateline": 1.61,
    "over, fresh": 0.96,
    "over, has its words": 0.63,
    "over, like those below": -0.56,
    "over, more heads between": 0.41,
    "over, repeated": -0.25,
    "over, right over it": -0.45,
    "over, signed": 1.51,
    "rather than its neighbour": 3.30,
    "shorter than one beside it": 3.34,
    "under": 0.38,
    "under a cut sentence": -1.40,
    "under a part": 0.62,
    "under a part, dateline": 1.05,
    "under a part, has its words": 1.40,
    "under, a bullet": -0.58,
    "under, a caption": 2.22,
    "under, a label between": -1.79,
    "under, after a byline": 0.35,
    "under, after a jump": -0.06,
    "under, after editors": -0.01,
    "under, dateline": 0.92,
    "under, has its words": 3.33,
    "under, more heads between": -2.55,
    "under, right over other text": -3.37,
    "under, right under it": 0.95,
    "under, signed": 1.60,
    "under, text over which it stands is dated": 1.69,
    "under, the last thing": -0.09,
}
