"""A real cluster: a node dies under load, and no question fails, and no article is lost."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.engines.opensearch import connect
from tests.cluster.nodes import Cluster
from tests.corpus.pages import ASK_HOSPITAL, ASK_SCHOOL, BRIDGE, HOSPITAL, SCHOOL, write

pytestmark = pytest.mark.cluster
SEEDS = Path(__file__).parents[2] / "seeds"
QUESTION = "哈尔滨关爱健康志愿服务中心是什么时候成立的？"


def aliases() -> dict[str, list[str]]:
    known = connect().indices.get_alias(index="jianbao-*")
    return {index: list(what["aliases"]) for index, what in known.items() if what["aliases"]}


def test_reload_moves_the_alias(cluster: Cluster, tmp_path: Path) -> None:
    """A reload clones the index, changes the clone and moves the alias; old versions' indexes are deleted."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = Corpus.open(seeds, data=tmp_path / "data", engine="opensearch", keep_versions=2)
    first = aliases()
    write(seeds, b=SCHOOL)
    report = corpus.reload()
    assert (report.added, report.unchanged) == (1, 1)
    assert corpus.ask(ASK_SCHOOL).hits[0].article.source == "b.txt"
    assert corpus.ask(ASK_HOSPITAL).hits[0].article.source == "a.txt"
    assert list(aliases().values()) == list(first.values())
    assert aliases().keys() != first.keys()
    write(seeds, c=BRIDGE)
    corpus.reload()
    corpus.reload()
    assert not connect().indices.exists(index=next(iter(first)))
    warm = Corpus.open(seeds, data=tmp_path / "data", engine="opensearch")
    assert warm.version == corpus.version
    assert warm.stats().engine == "opensearch"


def test_same_answers(cluster: Cluster, tmp_path: Path) -> None:
    """The cluster finds for the seeds what the engine in memory finds."""
    far = Corpus.open(SEEDS, data=tmp_path / "data", engine="opensearch")
    near = Corpus.open(SEEDS, engine="rank-bm25")
    for question in (QUESTION, "宫颈癌筛查", "心理健康宣传月"):
        assert far.ask(question).hits[0].article == near.ask(question).hits[0].article


def test_node_dies_under_load(cluster: Cluster, tmp_path: Path) -> None:
    """With a copy of each shard elsewhere, questions go on being answered while a node dies."""
    corpus = Corpus.open(SEEDS, data=tmp_path / "data", engine="opensearch")
    params = {"wait_for_status": "green", "request_timeout": 60}
    assert connect().cluster.health(params=params)["status"] == "green"
    right = corpus.ask(QUESTION).hits[0].article.id
    asked, wrong, stop = [0], [], threading.Event()

    def reader() -> None:
        while not stop.is_set():
            try:
                hits = corpus.ask(QUESTION).hits
                if not hits or hits[0].article.id != right:
                    wrong.append("another answer")
            except Exception as error:
                wrong.append(repr(error))
            asked[0] += 1

    threads = [threading.Thread(target=reader) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(2)
    before = asked[0]
    cluster.kill(2)
    time.sleep(8)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert asked[0] > before + 20
    assert len(corpus._state.engine) == len(corpus.articles())
    connect().indices.refresh(index="jianbao-*")
    again = Corpus.open(SEEDS, data=tmp_path / "data", engine="opensearch")
    assert len(again._state.engine) == len(corpus.articles())
