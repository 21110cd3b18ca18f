"""What the bot remembers in SQLite: languages, who asked what, feedback, the question log.

Readers' user ids are kept as keyed hashes only, but as they are with what somebody watches for (watches.py), as admins'
are in the audit. Answers never depend on this file: where it is corrupt it is set aside and begun anew; where it can't
be used (full, read-only) a memory takes its place for a while; what is to be written while it is locked waits.
"""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from bot.migrations import MIGRATIONS, migrate

log = logging.getLogger(__name__)
T = TypeVar("T")
_LOCK_WAIT_S = 0.2
_REST_S = 30.0
_MOST_LATE = 10_000
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that buttons refer to: who asked it, and after which earlier one.

    `hits` are the ids of the articles that were found, none for a question of an older version of the bot.
    """

    id: str
    asker: str
    question: str
    previous: str | None
    hits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one stretch of time."""

    questions: int
    unanswered: int
    good: int
    bad: int


class Store:
    """The database; every method returns, whatever state the file is in."""

    def __init__(
        self, path: Path | None, keep_days: int = 90, clock: Callable[[], float] = time.time
    ) -> None:
        """Open or make the database at `path`; None keeps everything in memory."""
        self._clock = clock
        self._lock = RLock()
        self._keep_s = keep_days * _DAY_S
        self._memory = _prepared(sqlite3.connect(":memory:", check_same_thread=False))
        self._file = _open(path) if path else None
        self._wanted = path is not None
        self._rest_until = 0.0
        self._late: list[tuple[str, tuple[object, ...]]] = []  # what a lock keeps out of the file
        self._pruned = 0.0
        self._salt = self._run(_salt)

    def close(self) -> None:
        """Close the file, once whoever is at it has done: a thread outlives the task that waits for it."""
        with self._lock:
            if self._late:
                self._brought_in()
            for connection in filter(None, (self._file, self._memory)):
                connection.close()

    @property
    def failing(self) -> bool:
        """Whether what is noted now would be forgotten: the file can't be used at the moment."""
        return self._wanted and (self._file is None or time.monotonic() < self._rest_until)

    def hash_of(self, user: int) -> str:
        """Return what stands for a user id in the database; without its salt it can't be turned back."""
        return hashlib.blake2b(str(user).encode(), key=self._salt, digest_size=12).hexdigest()

    def language(self, user: int) -> str | None:
        """Return the language a user chose."""
        row = self._row("SELECT code FROM language WHERE user = ?", self.hash_of(user))
        return str(row[0]) if row else None

    def set_language(self, user: int, code: str) -> None:
        """Note the language a user chose."""
        self.write("INSERT OR REPLACE INTO language VALUES (?, ?)", self.hash_of(user), code)

    def note_asked(self, user: int, question: str, previous: str | None, hits: Iterable[str] = ()) -> str:
        """Note a question and which articles were found for it.

        Returns the id that buttons carry: random, so that nobody can guess another's.
        """
        id = secrets.token_urlsafe(9)
        values = (id, self.hash_of(user), question, previous, self._clock(), json.dumps([*hits]))
        self.write("INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?)", *values)
        self.prune()  # here too: where questions aren't logged, nothing else would
        return id

    def asked(self, id: str) -> Asked | None:
        """Return the question with this id; None when it is unknown or was pruned."""
        row = self._row("SELECT asker, question, previous, hits FROM asked WHERE id = ?", id)
        return Asked(id, row[0], row[1], row[2], tuple(json.loads(row[3]))) if row else None

    def note_feedback(self, id: str, hit: int, user: int, good: bool, article: str) -> None:
        """Note a thumb up or down; a user's later vote on the same hit replaces the earlier."""
        values = (id, hit, self.hash_of(user), int(good), article, self._clock())
        self.write("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?)", *values)

    def log_question(self, user: int, question: str, article: str | None, answered: bool) -> None:
        """Add a line to the question log and drop what is older than it may be."""
        values = (self._clock(), self.hash_of(user), question, article, int(answered))
        self.write("INSERT INTO question_log VALUES (?, ?, ?, ?, ?)", *values)
        self.prune()

    def prune(self, every_s: float = 3600.0) -> None:
        """Drop what is older than the days it is kept; does nothing when called again within `every_s`."""
        now = self._clock()
        if now - self._pruned >= every_s:
            self._pruned = now
            for table in ("asked", "feedback", "question_log"):
                self.write(f"DELETE FROM {table} WHERE at < ?", now - self._keep_s)  # noqa: S608 names of ours

    def tally(self, since: float) -> Tally:
        """Count what was logged since a time (seconds since 1970)."""
        asked = "SELECT count(*), coalesce(sum(NOT answered), 0) FROM question_log WHERE at >= ?"
        votes = "SELECT coalesce(sum(good), 0), coalesce(sum(NOT good), 0) FROM feedback WHERE at >= ?"
        return Tally(*(self._row(asked, since) or (0, 0)), *(self._row(votes, since) or (0, 0)))

    def _row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        def read(connection: sqlite3.Connection) -> tuple[Any, ...] | None:
            row: tuple[Any, ...] | None = connection.execute(sql, values).fetchone()
            return row

        with self._lock:
            row = self._run(read)
            return read(self._memory) if row is None and self._late else row

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a statement finds."""
        return self._run(lambda connection: connection.execute(sql, values).fetchall())

    def write(self, sql: str, *values: object) -> None:
        """Carry out a statement; what a lock keeps out of the file comes in once it is gone, in the same order."""
        with self._lock:
            self._late.append((sql, values))
            if not self._brought_in():
                del self._late[_MOST_LATE:]
                _carry_out(self._memory, [(sql, values)])

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
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
        return self._file if time.monotonic() >= self._rest_until else None

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
    aside = path.with_name(f"{path.name}.broken-{time.strftime('%Y%m%d-%H%M%S')}")
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


def _salt(connection: sqlite3.Connection) -> bytes:
    """Return the salt of a database, made where it has none: what stands there can be read though it is locked."""
    noted = "SELECT value FROM meta WHERE key = 'salt'"
    if not connection.execute(noted).fetchone():
        with connection:
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('salt', ?)", (secrets.token_hex(16),))
    return bytes.fromhex(connection.execute(noted).fetchone()[0])
