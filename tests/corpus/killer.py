"""Kill a reloading process at its first, second, third … operation on the data folder; print what was served.

A program of its own, because it forks: each child reloads and kills itself with SIGKILL just before operation
n, the parent then opens the corpus afresh and compares.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from retrieval.corpus import Corpus
from tests.corpus.pages import ASK_HOSPITAL, ASK_SCHOOL, HOSPITAL, SCHOOL, write

OPERATIONS = ("open", "os.", "shutil.", "sqlite3.", "fcntl.")


def reload_and_die(tmp: Path, n: int) -> None:
    left = n

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event.startswith(OPERATIONS):
            left -= 1
            if left == -1:  # os.kill is an audited operation itself
                os.kill(os.getpid(), signal.SIGKILL)

    corpus = Corpus.open(tmp / "seeds", data=tmp / "data", sync=False)
    sys.addaudithook(count)
    corpus.reload()


def served(tmp: Path) -> list[list[str]]:
    corpus = Corpus.open(tmp / "seeds", data=tmp / "data", sync=False)
    asked = [corpus.ask(q) for q in (ASK_HOSPITAL, ASK_SCHOOL)]
    return [[hit.snippet.text for hit in answer.hits] for answer in asked]


def main(tmp: Path) -> None:
    seeds = write(tmp / "seeds", a=HOSPITAL)
    Corpus.open(seeds, data=tmp / "data")
    old = served(tmp)
    shutil.copytree(tmp / "data", tmp / "before")
    write(seeds, a=HOSPITAL.replace("二十张", "三十张"), b=SCHOOL)
    new = None
    results = []
    for n in range(2000):
        shutil.rmtree(tmp / "data")
        shutil.copytree(tmp / "before", tmp / "data")
        child = os.fork()
        if child == 0:
            reload_and_die(tmp, n)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        results.append(served(tmp))
        if os.WIFEXITED(status):
            new = results.pop()
            break
    print(
        json.dumps(
            {
                "killed": len(results),
                "served_old": results.count(old),
                "served_new": results.count(new),
                "wrong": [r for r in results if r not in (old, new)],
            },
            ensure_ascii=False,
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
