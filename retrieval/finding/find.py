"""Find the sentence of an article that answers best, and the phrase in it.

Most questions are answered by what `evidence.py` weighs, or `outright.py` finds said in so many words; some ask of the article
itself: its headline, its story, who signed it, which paper printed it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from retrieval.asking.wants import Want
from retrieval.finding.evidence import PhraseWeigher, sentence_features
from retrieval.finding.features import SENTENCE_WEIGHTS, weighed
from retrieval.finding.marks import Finding, Told
from retrieval.finding.outright import Outright
from retrieval.finding.people import Asked, Aspect, is_surely_name, told_of
from retrieval.finding.reach import in_whole_words
from retrieval.finding.reading import Reading
from retrieval.finding.signatures import asks_who_wrote, signature_of
from retrieval.finding.speeches import speaker_of
from retrieval.finding.wanted import Wanted
from retrieval.language.analysis import same_length_normal
from retrieval.language.numerals import read_numbers
from retrieval.language.phrases import Shape, phrases_of
from retrieval.records import HEAD_ROLES, Range, Role

READ_SENTENCES = 10  # sentences of the best article whose phrases are weighed
_ASKS = 2.0  # what a sentence's score falls by for being a question
_SIGNS = 10.0  # what a signature adds where who wrote it is asked for
_HEADLINE = 6  # characters from which a headline isn't in a question by chance
# Words that only name what is asked about: a story.
_OF_STORIES = re.compile("[条篇则说讲写]|消息|报道|新闻|文章|稿子?|内容|大意")


def find_answer(reading: Reading, wanted: Wanted, read: int = READ_SENTENCES) -> Finding:
    """Return the sentence and phrase that answer best, weighing phrases of the `read` best sentences.

    Ties go to the first sentence, in it to the likeliest shape, then to what stands first.
    """
    if reading.query.want is Want.HEADLINE and reading.entry.article.title:
        return _headline(reading)
    if _asks_for_story(reading):
        return _lead(reading)
    features = sentence_features(reading)
    rows = [weighed(SENTENCE_WEIGHTS, row) for row in features]  # what speaks for each sentence
    if asks_who_wrote(reading.query, reading.entry.article):
        return _signature(reading, rows)
    if wanted.paper:
        lead = _lead(reading)
        return lead if reading.entry.article.publication else replace(lead, told=Told.NOBODY)
    if wanted.somebody and (of_them := _of_somebody(reading, rows, wanted.somebody)):
        return of_them
    if wanted.words and (speaker := _speaker(reading, rows, wanted.words)):
        return speaker
    if reading.query.keyword and (mention := _mention(reading, rows)):
        return mention
    if _says_what_it_counts(reading.query.figure):
        return _not_there(rows)
    scores = _handed_on(reading, rows)
    best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))

    def mark(of_another_kind: bool = True) -> Finding:
        """Return the phrase that answers best; no number of another kind than is asked for where so said."""
        found = Finding(best[0], -math.inf, scores)
        for i in best[:read]:
            if wanted.whether and not reading.tells(i):
                continue
            weigher = PhraseWeigher(wanted, reading, i)
            asked = features[i].near + (features[i - 1].near if weigher.lead else 0)
            better = weigher.best(scores[i], asked, found.score, of_another_kind)
            if better:
                score, phrase, of_phrase = better
                start = reading.entry.sentences[i][0] - weigher.lead
                first, last = in_whole_words(phrase, weigher.relations)
                place = (start + first, start + last)
                found = Finding(i, score, scores, place, phrase.shape, of_phrase)
        return found

    found = mark()
    if found.features and found.features.mismeasured >= 1:
        found = replace(mark(of_another_kind=False), second=True)
    return Outright(reading, wanted, found, best).told() or found


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


def _signature(reading: Reading, rows: list[float]) -> Finding:
    """Return who signed the article; where nobody did nothing else in it answers."""
    place = signature_of(reading.entry.article)
    at = place[0] if place else reading.entry.article.body_start
    sentence = reading.sentence_at(at)
    if place is None:
        return Finding(sentence, rows[sentence], tuple(rows), told=Told.NOBODY)
    return Finding(sentence, rows[sentence] + _SIGNS, tuple(rows), place, Shape.REPORTER)


def _of_somebody(reading: Reading, rows: list[float], asked: Asked) -> Finding | None:
    """Return where the article tells what is asked of somebody, None where it may tell so in another way.

    Where it doesn't say who a name is no other name answers.
    """
    place = told_of(reading.text, asked)
    if place is None:
        best = max(range(len(rows)), key=rows.__getitem__)
        # Who a name is, or where from, is told in these ways only; how old somebody is, or where they work, in others too.
        only = reading.query.want is Want.WHO if asked.aspect is Aspect.WHO else asked.aspect is Aspect.HOME
        return Finding(best, rows[best], tuple(rows)) if only and is_surely_name(asked.name) else None
    sentence = reading.sentence_at(place[0])
    return Finding(sentence, rows[sentence], tuple(rows), place, Shape.POST, told=Told.SOMEBODY)


def _speaker(reading: Reading, rows: list[float], words: str) -> Finding | None:
    """Return who says some words, None where the article doesn't hold them or name anybody beside them."""
    place = speaker_of(reading.text, words)
    if place is None:
        return None
    sentence = reading.sentence_at(place[0])
    return Finding(sentence, rows[sentence], tuple(rows), place, Shape.PERSON, told=Told.SPEAKER)


def _mention(reading: Reading, rows: list[float]) -> Finding | None:
    """Return where a word that was looked up stands in the sentence that says most of it, None where it stands in none."""
    query, text = reading.query, reading.entry.normal
    found = _figures(text, query.figure) if query.figure else _words(text, query.keyword)
    places: dict[int, Range] = {}
    for place in found:
        places.setdefault(reading.sentence_at(place[0]), place)
    if not places:
        return None
    best = max(places, key=rows.__getitem__)
    return Finding(best, rows[best], tuple(rows), places[best], told=Told.WORD)


def _not_there(rows: list[float]) -> Finding:
    """Return the nearest sentence of an article without the number or the day that was looked up."""
    best = max(range(len(rows)), key=rows.__getitem__)
    return Finding(best, rows[best], tuple(rows), told=Told.NO_WORD)


def _says_what_it_counts(figure: str) -> bool:
    """Tell whether a figure is all number and measure, or a day: 12356热线 is a number and what a page may call otherwise."""
    whole = (0, len(figure))
    return any(whole == p[:2] for shape in (Shape.NUMBER, Shape.DATE) for p in phrases_of(figure, shape))


def _words(text: str, word: str) -> Iterator[Range]:
    """Yield where a word stands in a text."""
    return (m.span() for m in re.finditer(re.escape(word), text))


def _figures(text: str, figure: str) -> Iterator[Range]:
    """Yield where a text in normal form has a number and what it counts, or a day; 12 isn't in 12356 nor in 12万.

    The number may be written otherwise.
    """
    number, *_ = read_numbers(figure)
    tail = re.sub("(?<=\\d)[日号]$", "[日号]", re.escape(figure[number.end :]))  # 5月19号 is 5月19日
    behind = re.compile(tail + (r"(?![\d.]*\d)" if figure[-1].isdigit() else ""))
    for other in read_numbers(text):
        if other.value == number.value and (rest := behind.match(text, other.end)):
            yield other.start, rest.end()


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
