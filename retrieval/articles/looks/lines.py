"""What can be seen of a non-blank line of a page by itself: its width, its gap, how it begins and ends?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from retrieval.articles.looks import shapes
from retrieval.records import Role

_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)】》〉\"'"
_PAUSES = "，、；：,;:—-"
COLUMNS = 4  # half-width columns by which one column is wider than another
_QUOTED = re.compile(r"[“”‘’「」『』（）()【】《》〈〉]")
_DEPTH = dict.fromkeys("“‘「『(（【《〈", 1) | dict.fromkeys("”’」』）)】》〉", -1)
HALVES = re.compile(r"[\u4e00-\u9fff”》]\s+[\u4e00-\u9fff“《]")


class End(IntEnum):
    """How a line ends: in the middle of a clause, at a pause, or at the end of a sentence."""

    OPEN = 0
    PAUSE = 1
    STOP = 2


@dataclass(slots=True)
class Seen:
    """One non-blank line with what its own characters tell.

    `width` and `regime` count half-width columns (a Chinese character is two); `gap` is the number of blank
    lines above; `regime` is the width to which its neighbourhood is wrapped, 0 where paragraphs run free, and less
    than 0 where the line itself says nothing and has its neighbours' width, that times -1. `indent`
    is how many columns were blank before it; `opens` tells by that whether it opens a paragraph, None where the
    page prints no indents. `row` says that it is a line of its own, of a table or a poem, `verse` that it stands among
    short lines that come to no stop; `numeral` is the number of a part of a text that it gives, 0 where it gives none. `n` is its number on the page, `at` its number without the blank lines that some
    dumps put after every line, and which `gap` doesn't count either.
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
    verse: bool = False
    fresh: bool = False
    numeral: int = 0
    indent: int = 0
    opens: bool | None = None
    at: int = field(init=False)

    def __post_init__(self) -> None:
        """Stand where it is printed."""
        self.at = self.n


def printed(line: str) -> str:
    """Return what is printed on a line, without the blanks around it and what can't be seen; nothing on a blank one."""
    return line.strip(shapes.STRIP)


def join_display(lines: Sequence[str]) -> str:
    """Join the lines of a headline or a label: with spaces, none where it is set upright, a character a line."""
    return ("" if is_upright(lines) else " ").join(lines)


def is_upright(lines: Sequence[str]) -> bool:
    """Return whether lines have a character each, as those of a headline that runs from top to bottom."""
    return max(map(len, lines)) == 1


def is_right_under(above: Seen, line: Seen) -> bool:
    """Return whether a line is printed right under another one, with no blank line between."""
    return not line.gap and line.at == above.at + 1


def are_two_columns(one: int, other: int) -> bool:
    """Return whether text wrapped to these widths, 0 or less where it isn't, stands in two columns."""
    return one > 0 and other > 0 and abs(one - other) >= COLUMNS


def see_line(n: int, text: str, gap: int) -> Seen:
    """Look at line `n`, over which `gap` lines are blank."""
    width = len(text) if text.isascii() else 2 * len(text) - len(text.encode("ascii", "ignore"))
    role: Role | None = None
    if width <= 130:
        role = shapes.furniture_role(text, width)
        if role is None and shapes.byline_shape(text, width):
            role = Role.BYLINE
    dateline = role is None and shapes.DATELINE.match(text) is not None
    end = line_end(text)
    if end is End.OPEN and (shapes.ends_signed(text[-30:]) or _is_aside(text)):
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


def _is_aside(text: str) -> bool:
    """Return whether a whole line stands in brackets: “（《盐道》，某某著，某社2025年6月出版，定价68元）”."""
    return text[0] in "（(" and text[-1] in "）)" and text.find(text[-1]) == len(text) - 1


def starts_inside(text: str) -> bool:
    """Return whether a line can't begin a paragraph, because a sentence must have begun before it."""
    return text[0] in "，。、；：！？）》】」』”’,;:!?)%％…"


def open_quotes(text: str) -> int:
    """Return how many quotes and brackets a text leaves open (negative: closes without opening)."""
    return sum(map(_DEPTH.__getitem__, _QUOTED.findall(text)))
