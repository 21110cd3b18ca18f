"""Mine the names that pages give to one thing: 磁共振成像（MRI）, 地中海贫血（简称“地贫”）."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.analysis import normalize

_HAN = "\u4e00-\u9fff"
_PAIR = re.compile(
    rf"(?P<long>[{_HAN}a-z0-9《》\"“”·\-]{{2,40}})[(](?:以下)?(?:简称|又称|又名|也称|俗称|英文(?:名|简称|缩写)?|缩写)?[:：]?(?:为)?"
    rf"[“\"《‘]?(?P<short>[{_HAN}a-z0-9\-]{{2,12}})[”\"》’]?[)]"
)
_LATIN = re.compile(r"[a-z][a-z0-9\-]{1,11}")
_SAID = re.compile(r"[(](?:以下)?(?:简称|又称|又名|也称|俗称|缩写)[^()]*[)]")
_CUT = re.compile(r"[的了在是为和与及由对从将把被把有向以]|[\"“”《》]")


def mine_aliases(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each name, in normal form, the others that a page equates with it, both ways.

    >>> mine_aliases(["铁过载检查用磁共振成像（MRI）"])["mri"]
    ('磁共振成像', …)
    """
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        normal, _ = normalize(text)
        for m in _PAIR.finditer(normal):
            short = m["short"]
            if not (_LATIN.fullmatch(short) or _SAID.match(normal, m.end("long"))):
                continue
            long = _long_name(m["long"], short)
            if long and long != short:
                found.setdefault(short, {})[long] = None
                found.setdefault(long, {})[short] = None
    return {name: tuple(others) for name, others in found.items()}


def _long_name(before: str, short: str) -> str:
    """Return the end of `before` that is the name: back to where the short form's first character begins it."""
    tail = _CUT.split(before)[-1] or before.strip('"“”《》')
    if _LATIN.fullmatch(short):
        return tail[-12:]
    at = tail.find(short[0])
    return tail[at:] if at >= 0 and len(tail) - at >= len(short) else tail[-16:]
