"""A crew of processes that all do one thing: give it work, get results in the order of the work.

Not concurrent.futures' pool: that one either forks, which is unsafe beside threads, or imports the caller's
main program again, which a script without a main guard doesn't survive.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, TypeVar

from retrieval.errors import LostError

Work = TypeVar("Work")
Result = TypeVar("Result")
AHEAD = 3  # pieces of work a process may be behind: what is read ahead stays in memory


def cores() -> int:
    """Return how many processors this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Worker:
    """Another process that applies one function, which travelled there by pickle."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        """Start the process; the function is made there while we go on."""
        root = str(Path(__file__).parents[1])
        paths = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = subprocess.Popen(
            # -P: our own package, not one that happens to lie where the command runs.
            [sys.executable, "-P", "-m", "retrieval.crew"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths},
        )
        self.pid = self._process.pid
        self._since: float | None = None
        self._send(function)

    @property
    def busy_s(self) -> float:
        """For how long it has been at its piece of work, in seconds; 0 where it has none."""
        since = self._since
        return 0.0 if since is None else time.monotonic() - since

    def _send(self, value: Any) -> None:
        if self._process.stdin:
            pickle.dump(value, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()

    def __call__(self, work: Any) -> Any:
        """Have one piece of work done; what it raises there is raised here.

        Raises LostError where the process is gone or can't be understood: it is of no use any more.
        """
        self._since = time.monotonic()
        try:
            self._send(work)
            done, value = pickle.load(self._process.stdout)  # type: ignore[arg-type] # noqa: S301 (our own process)
        except Exception as error:  # a broken pipe, half an answer: what would be read next is not ours
            raise LostError("lost", pid=self.pid, cause=repr(error)) from error
        finally:
            self._since = None
        if not done:
            raise value
        return value

    def wait(self) -> None:
        """Return when the process has ended."""
        self._process.wait()

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()

    def close(self) -> None:
        """End the process and give back what it held."""
        self.kill()
        self._process.communicate()


@contextmanager
def crew(
    function: Callable[[Work], Result], size: int
) -> Iterator[Callable[[Iterable[Work]], Iterator[Result]]]:
    """Start `size` processes; inside the context, map work to results with what was yielded."""
    workers = [Worker(function) for _ in range(size)]
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def one(work: Work) -> Any:
        worker = free.get()
        try:
            return worker(work)
        finally:
            free.put(worker)

    def all_of(works: Iterable[Work]) -> Iterator[Result]:
        waiting: deque[Future[Any]] = deque()
        for work in works:
            waiting.append(threads.submit(one, work))
            if len(waiting) >= size * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    threads = ThreadPoolExecutor(size)
    try:
        yield all_of
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.close()
        threads.shutdown()


def serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Be a worker: read the function, then work after work, until the other side is gone."""
    function = pickle.load(stdin)  # noqa: S301 (from the process that started us)
    while True:
        try:
            work = pickle.load(stdin)  # noqa: S301 (from the process that started us)
        except (EOFError, pickle.UnpicklingError):  # also half a piece of work is the end
            return
        try:
            result = pickle.dumps((True, function(work)), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            result = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        stdout.write(result)
        stdout.flush()


if __name__ == "__main__":
    # Ctrl-C and what stops a service reach the whole group: the process that started us decides when we end.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    # Whatever a library prints must not get between the results.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, results)
    except BrokenPipeError:
        os._exit(0)  # the other side is gone; an ordinary end would try again to write what nobody reads
