"""Watching: told once, in one message, not at night."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest

from bot.cards.card import as_plain
from bot.cards.texts import texts_in
from bot.cards.watch_cards import digest_card
from bot.handlers import admin, watch
from bot.handlers.watch import tell_watchers
from bot.memory.store import Store
from bot.memory.watches import News
from bot.talk.quiet import is_quiet
from bot.telegram.menus import set_menus
from config.settings import load_settings
from retrieval.answering.watching import Sighting
from retrieval.corpus import Corpus
from tests.bot.conftest import MakeWorld
from tests.bot.judge import judge
from tests.bot.world import ADMIN, GROUP, ME, OTHER, Call, World, fault, notices

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
THEIRS = {"id": OTHER["id"], "type": "private", "first_name": "阿强"}
ALWAYS = {"quiet_from": "00:00", "quiet_until": "00:00"}
NEW = "\n江州图书馆夜间开放\n\n江州图书馆自8月1日起夜间开放到十点,首晚接待读者1200名。\n"
MORE = "\n江州图书馆添新书\n\n江州图书馆本月添置新书三万册,读者可网上预约。\n"


@pytest.fixture
async def world(make_world: MakeWorld, seeds: Path) -> World:
    return await make_world(Corpus.open(seeds), watching=ALWAYS)


async def _reload(world: World) -> list[Call]:
    """Reload and return the digests."""
    before = len(world.telegram.calls)
    await world.say("/reload", chat=CHAT, user=ADMIN)
    return _digests((await world.settled())[before:])


def _digests(calls: list[Call]) -> list[Call]:
    return [c for c in calls if c.method == "sendMessage" and "您留意的事" in c.text]


def _print(seeds: Path, name: str, text: str) -> None:
    (seeds / name).write_text(text, encoding="utf-8")


async def test_a_digest(world: World, seeds: Path) -> None:
    """A new article that matches is told once, with its citation and a link that opens it."""
    (noted,) = await world.say("/watch 图书馆 读者")
    assert "图书馆 读者" in noted.text
    _print(seeds, "图书馆.txt", NEW)
    (digest,) = await _reload(world)
    assert digest.params["chat_id"] == 42
    assert "江州图书馆夜间开放" in digest.text and "图书馆.txt 第" in digest.text
    link = digest.html.split('href="')[1].split('"')[0]
    (opened,) = await world.say("/start " + link.split("start=")[1])
    assert "1200名" in opened.text
    assert await _reload(world) == []


async def test_a_question(world: World, seeds: Path) -> None:
    """Who watches a question is told by which words it is looked for, and of what it is about."""
    (noted,) = await world.say("/watch 热射病怎么预防？")
    assert "“热射病怎么预防？”记下了" in noted.text and "提到“热射病”" in noted.text
    _print(seeds, "夏天.txt", "\n热射病患者增多\n\n江州连日高温,市第一医院昨天接诊了三名患者。\n")
    (digest,) = await _reload(world)
    assert "热射病患者增多" in digest.text and "热射病怎么预防？" in digest.text


async def test_a_second_time(world: World) -> None:
    """Who watches something already is told so, however many they watch."""
    await world.say("/watch 热射病")
    (again,) = await world.say("/watch 热射病")
    assert "“热射病”您已经在留意了" in again.text
    assert list((await world.say("/watches"))[0].buttons) == ["✖ 热射病"]


async def test_nothing_to_drop(world: World) -> None:
    """Who drops what they don't watch is told so, and what they do watch."""
    (none,) = await world.say("/unwatch 不存在的")
    assert "您没有在留意“不存在的”" in none.text and "还没有留意什么" in none.text


async def test_a_whole_newspaper(world: World, seeds: Path) -> None:
    """Who names a newspaper and nothing else is told of whatever it prints."""
    (noted,) = await world.say("/watch 来源:图书馆")
    assert "“来源:图书馆”一有新文章" in noted.text
    _print(seeds, "别的.txt", NEW.replace("江州", "石坪"))
    assert await _reload(world) == []
    _print(seeds, "图书馆.txt", NEW)
    (digest,) = await _reload(world)
    assert "江州图书馆夜间开放" in digest.text and "来源:图书馆" in digest.text


async def test_nothing_that_was_there_before(world: World) -> None:
    """Articles from before the watch, and reloads without news, are no news."""
    await world.say("/watch 热射病")
    assert await _reload(world) == []


