"""Webhook and polling: how updates come in, and how the bot starts and stops."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Update

from bot import app
from bot.app import UPDATES, BotStartError, build, polling, run_bot, serve
from bot.memory.redaction import RedactingFormatter, without_secrets
from bot.memory.store import Store
from bot.telegram.menus import set_menus
from bot.telegram.pacing import PatientRateLimiter
from bot.telegram.transport import SiftingRequest, sifted
from config.settings import Settings, load_settings
from retrieval.corpus import Corpus
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import BOT, Call, NoLimit, World, fault

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@asynccontextmanager
async def _hooked_at(path: str, make_world: MakeWorld) -> AsyncIterator[tuple[World, httpx.AsyncClient]]:
    port = _free_port()
    hook = {"url": f"https://example.org{path}", "port": port, "secret": "s3cret"}
    world = await make_world(running=False, webhook=hook)
    stop = asyncio.Event()
    task = asyncio.create_task(serve(world.app, stop))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        for _ in range(200):
            await asyncio.sleep(0.01)
            if any(
                c.method == "setMyCommands" and "chat_id" in c.params["scope"] for c in world.telegram.calls
            ):
                break  # the admin's menu is the last thing that is set
        yield world, client
        stop.set()
        await task


@pytest.fixture
async def hooked(make_world: MakeWorld) -> Any:
    """A world that receives its updates by webhook, and the client that plays Telegram's part."""
    async with _hooked_at("/hook/here", make_world) as both:
        yield both


def _raw(world: World, text: str = QUESTION) -> dict[str, Any]:
    return {"update_id": 5, "message": world.message(text)}


async def _sent(world: World) -> list[str]:
    await world.app.update_queue.join()
    return [c.text for c in world.telegram.calls if c.method == "sendMessage"]


async def test_an_update(hooked: tuple[World, httpx.AsyncClient]) -> None:
    """With the secret an update is taken and answered; Telegram was told address, secret and kinds of update."""
    world, client = hooked
    assert (await client.post("/hook/here", json=_raw(world), headers=SECRET)).status_code == 200
    assert "2024年6月" in (await _sent(world))[0]
    set_webhook = next(c for c in world.telegram.calls if c.method == "setWebhook").params
    assert set_webhook["url"] == "https://example.org/hook/here"
    assert set_webhook["secret_token"] == "s3cret" and set_webhook["allowed_updates"] == UPDATES


async def test_a_path_with_signs(make_world: MakeWorld) -> None:
    """The address is taken as it is written, and no other one."""
    async with _hooked_at("/hook+v1(a.b)", make_world) as (world, client):
        assert (await client.post("/hook+v1(a.b)", json=_raw(world), headers=SECRET)).status_code == 200
        assert (await client.post("/hook+v1(a_b)", json=_raw(world), headers=SECRET)).status_code == 404
        assert len(await _sent(world)) == 1


@pytest.mark.parametrize("path", ["/剪报/v1", "/%E5%89%AA%e6%8a%a5/v1"])
async def test_a_path_in_chinese(make_world: MakeWorld, path: str) -> None:
    """It is known as every client encodes it, and Telegram is told it encoded."""
    async with _hooked_at(path, make_world) as (world, client):
        (hook,) = (c.params["url"] for c in world.telegram.calls if c.method == "setWebhook")
        assert hook.isascii() and hook.upper() == "HTTPS://EXAMPLE.ORG/%E5%89%AA%E6%8A%A5/V1"
        for called in ("/剪报/v1", httpx.URL(hook).raw_path.decode(), "/%e5%89%aa%E6%8A%A5/%761"):
            assert (await client.post(called, json=_raw(world), headers=SECRET)).status_code == 200
        assert (await client.post("/剪/v1", json=_raw(world), headers=SECRET)).status_code == 404
        assert len(await _sent(world)) == 3


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}, {"X-Telegram-Bot-Api-Secret-Token": "s3cre"}],
)
async def test_without_the_secret(hooked: tuple[World, httpx.AsyncClient], headers: dict[str, str]) -> None:
    """Without the right secret nothing is taken."""
    world, client = hooked
    assert (await client.post("/hook/here", json=_raw(world), headers=headers)).status_code == 403
    assert await _sent(world) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 200),
        (b"7", 200),
        (b'{"update_id": 1, "message": {}}', 200),
        (b'{"update_id": 1, "message": {"message_id": "x", "chat": 3}}', 200),
    ],
)
async def test_what_is_no_update(hooked: tuple[World, httpx.AsyncClient], body: bytes, status: int) -> None:
    """What isn't JSON is refused; what the library can't read is dropped, or Telegram would send it for ever."""
    world, client = hooked
    assert (await client.post("/hook/here", content=body, headers=SECRET)).status_code == status
    assert await _sent(world) == []
    assert (await client.post("/hook/here", json=_raw(world), headers=SECRET)).status_code == 200
    assert len(await _sent(world)) == 1


async def test_health(hooked: tuple[World, httpx.AsyncClient]) -> None:
    """/healthz says that we are up; other addresses are unknown."""
    _, client = hooked
    assert (await client.get("/healthz")).text == "ok"
    assert (await client.get("/")).status_code == 404
    assert (await client.get("/hook/here")).status_code == 405


