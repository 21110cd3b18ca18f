"""One machine, on disk, incremental: tantivy, fed with our own terms."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import tantivy

from retrieval.engines.base import Document, EngineHit
from retrieval.errors import EngineError, writing

# One thread keeps up with the processes that cut words, and with this memory writes 20,000 news articles into one
# segment; two write two, and a search takes a fourth longer.
THREADS, HEAP_BYTES = 1, 128_000_000
_TERMS, _NUMBER = "terms", "number"
_REPLACED = ("meta.json", ".managed.json")  # all other files of an index are written once


class TantivyEngine:
    """BM25 as tantivy has it: k1 = 1.2, b = .75, document lengths kept to one byte.

    Terms are cut at blanks by tantivy. Neither positions nor text are stored. Where no folder is given, the index lies in a temporary one.
    """

    name = "tantivy"

    def __init__(self, folder: Path | None = None, source: Path | None = None) -> None:
        """Open the index in `folder`, first linked from `source`; an empty one where there is none.

        Raises EngineError for a damaged one.
        """
        self._temporary = None if folder else tempfile.TemporaryDirectory(prefix="jianbao-")
        self._folder = folder or Path(self._temporary.name if self._temporary else "")
        self._folder.mkdir(parents=True, exist_ok=True)
        for path in source.iterdir() if source else ():
            if path.suffix != ".lock":
                _link(path, self._folder / path.name)
        try:
            self._index = tantivy.Index(_schema(), str(self._folder))
        except ValueError as error:
            raise EngineError("index_unread", folder=str(self._folder), cause=str(error)) from error
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("blanks", words)
        self._look()

    def _look(self) -> None:
        """See the index as it was committed last."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def update(self, removed: Collection[int], added: Iterable[Document]) -> None:
        """Take documents out and in, and commit once; segments are merged before this returns.

        Raises OSError where the folder can't be written.
        """
        with writing(ValueError):
            writer = self._index.writer(HEAP_BYTES, THREADS)
            if removed:
                gone = tantivy.Query.term_set_query(self._index.schema, _NUMBER, list(removed))
                writer.delete_documents_by_query(gone)
        for number, terms in added:  # outside: an error of the stream is no error of the disk
            document = tantivy.Document()
            document.add_unsigned(_NUMBER, number)
            document.add_text(_TERMS, terms)
            with writing(ValueError):
                writer.add_document(document)
        with writing(ValueError):
            writer.commit()
            writer.wait_merging_threads()
        self._look()

    def search(self, terms: Mapping[str, float], k: int) -> list[EngineHit]:
        """Return the best `k` documents, best first, ties by number."""
        parts = [(tantivy.Occur.Should, self._query(term, weight)) for term, weight in terms.items()]
        if not parts:
            return []
        found = self._searcher.search(tantivy.Query.boolean_query(parts), k, count=False).hits
        numbers = self._searcher.fast_field_values(_NUMBER, [address for _, address in found])
        hits = [EngineHit(int(n or 0), score) for (score, _), n in zip(found, numbers, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.number))

    def _query(self, term: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._index.schema, _TERMS, term, "freq")
        return query if weight == 1 else tantivy.Query.boost_query(query, weight)

    def document_frequencies(self, terms: Collection[str]) -> dict[str, int]:
        """Return how many documents hold each term, removed ones included until their segment is merged."""
        return {term: int(self._searcher.doc_freq(_TERMS, term)) for term in terms}

    def fork(self, folder: Path | None) -> TantivyEngine:
        """Return a copy that shares this one's segments by hard links: a large index is forked at once."""
        return TantivyEngine(folder, self._folder)

    def publish(self) -> None:
        """Do nothing: only this process sees the engine."""

    def __len__(self) -> int:
        """Return the number of documents."""
        return int(self._searcher.num_docs)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(_NUMBER, indexed=True, fast=True)
    builder.add_text_field(_TERMS, tokenizer_name="blanks", index_option="freq")
    return builder.build()


def _link(path: Path, to: Path) -> None:
    if path.name not in _REPLACED:
        try:
            os.link(path, to)
            return
        except OSError:  # another disk, or a file system without hard links
            pass
    shutil.copyfile(path, to)
