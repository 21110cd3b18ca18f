"""Build a version of the corpus: only what changed since the last one is read, cut and analyzed."""

from __future__ import annotations

import hashlib
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from retrieval.answering.calibration import learn_all
from retrieval.answering.searcher import Searcher
from retrieval.asking.questions import QuestionReader
from retrieval.building.preparing import Preparer
from retrieval.engines import LARGE_BYTES, Document, Engine, choose_engine, open_engine
from retrieval.errors import EngineError, PageError, StoreError, UnreadableError
from retrieval.index.learned import Learned
from retrieval.index.store import Store
from retrieval.index.versions import Manifest, check, measure, read_manifest
from retrieval.language.analysis import Analyzer, choose_analyzer
from retrieval.seeds.folder import Batch, SeedFile, id_given_twice, read_batches

Progress = Callable[[str, int, int], None]
"""Called as progress(stage, done, total) while a corpus is built; what it raises breaks that off, and nothing was changed."""

_LIBRARIES = ("jieba", "rjieba", "OpenCC", "rank-bm25", "tantivy")
_STORE, _LEARNED = "store.sqlite3", "learned.json"
RELEARN = 0.05  # share of new articles from which a large corpus learns anew
SAMPLE = 1000  # articles that a corpus learns its words and aliases from: 1.5 s


@dataclass(frozen=True, slots=True)
class State:
    """Everything that answers, swapped in one step by a reload."""

    manifest: Manifest
    analyzer: Analyzer
    store: Store
    engine: Engine
    searcher: Searcher
    reader: QuestionReader

    @property
    def version(self) -> str:
        """A short fingerprint of everything that is served."""
        return self.manifest.version


class Ways(NamedTuple):
    """By which engine and which analyzer a corpus is searched."""

    engine: str
    analyzer: str


def recipe(analyzer: str, user_words: Iterable[str]) -> str:
    """Return the fingerprint of how seeds become a version: our code, the libraries, the analyzer, its words.

    All of our code counts: what a corpus has learned hangs on every module, and no list of them stays true.
    """
    parts = [analyzer, *user_words, _our_code()]
    for library in _LIBRARIES:
        try:
            parts.append(version(library))
        except PackageNotFoundError:
            parts.append("")
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=1)
def _our_code() -> str:
    """Return a digest of this package as it was when the program started."""
    return digest_of(Path(__file__).parents[1])


