"""Fit what texts are about (`retrieval/articles/evidence/topics.py`): vectors by which two passages of one article are nearer to each other
than to those of others, above all of others on its page.

By softmax over a batch of passages, each with another one of its article, at times with its headline (van den Oord et al. 2018), and
AdaGrad (Duchi et al. 2011) with one rate for each vector. Called by `fit_splitter`.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.articles.evidence import topics
from retrieval.articles.evidence.parts import Index, has_parts, look_up
from retrieval.articles.looks import style
from tests.articles.golden import TITLE, GoldPage
from tests.articles.press import read_news, stories_of

SIZE, MOST, LEAST = 48, 30_000, 4  # of a vector; parts at most; articles that have each at least
STEPS, RATE, LAST_RATE = 1000, 0.1, 0.01
BATCH = 256  # articles
SHARE = 0.75  # of the pages in a batch, those of gold pages
HEATED, BESIDE = 0.3, 10.0  # the softmax's temperature; how often another article of the page counts
LEFT_OUT = 0.2  # of the parts of a passage, each time it is looked at
HEADED = 0.3  # of the passages, a headline
PASSAGE = 30, 250  # characters
SHORT = 40  # characters of an article that is too short to be two passages

Told = tuple[str, str]
"""An article: its headline, its text."""
Floats = NDArray[np.float32]


def told_on(pages: Iterable[GoldPage]) -> list[list[Told]]:
    """Return the articles of gold pages, by page."""
    by_page: defaultdict[str, list[Told]] = defaultdict(list)
    for source, story in stories_of(pages):
        text = "".join(text for subhead, text in story.paragraphs if not subhead)
        if len(text) >= SHORT:
            by_page[source].append(("".join(story.heads[TITLE]), text))
    return list(by_page.values())


def told_in(news: Path) -> list[list[Told]]:
    """Return the articles of a file of news (JSONL with `title` and `text`, `.gz` too), by eight."""
    told = [(row["title"], row["text"].split("：", 1)[-1].replace("\n", "")) for row in read_news(news)]
    long = [(title, text) for title, text in told if len(text) >= PASSAGE[1]]
    return [long[k : k + 8] for k in range(0, len(long), 8)]


def fit_topics(pages: Sequence[Sequence[Told]], news: Sequence[Sequence[Told]]) -> topics.Table:
    """Return vectors fitted on the articles of these pages, and of news."""
    chance, noise = random.Random(5), np.random.default_rng(5)
    met = Counter(part for page in chain(pages, news) for article in page for part in _parts(article))
    kept = sorted(met, key=lambda part: (-met[part], part))[:MOST]
    parts = [part for part in kept if met[part] >= LEAST]
    index = Index.of(parts)
    rarity = np.log(sum(map(len, chain(pages, news))) / np.array([met[part] for part in parts])) / 10
    vectors = noise.normal(0, SIZE**-0.5, (len(parts), SIZE)).astype(np.float32)
    slopes = np.full(len(parts), 1e-6)
    for step in range(STEPS):
        ones, others, page = _batch(pages, news, chance)
        owner, at = look_up(style.COMMON.number([*ones, *others]), index)
        left = noise.random(len(at)) >= LEFT_OUT
        used = np.unique(at[left])
        has = has_parts(owner[left], at[left], used, 2 * len(ones)).astype(np.float32)
        has *= rarity[used].astype(np.float32)
        slope = has.T @ _slope(has @ vectors[used], np.array(page))
        slopes[used] += (slope**2).mean(1)
        rate = RATE + (LAST_RATE - RATE) * step / STEPS
        vectors[used] -= (rate / np.sqrt(slopes[used]))[:, None].astype(np.float32) * slope
    weighed = vectors * rarity[:, None]
    order = np.argsort(parts)
    whole = np.clip(np.rint(weighed * (127 / np.quantile(np.abs(weighed), 0.9999))), -127, 127)
    return topics.Table(np.array(parts)[order], whole.astype(np.int8)[order])


def _parts(article: Told) -> set[str]:
    return style.COMMON._replace(most=0).of(" ".join(article))


def _batch(
    pages: Sequence[Sequence[Told]], news: Sequence[Sequence[Told]], chance: random.Random
) -> tuple[list[str], list[str], list[int]]:
    """Return passages, for each another one of its article, and of which page it is."""
    ones: list[str] = []
    others: list[str] = []
    of: list[int] = []
    while len(ones) < BATCH:
        some = pages if not news or chance.random() < SHARE else news
        for title, text in (page := chance.choice(some)):
            one, other = _passages(text, chance)
            ones.append(title if title and chance.random() < HEADED else one)
            others.append(other)
            of.append(id(page))
    return ones, others, of


def _passages(text: str, chance: random.Random) -> tuple[str, str]:
    """Return two passages of a text, one after the other, with or without something between."""
    one, other = chance.randint(*PASSAGE), chance.randint(*PASSAGE)
    if len(text) < one + other:
        one = other = len(text) // 2
    start = chance.randint(0, len(text) - one - other)
    then = chance.randint(start + one, len(text) - other)
    return text[start : start + one], text[then : then + other]


def _slope(sums: Floats, page: NDArray[np.int64]) -> Floats:
    """Return how the loss changes with the sums of the vectors of all passages: the ones, then the others."""
    size = len(page)
    norms = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
    ones, others = np.split(sums / norms, 2)
    odds = ones @ others.T / HEATED
    odds += math.log(BESIDE) * ((page[:, None] == page) & ~np.eye(size, dtype=bool))
    wrong = (_shares(odds) + _shares(odds.T).T - 2 * np.eye(size)) / (2 * HEATED * size)
    wrong = wrong.astype(np.float32)
    slope = np.concatenate([wrong @ others, wrong.T @ ones])
    directed = sums / norms
    changed: Floats = (slope - directed * (slope * directed).sum(1, keepdims=True)) / norms
    return changed


def _shares(odds: Floats) -> Floats:
    e = np.exp(odds - odds.max(1, keepdims=True))
    shares: Floats = e / e.sum(1, keepdims=True)
    return shares
