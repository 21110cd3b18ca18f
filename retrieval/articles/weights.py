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
    office: float = -0.7  # … of an office or a place under a blank line
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
    under_label: float = -1.0  # short, the first thing under a label, an editors' line, the top of the page
    over_label: float = -1.0  # … the last thing over one, or over the end of the page
    printed: float = 5.0  # an indent is printed before it
    narrow: float = 0.0  # about as wide as a headline at most
    verse: float = 1.0  # stands among short lines that come to no stop, four or more at once
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
    fresh_runs_on: float = 0.0
    onward: float = 0.2


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
    over_rows=-1.91,
    length=0.55,
    stop_mark=3.90,
    comma=-0.98,
    commas=1.66,
    list_mark=-0.63,
    halves=-0.10,
    notice=-3.92,
    label=-0.57,
    ends_full=3.68,
    ends_ask=0.01,
    ends_colon=1.79,
    office=-1.40,
    ends_pause=1.83,
    over_dateline=-3.01,
    inside=6.00,
    speaker=4.32,
    field=2.73,
    hanging=0.52,
    quote=1.99,
    full=1.88,
    nearly_full=1.24,
    prose_word=-0.11,
    bullet_row=3.06,
    bullet=0.18,
    signed=-3.25,
    under_label=-1.83,
    over_label=-0.76,
    printed=5.10,
    narrow=-0.54,
    verse=2.36,
    broken_title=-2.35,
    reads=0.75,
    bare=0.51,
    short_alone=1.89,
    short=0.43,
    broken_alone=2.87,
    broken=2.31,
    alone_full=2.16,
    ask_alone=1.76,
    on_gap=4.93,
    on_short=3.98,
    on_indented=1.99,
    start_indented=0.24,
    on_full=0.11,
    start_full=1.75,
    on_open_short=3.77,
    start_open_short=1.22,
    on_list=0.93,
    start_list=-0.75,
    start_open=4.97,
    start_pause=3.51,
    row_open=1.40,
    dateline_open=4.01,
    stub=1.76,
    flush=1.07,
    story=1.97,
    indented_story=4.00,
    indented=1.66,
    indented_start=1.99,
    printed_on=5.99,
    unprinted=2.40,
    bullet_start=3.86,
    inwardness=0.18,
    start_inside=0.27,
    shown_row=2.77,
    shown_open=1.46,
    shown_inside=5.11,
    shown_wrapped=0.73,
    fresh_flush_gap=0.05,
    fresh_flush=2.67,
    fresh_airy=2.02,
    fresh_unprinted=0.27,
    fresh_inside=0.38,
    fresh_runs_on=0.23,
    onward=0.33,
)

