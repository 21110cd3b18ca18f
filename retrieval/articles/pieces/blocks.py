"""Which pieces is the page made of: headline blocks, stretches of running text, and the marks between them?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from retrieval.articles.looks import shapes
from retrieval.articles.looks.layout import inwardness
from retrieval.articles.looks.lines import End, Seen, join_display, open_quotes
from retrieval.records import Role

ABOUT_PHOTO = re.compile(r"[▲▼△◀▶]?\s*[上下左右]{0,2}图(?:为|[①-⑨一二三四：:])")
# “【义诊进山】县医院的义诊队……” has its headline before it as others have a bullet; “【温馨提示】……” has a label.
BULLET = re.compile(
    rf"[{shapes.BULLETS}](?!\s?[问答][:：])" r"|【(?![^】]*[讯电])[^】，。]{6,30}】\s*[^\s【]{8}"
)
# Characters of a column's name. Of 61 lines with so many over a head on the gold pages 56 are one, of 20 with five 4.
_COLUMN = 4
_COLUMNS = 17  # … of several columns' names
_BRIEFS = 6  # … of a name of briefs: “★ 一句话法讯”
_ESSAY = 3  # … of the headline of an essay, somebody signing it
_MARKED = re.compile(r"[，。！？：“”（）()、\d]")


# What is printed twice is two things, so none of these is compared by what it says.
@dataclass(slots=True, eq=False)
class Head:
    """Display lines printed together: a headline or half of one, a subhead, a section label; `at` counts the heads.

    `named` says how surely it reads as the name of a section, `joint` how surely it is of one headline with what stands right
    over it, 0 where nothing does; both in log odds. `titled` says that it ends with the kind of its text, as no
    label: “秋水（组诗）”.
    """

    lines: list[Seen]
    at: int = 0
    text: str = ""
    marked: bool = False
    label: bool = False
    named: float = 0.0
    joint: float = 0.0
    width: int = 0
    titled: bool = False

    def __post_init__(self) -> None:
        """Join the lines as one text, for comparing words, and see whether it reads like a section's label."""
        self.text = join_display([line.text for line in self.lines])
        genre = shapes.GENRE.search(self.text)
        self.titled = genre is not None and genre.start() > 0
        self.marked = self.lines[0].role is Role.SECTION and _names_section(self.text)
        notice = shapes.NOTICE_END.search(self.text) is not None
        plain = not notice and not shapes.PLACE.match(self.text) and not self.titled
        self.label = self.marked or (plain and shapes.is_label(self.text, len(self.lines)))
        self.width = max(line.width for line in self.lines)


def _names_columns(text: str) -> bool:
    return len(text) <= _COLUMNS and not _MARKED.search(text) and shapes.LABEL_WORDS.search(text) is not None


def _heads_essay(head: Head) -> bool:
    return not head.marked and len(head.text) <= _ESSAY and shapes.LABEL_WORDS.search(head.text) is None


def _names_section(text: str) -> bool:
    """Return whether a marked line names a section: “● 短消息”, “【一线】”; “○护膝不是越紧越好” does not."""
    name = shapes.unbulleted(text)
    briefs = len(name) <= _BRIEFS and shapes.BRIEFS.search(name) is not None
    return BULLET.match(text) is None or len(name) <= _COLUMN or briefs or shapes.is_label(name, 1)


