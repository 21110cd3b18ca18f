"""Look around in a corpus without reading it: files, headlines, neighbours, samples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.handles import handle_of, printing_handle, source_handle
from retrieval.index.store import Packed, PackedCut, Store
from retrieval.records import Neighbours, Note, Refusal, Source
from retrieval.whys import Why
from tests.corpus.pages import HOSPITAL, SCHOOL, served, write


def write_rows(seeds: Path, name: str, count: int, **more: str) -> None:
    """Write a JSONL file of `count` short articles, whose ids are no handles."""
    rows = (
        {"id": f"{name}_{n}", "title": f"第{n}则", "text": f"{name}简讯{n}。"} | more for n in range(count)
    )
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    seeds.mkdir(exist_ok=True)
    (seeds / f"{name}.jsonl").write_text(text, encoding="utf-8")


def ids(corpus: Corpus, source: str) -> list[str]:
    return [article.id for article in corpus.articles(source)]


def test_sources(tmp_path: Path) -> None:
    """A source says how many articles it holds and what its first one knows of the paper; they come in pages."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL, d="", e=SCHOOL)
    (seeds / "a.yaml").write_text("publication: 健康报\ndate: 2024-07-03", encoding="utf-8")
    write_rows(seeds, "b", 450, publication="晚报", page="3")
    (seeds / "c.md").write_text("# 通知\n\n正文。", encoding="utf-8")
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    paper, rows = Source("a.txt", 1, "健康报", "2024-07-03"), Source("b.jsonl", 450, "晚报", None, "3")
    assert corpus.sources(0, 2) == [paper, rows]
    assert corpus.sources(2, 9) == [Source("c.md", 1), Source("e.txt", 1)]
    assert corpus.source(source_handle("b.jsonl")) == rows
    assert corpus.source(source_handle("d.txt")) is None, "refused"
    assert [corpus.sources_before(source) for source in corpus.sources()] == [0, 1, 2, 3]


def test_pages_of_headlines(tmp_path: Path) -> None:
    """Page after page, the headlines of a file are those of its articles, however files came and went before."""
    seeds = tmp_path / "seeds"
    for name in "abc":
        write_rows(seeds, name, 410)
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    write_rows(seeds, "a", 430)
    (seeds / "b.jsonl").unlink()
    write_rows(seeds, "d", 7)
    corpus.reload()
    for source in corpus.sources():
        pages = [corpus.headlines(source.name, first, 100) for first in range(0, source.articles + 100, 100)]
        assert [id for page in pages for id, _ in page] == ids(corpus, source.name)
        assert len(ids(corpus, source.name)) == source.articles


def test_neighbours(tmp_path: Path) -> None:
    """An article knows its place in its file, and no neighbour beyond the file's ends."""
    for name in "ab":
        write_rows(tmp_path / "seeds", name, 205)
    corpus = Corpus.open(tmp_path / "seeds", data=tmp_path / "data")
    for name in "ab":
        own = ids(corpus, f"{name}.jsonl")
        for n in (0, 1, 199, 200, 204):
            article = corpus.article(own[n])
            assert article
            beside = Neighbours(n, own[n - 1] if n else None, own[n + 1] if n < 204 else None)
            assert corpus.neighbours(article) == beside


def test_handles(tmp_path: Path) -> None:
    """An article is found by its id and by its handle, of several printings the first; an id goes before a handle."""
    seeds = tmp_path / "seeds"
    for name in ("b", "a"):
        write_rows(seeds, name, 3)
    fingerprint = handle_of("a_1")
    row = {"id": fingerprint, "title": "巧合", "text": "这一篇的编号正好是别人的指纹。"}
    again = {"id": "a_2", "title": "重印", "text": "a简讯2。"}
    (seeds / "z.jsonl").write_text(f"{json.dumps(row)}\n{json.dumps(again)}", encoding="utf-8")
    corpus = Corpus.open(seeds, data=tmp_path / "data")

    def found(name: str) -> tuple[str, str] | None:
        article = corpus.article(name)
        return (article.id, article.source) if article else None

    assert found("a_2") == found(handle_of("a_2")) == ("a_2", "a.jsonl")
    assert found(handle_of("b_0")) == ("b_0", "b.jsonl")
    assert found(fingerprint) == (fingerprint, "z.jsonl")
    assert found("c_0") is found(handle_of("c_0")) is None
    # Of one text in two files each has a handle; where that file is gone, the other one serves.
    assert found(printing_handle("a_2", "z.jsonl")) == ("a_2", "z.jsonl")
    assert found(printing_handle("a_2", "a.jsonl")) == ("a_2", "a.jsonl")
    assert found(printing_handle("a_2", "gone.jsonl")) == ("a_2", "a.jsonl")
    assert found("a_1" + "0000") is None  # a short id, and behind it what is of no file


