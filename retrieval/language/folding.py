"""Fold text for comparing quotations: which writings count as the same words?

White space, line breaks, width, case, punctuation width, 繁/简 and the shape of quotation marks, dashes and
ellipses are no difference between a quotation and the page. Unlike `analysis.normalize`, each character folds
by itself, without its neighbours: 执 著 over a line break must still equal 執着.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

from retrieval.language.analysis import normalize
from retrieval.language.han import simplified
from retrieval.records import Range

ELLIPSIS = "…"

# One mark for each of its shapes; what NFKC unites (，, and the like) is done before.
_SHAPES = {
    '"': "“”„‟「」﹁﹂〝〞″",
    "'": "‘’‚‛『』﹃﹄′`",
    "-": "‐‑‒–—―─━⸺",
    "~": "〜∼",
    ELLIPSIS: "⋯‥",
    ".": "。．",
    "·": "•‧・∙",
}
_MARKS = str.maketrans({shape: mark for mark, shapes in _SHAPES.items() for shape in shapes})
# Invisible characters that PDFs and chats leave in copied text.
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
# Ellipses in dots, doubled ellipses and dashes: one mark, however long it was printed.
_RUN = re.compile(f"{ELLIPSIS}+|\\.{{3,}}|·{{3,}}|-{{2,}}")
_NUMERALS = r"\d零〇一二两三四五六七八九十百千万亿"
_NUMERAL = re.compile(f"[{_NUMERALS}]")
_NUMBER = re.compile(rf"[{_NUMERALS}]+(?:[.．]\d[{_NUMERALS}]*|,\d{{3}}(?!\d))*")
_LONGEST = 32  # characters of a number
_STOP = re.compile(r"[。！？!?；;\n]")  # where a sentence ends
# OpenCC writes the second where a simplified page has the first, and does not find the way back (STPhrases,
# STCharacters). Pairs that differ in meaning to a reader of today (象像, 坐座, 里哩) are left a difference.
_VARIANTS = (
    "借藉 复覆 背揹 了瞭 夫伕 宁甯 熏薰 苏甦 枪鎗 焰燄 浚濬 拿拏 锄耡 藤籐 豆荳 果菓 斤觔 堤隄 琅瑯 仿彷 只祇 它牠 "
    "昵暱 余馀 钟锺 托讬 巨钜 咨谘 线缐 径迳 尽侭 沈渖 旋镟 面麺 曲麹 彩䌽 仇雠"
)
_SAME = {pair[1]: pair[0] for pair in _VARIANTS.split()}


class _FoldTable(dict[int, str]):
    """`str.translate` table of folded characters, filled on demand."""

    def __missing__(self, code: int) -> str:
        char = "" if _INVISIBLE.match(chr(code)) else normalize(chr(code))[0].translate(_MARKS)
        self[code] = "".join(_SAME.get(c, c) for c in simplified(char) if not c.isspace())
        return self[code]


@lru_cache(maxsize=1)
def _table() -> _FoldTable:
    return _FoldTable()


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Return what is compared of `text`.

    >>> fold("「醫 院，\\n１２０ Ａ」")
    '"医院,120a"'
    """
    return _RUN.sub(_shorten, text.translate(_table()))


def fold_offsets(text: str) -> list[int]:
    """Return the offset in `text` of each character of `fold(text)`, and the length of `text` at the end.

    >>> fold_offsets("醫 院")
    [0, 2, 3]
    """
    table = _table()
    parts = [table[ord(c)] for c in text]
    offsets = [i for i, part in enumerate(parts) for _ in part]
    kept: list[int] = []
    done = 0
    for run in _RUN.finditer("".join(parts)):
        kept += offsets[done : run.start() + 1]
        done = run.end()
    return [*kept, *offsets[done:], len(text)]


def is_number(text: str) -> bool:
    """Tell whether a text is nothing but a number, in digits or in words."""
    return _NUMBER.fullmatch(text) is not None


class Folded:
    """A text with what is compared of it."""

    def __init__(self, raw: str) -> None:
        """Fold `raw`."""
        self.raw, self.text = raw, fold(raw)

    @cached_property
    def offsets(self) -> list[int]:
        """The offset in the text as it is of each character compared, and its length at the end."""
        return fold_offsets(self.raw)

    def numbers(self, start: int, end: int) -> Iterator[Range]:
        """Yield where numbers stand in a range of `text`; none goes on over white space, but for 5 万.

        >>> list(Folded("全长6 5万人").numbers(0, 6))
        [(2, 3), (3, 5)]
        """
        breaks = (i for i in range(start + 1, end) if self._apart(i))
        for a, b in pairwise([start, *breaks, end]):
            yield from (number.span() for number in _NUMBER.finditer(self.text, a, b))

    def _apart(self, place: int) -> bool:
        """Tell whether white space or a full stop, which is folded to a point, parts a number at this place of `text`."""
        before, here = self.offsets[place - 1], self.offsets[place]
        blank = any(map(str.isspace, self.raw[before + 1 : here])) and self.text[place] not in "万亿"
        return blank or self.raw[before] == "。"

    def number_over(self, place: int) -> Range | None:
        """Return the number that goes on over this place of `text`, None where none does.

        >>> Folded("65万人").number_over(1), Folded("全长6 5万人").number_over(3)
        ((0, 3), None)
        """
        sides = self.text[max(place - 1, 0) : place + 1]
        if len(sides) < 2 or not (_NUMERAL.match(sides[0]) or _NUMERAL.match(sides[1])):
            return None
        around = self.numbers(max(place - _LONGEST, 0), min(place + _LONGEST, len(self.text)))
        return next((number for number in around if number[0] < place < number[1]), None)

    def sentence_over(self, start: int, end: int) -> Range:
        """Return the range of `text` from where the sentence begins in which a range begins, to where the one ends in which it ends.

        >>> Folded("雨停了。桥通了,人来了。").sentence_over(5, 7)
        (4, 11)
        """
        first = max((m.end() for m in _STOP.finditer(self.raw, 0, self.offsets[start])), default=0)
        last = _STOP.search(self.raw, self.offsets[max(end - 1, start)])
        return bisect_left(self.offsets, first), bisect_left(
            self.offsets, last.start() if last else len(self.raw)
        )


def _shorten(run: re.Match[str]) -> str:
    return "-" if run.group().startswith("-") else ELLIPSIS
