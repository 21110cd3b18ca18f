"""`jianbao ask`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cards.render import Shelf
from bot.cards.texts import texts_in
from bot.terminal.plain import BOLD, answer_text
from retrieval.corpus import Corpus
from tests.cli.conftest import NONSENSE, QUESTION, Jianbao, Library
from tests.cli.shapes import ANSWER, check


def _row(jianbao: Jianbao, *args: str) -> dict[str, Any]:
    ran = jianbao("ask", "--json", *args)
    assert (ran.code, ran.err) == (0, "")
    row: dict[str, Any] = json.loads(ran.out)
    return row


@pytest.mark.parametrize("question", [QUESTION, NONSENSE, "你好", "？！", "地中海贫血 MRI"])
def test_every_answer_has_the_shape_of_the_contract(jianbao: Jianbao, question: str) -> None:
    """Whatever is asked, each key of the contract is there, with its type."""
    row = _row(jianbao, question)
    check(row, ANSWER)
    assert (row["id"], row["question"]) == (None, question)
    assert 0 <= row["confidence"] <= 1


@pytest.mark.parametrize("question", [QUESTION, NONSENSE, "绵阳安州给返乡农民工送了什么", "医院"])
def test_what_a_hit_points_to_exists(jianbao: Jianbao, library: Library, question: str) -> None:
    """Lines lie in the file, ranges in the snippet, which has at most 200 characters."""
    hits = _row(jianbao, question)["hits"]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    for hit in hits:
        last = len((library.seeds / hit["source"]).read_text(encoding="utf-8").split("\n"))
        assert all(1 <= a <= b <= last for a, b in hit["lines"] + hit["article_lines"])
        assert 1 <= len(hit["snippet"]) <= 200 and "\n" not in hit["snippet"]
        assert all(0 <= a < b <= len(hit["snippet"]) for a, b in hit["highlights"])
        assert hit["answer"] is None or hit["answer"] in hit["snippet"]
        assert hit["source"] in hit["citation"]


def test_the_line_cited_holds_the_answer(jianbao: Jianbao, library: Library) -> None:
    """The year stands in the file where the citation says."""
    hit = _row(jianbao, QUESTION)["hits"][0]
    lines = (library.seeds / hit["source"]).read_text(encoding="utf-8").split("\n")
    cited = "".join(lines[n - 1] for a, b in hit["lines"] for n in range(a, b + 1))
    assert hit["answer"] == "2024年6月" and "2024年6月" in cited


def test_how_many_articles(jianbao: Jianbao) -> None:
    """-k bounds the hits and changes nothing else: neither their order nor the confidence."""
    one, five = _row(jianbao, "-k", "1", QUESTION), _row(jianbao, "-k", "5", QUESTION)
    assert len(one["hits"]) == 1 < len(five["hits"]) <= 5
    assert one["hits"] == five["hits"][:1] and one["confidence"] == five["confidence"]


def test_for_people(jianbao: Jianbao) -> None:
    """One snippet with the answer marked, and under it the citation."""
    out = jianbao("ask", QUESTION).out
    assert "【2024年6月】" in out
    assert out.splitlines()[-1].startswith("  —— 《") and "第" in out.splitlines()[-1]


def test_more_articles_for_people(jianbao: Jianbao) -> None:
    """-k shows as many, the best first."""
    out = jianbao("ask", "-k", "3", QUESTION).out
    assert out.count("\n  —— ") == 3
    assert out.count("【") == 1  # further reports are no answers


def test_on_a_terminal(library: Library) -> None:
    """The phrase is bold, and no control character of a page reaches the terminal."""
    answer = Corpus.open(library.seeds, data=library.data).ask(QUESTION)
    text = answer_text(answer, Shelf(2, 18), texts_in("zh"), BOLD, 1)
    assert "\x1b[1m2024年6月\x1b[0m" in text and text.count("\x1b") == 2


def test_nothing_reliable_for_people(jianbao: Jianbao) -> None:
    """It says so, says what was searched, and offers the nearest articles as such."""
    out = jianbao("ask", NONSENSE).out
    assert out.startswith("在 2 份版面的 ") and "没有找到可靠的答案" in out.splitlines()[0]
    assert "【" not in out


def test_a_paper_that_is_not_there(jianbao: Jianbao) -> None:
    """The conditions are named as the reason, and where to see which papers there are."""
    out = jianbao("ask", f"{QUESTION} 来源:健康报").out
    assert "来源" in out and "/sources" in out


def test_small_talk(jianbao: Jianbao) -> None:
    """A greeting is greeted in the bot's own words, without search results."""
    assert jianbao("ask", "你好").out.strip() == texts_in("zh").plain("tone_greeting")


def test_in_english(jianbao: Jianbao, tmp_path: Path) -> None:
    """The configured language is that of everything but the page."""
    config = tmp_path / "en.yaml"
    config.write_text("language: en", encoding="utf-8")
    assert jianbao("ask", "你好", "--config", config).out.strip() == texts_in("en").plain("tone_greeting")


def test_why(jianbao: Jianbao) -> None:
    """--explain shows the tree to people and puts it into the JSON for programs."""
    assert "把握" in jianbao("ask", "--explain", QUESTION).out
    row = _row(jianbao, "--explain", QUESTION)
    check(row, ANSWER)
    assert row["reason"]["parts"] and row["hits"][0]["reason"]["parts"]
