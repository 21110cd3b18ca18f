"""The versions of a corpus in its data folder: which one is current, and how is the next one put there?

CURRENT             names the folder that answers; replaced by renaming, so it is the old name or the new
lock                held by whoever writes; the system lets go of it when a process dies
000007-3f2a91c04d/  a finished version: never changed again
building-1234/      an unfinished one; the next writer throws it away
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from retrieval.errors import ReloadBusyError, StoreError, VersionError

if sys.platform != "win32":
    import fcntl

MANIFEST = "manifest.json"
CHECKED_BYTES = (
    256 * 2**20
)  # a version up to this size is read through when it is opened; a larger one by its parts
NOTICED_S = 1.0  # after which who waits wants to know what for


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a version says of itself: its name, how it was made, what it holds.

    `unlearned` counts the articles that came after the corpus last learned from itself.
    """

    version: str
    recipe: str
    engine: str
    made: str
    sources: int
    articles: int
    passages: int
    tokens: int
    build_s: float
    unlearned: int
    files: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Current:
    """The folder that answers; `held` is the version that someone went back from, which is not to return."""

    folder: str
    held: str = ""


class Versions:
    """The folder of one corpus's versions."""

    def __init__(self, folder: Path, keep: int, discard: Callable[[Path], None]) -> None:
        """Keep at most `keep` versions in `folder`; `discard` gives back what one holds elsewhere."""
        self.folder = folder
        self._keep = keep
        self._discard = discard

    @contextmanager
    def writing(self, patience_s: float = 0.0, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Hold the lock; raises ReloadBusyError when another process still has it after `patience_s`.

        Calls `waiting` again and again once that takes long enough to be noticed; what it raises ends it. Raises OSError where the folder can't be
        written. What is unfinished at the end is thrown away.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("a") as lock:
            if not _locked(lock.fileno()):
                _wait_for(lock.fileno(), patience_s, waiting)
            self._sweep()
            try:
                yield
            finally:
                self._sweep()

    def current(self) -> Current | None:
        """Return what CURRENT says, None where there is none or it can't be read."""
        try:
            return Current(**json.loads((self.folder / "CURRENT").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def served(self) -> Manifest | None:
        """Return what the current version says of itself, whoever made it; None where there is none that can be read."""
        if not (current := self.current()):
            return None
        try:
            return read_manifest(self.folder / current.folder)
        except StoreError:
            return None

    def building(self) -> Path:
        """Make an empty folder for the next version; the caller holds the lock."""
        folder = self.folder / f"building-{os.getpid()}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def publish(self, building: Path, manifest: Manifest) -> Path:
        """Write the manifest, make all of it durable, give the folder its name and point CURRENT at it."""
        (building / MANIFEST).write_text(json.dumps(asdict(manifest)), encoding="utf-8")
        for path in [*building.rglob("*"), building]:
            make_durable(path)
        number = max((int(f.name[:6]) for f in self._finished()), default=0) + 1
        folder = self.folder / f"{number:06}-{manifest.version}"
        building.rename(folder)
        self.point(folder)
        return folder

    def point(self, folder: Path, held: str = "") -> None:
        """Make `folder` the current version; the one before is the last that grows too old."""
        if before := self.current():
            with suppress(OSError):
                os.utime(self.folder / before.folder)
        new = self.folder / "CURRENT.new"
        new.write_text(json.dumps(asdict(Current(folder.name, held))), encoding="utf-8")
        make_durable(new)
        new.replace(self.folder / "CURRENT")
        make_durable(self.folder)

    def kept(self) -> list[tuple[Path, Manifest]]:
        """Return the versions that lie here, oldest first; damaged ones are left out.

        Raises StoreError where that can't be seen; where there is no data folder there are none.
        """
        out = []
        try:
            folders = self._finished()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError("data_unread", folder=str(self.folder), cause=str(error.strerror)) from error
        for folder in folders:
            try:
                out.append((folder, read_manifest(folder)))
            except StoreError:
                continue
        return out

    def find(self, version: str) -> Path:
        """Return the newest folder of a version; raises VersionError where there is none."""
        found = [folder for folder, manifest in self.kept() if manifest.version == version]
        if not found:
            if known := ", ".join(m.version for _, m in self.kept()):
                raise VersionError("version_unknown", version=version, known=known)
            raise VersionError("version_none", version=version)
        return found[-1]

    def _finished(self) -> list[Path]:
        return sorted(f for f in self.folder.iterdir() if f.is_dir() and f.name[:6].isdigit())

    def _sweep(self) -> None:
        """Throw away what is unfinished, what lies here twice, and what was last used too long ago.

        An old version first loses its name, so that a half deleted one is never taken for a whole one.
        """
        current = self.current()
        others = [f for f in self._finished() if not current or f.name != current.folder]
        last: dict[str, Path] = {}
        for folder in sorted(others, key=lambda f: (f.stat().st_mtime_ns, f.name), reverse=True):
            last.setdefault(version_in(folder.name), folder)
        if current:
            last.pop(version_in(current.folder), None)
        kept = list(last.values())[: max(self._keep - 1, 0)]
        for folder in others:
            if folder not in kept:
                folder.rename(folder.with_name(f"building-gone-{folder.name}"))
        for folder in self.folder.glob("building-*"):
            self._discard(folder / "engine")
            shutil.rmtree(folder, ignore_errors=True)


def version_in(name: str) -> str:
    """Return the version that a folder's name ends with."""
    return name.partition("-")[2]


def read_manifest(folder: Path) -> Manifest:
    """Read what a version says of itself; raises StoreError where that can't be read."""
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError("version_manifest", folder=folder.name, cause=str(error)) from error


def measure(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and checksum of each file of a version."""
    files = (
        p for p in sorted(folder.rglob("*")) if p.is_file() and p.name != MANIFEST and p.suffix != ".lock"
    )
    return {str(p.relative_to(folder)): (p.stat().st_size, _checksum(p)) for p in files}


def check(folder: Path, manifest: Manifest) -> None:
    """Compare a version's files with its manifest; raises StoreError at the first that differs.

    Beyond CHECKED_BYTES only sizes are compared: there each record is checked when it is read.
    """
    whole = sum(size for size, _ in manifest.files.values()) <= CHECKED_BYTES
    for name, (size, checksum) in manifest.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size or (whole and _checksum(path) != checksum):
            raise StoreError("version_file", file=f"{folder.name}/{name}")


def _checksum(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while block := file.read(2**20):
            value = zlib.crc32(block, value)
    return value


def make_durable(path: Path) -> None:
    """Return when the disk holds what was written to a file, or which names a folder has."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _wait_for(handle: int, patience_s: float, waiting: Callable[[], None]) -> None:
    """Wait until we have the lock, calling `waiting` once it is noticed; raises ReloadBusyError after `patience_s`."""
    started = time.monotonic()
    while not _locked(handle):
        waited = time.monotonic() - started
        if waited >= patience_s:
            raise ReloadBusyError("reload_there")
        if waited >= NOTICED_S:
            waiting()
        time.sleep(0.05)


def _locked(handle: int) -> bool:
    """Try to take the lock; on Windows there is none, and one process at a time is assumed."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
