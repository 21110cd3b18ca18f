"""Find the phrases of a sentence that could answer: numbers, dates, names, organisations, lists, terms."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Container, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from retrieval.language.dates import DATE, told_from_events
from retrieval.language.dictionary import edges_of, general_count
from retrieval.language.lexicon import CALLINGS, COUNTERS, OFFICES, SURNAMES
from retrieval.language.lists import lists_in
from retrieval.language.names import FOREIGN, NOT_GIVEN, SAYS, names_in
from retrieval.language.organisations import organisations_in
from retrieval.language.patterns import BREAK, Quick, one_of
from retrieval.language.units import UNIT
from retrieval.records import Range


class Shape(StrEnum):
    """What a phrase looks like."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    DATE = "date"
    PERSON = "person"
    REPORTER = "reporter"
    POST = "post"
    ORGANISATION = "organisation"
    PLACE = "place"
    QUOTED = "quoted"
    LIST = "list"
    GLOSS = "gloss"
    CAUSE = "cause"
    NOUN = "noun"
    CLAUSE = "clause"
    REST = "rest"


class Phrase(NamedTuple):
    """A range of a sentence in normal form, and what it looks like."""

    start: int
    end: int
    shape: Shape


_SEPARATORS = " \n，,、"
_NUMERAL = r"(?:\d+万\d{4}(?!\d)|\d+(?:[.,/:]\d+)*|[一二两三四五六七八九十百千〇零]+)[十百千]?[余多]?[万亿]*"
_MEASURE = (
    rf"{UNIT}|个?[多余]?(?:自然村|方面)|人[次份天]|[趟班车场篇架]次|等(?=[,，。;；、奖]|$)"
    rf"|[{COUNTERS}床分点大辑话卷炉号]"
)
_AFTER_HALF = "径路途天年夜个山空身程边圆点"  # 三天半 is a time, 三里半山 none
_NUMBER = Quick(
    rf"(?:不超过|不到|超过|高达|近|约|逾|超|达)?[百千万]分之(?:{_NUMERAL})(?:点[一二三四五六七八九零]+)?|(?<!\d)(?!19|20)\d{{4}} \d{{4}}(?!\d)|(?<!\d)\d+(?:比|∶)\d+|"
    rf"(?<!\d)(?:\d+小时)?\d+分\d+秒\d{{1,3}}(?!\d)|{_NUMERAL}(?:个半(?:小时|钟头|月|星期)|[年天里斤米亩尺]半(?![{_AFTER_HALF}]))|"
    rf"(?<![\d.]){_NUMERAL}[块米秒尺丈](?:\d{{1,2}}|[一二三四五六七八九]{{1,2}})(?:[毛角](?:[\d一二三四五六七八九](?:分|(?![{COUNTERS}斤两公千])))?|"
    rf"(?![\d.万亿十百千]|,\d|{_MEASURE}))"
    rf"|(?<!\d)(?!(?:19|20)\d\d年)(?:不超过|不高于|不多于|超过|不足|不到|不少于|不低于|至少|最多|最高|大于|小于|高达|将近|接近|大约|超|近|约|逾|达|"
    rf"每)?(?<!第)(?:{_NUMERAL}(?:{_MEASURE})?[至到~—–\-]{{1,2}})?(?:{_NUMERAL})(?:余|多|"
    rf"来)?(?: ?(?:{_MEASURE}))?(?:(?<=[元块毛角分])钱)?(?:左右|上下|以上|以下|以[内外]|(?<=[里米天日周月年时钟秒岁])[内外](?![科资地部国籍来商宾贸])|余|"
    rf"多)?(?:/(?:秒|分钟|小时|天|日|月|年|人|次|平方米|公斤|吨|亩))?"
    # 2小时30分, and not 一间9平方米
    rf"(?:(?:[、和]|(?<=[年月日天时分秒元角块毛米里斤尺寸丈度岁类]))(?:{_NUMERAL})(?:余|多)?(?:{_MEASURE}))*"
    rf"|(?:百|千|万|数十|数百|数千|上百|上千|上万|近百|近千)(?:余|多)?(?:{_MEASURE})",
    first=r"\d一二两三四五六七八九十百千〇零超不至最大小高将接近约逾达每万数上",
)
# … and the stage of an illness: iiib期
_ORDINAL = Quick(rf"第(?:{_NUMERAL})(?: ?(?:{_MEASURE}))?|(?<![a-z])[ivx]{{1,4}}[abc]?期", needed="第|期")
_POSTS = one_of(f"{OFFICES}|{CALLINGS}|村民|市民|居民|患者|志愿者|学生|店主|农户|种植户|主任委员")
_SAID = "来自|来到|强调|宣[布传读告]|解[释决答读]|正[在是式当]"  # 张强 is a name, 张强调 is not
_NAME = rf"(?!{_SAID}){SURNAMES}(?:(?![{NOT_GIVEN}]|{_SAID}|{_POSTS})[\u4e00-\u9fff]){{1,2}}"
BY_TITLE = f"{SURNAMES}(?:某某?|女士|老?先生|大爷|大妈|阿姨|奶奶|爷爷|师傅|老师|老太太?|大夫|婆婆|大娘|大叔|大哥|大姐)"
_PERSON = (
    re.compile(
        rf"(?:{_POSTS}|(?:记者|通讯员|作者|摄影|编辑|主编|责编)[:：]?\s*|先生|女士|同志)(?P<name>{_NAME})(?=[{BREAK}\s]|{SAYS}|等|和|与|的|在|"
        rf"为|向|从|对|博士|院士|教授|研究员|主任|医生|先生|女士|率|带|领|围|近|将|也|曾|已|$)"
    ),
    re.compile(rf"{_POSTS}(?![和与及同])(?P<name>{_NAME})"),
    re.compile(
        rf"(?:(?<=[{BREAK}\s“])|^)(?P<name>{_NAME})(?={SAYS}|教授|院士|主任|医生|老师|博士|研究员|先生|女士|修正|根据|握)"
    ),
    Quick(
        rf"(?<![一二两三四五六七八九十几这那某每各数\d])(?P<name>{BY_TITLE})",
        needed="某|女士|先生|大爷|大妈|阿姨|奶奶|爷爷|师傅|老师|老太|大夫|婆婆|大娘|大叔|大哥|大姐",
    ),
    Quick(rf"(?P<name>[{FOREIGN}]{{1,6}}(?:[··•][{FOREIGN}]{{1,6}})+)", needed="[··•]"),
    re.compile(rf"(?:书记|院长|主任|记者|通讯员|作者)\s+(?P<name>{_NAME})(?=[\s{BREAK}]|$)"),
    # 外交部长拉夫罗夫到访: in characters that foreign names are written with; 党支部书记哈斯巴根说: in any, if he speaks
    re.compile(rf"{_POSTS}(?P<name>[{FOREIGN}]{{3,6}})(?![\u4e00-\u9fff](?:{SAYS}))"),
    re.compile(
        rf"{_POSTS}(?P<name>(?:(?![们了在等对从向的是有还也并又担])[\u4e00-\u9fff]){{2,4}})(?={SAYS})"
    ),
)
_NICKNAME = re.compile(rf"(?<![老小])[老小]{SURNAMES}")
_LONGEST_POST = 8  # characters before a name
_RARE_NICKNAME = 300  # how often the dictionary may have counted one: 老张, and not 小米
RARE = 60  # how often the dictionary may have counted what is a name
_BETWEEN_PEOPLE = re.compile(r"[、,，\s]|以及|并且|[和与及](?=[\u4e00-\u9fff]{2})")
_LISTED = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{0,20}}{_POSTS})?\s*(?:{_NAME}|[老小]{SURNAMES}|[{FOREIGN}]+(?:[·•][{FOREIGN}]+)+)$"
)
_REPORTER = re.compile(
    rf"(?:记者|通讯员|摄影|图/文|文/图|编辑|[(（])[\s:：]*(?P<name>{_NAME}(?:[\s、,]+{_NAME})*)|(?:^|[\s\n])(?P<credit>{_NAME}(?:[\s、]+{_NAME})*)\s*(?=摄|摄影|文|图|供图)"
)
_POST = Quick(
    rf"[^{BREAK}\s]{{0,24}}?{_POSTS}(?:、[^{BREAK}\s]{{0,12}}?{_POSTS})*(?=\s?(?:{_NAME}))",
    needed=rf"{_POSTS}\s?(?:{_NAME})",
)
_TAKES_POST = re.compile(
    rf"(?:担任|出任|就任|当选为?|任命为|受聘为|(?<!责)任)(?P<post>[^{BREAK}\s的了]{{0,16}}?{_POSTS})"
)
_ADDRESS = re.compile(
    (
        r"(?:(?![在于从到赴寄是的了由往住搬至有])[\u4e00-\u9fff]){1,12}?(?:大道|大街|路|街|巷|弄)\d+号(?:院|"
        r"之\d)?(?:(?:(?![是有])[\u4e00-\u9fff]){0,4}?(?:[\d一二三四五六七八九十]+(?:号楼|楼|层|室|单元))+)?"
    ),
)
_PLACE = re.compile(
    r"(?:(?!走[入进]|(?<=走)[入进]|在|于|从|到|赴|来|是|的|了|为|和|与|由|向|将|对|日|年|月|进|往|召|举|近|"
    r"(?<=[\d一二两三四五六七八九十百千几这那每])个)[\u4e00-\u9fff]){1,7}?(?:自治区|自治州|特别行政区|省|市|县|区|镇|乡|村|州|盟|旗|街道|社区|广场|公园|岛|港|"
    r"湖|河|江|路|站|山区|地区|国)(?![省市县区镇乡村州])(?:(?:(?![在到赴是的了由]|来到|位于)[\u4e00-\u9fff]){1,7}?(?:自治州|市|县|区|镇|乡|村|街道|社区|"
    r"路|号))*"
    r"|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|(?<=在)京|京(?=召开|举行|举办|成立|发布|启动|揭))"
)
# Where something is or happens: 系在|路边的梧桐树上, 在|门诊大楼|开展义诊.
_AT = rf"(?:(?![在从到往于将把被\d])[^{BREAK}\s])"
_LOCATIVE = re.compile(
    rf"(?:在|从|到|往|于)(?P<in>{_AT}{{1,16}}?(?:上|里|内|旁|边|底下|门口|附近|一带|楼|外|"
    rf"中(?![心国学医央小])))(?<!程度上)(?<!以上)(?<!早上)(?<!晚上)(?<!集中)(?<!其中)(?<!过程中)(?![的午班周级面部课海市省升门半科毒供涨述诊])"
    rf"|在(?P<at>(?:{_AT}|“[^”]{{1,16}}”){{2,40}}?)(?<![况件提景势]下)(?=上线|运行|试点|推广|召开|设[立置]|举[行办]|揭牌|发现|启[动用]|开[幕业展工]|成立|[务打]工|通过|落户|办[起公]|发布|坐诊|接受)"
)
_FLOORS = re.compile(r"(?:[、和至到][\d一二三四五六七八九十]+楼)*")
_QUOTED = re.compile(r"[“‘「『\"]([^“”‘’「」『』\"]{1,60})[”’」』\"]|《[^《》]{1,60}》")
_GLOSS = Quick(
    rf"(?P<long>[^{BREAK}\s]{{2,24}})[(（](?!本报|记者|通讯员|特约)(?:简称|以下简称|英文简称|又称|即|立足)?[“\"《]?(?P<short>[^()（）]{{1,40}}?)[”\"》]?[)）]",
    needed="[(（]",
)
_EFFECT = re.compile("因此|所以|导致|致使|造成|从而|容易|引发|故")
_SAYS_WHY = (
    "由于|因为|鉴于|(?<!充分)(?<![应要没未])考虑到|有感于|为了|旨在|以便|以免|确保|"
    "(?<=[,，])以(?![^,，。]{1,20}为)(?=(?:进一步|更好地?|不断|有效|切实)?(?:营造|提[高升]|促进|推[动进]|增强|满足|减[少轻]|降低|保[障证护]|改善|缓解|"
    "方便(?!面)|加[强快大]|扩大|帮助|让|防(?!护服|控)|应对|解决|实现|激[发励]|吸引|鼓励))|避免|防止|基于|出于|缘于|源于|意在(?!言)|得益于|担心|生怕|原因是|理由是|目的是"
)
_CAUSE = re.compile(
    rf"(?:{_SAYS_WHY}|因|为(?=[^{BREAK}]{{4,}}[,，])|解决|受|主要是)(?P<why>[^，,。;；]{{3,50}})"
)
# … where no other reading of the word is likely: 原因, 因此 and 为 that means “is” tell no reason.
_MARKED = re.compile(
    rf"(?:{_SAYS_WHY}|(?<![原基病诱成起外死])因(?![此而素为特子果人])|解决(?!了)"
    r"|(?<![不未没免接感享遭忍承])受(?=[^,，。;；]{2,24}(?:启发|影响|感召|鼓舞|委托)[,，])"
    r"|针对(?=[^,，。;；]{2,24}的(?:实际|问题|现状|情况|难题|难点|痛点|特点)[,，])"
    r"|(?<![成认作称])为(?=(?:进一步|切实|更好|有效|及时)?(?:解决|保障|满足|方便|降低|减少|提高|提升|推广|推进|庆祝|防|帮助|让|加强)))"
    r"(?:[^,，。;；()（）]|[(（][^()（）]{0,30}[)）]){3,50}"
    # What goes on is part of it: 由于主力租借在外，而替补年岁偏大
    r"(?:[,，](?:而|且|并(?!于)|加上|又|也(?!就)|以及|预防|防止|避免|提[升高]|促进|方便|减[少轻]|保[障护证])[^,，。;；()（）]{2,40})?"
)
_CAUSE_OR_EFFECT = re.compile(
    rf"{_CAUSE.pattern}|(?P<because>[^，,。;；:：]{{4,40}})[，,]?(?:{_EFFECT.pattern})"
)
IN_CLAUSE = r"[^,，。;；:：!！?？…\n]"
CLAUSE_CHAR = rf"(?:{IN_CLAUSE}|(?<=\d)[,:：](?=\d))"  # 12:30 and 1,000 end none
CLAUSE = re.compile(f"{CLAUSE_CHAR}{{2,60}}")


