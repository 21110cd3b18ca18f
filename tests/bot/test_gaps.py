"""What the corpus lacks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.cards.press import Act, Press
from bot.memory.gaps import gather
from bot.memory.store import Store
from retrieval.corpus import Corpus
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import ADMIN, GROUP, ME, World

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
_WORDS = {
    "猴痘有疫苗吗": ("猴痘", "疫苗"),
    "有没有猴痘的疫苗？": ("猴痘", "疫苗"),
    "猴痘疫苗多少钱": ("猴痘", "疫苗", "钱"),
    "流感疫苗": ("流感", "疫苗"),
    "？？": (),
}


def test_gathering() -> None:
    """Questions with mostly the same content words are one gap, the most frequent first."""
    asked = [("流感疫苗", "a", 2), *((q, who, 1) for q in _WORDS for who in "ab" if q != "流感疫苗")]
    first, second, third = gather(asked, _WORDS.__getitem__)
    assert first.count == 6 and len(first.wordings) == 3 and len(first.askers) == 2
    assert first.question == "有没有猴痘的疫苗？"
    assert {second.question, third.question} == {"流感疫苗", "？？"}


@pytest.fixture
async def logged(make_world: MakeWorld) -> World:
    """A world in which things were asked in vain, some long ago."""
    store = Store(None)
    for n, question in enumerate(["猴痘有疫苗吗？", "有没有猴痘的疫苗", "猴痘的疫苗呢", "量子引力是什么"]):
        store.log_question(n, question, None, False)
    store._clock = lambda: time.time() - 20 * 86_400
    store.log_question(1, "火星上有水吗", None, False)
    store._clock = time.time
    store.log_question(1, QUESTION, "x", True)
    return await make_world(store=store)


async def test_the_list(logged: World) -> None:
    """/gaps shows the week's gaps with counts; more days when asked."""
    (card,) = await logged.say("/gaps", chat=CHAT, user=ADMIN)
    assert "7 天" in card.text and "2 件" in card.text
    assert "3 次，3 人" in card.text and "3 种问法" in card.text
    assert "火星" not in card.text and QUESTION not in card.text
    (card,) = await logged.say("/gaps 30", chat=CHAT, user=ADMIN)
    assert "火星上有水吗" in card.text


@pytest.mark.parametrize("odd", ["abc", "-3", "0", "91", "9" * 20, "三", "7 8", "七天", "7周", "1.5", "²"])
async def test_days_that_cannot_be_told(logged: World, odd: str) -> None:
    """What is no number of days that are kept is answered by what was expected, never by some other days."""
    (card,) = await logged.say(f"/gaps {odd}", chat=CHAT, user=ADMIN)
    assert "1 到 90" in card.text and "没答上的" not in card.text


@pytest.mark.parametrize("typed", ["", " 7", " 7天", "　７ 天", "： 7", " 7 days"])
async def test_days_as_they_are_typed(logged: World, typed: str) -> None:
    """A number may have its unit, be typed on a Chinese keyboard, or be left out for a week."""
    (card,) = await logged.say(f"/gaps{typed}", chat=CHAT, user=ADMIN)
    assert "近 7 天" in card.text


async def test_a_gap_that_was_filled(make_world: MakeWorld, seeds: Path) -> None:
    """What the corpus answers by now is marked so."""
    world = await make_world(Corpus.open(seeds))
    await world.say("江州图书馆首晚接待读者多少名？")
    (seeds / "图书馆.txt").write_text(
        "\n江州图书馆夜间开放\n\n江州图书馆自8月1日起夜间开放到十点,首晚接待读者1200名。\n", encoding="utf-8"
    )
    assert "现在答得上" not in (await world.say("/gaps", chat=CHAT, user=ADMIN))[0].text
    world.office.desk.corpus.reload()
    assert "现在答得上" in (await world.say("/gaps", chat=CHAT, user=ADMIN))[0].text


async def test_many_gaps(make_world: MakeWorld) -> None:
    """A long list comes in pages within Telegram's limits, for admins only."""
    store = Store(None)
    for n in range(33):
        store.log_question(
            n, f"<b>x{n}</b>" + "".join(chr(0x4E00 + 90 * n + i) for i in range(80)), None, False
        )
    world = await make_world(store=store)
    (first,) = await world.say("/gaps", chat=CHAT, user=ADMIN)
    second, _ = await world.press(first.data("下一页"), first, ADMIN, CHAT)
    assert "11. " in second.text and any("上一页" in label for label in second.buttons)
    last, _ = await world.press(Press(Act.GAPS, ADMIN["id"], "", 7, 9999).data, second, ADMIN, CHAT)
    assert not any("下一页" in label for label in last.buttons)
    forged = await world.press(Press(Act.GAPS, ME["id"], "", 7).data)
    assert [call.method for call in forged] == ["answerCallbackQuery"]


async def test_nothing_missing(make_world: MakeWorld) -> None:
    """With no gaps, or no log, that is said."""
    assert "没有" in (await (await make_world()).say("/gaps", chat=CHAT, user=ADMIN))[0].text
    silent = await make_world(log={"questions": False})
    assert "没有记录" in (await silent.say("/gaps", chat=CHAT, user=ADMIN))[0].text


async def test_for_admins_only(logged: World) -> None:
    """Others learn nothing of what was asked."""
    assert "没有这个命令" in (await logged.say("/gaps"))[0].text
    assert await logged.say("/gaps", chat=GROUP, user=ADMIN) == []
