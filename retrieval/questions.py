"""Understand a question as people type it: what does it ask for, and which of its words can a page hold?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.analysis import Analyzer, bigrams, normalize, numbers
from retrieval.lexicon import (
    ENGLISH_QUESTION,
    FILLER,
    META_NOUN,
    QUESTION_WORD,
)
from retrieval.records import Range, Tone
from retrieval.smalltalk import tone_of


class Want(StrEnum):
    """What sort of phrase would answer the question."""

    WHO = "who"
    POST = "post"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "howmany"
    LIST = "list"
    WHY = "why"
    DEFINITION = "definition"
    HEADLINE = "headline"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word of the question: its range in the normal form, and how much of a say it has (0 … 1)."""

    word: str
    start: int
    end: int
    say: float


@dataclass(frozen=True, slots=True)
class Query:
    """A question in parts.

    `normal` is the question in normal form; `units` its content words; `gap` the range of the question word
    in `normal`, where the answer would stand; `focus` the noun or measure word it asks by (哪所小学: 小学,
    多少人次: 人次).
    """

    text: str
    normal: str
    units: tuple[Unit, ...]
    terms: dict[str, float]
    want: Want = Want.WHAT
    focus: str = ""
    gap: Range | None = None
    tone: Tone = Tone.QUESTION


# What a question asks for, first match wins; on the normal form. Chinese as typed, English, bare keywords.
_WANTS: tuple[tuple[Want, str], ...] = (
    (
        Want.HEADLINE,
        r"(?:标题|题目|主标题|大标题)(?!.*(?:哪|谁|几)[^?]*(?:说|写)的)|题为什么|headline|\btitled?\b",
    ),
    (
        Want.POST,
        r"职务|职位|什么职|头衔|是干(?:什么|啥)的|什么身份|身份|担任(?:什么|何|啥)|任(?:什么|何|啥)职",
    ),
    (
        Want.DEFINITION,
        r"全称|(?:是|指的?)(?:的是)?(?:指)?(?:什么|啥)意思|意思|含义|缩写|简称|(?:是指|指的?是?|代表)(?:的是)?(?:什么|啥|哪)|^什么是|^何为|^何谓|定义|stands? for|what does .* mean|说的是(?:什么|啥|哪)|一种(?:什么|啥|怎样的)(?:病|技术|东西|方法)",
    ),
    (
        Want.WHY,
        r"为(?:什么|何|啥|了什么|了啥)|原因|缘故|怎么会|why\b|干(?:嘛|吗)|凭(?:什么|啥)|目的(?:是|何在)|为的是(?:什么|啥)|咋(?:就|会)|何以",
    ),
    (
        Want.WHEN,
        r"什么时(?:候|间|间段)|(?:啥|多会|何)(?:时候|时|儿)|何(?:年|月|日)|哪(?:一)?(?:年|月|天|日)|几(?:月|号|点|时|年(?!级|来))|(?:成立|开通|开始|召开|举行|举办|发布|启动|上线|揭牌|活动|截止|作业|出生|竣工|开放)(?:的)?(?:日期|时间|时段|年份)|日期|年代|时间$|时段|when\b|what (?:year|date|time|day)",
    ),
    (
        Want.HOW_MANY,
        r"多少|(?<!哪)几(?:[^何乎点月号时版层]|$)|几成|多(?:大|长|久|高|远|重|宽|深|快)(?!学)|人数|数量|次数|金额|占比|比例|面积|历时|总额|总数|时限|期限|时长|规模|价格|年龄|岁数|how (?:many|much|long|old|far|large|often)|percentage|number of",
    ),
    (
        Want.LIST,
        r"哪些|哪(?:几|两|三|四|五|六|七|八|九|十|\d+)(?:个|项|家|位|种|类|条|大|方面|所|名|座|点|款|部|支|组|步|处)?|分别(?:是|为|叫)|都(?:有|是|包括|管|考|分|干|做)?(?:什么|啥|谁|哪)|[二两三四五六七八九十\d]个[^是]{1,4}(?:是什么|分别|$)|which .*s\b.*(?:are|were)",
    ),
    (
        Want.WHO,
        r"谁|哪(?:一)?位|何人|什么人|啥人|姓名|叫(?:什么|啥)名|名字|(?:书记|院长|主任|局长|处长|所长|校长|市长|会长|教授|院士|专家|记者|作者|医生|组长|通讯员|摄影者|负责人)$|who\b|whose\b|name of the (?:director|head|doctor|reporter|president)",
    ),
    (
        Want.WHERE,
        r"哪(?:里|儿)|何地|何处|(?:什么|啥)地方|哪(?:一)?(?:个|座)?(?:省|市|县|区|镇|乡|村|城市|国家|国|地方|州|街道|地区|城|旗|岛)|[在去到](?:哪|啥)(?![本份张个家所种])|几(?:版|层)|地点|地址|where\b|which (?:city|province|country|county|town|village|district)",
    ),
)
_WANTS_COMPILED = tuple((want, re.compile(pattern)) for want, pattern in _WANTS)

