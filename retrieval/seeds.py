"""Which files lie in the seeds folder, which of them are new, and what articles does each hold?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from retrieval.articles import split_articles
from retrieval.errors import PageError, SeedsError
from retrieval.pages import PAGE_SUFFIXES, read_page
from retrieval.records import PageCut


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file of the seeds folder; `digest` stands for its name, its text and its sidecar."""

    path: Path
    digest: str
    size: int
    cuts: int

    @property
    def name(self) -> str:
        """The source's name in every citation."""
        return self.path.name


def scan_seeds(seeds: Path) -> list[SeedFile]:
    """Return the files of a seeds folder by name; raises SeedsError where there is no such folder."""
    if not seeds.is_dir():
        raise SeedsError(f"no seeds folder at {seeds}: make it and put newspaper pages (*.txt) into it")
    try:
        paths = sorted(p for p in seeds.iterdir() if p.suffix in PAGE_SUFFIXES and p.is_file())
    except OSError as error:
        raise SeedsError(f"{seeds}: can't be read ({error.strerror})") from error
    return [_seed_file(path) for path in paths]


def _seed_file(path: Path) -> SeedFile:
    digest = hashlib.blake2b(path.name.encode(), digest_size=16)
    size = rows = 0
    try:
        with path.open("rb") as file:
            while block := file.read(2**20):
                digest.update(block)
                size += len(block)
                rows += block.count(b"\n") if path.suffix == ".jsonl" else 0
    except OSError as error:
        # Noted like any text, so that the file is tried again once it can be read.
        digest.update(f"unreadable {error.errno}".encode())
    side = path.with_suffix(".yaml")
    if side.is_file():
        digest.update(b"\0sidecar\0" + side.read_bytes())
    return SeedFile(path, digest.hexdigest(), size, max(rows, 1))


def read_cuts(path: Path) -> Iterator[PageCut]:
    """Yield what a file was cut into; raises PageError where it can't be read."""
    try:
        yield split_articles(read_page(path))
    except OSError as error:
        raise PageError(f"{path.name}: can't be read ({error.strerror})") from error