def trimmed(text: str, spans: Iterable[Phrase]) -> Iterable[Phrase]:
    """Take separators off both ends; return each phrase once, in the order in which they were found first."""
    found: dict[Phrase, None] = {}
    for start, end, shape in spans:
        while start < end and text[start] in _SEPARATORS:
            start += 1
        while end > start and text[end - 1] in _SEPARATORS:
            end -= 1
        if end > start:
            found[Phrase(start, end, shape)] = None
    return found


_NAMED_WITH = re.compile(
    "g(?=[网信通基时智远急医手\\s+]|技术|平台|建设)|[dk](?![a-z])"
)  # 5g, 3d and 4k count nothing
# Of pm2.5 and covid-19 the figure is part of a name; gdp5800亿元 is so much of it.
_OF_NAME, _BARE = re.compile("[a-z]-?$"), re.compile(r"[\d.]+")
VAGUE = re.compile("每一.?|一(?![元斤吨米岁成倍]).?|每.|[多几数][个项种家类].*")


def _numbers(text: str) -> Iterator[Range]:
    numbers = [span for m in _NUMBER.finditer(text) for span in _items(text, *m.span())]
    dates = [m.span() for m in DATE.finditer(text)] if numbers else []
    for start, end in numbers:
        # 一个, 每一次, 一步 are not what anybody would ask for.
        vague = VAGUE.fullmatch(text, start, end) is not None or _NAMED_WITH.match(text, end)
        vague = vague or (
            _BARE.fullmatch(text, start, end) and _OF_NAME.search(text, max(start - 2, 0), start)
        )
        if not vague and not _inside(start, end, dates):
            yield start, end