# After the question word, up to the next particle: the noun or measure word that the answer carries.
_FOCUS_STOP = re.compile(r"[^\u4e00-\u9fffa-z0-9%]|[的了是在把被给让和与为用到从里上中吗呢呀啊来有要能会可]")


def parse_question(text: str, analyzer: Analyzer) -> Query:
    """Read a question: its tone, what it wants, its content words and the terms to search by."""
    normal, _ = normalize(text)
    want = next((want for want, pattern in _WANTS_COMPILED if pattern.search(normal)), Want.WHAT)
    gap = _gap(normal)
    focus = _focus(normal, gap, analyzer)
    left = blank_out(normal)
    units = tuple(_units(left, analyzer))
    terms = _terms(left, units)
    tone = tone_of(normal) or (Tone.QUESTION if terms else Tone.EMPTY)
    return Query(text, normal, units, terms, want, focus, gap, tone)


def _gap(normal: str) -> Range | None:
    """Return where the last question word stands: in Chinese it stands where the answer would."""
    last = None
    for m in QUESTION_WORD.finditer(normal):
        if m.group() not in ("吗", "呢", "有没有", "是不是", "能不能", "是否"):
            last = (m.start(), m.end())
    return last


def _focus(normal: str, gap: Range | None, analyzer: Analyzer) -> str:
    if gap is None:
        return ""
    rest = normal[gap[1] : gap[1] + 8]
    stop = _FOCUS_STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    words = [token.term for token in analyzer.tokenize(rest)]
    return words[0] if words else ""


def blank_out(normal: str) -> str:
    """Return `normal` with filler and question words blanked, each character by a space.

    >>> blank_out("那个医院是什么时候成立的呀")
    '  医院是    成立的 '
    """
    for pattern in (FILLER, QUESTION_WORD, ENGLISH_QUESTION):
        normal = pattern.sub(lambda m: " " * len(m.group()), normal)
    return normal


_WEAK = frozenset(
    "的了是在有和与及或也都就还被把对于将会能要可以从到为以其之而但并等着过给让向由此该各每很最更再又才只上下中内外里时后前间个人说去来做多大小好这那他她它们你我您您自己您用所者吧把跟比没不"
)


def _units(left: str, analyzer: Analyzer) -> list[Unit]:
    units = []
    for token in analyzer.tokenize(left):
        if len(token.term) == 1 and token.term in _WEAK:
            continue
        say = 0.25 if META_NOUN.fullmatch(token.term) else (0.5 if len(token.term) == 1 else 1.0)
        units.append(Unit(token.term, token.start, token.end, say))
    return units


def _terms(left: str, units: tuple[Unit, ...]) -> dict[str, float]:
    """Return the weighted terms for the engine: content words, bigrams inside each run, numbers."""
    terms: dict[str, float] = {}
    meta = META_NOUN.sub(lambda m: " " * len(m.group()), left)
    for unit in units:
        terms[unit.word] = max(terms.get(unit.word, 0.0), unit.say)
    for term in bigrams(meta) + numbers(left):
        terms[term] = 1.0
    return terms
