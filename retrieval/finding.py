"""Find the sentence of an article that answers best, and the phrase in it.

Most questions are answered by what `evidence.py` weighs; some ask of the article itself: its headline, its story, who
signed it, which paper printed it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from operator import mul

from retrieval.analysis import same_length_normal
from retrieval.cells import cell_asked
from retrieval.definitions import definition_of
from retrieval.evidence import (
    PHRASE_WEIGHTS,
    SENTENCE_WEIGHTS,
    PhraseFeatures,
    PhraseWeigher,
    Wanted,
    sentence_features,
)
from retrieval.phrases import Phrase, Shape, marked_causes, phrases_of
from retrieval.questions import Want
from retrieval.reading import Reading
from retrieval.records import HEAD_ROLES, Range, Role
from retrieval.signatures import asks_who_wrote, signature_of

READ_SENTENCES = 10  # sentences of the best article whose phrases are weighed
_ASKS = 2.0  # what a sentence's score falls by for being a question
_SIGNS = 10.0  # what a signature adds where who wrote it is asked for
_ASKED_ITSELF = 0.6  # of a phrase that the question has too: that is no reason
_SEVERAL = re.compile("[、和与及跟至到]|[”》][“《]")
_HEADLINE = 6  # characters from which a headline isn't in a question by chance
# Words that only name what is asked about: a story.
_OF_STORIES = re.compile("[条篇则说讲写]|消息|报道|新闻|文章|稿子?|内容|大意")


class Told(Enum):
    """What answers: something that the article says, or the article itself."""

    PHRASE = "what its evidence weighs most"
    CELL = "the row and the column of a table that are asked for meet here"
    STORY = "the story itself is asked for, which no phrase answers"
    NOBODY = "who signed or printed it is asked for, and nothing tells"
    WORD = "a word was looked up, and stands here"


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of an article that answers best, and the phrase in it, if one is good enough.

    `scores` holds the score of every sentence, `features` those of the phrase; `phrase` is a range of the
    article's text.
    """

    sentence: int
    score: float
    scores: tuple[float, ...]
    phrase: Range | None = None
    shape: Shape | None = None
    features: PhraseFeatures | None = None
    told: Told = Told.PHRASE


def find_answer(reading: Reading, wanted: Wanted, read: int = READ_SENTENCES) -> Finding:
    """Return the sentence and phrase that answer best, weighing phrases of the `read` best sentences.

    Ties go to the first sentence, in it to the likeliest shape, then to what stands first.
    """
    if reading.query.want is Want.HEADLINE and reading.entry.article.title:
        return _headline(reading)
    if _asks_for_story(reading):
        return _lead(reading)
    if asks_who_wrote(reading.query, reading.entry.article):
        return _signature(reading)
    if wanted.paper:
        return (
            _lead(reading) if reading.entry.article.publication else replace(_lead(reading), told=Told.NOBODY)
        )
    features = sentence_features(reading)
    if reading.query.keyword and (mention := _mention(reading, _weighed(features))):
        return mention
    scores = _handed_on(reading, _weighed(features))
    best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    found = Finding(best[0], -math.inf, scores)
    for i in best[:read]:
        if wanted.whether and (reading.asks(i) or reading.roles[i] in HEAD_ROLES):
            continue  # a question, and a headline, say what it is about and not whether
        weigher = PhraseWeigher(wanted, reading, i)
        asked = features[i][1] + (features[i - 1][1] if weigher.lead else 0)
        better = weigher.best(scores[i], asked, found.score)
        if better:
            score, phrase, of_phrase = better
            start = reading.entry.sentences[i][0] - weigher.lead
            place = (start + phrase.start, start + phrase.end)
            found = Finding(i, score, scores, place, phrase.shape, of_phrase)
    return (
        _in_table(reading, wanted, found)
        or _defined(reading, wanted, found)
        or _caused(reading, wanted, found, best)
        or _listed(reading, wanted, found, best)
        or found
    )


def _in_table(reading: Reading, wanted: Wanted, found: Finding) -> Finding | None:
    """Return the cell of a table that is asked for, None where none is: what stands near it says nothing of it."""
    query, entry = reading.query, reading.entry
    cell = cell_asked(entry.normal, query.normal, query.focus, wanted.misses)
    if cell is None:
        return None
    row = next(i for i, (_, end) in enumerate(entry.sentences) if end >= cell[1])
    return Finding(row, found.score, found.scores, cell, told=Told.CELL)


def _defined(reading: Reading, wanted: Wanted, found: Finding) -> Finding | None:
    """Return where it is said what the term means that is asked about, None where it isn't asked, or said."""
    if reading.query.want is not Want.DEFINITION:
        return None
    place = definition_of(reading.entry.normal, reading.query)
    return _marked_at(place, Shape.GLOSS, reading, wanted, found) if place else None


def _caused(reading: Reading, wanted: Wanted, found: Finding, best: Sequence[int]) -> Finding | None:
    """Return why something is, where the best sentence of the body has a word that says so; None where that isn't asked.

    What is asked about stands amid the question's words, and its reason has none of them.
    """
    if reading.query.want is not Want.WHY:
        return None
    for i in _told_in(reading, best)[:1]:
        start = reading.entry.sentences[i][0]
        places = [(start + a, start + b) for a, b in marked_causes(reading.sentence(i).normal)]
        return _best_of(places, Shape.CAUSE, reading, wanted, found)
    return None


