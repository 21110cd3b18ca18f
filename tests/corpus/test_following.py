"""What another process publishes is served here too, whole and soon."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval import following as module
from retrieval.building import keeper
from retrieval.corpus import Corpus
from retrieval.following import following
from tests.corpus.pages import ASK_HOSPITAL, ASK_SCHOOL, HOSPITAL, SCHOOL, served, write

ROOT = Path(__file__).parents[2]
_RELOAD = (
    "import sys; from pathlib import Path; from retrieval.corpus import Corpus\n"
    "seeds, data, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])\n"
    "page = seeds / 'a.txt'; text = page.read_text(encoding='utf-8')\n"
    "for n in range(times):\n"
    "    page.write_text(text.replace('二十张', '三十张' if n % 2 == 0 else '二十张'), encoding='utf-8')\n"
    "    Corpus.open(seeds, data=data, keep_versions=1)\n"
)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_S", 0.005)


def open_in(tmp_path: Path) -> Corpus:
    return Corpus.open(tmp_path / "seeds", data=tmp_path / "data")


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds; a busy machine may take its time."""
    deadline = time.monotonic() + 60.0
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def elsewhere(tmp_path: Path, times: int = 1) -> subprocess.Popen[bytes]:
    """Let another process change a page and publish that, again and again."""
    command = [sys.executable, "-c", _RELOAD, tmp_path / "seeds", tmp_path / "data", str(times)]
    return subprocess.Popen(command, cwd=ROOT)


def beds(corpus: Corpus) -> str:
    return corpus.ask(ASK_HOSPITAL).hits[0].snippet.text


def test_a_reload_by_another_process(tmp_path: Path) -> None:
    """It is served without a reload here, and versions that follow each other are told apart."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    with following(corpus), elsewhere(tmp_path):
        until(lambda: "三十张" in beds(corpus))
    assert corpus.version == open_in(tmp_path).version


def test_reloads_one_after_the_other(tmp_path: Path) -> None:
    """While another process publishes and throws away, each answer is that of one whole version."""
    write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    corpus = open_in(tmp_path)
    shown, versions = set(), set()
    with following(corpus), elsewhere(tmp_path, 30) as process:
        while process.poll() is None:
            shown.add(beds(corpus))
            versions.add(corpus.version)
            assert corpus.ask(ASK_SCHOOL).hits[0].article.source == "b.txt"
        until(lambda: corpus.version == open_in(tmp_path).version)
    assert len(shown) == len(versions) == 2


def test_another_process_is_killed(tmp_path: Path) -> None:
    """Whenever a process that publishes is killed, what it leaves is a version that is served, the old or the new."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    with following(corpus), elsewhere(tmp_path, 1000) as process:
        until(lambda: "三十张" in beds(corpus))
        process.send_signal(signal.SIGKILL)
        process.wait()
        until(lambda: corpus.version == Corpus.open(
            tmp_path / "seeds", data=tmp_path / "data", sync=False
        ).version)  # fmt: skip
        assert corpus.ask(ASK_HOSPITAL).answered


def test_what_cannot_be_loaded(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A version by another program or other settings isn't served, which is said once."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    Corpus.open(tmp_path / "seeds", data=tmp_path / "data", user_words=["热射病"])
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        assert [corpus.catch_up() for _ in range(3)] == [False] * 3
    assert len(caplog.messages) == 1 and "with other settings" in caplog.messages[0]
    assert corpus.ask(ASK_HOSPITAL).answered


def test_what_could_not_be_loaded_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried again: the engine may have been away, or the system short of something."""
    monkeypatch.setattr(keeper, "_AGAIN_S", 0.0)
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    with elsewhere(tmp_path) as process:
        process.wait()
    (newest,) = (p for p in (tmp_path / "data").glob("*/*") if p.is_dir() and corpus.version not in p.name)
    hidden = newest.rename(newest.with_name("away"))
    assert not corpus.catch_up()
    hidden.rename(newest)
    assert corpus.catch_up() and "三十张" in beds(corpus)


def test_a_change_of_ours(tmp_path: Path) -> None:
    """While we change the corpus ourselves nothing comes in between, and what we published is not loaded again."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    followed = []
    report = corpus.reload(
        shelve=lambda: write(seeds, b=SCHOOL), progress=lambda *_: followed.append(corpus.catch_up())
    )
    followed.append(corpus.catch_up())
    assert (report.added, set(followed)) == (1, {False})
    assert served(corpus) == ["a.txt", "b.txt"]


def test_a_corpus_in_memory(tmp_path: Path) -> None:
    """Without a data folder there is nobody to follow."""
    corpus = Corpus.open(write(tmp_path / "seeds", a=HOSPITAL))
    assert not corpus.catch_up()
