"""Question → Answer: the best articles, the snippet of each, the citation, and whether we dare to answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from retrieval.answering.confidence import probability, weigh
from retrieval.answering.explain import explain_answer
from retrieval.answering.reprints import Found, gather_reprints
from retrieval.answering.searcher import Scored, Searcher
from retrieval.answering.snippets import make_snippet
from retrieval.answering.threads import asks_of_no_article, in_light_of
from retrieval.asking.followups import asks_for_more
from retrieval.asking.questions import Bounds, Query, QuestionReader
from retrieval.finding.find import READ_SENTENCES, find_answer
from retrieval.finding.marks import Told
from retrieval.finding.reading import Reading, Weighed
from retrieval.finding.wanted import Wanted
from retrieval.language.analysis import same_length_normal
from retrieval.records import ENOUGH, Answer, Article, Hit, Span, Tone

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

    def ask(text: str, only: Article | None = None) -> Answer:
        query = reader.read(text)
        if query.tone is not Tone.QUESTION:
            return Answer(question, False, 0.0, tone=query.tone)
        answer = compose_answer(query, searcher, reader.learned.shift, k, explain, only)
        return replace(answer, question=question, meant=text)

    if previous is None and asks_of_no_article(question, reader):
        answer = Answer(question, False, 0.0, tone=Tone.SOURCE)
    elif previous and (previous.hits or previous.more) and asks_for_more(question):
        answer = Answer(question, False, 0.0, previous.hits[1:], more=True, meant=previous.meant)
    else:
        # As typed: put before a follow-up, a headline that asks would be taken for the first of two questions.
        first = reader.first_of(question)
        answer = in_light_of(previous, first, ask, reader) if previous else ask(first)
        if first != question and answer.tone is Tone.QUESTION:
            answer = replace(answer, only=first.strip())
    return replace(answer, took_ms=(time.perf_counter() - started) * 1000)


def compose_answer(
    query: Query,
    searcher: Searcher,
    shift: float,
    k: int,
    explain: bool = False,
    only: Article | None = None,
) -> Answer:
    """Make one hit of each of the best stories; the first one's evidence decides whether we answer.

    `shift` is the corpus's calibration, added to the log-odds. `only` is the one article that may answer.
    """
    keep = only.__eq__ if only else keeper_of(query.bounds) if query.bounds else None
    question, wanted, most = Weighed(query, searcher.idf), Wanted(query), max(k, 1)
    scored = searcher.search(query.terms, most, keep)
    stories = gather_reprints(_read(scored, question, wanted))
    if len(stories) < len(scored) == most:  # what was printed again took the place of other stories
        scored = searcher.search(query.terms, most * _DEEPER, keep)
        stories = gather_reprints(_read(scored, question, wanted))[:most]
    if query.figure:  # the same number of something else makes no report
        stories = [s for s in stories if s[0].finding.told is Told.WORD] or stories
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


__all__ = ["answer_question", "cite", "compose_answer", "keeper_of"]
