"""What a page tells of somebody it names: what they are, where they work or come from, how old they are.

“范先群是谁” holds one word that a page can have; what answers stands right before the name, or right behind it, and so is told
by its form: 上海交通大学医学院院长范先群, 哈米斯,67岁,是码头上的搬运工.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice
from typing import NamedTuple

from retrieval.asking.questions import Query
from retrieval.asking.wants import AROUND
from retrieval.language.dictionary import edges_of, general_count
from retrieval.language.lexicon import FILLER, PERSON, PLACES, POST_NOUN, SURNAMES
from retrieval.language.names import FOREIGN, is_name, names_in
from retrieval.language.organisations import ORG_HEAD_STOP, ORG_TAIL
from retrieval.language.patterns import BREAK, one_of
from retrieval.language.phrases import BY_TITLE, RARE
from retrieval.records import Range


class Aspect(Enum):
    """What is asked of somebody."""

    WHO = "who"
    HOUSE = "house"
    HOME = "home"
    AGE = "age"


class Asked(NamedTuple):
    """Somebody's name as the question has it, and what is asked of them."""

    name: str
    aspect: Aspect


_WHAT = "(?:什么|啥|何|哪个?|(?<=干)[嘛吗])"
_HOUSES = "(?:公司|医院|单位|学校|大学|部门|企业|机构|银行|报社)"
_NOW = "(?:现在|如今|今年|目前|曾经?|原先?|以前)?"
_ASPECTS = (
    (
        Aspect.WHO,
        rf"(?:到底|究竟)?是(?:谁|{_WHAT}(?:样的)?人|[干做]{_WHAT}(?:工作|活儿?)?的|个?{_WHAT}(?:职务|职位|职业|身份|来头|官))|何许人也?"
        rf"|[ 的]*(?:职业|职务|职位|身份|头衔)(?:是?{_WHAT})?|{_NOW}(?:是|担任|现任|任)?{_WHAT}(?:职务|职位|身份|职)|[干做]{_WHAT}(?:工作)?的",
    ),
    (
        Aspect.HOUSE,
        rf"{_NOW}(?:是|在)?(?:哪一?[个家所]?{_HOUSES}(?:工作|上班|任职)?的?人?|(?:什么|啥){_HOUSES}(?:工作|上班|任职|的)+人?)|[ 的]*(?:所在|工作)?单位(?:是?{_WHAT})?",
    ),
    (Aspect.HOUSE, f"{_NOW}(?:是|在)?哪(?:里|儿)?(?:工作|上班|任职|供职)的?"),
    (Aspect.HOME, "是?哪(?:里|儿|个地方|个?[省市县村])的?人|[ 的]*籍贯"),
    (
        Aspect.AGE,
        f"{_NOW}(?:多大(?:岁数|年纪|年龄)?|多少岁|几岁|高寿)了?|[ 的]*(?:年龄|岁数)(?:多大|是?多少)?",
    ),
)
_ASKED = tuple(
    (aspect, re.compile(rf"(?P<name>[\u4e00-\u9fff·]{{2,8}}?) ?(?:{pattern})[呀啊呢的? ]*"))
    for aspect, pattern in _ASPECTS
)
_WHO_IS = re.compile(r"(?:谁|哪位)(?:到底|究竟)?是 ?(?P<name>[\u4e00-\u9fff·]{2,8})")
_DOING = re.compile(f"[干做]{_WHAT}(?:工作|活儿?)?的")
_BY_TITLE = re.compile(f"{BY_TITLE}|[老小阿]{SURNAMES}")
_NICKNAME = re.compile("[老小阿][\u4e00-\u9fff]")
_OFTEN = 3  # a nickname that the dictionary counted oftener is a word: 小偷, 小岛
_LATIN = re.compile(f"[{FOREIGN}]+(?:·[{FOREIGN}]+)+")
_NO_NAME = re.compile(
    rf"(?:{PERSON}|{ORG_TAIL}|老[婆公]|媳妇|对象|同事|搭档|夫人|得主|主角|主创|责编|遗孀|受益人|单位|[一二]作|[这那哪]人|[他她它你我]"
    r"|[\u4e00-\u9fff][员工者手方队组码局委区楼岛池厂店院体节药机号龄序贴林巢病瘤炎癌])$"
)
_OF_AGE = re.compile("岁|年龄|年纪|今年")
_SHORTEST = 4  # characters of a name and how old it is
_LONGEST = 4  # characters of a name that only its rareness tells
_BEFORE, _BEHIND = 64, 60  # characters around a name that may tell of them
_MENTIONS = 40  # of a name that are looked at: who is told of is told of early
# What somebody is called by what they do, at its end.
_IS = rf"(?:{PERSON}|大户|[船矿护]工|[\u4e00-\u9fff][员工者手匠]|(?<![大国作专一全])家)"
# What is done, or whose somebody is, says nothing of what they are: 院长看望|患者宋一帆, 她的|丈夫是教师.
_NOTHING = re.compile(
    "看望|慰问|建议|提醒|告诉|感谢|接诊|救治?了?|帮助|带着|送给|采访|[没不](?:有|是)|是[否不]|为[什何]|[他她我你](?:们)?的|当上|辞去|要当|表扬|看到|遇到|找到|认识|陪"
)
_PART = rf"[^{BREAK}\s]{{1,30}}"
_TOLD_BEFORE = re.compile(rf"(?P<told>(?:{_PART}{_IS}、){{0,3}}[^{BREAK}\s]{{0,30}}{_IS})[ \t]*[“‘]?\Z")
_SIGNED_AS = re.compile(rf"[(（](?:本文)?(?:作者)?(?:系|为|是)?(?P<told>[^()（）]{{2,40}}{_IS})[)）]\s*$")
_NICKNAMED = re.compile(
    rf"(?P<told>[^{BREAK}\s]{{0,20}}{_IS})[,，]?(?:大家|人们|乡亲们?|村里人|都)*(?:人称|[叫喊][他她]|[他她]叫|名叫|叫)(?:做|作)?[“‘]?$"
)
_AGE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})多?岁"
_ASIDE = rf"[”’]?(?:[(（][^()（）]{{1,12}}[)）])?(?:[,，、\s]*(?:男|女|今年|现年|生前|原|{_AGE}))*[,，、\s]*"
_TOLD_BEHIND = re.compile(
    rf"{_ASIDE}(?:是|系|任|担任|现任)(?:一[位名个])?(?P<told>[^{BREAK}\s]{{0,30}}{_IS})(?=[{BREAK}\s]|$)"
)
_IN_BRACKETS = re.compile(
    rf"[(（](?P<told>[^()（）]{{1,30}}{_IS})[)）]|[,，](?P<set>[^{BREAK}\s]{{2,30}}{_IS})(?=[,，。])"
)
# 汪成林 男 46 汉 果品社理事长: the first cell behind a name that tells what somebody is.
_IN_ROW = re.compile(
    rf"(?:[ \t]+[^\s]{{1,8}}){{0,4}}?[ \t]+(?P<told>[^\s]{{0,30}}(?:{_IS}|{POST_NOUN.pattern}))(?=\s|$)"
)
# 今年 says that it is so now; an age at which something happened is none: 6岁时, 19岁那年.
_AGED_NOW = re.compile(
    rf"[”’]?(?:[(（][^()（）\d]{{1,12}}[)）])?[^。!！?？\d]{{0,12}}?(?:今年|现年)(?:已经?|刚|才|有)?(?P<age>{_AGE})"
)
_AGED_BEHIND = re.compile(
    rf"[”’]?(?:[(（][^()（）\d]{{1,12}}[)）])?[,，(（、\s]*(?:[男女][,，\s]*|年仅|已)?(?P<age>{_AGE})(?=[,，。;；)）、\s了])"
)
_AGED_BEFORE = re.compile(rf"(?P<age>{_AGE})的?(?P<between>[^{BREAK}\s\d]{{0,14}})$")
_OF_ANOTHER = re.compile("[对向和与给]|家属|[母父]亲|[妻儿女]|那年|[时起]$|开始|以[上下]|丈夫|说|讲")
_CUT = re.compile(
    rf"(?!的){ORG_HEAD_STOP}|有[一个位名]*(?=[\u4e00-\u9fff])|(?:日|时|天)(?=[\u4e00-\u9fff])|[前今昨]天|其中|一[位名]"
)
# What follows the house, or the place, in what somebody is: 联影医疗|董事长兼首席执行官, 塔水镇七里村|村民.
_OFFICE = re.compile(
    rf"(?:(?:[、兼和及]|原|现任|前任|首席|执行|高级|资深|特聘|名誉|常务|副|总|联席|首任|专职|主治|科室|行政)*(?:{POST_NOUN.pattern}|{PERSON}))+$"
)
_FOLK = re.compile("(?:村民|居民|市民|农民|牧民|渔民|群众|种粮大户|(?<=[省市县区镇乡村州旗盟国])人)$")
# 生于浙江绍兴, 山东曲阜人: in the same sentence as the name.
_FROM = re.compile(
    rf"[^。!！?？\n]{{0,60}}?(?:(?<!出)(?:出?生[于在]|祖籍|籍贯[是为]?|老家[在是]?|来自)(?P<born>[\u4e00-\u9fff]{{2,16}})|"
    rf"[,，、)）是](?P<home>(?:{one_of('|'.join(PLACES))}|"
    rf"[\u4e00-\u9fff]{{1,6}}[省市县区镇乡村州])[\u4e00-\u9fff]{{0,8}})人(?=[,，。;；]))"
)
_ORG = re.compile(ORG_TAIL)
_OWNS = re.compile(rf"(?:{ORG_TAIL}|{PERSON}|{one_of('|'.join(PLACES))}|[省市县区镇乡村州国院校厂队家])$")
_TELLING = 5  # characters of 的 and what somebody is, up to which that says little by itself
_TAILS = {Aspect.HOUSE: _OFFICE, Aspect.HOME: _FOLK}
_HOUSE = 3  # characters of a house's name at least


