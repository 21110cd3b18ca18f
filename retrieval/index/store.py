"""The articles of one version of the corpus, in SQLite: what stands where, read on demand.

A store is written once, by one process, before anybody reads it; from then on it never changes, so that
readers need no lock. The next version begins as a copy. Only a bounded number of articles is kept decoded.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from retrieval.errors import StoreError, writing
from retrieval.handles import HINT, handle_of, source_handle
from retrieval.index.indexing import Candidate, IndexedArticle
from retrieval.index.packing import (
    pack_why,
    unpack_article,
    unpack_cut,
    unpack_entry,
    unpack_terms,
    unpack_why,
)
from retrieval.records import Article, Neighbours, Note, PageCut, Refusal, Source
from retrieval.whys import Why

KEPT_TERMS = 4096  # articles whose terms stay decoded: about 3 KB each for a news article
KEPT_ENTRIES = 512  # articles that stay decoded as a whole: about 20 KB each

Kept = TypeVar("Kept")

# A handle is noted where it isn't the id itself: for few corpora, and no byte for all others. No number of an article
# is given again, for the engine may still know it.
_SCHEMA = """
CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT UNIQUE, handle TEXT, digest TEXT, why BLOB,
                     articles INTEGER DEFAULT 0, publication TEXT, date TEXT, page TEXT, cut BLOB);
CREATE TABLE article (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, handle TEXT, source INTEGER, title TEXT,
                      letters TEXT, told TEXT, passages INTEGER, tokens INTEGER, record BLOB, terms BLOB);
CREATE TABLE total (articles INTEGER, passages INTEGER, tokens INTEGER);
CREATE INDEX source_handle ON source (handle);
CREATE INDEX source_served ON source (name) WHERE why IS NULL;
CREATE INDEX source_refused ON source (name) WHERE why IS NOT NULL;
CREATE TABLE note (source TEXT, why BLOB);
CREATE INDEX article_id ON article (id);
CREATE INDEX article_given ON article (id, letters) WHERE id <> letters;
CREATE INDEX article_handle ON article (handle) WHERE handle IS NOT NULL;
CREATE INDEX article_source ON article (source);
INSERT INTO total VALUES (0, 0, 0);
"""
_SOURCE = "SELECT name, articles, publication, date, page FROM source WHERE why IS NULL"


class Packed(NamedTuple):
    """An analyzed article as the store keeps it."""

    id: str
    title: str | None
    letters: str  # a digest of the text, which a given id isn't
    told: str  # a digest of what is told of it beside its text: its newspaper, its date …
    passages: int
    tokens: int
    record: bytes
    terms: bytes


class PackedCut(NamedTuple):
    """A packed page, or one for some rows of a file, with what it says of its newspaper, date and number."""

    cut: bytes
    publication: str | None = None
    date: str | None = None
    page: str | None = None


class Totals(NamedTuple):
    """How much a store holds."""

    articles: int
    passages: int
    tokens: int


class _Recent(Generic[Kept]):
    """The values used last, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[int, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, keys: Iterable[int], make: Callable[[list[int]], dict[int, Kept]]) -> list[Kept]:
        """Return the values of `keys`; those that aren't kept are made in one go."""
        keys = list(keys)
        with self._lock:
            found = {key: self._values[key] for key in keys if key in self._values}
            for key in found:
                self._values.move_to_end(key)
        if missing := [key for key in keys if key not in found]:
            made = make(missing)
            found |= made
            with self._lock:
                self._values |= made
                while len(self._values) > self._size:
                    self._values.popitem(last=False)
        return [found[key] for key in keys]


