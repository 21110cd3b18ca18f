"""Question → Answer: the best articles, the snippet of each, the citation, and whether we dare to answer."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from retrieval.analysis import same_length_normal
from retrieval.confidence import probability, weigh
from retrieval.explain import explain_answer
from retrieval.finding import READ_SENTENCES, find_answer
from retrieval.followups import (
    asks_for_more,
    in_context,
    points_back,
    quotes,
    speaks_of_somebody,
    without_lead,
)
from retrieval.lexicon import PERSON
from retrieval.names import names_in
from retrieval.questions import TELLING, Bounds, Query, QuestionReader, Unit
from retrieval.reading import Reading, Weighed
from retrieval.records import Answer, Article, Hit, Span, Tone
from retrieval.reprints import Found, gather_reprints
from retrieval.searcher import Scored, Searcher
from retrieval.snippets import make_snippet
from retrieval.wanted import STRICT, Wanted

_SOMEBODYS = re.compile(f"的{PERSON}")
ENOUGH = 0.5  # confidence from which we answer; calibration puts even odds there
FOLLOW_UP_WORDS = 3  # a question of no more telling words may lean on the last answer
# Sentences whose phrases are weighed, in the first article, the second …: what is far down is seldom read.
_READ = (READ_SENTENCES, 1, 1, 0)
_DEEPER = 4  # times as many articles are looked at where some are one story printed again


def cite(article: Article, lines: tuple[Span, ...]) -> str:
    """Return the citation of `lines`: newspaper if known, headline if printed, file and lines.

    e.g. 《健康报》:《河南中小学心理健康宣传月活动启动》,002_5d66.txt 第43行
    """
    where = "、".join(f"{a}—{b}" if b > a else str(a) for a, b in lines)
    head = f"《{article.publication}》:" if article.publication else ""
    title = f"《{' '.join(article.title.split())}》," if article.title else ""
    return f"{head}{title}{article.source} 第{where}行"


def answer_question(
    question: str,
    reader: QuestionReader,
    searcher: Searcher,
    *,
    k: int = 5,
    previous: Answer | None = None,
    explain: bool = False,
) -> Answer:
    """Answer `question` with at most `k` hits, in the light of the `previous` answer if it needs that."""
    started = time.perf_counter()

    def ask(text: str) -> Answer:
        query = reader.read(text)
        if query.tone is not Tone.QUESTION:
            return Answer(question, False, 0.0, tone=query.tone)
        answer = compose_answer(query, searcher, reader.learned.shift, k, explain)
        return replace(answer, question=question, meant=text)

    if previous and (previous.hits or previous.more) and asks_for_more(question):
        answer = Answer(question, False, 0.0, previous.hits[1:], more=True, meant=previous.meant)
    else:
        # As typed: put before a follow-up, a headline that asks would be taken for the first of two questions.
        first = reader.first_of(question)
        answer = _in_light_of(previous, first, ask, reader) if previous else ask(first)
        if first != question and answer.tone is Tone.QUESTION:
            answer = replace(answer, only=first.strip())
    return replace(answer, took_ms=(time.perf_counter() - started) * 1000)


def _in_light_of(
    previous: Answer, question: str, ask: Callable[[str], Answer], reader: QuestionReader
) -> Answer:
    """Answer a question that may lean on the last one; one that stands on its own is not bent."""
    if quotes(question):  # “……”这句话是谁说的 speaks of what it quotes
        return ask(question)
    query = reader.read(without_lead(question))
    own = [unit for unit in query.units if unit.say >= TELLING]
    named = _named(reader.read(previous.understood)) if speaks_of_somebody(question) else ""
    leaning = ask(in_context(question, previous, named))
    if points_back(question) and _speaks_of(own, leaning):
        return leaning
    plain = ask(question)
    if plain.tone is Tone.EMPTY and query.gap:
        # 谁 or 为什么 by itself asks about what was told; by its looks alone no clause can be known to tell why.
        return replace(leaning, answered=leaning.answered and query.want in STRICT)
    if plain.answered or plain.tone is not Tone.QUESTION or len(own) > FOLLOW_UP_WORDS:
        return plain
    return leaning if leaning.answered and _speaks_of(own, leaning) else plain


def _named(query: Query) -> str:
    """Return whom a question names, the last of them, "" where it names nobody or asks about who is somebody's: 李明的女儿."""
    named = (u for u in reversed(query.units) if (0, len(u.word)) in names_in(u.word))
    return next((u.word for u in named if not _SOMEBODYS.match(query.normal, u.end)), "")


def _speaks_of(words: list[Unit], answer: Answer) -> bool:
    """Tell whether the best article holds a word of the question's own, not only of what was put before it."""
    if not words or not answer.hits:
        return bool(answer.hits)
    text = same_length_normal(answer.hits[0].article.text)
    return any(word in text for unit in words for word in (unit.word, *unit.others))


def compose_answer(query: Query, searcher: Searcher, shift: float, k: int, explain: bool = False) -> Answer:
    """Make one hit of each of the best stories; the first one's evidence decides whether we answer.

    `shift` is the corpus's calibration, added to the log-odds.
    """
    keep = keeper_of(query.bounds) if query.bounds else None
    question, wanted, most = Weighed(query, searcher.idf), Wanted(query), max(k, 1)
    scored = searcher.search(query.terms, most, keep)
    stories = gather_reprints(_read(scored, question, wanted))
    if len(stories) < len(scored) == most:  # what was printed again took the place of other stories
        scored = searcher.search(query.terms, most * _DEEPER, keep)
        stories = gather_reprints(_read(scored, question, wanted))[:most]
    if not stories:
        return Answer(query.text, False, 0.0, bound=bool(query.bounds))
    best = stories[0][0]
    confidence = probability(weigh(best.reading, best.finding) + shift)
    hits = tuple(_hit(query, *story) for story in stories)
    answer = Answer(query.text, confidence >= ENOUGH, confidence, hits)
    if explain:
        answer = explain_answer(answer, [story[0] for story in stories], searcher, shift)
    return replace(answer, hits=answer.hits[:k])


def _read(scored: Iterable[Scored], question: Weighed, wanted: Wanted) -> Iterator[Found]:
    """Read the articles found with the question in mind."""
    for n, s in enumerate(scored):
        reading = Reading(question, s.entry)
        yield Found(s, reading, find_answer(reading, wanted, _READ[min(n, len(_READ) - 1)]))


def _hit(query: Query, first: Found, *again: Found) -> Hit:
    """Make a hit of a story, and of where it is printed again."""
    snippet, *others = (make_snippet(x.reading.entry, query, x.finding) for x in (first, *again))
    article = first.reading.entry.article
    also = (cite(x.reading.entry.article, other.lines) for x, other in zip(again, others, strict=True))
    return Hit(article, first.scored.score, snippet, cite(article, snippet.lines), tuple(also))


def keeper_of(bounds: Bounds) -> Callable[[Article], bool]:
    """Return the test that an article must pass under the asker's conditions."""

    def keep(article: Article) -> bool:
        text = same_length_normal(article.text)
        whence = same_length_normal(f"{article.publication or ''} {article.source}")
        section = same_length_normal(article.section or "")
        return (
            all(phrase in text for phrase in bounds.must)
            and not any(phrase in text for phrase in bounds.must_not)
            and all(source in whence for source in bounds.sources)
            and all(name in section for name in bounds.sections)
        )

    return keep


__all__ = ["ENOUGH", "answer_question", "cite", "compose_answer", "keeper_of"]
