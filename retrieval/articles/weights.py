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
    fresh_cut: float = 3.5  # a word is cut in two
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
    "after a lead alone": 0.37,
    "after a lead alone, without a headline": 0.42,
    "alike": 5.24,
    "alike far away": 6.17,
    "alike more than any": -0.20,
    "answer after question": 2.85,
    "back": -2.78,
    "back by": -0.17,
    "before, without a headline": 0.02,
    "bullet after bullet": -0.54,
    "caption after text": -2.11,
    "column after free lines": -0.62,
    "cut": -0.58,
    "cut after a number": -1.29,
    "cut and never goes on": 2.63,
    "cut at a colon": 1.39,
    "cut at a pause": 1.54,
    "cut before a number": 3.52,
    "cut between words": -0.59,
    "cut in a number": 2.50,
    "cut in a quote that closes": 7.34,
    "cut in a word": 1.93,
    "cut, then a printed indent": 2.71,
    "cut, then flush": 0.78,
    "cut, then fresh": -0.95,
    "cut, then indented": -2.70,
    "cut, then inside a sentence": 0.14,
    "cut, then no printed indent": 0.47,
    "cut, then stops early": 1.46,
    "far": 1.01,
    "far after a full stop": -1.34,
    "far after a jump": -1.94,
    "far by": -1.18,
    "far though cut text stands right over it": 1.38,
    "far though text follows at once": -1.76,
    "far under a head like those below": 0.06,
    "far under a headline": -1.02,
    "far, after text without a headline": -0.38,
    "far, text without a headline under one with its words": 4.79,
    "far, under a headline with its words": 1.23,
    "follows a signature": -3.86,
    "follows referring back": 2.33,
    "follows with a bullet": -1.81,
    "follows with a dateline": -1.65,
    "new": 0.72,
    "new after a cut sentence": 0.98,
    "new after a signature": -0.11,
    "new at a printed indent": -0.12,
    "new at the top": 0.41,
    "new bullet": 1.81,
    "new caption": 2.12,
    "new dateline": 1.65,
    "new flush": -0.51,
    "new fresh": -0.10,
    "new from another page": 4.02,
    "new has the headline's words": 0.14,
    "new has the words of the headline below": -1.11,
    "new has the words of the headline below, text above has not": 3.83,
    "new in a list of briefs": 2.56,
    "new in another column": 0.08,
    "new in narrow lines": 1.11,
    "new indented": 0.42,
    "new inside a sentence": 1.81,
    "new leads": 1.45,
    "new opens as others do": 0.85,
    "new opens with them": 2.06,
    "new refers back": -2.33,
    "new repeats the headline": 0.42,
    "new rows": 2.01,
    "new stops early": -3.16,
    "new under a byline": 0.70,
    "new under a head like those below": -0.11,
    "new under a head made like another": -0.15,
    "new under a headline": 0.34,
    "new under a label": 2.61,
    "new under a marked label": 1.31,
    "new under headline and byline": -0.09,
    "new without dateline": -1.83,
    "new without the printed indent": -0.81,
    "next": 0.33,
    "next after a byline": -1.43,
    "next after a full stop and heads": 0.76,
    "next after a head close below": 1.92,
    "next after a head of its own": 0.58,
    "next after a jump": -4.62,
    "next after a label": -1.25,
    "next after a narrow lead": 0.86,
    "next after heads": 0.82,
    "next after more heads": -0.34,
    "next after running furniture": 0.17,
    "next after what is no subhead": -2.23,
    "next at once": 1.93,
    "next at once, over a blank line where others have none": -1.30,
    "next at once, over a blank line where others have none, whole": -1.47,
    "next in a list under a headline": 0.25,
    "next in a list under a label": -2.79,
    "next in a list under a notice": 3.97,
    "next in a list under nothing": -1.32,
    "next in a list with blank lines": 0.61,
    "next number": 0.87,
    "next right under a head": -0.74,
    "next, a narrow lead under a head": 3.43,
    "next, heads in a sentence": -0.82,
    "next, its lead under its headline": -0.41,
    "other column": -1.03,
    "rows after rows": 4.16,
    "rows after text": -0.26,
    "same column": 0.10,
    "subhead after a short text": 0.33,
    "subhead like another": 0.03,
    "subhead like others": 0.11,
    "subhead made like another": 0.59,
    "subhead of dated news": -2.01,
    "subhead over a short text": -0.86,
    "subhead with a bullet": -0.59,
    "subhead, narrower than headlines": 0.40,
    "subhead, two lines": 1.00,
    "text after a caption": -3.47,
    "whole": 0.33,
    "whole, then a printed indent": -1.01,
    "whole, then flush": -0.73,
    "whole, then fresh": 0.22,
    "whole, then indented": 0.55,
    "whole, then inside a sentence": -1.00,
    "whole, then no printed indent": 0.19,
    "whole, then stops early": 0.47,
    "wide after a narrow lead, without a headline": 1.64,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.96,
    "a few characters beside a longer one": -1.42,
    "a few characters, none of its words": 1.63,
    "ends in a colon": 3.70,
    "far": -2.75,
    "far, dateline": -0.64,
    "far, has its words": -1.46,
    "has its words": 1.38,
    "has none of its words": -1.46,
    "label": -3.16,
    "label, none of its words": 0.61,
    "long": -0.33,
    "marked label": -4.00,
    "midst": -1.47,
    "midst of a sentence": 1.87,
    "midst, dateline": -0.63,
    "midst, has its words": 1.55,
    "midst, no subhead": 3.19,
    "midst, signed": 2.77,
    "midst, the first of many": 0.36,
    "none": -2.78,
    "none, a bullet": 3.03,
    "none, a caption": -0.37,
    "none, a dateline": -2.31,
    "none, begins inside a sentence": -2.27,
    "none, from another page": 3.29,
    "none, in a list of briefs": 3.08,
    "none, long": -1.68,
    "none, short": 1.19,
    "none, signed": -0.65,
    "notice": 0.97,
    "over": 2.46,
    "over a part": 0.42,
    "over a part, dateline": -1.13,
    "over a part, has its words": 1.51,
    "over, a bullet": -1.27,
    "over, a caption": 0.68,
    "over, a jump between": -1.71,
    "over, a label between": -1.05,
    "over, begins inside a sentence": 1.05,
    "over, dateline": 1.42,
    "over, fresh": 0.33,
    "over, has its words": 0.04,
    "over, like those below": -0.96,
    "over, more heads between": 0.41,
    "over, narrow lines": 0.63,
    "over, repeated": 0.36,
    "over, right over it": 0.08,
    "over, signed": 1.82,
    "rather than its neighbour": 4.07,
    "shorter than one beside it": 2.76,
    "under": -0.44,
    "under a cut sentence": -1.59,
    "under a part": -0.39,
    "under a part, dateline": 1.00,
    "under a part, has its words": 1.42,
    "under, a bullet": -0.96,
    "under, a caption": 1.61,
    "under, a label between": -2.96,
    "under, after a byline": 1.30,
    "under, after a jump": -0.08,
    "under, after editors": -0.09,
    "under, dateline": 1.32,
    "under, has its words": 3.96,
    "under, more heads between": -1.74,
    "under, right over other text": -1.25,
    "under, right under it": 1.85,
    "under, signed": 1.71,
    "under, text over which it stands is dated": 1.93,
    "under, the last thing": -0.41,
}