async def test_a_stop_while_answering(make_world: MakeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopping finishes the replies under way."""
    hook = {"url": "https://example.org/hook", "port": _free_port(), "secret": "s3cret"}
    world = await make_world(running=False, webhook=hook)
    ask = world.office.desk.service.ask

    begun = threading.Event()

    def slow(*a: Any, **k: Any) -> Any:
        begun.set()
        time.sleep(0.2)
        return ask(*a, **k)

    monkeypatch.setattr(world.office.desk.service, "ask", slow)
    stop = asyncio.Event()
    task = asyncio.create_task(serve(world.app, stop))
    await world.app.update_queue.put(Update.de_json(_raw(world), world.app.bot))
    assert await asyncio.to_thread(begun.wait, 10)
    stop.set()
    await task
    assert any("2024年6月" in c.text for c in world.telegram.calls)


async def test_description(hooked: tuple[World, httpx.AsyncClient]) -> None:
    """The line on the bot's profile is set for zh, en and all others, and only where it isn't there yet."""
    world, _ = hooked
    telegram = world.telegram
    assert {code: said[:3] for code, said in telegram.described.items()} == {
        None: "剪报：",
        "zh": "剪报：",
        "en": "Jia",
    }
    await set_menus(world.app.bot, world.office.desk.settings)
    assert [call.method for call in telegram.calls].count("setMyShortDescription") == 3


async def test_menus_that_must_wait(make_world: MakeWorld) -> None:
    """Where Telegram makes us wait with the menus, the bot serves meanwhile, and stops when it is told to."""
    hook = {"url": "https://example.org/hook", "port": _free_port(), "secret": "s3cret"}
    world = await make_world(running=False, webhook=hook, limiter=PatientRateLimiter())
    asked = asyncio.Event()

    def refused(call: Call) -> Any:
        if call.method not in ("setMyCommands", "setMyShortDescription"):
            return None
        asked.set()
        return fault(429, "Too Many Requests", retry_after=30)

    world.telegram.faults = [refused]
    stop = asyncio.Event()
    task = asyncio.create_task(serve(world.app, stop))
    async with asyncio.timeout(10):
        await asked.wait()
        await world.app.update_queue.put(Update.de_json(_raw(world), world.app.bot))
        assert "2024年6月" in (await _sent(world))[0]
        stop.set()
        await task


async def test_menus(hooked: tuple[World, httpx.AsyncClient]) -> None:
    """Menus are set for private chats, groups and each admin, in both languages."""
    world, _ = hooked
    menus = [c.params for c in world.telegram.calls if c.method == "setMyCommands"]
    scopes = {(m["scope"]["type"], m.get("language_code")) for m in menus}
    assert scopes >= {
        ("all_private_chats", "en"),
        ("all_group_chats", "zh"),
        ("all_private_chats", None),
        ("chat", None),
    }
    admin = next(m for m in menus if m["scope"]["type"] == "chat")
    assert {"reload", "status"} <= {c["command"] for c in admin["commands"]}
    others = [c["command"] for m in menus if m["scope"]["type"] != "chat" for c in m["commands"]]
    assert "reload" not in others and "status" not in others


def test_an_unreadable_update_among_others() -> None:
    """When polling, an update that can't be read is emptied, the others are kept."""
    good = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "问"},
    }
    bad = {"update_id": 2, "message": {"message_id": "x", "chat": 3}}
    payload = json.dumps({"ok": True, "result": [good, bad]}).encode()
    assert json.loads(sifted(payload)) == {"ok": True, "result": [good, {"update_id": 2}]}
    for odd in (b"", b"[]", b'{"ok": true, "result": true}', b'{"ok": true, "result": [3]}'):
        assert sifted(odd) == odd


@pytest.mark.parametrize("code", [401, 404])
async def test_a_refusal_while_polling(world: World, code: int) -> None:
    """A 401 or 404 that a server or a proxy gives once, after a start that went well, doesn't end the polling."""
    fetched: list[str] = []
    again = asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        method = request.url.path.rsplit("/", 1)[1]
        if method != "getUpdates":
            return httpx.Response(200, json={"ok": True, "result": BOT if method == "getMe" else True})
        fetched.append(method)
        if len(fetched) == 1:
            return httpx.Response(code, json=fault(code, "Not Found")[1])
        again.set()
        await asyncio.sleep(0.05)
        return httpx.Response(200, json={"ok": True, "result": []})

    request = SiftingRequest(httpx_kwargs={"transport": httpx.MockTransport(answer)})
    bot = build(world.office, "900:SECRETSECRETSECRETSECRET", request=request, limiter=NoLimit())
    async with bot, polling(bot), asyncio.timeout(10):
        await again.wait()


