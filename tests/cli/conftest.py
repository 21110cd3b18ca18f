"""A folder of two real pages, its data folder, and the command line before them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner

from bot.cli import app

ROOT = Path(__file__).parents[2]
QUESTION = "哈尔滨关爱健康志愿服务中心是什么时候成立的？"
NONSENSE = "木星第四颗卫星上的咖啡店周几打折？"
_OURS = ("JIANBAO_CONFIG", "JIANBAO_DATA", "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line it said on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1 and lines[0].startswith("jianbao: "), self.err
        return lines[0].removeprefix("jianbao: ")


class Jianbao(Protocol):
    """Runs a command in this process, in the seeds of the library unless told otherwise."""

    def __call__(self, *args: str | Path, stdin: str = "", env: dict[str, str] | None = None) -> Ran: ...


@dataclass(frozen=True)
class Library:
    """A seeds folder and the data folder that goes with it."""

    seeds: Path
    data: Path


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("library")
    (folder / "seeds").mkdir()
    for page in sorted((ROOT / "seeds").glob("00[01]_*.txt")):
        shutil.copy(page, folder / "seeds")
    return Library(folder / "seeds", folder / "data")


@pytest.fixture
def jianbao(library: Library, monkeypatch: pytest.MonkeyPatch) -> Jianbao:
    for name in _OURS:
        monkeypatch.delenv(name, raising=False)

    def run(*args: str | Path, stdin: str = "", env: dict[str, str] | None = None) -> Ran:
        words = [str(arg) for arg in args]
        if "--seeds" not in words and words[0] != "--help":
            words[1:1] = ["--seeds", str(library.seeds)]
        given = {"JIANBAO_DATA": str(library.data)} | (env or {})
        result = CliRunner().invoke(app, words, input=stdin, env=given)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def spawn(library: Library) -> Callable[..., subprocess.Popen[str]]:
    """Start a command as a process of its own; it costs about a second."""
    environ = {k: v for k, v in os.environ.items() if k not in _OURS}

    def start(*args: str, **env: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", "from bot.cli import main; main()", *args],
            cwd=library.seeds.parent,
            env=environ | {"JIANBAO_DATA": str(library.data), "PYTHONPATH": str(ROOT)} | env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return start
