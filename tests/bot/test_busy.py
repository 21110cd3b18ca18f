"""Under load: a bounded queue, a plain word for who finds it full, and other processes that do the answering."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from bot.cards.press import Act, Press
from bot.cards.texts import LANGUAGES, texts_in
from config.settings import load_settings
from retrieval.corpus import Corpus
from retrieval.errors import BusyError
from retrieval.records import Answer
from retrieval.service import Service
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import ADMIN, GROUP, ME, Call, World, notices

BUSY = texts_in("zh").plain("why_busy")
FULL = 3  # questions that two threads and one place to wait have room for


class Gate(Service):
    """A service that answers nobody until it is opened."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus)
        self.opened = threading.Event()

    def ask(self, question: str, **more: Any) -> Answer:
        assert self.opened.wait(60)
        return super().ask(question, **more)


@pytest.fixture
def gate(shared_corpus: Corpus) -> Iterator[Gate]:
    gate = Gate(shared_corpus)
    yield gate
    gate.opened.set()


@asynccontextmanager
async def full(world: World, gate: Gate) -> AsyncIterator[None]:
    """Let as many people ask as there is room for; at the end all of them have their answer."""
    sent = len(world.telegram.calls)
    chats = [{"id": 500 + n, "type": "private", "first_name": "某"} for n in range(FULL)]
    users = [chat | {"is_bot": False} for chat in chats]
    asking = [
        asyncio.create_task(world.say(QUESTION, chat, user)) for chat, user in zip(chats, users, strict=True)
    ]
    while world.office._room:  # noqa: ASYNC110 (nobody tells when it is full)
        await asyncio.sleep(0)
    yield
    gate.opened.set()
    await asyncio.gather(*asking)
    answered = [c.params["chat_id"] for c in world.telegram.calls[sent:] if "2024年6月" in c.text]
    assert sorted(answered) == [chat["id"] for chat in chats]


def shown(calls: list[Call]) -> list[str]:
    """Return what a reader sees: messages, notices on buttons, buttons over a list."""
    inline = [c.params["button"]["text"] for c in calls if c.method == "answerInlineQuery"]
    return [c.text for c in calls if c.method == "sendMessage"] + [n for n in notices(calls) if n] + inline


MENTIONED = f"@jianbao_bot {QUESTION}"
SURFACES: dict[str, dict[str, Any]] = {
    "a private question": {"text": QUESTION},
    "a command": {"text": f"/ask {QUESTION}"},
    "a question corrected": {"text": QUESTION, "kind": "edited_message"},
    "a mention": {"text": MENTIONED, "chat": GROUP},
    "a command in a group": {"text": f"/ask {QUESTION}", "chat": GROUP},
    "a quotation": {"text": "/verify 门诊主任李春梅说"},
    "a link": {"text": "/start 29c9efb029ed6a49_0"},
}


@pytest.mark.parametrize("surface", SURFACES)
async def test_said_in_words(make_world: MakeWorld, gate: Gate, surface: str) -> None:
    """Who finds the queue full is told so at once; who waits is answered."""
    world = await make_world(service=gate, search={"waiting": 1})
    async with full(world, gate):
        assert shown(await world.say(**SURFACES[surface])) == [BUSY]


async def test_said_inline(make_world: MakeWorld, gate: Gate) -> None:
    """Inline the word stands over the empty list, and Telegram doesn't keep it."""
    world = await make_world(service=gate, search={"waiting": 1})
    async with full(world, gate):
        (call,) = await world.feed(inline_query={"id": "1", "from": ME, "query": QUESTION, "offset": ""})
        assert call.params["button"]["text"] == BUSY
        assert call.params["results"] == [] and call.params["cache_time"] == 1


async def test_said_on_a_button(make_world: MakeWorld, gate: Gate) -> None:
    """A press that has to ask again says so too, and leaves the card as it is."""
    world = await make_world(service=gate, search={"waiting": 1})
    gate.opened.set()
    (card,) = await world.say(QUESTION)
    (help,) = await world.say("/help")
    gate.opened.clear()
    example = next(iter(help.buttons))
    async with full(world, gate):
        presses = [(card, card.data("👍")), (card, card.data("全文")), (help, help.data(example))]
        for on, data in (*presses, (card, Press(Act.SHELF, 42).data)):
            calls = await world.press(data, on)
            assert [c.method for c in calls] == ["answerCallbackQuery"] and notices(calls) == [BUSY]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_the_readers_language(make_world: MakeWorld, gate: Gate, language: str) -> None:
    """The word is one of the reader's language, short enough for every surface."""
    world = await make_world(service=gate, search={"waiting": 1})
    world.office.desk.store.set_language(ME["id"], language)
    busy = texts_in(language).plain("why_busy")
    async with full(world, gate):
        assert shown(await world.say(QUESTION)) == [busy] and len(busy) <= 100


