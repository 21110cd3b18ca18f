"""What can be seen of every non-blank line of a page: its width, its gap, how it begins and ends?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from retrieval.articles import shapes
from retrieval.records import Page, Role

_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)】》〉\"'"
_PAUSES = "，、；：,;:—-"


_QUOTED = re.compile(r"[“”‘’「」『』（）()【】《》〈〉]")
_DEPTH = dict.fromkeys("“‘「『(（【《〈", 1) | dict.fromkeys("”’」』）)】》〉", -1)
_PROSE = re.compile(r"[，。、；,]")


class End(IntEnum):
    """How a line ends: in the middle of a clause, at a pause, or at the end of a sentence."""

    OPEN = 0
    PAUSE = 1
    STOP = 2


@dataclass(slots=True)
class Seen:
    """One non-blank line with what its own characters tell.

    `width` and `regime` count half-width columns (a Chinese character is two); `gap` is the number of blank
    lines above; `regime` is the width to which its neighbourhood is wrapped, 0 where paragraphs run free.
    """

    n: int
    text: str
    width: int
    gap: int
    end: End
    dateline: bool
    role: Role | None
    regime: int = 0
    tail: str = ""
    flush: bool = False
    indented: bool = False
    row: bool = False
    fresh: bool = False


def see_lines(page: Page) -> list[Seen]:
    """Look at each non-blank line of a page.

    Example: “本报讯 （特约记者刘青）近日召” opens with a dateline, is 30 columns wide and ends open.
    """
    seen: list[Seen] = []
    gap = 0
    for n, line in enumerate(page.lines, 1):
        text = line.strip(shapes.STRIP)
        if not text:
            gap += 1
            if line and line.strip():
                seen.append(Seen(n, line.strip(), 0, gap, End.OPEN, False, Role.OTHER))
            continue
        seen.append(_see(n, text, gap))
        gap = 0
    _keep_tails(page, seen)
    _unmark_running(seen)
    _close_signed(seen)
    _unmark_contacts(seen)
    _unmark_rows(seen)
    _unmark_bullets(seen)
    _mark_pairs(seen)
    _mark_repeats(seen)
    for above, below in pairwise(seen):
        below.fresh = above.role in (Role.SECTION, Role.JUMP)
    return seen


def _keep_tails(page: Page, seen: list[Seen]) -> None:
    """Keep a space printed at the end of a line, where that is the exception: “……段晓岚 通讯员 ” / “方立群）……”."""
    tails = [line for line in seen if page.lines[line.n - 1].endswith((" ", " \r"))]
    if len(tails) * 10 <= len(seen):
        for line in tails:
            line.tail = " "


def _unmark_bullets(seen: list[Seen]) -> None:
    """Take the role back from a bullet line that the next line goes on with: “●清溪县石坪镇中心小学” / “遗失……”."""
    for a, b in pairwise(seen):
        if a.role is Role.SECTION and b.gap == 0 and a.width >= 16 and b.width >= a.width - 1:
            a.role = None


def _unmark_contacts(seen: list[Seen]) -> None:
    """Take the role back from a telephone or an address inside a notice: it is part of its text."""
    inside = 0
    if not any(_is_contact(line) for line in seen):
        return
    for line in seen:
        if line.role is None and line.width <= 60 and shapes.NOTICE_END.search(line.text):
            inside = 12
        elif line.gap or not inside:
            inside = min(inside, 1) if line.gap and inside < 12 else inside
        if inside and _is_contact(line):
            line.role = None
        inside = max(inside - 1, 0)


def _is_contact(line: Seen) -> bool:
    furniture = line.role is Role.RUNNING_HEAD or line.role is Role.OTHER
    return furniture and shapes.CONTACT.search(line.text) is not None


def _unmark_rows(seen: list[Seen]) -> None:
    """Take the role back from the rows of a table that a headline stands over: they are its text.

    Example: “今日菜价” and under it “青椒 4.0 4.2”, “白菜 1.8 2.0”, “土豆 2.5 2.6”.
    """
    start = 0
    if not any(line.role is Role.OTHER for line in seen):
        return
    for i in range(1, len(seen) + 1):
        if i < len(seen) and seen[i].role is seen[i - 1].role is Role.OTHER and seen[i].gap == 0:
            continue
        head = seen[start - 1] if start else None
        run = seen[start:i]
        titled = head and head.role is None and head.end is End.OPEN and head.width <= 44 and run[0].gap <= 1
        if len(run) >= 3 and run[0].role is Role.OTHER and titled:
            for line in run:
                line.role, line.row = None, True
        start = i


def _close_signed(seen: list[Seen]) -> None:
    """End a sentence at a signature or credit that is wrapped over two lines: “……予以奖励。（教务处 蒋” / “欣）”."""
    for a, b in pairwise(seen):
        if b.role or a.role or b.gap or b.end is End.STOP or b.width > min(a.width, 40):
            continue
        if shapes.ends_signed((a.text + b.text)[-36:]):
            b.end = End.STOP


_DOUBTFUL = (Role.BYLINE, Role.SCAN_PROMPT, Role.SECTION, Role.EDITOR, Role.JUMP)


def _unmark_running(seen: list[Seen]) -> None:
    """Take the role back from a line that only looks like a byline or a prompt: the end of a wrapped sentence.

    Example: “……读者达9.2万人次。 本” and under it “报记者 史可 摄”.
    """
    for a, b, c in zip(seen, seen[1:], seen[2:], strict=False):
        if c.role is None or c.gap or b.gap or c.role not in _DOUBTFUL:
            continue
        if b.end is End.STOP or a.role or b.role or not -6 <= b.width - a.width <= 6 or b.width < 16:
            continue
        if c.role is Role.JUMP or (c.width <= b.width + 2 and _PROSE.search(a.text + b.text)):
            c.role = None if c.role is not Role.JUMP else c.role


def _see(n: int, text: str, gap: int) -> Seen:
    width = len(text) if text.isascii() else 2 * len(text) - len(text.encode("ascii", "ignore"))
    role: Role | None = None
    if width <= 130:
        role = shapes.furniture_role(text, width)
        if role is None and shapes.byline_shape(text, width):
            role = Role.BYLINE
    dateline = role is None and shapes.DATELINE.match(text) is not None
    end = line_end(text)
    if end is End.OPEN and shapes.ends_signed(text[-30:]):
        end = End.STOP
    return Seen(n, text, width, gap, end, dateline, role)


def line_end(text: str) -> End:
    """Return how a line ends, looking through closing quotes and brackets.

    Example: “……太贴心了。”” ends a sentence; “打造‘智慧医院’” does not.
    """
    last = text[-1]
    if last in _STOPS:
        return End.STOP
    if last in _CLOSERS:
        bare = text.rstrip(_CLOSERS)
        return End.STOP if bare and bare[-1] in _STOPS else End.OPEN
    return End.PAUSE if last in _PAUSES else End.OPEN


def starts_inside(text: str) -> bool:
    """Return whether a line can't begin a paragraph, because a sentence must have begun before it."""
    return text[0] in "，。、；：！？）》】」』”’,;:!?)%％…"


