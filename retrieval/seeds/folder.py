"""Which files lie in the seeds folder, and in which batches are they read?"""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from retrieval.articles import read_row, read_source
from retrieval.articles.mending.build import article_id
from retrieval.errors import PageError, SeedsError, UnreadableError
from retrieval.pages import (
    HIDDEN,
    SEED_SUFFIXES,
    decode,
    is_sidecar,
    read_sidecar,
    sidecar_of,
    unread_sidecar,
)
from retrieval.records import Article, Page, PageCut

ROWS = 200  # of a JSONL file in one batch: enough that handing it to another process costs little
_ROWS_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file of the seeds folder; `digest` stands for its name, its text and its sidecar."""

    path: Path
    digest: str
    size: int
    rows: int
    readable: bool = True

    @property
    def name(self) -> str:
        """The source's name in every citation; bytes of it that are no UTF-8 are spelt out, e.g. \\xb1.txt."""
        return os.fsencode(self.path.name).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Batch:
    """What is read at once: a whole file, or some numbered rows of one with what its sidecar says."""

    path: Path
    rows: tuple[tuple[int, bytes], ...] | None = None
    side: dict[str, str] | None = None


def scan_seeds(seeds: Path) -> list[SeedFile]:
    """Return the files of a seeds folder by name, read through; raises SeedsError where there is no such folder."""
    return [seed_file(path) for path in seed_paths(seeds)]


def seed_paths(seeds: Path) -> list[Path]:
    """Return the files of a seeds folder that are read, and the sidecars that no page has, for to these it is said; by name.

    Raises SeedsError where there is no such folder.
    """
    try:  # also of looking: it may lie in a folder that may not be entered
        if seeds.is_file():
            raise SeedsError("seeds_file", folder=str(seeds))
        if not seeds.is_dir():
            raise SeedsError("seeds_missing", folder=str(seeds))
        return _pages_and_strays(seeds)
    except OSError as error:
        raise SeedsError("seeds_unread", folder=str(seeds), cause=str(error.strerror)) from error


def _pages_and_strays(folder: Path) -> list[Path]:
    paths = [p for p in folder.iterdir() if is_seed(p)]
    pages = [p for p in paths if p.suffix.lower() in SEED_SUFFIXES]
    names, stems = {p.name for p in pages}, {p.stem: p for p in pages}
    strays = (p for p in paths if is_sidecar(p) and _is_stray(p, names, stems))
    return sorted([*pages, *strays])


def _is_stray(side: Path, names: set[str], stems: dict[str, Path]) -> bool:
    """Tell whether a sidecar is meant for a page that has another one, or is called as none is: q.txt.yaml for q.txt."""
    if page := stems.get(side.stem):
        read = sidecar_of(page)
        return read is not None and not read.samefile(side)
    return side.stem in names


def is_seed(path: Path) -> bool:
    """Tell whether it is a file, or a link to what isn't there or can't be seen: no less a file, to be refused by name.

    One that is hidden, or that an office program keeps while somebody writes (`~$…`), is none of the reader's.
    """
    if path.name.startswith(HIDDEN):
        return False
    try:
        return path.is_file() or (path.is_symlink() and not path.exists())
    except OSError:  # it leads to where we may not look
        return True


def seed_file(path: Path) -> SeedFile:
    """Return a file of the seeds folder as it lies there now."""
    digest = hashlib.blake2b(path.name.encode("utf-8", "surrogateescape"), digest_size=16)
    size = rows = 0
    try:
        with path.open("rb") as file:
            while block := file.read(2**20):
                digest.update(block)
                size += len(block)
                rows += block.count(b"\n") if _has_rows(path) else 0
        if side := sidecar_of(path):
            digest.update(b"\0sidecar\0" + side.read_bytes())
    except OSError as error:
        # Noted like any text, so that the file is tried again once it can be read.
        digest.update(f"unreadable {error.errno}".encode())
        return SeedFile(path, digest.hexdigest(), size, max(rows, 1), readable=False)
    return SeedFile(path, digest.hexdigest(), size, max(rows, 1))


def _has_rows(path: Path) -> bool:
    return path.suffix.lower() == _ROWS_SUFFIX


def read_batches(path: Path) -> Iterator[Batch]:
    """Yield the batches of a file; raises PageError where it can't be read, or named in a citation."""
    name = SeedFile(path, "", 0, 0).name
    if name != path.name:
        raise PageError(name, "page_name")
    if is_sidecar(path):
        raise unread_sidecar(path)
    if not _has_rows(path):
        yield Batch(path)
        return
    try:
        with path.open("rb") as file:
            side, rows, empty = read_sidecar(path), [], True
            for number, raw in enumerate(_rows_of(file, name), 1):
                if raw.strip():
                    rows.append((number, raw))
                    empty = False
                if len(rows) == ROWS:
                    yield Batch(path, tuple(rows), side)
                    rows = []
            if rows:
                yield Batch(path, tuple(rows), side)
    except OSError as error:
        raise UnreadableError(path.name, "page_unread", cause=str(error.strerror)) from error
    if empty:
        raise PageError(path.name, "page_empty")


def _rows_of(file: BinaryIO, name: str) -> Iterable[bytes]:
    """Return the rows of a file in UTF-8, as they come where it is in that; of a few words alone no other encoding can be told."""
    plain = _is_utf8(file)
    file.seek(0)
    return file if plain else (row.encode() for row in decode(file.read(), name).split("\n"))


def _is_utf8(file: BinaryIO) -> bool:
    """Return whether a file is in UTF-8; what holds a zero may be UTF-16."""
    told = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(2**20):
            if b"\0" in block:
                return False
            told.decode(block)
        told.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def cut_batch(batch: Batch) -> PageCut:
    """Return the articles of a batch, with the page that they were cut from; raises PageError."""
    if batch.rows is None:
        return read_source(batch.path)
    name, side = batch.path.name, batch.side or {}
    articles = (read_row(name, number, raw, side) for number, raw in batch.rows)
    return PageCut(Page(name, ()), tuple(articles))


def cut_file(path: Path) -> PageCut:
    """Return what a file holds, as a corpus takes it; raises PageError."""
    if _has_rows(path):
        return PageCut(Page(path.name, ()), tuple(articles_in(path)))
    [whole] = read_batches(path)
    return cut_batch(whole)


def articles_in(path: Path) -> Iterator[Article]:
    """Yield the articles of a file as a corpus takes them, batch by batch; raises PageError, perhaps half way."""
    met: dict[str, str] = {}
    for batch in read_batches(path):
        articles = cut_batch(batch).articles
        for article in articles:
            letters = article_id(article.text)
            if met.setdefault(article.id, letters) != letters:
                raise id_given_twice(path.name, article.id)
        yield from articles


def id_given_twice(source: str, id: str) -> PageError:
    """Return why a file is refused that gives two texts one id: a link to it would open the other one."""
    return PageError(source, "id_twice", id=id)
