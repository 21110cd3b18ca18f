"""Things told one after the other: joined by 、, numbered, or as the parts that something has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.language.numerals import value_of
from retrieval.language.patterns import BREAK, Quick
from retrieval.records import Range

_ITEM = rf"[^{BREAK}]{{1,40}}"
_AND = "(?:、|[,，]?以及|[,，]?并且)"
_LIST = Quick(
    rf"(?:[“《‘]?{_ITEM}[”》’]?(?:[(（][^()（）]{{1,20}}[)）])?{_AND})+[“《‘]?{_ITEM}[”》’]?"
    rf"(?:[(（][^()（）]{{1,20}}[)）][和与及]{_ITEM})?"  # 采样管(红)、拭子(白)和说明书
    rf"|(?:[“《‘][^“”《》‘’]{{1,40}}[”》’][和与及、]?)+[“《‘][^“”《》‘’]{{1,40}}[”》’]",
    needed="、|以及|并且|[”》’][和与及]?[“《‘]",
)
_PARTS = Quick(
    (
        rf"(?<=[分为成括])(?<!部分)(?![享别析钟])[^{BREAK}为成括]{{2,20}}[和与及][^{BREAK}]{{2,20}}(?=(?:[(（][^()（）]{{1,60}}[)）])?(?:这|"
        rf"等)?[两二三四五六](?:[大个]?部分|[个大]?[项种类方]|个?阶段|个?环节))"
    ),
    needed="[两二三四五六]",
)
_LIST_HEAD = re.compile(
    r".*(?:包括|包含|涵盖|分为|分成|分别是|分别为|分别|如|即|有|从|是|为|按照|聚焦|配置|设有|分|加强|开展|提供|捐赠了|针对|由|将|对|做好|示|了|在|等|：|:|"
    r"(?:称为|位于|还有|例如|出现|从事|负责|用于|获得|发现|造成|引起|含有|设立|开设|增设|拥有|具有|普及|学习|推广|教授|掌握|留下|送上|颁发|发放|赠送|完成|实现|使用|配备|参与|"
    r"涉及|覆盖|听取|纳入|囊括|组织|走进|评为|荣获|夺得|推出|打造|引进)(?![者率人班量度方、]))"
)
# 业务范围包括:筹募善款;助力乡村振兴;推进助医
_BY_SEMICOLON = Quick(
    r"(?:包括|包含|涵盖|如下|分别[是为])[:：](?P<list>[^。!！?？\n;；]{2,80}(?:[;；][^。!！?？\n;；]{2,80})+)",
    needed="[;；]",
)
# 包括对…进行研究,对…进行整理,以及对…的挖掘: clauses that begin alike
_BY_CLAUSES = Quick(
    r"(?:包括|包含|涵盖|如下|分别[是为])[:：]?(?P<list>(?P<alike>[对为向在从以把将给])[^,，。;；\n]{3,60}(?:[,，](?:以及)?(?P=alike)[^,，。;；\n]{3,60})+)",
    needed="包括|包含|涵盖|如下|分别",
)
# What something holds, and not whom it is for: 服务对象包括…,|服务内容涵盖…; 模式成效显著:…
_CONTENTS = Quick(
    r"(?<!对象)(?<!人群)(?<!人员)(?<!地区)(?<!范围)(?<!对象主要)(?<!人群主要)(?:包括|包含|涵盖)(?![了过着]?(?:在内|[一两二三四五六七八九十\d]+个?[项个种]))[:：]?(?P<list>[^。;；\n:：]{2,100})"
    r"|[:：](?P<told>[^。\n“]{2,40}[,，;；][^。\n]{4,160})",
    needed="包括|包含|涵盖|[:：]",
)
_JOINS = re.compile("[、和与及]")
_ASKS_CONTENTS = re.compile(
    "(?:包括|包含|涵盖)(?:了|着)?(?:什么|啥|哪些|哪几[项个种])(?:内容|方面|服务|项目|东西)?[呀啊呢? ]*$"
)
# What lies in something: 书包一个,内有|助听器一副、病历本一册.
_ASKS_INSIDE = re.compile(
    "(?:里面?|内|中)(?:都|还)?(?:有|是|装了?|装着|放了?|放着)(?:些|的是?)?(?:什么|啥|哪些)(?:东西|物品)?[? 呀啊呢]*$"
)
_INSIDE = re.compile(
    "(?:(?<=内有)|(?<=装有)|(?<=装着)|(?<=内装)|(?<=里有)|(?<=放着)|(?<=装了))[^。;；:：!！?？\\n]{2,40}(?=[。;；])"
)
_AND_SO_ON = re.compile("等(?![级待候于同额式距])[^、等]*$")
_SAYS = "[是看要为靠怕查]|个是"  # 一是 … 二是, 一看 … 二看
# Things numbered one after the other, to the end of the sentence: 一看风,超过三级不起飞;二看高…, 1带选民证到投票站;2领票.
_NUMBERED = re.compile(
    rf"(?:(?<![一二三四五六七八九十第])一(?P<verb>{_SAYS})[^。!！?？\n]{{2,200}}?[;；,，、]二(?P=verb)"
    r"|(?<![\d第.])1[.、]?(?=[\u4e00-\u9fff])[^。;；\n]{2,80}[;；]2[.、]?(?=[\u4e00-\u9fff])|第一[,，][^。\n]{2,80}?[;；]第二[,，])[^。!！?？\n]+"
)
_NUMBERS = re.compile(
    rf"(?:(?<=^)|(?<=[;；,，、]))(?:[一二三四五六七八九十](?:{_SAYS})|\d{{1,2}}[.、]?(?=[\u4e00-\u9fff])|第[一二三四五六七八九十][,，])"
)
# As many things as are said to come: 就三条:上道不带手机,走一步看两眼,宁可挨骂不能漏检
_COUNTED_OUT = re.compile(
    rf"(?P<n>[两二三四五六七八九十])(?:[个条点件项样句步招种类道关]|方面)[^{BREAK}]{{0,8}}[:：] ?(?P<list>[^。!！?？\n:：]{{4,160}})"
)
_NEAR = 16  # characters
_NAMED_BEFORE = re.compile(rf"[、和与及][^{BREAK}]{{1,12}}$")
_ITEMS_PARTED = re.compile("[、;；]|[”》]?(?=[“《])")
_ITEMS_JOINED = re.compile("[、,，;；]|以及|并且|[和与及]|[”》]?(?=[“《])")


def has_items(text: str, n: int) -> bool:
    """Tell whether a list may be one of `n` things: a comma may stand within one, and 和 join two or stand within one.

    >>> has_items("首店、首秀、首展和首发平台", 4), has_items("一是快;二是稳,不急", 2), has_items("托育、产科", 3)
    (True, True, False)
    """
    if _NUMBERED.fullmatch(text):
        return len(_NUMBERS.findall(text)) == n
    least, most = (
        len([x for x in parts.split(text) if x.strip("”》 ")]) for parts in (_ITEMS_PARTED, _ITEMS_JOINED)
    )
    return least <= n <= most


def lists_in(text: str) -> Iterator[Range]:
    """Yield where things are told one after the other, what leads to them and 等 apart from them too."""
    yield from parts_told(text)
    yield from (m.span() for m in _NUMBERED.finditer(text))
    yield from (m.span("list") for m in _BY_SEMICOLON.finditer(text))
    yield from (m.span("list") for m in _BY_CLAUSES.finditer(text))
    yield from _counted_out(text)
    for m in _LIST.finditer(text):
        yield m.span()
        first = m.start() + text[m.start() : m.end()].index("、") if "、" in m.group() else m.start()
        head = _LIST_HEAD.match(text, m.start(), first)
        if head and head.end() < first:
            yield head.end(), m.end()
        tail = _AND_SO_ON.search(m.group())
        if tail:
            start = head.end() if head and head.end() < first else m.start()
            yield start, m.start() + tail.start()


def _counted_out(text: str) -> Iterator[Range]:
    """Yield what is told of as many things as are said to come, if they aren't named before: 由药监、卫健和环卫三个部门共管."""
    for m in _COUNTED_OUT.finditer(text):
        named = _NAMED_BEFORE.search(text, max(m.start() - _NEAR, 0), m.start())
        if not named and has_items(m["list"], int(value_of(m["n"]))):
            yield m.span("list")