def test_a_start_that_fails(
    shared_corpus: Corpus, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unreachable API is one clear line, without the token."""
    monkeypatch.setenv("TELEGRAM_API_URL", f"http://127.0.0.1:{_free_port()}/")
    with pytest.raises(BotStartError, match="can't be reached") as caught:
        run_bot(settings(), shared_corpus, "1:a")
    assert "1:a" not in str(caught.value)


async def test_a_port_in_use(make_world: MakeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that another program has is one clear line that names the keys to change."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        hook = {"url": "https://example.org/hook", "port": port, "secret": "s3cret"}
        world = await make_world(running=False, webhook=hook)
        monkeypatch.setattr(app, "build", lambda *a, **k: world.app)
        with pytest.raises(BotStartError, match=rf"127.0.0.1:{port} .*in use.* webhook.port"):
            await app._run(world.office, "1:a", "")


async def test_a_webhook_that_telegram_refuses(
    make_world: MakeWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A webhook's address that Telegram doesn't take is one clear line with its reason."""
    hook = {"url": "http://example.org/hook", "port": _free_port(), "secret": "s3cret"}
    world = await make_world(running=False, webhook=hook)
    world.telegram.faults = [
        lambda c: fault(400, "Bad Request: bad webhook: HTTPS url") if c.method == "setWebhook" else None
    ]
    monkeypatch.setattr(app, "build", lambda *a, **k: world.app)
    with pytest.raises(BotStartError, match=r"webhook.url: Bad webhook: https url"):
        await app._run(world.office, "1:a", "")


def test_the_log_holds_no_secret() -> None:
    """Tokens and secrets are replaced in lines and in tracebacks."""
    format = RedactingFormatter(None, {"token": "1:abc", "webhook secret": "s3cret", "empty": ""}).format
    try:
        raise ValueError("POST https://api.telegram.org/bot1:abc/getMe")
    except ValueError as error:
        record = logging.LogRecord(
            "x",
            30,
            "x",
            1,
            "with %s and 123456:ABCDEFGHIJKLMNOPQRSTUV",
            ("s3cret",),
            (type(error), error, None),
        )
    line = format(record)
    assert "1:abc" not in line and "s3cret" not in line and "ABCDEFGH" not in line
    assert "/bot<token>/getMe" in line and "<webhook secret>" in line


@pytest.mark.parametrize(
    "address",
    ["http://bot:p@ssw0rd@127.0.0.1:1", "http://p@ssw0rd@127.0.0.1:1", "http://bot:ssw0rd@127.0.0.1:1"],
)
def test_a_login_in_an_address(address: str) -> None:
    """The whole of it is left out, also where the password holds an @."""
    said = without_secrets(f"the Bot API at {address}/x can't be reached; ask admin@example.org")
    assert said == "the Bot API at http://<login>@127.0.0.1:1/x can't be reached; ask admin@example.org"


def test_what_is_printed_of_the_bot(world: World) -> None:
    """Neither the bot nor what holds it shows the token, however it is printed."""
    shown = [world.app, world.app.bot, world.app.updater, {"bot": world.app.bot}]
    assert not any("SECRET" in print(it) for it in shown for print in (repr, str))
    assert "900" in repr(world.app)


def test_a_webhook_without_a_secret(tmp_path: Path) -> None:
    """A webhook needs a secret, of the characters Telegram allows."""
    for secret in ("", "a b", "字"):
        file = tmp_path / "my.yaml"
        file.write_text(f"webhook: {{url: 'https://x.org/h', secret: '{secret}'}}", encoding="utf-8")
        with pytest.raises(Exception, match="secret"):
            load_settings(file, {}, {})


async def test_what_is_kept_for_a_while_when_nobody_asks(
    make_world: MakeWorld, seeds: Path, tmp_path: Path
) -> None:
    """From the start on, questions, uploads that wait, damaged databases and half-written pages go when their time is over."""
    days = time.time() - 40 * 86_400
    store = Store(tmp_path / "data" / "bot.sqlite3", 30, lambda: now[0])
    now = [days]
    store.log_question(5, "老渡口哪年拆的？", None, False)
    store.note_asked(5, "老渡口哪年拆的？", None)
    old = [store._path.with_name("bot.sqlite3.broken-20260101-080000"), seeds / ".jianbao-part-1f"]  # type: ignore[union-attr]
    young = [store._path.with_name("bot.sqlite3.broken-20261130-080000"), seeds / ".jianbao-part-2f"]  # type: ignore[union-attr]
    waited = tmp_path / "data" / "uploads" / "k"
    waited.mkdir(parents=True)
    for path in (*old, *young):
        path.write_bytes(b"x")
    for path in (*old, waited):
        os.utime(path, (days, days))
    now[0] = time.time()
    hook = {"url": "https://example.org/hook", "port": _free_port(), "secret": "s3cret"}
    world = await make_world(Corpus.open(seeds), store=store, running=False, webhook=hook)
    stop = asyncio.Event()
    task = asyncio.create_task(serve(world.app, stop))
    async with asyncio.timeout(10):
        while old[1].exists():  # noqa: ASYNC110 (nobody tells)
            await asyncio.sleep(0.01)
    assert not store.rows("SELECT question FROM asked UNION SELECT question FROM question_log")
    assert not old[0].exists() and not waited.exists() and all(path.exists() for path in young)
    stop.set()
    await task
