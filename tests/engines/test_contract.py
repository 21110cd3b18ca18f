"""What every engine promises. An engine that fails here breaks the searcher: mend the engine, not the test."""

from __future__ import annotations

import math
import resource
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.engines import Document, Engine, open_engine, opensearch
from retrieval.errors import EngineError

DOCUMENTS: list[Document] = [
    (1, "医院 ·医院 床位 #20"),
    (2, "医院 医院 学校"),
    (3, ""),
    (4, "学校 剪纸 ·剪纸 mri 95.6%"),
    (9, "大桥 通车 1.2"),
]


@pytest.fixture(params=["rank-bm25", "tantivy", pytest.param("opensearch", marks=pytest.mark.cluster)])
def engine_name(request: pytest.FixtureRequest) -> str:
    if request.param == "opensearch":
        request.getfixturevalue("cluster")
    return str(request.param)


@pytest.fixture(params=["on disk", "in memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    return tmp_path / "engine" if request.param == "on disk" else None


@pytest.fixture
def engine(engine_name: str, folder: Path | None) -> Engine:
    engine = open_engine(engine_name, folder)
    engine.update((), DOCUMENTS)
    return engine


def numbers(engine: Engine, *terms: str, k: int = 10) -> list[int]:
    return [hit.number for hit in engine.search(dict.fromkeys(terms, 1.0), k)]


def test_best_first(engine: Engine) -> None:
    """Documents come by score; one that holds none of the terms is no hit."""
    assert numbers(engine, "医院") == [2, 1]
    assert numbers(engine, "医院", "床位", "#20") == [1, 2]
    assert numbers(engine, "没有") == []
    assert numbers(engine) == []
    assert all(hit.score > 0 for hit in engine.search({"医院": 1.0}, 10))


def test_marks_are_part_of_a_term(engine: Engine) -> None:
    """A word, the pair of characters and the number of the same spelling are different terms."""
    assert numbers(engine, "·医院") == [1]
    assert numbers(engine, "·剪纸") == [4]
    assert numbers(engine, "#20") == [1]
    assert numbers(engine, "20") == []
    assert numbers(engine, "95.6%") == [4]
    assert numbers(engine, "1.2") == [9]


def test_weights(engine: Engine) -> None:
    """A term of half the weight gives half the score."""
    whole, half = engine.search({"大桥": 1.0}, 1)[0], engine.search({"大桥": 0.5}, 1)[0]
    assert half.score == pytest.approx(whole.score / 2, rel=1e-5)


def test_rare_terms_count_more(engine: Engine) -> None:
    """Of two terms that stand once in documents of one length, the rarer one decides."""
    engine.update((), [(20, "常见 甲"), (21, "常见 乙"), (22, "常见 乙")])
    assert numbers(engine, "甲", "乙")[0] == 20


def test_ties_by_number(engine: Engine) -> None:
    """Of equal documents the one with the lower number comes first."""
    engine.update((), [(30, "同样"), (12, "同样"), (25, "同样")])
    assert numbers(engine, "同样") == [12, 25, 30]


def test_at_most_k(engine: Engine) -> None:
    """No more than `k` hits come, and they are the best ones."""
    assert numbers(engine, "医院", "学校", k=1) == numbers(engine, "医院", "学校")[:1]


def test_figures(engine: Engine) -> None:
    """An engine knows how many documents it has, empty ones included, and how many hold a term."""
    assert len(engine) == 5
    held = {"医院": 2, "·医院": 1, "学校": 2, "没有": 0}
    assert engine.document_frequencies(held.keys()) == held
    assert engine.document_frequencies([]) == {}


def test_update(engine: Engine) -> None:
    """Removed documents are gone, added ones are found; both in one step."""
    engine.update([1, 4], [(5, "床位 剪纸")])
    assert numbers(engine, "医院") == [2]
    assert numbers(engine, "床位") == [5]
    assert numbers(engine, "剪纸") == [5]
    assert len(engine) == 4


def test_replace(engine: Engine) -> None:
    """A document may be taken out and come back under the same number with other terms."""
    engine.update([1], [(1, "新址")])
    assert numbers(engine, "新址") == [1]
    assert numbers(engine, "床位") == []


def test_unknown_number_removed(engine: Engine) -> None:
    """Removing what is not there changes nothing."""
    engine.update([77], ())
    assert len(engine) == 5


def test_added_is_a_stream(engine: Engine) -> None:
    """Documents may come from a generator, which is read once."""

    def stream() -> Iterator[Document]:
        for n in range(100, 400):
            yield n, f"词{n}"

    engine.update((), stream())
    assert len(engine) == 305
    assert numbers(engine, "词250") == [250]


def test_fork(engine: Engine, folder: Path | None) -> None:
    """A fork is a copy: what is done to it, the engine that answers never sees."""
    fork = engine.fork(folder.with_name("next") if folder else None)
    assert numbers(fork, "医院") == [2, 1]
    fork.update([1, 2], [(50, "医院")])
    assert numbers(fork, "医院") == [50]
    assert numbers(engine, "医院") == [2, 1]
    assert len(engine) == 5


def test_opened_again(engine_name: str, tmp_path: Path) -> None:
    """What was updated is there when the folder is opened again, forks included, with the same scores."""
    terms = {"医院": 1.0, "床位": 0.7, "#20": 1.0}
    first = open_engine(engine_name, tmp_path / "a")
    first.update((), DOCUMENTS)
    fork = first.fork(tmp_path / "b")
    fork.update([2], ())
    for engine, place in ((first, "a"), (fork, "b")):
        again = open_engine(engine_name, tmp_path / place)
        assert again.search(terms, 10) == engine.search(terms, 10)
        assert len(again) == len(engine)


def test_empty(engine_name: str, folder: Path | None) -> None:
    """An engine without documents finds nothing and says so politely."""
    engine = open_engine(engine_name, folder)
    assert len(engine) == 0
    assert engine.search({"医院": 1.0}, 5) == []
    assert engine.document_frequencies(["医院"]) == {"医院": 0}
    engine.update((), [(1, ""), (2, "")])
    assert engine.search({"医院": 1.0}, 5) == []


def test_very_long_term(engine: Engine) -> None:
    """A term beyond all measure is no error, and the rest of its document is found."""
    engine.update((), [(60, "x" * 70_000 + " 正常")])
    assert numbers(engine, "正常") == [60]


def test_long_question(engine: Engine) -> None:
    """A question of more terms than any engine takes at once is answered by those that weigh most."""
    terms = {f"没有{n}": 0.5 for n in range(5_000)} | {"床位": 1.0}
    assert [hit.number for hit in engine.search(terms, 3)] == [1]


def test_score_is_bm25(engine_name: str) -> None:
    """One document of average length, worked out by hand: idf · weight · tf · (k1 + 1) / (tf + k1)."""
    engine = open_engine(engine_name, None)
    engine.update((), [(1, "甲 乙"), (2, "丙 丁"), (3, "戊 己")])
    lucene = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    idf = {"rank-bm25": math.log(4 / 1), "tantivy": lucene, "opensearch": lucene}
    # At average length and tf 1 the fraction is (k1 + 1) / (1 + k1) = 1.
    assert engine.search({"甲": 1.0}, 1)[0].score == pytest.approx(idf[engine_name], rel=1e-5)


def test_unknown_engine() -> None:
    """An engine that doesn't exist is named in the error."""
    with pytest.raises(EngineError, match="lucene"):
        open_engine("lucene", None)


def test_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who never said where OpenSearch is learns what says so."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: refused
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setattr(opensearch, "_NEAR", nowhere)
        monkeypatch.delenv("OPENSEARCH_URL", raising=False)
        with pytest.raises(EngineError, match=rf"^OpenSearch at {nowhere} \(OPENSEARCH_URL is not set\): "):
            open_engine("opensearch", None).update((), DOCUMENTS)
        monkeypatch.setenv("OPENSEARCH_URL", nowhere)
        with pytest.raises(EngineError, match=r"^OpenSearch: "):
            open_engine("opensearch", None).update((), DOCUMENTS)


@pytest.mark.parametrize("name", ["rank-bm25", "tantivy"])
def test_a_disk_that_takes_no_more(name: str, tmp_path: Path) -> None:
    """What can't be written to the folder is an OSError."""
    engine = open_engine(name, tmp_path / "engine")
    kept, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, most))
    try:
        with pytest.raises(OSError, match="File too large"):
            engine.update((), DOCUMENTS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kept, most))
