"""The default engine for a seeds folder: rank_bm25's BM25Plus, in memory."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Plus

from retrieval.engines.base import K1, B, Document, EngineHit

REMEMBERED = 2_000_000  # scores kept, 16 MB
DELTA = 1.0
_FILE = "documents.json.z"


class RankBM25Engine:
    """BM25+ (Lv and Zhai 2011) over documents kept in memory; its folder holds their term counts.

    Of rank_bm25's classes, Plus is the one whose idf is never negative. It adds `delta * idf` to every
    document for every term; that constant is taken off again, so that no match scores 0.
    """

    name = "rank-bm25"

    def __init__(self, folder: Path | None = None) -> None:
        """Open the engine in `folder`, an empty one where there is none."""
        self._folder = folder
        self._documents: dict[int, dict[str, int]] = {}
        if folder and (folder / _FILE).exists():
            pairs = json.loads(zlib.decompress((folder / _FILE).read_bytes()))
            self._documents = dict(pairs)
        self._weigh()

    def update(self, removed: Collection[int], added: Iterable[Document]) -> None:
        """Take documents out and in; documents without a term are kept as ones that never match."""
        for number in removed:
            self._documents.pop(number, None)
        for number, terms in added:
            self._documents[number] = dict(Counter(terms.split()))
        self._weigh()
        if self._folder:
            pairs = json.dumps(list(self._documents.items()), ensure_ascii=False)
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / _FILE).write_bytes(zlib.compress(pairs.encode(), 1))

    def _weigh(self) -> None:
        self._numbers = sorted(self._documents)
        counts = [self._documents[number] for number in self._numbers]
        self._frequency = Counter(term for terms in counts for term in terms)
        # BM25Plus divides by the number of documents and of terms: nothing to index means no engine.
        corpus = [[t for t, n in terms.items() for _ in range(n)] for terms in counts]
        self._bm25 = BM25Plus(corpus, k1=K1, b=B, delta=DELTA) if self._frequency else None
        self._known: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}

    def search(self, terms: Mapping[str, float], k: int) -> list[EngineHit]:
        """Return the best `k` documents, best first, ties by number."""
        if self._bm25 is None:
            return []
        total = np.zeros(len(self._numbers))
        for term, weight in terms.items():
            if term in self._frequency:
                total += weight * self._scores(term)
        order = np.argsort(-total, kind="stable")[:k]
        return [EngineHit(self._numbers[i], float(total[i])) for i in order if total[i] > 1e-9]

    def _scores(self, term: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Return what `term` gives each document; remembered, for questions of a corpus share their words."""
        known, bm25 = self._known, self._bm25
        if term not in known and bm25 is not None:
            if len(known) * len(self._numbers) >= REMEMBERED:
                known.clear()
            known[term] = bm25.get_scores([term]) - DELTA * bm25.idf[term]
        return known[term]

    def document_frequencies(self, terms: Collection[str]) -> dict[str, int]:
        """Return how many documents hold each term."""
        return {term: self._frequency[term] for term in terms}

    def fork(self, folder: Path | None) -> RankBM25Engine:
        """Return a copy for `folder`; its file is written by the next update."""
        copy = RankBM25Engine()
        copy._folder, copy._documents = folder, dict(self._documents)
        copy._weigh()
        return copy

    def publish(self) -> None:
        """Do nothing: only this process sees the engine."""

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._numbers)
