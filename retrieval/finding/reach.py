"""How far does a phrase reach: to the ends of the words, names and quotations that it begins and ends in?"""

from __future__ import annotations

import re

from retrieval.asking.wants import Want
from retrieval.finding.by_asking import noun_asked_for
from retrieval.finding.relations import CLOSES, Relations
from retrieval.language.dictionary import words_of
from retrieval.language.lexicon import PERSON
from retrieval.language.names import NOT_GIVEN, SAYS
from retrieval.language.organisations import ORG_HEAD_STOP
from retrieval.language.patterns import BREAK
from retrieval.language.phrases import Phrase, Shape, phrases_of
from retrieval.language.rests import begins
from retrieval.records import Range

# Shapes that are cut by single characters (的, 地, 和) and may so tear a word.
_MAY_TEAR = frozenset({Shape.NOUN, Shape.REST, Shape.ORGANISATION})
_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
_SHORT_NAME, _LONGEST_NAME, _TWICE = 2, 6, 2  # characters of a name; mentions that tell how it goes on
_GIVEN = re.compile(rf"(?!{SAYS}|[{NOT_GIVEN}]|{PERSON})[\u4e00-\u9fff]")
_FIGURE = re.compile(r"[\d一二两三四五六七八九十百千万亿]\Z")
_TEAM = re.compile("队(?![员长伍友医列很])")
_TORN = tuple(
    (opens, re.compile(f"(?P<inside>[^{opens}{closes}]{{2,}})[{closes}][^{opens}{closes}]*"))
    for opens, closes in ("“”", "()")
)
_QUOTE = 60  # characters of a quotation before what is marked in it
# What is cut by a rule for its ends; a number, a time, somebody or a quotation has ends of its own.
_LOOSE = frozenset(
    {
        Shape.NOUN,
        Shape.REST,
        Shape.CLAUSE,
        Shape.LIST,
        Shape.POST,
        Shape.ORGANISATION,
        Shape.PLACE,
        Shape.GLOSS,
    }
)
_CLOSED = " ”’》」』)）—–-·、，,:："  # what only ends something else, or joins
_OPENED = " “‘《「『(（—–-·、，,:："
# Words that only join a phrase to what stands before it: 存在|着|各种问题, 方面,|如|挂牌不规范.
_JOINING = frozenset(["的", "地", "得", "着", "了", "过", "等", "如", "比如", "例如", "譬如", "诸如", "即"])
# 围绕“……”发表主旨, “……”举行: of what is done about a quotation it alone is told.
_ABOUT = re.compile(
    "(?:(?:围绕|题为|名为|取名|主题[是为]|以|就|将|把|用)(?=[“《]))?(?P<quoted>[“《][^“”《》]{2,60}[”》])"
    "(?:为(?:题|主题)?|等?(?:发表|举[行办]|召开|展开|开[展设]|进行|作|做|提出|命名|启动|成立)[\u4e00-\u9fff]{0,4})?"
)
_AND_MORE = re.compile(
    "(?:[和与及]|以及)(?:其)?(?:相关|有关|其[他它]|另外)[\u4e00-\u9fff]{2,6}$"
)  # |和相关成果
_AIM = re.compile("[以将把][^,，。;；]*$")
_AS_AIM = re.compile("为(?:主要|根本|首要|核心)?(?:目标|主题|目的|主线|抓手|重点|核心|基础|导向|方向|题)$")
# 儿乳班、托小班|等班级: what sort of things they are stands in the question.
_AND_THE_LIKE = re.compile(
    "(?<=[^、,，;；])等(?![级待候于额同距])(?![^、,，。]*[的、,，])[^、,，。;；]{0,14}$"
)
# 由采样管、拭子和说明书|三样组成
_MADE_OF = re.compile("(?:[两二三四五六七八九十\\d]+(?:个?部分|[项种类样个]))?(?:组成|构成)$")
_DIVIDES = re.compile("(?<![\u4e00-\u9fff])分(?![布享别析钟秒子院公店行号管娩期数])")
_LEVEL = re.compile("(?P<level>[省市县镇乡村州])份?")
_BRACKETED = re.compile(r"(?P<asked>[^()]{0,6})\((?P<inside>[^()]{4,})\)[^()]{0,4}")  # 实操考核|(……)两部分
# A list that what stands in the question cuts, 水管是否完好、各楼层|阀门是否……、灭火器……, goes on.
_GOES_ON = re.compile("[\u4e00-\u9fff“《][^、,，。;；:：!！?？\n]{0,24}、")
_TO_ITS_END = re.compile("[^,，。;；:：!！?？\n]*")
_BESIDE = ("和", "与", "跟", "同", "及")
# … the second of them may be 专家组、肿瘤防治与|研究中心 with 与 in its name.
_JOINED = re.compile(
    "(?:、|[,，]|(?:的[\u4e00-\u9fff]{2,6})?[,，]?以及|[和与及])(?:[\u4e00-\u9fff]{1,10}[和与及])?"
)
_SURELY_JOINS = re.compile("、|以及")
_ONE_OF_THEM = re.compile("哪一?[家个所间座]|哪(?:医院|大学|公司)|除了|另|还有|其他")
_BEFORE_FIRST = re.compile(rf"[{BREAK}\s]|(?![和与及]){ORG_HEAD_STOP}")
_NOUN = 2  # characters
_DONE_TO = ("把", "将", "由", "被", "让")
_CALLED = re.compile("叫(?:做|作)?(?:什么|啥)")
_PARTED = re.compile(".*(?:[、;；]|以及)")
_LISTS = frozenset({Shape.LIST, Shape.REST})


