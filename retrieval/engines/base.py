"""The seam between searcher and engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

# Flatter than the usual 1.2–2.0: best on CMRC 2018 and DRCD (.960 / .882 against .952 / .874 at 1.5). tantivy has 1.2 built in.
K1, B = 0.9, 0.75

Document = tuple[int, str]
"""A document's number in the store and its terms, joined by blanks, each as often as it stands in the text.

No term holds a blank, and so nobody on the way has to take apart a thousand terms an article.
"""


class EngineHit(NamedTuple):
    """A document's number and its BM25 score; a document that holds none of the terms is no hit."""

    number: int
    score: float


class Engine(Protocol):
    """Scores documents, by BM25. The terms are the project's own.

    An engine lives in a folder, or in memory where it was given none. Once it answers it is never changed:
    the next version is a `fork` in another folder, updated there and published.
    """

    name: str

    def update(self, removed: Collection[int], added: Iterable[Document]) -> None:
        """Take `removed` out and `added` in, durably; `added` is read once, as a stream."""
        ...

    def search(self, terms: Mapping[str, float], k: int) -> list[EngineHit]:
        """Return the best `k` documents for weighted `terms`, best first, ties by number."""
        ...

    def document_frequencies(self, terms: Collection[str]) -> dict[str, int]:
        """Return how many documents hold each term; removed ones may count until the engine tidies up."""
        ...

    def fork(self, folder: Path | None) -> Engine:
        """Return a copy in `folder` that can be updated while this one answers."""
        ...

    def publish(self) -> None:
        """Make this the version that other programs see, where there is such a thing."""
        ...

    def __len__(self) -> int:
        """Return the number of documents."""
        ...
