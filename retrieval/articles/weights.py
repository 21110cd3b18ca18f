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
    "after a lead alone": 0.66,
    "after a lead alone, without a headline": 0.15,
    "alike": 6.74,
    "alike far away": 6.33,
    "alike more than any": -0.05,
    "answer after question": 3.13,
    "back": -2.43,
    "back by": -0.97,
    "before, without a headline": -0.70,
    "bullet after bullet": 0.24,
    "caption after text": -1.89,
    "column after free lines": -0.79,
    "cut": -0.27,
    "cut after a number": 0.88,
    "cut and never goes on": 2.98,
    "cut at a colon": 1.02,
    "cut at a pause": 0.97,
    "cut before a number": 3.42,
    "cut between words": -0.97,
    "cut in a number": 2.52,
    "cut in a quote that closes": 7.90,
    "cut in a word": 2.25,
    "cut, then flush": 0.98,
    "cut, then fresh": -0.72,
    "cut, then indented": -2.34,
    "cut, then inside a sentence": 0.40,
    "cut, then stops early": 1.11,
    "far": 0.98,
    "far after a full stop": -1.05,
    "far after a jump": -1.91,
    "far by": -1.28,
    "far though cut text stands right over it": 1.94,
    "far though text follows at once": -1.78,
    "far under a head like those below": -0.12,
    "far under a headline": -1.26,
    "far, after text without a headline": -0.30,
    "far, text without a headline under one with its words": 5.43,
    "far, under a headline with its words": 0.81,
    "follows a signature": -3.88,
    "follows referring back": 2.28,
    "follows with a bullet": -2.11,
    "follows with a dateline": -2.22,
    "new": 0.50,
    "new after a cut sentence": 1.90,
    "new after a signature": -0.17,
    "new at the top": -0.93,
    "new bullet": 2.11,
    "new caption": 1.90,
    "new dateline": 2.22,
    "new flush": -0.24,
    "new fresh": -0.12,
    "new from another page": 3.57,
    "new has the headline's words": 0.24,
    "new has the words of the headline below": -0.40,
    "new has the words of the headline below, text above has not": 3.87,
    "new in a list of briefs": 2.49,
    "new in another column": -0.79,
    "new indented": 0.66,
    "new inside a sentence": 2.31,
    "new leads": 1.67,
    "new opens with them": 2.07,
    "new refers back": -2.28,
    "new repeats the headline": -0.06,
    "new rows": 2.28,
    "new stops early": -2.45,
    "new under a byline": -0.10,
    "new under a head like those below": -0.36,
    "new under a headline": 0.20,
    "new under a label": 1.22,
    "new under a marked label": 0.38,
    "new under headline and byline": 0.59,
    "new without dateline": -1.33,
    "next": 0.33,
    "next after a byline": -1.78,
    "next after a full stop and heads": -0.53,
    "next after a head close below": 1.40,
    "next after a head of its own": 0.78,
    "next after a jump": -3.68,
    "next after a label": -1.59,
    "next after heads": 1.79,
    "next after more heads": -0.59,
    "next after running furniture": 0.38,
    "next after what is no subhead": -2.03,
    "next at once": 1.78,
    "next in a list under a headline": 0.67,
    "next in a list under a label": -2.37,
    "next in a list under a notice": 3.06,
    "next in a list with blank lines": 0.19,
    "next number": 0.89,
    "next right under a head": -0.85,
    "next, its lead under its headline": 0.59,
    "other column": -1.96,
    "rows after rows": 4.16,
    "rows after text": -0.29,
    "same column": 0.09,
    "subhead after a short text": 0.61,
    "subhead like another": 0.40,
    "subhead like others": 0.35,
    "subhead of dated news": -1.28,
    "subhead over a short text": -0.54,
    "subhead with a bullet": -1.28,
    "subhead, narrower than headlines": -0.39,
    "subhead, two lines": 1.55,
    "text after a caption": -3.75,
    "whole": 0.35,
    "whole, then flush": -0.97,
    "whole, then fresh": 0.14,
    "whole, then indented": 0.35,
    "whole, then inside a sentence": -1.92,
    "whole, then stops early": 0.75,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.41,
    "a few characters beside a longer one": -2.66,
    "a few characters, none of its words": 1.23,
    "ends in a colon": -0.57,
    "far": -1.65,
    "far, dateline": -0.90,
    "far, has its words": -0.52,
    "has its words": 1.72,
    "has none of its words": -1.30,
    "label": -3.42,
    "label, none of its words": 2.51,
    "long": -0.29,
    "marked label": -3.54,
    "midst": -0.69,
    "midst of a sentence": 2.36,
    "midst, dateline": -0.61,
    "midst, has its words": 0.98,
    "midst, no subhead": 2.99,
    "midst, signed": 2.54,
    "midst, the first of many": 0.45,
    "none": -2.66,
    "none, a bullet": 3.35,
    "none, a caption": -0.19,
    "none, a dateline": -1.80,
    "none, begins inside a sentence": -2.15,
    "none, from another page": 3.97,
    "none, in a list of briefs": 2.45,
    "none, long": -1.43,
    "none, short": 1.88,
    "none, signed": -0.61,
    "notice": 3.16,
    "over": 2.04,
    "over a part": 0.77,
    "over a part, dateline": -0.64,
    "over a part, has its words": 0.31,
    "over, a bullet": -1.26,
    "over, a caption": -0.24,
    "over, a jump between": -1.14,
    "over, a label between": -1.04,
    "over, begins inside a sentence": 0.78,
    "over, dateline": 1.52,
    "over, fresh": 0.69,
    "over, has its words": 0.08,
    "over, like those below": -0.62,
    "over, more heads between": 0.25,
    "over, repeated": 0.07,
    "over, right over it": -0.08,
    "over, signed": 1.66,
    "rather than its neighbour": 3.77,
    "shorter than one beside it": 3.38,
    "under": 0.04,
    "under a cut sentence": -0.46,
    "under a part": -0.76,
    "under a part, dateline": 0.70,
    "under a part, has its words": 2.14,
    "under, a bullet": -0.84,
    "under, a caption": 1.69,
    "under, a label between": -1.98,
    "under, after a byline": 0.08,
    "under, after a jump": -0.18,
    "under, after editors": -0.01,
    "under, dateline": 0.78,
    "under, has its words": 4.06,
    "under, more heads between": -2.45,
    "under, right over other text": -2.53,
    "under, right under it": -0.13,
    "under, signed": 1.21,
    "under, text over which it stands is dated": 1.51,
    "under, the last thing": 0.60,
}
