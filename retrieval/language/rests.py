"""Find what only a question makes a phrase: nouns that end in the one asked by, who is told by a calling, what a clause adds."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from retrieval.language.dictionary import words_of
from retrieval.language.kinds import NAMED_BY_KIND, of_kind
from retrieval.language.lexicon import COUNTERS, PERSON
from retrieval.language.organisations import ORG_HEAD_STOP
from retrieval.language.patterns import BREAK
from retrieval.language.phrases import (
    CLAUSE,
    CLAUSE_CHAR,
    IN_CLAUSE,
    VAGUE,
    Phrase,
    Shape,
    trimmed,
)
from retrieval.records import Range

RESTS = (Shape.NOUN, Shape.QUOTED, Shape.REST)  # what only a question makes a phrase
_LEAD = 16  # characters that a noun may have before its last word
_QUOTE_LEAD = 44  # … with what stands in quotation marks before it
_IS_LEAD = 32  # … where a clause says what something is
_CUT_BEFORE = re.compile(rf"[{BREAK}\s]|{ORG_HEAD_STOP}")
_QUOTE_BEFORE = re.compile(r"[“《‘「][^“”《》‘’]{1,40}[”》’」]$")
# What a clause says that something is, or does: 是|中摩两国政府间的合作项目.
_PREDICATE = re.compile(rf"(?:是|(?<![认因称以])为|作为|成为)(?P<what>[^{BREAK}\s]{{1,30}})$")
# 概括为一句话:|让温暖“不断线”, 人工智能模型|DAMO GRAPE
_TOLD_BEHIND = re.compile(
    rf"(?:[\u4e00-\u9fff]?[:：](?P<told>{CLAUSE_CHAR}{{1,60}})|(?P<latin>[a-z][a-z\d.-]*(?: [a-z\d][a-z\d.-]*)*))"
)
_CALLED = re.compile(rf"(?:{PERSON}|人员|群众|师生|[\u4e00-\u9fff][员工者])+")
_CALLED_BEHIND = re.compile(rf"[{BREAK}\s]|(?!的|受[伤灾害损])(?:{ORG_HEAD_STOP}|[邀请])")
_OBJECT = re.compile(
    rf"[了过着的是为]?(?:[回出下上来进成](?=[一二两三四五六七八九十几\d了]))?了?(?P<what>(?:[“《][^”》]{{1,40}}[”》]|{IN_CLAUSE}){CLAUSE_CHAR}{{1,40}})"
)
# 最发愁的|不是设备,是人走得太快
_NOT_BUT = re.compile(
    rf"的?(?:并?不是|并非|倒不是)[^,，。;；]{{1,20}}[,，]而?是(?P<what>{CLAUSE_CHAR}{{2,40}})"
)
_NOUN = 2  # characters of 方面 and its like
_COUNTED_UP = re.compile(
    r"(?<=[\u4e00-\u9fff]{3})等?[\d一二两三四五六七八九十]+[个大](?=方面|部分|类型|环节|阶段)"
)
_REST_EDGE = "的地得是为了在将把被和与及以并也都而还向从由对给到于等所有其该此中上下"
_REST_BEGINS, _REST_ENDS = _REST_EDGE + "”’》」』)）", _REST_EDGE + "“‘《「『(（"
# Between two characters of a number: 337|名, 10|万, 四年|级.
_IN_NUMBER = re.compile(
    rf"[\d百千万亿][\d百千万亿{COUNTERS}元块岁米吨克年月天日时分秒%‰]|(?<=\d)[.,](?=\d)|\d[.,](?=\d)|年级"
)


def find_rests(
    text: str, focus: str, matched: Iterable[Range], asked: Iterable[Range] = ()
) -> tuple[Phrase, ...]:
    """Return what only this question makes a phrase: nouns that end in `focus`, or as its kind does, and what its clause adds.

    `matched` are the ranges that the question holds too; what stands between two of them, or between one and
    the end of the clause, is what the clause says beyond the question. `asked` are those of them that stand right before the
    question word: all that a clause says behind one is what is done, or whom to.
    """
    known = sorted(matched)
    nouns = itertools.chain(_nouns(text, focus, known), _of_kind(text, focus)) if focus else ()
    return tuple(trimmed(text, itertools.chain(nouns, _rests(text, known), find_objects(text, asked))))


def find_callings(text: str) -> tuple[Phrase, ...]:
    """Return who is told by what they are.

    >>> text = "邀中医专家现场领练,将因滑雪受伤的运动员送至医院"
    >>> [text[p.start : p.end] for p in find_callings(text)]
    ['中医专家', '因滑雪受伤的运动员']
    """
    called = _CALLED.finditer(text)
    found = (Phrase(begins(text, m.start(), _CALLED_BEHIND), m.end(), Shape.NOUN) for m in called)
    return tuple(trimmed(text, found))


def begins(text: str, at: int, behind: re.Pattern[str]) -> int:
    """Return where a noun begins whose last word stands at `at`: behind what ends another, or so many characters before."""
    lead = max(at - _LEAD, 0)
    return lead + max((m.end() for m in behind.finditer(text[lead:at])), default=0)


def _nouns(text: str, focus: str, known: list[Range]) -> Iterator[Phrase]:
    at = text.find(focus)
    while at >= 0:
        start, end = begins(text, at, _CUT_BEFORE), at + len(focus)
        quote = _QUOTE_BEFORE.search(text[max(start - _QUOTE_LEAD, 0) : start])
        if quote and start == at:
            yield Phrase(at - len(quote.group()), at, Shape.QUOTED)
        elif quote:  # “12345”接诉即办热线
            start -= len(quote.group())
        if text.startswith("》", end) and (title := text.rfind("《", 0, at)) >= 0:
            start, end = title, end + 1  # of 《关于……的|通告》 it is all
        starts = [start]
        if at - start == _LEAD:
            # Where nothing ends before it, what stands behind a word of the question: 推动全省|更多有条件的医疗机构.
            starts += [max((b for _, b in known if start < b < at - 1), default=start)]
        if predicate := _PREDICATE.search(text[max(at - _IS_LEAD, 0) : at]):
            starts += [at - len(predicate["what"])]
        # 一句话 names nothing; what stands behind it does.
        yield from (Phrase(a, end, Shape.NOUN) for a in starts if not VAGUE.fullmatch(text, a, end))
        if told := _TOLD_BEHIND.match(text, end):
            yield Phrase(*told.span(told.lastgroup or 0), Shape.QUOTED)
        at = text.find(focus, at + 1)


def _of_kind(text: str, focus: str) -> Iterator[Phrase]:
    """Yield what is called as its kind is, where an illness or a medicine is asked for: iiib期宫颈癌 is a 病."""
    if focus in NAMED_BY_KIND:
        for word, start, end in words_of(text):
            if len(word) > 1 and of_kind(focus, word):
                yield Phrase(begins(text, start, _CUT_BEFORE), end, Shape.NOUN)


def find_objects(text: str, asked: Iterable[Range]) -> Iterator[Phrase]:
    """Yield what stands between a word and the end of its clause: 讨论并通过了|大健康工作委员会工作规则."""
    for _, end in asked:
        if m := _NOT_BUT.match(text, end) or _OBJECT.match(text, end):
            yield Phrase(*m.span("what"), Shape.REST)


def _rests(text: str, matched: list[Range]) -> Iterator[Phrase]:
    for clause in CLAUSE.finditer(text):
        at = clause.start()
        inside = [(a, b) for a, b in matched if clause.start() <= a < clause.end()]
        for a, b in [*inside, (clause.end(), clause.end())] if inside else ():
            start, end = at, a
            while start < end and text[start] in _REST_BEGINS:
                start += 1
            while end > start and text[end - 1] in _REST_ENDS:
                end -= 1
            if counted := _COUNTED_UP.search(text, start, end + _NOUN):
                end = counted.start()  # 饮食管理、运动管理、药物管理|三个|方面
            torn = any(at > 0 and _IN_NUMBER.match(text, at - 1) for at in (start, end))
            if end - start >= 2 and not torn:
                yield Phrase(start, end, Shape.REST)
            at = max(at, b)
