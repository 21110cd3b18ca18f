"""How far does a phrase reach: to the ends of the words, names and quotations that it begins and ends in?"""

from __future__ import annotations

import re

from retrieval.dictionary import words_of
from retrieval.lexicon import PERSON
from retrieval.names import NOT_GIVEN, SAYS
from retrieval.phrases import Phrase, Shape
from retrieval.records import Range
from retrieval.relations import Relations

# Shapes that are cut by single characters (的, 地, 和) and may so tear a word.
_MAY_TEAR = frozenset({Shape.NOUN, Shape.REST, Shape.ORGANISATION})
_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
_SHORT_NAME, _LONGEST_NAME, _TWICE = 2, 6, 2  # characters of a name; mentions that tell how it goes on
_GIVEN = re.compile(rf"(?!{SAYS}|[{NOT_GIVEN}]|{PERSON})[\u4e00-\u9fff]")
_FIGURE = re.compile(r"[\d一二两三四五六七八九十百千万亿]\Z")
_TEAM = re.compile("队(?![员长伍友医列很])")
_TORN = re.compile("(?P<inside>[^“”]{2,})”[^“”]*")
_QUOTE = 60  # characters of a quotation before what is marked in it


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
        # 利益机制如何建立”举行: of what is quoted it is all.
        torn = _TORN.fullmatch(relations.normal, start, end)
        opening = relations.normal.rfind("“", max(start - _QUOTE, 0), start)
        if torn and opening >= 0:
            start, end = opening + 1, torn.end("inside")
        if not relations.wanted.people and relations.follows(end):
            end += len(relations.reading.query.focus)
    return start, end


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