def digest_of(package: Path) -> str:
    """Return a digest of a package's modules and of the tables that lie with them: fitted anew, these cut pages otherwise."""
    digest = hashlib.blake2b()
    for file in sorted(f for f in package.rglob("*") if f.is_file() and f.parent.name != "__pycache__"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


class Builder:
    """Builds and loads versions of one seeds folder's corpus."""

    def __init__(self, analyzer: str, user_words: tuple[str, ...], engine: str) -> None:
        """Build with the analyzer and the engine of these names; each may be "auto", which goes by the corpus's size."""
        self._wanted = Ways(engine, analyzer)
        self._words = user_words
        names = {choose_analyzer(analyzer, large) for large in (False, True)}
        self._recipes = {name: recipe(name, user_words) for name in names}
        self._preparers: dict[str, Preparer] = {}

    def version_of(self, files: list[SeedFile]) -> str:
        """Return the name of the version that these files make: the same seeds and recipe, the same name."""
        ways = self._ways(files)
        lines = [self._recipes[ways.analyzer], ways.engine, *sorted(f.digest for f in files)]
        return hashlib.blake2b("\n".join(lines).encode(), digest_size=5).hexdigest()

    def reads(self, manifest: Manifest) -> bool:
        """Tell whether a version was made as this builder makes them, so that it can be loaded."""
        return manifest.recipe in self._recipes.values()

    def _ways(self, files: list[SeedFile]) -> Ways:
        large = sum(f.size for f in files) >= LARGE_BYTES
        return Ways(choose_engine(self._wanted.engine, large), choose_analyzer(self._wanted.analyzer, large))

    def _preparer(self, analyzer: str) -> Preparer:
        """Return the one preparer with this analyzer: a dictionary takes a second to load."""
        if analyzer not in self._preparers:
            self._preparers[analyzer] = Preparer(analyzer, self._words)
        return self._preparers[analyzer]

    def load(self, folder: Path) -> State:
        """Load a version; raises StoreError where it is damaged or was made by another recipe."""
        manifest = read_manifest(folder)
        if not self.reads(manifest):
            raise StoreError("version_recipe", folder=folder.name)
        check(folder, manifest)
        try:
            learned = Learned.from_row(json.loads((folder / _LEARNED).read_text(encoding="utf-8")))
            engine = open_engine(manifest.engine, folder / "engine")
        except EngineError as error:
            raise StoreError("version_unread", folder=folder.name, cause=error.why) from error
        except (OSError, ValueError, KeyError) as error:
            raise StoreError("version_unread", folder=folder.name, cause=str(error)) from error
        name = next(name for name, made_by in self._recipes.items() if made_by == manifest.recipe)
        analyzer = self._preparer(name).analyzer
        return self._state(manifest, analyzer, Store.open(folder / _STORE), engine, learned)

    def build(
        self, files: list[SeedFile], base: State | None, folder: Path | None, progress: Progress
    ) -> State:
        """Build the version of `files` in `folder`, starting from what `base` has in common with it."""
        started = time.perf_counter()
        ways = self._ways(files)
        made_by, preparer = self._recipes[ways.analyzer], self._preparer(ways.analyzer)
        if base and (base.manifest.recipe, base.manifest.engine) != (made_by, ways.engine):
            base = None
        store = (base.store.copy if base else Store.create)(folder and folder / _STORE)
        place = folder and folder / "engine"
        engine = base.engine.fork(place) if base else open_engine(ways.engine, place)
        came = self._update(store, engine, files, preparer, progress)
        store.note_shared_ids()
        store.close_writing()
        totals = store.totals()
        unlearned = base.manifest.unlearned + came if base else totals.articles
        if base and totals.articles > SAMPLE and unlearned < RELEARN * totals.articles:
            learned = base.reader.learned
        else:
            sample, searcher = store.sample(SAMPLE), Searcher(engine, store)
            learned, unlearned = learn_all(sample, searcher, preparer.analyzer), 0
        if folder:
            (folder / _LEARNED).write_text(json.dumps(learned.to_row(), ensure_ascii=False), encoding="utf-8")
        read = store.digests()  # but for files that could be found, and then not be read
        manifest = Manifest(
            self.version_of([replace(f, digest=read[f.name]) for f in files]),
            made_by,
            ways.engine,
            datetime.now(UTC).isoformat(timespec="seconds"),
            len(store.sources()),
            *totals,
            time.perf_counter() - started,
            unlearned,
            measure(folder) if folder else {},
        )
        return self._state(manifest, preparer.analyzer, store, engine, learned)

    def _update(
        self, store: Store, engine: Engine, files: list[SeedFile], preparer: Preparer, progress: Progress
    ) -> int:
        """Bring store and engine from the files they hold to `files`; return how many articles came."""
        known, wanted = store.digests(), {f.name: f.digest for f in files}
        gone = [name for name, digest in known.items() if wanted.get(name) != digest]
        removed = [number for name in gone for number in store.remove_source(name)]
        fresh = [f for f in files if known.get(f.name) != f.digest]
        broken: list[int] = []
        left = store.totals().articles
        engine.update(removed, self._documents(store, fresh, preparer, broken, progress))
        if broken:
            engine.update(broken, ())
        return store.totals().articles - left

    def _documents(
        self, store: Store, files: list[SeedFile], preparer: Preparer, broken: list[int], progress: Progress
    ) -> Iterator[Document]:
        """Put the files' articles into the store and yield their terms for the engine.

        A file that turns out unreadable half way is refused as a whole: `broken` gets the numbers that the
        engine has to forget again.
        """
        done, total = 0, sum(f.rows for f in files)
        sources = {f.path: store.add_source(f.name, f.digest) for f in files}
        refused: set[Path] = set()
        unseen = {f.path for f in files if not f.readable}

        def refuse(path: Path, error: PageError) -> None:
            if path not in refused:
                # Found and then not read, it may be read as it is; what could not be looked at is another when it can.
                for_good = path in unseen or not isinstance(error, UnreadableError)
                broken.extend(store.refuse(sources[path], error.why, for_good=for_good))
                refused.add(path)

        queued: deque[Path] = deque()
        batches = self._batches(files, queued, refuse)
        with closing(preparer.all(batches, sum(f.size for f in files))) as prepared:
            for ready in prepared:
                path = queued.popleft()
                if ready.refused:
                    refuse(path, ready.refused)
                if path not in refused:
                    numbers = store.add_articles(sources[path], ready.cut, ready.articles)
                    yield from zip(numbers, ready.terms, strict=True)
                    if id := store.given_twice(numbers):
                        refuse(path, id_given_twice(path.name, id))
                done += max(len(ready.articles), 1)
                progress("index", min(done, total), total)

    def _batches(
        self, files: list[SeedFile], queued: deque[Path], refuse: Callable[[Path, PageError], None]
    ) -> Iterator[Batch]:
        """Yield what is to be read, noting in `queued` of which file each batch is."""
        for file in files:
            try:
                for batch in read_batches(file.path):
                    queued.append(file.path)
                    yield batch
            except PageError as error:
                refuse(file.path, error)

    def _state(
        self, manifest: Manifest, analyzer: Analyzer, store: Store, engine: Engine, learned: Learned
    ) -> State:
        searcher = Searcher(engine, store)
        reader = QuestionReader(analyzer, learned, searcher.holds)
        return State(manifest, analyzer, store, engine, searcher, reader)
