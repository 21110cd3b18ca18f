"""What each piece of evidence weighs when a page is cut, all in one unit, about a natural logarithm.

Written by `python -m tests.benchmarks.fit_splitter`, which says how they were fitted and on what.
"""

from __future__ import annotations

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

HEADLINE_SHARE = 0.2  # of what speaks for headlines, in what a reading of the page is worth
HEADLINE_USUAL = 2.0  # what a headline brings anyway: many articles are no merit
STRAY_HEAD = 0.5  # what a head costs that is neither headline nor subhead nor label

LINKS: dict[str, float] = {
    "after a lead alone": 0.60,
    "after a lead alone, without a headline": -0.26,
    "alike": 6.60,
    "alike far away": 6.84,
    "alike more than any": -0.18,
    "answer after question": 3.26,
    "back": -2.37,
    "back by": -1.11,
    "before, without a headline": -0.17,
    "bullet after bullet": 0.59,
    "caption after text": -2.29,
    "column after free lines": -1.03,
    "cut": -0.25,
    "cut after a number": 0.20,
    "cut and never goes on": 3.12,
    "cut at a colon": 0.65,
    "cut at a pause": 0.94,
    "cut before a number": 3.25,
    "cut between words": -1.02,
    "cut in a number": 3.87,
    "cut in a quote that closes": 7.77,
    "cut in a word": 2.02,
    "cut, then flush": 0.79,
    "cut, then fresh": -0.63,
    "cut, then indented": -2.42,
    "cut, then inside a sentence": 0.82,
    "cut, then stops early": 1.28,
    "far": 0.86,
    "far after a full stop": -0.83,
    "far after a jump": -2.02,
    "far by": -1.22,
    "far though cut text stands right over it": 1.75,
    "far though text follows at once": -1.48,
    "far under a head like those below": -0.94,
    "far under a headline": -1.63,
    "far, after text without a headline": -0.37,
    "far, text without a headline under one with its words": 6.23,
    "far, under a headline with its words": 0.67,
    "follows a signature": -4.16,
    "follows referring back": 2.39,
    "follows with a bullet": -1.82,
    "follows with a dateline": -2.34,
    "new": 0.52,
    "new after a cut sentence": 1.63,
    "new after a signature": -0.16,
    "new at the top": -0.43,
    "new bullet": 1.82,
    "new caption": 2.29,
    "new dateline": 2.34,
    "new flush": -0.15,
    "new fresh": -0.11,
    "new from another page": 3.89,
    "new has the headline's words": 0.29,
    "new has the words of the headline below": -0.71,
    "new in a list of briefs": 2.35,
    "new in another column": -1.34,
    "new indented": 0.51,
    "new inside a sentence": 1.84,
    "new leads": 1.48,
    "new opens with them": 1.83,
    "new refers back": -2.39,
    "new repeats the headline": 0.15,
    "new rows": 2.51,
    "new stops early": -2.33,
    "new under a byline": 0.41,
    "new under a head like those below": -0.58,
    "new under a headline": -0.02,
    "new under a label": 0.86,
    "new under a marked label": 0.97,
    "new under headline and byline": -0.08,
    "new without dateline": -1.43,
    "next": 0.37,
    "next after a byline": -1.62,
    "next after a full stop and heads": -0.68,
    "next after a head close below": 1.38,
    "next after a head of its own": 1.04,
    "next after a jump": -3.57,
    "next after a label": -1.71,
    "next after heads": 2.18,
    "next after more heads": -0.69,
    "next after running furniture": 0.64,
    "next after what is no subhead": -2.31,
    "next at once": 1.90,
    "next in a list under a headline": 1.01,
    "next in a list under a label": -2.37,
    "next in a list under a notice": 2.89,
    "next number": 0.90,
    "next right under a head": -0.54,
    "next, its lead under its headline": 0.60,
    "other column": -2.70,
    "rows after rows": 4.86,
    "rows after text": -0.12,
    "same column": -0.06,
    "subhead after a short text": 0.68,
    "subhead like another": 0.10,
    "subhead like others": 0.26,
    "subhead of dated news": -1.33,
    "subhead over a short text": -0.44,
    "subhead with a bullet": -1.65,
    "subhead, narrower than headlines": -0.69,
    "subhead, two lines": 1.37,
    "text after a caption": -3.88,
    "whole": 0.34,
    "whole, then flush": -0.84,
    "whole, then fresh": 0.03,
    "whole, then indented": 0.61,
    "whole, then inside a sentence": -2.03,
    "whole, then stops early": 0.48,
    "… and the text above has not": 3.85,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.56,
    "a few characters beside a longer one": -2.71,
    "a few characters, none of its words": 1.18,
    "ends in a colon": -0.30,
    "far": -1.89,
    "far, dateline": -1.45,
    "far, has its words": 1.06,
    "has its words": 1.29,
    "has none of its words": -1.55,
    "label": -3.49,
    "label, none of its words": 2.47,
    "long": -0.07,
    "marked label": -3.11,
    "midst": -0.53,
    "midst of a sentence": 2.52,
    "midst, dateline": -0.40,
    "midst, has its words": 1.30,
    "midst, no subhead": 3.27,
    "midst, signed": 2.69,
    "midst, the first of many": 0.43,
    "none": -2.30,
    "none, a bullet": 2.90,
    "none, a caption": 0.43,
    "none, a dateline": -1.60,
    "none, begins inside a sentence": -0.88,
    "none, from another page": 4.04,
    "none, in a list of briefs": 2.60,
    "none, long": -1.28,
    "none, short": 1.71,
    "none, signed": -1.35,
    "notice": 3.39,
    "over": 2.30,
    "over a part": 1.20,
    "over a part, dateline": -0.41,
    "over a part, has its words": 0.45,
    "over, a bullet": -0.45,
    "over, a caption": 0.40,
    "over, a jump between": -0.94,
    "over, a label between": -0.83,
    "over, begins inside a sentence": 1.14,
    "over, dateline": 1.33,
    "over, fresh": 0.88,
    "over, has its words": 0.39,
    "over, like those below": -0.20,
    "over, more heads between": 0.39,
    "over, repeated": -0.05,
    "over, right over it": -0.54,
    "over, signed": 1.57,
    "rather than its neighbour": 3.37,
    "shorter than one beside it": 3.42,
    "under": 0.36,
    "under a cut sentence": -1.36,
    "under a part": 0.81,
    "under a part, dateline": 1.11,
    "under a part, has its words": 1.49,
    "under, a bullet": -0.57,
    "under, a caption": 2.22,
    "under, a label between": -1.83,
    "under, after a byline": 0.33,
    "under, after a jump": -0.07,
    "under, after editors": -0.01,
    "under, dateline": 1.47,
    "under, has its words": 3.37,
    "under, more heads between": -2.34,
    "under, right over other text": -3.36,
    "under, right under it": 2.31,
    "under, signed": 1.53,
    "under, text over which it stands is dated": 1.44,
    "under, the last thing": -0.19,
}