LINKS: dict[str, float] = {
    "after a lead alone": 0.66,
    "after a lead alone, without a headline": -0.24,
    "alike": 2.99,
    "alike far away": 5.05,
    "alike more than any": -1.24,
    "answer after question": 1.71,
    "back": -3.48,
    "back by": -0.01,
    "before, without a headline": -0.54,
    "bullet after bullet": -0.20,
    "bullet after what announces it": 2.27,
    "caption after text": -1.62,
    "column after free lines": -0.83,
    "cut": 0.04,
    "cut after a number": -1.23,
    "cut and never goes on": 2.45,
    "cut at a colon": 2.27,
    "cut at a pause": 0.35,
    "cut before a number": 1.73,
    "cut between words": -0.82,
    "cut in a number": 0.96,
    "cut in a quote that closes": 5.31,
    "cut in a word": 1.77,
    "cut, then a beginning by its wording": -1.21,
    "cut, then a printed indent": 1.41,
    "cut, then flush": 0.69,
    "cut, then fresh": 0.02,
    "cut, then indented": -2.25,
    "cut, then inside a sentence": 0.50,
    "cut, then inside a sentence by its wording": 1.02,
    "cut, then no printed indent": 0.61,
    "cut, then stops early": 0.41,
    "far": 0.45,
    "far after a full stop": -0.78,
    "far after a jump": -2.22,
    "far by": -0.66,
    "far though cut text stands right over it": 0.56,
    "far though text follows at once": -1.48,
    "far under a head like those below": 0.43,
    "far under a headline": -0.58,
    "far under what reads as a headline": 0.92,
    "far, after text without a headline": -0.01,
    "far, text without a headline under an upper one of its kin": 0.91,
    "far, text without a headline under an upper one with its words": -0.21,
    "far, text without a headline under one of its kin": -0.27,
    "far, text without a headline under one with its words": 4.20,
    "far, under a headline of its kin": 0.37,
    "far, under a headline with its words": 0.80,
    "far, under an upper head of its kin": 0.40,
    "far, under an upper head with its words": 2.08,
    "follows a signature": -3.10,
    "follows referring back": 1.83,
    "follows with a bullet": -1.41,
    "follows with a dateline": -0.91,
    "kin": 2.98,
    "kin far away": -0.96,
    "kin, next at once": -1.18,
    "new": 0.21,
    "new after a cut sentence": 0.98,
    "new after a signature": 0.12,
    "new after kin": -0.23,
    "new at a printed indent": -0.10,
    "new at the top": 0.65,
    "new bullet": 1.41,
    "new caption": 1.62,
    "new dateline": 0.91,
    "new flush": -1.11,
    "new fresh": 0.01,
    "new from another page": 5.28,
    "new has the headline's words": 0.63,
    "new has the words of the headline below": -0.30,
    "new has the words of the headline below, text above has not": 3.10,
    "new in a list of briefs": 2.43,
    "new in another column": 0.33,
    "new in narrow lines": 0.35,
    "new indented": 0.29,
    "new inside a sentence": 1.81,
    "new leads": 0.57,
    "new opens as others do": 0.67,
    "new opens with them": 0.88,
    "new reads as a beginning": 1.08,
    "new reads as inside a sentence": -0.37,
    "new refers back": -1.83,
    "new repeats the headline": 0.13,
    "new rows": 1.90,
    "new stops early": -0.95,
    "new under a byline": 0.19,
    "new under a head like those below": 0.12,
    "new under a head made like another": -0.76,
    "new under a head of its kin": -0.32,
    "new under a head rather of its kin than of the text above": 1.24,
    "new under a head that repeats another": 0.62,
    "new under a headline": 0.11,
    "new under a label": 0.58,
    "new under a marked label": 0.87,
    "new under an upper head": -0.45,
    "new under an upper head of its kin": -0.57,
    "new under an upper head that reads as a headline": -0.98,
    "new under an upper head with its words": 0.86,
    "new under headline and byline": 0.27,
    "new under what reads as a headline": 1.32,
    "new under what reads as a label": 0.29,
    "new without dateline": -1.08,
    "new without the printed indent": -1.03,
    "next": 1.63,
    "next after a byline": -1.38,
    "next after a full stop and heads": 0.30,
    "next after a head close below": 1.97,
    "next after a head of its kin": 0.76,
    "next after a head of its own": 0.26,
    "next after a head of that kin": -0.35,
    "next after a jump": -2.46,
    "next after a label": -1.17,
    "next after a narrow lead": -1.12,
    "next after heads": 0.51,
    "next after more heads": -1.34,
    "next after running furniture": -0.54,
    "next after what is no subhead": -1.17,
    "next after what reads as a headline": 0.86,
    "next after what reads as a label": -0.94,
    "next at once": 1.52,
    "next at once, over a blank line where others have none": -1.86,
    "next at once, over a blank line where others have none, whole": -0.84,
    "next in a list under a headline": -1.26,
    "next in a list under a label": -2.48,
    "next in a list under a notice": 2.22,
    "next in a list under an announcement": 2.94,
    "next in a list with blank lines": 0.26,
    "next number": 1.59,
    "next right under a head": -1.05,
    "next, a narrow lead under a head": 2.81,
    "next, heads in a sentence": -1.18,
    "next, its lead under its headline": -0.58,
    "no bullet after a bullet": -3.78,
    "other column": -0.78,
    "rows after rows": 2.94,
    "rows after text": -0.33,
    "same column": 0.04,
    "says it again": -10.07,
    "subhead after a short text": 0.23,
    "subhead like another": -0.24,
    "subhead like others": 0.49,
    "subhead made like another": -0.08,
    "subhead of dated news": -2.15,
    "subhead that reads as a headline": -0.83,
    "subhead with a bullet": -0.66,
    "subhead, narrower than headlines": 0.78,
    "subhead, two lines": 0.53,
    "text after a caption": -2.19,
    "turn after turn": 0.67,
    "whole": 0.46,
    "whole, then a beginning by its wording": -1.05,
    "whole, then a printed indent": -0.37,
    "whole, then flush": -0.36,
    "whole, then fresh": 0.01,
    "whole, then indented": 0.61,
    "whole, then inside a sentence": -1.10,
    "whole, then inside a sentence by its wording": -0.71,
    "whole, then no printed indent": 0.03,
    "whole, then stops early": -0.20,
    "wide after a narrow lead, without a headline": 1.42,
}

