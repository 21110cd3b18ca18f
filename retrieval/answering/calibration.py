"""Calibrate silence to a corpus: ask it questions made from its own sentences, with and without the sentence.

Where a corpus repeats itself, a question whose answer was taken away still finds much that looks like one;
there the bar must be higher than in a corpus where every article has a topic of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from retrieval.answering.confidence import weigh
from retrieval.answering.searcher import Searcher
from retrieval.asking.questions import Query, QuestionReader
from retrieval.finding.find import find_answer
from retrieval.finding.reading import Reading, Weighed
from retrieval.finding.wanted import Wanted
from retrieval.index.indexing import IndexedArticle, without_sentence
from retrieval.index.learned import Learned, learn
from retrieval.language.analysis import Analyzer
from retrieval.language.phrases import Phrase, Shape, find_phrases
from retrieval.records import Role

SAMPLES = 40  # questions; more change the shift by less than 0.1
REFERENCE = 1.8  # the middle between both kinds on the corpora that the weights were fitted on
MOST_SHIFT = 0.8  # log-odds; calibration corrects, it does not decide
_ASK = {
    Shape.NUMBER: "多少",
    Shape.DATE: "什么时候",
    Shape.PERSON: "谁",
    Shape.ORGANISATION: "哪家",
    Shape.QUOTED: "什么",
}

Read = Callable[[str], Query]


def learn_all(entries: Iterable[IndexedArticle], searcher: Searcher, analyzer: Analyzer) -> Learned:
    """Learn everything that a corpus, or a sample of a large one, teaches: words, aliases and calibration."""
    entries = list(entries)
    learned = learn(entries, analyzer)
    reader = QuestionReader(analyzer, learned, searcher.holds)
    return replace(learned, shift=calibrate(entries, searcher, reader.read, analyzer))


def calibrate(entries: Iterable[IndexedArticle], searcher: Searcher, read: Read, analyzer: Analyzer) -> float:
    """Return the shift of the log-odds for this corpus; 0 where it is too small to tell."""
    with_it, without = [], []
    for question, entry, sentence in _questions(list(entries)):
        query = read(question)
        with_it.append(_log_odds(query, searcher))
        without.append(_log_odds(query, searcher.without(without_sentence(entry, sentence, analyzer))))
    if len(with_it) < SAMPLES // 4:
        return 0.0
    middle = (_quantile(with_it, 0.2) + _quantile(without, 0.8)) / 2
    return max(-MOST_SHIFT, min(MOST_SHIFT, (REFERENCE - middle) / 2))


def _log_odds(query: Query, searcher: Searcher) -> float:
    scored = searcher.search(query.terms, 1)
    if not scored:
        return -5.0
    reading = Reading(Weighed(query, searcher.idf), scored[0].entry)
    return weigh(reading, find_answer(reading, Wanted(query)))


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]


def _questions(entries: list[IndexedArticle]) -> Iterator[tuple[str, IndexedArticle, int]]:
    """Yield (question, article, sentence), about one an article, SAMPLES at most, always the same ones."""
    ranked = sorted(entries, key=lambda e: _hash(e.article.id))
    rounds = -(-SAMPLES // max(len(ranked), 1))
    made = 0
    for n in range(min(rounds, 4)):
        for entry in ranked:
            question = _question(entry, n)
            if question and made < SAMPLES:
                made += 1
                yield question[0], entry, question[1]


def _question(entry: IndexedArticle, n: int) -> tuple[str, int] | None:
    article = entry.article
    bodies = [i for i, (a, b) in enumerate(entry.sentences) if a >= article.body_start and 15 <= b - a <= 120]
    if not bodies or len(entry.sentences) < 2:  # an article of one sentence would be empty without it
        return None
    i = bodies[(_hash(article.id) + 7 * n) % len(bodies)]
    normal = entry.normal[slice(*entry.sentences[i])]
    phrases = find_phrases(normal, _ASK)
    if not phrases:
        return None
    phrase = phrases[(_hash(normal) + n) % len(phrases)]
    return _asked(normal, phrase, article.part(Role.TITLE) or ""), i


def _asked(normal: str, phrase: Phrase, title: str) -> str:
    """Return the clause with the phrase asked for, every third pair of characters left out, as people forget."""
    start = max(normal.rfind(c, 0, phrase.start) for c in ",;:。，；：") + 1
    ends = [at for c in ",;:。，；：" if (at := normal.find(c, phrase.end)) >= 0]
    left, right = normal[start : phrase.start], normal[phrase.end : min(ends, default=len(normal))]
    return title[:8] + _thinned(left) + _ASK[phrase.shape] + _thinned(right)


def _thinned(text: str) -> str:
    return "".join(text[i : i + 2] for i in range(0, len(text), 2) if i % 6 != 4)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest())
