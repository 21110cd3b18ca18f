"""How does a phrase stand to what is asked for: does it count it, is it its name, whose is it, does it say yes or no?"""

from __future__ import annotations

import re
from functools import cached_property

from retrieval.asking.wants import Want
from retrieval.finding.measures import stage_told
from retrieval.finding.reading import Reading, Sentence
from retrieval.finding.wanted import Wanted
from retrieval.finding.which import told_of_another
from retrieval.language.dictionary import edges_of
from retrieval.language.lexicon import WHETHER
from retrieval.language.phrases import Phrase, Shape, phrases_of
from retrieval.language.rests import find_objects
from retrieval.records import Range

CLAUSE_END = frozenset(",，。;；:：!！?？\n")
CLOSES = re.compile('[ ”’》」"]*(?:[，。；,.;!?！？]|$)')
_LEFT_OPEN = re.compile(WHETHER)
_SETTLES = re.compile("[不没未无非免仍照须勿禁]|继续|有效|作废|可以|应当|必须|能|会(?![议员上])|对$")
_SUPPOSES = re.compile("(?:但|而|不过|问题是|答[:：])?(?:如果|假如|要是|倘若|若是|除非|万一)")
_QUOTED_BEHIND = re.compile("[”》’」][\u4e00-\u9fff]{1,8}")


