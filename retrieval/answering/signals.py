"""What speaks for and against an answer? Each signal looks at the best article and at what was found in it, and is about 0 … 1."""

from __future__ import annotations

import math
import re

from retrieval.asking.questions import Query
from retrieval.asking.wants import Want
from retrieval.finding.by_asking import noun_asked_for
from retrieval.finding.features import PHRASE_WEIGHTS
from retrieval.finding.marks import Finding, Told
from retrieval.finding.measures import (
    MONEY_ASKED,
    MONEY_SUM,
    measure_of,
    measure_wanted,
    number_of_things,
    per_what,
)
from retrieval.finding.people import asked_of_somebody
from retrieval.finding.reading import Reading
from retrieval.language.kinds import KINDS, NAMED_BY_KIND, of_kind
from retrieval.language.lexicon import PLACES, POST_NOUN, RELATIONS
from retrieval.language.lists import has_items
from retrieval.language.patterns import one_of
from retrieval.language.phrases import Shape
from retrieval.language.rests import RESTS
from retrieval.language.units import Kind

_PLACE = re.compile("|".join(sorted(PLACES)))
_PLACE_NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})(?:省|市|县|区|州|镇|乡|村)")
_HOUSE = ("医院", "大学", "学院", "小学", "中学", "公司", "集团", "银行")
_NUMBERED = re.compile(
    "第[一二三四五六七八九十]+(?=人民医院|中心医院|中医|医院|附属|实验|中学|小学|幼儿园|师)"
)
_KNOWN = 0.5  # of a word: about half of its pairs of characters
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_DAY = re.compile(r"(?P<month>(?<!\d)\d{1,2}月)(?P<day>\d{1,2})[日号]")  # a paper may print 7月1日至14日
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十\d]+[届批轮任期次名版季项条作列]|下一?(?=[届次批年期])|上一?(?=[届次批年期])|[前后][一二两三几]+[届次批期]|明年|后年|去年|前年"
    r"|(?<![月\d])[一二三四五六七八九十\d]+号(?=线|楼|院|机|店|井|炉|站|桥|隧道|”)"
)
# A part of a year, and how else an article may tell it: by its months, or by another part that is like it.
_PARTS_OF_YEAR = {
    name: re.compile(rf"{name}|{told}")
    for name, told in (
        ("一季度", r"(?<!\d)[123]月|[一二三]月"),
        ("二季度", r"(?<!\d)[456]月|[四五六]月"),
        ("三季度", r"(?<!\d)[789]月|[七八九]月"),
        ("四季度", r"(?<!\d)1[012]月|十[一二]?月"),
        ("上半年", r"(?<!\d)[1-6]月|[一二]季度"),
        ("下半年", r"(?<!\d)(?:[789]|1[012])月|[三四]季度"),
    )
}
# A number of things or people, which counts what it should name: 一所高校, 27支代表队, 某超市.
_COUNTED = re.compile(
    r"[一两二三四五六七八九十百几某多\d]+[个名位家所支只台辆座间项条种款本部批群对份封队][^,。;、]{0,6}"
)
_NAMED_BY = (Want.WHAT, Want.WHO, Want.HOUSE, Want.WHERE)
# Who somebody is to somebody else: one person, or a few.
_TRUE = "真名|本名|原名|大名"
_TRUE_NAME, _OTHER_NAME = re.compile(_TRUE), re.compile(f"{_TRUE}|[外绰]号|[化网笔艺小别]名|人称|昵称")
_RELATION = re.compile(one_of(f"{RELATIONS}|{_TRUE}|导演|冠军|亚军|教练|厨师长|法定代表人"))
_FIRST = re.compile("[冠亚]军")
_USUAL = 0.55  # how an answering phrase stands as a rule; a story asked for has none
_IN_TABLE = 0.55  # … and a cell whose row and column have what is asked for: their names are short
_HALF = 0.5
# What a page may call somebody or not, whoever it is.
_ANYBODY = re.compile(
    "(?:领导|村民|居民|市民|农民|大夫|医生|护士|小伙|姑娘|读者|作者|病人|患者|男孩|女孩|老师|老人|孩子|学生|朋友|网友|记者|演员|选手|专家|教授|女子|男子|女士|先生|的人|哪位|两位|几位|那位|一位|位|个)$"
)
_FEW, _NOTHING = 4, 0.05  # content words; the share of their weight that counts as nothing missing
_ENOUGH_FOUND = 6.0  # weight of the words found from which a question isn't an idle one; more is no merit
_TOLD = (Want.WHY, Want.DEFINITION, Want.HEADLINE, Want.WHETHER)  # a clause is what answers these
_AGE = re.compile("[岁旬]|[七八九]十")
# A year or a day that is asked for, and what gives one.
_TIMES = (
    (re.compile(r"(?:哪一?|何)年(?!级)|年份"), re.compile(r"[\d〇零一二三四五六七八九]{4}")),
    (
        re.compile("[哪何]一?[天日]|几[号日]|几月几"),
        re.compile(
            r"(?<!每)[日号天晚晨]|星期|(?<![\d一二两三四五六七八九十])周|节|逢|元旦|除夕|国庆|中秋|端午|清明|重阳|元宵|初.|[正腊]月"
        ),
    ),
)
# A firm may have any name but that of another kind of house.
_FIRM = "^(?!.*(?:医院|大学|学院|中心|委员会|卫健委|政府|学校|协会|[局厅]$))"
# What a place or a house must be called to be what is asked for by such a noun.
_KINDS_ASKED = tuple(
    (noun, re.compile(kind))
    for noun, kind in (
        ("城市", rf"[市州]|{_PLACE.pattern}|^[\u4e00-\u9fff]{{2,4}}$"),
        ("县", "[县市区旗]"),
        ("乡镇", "[乡镇]"),
        ("区县", "[区县市]"),
        ("区域", "."),
        ("镇", "镇"),
        ("乡", "乡"),
        ("区", "区"),
        ("街", "[街路巷道]"),
        ("公园", "园"),
        ("村", "[村寨屯庄]"),
        ("公司", _FIRM),
        ("企业", _FIRM),
        ("大学", "大学|学院"),
        ("医院", "院|中心$|诊所|门诊|疾控|卫生室|[务生]站"),
        ("银行", "行|信用社"),
    )
)
# What only a name answers: who doesn't say so has named no make.
_MAKE = re.compile("[ 个样]?(?P<noun>品牌|牌子|型号|[车船店校学艺笔网书曲剧]名|编号|番号)")
_NAME_ASKED = re.compile(
    "(?:[店厂校院车船全书片曲剧]名|名字|名称)(?:是|叫)?(?:做|作)?个?(?:什么|啥)|叫(?:做|作)?个?(?:什么|啥)(?:名[字称儿]?)?[呀啊呢来着? ]*$"
)
_NO_NAMES = (Shape.CLAUSE, Shape.DATE, Shape.NUMBER)
_SHORT_HOUSE = 2  # characters of a house that goes by a short name: 协和, 北大
_ITEMS = re.compile("[、和与及]|等$")
_MAKE_LENGTH = 12  # characters of one at most
_IS_MAKE = re.compile(r"[a-z\d“《]|[一二三四五六七八九十]号")
_SHORT_NAME = 5  # characters of what may be an illness or a medicine whatever it ends in
_COUNTS_ONE = "一个座家所间条"
_BESIDE = 14  # characters before a name that tell what somebody is
# … and farther off all that 、 joins: 瑞金医院院长、上海市数字医学创新中心主任|宁光.
_POSTS_LEAD = 60
_TAKES = re.compile("(?:担任|出任|接任|兼任|当选)")
_BY = re.compile("[^,，。;；:：]*由[^,，。;；:：]*$")
_POSTS_BEFORE = re.compile(r"(?:[^,，。;；:：、\s“”]{1,30}、){1,3}[^,，。;；:：、\s“”]{1,30}$")
_RUN = re.compile(r"\s*(?P<run>\w{1,2})")
_NEAR = [math.exp(-gap / 2) for gap in range(9)]  # the say of a character falls to 1/e over 2 characters


