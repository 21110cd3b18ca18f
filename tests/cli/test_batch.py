"""`jianbao ask --batch`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import NONSENSE, QUESTION, Jianbao
from tests.cli.shapes import ANSWER, check


def test_rows_come_back_in_order(jianbao: Jianbao, tmp_path: Path) -> None:
    """One JSON object a row, in the order of the file, each with its id, other keys ignored."""
    asked = [
        {"id": f"d{n:03}", "question": q, "kind": "x"} for n, q in enumerate([NONSENSE, QUESTION] * 3, 1)
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n\n".join(json.dumps(row) for row in asked), encoding="utf-8")
    ran = jianbao("ask", "--batch", file, "-k", "2")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    for row in rows:
        check(row, ANSWER)
    assert [(r["id"], r["question"]) for r in rows] == [(a["id"], a["question"]) for a in asked]
    assert [r["answered"] for r in rows] == [False, True] * 3
    assert rows == [json.loads(line) | {"took_ms": rows[n]["took_ms"]} for n, line in enumerate(
        jianbao("ask", "--json", "--batch", file, "-k", "2").out.splitlines()
    )]  # fmt: skip


def test_odd_but_good_rows(jianbao: Jianbao, tmp_path: Path) -> None:
    """A BOM, line separators inside a string, half a character, no id, an empty question: all are answered."""
    file = tmp_path / "odd.jsonl"
    rows = [
        '{"id": 7, "question": "医院\u2028病人"}',
        '{"question": "\\ud83d 医院"}',
        '{"id": "e", "question": ""}',
    ]
    file.write_text("\ufeff" + "\r\n".join(rows), encoding="utf-8")
    ran = jianbao("ask", "--batch", file)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [a["id"] for a in answers] == [7, None, "e"]
    assert answers[2]["answered"] is False and answers[2]["hits"] == []


BAD = {
    "not JSON": (b"hello", "line 1: is not JSON"),
    "no object": (b'["d001"]', "line 1: wants an object with question"),
    "a row without a question": (b'{"id": 1, "question": "a"}\n{"id": 2}', "line 2: wants an object"),
    "a question that is no text": (b'{"id": 1, "question": 5}', "line 1: wants an object"),
    "an id that is a list": (b'{"id": [1], "question": "a"}', "line 1: id must be text or a whole number"),
    "an id given twice": (b'{"id":"d","question":"a"}\n\n{"id":"d","question":"b"}', "line 3: id 'd' was given in line 1"),
    "not UTF-8": ('{"id":1,"question":"哪家医院成立了"}'.encode("gb18030"), ": is not UTF-8 text"),
    "brackets without end": (b"[" * 100_000, "line 1: is not JSON"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file(jianbao: Jianbao, tmp_path: Path, case: str) -> None:
    """File, line and fault are named, and nothing is answered before all rows are read."""
    file = tmp_path / "bad.jsonl"
    file.write_bytes(BAD[case][0])
    ran = jianbao("ask", "--batch", file)
    assert (ran.code, ran.out) == (2, "")
    assert ran.complaint.startswith(str(file)) and BAD[case][1] in ran.complaint


def test_no_such_file(jianbao: Jianbao) -> None:
    """A file that isn't there is bad usage."""
    ran = jianbao("ask", "--batch", "/nowhere/questions.jsonl")
    assert ran.code == 2 and ran.complaint.startswith("/nowhere/questions.jsonl: can't be read")


def test_rows_on_standard_input(jianbao: Jianbao) -> None:
    """A - stands for it, and what is wrong with a row is said of it."""
    ran = jianbao("ask", "--batch", "-", stdin=json.dumps({"id": "d1", "question": QUESTION}) + "\n")
    row = json.loads(ran.out)
    assert (ran.code, row["id"], row["answered"]) == (0, "d1", True)
    bad = jianbao("ask", "--batch", "-", stdin='{"id": 1}')
    assert bad.code == 2 and bad.complaint.startswith("standard input line 1: wants an object")