class Relations:
    """How the phrases of one sentence stand to what one question asks for."""

    def __init__(self, wanted: Wanted, reading: Reading, sentence: Sentence) -> None:
        """Look in `sentence` of `reading` for what its question, read as `wanted`, asks for."""
        self.wanted = wanted
        self.reading = reading
        self.normal, self.matches = sentence.normal, sentence.matches

    def follows(self, at: int) -> bool:
        """Return whether the noun that is asked by stands at this place."""
        focus = self.reading.query.focus
        if self.reading.query.want is Want.HOW_MANY and self.normal.startswith("是", at):
            at += 1  # 31户|是贫困户
        return bool(focus) and self.normal.startswith(focus, at)

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where words begin and end."""
        return edges_of(self.normal)

    def counts(self, phrase: Phrase) -> bool:
        """Return whether just what is asked for stands behind a number: 多少个村 is answered by 11798个|村."""
        if phrase.shape is not Shape.NUMBER:
            return False
        return phrase.end in self._counted or self._stands_behind(phrase)

    def _stands_behind(self, number: Phrase) -> bool:
        """Return whether a number that counts nothing behind it stands behind what is asked for: 桥梁|19座 for 几座桥."""
        counted = self.wanted.counted
        if not counted or counted not in self.normal[max(number.start - len(counted) - 1, 0) : number.start]:
            return False
        return CLOSES.match(self.normal, number.end) is not None

    @cached_property
    def _counted(self) -> frozenset[int]:
        """Where begins what is asked for, by the noun behind the question word or by one that stands before it."""
        wanted = self.wanted
        nouns = [m.start for m in self.matches if m.unit in wanted.topics and m.credit == 1]
        if wanted.counted:
            nouns += [m.start() for m in re.finditer(re.escape(wanted.counted), self.normal)]
        return frozenset(nouns)

    def of_another(self, phrase: Phrase) -> bool:
        """Return whether a phrase is told of another than is asked about: of the first call where the second is."""
        if not self.wanted.labelled:
            return False
        return told_of_another(self.reading.query.normal, self.normal, phrase.start, phrase.end)

    def counts_others(self, phrase: Phrase) -> float:
        """Return 1 for a number that is of others where one is of what is asked for: 108个|县 beside 11798个|村."""
        if phrase.shape is Shape.NUMBER and self.owned and phrase.start not in self.owned:
            return 1.0
        if phrase.shape is not Shape.NUMBER:
            return 0.0
        if self.wanted.topics:
            numbers = phrases_of(self.normal, Shape.NUMBER)
            numbers = tuple(n for n in numbers if not self.wanted.misses(self.normal[n.start : n.end]))
            return float(not self.counts(phrase) and any(map(self.counts, numbers)))
        if self._follow and phrase.end not in self._follow:
            return 1.0
        if not self.wanted.counted:
            return float(bool(self._led_to) and phrase.start not in self._led_to)
        asked, normal = self.reading.query.focus + self.wanted.counted, self.normal
        here = self.counts(phrase) or asked in normal[phrase.start : phrase.end]
        return float(asked in normal and not here)

    @cached_property
    def _led_to(self) -> frozenset[int]:
        """Where numbers begin, right behind the word that stands right before the question word: 挺举|110公斤 for 挺举多少公斤."""
        query = self.reading.query
        if query.want is not Want.HOW_MANY or query.gap is None:
            return frozenset()
        whole = [(a, b) for a, b in self.asked if b - a > 1]
        ends = {b for a, b in whole if query.normal.endswith(self.normal[a:b], 0, query.gap[0])}
        numbers = phrases_of(self.normal, Shape.NUMBER) if ends else ()
        return frozenset(
            p.start
            for p in numbers
            if p.start in ends
            and not self.wanted.misses(self.normal[p.start : p.end])
            and not self.of_another_stage(p)
        )

    @cached_property
    def _follow(self) -> frozenset[int]:
        """Where numbers end behind which the noun stands that is asked by: 1162个|乡镇."""
        focus = self.reading.query.focus
        if self.reading.query.want is not Want.HOW_MANY or len(focus) < 2:
            return frozenset()
        return frozenset(p.end for p in phrases_of(self.normal, Shape.NUMBER) if self.follows(p.end))

    def of_another_stage(self, phrase: Phrase) -> float:
        """Return 1 for a number that tells by how much something changed where it is asked how much it is, and so on.

        A time changes as well, from 21点 to 23点; 从12月起 tells since when.
        """
        if self.wanted.stage is None or phrase.shape not in (Shape.NUMBER, Shape.DATE):
            return 0.0
        if phrase.shape is Shape.DATE and self.normal[phrase.end - 1] == "起":
            return 0.0
        told = stage_told(self.normal, phrase.start, phrase.end)
        return float(told not in (None, self.wanted.stage))

    @cached_property
    def owned(self) -> frozenset[int]:
        """Where numbers begin of whom it is asked: 投资回报率为4.0%,远超过大学的|1.6% where 大学的投资回报率 is asked for."""
        ends = {m.end for m in self.matches if m.unit in self.wanted.owners and m.credit == 1}
        owned = {end + 1 for end in ends if self.normal.startswith("的", end)}
        numbers = phrases_of(self.normal, Shape.NUMBER) if owned else ()
        return frozenset(p.start for p in numbers if p.start in owned and self._is_all(p))

    def _is_all(self, number: Phrase) -> bool:
        """Return whether a number counts no noun behind it, and is a share where nothing says what it must be: 医院的|6名志愿者 is not."""
        text = self.normal[number.start : number.end]
        fits = not self.wanted.misses(text) if self.wanted.measure else text.endswith("%")
        return fits and CLOSES.match(self.normal, number.end) is not None

    def is_named(self, phrase: Phrase, text: str) -> bool:
        """Return whether the question names somebody, or a name of which this is but a part: 孟老 of 孟老根."""
        torn = self.normal[phrase.start : phrase.end + 1] in self.reading.query.normal
        return text in self.wanted.named or torn

    def names(self, end: int) -> bool:
        """Return whether what is quoted up to here is the name of what is asked for: “医路生花”继续教育|项目."""
        noun, asked = self.wanted.noun, self.reading.query.want is Want.WHAT
        behind = _QUOTED_BEHIND.match(self.normal, end) if noun and asked else None
        return behind is not None and noun in behind.group()

    @cached_property
    def asked(self) -> list[Range]:
        """Where the word stands that stands right before the question word."""
        return [(m.start, m.end) for m in self.matches if m.unit == self.wanted.last]

    @cached_property
    def objects(self) -> frozenset[int]:
        """Where begins what is done, or whom to, if that is asked for: 最发愁的不是设备,是|人走得太快."""
        query, normal = self.reading.query, self.normal
        if query.want is not Want.WHAT or query.focus:
            return frozenset()
        whole = [(a, b) for a, b in self.asked if b in self.edges or normal.startswith(("来", "回"), b)]
        found = (p.start for p in find_objects(normal, whole))
        return frozenset(at for at in found if normal[at] not in "在到给")

    def settles(self, clause: str) -> bool:
        """Return whether a clause says yes or no to just what is asked: 没有学费, where it is asked whether there is one."""
        # “收取合理的管理费” doesn't say what is 合理
        said = any(re.search(f"{re.escape(word)}(?!的.)", clause) for word in self.wanted.predicate)
        return said and not leaves_open(clause)

    def opens(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a time with which a clause begins, and that a comma parts from the rest of it."""
        if phrase.shape is not Shape.DATE:
            return False
        start, end, normal = phrase.start, phrase.end, self.normal
        return (not start or normal[start - 1] in CLAUSE_END) and normal.startswith((",", "，"), end)


def leaves_open(clause: str) -> bool:
    """Return whether a clause says neither yes nor no, asks itself, or only supposes: 如果主体没变.

    >>> leaves_open("门票不涨"), leaves_open("花展延期到11月26日"), leaves_open("想知道能不能降低")
    (False, True, True)
    """
    return _SUPPOSES.match(clause) is not None or _SETTLES.search(_LEFT_OPEN.sub("", clause)) is None
