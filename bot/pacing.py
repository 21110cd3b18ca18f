"""How fast do calls go out, and what if Telegram is away? Its own limits kept, short outages waited out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.ext import AIORateLimiter

log = logging.getLogger(__name__)
Result = bool | dict[str, Any] | list[dict[str, Any]]


class PatientRateLimiter(AIORateLimiter):
    """30 calls a second, 20 a minute and group; waits out 429; tries again while the network is down.

    A call that timed out is not tried again, for it may have been carried out.
    """

    def __init__(self, retries: int = 3, pauses: tuple[float, ...] = (1.0, 3.0, 9.0)) -> None:
        """Retry at most `retries` times on 429, and after each of `pauses` (seconds) in an outage."""
        super().__init__(max_retries=retries)
        self._pauses = pauses

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
        for pause in self._pauses if endpoint != "getMe" else ():
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except (BadRequest, TimedOut):  # both are NetworkErrors, and neither gets better by repetition
                raise
            except NetworkError as error:
                log.warning("%s failed (%s), again in %g s", endpoint, error, pause)
                await asyncio.sleep(pause)
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