def missing(reading: Reading, _: Finding) -> float:
    """Return the weight of the weightiest word that the article lacks, as a share of all."""
    return reading.missing(range(len(reading)))


def unfit(reading: Reading, finding: Finding) -> float:
    """Return 1 where the phrase is of a shape that doesn't answer, or looks like no place where it is asked where."""
    if reading.query.want is Want.WHERE and finding.shape in RESTS:
        return 1.0
    return finding.features.unfit if finding.features else 0.0


def words(reading: Reading, _: Finding) -> float:
    """Return the log of the number of content words: idle questions are short."""
    return math.log(len(reading.weights) + 1) / 3


def few(reading: Reading, finding: Finding) -> float:
    """Return how few words a question has that the article has all of: 1 for one, ⅔ for two, ⅓ for three, 0 for more.

    范先群是什么职务 is no idle question, short as it is; where what is marked isn't just what is asked for, 0: 保定多大 is
    no number of visits.
    """
    n, features = len(reading.weights), finding.features
    doubted = finding.second or (features is not None and (features.mismeasured > 0 or not features.fits))
    if doubted or missing(reading, finding) >= _NOTHING:
        return 0.0
    return max(_FEW - n, 0) / (_FEW - 1)


def means(_: Reading, finding: Finding) -> float:
    """Return 1 where the article says what the term means that is asked about."""
    return float(finding.told is Told.MEANING)


