"""Texts to measure on: news where they are given, else articles put together from the sentences of the seeds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from retrieval.articles import split_articles
from retrieval.index.passages import cut_sentences
from retrieval.pages import read_page
from tests.articles.press import read_news

Row = dict[str, str]
SYLLABLES = "安北昌大东峰光海和华吉江金开林龙明南宁平青清山胜石水泰天同万文武西新兴阳宜银永玉元云长正中洲"


def make_corpus(size: int, news: Path | None, seeds: Path) -> list[Row]:
    """Return `size` articles: those of `news` as far as they reach, then new mixtures of their sentences."""
    real = list(islice(_read(news), size)) if news else []
    sentences = _sentences([row["text"] for row in real] or _seed_texts(seeds))
    chance = random.Random(7)
    made = (_mixture(n, sentences, chance) for n in range(len(real), size))
    return real + list(made)


def _read(news: Path) -> Iterator[Row]:
    for n, row in enumerate(read_news(news)):
        yield {"id": f"n{n}", "title": row.get("title", ""), "text": row["text"]}


def _seed_texts(seeds: Path) -> list[str]:
    pages = [read_page(path) for path in sorted(seeds.glob("*.txt"))]
    return [article.text for page in pages for article in split_articles(page).articles]


def _sentences(texts: list[str]) -> list[str]:
    return [t[a:b] for t in texts for a, b in cut_sentences(t) if 12 < b - a < 150]


def _mixture(n: int, sentences: list[str], chance: random.Random) -> Row:
    """Make an article of about 400 characters; made-up names keep the vocabulary growing, as real news do."""
    text = ""
    while len(text) < 400:
        name = "".join(chance.choices(SYLLABLES, k=3))
        text += f"{name}镇{chance.randint(2, 999)}人。" if chance.random() < 0.2 else chance.choice(sentences)
    return {"id": f"m{n}", "title": text[:14], "text": text}


def make_questions(articles: list[Row], count: int) -> list[str]:
    """Return questions of 10 to 22 characters out of the texts, with what people put around them."""
    chance = random.Random(5)
    out: list[str] = []
    while len(out) < count:
        text = chance.choice(articles)["text"]
        spans = [(a, b) for a, b in cut_sentences(text) if 15 < b - a < 80]
        if spans:
            a, b = chance.choice(spans)
            start = chance.randint(a, max(b - 22, a))
            out.append(text[start : start + chance.randint(10, 22)] + "是什么？")
    return out
