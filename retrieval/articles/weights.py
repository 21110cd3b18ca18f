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
    over_rows=-1.61,
    length=0.48,
    stop_mark=3.85,
    comma=-1.06,
    commas=1.73,
    list_mark=-0.66,
    halves=-0.02,
    notice=-3.99,
    label=-0.53,
    ends_full=3.69,
    ends_ask=-0.45,
    ends_colon=1.45,
    ends_pause=1.87,
    over_dateline=-3.01,
    inside=6.00,
    speaker=4.44,
    field=2.67,
    hanging=0.50,
    quote=1.91,
    full=1.78,
    nearly_full=1.23,
    prose_word=0.03,
    bullet_row=3.02,
    bullet=0.57,
    signed=-3.34,
    printed=5.09,
    narrow=-0.79,
    broken_title=-2.50,
    reads=0.75,
    bare=0.65,
    short_alone=1.61,
    short=-0.00,
    broken_alone=2.68,
    broken=2.61,
    alone_full=1.86,
    ask_alone=1.49,
    on_gap=4.98,
    on_short=4.00,
    on_indented=1.98,
    start_indented=0.13,
    on_full=0.03,
    start_full=1.98,
    on_open_short=3.92,
    start_open_short=2.25,
    on_list=1.05,
    start_list=-0.74,
    start_open=4.97,
    start_pause=3.51,
    row_open=1.03,
    dateline_open=3.94,
    stub=1.44,
    flush=1.33,
    story=2.25,
    indented_story=4.00,
    indented=1.55,
    indented_start=1.98,
    printed_on=5.98,
    unprinted=2.17,
    bullet_start=3.88,
    inwardness=0.30,
    start_inside=0.29,
    shown_row=2.41,
    shown_open=1.47,
    shown_inside=5.42,
    shown_wrapped=0.59,
    fresh_flush_gap=-0.12,
    fresh_flush=2.38,
    fresh_airy=2.18,
    fresh_unprinted=0.22,
    fresh_inside=0.38,
    onward=1.04,
    cut=2.61,
)

