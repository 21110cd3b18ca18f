"""What each piece of evidence weighs when a page is cut, all in one unit, about a natural logarithm.

Written by `python -m tests.benchmarks.fit_splitter --news FILE --write`, which says how they were fitted and on what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class LayoutWeights(NamedTuple):
    """What speaks against a line being display, being text, and against going from one to the other.

    What each weighs by itself here was set by hand; `LAYOUT` is fitted, and held near that.
    """

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
    over_dateline: float = -3.0  # a dateline stands right under it
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
    narrow: float = 0.0  # about as wide as a headline at most
    # against text
    reads: float = 0.0  # how surely its wording is that of display
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
    start_inside: float = 0.0  # how surely its wording is that of the midst of a sentence
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
    fresh_inside: float = 0.0
    onward: float = 0.2
    cut: float = 3.5  # a word is cut in two


Evidence = Iterator[tuple[str, float]]
"""What there is to weigh: the name of each piece and its value; 0 is no evidence."""


def weigh(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """Return what named evidence weighs in all."""
    total = 0.0
    for name, value in evidence:
        if value:
            total += weights.get(name, 0.0) * value
    return total


def strongest(evidence: Evidence, weights: Mapping[str, float], most: int = 3) -> str:
    """Tell the evidence that weighs most for or against, with what it weighs: “new dateline +1.9, new leads +1.4”."""
    weighed = [(name, weights.get(name, 0.0) * value) for name, value in evidence]
    told = sorted((x for x in weighed if abs(x[1]) >= 0.05), key=lambda x: -abs(x[1]))[:most]
    return ", ".join(f"{name} {x:+.1f}" for name, x in told)


LAYOUT = LayoutWeights(
    over_rows=-1.54,
    length=0.45,
    stop_mark=4.14,
    comma=-1.17,
    commas=1.58,
    list_mark=-0.75,
    halves=0.41,
    notice=-3.97,
    label=-0.47,
    ends_full=4.01,
    ends_ask=-0.08,
    ends_colon=1.64,
    ends_pause=2.15,
    over_dateline=-3.00,
    inside=6.00,
    speaker=4.10,
    field=2.54,
    hanging=0.75,
    quote=1.73,
    full=1.77,
    nearly_full=1.24,
    prose_word=-0.06,
    bullet_row=3.00,
    bullet=0.83,
    signed=-3.30,
    printed=5.10,
    narrow=-0.67,
    reads=0.83,
    bare=0.61,
    short_alone=1.75,
    short=0.20,
    broken_alone=2.87,
    broken=2.66,
    alone_full=1.98,
    ask_alone=1.10,
    on_gap=5.01,
    on_short=3.99,
    on_indented=1.97,
    start_indented=0.16,
    on_full=0.03,
    start_full=1.89,
    on_open_short=3.99,
    start_open_short=2.16,
    on_list=0.96,
    start_list=-0.53,
    start_open=5.06,
    start_pause=3.49,
    row_open=1.03,
    dateline_open=3.89,
    stub=2.13,
    flush=1.29,
    story=1.96,
    indented_story=4.01,
    indented=1.89,
    indented_start=1.97,
    printed_on=5.98,
    unprinted=2.37,
    bullet_start=3.92,
    inwardness=0.13,
    start_inside=0.26,
    shown_row=2.51,
    shown_open=1.40,
    shown_inside=5.27,
    shown_wrapped=0.70,
    fresh_flush_gap=-0.23,
    fresh_flush=2.51,
    fresh_airy=1.92,
    fresh_unprinted=0.48,
    fresh_inside=0.43,
    onward=0.80,
    cut=2.87,
)

LINKS: dict[str, float] = {
    "after a lead alone": 0.78,
    "after a lead alone, without a headline": -0.86,
    "alike": 3.36,
    "alike far away": 4.43,
    "alike more than any": -0.35,
    "answer after question": 1.06,
    "back": -2.95,
    "back by": -0.19,
    "before, without a headline": -0.67,
    "bullet after bullet": 0.47,
    "bullet after what announces it": 2.67,
    "caption after text": -1.83,
    "column after free lines": -1.20,
    "cut": -0.27,
    "cut after a number": -1.10,
    "cut and never goes on": 1.95,
    "cut at a colon": 0.96,
    "cut at a pause": 0.80,
    "cut before a number": 1.95,
    "cut between words": -0.24,
    "cut in a number": 1.96,
    "cut in a quote that closes": 6.72,
    "cut in a word": 2.38,
    "cut, then a beginning by its wording": -1.39,
    "cut, then a printed indent": 1.88,
    "cut, then flush": 0.47,
    "cut, then fresh": 0.31,
    "cut, then indented": -2.84,
    "cut, then inside a sentence": 0.30,
    "cut, then inside a sentence by its wording": 1.12,
    "cut, then no printed indent": 0.95,
    "cut, then stops early": 0.27,
    "far": 0.88,
    "far after a full stop": -1.16,
    "far after a jump": -2.25,
    "far by": -0.86,
    "far though cut text stands right over it": 1.45,
    "far though text follows at once": -1.80,
    "far under a head like those below": 0.90,
    "far under a headline": -0.24,
    "far, after text without a headline": -0.73,
    "far, text without a headline under one of its kin": 0.28,
    "far, text without a headline under one with its words": 4.12,
    "far, under a headline of its kin": 0.46,
    "far, under a headline with its words": 0.86,
    "follows a signature": -3.07,
    "follows referring back": 1.23,
    "follows with a bullet": -1.60,
    "follows with a dateline": -0.36,
    "kin": 2.51,
    "kin far away": -0.86,
    "kin, next at once": -1.17,
    "new": 0.32,
    "new after a cut sentence": 1.26,
    "new after a signature": 0.05,
    "new after kin": -0.13,
    "new at a printed indent": -0.19,
    "new at the top": 0.63,
    "new bullet": 1.60,
    "new caption": 1.88,
    "new dateline": 0.36,
    "new flush": -0.53,
    "new fresh": -0.15,
    "new from another page": 5.20,
    "new has the headline's words": 0.59,
    "new has the words of the headline below": -0.32,
    "new has the words of the headline below, text above has not": 3.09,
    "new in a list of briefs": 4.22,
    "new in another column": -0.47,
    "new in narrow lines": 1.46,
    "new indented": 0.52,
    "new inside a sentence": 0.52,
    "new leads": 0.50,
    "new opens as others do": 0.49,
    "new opens with them": 1.14,
    "new reads as a beginning": 1.16,
    "new reads as inside a sentence": -0.54,
    "new refers back": -1.23,
    "new repeats the headline": 0.43,
    "new rows": 1.60,
    "new stops early": -1.26,
    "new under a byline": -0.17,
    "new under a head like those below": -0.07,
    "new under a head made like another": -0.72,
    "new under a head of its kin": -0.33,
    "new under a head rather of its kin than of the text above": 1.50,
    "new under a headline": 0.81,
    "new under a label": 0.71,
    "new under a marked label": 0.16,
    "new under headline and byline": 0.70,
    "new under what reads as a label": 0.69,
    "new without dateline": -1.15,
    "new without the printed indent": -1.05,
    "next": 0.90,
    "next after a byline": -1.62,
    "next after a full stop and heads": 1.01,
    "next after a head close below": 1.24,
    "next after a head of its kin": 0.68,
    "next after a head of its own": 0.07,
    "next after a head of that kin": -0.11,
    "next after a jump": -2.81,
    "next after a label": -1.78,
    "next after a narrow lead": 0.23,
    "next after heads": 1.28,
    "next after more heads": -0.08,
    "next after running furniture": 0.02,
    "next after what is no subhead": -2.15,
    "next after what reads as a headline": -0.36,
    "next after what reads as a label": -0.67,
    "next at once": 1.62,
    "next at once, over a blank line where others have none": -0.80,
    "next at once, over a blank line where others have none, whole": -1.83,
    "next in a list under a headline": -1.62,
    "next in a list under a label": -0.94,
    "next in a list under a notice": 2.69,
    "next in a list under an announcement": 3.00,
    "next in a list with blank lines": 0.83,
    "next number": 1.21,
    "next right under a head": -0.40,
    "next, a narrow lead under a head": 3.81,
    "next, heads in a sentence": -0.76,
    "next, its lead under its headline": -0.12,
    "no bullet after a bullet": -3.52,
    "other column": -1.15,
    "rows after rows": 4.77,
    "rows after text": -0.29,
    "same column": 0.02,
    "subhead after a short text": 0.36,
    "subhead like another": -0.22,
    "subhead like others": 0.54,
    "subhead made like another": -0.48,
    "subhead of dated news": -2.00,
    "subhead over a short text": -0.04,
    "subhead that reads as a headline": -0.60,
    "subhead with a bullet": -0.54,
    "subhead, narrower than headlines": -0.18,
    "subhead, two lines": 0.73,
    "text after a caption": -2.40,
    "turn after turn": 0.56,
    "whole": 0.38,
    "whole, then a beginning by its wording": -1.17,
    "whole, then a printed indent": -0.43,
    "whole, then flush": -0.41,
    "whole, then fresh": 0.04,
    "whole, then indented": 0.75,
    "whole, then inside a sentence": -0.41,
    "whole, then inside a sentence by its wording": -0.65,
    "whole, then no printed indent": -0.45,
    "whole, then stops early": 0.24,
    "wide after a narrow lead, without a headline": 1.68,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.82,
    "a few characters beside a longer one": -0.73,
    "a few characters, none of its words": 1.29,
    "ends in a colon": 5.01,
    "far": -1.60,
    "far, dateline": -0.17,
    "far, has its words": -1.13,
    "far, kin": 1.88,
    "far, over other text": -0.65,
    "far, reads as a headline": -0.85,
    "has its words": 0.39,
    "has none of its words": -1.19,
    "kin": 1.50,
    "label": -1.26,
    "label, none of its words": -1.14,
    "long": -0.28,
    "marked label": -2.30,
    "midst": -0.94,
    "midst of a sentence": 2.15,
    "midst, dateline": 0.10,
    "midst, has its words": 1.29,
    "midst, kin": -0.81,
    "midst, no subhead": 0.12,
    "midst, reads as a headline": 3.60,
    "midst, signed": 3.54,
    "midst, the first of many": -0.12,
    "none": -2.99,
    "none, a bullet": 2.19,
    "none, a caption": 0.81,
    "none, a dateline": -2.93,
    "none, begins inside a sentence": 0.02,
    "none, from another page": 1.77,
    "none, in a list of briefs": 2.74,
    "none, long": -1.18,
    "none, reads as a beginning": 0.12,
    "none, short": 1.42,
    "none, signed": -1.68,
    "notice": -0.87,
    "over": 1.71,
    "over a part": -0.62,
    "over a part, dateline": 1.03,
    "over a part, has its words": 0.21,
    "over a part, kin": 0.05,
    "over a part, reads as a headline": 1.03,
    "over, a bullet": -2.08,
    "over, a caption": 1.89,
    "over, a jump between": -0.86,
    "over, a label between": -2.15,
    "over, begins inside a sentence": 3.80,
    "over, dateline": 1.09,
    "over, fresh": 0.05,
    "over, has its words": -0.76,
    "over, kin": 1.20,
    "over, like those below": -0.99,
    "over, more heads between": 0.43,
    "over, narrow lines": 0.45,
    "over, reads as a headline": 0.71,
    "over, repeated": 0.54,
    "over, right over it": 1.27,
    "over, signed": 2.09,
    "rather its kin than its neighbour's": 0.82,
    "rather than its neighbour": 2.49,
    "reads as a headline": 0.88,
    "reads as a label": -1.76,
    "shorter than one beside it": 3.65,
    "under": 0.56,
    "under a cut sentence": -2.51,
    "under a part": 0.06,
    "under a part, dateline": 1.10,
    "under a part, has its words": 0.42,
    "under a part, kin": -0.71,
    "under a part, reads as a headline": -1.48,
    "under, a bullet": -1.97,
    "under, a caption": 2.32,
    "under, a label between": -2.10,
    "under, after a byline": 0.97,
    "under, after a jump": -0.21,
    "under, after editors": -0.36,
    "under, dateline": 2.12,
    "under, has its words": 2.51,
    "under, kin": 2.00,
    "under, more heads between": -0.25,
    "under, reads as a headline": -1.33,
    "under, right over other text": 1.13,
    "under, right under it": 0.89,
    "under, signed": 1.57,
    "under, text over which it stands is dated": 0.83,
    "under, the last thing": 1.29,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.18,
    "its links": 0.56,
    "parts": 1.09,
    "parts, kin": 1.47,
    "parts, the last without the headline's words": -0.47,
    "parts, unlike": -0.92,
    "subheads": 0.76,
    "subheads of many widths": -0.62,
    "subheads of two widths": -0.31,
    "subheads together": -1.37,
}
