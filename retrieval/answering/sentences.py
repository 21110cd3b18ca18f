"""What does the sentence that was just shown tell besides? “谁捐的” after “价值多少”, where one sentence has both."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.asking.questions import Query
from retrieval.asking.wants import Want
from retrieval.index.passages import around
from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import SAYING
from retrieval.language.names import is_name
from retrieval.language.patterns import one_of
from retrieval.language.phrases import Shape, phrases_of
from retrieval.records import TO_BE_CHECKED, Answer, Hit, Range

_SHAPES = {Want.WHO: Shape.PERSON, Want.WHEN: Shape.DATE}
_SENTENCE_END = re.compile("[。!！?？\n]")
_SAYS = one_of(SAYING)
_WHO_SAID = re.compile(rf"(?:[这那]一?(?:句|番)?话?|话)?(?:都?是)?谁(?:{_SAYS})的?(?:话)?[呀啊呢?。! ]*")
_SPEAKER_SAYS = re.compile(rf"[^,，。;；:：“”]{{0,4}}?{_SAYS}")
_TO_WHOM = re.compile(
    "(?:都?是)?(?:(?P<did>[\u4e00-\u9fff]{1,3})给了?谁|[给向]谁(?P<does>[\u4e00-\u9fff]{1,2}?))了?的?[呀啊呢?。! ]*"
)
_GIVES = "[赠捐发递转寄]"  # 捐赠, 赠送
_FROM_WHEN = re.compile("[从自](?:什么时候|啥时候|哪[一]?天|几月几?[号日]|几号|何时)(?:开始|起)")
_BEGINS = re.compile("[从自](?P<from>[^,，。;；]{2,16}?)(?:起|开始)")


def asks_beside(query: Query) -> bool:
    """Tell whether a question leans on what was told by the way it asks: 谁说的, 送给谁, 从哪天开始."""
    asked = query.normal.strip()
    ways = (_WHO_SAID.fullmatch(asked), _TO_WHOM.fullmatch(asked), _FROM_WHEN.match(asked))
    return any(ways)


def told_beside(query: Query, previous: Answer) -> Hit | None:
    """Return the last answer's hit with what its sentence tells of a short question marked, None where it doesn't or tells several.

    Each word of the question must stand in that sentence; who said it, where its quotation ends.
    """
    if not previous.hits:
        return None
    hit = previous.hits[0]
    # As printed, for in the snippet a blank stands where the headline ends.
    text = same_length_normal(hit.article.text[hit.snippet.start : hit.snippet.end])
    at = hit.snippet.answer or (0, 1)
    sentence = around(text, at, _SENTENCE_END)
    if _WHO_SAID.fullmatch(query.normal.strip()):
        return _marked(hit, _speaker(text, sentence))
    said = text[slice(*sentence)]
    if _FROM_WHEN.search(query.normal):
        found = [m.span("from") for m in _BEGINS.finditer(said) if phrases_of(m["from"], Shape.DATE)]
    elif to_whom := _TO_WHOM.fullmatch(query.normal.strip()):
        did = re.escape(to_whom["did"] or to_whom["does"])
        found = [
            m.span("whom")
            for m in re.finditer(rf"[向给](?P<whom>[^,，。;；]{{2,14}}?)(?={_GIVES}?{did})", said)
        ]
    elif query.units and all(unit.stands_in(said) for unit in query.units):
        shape = _SHAPES.get(query.want)
        phrases = phrases_of(said, shape) if shape else ()
        named = (p for p in phrases if shape is not Shape.PERSON or is_name(said[p.start : p.end]))
        found = [(p.start, p.end) for p in named]
    else:
        return None
    place = (sentence[0] + found[0][0], sentence[0] + found[0][1]) if len(found) == 1 else None
    return _marked(hit, place)


def checked(answer: Answer, hit: Hit) -> Answer:
    """Return `answer` with that hit as its own, which its reader is told to check."""
    others = tuple(other for other in answer.hits if other.article.id != hit.article.id)
    return replace(answer, answered=True, confidence=TO_BE_CHECKED, hits=(hit, *others))


def _speaker(text: str, sentence: Range) -> Range | None:
    """Return who is said to speak in a sentence, and in those over which its quotation goes on, where that is one."""
    start, end = sentence
    opened = text.rfind("“", 0, start)
    if opened > text.rfind("”", 0, start):
        start = around(text, (opened, opened), _SENTENCE_END)[0]
    if text.rfind("“", 0, end) > text.rfind("”", 0, end) and (closed := text.find("”", end)) >= 0:
        end = around(text, (closed, closed), _SENTENCE_END)[1]
    said = text[start:end]
    people = [p for p in phrases_of(said, Shape.PERSON) if _SPEAKER_SAYS.match(said, p.end)]
    return (start + people[0].start, start + people[0].end) if len(people) == 1 else None


def _marked(hit: Hit, place: Range | None) -> Hit | None:
    return replace(hit, snippet=replace(hit.snippet, answer=place), reason=None) if place else None