def mass(reading: Reading, _: Finding) -> float:
    """Return the log of the weight of all words that the article holds, up to a bound."""
    found = reading.covered(range(len(reading))) * reading.total
    return math.log1p(min(found, _ENOUGH_FOUND)) / 3


def standing(_: Reading, finding: Finding) -> float:
    """Return the score of the phrase by where it stands: that it looks like an answer says little.

    Nearly every article has a number, or a name, for whoever asks for one.
    """
    if finding.told is Told.CELL:
        return _IN_TABLE
    if finding.phrase is None:
        return _USUAL if finding.told is Told.STORY else 0.0
    gain, f, w = finding.score - finding.scores[finding.sentence], finding.features, PHRASE_WEIGHTS
    if f:
        gain -= f.fits * w.fits + f.ends * w.ends + f.kin * w.kin + f.meets * w.meets
        gain -= f.closes * w.closes + f.whole * w.whole + f.torn * w.torn
    return gain / 10


def _settled(reading: Reading, finding: Finding) -> bool:
    """Return whether what is marked needs no words about the question word: a story, a cell, a speech, who signed it, a post."""
    if finding.told is Told.SPEECH and len(reading.weights) == 1:  # X说了什么, and of nothing else
        return True
    return finding.told in (Told.STORY, Told.CELL) or _signed(finding) or reading.query.want is Want.POST


def asked(reading: Reading, finding: Finding) -> float:
    """Return the share of the characters around the question word that the article lacks, the nearer the weightier."""
    if _settled(reading, finding):
        return 0.0
    query, text = reading.query, reading.text
    start, end = query.place
    say = lacking = 0.0
    for at, char in enumerate(query.left):
        gap = start - 1 - at if at < start else max(at - end, 0)
        if gap < len(_NEAR) and char.isalnum():
            say += _NEAR[gap]
            lacking += _NEAR[gap] * (char not in text)
    return lacking / say if say else 0.5


def behind(reading: Reading, finding: Finding) -> float:
    """Return 1 where a number is asked for and the sentence lacks the two characters behind the question word.

    Of 有多少名女工 these are 名女: who counts women workers has them there.
    """
    query = reading.query
    behind = _RUN.match(query.left, query.gap[1]) if query.gap and query.focus else None
    if behind is None or query.want is not Want.HOW_MANY or _settled(reading, finding):
        return 0.0
    if finding.features and not finding.features.mismeasured and _told_by_unit(query, behind):
        return 0.0
    return float(behind["run"] not in reading.text_of(finding.sentence))


