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
    "after a lead alone": 0.38,
    "after a lead alone, without a headline": 0.27,
    "alike": 5.24,
    "alike far away": 5.99,
    "alike more than any": 0.05,
    "answer after question": 2.97,
    "back": -2.77,
    "back by": -0.12,
    "before, without a headline": -0.08,
    "bullet after bullet": -0.37,
    "caption after text": -1.71,
    "column after free lines": -0.52,
    "cut": -0.54,
    "cut after a number": -1.06,
    "cut and never goes on": 2.68,
    "cut at a colon": 1.34,
    "cut at a pause": 1.15,
    "cut before a number": 2.84,
    "cut between words": -0.59,
    "cut in a number": 2.62,
    "cut in a quote that closes": 7.87,
    "cut in a word": 1.93,
    "cut, then flush": 0.76,
    "cut, then fresh": -0.51,
    "cut, then indented": -1.70,
    "cut, then inside a sentence": -0.36,
    "cut, then stops early": 1.40,
    "far": 0.93,
    "far after a full stop": -1.11,
    "far after a jump": -1.92,
    "far by": -1.12,
    "far though cut text stands right over it": 1.23,
    "far though text follows at once": -1.56,
    "far under a head like those below": 0.19,
    "far under a headline": -1.22,
    "far, after text without a headline": -0.52,
    "far, text without a headline under one with its words": 4.50,
    "far, under a headline with its words": 1.45,
    "follows a signature": -3.91,
    "follows referring back": 1.78,
    "follows with a bullet": -1.78,
    "follows with a dateline": -1.80,
    "new": 0.75,
    "new after a cut sentence": 0.91,
    "new after a signature": -0.25,
    "new at the top": 0.71,
    "new bullet": 1.78,
    "new caption": 1.72,
    "new dateline": 1.80,
    "new flush": -0.72,
    "new fresh": -0.16,
    "new from another page": 3.76,
    "new has the headline's words": 0.29,
    "new has the words of the headline below": -0.97,
    "new has the words of the headline below, text above has not": 3.44,
    "new in a list of briefs": 2.63,
    "new in another column": 0.13,
    "new in narrow lines": 1.25,
    "new indented": 0.36,
    "new inside a sentence": 1.70,
    "new leads": 1.45,
    "new opens as others do": 0.72,
    "new opens with them": 2.21,
    "new refers back": -1.78,
    "new repeats the headline": 0.57,
    "new rows": 2.87,
    "new stops early": -2.74,
    "new under a byline": 0.34,
    "new under a head like those below": -0.12,
    "new under a head made like another": -1.16,
    "new under a headline": 0.08,
    "new under a label": 2.37,
    "new under a marked label": 0.81,
    "new under headline and byline": -0.17,
    "new without dateline": -1.64,
    "next": 0.36,
    "next after a byline": -1.55,
    "next after a full stop and heads": 0.15,
    "next after a head close below": 2.33,
    "next after a head of its own": 0.29,
    "next after a jump": -4.56,
    "next after a label": -1.25,
    "next after a narrow lead": 0.93,
    "next after heads": 0.84,
    "next after more heads": -0.41,
    "next after running furniture": 0.61,
    "next after what is no subhead": -1.59,
    "next at once": 2.11,
    "next at once, over a blank line where others have none": -1.67,
    "next at once, over a blank line where others have none, whole": -1.23,
    "next in a list under a headline": 0.10,
    "next in a list under a label": -3.36,
    "next in a list under a notice": 3.56,
    "next in a list under nothing": 0.33,
    "next in a list with blank lines": 1.33,
    "next number": 0.89,
    "next right under a head": -0.57,
    "next, a narrow lead under a head": 3.44,
    "next, its lead under its headline": 1.10,
    "other column": -0.90,
    "rows after rows": 4.21,
    "rows after text": -0.50,
    "same column": 0.09,
    "subhead after a short text": 0.42,
    "subhead like another": 0.11,
    "subhead like others": -0.13,
    "subhead made like another": 1.25,
    "subhead of dated news": -1.55,
    "subhead over a short text": -0.67,
    "subhead with a bullet": -2.48,
    "subhead, narrower than headlines": 0.48,
    "subhead, two lines": 0.94,
    "text after a caption": -3.07,
    "whole": 0.30,
    "whole, then flush": -0.49,
    "whole, then fresh": 0.12,
    "whole, then indented": 0.31,
    "whole, then inside a sentence": -0.40,
    "whole, then stops early": 0.18,
    "wide after a narrow lead, without a headline": 1.21,
}

HEADLINES: dict[str, float] = {
    "a few characters": -2.09,
    "a few characters beside a longer one": -2.63,
    "a few characters, none of its words": 1.79,
    "ends in a colon": 0.62,
    "far": -1.95,
    "far, dateline": -1.39,
    "far, has its words": -1.08,
    "has its words": 1.44,
    "has none of its words": -1.52,
    "label": -3.55,
    "label, none of its words": 2.01,
    "long": -0.23,
    "marked label": -3.59,
    "midst": -0.35,
    "midst of a sentence": 2.08,
    "midst, dateline": -0.96,
    "midst, has its words": 0.08,
    "midst, no subhead": 3.05,
    "midst, signed": 2.82,
    "midst, the first of many": 0.05,
    "none": -2.46,
    "none, a bullet": 3.28,
    "none, a caption": -0.14,
    "none, a dateline": -2.12,
    "none, begins inside a sentence": -1.45,
    "none, from another page": 3.70,
    "none, in a list of briefs": 2.58,
    "none, long": -1.65,
    "none, short": 1.18,
    "none, signed": -0.54,
    "notice": 1.50,
    "over": 1.93,
    "over a part": -0.19,
    "over a part, dateline": 0.40,
    "over a part, has its words": 1.29,
    "over, a bullet": -0.39,
    "over, a caption": 0.47,
    "over, a jump between": -1.15,
    "over, a label between": -1.55,
    "over, begins inside a sentence": 1.12,
    "over, dateline": 1.33,
    "over, fresh": 0.89,
    "over, has its words": 0.38,
    "over, like those below": -0.96,
    "over, more heads between": 0.32,
    "over, narrow lines": 0.87,
    "over, repeated": 0.40,
    "over, right over it": -0.59,
    "over, signed": 1.61,
    "rather than its neighbour": 4.17,
    "shorter than one beside it": 3.53,
    "under": -0.50,
    "under a cut sentence": -1.14,
    "under a part": -0.15,
    "under a part, dateline": 0.85,
    "under a part, has its words": 1.40,
    "under, a bullet": -0.51,
    "under, a caption": 1.74,
    "under, a label between": -2.55,
    "under, after a byline": 0.95,
    "under, after a jump": -0.08,
    "under, after editors": -0.12,
    "under, dateline": 1.37,
    "under, has its words": 4.36,
    "under, more heads between": -2.14,
    "under, right over other text": -2.33,
    "under, right under it": 0.58,
    "under, signed": 2.00,
    "under, text over which it stands is dated": 1.60,
    "under, the last thing": 0.35,
}