class Store:
    """Articles by number, by id and by source."""

    def __init__(self, path: Path | None, db: sqlite3.Connection) -> None:
        """Wrap an open database; use `create`, `open` or `copy`."""
        self.path = path
        self._db = db
        self._lock = threading.Lock()
        self._entries: _Recent[IndexedArticle] = _Recent(KEPT_ENTRIES)
        self._terms: _Recent[Candidate] = _Recent(KEPT_TERMS)
        weakref.finalize(self, db.close)

    @classmethod
    def create(cls, path: Path | None) -> Store:
        """Make an empty store for writing, in memory where there is no path; this and all writing may raise OSError."""
        store = cls(path, _connect(path))
        with writing(sqlite3.Error):
            store._db.executescript(_SCHEMA)
        return store

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a finished store for reading; raises StoreError where it isn't one."""
        try:
            # immutable: no locks are taken and no journal is looked for, since nobody writes here any more.
            db = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)
            db.execute("SELECT articles FROM total").fetchone()
        except sqlite3.Error as error:
            raise StoreError("store_none", file=str(path), cause=str(error)) from error
        return cls(path, db)

    def copy(self, path: Path | None) -> Store:
        """Return a copy for writing."""
        if path and self.path:
            shutil.copyfile(self.path, path)
            return Store(path, _connect(path))
        copy = Store(path, _connect(path))
        with self._lock, writing(sqlite3.Error):
            self._db.backup(copy._db)
        return copy

    def close_writing(self) -> None:
        """Finish writing: what was added is in the file."""
        with writing(sqlite3.Error):
            self._db.commit()

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        """Run one statement; every error of SQLite means that the file is damaged."""
        try:
            with self._lock:
                return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError("store_unread", file=str(self.path or ":memory:"), cause=str(error)) from error

    # Writing

    def _write(self, sql: str, *values: Any) -> int:
        """Run one statement; returns the number of the row, where it added one."""
        with writing(sqlite3.Error):
            return self._db.execute(sql, values).lastrowid or 0

    def add_source(self, name: str, digest: str, why: Why | None = None) -> int:
        """Note a file of the seeds folder, refused if there is a `why`; returns its number."""
        sql = "INSERT INTO source (name, handle, digest, why) VALUES (?, ?, ?, ?)"
        return self._write(sql, name, source_handle(name), digest, pack_why(why) if why else None)

    def refuse(self, source: int, why: Why, *, for_good: bool) -> list[int]:
        """Leave out a file after all; returns the numbers of its articles added so far.

        Unless it is refused `for_good`, it will be read again though it be the same.
        """
        (name, digest), *_ = self._rows("SELECT name, digest FROM source WHERE number = ?", source)
        numbers = self.remove_source(name)
        self.add_source(name, digest if for_good else "", why)
        return numbers

    def add_articles(self, source: int, cut: PackedCut, articles: Sequence[Packed]) -> range:
        """Add analyzed articles of a file, and the page that they were cut from; returns their numbers.

        A file's articles are added one after the other, so that their numbers are consecutive.
        """
        sql = (
            "UPDATE source SET cut = ?, publication = coalesce(publication, ?), date = coalesce(date, ?),"
            " page = coalesce(page, ?), articles = articles + ? WHERE number = ?"
        )
        self._write(sql, *cut, len(articles), source)
        first = self._rows("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'article'")[0][
            0
        ]
        rows = ((a.id, _own_handle(a.id), source, *a[1:]) for a in articles)
        with writing(sqlite3.Error):
            self._db.executemany("INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._count(len(articles), sum(a.passages for a in articles), sum(a.tokens for a in articles))
        return range(first, first + len(articles))

    def given_twice(self, numbers: range) -> str | None:
        """Return an id that one of these articles shares with an earlier one of its file that has another text."""
        rows = self._rows(
            # With the last one before alone, and by the index of ids: SQLite would rather look through all of the file for each.
            "SELECT a.id FROM article a JOIN article b ON b.number = (SELECT max(number) FROM article INDEXED BY article_id"
            " WHERE id = a.id AND source = a.source AND number < a.number)"
            " WHERE a.number BETWEEN ? AND ? AND b.letters <> a.letters LIMIT 1",
            numbers.start,
            numbers.stop - 1,
        )
        return rows[0][0] if rows else None

    def note_shared_ids(self) -> None:
        """Note anew which files give an id to another text than an earlier one does: a line for each two files.

        Of ever so many ids the first thousand are looked at, in the order of the index.
        """
        sql = (
            "SELECT id FROM article INDEXED BY article_given WHERE id <> letters"  # an id that nobody gave is one text's own
            " GROUP BY id HAVING min(letters) <> max(letters) LIMIT 1000"
        )
        said: dict[tuple[str, str], str] = {}
        for (id,) in self._rows(sql):
            (first, letters), *others = self._rows(
                "SELECT s.name, a.letters FROM article a JOIN source s ON s.number = a.source WHERE a.id = ?"
                " ORDER BY s.name, a.number",
                id,
            )
            for name in dict.fromkeys(name for name, other in others if other != letters):
                said.setdefault((name, first), id)
        self._write("DELETE FROM note")
        for (name, first), id in sorted(said.items()):
            why = Why("id_shared", {"id": id, "first": first})
            self._write("INSERT INTO note VALUES (?, ?)", name, pack_why(why))

    def remove_source(self, name: str) -> list[int]:
        """Take a file out; returns the numbers of its articles."""
        rows = self._rows(
            "SELECT a.number, passages, tokens FROM article a JOIN source s ON s.number = a.source"
            " WHERE s.name = ?",
            name,
        )
        self._count(-len(rows), -sum(r[1] for r in rows), -sum(r[2] for r in rows))
        source = "(SELECT number FROM source WHERE name = ?)"
        self._write(f"DELETE FROM article WHERE source = {source}", name)  # noqa: S608 (no input)
        self._write("DELETE FROM source WHERE name = ?", name)
        return [number for number, *_ in rows]

    def _count(self, articles: int, passages: int, tokens: int) -> None:
        sql = "UPDATE total SET articles = articles + ?, passages = passages + ?, tokens = tokens + ?"
        self._write(sql, articles, passages, tokens)

    # Reading

    def digests(self) -> dict[str, str]:
        """Return the digest of each file that was read, refused ones included, by name."""
        return dict(self._rows("SELECT name, digest FROM source ORDER BY name"))

    def sources(self, first: int = 0, most: int | None = None) -> list[Source]:
        """Return the files that are served, by name: `most` of them from number `first` on, or all."""
        sql = f"{_SOURCE} ORDER BY name LIMIT ? OFFSET ?"
        return [Source(*row) for row in self._rows(sql, _limit(most), first)]

    def source(self, handle: str) -> Source | None:
        """Return the served file that a handle stands for."""
        rows = self._rows(f"{_SOURCE} AND handle = ?", handle)
        return Source(*rows[0]) if rows else None

    def alike(self, name: str) -> str | None:
        """Return the first served file whose name is this one but for small and capital letters: 医院.TXT for 医院.txt."""
        rows = self._rows(f"{_SOURCE} AND name = ? COLLATE NOCASE ORDER BY name LIMIT 1", name)
        return str(rows[0][0]) if rows else None

    def sources_before(self, name: str) -> int:
        """Return how many served files come before this one."""
        sql = "SELECT count(*) FROM source WHERE why IS NULL AND name < ?"
        return int(self._rows(sql, name)[0][0])

    def refused(self) -> tuple[Refusal, ...]:
        """Return the files that were left out."""
        sql = "SELECT name, why FROM source WHERE why IS NOT NULL ORDER BY name"
        return tuple(Refusal(name, unpack_why(why)) for name, why in self._rows(sql))

    def notes(self) -> tuple[Note, ...]:
        """Return what is to be said of files that are served."""
        rows = self._rows("SELECT source, why FROM note ORDER BY rowid")
        return tuple(Note(source, unpack_why(why)) for source, why in rows)

    def totals(self) -> Totals:
        """Return how much there is."""
        return Totals(*self._rows("SELECT articles, passages, tokens FROM total")[0])

    def candidates(self, numbers: Iterable[int]) -> list[Candidate]:
        """Return what ranking needs of these articles."""
        return self._terms.get(numbers, self._candidates)

    def entries(self, numbers: Iterable[int]) -> list[IndexedArticle]:
        """Return the articles with these numbers."""
        return self._entries.get(numbers, self._unpacked)

    def entry(self, number: int) -> IndexedArticle:
        """Return the article with this number."""
        return self.entries([number])[0]

    def _candidates(self, numbers: list[int]) -> dict[int, Candidate]:
        sql = "SELECT a.number, a.id, s.name, a.terms FROM article a JOIN source s ON s.number = a.source"
        rows = self._rows(f"{sql} WHERE a.number IN ({_marks(numbers)})", *numbers)
        found = {number: Candidate(id, source, unpack_terms(terms)) for number, id, source, terms in rows}
        for number in numbers:
            if number not in found:
                raise StoreError("store_article", file=str(self.path), number=number)
        return found

    def _unpacked(self, numbers: list[int]) -> dict[int, IndexedArticle]:
        terms = {n: c.terms for n, c in zip(numbers, self.candidates(numbers), strict=True)}
        sql = "SELECT number, record FROM article"
        rows = self._rows(f"{sql} WHERE number IN ({_marks(numbers)})", *numbers)
        return {number: unpack_entry(record, terms[number]) for number, record in rows}

    def sample(self, size: int) -> Iterator[IndexedArticle]:
        """Yield all articles, or `size` of them, half or twice as many at the most, evenly spread."""
        return (self._unpacked([number])[number] for number in self._spread(size))

    def _spread(self, size: int) -> list[int]:
        """Return numbers at even distances; where files that went left gaps, at smaller ones."""
        sql = "SELECT (SELECT min(number) FROM article), (SELECT max(number) FROM article)"
        least, last = (end or 0 for end in self._rows(sql)[0])
        step = max((last - least + 1) // size, 1)
        while len(numbers := list(self._walk(least - 1, step))) < size // 2 and step > 1:
            step //= 2
        return numbers

    def _walk(self, number: int, step: int) -> Iterator[int]:
        # One search of the tree a number; a condition on all numbers would read the whole table.
        sql = "SELECT number FROM article WHERE number >= ? ORDER BY number LIMIT 1"
        while rows := self._rows(sql, number + step):
            number = rows[0][0]
            yield number

    def find(self, name: str) -> int | None:
        """Return the number of the article with this id or handle; of several printings the one that the handle is of.

        Where it is of none, the first by file name.
        """
        sql = (
            "SELECT a.number FROM article a JOIN source s ON s.number = a.source WHERE (a.id = ?1 OR a.handle = ?1)"
            # Of a short id the rest of the name could be anything: then it must be that file.
            " AND (length(?1) >= 16 OR instr(s.handle, ?2) = 1 OR ?2 = '') ORDER BY a.id <> ?1, instr(s.handle, ?2) <> 1, s.name, a.number LIMIT 1"
        )
        rows = self._rows(sql, name, "") or self._rows(sql, name[:-HINT], name[-HINT:])
        return rows[0][0] if rows else None

    def headlines(self, source: str, first: int = 0, most: int | None = None) -> list[tuple[str, str | None]]:
        """Return id and headline of a file's articles in the order of the page: `most` from number `first` on."""
        return self._rows(
            "SELECT a.id, a.title FROM source s JOIN article a ON a.source = s.number WHERE s.name = ?1 AND"
            " a.number >= ?2 + (SELECT min(number) FROM article WHERE source = s.number)"
            " ORDER BY a.number LIMIT ?3",
            *(source, first, _limit(most)),
        )

    def texts(self, source: str) -> list[tuple[str, str, str, str | None]]:
        """Return id, digest of the text, of what is told of it, and headline of a file's articles, in the order of the page."""
        return self._rows(
            "SELECT a.id, a.letters, a.told, a.title FROM source s JOIN article a ON a.source = s.number WHERE s.name = ?"
            " ORDER BY a.number",
            source,
        )

    def holds(self, id: str, letters: str) -> bool:
        """Tell whether an article with this id has the text of this digest."""
        return bool(self._rows("SELECT 1 FROM article WHERE id = ? AND letters = ? LIMIT 1", id, letters))

    def printings(self, id: str, letters: str) -> list[tuple[str, str]]:
        """Return the files that hold an article with this id and the text of this digest, each with its own digest."""
        return self._rows(
            "SELECT DISTINCT s.name, s.digest FROM article a JOIN source s ON s.number = a.source"
            " WHERE a.id = ? AND a.letters = ?",
            *(id, letters),
        )

    def neighbours(self, number: int) -> Neighbours:
        """Return where an article stands in its file."""
        in_file = "FROM article WHERE source = (SELECT source FROM article WHERE number = ?1) AND number"
        return Neighbours(
            *self._rows(
                f"SELECT ?1 - (SELECT min(number) {in_file} <= ?1),"
                f" (SELECT id {in_file} < ?1 ORDER BY number DESC LIMIT 1),"
                f" (SELECT id {in_file} > ?1 ORDER BY number LIMIT 1)",
                number,
            )[0]
        )

    def articles(self, source: str | None = None) -> Iterator[Article]:
        """Yield the articles of a file, or of all by file name, in the order of the pages."""
        for name in [s.name for s in self.sources()] if source is None else [source]:
            sql = "SELECT a.record FROM article a JOIN source s ON s.number = a.source WHERE s.name = ?"
            for (record,) in self._rows(f"{sql} ORDER BY a.number", name):
                yield unpack_article(record)

    def cuts(self) -> Iterator[PageCut]:
        """Yield what each page was cut into, by file name."""
        for source in self.sources():
            cut = self._rows("SELECT cut FROM source WHERE name = ?", source.name)[0][0]
            yield unpack_cut(cut, tuple(self.articles(source.name)))


def _own_handle(article_id: str) -> str | None:
    """Return the handle of an article, None where it is the id itself."""
    handle = handle_of(article_id)
    return None if handle == article_id else handle


def _marks(values: Sequence[int]) -> str:
    """Return as many question marks for SQL."""
    return ",".join("?" * len(values))


def _limit(most: int | None) -> int:
    """Return what SQLite takes for `most`."""
    return -1 if most is None else most


def _connect(path: Path | None) -> sqlite3.Connection:
    """Open a database for writing. No journal: an unfinished store is thrown away, never repaired."""
    with writing(sqlite3.Error):
        db = sqlite3.connect(path or ":memory:", check_same_thread=False)
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
    return db
