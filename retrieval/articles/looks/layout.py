"""Is a line running text or display (headline, subhead, label), and where do paragraphs begin?

The cheapest path over the page (Viterbi) gives each line one of three states. What each piece of evidence
weighs stands in `weights.py`, all in one unit, about a natural logarithm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from retrieval.articles.evidence.openings import opens_item
from retrieval.articles.evidence.weights import LAYOUT
from retrieval.articles.looks.lines import HALVES, End, Seen, is_right_under, open_quotes, starts_inside
from retrieval.articles.looks.shapes import (
    BULLETS,
    CALLED_FOR,
    DASHES,
    NOTICE_END,
    is_label,
    jumps_in,
    names_office,
)
from retrieval.articles.looks.standing import blocks_of, broken, by_labels, find_verses, marked_alike, signed
from retrieval.articles.looks.style import as_display, as_inside, as_running_on, seam

_HANGING = re.compile(
    r"(?:通过|的|地|和|与|及|在|将|为|对|从|由|把|被|向|于|以|是|了|等|并|或|使|让|给|至|到|称|说|其|该|这|那|每|各)$"
)
_STORY = re.compile(
    r"(?:\d{4}\s?年)?\d{1,2}\s?月\s?\d{1,2}\s?日|近日|日前|昨[天日晚]|前[天日]|今[天日]|连日来"
)
_SPEAKER = re.compile(
    rf"[{BULLETS}\s]*[问答QA][：:]|(?:记者|[\u4e00-\u9fff]{{2,4}})[：:](?=.{{2,}}[。？！?!]”?$)|《[^《》]{{2,10}}》[：:]"
    r"|.{0,12}(?:编辑部|同志们?|读者|朋友们?|女士|先生|老师|主任|医生|大夫|院长|您好|你好|乡亲们)[：:]$|尊敬的[^，。]{2,16}[：:]$"  # a letter begins
)
_FIELD = re.compile(
    rf"(?:{CALLED_FOR}|时间|地点|地址|电话|日期|方式|内容|对象|范围|线路|票价|主办|承办|附件|特此)[^，。]{{0,6}}[：:]|特此|[一二三四五六七八九十]{{1,2}}、"
)
_PROSE_WORDS = re.compile(r"[了的是]")
_PAIRS = (("”", "“"), ("》", "《"), ("）", "（"), ("’", "‘"), (")", "("))
_SHUT = re.compile("[”》）’)]")
_MARKS = re.compile("[，。、,；：]")
_FAR = 99.0
_COLUMN = 60  # half-width columns; no printed column is wider
_HEADLINE, _WIDER = 44, 1.6  # half-width columns of a headline over text on one line; how much wider that is
NARROW, LINE = 52, 100  # … nor are many headlines, in one line, and hardly any is wider than that


class Place(IntEnum):
    """What a line is in the flow of the page."""

    STARTS = 0
    CONTINUES = 1
    DISPLAY = 2


class Moves(NamedTuple):
    """What it costs to go from one line to the next.

    From text: to the start of a paragraph, to its next line, to display; from display: to text, to display.
    """

    start: float
    on: float
    shown: float
    fresh: float
    onward: float


_BEGIN = Moves(0.0, _FAR, 0.0, 0.0, 0.0)


def place_lines(seen: list[Seen], noisy: bool) -> list[Place | None]:
    """Choose for every line the place that makes the whole page cheapest; None for furniture and bylines.

    Example: in “……广西医科大学第一附属医院通过” / blank / “一系列技术创新……” both lines are text; in
    “……医保公共服务。” / blank / “新疆：五方面推进卫生健康工作” / blank / “本报讯……” the middle one is display.
    On a `noisy` page stray spaces tell nothing.
    """
    flow = [line for line in seen if line.role is None]
    if not flow:
        return [None] * len(seen)
    places: dict[int, Place] = {}
    costs = (0.0, _FAR, 0.0)  # of the cheapest way into each place
    steps: list[tuple[int, int, int]] = []  # the places it comes from
    for shown, text, go in weigh_lines(seen, flow, noisy, read_lines(flow)):
        state = 0 if costs[0] <= costs[1] else 1
        of_text, of_display = costs[state], costs[2]
        start, on, display = of_text + go.start, of_text + go.on, of_text + go.shown
        steps.append(
            (
                state if start <= of_display + go.fresh else 2,
                state if on <= of_display + _FAR else 2,
                state if display <= of_display + go.onward else 2,
            )
        )
        costs = (
            min(start, of_display + go.fresh) + text,
            min(on, of_display + _FAR) + text,
            min(display, of_display + go.onward) + shown,
        )
    for above, line, place in zip([None, *flow], flow, _walk_back(costs, steps), strict=False):
        if line.verse and place != Place.DISPLAY:
            line.row = True  # a line of a poem stands by itself
        parted = line.verse or (above is not None and above.verse)
        places[line.n] = Place.STARTS if parted and place == Place.CONTINUES else Place(place)
    return [places.get(line.n) for line in seen]


class Wording(NamedTuple):
    """How surely a line reads as display, as the midst of a sentence, as going on with the line over it: log odds."""

    display: float
    inside: float
    runs_on: float


def read_lines(flow: list[Seen]) -> list[Wording]:
    """Return how each line reads; lines too long to be display are not asked whether they are."""
    display = iter(as_display([line.text for line in flow if line.width <= LINE]).tolist())
    inside = as_inside([line.text for line in flow]).tolist()
    torn = [None, *(seam(a.text, b.text) if _may_be_torn(a, b) else None for a, b in pairwise(flow))]
    runs_on = iter(as_running_on([x for x in torn if x is not None]).tolist())
    return [
        Wording(next(display) if line.width <= LINE else 0.0, x, 0.0 if over is None else next(runs_on))
        for line, x, over in zip(flow, inside, torn, strict=True)
    ]


def _may_be_torn(a: Seen, b: Seen) -> bool:
    """Return whether a line that may be display comes to no stop; in the midst of a column that needn't be asked."""
    return a.width <= LINE and a.end is not End.STOP and not b.dateline and bool(a.gap or b.gap)


