"""Which pieces is the page made of: headline blocks, stretches of running text, and the marks between them?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from retrieval.articles import shapes
from retrieval.articles.layout import inwardness
from retrieval.articles.lines import End, Seen
from retrieval.records import Role

ABOUT_PHOTO = re.compile(r"[▲▼△◀▶]?\s*[上下左右]?图(?:为|[①-⑨一二三四：:])")
_MARKED = re.compile(r"[，。！？：:“”（）()、\d]")
BULLET = re.compile(r"[▲●○◎◆■★☆△▼□◇▶►•※▪◉❖➤✦]")


@dataclass(slots=True)
class Head:
    """Display lines printed together: a headline or half of one, a subhead, a section label."""

    lines: list[Seen]
    text: str = ""
    marked: bool = False

    def __post_init__(self) -> None:
        """Join the lines as one text, for comparing words."""
        self.marked = self.lines[0].role is Role.SECTION
        self.text = " ".join(line.text for line in self.lines)

    @property
    def label(self) -> bool:
        """Whether it reads like the label of a section."""
        return self.marked or shapes.is_label(self.text, len(self.lines))

    @property
    def width(self) -> int:
        """The widest line."""
        return max(line.width for line in self.lines)


@dataclass(slots=True)
class Body:
    """A stretch of running text that no evidence on the page allows to be cut."""

    paragraphs: list[list[Seen]]
    text: str = ""
    dateline: bool = False
    inside: bool = False
    bullet: bool = False
    signed: bool = False
    carried: bool = False
    item: bool = False
    orphan: bool = False
    boxed: bool = False
    credited: bool = False

    def __post_init__(self) -> None:
        """Look at its first and last line."""
        self.text = "\n".join("".join(line.text for line in p) for p in self.paragraphs)
        first = self.first
        self.dateline = first.dateline
        self.inside = inwardness(first.text) >= 4
        self.bullet = bool(BULLET.match(first.text)) and not ABOUT_PHOTO.match(first.text)

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
        tail = "".join(line.text for line in self.paragraphs[-1][-2:])
        return self.last.end is not End.STOP and not self.last.row and not shapes.ends_signed(tail[-30:])

    @property
    def caption(self) -> bool:
        """Whether it reads like the caption of a photograph."""
        return (
            len(self.paragraphs) <= 2
            and len(self.text) < 420
            and (
                self.credited
                or bool(shapes.CAPTION.search(self.text) or shapes.CREDIT_END.search(self.text[-30:]))
            )
        )

    @property
    def regime(self) -> int:
        """The width its lines are wrapped to, 0 where they run free."""
        return max(line.regime for p in self.paragraphs for line in p)


@dataclass(slots=True)
class Mark:
    """A line between blocks whose own shape says what it is: furniture, or a byline."""

    line: Seen
    role: Role


Block = Head | Body | Mark


@dataclass(slots=True)
class Strip:
    """The page as a row of blocks, bodies with what stands between them: `slots[i]` precedes `bodies[i]`."""

    bodies: list[Body] = field(default_factory=list)
    slots: list[list[Head | Mark]] = field(default_factory=lambda: [[]])


def names_column(line: Seen, below: int) -> bool:
    """Return whether a few characters over a line more than twice as wide (`below`) name a column.

    Example: “专家门诊” over “冬季流感高发，这些误区要避开”; a headline broken in two is broken evenly.
    """
    return len(line.text) <= 5 and below >= 2.2 * line.width and not _MARKED.search(line.text)


def heads_of(slot: list[Head | Mark]) -> list[Head]:
    """Return the heads of a slot in page order."""
    return [x for x in slot if isinstance(x, Head)]
