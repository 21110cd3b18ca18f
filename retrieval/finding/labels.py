"""What stands right behind the last of a row of keywords? “电梯维修 每户分摊” is answered by “每户分摊|2860元”, “公益讲座 主讲” by “主讲:|季云帆”.

Such a row has no word that says what sort of thing is asked for; where the page has a value behind the very label, that is it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.asking.questions import Query
from retrieval.language.dictionary import edges_of
from retrieval.language.phrases import Shape, phrases_of
from retrieval.records import Range

_LEAST = 2  # characters of a label
_LEADS = "(?P<leads>(?:[为是达约仅有共了至]|高达|大约)*)"  # to a number, and say nothing
_TOLD = re.compile("[:：] ?(?P<value>[^,，。;；:：!！?？\n]{2,30})")
_HAN = re.compile("[\u4e00-\u9fff]+")


def label_asked(query: Query) -> str:
    """Return the last of a row of keywords, in normal form, "" where a question is none."""
    row = query.normal.split()
    last = row[-1] if len(row) > 1 and query.gap is None else ""
    return last if _HAN.fullmatch(last) else ""


def values_in(text: str, label: str) -> Iterator[Range]:
    """Yield where `text`, in normal form, has a number or what a colon leads to behind a label, or behind its last words.

    >>> text = "其中高血压216人,血吸虫抗体阳性9人"
    >>> [text[a:b] for a, b in values_in(text, "首批血吸虫抗体阳性")]
    ['9人']
    """
    numbers = {p.start: p.end for p in phrases_of(text, Shape.NUMBER) if not text.startswith("的", p.end)}
    for start in sorted(edges_of(label)):
        places = list(_behind(text, label[start:], numbers)) if len(label) - start >= _LEAST else []
        if places:
            yield from places
            return


def told_of_noun(text: str, noun: str) -> Iterator[tuple[Range, int]]:
    """Yield where `text`, in normal form, tells what something is that a question asks for by its noun, and where that stands.

    A colon behind it leads to that, or 这是 goes back to it.

    >>> text = "他只提了一个要求:把粉笔留给后来的人用。"
    >>> [text[a:b] for (a, b), _ in told_of_noun(text, "要求")]
    ['把粉笔留给后来的人用']
    """
    noun = re.escape(noun)
    leads = rf"{noun}(?:就?是)?[:：] ?[“「]?(?P<value>[^。;；!！?？\n“”]{{2,60}})"
    goes_back = rf"[“「](?P<value>[^“”「」]{{2,40}}?)[。!！]?[”」][。!！]?\s?[这那]就?是(?=[^。;；!！?？\n]{{0,20}}{noun})"
    for m in re.finditer(leads, text):
        yield m.span("value"), m.start()
    for m in re.finditer(goes_back, text):
        yield m.span("value"), m.end() - 1


def _behind(text: str, words: str, numbers: dict[int, int]) -> Iterator[Range]:
    """Yield the number, or what a colon leads to, right behind each place where these words stand."""
    for m in re.finditer(re.escape(words) + _LEADS, text):
        number = next((at for at in m.span("leads") if at in numbers), None)
        if number is not None:
            yield number, numbers[number]
        elif told := _TOLD.match(text, m.start("leads")):
            yield told.span("value")