@dataclass(slots=True, eq=False)
class Stretch:
    """Running text with no break inside that could be the end of an article; `at` is its place on the page.

    `listed` says that it stands in a list of briefs, `credited` that a photographer's credit follows, `parted` how surely it is
    no part of what stands right over it, in log odds, 0 where something stands between, `runs_on` that it reads on in the
    paragraph right over it all the same.
    """

    paragraphs: list[list[Seen]]
    at: int = 0
    listed: bool = False
    credited: bool = False
    parted: float = 0.0
    runs_on: bool = False
    text: str = ""
    dateline: bool = False
    bullet: bool = False
    inside: float = 0.0
    signed: bool = False
    quotes: int = 0
    regime: int = 0

    def __post_init__(self) -> None:
        """Look at its first and last paragraph, and to which width its lines are wrapped: 0 where they run free."""
        texts = ["".join(line.text for line in p) for p in self.paragraphs]
        self.text = "\n".join(texts)
        first = self.first
        self.dateline = first.dateline
        self.bullet = bool(BULLET.match(first.text)) and not ABOUT_PHOTO.match(first.text)
        self.inside = inwardness(texts[0])
        self.signed = shapes.ends_signed(texts[-1][-36:])
        self.quotes = open_quotes(texts[-1])
        self.regime = max(abs(line.regime) for p in self.paragraphs for line in p)

    @property
    def first(self) -> Seen:
        """Its first line."""
        return self.paragraphs[0][0]

    @property
    def last(self) -> Seen:
        """Its last line."""
        return self.paragraphs[-1][-1]

    @property
    def open(self) -> bool:
        """Whether it stops in the middle of a sentence."""
        return self.last.end is not End.STOP and not self.last.row and not self.signed

    @property
    def caption(self) -> bool:
        """Whether it reads like the caption of a photograph."""
        if len(self.paragraphs) > 2 or len(self.text) >= 420:
            return False
        credited = self.credited or shapes.is_photo_credit(self.text[-30:])
        return credited or shapes.CAPTION.search(self.text) is not None


@dataclass(slots=True, eq=False)
class Mark:
    """A line between blocks whose own shape says what it is: furniture, or a byline."""

    line: Seen
    role: Role


Slot = list[Head | Mark]


@dataclass(slots=True)
class Strip:
    """The page as a row of stretches with what stands between them: `slots[i]` precedes `stretches[i]`.

    `unspaced` is how little blank lines part what the page prints, from 0 to 1.
    """

    stretches: list[Stretch] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=lambda: [[]])
    unspaced: float = 0.0

    def label_columns(self) -> None:
        """Take a few characters over a head, set apart from it, for the name of a column: “律师信箱”, “以案说法”.

        At the very top of a page the names of two may run together: “医院动态县域医共体巡礼”. And take two or three
        characters that somebody signs for an essay's headline: “渡口” over “苏砚秋”. Of eight on the gold pages six are.
        """
        for k, slot in enumerate(self.slots):
            for i, (head, below) in enumerate(pairwise(slot)):
                if not isinstance(head, Head):
                    continue
                if isinstance(below, Mark):
                    if below.role is Role.BYLINE and _heads_essay(head):
                        head.label = False
                elif len(head.lines) == 1:
                    few = len(head.text) <= _COLUMN and not _MARKED.search(head.text)
                    head.label |= few or (k == i == 0 and _names_columns(head.text))

    def count(self) -> None:
        """Number stretches and heads by their place in this strip."""
        for at, stretch in enumerate(self.stretches):
            stretch.at = at
        for at, head in enumerate(h for slot in self.slots for h in heads_of(slot)):
            head.at = at


def names_column(line: Seen, below: int) -> bool:
    """Return whether a few characters over a line more than twice as wide (`below`) name a column.

    Example: “专家门诊” over “冬季流感高发，这些误区要避开”; a headline broken in two is broken evenly.
    """
    short = len(line.text) <= 5 and below >= 2.2 * line.width
    return short and not _MARKED.search(line.text) and not shapes.PLACE.match(line.text)


def heads_of(slot: Slot) -> list[Head]:
    """Return the heads of a slot in page order."""
    return [x for x in slot if isinstance(x, Head)]


def marks_of(slot: Slot) -> list[Mark]:
    """Return the marks of a slot in page order."""
    return [x for x in slot if isinstance(x, Mark)]


def has_mark(things: Slot, role: Role) -> bool:
    """Return whether a line of this role stands among the things of a slot."""
    return any(isinstance(x, Mark) and x.role is role for x in things)


def is_signed(slot: Slot, index: int) -> bool:
    """Return whether a byline stands right after thing `index` of a slot."""
    below = slot[index + 1] if index + 1 < len(slot) else None
    return isinstance(below, Mark) and below.role is Role.BYLINE


def jumps_up(slot: Slot) -> bool:
    """Return whether a line says that the text below comes from another page: “（上接第一版）”."""
    return any(m.role is Role.JUMP and shapes.is_jump_up(m.line.text) for m in marks_of(slot))


def jumps_on(slot: Slot) -> bool:
    """Return whether a line says that the text above goes on on another page: “（下转第三版）”."""
    return any(m.role is Role.JUMP and not shapes.is_jump_up(m.line.text) for m in marks_of(slot))
