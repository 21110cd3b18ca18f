"""Related articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.records import Article

_TEXTS = {
    "门诊.md": "# 安州区中医院开设热射病门诊\n\n安州区中医院7月开设热射病门诊，首日接诊32名患者，医生教大家给患者降温。",
    "指南.md": "# 热射病诊断与治疗指南发布\n\n热射病指南要求尽快给热射病患者降温，各地热射病门诊照此接诊，医生按热射病指南处置。",
    "校园.md": "# 河南中小学心理健康宣传月启动\n\n宣传月5月20日在郑州启动，每校至少配备一名心理教师。",
    "旅游.md": "# 古镇迎来赏花客\n\n三月以来古镇油菜花开，游客乘船看花，茶馆坐满了人。",
    "足球.md": "# 市少年足球赛收官\n\n决赛里红队二比一胜蓝队，守门员扑出点球。",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("seeds")
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "转载.md").write_text(_TEXTS["门诊.md"], encoding="utf-8")
    return Corpus.open(folder)


def _of(corpus: Corpus, source: str) -> Article:
    (article,) = corpus.articles(source)
    return article


def test_the_same_subject(corpus: Corpus) -> None:
    """Two reports on one subject find each other."""
    assert [a.source for a in corpus.related(_of(corpus, "门诊.md"))] == ["指南.md"]
    assert corpus.related(_of(corpus, "指南.md"), 1)[0].title == "安州区中医院开设热射病门诊"


def test_never_itself(corpus: Corpus) -> None:
    """The article's own text is no related article, wherever else it was printed."""
    found = corpus.related(_of(corpus, "转载.md"))
    assert [a.source for a in found] == ["指南.md"]


@pytest.mark.parametrize("source", ["旅游.md", "足球.md", "校园.md"])
def test_nothing_related(corpus: Corpus, source: str) -> None:
    """A chance word in common makes no relation."""
    assert corpus.related(_of(corpus, source)) == []


def test_one_id_in_two_files(tmp_path: Path) -> None:
    """Rows that each file counts from 1 are no less related for having one id."""
    for name, about in (("甲", "门诊.md"), ("乙", "指南.md")):
        row = {"id": "1", "title": about, "text": _TEXTS[about]}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    for about in ("旅游.md", "足球.md", "校园.md"):
        (tmp_path / about).write_text(_TEXTS[about], encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    assert [a.source for a in corpus.related(_of(corpus, "甲.jsonl"))] == ["乙.jsonl"]


def test_a_corpus_of_one_article(tmp_path: Path) -> None:
    """Alone on the shelf, an article has no relations."""
    (tmp_path / "一.md").write_text("# 一\n\n一。", encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    assert corpus.related(corpus.articles()[0]) == []
