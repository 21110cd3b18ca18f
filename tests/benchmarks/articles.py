"""How fast are pages cut? Run `python -m tests.benchmarks.articles`.

Prints megabytes of page text a second over the seeds, and the seconds for a page of 100,000 short lines, for one
line of a megabyte, and for printed pages.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

from retrieval.articles import split_articles
from retrieval.articles.evidence.words import grams
from retrieval.pages import read_page
from retrieval.records import Page
from tests.articles.press import make_page


def seconds(pages: Sequence[Page]) -> float:
    """Return the processor time it takes to cut these pages once, the best of three: other work doesn't count."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for page in pages:
            grams.cache_clear()  # a page is cut once: what is kept of its texts helps no other page
            split_articles(page)
        best = min(best, time.process_time() - start)
    return best


def megabytes(pages: Sequence[Page]) -> float:
    """Return the size of the pages as UTF-8."""
    return sum(len(line.encode()) + 1 for page in pages for line in page.lines) / 1e6


def _alike(size: int) -> tuple[str, ...]:
    """Return headlines over texts of characters drawn by lot, each of which may follow any other."""
    chance = random.Random(4)
    chars = [chr(code) for code in range(0x5000, 0x5400)]
    return tuple("".join(chance.choices(chars, k=k)) for _ in range(size) for k in (10, 200))


def main() -> None:
    """Print one line a case."""
    seeds = [read_page(p) for p in sorted(Path("seeds").glob("*.txt"))]
    printed = [make_page(seed).page for seed in range(60)]
    long = tuple(line for seed in range(1200) for line in make_page(seed).page.lines)[:100_000]
    cases = {
        "seeds": seeds * 5,
        "printed": printed,
        "100,000 lines of stories": [Page("long.txt", long)],
        "100,000 short lines": [
            Page("short.txt", tuple(f"第{n}行，很短的句子没有完" for n in range(100_000)))
        ],
        "20,000 lines with bullets": [
            Page("bullets.txt", tuple(f"● {line}" for line in long[:20_000] if line.strip()))
        ],
        "200 texts that are all alike": [Page("alike.txt", _alike(200))],
        "one line of 1 MB": [Page("line.txt", ("这是一个很长的行，没有换行。" * 24_000,))],
    }
    for name, pages in cases.items():
        spent = seconds(pages)
        print(f"{name:<29} {megabytes(pages) / spent:6.2f} MB/s  {spent:6.2f} s")


if __name__ == "__main__":
    main()
