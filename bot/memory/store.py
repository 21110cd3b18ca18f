"""What the bot remembers in SQLite: languages, who asked what, feedback, the question log.

Readers' user ids are kept as keyed hashes only, but as they are with what somebody watches for (watches.py), as admins'
are in the audit.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.memory.database import Database

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that buttons refer to: who asked it, and after which earlier one.

    `hits` are the names (`name_of`) of the articles that were found, none for a question of an older version of the bot.
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


class Store(Database):
    """The database in words of the bot."""

    def __init__(
        self, path: Path | None, keep_days: int = 90, clock: Callable[[], float] = time.time
    ) -> None:
        """Open or make the database at `path`; None keeps everything in memory."""
        super().__init__(path)
        self._clock = clock
        self._keep_s = keep_days * _DAY_S
        self._pruned = 0.0
        self._salt = self.run(_salt)

    def hash_of(self, user: int) -> str:
        """Return what stands for a user id in the database; without its salt it can't be turned back."""
        return hashlib.blake2b(str(user).encode(), key=self._salt, digest_size=12).hexdigest()

    def language(self, user: int) -> str | None:
        """Return the language a user chose."""
        row = self.row("SELECT code FROM language WHERE user = ?", self.hash_of(user))
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
        row = self.row("SELECT asker, question, previous, hits FROM asked WHERE id = ?", id)
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
            self.drop_broken(now - self._keep_s)

    def tally(self, since: float) -> Tally:
        """Count what was logged since a time (seconds since 1970)."""
        asked = "SELECT count(*), coalesce(sum(NOT answered), 0) FROM question_log WHERE at >= ?"
        votes = "SELECT coalesce(sum(good), 0), coalesce(sum(NOT good), 0) FROM feedback WHERE at >= ?"
        return Tally(*(self.row(asked, since) or (0, 0)), *(self.row(votes, since) or (0, 0)))


def _salt(connection: sqlite3.Connection) -> bytes:
    """Return the salt of a database, made where it has none: what stands there can be read though it is locked."""
    noted = "SELECT value FROM meta WHERE key = 'salt'"
    if not connection.execute(noted).fetchone():
        with connection:
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('salt', ?)", (secrets.token_hex(16),))
    return bytes.fromhex(connection.execute(noted).fetchone()[0])
