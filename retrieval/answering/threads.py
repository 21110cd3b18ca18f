"""What is a follow-up about: what was just told, or something that it names itself? And what does it find there?

A short question says little that a page could hold, so what it is about is put before it. Those words stand in that article
whatever is asked, and would make any phrase there look sure: an answer counts that the question finds there without them.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Protocol

from retrieval.answering.confidence import probability
from retrieval.answering.parallels import asked_of_another
from retrieval.answering.sentences import asks_beside, checked, told_beside
from retrieval.asking.followups import (
    another_asked_of,
    asked_of_the_article,
    headline_of,
    in_context,
    points_back,
    quotes,
    speaks_of_somebody,
    without_lead,
    without_pointers,
)
from retrieval.asking.questions import TELLING, Query, QuestionReader, Unit
from retrieval.asking.wants import AROUND, Want
from retrieval.finding.by_asking import COPULA
from retrieval.finding.wanted import FITS, STRICT
from retrieval.index.passages import around
from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import PERSON, PLACES
from retrieval.language.names import is_name
from retrieval.language.phrases import Shape, marked_causes, phrases_of
from retrieval.records import ENOUGH, TO_BE_CHECKED, Answer, Article, Hit, Tone

FOLLOW_UP_WORDS = 3  # a question of no more telling words may lean on the last answer
_NAMING = 0.75  # say from which a word names something: 月嫂, 床位; 成立, 占地 and 院长 are said of anything
_OPENING = 20  # characters by which an article without a headline is found
_STRANGE = 2  # telling words that an article lacks, from which a question is about something else
_ASPECT = re.compile("[了过着]")
_OF_AN_EVENT = frozenset({Want.WHEN, Want.WHERE, Want.WHY})  # and how: what stands behind is what happened
_LIKELY = 0.9  # confidence of what is found with what was put before a follow-up
_HOW = re.compile("怎[么样]|如何|咋")
_MARK = re.compile("[,，。;；!！?？\n]")
_SOMEBODYS = re.compile(f"的{PERSON}")


class Ask(Protocol):
    """Answers a text, from one article alone where one is given."""

    def __call__(self, text: str, only: Article | None = None) -> Answer:
        """Answer."""


def asks_of_no_article(question: str, reader: QuestionReader) -> bool:
    """Tell whether a question asked first is of 这篇文章, and doesn't say of which."""
    if (asked := asked_of_the_article(question)) is None:
        return False
    query = reader.read(asked)
    return not any(_names(unit, query) for unit in query.units)


def in_light_of(previous: Answer, question: str, ask: Ask, reader: QuestionReader) -> Answer:
    """Answer a question that may lean on the last one; one that stands on its own is not bent.

    What isn't found that way, and names nothing, may stand in the very sentence that was shown.
    """
    query = reader.read(without_lead(question))
    answer = _leaning(previous, question, query, ask, reader)
    lean = (
        answer.tone in (Tone.QUESTION, Tone.EMPTY)
        and not answer.sure
        and asked_of_the_article(question) is None  # who wrote it isn't told by what it says
        and (asks_beside(query) or not _has_subject(query))
    )
    if lean and not query.bounds and _told_of(previous, reader) and (hit := told_beside(query, previous)):
        return checked(replace(answer, question=question, tone=Tone.QUESTION), hit)
    return answer


