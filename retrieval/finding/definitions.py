"""Find what a page says that a term means: “地中海贫血（简称“地贫”）是一种遗传性血红蛋白病。”

What a sentence about a term holds beside its words may be anything; that it means this is said in a few ways only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from retrieval.asking.questions import Query
from retrieval.language.aliases import long_name
from retrieval.language.patterns import one_of
from retrieval.records import Range

_QUOTED = re.compile(r"[“\"「‘《]([^”\"」’》]{1,20})[”\"」’》]")
_ASKS_NAME = re.compile("全称|缩写|简称|stands? for")
_ASKS_SHORT = re.compile("(?:简称|缩写|称)(?:是|为|叫|作)*(?:什么|啥)|^[^什啥]*(?:简称|缩写)[？?]?$")
# What stands between a term and the question word: “……的定义是”, “……这个词在书里指的是”.
_LEADS = re.compile(
    r"^(?:什么|啥|何)[是为叫谓]|^[叫是]|[(（][^()（）]*[)）]$|在[^,，]{1,10}[中里上]$"
    r"|(?:中文名?|英文名?|这个|一词|词|说法|名字|称呼|所|都|又|具体|原本|到底|究竟|定义|含义|意思|全称|缩写|简称|代表|一种|是种|是个|是|指|叫|为|有|被|说的|的)$"
)
_ASKED_IN_ENGLISH = re.compile(
    r"what(?:'s| is| does)(?: an?| the)? (?P<term>[a-z\d][a-z\d +-]*?)(?: stand for| mean)?[? ]*$"
)
_ASKED = re.compile("全称|含义|意思|定义|缩写|简称")
_OPENS, _CLOSES, _COMMA = '“"「‘《', re.compile('[”"」’》]'), re.compile("[,，]")
_MARK = '[“"‘「]'
_OPEN, _CLOSE = f"[{_OPENS}]?", f"{_CLOSES.pattern}?"
# Words that say what something means, and those that may say anything of it; none where it only begins another: 指标, 即将, 是否.
_MEANS = r"(?:的(?:意思|定义|含义|全称)[是为]|是指|指的(?:就)?是|意为|意思是|全称[是为]|(?:代表|表示)(?=[“‘「])|方面[,，](?:主要)?[如是]|指(?![标数导出南挥望责])|即(?![将使日可便]))"
_IS = r"(?:就是(?!不)|是(?![否不什怎如可])|为(?![什何了害此]))"
_CALLED = one_of("称为|称作|称之为|叫做|叫作|叫|简称|简称为|统称|统称为|俗称|所谓|所谓的")
_NO_MEANING = re.compile(
    r"^(?:以下)?(?:简称|又称|也称|亦称|英文|英语|俗称|拉丁|日语|法语|德语)|^[^\u4e00-\u9fff]*$|^[\d—–~至年月日版-]*$|[?？]"
)
_LATIN_END = re.compile(r"(?<=[\u4e00-\u9fff])[a-z][a-z\d-]+$")  # 指南里的英文缩写|hsss
_SHORT = re.compile(
    r"(?P<long>[^,，。;；:：、“”\"()（）《》\s]{2,30})[”》]?(?:[(（](?:以下|英文)?(?:又?简称|缩写为?|又称)?[:：]?|"
    r"[,，]?(?:简称|缩写)[为是]?)[“\"《]?(?P<short>[^()（）“”\"《》,，。]{1,20})[”\"》)）]"
)
_SHARED = 3  # characters of a long name that a question has at least
_AROUND = " ,，:：(（"
_ONLY_LEADS = re.compile("的?[是指]+")
_BREAK = "[,，。;；:：、\n]"
# What leads to a thing that is named with what it is.
_GIVES = "(?:发布|推出|研[发制究]|开发|引[入进]|[使采应利启]用|上线|名为|叫做?|在|由|对|将|与|和|[的了为是])"
# What has a Latin name, as a newspaper calls it.
_KIND = "(?:模型|系统|平台|技术|软件|机器人|设备|仪器?|疫苗|算法|工具|芯片|程序|病毒|疗法|指数|评分|标准|协议|组织|品牌|车型|期刊|杂志|应用)"
# What is given a name of its own, as a newspaper calls it.
_NAMED = one_of(
    "热线|专线|电话|号码|模式|项目|平台|中心|小程序|公众号|机制|工程|行动|计划|活动|服务|系统|办法|制度|政策|体系|品牌|工作室|工作站|服务站|服务点|驿站|基地|联盟|团队|服务队|志愿队|"
    "医疗队|门诊|课堂|讲堂|课程|专栏|栏目|地图|网络|网格|窗口|通道|套餐|疗法|技术|工作法|建设|改革|试点|比赛|大赛|竞赛|展览|节目|应用|软件|程序|机器人"
)
_KEYWORDS = 3  # before 全称 or 含义 that may be the term
_WHOLE = 60  # characters of one whose last words say what the term is: “……启动的过程”
_HEADED = re.compile(r"的[\u4e00-\u9fff]{2,4}$")
_PARTS = re.compile("[两三四五六七八九十][^月日年点]")  # of “三看一停” each part is to be told
_ENOUGH = 12  # characters of a definition that can do without what stands behind a comma


def definition_of(text: str, query: Query, start: int = 0) -> Range | None:
    """Return where `text` says what the term means that a question asks about, both in normal form, None where it doesn't.

    What stands before `start` is not looked at. An expansion of an abbreviation stands before it in brackets, what a term means
    behind “是” or in brackets behind it.
    """
    if _ASKS_SHORT.search(query.normal):
        return _short_of(text, query)
    unquoted = _CLOSES.sub("", text)
    for term in (term for term in _terms(query) if term in text or term in unquoted):
        for pattern in _ways(term, _ASKS_NAME.search(query.normal) is not None):
            for m in pattern.finditer(text, max(start - 1, 0)):  # the line end before it too
                if "long" in pattern.groupindex:
                    name = long_name(m["long"], term)
                    # “中心” may be short for all that ends in it.
                    return m.end("long") - len(name if len(name) > len(term) else m["long"]), m.end("long")
                first, last = _trimmed(text, *m.span("means"), whole=_PARTS.search(term) is not None)
                if last - first > 1 and not _NO_MEANING.search(text[first:last]):
                    return first, last
    return None


def _short_of(text: str, query: Query) -> Range | None:
    """Return where the short name stands of what the question names most of: 评分系统(HSSS)."""
    shared, best = _SHARED, None
    for m in _SHORT.finditer(text):
        long, short = m["long"], m["short"]
        same = next((n for n in range(len(long), 0, -1) if long[-n:] in query.normal), 0)
        latin = short[0].isascii()
        if same >= shared and short not in query.normal and not (latin and "简称" in query.normal):
            shared, best = same + 1, m.span("short")
    return best


def _terms(query: Query) -> Iterator[str]:
    """Yield what may be the term that is asked about: what stands in quotes, else what stands before the question word."""
    quoted = [m for m in _QUOTED.finditer(query.normal) if not m[0].startswith("《")]
    if quoted:
        yield quoted[-1][1]
    elif query.gap:
        start, end = query.gap
        # What stands before a comma only leads to the term: “……率先开展MRI检查，MRI是指什么”.
        beside = map(_bare, (_COMMA.split(_bare(query.normal[:start]))[-1], query.normal[end:]))
        for run in islice((run for run in beside if len(run) > 1), 1):
            yield latin[0] if (latin := _LATIN_END.search(run)) else run
        # 笔记本里画|三角|的是什么意思
        before = [unit for unit in query.units if unit.end <= start]
        if before and _ONLY_LEADS.fullmatch(query.normal, before[-1].end, start):
            yield before[-1].word
    elif asked := _ASKED_IN_ENGLISH.match(query.normal):
        yield asked["term"]
    elif asked := _ASKED.search(query.normal):  # keywords: “保定一院 双控机制 含义”
        yield from reversed(query.normal[: asked.start()].split()[-_KEYWORDS:])


def _bare(run: str) -> str:
    """Return the words beside a question word without those that only lead to it: “操场的定义是” is “操场”."""
    run = run.strip(" ?,。的")
    while (bare := _LEADS.sub("", run).strip(" ,的")) != run:
        run = bare
    return run


def _ways(term: str, name: bool) -> Iterator[re.Pattern[str]]:
    """Yield how it may be said, the likeliest first; each is compiled when those before it found nothing.

    Of a term but a part may stand in quotation marks: “双控”机制.
    """
    latin, term = term.isascii(), _CLOSE.join(map(re.escape, term))
    quoted = f"{_OPEN}{term}{_CLOSE}"
    behind = rf"{quoted}\s?[(（](?P<means>[^()（）]{{6,60}})[)）]"
    before = rf"(?P<long>[^,，。;；:：、“”\"()（）\s]{{2,30}})[(（](?:以下|英文)?(?:简称|又称|即|缩写为?)?{quoted}[)）]"
    means, is_ = (
        rf"(?:^|[,，。;；:：\n ])(?:[一二三四五六七八九]是)?(?:所谓)?{quoted}\s?(?:[(（][^()（）]*[)）])?\s?[,，:：]?(?:一般|通常|主要|原|也)?"
        rf"{says}(?P<means>[^。；;\n]{{2,80}})"
        for says in (_MEANS, _IS)
    )
    taken_for = rf"(?P<means>[^,，。;；\n“]{{2,20}}?)(?:作为|堪称|成为)[^,，。;；\n“]{{0,12}}[{_OPENS}]{term}[”\"」’》]"
    called = rf"(?P<means>[^,，。;；\n]{{4,60}})[,，]?(?:被|也|又|这就)?(?:也?就是|即)?{_CALLED}{quoted}"
    formed = rf"(?:^|[,，。;；\n])(?P<means>以[^。;；\n]{{6,60}})[,，](?:从而|由此|逐步|初步)?(?:形成|构成|建成|打造)了?{quoted}"
    # What stands in quotes is explained at once: “收储兜底”:一旦出现坏账,由…; 启用“安静通道”,为患儿提供免排队服务.
    marked = rf"{_MARK}{term}[”\"」’](?:[^。！？!?\n]{{0,12}}?[—–]{{1,2}}|[:：]|[,，](?=[为由让向对在通以将把每]))(?P<means>[^。；;\n]{{4,80}})"
    does = rf"(?:推进|推动|开展|实施|建立|建设|实行|落实|构建|推行|做好|完善)(?P<means>[^,，。;；\n“]{{4,30}}){_MARK}{term}{_CLOSE}"
    summed_up = rf"(?<=[。!！?？\n])(?P<means>[^。!！?？\n]{{8,80}})[,，。]这(?:就是|便是|叫做?){quoted}"
    # 实行“双主任制”,受援科室与支援科室各出一名负责人
    set_up = rf"(?:实行|推行|施行|试行|试办|开办|创办|设立|设计|采用|采取|推出|创立|首创|探索)了?(?:一[张项种套个])?{_MARK}{term}[”\"」’][\u4e00-\u9fff]{{0,4}}[,，:：](?P<means>[^。；;\n]{{4,80}})"
    that_is = rf"{_MARK}{term}[”\"」’][^,，。;；\n]{{0,10}}[,，](?:也?就是|即)(?P<means>[^。；;\n]{{4,80}})"
    # 地中海贫血(简称“地贫”)是一种遗传性血红蛋白病
    as_long = rf"[(（](?:以下)?(?:又?简称|又称|俗称|又名|即){quoted}[)）]\s?(?:{_MEANS}|{_IS})(?P<means>[^。;；\n]{{2,80}})"
    ways = (
        (before, behind, means, is_, called)
        if name
        else (
            means,
            as_long,
            behind,
            is_,
            called,
            that_is,
            summed_up,
            before,
            taken_for,
            does,
            formed,
            marked,
            set_up,
        )
    )
    yield from map(re.compile, ways)
    # “79315”家政热线: a name in quotation marks stands before what it is the name of.
    yield re.compile(
        rf"{_MARK}[\u4e00-\u9fff]{{0,4}}{term}[”\"」’](?P<means>(?![的等和与及在是为])[\u4e00-\u9fff]{{0,10}}?{_NAMED}(?:[\u4e00-\u9fff]{{0,2}}{_NAMED})*)"
    )
    if latin:  # 发布|全球首个胃癌影像筛查人工智能模型|damo grape
        kind = rf"(?P<means>(?:(?!{_GIVES})[^,，。;；:：、\n“”]){{2,28}}{_KIND})"
        yield re.compile(rf"(?:^|{_BREAK}|{_GIVES}){kind}{quoted}(?![a-z])")


def _trimmed(text: str, start: int, end: int, *, whole: bool = False) -> Range:
    """Cut a definition at a comma once enough is said, unless it ends in what the term is or is told `whole`.

    One in quotes is cut where they end.
    """
    while start < end and text[start] in _AROUND:
        start += 1
    if start < end and text[start] in _OPENS and (close := _CLOSES.search(text, start + 1, end)):
        return start + 1, close.start()
    headed = end - start <= _WHOLE and _HEADED.search(text, start, end)
    if not (headed or whole) and (comma := _COMMA.search(text, start + _ENOUGH, end)):
        end = comma.start()
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end
