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
    "after a lead alone": 0.57,
    "after a lead alone, without a headline": 0.03,
    "alike": 3.85,
    "alike far away": 5.55,
    "alike more than any": -1.18,
    "answer after question": 0.95,
    "back": -3.68,
    "back by": 0.12,
    "before, without a headline": -0.62,
    "bullet after bullet": -0.04,
    "bullet after what announces it": 1.98,
    "caption after text": -1.41,
    "column after free lines": -0.54,
    "cut": 0.09,
    "cut after a number": -1.43,
    "cut and never goes on": 2.53,
    "cut at a colon": 1.56,
    "cut at a pause": 0.50,
    "cut before a number": 1.90,
    "cut between words": -0.74,
    "cut in a number": 1.27,
    "cut in a quote that closes": 5.82,
    "cut in a word": 1.78,
    "cut, then a beginning by its wording": -1.11,
    "cut, then a printed indent": 1.80,
    "cut, then flush": 0.80,
    "cut, then fresh": 0.07,
    "cut, then indented": -2.51,
    "cut, then inside a sentence": 0.80,
    "cut, then inside a sentence by its wording": 1.09,
    "cut, then no printed indent": 0.57,
    "cut, then stops early": 0.61,
    "far": 0.57,
    "far after a full stop": -0.65,
    "far after a jump": -2.25,
    "far by": -0.68,
    "far though cut text stands right over it": 0.30,
    "far though text follows at once": -0.82,
    "far under a head like those below": 0.36,
    "far under a headline": -0.55,
    "far under what reads as a headline": 0.85,
    "far, after text without a headline": 0.16,
    "far, text without a headline under an upper one of its kin": 0.35,
    "far, text without a headline under an upper one with its words": -1.35,
    "far, text without a headline under one of its kin": -0.19,
    "far, text without a headline under one with its words": 3.66,
    "far, under a headline of its kin": 0.30,
    "far, under a headline with its words": 0.44,
    "far, under an upper head of its kin": 0.14,
    "far, under an upper head with its words": 3.15,
    "follows a signature": -3.14,
    "follows referring back": 0.20,
    "follows with a bullet": -1.20,
    "follows with a dateline": -0.97,
    "kin": 2.94,
    "kin far away": -1.08,
    "kin, next at once": -1.10,
    "new": 0.07,
    "new after a cut sentence": 0.82,
    "new after a signature": 0.24,
    "new after kin": -0.53,
    "new at a printed indent": 0.10,
    "new at the top": 0.15,
    "new bullet": 1.20,
    "new caption": 1.64,
    "new dateline": 0.97,
    "new flush": -0.75,
    "new fresh": 0.10,
    "new from another page": 5.95,
    "new has the headline's words": 0.85,
    "new has the words of the headline below": 0.23,
    "new has the words of the headline below, text above has not": 2.36,
    "new in a list of briefs": 2.75,
    "new in another column": 0.30,
    "new in narrow lines": 0.76,
    "new indented": 0.35,
    "new inside a sentence": 1.59,
    "new leads": 0.50,
    "new opens as others do": 0.44,
    "new opens with them": 0.47,
    "new reads as a beginning": 1.11,
    "new reads as inside a sentence": -0.37,
    "new refers back": -0.20,
    "new repeats the headline": -0.12,
    "new rows": 1.68,
    "new stops early": -1.55,
    "new under a byline": 0.48,
    "new under a head like those below": 0.12,
    "new under a head made like another": -0.64,
    "new under a head of its kin": -0.33,
    "new under a head rather of its kin than of the text above": 1.15,
    "new under a head that repeats another": -0.04,
    "new under a headline": 0.16,
    "new under a label": 0.64,
    "new under a marked label": 0.87,
    "new under an upper head": 0.30,
    "new under an upper head of its kin": -0.53,
    "new under an upper head that reads as a headline": -1.37,
    "new under an upper head with its words": 1.46,
    "new under headline and byline": -0.01,
    "new under what reads as a headline": 1.68,
    "new under what reads as a label": 0.49,
    "new without dateline": -0.81,
    "new without the printed indent": -0.78,
    "next": 1.88,
    "next after a byline": -1.47,
    "next after a full stop and heads": 0.14,
    "next after a head close below": 1.68,
    "next after a head of its kin": 0.49,
    "next after a head of its own": -0.12,
    "next after a head of that kin": -0.31,
    "next after a jump": -2.40,
    "next after a label": -0.60,
    "next after a label over a head": -1.11,
    "next after a narrow lead": -0.75,
    "next after heads": 0.20,
    "next after more heads": -0.43,
    "next after running furniture": -0.42,
    "next after what is no subhead": -1.41,
    "next after what reads as a headline": 1.48,
    "next after what reads as a label": -0.69,
    "next at once": 1.49,
    "next at once, over a blank line where others have none": -2.17,
    "next at once, over a blank line where others have none, whole": -0.73,
    "next in a list under a headline": -0.61,
    "next in a list under a label": -2.40,
    "next in a list under a notice": 2.09,
    "next in a list under an announcement": 3.24,
    "next in a list with blank lines": 0.27,
    "next number": 1.63,
    "next right under a head": -0.51,
    "next, a narrow lead under a head": 2.27,
    "next, heads in a sentence": -1.61,
    "next, its lead under its headline": -0.33,
    "no bullet after a bullet": -3.15,
    "other column": -0.30,
    "rows after rows": 2.40,
    "rows after text": -0.56,
    "same column": 0.09,
    "says it again": -7.47,
    "subhead after a short text": 0.21,
    "subhead like another": 0.08,
    "subhead like others": 0.43,
    "subhead made like another": 0.10,
    "subhead of dated news": -1.71,
    "subhead over a short text": 0.14,
    "subhead that reads as a headline": -1.31,
    "subhead with a bullet": -0.36,
    "subhead, narrower than headlines": 0.87,
    "subhead, two lines": 0.89,
    "text after a caption": -2.82,
    "turn after turn": 0.52,
    "whole": 0.49,
    "whole, then a beginning by its wording": -1.13,
    "whole, then a printed indent": -0.63,
    "whole, then flush": -0.58,
    "whole, then fresh": 0.01,
    "whole, then indented": 0.56,
    "whole, then inside a sentence": -1.30,
    "whole, then inside a sentence by its wording": -0.76,
    "whole, then no printed indent": -0.07,
    "whole, then stops early": -0.15,
    "wide after a narrow lead, without a headline": 1.11,
}

