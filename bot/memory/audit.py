"""Who changed the corpus, when and how? Admins are named by their user ids here, unlike readers."""

from __future__ import annotations

import logging
import time

from bot.memory.store import Store

log = logging.getLogger(__name__)
DETAIL_CHARS = 500


class Audit:
    """The audit table: a line for each upload, removal, reload and rollback."""

    def __init__(self, store: Store) -> None:
        """Write into `store`; the log has each line too, should the database be away."""
        self._store = store

    def note(self, user: int, what: str, detail: str = "") -> None:
        """Note that the admin `user` did `what`, e.g. note(7, "upload", "健康报.txt")."""
        log.info("admin %d: %s %s", user, what, detail)
        values = (time.time(), user, what, detail[:DETAIL_CHARS])
        self._store.write("INSERT INTO audit VALUES (?, ?, ?, ?)", *values)

    def lines(self, most: int = 50) -> list[tuple[float, int, str, str]]:
        """Return the last lines, newest first."""
        sql = "SELECT at, user, what, detail FROM audit ORDER BY at DESC, rowid DESC LIMIT ?"
        return [(float(at), int(user), str(w), str(d)) for at, user, w, d in self._store.rows(sql, most)]
