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
    over_rows=-1.87,
    length=0.51,
    stop_mark=3.91,
    comma=-0.98,
    commas=1.68,
    list_mark=-0.67,
    halves=-0.09,
    notice=-3.92,
    label=-0.51,
    ends_full=3.68,
    ends_ask=0.02,
    ends_colon=1.81,
    office=-1.39,
    ends_pause=1.84,
    over_dateline=-3.01,
    inside=6.00,
    speaker=4.30,
    field=2.27,
    hanging=0.60,
    quote=1.98,
    full=1.83,
    nearly_full=1.34,
    prose_word=-0.11,
    bullet_row=3.07,
    bullet=0.07,
    signed=-3.25,
    under_label=-1.80,
    over_label=-0.73,
    printed=5.10,
    narrow=-0.52,
    verse=2.37,
    broken_title=-2.37,
    marked_alike=-3.00,
    reads=0.75,
    bare=0.49,
    short_alone=1.94,
    short=0.47,
    broken_alone=2.86,
    broken=2.33,
    alone_full=2.25,
    ask_alone=1.77,
    on_gap=4.94,
    on_short=3.98,
    on_indented=1.99,
    start_indented=0.26,
    on_full=0.08,
    start_full=1.68,
    on_open_short=3.75,
    start_open_short=1.25,
    on_list=0.93,
    start_list=-0.79,
    start_open=4.97,
    start_pause=3.51,
    row_open=1.36,
    dateline_open=4.01,
    stub=1.74,
    flush=1.17,
    story=1.97,
    indented_story=4.00,
    indented=1.68,
    indented_start=1.99,
    printed_on=6.00,
    unprinted=2.37,
    bullet_start=3.82,
    inwardness=0.19,
    start_inside=0.28,
    shown_row=2.77,
    shown_open=1.44,
    shown_inside=5.13,
    shown_wrapped=0.73,
    fresh_flush_gap=0.02,
    fresh_flush=2.55,
    fresh_airy=2.04,
    fresh_unprinted=0.30,
    fresh_inside=0.39,
    fresh_runs_on=0.24,
    onward=0.36,
)