async def test_no_bound_for_the_rest(make_world: MakeWorld, gate: Gate) -> None:
    """An admin's work goes on while readers wait: it is neither refused nor behind them."""
    world = await make_world(service=gate, search={"waiting": 1})
    chat = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
    page = "\n图书馆开馆\n\n本报讯 市图书馆昨日开馆，藏书三万册。\n"
    async with full(world, gate):
        for command, words in {
            "/status": "运行",
            "/rollback": "没有可以退回",
            "/remove 医院.txt": "撤下",
        }.items():
            assert words in (await world.say(command, chat, ADMIN))[0].text
        *_, preview = await world.send_file("图书馆.txt", page.encode(), chat, ADMIN)
        assert "图书馆" in preview.text
        await world.say("/reload", chat, ADMIN)
        assert "重读完毕" in (await world.settled())[-1].text


async def test_the_bound(make_world: MakeWorld, gate: Gate) -> None:
    """Exactly as many wait as are allowed to; when they are through there is room again."""
    world = await make_world(service=gate, search={"waiting": 5})
    office = world.office
    asking = [asyncio.ensure_future(office.in_turn(gate.ask, QUESTION)) for _ in range(20)]
    done, waiting = await asyncio.wait(asking, timeout=0.1)
    assert (len(done), len(waiting)) == (13, 7)
    assert all(isinstance(task.exception(), BusyError) for task in done)
    gate.opened.set()
    assert all(answer.hits for answer in await asyncio.gather(*waiting))
    assert (await office.in_turn(gate.ask, QUESTION)).hits


@pytest.fixture
def corpus(tmp_path: Path, seeds: Path) -> Corpus:
    """A corpus that other processes can read."""
    return Corpus.open(seeds, data=tmp_path / "data")


async def test_processes_answer(
    make_world: MakeWorld, corpus: Corpus, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Questions, quotations and inline queries go to the processes, after a reload by the new pages."""
    with closing(Service(corpus, 1)) as service:
        await asyncio.to_thread(_up, service)
        for name in ("ask", "verify", "related"):  # here; the other process has its own
            monkeypatch.setattr(corpus, name, lambda *a, **k: 1 / 0)
        world = await make_world(corpus, service=service)
        (card,) = await world.say(QUESTION)
        assert "2024年6月" in card.text
        (found,) = await world.say("/verify 门诊主任李春梅说")
        assert "一字不差" in found.text
        (seeds / "桥.txt").write_text(
            "\n清江大桥通车\n\n全长一千二百米的清江大桥昨日通车。\n", encoding="utf-8"
        )
        await world.say("/reload", user=ADMIN)
        await world.settled()
        (card,) = await world.say("清江大桥全长多少米？")
        assert "桥.txt" in card.text


async def test_the_loop_runs_on(make_world: MakeWorld, corpus: Corpus) -> None:
    """Fifty people ask at once: each is answered, and the event loop goes on meanwhile."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    with closing(Service(corpus, 1)) as service:
        await asyncio.to_thread(_up, service)
        world = await make_world(corpus, service=service)
        ticking = asyncio.create_task(tick())
        people = [{"id": 600 + n, "type": "private", "first_name": "某"} for n in range(50)]
        await asyncio.gather(*(world.say(QUESTION, p, p | {"is_bot": False}) for p in people))
        ticking.cancel()
    cards = [c for c in world.telegram.calls if "2024年6月" in c.text]
    assert len(cards) == 50 and ticks >= 20


def _up(service: Service) -> None:
    deadline = time.monotonic() + 60
    while service.up < service.processes:
        assert time.monotonic() < deadline
        time.sleep(0.01)


async def test_memory_of_all(make_world: MakeWorld, corpus: Corpus) -> None:
    """/status counts the memory of the processes, too."""

    async def memory(service: Service) -> int:
        world = await make_world(corpus, service=service)
        (status,) = await world.say("/status", user=ADMIN)
        return int(status.text.split("内存 ")[1].split()[0])

    with closing(Service(corpus)) as alone, closing(Service(corpus, 1)) as service:
        await asyncio.to_thread(_up, service)
        assert await memory(service) > await memory(alone) + 50


def test_an_office_of_the_defaults(shared_corpus: Corpus) -> None:
    """By default a small corpus is searched in this process, and 64 questions may wait."""
    settings = load_settings(None, None, {})
    assert Service(shared_corpus, settings.search.processes).processes == 0
    assert settings.search.waiting == 64
