"""One run of the bot: the desk, and what all handlers share. Knows no Telegram library."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import ParamSpec, TypeVar

from bot.cards.card import Card, Place
from bot.memory.limits import RateLimit, Verdict
from bot.memory.recent import Recent
from bot.talk.desk import Desk, LookedAt
from retrieval.errors import BusyError

_RIVAL_S = 300.0  # Telegram refuses one of two each minute at least
P = ParamSpec("P")
T = TypeVar("T")
_KEPT_REPLIES = 5000
_OWN_THREADS = 2  # besides one for each process: these write cards, and search where there is no process


class Office:
    """The desk with its limits, its threads and its short memory of which message answered which."""

    def __init__(self, desk: Desk) -> None:
        """Open for `desk`.

        By the chat and the id of a message: `replies` tells which message answered it, `asked_after` the answer
        in whose light it was asked, `opened` the article that one of ours shows. `albums` are those of which a picture came, `admins` who in which chat is one or
        isn't, and since when that is known.
        """
        limits = desk.settings.limits
        self.desk = desk
        self.user_limit = RateLimit(limits.per_user_per_minute)
        self.chat_limit = RateLimit(limits.per_chat_per_minute)
        self.inline_limit = RateLimit(limits.inline_per_user_per_minute)
        self.press_limit = RateLimit(limits.presses_per_user_per_minute)
        self.apologies = RateLimit(2)
        self.replies: Recent[tuple[int, int], int] = Recent(_KEPT_REPLIES)
        self.albums: Recent[str, bool] = Recent(_KEPT_REPLIES)
        self.admins: Recent[tuple[int, int], tuple[bool, float]] = Recent(_KEPT_REPLIES)
        self.asked_after: Recent[tuple[int, int], LookedAt | None] = Recent(_KEPT_REPLIES)
        self.opened: Recent[tuple[int, int], Place | None] = Recent(_KEPT_REPLIES)
        self._rival_at = float("-inf")
        self.reloading = asyncio.Lock()
        self.stopping = Event()  # for what a thread does: whoever waits for it would wait for minutes
        self.telling = asyncio.Lock()
        threads = desk.service.processes + _OWN_THREADS
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="readers")
        self._room = threads + desk.settings.search.waiting

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do blocking `work` for a reader off the event loop; an admin's doesn't wait here, but has `to_thread`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: work(*args, **kwargs))

    async def in_turn(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do `work` that searches, as `in_thread` does; raises BusyError where `search.waiting` wait already."""
        if not self._room:
            raise BusyError("busy")
        self._room -= 1
        try:
            return await self.in_thread(work, *args, **kwargs)
        finally:
            self._room += 1

    def note_shown(self, chat: int, message: int, card: Card, reader: int) -> None:
        """Note what a message of ours shows now; an article opened in the private chat is what its reader looks at."""
        self.opened.put((chat, message), card.shows)
        if card.shows and chat > 0:
            self.desk.looked_at(reader, card.shows)

    @property
    def has_rival(self) -> bool:
        """Whether another program took updates of our token of late."""
        return time.monotonic() - self._rival_at < _RIVAL_S

    def meet_rival(self) -> bool:
        """Note that another program takes the updates of our token; returns whether that is news."""
        news = not self.has_rival
        self._rival_at = time.monotonic()
        return news

    def take_turn(self, user: int, chat: int) -> tuple[Verdict, str]:
        """Count a question or a command; when it is refused, also return which sentence says so."""
        verdict = self.user_limit.take(user)
        if not verdict.allowed or chat > 0:  # a private chat is its user's, and has no limit of its own
            return verdict, "wait_user"
        return self.chat_limit.take(chat), "wait_chat"

    def close(self) -> None:
        """Finish what is under way and close the database."""
        self._pool.shutdown()
        self.desk.store.close()
