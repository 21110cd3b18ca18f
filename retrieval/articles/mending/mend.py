"""Join printed lines into paragraphs and parts, and remember the line of every character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from retrieval.articles.looks.lines import Seen, printed
from retrieval.records import Part, Piece, Role

_LATIN_END = re.compile(r"(?:[A-Za-z][,.;:!?)]?| &)$")
_LATIN_START = re.compile(r"[A-Za-z&]|\([A-Za-z0-9]")
_ADDRESS = re.compile(
    r"(?:https?:|www\.|[\w.\-]@)(?:[\x21-\x7e]*[^,;:!?)\s])?(?<!\.com)(?<!\.cn)(?<!\.org)(?<!\.net)$"
)  # of a page, or an e-mail: no space stands in one
_SEAM = 200  # characters at a line's end that are looked at
_NUMBERED = re.compile("[A-Za-z][0-9]|[0-9][A-Za-z]")
_SPACED = re.compile("[A-Za-z] [0-9]|[0-9] [A-Za-z]")
_SIGNS = re.compile(r"(?:本报|见习|特约|实习)*(?:记者|通讯员)[\s\u4e00-\u9fff]")
_NAMED = re.compile(r"[（(][^）)]*(?:记者|通讯员)\s*[\u4e00-\u9fff][\u4e00-\u9fff\s、]*[\u4e00-\u9fff]$")


def glue(above: str, below: str, spaced: bool = False) -> str:
    """Return what stands between two joined lines: a space between Latin words, nothing in Chinese.

    Example: “……measuring” and “the medical……” take a space, “实现优质资源” and “扩容下沉” none; nor do “www.qinghe.” and
    “com.cn”, but “（通讯员 吴敏” and “记者 刘晨）”. Where a page is `spaced`, as “92 kg” is, “160/95” and “mmHg” do as well.
    """
    above = above[-_SEAM:]
    if _LATIN_START.match(below) and _LATIN_END.search(above):
        return "" if _ADDRESS.search(above) else " "
    if spaced and _NUMBERED.fullmatch(above[-1:] + below[:1]):
        return " "
    if _SIGNS.match(below) and _NAMED.search(above):
        return " "
    return ""


class Mender:
    """Collects the text of one article, part by part, with its pieces."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Begin with nothing; `lines` are those of the page, as printed."""
        self._lines = lines
        self._text: list[str] = []
        self._length = 0
        self.parts: list[Part] = []
        self.pieces: list[Piece] = []

    @cached_property
    def _spaced(self) -> bool:
        """Whether the page mostly prints a space between a number and Latin letters."""
        page = "\n".join(self._lines)
        return len(_SPACED.findall(page)) > len(_NUMBERED.findall(page))

    @property
    def text(self) -> str:
        """All parts so far, a line feed between them."""
        return "".join(self._text)

    def add_part(self, role: Role, paragraphs: list[list[Seen]], between: str) -> None:
        """Add a part made of paragraphs of lines, with `between` set between paragraphs."""
        paragraphs = [p for p in paragraphs if p]
        if not paragraphs:
            return
        if self._length:
            self._put("\n")
        start = self._length
        for i, lines in enumerate(paragraphs):
            if i:
                self._put(between)
            self._add_lines(lines)
        self.parts.append(Part(role, start, self._length))

    def _add_lines(self, lines: list[Seen]) -> None:
        for line, below in zip(lines, [*lines[1:], None], strict=True):
            self.pieces.append(Piece(self._length, line.n))
            self._put(printed(self._lines[line.n - 1]))
            if below and (between := line.tail or self._glue(line.text, below.text)):
                self._put(between)

    def _glue(self, above: str, below: str) -> str:
        numbered = _NUMBERED.fullmatch(above[-1:] + below[:1]) is not None
        return glue(above, below, numbered and self._spaced)

    def _put(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
