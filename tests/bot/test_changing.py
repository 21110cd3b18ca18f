"""What an admin changes while other programs are at the same pages, or while the pages are away."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.cards.press import Act, Press
from bot.handlers import admin
from bot.talk.changing import Change
from retrieval.corpus import Corpus
from retrieval.errors import StoreError
from retrieval.index import versions
from retrieval.seeds.shelving import shelved
from tests.bot.conftest import PAGES, QUESTION, MakeWorld
from tests.bot.world import ADMIN, ME, Call, World, notices

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
NEW = "\n江州图书馆夜间开放\n\n江州图书馆自8月1日起夜间开放到十点,首晚接待读者1200名。\n"


@pytest.fixture
async def shelf(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> World:
    """A world whose shelf may change."""
    return await make_world(Corpus.open(seeds, data=tmp_path / "index"))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for another process."""
    monkeypatch.setattr(Change, "patience_s", 0.0)


@contextmanager
def locked(tmp_path: Path) -> Iterator[None]:
    """Hold the lock of the corpus, as another process does that reads the same pages."""
    (lock,) = (tmp_path / "index").glob("*/lock")
    with lock.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def move_away(seeds: Path) -> None:
    seeds.rename(seeds.with_name("away"))


def lose(seeds: Path) -> None:
    """Leave what is left of a folder when its disk is unmounted: the folder."""
    move_away(seeds)
    seeds.mkdir()


async def _say(world: World, text: str) -> Call:
    (card, *_) = await world.say(text, chat=CHAT, user=ADMIN)
    return card


async def _press(world: World, card: Call, label: str, user: Any = ADMIN) -> Call:
    """Press a button and return the last call when all is done."""
    await world.press(card.data(label), card, user, CHAT)
    await world.settled()
    return world.telegram.calls[-1]


async def _send(world: World, name: str, text: str) -> Call:
    return (await world.send_file(name, text.encode(), CHAT, user=ADMIN))[-1]


