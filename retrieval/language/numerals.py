"""Read numerals: 五万, 5万, 5万余 and 50000 are one number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from retrieval.language.units import KILO, UNIT

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ARABIC = r"\d+(?:[.,]\d+)*"
_CHINESE = "[零〇一二两三四五六七八九十百千]"
# 百余, 千名 stand for 100, 1000; a lone 一 or 两 is a number only before a measure word or a unit.
_COUNTS = re.compile(rf"{UNIT}|[个名人位例台所家项条次号座种类篇批期届版点分部份张件万亿层支本场间步]")
# 50千克 is 50 of 千克, and 30万千瓦 are of 千瓦.
_PART_OF_UNIT = f"(?:{KILO}|千字节)"
_NUMERAL = re.compile(
    rf"(?P<arabic>{_ARABIC})(?P<scale>(?:[十百]|(?!{_PART_OF_UNIT})千)?[万亿]{{0,2}})"
    rf"|(?!(?<=[\d万亿]){_PART_OF_UNIT})(?P<chinese>{_CHINESE}+(?:万{_CHINESE}*)?(?:亿{_CHINESE}*)?(?:万{_CHINESE}*)?)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral's value in plain decimal spelling, and its range in the text."""

    value: str
    start: int
    end: int


def read_numbers(text: str) -> list[Number]:
    """Return every number of `text`, which must be in normal form.

    >>> [n.value for n in read_numbers("1.7万个村卫生室,三十二人")]
    ['17000', '32']
    """
    found = []
    for m in _NUMERAL.finditer(text):
        value = _arabic(m["arabic"], m["scale"]) if m["arabic"] else _chinese(m["chinese"], text, m.end())
        if value is not None:
            found.append(Number(value, m.start(), m.end()))
    return found


@lru_cache(maxsize=4096)
def value_of(number: str) -> str:
    """Return what a number comes to in plain decimal spelling, itself where that can't be told.

    >>> value_of("两"), value_of("三十二"), value_of("几")
    ('2', '32', '几')
    """
    read = read_numbers(number + "个")  # 两 alone is no number
    whole = [n.value for n in read if (n.start, n.end) == (0, len(number))]
    return whole[0] if whole else number


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _arabic(digits: str, scale: str) -> str | None:
    try:
        value = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        return digits  # 1.2.3: a version or a date, kept as it stands
    for c in scale:
        value *= _SMALL.get(c) or _LARGE[c]
    return _plain(value)


def _chinese(numeral: str, text: str, end: int) -> str | None:
    if all(c in _DIGITS for c in numeral):
        if len(numeral) > 1 and "两" not in numeral:
            return "".join(str(_DIGITS[c]) for c in numeral).lstrip("0") or "0"  # 二〇二五
        return str(_DIGITS[numeral]) if len(numeral) == 1 and _COUNTS.match(text, end) else None
    total = section = digit = 0
    for c in numeral:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _SMALL:
            section += (digit or 1) * _SMALL[c]
            digit = 0
        else:
            section += digit
            total = (total + section) * _LARGE[c] if c == "亿" else total + (section or 1) * _LARGE[c]
            section = digit = 0
    return str(total + section + digit)
