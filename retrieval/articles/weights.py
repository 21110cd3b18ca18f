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
    broken_title: float = -1.5  # ends in a pause; the few short lines it stands with come to no full stop
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
    over_rows=-1.55,
    length=0.50,
    stop_mark=3.91,
    comma=-0.96,
    commas=1.73,
    list_mark=-0.61,
    halves=0.06,
    notice=-3.99,
    label=-0.62,
    ends_full=3.68,
    ends_ask=-0.39,
    ends_colon=1.31,
    ends_pause=1.79,
    over_dateline=-3.02,
    inside=6.00,
    speaker=4.40,
    field=2.58,
    hanging=0.63,
    quote=1.89,
    full=1.71,
    nearly_full=1.19,
    prose_word=-0.03,
    bullet_row=3.02,
    bullet=0.16,
    signed=-3.33,
    printed=5.09,
    narrow=-0.74,
    broken_title=-2.49,
    reads=0.73,
    bare=0.55,
    short_alone=1.58,
    short=-0.03,
    broken_alone=2.66,
    broken=2.59,
    alone_full=2.08,
    ask_alone=1.47,
    on_gap=4.96,
    on_short=4.00,
    on_indented=1.99,
    start_indented=0.18,
    on_full=0.09,
    start_full=1.90,
    on_open_short=3.80,
    start_open_short=1.73,
    on_list=0.88,
    start_list=-0.99,
    start_open=4.99,
    start_pause=3.50,
    row_open=1.04,
    dateline_open=4.06,
    stub=1.45,
    flush=1.09,
    story=2.17,
    indented_story=4.01,
    indented=1.57,
    indented_start=1.98,
    printed_on=5.98,
    unprinted=2.18,
    bullet_start=3.94,
    inwardness=0.21,
    start_inside=0.27,
    shown_row=2.55,
    shown_open=1.50,
    shown_inside=5.36,
    shown_wrapped=0.64,
    fresh_flush_gap=0.17,
    fresh_flush=2.46,
    fresh_airy=2.17,
    fresh_unprinted=0.27,
    fresh_inside=0.37,
    onward=0.93,
    cut=2.54,
)

