"""An admin sends pages and takes pages away; versions come back."""

from __future__ import annotations

import asyncio
import json
import resource
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cards.press import Act, Press
from bot.memory.store import Store
from retrieval.corpus import Corpus, GoldenGate
from retrieval.errors import VersionError
from retrieval.seeds.shelving import put_file, shelved
from tests.bot.conftest import PAGES, QUESTION, MakeWorld
from tests.bot.world import ADMIN, GROUP, ME, Call, World, fault, notices
from tests.retrieval.test_parcels import zipped

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
NEW = "\n江州图书馆夜间开放\n\n江州图书馆自8月1日起夜间开放到十点,首晚接待读者1200名。\n"

# It begins in the midst of a sentence and comes to no stop.
_DOUBTFUL = "的两名村医赶到时，雨还没有停，药箱上盖着一件旧雨衣，老人已经在门口等了半个钟头\n"


@pytest.fixture
async def shelf(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> World:
    """A world whose shelf may change."""
    return await make_world(Corpus.open(seeds, data=tmp_path / "index"))


async def _send(world: World, name: str, raw: bytes | str, **more: Any) -> Call:
    calls = await world.send_file(
        name, raw.encode() if isinstance(raw, str) else raw, CHAT, user=ADMIN, **more
    )
    return calls[-1]


async def _press(world: World, card: Call, label: str, user: Any = ADMIN) -> list[Call]:
    calls = await world.press(card.data(label), card, user, CHAT)
    await world.settled()
    return calls


async def test_a_page(shelf: World, seeds: Path) -> None:
    """A page sent is shown, confirmed, saved, and answered from; who did it is noted."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    assert "1 份版面，1 篇文章" in preview.text and "江州图书馆夜间开放" in preview.text
    assert not (seeds / "图书馆.txt").exists()
    await _press(shelf, preview, "收进来")
    report = shelf.telegram.calls[-1]
    assert report.message_id == preview.message_id
    assert "· 图书馆.txt" in report.text and "新增 1 篇" in report.text
    (card,) = await shelf.say("江州图书馆首晚接待读者多少名？")
    assert "1200名" in card.text
    (line,) = shelf.office.desk.audit.lines()
    assert line[1:] == (ADMIN["id"], "upload", "图书馆.txt")


async def test_other_encodings(shelf: World) -> None:
    """A page in GB18030 is read as such."""
    preview = await _send(shelf, "图书馆.txt", NEW.encode("gb18030"))
    assert "江州图书馆夜间开放" in preview.text


async def test_a_zip(shelf: World, seeds: Path) -> None:
    """Of a zip what can be taken is taken, and the rest named with its reason."""
    rows = "".join(
        json.dumps({"id": f"r{n}", "title": f"简讯{n}", "text": f"第{n}号。"}) + "\n" for n in range(40)
    )
    raw = zipped(
        ("五月/图书馆.txt", NEW.encode()),
        ("五月/简讯.jsonl", rows.encode()),
        ("../坏.txt", b"x"),
        ("旧.txt", PAGES["教育.txt"].encode()),
        ("旧改.md", b"# " + PAGES["教育.txt"].strip().encode()),
        ("乱.jsonl", b"{"),
        ("空.txt", b" \n"),
    )
    preview = await _send(shelf, "五月.zip", raw)
    assert "2 份版面，41 篇文章" in preview.text and "另有" in preview.text
    for words in ("写到别处去", "教育.txt 一字不差", "第 1 行不是一个 JSON 对象", "文件是空的"):
        assert words in preview.text
    await _press(shelf, preview, "收进来")
    assert "新增 41 篇" in shelf.telegram.calls[-1].text
    assert set(shelved(seeds)) == {*PAGES, "图书馆.txt", "简讯.jsonl"}


async def test_a_name_that_is_taken(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """Under a name that is taken, the admin chooses: beside it, or in its place with the old one kept."""
    preview = await _send(shelf, "教育.txt", NEW)
    assert "同名" in preview.text
    await _press(shelf, preview, "另存")
    assert (seeds / "教育.txt").read_text(encoding="utf-8") == PAGES["教育.txt"]
    assert (seeds / "教育-2.txt").read_text(encoding="utf-8") == NEW
    changed = NEW.replace("1200", "1300")
    preview = await _send(shelf, "教育.txt", changed)
    await _press(shelf, preview, "换掉")
    assert (seeds / "教育.txt").read_text(encoding="utf-8") == changed
    (kept,) = (tmp_path / "data" / "removed").glob("*")
    assert kept.read_text(encoding="utf-8") == PAGES["教育.txt"]


@pytest.mark.parametrize("name", ["教育.txt", "教育.TXT", "图书馆.txt"])
async def test_a_sidecar_that_lies_there_already(
    shelf: World, seeds: Path, tmp_path: Path, name: str
) -> None:
    """By what it makes a file be cited, new or in the place of another, is said in time; and so it is cited."""
    stem = Path(name).stem
    (seeds / f"{stem}.yaml").write_text(
        'publication: 中原日报\ndate: 2025-03-02\npage: "1"', encoding="utf-8"
    )
    preview = await _send(shelf, name, NEW)
    assert f"用这个名字，会引作《中原日报》 2025-03-02 1（馆里的 {stem}.yaml 这样写）" in preview.text
    await _press(shelf, preview, "换掉" if stem == "教育" else "收进来")
    (card,) = await shelf.say("江州图书馆首晚接待读者多少名？")
    assert f"《中原日报》:《江州图书馆夜间开放》,{stem}.txt" in card.text
    (left,) = (path for path in (tmp_path / "data" / "uploads").rglob("*") if path.is_file())
    assert json.loads(left.read_text(encoding="utf-8"))["ended"] == "saved"


async def test_a_sidecar_that_says_nothing_of_it(shelf: World, seeds: Path) -> None:
    """What rows tell of themselves goes before it, and of another page’s sidecar nothing is said."""
    (seeds / "简讯.yaml").write_text("publication: 中原日报\nurl: https://a.example/", encoding="utf-8")
    row = {"title": "夜间开放", "text": "江州图书馆夜间开放。", "publication": "晚报"}
    for name, raw in (("简讯.jsonl", json.dumps(row)), ("图书馆.txt", NEW)):
        assert "会引作" not in (await _send(shelf, name, raw)).text


async def test_a_sidecar_that_would_cost_the_page(shelf: World, seeds: Path) -> None:
    """A file that would be left out for the sidecar that lies there is turned away with that reason."""
    (seeds / "图书馆.yaml").write_text("date: 昨天", encoding="utf-8")
    card = await _send(shelf, "图书馆.txt", NEW)
    assert "· 图书馆.txt：图书馆.yaml 里的 date 要写成“年-月-日”" in card.text and not card.buttons


SIDE = 'publication: 《中原日报》\ndate: 2025年3月2日\npage: "1"'.encode()


async def test_a_page_with_its_sidecar(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """Both come out of a zip, are shown before, lie side by side afterwards, and so the page is cited."""
    preview = await _send(shelf, "报.zip", zipped(("图书馆.txt", NEW.encode()), ("图书馆.yaml", SIDE)))
    assert "图书馆.txt（1 篇），带着 图书馆.yaml" in preview.text
    assert "会引作《中原日报》 2025-03-02 1" in preview.text and "没有收" not in preview.text
    await _press(shelf, preview, "收进来")
    assert (seeds / "图书馆.yaml").read_bytes() == SIDE
    (card,) = await shelf.say("江州图书馆首晚接待读者多少名？")
    assert "《中原日报》:《江州图书馆夜间开放》,图书馆.txt" in card.text
    (left,) = (path for path in (tmp_path / "data" / "uploads").rglob("*") if path.is_file())
    assert json.loads(left.read_text(encoding="utf-8"))["ended"] == "saved"


async def test_a_sidecar_under_the_name_that_its_page_gets(shelf: World, seeds: Path) -> None:
    """Where the page is saved beside another of its name, so is what tells of it."""
    preview = await _send(shelf, "报.zip", zipped(("教育.txt", NEW.encode()), ("教育.yml", SIDE)))
    await _press(shelf, preview, "另存")
    assert (seeds / "教育-2.yaml").read_bytes() == SIDE and not (seeds / "教育.yaml").exists()


async def test_a_bad_sidecar_in_a_zip(shelf: World, seeds: Path) -> None:
    """It is refused with its reason, and its page offered all the same."""
    raw = zipped(("图书馆.txt", NEW.encode()), ("图书馆.yaml", "date: 昨天".encode()))
    preview = await _send(shelf, "报.zip", raw)
    assert "图书馆.yaml：图书馆.yaml 里的 date 要写成“年-月-日”" in preview.text
    assert "图书馆.txt（1 篇）" in preview.text
    await _press(shelf, preview, "收进来")
    assert set(shelved(seeds)) == {*PAGES, "图书馆.txt"} and not (seeds / "图书馆.yaml").exists()


async def test_a_sidecar_by_itself(shelf: World) -> None:
    """It is told to be sent with its page, where none of its name is here."""
    card = await _send(shelf, "图书馆.yaml", SIDE)
    assert "图书馆.yaml：" in card.text and "放在一个 zip 里" in card.text and not card.buttons


@pytest.mark.parametrize("how", ["alone", "with the page that lies here"])
async def test_a_sidecar_of_a_page_that_lies_here(
    shelf: World, seeds: Path, tmp_path: Path, how: str
) -> None:
    """It comes in by itself; the one that it replaces is kept, and the page is cited anew."""
    (seeds / "教育.yaml").write_text("publication: 晚报", encoding="utf-8")
    zip = zipped(("教育.txt", PAGES["教育.txt"].encode()), ("教育.yaml", SIDE))
    preview = await (_send(shelf, "教育.yaml", SIDE) if how == "alone" else _send(shelf, "报.zip", zip))
    assert (
        "教育.yaml，写明 教育.txt 的出处，馆里有同名的" in preview.text
        and "会引作《中原日报》" in preview.text
    )
    await _press(shelf, preview, "收进来")
    assert "· 教育.yaml" in shelf.telegram.calls[-1].text and "改动 1 篇" in shelf.telegram.calls[-1].text
    assert (seeds / "教育.yaml").read_bytes() == SIDE
    (kept,) = (tmp_path / "data" / "removed").glob("*")
    assert kept.read_text(encoding="utf-8") == "publication: 晚报"
    assert "教育.yaml 一字不差" in (await _send(shelf, "教育.yaml", SIDE)).text


async def test_a_sidecar_whose_page_is_taken_away_meanwhile(shelf: World, seeds: Path) -> None:
    """It is turned away: alone it would tell of whatever page gets that name next."""
    preview = await _send(shelf, "教育.yaml", SIDE)
    (seeds / "教育.txt").unlink()
    await _press(shelf, preview, "收进来")
    assert not (seeds / "教育.yaml").exists()
    assert any("放在一个 zip 里" in call.text for call in shelf.telegram.calls)


@pytest.mark.parametrize("raw", ["date: 昨天".encode(), b"[[[", b"- a", b"a: " + b"x" * 200_000])
async def test_a_bad_sidecar_of_a_page_that_lies_here(shelf: World, raw: bytes) -> None:
    """It is refused with its reason, and nothing is offered."""
    card = await _send(shelf, "教育.yaml", raw)
    assert "不收的（1 份）：\n· 教育.yaml：" in card.text and "一字不差" not in card.text and not card.buttons


async def test_an_id_that_two_files_give(shelf: World) -> None:
    """The report says so: one who reads the ids may take one article for the other."""
    for name, text in (("甲.jsonl", "江州动物园今天开放。"), ("乙.jsonl", "海城植物园明天开放。")):
        raw = json.dumps({"id": "1", "text": text})
        await _press(shelf, await _send(shelf, name, raw), "收进来")
    report = shelf.telegram.calls[-1].text
    assert "请留意" in report and "· 甲.jsonl：id“1”在 乙.jsonl 里是另一篇文章" in report


async def test_what_is_there_already(shelf: World) -> None:
    """The same file, or the same articles in other bytes, are not taken twice."""
    again = await _send(shelf, "另一个名字.txt", PAGES["教育.txt"])
    assert "教育.txt 一字不差" in again.text and not again.buttons
    other = await _send(shelf, "换了编码.txt", PAGES["教育.txt"].encode("gb18030"))
    assert "1 篇）馆里都有了" in other.text and not other.buttons


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
async def test_the_same_twice_in_two_encodings(shelf: World, seeds: Path, encoding: str) -> None:
    """A page whose articles all come in another file of the zip is told as its double; one that tells more isn't."""
    page = "\n青溪镇新修三座水渠\n\n青溪镇今年新修水渠三座,灌溉农田两千亩。\n"
    more = page + "\n青溪镇办夜校\n\n青溪镇夜校上周开课,首批学员四十人。\n"
    pages = (("上.txt", page.encode()), ("下.txt", page.encode(encoding)), ("全.txt", more.encode(encoding)))
    preview = await _send(shelf, "青溪.zip", zipped(*pages))
    assert "· 下.txt：和一起发来的 上.txt 一字不差" in preview.text
    assert "📄 全.txt" in preview.text
    await _press(shelf, preview, "收进来")
    assert set(shelved(seeds)) == {*PAGES, "上.txt", "全.txt"}


async def test_the_same_twice_in_a_zip(shelf: World, seeds: Path) -> None:
    """Of files that are the same letter for letter the first may come in."""
    preview = await _send(
        shelf, "两份.zip", zipped(("五月/甲.txt", NEW.encode()), ("六月/乙.txt", NEW.encode()))
    )
    assert "1 份版面，1 篇文章" in preview.text and "· 乙.txt：和一起发来的 甲.txt 一字不差" in preview.text
    await _press(shelf, preview, "收进来")
    assert set(shelved(seeds)) == {*PAGES, "甲.txt"}


@pytest.mark.parametrize("again", ["双.txt", "再来.txt"])
async def test_the_same_twice_before_either_is_confirmed(shelf: World, seeds: Path, again: str) -> None:
    """It comes in once, and the second time that is said."""
    first, second = [await _send(shelf, name, NEW) for name in ("双.txt", again)]
    await _press(shelf, first, "收进来")
    await _press(shelf, second, "收进来")
    report = shelf.telegram.calls[-1]
    assert f"· {again}：馆里的 双.txt 一字不差" in report.text and not report.buttons
    assert set(shelved(seeds)) == {*PAGES, "双.txt"}
    for label in ("收进来", "算了"):
        assert notices(await _press(shelf, second, label)) == ["这份文件已经收过了。"]
    assert [line[2:] for line in shelf.office.desk.audit.lines()] == [("upload", "双.txt")]


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("照片.jpg", b"\xff\xd8", "只收"),
        ("无名", b"x", "只收"),
        ("坏.zip", b"PK", "损坏"),
        ("空.zip", zipped(), "压缩包是空的"),
        (
            "只有文件夹.zip",
            zipped(("五月/", b""), ("五月/六日/", b""), ("__MACOSX/._x", b"")),
            "压缩包是空的",
        ),
        ("多.zip", zipped(*((f"{n}.txt", b"") for n in range(400))), "最多 300 份"),
        ("弹.zip", zipped(("a.txt", b"0" * 2_000_000)), "100 倍以上"),
        ("二进制.txt", b"\x00\x01\x02\xff", "· 二进制.txt：是二进制文件，不是文字"),
        ("坏行.jsonl", b'{"text": 3}', "· 坏行.jsonl：第 1 行的 text 没写"),
        ("乱码.txt", bytes(range(128, 256)), "· 乱码.txt：不是 UTF-8、UTF-16、GB18030 或 Big5 编码的文字"),
    ],
)
async def test_what_is_refused(shelf: World, name: str, raw: bytes, said: str) -> None:
    """What can't be taken is refused with its reason and without a button."""
    card = await _send(shelf, name, raw)
    assert said in card.text and not card.buttons