def open_quotes(text: str) -> int:
    """Return how many quotes and brackets a text leaves open (negative: closes without opening)."""
    return sum(map(_DEPTH.__getitem__, _QUOTED.findall(text)))


def _mark_pairs(seen: list[Seen]) -> None:
    """Give split bylines, credits and editors' lines one role: “成昕 刘玉英” above “摄影报道”."""
    for a, b in pairwise(seen):
        if a.role is None and b.role is None:
            continue
        if b.gap == 0 and a.role is None and b.role is Role.BYLINE and b.width <= 12 and _is_names(a):
            a.role = Role.BYLINE
        if a.role is Role.BYLINE and b.role is None and b.gap == 0 and _carries_on(a, b):
            b.role = Role.BYLINE
        if a.role is Role.EDITOR and b.role is None and a.width <= 10 and b.width <= 16 and _is_names(b):
            b.role = Role.EDITOR
        if (
            a.role is Role.SCAN_PROMPT
            and b.role is None
            and b.gap == 0
            and b.width <= 24
            and b.end is End.OPEN
        ):
            b.role = Role.SCAN_PROMPT


def _is_names(line: Seen) -> bool:
    return line.width <= 40 and shapes.NAMES.fullmatch(line.text) is not None


def _carries_on(a: Seen, b: Seen) -> bool:
    marked = a.text[0] in "□■◇◆"
    titled = (
        b.end is End.OPEN
        and b.width <= 30
        and " " in b.text
        and shapes.NAMES.fullmatch(b.text.split()[-1]) is not None
    )
    return marked and titled and len(b.text.split()) == 2


def _mark_repeats(seen: list[Seen]) -> None:
    """Take a short line printed three times or more for a running head."""
    count: dict[str, int] = {}
    for line in seen:
        if line.width <= 40 and line.role is None and line.end is End.OPEN:
            count[line.text] = count.get(line.text, 0) + 1
    if max(count.values(), default=0) < 3:
        return
    for line in seen:
        if line.role is None and count.get(line.text, 0) >= 3 and line.width <= 40 and line.end is End.OPEN:
            line.role = Role.RUNNING_HEAD
