"""What a page says in so many words: in a cell of a table, as what a term means, as why something is, as a list.

What stands near a question's words is weighed elsewhere; here the page has a form of its own for what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from retrieval.asking.wants import Want
from retrieval.finding.by_asking import noun_asked_for
from retrieval.finding.causes import Reason
from retrieval.finding.definitions import definition_of
from retrieval.finding.evidence import PhraseWeigher, tells_nothing
from retrieval.finding.inscriptions import asks_what_is_written, inscriptions_in
from retrieval.finding.labels import label_asked, told_of_noun, values_in
from retrieval.finding.marking import Marker
from retrieval.finding.marks import Finding, Told
from retrieval.finding.measures import Stage, number_of_things
from retrieval.finding.signatures import asks_photographer, photographer_of
from retrieval.finding.speeches import speeches_of
from retrieval.finding.ways import way_asked, ways_in
from retrieval.language.cells import cell_asked, has_figure
from retrieval.language.lists import (
    asks_contents,
    asks_inside,
    contents_told,
    has_items,
    inside_told,
    parts_told,
)
from retrieval.language.names import names_in
from retrieval.language.phrases import Shape, phrases_of
from retrieval.language.rests import find_objects
from retrieval.records import Range

_SEVERAL = re.compile("[、和与及跟至到]|[”》][“《]")
_ASKS_PARTS = re.compile("分(?:为|成|作)?哪")
_PAIR = 2
_TWO, _JOINED = re.compile("哪[两二2]"), re.compile("[和与及]")
_IN_CELLS = (Want.HOW_MANY, Want.WHO, Want.WHEN, Want.WHERE, Want.WHICH, Want.WHAT, Want.HOUSE)
_ASKS_WHERE_PRINTED = re.compile("(?:发表|刊登|刊发|登载|刊载)(?:在|于|到)了?(?:哪|什么|啥)")
_PRINTED = re.compile(
    "(?:发表|刊登|刊发|登载|刊载|发布)(?:在|于|到)了?[^。;；《]{0,16}(?P<in>《[^《》]{1,40}》)|"
    "在(?P<by>《[^《》]{1,40}》)上?(?:发表|刊登|刊发|登载|刊载|发布)|在[^。;；《]{0,16}(?P<at>《[^《》]{1,40}》)上(?:发表|刊登|刊发|登载|发布)"
)
_WAYS_IN = 3  # sentences
_TITLE = re.compile("[《》]")
_ASKS_EACH = re.compile("(?:分别|各)(?:是|为|有|占)?(?:多少|几|多[大高长])")
_UNIT = re.compile(r"^\D*[\d.,一二两三四五六七八九十百千万亿]+")  # what stands before a number's unit, and it
_BESIDE = 24  # characters between two numbers that are told together
_AGAIN = re.compile("[;；,，](?P<lead>[\u4e00-\u9fff]{0,4})")
_SAYS_WHAT = "[”』」》]?(?:[(（][^()（）]*[)）])?(?:就|也)?(?:是|为|叫|指|[:：])"
_TOLD_OF = re.compile(
    "(?P<noun>[\u4e00-\u9fff]{2})(?:(?:[上里]面?)?写的是?(?:什么|啥)|(?:该|要|到底)?(?:咋|怎么|如何)[做弄][的呢呀啊? ]*$)"
)
_WRITTEN_IN = _VALUES_IN = 3  # sentences
_LISTED_IN = 2  # sentences: a list may stand after what it is a list of


def _printed_in(text: str) -> Iterator[Range]:
    """Yield where it is said in which journal something was printed: 发表在国际期刊|《…》."""
    return (m.span(m.lastgroup or 0) for m in _PRINTED.finditer(text))


class Outright(Marker):
    """Finds what an article says in so many words."""

    def told(self) -> Finding | None:
        """Return what the article says in so many words, None where it doesn't."""
        if cell := self._cell():
            return cell
        if self.wanted.speaker and (speech := self._speech(self.wanted.speaker)):
            return speech
        normal = self.reading.query.normal
        if _ASKS_WHERE_PRINTED.search(normal):
            return self.first(_printed_in, Told.PHRASE, _LISTED_IN + 1)
        if asks_contents(normal) and (contents := self.first(contents_told, Told.LIST, _LISTED_IN)):
            return contents
        if asks_inside(normal) and (inside := self.first(inside_told, Told.LIST, _LISTED_IN + 1)):
            return inside
        match self.reading.query.want:
            case Want.DEFINITION:
                return self._meaning()
            case Want.WHAT if self.reading.query.term:
                return self._meaning() or self._nothing_said()
            case Want.WHAT | Want.LIST if asks_what_is_written(normal):
                return self.first(inscriptions_in, Told.WRITTEN, _WRITTEN_IN) or self._of_noun()
            case Want.WHAT if does := way_asked(normal):
                return self._way(does)
            case Want.WHAT if label := label_asked(self.reading.query):
                return self.first(lambda text: values_in(text, label), Told.VALUE, _VALUES_IN)
            case Want.WHAT:
                return self._of_noun()
            case Want.WHY:
                return Reason(self.reading, self.wanted, self.found, self.best).told()
            case Want.LIST:
                return self._list()
            case Want.WHO:
                return self._photographer() or self._of_so_many()
            case Want.HOW_MANY:
                return self._both()
        return None

    def _photographer(self) -> Finding | None:
        """Return who signed the one photograph of the article where it is asked who took it."""
        if not asks_photographer(self.reading.query.normal) or (place := photographer_of(self.text)) is None:
            return None
        i = self.reading.sentence_at(place[0])
        return replace(self.found, sentence=i, phrase=place, shape=Shape.REPORTER, told=Told.PHRASE)

    def _of_noun(self) -> Finding | None:
        """Return what a colon leads to behind the noun that is asked by, or what 这是 says to be that."""
        query = self.reading.query
        named = _TOLD_OF.search(query.normal)
        noun = named["noun"] if named else noun_asked_for(query)[-2:]
        if not noun:
            return None
        rank = {sentence: n for n, sentence in enumerate(self.best[:_VALUES_IN])}
        told = ((self.reading.sentence_at(at), place) for place, at in told_of_noun(self.text, noun))
        ranked = [(rank[sentence], place) for sentence, place in told if sentence in rank]
        return self.at(min(ranked)[1], Told.VALUE) if ranked else None

    def _way(self, does: str) -> Finding | None:
        """Return how something is done; nothing where the page only has a headline or a title that holds the verb."""
        if way := self.first(lambda text: ways_in(text, does), Told.WAY, _WAYS_IN):
            return way
        found, phrase = self.found, self.found.phrase
        named = phrase is not None and (
            _TITLE.search(self.text, *phrase) or not self.reading.tells(found.sentence)
        )
        return replace(found, phrase=None, shape=None, features=None) if named else None

    def _both(self) -> Finding | None:
        """Return from one number to the other where it is asked how much either of two is: 分别是多少."""
        found = self.found
        if (
            found.phrase is None
            or found.shape is not Shape.NUMBER
            or not _ASKS_EACH.search(self.reading.query.normal)
        ):
            return None
        first = self.sentences[found.sentence][0]
        start, end = found.phrase
        unit = _UNIT.sub("", self.text[start:end])
        others = [
            (first + p.start, first + p.end)
            for p in phrases_of(self.reading.text_of(found.sentence), Shape.NUMBER)
            if _UNIT.sub("", self.reading.text_of(found.sentence)[p.start : p.end]) == unit
        ]
        near = [(a, b) for a, b in others if 0 < start - b <= _BESIDE or 0 < a - end <= _BESIDE]
        if len(near) != 1:
            return None
        (a, b) = near[0]
        return replace(found, phrase=(min(a, start), max(b, end)), told=Told.LIST)

    def _told_again(self) -> Finding | None:
        """Return all that is told with the question's own verb again and again: 首次提出A;首次提出B;首次提出C."""
        i = self.found.sentence
        text = self.reading.text_of(i)
        relations = PhraseWeigher(self.wanted, self.reading, i).relations
        asked = [(a, b) for a, b in relations.asked if b - a > 1]
        told = list(find_objects(text, asked))
        # What begins each of them but the first begins that too: 首次|提出.
        leads = [_AGAIN.fullmatch(text, p.end, a) for p, (a, _) in zip(told, asked[1:], strict=False)]
        if not leads or not all(m and text.endswith(m["lead"], 0, asked[0][0]) for m in leads):
            return None
        return self.marked(i, [(told[0].start, told[-1].end)], Told.LIST)[0]

    def _cell(self) -> Finding | None:
        """Return the cell of a table that is asked for: what stands near it says nothing of it."""
        query = self.reading.query
        if query.want not in _IN_CELLS or self.wanted.stage in (Stage.BEFORE, Stage.CHANGE):
            return None
        # 多少人 is asked by what is counted, and any column may be of that.
        focus = "" if query.want is Want.HOW_MANY and len(query.focus) == 1 else query.focus
        place = cell_asked(self.text, query.normal, focus, self._misses)
        if place is None:
            return None
        return Finding(
            self.reading.sentence_at(place[0]), self.found.score, self.found.scores, place, told=Told.CELL
        )

    def _misses(self, cell: str) -> float:
        """Return how little a cell is what is asked for: a day where it is asked when, and no figure where it is asked who."""
        match self.reading.query.want:
            case Want.WHEN:
                return float(not phrases_of(cell, Shape.DATE))
            case Want.WHO:
                return float(has_figure(cell))
        return self.wanted.misses(cell)

    def _meaning(self) -> Finding | None:
        """Return where it is said what the term means that is asked about."""
        place = definition_of(self.text, self.reading.query, self.reading.entry.article.body_start)
        return self.at(place, Told.MEANING) if place else None

    def _nothing_said(self) -> Finding | None:
        """Return that nothing says what the one word is that is asked about, None where a sentence does: 车牌号|是浙A12345.

        Near one word alone anything may stand.
        """
        found, term = self.found, re.escape(self.reading.query.term)
        if re.search(term + _SAYS_WHAT, self.reading.text_of(found.sentence)):
            return None
        return Finding(found.sentence, found.score, found.scores)

    def _speech(self, who: str) -> Finding | None:
        """Return what somebody is quoted with, the first sentence of it, where most of the question's words stand beside it."""
        scores, sentence_at = self.found.scores, self.reading.sentence_at
        said = [
            (max(scores[sentence_at(named)], scores[sentence_at(start)]), -start, end)
            for named, (start, end) in speeches_of(self.text, who)
        ]
        if not said:
            return None
        _, start, end = max(said)
        _, last = self.sentences[sentence_at(-start)]
        words = self.text[-start : min(end, last)].rstrip("。,，")
        return self.at((-start, -start + len(words)), Told.SPEECH)

    def _list(self) -> Finding | None:
        """Return a list where several things are asked for and one is marked."""
        phrase = self.found.phrase
        if _ASKS_PARTS.search(self.reading.query.normal):
            parts = self.first(parts_told, Told.LIST, _LISTED_IN)
            if parts:
                return parts
        if of_so_many := self._of_so_many():
            return of_so_many
        if again := self._told_again():
            return again
        if self.wanted.people or (phrase and _SEVERAL.search(self.text, *phrase)):
            return None
        return self.first(self._lists_in, Told.LIST, _LISTED_IN)

    def _of_so_many(self) -> Finding | None:
        """Return a list of just so many things as are asked for: 哪三种 isn't answered by two, nor by what is but one of them."""
        n, phrase = number_of_things(self.reading.query), self.found.phrase
        # 和 joins two of anything; where it is asked which two, what stands near the question's words tells better.
        if n is None or (n == _PAIR and not self.wanted.people):
            return None
        if phrase and has_items(self.text[slice(*phrase)], n):
            return None

        def so_many(text: str) -> Iterator[Range]:
            for start, end, _ in phrases_of(text, Shape.LIST):
                told = text[start:end]
                people = not self.wanted.people or all(map(names_in, told.split("、")))
                if people and has_items(told, n) and not tells_nothing(text, start, end):
                    yield start, end

        return self.first(so_many, Told.LIST, _LISTED_IN)

    def _lists_in(self, text: str) -> Iterator[Range]:
        """Yield what stands one after the other, and two things joined by 和 where two are asked for."""
        of_two = _TWO.search(self.reading.query.normal) is not None
        for shape in (Shape.LIST, Shape.CLAUSE) if of_two else (Shape.LIST,):
            for start, end, _ in phrases_of(text, shape):
                if not tells_nothing(text, start, end) and (
                    shape is Shape.LIST or _JOINED.search(text, start, end)
                ):
                    yield start, end