LINKS: dict[str, float] = {
    "after a lead alone": 0.57,
    "after a lead alone, without a headline": -0.32,
    "alike": 3.77,
    "alike far away": 4.46,
    "alike more than any": -0.49,
    "answer after question": 1.23,
    "back": -3.05,
    "back by": -0.03,
    "before, without a headline": -0.68,
    "bullet after bullet": 0.08,
    "bullet after what announces it": 2.58,
    "caption after text": -1.24,
    "column after free lines": -0.87,
    "cut": -0.34,
    "cut after a number": -1.09,
    "cut and never goes on": 1.99,
    "cut at a colon": 1.08,
    "cut at a pause": 0.63,
    "cut before a number": 1.63,
    "cut between words": -0.45,
    "cut in a number": 0.83,
    "cut in a quote that closes": 6.08,
    "cut in a word": 1.81,
    "cut, then a beginning by its wording": -1.22,
    "cut, then a printed indent": 1.01,
    "cut, then flush": 0.64,
    "cut, then fresh": 0.04,
    "cut, then indented": -1.67,
    "cut, then inside a sentence": -0.13,
    "cut, then inside a sentence by its wording": 0.98,
    "cut, then no printed indent": 0.99,
    "cut, then stops early": 0.46,
    "far": 0.64,
    "far after a full stop": -0.94,
    "far after a jump": -2.28,
    "far by": -0.74,
    "far though cut text stands right over it": 0.95,
    "far though text follows at once": -1.45,
    "far under a head like those below": 0.92,
    "far under a headline": -0.29,
    "far under what reads as a headline": 1.30,
    "far, after text without a headline": -0.33,
    "far, text without a headline under one of its kin": -0.04,
    "far, text without a headline under one with its words": 3.54,
    "far, under a headline of its kin": 0.41,
    "far, under a headline with its words": 0.57,
    "follows a signature": -2.61,
    "follows referring back": 1.95,
    "follows with a bullet": -1.25,
    "follows with a dateline": -0.55,
    "kin": 2.64,
    "kin far away": -1.02,
    "kin, next at once": -1.17,
    "new": 0.38,
    "new after a cut sentence": 0.86,
    "new after a signature": 0.29,
    "new after kin": -0.01,
    "new at the top": 0.35,
    "new bullet": 1.25,
    "new caption": 1.26,
    "new dateline": 0.55,
    "new flush": -0.94,
    "new fresh": 0.03,
    "new from another page": 4.79,
    "new has the headline's words": 0.94,
    "new has the words of the headline below": 0.02,
    "new has the words of the headline below, text above has not": 2.70,
    "new in a list of briefs": 4.13,
    "new in another column": 0.33,
    "new in narrow lines": 1.30,
    "new indented": 0.17,
    "new inside a sentence": 2.05,
    "new leads": 0.47,
    "new opens as others do": 0.49,
    "new opens with them": 1.26,
    "new reads as a beginning": 1.12,
    "new reads as inside a sentence": -0.41,
    "new refers back": -1.95,
    "new repeats the headline": 0.32,
    "new rows": 1.81,
    "new stops early": -1.07,
    "new under a byline": 0.26,
    "new under a head like those below": -0.09,
    "new under a head made like another": -0.30,
    "new under a head of its kin": -0.68,
    "new under a head rather of its kin than of the text above": 1.33,
    "new under a headline": 0.53,
    "new under a label": 0.46,
    "new under a marked label": 0.91,
    "new under headline and byline": 0.22,
    "new under what reads as a headline": 1.31,
    "new under what reads as a label": 0.52,
    "new without dateline": -1.22,
    "new without the printed indent": -0.91,
    "next": 1.09,
    "next after a byline": -1.41,
    "next after a full stop and heads": 0.68,
    "next after a head close below": 1.45,
    "next after a head of its kin": 0.48,
    "next after a head of its own": -0.05,
    "next after a head of that kin": -0.18,
    "next after a jump": -2.63,
    "next after a label": -1.79,
    "next after a narrow lead": -0.93,
    "next after heads": 0.95,
    "next after more heads": -0.40,
    "next after running furniture": -0.25,
    "next after what is no subhead": -1.16,
    "next after what reads as a headline": 1.22,
    "next after what reads as a label": -0.86,
    "next at once": 1.62,
    "next at once, over a blank line where others have none": -0.86,
    "next at once, over a blank line where others have none, whole": -1.45,
    "next in a list under a headline": -1.17,
    "next in a list under a label": -2.46,
    "next in a list under a notice": 2.74,
    "next in a list under an announcement": 2.68,
    "next in a list with blank lines": 0.34,
    "next number": 1.33,
    "next right under a head": -0.55,
    "next, a narrow lead under a head": 3.92,
    "next, heads in a sentence": -0.99,
    "next, its lead under its headline": -0.58,
    "no bullet after a bullet": -2.43,
    "other column": -0.85,
    "rows after rows": 4.51,
    "rows after text": -0.01,
    "same column": 0.05,
    "subhead after a short text": 0.34,
    "subhead like another": 0.02,
    "subhead like others": 0.51,
    "subhead made like another": -0.22,
    "subhead of dated news": -1.84,
    "subhead over a short text": 0.10,
    "subhead that reads as a headline": -1.35,
    "subhead with a bullet": -0.35,
    "subhead, narrower than headlines": 0.34,
    "subhead, two lines": 0.37,
    "text after a caption": -2.20,
    "turn after turn": -0.02,
    "whole": 0.39,
    "whole, then a beginning by its wording": -1.11,
    "whole, then a printed indent": -0.40,
    "whole, then flush": -0.37,
    "whole, then fresh": 0.06,
    "whole, then indented": 0.46,
    "whole, then inside a sentence": -0.47,
    "whole, then inside a sentence by its wording": -0.66,
    "whole, then no printed indent": -0.57,
    "whole, then stops early": -0.13,
    "wide after a narrow lead, without a headline": 1.53,
}