async def test_one_message_for_all(world: World, seeds: Path) -> None:
    """Several articles and several watches make one message; an article in two of them is listed once."""
    await world.say("/watch 图书馆")
    await world.say("/watch 新书")
    _print(seeds, "一.txt", NEW)
    _print(seeds, "二.txt", MORE)
    (digest,) = await _reload(world)
    assert "2 篇" in digest.text and digest.text.count("添新书》") == 1


async def test_watchers_apart(world: World, seeds: Path) -> None:
    """Each gets what each watches, in the language each wrote in."""
    await world.say("/watch 新书")
    english = OTHER | {"language_code": "en"}
    await world.say("/watch 夜间", chat=THEIRS, user=english)
    _print(seeds, "一.txt", NEW)
    _print(seeds, "二.txt", MORE)
    before = len(world.telegram.calls)
    await _reload(world)
    sent = {c.params["chat_id"]: c.text for c in world.telegram.calls[before:] if "📰" in c.text}
    assert "添新书" in sent[42] and "夜间开放" not in sent[42]
    assert "夜间开放" in sent[43] and "News of what you watch for" in sent[43]


async def test_after_an_upload(world: World) -> None:
    """Pages that an admin sends are news too."""
    await world.say("/watch 图书馆")
    *_, preview = await world.send_file("图书馆.txt", NEW.encode(), CHAT, user=ADMIN)
    before = len(world.telegram.calls)
    await world.press(preview.data("收进来"), preview, ADMIN, CHAT)
    assert len(_digests((await world.settled())[before:])) == 1


