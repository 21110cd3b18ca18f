"""Throw away in time what is kept for a while only, also where nobody asks and nothing is sent."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AbstractAsyncContextManager

from bot.talk.desk import Desk
from bot.telegram.background import beside

log = logging.getLogger(__name__)
_EVERY_S = 3600.0


def upkeep(desk: Desk, every_s: float = _EVERY_S) -> AbstractAsyncContextManager[None]:
    """Tidy up at once, and every so many seconds while the context lasts."""
    return beside(_tidy_for_ever, desk, every_s)


async def _tidy_for_ever(desk: Desk, every_s: float) -> None:
    while True:
        try:
            await asyncio.to_thread(desk.tidy)
        except Exception:  # whatever it is: it must still be tidied up tomorrow
            log.exception("what was kept long enough could not be thrown away")
        await asyncio.sleep(every_s)
