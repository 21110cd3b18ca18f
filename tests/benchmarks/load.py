"""Many readers at once, and what other processes bring: python -m tests.benchmarks.load [--news FILE] [--articles N]

One corpus is asked through a Service with 0, 1 and 2 processes, in turns, so that whatever else keeps the machine
busy falls on all alike; the medians of the rounds are printed, and their ratios are what counts. A round is
QUESTIONS questions of four threads; and then a crowd that asks the bot's office at once, while a coroutine ticks
and notes the longest time for which the event loop was held up. CPU is that of this process and of the others;
where fewer cores are used than there are processes, the machine had no more to give.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from bot.talk.desk import Desk
from bot.telegram.office import Office
from config.settings import load_settings
from retrieval.corpus import Corpus
from retrieval.service import Service
from tests.benchmarks.corpora import make_corpus, make_questions

PROCESSES = (0, 1, 2)
ROUNDS, QUESTIONS, CROWD, THREADS = 7, 150, 50, 4
TICK_S = 0.001
ROOT = Path(__file__).parents[2]


class Round(NamedTuple):
    """One round: questions a second, CPU ms a question here and there, ms of the crowd, longest hold-up in ms."""

    rate: float
    here_ms: float
    there_ms: float
    crowd_ms: float
    held_ms: float


def main() -> None:
    """Build the corpus in a process of its own, whose memory is not ours; run the rounds; print the medians."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.load")
    parser.add_argument("--news", type=Path, default=os.environ.get("JIANBAO_NEWS"))
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--build", type=Path, help="only build, in this folder")
    given = parser.parse_args()
    if given.build:
        return build(given.build, given.articles, Path(given.news) if given.news else None)
    with tempfile.TemporaryDirectory(prefix="jianbao-load-") as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", __spec__.name, *sys.argv[1:], "--build", folder], check=True)
        questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
        run(open_in(folder), cycle(questions), folder / "bot")


def build(folder: Path, count: int, news: Path | None) -> None:
    """Write the articles and questions about them, and build the corpus."""
    articles = make_corpus(count, news, ROOT / "seeds")
    rows = "\n".join(json.dumps(row, ensure_ascii=False) for row in articles)
    (folder / "seeds").mkdir()
    (folder / "seeds" / "news.jsonl").write_text(rows, encoding="utf-8")
    (folder / "questions.json").write_text(json.dumps(make_questions(articles, 1_000)), encoding="utf-8")
    open_in(folder)


def open_in(folder: Path) -> Corpus:
    """Open the corpus in `folder`."""
    return Corpus.open(folder / "seeds", data=folder / "data", engine="tantivy")


def run(corpus: Corpus, questions: Iterator[str], data: Path) -> None:
    """Ask in turns through as many services as there are numbers of processes."""
    rounds: dict[int, list[Round]] = {n: [] for n in PROCESSES}
    with ExitStack() as stack:
        services = {n: stack.enter_context(closing(Service(corpus, n))) for n in PROCESSES}
        while any(service.up < n for n, service in services.items()):
            time.sleep(0.1)
        for n in range(ROUNDS + 1):
            for processes, service in services.items():
                measured = one_round(service, list(islice(questions, QUESTIONS + CROWD)), data)
                rounds[processes] += [measured] if n else []  # the first round only warms up
        report(corpus, rounds, services)


def one_round(service: Service, questions: list[str], data: Path) -> Round:
    """Let threads ask for a while, then a crowd at once."""
    cpu, wall = cpu_s(service), time.perf_counter()
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(service.ask, questions[CROWD:]))
    took = time.perf_counter() - wall
    here, there = (1000 * (b - a) / QUESTIONS for a, b in zip(cpu, cpu_s(service), strict=True))
    return Round(QUESTIONS / took, here, there, *asyncio.run(crowd(service, questions[:CROWD], data)))


async def crowd(service: Service, questions: list[str], data: Path) -> tuple[float, float]:
    """Ask the office all at once; return the ms until all are answered, and the longest hold-up of the loop."""
    settings = load_settings(None, {"data": data}, {})
    office = Office(Desk(service._corpus, settings, None, service))
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK_S)
            longest = max(longest, time.perf_counter() - before - TICK_S)

    ticking, started = asyncio.create_task(tick()), time.perf_counter()
    await asyncio.gather(*(office.in_turn(office.desk.ask, q, n) for n, q in enumerate(questions)))
    took = time.perf_counter() - started
    ticking.cancel()
    office.close()
    return 1000 * took, 1000 * longest


def cpu_s(service: Service) -> tuple[float, float]:
    """Return the CPU seconds of this process and of the service's others so far."""
    ticks = [Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1] for pid in service.pids]
    others = sum(int(t) for stat in ticks for t in stat.split()[11:13]) / os.sysconf("SC_CLK_TCK")
    return time.process_time(), others


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def report(corpus: Corpus, rounds: dict[int, list[Round]], services: dict[int, Service]) -> None:
    """Print the medians as Markdown."""
    stats = corpus.stats()
    size = f"{stats.articles:,} articles, {stats.passages:,} passages, {stats.engine}"
    heads = ["processes", "questions/s", "× none", "cores used", "CPU ms here", "CPU ms there"]
    heads += ["crowd ms", "held up ms", "MB there"]
    print(f"{size}; {ROUNDS} rounds of each\n\n| {' | '.join(heads)} |\n{'| --- ' * len(heads)}|")
    base = statistics.median(r.rate for r in rounds[PROCESSES[0]])
    for n, measured in rounds.items():
        rate, *others = (statistics.median(values) for values in zip(*measured, strict=True))
        cores = statistics.median(r.rate * (r.here_ms + r.there_ms) / 1000 for r in measured)
        memory = " + ".join(f"{resident_mb(pid):.0f}" for pid in services[n].pids) or "–"
        shown = " | ".join(f"{value:.1f}" for value in [cores, *others])
        print(f"| {n} | {rate:.0f} | {rate / base:.2f} | {shown} | {memory} |")
    print(f"\nthis process: {resident_mb(os.getpid()):.0f} MB; load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
