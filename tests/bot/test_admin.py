"""Administration in the chat."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.handlers import admin
from retrieval.corpus import Corpus
from retrieval.errors import SeedsError
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import ADMIN, GROUP, Call, World

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}


async def _reload(world: World, **more: Any) -> list[Call]:
    """Send /reload and return all calls up to the end of the reload."""
    before = len(world.telegram.calls)
    await world.say("/reload", chat=CHAT, user=ADMIN)
    await asyncio.sleep(0)  # the reload runs in the background: let it begin
    async with world.office.reloading:
        return world.telegram.calls[before:]


async def test_a_reload(make_world: MakeWorld, seeds: Path) -> None:
    """The message that announces a reload becomes its report, with what was added and what was refused."""
    world = await make_world(Corpus.open(seeds))
    (seeds / "新.txt").write_text("\n新栏目开张\n\n本报新栏目明天开张,欢迎投稿。\n", encoding="utf-8")
    (seeds / "坏.txt").write_bytes(b"\x00\x01\x02<b>")
    started, report = await _reload(world)
    assert report.method == "editMessageText" and report.message_id == started.message_id
    assert "新增 1 篇" in report.text and "未变 3 篇" in report.text
    assert "坏.txt" in report.text
    (about,) = await world.say("/about")
    assert "4 篇文章" in about.text


async def test_a_long_reload(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reload that takes long shows how far it is, and readers go on being answered."""
    monkeypatch.setattr(admin, "_EDIT_EVERY_S", 0.02)
    enough = Event()
    reload = world.office.desk.corpus.reload

    def slow(**more: Any) -> Any:
        more["progress"]("read", 3, 9)
        enough.wait(10)
        return reload(**more)

    monkeypatch.setattr(world.office.desk.corpus, "reload", slow)
    await world.say("/reload", chat=CHAT, user=ADMIN)
    (card,) = [
        c for c in await world.say(QUESTION) if c.method == "sendMessage" and c.params["chat_id"] == 42
    ]
    assert "2024年6月" in card.text
    assert any("已经在重读" in call.text for call in await world.say("/reload", chat=CHAT, user=ADMIN))
    await asyncio.sleep(0.05)
    enough.set()
    async with world.office.reloading:
        assert any("读版面 3/9" in call.text for call in world.telegram.calls)


async def test_a_reload_that_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the seeds are gone, the report says why and the old pages go on answering."""

    def fail(**more: Any) -> Any:
        raise SeedsError("no seeds folder at <x>")

    monkeypatch.setattr(world.office.desk.corpus, "reload", fail)
    _, report = await _reload(world)
    assert "no seeds folder at <x>" in report.text
    (card,) = await world.say(QUESTION)
    assert "2024年6月" in card.text


async def test_a_reload_that_fails_as_nobody_thought_of(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report says that something went wrong, instead of standing at “正在重读” for ever, and the next reload runs."""

    def fail(**more: Any) -> Any:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(world.office.desk.corpus, "reload", fail)
        _, report = await _reload(world)
        assert "出了点差错" in report.text
    _, report = await _reload(world)
    assert "出了点差错" not in report.text


async def test_status(world: World) -> None:
    """/status counts today's questions and the unanswered share."""
    (card,) = await world.say(QUESTION)
    await world.press(card.data("👍"), card)
    await world.say("量子引力的弦论基础")
    (status,) = await world.say("/status", chat=CHAT, user=ADMIN)
    assert "2 个问题，没答上 1 个（50%）；👍 1 👎 0" in status.text
    assert world.office.desk.corpus.version in status.text


async def test_status_without_a_log(make_world: MakeWorld) -> None:
    """With the question log switched off, nothing is written and /status says so."""
    world = await make_world(log={"questions": False})
    await world.say(QUESTION)
    (status,) = await world.say("/status", chat=CHAT, user=ADMIN)
    assert "没有记录" in status.text
    assert world.office.desk.store.tally(0).questions == 0


@pytest.mark.parametrize("command", ["/reload", "/status"])
async def test_a_reader_who_is_no_admin(world: World, command: str) -> None:
    """An admin's command does nothing for anybody else, not even for a group's admin."""
    version = world.office.desk.corpus.version
    world.telegram.admins = {42}
    (reply,) = await world.say(command)
    assert "没有这个命令" in reply.text and version not in reply.text
    assert await world.say(command, chat=GROUP) == []
    assert not world.office.reloading.locked()