def asked_of_somebody(query: Query) -> Asked | None:
    """Return who is asked about and what, where a question names somebody and asks nothing but what they are and so on.

    None where it asks who somebody is that it knows by what they do: 院长是谁.
    """
    row = query.normal.strip(AROUND)
    while lead := FILLER.match(row):  # 请问
        row = row[lead.end() :].strip(AROUND)
    if (who := _WHO_IS.fullmatch(row)) and is_surely_name(who["name"]):
        return Asked(who["name"], Aspect.WHO)
    # 卫生院的|卓玛今年几岁; 盖的|房子有多大 asks no age
    whose = row.rfind("的", 0, -_SHORTEST) + 1 if _OF_AGE.search(row) else 0
    for aspect, pattern in _ASKED:
        asked = pattern.fullmatch(row) or (pattern.fullmatch(row, whose) if aspect is Aspect.AGE else None)
        # What is asked for by 干什么 may be a thing: 灵犀是干什么的.
        if asked and (is_surely_name if _DOING.search(row) else may_be_name)(asked["name"]):
            return Asked(asked["name"], aspect)
    return None


def is_surely_name(name: str) -> bool:
    """Tell whether somebody is called so by what names are made of: 范先群, 赖女士, 老倪, 莎拉·贾法尔."""
    return bool(_BY_TITLE.fullmatch(name) or _LATIN.fullmatch(name)) or is_name(name)


