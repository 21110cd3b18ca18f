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
    marked_alike: float = -3.0  # opens with a bullet as other short lines do
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
    over_rows=-1.90,
    length=0.41,
    stop_mark=4.02,
    comma=-0.86,
    commas=1.71,
    list_mark=-0.53,
    halves=0.48,
    notice=-3.91,
    label=-0.56,
    ends_full=3.69,
    ends_ask=-0.15,
    ends_colon=1.96,
    office=-1.34,
    ends_pause=1.62,
    over_dateline=-3.01,
    inside=6.00,
    speaker=4.21,
    field=2.12,
    hanging=0.74,
    quote=2.04,
    full=1.77,
    nearly_full=1.72,
    prose_word=-0.21,
    bullet_row=2.24,
    bullet=0.05,
    signed=-3.25,
    under_label=-1.60,
    over_label=-0.82,
    printed=5.13,
    narrow=-0.59,
    verse=2.42,
    broken_title=-2.15,
    marked_alike=-3.18,
    reads=0.77,
    bare=0.47,
    short_alone=1.95,
    short=0.69,
    broken_alone=2.56,
    broken=2.40,
    alone_full=2.32,
    ask_alone=1.53,
    on_gap=4.96,
    on_short=3.97,
    on_indented=2.00,
    start_indented=0.27,
    on_full=-0.04,
    start_full=1.66,
    on_open_short=2.19,
    start_open_short=1.22,
    on_list=0.90,
    start_list=-0.68,
    start_open=4.60,
    start_pause=3.51,
    row_open=1.39,
    dateline_open=3.60,
    stub=1.54,
    flush=1.02,
    story=2.12,
    indented_story=3.96,
    indented=1.69,
    indented_start=2.13,
    printed_on=5.98,
    unprinted=2.08,
    bullet_start=3.76,
    inwardness=0.24,
    start_inside=0.19,
    shown_row=2.51,
    shown_open=1.70,
    shown_inside=5.38,
    shown_wrapped=0.78,
    fresh_flush_gap=0.14,
    fresh_flush=2.14,
    fresh_airy=1.84,
    fresh_unprinted=-0.20,
    fresh_inside=0.40,
    fresh_runs_on=0.18,
    onward=0.45,
)

