"""Inline mode."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from retrieval import records
from retrieval.corpus import Corpus
from tests.bot.conftest import PAGES, QUESTION, MakeWorld
from tests.bot.world import ME, World, fault


async def _query(world: World, text: str, offset: str = "") -> dict[str, Any]:
    (call,) = await world.feed(inline_query={"id": "1", "from": ME, "query": text, "offset": offset})
    assert call.method == "answerInlineQuery"
    return call.params


async def test_keywords(world: World) -> None:
    """Each result has headline, sentence and citation; choosing it posts the cited card, the same for everybody."""
    answer = await _query(world, "安州区中医院热射病门诊")
    first = answer["results"][0]
    assert first["title"] == "安州区中医院开设热射病门诊"
    assert "医院.txt 第" in first["description"]
    assert "医院.txt 第" in first["input_message_content"]["message_text"]
    assert first["reply_markup"]["inline_keyboard"][0][0]["url"].startswith("https://t.me/jianbao_bot?start=")
    assert answer["is_personal"] is False and answer["cache_time"] == 60


@pytest.fixture
async def keywords(make_world: MakeWorld, seeds: Path) -> World:
    """A world where two pages hold 接待 and 开诊, one of them in Traditional characters."""
    held = {
        "榆林.txt": "榆林中医医院新院区启用\n\n榆林中医医院新院区3月1日全面开诊，首日接待患者900名。\n",
        "臺北.txt": "臺北市立醫院東院區啟用\n\n臺北市立醫院東院區5月1日正式開診，首日接待患者700名。\n",
    }
    for name, page in held.items():
        (seeds / name).write_text(page, encoding="utf-8")
    return await make_world(Corpus.open(seeds))


async def _listed(world: World, query: str) -> list[str]:
    return [result["title"] for result in (await _query(world, query))["results"]]


async def test_keywords_in_traditional_characters(keywords: World) -> None:
    """However they are written, the same keywords list the same articles, whichever script the page is printed in."""
    listed = await _listed(keywords, "接待 开诊")
    assert sorted(listed) == ["榆林中医医院新院区启用", "臺北市立醫院東院區啟用"]
    assert await _listed(keywords, "接待 開診") == listed
    assert await _listed(keywords, "接待　开诊") == listed


@pytest.mark.parametrize("condition", ["-哈尔滨市第一医院", "来源:txt", '"开诊"', "來源:txt", "-疫情"])
async def test_a_condition_that_fits_all(keywords: World, condition: str) -> None:
    """What a condition says is nothing that the articles listed must hold."""
    plain, bound = await _listed(keywords, "接待 开诊"), await _listed(keywords, f"接待 开诊 {condition}")
    assert bound == plain


@pytest.mark.parametrize("condition", ["来源:榆林", "-臺北", '"全面开诊"'])
async def test_a_condition_that_narrows(keywords: World, condition: str) -> None:
    """Of the articles listed without it, those stay that fit."""
    assert await _listed(keywords, f"接待 开诊 {condition}") == ["榆林中医医院新院区启用"]


async def test_a_doubtful_answer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a chat where nobody can be asked back, only what is sure is marked as the answer."""
    posted = [(await _query(world, QUESTION))["results"][0]["input_message_content"]["message_text"]]
    monkeypatch.setattr(records, "SURE", 1.1)
    posted += [(await _query(world, QUESTION))["results"][0]["input_message_content"]["message_text"]]
    assert ["<b>" in text for text in posted] == [True, False]


async def test_nothing_found(world: World) -> None:
    """Nothing found is one result that says so, for this reader only."""
    answer = await _query(world, "量子引力 <弦论>")
    assert [r["title"] for r in answer["results"]] == ["报上没有查到"]
    assert answer["is_personal"] is True


async def test_nothing_typed(world: World) -> None:
    """Before anything is typed, a button leads to the explanation in private."""
    for text in ("", "  ", "？？"):
        answer = await _query(world, text)
        assert answer["results"] == [] and answer["button"]["start_parameter"] == "help"


async def test_more_results(make_world: MakeWorld, seeds: Path) -> None:
    """Scrolling asks for the next page; ids never repeat and the last page ends it."""
    for n in range(23):
        page = f"\n第{n}医院志愿者日记\n\n第{n}医院的志愿者日记写道,今天接待了{n + 30}位来访者。\n"
        (seeds / f"{n:02}.txt").write_text(page, encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    ids: list[str] = []
    offset = ""
    while True:
        answer = await _query(world, "医院志愿者日记", offset)
        ids += [r["id"] for r in answer["results"]]
        if not (offset := answer.get("next_offset")):
            break
    assert len(ids) == len(set(ids)) > 15


async def test_one_text_in_two_files(make_world: MakeWorld, seeds: Path) -> None:
    """A text that two files print is listed once, and what is posted says where it stands."""
    (seeds / "副本.txt").write_text(PAGES["医院.txt"], encoding="utf-8")
    answer = await _query(await make_world(Corpus.open(seeds)), "安州区中医院热射病门诊")
    titles = [result["title"] for result in answer["results"]]
    assert len(titles) == len(set(titles))
    posted = answer["results"][0]["input_message_content"]["message_text"]
    assert "副本.txt 第" in posted and "医院.txt 第" in posted and "还见于" in posted


async def test_a_forged_offset(world: World) -> None:
    """An offset that is no number, or too far, is met calmly."""
    assert (await _query(world, "热射病门诊", "abc"))["results"]
    assert (await _query(world, "热射病门诊", "999999999"))["results"] == []
    assert (await _query(world, "热射病门诊", "²"))["results"]


async def test_typing_in_a_hurry(make_world: MakeWorld) -> None:
    """Over the limit the list is empty with a word why."""
    world = await make_world(limits={"inline_per_user_per_minute": 1})
    assert (await _query(world, "热射病门诊"))["results"]
    assert "稍等" in (await _query(world, "热射病门诊"))["button"]["text"]


async def test_a_query_too_old(world: World) -> None:
    """A query that has expired is let go."""
    world.telegram.faults = [
        lambda call: fault(400, "Bad Request: query is too old and response timeout expired")
    ]
    assert await world.feed(inline_query={"id": "1", "from": ME, "query": "热射病门诊", "offset": ""}) == []


async def test_the_longest_query(world: World) -> None:
    """256 characters of anything get an answer."""
    await _query(world, "<热&" * 85)


async def test_a_quotation(world: World) -> None:
    """What is printed is listed with the quotation marked; of what is nearly printed the difference is offered."""
    said = "全省一万两千所学校参加,每校至少配备一名心理教师"
    (found,) = (await _query(world, f"“{said}”"))["results"]
    assert f"<b>{said}</b>" in found["input_message_content"]["message_text"]
    (near,) = (await _query(world, f"“{said.replace('一名', '九名')}”"))["results"]
    assert "没有这句原话" in near["title"]
    assert "<s>九</s><b>一</b>" in near["input_message_content"]["message_text"]
