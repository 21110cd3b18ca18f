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
from retrieval.pages import SIDE_SUFFIXES, is_sidecar, read_sidecar, sidecar_of
from retrieval.records import SUSPICIOUS
from retrieval.seeds.folder import articles_in
from retrieval.seeds.parcels import Sent, Turned
from retrieval.seeds.shelf import Printings, Shelf, told_by
from retrieval.whys import Why

LISTED = 30  # headlines kept for the preview
_NOTE = "upload.json"
_SIDE_BYTES = 100_000
# In a folder of this name, under the name of a page: a sidecar that came with it, or that came alone.
_ALONG, _ASIDE = (".along", ".aside")
_CITED = ("publication", "date", "page")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that would come in: how many articles it holds and how many of them lie there already.

    `headlines` are the first ones, None where none is printed; `suspicious` those of doubtful cuts, or how the
    text begins. With `replaces` there is a file of this name. `told` is by what it will be cited because a `sidecar` says
    so: publication, date and page, as far as it tells them. That lies in the seeds already, beside the file's name, unless it
    was `brought` along with the page, or alone, for the page `name` that lies there; then there are no articles.
    """

    name: str
    articles: int
    known: int
    headlines: tuple[str | None, ...]
    suspicious: tuple[str, ...]
    replaces: bool
    sidecar: str | None = None
    told: dict[str, str] = field(default_factory=dict)
    brought: Literal["along", "alone"] | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that waits, with the place of the sidecar that came along if one did; or the sidecar of a page that lies there."""

    path: Path
    name: str
    along: Path | None = None


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
        self.sweep()
        upload = Upload(secrets.token_urlsafe(9), owner, self._clock())
        place = self._folder / upload.key
        for how in (_ALONG, _ASIDE):
            (place / how).mkdir(parents=True)
        shelf = Shelf(seeds, printings)
        try:
            for file in files:
                for seen in [file] if isinstance(file, Turned) else _looked_at(file, place, shelf):
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

    def waiting(self, key: str, owner: int) -> list[Waiting] | None:
        """Return the files of an upload of this owner's, pages first; None when it is unknown, another's, at its end or too old."""
        note = self._note(key, owner)
        if not note or "ended" in note or self._clock() - note["at"] >= self._keep_s:
            return None
        place = self._folder / key
        pages = [Waiting(p, p.name, _waits(p, _ALONG)) for p in _files(place)]
        return pages + [Waiting(p, p.name) for p in _files(place / _ASIDE)]

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
            place = self._folder / key
            for file in [f for how in ("", _ALONG, _ASIDE) for f in _files(place / how)]:
                file.unlink()

    def sweep(self) -> None:
        """Throw away what has waited too long."""
        with suppress(OSError):  # there is none yet, or another process throws it away just now
            for place in self._folder.iterdir():
                if self._clock() - place.stat().st_mtime > self._keep_s:
                    shutil.rmtree(place, ignore_errors=True)


def _looked_at(sent: Sent, place: Path, shelf: Shelf) -> Iterator[Draft | Turned]:
    """Look at a page and its sidecar, or at a sidecar of a page that lies on the shelf; a bad one costs no page."""
    if is_sidecar(Path(sent.name)):
        yield _look_aside(sent, place, shelf)
        return
    page = place / sent.name
    side, name = _waits(page, _ALONG), page.with_suffix(SIDE_SUFFIXES[0]).name
    if sent.side is not None and (why := _fault(page, side, sent.side)):
        yield Turned(name, why)
    seen = _look(sent, place, shelf)
    yield seen
    if isinstance(seen, Turned) and side.exists():  # it may be new of the page that lies there
        side.unlink()
        twin = str(seen.why.about["twin"]) if seen.why.word == "file_same" else sent.name
        known = Path(twin).with_suffix(SIDE_SUFFIXES[0]).name
        yield _look_aside(Sent(known, sent.side or b""), place, shelf)


