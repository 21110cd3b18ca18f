"""Is a line running text or display (headline, subhead, label), and where do paragraphs begin?

The cheapest path over the page (Viterbi) gives each line
one of three states; each cost below is a weight of evidence in the same unit, about a natural logarithm.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from retrieval.articles.lines import End, Seen, open_quotes, starts_inside
from retrieval.articles.regimes import HALVES
from retrieval.articles.shapes import BULLETS, NOTICE_END, is_label
from retrieval.records import Role

_HANGING = re.compile(
    r"(?:通过|的|地|和|与|及|在|将|为|对|从|由|把|被|向|于|以|是|了|等|并|或|使|让|给|至|到|称|说|其|该|这|那|每|各)$"
)
_STORY = re.compile(
    r"(?:\d{4}\s?年)?\d{1,2}\s?月\s?\d{1,2}\s?日|近日|日前|昨[天日晚]|前[天日]|今[天日]|连日来"
)
_SPEAKER = re.compile(r"(?:记者|问|答|[\u4e00-\u9fff]{2,4})[：:](?=.{7,}[。？！?!]”?$)")
_FIELD = re.compile(
    r"(?:联系|咨询|报名|监督|举报|服务|投诉|时间|地点|地址|电话|日期|方式|内容|对象|范围|线路|票价|主办|承办|附件|特此)[^，。]{0,6}[：:]|特此|[一二三四五六七八九十]{1,2}、"
)
_PROSE_WORDS = re.compile(r"[了的是]")
_PAIRS = (("”", "“"), ("》", "《"), ("）", "（"), ("’", "‘"), (")", "("))
_SHUT = re.compile("[”》）’)]")
_MARKS = re.compile("[，。、,；：]")
_FAR = 99.0


class Place(IntEnum):
    """What a line is in the flow of the page."""

    STARTS = 0
    CONTINUES = 1
    DISPLAY = 2


class _Moves(NamedTuple):
    """What it costs to go from one line to the next.

    From text: to the start of a paragraph, to its next line, to display; from display: to text, to display.
    """

    start: float
    on: float
    shown: float
    fresh: float
    onward: float


_BEGIN = _Moves(0.0, _FAR, 0.0, 0.0, 0.0)


def place_lines(seen: list[Seen], noisy: bool) -> list[Place | None]:
    """Choose for every line the place that makes the whole page cheapest; None for furniture and bylines.

    Example: in “……广西医科大学第一附属医院通过” / blank / “一系列技术创新……” both lines are text; in
    “……医保公共服务。” / blank / “新疆：五方面推进卫生健康工作” / blank / “本报讯……” the middle one is display.
    On a `noisy` page stray spaces tell nothing.
    """
    flow = [line for line in seen if line.role is None]
    if not flow:
        return [None] * len(seen)
    signed = _signed(seen)
    airy = sum(line.gap > 0 for line in flow) * 8 > len(flow)
    costs = (0.0, _FAR, 0.0)  # of the cheapest way into each place
    steps: list[tuple[int, int, int]] = []  # the places it comes from
    above: Seen | None = None
    for line, below in zip(flow, [*flow[1:], None], strict=True):
        shown = _display_cost(line, below, noisy) - (3.0 if line.n in signed else 0.0)
        text = _text_cost(line, above, below)
        go = _moves(above, line, below, airy) if above else _BEGIN
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
        above = line
    found = iter(_walk_back(costs, steps))
    return [Place(next(found)) if line.role is None else None for line in seen]


def _signed(seen: list[Seen]) -> set[int]:
    """Return the lines that a byline stands right under, and a blank line or a label over."""
    found = set()
    for i in range(len(seen) - 1):
        line, below = seen[i], seen[i + 1]
        parted = line.gap or i == 0 or seen[i - 1].role is not None
        if (
            below.role is Role.BYLINE
            and line.role is None
            and below.n - line.n <= 3
            and line.width <= 60
            and parted
        ):
            found.add(line.n)
    return found


def _walk_back(costs: tuple[float, float, float], steps: list[tuple[int, int, int]]) -> list[int]:
    state = costs.index(min(costs))
    states = []
    for step in reversed(steps):
        states.append(state)
        state = step[state]
    states.reverse()
    return states


def _display_cost(line: Seen, below: Seen | None, noisy: bool) -> float:
    """Weigh what speaks against a line being a headline, a subhead or a label."""
    text, width = line.text, line.width
    if line.dateline or line.row or width > 170:
        return 12.0
    cost = -2.5 if below and below.row and line.end is End.OPEN and width <= 44 else 0.0
    if width > 50:
        cost += (width - 50) / 20
    stops = text.count("。") + text.count("；")
    commas = text.count("，") + text.count(",")
    cost += 4.0 * stops + (1.2 * commas - 0.4 if commas else 0.0) + 0.5 * text.count("、")
    if not noisy and not commas and HALVES.search(text):
        cost -= 1.5
    if line.end is End.OPEN and not stops and NOTICE_END.search(text):
        cost -= 4.0
    elif width <= 16 and line.gap and is_label(text, 1):
        cost -= 0.7
    if line.end is End.STOP:
        cost += 4.0 if text[-1] in "。…" or text[-2:-1] == "。" else 0.5
    elif line.end is End.PAUSE:
        cost += 0.7 if text[-1] in "：:" else 3.0
    elif below and below.dateline and not below.gap and (line.gap or line.fresh):
        cost -= 3.0 if line.fresh else 1.5
    if starts_inside(text):
        cost += 6.0
    if _SPEAKER.match(text):
        cost += 4.0
    elif _FIELD.match(text):
        cost += 3.0
    if _HANGING.search(text):
        cost += 2.0
    if open_quotes(text) and not (below and not below.gap and open_quotes(text + below.text) == 0):
        cost += 1.5
    if line.regime:
        short = abs(line.regime) - line.width
        sure = 1.0 if line.regime > 0 else 0.5
        cost += sure * (3.0 if -3 < short <= 2 else 0.8 if 3 <= short <= 6 else 0.0)
    if _PROSE_WORDS.search(text):
        cost += 0.8
    if (
        text[0] in BULLETS
        and below
        and not below.gap
        and below.width >= 0.7 * width >= 14
        and line.regime - width < 6
    ):
        cost += 3.0
    elif text[0] in BULLETS and (line.regime or width >= 24):
        cost += 1.5
    return cost


def _text_cost(line: Seen, above: Seen | None, below: Seen | None) -> float:
    """Weigh what speaks against a line being running text: long without punctuation, or short and alone."""
    text, width = line.text, line.width
    cost = 0.0 if line.row or _MARKS.search(text) else min(width / 24, 4.0)
    alone = (line.gap > 0 or above is None) and (below is None or below.gap > 0)
    full = line.regime and abs(line.regime) - width <= 6
    if not full and line.end is not End.STOP and width <= 60:
        cost += 1.5 if alone else 0.7
    elif alone and width <= 36 and text[-1] in "！？!?":
        cost += 2.0
    return cost


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
        if len(text) > 1 and text[1] in "，。、；：？！,;:" and text[0] not in "一二三四五六七八九十答问故是"
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


def _moves(a: Seen, b: Seen, c: Seen | None, airy: bool) -> _Moves:
    """Return the cost of going from line `a` to the next line `b`; `c` is the one after it."""
    gap = b.gap
    broken = b.n - a.n - gap > 1  # furniture stands between
    wrapped = a.regime > 0
    short = wrapped and a.width < a.regime - 6
    inside = inwardness(b.text)
    stub = a.width <= 20 and not a.regime
    if b.row or a.row or b.fresh:
        on, start = 9.0, 0.0
    elif b.dateline:
        on, start = 9.0, 0.0 if a.end is End.STOP else 3.5
    elif a.end is End.STOP:
        if gap or broken:
            on, start = 5.0, 0.0
        elif short or not wrapped:
            on, start = 4.0, 0.0
        else:
            indented = (
                b.regime > 0
                and 2 <= b.regime - b.width <= 6
                and c is not None
                and c.gap == 0
                and c.width > b.width + 1
            )
            on, start = (2.0, 0.3) if indented else (0.3, 2.0)
    elif short and not gap:
        on, start = 4.0, 2.0
    else:
        on, start = 0.0, 5.0 if a.end is End.OPEN else 3.5
        if a.end is End.PAUSE and a.text[-1] in "；;：:" and (gap or not wrapped):
            on, start = (1.0, 0.5)
    if stub and gap and a.end is not End.STOP:
        on += 2.5
    if b.flush and not b.dateline:
        start += 1.5
    if not gap and a.end is End.OPEN and (b.indented or not wrapped) and begins_story(b.text):
        on += 3.0
    if b.indented:
        on += 4.0 if gap and begins_story(b.text) else 0.0 if gap else 1.5
        start -= 2.0 if gap and begins_story(b.text) else 0.0
    if b.text[0] in BULLETS:
        on += 4.0
    if inside:
        on, start = max(on - inside, 0.0), start + inside
    shown = (
        3.0
        if a.row and not gap
        else 0.0
        if a.end is End.STOP or a.row or b.fresh
        else 2.5
        if (gap or short)
        else 5.0
    )
    if not gap and not short and wrapped:
        shown += 1.0
    fresh = (
        inside
        + (2.0 if b.flush and not b.dateline and not gap else 0.5 if b.flush and not b.dateline else 0.0)
        + (1.0 if airy and not gap and not b.dateline else 0.0)
    )
    onward = 0.0 if gap or c is None else 0.2
    return _Moves(start, on, shown, fresh, onward)
