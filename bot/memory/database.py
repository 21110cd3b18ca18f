"""A SQLite file that may fail: every call returns, whatever state it is in.

Where the file is corrupt it is set aside and begun anew; where it can't be used (full, read-only) a memory takes its
place for a while; what is to be written while it is locked waits. One that was deleted or replaced while we have it open
takes whatever is written and keeps none of it, so it is done without, too.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from bot.memory.migrations import MIGRATIONS, migrate

log = logging.getLogger(__name__)
T = TypeVar("T")
_LOCK_WAIT_S = 0.2
_REST_S = 30.0
_BROKEN = ".broken-"  # behind the name of a database that was set aside
_MOST_LATE = 10_000  # statements that wait for the end of a lock
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Database:
    """The file, and the memory that stands in for it."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the database at `path`; None keeps everything in memory."""
        self._lock = RLock()
        self._memory = _prepared(sqlite3.connect(":memory:", check_same_thread=False))
        self._path = path
        self._file = _open(path) if path else None
        self._place = _place_of(path)
        self._rest_until = 0.0
        self._late: list[tuple[str, tuple[object, ...]]] = []  # what a lock keeps out of the file

    def close(self) -> None:
        """Close the file, once whoever is at it has done: a thread outlives the task that waits for it."""
        with self._lock:
            if self._late:
                self._brought_in()
            for connection in filter(None, (self._file, self._memory)):
                connection.close()

    @property
    def path(self) -> Path | None:
        """Where the file should lie, None where everything is kept in memory."""
        return self._path

    @property
    def failing(self) -> bool:
        """Whether what is noted now would be forgotten: the file can't be used at the moment."""
        return self._path is not None and (
            self._file is None or self.displaced or time.monotonic() < self._rest_until
        )

    @property
    def displaced(self) -> bool:
        """Whether the file that we have open lies there no more: it was deleted, or another is in its place."""
        return self._file is not None and _place_of(self._path) != self._place

    def drop_broken(self, before: float) -> None:
        """Delete the damaged databases that were set aside and last written before a time (seconds since 1970)."""
        with suppress(OSError):
            for part in self._path.parent.glob(f"{self._path.name}{_BROKEN}*") if self._path else ():
                if part.stat().st_mtime < before:
                    part.unlink()

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row that a statement finds, None where it finds none."""

        def read(connection: sqlite3.Connection) -> tuple[Any, ...] | None:
            row: tuple[Any, ...] | None = connection.execute(sql, values).fetchone()
            return row

        with self._lock:
            row = self.run(read)
            return read(self._memory) if row is None and self._late else row

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a statement finds."""
        return self.run(lambda connection: connection.execute(sql, values).fetchall())

    def write(self, sql: str, *values: object) -> None:
        """Carry out a statement; what a lock keeps out of the file comes in once it is gone, in the same order."""
        with self._lock:
            self._late.append((sql, values))
            if not self._brought_in():
                del self._late[_MOST_LATE:]
                _carry_out(self._memory, [(sql, values)])

    def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` on the file or, where that fails and for a while after, on the memory."""
        with self._lock:
            if self._late:
                self._brought_in()
            if file := self._usable:
                try:
                    return work(file)
                except sqlite3.Error as error:
                    self._failed(file, error)
            return work(self._memory)

    @property
    def _usable(self) -> sqlite3.Connection | None:
        if time.monotonic() < self._rest_until:
            return None
        if self.displaced:
            self._rest_until = time.monotonic() + _REST_S
            log.error(
                "%s was deleted or replaced while it is open: what is noted now is forgotten; "
                "bring it back, or start the bot again",
                self._path,
            )
            return None
        return self._file

    def _brought_in(self) -> bool:
        """Carry out in the file what is late; False where it can't be now."""
        file = self._usable
        if file is None:
            self._late.clear()
            return False
        try:
            _carry_out(file, self._late)
        except sqlite3.Error as error:
            self._failed(file, error)
            return False
        self._late.clear()
        file.execute(f"PRAGMA busy_timeout = {_LOCK_WAIT_S * 1000:.0f}")
        return True

    def _failed(self, file: sqlite3.Connection, error: sqlite3.Error) -> None:
        """Leave the file alone for a while; a lock is no reason for that, it is over in a moment mostly."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _LOCKED:
            log.info("the database is locked: what is to be written waits")
            file.execute(
                "PRAGMA busy_timeout = 0"
            )  # until it is gone: whoever comes next needn't wait as well
        else:
            self._rest_until = time.monotonic() + _REST_S
            log.warning("the database can't be used (%s): from memory for %d s", error, _REST_S)


def _place_of(path: Path | None) -> tuple[int, int] | None:
    """Return what tells the file at `path` from any other, None where there is none."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


def _carry_out(connection: sqlite3.Connection, statements: list[tuple[str, tuple[object, ...]]]) -> None:
    """Carry out statements in one transaction."""
    with connection:
        for sql, values in statements:
            connection.execute(sql, values)


def _open(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _connected(path)
    except sqlite3.OperationalError as error:
        log.error("%s can't be used (%s): going on without it", path, error)
    except sqlite3.DatabaseError as error:
        return _begun_anew(path, error)
    except OSError as error:
        log.error("%s can't be used (%s): going on without it", path, error)
    return None


def _begun_anew(path: Path, error: sqlite3.DatabaseError) -> sqlite3.Connection | None:
    aside = path.with_name(f"{path.name}{_BROKEN}{time.strftime('%Y%m%d-%H%M%S')}")
    log.error("%s is damaged (%s): kept as %s and begun anew", path, error, aside.name)
    try:
        for end in ("", "-wal", "-shm"):  # left beside a new database they would be read into it
            if (part := Path(f"{path}{end}")).exists():
                part.rename(f"{aside}{end}")
        return _connected(path)
    except (OSError, sqlite3.Error) as again:
        log.error("%s can't be begun anew (%s): going on without it", path, again)
        return None


def _connected(path: Path) -> sqlite3.Connection:
    """Open the database; raises DatabaseError where its pages are damaged, be its header sound."""
    connection = sqlite3.connect(path, timeout=_LOCK_WAIT_S, check_same_thread=False)
    try:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        return _prepared(connection)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    migrate(connection, MIGRATIONS)
    return connection