def _told_by_unit(query: Query, behind: re.Match[str]) -> bool:
    """Return whether the unit of a number tells what is asked for: 多少钱 is answered by 元, 几天 by 日, 多大岁数 by 岁."""
    if query.focus.startswith(behind["run"]):
        return measure_of(query).kind not in (None, Kind.COUNT)
    return MONEY_ASKED.match(query.left, behind.start("run")) is not None


def _signed(finding: Finding) -> bool:
    """Return whether the phrase is a name of the byline that was asked for."""
    return finding.shape is Shape.REPORTER and (finding.features is None or finding.features.fits > 0)


def unmarked(_: Reading, finding: Finding) -> float:
    """Return 1 where nothing could be marked: nobody is named for who asks who, and so on."""
    return float(finding.told is Told.PHRASE and finding.phrase is None)


def unnamed(reading: Reading, finding: Finding) -> float:
    """Return 1 where the page only counts what it should name, 与一所高校合作 doesn't tell which, or names another number of them."""
    query, phrase = reading.query, _phrase_text(reading, finding)
    if finding.told in (Told.STORY, Told.WAY):
        return 0.0
    things = number_of_things(query) if query.want in (Want.LIST, Want.WHO) else None
    if things and not has_items(phrase, things):
        return 1.0
    if query.want is Want.LIST:
        return float(finding.shape not in (Shape.LIST, Shape.QUOTED) and _COUNTED.search(phrase) is not None)
    if query.want is Want.HOUSE and finding.shape in (Shape.CLAUSE, Shape.REST):
        return 1.0
    if query.want not in _NAMED_BY or (query.want is Want.WHAT and not query.focus):
        return 0.0
    if _COUNTED.search(phrase):
        return 1.0
    if query.want is Want.WHERE and finding.shape in (Shape.PLACE, Shape.ORGANISATION):
        return 0.0  # 某大学的28名师生 counts them, and tells whence they come
    start, end = query.place
    asked = [u.word for u in query.units if len(u.word) > 1 and start - 2 <= u.end and u.start <= end + 2]
    # Where nobody is named beside what is asked about, somebody of another sentence is marked.
    nearest = max(range(len(finding.scores)), key=finding.scores.__getitem__)
    told = map(reading.text_of, {finding.sentence, nearest})
    return float(any(word in m.group() for text in told for m in _COUNTED.finditer(text) for word in asked))


