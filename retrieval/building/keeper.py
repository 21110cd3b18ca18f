"""Keep a corpus current: load the version that lies in the data folder, build the next, swap, go back."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from retrieval.building.builder import Builder, Progress, State
from retrieval.engines import discard_engine
from retrieval.errors import GoldenError, ReloadBusyError, SeedsError, StoreError, VersionError
from retrieval.index.versions import Current, Manifest, Versions, version_in
from retrieval.seeds.folder import SeedFile, scan_seeds, seed_paths

log = logging.getLogger(__name__)
_AGAIN_S = 60.0  # until a version that couldn't be loaded is tried again: a fault of the engine or the system may pass
PATIENCE_S = 600.0  # how long opening waits for another process that is building the same corpus
Gate = Callable[[State], None]
"""Raises GoldenError where a new state must not serve."""
Shelve = Callable[[], object]
"""Changes the files of the seeds folder."""


class HeldBack(NamedTuple):
    """The files that a way back keeps from being served, in this form or at all, and those that are served for it alone."""

    come: tuple[str, ...]
    go: tuple[str, ...]


class Keeper:
    """Where the versions of one seeds folder come from."""

    def __init__(self, seeds: Path, builder: Builder, data: Path | None, keep: int, gate: Gate) -> None:
        """Keep the corpus of `seeds` in `data`, in memory where that is None or can't be written."""
        self.seeds = seeds
        self._builder = builder
        self._gate = gate
        self._versions = Versions(data / _folder_name(seeds), keep, discard_engine) if data else None
        self._reloading = threading.Lock()
        self._said: set[str] = set()
        # The folder of a version by another process that can't be served here, and until when it is let be.
        self._unloadable = ("", 0.0)

    def open(self, sync: bool, progress: Progress) -> State:
        """Return the version that lies in the data folder, if `sync` brought up to date with the seeds.

        Raises SeedsError where they can't be read, or are gone though a version was made of some.
        """
        state = self._current()
        if not sync:
            return state or self._builder.build([], None, None, progress)
        files = scan_seeds(self.seeds)
        if state and self._serves(state, files):
            return state
        if not files:
            self._refuse_to_empty(state)
        try:
            with self._writing(PATIENCE_S):
                # The process that we waited for may have built just what is wanted.
                state = self._current() if self._versions else None
                return state if state and self._serves(state, files) else self._first(files, state, progress)
        except OSError as error:
            log.warning("the data folder can't be written (%s): working in memory", error)
            self._versions = None
            return self._builder.build(files, state, None, progress)

    def _first(self, files: list[SeedFile], base: State | None, progress: Progress) -> State:
        """Build at the start: where the golden questions forbid the new version, the old one, if any, serves.

        Without an old one it serves all the same, and every reload is refused until the questions are answered.
        """
        if not files:
            # Looked at again: a process that we waited for may serve the first ones by now.
            self._refuse_to_empty(base)
        folder = self._versions.building() if self._versions else None
        state = self._builder.build(files, base, folder, progress)
        try:
            self._gate(state)
        except GoldenError as error:
            instead = "the old corpus serves on" if base else "there is no older corpus, so this one serves"
            log.warning("%s", "; ".join([str(error), *map(str, error.broken), instead]))
            if base:
                return base
        return self._published(state, folder)

    def _refuse_to_empty(self, state: State | None) -> None:
        """Raise SeedsError where pages are served: that none lies in the seeds any more may be a mount that was lost."""
        served = (self._versions and self._versions.served()) or (state and state.manifest)
        if not (served and served.sources):
            return
        seeds, count = str(self.seeds), served.sources
        if self._versions:
            raise SeedsError("seeds_emptied", folder=seeds, count=count, data=str(self._versions.folder))
        raise SeedsError("seeds_empty", folder=seeds, count=count)

    def _serves(self, state: State, files: list[SeedFile]) -> bool:
        """Tell whether `state` is made of these files, or is what somebody went back to from these files."""
        wanted = self._builder.version_of(files)
        current = self._versions.current() if self._versions else None
        return wanted == state.version or bool(current and wanted == current.held)

    @contextmanager
    def changing(
        self, dry_run: bool = False, patience_s: float = 0.0, progress: Progress | None = None
    ) -> Iterator[bool]:
        """Be the only one, in this process and among all, who changes this corpus; errors of the disk translated.

        Yields whether the data folder may be written: a dry run changes nothing, so it goes on without, in memory.
        Raises ReloadBusyError where somebody else changes the corpus for longer than `patience_s`; that this is
        waited for is the stage "wait" of `progress`.
        """
        if not self._reloading.acquire(timeout=patience_s):
            raise ReloadBusyError("reload_here")
        try:
            with ExitStack() as held:
                may_write = True
                try:
                    held.enter_context(self._writing(patience_s, progress))
                except OSError:
                    if not dry_run:
                        raise
                    may_write = False
                yield may_write
        except OSError as error:
            raise StoreError("data_unwritten", cause=str(error)) from error
        finally:
            self._reloading.release()

    def next_state(
        self,
        old: State,
        dry_run: bool,
        progress: Progress,
        may_write: bool = True,
        shelve: Shelve | None = None,
    ) -> State:
        """Return the state of the seeds as they are now, or as `shelve` makes them, published unless it is a dry run.

        Call it inside `changing`. Raises GoldenError where the new state must not serve, SeedsError where the seeds
        are gone though pages are served: who takes the last page away by `shelve` means it.
        """
        if not seed_paths(self.seeds):
            self._refuse_to_empty(old)
        if shelve:
            shelve()
        files = scan_seeds(self.seeds)
        # With a data folder, what lies there is checked and `old` may not be: its file can be damaged by now.
        base = self._current() if self._versions else old
        wanted = self._builder.version_of(files)
        known = base if base and base.version == wanted else self._kept(wanted)
        if known:
            self._gate(known)  # which serves where there was nothing better, and may not have passed
            if not dry_run:
                self._serve(known)
            return known
        folder = self._versions.building() if self._versions and may_write else None
        state = self._builder.build(files, base, folder, progress)
        self._gate(state)
        return state if dry_run else self._published(state, folder)

    def _kept(self, version: str) -> State | None:
        """Load a version from the data folder, None where there is none that could be."""
        try:
            return self.kept(version)
        except (VersionError, StoreError):
            return None

    def _serve(self, state: State, held: str = "") -> None:
        """Point at a state that lies in the data folder, if there is one, unless that is pointed at already."""
        if self._versions:
            folder = self._versions.find(state.version)
            if self._versions.current() != Current(folder.name, held):
                self._versions.point(folder, held)
            state.engine.publish()

    def kept(self, version: str) -> State:
        """Load a version from the data folder; raises VersionError where it isn't there, StoreError where damaged."""
        if not self._versions:
            raise VersionError("version_unkept")
        return self._builder.load(self._versions.find(version))

    @property
    def on_disk(self) -> bool:
        """Whether the corpus has a data folder that can be used."""
        return self._versions is not None

    def _published(self, state: State, folder: Path | None) -> State:
        """Give a finished folder its name, point at it, and load what now lies there."""
        if not (self._versions and folder):
            return state
        published = self._versions.publish(folder, state.manifest)
        state = self._builder.load(published)
        state.engine.publish()
        return state

    def go_back(self, version: str) -> State:
        """Return an earlier state and point at it. Call it inside `changing`; raises VersionError."""
        state = self.kept(version)
        self._serve(state, self._builder.version_of(scan_seeds(self.seeds)))
        return state

    def follow(self, serving: Callable[[], str], serve: Callable[[State], None]) -> bool:
        """Hand what another process has published to `serve`, where we serve another version and change nothing just now.

        Nothing is written, so no lock of all processes is needed: CURRENT names a whole version at any time, and one that
        is thrown away while it is loaded can't be loaded. Returns whether there was one.
        """
        if not self._versions or not self._reloading.acquire(blocking=False):
            return False
        try:
            current = self._versions.current()
            if not current or self._let_be(current.folder) or version_in(current.folder) == serving():
                return False
            return self._load(self._versions.folder / current.folder, serve)
        finally:
            self._reloading.release()

    def _load(self, folder: Path, serve: Callable[[State], None]) -> bool:
        try:
            serve(self._builder.load(folder))
        except StoreError as error:
            self._unloadable = folder.name, time.monotonic() + _AGAIN_S
            log.warning("what another process published is not served: %s", error)
            return False
        return True

    def _let_be(self, folder: str) -> bool:
        unloadable, until = self._unloadable
        return folder == unloadable and time.monotonic() < until

    def held_back(self, state: State) -> HeldBack:
        """Return what the next reading will undo of a way back to `state`, nothing where none is in force.

        Raises SeedsError where the seeds can't be looked at.
        """
        current = self._versions.current() if self._versions else None
        if not (current and current.held):
            return HeldBack((), ())
        served, lie = state.store.digests(), {file.name: file.digest for file in scan_seeds(self.seeds)}
        come = (name for name, digest in lie.items() if served.get(name) != digest)
        return HeldBack(tuple(come), tuple(name for name in served if name not in lie))

    def versions(self) -> list[Manifest]:
        """Return the versions that are kept and that this program can read, oldest first; raises StoreError."""
        kept = self._versions.kept() if self._versions else []
        return [manifest for _, manifest in kept if self._builder.reads(manifest)]

    def _current(self) -> State | None:
        """Load the current version, None where there is none that this program can use."""
        current = self._versions.current() if self._versions else None
        if not (self._versions and current):
            return None
        try:
            return self._builder.load(self._versions.folder / current.folder)
        except StoreError as error:
            if str(error) not in self._said:
                log.warning("%s; it is built again from the seeds", error)
            self._said.add(str(error))
            return None

    def _writing(self, patience_s: float, progress: Progress | None = None) -> AbstractContextManager[None]:
        told = False

        def waiting() -> None:
            nonlocal told
            if not told:
                log.warning("waiting for another process that reads the seeds of %s", self.seeds)
                told = True
            if progress:
                progress("wait", 0, 0)

        return self._versions.writing(patience_s, waiting) if self._versions else nullcontext()


def _folder_name(seeds: Path) -> str:
    """Return a name of its own for each seeds folder, so that two never take turns in one place."""
    try:
        place = seeds.resolve()
    except RuntimeError:  # links that lead in a circle: that there is no folder is said where it is read
        place = seeds.absolute()
    return f"{place.name}-{hashlib.blake2b(str(place).encode(), digest_size=4).hexdigest()}"