async def test_progress_that_cannot_be_shown(
    world: World, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reload brought is told though Telegram didn't take an edit while it went on."""
    monkeypatch.setattr(admin, "_EDIT_EVERY_S", 0.01)
    refused = Event()
    reload = world.office.desk.corpus.reload

    def away(call: Call) -> Any:
        if call.method != "editMessageText" or refused.is_set():
            return None
        refused.set()
        return fault(502, "Bad Gateway")

    def slow(**more: Any) -> Any:
        refused.wait(10)
        return reload(**more)

    monkeypatch.setattr(world.office.desk.corpus, "reload", slow)
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    world.telegram.faults = [away]
    assert len(await _reload(world)) == 1


async def _start(make_world: MakeWorld, seeds: Path, folder: Path, keep_versions: int = 3) -> World:
    """Start a bot on what lies in `folder`, as after a stop, and let it tell what it has to tell."""
    corpus = Corpus.open(seeds, data=folder, keep_versions=keep_versions)
    world = await make_world(corpus, store=Store(folder / "x.sqlite3"), watching=ALWAYS)
    noted = "SELECT value FROM meta WHERE key = 'watched'"
    async with watch.telling(world.office, world.app.bot):
        for _ in range(500):
            if [row[0].split()[-1] for row in world.office.desk.store.rows(noted)] == [corpus.version]:
                break
            await asyncio.sleep(0.01)
        await tell_watchers(world.office, world.app.bot)
    return world


async def test_pages_taken_in_while_it_was_stopped(
    make_world: MakeWorld, seeds: Path, tmp_path: Path
) -> None:
    """What came at the start, or by a reload in a terminal before it, is told once too."""
    world = await _start(make_world, seeds, tmp_path / "data")
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    Corpus.open(seeds, data=tmp_path / "data", sync=False).reload()
    _print(seeds, "二.txt", MORE)
    (digest,) = _digests((await _start(make_world, seeds, tmp_path / "data")).telegram.calls)
    assert "2 篇" in digest.text
    assert _digests((await _start(make_world, seeds, tmp_path / "data")).telegram.calls) == []


async def test_a_start_that_knows_no_version_before(
    make_world: MakeWorld, seeds: Path, tmp_path: Path
) -> None:
    """Where it isn't known what is new, because nothing was noted or that version is gone, nothing is told."""
    world = await make_world(store=Store(tmp_path / "data" / "x.sqlite3"))
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    assert _digests((await _start(make_world, seeds, tmp_path / "data")).telegram.calls) == []
    _print(seeds, "二.txt", MORE)
    after = await _start(make_world, seeds, tmp_path / "data", keep_versions=1)
    assert _digests(after.telegram.calls) == []


async def test_gone_back_before_a_start(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """What a version holds that somebody went back to is no news after a restart either."""
    world = await _start(make_world, seeds, tmp_path / "data")
    await world.say("/watch 热射病")
    first = world.office.desk.corpus.version
    (seeds / "医院.txt").unlink()
    assert await _reload(world) == []
    (listed,) = await world.say("/rollback", chat=CHAT, user=ADMIN)
    await world.press(f"back:{ADMIN['id']}:{first}:1:0", listed, ADMIN, CHAT)
    await world.settled()
    assert world.office.desk.corpus.version == first
    assert _digests((await _start(make_world, seeds, tmp_path / "data")).telegram.calls) == []


async def _go_back(world: World, version: str) -> list[Call]:
    """Go back to a version and return the digests."""
    before = len(world.telegram.calls)
    await world.press(f"back:{ADMIN['id']}:{version}:1:0", None, ADMIN, CHAT)
    calls = _digests((await world.settled())[before:])
    assert world.office.desk.corpus.version == version
    return calls


async def test_gone_back_and_on_again(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """What was there before somebody went back is no news when a reload, or a start, brings it again; what is new is."""
    world = await _start(make_world, seeds, tmp_path / "data")
    first = world.office.desk.corpus.version
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    await world.say("/watch 图书馆")
    assert await _go_back(world, first) == []
    assert await _reload(world) == []
    assert await _go_back(world, first) == []
    _print(seeds, "二.txt", MORE)
    (digest,) = await _reload(world)
    assert "1 篇" in digest.text and "添新书" in digest.text
    assert await _go_back(world, first) == []
    Corpus.open(seeds, data=tmp_path / "data", sync=False).reload()
    assert _digests((await _start(make_world, seeds, tmp_path / "data")).telegram.calls) == []


async def test_gone_and_back(world: World, seeds: Path) -> None:
    """An article that left and came again is not told twice."""
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    assert len(await _reload(world)) == 1
    (seeds / "一.txt").rename(seeds / "一.bak")
    assert await _reload(world) == []
    (seeds / "一.bak").rename(seeds / "一.txt")
    assert await _reload(world) == []


async def test_two_files_that_count_their_rows_from_1(world: World, seeds: Path) -> None:
    """The article of the second file is news of its own, at once or later, though it has the id of one that was told."""
    await world.say("/watch 植物园")
    for name in ("江州", "海城", "清溪"):
        row = {"id": "1", "title": f"{name}植物园开放", "text": f"{name}植物园今天开放。"}
        _print(seeds, f"{name}.jsonl", json.dumps(row))
        if name != "江州":
            (digest,) = await _reload(world)
            told = [n for n in ("江州", "海城", "清溪") if f"《{n}植物园开放》" in digest.text]
            assert told == (["江州", "海城"] if name == "海城" else ["清溪"])
    assert await _reload(world) == []


async def test_a_flood_of_news(world: World, seeds: Path) -> None:
    """A long digest lists ten and counts the rest, within Telegram's limits."""
    await world.say("/watch 图书馆")
    long = "图书馆" * 20
    for n in range(30):
        _print(seeds, f"{n:02}{long}.md", f"# 第{n}图书馆{long}\n\n第{n}图书馆今天开放,<b>欢迎</b>光临。")
    (digest,) = await _reload(world)
    assert "30 篇" in digest.text and "另有 20 项" in digest.text
    assert await _reload(world) == []


def test_the_longest_digest(shared_corpus: Corpus) -> None:
    """As many articles as may be listed, each under a query of its own, still make a message that Telegram takes."""
    some = shared_corpus.articles()[0]
    article = replace(some, text="志愿者" * 100, parts=(), source="冰城健康志愿服务中心" * 20)
    found = tuple((f"{n}号" + "图书馆" * 30, Sighting(article, 0, 3)) for n in range(20))
    card = digest_card(News(42, "zh", found), texts_in("zh"), "jianbao_bot", 20)
    judge("sendMessage", {"chat_id": 42, "text": card.text, "parse_mode": "HTML"})
    said = as_plain(card.text)
    left = int(said.split("另有 ")[1].split()[0])
    assert said.count("📰") == 20 - left > 15


async def test_quiet_hours(
    make_world: MakeWorld, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the quiet hours news is held back; then one message tells it, also after a restart."""
    asleep = True
    monkeypatch.setattr(watch, "is_quiet", lambda settings: asleep)
    world = await make_world(Corpus.open(seeds), store=Store(tmp_path / "x.sqlite3"))
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    _print(seeds, "二.txt", MORE)
    assert await _reload(world) == []
    after = await make_world(Corpus.open(seeds), store=Store(tmp_path / "x.sqlite3"))
    asleep = False
    async with watch.telling(after.office, after.app.bot):
        for _ in range(200):
            if _digests(after.telegram.calls):
                break
            await asyncio.sleep(0.01)
    (digest,) = _digests(after.telegram.calls)
    assert "2 篇" in digest.text
    await tell_watchers(after.office, after.app.bot)
    assert len(_digests(after.telegram.calls)) == 1


async def test_gone_back_at_night(
    make_world: MakeWorld, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """News that was away in the morning, because somebody went back a version at night, is told when it is back."""
    asleep = True
    monkeypatch.setattr(watch, "is_quiet", lambda settings: asleep)
    corpus = Corpus.open(seeds, data=tmp_path / "data")
    world = await make_world(corpus, store=Store(tmp_path / "x.sqlite3"))
    first = corpus.version
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    await world.press(f"back:{ADMIN['id']}:{first}:1:0", None, ADMIN, CHAT)
    await world.settled()
    assert corpus.version == first
    asleep = False
    await tell_watchers(world.office, world.app.bot)
    assert _digests(world.telegram.calls) == []
    (digest,) = await _reload(world)
    assert "夜间开放" in digest.text
    assert await _reload(world) == []


async def test_one_of_two_watches_dropped(
    make_world: MakeWorld, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that two watches fit is told once, also where one of them is dropped in the quiet hours."""
    asleep = True
    monkeypatch.setattr(watch, "is_quiet", lambda settings: asleep)
    world = await make_world(Corpus.open(seeds))
    for query in ("图书馆", "夜间开放"):
        await world.say(f"/watch {query}")
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    await world.say("/unwatch 图书馆")
    asleep = False
    await tell_watchers(world.office, world.app.bot)
    (digest,) = _digests(world.telegram.calls)
    assert "1 篇" in digest.text and "夜间开放" in digest.text
    await world.say("/watch 读者")
    (seeds / "一.txt").rename(seeds / "一.bak")
    assert await _reload(world) == []
    (seeds / "一.bak").rename(seeds / "一.txt")
    assert await _reload(world) == []


@pytest.mark.parametrize(
    ("first", "last", "zone", "hour", "quiet"),
    [
        ("22:00", "07:00", "Asia/Shanghai", 14, True),
        ("22:00", "07:00", "Asia/Shanghai", 22, True),
        ("22:00", "07:00", "Asia/Shanghai", 23, False),
        ("22:00", "07:00", "UTC", 14, False),
        ("01:00", "05:00", "UTC", 4, True),
        ("01:00", "05:00", "UTC", 5, False),
        ("00:00", "00:00", "UTC", 0, False),
    ],
)
def test_is_quiet(first: str, last: str, zone: str, hour: int, quiet: bool) -> None:
    """Quiet hours reach over midnight, and are those of the time zone."""
    defaults = load_settings(None, {}, {}).model_dump()
    hours = defaults["watching"] | {"quiet_from": first, "quiet_until": last, "timezone": zone}
    settings = load_settings(None, {"watching": hours}, {}).watching
    assert is_quiet(settings, datetime(2025, 5, 20, hour, tzinfo=UTC)) is quiet


async def test_a_user_who_blocked_us(world: World, seeds: Path) -> None:
    """Who blocked the bot is forgotten, and the others are told."""
    await world.say("/watch 图书馆")
    await world.say("/watch 图书馆", chat=THEIRS, user=OTHER)
    _blocked(world, 403, "Forbidden: bot was blocked by the user")
    _print(seeds, "一.txt", NEW)
    (digest,) = await _reload(world)
    assert digest.params["chat_id"] == 43
    assert world.office.desk.watches.of(42) == [] and world.office.desk.watches.of(43)


def _blocked(world: World, code: int, words: str) -> None:
    world.telegram.faults = [
        lambda c: fault(code, words) if c.method == "sendMessage" and c.params["chat_id"] == 42 else None
    ]


async def test_telegram_away(world: World, seeds: Path) -> None:
    """What could not be sent waits for the next time."""
    await world.say("/watch 图书馆")
    _blocked(world, 502, "Bad Gateway")
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    world.telegram.faults = []
    await tell_watchers(world.office, world.app.bot)
    await tell_watchers(world.office, world.app.bot)
    assert len(_digests(world.telegram.calls)) == 1


@pytest.mark.parametrize(
    ("error", "arrives"),
    [
        (httpx.ConnectTimeout, False),
        (httpx.PoolTimeout, False),
        (httpx.ReadTimeout, True),
        (httpx.ReadError, True),
    ],
)
async def test_a_connection_that_fails(
    world: World, seeds: Path, error: type[httpx.HTTPError], arrives: bool
) -> None:
    """A digest that was never sent waits for the next time; one that may have arrived is not sent again."""
    await world.say("/watch 图书馆")
    world.telegram.losses = [None, (error("away"), arrives)]  # the report of the reload is sent before
    _print(seeds, "一.txt", NEW)
    assert len(await _reload(world)) == arrives
    await tell_watchers(world.office, world.app.bot)
    await tell_watchers(world.office, world.app.bot)
    assert len(_digests(world.telegram.calls)) == 1


async def test_listing_and_dropping(world: World, seeds: Path) -> None:
    """/watches lists with buttons to drop; /unwatch names one."""
    assert "还没有" in (await world.say("/watches"))[0].text
    for query in ("图书馆", "新书", "热射病"):
        await world.say(f"/watch {query}")
    (listed,) = await world.say("/watches")
    assert list(listed.buttons) == ["✖ 图书馆", "✖ 新书", "✖ 热射病"]
    left, _ = await world.press(listed.data("图书馆"), listed)
    assert list(left.buttons) == ["✖ 新书", "✖ 热射病"]
    assert notices(await world.press(listed.data("图书馆"), listed)) == ["这一条已经不在了。"]
    assert "不再留意“新书”" in (await world.say("/unwatch 新书"))[0].text
    (unknown,) = await world.say("/unwatch 没有的")
    assert "您没有在留意“没有的”" in unknown.text and list(unknown.buttons) == ["✖ 热射病"]
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/watch", "写在命令后面"),
        ("/watch 什么时候", "没看出"),
        ("/watch 🌶️", "没看出"),
        ("/watch " + "图" * 101, "没看出"),
    ],
)
async def test_what_cannot_be_watched(world: World, said: str, answer: str) -> None:
    """A watch needs a telling word, and not too many."""
    assert answer in (await world.say(said))[0].text
    assert world.office.desk.watches.of(42) == []


async def test_too_many(make_world: MakeWorld) -> None:
    """The number of watches is limited; the same one again doesn't count."""
    world = await make_world(watching={"per_user": 2})
    said = [(await world.say(f"/watch {q}"))[0].text for q in ("图书馆", "新书", "新书", "门诊")]
    assert "最多留意 2 样" in said[3] and "最多" not in said[2]
    assert len(world.office.desk.watches.of(42)) == 2


async def test_switched_off(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """With watching.per_user: 0 neither menu nor help offers it, who asks for it is told, and nobody is told of news."""
    store = Store(tmp_path / "x.sqlite3")
    before = await make_world(Corpus.open(seeds), store=store, watching=ALWAYS)
    await before.say("/watch 图书馆")
    world = await make_world(Corpus.open(seeds), store=store, watching={"per_user": 0, **ALWAYS})
    for typed in ("/watch 图书馆", "/watches", "/unwatch 图书馆"):
        assert (await world.say(typed))[0].text == "留意新报道这一项，这里没有开。"
    assert "没有开" in (await world.say("/watch@jianbao_bot 图书馆", chat=GROUP))[0].text
    assert "/watch" not in (await world.say("/help"))[0].text
    assert "/watch" in (await before.say("/help"))[0].text
    await set_menus(world.app.bot, world.office.desk.settings)
    menus = [call.params["commands"] for call in world.telegram.calls if call.method == "setMyCommands"]
    assert menus and not [c for menu in menus for c in menu if "watch" in c["command"]]
    _print(seeds, "图书馆.txt", NEW)
    assert await _reload(world) == []


async def test_anothers_watch(world: World) -> None:
    """Forged data drops nobody else's watch."""
    await world.say("/watch 图书馆")
    (kept,) = world.office.desk.watches.of(42)
    for data in (f"unw:43:{kept.id}:0:0", "unw:43:-1:0:0", "unw:43::0:0"):
        await world.press(data, None, OTHER, THEIRS)
    await world.press(f"unw:42:{kept.id}:0:0", None, OTHER, THEIRS)
    assert world.office.desk.watches.of(42) == [kept]


async def test_a_broken_database(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """Where the database is broken, watching says that its memory fails, and reloads go on."""
    store = Store(tmp_path / "x.sqlite3")
    store._file.execute("DROP TABLE watch")  # type: ignore[union-attr]
    world = await make_world(Corpus.open(seeds), store=store, watching=ALWAYS)
    assert "记不牢" in (await world.say("/watch 图书馆"))[0].text
    _print(seeds, "一.txt", NEW)
    assert len(await _reload(world)) == 1


async def test_a_database_that_can_only_be_read(
    make_world: MakeWorld, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it can't be noted who was told, nobody is told twice all the same, nor once it can be written again."""
    asleep = True
    monkeypatch.setattr(watch, "is_quiet", lambda settings: asleep)
    store = Store(tmp_path / "x.sqlite3")
    world = await make_world(Corpus.open(seeds), store=store)
    await world.say("/watch 图书馆")
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    asleep = False
    for read_only in ("ON", "ON", "ON", "OFF"):
        store._file.execute(f"PRAGMA query_only = {read_only}")  # type: ignore[union-attr]
        store._rest_until = 0.0  # half a minute later
        await tell_watchers(world.office, world.app.bot)
    assert len(_digests(world.telegram.calls)) == 1
    after = await make_world(Corpus.open(seeds), store=Store(tmp_path / "x.sqlite3"))
    await tell_watchers(after.office, after.app.bot)
    assert _digests(after.telegram.calls) == []


async def test_news_while_the_database_fails(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """What came while nothing could be noted is told once it can, though another reload came in between."""
    store = Store(tmp_path / "x.sqlite3")
    corpus = Corpus.open(seeds, data=tmp_path / "data", keep_versions=5)
    world = await make_world(corpus, store=store, watching=ALWAYS)
    await world.say("/watch 图书馆")
    assert await _reload(world) == []
    store._file.execute("PRAGMA query_only = ON")  # type: ignore[union-attr]
    store.set_language(42, "zh")
    assert store.failing
    _print(seeds, "一.txt", NEW)
    assert await _reload(world) == []
    store._file.execute("PRAGMA query_only = OFF")  # type: ignore[union-attr]
    store._rest_until = 0.0  # half a minute later
    _print(seeds, "二.txt", MORE)
    (digest,) = await _reload(world)
    assert "夜间开放" in digest.text and "添新书" in digest.text
    assert await _reload(world) == []


async def test_in_a_group(world: World) -> None:
    """Watching is for the private chat."""
    assert await world.say("/watch 图书馆", chat=GROUP) == []
    assert world.office.desk.watches.of(ME["id"]) == []


@pytest.mark.parametrize(
    "bad",
    [
        {"timezone": "Mars/Olympus"},
        {"quiet_from": 1320},
        {"quiet_until": "25:00"},
        {"quiet_from": "22:00+08:00"},
        {"quiet_until": "07:00Z"},
    ],
)
def test_settings(bad: dict[str, Any]) -> None:
    """A time zone that isn't one, or a time that YAML read as a number or that names a zone, is refused by key."""
    hours = load_settings(None, {}, {}).model_dump()["watching"] | bad
    with pytest.raises(Exception, match="watching"):
        load_settings(None, {"watching": hours}, {})


async def test_what_another_process_published(make_world: MakeWorld, seeds: Path, tmp_path: Path) -> None:
    """A reload at a shell is news for the watchers too, once and with no reload here."""
    world = await make_world(Corpus.open(seeds, data=tmp_path / "index"), watching=ALWAYS)
    world.office.desk.watches.catch_up(world.office.desk.corpus)
    await world.say("/watch 图书馆")
    _print(seeds, "图书馆.txt", NEW)
    Corpus.open(seeds, data=tmp_path / "index")
    assert world.office.desk.corpus.catch_up()
    for _ in range(2):
        await tell_watchers(world.office, world.app.bot)
    (digest,) = _digests(world.telegram.calls)
    assert "江州图书馆夜间开放" in digest.text