def may_be_name(name: str) -> bool:
    """Tell whether somebody may be called so: surely, or by a word too rare for another."""
    if is_surely_name(name):
        return True
    rare = _OFTEN if _NICKNAME.fullmatch(name) else RARE
    return len(name) <= _LONGEST and general_count(name) <= rare and not _NO_NAME.search(name)


def told_of(text: str, asked: Asked) -> Range | None:
    """Return where `text`, in normal form, tells what is asked of somebody, None where it doesn't.

    Of several places the longest, and the first of those as long; of ages one that is told for now.
    """
    name = re.compile("·?".join(map(re.escape, asked.name)))  # 伊万罗兹 is printed 伊万·罗兹
    met = (m.span() for m in islice(name.finditer(text), _MENTIONS))
    mentions = [mention for mention in met if not _inside_another(text, *mention)]
    if asked.aspect is Aspect.AGE:
        ages = (age for mention in mentions for age in _ages(text, *mention))
        return min(ages, key=lambda age: age[0], default=(0, None))[1]
    found = [place for mention in mentions for place in _told(text, *mention)]
    if tail := _TAILS.get(asked.aspect):
        found = list(_where_of(text, found, tail))
    if asked.aspect is Aspect.HOME and not found:
        homes = (_FROM.match(text, end) for _, end in mentions)
        return next((m.span("born" if m["born"] else "home") for m in homes if m), None)
    return max(found, key=lambda place: place[1] - place[0], default=None)


