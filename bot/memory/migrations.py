"""The database's shape, version by version; `PRAGMA user_version` says how many of these steps a file has taken.

A step that was released is never edited: the next change is the next step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

MIGRATIONS = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE language (user TEXT PRIMARY KEY, code TEXT NOT NULL);
    CREATE TABLE asked (
        id TEXT PRIMARY KEY, asker TEXT NOT NULL, question TEXT NOT NULL, previous TEXT, at REAL NOT NULL
    );
    CREATE TABLE feedback (
        asked TEXT NOT NULL, hit INTEGER NOT NULL, user TEXT NOT NULL, good INTEGER NOT NULL,
        article TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (asked, hit, user)
    );
    CREATE TABLE question_log (
        at REAL NOT NULL, user TEXT NOT NULL, question TEXT NOT NULL, article TEXT, answered INTEGER NOT NULL
    );
    CREATE INDEX asked_at ON asked (at);
    CREATE INDEX question_log_at ON question_log (at);
    """,
    """
    CREATE TABLE audit (at REAL NOT NULL, user INTEGER NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL);
    CREATE INDEX audit_at ON audit (at);
    """,
    """
    CREATE TABLE watch (
        id INTEGER PRIMARY KEY, user INTEGER NOT NULL, query TEXT NOT NULL, code TEXT NOT NULL, at REAL NOT NULL,
        UNIQUE (user, query)
    );
    CREATE TABLE sighting (
        user INTEGER NOT NULL, article TEXT NOT NULL, watch INTEGER NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL, PRIMARY KEY (user, article)
    );
    CREATE INDEX sighting_told ON sighting (told);
    """,
    """
    ALTER TABLE sighting RENAME TO sighting_before;
    CREATE TABLE sighting (
        user INTEGER NOT NULL, article TEXT NOT NULL, watch INTEGER NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL,
        PRIMARY KEY (user, article, watch)
    );
    INSERT INTO sighting SELECT * FROM sighting_before;
    DROP TABLE sighting_before;
    CREATE INDEX sighting_told ON sighting (told);
    """,
    "ALTER TABLE asked ADD COLUMN hits TEXT NOT NULL DEFAULT '[]';",
)


def migrate(connection: sqlite3.Connection, steps: Sequence[str]) -> None:
    """Take the steps that the database has not taken yet, each in one transaction.

    Raises OperationalError for a database of a newer version of the bot, which is left as it is.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(steps):
        raise sqlite3.OperationalError(f"made by a newer version, {version} instead of {len(steps)}")
    for number, step in enumerate(steps[version:], version + 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")