LINKS: dict[str, float] = {
    "after a lead alone": 0.53,
    "after a lead alone, without a headline": -0.12,
    "alike": 3.82,
    "alike far away": 4.53,
    "alike more than any": -0.75,
    "answer after question": 1.20,
    "back": -3.34,
    "back by": -0.06,
    "before, without a headline": -0.53,
    "bullet after bullet": 0.10,
    "bullet after what announces it": 2.38,
    "caption after text": -1.34,
    "column after free lines": -0.89,
    "cut": -0.23,
    "cut after a number": -1.23,
    "cut and never goes on": 2.18,
    "cut at a colon": 1.68,
    "cut at a pause": 0.46,
    "cut before a number": 1.80,
    "cut between words": -0.66,
    "cut in a number": 1.18,
    "cut in a quote that closes": 5.20,
    "cut in a word": 1.78,
    "cut, then a beginning by its wording": -0.95,
    "cut, then a printed indent": 1.80,
    "cut, then flush": 0.68,
    "cut, then fresh": -0.18,
    "cut, then indented": -2.38,
    "cut, then inside a sentence": 0.72,
    "cut, then inside a sentence by its wording": 0.97,
    "cut, then no printed indent": 0.88,
    "cut, then stops early": 0.39,
    "far": 0.55,
    "far after a full stop": -0.90,
    "far after a jump": -2.36,
    "far by": -0.77,
    "far though cut text stands right over it": 0.50,
    "far though text follows at once": -1.31,
    "far under a head like those below": 0.50,
    "far under a headline": -0.35,
    "far under what reads as a headline": 0.97,
    "far, after text without a headline": -0.26,
    "far, text without a headline under an upper one of its kin": 0.87,
    "far, text without a headline under an upper one with its words": 0.18,
    "far, text without a headline under one of its kin": -0.36,
    "far, text without a headline under one with its words": 4.21,
    "far, under a headline of its kin": 0.62,
    "far, under a headline with its words": 0.25,
    "far, under an upper head of its kin": 0.32,
    "far, under an upper head with its words": 1.73,
    "follows a signature": -2.77,
    "follows referring back": 1.90,
    "follows with a bullet": -1.35,
    "follows with a dateline": -0.68,
    "kin": 2.54,
    "kin far away": -0.94,
    "kin, next at once": -1.17,
    "new": 0.43,
    "new after a cut sentence": 0.67,
    "new after a signature": 0.10,
    "new after kin": -0.09,
    "new at a printed indent": -0.16,
    "new at the top": 0.11,
    "new bullet": 1.35,
    "new caption": 1.35,
    "new dateline": 0.68,
    "new flush": -1.10,
    "new fresh": 0.07,
    "new from another page": 5.40,
    "new has the headline's words": 0.78,
    "new has the words of the headline below": 0.31,
    "new has the words of the headline below, text above has not": 2.14,
    "new in a list of briefs": 3.76,
    "new in another column": 0.32,
    "new in narrow lines": 1.20,
    "new indented": 0.37,
    "new inside a sentence": 1.44,
    "new leads": 0.42,
    "new opens as others do": 0.24,
    "new opens with them": 0.69,
    "new reads as a beginning": 0.99,
    "new reads as inside a sentence": -0.39,
    "new refers back": -1.90,
    "new repeats the headline": 0.08,
    "new rows": 1.95,
    "new stops early": -1.00,
    "new under a byline": 0.35,
    "new under a head like those below": 0.11,
    "new under a head made like another": -0.62,
    "new under a head of its kin": -0.63,
    "new under a head rather of its kin than of the text above": 1.33,
    "new under a headline": 0.11,
    "new under a label": 0.53,
    "new under a marked label": 1.09,
    "new under an upper head": -0.38,
    "new under an upper head of its kin": -1.10,
    "new under an upper head that reads as a headline": -1.21,
    "new under an upper head with its words": 1.62,
    "new under headline and byline": 0.06,
    "new under what reads as a headline": 1.14,
    "new under what reads as a label": 0.44,
    "new without dateline": -1.25,
    "new without the printed indent": -0.76,
    "next": 1.31,
    "next after a byline": -1.37,
    "next after a full stop and heads": 0.36,
    "next after a head close below": 1.57,
    "next after a head of its kin": 0.49,
    "next after a head of its own": 0.29,
    "next after a head of that kin": -0.26,
    "next after a jump": -2.08,
    "next after a label": -1.34,
    "next after a narrow lead": -0.90,
    "next after heads": 0.51,
    "next after more heads": -0.96,
    "next after running furniture": -0.19,
    "next after what is no subhead": -1.35,
    "next after what reads as a headline": 1.08,
    "next after what reads as a label": -0.75,
    "next at once": 1.54,
    "next at once, over a blank line where others have none": -1.43,
    "next at once, over a blank line where others have none, whole": -1.13,
    "next in a list under a headline": -1.79,
    "next in a list under a label": -1.81,
    "next in a list under a notice": 2.81,
    "next in a list under an announcement": 2.75,
    "next in a list with blank lines": 0.40,
    "next number": 1.58,
    "next right under a head": -0.43,
    "next, a narrow lead under a head": 3.25,
    "next, heads in a sentence": -1.39,
    "next, its lead under its headline": -0.32,
    "no bullet after a bullet": -3.02,
    "other column": -0.59,
    "rows after rows": 4.75,
    "rows after text": -0.19,
    "same column": 0.02,
    "subhead after a short text": 0.33,
    "subhead like another": -0.10,
    "subhead like others": 0.89,
    "subhead made like another": -0.23,
    "subhead of dated news": -1.92,
    "subhead over a short text": 0.01,
    "subhead that reads as a headline": -1.09,
    "subhead with a bullet": -0.64,
    "subhead, narrower than headlines": 0.67,
    "subhead, two lines": 0.68,
    "text after a caption": -2.54,
    "turn after turn": 0.46,
    "whole": 0.35,
    "whole, then a beginning by its wording": -1.10,
    "whole, then a printed indent": -0.49,
    "whole, then flush": -0.35,
    "whole, then fresh": 0.02,
    "whole, then indented": 0.66,
    "whole, then inside a sentence": -1.16,
    "whole, then inside a sentence by its wording": -0.68,
    "whole, then no printed indent": -0.54,
    "whole, then stops early": -0.12,
    "wide after a narrow lead, without a headline": 1.22,
}