HEADLINES: dict[str, float] = {
    "a few characters": -0.65,
    "a few characters beside a longer one": -1.34,
    "a few characters, none of its words": 0.48,
    "an office under another head": -0.01,
    "ends in a colon": 4.47,
    "far": -2.19,
    "far, an office": 2.96,
    "far, dateline": -0.48,
    "far, has its words": -0.37,
    "far, kin": 0.55,
    "far, over other text": -0.91,
    "far, reads as a headline": -0.30,
    "has its words": 0.13,
    "has none of its words": -1.41,
    "kin": 1.66,
    "label": -1.70,
    "label, none of its words": -1.39,
    "long": -0.16,
    "marked label": -2.69,
    "midst": -0.65,
    "midst of a sentence": 2.30,
    "midst, an office": -0.70,
    "midst, dateline": -0.68,
    "midst, has its words": 1.88,
    "midst, kin": -0.36,
    "midst, no subhead": 0.51,
    "midst, reads as a headline": 1.36,
    "midst, signed": 2.48,
    "midst, the first of many": -0.05,
    "none": -2.73,
    "none, a bullet": 2.51,
    "none, a caption": 1.53,
    "none, a dateline": -2.66,
    "none, begins inside a sentence": -3.16,
    "none, from another page": 3.94,
    "none, in a list of briefs": 2.48,
    "none, long": -1.11,
    "none, reads as a beginning": -0.50,
    "none, short": 0.99,
    "none, signed": -1.38,
    "notice": -0.63,
    "over": 1.73,
    "over a part": 0.10,
    "over a part, an office": -0.08,
    "over a part, dateline": -0.66,
    "over a part, has its words": 0.38,
    "over a part, kin": -0.20,
    "over a part, reads as a headline": 1.82,
    "over, a bullet": -2.49,
    "over, a caption": 2.00,
    "over, a jump between": 0.39,
    "over, a label between": -2.35,
    "over, an office": -0.67,
    "over, begins inside a sentence": 2.87,
    "over, dateline": 1.07,
    "over, fresh": -0.10,
    "over, has its words": -0.90,
    "over, kin": 1.40,
    "over, like those below": -1.15,
    "over, more heads between": 0.55,
    "over, narrow lines": 0.64,
    "over, reads as a headline": 0.43,
    "over, repeated": 0.14,
    "over, right over it": 0.98,
    "over, signed": 2.85,
    "rather its kin than its neighbour's": 0.88,
    "rather than its neighbour": 2.30,
    "reads as a byline": -0.75,
    "reads as a headline": 0.80,
    "reads as a label": -1.79,
    "shorter than one beside it": 3.53,
    "under": 0.29,
    "under a cut sentence": -0.22,
    "under a part": -0.44,
    "under a part, an office": -0.01,
    "under a part, dateline": 0.15,
    "under a part, has its words": 1.11,
    "under a part, kin": 0.28,
    "under a part, reads as a headline": -1.71,
    "under, a bullet": -1.73,
    "under, a caption": 2.45,
    "under, a label between": -2.22,
    "under, after a byline": 1.07,
    "under, after a jump": -0.45,
    "under, after editors": -1.28,
    "under, an office": -1.12,
    "under, dateline": 2.21,
    "under, has its words": 1.75,
    "under, kin": 1.53,
    "under, more heads between": -0.68,
    "under, reads as a headline": -0.49,
    "under, right over other text": -0.40,
    "under, right under it": 1.16,
    "under, signed": 0.91,
    "under, text over which it stands is dated": 0.70,
    "under, the last thing": 1.17,
}

