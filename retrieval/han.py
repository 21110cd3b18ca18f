"""Read Traditional characters as Simplified ones, each by itself and one for one."""

from __future__ import annotations

import opencc


class HanTable(dict[int, str]):
    """`str.translate` table from Traditional to Simplified characters, those of Taiwan and Hong Kong, filled on demand.

    >>> "臺灣裏的醫院".translate(HanTable())
    '台湾里的医院'
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._converters = [opencc.OpenCC(name) for name in ("tw2s", "hk2s")]

    def __missing__(self, code: int) -> str:
        """Look one character up."""
        char = chr(code)
        for converter in self._converters:
            char = str(converter.convert(char))
        self[code] = char
        return char