def weigh_lines(
    seen: list[Seen], flow: list[Seen], noisy: bool, wording: list[Wording]
) -> Iterator[tuple[float, float, Moves]]:
    """Yield for each line of `flow` what it costs as display, as text, and how to come to it from the line above."""
    blocks = blocks_of(flow)
    find_verses(blocks)
    signatures, titles, alike = signed(seen), broken(blocks), marked_alike(seen)
    under, over = by_labels(seen)
    gaps = sum(line.gap > 0 for line in flow)
    airy, unspaced = gaps * 8 > len(flow), gaps * 20 < len(flow)
    above: Seen | None = None
    for line, below, reads in zip(flow, [*flow[1:], None], wording, strict=True):
        shown = display_cost(line, below, noisy) + (LAYOUT.signed if line.n in signatures else 0.0)
        shown += LAYOUT.under_label * (line.n in under) + LAYOUT.over_label * (line.n in over)
        shown += LAYOUT.broken_title * (line.n in titles) + LAYOUT.verse * line.verse
        shown += LAYOUT.marked_alike * (line.n in alike)
        text = _text_cost(line, above, below)
        if unspaced and line.width <= NARROW and line.end is not End.STOP:
            text += LAYOUT.short_unspaced
        if line.width <= LINE:
            shown += LAYOUT.narrow * (line.width <= NARROW)
            text += LAYOUT.reads * reads.display
        go = _moves(above, line, below, airy, reads) if above else _BEGIN
        if unspaced and above:
            go = go._replace(
                shown=go.shown + LAYOUT.shown_unspaced + LAYOUT.row_unspaced * above.row,
                fresh=go.fresh + LAYOUT.fresh_unspaced,
                onward=go.onward + LAYOUT.onward_unspaced,
            )
        yield shown, text, go
        above = line


def _walk_back(costs: tuple[float, float, float], steps: list[tuple[int, int, int]]) -> list[int]:
    state = costs.index(min(costs))
    states = []
    for step in reversed(steps):
        states.append(state)
        state = step[state]
    states.reverse()
    return states