def unkind(reading: Reading, finding: Finding) -> float:
    """Return 1 where the phrase isn't of the kind that is asked for: no time, no sum of money, no town, no firm, no make, no name.

    Half of it for a name where the sentence lacks the noun by which somebody is asked for, and for a yes or no where it lacks what
    the question has last: 评上技师没.
    """
    query, phrase = reading.query, _phrase_text(reading, finding)
    if query.want is Want.WHO and finding.told is Told.PHRASE and finding.shape is Shape.PERSON:
        return _HALF * (not _names_noun(reading, finding))
    if query.want is Want.WHEN:
        if any(asked.search(query.normal) and not given.search(phrase) for asked, given in _TIMES):
            return 1.0
        time = measure_wanted(query)
        return float(finding.shape is Shape.NUMBER and time is not None and time.missed_by(phrase) > 0)
    if query.want is Want.WHETHER and finding.phrase:
        said = max(query.units, key=lambda unit: unit.end, default=None)
        told = reading.text_of(finding.sentence)
        return _HALF * (said is not None and not said.stands_in(told) and said.word[-1] not in told)
    if query.want is Want.WHAT and finding.told is Told.PHRASE and _NAME_ASKED.search(query.normal):
        f = finding.features
        titled = "《" in phrase or phrase in (reading.entry.article.title or "")
        no_name = finding.shape in _NO_NAMES or (finding.shape is Shape.REST and not titled)
        return float(no_name and not (f and (f.ends or f.kin or f.meets or f.titled)))
    if query.want in (Want.WHERE, Want.HOUSE):
        asked = query.normal[query.place[1] :].lstrip(_COUNTS_ONE)
        kind = next((kind for noun, kind in _KINDS_ASKED if asked.startswith(noun)), None)
        house = query.want is Want.WHERE and (finding.shape is Shape.ORGANISATION or phrase.endswith(_HOUSE))
        return float(kind is not None and (house or not kind.search(phrase)))
    houses = query.focus in KINDS and query.focus not in NAMED_BY_KIND
    if query.want is Want.LIST and houses and finding.shape is Shape.LIST:
        # 协和、同仁、安贞 may be hospitals whatever they end in.
        items = [item for item in _ITEMS.split(phrase) if item]
        return float(not any(len(item) <= _SHORT_HOUSE or of_kind(query.focus, item) for item in items))
    if query.want is Want.WHAT and finding.shape in (Shape.REST, Shape.CLAUSE, Shape.NOUN):
        named = _MAKE.match(query.normal, query.place[1])
        if (
            named
            and named["noun"] not in reading.text_of(finding.sentence)
            and not (len(phrase) <= _MAKE_LENGTH and _IS_MAKE.search(phrase))
        ):
            return 1.0
    if query.want is Want.WHAT and query.focus in KINDS:
        short = len(phrase) <= _SHORT_NAME and not phrase.endswith("病")  # 突发疾病 is none
        return float(not short and not of_kind(query.focus, phrase))
    if query.want not in (Want.HOW_MANY, Want.WHAT) or query.normal.rstrip(" ?!。").endswith(("吗", "么")):
        return 0.0  # 邮费由谁出 and 要钱么 are answered without a sum
    if measure_of(query).kind is Kind.AGE and finding.told is not Told.CELL:
        of = asked_of_somebody(query)
        return float(
            not _AGE.search(phrase) or (of is not None and of.name not in reading.text_of(finding.sentence))
        )
    start, end = query.place
    money = MONEY_ASKED.search(query.normal[max(start - 5, 0) : end + 4])
    return float(money is not None and not MONEY_SUM.search(reading.text))


def _names_noun(reading: Reading, finding: Finding) -> bool:
    """Return whether the sentence says the noun by which somebody is asked for: 养蜂人 of 倒下的养蜂人叫什么名字, or another word for it."""
    noun, text = noun_asked_for(reading.query)[-2:], reading.text_of(finding.sentence)
    others = (
        o for u in reading.query.units if u.word.endswith(noun) or noun.endswith(u.word) for o in u.others
    )
    return (
        len(noun) < 2 or noun in text or _ANYBODY.search(noun) is not None or any(o in text for o in others)
    )


def says_whatever(reading: Reading, finding: Finding) -> float:
    """Return 1 where the phrase is a whole clause, or what one says beyond the question without the noun that is asked by."""
    query, features = reading.query, finding.features
    if query.want in _TOLD or finding.told is Told.WAY:
        return 0.0
    if finding.shape is Shape.REST and query.focus and query.gap and features:
        return float(not (features.ends or features.kin or features.meets))
    return float(finding.shape is Shape.CLAUSE)


def _phrase_text(reading: Reading, finding: Finding) -> str:
    return reading.text[slice(*finding.phrase)] if finding.phrase else ""


def mismeasured(reading: Reading, finding: Finding) -> float:
    """Return 1 where a certain measure is asked for, and the phrase has another, or what weighed more than it; or none of one."""
    if reading.query.want is not Want.HOW_MANY:
        return 0.0
    per = per_what(reading.query)
    if per and finding.told is Told.PHRASE and not per.search(reading.text_of(finding.sentence)):
        return 1.0  # what a dozen costs, or all of them, isn't what one costs
    return float(finding.second or measure_of(reading.query).missed_by(_phrase_text(reading, finding)) > 0)


