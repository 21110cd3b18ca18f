"""What lies in the seeds already, beside which an upload is looked at: the same file, the same article, a file of its name?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from retrieval.pages import is_sidecar
from retrieval.records import Article
from retrieval.seeds.folder import seed_file
from retrieval.seeds.shelving import shelved

Printings = Callable[[Article], Iterable[tuple[str, str]]]
"""Gives the files that hold an article's text as the corpus read them: name and digest."""


class Twins:
    """Files among which one is looked for that holds the very same bytes as another."""

    def __init__(self, files: Iterable[Path] = ()) -> None:
        """Look among `files`, of which the size is asked once."""
        self._by_size: dict[int, list[Path]] = {}
        for file in files:
            self.add(file)

    def add(self, file: Path) -> None:
        """Look at this file too; one that is gone meanwhile is nobody's twin."""
        with suppress(OSError):
            self._by_size.setdefault(file.stat().st_size, []).append(file)

    def of(self, raw: bytes) -> Path | None:
        """Return the first file that holds `raw`, None where none does."""
        return next((file for file in self._by_size.get(len(raw), ()) if _holds(file, raw)), None)


def told_by(article: Article) -> str:
    """Return a digest of what an article says and is cited by, in whatever encoding."""
    said = (
        article.title,
        article.text,
        article.publication,
        article.date,
        article.page,
        article.section,
        article.url,
    )
    return hashlib.blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _holds(file: Path, raw: bytes) -> bool:
    try:
        return file.read_bytes() == raw
    except OSError:
        return False


class Shelf:
    """What the files of an upload are looked at beside: the seeds, and those of them that may come in (`mine`)."""

    def __init__(self, seeds: Path, printings: Printings) -> None:
        """Look at what lies in `seeds`, and at what the corpus knows to be printed there."""
        names = shelved(seeds)
        self._seeds = seeds
        self._names = {name.casefold(): name for name in names}
        self.twins = Twins(seeds / name for name in names)
        self.mine = Twins()
        self._sent: dict[str, str] = {}
        self._printings = printings
        self._digests: dict[str, str] = {}

    def holds(self, name: str) -> bool:
        """Return whether there is a file of this name."""
        return name.casefold() in self._names

    def prints(self, article: Article) -> bool:
        """Return whether a file that lies here holds the article.

        What the corpus answers from need not lie here: after a way back, or where the golden questions forbid what does.
        """
        return any(self._digest(name) == digest for name, digest in self._printings(article))

    def sent_in(self, name: str, articles: Sequence[str]) -> str | None:
        """Return the other file of this upload that all of these articles (by `told_by`) came in: a page in another encoding.

        Else note that they come in the file `name`.
        """
        files = {self._sent.get(article) for article in articles}
        if len(files) == 1 and (file := files.pop()):
            return file
        for article in articles:
            self._sent.setdefault(article, name)
        return None

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            self._digests[name] = seed_file(self._seeds / name).digest
        return self._digests[name]

    def home(self, name: str) -> Path:
        """Return where a file would lie under its name: in the place of its namesake, where there is one."""
        return self._seeds / self._names.get(name.casefold(), name)

    def page_of(self, side: str) -> Path | None:
        """Return where the page lies that a sidecar of this name would tell of, None where there is none."""
        stem = Path(side).stem
        pages = [Path(name) for name in self._names.values() if not is_sidecar(Path(name))]
        alike = [page for page in pages if page.stem.casefold() == stem.casefold()]
        exact = [page for page in alike if page.stem == stem]
        return next((self._seeds / page for page in exact + alike), None)