LINKS: dict[str, float] = {
    "after a lead alone": 0.78,
    "after a lead alone, without a headline": 0.10,
    "alike": 3.17,
    "alike far away": 4.45,
    "alike more than any": -1.04,
    "answer after question": 0.92,
    "back": -4.61,
    "back by": 0.18,
    "before, without a headline": -0.65,
    "bullet after bullet": -0.51,
    "bullet after what announces it": 1.10,
    "caption after text": -1.63,
    "column after free lines": -0.65,
    "cut": 0.11,
    "cut after a number": -1.87,
    "cut and never goes on": 2.49,
    "cut at a colon": 1.79,
    "cut at a pause": 0.41,
    "cut before a number": 1.65,
    "cut between words": -0.95,
    "cut in a number": 1.59,
    "cut in a quote that closes": 6.17,
    "cut in a word": 2.09,
    "cut, then a beginning by its wording": -1.37,
    "cut, then a printed indent": 1.72,
    "cut, then flush": 0.91,
    "cut, then fresh": 0.33,
    "cut, then indented": -2.79,
    "cut, then inside a sentence": 1.09,
    "cut, then inside a sentence by its wording": 1.24,
    "cut, then no printed indent": 0.74,
    "cut, then stops early": 0.88,
    "far": 1.14,
    "far after a full stop": -1.38,
    "far after a jump": -2.40,
    "far by": -0.93,
    "far though cut text stands right over it": 0.53,
    "far though text follows at once": -1.06,
    "far under a head like those below": 0.39,
    "far under a headline": -0.56,
    "far under what reads as a headline": 0.76,
    "far, after text without a headline": 0.32,
    "far, near the headline over that": 0.45,
    "far, text without a headline under an upper one near it": -0.03,
    "far, text without a headline under an upper one with its words": -1.18,
    "far, text without a headline under one near it": 0.19,
    "far, text without a headline under one with its words": 3.94,
    "far, under a headline near it": 0.14,
    "far, under a headline with its words": 0.47,
    "far, under an upper head near it": 0.09,
    "far, under an upper head with its words": 3.68,
    "follows a signature": -4.00,
    "follows referring back": 0.13,
    "follows with a bullet": -1.26,
    "follows with a dateline": -1.20,
    "kin": 2.78,
    "kin far away": -0.78,
    "kin, next at once": -1.29,
    "near": 1.09,
    "near, far away": -0.47,
    "near, next at once": -0.09,
    "nearer than any": -0.43,
    "new": 0.28,
    "new after a cut sentence": 0.80,
    "new after a signature": 0.19,
    "new after kin": -0.80,
    "new after what is near": 0.32,
    "new at a printed indent": 0.15,
    "new at the top": -0.25,
    "new bullet": 1.26,
    "new caption": 2.01,
    "new dateline": 1.20,
    "new flush": -0.85,
    "new fresh": 0.02,
    "new from another page": 5.67,
    "new has the headline's words": 1.34,
    "new has the words of the headline below": 0.25,
    "new has the words of the headline below, text above has not": 2.76,
    "new in a list of briefs": 3.22,
    "new in another column": 0.43,
    "new in narrow lines": 0.83,
    "new indented": 0.60,
    "new inside a sentence": 1.81,
    "new leads": 0.52,
    "new opens as others do": 0.55,
    "new opens with them": 0.80,
    "new reads as a beginning": 1.45,
    "new reads as inside a sentence": -0.48,
    "new refers back": -0.13,
    "new repeats the headline": -0.14,
    "new rows": 1.60,
    "new stops early": -1.85,
    "new under a byline": 0.28,
    "new under a head like those below": 0.11,
    "new under a head made like another": -0.68,
    "new under a head near it": 0.03,
    "new under a head rather near it than near the text above": 0.48,
    "new under a head that repeats another": 0.06,
    "new under a headline": 0.12,
    "new under a label": 0.66,
    "new under a marked label": 1.28,
    "new under an upper head": 0.57,
    "new under an upper head near it": -0.16,
    "new under an upper head that reads as a headline": -1.16,
    "new under an upper head with its words": 1.13,
    "new under headline and byline": 0.31,
    "new under what reads as a headline": 1.94,
    "new under what reads as a label": 0.57,
    "new without dateline": -0.95,
    "new without the printed indent": -0.94,
    "next": 2.22,
    "next after a byline": -1.67,
    "next after a full stop and heads": 0.22,
    "next after a head close below": 1.55,
    "next after a head near it": 0.10,
    "next after a head near that": -0.03,
    "next after a head of its own": -0.50,
    "next after a jump": -2.21,
    "next after a label": -0.65,
    "next after a label over a head": -1.25,
    "next after a narrow lead": -0.99,
    "next after heads": 0.20,
    "next after more heads": -0.38,
    "next after running furniture": -0.60,
    "next after what is no subhead": -1.75,
    "next after what reads as a headline": 1.46,
    "next after what reads as a label": -0.85,
    "next at once": 2.15,
    "next at once, over a blank line where others have none": -3.14,
    "next at once, over a blank line where others have none, whole": -0.61,
    "next in a list under a headline": -0.71,
    "next in a list under a label": -2.43,
    "next in a list under a notice": 1.41,
    "next in a list under an announcement": 3.29,
    "next in a list with blank lines": 0.19,
    "next number": 1.60,
    "next right under a head": -0.51,
    "next, a narrow lead under a head": 2.21,
    "next, heads in a sentence": -1.62,
    "next, its lead under its headline": -0.32,
    "no bullet after a bullet": -3.59,
    "other column": -0.25,
    "rows after rows": 2.31,
    "rows after text": -0.88,
    "same column": 0.11,
    "says it again": -8.04,
    "subhead after a short text": 0.28,
    "subhead like another": -0.07,
    "subhead like others": 0.51,
    "subhead made like another": 0.12,
    "subhead of dated news": -1.96,
    "subhead over a short text": 0.24,
    "subhead that reads as a headline": -1.23,
    "subhead with a bullet": -0.50,
    "subhead, narrower than headlines": 1.15,
    "subhead, two lines": 1.03,
    "text after a caption": -3.29,
    "turn after turn": 0.44,
    "whole": 0.12,
    "whole, then a beginning by its wording": -1.30,
    "whole, then a printed indent": -0.71,
    "whole, then flush": -0.58,
    "whole, then fresh": -0.09,
    "whole, then indented": 0.88,
    "whole, then inside a sentence": -1.71,
    "whole, then inside a sentence by its wording": -0.94,
    "whole, then no printed indent": -0.19,
    "whole, then stops early": -0.15,
    "wide after a narrow lead, without a headline": 1.21,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.61,
    "a few characters beside a longer one": -0.09,
    "a few characters, none of its words": 1.63,
    "an office under another head": 1.09,
    "ends in a colon": 3.77,
    "far": -0.56,
    "far, an office": 1.57,
    "far, dateline": -1.81,
    "far, has its words": -1.02,
    "far, near": 0.09,
    "far, over other text": -1.84,
    "far, reads as a headline": -0.56,
    "has its words": 0.67,
    "has none of its words": -1.52,
    "label": -1.42,
    "label, none of its words": 0.03,
    "long": -0.64,
    "marked label": -2.68,
    "marked like a subhead": -2.36,
    "midst": -3.66,
    "midst of a sentence": 0.58,
    "midst, an office": -0.82,
    "midst, dateline": -0.82,
    "midst, has its words": 2.60,
    "midst, near": -0.16,
    "midst, no subhead": 1.80,
    "midst, reads as a headline": 1.94,
    "midst, signed": 4.19,
    "midst, the first of many": 0.31,
    "near": 0.52,
    "none": -2.26,
    "none, a bullet": 3.06,
    "none, a caption": 0.66,
    "none, a dateline": -1.49,
    "none, begins inside a sentence": 2.95,
    "none, from another page": 3.72,
    "none, in a list of briefs": 1.87,
    "none, long": -1.86,
    "none, reads as a beginning": 0.19,
    "none, short": 2.43,
    "none, signed": -1.11,
    "notice": -1.27,
    "over": 2.06,
    "over a part": -1.46,
    "over a part, an office": -0.55,
    "over a part, dateline": 0.85,
    "over a part, has its words": 0.11,
    "over a part, near": -0.11,
    "over a part, reads as a headline": 2.09,
    "over, a bullet": -0.92,
    "over, a caption": 1.03,
    "over, a jump between": -0.29,
    "over, a label between": -1.74,
    "over, an office": -0.07,
    "over, begins inside a sentence": 1.62,
    "over, dateline": 1.00,
    "over, fresh": -0.15,
    "over, has its words": -0.05,
    "over, like those below": -0.68,
    "over, more heads between": -0.17,
    "over, narrow lines": -0.02,
    "over, near": 0.36,
    "over, reads as a headline": 0.16,
    "over, repeated": 0.01,
    "over, right over it": 0.75,
    "over, signed": 2.46,
    "rather near it than near its neighbour": 0.17,
    "rather than its neighbour": 4.51,
    "reads as a byline": -1.23,
    "reads as a headline": 0.89,
    "reads as a label": -1.84,
    "shorter than one beside it": 1.81,
    "under": 0.24,
    "under a cut sentence": 1.08,
    "under a part": -1.46,
    "under a part, dateline": 0.45,
    "under a part, has its words": 1.09,
    "under a part, near": 0.47,
    "under a part, reads as a headline": -0.08,
    "under, a bullet": -2.45,
    "under, a caption": 2.68,
    "under, a label between": -1.73,
    "under, after a byline": 0.15,
    "under, after a jump": -0.32,
    "under, after editors": -0.73,
    "under, an office": -2.06,
    "under, dateline": 1.05,
    "under, has its words": 2.64,
    "under, more heads between": -0.63,
    "under, near": 0.13,
    "under, reads as a headline": -0.86,
    "under, right over other text": -0.91,
    "under, right under it": 1.12,
    "under, signed": 1.42,
    "under, text over which it stands is dated": -1.17,
    "under, the last thing": 2.29,
}

