"""Many readers ask at once: other processes answer, and whatever befalls them, somebody answers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path

import pytest

from retrieval import service as module
from retrieval.corpus import Corpus
from retrieval.crew import Worker, cores
from retrieval.errors import LostError, QueryError
from retrieval.records import Answer
from retrieval.service import Service, worthwhile
from retrieval.whys import Why
from tests.corpus.pages import ASK_BRIDGE, ASK_HOSPITAL, ASK_SCHOOL, BRIDGE, HOSPITAL, SCHOOL, write

PATIENCE_S = 60.0


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds; a busy machine may take its time."""
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def serving(corpus: Corpus, processes: int = 1) -> Iterator[Service]:
    """Serve with processes that are all up; none is left at the end."""
    with closing(Service(corpus, processes)) as service:
        until(lambda: service.up == processes)
        yield service
    assert service.pids == []


def said(answer: Answer) -> Answer:
    """Return an answer without how long it took."""
    return replace(answer, took_ms=0.0)


def open_in(folder: Path, **pages: str) -> Corpus:
    return Corpus.open(write(folder / "seeds", **pages), data=folder / "data")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked in this process."""
    asked: list[str] = []
    ask = Corpus.ask

    @wraps(ask)  # by its name it travels: in the other process it is the real one
    def noted(self: Corpus, question: str, **more: object) -> Answer:
        asked.append(question)
        return ask(self, question, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Corpus, "ask", noted)
    return asked


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_same_answers(tmp_path: Path, processes: int) -> None:
    """What other processes say is what the corpus itself says, to questions, follow-ups and quotations."""
    corpus = open_in(tmp_path, a=HOSPITAL, b=SCHOOL)
    with serving(corpus, processes) as service:
        first = service.ask(ASK_SCHOOL, k=1)
        assert said(first) == said(corpus.ask(ASK_SCHOOL, k=1))
        again = {"k": 2, "previous": first}
        assert said(service.ask("他教什么？", **again)) == said(corpus.ask("他教什么？", **again))
        quote = "实验小学自九月起开设剪纸课"
        assert service.verify(quote).hits == corpus.verify(quote).hits != ()
        article = first.hits[0].article
        assert service.related(article) == corpus.related(article)
        with pytest.raises(QueryError) as caught:
            service.verify("短")
        assert caught.value.why == Why("quote_short", {"bound": 4, "size": 1})


def test_the_processes_answer(tmp_path: Path, here: list[str]) -> None:
    """While processes are up, this one answers nothing, however many threads ask."""
    with serving(open_in(tmp_path, a=HOSPITAL), 2) as service, ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(service.ask, [ASK_HOSPITAL] * 100))
    assert all(answer.hits for answer in answers) and here == []


def test_one_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: list[str]) -> None:
    """A process that is there and doesn't answer is ended: the question is answered here, and another comes up."""
    monkeypatch.setattr(module, "WATCH_S", 0.05)
    with serving(open_in(tmp_path, a=HOSPITAL)) as service:
        monkeypatch.setattr(module, "PATIENCE_S", 0.5)
        stopped = service.pids
        os.kill(stopped[0], signal.SIGSTOP)
        assert service.ask(ASK_HOSPITAL).answered
        assert here == [ASK_HOSPITAL]
        monkeypatch.setattr(module, "PATIENCE_S", 60.0)
        until(lambda: service.up == 1)
        assert service.pids != stopped


def test_before_they_are_up(tmp_path: Path, here: list[str]) -> None:
    """Nobody waits for a process that is starting: this one answers."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    with closing(Service(corpus, 1)) as service:
        assert service.ask(ASK_HOSPITAL).hits
        assert here == [ASK_HOSPITAL]


def test_versions(tmp_path: Path, here: list[str]) -> None:
    """After a reload, a removal and a rollback the processes answer by the version that is current here."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    first = corpus.version

    def sources(question: str) -> set[str]:
        return {hit.article.source for hit in service.ask(question).hits}

    with serving(corpus, 2) as service:
        write(tmp_path / "seeds", b=SCHOOL)
        corpus.reload()
        assert "b.txt" in sources(ASK_SCHOOL)
        (tmp_path / "seeds" / "a.txt").unlink()
        corpus.reload()
        assert "a.txt" not in sources(ASK_HOSPITAL)
        corpus.rollback(first)
        assert "a.txt" in sources(ASK_HOSPITAL) and "b.txt" not in sources(ASK_SCHOOL)
    assert here == []


