"""Ways to search the same articles; each is built in a folder and gives a function that answers a question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.corpora import Row

Ask = Callable[[str], object]


def jianbao(articles: list[Row], folder: Path) -> Ask:
    """This project: the whole answer, with snippet, phrase, citation and confidence."""
    from retrieval.corpus import Corpus

    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    rows = (json.dumps(row, ensure_ascii=False) for row in articles)
    (seeds / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return Corpus.open(seeds, data=folder / "data").ask


def plain_bot(articles: list[Row], folder: Path) -> Ask:
    """What a rank_bm25 bot does: jieba.lcut and BM25Okapi; the search alone, no answer."""
    import jieba
    from rank_bm25 import BM25Okapi

    engine = BM25Okapi([jieba.lcut(f"{row['title']}\n{row['text']}") for row in articles])
    return lambda question: engine.get_scores(jieba.lcut(question)).argsort()[-5:]


def bm25s_search(articles: list[Row], folder: Path) -> Ask:
    """bm25s with jieba's words; the search alone."""
    import bm25s
    import jieba

    engine = bm25s.BM25(method="bm25+")
    engine.index([jieba.lcut(f"{row['title']}\n{row['text']}") for row in articles], show_progress=False)
    k = min(5, len(articles))
    return lambda question: engine.retrieve([jieba.lcut(question)], k=k, show_progress=False)


def sqlite_fts5(articles: list[Row], folder: Path) -> Ask:
    """SQLite's FTS5 with jieba's words joined by OR; the search alone."""
    import jieba

    folder.mkdir(parents=True)
    db = sqlite3.connect(folder / "fts.sqlite3")
    db.execute("CREATE VIRTUAL TABLE doc USING fts5(terms, content='')")
    rows = ((" ".join(jieba.lcut(f"{row['title']}\n{row['text']}")),) for row in articles)
    db.executemany("INSERT INTO doc (terms) VALUES (?)", rows)
    db.commit()

    def ask(question: str) -> object:
        words = " OR ".join(f'"{w}"' for w in jieba.lcut(question) if w.strip() and '"' not in w)
        return db.execute(
            "SELECT rowid FROM doc WHERE doc MATCH ? ORDER BY rank LIMIT 5", (words,)
        ).fetchall()

    return ask


def raw_tantivy(articles: list[Row], folder: Path) -> Ask:
    """tantivy alone with the very terms that this project gives it; the search alone, terms included."""
    from retrieval.engines import open_engine
    from retrieval.language.analysis import RjiebaAnalyzer

    analyzer = RjiebaAnalyzer()
    engine = open_engine("tantivy", folder)
    terms = (" ".join(analyzer.terms(f"{row['title']}\n{row['text']}")) for row in articles)
    engine.update((), enumerate(terms, 1))
    return lambda question: engine.search(dict.fromkeys(analyzer.terms(question), 1.0), 20)


RIVALS: dict[str, Callable[[list[Row], Path], Ask]] = {
    "jianbao": jianbao,
    "rank_bm25 bot": plain_bot,
    "bm25s": bm25s_search,
    "SQLite FTS5": sqlite_fts5,
    "raw tantivy": raw_tantivy,
}
