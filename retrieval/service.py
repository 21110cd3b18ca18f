"""Questions of many readers at once: on every core, off the event loop, and with an honest "busy"."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

from retrieval.corpus import Corpus
from retrieval.crew import Worker
from retrieval.errors import BusyError, StoreError
from retrieval.records import Answer

log = logging.getLogger(__name__)


class Service:
    """Asks a corpus for a front end that must not block: a bot's event loop.

    Python threads take turns, so one process answers on one core however many threads it has. With `processes`,
    that many others read the same data folder and do the answering, each with the version that is current
    here. At most `waiting` questions wait; one more is told so at once instead of making all wait longer.
    """

    def __init__(self, corpus: Corpus, *, processes: int = 0, waiting: int = 64) -> None:
        """Serve `corpus`; processes need it to have a data folder, without one they are left out."""
        self._corpus = corpus
        self._workers = [Worker(Asker(corpus.opened_with)) for _ in range(processes if corpus.on_disk else 0)]
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(max(len(self._workers), 1), thread_name_prefix="ask")
        self._most = waiting + max(len(self._workers), 1)
        self._asked = 0

    async def ask(self, question: str, *, k: int = 5, previous: Answer | None = None) -> Answer:
        """Answer as `Corpus.ask` does; raises BusyError when too many questions wait already."""
        if self._asked >= self._most:
            raise BusyError("too many questions at once; please ask again in a moment")
        self._asked += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._ask, question, k, previous)
        finally:
            self._asked -= 1

    def _ask(self, question: str, k: int, previous: Answer | None) -> Answer:
        if not self._workers:
            return self._corpus.ask(question, k=k, previous=previous)
        worker = self._free.get()
        try:
            answer: Answer = worker((self._corpus.version, question, k, previous))
            return answer
        except (StoreError, EOFError, OSError) as error:
            # A process that died, or that could not load this version: we can answer ourselves.
            log.warning("a worker could not answer (%s); answering in this process", error)
            return self._corpus.ask(question, k=k, previous=previous)
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """End threads and processes; questions that wait are dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()


class Asker:
    """The same corpus in another process; it follows when the version here changes."""

    def __init__(self, opened_with: dict[str, Any]) -> None:
        """Describe the corpus; it is opened by the first question."""
        self._opened_with = opened_with
        self._corpus: Corpus | None = None

    def __call__(self, asked: tuple[str, str, int, Answer | None]) -> Answer:
        """Answer a question by the version that it names; raises StoreError where that can't be loaded."""
        version, question, k, previous = asked
        if self._corpus is None:
            self._corpus = Corpus.open(**self._opened_with, sync=False)
        if self._corpus.version != version:
            self._corpus.follow()
        if self._corpus.version != version:
            raise StoreError(f"version {version} of the corpus is not what lies on disk now")
        return self._corpus.ask(question, k=k, previous=previous)