def _items(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield a number, of several in a row each by itself too: 200万元、100万元和50万元."""
    yield start, end
    cuts = [i for i in range(start, end) if text[i] in "、和"]
    for a, b in itertools.pairwise([start - 1, *cuts, end]) if cuts else ():
        yield a + 1, b


def _ordinals(text: str) -> Iterator[Range]:
    return (m.span() for m in _ORDINAL.finditer(text))


def _dates(text: str) -> Iterator[Range]:
    yield from (m.span() for m in DATE.finditer(text))
    yield from told_from_events(text)


def _posts(text: str) -> Iterator[Range]:
    yield from (m.span() for m in _POST.finditer(text))
    yield from (m.span("post") for m in _TAKES_POST.finditer(text))


def _places(text: str) -> Iterator[Range]:
    patterns = (_ADDRESS, _PLACE) if "号" in text else (_PLACE,)
    yield from (m.span() for pattern in patterns for m in pattern.finditer(text))
    for m in _LOCATIVE.finditer(text):
        start, end = m.span("in" if m["in"] else "at")
        floors = _FLOORS.match(text, end) if text[end - 1] == "楼" else None
        yield start, floors.end() if floors else end


def _reporters(text: str) -> Iterator[Range]:
    return (m.span("name" if m["name"] else "credit") for m in _REPORTER.finditer(text))


def _persons(text: str) -> Iterator[Range]:
    reporters = list(_reporters(text))
    for pattern in _PERSON:
        for m in pattern.finditer(text):
            # Who has no surname of ours is told from a word by how rare that is: 代表队分别获得 names nobody.
            start = m.start("name")
            common = pattern is _PERSON[-1] and not (
                general_count(m["name"]) <= RARE and edges_of(text).issuperset(m.span("name"))
            )
            if not (common or _behind_digit(text, start)) and not _inside(*m.span("name"), reporters):
                yield m.span("name")
    for start, end in itertools.chain(names_in(text), _nicknames(text)):
        if not (_inside(start, end, reporters) or _behind_digit(text, start)):
            yield start, end


def _behind_digit(text: str, at: int) -> bool:
    """Return whether a number stands right before: 勒克斯 of 5勒克斯 is nobody."""
    return text[max(at - 1, 0) : at].isdigit()


def _nicknames(text: str) -> Iterator[Range]:
    """Yield where somebody is called 老倪 or 小莫: a surname in a word of its own that isn't common."""
    for m in _NICKNAME.finditer(text):
        if general_count(m.group()) > _RARE_NICKNAME or not edges_of(text).issuperset(m.span()):
            continue
        # 村医|龙小满 is no 小满
        name = _PERSON[1].search(text, max(m.start() - _LONGEST_POST, 0), m.end())
        if name is None or not name.start("name") < m.start() < name.end("name"):
            yield m.span()


def names_people(text: str) -> bool:
    """Tell whether a list is one of people: 成昕、刘玉英 and 主任张强和护士长李敏 are, 口诀、禁忌 are not."""
    items = _BETWEEN_PEOPLE.split(text.removesuffix("等"))
    return all(_LISTED.search(item.strip("“”‘’《》 ")) for item in items if item.strip())


def _inside(start: int, end: int, ranges: list[Range]) -> bool:
    return any(a <= start and end <= b for a, b in ranges)


def _quoted(text: str) -> Iterator[Range]:
    for m in _QUOTED.finditer(text):
        inner = m.group(1) is not None
        yield m.start() + inner, m.end() - inner


def _lists(text: str) -> Iterator[Range]:
    yield from lists_in(text)
    yield from _people(text)


def _people(text: str) -> Iterator[Range]:
    """Yield where several people are named one after the other: 崔睿、赵新."""
    run: list[Range] = []
    reporters = list(_reporters(text))
    for start, end in [*sorted({*names_in(text), *_nicknames(text)}), (len(text) + 1, 0)]:
        if run and (start > len(text) or not _BETWEEN_PEOPLE.fullmatch(text[run[-1][1] : start])):
            if len(run) > 1:
                yield run[0][0], run[-1][1]
            run = []
        if not _inside(start, end, reporters):
            run.append((start, end))


_YEARS = re.compile("[\\d—–~至-]+年?版?")


def _glosses(text: str) -> Iterator[Range]:
    for m in _GLOSS.finditer(text):
        yield m.span("long")
        if not _YEARS.fullmatch(m["short"]):  # 《行动方案(2025—2027年)》
            yield m.span("short")


def _causes(text: str) -> Iterator[Range]:
    pattern = _CAUSE_OR_EFFECT if _EFFECT.search(text) else _CAUSE
    for m in pattern.finditer(text):
        if m["why"]:
            yield m.span("why")
            yield m.span()
        else:
            yield m.span("because")


def marked_causes(text: str) -> Iterator[Range]:
    """Yield where a sentence says by a word of its own why something is: “因红树林为候鸟栖息地”, “确保24小时值守”."""
    return (m.span() for m in _MARKED.finditer(text))


def _clauses(text: str) -> Iterator[Range]:
    return (m.span() for m in CLAUSE.finditer(text))


# Of phrases that are as good, and of shapes that are as likely, the one answers whose shape stands first here.
_FINDERS: dict[Shape, Callable[[str], Iterator[Range]]] = {
    Shape.NUMBER: _numbers,
    Shape.ORDINAL: _ordinals,
    Shape.DATE: _dates,
    Shape.POST: _posts,
    Shape.ORGANISATION: organisations_in,
    Shape.PLACE: _places,
    Shape.REPORTER: _reporters,
    Shape.PERSON: _persons,
    Shape.QUOTED: _quoted,
    Shape.LIST: _lists,
    Shape.GLOSS: _glosses,
    Shape.CAUSE: _causes,
    Shape.CLAUSE: _clauses,
}
SHAPES = tuple(_FINDERS)  # what can be found in a sentence whatever is asked


@lru_cache(maxsize=8192)
def phrases_of(text: str, shape: Shape) -> tuple[Phrase, ...]:
    """Return the phrases of one shape in the sentence `text`, in normal form, that could answer some question.

    >>> [text[p.start:p.end] for text in ["累计捐赠2.26亿元"] for p in phrases_of(text, Shape.NUMBER)]
    ['2.26亿元']
    """
    return tuple(trimmed(text, (Phrase(start, end, shape) for start, end in _FINDERS[shape](text))))


def find_phrases(text: str, shapes: Container[Shape] = SHAPES) -> tuple[Phrase, ...]:
    """Return the phrases of these `shapes`, one shape after the other."""
    return tuple(
        itertools.chain.from_iterable(phrases_of(text, shape) for shape in SHAPES if shape in shapes)
    )