def _leaning(previous: Answer, question: str, query: Query, ask: Ask, reader: QuestionReader) -> Answer:
    if query.tone not in (Tone.QUESTION, Tone.EMPTY):  # 这篇讲了什么 points back, and asks no phrase
        return Answer(question, False, 0.0, tone=query.tone)
    if quotes(question) or query.bounds:  # “……”这句话是谁说的 speaks of what it quotes
        return ask(question)
    if (other := another_asked_of(question)) and (told := asked_of_another(other, previous, ask, reader)):
        return told
    shown = previous.hits[0].article if previous.hits else None
    asked = asked_of_the_article(question)
    if shown and asked is not None and _fits(reader.read(asked), shown):
        called = headline_of(shown) or " ".join(shown.text[:_OPENING].split())
        return ask(f"{called} {question}", shown)  # by its headline or its first words it is found
    about = _told_of(previous, reader)
    named = _named(reader.read(previous.understood)) if speaks_of_somebody(question) else ""
    context = in_context(question, previous, named, shown=about is not None)
    if query.want is Want.HOW_MANY and context.endswith(question):
        # A number told, or in the headline, would be an echo: “连续3天” hid “为期3天” from 持续几天.
        context = _without_figures(context[: -len(question)]) + question
    if points_back(question) and (told := _pointed_at(query, question, context, about, ask)):
        return told
    plain = ask(question)
    if plain.tone is Tone.EMPTY and query.gap:
        return _by_question_word(query, ask(context, about))
    if plain.tone is not Tone.QUESTION or about is None or query.keyword or not _fits(query, about):
        return plain
    stands = len(_telling(query)) > FOLLOW_UP_WORDS or _has_subject(query)
    if stands and plain.answered:
        return plain
    told = _from(about, without_lead(question), context, ask, query)
    return told if told.answered or not stands else plain


def _without_figures(told: str) -> str:
    """Return what is put before a follow-up without its numbers."""
    for start, end, _ in phrases_of(same_length_normal(told), Shape.NUMBER):
        told = told[:start] + " " * (end - start) + told[end:]
    return " ".join(told.split()) + " "


def _told_of(previous: Answer, reader: QuestionReader) -> Article | None:
    """Return the article that the last answer was about, shown with no answer too where it is on what was asked."""
    if not previous.hits:
        return None
    article = previous.hits[0].article
    shown = previous.answered or previous.more or _fits(reader.read(previous.understood), article)
    return article if shown else None


def _pointed_at(query: Query, question: str, context: str, about: Article | None, ask: Ask) -> Answer | None:
    """Answer what asks of 他, 它 or 这家医院: somebody may do more elsewhere, a thing is the article's; None where it isn't there.

    “河池那家医院” is no pointer back: a question that names what it is about is read without.
    """
    somebody = speaks_of_somebody(question)
    if _has_subject(query) and not somebody:
        return None
    leaning = ask(context)
    if not leaning.hits or not _fits(query, leaning.hits[0].article):
        return None
    elsewhere = about is None or leaning.hits[0].article.id != about.id
    if elsewhere or somebody or not _telling(query):
        return leaning
    return _from(about, without_pointers(question), context, ask, query)


def _by_question_word(query: Query, leaning: Answer) -> Answer:
    """Answer 谁 or 为什么 by itself, which asks about what was told.

    What fits by its looks alone is never sure; and by its looks no clause tells why unless it says so: 为保障安全.
    """
    phrase = leaning.hits[0].snippet.answer_text if leaning.hits else ""
    if query.want is Want.WHY:
        says_so = any(marked_causes(same_length_normal(phrase or "")))
        return replace(leaning, answered=leaning.answered and says_so)
    told = same_length_normal(phrase or "")
    fits = query.want in STRICT and any(phrases_of(told, shape) for shape in FITS[query.want][0])
    answered = leaning.answered and fits
    return replace(leaning, answered=answered, confidence=min(leaning.confidence, TO_BE_CHECKED))