HEADLINES: dict[str, float] = {
    "a few characters": -0.95,
    "a few characters beside a longer one": -0.47,
    "a few characters, none of its words": 0.88,
    "an office under another head": 0.14,
    "ends in a colon": 2.31,
    "far": -1.95,
    "far, an office": 3.52,
    "far, dateline": -0.35,
    "far, has its words": 0.70,
    "far, kin": 1.16,
    "far, over other text": -2.41,
    "far, reads as a headline": -0.53,
    "has its words": 0.20,
    "has none of its words": -1.11,
    "kin": 1.71,
    "label": -1.36,
    "label, none of its words": -0.44,
    "long": -0.42,
    "marked label": -3.09,
    "midst": -1.82,
    "midst of a sentence": 1.93,
    "midst, an office": -0.82,
    "midst, dateline": -1.77,
    "midst, has its words": 3.03,
    "midst, kin": 0.38,
    "midst, no subhead": 1.64,
    "midst, reads as a headline": 1.09,
    "midst, signed": 4.32,
    "midst, the first of many": 0.16,
    "none": -2.02,
    "none, a bullet": 2.20,
    "none, a caption": 0.96,
    "none, a dateline": -2.39,
    "none, begins inside a sentence": 0.99,
    "none, from another page": 3.50,
    "none, in a list of briefs": 1.74,
    "none, long": -1.08,
    "none, reads as a beginning": -0.54,
    "none, short": 0.67,
    "none, signed": -1.27,
    "notice": -0.86,
    "over": 1.35,
    "over a part": -0.22,
    "over a part, an office": -0.02,
    "over a part, dateline": -0.56,
    "over a part, has its words": -0.61,
    "over a part, kin": 0.16,
    "over a part, reads as a headline": 1.60,
    "over, a bullet": -2.64,
    "over, a caption": 1.22,
    "over, a jump between": 0.12,
    "over, a label between": -2.53,
    "over, an office": 0.32,
    "over, begins inside a sentence": 1.94,
    "over, dateline": 1.06,
    "over, fresh": -0.19,
    "over, has its words": -1.00,
    "over, kin": 1.47,
    "over, like those below": 0.10,
    "over, more heads between": 0.28,
    "over, narrow lines": 0.52,
    "over, reads as a headline": 0.63,
    "over, repeated": 1.18,
    "over, right over it": 0.94,
    "over, signed": 2.56,
    "rather its kin than its neighbour's": 0.90,
    "rather than its neighbour": 1.87,
    "reads as a byline": -1.27,
    "reads as a headline": 0.95,
    "reads as a label": -2.05,
    "shorter than one beside it": 1.38,
    "under": 0.39,
    "under a cut sentence": 0.87,
    "under a part": -0.66,
    "under a part, dateline": 0.10,
    "under a part, has its words": 0.88,
    "under a part, kin": 0.14,
    "under a part, reads as a headline": -1.63,
    "under, a bullet": -2.54,
    "under, a caption": 1.04,
    "under, a label between": -2.74,
    "under, after a byline": 0.27,
    "under, after a jump": -0.35,
    "under, after editors": -0.92,
    "under, an office": -1.10,
    "under, dateline": 1.63,
    "under, has its words": 1.84,
    "under, kin": 1.61,
    "under, more heads between": -0.79,
    "under, reads as a headline": -0.44,
    "under, right over other text": -0.13,
    "under, right under it": 1.30,
    "under, signed": 1.01,
    "under, text over which it stands is dated": -0.10,
    "under, the last thing": 1.00,
}