HEADLINES: dict[str, float] = {
    "a few characters": -0.92,
    "a few characters beside a longer one": -0.50,
    "a few characters, none of its words": 0.56,
    "an office under another head": -0.42,
    "ends in a colon": 3.74,
    "far": -2.08,
    "far, an office": 3.19,
    "far, dateline": -0.32,
    "far, has its words": -0.93,
    "far, kin": 0.61,
    "far, over other text": -1.42,
    "far, reads as a headline": 0.19,
    "has its words": 0.23,
    "has none of its words": -0.58,
    "kin": 1.62,
    "label": -1.33,
    "label, none of its words": -0.44,
    "long": -0.39,
    "marked label": -3.21,
    "midst": -1.75,
    "midst of a sentence": 1.63,
    "midst, an office": -0.75,
    "midst, dateline": -1.70,
    "midst, has its words": 2.06,
    "midst, kin": 0.43,
    "midst, no subhead": 1.28,
    "midst, reads as a headline": 1.97,
    "midst, signed": 2.45,
    "midst, the first of many": 0.22,
    "none": -2.04,
    "none, a bullet": 2.05,
    "none, a caption": 0.75,
    "none, a dateline": -2.28,
    "none, begins inside a sentence": -0.36,
    "none, from another page": 3.66,
    "none, in a list of briefs": 2.27,
    "none, long": -1.09,
    "none, reads as a beginning": -0.17,
    "none, short": 1.11,
    "none, signed": -1.00,
    "notice": -0.57,
    "over": 1.31,
    "over a part": -0.14,
    "over a part, an office": -0.08,
    "over a part, dateline": -0.53,
    "over a part, has its words": -0.49,
    "over a part, kin": -0.27,
    "over a part, reads as a headline": 1.88,
    "over, a bullet": -2.19,
    "over, a caption": 0.87,
    "over, a jump between": 0.23,
    "over, a label between": -2.18,
    "over, an office": 0.88,
    "over, begins inside a sentence": 2.61,
    "over, dateline": 0.67,
    "over, fresh": -0.12,
    "over, has its words": -0.87,
    "over, kin": 1.56,
    "over, like those below": -0.35,
    "over, more heads between": 0.20,
    "over, narrow lines": 0.89,
    "over, reads as a headline": 0.29,
    "over, repeated": 0.67,
    "over, right over it": 0.56,
    "over, signed": 2.78,
    "rather its kin than its neighbour's": 0.84,
    "rather than its neighbour": 2.09,
    "reads as a byline": -1.21,
    "reads as a headline": 0.78,
    "reads as a label": -1.87,
    "shorter than one beside it": 1.22,
    "under": 0.04,
    "under a cut sentence": -0.05,
    "under a part": -0.04,
    "under a part, an office": -0.01,
    "under a part, dateline": 0.22,
    "under a part, has its words": 1.52,
    "under a part, kin": -0.18,
    "under a part, reads as a headline": -2.11,
    "under, a bullet": -2.26,
    "under, a caption": 1.44,
    "under, a label between": -2.67,
    "under, after a byline": 0.58,
    "under, after a jump": -0.31,
    "under, after editors": -0.74,
    "under, an office": -0.84,
    "under, dateline": 2.21,
    "under, has its words": 2.56,
    "under, kin": 1.89,
    "under, more heads between": -0.98,
    "under, reads as a headline": -0.22,
    "under, right over other text": 0.02,
    "under, right under it": 0.76,
    "under, signed": 1.08,
    "under, text over which it stands is dated": -0.17,
    "under, the last thing": 1.31,
}