def in_whole_words(phrase: Phrase, relations: Relations) -> Range:
    """Return the range of a phrase with what is missing of the words that it begins and ends in: 策源|地, 海|大顺队.

    So does the noun that is asked by, where it follows: 医学人工智能创新|高地.
    """
    start, end = phrase.start, phrase.end
    if relations.wanted.people and phrase.shape is Shape.ORGANISATION and _TEAM.match(relations.normal, end):
        end += 1  # who won is 机电学院队
    if phrase.shape is Shape.PERSON:
        end = _whole_name(start, end, relations)
    if (
        phrase.shape in (Shape.NUMBER, Shape.ORDINAL)
        and _FIGURE.search(relations.normal, start, end)
        and relations.follows(end)
    ):
        end += len(relations.reading.query.focus)  # 11|锅
    if phrase.shape in _MAY_TEAR:
        for word, a, b in words_of(relations.normal):
            if _WORD.fullmatch(word):
                start = a if a < phrase.start < b else start
                end = b if a < phrase.end < b else end
        for word in (unit.word for unit in relations.reading.query.units):
            # 热射|病防治中心: a word of the question's own may be no dictionary's.
            at = relations.normal.find(word, max(start - len(word) + 1, 0), start + len(word) - 1)
            start = at if 0 <= at < start else start
        # 利益机制如何建立”举行: of what stands in quotation marks or brackets it is all.
        for opens, torn in _TORN:
            opening = relations.normal.rfind(opens, max(start - _QUOTE, 0), start)
            if opening >= 0 and (inside := torn.fullmatch(relations.normal, start, end)):
                start, end = opening + 1, inside.end("inside")
        cut = {m.start for m in relations.matches if m.end == start}
        whole = (p.start for p in phrases_of(relations.normal, Shape.ORGANISATION) if p.end == end)
        start = min(cut.intersection(whole), default=start)  # 江东|医科大学附属医院 where 江东 is asked about
        if not relations.wanted.people and relations.follows(end):
            end += len(relations.reading.query.focus)
        start, end = _as_asked(start, end, relations)
    if relations.reading.query.want is Want.WHERE and (
        asked := _LEVEL.fullmatch(relations.reading.query.focus)
    ):
        level = relations.normal.find(asked["level"], start + 1, end) + 1
        end = level or end  # 安徽省|六安市舒城县 where it is asked which 省
    if phrase.shape is Shape.ORGANISATION:
        start, end = _with_its_peers(start, end, relations)
    if phrase.shape is Shape.NOUN and relations.reading.query.want is Want.LIST:
        start = _from_its_first(start, relations)
    if phrase.shape in _LOOSE:
        start, end = without_loose_ends(relations.normal, start, end, phrase.shape)
    return start, end


