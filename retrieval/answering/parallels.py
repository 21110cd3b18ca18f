"""“那刘辉呢？” asks the last question again, of another: which of its words does the other take the place of?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from retrieval.asking.questions import TELLING, Query, QuestionReader, Unit
from retrieval.asking.wants import Want
from retrieval.index.passages import around
from retrieval.language.analysis import same_length_normal
from retrieval.language.dictionary import general_count
from retrieval.language.names import is_name, names_in
from retrieval.records import TO_BE_CHECKED, Answer, Article, Hit, Range

_LONGEST_SUBJECT = 4  # words at the head of a question that another subject may replace
_MOST_WORDS = 6  # of a question, of which the other may take the place of one
_CLAUSE_END = re.compile("[。；;!！?？\n]")
_SENTENCE_END = re.compile("[。!！?？\n]")
_MARK = re.compile("[,，、。:：;；!！?？\n]")
_BESIDE = "(?:[又也则还约有为是达共仅已现]|[去今当]年)*"  # between what is parallel and what is told of it
_IDLE_ENDS = re.compile(f"^{_BESIDE}|{_BESIDE}$")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万亿]")
_SHORTENED = 4  # characters at most of what may be another word shortened
_COUNTED = re.compile("\\d[\\d.,]*[万亿]?[余多]?(?P<unit>[\u4e00-\u9fff]{1,4})$")
_NEAR = 40  # characters between another and what is counted of it
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
    if last.gap and (told_beside := _told_beside(last, other, previous, ask)):
        return told_beside
    if not named or (last.gap is None and last.want is not Want.WHETHER):
        return None
    answers = [ask(text) for text in dict.fromkeys(_asked_again(last, other))]
    found = [a for a in answers if a.hits and _held(named, a.hits[0].article.text)]
    told = [
        a
        for a in found
        if a.answered and _held(named, _clause_of(a.hits[0])) and not _stale(a, previous, other)
    ]
    best = max(told or found, key=lambda answer: answer.confidence, default=None)
    return best and replace(best, answered=bool(told))


def _asked_again(last: Query, other: str) -> Iterator[str]:
    """Yield the last question with `other` in place of what stands at its head, but not of all, or of one of its words."""
    units = last.units[:_MOST_WORDS]
    heads = [(units[0].start, unit.end) for unit in units[: min(_LONGEST_SUBJECT, max(len(units) - 1, 1))]]
    for start, end in (*heads, *((unit.start, unit.end) for unit in units[1:])):
        if last.gap and start < last.gap[1] and last.gap[0] < end:
            continue  # nothing would be asked any more
        yield last.normal[:start] + other + last.normal[end:]


def _told_beside(last: Query, other: str, previous: Answer, ask: Callable[[str], Answer]) -> Answer | None:
    """Return what the sentence that answered tells of `other` as it told the last answer: 学生85人，教师9人; None where it doesn't.

    It is no surer than the last one was, and its reader is told to check it.
    """
    if not previous.hits or (asked := previous.hits[0].snippet.answer) is None:
        return None
    hit, text = previous.hits[0], same_length_normal(previous.hits[0].snippet.text)
    sentence = around(text, asked, _SENTENCE_END)
    before = [(text.rfind(unit.word, sentence[0], asked[0]), unit) for unit in last.units]
    for at, unit in sorted(((at, unit) for at, unit in before if at >= 0), key=lambda found: -found[0]):
        if (told := _told_as(text, sentence, asked, (at, at + len(unit.word)), other)) is None:
            continue
        start, (_, end) = text.rfind(other, 0, told[0]), told
        snippet = replace(hit.snippet, highlights=((start, start + len(other)),), answer=(told[0], end))
        return replace(
            ask(last.normal[: unit.start] + other + last.normal[unit.end :]),
            answered=previous.answered,
            confidence=min(previous.confidence, TO_BE_CHECKED),
            hits=(replace(hit, snippet=snippet, reason=None), *previous.hits[1:]),
        )
    if place := _counted_beside(text, sentence, asked, other):
        start = text.find(other, *sentence)
        snippet = replace(hit.snippet, highlights=((start, start + len(other)),), answer=place)
        return replace(
            ask(f"{last.normal} {other}"),
            answered=previous.answered,
            confidence=min(previous.confidence, TO_BE_CHECKED),
            hits=(replace(hit, snippet=snippet, reason=None), *previous.hits[1:]),
        )
    return None


def _counted_beside(text: str, sentence: Range, asked: Range, other: str) -> Range | None:
    """Return what a sentence counts by the same measure as `asked` behind `other` in another of its clauses: 1493人次…,…小程序…14人次.

    The only one of that measure there: of “从25分钟缩短到3分钟” either may be meant.
    """
    counted = _COUNTED.search(text[slice(*asked)])
    at = text.find(other, *sentence)
    if not counted or at < 0 or text.find(other, at + 1, sentence[1]) >= 0 or at < asked[0]:
        return None
    same = re.compile(rf"(?:[约近超达]|超过)?\d[\d.,]*[万亿]?[余多]?{re.escape(counted['unit'])}")
    found = list(same.finditer(text, at + len(other), sentence[1]))
    near = len(found) == 1 and found[0].start() - at <= _NEAR and found[0].start() >= asked[1]
    return found[0].span() if near else None


def _told_as(text: str, sentence: Range, asked: Range, word: Range, other: str) -> Range | None:
    """Return where a sentence tells of `other` what it tells of `word` in the phrase `asked`, and by the same words between."""
    link = text[word[1] : asked[0]]
    if _MARK.search(link):
        return None
    link = _IDLE_ENDS.sub("", link.strip())
    beside = f"{re.escape(other)}{_BESIDE}{re.escape(link)}{_BESIDE}(?P<told>[^,，、。:：;；!！?？\n]+)"
    for m in re.compile(beside).finditer(text, *sentence):
        start = m.start("told")
        apart = m.end() <= word[0] or m.start() >= asked[1]
        size = _like(text[slice(*asked)], m["told"])
        if apart and size and not m["told"].startswith(text[slice(*word)]):
            return start, start + size
    return None


def _like(phrase: str, other: str) -> int:
    """Return how much of `other`, from its first character on, is of the sort of `phrase`: a name, what holds a number; 0 for none."""
    if is_name(phrase):
        return next((end for start, end in names_in(other) if start == 0), 0)
    return len(other) if bool(_NUMBER.search(phrase)) == bool(_NUMBER.search(other)) else 0


def _stale(answer: Answer, previous: Answer, other: str) -> bool:
    """Tell whether an answer is the phrase that the last one was, and its sentence speaks of `other` in a later clause."""
    hit, last = answer.hits[0], previous.hits[0] if previous.hits else None
    if not last or not hit.snippet.answer or not last.snippet.answer or hit.article.id != last.article.id:
        return False
    if hit.snippet.start + hit.snippet.answer[0] != last.snippet.start + last.snippet.answer[0]:
        return False
    text, (_, end) = same_length_normal(hit.snippet.text), hit.snippet.answer
    first, behind = around(text, hit.snippet.answer, _SENTENCE_END)
    return text.find(other, first, end) < 0 <= text.find(other, end, behind)


def _held(words: Sequence[Unit], text: str) -> bool:
    normal = same_length_normal(text)
    return all(unit.stands_in(normal) for unit in words)


def _clause_of(hit: Hit) -> str:
    """Return what stands around the phrase that answers, up to a full stop or a semicolon on either side."""
    text = hit.snippet.text
    return text[slice(*around(text, hit.snippet.answer or (0, 0), _CLAUSE_END))]


def _in_full(word: str, article: Article) -> str:
    """Return the word that `word` is short for in an article that doesn't hold it: 冠状动脉 for 冠脉; else `word`."""
    text = same_length_normal(article.text)
    if word in text or len(word) > _SHORTENED:
        return word
    found = (m.group() for m in re.finditer(_LEFT_OUT.join(map(re.escape, word)), text))
    return next((full for full in found if general_count(full)), word)
