"""Understand a question as people type it: what does it ask for, and which of its words can a page hold?"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile, zip_longest

from retrieval.asking.followups import asked_of_the_article
from retrieval.asking.smalltalk import tone_of, without_courtesies
from retrieval.asking.wants import AROUND, Want, want_of
from retrieval.index.learned import Learned
from retrieval.language.analysis import (
    BIGRAM_MARK,
    NUMBER_MARK,
    Analyzer,
    bigrams,
    normalize,
    numbers,
    same_length_normal,
)
from retrieval.language.dictionary import general_count, general_total
from retrieval.language.latin import LatinReader
from retrieval.language.lexicon import (
    COUNTERS,
    ENGLISH_QUESTION,
    FILLER,
    META_NOUN,
    PERSON,
    QUESTION_WORD,
    SURNAMES,
    YES_NO,
)
from retrieval.language.names import names_in
from retrieval.language.spelling import Speller
from retrieval.language.wording import MOST_TOGETHER, Wording
from retrieval.records import Range, Token, Tone

_LONGEST_TERM = 8  # characters
_RARE = 0.8  # say of a word of which one may ask what it is
TELLING = 0.4  # say from which a word tells what a question is about
OTHER_WORDS = 0.4  # weight in the search of a word that the question doesn't hold itself


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word of the question: its range in the normal form, how much of a say it has (0 … 1), and
    the other words that a page may use for it."""

    word: str
    start: int
    end: int
    say: float
    others: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The word and the others that will do in its place."""
        return (self.word, *self.others)

    def stands_in(self, text: str) -> bool:
        """Tell whether a text in normal form holds it, or another word for it."""
        return any(word in text for word in self.words)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the asker set as conditions: phrases that must or must not be there, newspapers, sections."""

    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any condition."""
        return bool(self.must or self.must_not or self.sources or self.sections)


@dataclass(frozen=True)
class Query:
    """A question in parts.

    `normal` is the question in normal form, typos mended; `units` its content words; `gap` the range of the
    question word in `normal`, where the answer would stand; `focus` the noun or measure word it asks by
    (哪所小学: 小学, 多少人次: 人次); `left` is `normal` with filler and question words blanked.
    """

    text: str
    normal: str
    units: tuple[Unit, ...]
    terms: dict[str, float]
    want: Want = Want.WHAT
    focus: str = ""
    gap: Range | None = None
    bounds: Bounds = Bounds()
    tone: Tone = Tone.QUESTION
    left: str = ""

    @cached_property
    def place(self) -> Range:
        """Where in `normal` the question asks: at its question word; a row of keywords asks at its end."""
        end = len(self.normal.rstrip(" ?!。"))
        return self.gap or (end, end)

    @cached_property
    def keyword(self) -> str:
        """The message where it is one word, number or day that asks nothing, 范先群 or 99元: who sends it wants what speaks of that; else ""."""
        word = self.left.strip(AROUND)
        bare = self.want is Want.WHAT and self.gap is None and word == self.normal.strip(AROUND)
        return self.figure or (word if bare and _KEYWORD.fullmatch(word) else "")

    @cached_property
    def figure(self) -> str:
        """The message where it is a number or a day, for which no other will do; else ""."""
        word = self.normal.strip(AROUND)
        return word if self.gap is None and _FIGURE.fullmatch(word) else ""

    @cached_property
    def term(self) -> str:
        """The one word, a rare one, of which nothing is asked but what it is: 热射病 of 热射病是什么; else ""."""
        if self.want is not Want.WHAT or self.gap is None or not self.units:
            return ""
        (start, end), first, last = self.gap, self.units[0].start, self.units[-1].end
        term = self.normal[first:last]
        if max(unit.say for unit in self.units) < _RARE or term != "".join(u.word for u in self.units):
            return ""
        between, behind = self.normal[last:start].strip(), self.normal[end:].strip(AROUND + "呀啊呢")
        alone = between in ("是", "是个", "是种") and not behind and len(term) <= _LONGEST_TERM
        return term if alone else ""

    @cached_property
    def marked(self) -> list[str]:
        """The words and pairs of characters that are marked where a snippet holds them."""
        words = (t.removeprefix(BIGRAM_MARK) for t in self.terms if not t.startswith(NUMBER_MARK))
        return list(dict.fromkeys(word for word in words if len(word) > 1 or word.isdigit()))


# Emoji and the like, and the ~ that a chat ends in: the planes above the first, and its pictures, arrows and joiners.
_PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3]|(?<![~…])[~…]+$"
)
_SEVERAL = re.compile(r"(?<=[?？])\s*|[;；]\s*|\s*\n\s*|[,，]?\s*(?:另外|还有就是)[,，]?\s*")
_LIST_OF_THEM = re.compile("[,，、]")  # between questions each of which asks: 范先群是谁，宁光是谁
_ASKS_NOTHING = re.compile(
    "[那这没好前后近](?:几|多[久少])|不管|无论|不论|(?:证明|说明|查清|弄清|不知)[^,，]{0,8}(?:几|多[久少]|谁|哪|什么|怎)"
)  # 住院那几天, 拿到批复没多久, 不管是谁
_LINE = re.compile(r"\s*\n\s*")
_ASKS_HOW = re.compile("怎[么样]|如何|咋")
_KEYWORD = re.compile(r"[\u4e00-\u9fff·]{2,8}|[a-z][a-z\d.-]+")  # what is longer is a sentence
# 12, 99元, 2.26亿元, 5月19日
_FIGURE = re.compile(
    r"\d[\d.,]*[余多]?[十百千万亿]*[余多]?(?:%|℃|[\u4e00-\u9fff]{1,3})?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?"
)
_HAPPENED = re.compile(
    r"(?P<on>[\d年月日号]{2,12})(?:这一?天|当天|那天)?(?:发生|出)了?(?:些|哪些)?(?:什么|啥)(?:事情?|新闻)?"
)
_REPORTS_ON = re.compile(
    r"(?:请|帮我|给我|我想|想|能不能|可以)*(?:列出|列举|找出|查找|查询|查|找|看|搜)?(?:一下|看看)?"
    r"(?:有没有|有(?!关))?(?:哪些|什么|所有|全部|多少|几[篇条])?的?"
    r"(?:(?:有关|关于|提到|涉及)(?P<on>[\u4e00-\u9fffa-z\d·]{2,10}?)(?:的(?:所有|全部|相关)?(?:报道|文章|新闻|消息|稿[子件])?)?"
    rf"|(?P<by>{SURNAMES}[\u4e00-\u9fff]{{1,2}})(?:都|一共|总共|还)?(?:采?写|报道|发)(?:过|了|的)*(?:哪些|什么|多少|几)?[篇条]?(?:报道|文章|新闻|消息|稿[子件])"
    r"|(?P<of>[\u4e00-\u9fffa-z\d·]{2,10}?)的(?:所有|全部|相关)?(?:报道|文章|新闻|消息|稿[子件])"
    r"|哪(?:些|几?[篇条])(?:报道|文章|新闻|消息|稿[子件])?(?:都|是)*(?:有关|关于|提到了?|涉及|[讲说写谈]到?的?是?了?|报道过?了?)(?!得)(?P<in>[\u4e00-\u9fffa-z\d·]{2,10}?)的?"
    r"|(?:报道|文章|新闻|消息|稿[子件])是?(?:有关|关于|提到|涉及)(?P<about>[\u4e00-\u9fffa-z\d·]{2,10}?)的?)"
    r"(?:有?(?:哪些|几[篇条]|多少[篇条]?))?[吗呢吧]?"
)
# … who it is, or what is done, is no noun to look for: 晚会 主办, 菜园 技术员.
_WHO_OR_WHAT_DONE = re.compile(
    f"(?:{PERSON}|[\u4e00-\u9fff][员师手者工]|主办|承办|协办|主刀|带领|牵头|执导|领队|出资|设计|施工|研发|主持|主讲|参加|发布)$"
)
_NOUN = re.compile("[\u4e00-\u9fff]{2,4}")
_OF_NAME = re.compile("(?P<noun>.*?)(?:名称|名字|题目|主题)")
_TYPED_FOR_WHICH = re.compile(
    "(?<=[是由])那(?=[几年位家个里儿天所种些])|(?<=[在到去])(?<!现在)(?<!正在)那(?=(?:里|儿|家|几)[^,，。]{0,2}$)"
)
_NO_FOCUS = (Want.WHEN, Want.WHY, Want.HEADLINE)  # what follows the question word there is no noun asked by
# After the question word, up to the next particle: the noun or measure word that the answer carries.
_OPENING = ' "“「‘《'
_HOUSE_NOUN = re.compile(
    "(?!形式|方式|办法|途径|渠道|模式|方法|身份|理由|名义)[\u4e00-\u9fff]{2,4}?(?P<noun>部门|医院|学校|大学|高校|公司|企业|机构|银行)"
)
_NO_NOUN_BEHIND = re.compile("(?:哪(?:里|儿)|何[处地])(?!人)")  # 在哪里办妥了 asks by no noun
_NO_NOUN = re.compile(r"[^\u4e00-\u9fffa-z0-9%]")
_PARTICLES = "的了是在把被给让和与为用到从里上中吗呢呀啊来有要能会可"
_UP_TO_PARTICLE = re.compile(f"[{_PARTICLES}].*")
_NO_KIND = frozenset(("部分", "方面", "种类", "类型", "情况", "东西"))  # of which anything may be
_INSIDE = re.compile("(?<![公海英邻])里$")
_NAME = frozenset(("名", "名字", "名称", "名儿"))
_ADJECTIVE = re.compile("[新大小老]|国际|国内|全国|.+[级型性]|..+式")


# What a condition names: in quotation marks, or up to a blank or a mark, which is no part of it.
_NAMED = r"\"[^\"]+\"|“[^“”]+”|‘[^‘’]+’|「[^「」]+」|『[^『』]+』|《[^《》]+》|[^\s,;!?。、]+"
_QUOTED = r"“[^“”]+”|「[^「」]+」|『[^『』]+』"
_QUOTATIONS = re.compile(rf"(?:[\s,.。?？!！]*(?:{_QUOTED}))+[\s,.。?？!！]*")
_QUOTES = '"“”‘’「」『』《》'
_CONDITION = re.compile(
    rf'"(?P<must>[^"]+)"|(?:^|(?<=\s))-(?![\s\d-])(?P<must_not>{_NAMED})'
    rf"|(?:来源|报纸|source):\s*(?P<source>{_NAMED})|(?:栏目|版面|section):\s*(?P<section>{_NAMED})"
)


class QuestionReader:
    """Reads questions for one corpus: with its analyzer, its spelling and its names for things."""

    def __init__(self, analyzer: Analyzer, learned: Learned, holds: Callable[[str], bool]) -> None:
        """Read towards a corpus; `holds` tells whether it holds a term."""
        self.learned = learned
        self._analyzer = analyzer
        self._wording = Wording(learned.aliases, learned.words)
        self._terms = frozenset(learned.terms)
        self._openings = {word[:2] for word in (*learned.terms, *self._wording.known())}
        self._holds = holds
        self._latin = LatinReader((*learned.words, *learned.terms), holds)
        self._speller = Speller(learned.words, lambda pair: holds(BIGRAM_MARK + pair))

    def read(self, text: str) -> Query:
        """Read a question: its tone, what it wants, its content words and the terms to search by."""
        whole = same_length_normal(text)
        bounds, rest = _conditions(whole)
        normal = _meant(_topic(self._latin.read(without_courtesies(_PICTURES.sub(" ", rest)))))
        want = want_of(normal)
        left = self._speller.correct(blank_out(normal))
        normal = "".join(b if b != " " else a for a, b in zip(normal, left, strict=True))
        gap = _gap(normal)
        units = tuple(_ask_by_last(self._units(left), left, gap))
        terms = _terms(left, units)
        # Conditions and nothing else: what stands in that paper or section is browsed, not asked.
        tone = tone_of(rest.strip() if bounds else whole)
        tone = tone or (
            Tone.QUESTION if terms else Tone.SHELF if bounds.sources or bounds.sections else Tone.EMPTY
        )
        focus = "" if want in _NO_FOCUS else _focus(normal, gap, self._analyzer)
        if gap is None and want is Want.WHAT and not ENGLISH_QUESTION.search(normal):
            focus = _named_by(left, self._analyzer)
        return Query(text, normal, units, terms, want, focus, gap, bounds, tone, left)

    def first_of(self, text: str) -> str:
        """Return the first of several questions put at once, “保定直免了多少钱？另外海口消杀几天”, or the whole where it is one.

        Each of them must ask, and about something of its own: “甘肃公布了几项实事？是哪天公布的？” belong together. What stands before
        two that ask, and doesn't, is what both are about: “海口消杀，从哪天开始，要搞几天”.
        """
        parts = _parts(_SEVERAL, text)
        if any(map(asked_of_the_article, _parts(_LINE, text)[1:])):  # 这篇报道是谁写的 below a headline
            return text
        if len(parts) > 1:
            first, *others = map(self._asked_about, parts)
            if not first and _ask_apart(others):
                return _LINE.sub(" ", f"{parts[0].strip()} {parts[1].strip()}")
            if not first or not any(other - first for other in others):
                return text
            topic = self._topic_of_all(parts)
            return parts[0].rstrip(" ?？;；") + topic if topic else self.first_of(parts[0])
        parts = _parts(_LIST_OF_THEM, text)
        if len(parts) < 2:
            return text
        # Mostly the first doesn't ask: “在会上发言的人中，谁……” has no need to be read further.
        if len(parts) > 2 and not self._asked_about(parts[0]):
            about = list(takewhile(bool, map(self._asked_about, parts[1:])))
            apart = len(about) == len(parts) - 1 and _ask_apart(about)
            return f"{parts[0].strip()} {parts[1].strip()}" if apart else text
        asked = list(takewhile(bool, map(self._asked_about, parts)))
        if len(asked) < len(parts) or not any(a - asked[0] for a in asked):
            return text
        return parts[0].rstrip() + self._topic_of_all(parts)

    def _topic_of_all(self, parts: list[str]) -> str:
        """Return what the last of several questions names for all of them, 热射病 of 如何预防、怎样治疗热射病; "" where it doesn't."""
        first, *_, last = read = [self.read(part) for part in parts]
        alike = all(_ASKS_HOW.match(query.normal.lstrip()) for query in read)
        if not alike or len(first.units) != 1 or len(last.units) < 2 or first.units[0].say >= _RARE:
            return ""
        return last.normal[last.units[1].start :].rstrip(" ?!。")

    def _asked_about(self, part: str) -> set[str]:
        """Return the telling words of a part of a question, none where it doesn't ask."""
        query = self.read(part)
        asks = query.gap and not _ASKS_NOTHING.search(query.normal)
        return {unit.word for unit in query.units if unit.say >= TELLING} if asks else set()

    def content(self, text: str) -> tuple[Bounds, tuple[Unit, ...]]:
        """Return the conditions and the content words of `text` as typed: what looks like a typo may be news."""
        bounds, normal = _conditions(same_length_normal(text))
        return bounds, tuple(self._units(blank_out(normal)))

    def _units(self, left: str) -> list[Unit]:
        """Cut the question into words, taking the longest runs of words that have other names as one."""
        tokens = list(self._named(left, list(self._known(self._analyzer.tokenize(left)))))
        units: list[Unit] = []
        met: set[str] = set()
        i = 0
        while i < len(tokens):
            size, others = self._longest(left, tokens[i : i + MOST_TOGETHER])
            start, end = tokens[i].start, tokens[i + size - 1].end
            word = left[start:end]
            # A word that is said again says nothing more, and would be looked for again in every sentence.
            if not (len(word) == 1 and word in _WEAK) and word not in met:
                met.add(word)
                say = 0.2 if META_NOUN.fullmatch(word) else rarity(word)
                units.append(Unit(word, start, end, say, others))
            i += size
        return units

    def _named(self, left: str, tokens: list[Token]) -> Iterator[Token]:
        """Yield the tokens, a name of two characters whole where jieba gives its second to 是: 宁光|是, not 宁|光是."""
        taken = False
        for token, behind in zip_longest(tokens, tokens[1:]):
            if taken:
                taken = False
                continue
            name = left[token.start : token.start + 2]
            torn = behind and token.end == behind.start == token.start + 1 and behind.end == token.start + 3
            taken = bool(torn and behind.term.endswith("是") and names_in(name))
            yield Token(name, token.start, token.start + 2) if taken else token

    def _known(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield the tokens, each character by itself of two that make no word and that the corpus never has together: 几|节课.

        What may be somebody's name stays whole.
        """
        for token in tokens:
            pair = token.end - token.start == 2 and not token.term.isascii()
            held = not token.term.startswith("个") and self._holds(BIGRAM_MARK + token.term)  # of 11798个村
            known = general_count(token.term) or token.term in self._terms or held
            if pair and not known and not names_in(token.term):
                yield from (
                    Token(char, token.start + i, token.start + i + 1) for i, char in enumerate(token.term)
                )
            else:
                yield token

    def _longest(self, left: str, tokens: list[Token]) -> tuple[int, tuple[str, ...]]:
        start = tokens[0].start
        opening = left[start : start + 2]
        if opening not in self._openings and not opening.isascii():
            return 1, ()
        for size in range(len(tokens), 0, -1):
            phrase = left[start : tokens[size - 1].end]
            others = self._wording.others(phrase) if len(phrase) > 1 else ()
            if others or phrase in self._terms:
                return size, others
        return 1, ()


def _parts(between: re.Pattern[str], text: str) -> list[str]:
    return [part for part in between.split(text) if part.strip(" ?？!！。")]


def _ask_apart(about: list[set[str]]) -> bool:
    """Tell whether several ask, each by words given here, and not all about the same."""
    return len(about) > 1 and all(about) and any(other - about[0] for other in about[1:])


def _topic(normal: str) -> str:
    """Return what reports are asked for on, or the day of which it is asked what happened, as if that were all that is said.

    The whole where something else is asked.

    >>> _topic("有哪些关于托育的报道?"), _topic("托育的报道是谁写的")
    ('托育', '托育的报道是谁写的')
    """
    asked = normal.strip(AROUND)
    if happened := _HAPPENED.fullmatch(asked):
        return happened["on"]
    reports = _REPORTS_ON.fullmatch(asked)
    topic = next(filter(None, reports.groups()), "") if reports else ""
    return topic if topic and not QUESTION_WORD.search(topic) else normal


def _meant(normal: str) -> str:
    """Return a question that has no other question word with 哪 where 那 was typed, as often happens in a chat.

    >>> _meant("指南是那几个单位制定的"), _meant("是那家医院吗")
    ('指南是哪几个单位制定的', '是那家医院吗')
    """
    asks = QUESTION_WORD.search(normal.replace("那几", ""))
    return normal if asks else _TYPED_FOR_WHICH.sub("哪", normal)


def _conditions(normal: str) -> tuple[Bounds, str]:
    """Take the conditions out of a question; quoted phrases stay in it, for they are also asked about."""
    found: dict[str, list[str]] = {"must": [], "must_not": [], "source": [], "section": []}
    for m in _CONDITION.finditer(normal):
        if named := m[str(m.lastgroup)].strip(_QUOTES):
            found[str(m.lastgroup)].append(named)
    rest = _CONDITION.sub(lambda m: f" {m['must']} " if m["must"] else " ", normal)
    # Chinese marks set off a term, too: “两新”组织. Where nothing else is said they are a condition.
    if _QUOTATIONS.fullmatch(rest) and not QUESTION_WORD.search(rest):
        found["must"] += (quoted.strip(_QUOTES) for quoted in re.findall(_QUOTED, rest))
        rest = re.sub(f"[{_QUOTES}]", " ", rest)
    return Bounds(*(tuple(v) for v in found.values())), rest


def _gap(normal: str) -> Range | None:
    """Return where the last question word stands: in Chinese it stands where the answer would."""
    last = None
    for m in QUESTION_WORD.finditer(normal):
        if not YES_NO.fullmatch(m.group()):
            last = (m.start(), m.end())
    return last


def _focus(normal: str, gap: Range | None, analyzer: Analyzer) -> str:
    if gap is None or _NO_NOUN_BEHIND.match(normal, gap[0]):
        return ""
    rest = normal[gap[1] : gap[1] + 8].lstrip(_OPENING)
    asks_which = normal.startswith(("哪", "什么", "啥"), gap[0])
    if asks_which and (house := _HOUSE_NOUN.match(rest)):  # 哪家教育部门
        return house["noun"]
    stop = _NO_NOUN.search(rest)
    words = [token.term for token in analyzer.tokenize(rest[: stop.start()] if stop else rest)]
    if len(words) > 1 and _ADJECTIVE.fullmatch(words[0]):  # 什么国家级基地 asks for a 基地
        words = words[1:]
    word = words[0] if words else ""
    if asks_which and len(word) > 1 and _INSIDE.search(word) and general_count(word[:-1]):  # 编到哪些班里
        word = word[:-1]
    if not general_count(word):  # 功来 of 啥功来着 is no word, nor 个村 of 多少个村
        word = _UP_TO_PARTICLE.sub("", word)
        word = word[0] if word and word[0] in COUNTERS else word
    named = asks_which and word in _NAME  # 改啥名 asks by no noun
    return "" if named or word in _PARTICLES or word in _NO_KIND else word


def _named_by(left: str, analyzer: Analyzer) -> str:
    """Return the noun of which a row of keywords asks: 光谷第十二小学 急救培训 技能 名称, or the last of them, “” where it asks none."""
    *row, last = left.split() or [""]
    if not row:
        return ""
    asked = _OF_NAME.fullmatch(last)
    words = [token.term for token in analyzer.tokenize((asked["noun"] or row[-1]) if asked else last)]
    noun = words[-1] if words else ""
    return noun if asked or (_NOUN.fullmatch(noun) and not _WHO_OR_WHAT_DONE.search(noun)) else ""


def blank_out(normal: str) -> str:
    """Return `normal` with filler and question words blanked, each character by a space.

    >>> blank_out("那个医院是什么时候成立的呀")
    '  医院是    成立的 '
    """
    for pattern in (FILLER, QUESTION_WORD, ENGLISH_QUESTION):
        normal = pattern.sub(lambda m: " " * len(m.group()), normal)
    return normal


# Words that only frame a question (the colloquial 搞, 弄, 聊 …): common words say less, see `rarity`.
_WEAK = frozenset(
    "的了是在有和与及或也都就还被把对于将会能要可以从到为以其之而但并等着过给让向由此该各每很最更再又才只上下中内外里时后前间个人说去来做搞弄拿替多大小好这那他她它们你我您您自己您用所者吧把跟比没不"
)


def _ask_by_last(units: list[Unit], left: str, gap: Range | None) -> list[Unit]:
    """In a row of keywords the last names what is asked for (赖女士 宫颈癌 分期): it steers more than it matches."""
    if gap is not None or len(units) < 2 or " " not in left.strip():
        return units
    start = len(left.rstrip()) - len(left.rstrip().split(" ")[-1])
    return [replace(u, say=u.say * 0.4) if u.start >= start else u for u in units]


def rarity(word: str) -> float:
    """Return how much a word says, 0.2 … 1, by how rare it is in general Chinese.

    A small corpus can't tell: in 45 articles 投资 may be as rare as 热射病.
    """
    count = general_count(word) or 1
    return min(max((math.log10(general_total() / count) - 2.5) / 3, 0.2), 1.0)


def _terms(left: str, units: tuple[Unit, ...]) -> dict[str, float]:
    """Return the weighted terms for the engine: content words, bigrams inside each run, numbers."""
    terms: dict[str, float] = {}
    meta = META_NOUN.sub(lambda m: " " * len(m.group()), left)
    for word in (word for unit in units for word in normalize(unit.word)[0].split()):
        terms[word] = 0.25 if META_NOUN.fullmatch(word) else 1.0
    for term in bigrams(meta) + numbers(left):
        terms[term] = 1.0
    for unit in units:
        for term in (t for other in unit.others for t in [other, *bigrams(other)]):
            terms.setdefault(term, OTHER_WORDS)
    return terms
