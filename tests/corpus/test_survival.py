"""The data folder survives kill -9, damage, other versions of the program, and not being writable."""

from __future__ import annotations

import json
import logging
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.building import builder
from retrieval.corpus import Corpus
from retrieval.errors import StoreError
from retrieval.index import store
from retrieval.records import Stats
from tests.corpus.pages import ASK_HOSPITAL, ASK_SCHOOL, HOSPITAL, SCHOOL, write

ROOT = Path(__file__).parents[2]


def test_killed_at_every_step(tmp_path: Path) -> None:
    """Killed at any operation on the data folder, a reload leaves the old version or the new one, whole."""
    command = [sys.executable, "-m", "tests.corpus.killer", tmp_path]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
    said = json.loads(run.stdout)
    assert said["wrong"] == []
    assert said["killed"] > 25
    assert said["served_old"] > 10
    assert said["served_new"] >= 1


def folder_of(tmp_path: Path) -> Path:
    (folder,) = (tmp_path / "data").glob("*/0*")
    return folder


FILES = ["manifest.json", "store.sqlite3", "learned.json", "engine/documents.json.z"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("harm", ["cut short", "one byte", "gone", "empty"])
def test_damaged_file(tmp_path: Path, name: str, harm: str, caplog: pytest.LogCaptureFixture) -> None:
    """Any damaged file of a version is noticed at the start: one line, and it is built again."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
    path = folder_of(tmp_path) / name
    raw = path.read_bytes()
    middle = len(raw) // 2
    other = {
        "cut short": raw[:middle],
        "one byte": raw[:middle] + bytes([raw[middle] ^ 255]) + raw[middle + 1 :],
        "empty": b"",
    }
    path.unlink()
    if harm != "gone":
        path.write_bytes(other[harm])
    with caplog.at_level(logging.WARNING):
        again = Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
    assert [line for line in caplog.messages if "built again" in line]
    assert len(caplog.messages) == 1
    assert again.version == corpus.version
    assert again.ask(ASK_HOSPITAL).hits


def test_damaged_pointer(tmp_path: Path) -> None:
    """A pointer that says nothing is no crash: the corpus is built again."""
    write(tmp_path / "seeds", a=HOSPITAL)
    Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
    (folder_of(tmp_path).parent / "CURRENT").write_bytes(b"\xff\xfe{")
    assert Corpus.open(tmp_path / "seeds", data=tmp_path / "data").ask(ASK_HOSPITAL).hits


def test_other_program_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A version made by other code or with other words is not used: one line, and it is built again."""
    write(tmp_path / "seeds", a=HOSPITAL)
    old = Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
    with caplog.at_level(logging.WARNING):
        new = Corpus.open(tmp_path / "seeds", data=tmp_path / "data", user_words=["热射病"])
    assert "with other settings" in "".join(caplog.messages)
    assert new.version != old.version
    monkeypatch.setattr(builder, "_LIBRARIES", ())
    assert Corpus.open(tmp_path / "seeds", data=tmp_path / "data").version not in (old.version, new.version)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_data(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A data folder that can't be written is said so once, and the corpus works in memory."""
    write(tmp_path / "seeds", a=HOSPITAL)
    (tmp_path / "data").mkdir(mode=0o500)
    check_in_memory(tmp_path, caplog)


def test_data_is_a_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A data folder that is no folder is said so once, and the corpus works in memory, reloads included."""
    write(tmp_path / "seeds", a=HOSPITAL)
    (tmp_path / "data").write_text("not a folder")
    check_in_memory(tmp_path, caplog)


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the disk hold only so many pages of a store from now on."""
    connect = store._connect

    def fill(pages: int) -> None:
        def limited(path: Path | None) -> sqlite3.Connection:
            db = connect(path)
            if path:
                db.execute(f"PRAGMA max_page_count = {pages}")
            return db

        monkeypatch.setattr(store, "_connect", limited)

    return fill


@pytest.mark.parametrize("pages", [2, 12], ids=["no table", "no article"])
def test_full_disk(
    tmp_path: Path, pages: int, fill: Callable[[int], None], caplog: pytest.LogCaptureFixture
) -> None:
    """A disk that is full is said so once, and the corpus works in memory."""
    write(tmp_path / "seeds", **{f"a{n}": HOSPITAL for n in range(20)})
    fill(pages)
    check_in_memory(tmp_path, caplog)


def test_full_disk_at_a_reload(tmp_path: Path, fill: Callable[[int], None]) -> None:
    """Where the disk is full, a reload fails with one line, and the old corpus serves on."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
    write(tmp_path / "seeds", **{f"b{n}": SCHOOL for n in range(20)})
    fill(2)
    with pytest.raises(StoreError, match="disk is full"):
        corpus.reload()
    assert corpus.ask(ASK_HOSPITAL).hits


def check_in_memory(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        corpus = Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
        write(tmp_path / "seeds", b=SCHOOL)
        corpus.reload()
    assert corpus.ask(ASK_SCHOOL).hits[0].article.source == "b.txt"
    assert len([m for m in caplog.messages if "working in memory" in m]) == 1


def test_warm_start(tmp_path: Path) -> None:
    """A warm start serves the very same figures, articles, cuts and answers as the build."""
    seeds = ROOT / "seeds"
    cold, warm = (Corpus.open(seeds, data=tmp_path) for _ in range(2))
    plain = Corpus.open(seeds)
    for other in (warm, plain):
        assert other.version == cold.version
        assert other.articles() == cold.articles()
        assert other.cuts() == cold.cuts()
        assert figures(other.stats()) == figures(cold.stats())
        question = "哈尔滨关爱健康志愿服务中心是什么时候成立的？"
        assert other.ask(question).hits == cold.ask(question).hits


def figures(stats: Stats) -> tuple[int, ...]:
    return stats.sources, stats.articles, stats.passages, stats.tokens


def test_interrupted_first_build(tmp_path: Path) -> None:
    """A first build that is killed half way leaves nothing that a second one would trip over."""
    write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    code = (
        "import os, signal, sys; from pathlib import Path; from retrieval.corpus import Corpus\n"
        "kill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Corpus.open(Path(sys.argv[1]), data=Path(sys.argv[2]), progress=kill)"
    )
    run = subprocess.run([sys.executable, "-c", code, tmp_path / "seeds", tmp_path / "data"], cwd=ROOT)
    assert run.returncode == -signal.SIGKILL
    assert list((tmp_path / "data").glob("*/building-*"))
    assert Corpus.open(tmp_path / "seeds", data=tmp_path / "data").ask(ASK_SCHOOL).hits
    assert not list((tmp_path / "data").glob("*/building-*"))
