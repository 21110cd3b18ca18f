"""The golden gate: does a new corpus still answer the questions that it has to?"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.errors import GoldenError
from retrieval.records import Answer
from retrieval.whys import Fact, Why


@dataclass(frozen=True, slots=True)
class GoldenGate:
    """Questions with their answers, one JSON object a line, and the share that must be right."""

    path: Path
    bound: float

    def check(self, ask: Callable[[str], Answer]) -> None:
        """Ask all questions; raises GoldenError, with what broke, if too few are answered right."""
        rows = list(read_questions(self.path))
        broken = tuple(why for row in rows if (why := _fault(row, ask(str(row["question"])))))
        right = 1 - len(broken) / len(rows) if rows else 1.0
        if right < self.bound:
            shares = {"right": f"{right:.0%}", "bound": f"{self.bound:.0%}"}
            raise GoldenError("golden_share", broken, file=self.path.name, **shares)


def read_questions(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of golden questions; raises GoldenError that names the file, and the line where one is bad."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise GoldenError("golden_unread", file=str(path), cause=str(error.strerror)) from error
    except UnicodeDecodeError as error:
        raise GoldenError("golden_encoding", file=str(path)) from error
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            aliases, evidence = row.get("aliases") or [], None
            if not isinstance(aliases, list):
                raise TypeError(aliases)  # of a string each character would be an answer
            if lines := row.get("lines"):
                first, last = map(int, lines)
                evidence = first, last
            if not row.get("file") and (row.get("answer") or aliases or evidence):
                raise ValueError(row)  # it has an answer, so it stands somewhere
            str(row["question"]).encode()  # half a character ("\ud83d") can't be asked
            wanted = {"lines": evidence, "aliases": aliases}
            yield {"id": n, "question": row["question"], "file": None} | row | wanted
        except (ValueError, KeyError, AttributeError, TypeError, OverflowError, RecursionError) as error:
            raise GoldenError("golden_row", file=str(path), line=n) from error


def _fault(row: dict[str, Any], answer: Answer) -> Why | None:
    """Return what is wrong with the answer, None where it is right.

    Right is what the scorer of the question sets calls right: the first snippet holds the answer and cites
    the evidence; a question without a file is one that the corpus can't answer.
    """
    about: dict[str, Fact] = {key: str(row.get(key)) for key in ("id", "question", "answer")}
    top = answer.hits[0] if answer.hits else None
    if not row["file"]:
        return Why("golden_needless", about) if answer.answered else None
    if not answer.answered or top is None:
        return Why("golden_silent", about)
    accepted = [_squash(str(x)) for x in [row.get("answer", ""), *row["aliases"]]]
    if not any(x in _squash(top.snippet.text) for x in accepted):
        return Why("golden_wrong", about | {"found": top.snippet.text[:40]})
    if top.article.source != row["file"] or not _touches(row["lines"], top.snippet.lines):
        return Why("golden_elsewhere", about | {"citation": top.citation})
    return None


def _touches(evidence: tuple[int, int] | None, lines: tuple[tuple[int, int], ...]) -> bool:
    return evidence is None or any(a <= evidence[1] and evidence[0] <= b for a, b in lines)


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