@pytest.mark.usefixtures("at_once")
async def test_an_upload_while_another_process_reads(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """Nothing comes onto the shelf that can't be read there, that is said, and the button takes it in later."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    with locked(tmp_path):
        failed = await _press(shelf, preview, "收进来")
    assert "什么也没动" in failed.text and "收进来了" not in failed.text
    assert set(shelved(seeds)) == set(PAGES)
    done = await _press(shelf, failed, "再试一次")
    assert "收进来了" in done.text and "新增 1 篇" in done.text and not done.buttons


@pytest.mark.usefixtures("at_once")
async def test_a_removal_while_another_process_reads(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """The page stays on the shelf as long as it is answered from, and the button takes it away later."""
    asked = await _say(shelf, "/remove 教育")
    with locked(tmp_path):
        failed = await _press(shelf, asked, "撤下")
    assert "什么也没动" in failed.text and "撤下了" not in failed.text
    assert set(shelved(seeds)) == set(PAGES)
    assert "教育.txt 撤下了" in (await _press(shelf, failed, "再试一次")).text
    assert not (seeds / "教育.txt").exists()


@pytest.mark.usefixtures("at_once")
async def test_a_reload_while_another_process_reads(shelf: World, tmp_path: Path) -> None:
    """It is told with a button that reads the pages later, an admin's only."""
    with locked(tmp_path):
        await shelf.say("/reload", chat=CHAT, user=ADMIN)
        failed = (await shelf.settled())[-1]
    assert "什么也没动" in failed.text
    foreign = await shelf.press(failed.data("重读").replace("7", str(ME["id"])), failed, ME)
    assert notices(foreign) != [""] and not shelf.office.reloading.locked()
    assert "重读完毕" in (await _press(shelf, failed, "重读")).text


async def test_waiting_for_another_process(
    shelf: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change waits for another process, says what for, and is made when that one is done."""
    monkeypatch.setattr(versions, "NOTICED_S", 0.0)
    monkeypatch.setattr(admin, "_EDIT_EVERY_S", 0.02)
    preview, said = await _send(shelf, "图书馆.txt", NEW), asyncio.Event()
    shelf.telegram.faults = [lambda c: said.set() if "等它读完" in c.text else None]
    with locked(tmp_path):
        await shelf.press(preview.data("收进来"), preview, ADMIN, CHAT)
        await said.wait()
    assert "新增 1 篇" in (await shelf.settled())[-1].text


async def test_read_though_it_failed_at_first(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """What is on the shelf and could not be read has a button that only reads it."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    read = shelf.office.desk.corpus.reload

    def lost(**more: Any) -> Any:
        more["shelve"]()
        seeds.rename(tmp_path / "away")
        return read(progress=more["progress"])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(shelf.office.desk.corpus, "reload", lost)
        failed = await _press(shelf, preview, "收进来")
    assert "收进来了" in failed.text and "没有读成" in failed.text
    (tmp_path / "away").rename(seeds)
    assert "新增 1 篇" in (await _press(shelf, failed, "重读")).text


async def test_in_which_words_a_page_goes(shelf: World) -> None:
    """Taking a page away and going back are told as what they are, from the beginning to the end."""
    first = shelf.office.desk.corpus.version
    asked = await _say(shelf, "/remove 教育")
    await _press(shelf, asked, "撤下")
    *_, begun, done = [call.text for call in shelf.telegram.calls if call.method == "editMessageText"]
    assert begun == "正在撤下……" and "撤下 1 篇" in done and "重读" not in done
    listed = await _say(shelf, "/rollback")
    sure, _ = await shelf.press(listed.data(next(iter(listed.buttons))), listed, ADMIN, CHAT)
    await _press(shelf, sure, "退回")
    *_, begun, done = [call.text for call in shelf.telegram.calls if call.method == "editMessageText"]
    assert begun == "正在退回……" and f"退回到 {first}" in done and "新增 1 篇" in done and "重读" not in done


@pytest.mark.usefixtures("at_once")
async def test_a_rollback_that_fails_in_its_own_words(shelf: World, tmp_path: Path) -> None:
    """Where the data folder is gone, going back says that it failed, not that reading did."""
    first = shelf.office.desk.corpus.version
    await _press(shelf, await _say(shelf, "/remove 教育"), "撤下")
    listed = await _say(shelf, "/rollback")
    sure, _ = await shelf.press(listed.data(next(iter(listed.buttons))), listed, ADMIN, CHAT)
    (store,) = (tmp_path / "index").glob(f"*/*-{first}/store.sqlite3")
    store.write_bytes(b"")
    assert "没有退成" in (await _press(shelf, sure, "退回")).text


async def test_a_reload_when_the_pages_are_away(shelf: World, seeds: Path) -> None:
    """An emptied folder is no removal of all pages: why nothing was read is said, and the old ones answer."""
    lose(seeds)
    await shelf.say("/reload", chat=CHAT, user=ADMIN)
    failed = (await shelf.settled())[-1]
    assert "没有读成" in failed.text and f"文件夹 {seeds} 空了" in failed.text and "撤下" not in failed.text
    (card,) = await shelf.say(QUESTION)
    assert "2024年6月" in card.text


async def test_removing_the_last_page(shelf: World) -> None:
    """An admin may take away one page after the other until none is left."""
    for name in PAGES:
        done = await _press(shelf, await _say(shelf, f"/remove {name}"), "撤下")
        assert f"{name} 撤下了" in done.text and "没有读成" not in done.text
    assert shelf.office.desk.corpus.sources() == []


async def test_a_removal_when_the_pages_are_away(shelf: World, seeds: Path) -> None:
    """A press on a removal asked for before takes nothing away then."""
    asked = await _say(shelf, "/remove 教育")
    lose(seeds)
    await _press(shelf, asked, "撤下")
    assert len(shelf.office.desk.corpus.sources()) == len(PAGES)


@pytest.mark.parametrize("what", ["/remove 教育", "upload"])
async def test_a_shelf_that_is_gone(
    shelf: World, seeds: Path, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    """Where there is no seeds folder any more an admin is told so by its name, and the log needs no traceback."""
    move_away(seeds)
    said = await (_send(shelf, "图书馆.txt", NEW) if what == "upload" else _say(shelf, what))
    assert "没做成" in said.text and f"没有文件夹 {seeds}" in said.text
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize("sure", [0, 1])
async def test_a_press_when_the_shelf_is_gone(shelf: World, seeds: Path, sure: int) -> None:
    """The press is answered with the reason too, as much of it as an answer holds."""
    asked = await _say(shelf, "/remove 教育")
    move_away(seeds)
    data = asked.data("撤下").removesuffix(":1:0") + f":{sure}:0"
    assert f"没有文件夹 {seeds}"[:150] in notices(await shelf.press(data, asked, ADMIN, CHAT))[0]


@pytest.fixture
def unusable(tmp_path: Path, shelf: World) -> Path:
    """A data folder in whose place a file lies all at once."""
    (folder,) = (tmp_path / "index").iterdir()
    folder.rename(tmp_path / "away")
    folder.write_text("not a folder")
    return folder


async def test_going_back_with_an_unusable_data_folder(
    shelf: World, unusable: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Asked for the versions, or for one of them, an admin is told why there are none."""
    said = await _say(shelf, "/rollback")
    assert f"{unusable} 读不了" in said.text
    (notice,) = notices(
        await shelf.press(Press(Act.ROLLBACK, ADMIN["id"], "0123456789", 1).data, said, ADMIN, CHAT)
    )
    assert "读不了" in notice
    assert not any(record.exc_info for record in caplog.records)


async def test_what_is_wrong_is_an_admins_business(
    shelf: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Others are asked to come again, and the log has all there is to know."""

    def broken(*args: object, **more: object) -> None:
        raise StoreError("version_file", file="0001")

    monkeypatch.setattr(shelf.office.desk.service, "ask", broken)
    (said,) = await shelf.say(QUESTION)
    assert "差错" in said.text and "0001" not in said.text
    assert any(record.exc_info for record in caplog.records)


async def test_an_admin_who_types_inline(shelf: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another chat an admin is a reader like any other."""

    def broken(*args: object, **more: object) -> None:
        raise StoreError("version_file", file="0001")

    monkeypatch.setattr(shelf.office.desk.service, "ask", broken)
    (answered,) = await shelf.feed(inline_query={"id": "1", "from": ADMIN, "query": QUESTION, "offset": ""})
    assert answered.method == "answerInlineQuery" and "0001" not in str(answered.params)
