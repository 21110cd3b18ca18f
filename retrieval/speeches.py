"""What does somebody say? A newspaper puts it in quotation marks before or behind who says it, or behind 表示 and its like.

“宁光说了什么” has no word that what he says need have: whose words they are is told by where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.patterns import BREAK, one_of
from retrieval.people import is_surely_name
from retrieval.questions import Query
from retrieval.records import Range

_SAYS = one_of(
    "说|说道|讲|讲道|表示|介绍|指出|认为|坦言|强调|回忆|回忆道|提醒|建议|解释|呼吁|补充|感慨|感慨道|直言|透露|写道|告诉记者|告诉本报记者|总结|评价|评价道|回答|答道|笑道|问|问道|宣布|提出"
)
_WHAT = "(?:些)?(?:什么|啥|哪些话)"
_HOW = "(?:怎么|咋|如何|怎样)"
_ASKED = re.compile(
    rf"(?P<who>[\u4e00-\u9fff·]{{2,8}}?)\s?[他她]?(?:都|还|又|最后|当时|是)*"
    rf"(?:{_SAYS}(?:了|过|的)?(?:是)?{_WHAT}(?:话|意见|看法)?|{_HOW}(?:{_SAYS}|看待?|回应|形容)(?:的)?(?:[^,，?？]{{0,16}})?)[呀啊呢的? ]*$"
)
_MOST = 200  # characters of a quotation
_UNQUOTED = rf"(?:[^。！？!?\n“”]|“[^”\n]{{0,60}}”){{6,{_MOST}}}"  # a name may stand in quotation marks


def speaker_asked(query: Query) -> str:
    """Return whose words a question asks for, "" where it asks for nobody's: 宁光 of 宁光说了什么."""
    asked = _ASKED.search(query.normal)
    if asked is None:
        return ""
    who = asked["who"]
    return next((who[i:] for i in range(len(who) - 1) if is_surely_name(who[i:])), "")


def speeches_of(text: str, who: str) -> Iterator[tuple[int, Range]]:
    """Yield what `text`, in normal form, has somebody say: where they are named, and the range of their words."""
    name = "·?".join(map(re.escape, who))
    behind = re.compile(
        rf"(?P<name>{name})[^。！？!?\n“”]{{0,16}}?{_SAYS}(?:[,，:：]?\s*“(?P<quoted>[^”]{{2,{_MOST}}})|[,，:：]\s*(?P<plain>{_UNQUOTED}))"
    )
    before = re.compile(
        rf"(?<![:：,，])“(?P<quoted>[^“”]{{2,{_MOST}}})”\s*[^。！？!?\n“”]{{0,30}}?(?P<name>{name})[^{BREAK}\s]{{0,8}}?{_SAYS}(?=[{BREAK}\s]|$)"
    )
    for m in behind.finditer(text):
        yield m.start("name"), m.span(m.lastgroup or 0)
    for m in before.finditer(text):
        yield m.start("name"), m.span("quoted")