TITLES: dict[str, float] = {
    "kicker": -0.56,
    "kicker over title": 1.07,
    "kicker over title, a colon": -2.96,
    "kicker over title, a dash": -1.33,
    "kicker over title, a dash at the end": 0.41,
    "kicker over title, a pause": -1.48,
    "kicker over title, a place": 0.40,
    "kicker over title, a quote stays open": -0.20,
    "kicker over title, a stop": -0.38,
    "kicker over title, a stop below": -1.06,
    "kicker over title, a word over the seam": 0.64,
    "kicker over title, an office": 0.24,
    "kicker over title, apart": 2.40,
    "kicker over title, both short": -0.62,
    "kicker over title, even": 0.56,
    "kicker over title, halves": 0.94,
    "kicker over title, halves below": 0.82,
    "kicker over title, inside a sentence": -0.10,
    "kicker over title, the first longer": 1.04,
    "kicker over title, the first short": -0.30,
    "kicker over title, the first wide": 0.37,
    "kicker over title, the second longer": 2.30,
    "kicker over title, wide": 1.17,
    "kicker reads as a subtitle": 0.91,
    "kicker reads as one": 1.38,
    "subtitle": -0.16,
    "subtitle reads as a kicker": 0.33,
    "subtitle reads as one": 1.84,
    "title goes on": 0.42,
    "title goes on, a colon": 4.10,
    "title goes on, a dash": -2.03,
    "title goes on, a dash at the end": -0.34,
    "title goes on, a pause": 2.14,
    "title goes on, a place": 1.63,
    "title goes on, a quote stays open": 0.41,
    "title goes on, a stop": 0.61,
    "title goes on, a stop below": 1.27,
    "title goes on, a word over the seam": 0.57,
    "title goes on, an office": 0.03,
    "title goes on, apart": -1.75,
    "title goes on, both short": 1.05,
    "title goes on, even": -0.17,
    "title goes on, halves": -0.56,
    "title goes on, halves below": -0.73,
    "title goes on, inside a sentence": 0.75,
    "title goes on, the first longer": -0.30,
    "title goes on, the first short": 0.55,
    "title goes on, the first wide": -1.21,
    "title goes on, the second longer": -0.37,
    "title goes on, wide": -1.91,
    "title of three lines": -5.06,
    "title over subtitle": -0.12,
    "title over subtitle, a colon": -2.97,
    "title over subtitle, a dash": 2.38,
    "title over subtitle, a dash at the end": -0.07,
    "title over subtitle, a pause": -0.66,
    "title over subtitle, a place": -2.87,
    "title over subtitle, a quote stays open": -0.22,
    "title over subtitle, a stop": -0.24,
    "title over subtitle, a stop below": -0.21,
    "title over subtitle, a word over the seam": -1.19,
    "title over subtitle, an office": 0.97,
    "title over subtitle, apart": 1.63,
    "title over subtitle, both short": -0.54,
    "title over subtitle, even": 0.20,
    "title over subtitle, halves": 0.37,
    "title over subtitle, halves below": -0.03,
    "title over subtitle, inside a sentence": -0.35,
    "title over subtitle, the first longer": -1.24,
    "title over subtitle, the first short": 0.30,
    "title over subtitle, the first wide": 0.16,
    "title over subtitle, the second longer": -0.62,
    "title over subtitle, wide": 3.08,
    "title reads as a kicker": -0.97,
    "title reads as a subtitle": -1.80,
    "title, a few characters": -1.16,
    "title, wide": -2.13,
}

ARTICLES: dict[str, float] = {
    "its headline": 0.17,
    "its links": 0.58,
    "parts": 1.28,
    "parts, kin": 1.46,
    "parts, the last without the headline's words": -0.66,
    "parts, unlike": -0.97,
    "subheads": 0.68,
    "subheads of many widths": -0.28,
    "subheads of two widths": 0.34,
    "subheads together": -1.10,
}