def display_cost(line: Seen, below: Seen | None, noisy: bool) -> float:
    """Weigh what speaks against a line being a headline, a subhead or a label."""
    text, width = line.text, line.width
    if line.dateline or line.row or width > 170:
        return 12.0
    cost = LAYOUT.over_rows if below and below.row and line.end is End.OPEN and width <= 44 else 0.0
    if width > 50:
        cost += LAYOUT.length * (width - 50) / 20
    stops = text.count("。") + text.count("；")
    commas = text.count("，") + text.count(",")
    cost += LAYOUT.stop_mark * stops + LAYOUT.list_mark * text.count("、")
    if commas:
        cost += LAYOUT.comma + LAYOUT.commas * (commas - 1)
    elif not noisy and HALVES.search(text):
        cost += LAYOUT.halves
    if line.end is End.OPEN and not stops and NOTICE_END.search(text):
        cost += LAYOUT.notice
    elif width <= 16 and line.gap and is_label(text, 1):
        cost += LAYOUT.label
    if line.end is End.STOP:
        cost += LAYOUT.ends_full if text[-1] in "。…" or text[-2:-1] == "。" else LAYOUT.ends_ask
    elif line.end is End.PAUSE:
        cost += LAYOUT.ends_colon if text[-1] in "：:" else LAYOUT.ends_pause
        if line.gap and names_office(text):
            cost += LAYOUT.office
    elif below and below.dateline and not below.gap:  # of 84 such lines on the gold pages 81 are a headline's
        cost += LAYOUT.over_dateline
    if starts_inside(text) or jumps_in(text):
        cost += LAYOUT.inside
    if _SPEAKER.match(text):
        cost += LAYOUT.speaker
    elif _FIELD.match(text):
        cost += LAYOUT.field
    if _HANGING.search(text):
        cost += LAYOUT.hanging
    if open_quotes(text) and not (below and not below.gap and open_quotes(text + below.text) == 0):
        cost += LAYOUT.quote
    if line.regime:
        short = abs(line.regime) - line.width
        if -3 < short <= 2:
            cost += LAYOUT.full if line.regime > 0 else LAYOUT.full / 2
        elif 3 <= short <= 6:
            cost += LAYOUT.nearly_full if line.regime > 0 else LAYOUT.nearly_full / 2
            if _opens_column(line, below):
                cost += LAYOUT.opens_column
    if _PROSE_WORDS.search(text):
        cost += LAYOUT.prose_word
    if line.opens:
        cost += LAYOUT.printed
    if text[0] in BULLETS:
        if below and not below.gap and below.width >= 0.7 * width >= 14 and line.regime - width < 6:
            cost += LAYOUT.bullet_row
        elif line.regime or width >= 24:
            cost += LAYOUT.bullet
    return cost


def _opens_column(line: Seen, below: Seen | None) -> bool:
    """Return whether a line a little short of its column, as a paragraph's first is, stands right over a full one that opens none.

    A headline has a blank line over it more often than not.
    """
    if line.gap or below is None or not is_right_under(line, below) or line.end is End.STOP or below.opens:
        return False
    full = 0 < below.regime == line.regime and -3 < below.regime - below.width <= 2
    return full and line.regime - line.width == 4


def _text_cost(line: Seen, above: Seen | None, below: Seen | None) -> float:
    """Weigh what speaks against a line being running text: long without punctuation, short and alone, too short."""
    text, width = line.text, line.width
    cost = 0.0 if line.row or _MARKS.search(text) else LAYOUT.bare * min(width / 24, 4.0)
    alone = (line.gap > 0 or above is None) and (below is None or below.gap > 0)
    if alone and text.endswith(DASHES):
        cost += LAYOUT.leads_on
    if _stands_over_wide(line, above, below):
        cost += LAYOUT.over_wide
    full = line.regime and abs(line.regime) - width <= 6
    if not full and line.end is not End.STOP and width <= 60:
        cost += LAYOUT.short_alone if alone else LAYOUT.short
        column = _column(line, above, below) if line.end is End.OPEN and (line.gap or above is None) else 0
        # What stands alone near columns without being as wide: of 184 such lines on the gold pages 182 are display.
        if column - width >= 8 or (alone and column and not line.regime):
            cost += LAYOUT.broken_alone if alone else LAYOUT.broken
    elif (
        alone
        and width <= 60
        and "，" not in text
        and "。" not in text
        and (line.end is End.OPEN or (text[-1] in "：:" and not _SPEAKER.match(text)))
    ):
        cost += LAYOUT.alone_full
    elif alone and width <= 36 and text[-1] in "！？!?":
        cost += LAYOUT.ask_alone
    return cost


def _stands_over_wide(line: Seen, above: Seen | None, below: Seen | None) -> bool:
    """Return whether a short line opens a block right over a line much wider, as a headline does over its text."""
    if (above is not None and not line.gap) or below is None or below.gap or line.row or below.row:
        return False
    stops = line.end is End.PAUSE or line.text[-1] == "。" or _SPEAKER.match(line.text) is not None
    short = line.width <= _HEADLINE and (not line.regime or line.width < abs(line.regime) - 2)
    return short and not stops and below.width >= _WIDER * line.width


def _column(line: Seen, above: Seen | None, below: Seen | None) -> int:
    """Return how wide the columns are here, 0 where lines run free."""
    over = above.regime if above and line.at - above.at <= 4 else 0
    under = below.regime if below and below.at - line.at <= 4 else 0
    return max(abs(line.regime), over, under)


