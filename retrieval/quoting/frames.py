"""Take a quotation out of what is said around it: 有人说“…”，对吗？ asks after what stands in the quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import QUESTION_WORD, YES_NO
from retrieval.records import Range

_NO_MARK = r"[^“”\"「」『』]"
_SAYS = (
    r"(?:说|道|称|讲|写|登|载|问|指出|表示|介绍|提到|提及|强调|认为|透露|声称|(?:这|那|有)?(?:样|么)?(?:一|几)?句(?:话|引文)?|"
    r"核对|查|[》:：])(?:了|过|的|是|一下|下|着)?"
)
_HEARD = (
    r"(?:请问|(?:我|我们)?听(?:人)?说|据说|传说|有人说|(?:网|报|书)上(?:有人)?说|(?:有)?报道说|核对(?:一下|下)?|"
    r"据?《[^》]{1,40}》(?:的?报道|上?说|上?写道?|称|载)(?:说|称|道)?)[\s,，:：]*"
)
_ASKED = (
    r"[\s,，。.;；!！]*(?:请问)?(?:这|那|该|此)?(?:一)?(?:句|个|种|条|段)?(?:话|说法|消息|引文|报道)?(?:在?报上)?"
    r"(?:(?:是|有)?(?:这么|这样)?(?:说|写|登|讲)?(?:过|的)?(?:真的?|假的?|对的?|原话|原文|属实|准确|正确|没错)?(?:吗|么|嘛|吧|没有)"
    r"|是不是(?:真的?|对的?|原话|原文)?|对不对|是真是假|是否(?:属实|准确|正确|真实)|真的假的)[\s?？。.!！]*"
)
_QUOTED = re.compile(
    rf"(?:{_NO_MARK}{{0,40}}{_SAYS})?[\s,，:：]*[“\"「『](?P<said>.+)[”\"」』](?:{_ASKED}|[\s,，。.;；!！?？]*)",
    re.DOTALL,
)
_MARKED = r"“(?:[^“”]|“[^“”]*”)+”|「[^「」]+」|『[^『』]+』|\"[^\"]+\""
_THESE_WORDS = r"(?:这|那)(?:么|样)?(?:一)?(?:句|个|种|条|段)(?:话|说法|消息|引文|报道)"
_WHETHER_PRINTED = re.compile(
    rf"\s*(?P<frame>(?P<by>{_NO_MARK}{{0,40}}?)(?:{_SAYS}|(?:原文|原话)是|有(?=[\s,，:：]*(?:{_MARKED}){_THESE_WORDS})))?[\s,，:：]*"
    rf"(?P<said>{_MARKED})(?:(?P<asked>{_ASKED})|(?P<words>{_THESE_WORDS})?[\s,，。.;；!！?？]*)"
)
# Who is no speaker: the papers themselves, anybody.
_NOBODY = re.compile(
    "请问|真的|确实|到底|究竟|曾经?|有人|网上|(?:报纸|报道|文章|新闻|资料|原文|文)(?:里面|上面|里|中|上)?|报上|我们?|[听据传]$|[的里上写有]+$"
)
_AROUND = " ,:《》"
_HEAD, _TAIL = re.compile(_HEARD), re.compile(rf"{_ASKED}\Z")
_TAIL_CHARS = 60  # in which the asking is looked for: every place of a long text would be tried
_ENDS = " \t\n?？。.!！"


def unframed(text: str) -> str | None:
    """Return what a text asks about, None where nothing is said around it.

    A word in quotation marks inside a sentence is no quotation: nobody is said to say it.

    >>> unframed("有人说“5万余名志愿者火速集结”，对吗？"), unframed("5万余名志愿者火速集结吗？")
    ('5万余名志愿者火速集结', '5万余名志愿者火速集结')
    >>> unframed("作为首家“两新”组织，中心成立了")
    """
    normal = same_length_normal(text)
    first = len(normal) - len(normal.lstrip())
    found = _QUOTED.fullmatch(normal, first)
    start, end = found.span("said") if found else _without_hearsay(normal, first)
    return text[start:end] if 0 < end - start < len(text.strip()) else None


class AskedQuotation(NamedTuple):
    """A quotation of which it is asked whether it is printed, and who is said to say it, "" for nobody but the papers."""

    said: str
    by: str


def asked_whether_printed(text: str) -> AskedQuotation | None:
    """Return the quotation of a message that is nothing else, or asks no more than whether that is said; None for another.

    >>> asked_whether_printed("宁光说过“5万余名志愿者火速集结”吗？")
    AskedQuotation(said='5万余名志愿者火速集结', by='宁光')
    >>> asked_whether_printed("谁说“5万余名志愿者火速集结”"), asked_whether_printed("“两新”组织是什么")
    (None, None)
    """
    normal = same_length_normal(text)
    found = _WHETHER_PRINTED.fullmatch(normal)
    if found is None:
        return None
    frame = found["frame"] or ""
    asks = [YES_NO.fullmatch(m.group()) for m in QUESTION_WORD.finditer(frame)]
    alone = not frame and not found["words"]
    if not all(asks) or not (asks or found["asked"] or alone):
        return None
    start, end = found.span("said")
    by = _NOBODY.sub("", YES_NO.sub("", found["by"] or "")).strip(_AROUND)
    return AskedQuotation(text[start + 1 : end - 1], by)


def _without_hearsay(normal: str, first: int) -> Range:
    """Return the range of a text without 听说 and its like before it, and 是真的吗 and its like behind it."""
    head = _HEAD.match(normal, first)
    start, end = head.end() if head else first, len(normal.rstrip(_ENDS))
    tail = _TAIL.search(normal, max(end - _TAIL_CHARS, start), end)
    if tail:
        return start, tail.start()
    return start, len(normal.rstrip()) if head else len(normal)
