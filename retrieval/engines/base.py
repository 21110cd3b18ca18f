"""The seam between searcher and engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol


class EngineHit(NamedTuple):
    """A document's id and its BM25 score; a document that holds none of the terms is no hit."""

    id: str
    score: float


class Engine(Protocol):
    """Scores documents, given as lists of terms, by BM25. The terms are the project's own."""

    name: str

    def build(self, documents: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Replace what is indexed by `documents`: pairs of id and terms."""
        ...

    def search(self, terms: Mapping[str, float], k: int) -> list[EngineHit]:
        """Return the best `k` documents for weighted `terms`, best first, ties by id."""
        ...

    def document_frequency(self, term: str) -> int:
        """Return how many documents hold `term`."""
        ...

    def __len__(self) -> int:
        """Return the number of documents."""
        ...
