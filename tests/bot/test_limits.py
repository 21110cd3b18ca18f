"""Limits and floods."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from telegram import Chat, Message
from telegram.constants import FloodLimit
from telegram.ext import AIORateLimiter

from bot.handlers.answering import while_typing
from bot.memory.limits import RateLimit
from bot.talk.desk import Exchange
from bot.telegram.pacing import PatientRateLimiter
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import GROUP, OTHER, Call, World, fault


def test_a_full_minute() -> None:
    """So many a minute, one notice with the seconds to wait, then silence until there is room again."""
    now = [0.0]
    limit = RateLimit(2, clock=lambda: now[0])
    assert limit.take(1).allowed and limit.take(1).allowed
    now[0] = 20.5
    refused = limit.take(1)
    assert (refused.allowed, refused.notice, refused.wait_s) == (False, True, 40)
    assert not limit.take(1).notice
    assert limit.take(2).allowed
    now[0] = 60.0
    assert limit.take(1).allowed


def test_no_limit() -> None:
    """0 is no limit."""
    assert all(RateLimit(0).take(1).allowed for _ in range(1000))


def test_many_users() -> None:
    """However many people write, only so many are remembered."""
    limit = RateLimit(1, keys=10)
    for user in range(100):
        limit.take(user)
    assert len(limit._windows) == 10


async def test_a_reader_in_a_hurry(make_world: MakeWorld) -> None:
    """Over the limit there is one polite notice, not one a message; others are not held up."""
    world = await make_world(limits={"per_user_per_minute": 2})
    replies = [await world.say(QUESTION) for _ in range(6)]
    assert [len(calls) for calls in replies] == [1, 1, 1, 0, 0, 0]
    assert "歇" in replies[2][0].text
    other = {"id": 43, "type": "private", "first_name": "阿强"}
    assert "2024年6月" in (await world.say(QUESTION, chat=other, user=OTHER))[0].text


async def test_a_busy_group(make_world: MakeWorld) -> None:
    """A group has a limit of its own."""
    world = await make_world(limits={"per_chat_per_minute": 1})
    await world.say(f"/ask {QUESTION}", chat=GROUP)
    (notice,) = await world.say(f"/ask {QUESTION}", chat=GROUP, user=OTHER)
    assert "这里问得有点快" in notice.text
    assert await world.say(f"/ask {QUESTION}", chat=GROUP, user=OTHER) == []


COMMANDS = ["start", "help", "about", "language", "sources", "ask", "verify", "watch", "watches", "unwatch"]
WITH_MORE = ["start help", "start 29c9efb029ed6a49_0", "watch 图书馆", "unwatch 图书馆"]


async def test_a_group_of_many(make_world: MakeWorld) -> None:
    """By default a group is promised no more answers a minute than Telegram lets out into it."""
    world = await make_world()
    users = [{"id": 100 + n, "is_bot": False, "first_name": "某"} for n in range(3)]
    replies = [(await world.say(f"/ask {QUESTION}", GROUP, users[n % 3])) for n in range(30)]
    told = [call.text for calls in replies for call in calls]
    assert sum("2024年6月" in text for text in told) == FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
    assert len(told) == FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP + 1 and "这里问得有点快" in told[-1]


async def test_a_private_chat_is_no_group(make_world: MakeWorld) -> None:
    """The limit of groups holds nobody up who asks in private."""
    world = await make_world(limits={"per_user_per_minute": 3, "per_chat_per_minute": 1})
    assert ["2024年6月" in (await world.say(QUESTION))[0].text for _ in range(3)] == [True] * 3


@pytest.mark.parametrize("command", COMMANDS + WITH_MORE)
async def test_a_command_in_a_hurry(make_world: MakeWorld, command: str) -> None:
    """A command counts once, as a question does."""
    world = await make_world(limits={"per_user_per_minute": 2})
    replies = [await world.say(f"/{command}") for _ in range(4)]
    assert [len(calls) for calls in replies] == [1, 1, 1, 0]
    assert "歇" in replies[2][0].text


async def _drained(world: World) -> list[Call]:
    """Work off the queue and return the messages that were sent."""
    async with asyncio.timeout(40):
        await world.app.update_queue.join()
    return [call for call in world.telegram.calls if call.method == "sendMessage"]


async def test_a_flood(make_world: MakeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """1,000 updates at once lose no message and keep each chat's order."""
    world = await make_world(limits={"per_user_per_minute": 0, "per_chat_per_minute": 0})
    asked: dict[int, list[int]] = defaultdict(list)
    ask = world.office.desk.ask

    def noted(question: str, user: int, previous: str | None = None, **more: Any) -> Exchange:
        asked[user].append(int(question.removeprefix("没有的事")))
        return ask(question, user, previous, **more)

    monkeypatch.setattr(world.office.desk, "ask", noted)
    for n in range(1000):
        user = {"id": 100 + n % 49, "is_bot": False, "first_name": "某"}
        chat = {"id": 100 + n % 49, "type": "private", "first_name": "某"}
        text = f"没有的事{n}" if n % 3 else "/about"
        await world.app.update_queue.put(world.update(message=world.message(text, chat, user)))
    cards = await _drained(world)
    assert len(cards) == 1000
    assert sum(len(numbers) for numbers in asked.values()) == 666
    assert all(numbers == sorted(numbers) for numbers in asked.values())


