"""While an earlier version answers, whoever changes the shelf is told what that undoes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cards.press import Act, Press
from retrieval.corpus import Corpus
from tests.bot.conftest import PAGES, MakeWorld
from tests.bot.world import ADMIN, Call, World

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
NEW = "\n江州图书馆夜间开放\n\n江州图书馆自8月1日起夜间开放到十点,首晚接待读者1200名。\n"
BAD = "\n清河桥封闭施工\n\n清河桥自9月3日起封闭施工,预计工期90天,行人绕行北街。\n"


@pytest.fixture
async def back(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> World:
    """A world in which 坏.txt came, 教育.txt went, and both were gone back from."""
    world = await make_world(Corpus.open(seeds, data=tmp_path / "index"))
    first = world.office.desk.corpus.version
    (seeds / "坏.txt").write_text(BAD, encoding="utf-8")
    (seeds / "教育.txt").unlink()
    world.office.desk.corpus.reload()
    await world.press(Press(Act.ROLLBACK, ADMIN["id"], first, 1).data, None, ADMIN, CHAT)
    await world.settled()
    assert world.office.desk.corpus.version == first
    return world


async def _ask_to_remove(world: World, name: str) -> Call:
    (card,) = await world.say(f"/remove {name}", chat=CHAT, user=ADMIN)
    return card


async def _send(world: World, name: str, text: str) -> Call:
    return (await world.send_file(name, text.encode(), CHAT, user=ADMIN))[-1]


async def test_an_upload_after_a_way_back(back: World) -> None:
    """The preview names what comes back with it and what goes, and so it happens."""
    preview = await _send(back, "图书馆.txt", NEW)
    assert "退回不再算数" in preview.text
    assert "会重新用上：\n· 坏.txt" in preview.text and "不再用来回答：\n· 教育.txt" in preview.text
    await back.press(preview.data("收进来"), preview, ADMIN, CHAT)
    assert "新增 2 篇" in (await back.settled())[-1].text
    assert {s.name for s in back.office.desk.corpus.sources()} == {"医院.txt", "坏.txt", "图书馆.txt"}


async def test_a_removal_after_a_way_back(back: World) -> None:
    """The question names what comes back with another page's removal."""
    asked = await _ask_to_remove(back, "医院")
    assert "退回不再算数" in asked.text and "· 坏.txt" in asked.text and "· 教育.txt" in asked.text


async def test_removing_what_was_gone_back_from(back: World, seeds: Path) -> None:
    """Who takes away the very page that was gone back from isn't warned of it."""
    (seeds / "教育.txt").write_text(PAGES["教育.txt"], encoding="utf-8")
    assert "退回" not in (await _ask_to_remove(back, "坏")).text


async def test_no_way_back_in_force(back: World) -> None:
    """Once the pages were read again there is nothing to be told."""
    await back.say("/reload", chat=CHAT, user=ADMIN)
    await back.settled()
    assert "退回" not in (await _send(back, "图书馆.txt", NEW)).text
    assert "退回" not in (await _ask_to_remove(back, "医院")).text


async def test_many_files_held_back(back: World, seeds: Path) -> None:
    """Of many files that come back the first are named and the rest counted."""
    for n in range(10):
        (seeds / f"晚报{n}.txt").write_text(f"第{n}号公告\n\n第{n}号公告的正文在此。\n", encoding="utf-8")
    assert "· 坏.txt" in (asked := await _ask_to_remove(back, "医院")).text
    assert "另有 7 项" in asked.text and "晚报3" not in asked.text
