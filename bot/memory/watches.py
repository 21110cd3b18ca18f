"""What readers watch for, and what they are still to be told. Knows no Telegram library.

Unlike everywhere else user ids stand here as they are, or nobody could be written to; they go with the last watch.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.memory.recent import Recent
from bot.memory.store import Store
from retrieval.answering.watching import Sighting
from retrieval.articles.mending.build import name_of
from retrieval.corpus import Corpus
from retrieval.errors import RetrievalError

log = logging.getLogger(__name__)
QUERY_CHARS = 100
_REMEMBERED_S = 400 * 86_400.0
_KEPT_TOLD = 100_000


@dataclass(frozen=True, slots=True)
class Watch:
    """A query that a user watches; `code` is the language in which the user wrote to us."""

    id: int
    user: int
    query: str
    code: str


@dataclass(frozen=True, slots=True)
class News:
    """What one user is to be told: pairs of a query and where an article holds it, and the language."""

    user: int
    code: str
    found: tuple[tuple[str, Sighting], ...]

    @property
    def articles(self) -> list[str]:
        """The articles by name, as they are noted."""
        return [name_of(sighting.article) for _, sighting in self.found]


class Watches:
    """The watches of all users, in the store.

    `behind` tells that news could not be noted, and is still to be looked for by `catch_up`; `at` is the version that this
    process looked through last.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        """Keep them in `store`."""
        self._store = store
        self._clock = clock
        self.behind = False
        self.at = ""
        self._told: Recent[tuple[int, str], bool] = Recent(_KEPT_TOLD)  # should the store not take it

    def add(self, user: int, query: str, code: str) -> None:
        """Watch `query` for a user; a second time changes nothing."""
        values = (user, query, code, self._clock())
        self._store.write("INSERT OR IGNORE INTO watch (user, query, code, at) VALUES (?, ?, ?, ?)", *values)

    def of(self, user: int) -> list[Watch]:
        """Return a user's watches, the oldest first."""
        return self._watches("SELECT id, user, query, code FROM watch WHERE user = ? ORDER BY id", user)

    def _watches(self, sql: str, *values: object) -> list[Watch]:
        return [Watch(*row) for row in self._store.rows(sql, *values)]

    def drop(self, user: int, id: int) -> Watch | None:
        """Drop a watch of this user's; returns it, None where there is no such one."""
        gone = next((watch for watch in self.of(user) if watch.id == id), None)
        if gone:
            self._store.write("DELETE FROM watch WHERE id = ?", id)
            self._store.write("DELETE FROM sighting WHERE watch = ? AND told = 0", id)
            if not self.of(user):
                self.forget(user)
        return gone

    def forget(self, user: int) -> None:
        """Drop everything of a user who can't be written to, or who wants nothing any more."""
        self._store.write("DELETE FROM watch WHERE user = ?", user)
        self._store.write("DELETE FROM sighting WHERE user = ?", user)

    def note_new(self, corpus: Corpus, names: Iterable[str]) -> None:
        """Note which watchers are to be told of these new articles, of none a second time, and which version that was.

        What a version held that was looked through before is no news: after a way back all that had come comes again.
        """
        self.behind = self.behind or self._store.failing
        self.at = corpus.version
        watches = self._watches("SELECT id, user, query, code FROM watch ORDER BY id")
        seen = self._seen()
        names = self._unseen(corpus, names, seen) if watches else ()
        found = corpus.sightings((watch.query for watch in watches), names) if watches else {}
        # One row a watch, so that dropping one watch takes no news from another.
        sql = (
            "INSERT OR IGNORE INTO sighting SELECT ?1, ?2, ?3, ?4, ?5, 0, ?6"
            " WHERE NOT EXISTS (SELECT 1 FROM sighting WHERE user = ?1 AND article = ?2 AND told = 1)"
        )
        for watch in watches:
            for s in found.get(watch.query, ()):
                self._store.write(
                    sql, watch.user, name_of(s.article), watch.id, s.start, s.end, self._clock()
                )
        self.behind = self.behind or self._store.failing
        if not self.behind:
            kept = {manifest.version for manifest in corpus.versions()}
            seen = [version for version in seen if version in kept and version != corpus.version]
            noted = " ".join([*seen, corpus.version])
            self._store.write("INSERT OR REPLACE INTO meta VALUES ('watched', ?)", noted)

    def _seen(self) -> list[str]:
        """Return the versions that were looked through, of those that were kept then; the last one last."""
        rows = self._store.rows("SELECT value FROM meta WHERE key = 'watched'")
        return [version for (noted,) in rows for version in noted.split()]

    def _unseen(self, corpus: Corpus, names: Iterable[str], seen: list[str]) -> list[str]:
        """Return of `names` those that none of the versions `seen` held, as far as they are kept still."""
        left = [*names]
        for version in seen:
            with suppress(RetrievalError):
                new = {*corpus.new_since(version)} if left else ()
                left = [name for name in left if name in new]
        return left

    def catch_up(self, corpus: Corpus) -> None:
        """Note what came since the version that was looked through last, while no bot ran or the store failed.

        Where none was yet, or it can't be loaded any more (an upgrade, too many reloads), nothing is new.
        """
        self.behind = False
        new: tuple[str, ...] = ()
        for version in self._seen()[-1:]:
            try:
                new = corpus.new_since(version) if version != corpus.version else ()
            except RetrievalError as error:
                log.info("watchers aren't told what came since version %s: %s", version, error)
        self.note_new(corpus, new)

    def news(self, corpus: Corpus) -> list[News]:
        """Return what is still to be told, one record a user, an article once, under the oldest watch that fits.

        What has left the corpus before it was told waits for the case that it comes again.
        """
        rows = self._store.rows(
            "SELECT w.user, w.code, w.query, s.article, s.start, s.stop FROM sighting s"
            " JOIN watch w ON w.id = s.watch WHERE s.told = 0 ORDER BY w.user, w.id, s.rowid"
        )
        by_user: dict[int, dict[str, tuple[Any, ...]]] = {}
        for user, code, query, article, start, stop in rows:
            if self._told.get((user, article)):
                self._mark_told(user, article)  # it could not be written
            else:
                by_user.setdefault(user, {}).setdefault(article, (code, query, article, start, stop))
        news = [self._news(corpus, user, list(own.values())) for user, own in by_user.items()]
        return [one for one in news if one.found]

    def _news(self, corpus: Corpus, user: int, rows: list[tuple[Any, ...]]) -> News:
        found = []
        for _, query, name, start, stop in rows:
            if article := corpus.article(name):
                found.append((query, Sighting(article, start, stop)))
        return News(user, rows[-1][0], tuple(found))

    def told(self, news: News) -> None:
        """Note that a user was told; this process knows it also where the store can't be written."""
        for article in news.articles:
            self._told.put((news.user, article), True)
            self._mark_told(news.user, article)
        self._store.write("DELETE FROM sighting WHERE at < ?", self._clock() - _REMEMBERED_S)

    def _mark_told(self, user: int, article: str) -> None:
        self._store.write("UPDATE sighting SET told = 1 WHERE user = ? AND article = ?", user, article)