def test_somebody_else_reloads(tmp_path: Path, here: list[str]) -> None:
    """What another program publishes is not served before we reload, not even by a process that starts then."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    write(tmp_path / "seeds", a=SCHOOL)
    open_in(tmp_path)
    with serving(corpus) as service:
        assert service.ask(ASK_HOSPITAL).hits
    assert here == []


def test_a_version_that_is_gone(tmp_path: Path, here: list[str]) -> None:
    """Where a process can't load the version any more, this one answers, which has it open."""
    corpus = open_in(tmp_path, a=HOSPITAL)
    with serving(corpus) as service:
        corpus._state = replace(corpus._state, manifest=replace(corpus._state.manifest, version="0123456789"))
        assert service.ask(ASK_HOSPITAL).hits
    assert here == [ASK_HOSPITAL]


def test_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are killed fail no question, and others take their place."""
    monkeypatch.setattr(module, "PAUSE_S", 0.01)
    corpus = open_in(tmp_path, a=HOSPITAL, b=SCHOOL, c=BRIDGE)
    questions = [ASK_HOSPITAL, ASK_SCHOOL, ASK_BRIDGE] * 60
    with serving(corpus, 2) as service, ThreadPoolExecutor(4) as threads:
        before = service.pids
        answers = threads.map(service.ask, questions)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        assert [a.hits[0].article.source for a in answers] == ["a.txt", "b.txt", "c.txt"] * 60
        until(lambda: service.up == 2)
        assert not set(before) & set(service.pids)
        assert service.ask(ASK_SCHOOL).hits


def test_killed_while_idle(tmp_path: Path, here: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that dies unasked is started again at once, not by the question that would miss it."""
    monkeypatch.setattr(module, "PAUSE_S", 0.01)
    with serving(open_in(tmp_path, a=HOSPITAL)) as service:
        (before,) = service.pids
        os.kill(before, signal.SIGKILL)
        until(lambda: service.pids not in ([], [before]) and service.up)
        assert service.ask(ASK_HOSPITAL).hits
    assert here == []


def test_told_to_stop(tmp_path: Path, here: list[str]) -> None:
    """A stop signal to all processes of a service leaves ours to finish: the bot decides when they end."""
    with serving(open_in(tmp_path, a=HOSPITAL)) as service:
        for number in (signal.SIGTERM, signal.SIGINT):
            os.kill(service.pids[0], number)
        assert service.ask(ASK_HOSPITAL).hits
    assert here == []


def test_closed(tmp_path: Path) -> None:
    """Closing ends processes that are still starting, and who asks afterwards is answered here."""
    service = Service(open_in(tmp_path, a=HOSPITAL), 2)
    service.close()
    assert service.pids == [] and service.ask(ASK_HOSPITAL).hits


def test_without_a_data_folder(tmp_path: Path) -> None:
    """A corpus in memory can't be read by others: there are no processes."""
    corpus = Corpus.open(write(tmp_path / "seeds", a=HOSPITAL))
    with serving(corpus, 0), closing(Service(corpus, 3)) as service:
        assert (service.processes, service.pids) == (0, [])


def test_how_many_are_worth_it(tmp_path: Path) -> None:
    """None for a small corpus, one a core where a larger engine serves."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    assert worthwhile(Corpus.open(seeds)) == 0
    assert worthwhile(Corpus.open(seeds, engine="tantivy")) == cores()


def test_a_lost_worker() -> None:
    """A worker that is gone, or whose answer can't be told, says so; one that fails at its work goes on."""
    with closing(Worker(int)) as worker:
        assert worker("5") == 5
        with pytest.raises(ValueError, match="invalid literal"):
            worker("五")
        assert worker("7") == 7
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        with pytest.raises(LostError):
            worker("9")
    with closing(Worker(open)) as worker:
        with pytest.raises(TypeError, match="pickle"):
            worker(os.devnull)
        with pytest.raises(FileNotFoundError):
            worker("/没有这份文件")