def _from(article: Article | None, question: str, context: str, ask: Ask, query: Query) -> Answer:
    """Answer from one article what the question finds there by itself, or as well as with what was put before it.

    What is found only with that, or hardly without it, answers where its clause holds each of the question's own words; to be checked.
    """
    wide = ask(context)
    if not wide.hits or not article or wide.hits[0].article.id != article.id:
        wide = ask(context, article)
    bare = ask(question, article)
    if bare.answered:
        return replace(bare, hits=(bare.hits[0], *wide.hits[1:]), meant=context)
    agreed = _phrase(wide) is not None and _phrase(wide) == _phrase(bare)
    confidence = _between(wide.confidence, bare.confidence) if agreed else 0.0
    # Found both ways, or asked by nothing but the kind of phrase: 几点到几点.
    if wide.confidence >= _LIKELY and (agreed or (query.want in STRICT and not _telling(query))):
        confidence = max(confidence, TO_BE_CHECKED)
    if confidence < ENOUGH <= wide.confidence and _spoken_beside(query, wide.hits[0]):
        confidence = min(wide.confidence, TO_BE_CHECKED)
    return replace(wide, answered=wide.answered and confidence >= ENOUGH, confidence=confidence)


def _spoken_beside(query: Query, hit: Hit) -> bool:
    """Tell whether the clause of the phrase that answers holds all that a question tells besides its question word: 建 of 谁建的."""
    told = _telling(query)
    if hit.snippet.answer is None or query.want not in STRICT or not told:
        return False
    text, (start, end) = same_length_normal(hit.snippet.text), hit.snippet.answer
    first, last = around(text, (start, end), _MARK)
    clause = text[first:start] + " " + text[end:last]
    return all(unit.stands_in(clause) for unit in told)


def _phrase(answer: Answer) -> tuple[str, str] | None:
    """Return the phrase that is marked, and of which article."""
    hit = answer.hits[0] if answer.hits else None
    return (hit.article.id, hit.snippet.answer_text or "") if hit and hit.snippet.answer else None


def _between(a: float, b: float) -> float:
    """Return the confidence halfway between two, in log-odds."""
    return probability(sum(math.log(max(p, 1e-9) / max(1 - p, 1e-9)) for p in (a, b)) / 2)


def _fits(query: Query, article: Article) -> bool:
    """Tell whether a question names nothing that an article lacks: it may be about that one."""
    text = same_length_normal(article.text)
    lacking = [unit for unit in _telling(query) if not unit.stands_in(text)]
    return len(lacking) < _STRANGE and not any(_names(unit, query) for unit in lacking)


def _telling(query: Query) -> list[Unit]:
    return [unit for unit in query.units if unit.say >= TELLING]


def _names(unit: Unit, query: Query) -> bool:
    """Tell whether a word names a thing, somebody or a place, and doesn't tell what happened: 开诊 of 什么时候开诊, 建了."""
    if unit.word in PLACES or is_name(unit.word):
        return True
    if _ASPECT.match(query.normal, unit.end) or _ASPECT.search(unit.word[-1]):
        return False
    return unit.say >= _NAMING and not _happened(unit, query)


def _happened(unit: Unit, query: Query) -> bool:
    """Tell whether a word is all that stands behind when, where or how."""
    if query.gap is None or unit.start < query.gap[1]:
        return False
    asks = query.want in _OF_AN_EVENT or _HOW.match(query.normal, query.gap[0])
    return bool(asks) and not query.normal[unit.end :].strip(AROUND + "的了呢呀啊")


def _has_subject(query: Query) -> bool:
    """Tell whether a question names more than what it asks for: 月嫂 of 培养了多少月嫂 is that, so is 床位 of 床位有多少."""
    return any(_names(unit, query) and not _is_asked(unit, query) for unit in query.units)


def _is_asked(unit: Unit, query: Query) -> bool:
    """Tell whether a common word stands beside the question word."""
    if query.gap is None or unit.word in PLACES or is_name(unit.word):
        return False
    if unit.start >= query.gap[1]:
        return not query.normal[query.gap[1] : unit.start].strip()
    return query.want in STRICT and COPULA.fullmatch(query.normal[unit.end : query.gap[0]]) is not None


def _named(query: Query) -> str:
    """Return whom a question names, the last of them, "" where it names nobody or asks about who is somebody's: 李明的女儿."""
    named = (u for u in reversed(query.units) if is_name(u.word))
    return next((u.word for u in named if not _SOMEBODYS.match(query.normal, u.end)), "")
