"""Fold text for comparing quotations: which writings count as the same words?

White space, line breaks, width, case, punctuation width, 繁/简 and the shape of quotation marks, dashes and
ellipses are no difference between a quotation and the page. Unlike `analysis.normalize`, each character folds
by itself, without its neighbours: 执 著 over a line break must still equal 執着.
"""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.analysis import normalize
from retrieval.han import simplified

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


def _shorten(run: re.Match[str]) -> str:
    return "-" if run.group().startswith("-") else ELLIPSIS