def inwardness(text: str) -> float:
    """Weigh how surely a line begins inside a sentence: “，”, “域、大专院校”, “为根本动力”，深化……”.

    A mark comes first (6), a single character and then a mark (2.5), or a quote closes that never opened (4).
    """
    if starts_inside(text):
        return 6.0
    if text[0] in "的了们着":
        return 4.0
    weight = (
        2.5
        if len(text) > 1
        and text[1] in "，。、；：？！,;:"
        and text[0] not in "一二三四五六七八九十答问故是他她它我你QA"
        else 0.0
    )
    head = text[:60]
    if not _SHUT.search(head):
        return weight
    for shut, opened in _PAIRS:
        at = head.find(shut)
        if at >= 0 and not 0 <= head.find(opened) < at:
            return weight + 4.0
    return weight


def begins_story(text: str) -> bool:
    """Return whether a paragraph begins with the day of an event: “10月26日，海州湾……”, “日前，……”."""
    return _STORY.match(text) is not None


def _moves(a: Seen, b: Seen, c: Seen | None, airy: bool, reads: Wording) -> Moves:
    """Return the cost of going from line `a` to the next line `b`, which reads so; `c` is the one after it."""
    gap = b.gap
    wrapped = a.regime > 0
    short = wrapped and a.width < a.regime - 6
    inside = LAYOUT.inwardness * inwardness(b.text)
    flush = b.flush and not b.dateline
    on, start = _onward(a, b, c)
    if a.width <= 20 and not a.regime and gap and a.end is not End.STOP:
        on += LAYOUT.stub
    if flush:
        start += LAYOUT.flush
    if not gap and a.end is End.OPEN and (b.indented or not wrapped) and begins_story(b.text):
        on += LAYOUT.story
    if b.indented:
        story = gap > 0 and begins_story(b.text)
        on += LAYOUT.indented_story if story else 0.0 if gap else LAYOUT.indented
        start -= LAYOUT.indented_start if story else 0.0
    if b.opens:
        on += LAYOUT.printed_on
    elif b.opens is False:
        start += LAYOUT.unprinted
    if b.text[0] in BULLETS:
        on += LAYOUT.bullet_start
    on, start = max(on - inside, 0.0), start + inside
    start += LAYOUT.start_inside * reads.inside
    if a.row and not gap and not a.numeral:
        shown = LAYOUT.shown_row
    elif a.end is End.STOP or a.row or b.fresh:
        shown = 0.0
    else:
        free = not wrapped and a.width > _COLUMN
        shown = LAYOUT.shown_open if gap or short or free else LAYOUT.shown_inside
    if not gap and not short and wrapped:
        shown += LAYOUT.shown_wrapped
    fresh = inside + (0.0 if not flush else LAYOUT.fresh_flush_gap if gap else LAYOUT.fresh_flush)
    if airy and not gap and not b.dateline:
        fresh += LAYOUT.fresh_airy
    if b.opens is False:
        fresh += LAYOUT.fresh_unprinted
    fresh += LAYOUT.fresh_inside * reads.inside + LAYOUT.fresh_runs_on * reads.runs_on
    return Moves(start, on, shown, fresh, 0.0 if gap or c is None else LAYOUT.onward)


def _onward(a: Seen, b: Seen, c: Seen | None) -> tuple[float, float]:
    """Weigh whether line `b` goes on with the paragraph of text line `a`, or starts one."""
    gap, wrapped = b.gap, a.regime > 0
    short = wrapped and a.width < a.regime - 6
    if b.row or a.row or b.fresh:
        return 9.0, LAYOUT.row_open if b.row and not a.row and a.end is End.OPEN else 0.0
    if b.dateline:
        return 9.0, 0.0 if a.end is End.STOP else LAYOUT.dateline_open
    if a.end is End.STOP:
        broken = b.at - a.at - gap > 1  # furniture stands between
        if gap or broken:
            return LAYOUT.on_gap, 0.0
        if b.opens is False:
            return 0.0, 0.0  # `_moves` knows what a missing indent weighs
        if short or not wrapped:
            return LAYOUT.on_short, 0.0
        return (
            (LAYOUT.on_indented, LAYOUT.start_indented)
            if _is_indented(b, c)
            else (LAYOUT.on_full, LAYOUT.start_full)
        )
    if short and not gap:
        return LAYOUT.on_open_short, LAYOUT.start_open_short
    if a.end is End.PAUSE and a.text[-1] in "；;：:":
        if opens_item(b.text) and not a.text[-2:-1].isdigit():  # “3：6、7：” / “5、7：6”
            return LAYOUT.on_gap, 0.0
        if gap or not wrapped:
            return LAYOUT.on_list, LAYOUT.start_list
    return 0.0, LAYOUT.start_open if a.end is End.OPEN else LAYOUT.start_pause


def _is_indented(b: Seen, c: Seen | None) -> bool:
    short = b.regime > 0 and 2 <= b.regime - b.width <= 6
    return short and c is not None and c.gap == 0 and c.width > b.width + 1
