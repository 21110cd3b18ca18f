"""How is something done? By a way: 通过…, 采用…, 只要…即可. A title that merely holds the verb, 《…诊断与治疗指南》, is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.records import Range

_HOW = "(?:怎么|如何|怎样|咋)"
# What behind it asks no way: 怎么样, 怎么回事, 怎么没; how somebody says it is their words.
_ASKED = re.compile(
    rf"{_HOW}(?:才能?|去|来|能|可以|会|进行|予以|给)?(?P<does>(?![样回个了没不就会这那还说讲写看的])[\u4e00-\u9fff](?![的了呢呀啊吧])[\u4e00-\u9fff])[\u4e00-\u9fff]{{0,4}}[的呢呀啊? ]*$"
)
_IN_CLAUSE = r"[^,，。;；!！?？\n]"
_WAY = re.compile(
    rf"(?P<way>(?:只[要需](?:[^。;；!！?？\n]){{2,110}}?(?:即可|就可以|就能|便可|方可){_IN_CLAUSE}{{0,16}}"
    rf"|(?:通过|采[用取]|利用|运用|借助|依托|凭借|予以|给予|实行|按照|以(?={_IN_CLAUSE}{{2,30}}(?:方式|模式|手段|形式|办法|方法))){_IN_CLAUSE}{{2,60}}"
    rf"|{_IN_CLAUSE}{{0,30}}(?:渠道|途径|方式|办法|方法)(?=[,，。;；])))"
)


def way_asked(normal: str) -> str:
    """Return what a question in normal form asks how to do, "" where it asks no way.

    >>> way_asked("热射病怎么治疗"), way_asked("术后视力怎么样"), way_asked("范先群怎么看这件事")
    ('治疗', '', '')
    """
    asked = _ASKED.search(normal)
    return asked["does"] if asked else ""


def ways_in(text: str, does: str) -> Iterator[Range]:
    """Yield where `text` tells a way of doing something, where it speaks of that at all."""
    if does in text:
        yield from (m.span("way") for m in _WAY.finditer(text))