def _inside_another(text: str, at: int, end: int) -> bool:
    """Return whether a name is but part of another's: 王军 of 王军伟."""
    first = max(at - 2, 0)
    around = names_in(text[first : end + 2])
    return any(first + a <= at and end <= first + b and b - a > end - at for a, b in around)


def _where_of(text: str, told: list[Range], tail: re.Pattern[str]) -> Iterator[Range]:
    """Yield what stands before `tail` in what somebody is: 联影医疗|董事长; of 专职疾控|监督员 nothing, which is no house."""
    for a, b in told:
        if office := tail.search(text, a, b):
            start, end = text.rfind("、", a, b) + 1 or a, office.start()
            belongs = (
                _ORG.search(text, start, end)
                or POST_NOUN.search(office.group())
                or _FOLK.search(text, start, b)
            )
            if end - start >= _HOUSE and belongs:
                yield start, end


def _told(text: str, at: int, end: int) -> Iterator[Range]:
    """Yield what somebody is whose name stands at this range of a text."""
    lead = max(at - _BEFORE, 0)
    before, behind = text[lead:at], text[end : end + _BEHIND]
    for pattern in (_SIGNED_AS, _NICKNAMED, _TOLD_BEFORE):
        if m := pattern.search(before):
            office = _OFFICE.search(m["told"])  # 总经理 is no 经
            cuts = _CUT.finditer(m["told"], 0, office.start() if office else len(m["told"]))
            edges = edges_of(m["told"])  # 工作经验 isn't cut behind 经
            start = m.start("told") + max((x.end() for x in cuts if x.end() in edges), default=0)
            start += before.startswith("的", start)
            start = _behind_what_they_do(before, start, m.end("told"), cut=start > m.start("told"))
            if not _NOTHING.search(before, start, m.end("told")):
                yield lead + start, lead + m.end("told")
            break
    for pattern in (_TOLD_BEHIND, _IN_BRACKETS, _IN_ROW):
        m = pattern.match(behind)
        if m and not _NOTHING.search(behind, *m.span(m.lastgroup or 0)):
            a, b = m.span(m.lastgroup or 0)
            yield end + a, end + b


def _behind_what_they_do(before: str, start: int, end: int, cut: bool) -> int:
    """Return where it begins what somebody is, behind what they do or have: 主刀的|市二院副主任, 年接生经验的|助产士.

    Whose they are stays: 市二院的|护士长. So does what tells more than the rest: 最年轻的|院士, 看灯的|船工. Other than of a house that is only
    cut off where it is `cut` off from its own beginning.
    """
    owner = before.rfind("的", start, end)
    if owner < 0 or end - owner <= _TELLING or _OWNS.search(before, start, owner):
        return start
    return owner + 1 if cut or _ORG.search(before, owner, end) else start


def _ages(text: str, at: int, end: int) -> Iterator[tuple[int, Range]]:
    """Yield how old somebody is whose name stands at this range, with how far each is from being told for now and of them."""
    lead, behind = max(at - _BEFORE, 0), text[end : end + _BEHIND]
    for far, pattern in enumerate((_AGED_NOW, _AGED_BEHIND)):
        if (m := pattern.match(behind)) and not _OF_ANOTHER.search(behind, 0, m.start("age")):
            yield far, (end + m.start("age"), end + m.end("age"))
    m = _AGED_BEFORE.search(text[lead:at])
    if m and not _OF_ANOTHER.search(m["between"]) and not names_in(m["between"]):
        yield len(m["between"]) + 2, (lead + m.start("age"), lead + m.end("age"))