def _listed(reading: Reading, wanted: Wanted, found: Finding, best: Sequence[int]) -> Finding | None:
    """Return the list in the best two sentences of the body where several things are asked for and one is marked; else None."""
    if reading.query.want is not Want.LIST:
        return None
    if found.phrase and _SEVERAL.search(reading.entry.normal, *found.phrase):
        return None
    for i in _told_in(reading, best)[:2]:
        start = reading.entry.sentences[i][0]
        lists = phrases_of(reading.sentence(i).normal, Shape.LIST)
        places = [(start + phrase.start, start + phrase.end) for phrase in lists]
        if better := _best_of(places, Shape.LIST, reading, wanted, found):
            return better
    return None


def _told_in(reading: Reading, best: Sequence[int]) -> list[int]:
    """Return which of some sentences tell something: headlines only name it, and questions ask."""
    return [i for i in best if reading.roles[i] not in HEAD_ROLES and not reading.asks(i)]


def _best_of(
    places: Iterable[Range], shape: Shape, reading: Reading, wanted: Wanted, found: Finding
) -> Finding | None:
    """Return the best of some phrases that the question doesn't have itself, None where there is none."""
    marked = [_marked_at(place, shape, reading, wanted, found) for place in places]
    others = [x for x in marked if x.features and x.features.inside < _ASKED_ITSELF]
    return max(others, key=lambda x: x.score, default=None)


def _marked_at(place: Range, shape: Shape, reading: Reading, wanted: Wanted, found: Finding) -> Finding:
    """Return the finding with this range of the text for its phrase."""
    i = next(i for i, (_, end) in enumerate(reading.entry.sentences) if end >= place[1])
    weigher = PhraseWeigher(wanted, reading, i)
    start = reading.entry.sentences[i][0] - weigher.lead
    features = weigher.features(Phrase(place[0] - start, place[1] - start, shape))
    score = found.scores[i] + sum(map(mul, PHRASE_WEIGHTS, features))
    return replace(found, sentence=i, score=score, phrase=place, shape=shape, features=features)


def _weighed(features: list[tuple[float, ...]]) -> list[float]:
    return [sum(map(mul, SENTENCE_WEIGHTS, row)) for row in features]


def _handed_on(reading: Reading, scores: list[float]) -> tuple[float, ...]:
    """Return the scores of the sentences, a question's being those of the sentence that answers it.

    “问：孩子高烧要不要捂汗？答：千万不要。” has all the reader's words in what the page itself asks.
    """
    for i in range(len(scores) - 1):
        if reading.asks(i) and not reading.asks(i + 1):
            scores[i], scores[i + 1] = scores[i] - _ASKS, max(scores[i], scores[i + 1])
    return tuple(scores)


def _asks_for_story(reading: Reading) -> bool:
    """Return whether the question is the whole headline and no other word that counts: “…”这条消息说了什么？"""
    query = reading.query
    title = "".join((reading.entry.article.title or "").split()) if query.want is Want.WHAT else ""
    if len(title) < _HEADLINE or (title := same_length_normal(title)) not in "".join(query.normal.split()):
        return False
    words = ["".join(unit.word.split()) for unit in query.units]
    return all(word in title or _OF_STORIES.fullmatch(word) for word in words)


def _signature(reading: Reading) -> Finding:
    """Return who signed the article; where nobody did nothing else in it answers."""
    place = signature_of(reading.entry.article)
    rows = _weighed(sentence_features(reading))
    at = place[0] if place else reading.entry.article.body_start
    sentence = max((i for i, (start, _) in enumerate(reading.entry.sentences) if start <= at), default=0)
    if place is None:
        return Finding(sentence, rows[sentence], tuple(rows), told=Told.NOBODY)
    return Finding(sentence, rows[sentence] + _SIGNS, tuple(rows), place, Shape.REPORTER)


def _mention(reading: Reading, scores: list[float]) -> Finding | None:
    """Return where a word that was looked up stands in the sentence that says most of it, None where it stands in none."""
    word, sentences = reading.query.keyword, reading.entry.sentences
    held = [i for i, (start, end) in enumerate(sentences) if word in reading.entry.normal[start:end]]
    if not held:
        return None
    best = max(held, key=scores.__getitem__)
    at = reading.entry.normal.index(word, sentences[best][0])
    return Finding(best, scores[best], tuple(scores), (at, at + len(word)), told=Told.WORD)


def _lead(reading: Reading) -> Finding:
    """Return the first sentence of the body, and those after it as they come."""
    sentences, body = reading.entry.sentences, reading.entry.article.body_start
    first = next((i for i, (start, _) in enumerate(sentences) if start >= body), 0)
    scores = tuple((first - i) / 10 if i >= first else -9.0 for i in range(len(sentences)))
    return Finding(first, 0.0, scores, told=Told.STORY)


def _headline(reading: Reading) -> Finding:
    article = reading.entry.article
    title = next(p for p in article.parts if p.role is Role.TITLE)
    sentence = next(i for i, (start, _) in enumerate(reading.entry.sentences) if start >= title.start)
    scores = tuple(float(role in HEAD_ROLES) for role in reading.roles)
    return Finding(sentence, 10.0, scores, (title.start, title.end), Shape.QUOTED)