LINKS: dict[str, float] = {
    "after a lead alone": 0.66,
    "after a lead alone, without a headline": -0.31,
    "alike": 2.75,
    "alike far away": 5.07,
    "alike more than any": -1.21,
    "answer after question": 1.64,
    "back": -3.40,
    "back by": -0.02,
    "before, without a headline": -0.50,
    "bullet after bullet": -0.14,
    "bullet after what announces it": 2.36,
    "caption after text": -1.63,
    "column after free lines": -0.92,
    "cut": 0.02,
    "cut after a number": -1.30,
    "cut and never goes on": 2.45,
    "cut at a colon": 2.23,
    "cut at a pause": 0.42,
    "cut before a number": 1.79,
    "cut between words": -0.83,
    "cut in a number": 0.97,
    "cut in a quote that closes": 5.31,
    "cut in a word": 1.76,
    "cut, then a beginning by its wording": -1.20,
    "cut, then a printed indent": 1.36,
    "cut, then flush": 0.69,
    "cut, then fresh": -0.05,
    "cut, then indented": -2.16,
    "cut, then inside a sentence": 0.56,
    "cut, then inside a sentence by its wording": 1.00,
    "cut, then no printed indent": 0.60,
    "cut, then stops early": 0.44,
    "far": 0.44,
    "far after a full stop": -0.79,
    "far after a jump": -2.25,
    "far by": -0.65,
    "far though cut text stands right over it": 0.62,
    "far though text follows at once": -1.51,
    "far under a head like those below": 0.48,
    "far under a headline": -0.56,
    "far under what reads as a headline": 0.98,
    "far, after text without a headline": -0.02,
    "far, text without a headline under an upper one of its kin": 0.92,
    "far, text without a headline under an upper one with its words": -0.10,
    "far, text without a headline under one of its kin": -0.29,
    "far, text without a headline under one with its words": 4.25,
    "far, under a headline of its kin": 0.37,
    "far, under a headline with its words": 0.70,
    "far, under an upper head of its kin": 0.37,
    "far, under an upper head with its words": 2.01,
    "follows a signature": -3.12,
    "follows referring back": 1.83,
    "follows with a bullet": -1.39,
    "follows with a dateline": -0.93,
    "kin": 2.98,
    "kin far away": -1.00,
    "kin, next at once": -1.26,
    "new": 0.17,
    "new after a cut sentence": 0.95,
    "new after a signature": 0.08,
    "new after kin": -0.26,
    "new at a printed indent": -0.06,
    "new at the top": 0.59,
    "new bullet": 1.39,
    "new caption": 1.63,
    "new dateline": 0.93,
    "new flush": -1.07,
    "new fresh": 0.04,
    "new from another page": 5.26,
    "new has the headline's words": 0.68,
    "new has the words of the headline below": -0.61,
    "new has the words of the headline below, text above has not": 3.36,
    "new in a list of briefs": 2.48,
    "new in another column": 0.33,
    "new in narrow lines": 0.27,
    "new indented": 0.25,
    "new inside a sentence": 1.79,
    "new leads": 0.58,
    "new opens as others do": 0.73,
    "new opens with them": 0.92,
    "new reads as a beginning": 1.04,
    "new reads as inside a sentence": -0.37,
    "new refers back": -1.83,
    "new repeats the headline": 0.15,
    "new rows": 1.91,
    "new stops early": -0.94,
    "new under a byline": 0.20,
    "new under a head like those below": 0.12,
    "new under a head made like another": -0.68,
    "new under a head of its kin": -0.34,
    "new under a head rather of its kin than of the text above": 1.21,
    "new under a head that repeats another": 1.00,
    "new under a headline": 0.11,
    "new under a label": 0.64,
    "new under a marked label": 0.85,
    "new under an upper head": -0.46,
    "new under an upper head of its kin": -0.59,
    "new under an upper head that reads as a headline": -0.98,
    "new under an upper head with its words": 1.02,
    "new under headline and byline": 0.29,
    "new under what reads as a headline": 1.32,
    "new under what reads as a label": 0.31,
    "new without dateline": -1.01,
    "new without the printed indent": -0.95,
    "next": 1.61,
    "next after a byline": -1.37,
    "next after a full stop and heads": 0.24,
    "next after a head close below": 1.96,
    "next after a head of its kin": 0.67,
    "next after a head of its own": 0.25,
    "next after a head of that kin": -0.39,
    "next after a jump": -2.44,
    "next after a label": -1.21,
    "next after a narrow lead": -0.76,
    "next after heads": 0.53,
    "next after more heads": -1.33,
    "next after running furniture": -0.55,
    "next after what is no subhead": -1.16,
    "next after what reads as a headline": 0.92,
    "next after what reads as a label": -0.90,
    "next at once": 1.48,
    "next at once, over a blank line where others have none": -1.89,
    "next at once, over a blank line where others have none, whole": -0.86,
    "next in a list under a headline": -1.26,
    "next in a list under a label": -2.44,
    "next in a list under a notice": 2.25,
    "next in a list under an announcement": 3.00,
    "next in a list with blank lines": 0.30,
    "next number": 1.69,
    "next right under a head": -0.97,
    "next, a narrow lead under a head": 2.85,
    "next, heads in a sentence": -1.09,
    "next, its lead under its headline": -0.45,
    "no bullet after a bullet": -3.36,
    "other column": -0.85,
    "rows after rows": 2.65,
    "rows after text": -0.12,
    "same column": -0.01,
    "says it again": -8.44,
    "subhead after a short text": 0.23,
    "subhead like another": -0.15,
    "subhead like others": 0.48,
    "subhead made like another": -0.08,
    "subhead of dated news": -2.15,
    "subhead over a short text": 0.04,
    "subhead that reads as a headline": -0.88,
    "subhead with a bullet": -0.63,
    "subhead, narrower than headlines": 0.91,
    "subhead, two lines": 0.48,
    "text after a caption": -2.15,
    "turn after turn": 0.86,
    "whole": 0.50,
    "whole, then a beginning by its wording": -1.05,
    "whole, then a printed indent": -0.37,
    "whole, then flush": -0.40,
    "whole, then fresh": 0.01,
    "whole, then indented": 0.59,
    "whole, then inside a sentence": -1.13,
    "whole, then inside a sentence by its wording": -0.69,
    "whole, then no printed indent": -0.01,
    "whole, then stops early": -0.24,
    "wide after a narrow lead, without a headline": 1.49,
}