@pytest.mark.parametrize("between", [0, 300])
def test_one_id_for_two_articles(tmp_path: Path, between: int) -> None:
    """A file that gives two texts one id is refused by name and id, however far apart they stand; one text twice isn't."""
    seeds = tmp_path / "seeds"
    write_rows(seeds, "a", between)
    first = json.dumps({"id": "1", "title": "动物园", "text": "江州动物园今天开放。"})
    second = json.dumps({"id": "1", "title": "植物园", "text": "海城植物园明天开放。"})
    middle = (seeds / "a.jsonl").read_text(encoding="utf-8") if between else ""
    (seeds / "a.jsonl").write_text(f"{first}\n{middle}\n{first}", encoding="utf-8")
    (seeds / "b.jsonl").write_text(f"{first}\n{middle}\n{second}", encoding="utf-8")
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    assert corpus.stats().refused == (Refusal("b.jsonl", Why("id_twice", {"id": "1"})),)
    assert corpus.stats().articles == between + 2
    assert all(hit.article.source == "a.jsonl" for hit in corpus.ask("海城植物园哪天开放").hits)


def _row(id: str, text: str) -> str:
    return json.dumps({"id": id, "title": text[:4], "text": text}) + "\n"


ZOO, GARDEN = "江州动物园今天开放。", "海城植物园明天开放。"


def test_one_id_for_two_texts_in_two_files(tmp_path: Path) -> None:
    """Both are served, and it is noted, a line for each two files; a text printed twice is nothing to note."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.jsonl").write_text(
        _row("1", ZOO) + _row("2", "江州开会。") + _row("3", ZOO), encoding="utf-8"
    )
    (seeds / "b.jsonl").write_text(
        _row("1", GARDEN) + _row("2", "海城开会。") + _row("3", ZOO), encoding="utf-8"
    )
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    said = (Note("b.jsonl", Why("id_shared", {"id": "1", "first": "a.jsonl"})),)
    assert corpus.stats().notes == said and corpus.stats().articles == 6
    (seeds / "c.jsonl").write_text(_row("9", "清河开会。"), encoding="utf-8")
    assert corpus.reload().notes == said
    (seeds / "a.jsonl").unlink()
    assert corpus.reload().notes == ()
    (seeds / "0.jsonl").write_text(_row("1", ZOO), encoding="utf-8")
    assert corpus.reload().notes == (Note("b.jsonl", Why("id_shared", {"id": "1", "first": "0.jsonl"})),)


@pytest.mark.parametrize("size", [1, 20, 21, 24, 25, 40])
def test_a_button_of_an_id_that_two_files_give(tmp_path: Path, size: int) -> None:
    """However long the id is, each leads to the article of its own file."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, text in (("a.jsonl", ZOO), ("b.jsonl", GARDEN)):
        (seeds / name).write_text(_row("n" * size, text), encoding="utf-8")
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    for article in corpus.articles():
        handle = printing_handle(article.id, article.source)
        assert corpus.article(handle) == article and len(handle) <= 24
        assert corpus.neighbours(article) is not None


@pytest.mark.parametrize("id", ["{n}", "1"], ids=["ids of their own", "one id"])
def test_looking_for_an_id_given_twice(id: str) -> None:
    """However many articles of a file came before, SQLite takes as many steps to look whether an id was given."""
    steps = []
    for before in (100, 4_000):
        store = Store.create(None)
        source = store.add_source("a.jsonl", "")
        rows = [Packed(id.format(n=n), None, "", "", 1, 1, b"", b"") for n in range(before + 10)]
        numbers = store.add_articles(source, PackedCut(b""), rows)
        taken = 0

        def step() -> int:
            nonlocal taken
            taken += 1
            return 0

        store._db.set_progress_handler(step, 10)
        assert store.given_twice(numbers[-10:]) is None
        steps.append(taken)
    assert steps[1] <= 1.5 * steps[0]


@pytest.mark.parametrize(
    ("before", "gone", "after", "size"),
    [
        *[(0, 0, 0, 5), (0, 3, 0, 5), (7, 0, 0, 10), (40, 0, 0, 10), (4_000, 0, 0, 100)],
        *[(10, 3_900, 90, 100), (250, 3_500, 250, 100), (0, 3_000, 1_000, 100), (1, 3_998, 1, 100)],
    ],
)
def test_sample(before: int, gone: int, after: int, size: int) -> None:
    """A sample is about as large as was asked and evenly spread, also where most numbers are gone."""
    store = Store.create(None)
    there: list[int] = []
    for name, count in (("a", before), ("b", gone), ("c", after)):
        packed = [Packed(f"{name}{n}", None, "", "", 1, 1, b"", b"") for n in range(count)]
        there += store.add_articles(store.add_source(name, ""), PackedCut(b""), packed)
    there = sorted({*there} - {*store.remove_source("b")})
    taken = store._spread(size)
    assert taken == sorted(set(taken)) and set(taken) <= set(there)
    assert len(taken) == len(there) if len(there) < size // 2 else size // 2 <= len(taken) <= 2 * size


def test_what_is_served(tmp_path: Path) -> None:
    """An empty folder serves nothing and samples nothing."""
    corpus = Corpus.open(write(tmp_path / "seeds"))
    assert (served(corpus), corpus.sample(10)) == ([], [])
