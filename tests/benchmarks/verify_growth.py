"""How verifying a quotation grows with the corpus: python -m tests.benchmarks.verify_growth [PASSAGES …]

Pages of synthetic text (words drawn by their frequency in jieba's dictionary, five passages of about 100
characters an article) are opened as a corpus with the engine it chooses. Quotations of 40 and 400 characters are
cut from it as they stand, with one character in twenty wrong, with an omission, marked or not, or are foreign to it. Printed are
p50 and p95 of the processor's time in ms, whole, and without what the engine took to propose articles.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jieba

from retrieval.corpus import Corpus
from retrieval.quoting import verify

SIZES = (1_000, 10_000, 100_000)
ARTICLE, PAGE = 5, 20  # passages an article, articles a page
ROUNDS = 60
_VERDICTS = {"omission": "verbatim", "gap": "near"}  # of kinds that aren't called by theirs


def writer(rng: random.Random) -> Callable[[int], str]:
    """Return a function that writes so many characters of nonsense in real words."""
    jieba.initialize()
    words = [(w, n) for w, n in jieba.dt.FREQ.items() if n > 3 and 1 <= len(w) <= 4 and "一" <= w[0] <= "龥"]
    names, weights = zip(*words, strict=True)

    def stream() -> Iterator[str]:
        while True:
            yield from rng.choices(names, weights, k=100_000)

    pool = stream()

    def write(characters: int) -> str:
        text, sentence = "", 0
        while len(text) < characters:
            text += next(pool)
            sentence += 1
            if sentence % 8 == 0:
                text += "。" if sentence % 24 == 0 else "，"
        return text + "。"

    return write


def write_pages(folder: Path, passages: int, write: Callable[[int], str]) -> None:
    for n in range(-(-passages // (ARTICLE * PAGE))):
        articles = [f"{write(12).rstrip('。，')}\n\n{write(100 * ARTICLE)}" for _ in range(PAGE)]
        (folder / f"{n:05}.txt").write_text("\n\n\n".join(articles), encoding="utf-8")


def quotations(corpus: Corpus, rng: random.Random, write: Callable[[int], str]) -> Iterator[tuple[str, str]]:
    """Yield (kind, quotation)."""
    articles = [a for a in corpus.articles() if len(a.body) > 420]
    for size in (40, 400):
        for _ in range(ROUNDS):
            body = rng.choice(articles).body
            start = rng.randrange(len(body) - size)
            text = body[start : start + size]
            yield f"verbatim {size}", text
            wrong = list(text)
            for at in rng.sample(range(size), size // 20):
                wrong[at] = rng.choice("天地玄黄宇宙洪荒")
            yield f"near {size}", "".join(wrong)
            yield f"omission {size}", f"{text[: size // 3]}……{text[size // 2 :]}"
            yield f"gap {size}", f"{text[: size // 3]}{text[size // 2 :]}"
            yield f"absent {size}", write(size)


def measure(passages: int) -> None:
    rng = random.Random(passages)
    write = writer(rng)
    with tempfile.TemporaryDirectory() as folder:
        write_pages(Path(folder), passages, write)
        started = time.perf_counter()
        corpus = Corpus.open(Path(folder))
        stats, built = corpus.stats(), time.perf_counter() - started
        print(f"{stats.passages} passages, {stats.articles} articles, {stats.engine}, built in {built:.0f} s")
        proposing = Stopwatch()
        whole: dict[str, list[float]] = {}
        own: dict[str, list[float]] = {}
        wrong: Counter[str] = Counter()
        with patch.object(verify, "_proposed", proposing.around(verify._proposed)):
            for kind, quote in quotations(corpus, rng, write):
                proposing.ms, started = 0.0, time.thread_time()
                verdict = corpus.verify(quote).verdict.value
                took = (time.thread_time() - started) * 1000
                whole.setdefault(kind, []).append(took)
                own.setdefault(kind, []).append(took - proposing.ms)
                wrong[kind] += verdict != _VERDICTS.get(meant := kind.split()[0], meant)
    for kind in whole:
        shown = [f"{x:7.1f}" for times in (whole[kind], own[kind]) for x in (p(times, 50), p(times, 95))]
        print(
            f"  {kind:13} whole {shown[0]} {shown[1]}   own {shown[2]} {shown[3]} ms   wrong {wrong[kind]}",
            flush=True,
        )


class Stopwatch:
    """Adds up what a function takes."""

    ms = 0.0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            started = time.thread_time()
            result = function(*args)
            self.ms += (time.thread_time() - started) * 1000
            return result

        return timed


def p(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1]


if __name__ == "__main__":
    for size in [int(n) for n in sys.argv[1:]] or SIZES:
        measure(size)
