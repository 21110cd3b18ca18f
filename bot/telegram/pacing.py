"""How fast do calls go out, and what if Telegram is away? Its own limits kept, short outages waited out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from httpx import ConnectTimeout, PoolTimeout, ReadError, RemoteProtocolError
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import AIORateLimiter

log = logging.getLogger(__name__)
# The library's has a traceback for each 429, though we wait it out.
logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)
_MARGIN_S = 0.1  # Telegram's clock is not ours
_READ = ("sendMessage", "editMessageText")
BRIEFLY = 60
"""As `rate_limit_args`, the seconds for which a message waits that holds something up."""
Result = bool | dict[str, Any] | list[dict[str, Any]]


def may_have_arrived(error: TelegramError) -> bool:
    """Return whether the call that failed so may have been carried out, only its answer being lost.

    To the library a connection that never came about is a time-out, and one that broke off later an outage.
    """
    if isinstance(error, TimedOut):
        return not isinstance(error.__cause__, (ConnectTimeout, PoolTimeout))
    return isinstance(error.__cause__, (ReadError, RemoteProtocolError))


class PatientRateLimiter(AIORateLimiter):
    """30 calls a second, 20 a minute and group; waits out 429; tries again while the network is down.

    Only the call that was refused waits, for a 429 is mostly about one chat; where the library waits, every chat does.
    A message that may have arrived is not sent again, nor is any call that timed out on its way.
    A text for somebody to read waits for a quarter of an hour, so that an answer comes late rather than never, and what
    is of no use by then for a minute; `rate_limit_args` of a call says otherwise, in seconds.
    """

    def __init__(
        self,
        retries: int = 3,
        pauses: tuple[float, ...] = (1.0, 3.0, 9.0),
        longest: float = 60.0,
        patience: float = 900.0,
    ) -> None:
        """Wait at most `retries` times on 429, in all for at most `longest` seconds, with a text for `patience` seconds.

        In an outage wait for each of `pauses`.
        """
        super().__init__(max_retries=0)
        self._retries = retries
        self._pauses = pauses
        self._longest = longest
        self._patience = patience
        self._hurried = asyncio.Event()

    def hurry(self) -> None:
        """Wait for nothing any more: the bot is about to stop."""
        self._hurried.set()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make one call, in time."""
        floods, outages = self._retries, list(self._pauses if endpoint != "getMe" else ())
        left = float(self._patience if endpoint in _READ else self._longest)
        left = left if rate_limit_args is None else float(rate_limit_args)
        while True:
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, None)
            except RetryAfter as error:
                pause = _asked_for(error)
                if not floods or pause > left or self._hurried.is_set():
                    raise
                floods -= 1
                left -= pause
                _note(endpoint, error, pause)
            except NetworkError as error:
                if not outages or not _worth_repeating(endpoint, error) or self._hurried.is_set():
                    raise
                pause = outages.pop(0)
                _note(endpoint, error, pause)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurried.wait(), pause + _MARGIN_S)


def _asked_for(error: RetryAfter) -> float:
    """Return the seconds that a 429 asks us to wait; the public attribute warns that its type will change."""
    return error._retry_after.total_seconds()


def _worth_repeating(endpoint: str, error: NetworkError) -> bool:
    if isinstance(error, BadRequest):  # a NetworkError, to the library
        return False
    harmless = not endpoint.startswith("send") and not isinstance(error, TimedOut)
    return harmless or not may_have_arrived(error)


def _note(endpoint: str, error: TelegramError, pause: float) -> None:
    log.warning("%s failed (%s), again in %g s", endpoint, error, pause)
