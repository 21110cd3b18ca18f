"""A progress bar on standard error for work longer than a second; silent when that is no terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from retrieval.corpus import Progress as Report
from retrieval.corpus import no_progress

_PATIENCE = 1.0  # seconds before a bar appears


@contextmanager
def progress_bar(*, sharing_stdout: bool = False) -> Iterator[Report]:
    """Yield a function report(stage, done, total) that draws the bar.

    Where the work prints as it goes (`sharing_stdout`) and to the same terminal, its output is the progress.
    """
    if not sys.stderr.isatty() or (sharing_stdout and sys.stdout.isatty()):
        yield no_progress
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    started = time.monotonic()
    stages = {}

    def report(stage: str, done: int, total: int) -> None:
        if time.monotonic() - started < _PATIENCE:
            return
        if stage not in stages:
            bar.start()
            stages[stage] = bar.add_task(stage)
        bar.update(stages[stage], completed=done, total=total)

    try:
        yield report
    finally:
        bar.stop()