def _look_aside(sent: Sent, place: Path, shelf: Shelf) -> Draft | Turned:
    """Look at a sidecar by itself: one whose page lies on the shelf may come in."""
    home = shelf.page_of(sent.name)
    if home is None:
        return Turned(sent.name, Why("file_side"))
    old, page = sidecar_of(home), place / home.name
    if old and old.read_bytes() == sent.raw:
        return Turned(sent.name, Why("file_same", {"twin": old.name}))
    side = _waits(page, _ASIDE)
    if why := _fault(page, side, sent.raw):
        return Turned(sent.name, why)
    with _beside(page, side):
        return Draft(home.name, 0, 0, (), (), bool(old), sent.name, _told(page), "alone")


def _files(place: Path) -> list[Path]:
    """Return the files that wait in a folder; none where an upload by an older version of the bot has no such folder."""
    return sorted(p for p in place.iterdir() if p.is_file() and p.name != _NOTE) if place.is_dir() else []


def _waits(page: Path, how: str) -> Path:
    """Return where the sidecar of a page waits: among no pages and sidecars, and under a name that is no longer."""
    return page.parent / how / page.name


def _fault(page: Path, side: Path, raw: bytes) -> Why | None:
    """Let a sidecar wait as `side`; return why it can't where it is none."""
    if len(raw) > _SIDE_BYTES:
        return Why("file_long", {"most": _SIDE_BYTES})
    side.write_bytes(raw)
    try:
        with _beside(page, side):
            read_sidecar(page)
    except PageError as error:
        side.unlink()
        return error.why
    return None


def _told(page: Path) -> dict[str, str]:
    """Return by what a page is cited as the sidecar beside it has it; raises PageError."""
    told = read_sidecar(page)
    return {key: told[key] for key in _CITED if key in told}


def _look(sent: Sent, place: Path, shelf: Shelf) -> Draft | Turned:
    """Cut a file on trial; what is on the shelf or in this upload already, unreadable or without articles is turned away."""
    if twin := shelf.twins.of(sent.raw):
        return Turned(sent.name, Why("file_same", {"twin": twin.name}))
    if twin := shelf.mine.of(sent.raw):
        return Turned(sent.name, Why("file_twice", {"twin": twin.name}))
    path = place / sent.name
    path.write_bytes(sent.raw)
    try:
        draft, articles = _drafted(path, shelf)
    except PageError as error:
        path.unlink()
        return Turned(sent.name, error.why)
    if draft.known < draft.articles:
        if twin_name := shelf.sent_in(sent.name, articles):
            path.unlink()
            return Turned(sent.name, Why("file_twice", {"twin": twin_name}))
        shelf.mine.add(path)
        return draft
    path.unlink()
    known = Why("file_known", {"count": draft.articles})
    return Turned(sent.name, known if draft.articles else Why("file_nothing"))


def _drafted(path: Path, shelf: Shelf) -> tuple[Draft, list[str]]:
    """Cut a file as it would be cut in the seeds, with the sidecar that lies there; raises PageError for that one too.

    Returns its articles, too, by `told_by`.
    """
    articles: list[str] = []
    count = known = 0
    headlines: list[str | None] = []
    suspicious: list[str] = []
    along = _waits(path, _ALONG)
    side = along if along.exists() else sidecar_of(shelf.home(path.name))
    with _beside(path, side) as beside:
        told = _told(path)
        for article in articles_in(path):
            count += 1
            known += shelf.prints(article)
            articles.append(told_by(article))
            if count == 1:  # what a row tells of itself goes before the sidecar
                told = {key: value for key, value in told.items() if getattr(article, key) == value}
            if count <= LISTED:
                headlines.append(article.title)
            if article.confidence < SUSPICIOUS and len(suspicious) < LISTED:
                suspicious.append(article.title or article.text[:60])
    draft = Draft(
        path.name,
        count,
        known,
        tuple(headlines),
        tuple(suspicious),
        shelf.holds(path.name),
        beside,
        told,
        "along" if side == along else None,
    )
    return draft, articles


@contextmanager
def _beside(path: Path, side: Path | None) -> Iterator[str | None]:
    """Let a copy of the sidecar `side` lie beside a file for a while, under the name that it has or will have; yields that."""
    if side is None:
        yield None
        return
    copy = path.with_suffix(side.suffix if is_sidecar(side) else SIDE_SUFFIXES[0])
    shutil.copyfile(side, copy)
    try:
        yield copy.name
    finally:
        copy.unlink()
