"""Find the phrases of a sentence that could answer: numbers, dates, names, organisations, lists, terms."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Container, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from retrieval.dates import DATE
from retrieval.dictionary import edges_of, general_count, words_of
from retrieval.lexicon import CALLINGS, COUNTERS, OFFICES, SURNAMES
from retrieval.lists import lists_in
from retrieval.names import FOREIGN, NOT_GIVEN, SAYS, names_in
from retrieval.patterns import BREAK, Quick, one_of
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
    r"个?(?:多|余)?(?:工作日|百分点|平方公里|平方千米|平方米|立方米|自然村|日夜|昼夜|夜晚|晚上|小时|分钟|世纪|星期|季度|方面|月(?!\d))"
    r"|(?:多|余)?(?:年代|周年|年|天|日|周|秒|晚(?![上会报间餐饭年期婚点稻熟]))"
    r"|人次|人份|万元|亿元|[美欧日港韩加澳奥]?元|卢布|英镑|令吉|泰铢|欧元|公里|千米|海里|厘米|毫米|公斤|千克|毫克|毫升|平方英里|千瓦时|万千瓦|千瓦|兆瓦|马力|公分|公尺|英里|英尺|英寸|法郎|卢比|赫兹|公顷|摄氏度"
    r"|学时|课时|光年|[趟班车场篇架]次|人天|分贝|像素|°c"
    rf"|等(?=[,，。;；、奖]|$)|[{COUNTERS}床块毛角岁米吨克升%‰倍成亩度分点大℃辑话卷炉号]"
)
_NUMBER = Quick(
    rf"(?<!\d)(?!19|20)\d{{4}} \d{{4}}(?!\d)|(?<!\d)\d+(?:比|∶)\d+|(?<![\d.]){_NUMERAL}[块米秒](?:\d{{1,2}}|[一二三四五六七八九])(?:[毛角](?:[\d一二三四五六七八九](?:分|(?![{COUNTERS}斤两公千])))?|(?![\d.万亿十百千]|,\d|{_MEASURE}))"
    rf"|(?<!\d)(?!(?:19|20)\d\d年)(?:不超过|不高于|不多于|超过|不足|不到|不少于|不低于|至少|最多|最高|大于|小于|高达|将近|接近|大约|超|近|约|逾|达|每)?(?<!第)(?:{_NUMERAL}(?:{_MEASURE})?[至到~—–\-]{{1,2}})?(?:{_NUMERAL})(?:余|多|来)?(?: ?(?:{_MEASURE}))?(?:(?<=[元块毛角分])钱)?(?:左右|上下|以上|以下|以[内外]|(?<=[里米天日周月年时钟秒岁])[内外](?![科资地部国籍来商宾贸])|余|多)?(?:[、和]?(?:{_NUMERAL})(?:余|多)?(?:{_MEASURE}))*"
    rf"|(?:百|千|万|数十|数百|数千|上百|上千|上万|近百|近千)(?:余|多)?(?:{_MEASURE})",
    first=r"\d一二两三四五六七八九十百千〇零超不至最大小高将接近约逾达每万数上",
)
# … and the stage of an illness: iiib期
_ORDINAL = Quick(rf"第(?:{_NUMERAL})(?: ?(?:{_MEASURE}))?|(?<![a-z])[ivx]{{1,4}}[abc]?期", needed="第|期")
_POSTS = one_of(f"{OFFICES}|{CALLINGS}|村民|市民|居民|患者|志愿者|学生|店主|农户|种植户|主任委员")
_SAID = "强调|宣[布传读告]|解[释决答读]|正[在是式当]"  # 张强 is a name, 张强调 is not
_NAME = rf"(?!{_SAID}){SURNAMES}(?:(?![{NOT_GIVEN}]|{_SAID}|{_POSTS})[\u4e00-\u9fff]){{1,2}}"
BY_TITLE = f"{SURNAMES}(?:某某?|女士|老?先生|大爷|大妈|阿姨|奶奶|爷爷|师傅|老师|老太太?|大夫|婆婆|大娘|大叔|大哥|大姐)"
_PERSON = (
    re.compile(
        rf"(?:{_POSTS}|(?:记者|通讯员|作者|摄影|编辑|主编|责编)[:：]?\s*|先生|女士|同志)(?P<name>{_NAME})(?=[{BREAK}\s]|{SAYS}|等|和|与|的|在|为|向|从|对|博士|院士|教授|研究员|主任|医生|先生|女士|率|带|领|围|近|将|也|曾|已|$)"
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
ORG_TAIL = one_of(
    "分院|总院|院区|国务院|办公厅|教育部|公安部|财政部|交通运输部|工业和信息化部|人力资源社会保障部|农业农村部|民政部|水利部|商务部|生态环境部|住房城乡建设部|自然资源部|科学技术部|科技部|司法部|国防部|外交部|组织部|统战部|党中央|中办|国办|医院|医学院|大学|学院|高等专科学校|中学|小学|幼儿园|学校|党校|研究院|研究所|研究会|研究中心|实验室|委员会|卫生健康委|卫健委|发展改革委|发改委|医保局|健康委|管理局|监督局|监管局|统计局|教育局|公安局|交警支队|派出所|气象局|农业农村局|文旅局|体育局|税务局|邮政局|财政局|民政局|税务局|市政府|省政府|县政府|区政府|人民政府|教育厅|公安厅|法院|检察院|联合会|总工会|工会|协会|学会|商会|基金会|慈善总会|红十字会|党委|省委|市委|县委|宣传部|网信办|办公室|指挥部|理事会|分公司|公司|集团|企业|银行|报社|出版社|杂志社|电视台|博物馆|图书馆|文化馆|体育馆|体育场|剧院|公园|车站|机场|港口|血站|卫生院|卫生室|诊所|门诊部|疾控中心|控制中心|服务中心|医疗中心|中心|总站|社区|合作社|农场|工厂|养老院|敬老院|福利院|俱乐部|球队|代表队|支队|大队|编辑部|托育园|专家组|工作组|平台|联盟|医联体|医共体|机构|部门|基地|示范区|试验区|开发区|工业园区|园区|村委会|居委会|街道办|镇政府|乡政府|事务所|分行|支行|超市|药房|药店|商场|饭店|酒店|书店|消防站|文物局|水利局|住建局|城管局|交通局|档案局|新闻局|林业局|粮食局|卫健局|农业局|商务局|人社局|民族局|规划局|体育总局|水利厅|交通厅|农业厅|民政厅|财政厅|文旅厅|档案馆|美术馆|展览馆|科技馆|纪念馆|少年宫|电厂|药厂|水厂|钢厂|纱厂|茶厂|酒厂"
)
_STOP_WORDS = one_of(
    "在|进|年(?<![青少老幼中成壮]年)(?!画|鉴)|月|日(?!报|用)|我(?![国省市县区校院])|捐给|赠给|送给|交给|献给|由|与|和|及|为|到|从|来自|走进|走入|踏入|前往|赴|于|是|向|对|联合|协助|经|被|的|了|将|让|把|跟|受|据|以及|包括|带领|率领|成立|设立|组织|牵头|邀请|支持|依托|聚焦|等|入住|送往|来到|飞抵|获得|建立|建设|共建|打造|将|发表在|刊登在|并|也|还|近日|日前|所在|名|位"
)
# 利用 and 通过 may stand inside a name: 再生资源利用公司.
ORG_HEAD_STOP = rf"(?:{_STOP_WORDS}|(?<![\u4e00-\u9fff])(?:利用|通过))"
_ORG_BEGINS_BEHIND = re.compile(ORG_HEAD_STOP)
_ORG = Quick(
    rf"(?:(?!{ORG_HEAD_STOP})[^{BREAK}\s]){{1,22}}?{ORG_TAIL}+(?:(?:附属(?:(?!{ORG_HEAD_STOP})[\u4e00-\u9fff]){{0,6}})?(?:(?!{ORG_HEAD_STOP}|签署|签订|携手)[\u4e00-\u9fff]){{0,8}}?{ORG_TAIL})*",
    needed=ORG_TAIL,
)
# 市文化和旅游局, 国家发展和改革委员会: what an authority is for may be joined by 和.
_AUTHORITY = Quick(
    rf"(?:国家|(?:(?!{ORG_HEAD_STOP})[\u4e00-\u9fff]){{0,8}}?[省市县区州旗](?![场民值长]))(?:(?!{ORG_HEAD_STOP})[\u4e00-\u9fff]|和(?=[\u4e00-\u9fff]{{2,6}}(?:局|厅|委))){{1,12}}?(?:(?<![布结大格全当残定时僵饭赌战骗邮出开搅])局(?![势限面部域长])|(?<![大餐客舞展歌门议])厅(?![堂里长])|委员会)",
    needed="局|厅|委员会",
)
_ADDRESS = re.compile(
    r"(?:(?![在于从到赴寄是的了由往住搬至有])[\u4e00-\u9fff]){1,12}?(?:大道|大街|路|街|巷|弄)\d+号(?:院|之\d)?(?:(?:(?![是有])[\u4e00-\u9fff]){0,4}?(?:[\d一二三四五六七八九十]+(?:号楼|楼|层|室|单元))+)?",
)
_PLACE = re.compile(
    r"(?:(?!走[入进]|(?<=走)[入进]|在|于|从|到|赴|来|是|的|了|为|和|与|由|向|将|对|日|年|月|进|往|召|举|近|(?<=[\d一二两三四五六七八九十百千几这那每])个)[\u4e00-\u9fff]){1,7}?(?:自治区|自治州|特别行政区|省|市|县|区|镇|乡|村|州|盟|旗|街道|社区|广场|公园|岛|港|湖|河|江|路|站|山区|地区|国)(?![省市县区镇乡村州])(?:(?:(?![在到赴是的了由]|来到|位于)[\u4e00-\u9fff]){1,7}?(?:自治州|市|县|区|镇|乡|村|街道|社区|路|号))*"
    r"|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|(?<=在)京|京(?=召开|举行|举办|成立|发布|启动|揭))"
)
# Where something is or happens: 系在|路边的梧桐树上, 在|门诊大楼|开展义诊.
_AT = rf"(?:(?![在从到往于将把被\d])[^{BREAK}\s])"
_LOCATIVE = re.compile(
    rf"(?:在|从|到|往|于)(?P<in>{_AT}{{1,16}}?(?:上|里|内|旁|边|底下|门口|附近|一带|楼|外|中(?![心国学医央小])))(?<!程度上)(?<!以上)(?<!早上)(?<!晚上)(?<!集中)(?<!其中)(?<!过程中)(?![的午班周级面部课海市省升门半科毒供涨述诊])"
    rf"|在(?P<at>(?:{_AT}|“[^”]{{1,16}}”){{2,40}}?)(?<![况件提景势]下)(?=上线|运行|试点|推广|召开|设[立置]|举[行办]|揭牌|发现|启[动用]|开[幕业展工]|成立|[务打]工|通过|落户|办[起公]|发布|坐诊|接受)"
)
_FLOORS = re.compile(r"(?:[、和至到][\d一二三四五六七八九十]+楼)*")
_QUOTED = re.compile(r"[“‘「『\"]([^“”‘’「」『』\"]{1,60})[”’」』\"]|《[^《》]{1,60}》")
_GLOSS = Quick(
    rf"(?P<long>[^{BREAK}\s]{{2,24}})[(（](?!本报|记者|通讯员|特约)(?:简称|以下简称|英文简称|又称|即|立足)?[“\"《]?(?P<short>[^()（）]{{1,40}}?)[”\"》]?[)）]",
    needed="[(（]",
)
_EFFECT = re.compile("因此|所以|导致|致使|造成|从而|容易|引发|故")
_SAYS_WHY = "由于|因为|鉴于|(?<!充分)(?<![应要没未])考虑到|有感于|为了|旨在|以便|以免|确保|(?<=[,，])以(?![^,，。]{1,20}为)(?=(?:进一步|更好地?|不断|有效|切实)?(?:营造|提[高升]|促进|推[动进]|增强|满足|减[少轻]|降低|保[障证护]|改善|缓解|方便(?!面)|加[强快大]|扩大|帮助|让|防(?!护服|控)|应对|解决|实现|激[发励]|吸引|鼓励))|避免|防止|基于|出于|缘于|源于|意在(?!言)|得益于|担心|生怕|原因是|理由是|目的是"
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
# … and times told from what happens.
_SINCE = Quick(
    r"(?:[之以]?[前后]|前后)的?(?:第|约|近)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:[—–\-~至到]\d{1,3})?个?(?:工作日|小时|分钟|天|日|周|星期|月|年)(?:之?内|以内|左右)?(?:、第?\d{1,3}[天日周])*",
    needed="[前后]",
)
_EVENT = 2  # characters of a word for what happens
_COUNTS = re.compile(r"[\d一二两三四五六七八九十几]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_THEN = re.compile("[此最今然先随其日稍往向背幕从当目面提空史午]?[前后]")  # tell from nothing
VAGUE = re.compile("每?一.?|每.|[多几数][个项种家类].*")


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
    yield from _since(text)


def _since(text: str) -> Iterator[Range]:
    """Yield times told from what happens: 初花后20天, 术后第三天, 入托前一周."""
    for m in _SINCE.finditer(text):
        at = begins = m.start()
        for _, start, end in reversed(words_of(text)):
            if start >= at:
                continue
            if end < begins or at - begins >= _EVENT or not _HAN.fullmatch(text, start, min(end, at)):
                break
            begins = start
            if end > at:  # 术后 is a word
                break
        told = begins < at and not (_THEN.match(text, begins) or _COUNTS.match(text, begins - 1))
        if told:
            yield begins, m.end()


def _posts(text: str) -> Iterator[Range]:
    yield from (m.span() for m in _POST.finditer(text))
    yield from (m.span("post") for m in _TAKES_POST.finditer(text))


_QUOTED_LEAD = 24  # characters of a house's name that end in a number in quotation marks
_NUMBERED_BY = re.compile(
    rf"(?:(?!{ORG_HEAD_STOP}|拨打?|处理|致电|接到|拿起)[\u4e00-\u9fff]){{2,12}}[“\"][\dA-Za-z一二三四五六七八九十]{{1,8}}[”\"]$"
)
_IN_NAME = re.compile("[\u4e00-\u9fff]{1,3}")
_COUNTED = re.compile("(?:\\d[余多万千百]?|[一几数多])+[个家所]")


def _organisations(text: str) -> Iterator[Range]:
    authorities = [m.span() for m in _AUTHORITY.finditer(text)]
    yield from authorities
    for m in _ORG.finditer(text):
        # What may not begin a name may not end in it either: 联合|创新中心, never 合创新中心.
        before = _ORG_BEGINS_BEHIND.match(text, m.start() - 1) if m.start() else None
        start = max(m.start(), before.end() if before else 0)
        if start == m.start() and text.endswith(("”", '"'), 0, start):
            quoted = _NUMBERED_BY.search(text, max(start - _QUOTED_LEAD, 0), start)
            start = quoted.start() if quoted else start  # 青海省“120”急救中心
        start = _at_word(text, start)
        # 1702个乡镇卫生院 names none of them
        if not (_COUNTED.match(text, start) or _inside(start, m.end(), authorities)):
            yield start, m.end()


def _at_word(text: str, start: int) -> int:
    """Return where a name begins whose first word holds what else ends what stands before a name: 对外经|济贸易大学, 自由|贸易试验区."""
    edges = edges_of(text)
    if start in edges:
        return start
    word, begins = next((word, a) for word, a, b in words_of(text) if a < start < b)
    return begins if general_count(word) and _IN_NAME.fullmatch(text, begins, start) else start


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
            if not common and not _inside(*m.span("name"), reporters):
                yield m.span("name")
    for start, end in itertools.chain(names_in(text), _nicknames(text)):
        if not _inside(start, end, reporters):
            yield start, end


def _nicknames(text: str) -> Iterator[Range]:
    """Yield where somebody is called 老倪 or 小莫: a surname in a word of its own that isn't common."""
    for m in _NICKNAME.finditer(text):
        if general_count(m.group()) <= _RARE_NICKNAME and edges_of(text).issuperset(m.span()):
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
    Shape.ORGANISATION: _organisations,
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
