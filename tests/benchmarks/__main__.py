"""Measure this project against other ways to search, in one run: `make bench`, or

python -m tests.benchmarks [--news FILE] [--sizes 1000,20000] [--out FOLDER]

`--news` (or JIANBAO_NEWS) is a JSONL of articles with title and text, .gz or not; without it text is made from
the seeds. Times are CPU time of the thread that searches, so that a busy machine changes them little; ratios
within one run are what counts.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.chart import draw
from tests.benchmarks.corpora import make_corpus, make_questions
from tests.benchmarks.rivals import RIVALS

QUESTIONS = 100
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Run the benchmarks and write table and chart."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--news", type=Path, default=os.environ.get("JIANBAO_NEWS"))
    parser.add_argument("--sizes", default="1000,20000", help="articles, e.g. 1000,20000,200000")
    parser.add_argument("--only", default="", help="rivals to run, e.g. jianbao,bm25s")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "benchmarks")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = []
    for size in map(int, given.sizes.split(",")):
        rows += measure(
            size, Path(given.news) if given.news else None, set(filter(None, given.only.split(",")))
        )
        (given.out / "results.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    (given.out / "latency.svg").write_text(draw(rows), encoding="utf-8")
    print(table(rows))
    print(f"\nwritten: {given.out / 'results.json'}, {given.out / 'latency.svg'}")


def measure(size: int, news: Path | None, only: set[str]) -> list[dict[str, Any]]:
    """Measure every rival on `size` articles."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="jianbao-bench-") as folder:
        articles = make_corpus(size, news, ROOT / "seeds")
        questions = make_questions(articles, QUESTIONS)
        for name, rival in RIVALS.items():
            if only and name not in only:
                continue
            try:
                wall, cpu = time.perf_counter(), _cpu()
                ask = rival(articles, Path(folder) / name)
            except ImportError as error:
                print(f"{name}: left out ({error})", file=sys.stderr)
                continue
            built = {"build_s": time.perf_counter() - wall, "build_cpu_s": _cpu() - cpu}
            p50, p95 = timed(ask, questions)
            rows.append({"articles": len(articles), "what": name, "p50_ms": p50, "p95_ms": p95, **built})
            print(
                f"{len(articles)} {name}: p50 {p50:.2f} ms, p95 {p95:.2f} ms, built in {wall_of(built)}",
                file=sys.stderr,
            )
    return rows


def timed(ask: Callable[[str], object], questions: list[str]) -> tuple[float, float]:
    """Return p50 and p95 of one question in ms, after a round to warm up."""
    for question in questions[:20]:
        ask(question)
    took = []
    for question in questions:
        started = time.thread_time()
        ask(question)
        took.append((time.thread_time() - started) * 1000)
    took.sort()
    return took[len(took) // 2], took[int(len(took) * 0.95)]


def wall_of(built: dict[str, float]) -> str:
    """Say how long building took."""
    return f"{built['build_s']:.1f} s ({built['build_cpu_s']:.1f} s CPU)"


def _cpu() -> float:
    t = os.times()
    return t.user + t.system + t.children_user + t.children_system


def table(rows: list[dict[str, Any]]) -> str:
    """Return the figures as Markdown, each time also as a multiple of ours."""
    lines = [
        "| articles | what | p50 ms | p95 ms | × ours | build s (CPU s) |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        ours = next((r for r in rows if r["articles"] == row["articles"] and r["what"] == "jianbao"), row)
        lines.append(
            f"| {row['articles']:,} | {row['what']} | {row['p50_ms']:.2f} | {row['p95_ms']:.2f} |"
            f" {row['p50_ms'] / ours['p50_ms']:.2f} | {row['build_s']:.1f} ({row['build_cpu_s']:.1f}) |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
