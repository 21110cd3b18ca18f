"""In which order are updates worked on? Each chat's one after the other, different chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

WAITING = 100_000
"""Updates that may wait for their turn; a waiting one is a small task, so a flood is queued, not lost."""


class ChatTurns(BaseUpdateProcessor):
    """Works on the updates of one chat in the order they came in."""

    def __init__(self) -> None:
        """Begin with no chat waiting."""
        super().__init__(WAITING)
        # A lock lives as long as somebody holds or awaits it, so the mapping never grows stale.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` when all earlier updates of the same chat are done."""
        lock = self._locks.setdefault(_chat_of(update), asyncio.Lock())
        async with lock:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to tear down."""


def _chat_of(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0
