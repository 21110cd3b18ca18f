"""Many readers at once: questions are answered by other processes, on every core."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Event, Thread
from typing import Any, Concatenate, ParamSpec, TypeVar

from retrieval.corpus import Corpus
from retrieval.crew import Worker, cores
from retrieval.engines import RankBM25Engine
from retrieval.errors import LostError, StoreError, VersionError
from retrieval.records import Answer, Article, Verification

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
PAUSE_S = (
    1.0  # before a process that ended is started again; twice as long each time that it doesn't come up …
)
LONGEST_PAUSE_S = 60.0  # … but no longer
PATIENCE_S = 60.0  # for one answer: a process that takes longer hangs, and is ended
WATCH_S = 5.0  # between two looks whether one hangs


class Service:
    """Answers as a corpus does, to any number of threads at once; each waits for its own answer.

    Python threads take turns, so one process answers on one core however many threads it has. Other processes
    read the same data folder and do the answering, each by the version that is current here. They start in the
    background, and one that died is started again; as long as none is up, this process answers.
    """

    def __init__(self, corpus: Corpus, processes: int | None = 0) -> None:
        """Answer for `corpus`; None: as many processes as are worth it. They need the corpus to have a data folder."""
        self._corpus = corpus
        wanted = worthwhile(corpus) if processes is None else processes
        self.processes = wanted if corpus.on_disk else 0
        self._begun: set[Worker] = set()
        self._up: set[Worker] = set()
        self._free: list[Worker] = []
        self._changed = Condition()
        self._closing = Event()
        self._threads = [Thread(target=self._keep_one, daemon=True) for _ in range(self.processes)]
        if self.processes:
            self._threads.append(Thread(target=self._end_those_that_hang, daemon=True))
        for thread in self._threads:
            thread.start()

    def ask(self, question: str, *, k: int = 5, previous: Answer | None = None) -> Answer:
        """Answer as `Corpus.ask` does."""
        return self._done(Corpus.ask, question, k=k, previous=previous)

    def verify(self, quote: str) -> Verification:
        """Look a quotation up as `Corpus.verify` does; raises QueryError where it is too short or too long."""
        return self._done(Corpus.verify, quote)

    def related(self, article: Article, k: int = 3) -> list[Article]:
        """Return what `Corpus.related` does."""
        return self._done(Corpus.related, article, k)

    @property
    def up(self) -> int:
        """How many other processes answer at the moment."""
        return len(self._up)

    @property
    def pids(self) -> list[int]:
        """The other processes, also those that are still starting."""
        with self._changed:
            return sorted(worker.pid for worker in self._begun)

    def close(self) -> None:
        """End the other processes; who still asks is answered by this one."""
        self._closing.set()
        with self._changed:
            for worker in self._begun:
                worker.kill()
        for thread in self._threads:
            thread.join()

    def _done(self, work: Callable[Concatenate[Corpus, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        worker = self._taken()
        if worker is None:
            return work(self._corpus, *args, **kwargs)
        try:
            done: T = worker((self._corpus.version, work, args, kwargs))
            return done
        except LostError as error:
            log.warning("%s; answering in this process", error)
            self._withdraw(worker)
        except (StoreError, VersionError) as error:
            # This version is gone from the disk, where somebody else has reloaded. We have it open.
            log.warning("a process can't answer (%s); answering in this one", error)
        finally:
            self._give_back(worker)
        return work(self._corpus, *args, **kwargs)

    def _taken(self) -> Worker | None:
        """Wait for a process that is free; None where none is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._free or not self._up)
            return self._free.pop() if self._free else None

    def _give_back(self, worker: Worker) -> None:
        with self._changed:
            if worker in self._up:
                self._free.append(worker)
                self._changed.notify()

    def _keep_one(self) -> None:
        """Keep one process going: start it, offer it, wait for its end, start the next."""
        pause = PAUSE_S
        while not self._closing.is_set():
            why = "it ended"
            try:
                with self._process() as worker:
                    worker((self._corpus.version, Corpus.warm_up, (), {}))
                    self._offer(worker)
                    pause = PAUSE_S
                    worker.wait()
            except Exception as error:  # whatever it is, the next one may come up
                why = repr(error)
            if not self._closing.is_set():
                log.warning("a process that answers is started again in %.0f s: %s", pause, why)
            self._closing.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)

    def _end_those_that_hang(self) -> None:
        """End, again and again, each process that is at one answer for too long: who waits is answered here."""
        while not self._closing.wait(WATCH_S):
            with self._changed:
                hanging = [worker for worker in self._begun if worker.busy_s > PATIENCE_S]
            for worker in hanging:
                log.warning("process %d hangs; it is ended", worker.pid)
                worker.kill()

    @contextmanager
    def _process(self) -> Iterator[Worker]:
        with self._changed:
            if self._closing.is_set():
                raise LostError("closing")
            worker = Worker(Asker(self._corpus.opened_with))
            self._begun.add(worker)
        try:
            yield worker
        finally:
            self._withdraw(worker)
            worker.close()
            with self._changed:
                self._begun.remove(worker)

    def _offer(self, worker: Worker) -> None:
        with self._changed:
            self._up.add(worker)
            self._free.append(worker)
            self._changed.notify()

    def _withdraw(self, worker: Worker) -> None:
        """Give a process no more questions, and end it; who waited for the last one is answered here."""
        worker.kill()
        with self._changed:
            self._up.discard(worker)
            self._free = [other for other in self._free if other is not worker]
            self._changed.notify_all()


def worthwhile(corpus: Corpus) -> int:
    """Return how many processes are worth their memory: none for a small corpus, else one a core."""
    return 0 if corpus.stats().engine == RankBM25Engine.name else cores()


class Asker:
    """The same corpus in another process; it follows when the version here changes."""

    def __init__(self, opened_with: dict[str, Any]) -> None:
        """Describe the corpus; it is opened by the first question."""
        self._opened_with = opened_with
        self._corpus: Corpus | None = None
        self._settled = False

    def __call__(self, asked: tuple[str, Callable[..., Any], tuple[Any, ...], dict[str, Any]]) -> Any:
        """Do what is asked by the version that it names; raises VersionError or StoreError where that can't be loaded."""
        version, work, args, kwargs = asked
        if self._corpus is None:
            self._corpus = Corpus.open(**self._opened_with, sync=False)
        self._corpus.follow(version)
        done = work(self._corpus, *args, **kwargs)
        if not self._settled:
            gc.freeze()  # dictionary and corpus stay: the garbage collector need not walk through them, 4% of the time
            self._settled = True
        return done
