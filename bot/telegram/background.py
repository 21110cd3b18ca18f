"""Work that goes on beside all else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, ParamSpec

P = ParamSpec("P")


@asynccontextmanager
async def beside(
    work: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs
) -> AsyncIterator[None]:
    """Do `work` while the context lasts; at its end what is left of it is cancelled, and nothing of it goes on."""
    task = asyncio.create_task(work(*args, **kwargs))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
