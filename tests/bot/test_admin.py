"""Administration in the chat."""

from __future__ import annotations

import asyncio
import fcntl
import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.cards.press import Act, Press
from bot.handlers import admin
from bot.memory.store import Store
from bot.talk.changing import Change
from retrieval.corpus import Corpus, GoldenGate
from retrieval.errors import SeedsError
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import ADMIN, GROUP, OTHER, Call, World, fault, notices

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}


async def _reload(world: World, admin: Any = ADMIN) -> list[Call]:
    """Send /reload and return all calls up to the end of the reload."""
    before = len(world.telegram.calls)
    await world.say("/reload", chat=CHAT, user=admin)
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


@pytest.mark.parametrize(
    ("language", "rows", "sidecar"),
    [
        (
            "zh-hans",
            "坏.jsonl：第 2 行的 text 没写，或者是空的",
            "版.txt：版.yaml 里的 date 要写成“年-月-日”",
        ),
        ("zh-tw", "坏.jsonl：第 2 行的 text 沒寫，或者是空的", "版.txt：版.yaml 裡的 date 要寫成“年-月-日”"),
        (
            "en",
            "坏.jsonl: in row 2, 'text' is missing or empty",
            "版.txt: in 版.yaml, 'date' must be YYYY-MM-DD",
        ),
    ],
)
async def test_why_a_file_is_left_out(
    make_world: MakeWorld, seeds: Path, language: str, rows: str, sidecar: str
) -> None:
    """The report says it in the admin's language, with the file and what in it is wrong."""
    world = await make_world(Corpus.open(seeds))
    (seeds / "坏.jsonl").write_text('{"text": "好。"}\n{"text": 3}', encoding="utf-8")
    (seeds / "版.txt").write_text("江州图书馆夜间开放。", encoding="utf-8")
    (seeds / "版.yaml").write_text("date: 昨天", encoding="utf-8")
    _, report = await _reload(world, ADMIN | {"language_code": language})
    first, second = report.text.splitlines()[-2:]
    assert first == f"· {rows}" and second.startswith(f"· {sidecar}")