HEADLINES: dict[str, float] = {
    "a few characters": -1.23,
    "a few characters beside a longer one": 0.10,
    "a few characters, none of its words": 0.64,
    "an office under another head": 0.15,
    "ends in a colon": 3.70,
    "far": -0.21,
    "far, an office": 2.66,
    "far, dateline": -0.53,
    "far, has its words": -0.27,
    "far, kin": 0.43,
    "far, over other text": -1.47,
    "far, reads as a headline": -2.06,
    "has its words": -0.44,
    "has none of its words": -0.93,
    "kin": 1.49,
    "label": -0.85,
    "label, none of its words": -0.44,
    "long": -0.44,
    "marked label": -3.05,
    "marked like a subhead": -2.52,
    "midst": -3.06,
    "midst of a sentence": 1.11,
    "midst, an office": -0.57,
    "midst, dateline": -1.22,
    "midst, has its words": 2.35,
    "midst, kin": 1.60,
    "midst, no subhead": 0.98,
    "midst, reads as a headline": 2.37,
    "midst, signed": 4.75,
    "midst, the first of many": 0.41,
    "none": -1.66,
    "none, a bullet": 2.68,
    "none, a caption": 0.84,
    "none, a dateline": -1.50,
    "none, begins inside a sentence": 3.76,
    "none, from another page": 3.28,
    "none, in a list of briefs": 2.03,
    "none, long": -1.13,
    "none, reads as a beginning": 0.09,
    "none, short": 0.70,
    "none, signed": -1.23,
    "notice": -0.80,
    "over": 1.42,
    "over a part": -1.77,
    "over a part, an office": -0.01,
    "over a part, dateline": -0.18,
    "over a part, has its words": -0.20,
    "over a part, kin": 0.84,
    "over a part, reads as a headline": 2.15,
    "over, a bullet": -0.71,
    "over, a caption": 0.82,
    "over, a jump between": -0.10,
    "over, a label between": -1.96,
    "over, an office": 0.22,
    "over, begins inside a sentence": 2.45,
    "over, dateline": 0.97,
    "over, fresh": -0.11,
    "over, has its words": -0.67,
    "over, kin": 1.21,
    "over, like those below": -0.51,
    "over, more heads between": -0.04,
    "over, narrow lines": 0.01,
    "over, reads as a headline": 0.28,
    "over, repeated": 0.35,
    "over, right over it": 1.18,
    "over, signed": 2.03,
    "rather its kin than its neighbour's": 1.21,
    "rather than its neighbour": 2.09,
    "reads as a byline": -1.28,
    "reads as a headline": 0.72,
    "reads as a label": -1.77,
    "shorter than one beside it": 1.16,
    "under": -0.10,
    "under a cut sentence": -0.08,
    "under a part": -1.34,
    "under a part, dateline": 0.09,
    "under a part, has its words": 1.76,
    "under a part, kin": -0.12,
    "under a part, reads as a headline": -1.11,
    "under, a bullet": -2.17,
    "under, a caption": 1.72,
    "under, a label between": -1.74,
    "under, after a byline": 0.48,
    "under, after a jump": -0.16,
    "under, after editors": -1.11,
    "under, an office": -1.86,
    "under, dateline": 0.62,
    "under, has its words": 0.21,
    "under, kin": 1.15,
    "under, more heads between": -0.32,
    "under, reads as a headline": -0.21,
    "under, right over other text": 0.10,
    "under, right under it": 1.01,
    "under, signed": 1.27,
    "under, text over which it stands is dated": -0.54,
    "under, the last thing": 2.38,
}

