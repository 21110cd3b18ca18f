"""Read Traditional characters as Simplified ones, each by itself and one for one."""

from __future__ import annotations

from functools import lru_cache

import opencc


def simplified(text: str) -> str:
    """Return a text in Simplified characters, from those of Taiwan and Hong Kong.

    >>> simplified("臺灣裏的醫院")
    '台湾里的医院'
    """
    return text.translate(_table())


class _HanTable(dict[int, str]):
    """`str.translate` table, filled on demand."""

    def __init__(self) -> None:
        self._converters = [opencc.OpenCC(name) for name in ("tw2s", "hk2s")]

    def __missing__(self, code: int) -> str:
        char = chr(code)
        for converter in self._converters:
            char = str(converter.convert(char))
        self[code] = char
        return char


@lru_cache(maxsize=1)
def _table() -> _HanTable:
    return _HanTable()
