"""One story printed by several papers is one hit, with all the places where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.terminal.rows import answer_row
from retrieval.corpus import Corpus

_STORY = (
    "石坪镇的群众昨天喝上了山泉水，县里的人都来庆贺。水渠全长6.4公里，由县水利局投资320万元修建，工期一年零两个月。"
    "村支书何满囤说，从前挑水要走三里山路，如今拧开龙头就有。"
)
_OTHERS = [
    ("水渠边建起小公园", "石坪水渠边上的小公园昨天开放，公园里有一条600米的步道，还有两座凉亭。"),
    ("水渠管护有了章程", "县里为石坪水渠定下管护章程，由12名护渠员分段看管，每月巡查四次。"),
    ("小学办起书法社", "河东小学的书法社有了三间教室，每周四下午开课，学生六十人。"),
]


def _rows(*papers: tuple[str, str]) -> list[dict[str, str]]:
    rows = [{"publication": p, "title": title, "text": _STORY} for p, title in papers]
    return [{"id": f"{n}", **row} for n, row in enumerate(rows)] + [
        {"id": f"o{n}", "publication": "清河日报", "title": title, "text": text}
        for n, (title, text) in enumerate(_OTHERS)
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    papers = [("清河日报", "石坪水渠通水"), ("石坪晚报", "山泉水进了家门"), ("县报", "石坪水渠通水")]
    lines = (json.dumps(row, ensure_ascii=False) for row in _rows(*papers))
    (tmp_path / "报.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return Corpus.open(tmp_path)


def test_a_story_is_told_once(corpus: Corpus) -> None:
    """The others stand under it, whatever their headlines are; other stories stay hits of their own."""
    answer = corpus.ask("石坪水渠全长多少公里？", k=5)
    first, *rest = answer.hits
    assert first.snippet.answer_text == "6.4公里"
    papers = [citation.split(":")[0] for citation in (first.citation, *first.also)]
    assert sorted(papers) == ["《县报》", "《清河日报》", "《石坪晚报》"]
    assert not any(_STORY[:20] in hit.article.text for hit in rest)
    assert {hit.article.title for hit in rest} >= {"水渠边建起小公园", "水渠管护有了章程"}


def test_reprints_take_no_hits_from_other_stories(corpus: Corpus) -> None:
    """Two hits are wanted: two stories come, though the two best articles are one."""
    answer = corpus.ask("石坪水渠全长多少公里？", k=2)
    assert len(answer.hits) == 2
    assert _STORY[:20] not in answer.hits[1].article.text


def test_what_another_paper_adds_is_a_hit(tmp_path: Path) -> None:
    """A report that tells more than the wire's is shown, for its own sentence answers."""
    more = _STORY[:24] + "记者随护渠员走完全程，水渠的设计师是省水利院的赵长庚，他为此三进石坪。"
    rows = [
        {"id": "1", "publication": "清河日报", "title": "石坪水渠通水", "text": _STORY},
        {"id": "2", "publication": "石坪晚报", "title": "石坪水渠通水", "text": more},
    ]
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "报.jsonl").write_text("\n".join(lines), encoding="utf-8")
    answer = Corpus.open(tmp_path).ask("石坪水渠的设计师是谁？")
    assert answer.hits[0].article.publication == "石坪晚报"
    assert len(answer.hits) == 2 and not any(hit.also for hit in answer.hits)


def test_a_newspaper_that_is_asked_for_is_the_one_cited(corpus: Corpus) -> None:
    """A condition leaves one of the three."""
    hit = corpus.ask("石坪水渠全长多少公里？ 来源:石坪晚报").hits[0]
    assert hit.citation.startswith("《石坪晚报》") and hit.also == ()


def test_json_names_them_only_where_there_are_any(corpus: Corpus) -> None:
    """Other programs rely on the fields of a hit; this one is added where it tells something."""
    first, second, *_ = answer_row(corpus.ask("石坪水渠全长多少公里？"))["hits"]
    assert len(first["also"]) == 2 and "also" not in second


def test_the_explanation_has_a_reason_for_each_story(corpus: Corpus) -> None:
    """Reasons go with the hits that are shown."""
    answer = corpus.ask("石坪水渠全长多少公里？", k=2, explain=True)
    assert [hit.reason is not None for hit in answer.hits] == [True, True]
