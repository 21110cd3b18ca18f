"""Files named on the command line, of which `-` is what comes in on standard input."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

STDIN = Path("-")
NAME = "standard input"


def named(path: Path) -> str:
    """Return how a file is called in a complaint."""
    return NAME if path == STDIN else str(path)


def read_given(path: Path) -> bytes:
    """Return what a file holds. Raises OSError."""
    return sys.stdin.buffer.read() if path == STDIN else path.read_bytes()


@contextmanager
def spooled(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Let what comes in on standard input lie in a file for a while: `stdin.jsonl` where it begins with {, else `stdin.txt`.

    Raises OSError.
    """
    if STDIN not in paths:
        yield list(paths)
        return
    with TemporaryDirectory(prefix="jianbao-") as folder:
        came = _spool(Path(folder))
        yield [came if path == STDIN else path for path in paths]


def as_given(why: str, paths: Sequence[Path], lying: Sequence[Path]) -> str:
    """Return a complaint of files as they are `lying` that names them as they were given."""
    for path, came in zip(paths, lying, strict=True):
        why = why.replace(str(came), NAME) if path == STDIN else why
    return why


def _spool(folder: Path) -> Path:
    came = folder / "stdin.txt"
    with came.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    with came.open("rb") as file:
        rows = file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return came.rename(came.with_suffix(".jsonl")) if rows else came
