"""“那刘辉呢？” asks the last question again, of another: which of its words does the other take the place of?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from retrieval.analysis import same_length_normal
from retrieval.dictionary import general_count
from retrieval.questions import TELLING, Query, QuestionReader, Unit
from retrieval.records import Answer, Article, Hit
from retrieval.wants import Want

_LONGEST_SUBJECT = 4  # words at the head of a question that another subject may replace
_MOST_WORDS = 6  # of a question, of which the other may take the place of one
_CLAUSE_END = re.compile("[。；;!！?？\n]")
_SHORTENED = 4  # characters at most of what may be another word shortened
_LEFT_OUT = "[\u4e00-\u9fff]{0,2}"  # between two characters of a word shortened: 冠(状动)脉


def asked_of_another(
    other: str, previous: Answer, ask: Callable[[str], Answer], reader: QuestionReader
) -> Answer | None:
    """Return the answer to the last question asked of `other`: the surest that the clause tells which speaks of that.

    Where none does, the article is shown that holds it, as no answer; None where there is none, or nothing was asked.
    """
    other = _in_full(other, previous.hits[0].article) if previous.hits else other
    named = [unit for unit in reader.read(other).units if unit.say >= TELLING]
    last = reader.read(previous.understood)
    if not named or (last.gap is None and last.want is not Want.WHETHER):
        return None
    answers = [ask(text) for text in dict.fromkeys(_asked_again(last, other))]
    found = [a for a in answers if a.hits and _held(named, a.hits[0].article.text)]
    told = [a for a in found if a.answered and _held(named, _clause_of(a.hits[0]))]
    best = max(told or found, key=lambda answer: answer.confidence, default=None)
    return best and replace(best, answered=bool(told))


def _asked_again(last: Query, other: str) -> Iterator[str]:
    """Yield the last question with `other` in place of what stands at its head, but not of all, or of one of its words."""
    units = last.units[:_MOST_WORDS]
    heads = [(units[0].start, unit.end) for unit in units[: min(_LONGEST_SUBJECT, max(len(units) - 1, 1))]]
    for start, end in (*heads, *((unit.start, unit.end) for unit in units[1:])):
        yield last.normal[:start] + other + last.normal[end:]


def _held(words: Sequence[Unit], text: str) -> bool:
    normal = same_length_normal(text)
    return all(any(word in normal for word in (unit.word, *unit.others)) for unit in words)


def _clause_of(hit: Hit) -> str:
    """Return what stands around the phrase that answers, up to a full stop or a semicolon on either side."""
    text, (start, end) = hit.snippet.text, hit.snippet.answer or (0, 0)
    before = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    after = _CLAUSE_END.search(text, end)
    return text[before : after.start() if after else len(text)]


def _in_full(word: str, article: Article) -> str:
    """Return the word that `word` is short for in an article that doesn't hold it: 冠状动脉 for 冠脉; else `word`."""
    text = same_length_normal(article.text)
    if word in text or len(word) > _SHORTENED:
        return word
    found = (m.group() for m in re.finditer(_LEFT_OUT.join(map(re.escape, word)), text))
    return next((full for full in found if general_count(full)), word)