async def test_order_within_a_chat(make_world: MakeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow question holds up its own chat, in order, and no other chat."""
    world = await make_world(limits={"per_user_per_minute": 0, "per_chat_per_minute": 0})
    ask = world.office.desk.service.ask

    def slow_at_first(question: str, **more: object) -> object:
        if "志愿" in question:
            time.sleep(0.4)
        return ask(question, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(world.office.desk.service, "ask", slow_at_first)
    other = {"id": 43, "type": "private", "first_name": "阿强"}
    for text, chat in ((QUESTION + "志愿", None), ("热射病门诊", None), ("心理健康宣传月", other)):
        message = world.message(text, *((chat, OTHER) if chat else ()))
        await world.app.update_queue.put(world.update(message=message))
    first, second, third = await _drained(world)
    assert first.params["chat_id"] == 43
    assert "2024年6月" in second.text and "热射病" in third.text


async def test_too_many_requests(make_world: MakeWorld) -> None:
    """Telegram's 429 is waited out, and the answer arrives."""
    world = await make_world(limiter=PatientRateLimiter())
    left = [fault(429, "Too Many Requests: retry after 1", retry_after=1)]
    world.telegram.faults = [lambda call: left.pop() if left and call.method == "sendMessage" else None]
    (card,) = await world.say(QUESTION)
    assert "2024年6月" in card.text


async def test_too_many_requests_in_another_chat(make_world: MakeWorld) -> None:
    """While one chat waits for a 429 to pass, the others are answered."""
    world = await make_world(limiter=PatientRateLimiter())
    left = [fault(429, "Too Many Requests: retry after 1", retry_after=1)]
    world.telegram.faults = [lambda call: left.pop() if left and call.params.get("chat_id") == 42 else None]
    waiting = asyncio.create_task(world.say(QUESTION))
    while left:  # noqa: ASYNC110 (nobody tells when it is refused)
        await asyncio.sleep(0)
    other = {"id": 43, "type": "private", "first_name": "阿强"}
    await world.say(QUESTION, chat=other, user=OTHER)
    await waiting
    assert [c.params["chat_id"] for c in world.telegram.calls if "2024年6月" in c.text] == [43, 42]


async def test_far_too_many_requests(make_world: MakeWorld, caplog: pytest.LogCaptureFixture) -> None:
    """A 429 that would last for an hour is not waited out: one line in the log, and on to the next."""
    world = await make_world(limiter=PatientRateLimiter())
    world.telegram.faults = [lambda call: fault(429, "Too Many Requests", retry_after=3600)]
    async with asyncio.timeout(10):
        assert await world.say(QUESTION) == []
    (line,) = (record for record in caplog.records if record.levelno >= logging.WARNING)
    assert "was not answered" in line.message and line.exc_info is None


async def test_a_short_outage(make_world: MakeWorld) -> None:
    """A server that is away for a moment gets the answer when it is back."""
    world = await make_world(limiter=PatientRateLimiter(pauses=(0.01, 0.01)))
    left = [fault(502, "Bad Gateway"), fault(502, "Bad Gateway")]
    world.telegram.faults = [lambda call: left.pop() if left and call.method == "sendMessage" else None]
    (card,) = await world.say(QUESTION)
    assert "2024年6月" in card.text


async def test_a_long_outage(make_world: MakeWorld) -> None:
    """A server that stays away makes the bot give that answer up, and go on."""
    world = await make_world(limiter=PatientRateLimiter(pauses=(0.01,)))
    world.telegram.faults = [lambda call: fault(502, "Bad Gateway")]
    assert await world.say(QUESTION) == []
    world.telegram.faults = []
    assert len(await world.say(QUESTION)) == 1


@pytest.mark.parametrize("error", [httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ConnectError])
async def test_a_connection_that_fails(make_world: MakeWorld, error: type[httpx.HTTPError]) -> None:
    """What was never sent is sent again."""
    world = await make_world(limiter=PatientRateLimiter(pauses=(0.01, 0.01)))
    world.telegram.losses = [(error("away"), False)] * 2
    (card,) = await world.say(QUESTION)
    assert "2024年6月" in card.text


@pytest.mark.parametrize("error", [httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError])
async def test_a_connection_that_breaks_off(make_world: MakeWorld, error: type[httpx.HTTPError]) -> None:
    """A card that may have arrived is not sent a second time."""
    world = await make_world(limiter=PatientRateLimiter(pauses=(0.01, 0.01)))
    world.telegram.losses = [(error("reset"), True)]
    (card,) = await world.say(QUESTION)
    assert "2024年6月" in card.text


def test_the_limiter_is_telegrams_own() -> None:
    """The library's limiter keeps 30 a second and 20 a minute and group; ours only adds patience."""
    assert issubclass(PatientRateLimiter, AIORateLimiter)


async def test_requests_that_are_too_many_for_long(make_world: MakeWorld) -> None:
    """An answer comes late rather than never; what is of no use by then is given up sooner."""
    world = await make_world(limiter=PatientRateLimiter(longest=0.5, patience=3))
    left = [fault(429, "Too Many Requests: retry after 1", retry_after=1)]
    world.telegram.faults = [lambda call: left.pop() if left and call.method == "sendMessage" else None]
    (card,) = await world.say(QUESTION)
    assert "2024年6月" in card.text
    left = [fault(429, "Too Many Requests: retry after 1", retry_after=1)]
    world.telegram.faults = [
        lambda call: left.pop() if left and call.method == "answerCallbackQuery" else None
    ]
    await world.press(card.data("👍"), card)
    assert not left and all(call.method != "answerCallbackQuery" for call in world.telegram.calls)


async def test_the_bot_stops_while_telegram_makes_it_wait(make_world: MakeWorld) -> None:
    """It waits no longer then."""
    limiter = PatientRateLimiter()
    world = await make_world(limiter=limiter)
    world.telegram.faults = [lambda call: fault(429, "Too Many Requests", retry_after=600)]
    asked = asyncio.create_task(world.say(QUESTION))
    await asyncio.sleep(0.5)
    assert not asked.done()
    limiter.hurry()
    async with asyncio.timeout(10):
        await asked


async def test_what_is_ready_waits_for_no_sign_of_typing(make_world: MakeWorld) -> None:
    """A 429 of the sign alone holds up no answer."""
    world = await make_world(limiter=PatientRateLimiter())
    (card,) = await world.say(QUESTION)
    refused: list[Call] = []

    def busy(call: Call) -> Any:
        if call.method != "sendChatAction":
            return None
        refused.append(call)
        return fault(429, "Too Many Requests", retry_after=30)

    world.telegram.faults = [busy]
    message = Message(card.message_id, datetime.now(UTC), Chat(42, "private"))
    message.set_bot(world.app.bot)
    async with asyncio.timeout(10):
        assert await while_typing(message, asyncio.sleep(0.6, "done")) == "done"
    assert refused
