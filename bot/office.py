"""One run of the bot: the desk, and what all handlers share. Knows no Telegram library."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from bot.desk import Desk
from bot.limits import RateLimit, Verdict
from bot.recent import Recent

P = ParamSpec("P")
T = TypeVar("T")
_KEPT_REPLIES = 5000


class Office:
    """The desk with its limits, its threads and its short memory of which message answered which."""

    def __init__(self, desk: Desk) -> None:
        """Open for `desk`."""
        limits = desk.settings.limits
        self.desk = desk
        self.user_limit = RateLimit(limits.per_user_per_minute)
        self.chat_limit = RateLimit(limits.per_chat_per_minute)
        self.inline_limit = RateLimit(limits.inline_per_user_per_minute)
        self.press_limit = RateLimit(limits.presses_per_user_per_minute)
        self.apologies = RateLimit(2)
        self.replies: Recent[tuple[int, int], int] = Recent(_KEPT_REPLIES)
        self.reloading = asyncio.Lock()
        self.telling = asyncio.Lock()
        self._pool = ThreadPoolExecutor(desk.settings.search.threads, thread_name_prefix="search")

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do blocking `work`, a search say, off the event loop; at most `search.threads` at once."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: work(*args, **kwargs))

    def take_turn(self, user: int, chat: int) -> tuple[Verdict, str]:
        """Count a question; when it is refused, also return which sentence says so."""
        verdict = self.user_limit.take(user)
        if not verdict.allowed:
            return verdict, "wait_user"
        return self.chat_limit.take(chat), "wait_chat"

    def close(self) -> None:
        """Finish the searches under way and close the database."""
        self._pool.shutdown()
        self.desk.store.close()
