"""Several processes keep one corpus: they wait for each other, and take over what another one made."""

from __future__ import annotations

import fcntl
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.errors import ReloadBusyError
from retrieval.index import versions
from tests.corpus.pages import ASK_SCHOOL, HOSPITAL, SCHOOL, served, write

ROOT = Path(__file__).parents[2]
# Holds the lock that it is told, says so, and lets go when it is told something more.
_HOLDER = "import fcntl, sys; f = open(sys.argv[1], 'a'); fcntl.flock(f, 2); print(flush=True); input()"


def open_in(tmp_path: Path, **pages: str) -> Corpus:
    return Corpus.open(write(tmp_path / "seeds", **pages), data=tmp_path / "data")


def lock_of(tmp_path: Path) -> Path:
    (lock,) = (tmp_path / "data").glob("*/lock")
    return lock


@contextmanager
def another_process(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the lock of the corpus until it is told something."""
    command = [sys.executable, "-c", _HOLDER, str(lock_of(tmp_path))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        if process.poll() is None:
            process.communicate("\n")


def test_nothing_is_shelved_in_vain(tmp_path: Path) -> None:
    """While another process reads the seeds, a change of them isn't even begun."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    with another_process(tmp_path), pytest.raises(ReloadBusyError):
        corpus.reload(shelve=lambda: write(tmp_path / "seeds", b=SCHOOL), patience_s=0.1)
    assert not (tmp_path / "seeds" / "b.txt").exists()
    assert served(corpus) == ["a.txt"]


def test_shelved_when_the_other_is_done(tmp_path: Path) -> None:
    """Who is patient changes the seeds and serves them as soon as another process lets go, killed perhaps."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    with another_process(tmp_path) as process:
        stages: list[str] = []

        def progress(stage: str, done: int, total: int) -> None:
            stages.append(stage)
            process.kill()

        corpus.reload(shelve=lambda: write(tmp_path / "seeds", b=SCHOOL), patience_s=60.0, progress=progress)
    assert stages[0] == "wait"
    assert corpus.ask(ASK_SCHOOL).hits[0].article.source == "b.txt"


def test_two_changes_in_one_process(tmp_path: Path) -> None:
    """A patient change waits also for one of the same process."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    second = {"shelve": lambda: write(tmp_path / "seeds", b=SCHOOL), "patience_s": 60.0}
    thread = threading.Thread(target=corpus.reload, kwargs=second)
    corpus.reload(shelve=thread.start)
    thread.join()
    assert served(corpus) == ["a.txt", "b.txt"]


def test_who_waits_for_another_process_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens a corpus that another process builds learns in one line why it takes long."""
    open_in(tmp_path, a=HOSPITAL)
    write(tmp_path / "seeds", b=SCHOOL)
    monkeypatch.setattr(versions, "NOTICED_S", 0.1)
    with another_process(tmp_path) as process, caplog.at_level(logging.WARNING):
        threading.Timer(0.5, process.kill).start()
        assert served(open_in(tmp_path)) == ["a.txt", "b.txt"]
    (said,) = caplog.messages
    assert said.startswith("waiting for another process")


def test_who_hardly_waits_says_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A lock that is let go at once is no news."""
    open_in(tmp_path, a=HOSPITAL)
    write(tmp_path / "seeds", b=SCHOOL)
    with lock_of(tmp_path).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        threading.Timer(0.2, held.close).start()
        open_in(tmp_path)
    assert caplog.messages == []


def test_nothing_changed_points_nowhere_else(tmp_path: Path) -> None:
    """A reload that changes nothing leaves what names the current version as it lies."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    current = lock_of(tmp_path).with_name("CURRENT")
    before = current.stat()
    corpus.reload()
    assert (current.stat().st_ino, current.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
