"""Of which of several is something told: of the first or the second call, of this year or the last?

Where a sentence tells of both, what stands behind a label is of it: 第一次通话40多分钟,第二次达3个多小时.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MEAN = "(?P<mean>(?<!不)平均|[人户]均)"
_AGE = "(?:年[纪龄]|岁数)"
_WRITTEN = str.maketrans("123456789", "一二三四五六七八九")
_NUMERAL = "[一二三四五六七八九十\\d]+"
# Each finds the labels of one sort; those of a sort are told apart by what they say.
_SORTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:第{_NUMERAL}|首|上一?|下一?|末)(?P<of>[次届期批任轮场季站集部年天名条款项章])(?!间|面)",
        r"(?<!\d)(?:19|20)\d{2}年(?:(?![—–\-~至到])|$)|[今去前明]年",
        "上半年|下半年",
        *(f"最[{pair}](?!近|后|初)|{_MEAN}" for pair in ("高低", "大小", "多少", "长短", "早晚", "快慢")),
        rf"(?P<oldest>最年[长老]|最老|{_AGE}最[大长])|(?P<youngest>最年[轻小]|{_AGE}最[小轻])|{_MEAN}",
        "第?[一二三四]季度",
    )
)
# A number of what is compared to isn't told of it: 比去年增长5%.
_COMPARED = re.compile(r"(?:[比较]|同比|相比)(?:于|起)?$")


class _Label(NamedTuple):
    sort: tuple[int, str]
    text: str
    start: int
    end: int


def names_which(question: str) -> bool:
    """Tell whether a question names which of several it means."""
    return next(_labels(question), None) is not None


def told_of_another(question: str, text: str, start: int, end: int) -> bool:
    """Return whether this range of a sentence is told of another than the question names, both in normal form.

    The sentence must tell of both; where the question names none, or two of a sort, nothing is.

    >>> sentence = "第一次通话40多分钟,掉线后又打了第二次,长达3个多小时"
    >>> [told_of_another("第二次通话多长时间", sentence, *m.span()) for m in re.finditer(r"\\d[个多]*(?:分钟|小时)", sentence)]
    [True, False]
    """
    asked = list(_labels(question))
    for label in asked:
        if any(other.sort == label.sort and other.text != label.text for other in asked):
            continue
        told = [other for other in _labels(text) if other.sort == label.sort]
        if all(other.text != label.text for other in told):
            continue
        if inside := [other for other in told if other.start < end and start < other.end]:
            if all(other.text != label.text for other in inside):
                return True
            continue
        before = [other for other in told if other.end <= start]
        if (before[-1] if before else told[0]).text != label.text:
            return True
    return False


def _labels(text: str) -> Iterator[_Label]:
    for i, sort in enumerate(_SORTS):
        for m in sort.finditer(text):
            if not _COMPARED.search(text, max(m.start() - 3, 0), m.start()):
                named = m.lastgroup if m.lastgroup != "of" else None
                yield _Label((i, m.groupdict().get("of") or ""), named or _alike(m.group()), *m.span())


def _alike(label: str) -> str:
    """Return a label as it is written otherwise too: 首次 and 第1次 are 第一次."""
    return re.sub("^首", "第一", label).translate(_WRITTEN)