TITLES: dict[str, float] = {
    "kicker": -0.42,
    "kicker over title": 1.16,
    "kicker over title, a colon": -2.69,
    "kicker over title, a dash": -1.48,
    "kicker over title, a dash at the end": 0.47,
    "kicker over title, a pause": -1.63,
    "kicker over title, a place": 0.35,
    "kicker over title, a quote stays open": -0.21,
    "kicker over title, a stop": -0.41,
    "kicker over title, a stop below": -0.90,
    "kicker over title, a word over the seam": 0.47,
    "kicker over title, an office": -0.01,
    "kicker over title, apart": 2.34,
    "kicker over title, both short": -0.68,
    "kicker over title, even": 0.60,
    "kicker over title, halves": 1.17,
    "kicker over title, halves below": 0.77,
    "kicker over title, inside a sentence": 0.06,
    "kicker over title, the first longer": 1.10,
    "kicker over title, the first short": -0.61,
    "kicker over title, the first wide": 0.75,
    "kicker over title, the second longer": 2.21,
    "kicker over title, wide": 0.84,
    "kicker reads as a subtitle": 0.66,
    "kicker reads as one": 1.73,
    "subtitle": -0.48,
    "subtitle reads as a kicker": 0.01,
    "subtitle reads as one": 1.74,
    "title goes on": 0.53,
    "title goes on, a colon": 3.81,
    "title goes on, a dash": -2.03,
    "title goes on, a dash at the end": -0.34,
    "title goes on, a pause": 2.26,
    "title goes on, a place": 1.53,
    "title goes on, a quote stays open": 0.41,
    "title goes on, a stop": 0.63,
    "title goes on, a stop below": 1.22,
    "title goes on, a word over the seam": 0.62,
    "title goes on, an office": 0.03,
    "title goes on, apart": -1.82,
    "title goes on, both short": 1.02,
    "title goes on, even": -0.16,
    "title goes on, halves": -0.63,
    "title goes on, halves below": -0.44,
    "title goes on, inside a sentence": 0.79,
    "title goes on, the first longer": -0.05,
    "title goes on, the first short": 0.53,
    "title goes on, the first wide": -1.32,
    "title goes on, the second longer": -0.65,
    "title goes on, wide": -1.58,
    "title of three lines": -5.12,
    "title over subtitle": -0.25,
    "title over subtitle, a colon": -3.12,
    "title over subtitle, a dash": 2.38,
    "title over subtitle, a dash at the end": -0.12,
    "title over subtitle, a pause": -0.63,
    "title over subtitle, a place": -2.80,
    "title over subtitle, a quote stays open": -0.20,
    "title over subtitle, a stop": -0.24,
    "title over subtitle, a stop below": -0.32,
    "title over subtitle, a word over the seam": -1.06,
    "title over subtitle, an office": 0.65,
    "title over subtitle, apart": 1.74,
    "title over subtitle, both short": -0.72,
    "title over subtitle, even": 0.30,
    "title over subtitle, halves": 0.36,
    "title over subtitle, halves below": -0.48,
    "title over subtitle, inside a sentence": -0.29,
    "title over subtitle, the first longer": -0.93,
    "title over subtitle, the first short": 0.27,
    "title over subtitle, the first wide": 0.23,
    "title over subtitle, the second longer": -0.12,
    "title over subtitle, wide": 3.23,
    "title reads as a kicker": -0.94,
    "title reads as a subtitle": -1.58,
    "title, a few characters": -1.10,
    "title, wide": -2.11,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.21,
    "its links": 0.54,
    "parts": 1.64,
    "parts apart": -0.73,
    "parts apart, kin": -1.32,
    "parts apart, kin as one": 0.72,
    "parts, kin": 1.91,
    "parts, the last without the headline's words": -0.45,
    "parts, unlike": -0.69,
    "subheads": 0.63,
    "subheads of many widths": 0.14,
    "subheads of two widths": 0.20,
    "subheads together": -1.21,
}