TITLES: dict[str, float] = {
    "kicker": -0.06,
    "kicker over title": 1.50,
    "kicker over title, a colon": -2.92,
    "kicker over title, a dash": -1.69,
    "kicker over title, a dash at the end": 1.37,
    "kicker over title, a pause": -1.53,
    "kicker over title, a place": 0.24,
    "kicker over title, a quote stays open": -0.44,
    "kicker over title, a stop": -0.32,
    "kicker over title, a stop below": -1.07,
    "kicker over title, a word over the seam": 0.41,
    "kicker over title, an office": -0.15,
    "kicker over title, apart": 2.25,
    "kicker over title, both short": -0.50,
    "kicker over title, even": 0.44,
    "kicker over title, halves": 1.16,
    "kicker over title, halves below": 0.90,
    "kicker over title, inside a sentence": -0.12,
    "kicker over title, the first longer": 1.08,
    "kicker over title, the first short": -0.69,
    "kicker over title, the first wide": 0.50,
    "kicker over title, the second longer": 2.16,
    "kicker over title, wide": 0.95,
    "kicker reads as a subtitle": 1.63,
    "kicker reads as one": 1.17,
    "subtitle": -0.56,
    "subtitle reads as a kicker": 0.38,
    "subtitle reads as one": 1.14,
    "title goes on": 0.39,
    "title goes on, a colon": 3.91,
    "title goes on, a dash": -2.44,
    "title goes on, a dash at the end": -1.23,
    "title goes on, a pause": 2.14,
    "title goes on, a place": 1.56,
    "title goes on, a quote stays open": 0.66,
    "title goes on, a stop": 0.76,
    "title goes on, a stop below": 1.47,
    "title goes on, a word over the seam": 0.84,
    "title goes on, an office": 0.09,
    "title goes on, apart": -1.84,
    "title goes on, both short": 0.94,
    "title goes on, even": 0.08,
    "title goes on, halves": -0.63,
    "title goes on, halves below": -0.51,
    "title goes on, inside a sentence": 0.65,
    "title goes on, the first longer": -0.06,
    "title goes on, the first short": 0.66,
    "title goes on, the first wide": -1.34,
    "title goes on, the second longer": -0.30,
    "title goes on, wide": -1.69,
    "title of three lines": -4.15,
    "title over subtitle": -0.40,
    "title over subtitle, a colon": -3.17,
    "title over subtitle, a dash": 2.68,
    "title over subtitle, a dash at the end": -0.13,
    "title over subtitle, a pause": -0.63,
    "title over subtitle, a place": -2.73,
    "title over subtitle, a quote stays open": -0.22,
    "title over subtitle, a stop": -0.48,
    "title over subtitle, a stop below": -0.40,
    "title over subtitle, a word over the seam": -1.24,
    "title over subtitle, an office": 0.88,
    "title over subtitle, apart": 1.78,
    "title over subtitle, both short": -0.70,
    "title over subtitle, even": 0.01,
    "title over subtitle, halves": 0.21,
    "title over subtitle, halves below": -0.52,
    "title over subtitle, inside a sentence": -0.35,
    "title over subtitle, the first longer": -1.31,
    "title over subtitle, the first short": 0.30,
    "title over subtitle, the first wide": 0.20,
    "title over subtitle, the second longer": -0.41,
    "title over subtitle, wide": 3.26,
    "title reads as a kicker": -0.84,
    "title reads as a subtitle": -1.64,
    "title, a few characters": -0.60,
    "title, wide": -2.20,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.18,
    "its links": 0.23,
    "joins": 1.79,
    "joins, kin": 1.06,
    "joins, near": 0.05,
    "lists": 1.07,
    "lists, kin": 0.92,
    "lists, near": -0.03,
    "parts": 1.92,
    "parts apart": -0.52,
    "parts apart, kin": -0.62,
    "parts apart, kin as one": 0.63,
    "parts apart, near": -0.16,
    "parts apart, near as one": 0.29,
    "parts, kin": 0.99,
    "parts, near": 0.05,
    "parts, says it again": -4.66,
    "parts, signed": -0.10,
    "parts, the last near the headline": -0.02,
    "parts, the last without the headline's words": -0.40,
    "parts, unlike": -0.70,
    "signed twice": -2.18,
    "subheads": 0.84,
    "subheads like the headline": -1.79,
    "subheads of many widths": -0.04,
    "subheads of two widths": 0.52,
    "subheads that read as headlines": -0.92,
    "subheads together": -0.85,
}