def parts_told(text: str) -> Iterator[Range]:
    """Yield what something has for its parts, where it is said how many: 分|理论考核和技能操作考核|两部分."""
    return (m.span() for m in _PARTS.finditer(text))


def asks_contents(normal: str) -> bool:
    """Tell whether a question in normal form asks what something holds: 助餐服务包括什么."""
    return _ASKS_CONTENTS.search(normal) is not None


def asks_inside(normal: str) -> bool:
    """Tell whether a question in normal form asks what lies in something: 书包里有什么."""
    return _ASKS_INSIDE.search(normal) is not None


def inside_told(text: str) -> Iterator[Range]:
    """Yield what is said to lie in something."""
    return (m.span() for m in _INSIDE.finditer(text))


def contents_told(text: str) -> Iterator[Range]:
    """Yield what is said that something holds: 服务内容涵盖|接送就医、全程陪同, without 等方面 behind it."""
    yield from (m.span("list") for m in _BY_CLAUSES.finditer(text))
    for m in _CONTENTS.finditer(text):
        start, end = m.span(m.lastgroup or 0)
        if m["told"]:
            yield start, end
            continue
        end = next((i for i in range(start, end) if text[i] in ",，"), end)
        if _JOINS.search(text, start, end):  # 涵盖内容广泛 tells none
            yield start, end