async def test_a_reload_that_fails_the_golden_questions(
    make_world: MakeWorld, seeds: Path, tmp_path: Path
) -> None:
    """How many are answered right is said in Chinese, and so is what is wrong with the others."""
    file = tmp_path / "必答.jsonl"
    rows = [
        {"question": QUESTION, "file": "医院.txt", "answer": "2024年6月"},
        {"question": QUESTION, "file": "医院.txt", "answer": "2023年5月"},
        {"question": QUESTION, "file": "教育.txt", "answer": "2024年6月"},
        {"question": QUESTION, "file": None},
        {"question": "量子引力的弦论基础", "file": "医院.txt", "answer": "没有"},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    world = await make_world(Corpus.open(seeds, golden=GoldenGate(file, 0.9)))
    _, report = await _reload(world)
    why, *broken = report.text.splitlines()
    assert why.endswith("原因：必答.jsonl 里的必答题只答对了 20%，至少要 90%")
    assert [line.removeprefix("· ")[:40] for line in broken] == [
        f"2 {QUESTION}：该答“2023年5月”，答的是“冰城健康志愿服务中心于2024年6"[:40],
        f"3 {QUESTION}：话对，出处不对，引的是《冰城健康志愿服务中心"[:40],
        f"4 {QUESTION}：报上没有，却答了",
        "5 量子引力的弦论基础：没答上，该答“没有”",
    ]


async def test_a_reload_while_another_process_reloads(
    make_world: MakeWorld, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is said in Chinese, and nothing is changed."""
    monkeypatch.setattr(Change, "patience_s", 0.0)
    world = await make_world(Corpus.open(seeds, data=tmp_path / "index"))
    (lock,) = (tmp_path / "index").glob("*/lock")
    with lock.open("a") as held:
        fcntl.flock(held.fileno(), fcntl.LOCK_EX)
        _, report = await _reload(world)
    assert report.text.endswith("原因：另一个进程正在重读这批资料，请等它读完再试")


async def test_a_version_that_is_damaged(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """Who would go back to it is told in Chinese which file is."""
    corpus = Corpus.open(seeds, data=tmp_path / "index")
    first = corpus.version
    (seeds / "教育.txt").unlink()
    corpus.reload()
    (store,) = (tmp_path / "index").glob(f"*/*-{first}/store.sqlite3")
    store.write_bytes(b"")
    world = await make_world(corpus)
    await world.press(Press(Act.ROLLBACK, ADMIN["id"], first, 1).data, None, ADMIN, CHAT)
    report = (await world.settled())[-1].text
    assert report.endswith(f"原因：000001-{first}/store.sqlite3 丢了，或者损坏了")


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
        raise SeedsError("seeds_missing", folder="<x>")

    monkeypatch.setattr(world.office.desk.corpus, "reload", fail)
    _, report = await _reload(world)
    assert "原因：没有文件夹 <x>，" in report.text
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


async def test_a_report_of_very_many_long_names(
    make_world: MakeWorld, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long names and reasons are, what was done is said: lists give way and tell how many lines they lack."""
    world = await make_world(Corpus.open(seeds))
    for n in range(40):
        name = f"{n:02}" + "𠮷" * 58  # each of them two units of UTF-16
        (seeds / f"{name}.jsonl").write_text('{"text": 1}', encoding="utf-8")
        id = f"{n}" + "重号" * 60
        for half in "甲乙":
            row = {"id": id, "title": f"渡口{n}{half}", "text": f"渡口{n}号{half}班停航。"}
            (seeds / f"渡{n:02}{half}{'𠮷' * 50}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    _, report = await _reload(world)
    assert "重读完毕" in report.text and "新增 80 篇" in report.text
    assert "没有收进来的（40 份）" in report.text and "请留意（40 处）" in report.text
    lines = report.text.splitlines()
    listed, left = [line for line in lines if line[:1] == "·"], [line for line in lines if "另有" in line]
    assert sum(int(line.split()[2]) for line in left) == 80 - len(listed) and len(left) == 2 < len(listed)
    assert len(report.text.encode("utf-16-le")) // 2 <= 4096


async def test_a_report_that_cannot_be_shown(
    make_world: MakeWorld, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever watches for what it brought is told all the same."""
    world = await make_world(Corpus.open(seeds), watching={"quiet_from": "00:00", "quiet_until": "00:00"})
    await world.say("/watch 灯塔")
    (seeds / "灯塔.txt").write_text("\n石浦灯塔换灯\n\n石浦灯塔昨夜换上新灯。\n", encoding="utf-8")
    world.telegram.faults = [
        lambda call: (
            fault(500, "Internal Server Error")
            if call.params.get("chat_id") == ADMIN["id"] and "正在重读" not in call.text
            else None
        )
    ]
    await _reload(world)
    digest = (await world.settled())[-1]
    assert digest.params["chat_id"] == 42 and "石浦灯塔换灯" in digest.text


@pytest.mark.parametrize("swapped", [False, True])
async def test_the_data_folder_is_taken_away(make_world: MakeWorld, tmp_path: Path, swapped: bool) -> None:
    """What is noted then is lost, deleted or replaced: /status says so, and so does whatever would note something."""
    folder = tmp_path / "datenhalde"
    world = await make_world(store=Store(folder / "bot.sqlite3"))
    await world.say("/watch 热射病")
    folder.rename(tmp_path / "away")
    if swapped:
        Store(folder / "bot.sqlite3").close()
    (status,) = await world.say("/status", chat=CHAT, user=ADMIN)
    assert "被删掉或换掉了" in status.text and str(folder / "bot.sqlite3") in status.text
    (watched,) = await world.say("/watch 心理教师")
    assert "记不牢" in watched.text
    (mine,) = await world.say("/watches", user=OTHER)
    assert "看不到您在留意什么" in mine.text
    (dropped,) = await world.say("/unwatch 热射病")
    assert "没有在留意" not in dropped.text
    (card,) = await world.say(QUESTION)
    assert "这一票可能会丢" in notices(await world.press(card.data("👍"), card))[0]
    (offer,) = await world.say("/language")
    (chosen, *_) = await world.press(offer.data("English"), offer)
    assert "my memory is failing" in chosen.text


async def test_the_data_folder_is_brought_back(make_world: MakeWorld, tmp_path: Path) -> None:
    """Then all is known again, and /status has nothing to complain of."""
    folder = tmp_path / "halde"
    store = Store(folder / "bot.sqlite3")
    world = await make_world(store=store)
    await world.say("/watch 热射病")
    folder.rename(tmp_path / "away")
    assert "被删掉" in (await world.say("/status", chat=CHAT, user=ADMIN))[0].text
    (tmp_path / "away").rename(folder)
    store._rest_until = 0.0  # half a minute later
    assert "记性" not in (await world.say("/status", chat=CHAT, user=ADMIN))[0].text
    assert "✖ 热射病" in (await world.say("/watches"))[0].buttons


async def test_what_fails_in_the_background(
    make_world: MakeWorld, seeds: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log names what was done, and for whom, where no update can be named."""
    world = await make_world(Corpus.open(seeds, data=tmp_path / "index"))
    world.telegram.faults = [
        lambda call: fault(502, "Bad Gateway") if call.method != "deleteMessage" else None
    ]
    await world.say("/reload", chat=CHAT, user=ADMIN)
    await world.settled()
    assert "background work (reload by admin 7) was not answered" in caplog.text
    world.telegram.faults = []
    (asked,) = await world.say("/remove 教育", chat=CHAT, user=ADMIN)
    world.telegram.faults = [lambda call: fault(502, "Bad Gateway") if "撤下了" in call.text else None]
    await world.press(asked.data("撤下"), asked, ADMIN, CHAT)
    await world.settled()
    await asyncio.sleep(0.05)
    assert "background work (report of the removal by admin 7) was not answered" in caplog.text
    assert "update None" not in caplog.text
