"""Serve what other processes publish: `jianbao reload` at a shell reaches the bot that is running."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from retrieval.corpus import Corpus

log = logging.getLogger(__name__)
LOOK_S = 1.0  # between two looks at which version is current: a hundred bytes are read


@contextmanager
def following(corpus: Corpus) -> Iterator[None]:
    """Let `corpus` serve, while the context lasts, what another process has published, a second later.

    It is looked for and loaded beside the questions, none of which pays for it.
    """
    ended = Event()

    def look() -> None:
        while not ended.wait(LOOK_S):
            try:
                corpus.catch_up()
            except Exception:  # whatever it is: what is served serves on, and the next look may go well
                log.exception("it could not be seen whether another process has published a version")

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
