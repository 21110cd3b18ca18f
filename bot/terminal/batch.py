"""Read a file of questions: one JSON object a line, with `question` and mostly `id`; other keys are ignored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bot.terminal.exits import UsageError
from bot.terminal.given import named, read_given


class Asked(NamedTuple):
    """A question and the id under which its answer is wanted."""

    id: str | int | None
    question: str


def read_batch(path: Path) -> list[Asked]:
    """Return the rows in their order, those of standard input for `-`.

    Raises UsageError, which names file and line, before anything is answered: a file that can't be read, a row
    that is no question, an id given twice.
    """
    met: dict[str | int, int] = {}
    rows = []
    for n, line in _lines(path):
        row = _row(line, f"{named(path)} line {n}")
        if row.id is not None and row.id in met:
            raise UsageError(f"{named(path)} line {n}: id {row.id!r} was given in line {met[row.id]} already")
        if row.id is not None:
            met[row.id] = n
        rows.append(row)
    return rows


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = read_given(path).decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{named(path)}: can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UsageError(f"{named(path)}: is not UTF-8 text") from None
    # Not splitlines(), which also breaks at U+2028 and other characters that JSON strings may hold.
    return ((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def _row(line: str, where: str) -> Asked:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError(f"{where}: is not JSON") from None
    if not isinstance(row, dict) or not isinstance(row.get("question"), str):
        raise UsageError(f"{where}: wants an object with question, a text, and perhaps an id") from None
    id = row.get("id")
    if isinstance(id, bool) or not isinstance(id, str | int | None):
        raise UsageError(f"{where}: id must be text or a whole number, or be left out")
    # Half a character ("\\ud83d") is JSON and no text: it can be neither searched nor printed.
    return Asked(id, row["question"].encode("utf-8", "replace").decode())