TITLES: dict[str, float] = {
    "kicker": -0.20,
    "kicker over title": 1.39,
    "kicker over title, a colon": -2.28,
    "kicker over title, a dash": -1.70,
    "kicker over title, a dash at the end": 1.35,
    "kicker over title, a pause": -1.51,
    "kicker over title, a place": 0.68,
    "kicker over title, a quote stays open": -0.47,
    "kicker over title, a stop": -0.23,
    "kicker over title, a stop below": -0.94,
    "kicker over title, a word over the seam": 0.51,
    "kicker over title, an office": -0.47,
    "kicker over title, apart": 2.24,
    "kicker over title, both short": -0.39,
    "kicker over title, even": 0.34,
    "kicker over title, halves": 1.12,
    "kicker over title, halves below": 0.74,
    "kicker over title, inside a sentence": -0.08,
    "kicker over title, the first longer": 0.97,
    "kicker over title, the first short": -0.74,
    "kicker over title, the first wide": 0.30,
    "kicker over title, the second longer": 2.02,
    "kicker over title, wide": 1.11,
    "kicker reads as a subtitle": 1.77,
    "kicker reads as one": 0.72,
    "subtitle": -0.52,
    "subtitle reads as a kicker": 0.48,
    "subtitle reads as one": 1.11,
    "title goes on": 0.45,
    "title goes on, a colon": 3.54,
    "title goes on, a dash": -2.39,
    "title goes on, a dash at the end": -1.21,
    "title goes on, a pause": 2.12,
    "title goes on, a place": 1.26,
    "title goes on, a quote stays open": 0.69,
    "title goes on, a stop": 0.70,
    "title goes on, a stop below": 1.40,
    "title goes on, a word over the seam": 0.82,
    "title goes on, an office": 0.36,
    "title goes on, apart": -1.83,
    "title goes on, both short": 0.89,
    "title goes on, even": 0.17,
    "title goes on, halves": -0.66,
    "title goes on, halves below": -0.22,
    "title goes on, inside a sentence": 0.54,
    "title goes on, the first longer": 0.02,
    "title goes on, the first short": 0.68,
    "title goes on, the first wide": -1.00,
    "title goes on, the second longer": -0.21,
    "title goes on, wide": -1.72,
    "title of three lines": -4.39,
    "title over subtitle": -0.37,
    "title over subtitle, a colon": -3.19,
    "title over subtitle, a dash": 2.64,
    "title over subtitle, a dash at the end": -0.12,
    "title over subtitle, a pause": -0.63,
    "title over subtitle, a place": -2.61,
    "title over subtitle, a quote stays open": -0.22,
    "title over subtitle, a stop": -0.52,
    "title over subtitle, a stop below": -0.45,
    "title over subtitle, a word over the seam": -1.31,
    "title over subtitle, an office": 0.75,
    "title over subtitle, apart": 1.76,
    "title over subtitle, both short": -0.69,
    "title over subtitle, even": -0.02,
    "title over subtitle, halves": 0.27,
    "title over subtitle, halves below": -0.69,
    "title over subtitle, inside a sentence": -0.33,
    "title over subtitle, the first longer": -1.30,
    "title over subtitle, the first short": 0.27,
    "title over subtitle, the first wide": -0.04,
    "title over subtitle, the second longer": -0.38,
    "title over subtitle, wide": 3.18,
    "title reads as a kicker": -0.67,
    "title reads as a subtitle": -1.71,
    "title, a few characters": -0.60,
    "title, wide": -2.21,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.23,
    "its links": 0.36,
    "joins": 1.11,
    "joins, kin": 0.99,
    "lists": 1.16,
    "lists, kin": 1.28,
    "parts": 1.91,
    "parts apart": -0.39,
    "parts apart, kin": -0.37,
    "parts apart, kin as one": 0.57,
    "parts, kin": 1.24,
    "parts, says it again": -4.39,
    "parts, signed": -2.02,
    "parts, the last without the headline's words": -0.44,
    "parts, unlike": -0.81,
    "signed twice": -2.57,
    "subheads": 0.86,
    "subheads like the headline": -2.18,
    "subheads of many widths": 0.32,
    "subheads of two widths": 0.58,
    "subheads that read as headlines": -0.36,
    "subheads together": -1.33,
}