def elsewhere(reading: Reading, _: Finding) -> float:
    """Return 1 where a place that the question names isn't in the article."""
    query, text = reading.query, reading.text
    if _PLACE.search(query.normal) and any(p in query.normal and p not in text for p in PLACES):
        return 1.0
    names = (_PLACE_NAME.fullmatch(unit.word) for unit in query.units)
    return float(any(name["stem"] not in text for name in names if name))


def house(reading: Reading, _: Finding) -> float:
    """Return 1 where a house that the question names isn't in the article: 华山医院 where 瑞金医院 is, 第二 where 第一 is."""
    query = reading.query
    named = (
        i for i, unit in enumerate(query.units) if unit.word.endswith(_HOUSE) and unit.word not in _HOUSE
    )
    known = reading.together(range(len(reading)))
    numbered = (m.group() for m in _NUMBERED.finditer(query.normal))
    return float(
        any(known.get(i, 0.0) < _KNOWN for i in named) or any(name not in reading.text for name in numbered)
    )


def ordinal(reading: Reading, _: Finding) -> float:
    """Return 1 where the question names which of several it means, or a part of a year, and the article doesn't."""
    asked, text = reading.query.normal, reading.text
    parts = (told.search(text) is None for name, told in _PARTS_OF_YEAR.items() if name in asked)
    return float(any(parts) or any(not _numbers(text, m.group()) for m in _ORDINAL.finditer(asked)))


def _numbers(text: str, which: str) -> bool:
    """Return whether a text tells of the one that is named: of the first time as 首次 or 首例 too."""
    counter = which.removeprefix("第一")
    first = which.startswith("第一") and (f"首{counter}" in text or (counter == "次" and "首例" in text))
    return which in text or first


def post(reading: Reading, finding: Finding) -> float:
    """Return 1 where a post is asked about, or who somebody is to another, and no holder of just that is the phrase."""
    query = reading.query
    if query.want not in (Want.WHO, Want.LIST):
        return 0.0
    if asked := POST_NOUN.search(query.normal):
        return float(asked.group() not in {m.group() for m in POST_NOUN.finditer(_beside(reading, finding))})
    if asked := _RELATION.search(noun_asked_for(query)[-5:]):
        return float(not _is_related(reading, finding, asked.group()))
    return 0.0


def _is_related(reading: Reading, finding: Finding, name: str) -> bool:
    """Return whether somebody is marked who is called `name` there, or by another word for it: 老板, 店主."""
    told = _beside(reading, finding)
    if told and _FIRST.match(name):
        told = reading.text_of(finding.sentence)  # who came first may be told at its end
    if _TRUE_NAME.fullmatch(name):
        return _OTHER_NAME.search(told) is not None
    others = (word for unit in reading.query.units if unit.word.endswith(name) for word in unit.others)
    return any(word in told for word in (name, *others))


def _beside(reading: Reading, finding: Finding) -> str:
    """Return what stands around somebody who is marked, and who that is; "" where nobody is."""
    if finding.phrase is None or finding.shape not in (Shape.PERSON, Shape.LIST):
        return ""
    start, end = finding.phrase
    # 首任理事长由……护理部主任|闻静|担任
    if _TAKES.match(reading.text, end) and (
        by := _BY.search(reading.text, max(start - _POSTS_LEAD, 0), start)
    ):
        return reading.text[by.start() : end]
    joined = _POSTS_BEFORE.search(reading.text, max(start - _POSTS_LEAD, 0), start)
    near = max(start - _BESIDE, 0)
    return reading.text[min(near, joined.start()) if joined else near : end + 6]


def year(reading: Reading, _: Finding) -> float:
    """Return 1 where the question names a year or a day that the article doesn't."""
    asked, text = reading.query.normal, reading.text
    years = (m.group() in text for m in _YEAR.finditer(asked))
    days = (m["month"] in text and f"{m['day']}日" in text for m in _DAY.finditer(asked))
    return float(not (all(years) and all(days)))