async def test_a_file_too_large(shelf: World, make_world: MakeWorld) -> None:
    """A large file isn't even fetched; one that hid its size is refused after all."""
    card = await _send(shelf, "大.txt", "x", file_size=21_000_000)
    assert "最多 20 MB" in card.text
    assert not any(call.method == "getFile" for call in shelf.telegram.calls)
    small = await make_world(uploads={"max_mb": 1})
    card = await _send(small, "大.txt", b"0" * 1_000_001, file_size=None)
    assert "最多 1 MB" in card.text


async def test_a_preview_that_fails(shelf: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said meanwhile goes, and the apology stands alone."""

    def fail(*args: object) -> None:
        raise RuntimeError("never seen before")

    monkeypatch.setattr("bot.handlers.upload.open_parcel", fail)
    calls = await shelf.send_file("新.txt", NEW.encode(), CHAT, ADMIN)
    reading = next(c for c in calls if "正在看" in c.text)
    assert any(c.method == "deleteMessage" and c.params["message_id"] == reading.message_id for c in calls)
    assert sum(c.method == "sendMessage" for c in calls) == 2


async def test_a_file_that_cannot_be_fetched(shelf: World) -> None:
    """Where Telegram won't give the file, that is said."""
    shelf.telegram.faults = [
        lambda c: (
            fault(400, "Bad Request: file is temporarily unavailable") if c.method == "getFile" else None
        )
    ]
    assert "temporarily unavailable" in (await _send(shelf, "图书馆.txt", NEW)).text


async def test_doubtful_cuts(shelf: World) -> None:
    """Cuts with little confidence are pointed out."""
    preview = await _send(shelf, "半页.txt", _DOUBTFUL)
    assert "没把握" in preview.text


async def test_leaving_it(shelf: World, seeds: Path) -> None:
    """Said no, nothing is saved, and the buttons are out of date."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    (dropped, _) = await _press(shelf, preview, "算了")
    assert "没有收" in dropped.text
    for label in ("收进来", "算了"):
        assert "您说过不收" in notices(await _press(shelf, preview, label))[0]
    assert not (seeds / "图书馆.txt").exists()


async def test_confirmed_after_a_restart(make_world: MakeWorld, seeds: Path) -> None:
    """The upload waits on disk, so that another run of the bot can take it in."""
    preview = await _send(await make_world(Corpus.open(seeds)), "图书馆.txt", NEW)
    after = await make_world(Corpus.open(seeds))
    await _press(after, preview, "收进来")
    assert (seeds / "图书馆.txt").read_text(encoding="utf-8") == NEW


async def test_waiting_too_long(shelf: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its hours the upload has expired."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    monkeypatch.setattr(shelf.office.desk.intake, "_keep_s", 0.0)
    assert "等得太久" in notices(await _press(shelf, preview, "收进来"))[0]


async def test_a_shelf_that_cannot_be_written(shelf: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, that is said, nothing is lost, and a button tries it again."""
    preview = await _send(shelf, "图书馆.txt", NEW)

    def full(*a: Any, **k: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("bot.handlers.upload.put_file", full)
        await _press(shelf, preview, "收进来")
    report = shelf.telegram.calls[-1]
    assert "No space left" in report.text
    await _press(shelf, report, "再试一次")
    report = shelf.telegram.calls[-1]
    assert "新增 1 篇" in report.text and not report.buttons


async def test_one_file_that_cannot_be_saved(
    shelf: World, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several files those that could be saved are taken in and noted, and the others are named."""
    other = NEW.replace("图书馆", "大剧院").encode()
    preview = await _send(shelf, "两份.zip", zipped(("图书馆.txt", NEW.encode()), ("剧院.txt", other)))

    def full(folder: Path, name: str, *a: Any, **k: Any) -> str:
        if name == "图书馆.txt":
            raise OSError(28, "No space left on device")
        return put_file(folder, name, *a, **k)

    with monkeypatch.context() as patched:
        patched.setattr("bot.handlers.upload.put_file", full)
        await _press(shelf, preview, "收进来")
    card = shelf.telegram.calls[-1]
    report = card.text
    assert "· 剧院.txt" in report and "· 图书馆.txt：No space left" in report and "新增 1 篇" in report
    assert [line[2:] for line in shelf.office.desk.audit.lines()] == [("upload", "剧院.txt")]
    await _press(shelf, card, "再试一次")
    assert set(shelved(seeds)) == {*PAGES, "图书馆.txt", "剧院.txt"}


async def test_a_card_that_cannot_be_changed(shelf: World) -> None:
    """Where Telegram fails to show that the work begins, it is done and reported all the same."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    shelf.telegram.faults = [
        lambda c: fault(500, "Internal Server Error") if "正在收进来" in c.params.get("text", "") else None
    ]
    await _press(shelf, preview, "收进来")
    assert "新增 1 篇" in shelf.telegram.calls[-1].text


async def _captioned(world: World, name: str, caption: str) -> Call:
    """Let the admin send a file with something written under it; return our last word."""
    world.telegram.files["f"] = NEW.encode()
    sent = {"file_id": "f", "file_unique_id": "f", "file_name": name, "file_size": len(NEW.encode())}
    message = world.picture(caption, CHAT, ADMIN, document=sent)
    del message["photo"]
    return (await world.feed(message=message))[-1]


async def test_a_question_under_an_admins_file(shelf: World) -> None:
    """Under a file that is no page, a question or a command counts as under anybody's picture."""
    assert "2024年6月成立" in (await _captioned(shelf, "截图.pdf", QUESTION)).text
    assert "一字不差" in (await _captioned(shelf, "截图.pdf", "/verify 每校至少配备一名心理教师")).text


@pytest.mark.parametrize("caption", ["今天的报纸", "/reload"])
async def test_a_page_with_words_under_it(shelf: World, caption: str) -> None:
    """An admin's page is looked through, whatever is written under it."""
    assert "1 份版面，1 篇文章" in (await _captioned(shelf, "图书馆.TXT", caption)).text


async def test_uploads_of_others(world: World) -> None:
    """Who is no admin gets a kind word, and nothing is fetched; nor from an admin in a group."""
    (reply,) = await world.send_file("图书馆.txt", NEW.encode())
    assert "只有管理员" in reply.text
    assert await world.send_file("图书馆.txt", NEW.encode(), GROUP, user=ADMIN) == []


async def test_forged_presses(shelf: World, seeds: Path) -> None:
    """Nobody else confirms an upload, removes or goes back, whatever the data says."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    key = preview.data("收进来").split(":")[2]
    handle = (await shelf.say("/remove 教育", chat=CHAT, user=ADMIN))[0].data("撤下").split(":")[2]
    version = shelf.office.desk.corpus.version
    for act, what in ((Act.SAVE, key), (Act.CANCEL, key), (Act.REMOVE, handle), (Act.ROLLBACK, version)):
        calls = await shelf.press(Press(act, ME["id"], what, 1).data, None, ME)
        assert [call.method for call in calls] == ["answerCallbackQuery"] and notices(calls)[0]
    for data in ("save:7::1:0", "save:7:..:1:0", "drop:7::0:0", "back:7:nothing:1:0", "gone:7:nothing:1:0"):
        calls = await shelf.press(data, preview, ADMIN, CHAT)
        assert [call.method for call in calls] == ["answerCallbackQuery"]
    await shelf.settled()
    assert set(shelved(seeds)) == set(PAGES)
    assert shelf.office.desk.intake.waiting(key, ADMIN["id"])


async def test_removing(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """/remove asks first, keeps the file aside, and reads the pages again."""
    (asked,) = await shelf.say("/remove 教育", chat=CHAT, user=ADMIN)
    assert "教育.txt" in asked.text and "1 篇文章" in asked.text
    await _press(shelf, asked, "撤下")
    report = shelf.telegram.calls[-1]
    assert "撤下了" in report.text and "撤下 1 篇" in report.text
    assert not (seeds / "教育.txt").exists() and len(list((tmp_path / "data" / "removed").iterdir())) == 1
    assert notices(await _press(shelf, asked, "撤下")) == ["这份版面已经不在馆里了。"]


async def test_removing_by_part_of_a_name(shelf: World) -> None:
    """Several names that fit are offered; none that fits, or no name at all, is said."""
    (which,) = await shelf.say("/remove .txt", chat=CHAT, user=ADMIN)
    assert set(which.buttons) == set(PAGES)
    asked, _ = await shelf.press(which.data("医院.txt"), which, ADMIN, CHAT)
    assert "2 篇文章" in asked.text
    left, _ = await shelf.press(asked.data("算了"), asked, ADMIN, CHAT)
    assert "什么也没动" in left.text
    assert "没有名字带" in (await shelf.say("/remove ../医院.txt/..", chat=CHAT, user=ADMIN))[0].text
    assert "/remove" in (await shelf.say("/remove", chat=CHAT, user=ADMIN))[0].text


@pytest.mark.parametrize(("more", "said"), [(6, False), (7, True)])
async def test_removing_one_of_many(shelf: World, seeds: Path, more: int, said: bool) -> None:
    """Of more names than there are buttons it is said how many aren't listed, and how to come to them."""
    for n in range(more):
        (seeds / f"晚报{n}.txt").write_text(NEW, encoding="utf-8")
    (which,) = await shelf.say("/remove .txt", chat=CHAT, user=ADMIN)
    assert f"有 {more + 2} 份" in which.text and len(which.buttons) == 8
    assert ("另有 1 份没列出来" in which.text) is said


async def test_removing_a_link_to_nothing(shelf: World, seeds: Path, tmp_path: Path) -> None:
    """What /reload complains of can be taken away by the name it is given there, and what is sent takes its place."""
    for name in ("号外.txt", "图书馆.txt"):
        (seeds / name).symlink_to(tmp_path / "搬走了.txt")
    await shelf.say("/reload", chat=CHAT, user=ADMIN)
    assert "号外.txt" in (await shelf.settled())[-1].text
    (asked,) = await shelf.say("/remove 号外.txt", chat=CHAT, user=ADMIN)
    await _press(shelf, asked, "撤下")
    assert "撤下了" in shelf.telegram.calls[-1].text and "号外.txt: " not in shelf.telegram.calls[-1].text
    await _press(shelf, await _send(shelf, "图书馆.txt", NEW), "换掉旧的")
    assert "新增 1 篇" in shelf.telegram.calls[-1].text
    assert set(shelved(seeds)) == {*PAGES, "图书馆.txt"} and (seeds / "图书馆.txt").read_text() == NEW


@pytest.mark.parametrize("name", ["晚报  二版.txt", "晚报\t二版.txt", "晚报\n二版.txt", "晚报　二版.txt"])
async def test_removing_a_name_with_blanks(shelf: World, seeds: Path, name: str) -> None:
    """Whatever white space stands in a name, it is found as it is shown, copied and typed."""
    (seeds / name).write_text(NEW, encoding="utf-8")
    shelf.office.desk.corpus.reload()
    (shown,) = await shelf.say("/sources", chat=CHAT, user=ADMIN)
    label = next(label for label in shown.buttons if "晚报" in label).removesuffix("（1 篇）")
    for typed in (label, name, "晚报 二版.txt", "报  二"):
        (asked,) = await shelf.say(f"/remove {typed}", chat=CHAT, user=ADMIN)
        assert "1 篇文章" in asked.text
    await _press(shelf, asked, "撤下")
    assert set(shelved(seeds)) == set(PAGES)


async def test_removing_one_of_two_names_alike(shelf: World, seeds: Path) -> None:
    """Of two files whose names differ in capital letters only, the one that is chosen goes."""
    (seeds / "教育.TXT").write_text(NEW, encoding="utf-8")
    (which,) = await shelf.say("/remove 教育.txt", chat=CHAT, user=ADMIN)
    assert set(which.buttons) == {"教育.txt", "教育.TXT"}
    asked, _ = await shelf.press(which.data("教育.TXT"), which, ADMIN, CHAT)
    await _press(shelf, asked, "撤下")
    assert set(shelved(seeds)) == set(PAGES)


async def test_rolling_back(shelf: World) -> None:
    """/rollback lists the versions; confirmed, an earlier one answers again."""
    first = shelf.office.desk.corpus.version
    assert "没有可以退回" in (await shelf.say("/rollback", chat=CHAT, user=ADMIN))[0].text
    await _press(shelf, await _send(shelf, "图书馆.txt", NEW), "收进来")
    (listed,) = await shelf.say("/rollback", chat=CHAT, user=ADMIN)
    assert first in listed.text and "现在用的" in listed.text
    (label,) = listed.buttons
    sure, _ = await shelf.press(listed.data(label), listed, ADMIN, CHAT)
    assert shelf.office.desk.corpus.version != first
    await _press(shelf, sure, "退回")
    report = shelf.telegram.calls[-1].text
    assert shelf.office.desk.corpus.version == first
    assert f"退回到 {first}" in report and "撤下 1 篇" in report
    assert [line[2] for line in shelf.office.desk.audit.lines()] == ["rollback", "upload"]


@pytest.mark.parametrize(("zone", "hours"), [("Asia/Shanghai", 8), ("America/Phoenix", -7)])
async def test_when_a_version_was_made(
    make_world: MakeWorld, seeds: Path, tmp_path: Path, zone: str, hours: int
) -> None:
    """It is told in the configured time zone, whatever that of the machine is."""
    world = await make_world(Corpus.open(seeds, data=tmp_path / "index"), watching={"timezone": zone})
    await _press(world, await _send(world, "图书馆.txt", NEW), "收进来")
    first, _ = world.office.desk.corpus.versions()
    there = (datetime.fromisoformat(first.made) + timedelta(hours=hours)).strftime("%Y-%m-%d %H:%M:%S")
    (listed,) = await world.say("/rollback", chat=CHAT, user=ADMIN)
    assert there in listed.text and list(listed.buttons) == [there]
    sure, _ = await world.press(listed.data(there), listed, ADMIN, CHAT)
    assert there in sure.text


async def test_a_rollback_that_fails(shelf: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where that version went meanwhile, nothing says or notes that somebody went back."""
    first = shelf.office.desk.corpus.version
    await _press(shelf, await _send(shelf, "图书馆.txt", NEW), "收进来")
    (listed,) = await shelf.say("/rollback", chat=CHAT, user=ADMIN)
    (label,) = listed.buttons
    sure, _ = await shelf.press(listed.data(label), listed, ADMIN, CHAT)

    def gone(version: str, **more: Any) -> Any:
        raise VersionError("version_none", version=version)

    monkeypatch.setattr(shelf.office.desk.corpus, "rollback", gone)
    await _press(shelf, sure, "退回")
    report = shelf.telegram.calls[-1].text
    assert f"没有版本 {first}" in report and "退回到" not in report
    assert [line[2] for line in shelf.office.desk.audit.lines()] == ["upload"]


async def _remove(world: World, name: str) -> None:
    (asked,) = await world.say(f"/remove {name}", chat=CHAT, user=ADMIN)
    await _press(world, asked, "撤下")


async def test_a_page_that_is_answered_from_and_lies_nowhere(shelf: World, seeds: Path) -> None:
    """What was taken off the shelf comes in again though an admin went back to a version that has it, and stays."""
    first = shelf.office.desk.corpus.version
    await _remove(shelf, "教育")
    await shelf.press(Press(Act.ROLLBACK, ADMIN["id"], first, 1).data, None, ADMIN, CHAT)
    await shelf.settled()
    await _press(shelf, await _send(shelf, "教育.txt", PAGES["教育.txt"]), "收进来")
    assert set(shelved(seeds)) == set(PAGES)
    await shelf.say("/reload", chat=CHAT, user=ADMIN)
    await shelf.settled()
    assert {source.name for source in shelf.office.desk.corpus.sources()} == set(PAGES)


async def test_a_page_whose_removal_the_golden_questions_forbid(
    make_world: MakeWorld, seeds: Path, tmp_path: Path
) -> None:
    """It is answered from on, and can be put back onto the shelf."""
    expected = {"question": "心理健康宣传月在哪里启动？", "file": "教育.txt", "answer": "郑州"}
    (tmp_path / "golden.jsonl").write_text(json.dumps(expected), encoding="utf-8")
    world = await make_world(Corpus.open(seeds, golden=GoldenGate(tmp_path / "golden.jsonl", 1.0)))
    await _remove(world, "教育")
    assert "没有读成" in world.telegram.calls[-1].text and not (seeds / "教育.txt").exists()
    await _press(world, await _send(world, "教育.txt", PAGES["教育.txt"]), "收进来")
    assert set(shelved(seeds)) == set(PAGES)
    assert "重读完毕" in world.telegram.calls[-1].text


async def test_a_page_that_lies_there_with_another_text(shelf: World, seeds: Path) -> None:
    """The text that a version has under a name is no reason to refuse it, where another lies under that name by now."""
    first = shelf.office.desk.corpus.version
    await _press(shelf, await _send(shelf, "教育.txt", NEW), "换掉")
    await shelf.press(Press(Act.ROLLBACK, ADMIN["id"], first, 1).data, None, ADMIN, CHAT)
    await shelf.settled()
    await _press(shelf, await _send(shelf, "旧教育.txt", PAGES["教育.txt"]), "收进来")
    assert set(shelved(seeds)) == {*PAGES, "旧教育.txt"}


@pytest.mark.parametrize("command", ["/remove 教育", "/rollback"])
async def test_a_reader_who_is_no_admin(world: World, command: str) -> None:
    """Others get no admin's card, and a group none at all."""
    assert "没有这个命令" in (await world.say(command))[0].text
    assert await world.say(command, chat=GROUP, user=ADMIN) == []


async def test_a_broken_database(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """Uploads work while the database doesn't."""
    store = Store(tmp_path / "x.sqlite3")
    store._file.execute("DROP TABLE audit")  # type: ignore[union-attr]
    world = await make_world(Corpus.open(seeds), store=store)
    await _press(world, await _send(world, "图书馆.txt", NEW), "收进来")
    assert "新增 1 篇" in world.telegram.calls[-1].text


async def test_two_confirmations_at_once(shelf: World, seeds: Path) -> None:
    """Two uploads confirmed together are taken in one after the other."""
    one = await _send(shelf, "图书馆.txt", NEW)
    two = await _send(shelf, "剧院.txt", NEW.replace("图书馆", "大剧院"))
    await shelf.press(one.data("收进来"), one, ADMIN, CHAT)
    await shelf.press(two.data("收进来"), two, ADMIN, CHAT)
    await _settled(shelf)
    assert {"图书馆.txt", "剧院.txt"} <= {source.name for source in shelf.office.desk.corpus.sources()}


async def test_pressing_twice(shelf: World) -> None:
    """A second press on a button whose work is under way changes nothing, and the report stays."""
    preview = await _send(shelf, "图书馆.txt", NEW)
    for _ in range(2):
        await shelf.press(preview.data("收进来"), preview, ADMIN, CHAT)
    await _settled(shelf)
    assert "新增 1 篇" in shelf.telegram.calls[-1].text
    (asked,) = await shelf.say("/remove 教育", chat=CHAT, user=ADMIN)
    for _ in range(2):
        await shelf.press(asked.data("撤下"), asked, ADMIN, CHAT)
    await _settled(shelf)
    assert "教育.txt 撤下了" in shelf.telegram.calls[-1].text
    assert [line[2] for line in shelf.office.desk.audit.lines()] == ["remove", "upload"]


async def _settled(world: World) -> None:
    """Wait for several changes, one after the other."""
    for _ in range(4):
        await world.settled()
        await asyncio.sleep(0)


async def test_a_preview_and_a_report_of_very_long_names(shelf: World, seeds: Path) -> None:
    """Both fit into a message, whatever the files and headlines of a zip are called."""
    files = [
        (
            f"{n:02}{'𠮷' * 56}.txt",
            f"\n{n}{'号渡口停航' * 9}\n\n{n}号渡口的轮渡从今晚{n}点起停航。\n".encode(),
        )
        for n in range(30)
    ]
    bad = [(f"坏{n:02}{'𠮷' * 56}.jsonl", b'{"text": "a", "date": "' + b"x" * 90 + b'"}') for n in range(30)]
    preview = await _send(shelf, "渡.zip", zipped(*files, *bad))
    assert "30 份版面" in preview.text and "不收的（30 份）" in preview.text
    await _press(shelf, preview, "收进来")
    report = shelf.telegram.calls[-1].text
    assert "收进来了（30 份）" in report and "新增 30 篇" in report
    for text in (preview.text, report):
        assert len(text.encode("utf-16-le")) // 2 <= 4096


@pytest.fixture
def small_disk() -> Iterator[Callable[[int], None]]:
    """Let no file grow beyond a size: the system refuses to write on, as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


@pytest.mark.parametrize("what", ["the page", "the copy of the old one"])
def test_a_disk_that_is_full(
    seeds: Path, tmp_path: Path, small_disk: Callable[[int], None], what: str
) -> None:
    """Nothing half-written is left, neither on the shelf nor in the bin, and the old page stays."""
    old = b"x" * (90_000 if what == "the copy of the old one" else 10)
    (seeds / "航班.txt").write_bytes(old)
    before, bin = _files_in(seeds), tmp_path / "removed"
    small_disk(50_000)
    with pytest.raises(OSError, match="File too large"):
        put_file(seeds, "航班.txt", b"y" * 80_000, bin, replace=True)
    assert _files_in(seeds) == before and (seeds / "航班.txt").read_bytes() == old
    assert all((bin / name).read_bytes() == old for name in _files_in(bin))


@pytest.mark.parametrize("name", ["渡" * 60 + ".txt", "渡" * 83 + ".txt"])
async def test_a_page_with_a_very_long_name(shelf: World, seeds: Path, tmp_path: Path, name: str) -> None:
    """It can be replaced, told of, and saved beside, up to the longest name that a file can have."""
    old = "\n南浦渡口停航\n\n南浦渡口今晚八点停航。\n"
    (seeds / name).write_text(old, encoding="utf-8")
    shelf.office.desk.corpus.reload()
    preview = await _send(shelf, name, NEW)
    assert "同名" in preview.text
    await _press(shelf, preview, "换掉")
    assert (seeds / name).read_text(encoding="utf-8") == NEW
    side = Path(name).with_suffix(".yml").name
    await _press(shelf, await _send(shelf, "报.zip", zipped((side, SIDE))), "收进来")
    (card,) = await shelf.say("江州图书馆首晚接待读者多少名？")
    assert "《中原日报》:《江州图书馆夜间开放》" in card.text
    await _press(shelf, await _send(shelf, name, old), "另存")
    assert {*shelved(seeds)} > {*PAGES, name} and len(shelved(seeds)) == len(PAGES) + 2
    assert not [name for name in _files_in(seeds) if name.startswith(".")]
    kept = [path.read_text(encoding="utf-8") for path in (tmp_path / "data" / "removed").glob("*.txt")]
    assert kept == [old]


@pytest.mark.parametrize(
    "error", [fault(429, "Too Many Requests", retry_after=900), fault(502, "Bad Gateway")]
)
async def test_a_card_that_cannot_be_edited(shelf: World, error: Any) -> None:
    """Whatever the reason: preview, with its buttons, and report are sent anew."""
    shelf.telegram.faults = [lambda call: error if call.method == "editMessageText" else None]
    preview = await _send(shelf, "图书馆.txt", NEW)
    assert preview.method == "sendMessage" and "江州图书馆夜间开放" in preview.text
    await _press(shelf, preview, "收进来")
    await _settled(shelf)
    report = shelf.telegram.calls[-1]
    assert report.method == "sendMessage" and "新增 1 篇" in report.text
