"""Fit the weights of retrieval/finding/evidence.py: python -m tests.benchmarks.fit_evidence QUESTIONS:SEEDS[:WEIGHT] …

QUESTIONS is a JSONL file of answered questions (answer, aliases, and either file and lines or article_id),
SEEDS the folder they are about, WEIGHT what one question counts (1 unless said). A conditional logit: the
weights maximise the probability of a right phrase among all phrases of the right article.
"""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.asking.wants import Want
from retrieval.corpus import Corpus
from retrieval.finding.evidence import PhraseWeigher, sentence_features
from retrieval.finding.features import PhraseFeatures, SentenceFeatures
from retrieval.finding.reading import Reading, Weighed
from retrieval.finding.wanted import Wanted
from retrieval.index.indexing import IndexedArticle
from tests.benchmarks.adam import climb
from tests.benchmarks.given import sets_given


def squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def examples(questions: Path, seeds: Path):
    """Yield (features of each phrase, which phrases are right) per question."""
    corpus = Corpus.open(seeds)
    state = corpus._state
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in (r for r in rows if r.get("answer")):
        query = state.reader.read(row["question"])
        if query.want is Want.HEADLINE:
            continue
        accepted = [squash(a).lower() for a in [row["answer"], *row.get("aliases", [])]]
        entry, lines = find_article(corpus, row)
        if entry is None:
            continue
        reading = Reading(Weighed(query, state.searcher.idf), entry)
        wanted = Wanted(query)
        features, right = [], []
        of_sentences = sentence_features(reading)
        for i, (start, end) in enumerate(entry.sentences):
            here = lines is None or any(
                a <= n <= b for a, b in entry.article.lines_at(start, end) for n in lines
            )
            weigher = PhraseWeigher(wanted, reading, i)
            for phrase in chain.from_iterable(weigher.phrases(kind) for _, kind in wanted.kinds):
                text = squash(entry.normal[start + phrase.start : start + phrase.end])
                of_phrase = weigher.features(phrase)
                if of_phrase.inside > weigher.echo(phrase.shape):
                    continue
                features.append([*of_sentences[i], *of_phrase])
                right.append(here and any(a in text and len(text) <= max(12, 3 * len(a)) for a in accepted))
        if any(right) and not all(right):
            yield np.array(features), np.array(right)


def find_article(corpus: Corpus, row: dict[str, Any]) -> tuple[IndexedArticle | None, range | None]:
    """Return the article that holds the evidence, and the lines of it."""
    store = corpus._state.store
    if row.get("article_id"):
        number = store.find(row["article_id"])
        return (None if number is None else store.entry(number)), None
    lines = range(row["lines"][0], row["lines"][1] + 1)
    for article in corpus.articles(row["file"]):
        if any(a <= n <= b for a, b in article.all_lines for n in lines):
            number = store.find(article.id)
            return (None if number is None else store.entry(number)), lines
    return None, None


def fit(data, steps: int = 800, ridge: float = 0.003):
    """Maximise the weighted log-probability of the right phrases by Adam."""
    x = np.concatenate([x for x, *_ in data])
    right = np.concatenate([right for _, right, _ in data])
    sizes = np.array([len(right) for _, right, _ in data])
    first, of = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(data)), sizes)
    weights = np.array([weight for *_, weight in data])
    weights /= weights.sum()

    def gradient(w):
        z = x @ w
        p = np.exp(z - np.maximum.reduceat(z, first)[of])
        p /= np.add.reduceat(p, first)[of]
        q = p * right
        q /= np.add.reduceat(q, first)[of]
        return x.T @ ((q - p) * weights[of]) - ridge * w

    return climb(gradient, x.shape[1], steps, lambda step: 0.05)


def main() -> None:
    sets = []
    for questions, seeds, weight in sets_given("tests.benchmarks.fit_evidence", __doc__ or ""):
        sets.append((questions, [(x, y, weight) for x, y in examples(questions, seeds)]))
    w = fit([d for _, data in sets for d in data])
    names = (*SentenceFeatures._fields, *PhraseFeatures._fields)
    print("weights", ", ".join(f"{name}={x:.2f}" for name, x in zip(names, w, strict=True)))
    for name, data in sets:
        hit = np.mean([right[np.argmax(x @ w)] for x, right, _ in data])
        print(f"{name}: {len(data)} questions, right phrase first {hit:.3f}")


if __name__ == "__main__":
    main()