TITLES: dict[str, float] = {
    "kicker": -0.37,
    "kicker over title": 1.20,
    "kicker over title, a colon": -2.76,
    "kicker over title, a dash": -1.56,
    "kicker over title, a dash at the end": 0.49,
    "kicker over title, a pause": -1.68,
    "kicker over title, a place": 0.35,
    "kicker over title, a quote stays open": -0.26,
    "kicker over title, a stop": -0.27,
    "kicker over title, a stop below": -0.90,
    "kicker over title, a word over the seam": 0.42,
    "kicker over title, an office": 0.05,
    "kicker over title, apart": 2.35,
    "kicker over title, both short": -0.69,
    "kicker over title, even": 0.71,
    "kicker over title, halves": 1.15,
    "kicker over title, halves below": 0.83,
    "kicker over title, the first longer": 1.21,
    "kicker over title, the first short": -0.59,
    "kicker over title, the first wide": 0.59,
    "kicker over title, the second longer": 2.34,
    "kicker over title, wide": 0.77,
    "kicker reads as a subtitle": 1.08,
    "kicker reads as one": 1.35,
    "subtitle": -0.41,
    "subtitle reads as a kicker": 0.40,
    "subtitle reads as one": 1.55,
    "title goes on": 0.46,
    "title goes on, a colon": 3.80,
    "title goes on, a dash": -2.08,
    "title goes on, a dash at the end": -0.41,
    "title goes on, a pause": 2.29,
    "title goes on, a place": 1.50,
    "title goes on, a quote stays open": 0.50,
    "title goes on, a stop": 0.56,
    "title goes on, a stop below": 1.26,
    "title goes on, a word over the seam": 0.63,
    "title goes on, an office": 0.05,
    "title goes on, apart": -1.81,
    "title goes on, both short": 1.05,
    "title goes on, even": -0.18,
    "title goes on, halves": -0.54,
    "title goes on, halves below": -0.44,
    "title goes on, inside a sentence": 0.72,
    "title goes on, the first longer": -0.13,
    "title goes on, the first short": 0.49,
    "title goes on, the first wide": -1.23,
    "title goes on, the second longer": -0.55,
    "title goes on, wide": -1.60,
    "title of three lines": -5.21,
    "title over subtitle": -0.18,
    "title over subtitle, a colon": -3.00,
    "title over subtitle, a dash": 2.45,
    "title over subtitle, a dash at the end": -0.07,
    "title over subtitle, a pause": -0.61,
    "title over subtitle, a place": -2.76,
    "title over subtitle, a quote stays open": -0.23,
    "title over subtitle, a stop": -0.33,
    "title over subtitle, a stop below": -0.36,
    "title over subtitle, a word over the seam": -1.03,
    "title over subtitle, an office": 0.73,
    "title over subtitle, apart": 1.78,
    "title over subtitle, both short": -0.73,
    "title over subtitle, even": 0.24,
    "title over subtitle, halves": 0.25,
    "title over subtitle, halves below": -0.51,
    "title over subtitle, inside a sentence": -0.29,
    "title over subtitle, the first longer": -1.17,
    "title over subtitle, the first short": 0.43,
    "title over subtitle, the first wide": 0.10,
    "title over subtitle, the second longer": -0.39,
    "title over subtitle, wide": 3.27,
    "title reads as a kicker": -0.97,
    "title reads as a subtitle": -1.65,
    "title, a few characters": -1.15,
    "title, wide": -2.10,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.19,
    "its links": 0.36,
    "joins": 1.26,
    "joins, kin": 1.03,
    "parts": 2.03,
    "parts apart": -0.64,
    "parts apart, kin": -0.73,
    "parts apart, kin as one": 0.71,
    "parts, kin": 1.21,
    "parts, says it again": -3.81,
    "parts, signed": -0.83,
    "parts, the last without the headline's words": -0.35,
    "parts, unlike": -0.66,
    "subheads": 0.28,
    "subheads of many widths": 0.78,
    "subheads of two widths": 0.60,
    "subheads together": -1.01,
    "subheads, signed": -0.17,
}