def _with_its_peers(start: int, end: int, relations: Relations) -> Range:
    """Return the range of an organisation with those it is named together with: 省疾控中心、|省总工会|主办.

    Not where one of two is asked for, 和谁签约, nor with what the question names itself.
    """
    text, query = relations.normal, relations.reading.query
    if _ONE_OF_THEM.search(query.normal) or relations.wanted.before.endswith(_BESIDE):
        return start, end
    houses = sorted(
        p[:2] for p in phrases_of(text, Shape.ORGANISATION) if text[p.start : p.end] not in query.normal
    )
    first, last = start, end
    for a, b in houses:
        last = b if a > last and _JOINED.fullmatch(text, last, a) else last
    for a, b in reversed(houses):
        first = a if b < first and _JOINED.fullmatch(text, b, first) else first
    # 和 alone may stand between two who do different things: 县医院与移动公司签约.
    return (first, last) if _SURELY_JOINS.search(text[first:start] + text[end:last]) else (start, end)


def _from_its_first(start: int, relations: Relations) -> int:
    """Return where the first of things begins that are named together: 将|挂号费和|检查费用|纳入 where it is asked which 费用."""
    text = relations.normal
    if start and text[start - 1] in "和与及":
        return begins(text, start - 1, _BEFORE_FIRST)
    return start


def _as_asked(start: int, end: int, relations: Relations) -> Range:
    """Return the range of a phrase that the question's own words bound: behind what it has behind its question word, and so on."""
    text, query = relations.normal, relations.reading.query
    behind = ""
    # What is read for a noun behind 把什么 is but a torn verb where it has one character: 打|造成.
    if query.gap and relations.wanted.before.endswith(_DONE_TO) and len(query.focus) < _NOUN:
        behind = query.normal[query.gap[1] :]
    for word, a, b in words_of(text) if behind else ():
        if b == end and a - start > 1 and behind.startswith(word):
            end = a  # 将|质检站|打造成 where it is asked 把什么打造成
    bracketed = _BRACKETED.fullmatch(text, start, end)
    if bracketed and bracketed["asked"] in query.normal:
        return bracketed.span("inside")
    if "、" in text[start:end] and _GOES_ON.match(text, end):
        end = next(m.end() for m in _TO_ITS_END.finditer(text, end))
    if (
        start
        and text[start - 1] == "把"
        and CLOSES.match(text, end)
        and not relations.wanted.before.endswith("把")
    ):
        start -= 1  # 把|登记本合成一本: what is done with it is told as well
    named = noun_asked_for(query) if _CALLED.search(query.normal) else ""
    return start, end + len(named) * text.startswith(named, end)


def without_loose_ends(text: str, start: int, end: int, shape: Shape) -> Range:
    """Return the range of a phrase without what only joins it to what stands around it.

    >>> text = "现设床位150个,分乳儿班、托小班等班级"
    >>> text[slice(*without_loose_ends(text, 10, len(text), Shape.LIST))]
    '乳儿班、托小班'
    """
    if about := _ABOUT.fullmatch(text, start, end):
        return about.span("quoted")
    first, last = start, end
    if more := _AND_MORE.search(text, first, last):
        last = more.start()
    if (aim := _AS_AIM.search(text, first, last)) and _AIM.search(text, 0, first):
        last = aim.start()
    if shape in _LISTS and (parted := _PARTED.search(text, first, last)):
        if like := _AND_THE_LIKE.search(text, parted.end(), last):
            last = like.start()
        if made_of := _MADE_OF.search(text, parted.end(), last):
            last = made_of.start()
        if divides := _DIVIDES.match(text, first, last):
            first = divides.end()
    while first < last and text[first] in _CLOSED:
        first += 1
    joining = next((b for word, a, b in words_of(text) if a == first and word in _JOINING), first)
    first = joining if joining < last else first
    while first < last and text[last - 1] in _OPENED:
        last -= 1
    return (first, last) if last - first > 1 else (start, end)


def _whole_name(start: int, end: int, relations: Relations) -> int:
    """Return where a name ends that goes on with the same character wherever the article has it: 敖登格|日勒."""
    text = relations.reading.text
    while end - start < _LONGEST_NAME:
        name = relations.normal[start:end]
        behind = [text[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), text)]
        # 王强|开 车 may be so twice: two characters that are a name must go on so thrice.
        often = _TWICE + (len(name) <= _SHORT_NAME)
        if len(behind) < often or len(set(behind)) > 1 or not _GIVEN.match(relations.normal, end):
            break
        end += 1
    return end