HEADLINES: dict[str, float] = {
    "a few characters": -0.94,
    "a few characters beside a longer one": -0.57,
    "a few characters, none of its words": 0.75,
    "an office under another head": 0.14,
    "ends in a colon": 2.14,
    "far": -1.85,
    "far, an office": 3.55,
    "far, dateline": -0.39,
    "far, has its words": 0.39,
    "far, kin": 1.14,
    "far, over other text": -2.46,
    "far, reads as a headline": -0.52,
    "has its words": 0.08,
    "has none of its words": -1.10,
    "kin": 1.78,
    "label": -1.13,
    "label, none of its words": -0.41,
    "long": -0.43,
    "marked label": -3.15,
    "marked like a subhead": -2.27,
    "midst": -1.95,
    "midst of a sentence": 2.02,
    "midst, an office": -0.75,
    "midst, dateline": -1.70,
    "midst, has its words": 3.02,
    "midst, kin": 0.51,
    "midst, no subhead": 1.70,
    "midst, reads as a headline": 1.01,
    "midst, signed": 4.51,
    "midst, the first of many": 0.23,
    "none": -2.04,
    "none, a bullet": 2.53,
    "none, a caption": 0.85,
    "none, a dateline": -2.41,
    "none, begins inside a sentence": 1.01,
    "none, from another page": 3.63,
    "none, in a list of briefs": 1.69,
    "none, long": -1.09,
    "none, reads as a beginning": -0.45,
    "none, short": 0.91,
    "none, signed": -1.23,
    "notice": -0.68,
    "over": 1.43,
    "over a part": -0.28,
    "over a part, an office": -0.02,
    "over a part, dateline": -0.55,
    "over a part, has its words": -0.52,
    "over a part, kin": 0.23,
    "over a part, reads as a headline": 1.61,
    "over, a bullet": -2.17,
    "over, a caption": 1.06,
    "over, a jump between": 0.10,
    "over, a label between": -2.53,
    "over, an office": 0.45,
    "over, begins inside a sentence": 2.00,
    "over, dateline": 1.05,
    "over, fresh": -0.25,
    "over, has its words": -1.13,
    "over, kin": 1.46,
    "over, like those below": -0.02,
    "over, more heads between": 0.20,
    "over, narrow lines": 0.65,
    "over, reads as a headline": 0.65,
    "over, repeated": 1.17,
    "over, right over it": 1.07,
    "over, signed": 2.76,
    "rather its kin than its neighbour's": 1.11,
    "rather than its neighbour": 1.71,
    "reads as a byline": -1.30,
    "reads as a headline": 0.99,
    "reads as a label": -2.28,
    "shorter than one beside it": 1.40,
    "under": 0.45,
    "under a cut sentence": 0.90,
    "under a part": -0.73,
    "under a part, dateline": 0.12,
    "under a part, has its words": 0.85,
    "under a part, kin": 0.07,
    "under a part, reads as a headline": -1.68,
    "under, a bullet": -2.38,
    "under, a caption": 1.12,
    "under, a label between": -2.80,
    "under, after a byline": 0.17,
    "under, after a jump": -0.34,
    "under, after editors": -0.90,
    "under, an office": -1.15,
    "under, dateline": 1.62,
    "under, has its words": 1.87,
    "under, kin": 1.54,
    "under, more heads between": -0.83,
    "under, reads as a headline": -0.45,
    "under, right over other text": -0.08,
    "under, right under it": 1.36,
    "under, signed": 1.14,
    "under, text over which it stands is dated": -0.14,
    "under, the last thing": 0.99,
}

