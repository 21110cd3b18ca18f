"""Many readers ask at once: every core answers, the event loop runs on, and too many are told so."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.errors import BusyError
from retrieval.service import Service
from tests.corpus.pages import ASK_HOSPITAL, ASK_SCHOOL, HOSPITAL, SCHOOL, write


@pytest.mark.parametrize("processes", [0, 1])
async def test_same_answers(tmp_path: Path, processes: int) -> None:
    """What other processes answer is what the corpus itself answers, before and after a reload."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    service = Service(corpus, processes=processes)
    try:
        assert (await service.ask(ASK_HOSPITAL)).hits == corpus.ask(ASK_HOSPITAL).hits
        write(seeds, b=SCHOOL)
        corpus.reload()
        assert (await service.ask(ASK_SCHOOL)).hits == corpus.ask(ASK_SCHOOL).hits
    finally:
        service.close()


async def test_busy(tmp_path: Path) -> None:
    """Beyond the bound a question is refused at once; the others are answered."""
    corpus = Corpus.open(write(tmp_path / "seeds", a=HOSPITAL))
    service = Service(corpus, waiting=3)
    done = await asyncio.gather(*(service.ask(ASK_HOSPITAL) for _ in range(10)), return_exceptions=True)
    service.close()
    refused = [x for x in done if isinstance(x, BusyError)]
    assert len(refused) == 6
    assert all(x.hits for x in done if not isinstance(x, BaseException))


async def test_loop_runs_on(tmp_path: Path) -> None:
    """While questions are answered, the event loop is not held up."""
    corpus = Corpus.open(write(tmp_path / "seeds", a=HOSPITAL))
    service = Service(corpus, waiting=2000)
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    ticking = asyncio.ensure_future(tick())
    await asyncio.gather(*(service.ask(ASK_HOSPITAL) for _ in range(1000)))
    ticking.cancel()
    service.close()
    assert ticks >= 5


async def test_a_worker_dies(tmp_path: Path) -> None:
    """A process that was killed fails no question: this process answers instead."""
    corpus = Corpus.open(write(tmp_path / "seeds", a=HOSPITAL), data=tmp_path / "data")
    service = Service(corpus, processes=1)
    try:
        assert (await service.ask(ASK_HOSPITAL)).hits
        service._workers[0]._process.kill()
        assert (await service.ask(ASK_HOSPITAL)).hits == corpus.ask(ASK_HOSPITAL).hits
    finally:
        service.close()
