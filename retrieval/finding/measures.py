"""What must the number that answers be counted in: 多少钱 wants 元, 几成 wants %, 多少名 wants 名 or 人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from retrieval.asking.questions import Query
from retrieval.asking.wants import Want
from retrieval.finding.people import Aspect, asked_of_somebody
from retrieval.language.dictionary import general_count
from retrieval.language.lexicon import COUNTERS
from retrieval.language.numerals import read_numbers
from retrieval.language.units import COUNTED_BY, Kind, kind_of, kind_of_unit, told_in

_MONEY = (
    r"钱|(?:多少|几)[\u4e00-\u9fff]{1,2}款|奖励?多少|稿[酬费]|保[额费]|[出投]资额|令吉|费用|经费|金额|价格|投资(?!回报率)|(?<![人产])投入了?多少(?![\u4e00-\u9fff]*[人名])|[资基]金|价值|补贴|元|工资|"
    r"收入|票价|奖金|总额|造价|善款|收费|(?:多少|几)(?:捐[赠款]|善款)|拨款|亏损|利润|营收|成本|贷款|支出|产值|罚款|赔偿|开销|how much|cost"
)

_SHARES = "[%成‰]|百分|倍"  # what a share is told in


class Stage(StrEnum):
    """Which of the numbers of something that changed: what it was, by how much it changed, what it is now."""

    BEFORE = "before"
    CHANGE = "change"
    AFTER = "after"


class Measure(NamedTuple):
    """What a number must be counted in, and what sort of quantity that is."""

    pattern: re.Pattern[str]
    kind: Kind | None = None

    def missed_by(self, number: str) -> float:
        """Return 1 where `number` tells another sort of quantity, 0.5 where only its measure is another, else 0."""
        if self.kind and kind_of(number) not in (None, self.kind):
            return 1.0
        return 0.0 if self.pattern.search(number) else 0.5


_BARE = "[百千万亿][余多]?$"  # a number that says not what it counts
_OF_ANY = f"[{COUNTERS}大]|{_BARE}"
# What a number must be counted in, by what is asked; the first that matches. General measure words, not names.
_MEASURES_FOR: tuple[tuple[str, str, Kind], ...] = (
    (
        r"[打拨](?:哪一?个|什么|啥)(?:电话|热线|号码)|(?:电话|号码|手机号|邮编|微信号)(?:是|为)?(?:多少|几|哪一?个|什么|啥)|^(?!.*(?:多少|几|什么|啥|哪|谁|怎)).{2,16}(?<![打拨用买])(?:电话|号码|手机号|联系方式)[? ]*$|phone number",
        r"\d{5,}|\d{3,4}-\d{4,}|\d{4} \d{4}",
        Kind.CODE,
    ),
    (
        r"how old|多少岁|几岁|年龄|岁数|多大(?:年纪|岁|的?(?:孩子|娃|小孩|幼儿|宝宝|儿童|老人))|[他她](?:今年|现在)?(?:有|是)?多大|今年(?:是)?多大",
        r"岁",
        Kind.AGE,
    ),
    (
        r"百分之[几多]|[几多]成(?![员为本立功效])|(?:比例|比重)[^,。?]{0,8}(?:多少|多[高大]|几)|多[高大]的?(?:比例|比重)|[同环]比",
        _SHARES,
        Kind.SHARE,
    ),
    (
        (
            rf"{_MONEY}|^(?!.*(?:多少|几|怎|什么|啥|哪|谁)).*(?<![免消缴自付交收])(?:费|单价)[? ]*$|"
            rf"(?:多少|几)(?!人(?!工)|[名位个家户])[\u4e00-\u9fff]{{1,3}}(?<![免消缴自付交收])费(?=[? 呀啊呢了]*$)"
        ),
        told_in(Kind.MONEY),
        Kind.MONEY,
    ),
    ("(?:多少|几)倍", "倍", Kind.SHARE),
    (r"(?:几|多少)年(?!级)", r"[年载]|个月", Kind.TIME),
    ("天数(?![\u4e00-\u9fff])", "[天日]", Kind.TIME),
    (r"(?:几|多少)(?:天|晚|夜)", r"[天日晚夜周时]|星期", Kind.TIME),
    (
        r"how long|多久|多大会(?![议场展])|多长时间|时限|时长|期限|年限|历时|花了?多长|(?:几|多少)(?:个?小时|个?钟头|分钟|个?月(?![份嫂饼季子票薪])|个?星期|个?工作日|周)",
        told_in(Kind.TIME),
        Kind.TIME,
    ),
    (
        r"how far|多远|距离|多少公里|几公里|里程|多高|多深|多宽|多厚|多粗|多长(?!时)|[长高深宽厚]度(?![\u4e00-\u9fff])",
        told_in(Kind.LENGTH),
        Kind.LENGTH,
    ),
    (r"百分|比例|占比|占多少|占几|几成|[提分]成|率[^,。?]{0,5}多少|percent|超过多少的", _SHARES, Kind.SHARE),
    (r"^(?!.*(?:多少|几)).*[床座车泊学]位[? ]*$", _OF_ANY, Kind.COUNT),
    (r"重量|多重|体重", told_in(Kind.WEIGHT), Kind.WEIGHT),
    (r"(?:多少|几)度(?!电)|(?:[水气体室]?温|角|坡)度(?![\u4e00-\u9fff])", told_in(Kind.HEAT), Kind.HEAT),
    (r"面积|平方|多少亩|占地", told_in(Kind.AREA), Kind.AREA),
    (r"人次|次数|(?:多少|几[十百千]?)[次回场]|how many times", r"[次场回轮]", Kind.COUNT),
    (
        (
            r"人数|几个人|多少个?人|多少[名位]|几[名位]|(?:多少|几)[个名位]?(?:(?![县村镇乡])[\u4e00-\u9fff]){0,4}?(?<!卫)(?:[人员工生师者夫士童兵]|"
            r"(?<!为)民(?!生|实事|服务))(?![\u4e00-\u9fff]?[院室所校区])|"
            r"(?:选手|志愿者|师生|患者|病人|代表(?!队)|专家(?!门诊|号)|医生|护士|党员|村民|居民|学生)(?![\u4e00-\u9fff]{2,40}(?:多少|几)[? ]*$)|"
            r"how many (?:people|patients|volunteers|students|doctors|nurses)"
        ),
        f"[人名位例]|{_BARE}",
        Kind.COUNT,
    ),
    (
        r"(?:职工|员工|工人|干部|官兵|教师|学生|居民|村民|乘客|旅客|游客|观众|用户|会员|队员)的?(?:总|人)?数(?:是|有|为)?(?:多少|几)?[? ]*$",
        f"[人名位]|{_BARE}",
        Kind.COUNT,
    ),
    (
        r"(?:多少|几)个[呀啊呢? ]*$|^(?!.*(?:多少|几)).*[\u4e00-\u9fff]{2}(?<![指系分参岁倍天时函级次百人字页块里亩度米吨元])数[? ]*$",
        _OF_ANY,
        Kind.COUNT,
    ),
    (
        r"(?:多少|几|how many)个(?!月|小时)",
        f"[个名位家所项条种类步大点通次份件例本站队场省市县]|{_BARE}",  # 个 stands for any of them
        Kind.COUNT,
    ),
    (
        r"(?:多少|几|how many).{0,3}(?:家|个|所|单位|部门|机构|医院|学校|省|市|县|乡镇|村|国家|城市|企业|公司|units|hospitals|schools)|家数|部门数|单位数|份数|条数",
        r"[家个所份条省市县]",
        Kind.COUNT,
    ),
    (r"how many", r"[人名位例个家所次张件项条种万千百]", Kind.COUNT),
)
_SHARE = Measure(re.compile(_SHARES), Kind.SHARE)
_RATE = re.compile(
    r"(?:(?<![心频功汇辨])率|(?:灵敏|敏感|特异|准确|满意|饱和)度)(?![领先队])(?:\(\w+\))?(?:[^,。?率\w]|[\u4e00-\u9fff]){0,6}$"
)  # 控制率到底有|多高
_WARMTH, _HEAT = (
    re.compile("温度?(?:是|有|到|达)*多[高低]"),
    Measure(re.compile(told_in(Kind.HEAT)), Kind.HEAT),
)
_AGE = Measure(re.compile(told_in(Kind.AGE)), Kind.AGE)
_MEASURES_COMPILED = tuple((re.compile(a), Measure(re.compile(b), kind)) for a, b, kind in _MEASURES_FOR)
_SOME = r"(?:近|约|超过)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[多余]?"
# What a time must tell, by what asks for it; the last is for whatever else asks when.
_MOMENTS = tuple(
    (re.compile(asked), Measure(re.compile(told)))
    for asked, told in (
        ("几[点时]钟?[至到]几[点时]", r"[点时:：半分][^,，。]{0,8}[—–\-~～至到]"),
        ("几点|几时|what time", "[点时:：]"),
        (
            "(?:[首末头]班车?|营业|开[门放馆]|关门|闭馆|打烊|[上下]班|值班|值守|门诊|接诊|坐诊|服务|收费|供[水电暖气])(?:的)?时[间段][? ]*$",
            "[点时:：]",
        ),
        (r"[哪何]一?年|几年|年份|(?:which|what) year", r"年|\d{4}"),
        ("(?:星期|周|礼拜)几", "星期|[周礼]"),
        ("几月|[哪何]个?月|月份", "月"),
        ("[哪何]一?[天日]|几[号日]|日期", "[日号天]|星期|[周礼]"),
        # 12年 is how long, not when
        (
            "",
            rf"^(?![1-4]?\d年$|{_SOME}(?:个[年月]|[多余]年|天|周|个?小时|分钟|秒)[多余]?$).*(?:[年月日号天周时点分秒节假季春夏秋冬朝代岁]|世纪|[:：])|^\d{{4}}$",
        ),
    )
)
# What asks for money beside a question word or at the end of keywords, and what a sum looks like.
MONEY_ASKED = re.compile(rf"{_MONEY}|(?<!免)费|(?<!评)价|薪|补助|罚金|预算|块(?![\u4e00-\u9fff])")
MONEY_SUM = re.compile(rf"[\d一二两三四五六七八九十百千万亿余多] ?{told_in(Kind.MONEY)}")
# Of “由0.55元下调0.15元,降到0.4元” the first number is what was, the second the change, the third what it came to.
_CHANGES = (
    "增加|增长|提高|上升|上涨|上调|提升|下降|减少|降低|下调|下跌|缩短|延长|扩大|高出|多出|涨了?|跌了?|降了?"
)
_ASKS_CHANGE = re.compile(
    rf"(?:{_CHANGES}|便宜|贵|相差|差|[增减]|(?<![最至身多])[高低多少]了?)(?:了|给)*(?:的|出)?(?:多少|几|百分之几)|(?:增|降|涨|跌)幅|增加?[额量]|(?:多|少|涨|降)了|多给"
    r"|how much (?:more|less|higher|lower)|(?:increase|decrease|rise|fall|drop)\w* by"
)
_ASKS_BEFORE = re.compile(
    r"以前|之前|原来|原先|过去(?![一二两三四五六七八九十几\d])|原本|此前|没(?:让|有(?:新|ai|人工智能|引进|使用|采用|上线|安装|推行|改造))[^,，。]{1,12}(?:时候|"
    r"之前)|最初|起初|当初|刚起步|起步时|刚开始|成立之初|used to|before|originally"
)
_TOLD_BEFORE = re.compile(r"(?:[由从]|原[本来先])[^,，。;；\d]{0,8}$")
_TOLD_CHANGE = re.compile(rf"(?:{_CHANGES}|比[^,，。;；]{{1,10}}[高低多少])(?:了|出)?(?:约|近|超)?$")
_TOLD_AFTER = re.compile(r"(?:达到?|到|至)了?(?:约|近|超)?$")
_GOES_ON = re.compile(rf"[^,，。;；\d]{{0,8}}(?:{_CHANGES}|[升降增减涨跌])?[到至]")
_NEAR = 14  # characters before a number that tell which of them it is
_ANYTHING = Measure(re.compile("^(?!.*岁)"))  # but no age: that is asked for
_FEW_THINGS = frozenset(map(str, range(2, 21)))  # more nobody names
# … by a word for each, not by one that numbers them: 三层住户, 六届人大.
_THINGS = re.compile(
    f"(?:个?(?:方面|部分|环节|阶段|步骤?)|(?![届号楼层版级期批次])大?[{COUNTERS}])(?!月|时|以|字)"
)
_PER_ONE = re.compile(
    r"(?:每一?|(?<![第十二三四五六七八九])一)(?P<one>公斤|[斤台块亩度人户张只盒瓶天月年吨头升袋件]|平方米|小时)(?!级)(?:要|得|卖|能|可以|分摊|交|收)?[^,，\d]{0,4}(?:多少|几)"
)
_FROM_ASKED = 10  # characters from the question word
_OF_WHAT = re.compile("(?<=[\u4e00-\u9fff])的.*")
_BEHIND, _BEFORE = 5, 8  # characters behind and before a question word that tell what is counted
_SAME_MEASURE = tuple(
    re.compile(f"[{g}]") for g in ("人名位例", "家个所", "场次回轮", "条项件", "台架辆部", "种类款样", "块元")
)


def stage_asked(question: str) -> Stage:
    """Return whether a question asks how much it was, by how much it changed, or how much it is."""
    if _ASKS_CHANGE.search(question):
        return Stage.CHANGE
    return Stage.BEFORE if _ASKS_BEFORE.search(question) else Stage.AFTER


def stage_told(text: str, start: int, end: int) -> Stage | None:
    """Return which of them the number in this range of a text is, None where nothing tells.

    >>> text = "月薪由6800元涨到7140元,增加5%"
    >>> [stage_told(text, *m.span()) for m in re.finditer(r"\\d+(?:元|%)", text)]
    [<Stage.BEFORE: 'before'>, <Stage.AFTER: 'after'>, <Stage.CHANGE: 'change'>]
    """
    before = text[max(start - _NEAR, 0) : start]
    if _TOLD_BEFORE.search(before) and _GOES_ON.match(text, end):
        return Stage.BEFORE
    if text[start:end].endswith("百分点") or _TOLD_CHANGE.search(before):
        return Stage.CHANGE
    return Stage.AFTER if _TOLD_AFTER.search(before) else None


def measure_of(query: Query) -> Measure:
    """Return what the number's measure must look like: the focus word or its kin, or what the question implies.

    What is said right behind the question word tells most, then what is right before it: 学生贫血检出率降到多少 wants %.
    """
    somebody = asked_of_somebody(query)
    if somebody and somebody.aspect is Aspect.AGE:  # 宁光多大 asks no size
        return _AGE
    if _WARMTH.search(query.normal):  # 体温多高 is no length
        return _HEAT
    counts = query.focus in COUNTERS and query.focus != ""
    if not counts and _RATE.search(
        query.normal.rstrip(" ?"), 0, query.gap[0] if query.gap else len(query.normal)
    ):
        return _SHARE
    beside, *others = _scopes(query)
    counted = _counted_by(query)
    # 几条优待 is of 条 whoever they are for; 投入多少建成 isn't of 建成 where money is spoken of before it.
    first, then = ([beside], others) if COUNTED_BY.match(query.focus) else ([beside, *others], [])
    return _measure_in(first) or counted or _measure_in(then) or _ANYTHING


def _measure_in(scopes: list[str]) -> Measure | None:
    return next((m for scope in scopes for asked, m in _MEASURES_COMPILED if asked.search(scope)), None)


def _counted_by(query: Query) -> Measure | None:
    """Return what the noun or measure word right behind 多少 or 几 is counted in: 几条优待 in 条, 几道菜 in 道."""
    focus, gap = query.focus, query.gap
    if gap is None or not query.normal.startswith(("多少", "几"), gap[0]) or not focus or len(focus) > 3:
        return None
    kin = next((g for g in _SAME_MEASURE if g.match(focus)), None)
    # A word without kin of its own may stand for 个: “床位150个” tells how many 张 there are.
    pattern = kin or re.compile(f"{re.escape(focus)}|{re.escape(focus[0])}|个$")
    return Measure(pattern, Kind.COUNT if COUNTED_BY.match(focus[0]) else kind_of_unit(focus))


def measure_wanted(query: Query) -> Measure | None:
    """Return what a number or a time that answers must look like, the hour where 几点 asks; None where anything does."""
    match query.want:
        case Want.HOW_MANY:
            measure = measure_of(query)
            return None if measure is _ANYTHING else measure
        case Want.WHEN:
            return next(told for asked, told in _MOMENTS if asked.search(query.normal))
    return None


def number_of_things(query: Query) -> int | None:
    """Return how many things a question asks for by name, 2 … 20: 4 of 临床表现的4条分别是哪些, None where it doesn't say."""
    for number in read_numbers(query.normal):
        near = number.start - _FROM_ASKED <= query.place[1] and query.place[0] <= number.end + _FROM_ASKED
        ordinal = number.start > 0 and query.normal[number.start - 1] == "第"
        # 七台河 is a town
        named = general_count(query.normal[number.start : number.end + 2]) > 0
        counts = number.value in _FEW_THINGS and _THINGS.match(query.normal, number.end)
        if near and counts and not (ordinal or named):
            return int(number.value)
    return None


def per_what(query: Query) -> re.Pattern[str] | None:
    """Return how a page may say that a number is of each one where a question asks for that: 一斤卖多少钱, None where it doesn't."""
    if not (asked := _PER_ONE.search(query.normal)):
        return None
    return re.compile(rf"(?:每一?|[一单/]|[元块角毛]){asked['one']}|[均单]|每日|[年月日][产薪接]")


def _scopes(query: Query) -> Iterator[str]:
    if query.gap:
        start, end = query.gap
        beside = query.normal[start : end + _BEHIND]
        # 多少个家长的|钱 counts 家长
        yield _OF_WHAT.sub("", beside) if query.focus in COUNTERS else beside
        yield query.normal[max(start - _BEFORE, 0) : end]
    yield query.normal