TITLES: dict[str, float] = {
    "kicker": -0.36,
    "kicker over title": 1.20,
    "kicker over title, a colon": -2.76,
    "kicker over title, a dash": -1.52,
    "kicker over title, a dash at the end": 0.47,
    "kicker over title, a pause": -1.67,
    "kicker over title, a place": 0.34,
    "kicker over title, a quote stays open": -0.27,
    "kicker over title, a stop": -0.26,
    "kicker over title, a stop below": -0.87,
    "kicker over title, a word over the seam": 0.41,
    "kicker over title, an office": 0.03,
    "kicker over title, apart": 2.35,
    "kicker over title, both short": -0.69,
    "kicker over title, even": 0.71,
    "kicker over title, halves": 1.17,
    "kicker over title, halves below": 0.83,
    "kicker over title, inside a sentence": -0.01,
    "kicker over title, the first longer": 1.22,
    "kicker over title, the first short": -0.59,
    "kicker over title, the first wide": 0.59,
    "kicker over title, the second longer": 2.33,
    "kicker over title, wide": 0.78,
    "kicker reads as a subtitle": 1.09,
    "kicker reads as one": 1.36,
    "subtitle": -0.41,
    "subtitle reads as a kicker": 0.38,
    "subtitle reads as one": 1.57,
    "title goes on": 0.45,
    "title goes on, a colon": 3.80,
    "title goes on, a dash": -2.06,
    "title goes on, a dash at the end": -0.40,
    "title goes on, a pause": 2.29,
    "title goes on, a place": 1.51,
    "title goes on, a quote stays open": 0.50,
    "title goes on, a stop": 0.56,
    "title goes on, a stop below": 1.23,
    "title goes on, a word over the seam": 0.64,
    "title goes on, an office": 0.04,
    "title goes on, apart": -1.82,
    "title goes on, both short": 1.05,
    "title goes on, even": -0.18,
    "title goes on, halves": -0.55,
    "title goes on, halves below": -0.44,
    "title goes on, inside a sentence": 0.71,
    "title goes on, the first longer": -0.13,
    "title goes on, the first short": 0.48,
    "title goes on, the first wide": -1.23,
    "title goes on, the second longer": -0.56,
    "title goes on, wide": -1.60,
    "title of three lines": -5.21,
    "title over subtitle": -0.18,
    "title over subtitle, a colon": -3.00,
    "title over subtitle, a dash": 2.42,
    "title over subtitle, a dash at the end": -0.07,
    "title over subtitle, a pause": -0.62,
    "title over subtitle, a place": -2.76,
    "title over subtitle, a quote stays open": -0.22,
    "title over subtitle, a stop": -0.34,
    "title over subtitle, a stop below": -0.36,
    "title over subtitle, a word over the seam": -1.03,
    "title over subtitle, an office": 0.72,
    "title over subtitle, apart": 1.77,
    "title over subtitle, both short": -0.73,
    "title over subtitle, even": 0.25,
    "title over subtitle, halves": 0.25,
    "title over subtitle, halves below": -0.51,
    "title over subtitle, inside a sentence": -0.29,
    "title over subtitle, the first longer": -1.16,
    "title over subtitle, the first short": 0.41,
    "title over subtitle, the first wide": 0.11,
    "title over subtitle, the second longer": -0.39,
    "title over subtitle, wide": 3.27,
    "title reads as a kicker": -0.96,
    "title reads as a subtitle": -1.68,
    "title, a few characters": -1.15,
    "title, wide": -2.11,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.18,
    "its links": 0.38,
    "joins": 1.55,
    "joins, kin": 1.26,
    "lists": 0.12,
    "lists, kin": 1.64,
    "parts": 2.25,
    "parts apart": -0.71,
    "parts apart, kin": -0.64,
    "parts apart, kin as one": 0.68,
    "parts, kin": 1.28,
    "parts, says it again": -4.10,
    "parts, signed": -0.76,
    "parts, the last without the headline's words": -0.44,
    "parts, unlike": -0.62,
    "signed twice": -1.33,
    "subheads": 0.55,
    "subheads like the headline": -0.93,
    "subheads of many widths": 0.56,
    "subheads of two widths": 1.03,
    "subheads that read as headlines": -0.59,
    "subheads together": -1.74,
}
