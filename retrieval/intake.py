"""Look through an upload before it is taken: what would come in, what is there already, what looks badly cut?

The files wait in a folder of their own, so that the confirmation may come after a restart.
"""

from __future__ import annotations

import json
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from retrieval.errors import PageError
from retrieval.pages import read_sidecar, sidecar_of
from retrieval.parcels import Sent, Turned
from retrieval.records import SUSPICIOUS, Article
from retrieval.seeds import articles_in, seed_file
from retrieval.shelving import shelved
from retrieval.whys import Why

LISTED = 30  # headlines kept for the preview
_NOTE = "upload.json"
_CITED = ("publication", "date", "page")

Printings = Callable[[Article], Iterable[tuple[str, str]]]
"""Gives the files that hold an article's text as the corpus read them: name and digest."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that would come in: how many articles it holds and how many of them lie there already.

    `headlines` are the first ones, None where none is printed; `suspicious` those of doubtful cuts, or how the
    text begins. With `replaces` there is a file of this name. `told` is by what it will be cited under this name because a
    `sidecar` lies in the seeds already that says so: publication, date and page, as far as it tells them.
    """

    name: str
    articles: int
    known: int
    headlines: tuple[str | None, ...]
    suspicious: tuple[str, ...]
    replaces: bool
    sidecar: str | None = None
    told: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Upload:
    """Files that wait for a yes. `key` names the upload in the button."""

    key: str
    owner: int
    at: float
    drafts: list[Draft] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)


class Intake:
    """Where uploads wait."""

    def __init__(self, folder: Path, keep_s: float, clock: Callable[[], float] = time.time) -> None:
        """Let them wait in `folder`, for `keep_s` seconds."""
        self._folder = folder
        self._keep_s = keep_s
        self._clock = clock
        self._taken: set[str] = set()

    def stage(self, owner: int, files: Iterable[Sent | Turned], seeds: Path, printings: Printings) -> Upload:
        """Look through `files` and let those wait that may come into `seeds`.

        Raises OSError, SeedsError where there is no such folder, and what reading the files raises.
        """
        self._sweep()
        upload = Upload(secrets.token_urlsafe(9), owner, self._clock())
        place = self._folder / upload.key
        place.mkdir(parents=True)
        shelf = _Shelf(seeds, printings)
        try:
            for file in files:
                seen = file if isinstance(file, Turned) else _look(file, place, shelf)
                if isinstance(seen, Draft):
                    upload.drafts.append(seen)
                else:
                    upload.turned.append(seen)
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        if upload.drafts:
            (place / _NOTE).write_text(json.dumps(asdict(upload)), encoding="utf-8")
        else:
            shutil.rmtree(place, ignore_errors=True)
        return upload

    def waiting(self, key: str, owner: int) -> list[Path] | None:
        """Return the files of an upload of this owner's; None when it is unknown, another's, at its end or too old."""
        note = self._note(key, owner)
        if not note or "ended" in note or self._clock() - note["at"] >= self._keep_s:
            return None
        return self._files(key)

    def ended(self, key: str, owner: int) -> str | None:
        """Return how an upload of this owner's ended (see `end`), None where that isn't known, or not so."""
        return self._note(key, owner).get("ended")

    def _note(self, key: str, owner: int) -> dict[str, Any]:
        """Return what is noted of an upload, nothing where it is unknown or another's."""
        try:
            note: dict[str, Any] = json.loads(self._note_path(key).read_text(encoding="utf-8")) if key else {}
            return note if note["owner"] == owner else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _note_path(self, key: str) -> Path:
        return self._folder / key / _NOTE

    def _files(self, key: str) -> list[Path]:
        return sorted(p for p in (self._folder / key).iterdir() if p.name != _NOTE)

    def take(self, key: str) -> bool:
        """Begin to take an upload in; False where that is under way already, for a button is easily pressed twice."""
        fresh = key not in self._taken
        self._taken.add(key)
        return fresh

    def give_back(self, key: str) -> None:
        """End what `take` began, well or not."""
        self._taken.discard(key)

    def end(self, key: str, owner: int, how: Literal["saved", "dropped"]) -> None:
        """Throw the files of an upload away and note how it ended: its button may be pressed again."""
        note = self._note(key, owner) | {"ended": how}
        with suppress(OSError):
            self._note_path(key).write_text(json.dumps(note), encoding="utf-8")
            for file in self._files(key):
                file.unlink()

    def _sweep(self) -> None:
        """Throw away what has waited too long."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for place in self._folder.iterdir():
            if self._clock() - place.stat().st_mtime > self._keep_s:
                shutil.rmtree(place, ignore_errors=True)


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


def _holds(file: Path, raw: bytes) -> bool:
    try:
        return file.read_bytes() == raw
    except OSError:
        return False


class _Shelf:
    """What the files of an upload are looked at beside: the seeds, and those of them that may come in (`mine`)."""

    def __init__(self, seeds: Path, printings: Printings) -> None:
        names = shelved(seeds)
        self._seeds = seeds
        self._names = {name.casefold(): name for name in names}
        self.twins = Twins(seeds / name for name in names)
        self.mine = Twins()
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

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            self._digests[name] = seed_file(self._seeds / name).digest
        return self._digests[name]

    def home(self, name: str) -> Path:
        """Return where a file would lie under its name: in the place of its namesake, where there is one."""
        return self._seeds / self._names.get(name.casefold(), name)


def _look(sent: Sent, place: Path, shelf: _Shelf) -> Draft | Turned:
    """Cut a file on trial; what is on the shelf or in this upload already, unreadable or without articles is turned away."""
    if twin := shelf.twins.of(sent.raw):
        return Turned(sent.name, Why("file_same", {"twin": twin.name}))
    if twin := shelf.mine.of(sent.raw):
        return Turned(sent.name, Why("file_twice", {"twin": twin.name}))
    path = place / sent.name
    path.write_bytes(sent.raw)
    try:
        draft = _drafted(path, shelf)
    except PageError as error:
        path.unlink()
        return Turned(sent.name, error.why)
    if draft.known < draft.articles:
        shelf.mine.add(path)
        return draft
    path.unlink()
    known = Why("file_known", {"count": draft.articles})
    return Turned(sent.name, known if draft.articles else Why("file_nothing"))


def _drafted(path: Path, shelf: _Shelf) -> Draft:
    """Cut a file as it would be cut in the seeds, with the sidecar that lies there; raises PageError for that one too."""
    count = known = 0
    headlines: list[str | None] = []
    suspicious: list[str] = []
    home = shelf.home(path.name)
    told, side = read_sidecar(home), sidecar_of(home)
    told = {key: told[key] for key in _CITED if key in told}
    with _beside(path, side):
        for article in articles_in(path):
            count += 1
            known += shelf.prints(article)
            if count == 1:  # what a row tells of itself goes before the sidecar
                told = {key: value for key, value in told.items() if getattr(article, key) == value}
            if count <= LISTED:
                headlines.append(article.title)
            if article.confidence < SUSPICIOUS and len(suspicious) < LISTED:
                suspicious.append(article.title or article.text[:60])
    return Draft(
        path.name,
        count,
        known,
        tuple(headlines),
        tuple(suspicious),
        shelf.holds(path.name),
        side.name if side else None,
        told,
    )


@contextmanager
def _beside(path: Path, side: Path | None) -> Iterator[None]:
    """Let a copy of the sidecar `side` lie beside a file for a while."""
    if side is None:
        yield
        return
    copy = path.with_suffix(side.suffix)
    shutil.copyfile(side, copy)
    try:
        yield
    finally:
        copy.unlink()
