"""Buttons under a card."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.cards.links import read_payload
from bot.cards.press import Act, Press, read_press
from bot.memory.store import Store
from retrieval.corpus import Corpus
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import GROUP, ME, OTHER, PRIVATE, Call, World, fault, notices

BROAD = "成立 启动 开设 健康 心理 门诊 志愿者"


async def _card(world: World, question: str = BROAD) -> Call:
    (card,) = await world.say(question)
    return card


async def test_next_and_previous(world: World) -> None:
    """Paging edits the card in place, there and back again."""
    card = await _card(world)
    assert "第 1 条" in card.text
    second, _ = await world.press(card.data("下一条"), card)
    assert second.method == "editMessageText" and "第 2 条" in second.text
    first, _ = await world.press(second.data("上一条"), second)
    assert first.text == card.text


async def test_the_whole_article(world: World) -> None:
    """全文 shows the article with the cited sentence marked, and leads back."""
    card = await _card(world, QUESTION)
    full, _ = await world.press(card.data("全文"), card)
    assert "总额300万元的意外保险" in full.text
    assert re.search(r"<[bu]>[^<]*2024年6月", full.html) and "<u>" in full.html
    back, _ = await world.press(full.data("回到答案"), full)
    assert back.text == card.text


async def test_the_context(world: World) -> None:
    """上下文 shows the sentences around, the cited ones bold, and leads back."""
    card = await _card(world, QUESTION)
    context, _ = await world.press(card.data("上下文"), card)
    assert "意外保险" in context.text and "2024年6月" in context.html
    assert (
        context.data("回到答案")
        == read_press(card.data("👍")).__class__(Act.HIT, 42, read_press(card.data("👍")).key).data
    )


async def test_what_we_are_not_sure_of_is_marked_nowhere(make_world: MakeWorld) -> None:
    """Context and full text mark no phrase that the card itself refuses to mark as the answer."""
    world = await make_world(Corpus.open(Path(__file__).parents[2] / "seeds"))
    card = await _card(world, "浙江会议是哪天结束的？")
    assert "没有找到可靠的答案" in card.text and "1月11日" in card.text
    context, _ = await world.press(card.data("上下文"), card)
    full, _ = await world.press(card.data("全文"), card)
    for shown in (context, full):
        assert "<u>" in shown.html and not re.search("<b>[^<]*1月11日", shown.html)


async def test_the_reference_to_copy(world: World) -> None:
    """复制引文 carries a newspaper reference by GB/T 7714."""
    card = await _card(world, QUESTION)
    copied = card.buttons["📋 复制引文"]["copy_text"]["text"]
    assert copied.startswith("冰城健康志愿服务中心成立[N]. 医院.txt: 第")


async def test_votes(world: World) -> None:
    """A thumb is thanked for and kept; the reader's last word counts."""
    card = await _card(world)
    assert notices(await world.press(card.data("👍"), card)) == ["谢谢，记下了。"]
    assert "记下了" in notices(await world.press(card.data("👎"), card))[0]
    tally = world.office.desk.store.tally(0)
    assert (tally.good, tally.bad) == (0, 1)


async def test_after_a_restart(make_world: MakeWorld, tmp_path: Path) -> None:
    """A button pressed after a restart asks the question again and goes on."""
    before = await make_world(store=Store(tmp_path / "bot.sqlite3"))
    card = await _card(before)
    after = await make_world(store=Store(tmp_path / "bot.sqlite3"))
    second, _ = await after.press(card.data("下一条"), card)
    assert "第 2 条" in second.text


async def test_after_a_reload(make_world: MakeWorld, seeds: Path) -> None:
    """A button pressed after a reload works on what there is now."""
    world = await make_world(Corpus.open(seeds))
    card = await _card(world)
    (seeds / "教育.txt").unlink()
    world.office.desk.corpus.reload()
    calls = await world.press(card.data("下一条"), card)
    assert notices(calls) and "教育.txt" not in calls[0].text


async def test_a_better_article_after_a_reload(make_world: MakeWorld, seeds: Path) -> None:
    """The buttons under a card mean the articles it showed, also where another page answers better by now."""
    world = await make_world(Corpus.open(seeds))
    card = await _card(world, "热射病门诊接诊多少名患者？")
    new = "\n江州医院热射病门诊接诊患者\n\n江州医院热射病门诊接诊患者,热射病门诊今年已接诊88名患者。\n"
    (seeds / "新.txt").write_text(new, encoding="utf-8")
    world.office.desk.corpus.reload()
    assert "88名" in (await _card(world, "热射病门诊接诊多少名患者？")).text
    full, _ = await world.press(card.data("全文"), card)
    assert "李春梅" in full.text and "88名" not in full.text
    back, _ = await world.press(full.data("回到答案"), full)
    assert back.text == card.text
    await world.press(card.data("👎"), card)
    ((voted,),) = world.office.desk.store.rows("SELECT article FROM feedback")
    article = world.office.desk.corpus.article(voted)
    assert article and article.source == "医院.txt"


async def test_two_files_that_count_their_rows_from_1(make_world: MakeWorld, seeds: Path) -> None:
    """Each hit is the article it was, though the articles of both files have the same ids."""
    for name in ("江州", "海城"):
        row = {"id": "1", "title": f"{name}植物园明天开放", "text": f"{name}植物园明天开放，门票八元。"}
        (seeds / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    card = await _card(world, "海城植物园和江州植物园哪天开放？")
    second, _ = await world.press(card.data("下一条"), card)
    full, _ = await world.press(second.data("全文"), second)
    back, _ = await world.press(second.data("上一条"), second)
    places = [next(n for n in ("江州", "海城") if f"{n}.jsonl 第" in c.text) for c in (card, second)]
    assert places[0] != places[1] and back.text == card.text
    assert f"{places[1]}植物园" in full.text and places[0] not in full.text
    await world.press(second.data("👍"), second)
    ((voted,),) = world.office.desk.store.rows("SELECT article FROM feedback")
    article = world.office.desk.corpus.article(voted)
    assert article and article.source == f"{places[1]}.jsonl"


async def test_an_example_after_a_reload(make_world: MakeWorld, seeds: Path) -> None:
    """An example's button asks what stands on it, though the corpus offers others by now."""
    world = await make_world(Corpus.open(seeds))
    (help,) = await world.say("/help")
    label = next(iter(help.buttons))
    new = "江州植物园樱花节今天盛大开幕"
    (seeds / "新.txt").write_text(f"\n{new}\n\n" + "江州植物园的樱花节今天开幕，游人如织。" * 30, "utf-8")
    world.office.desk.corpus.reload()
    (now,) = await world.say("/help")
    assert next(iter(now.buttons)) != label
    card, _ = await world.press(help.data(label), help)
    assert label[1:10] in card.text and new not in card.text


async def test_an_example_that_is_pressed_for_ever(make_world: MakeWorld) -> None:
    """Pressing an example counts as asking: over a user's limit or a group's, no more messages are sent."""
    for limits in ({"per_user_per_minute": 4}, {"per_chat_per_minute": 4}):
        world = await make_world(limits=limits)
        (help,) = await world.say("/help@jianbao_bot", chat=GROUP)
        presses = [await world.press(help.data("什么"), help, chat=GROUP) for _ in range(6)]
        assert sum(call.method == "sendMessage" for calls in presses for call in calls) == 3
        assert "点得太快" in notices(presses[-1])[0]


async def test_a_reload_while_a_question_is_answered(
    make_world: MakeWorld, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found before a reload that took it away is known to be gone when a button is pressed."""
    world = await make_world(Corpus.open(seeds))
    desk = world.office.desk
    ask = desk.service.ask

    def overtaken(*a: Any, **k: Any) -> Any:
        answer = ask(*a, **k)
        (seeds / "医院.txt").unlink()
        desk.corpus.reload()
        return answer

    with monkeypatch.context() as patched:
        patched.setattr(desk.service, "ask", overtaken)
        card = await _card(world, QUESTION)
    assert "2024年6月" in card.text
    assert notices(await world.press(card.data("全文"), card)) == ["这篇文章已经不在馆里了。"]
    assert notices(await world.press(card.data("👍"), card)) == ["这篇文章已经不在馆里了。"]


async def test_an_answer_that_is_gone(make_world: MakeWorld) -> None:
    """Where the database is gone too, the press is told kindly that it is out of date."""
    card = await _card(await make_world())
    fresh = await make_world()
    assert notices(await fresh.press(card.data("下一条"), card)) == ["这条答案过期了，请把问题再问一遍。"]


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "hit",
        "hit:42",
        "hit:42:abc:0:0:0",
        "hit:-1:abc:0:0",
        "hit:42:a b:0:0",
        "rm:42:abc:0:0",
        "hit:４２:abc:0:0",
        "hit:42:unknown:0:0",
        "full:42:unknown:99999999:9999",
        "art:42:unknown:0:0",
        "try:42::77:0",
        "lang:42:xx:0:0",
        "ctx:42::0:0",
        "del:42::0:0",
        "good:42:unknown:0:0",
        "hit:9999999999999999999:abc:0:0",
        "\x00",
        "字" * 21,
    ],
)
async def test_forged_data(world: World, data: str) -> None:
    """Data we never wrote changes nothing and gets a kind notice."""
    calls = await world.press(data)
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert calls[0].params["text"]


async def test_a_hit_beyond_the_last(world: World) -> None:
    """A forged number beyond the hits is out of date, not an error."""
    card = await _card(world)
    press = read_press(card.data("下一条"))
    assert press
    assert notices(await world.press(Press(Act.HIT, 42, press.key, 77).data, card)) == [
        "这条答案过期了，请把问题再问一遍。"
    ]


async def test_another_users_button(world: World) -> None:
    """In a group only the asker pages or deletes; the other is told so, and may vote."""
    (card,) = await world.say(f"/ask {BROAD}", chat=GROUP)
    looks = 0  # whether they are an admin is asked once a minute: Telegram counts it among the group's calls
    for label in ("▶", "🗑"):
        calls = await world.press(card.data(label), card, OTHER, GROUP)
        looks += sum(call.method == "getChatMember" for call in calls)
        assert "别人问的" in notices(calls)[0] and calls[-1].method == "answerCallbackQuery"
    assert looks == 1
    assert "记下了" in notices(await world.press(card.data("👍"), card, OTHER, GROUP))[0]


async def test_a_forged_owner(world: World) -> None:
    """Writing one's own id into another's button doesn't help: the store knows who asked."""
    (card,) = await world.say(f"/ask {BROAD}", chat=GROUP)
    forged = card.data("▶").replace(":42:", ":43:")
    assert notices(await world.press(forged, card, OTHER, GROUP)) == ["这条答案过期了，请把问题再问一遍。"]


async def test_a_group_admin(world: World) -> None:
    """A group's admins may page and delete for the asker, and the buttons stay the asker's."""
    world.telegram.admins = {OTHER["id"]}
    (card,) = await world.say(f"/ask {BROAD}", chat=GROUP)
    _, second, _ = await world.press(card.data("▶"), card, OTHER, GROUP)
    assert "第 2 条" in second.text and ":42:" in second.data("◀")
    methods = [call.method for call in await world.press(card.data("🗑"), card, OTHER, GROUP)]
    assert "deleteMessage" in methods


async def test_the_asker_deletes(world: World) -> None:
    """🗑 takes the card away; where Telegram forbids it, that is said."""
    (card,) = await world.say(f"/ask {BROAD}", chat=GROUP)
    calls = await world.press(card.data("🗑"), card, ME, GROUP)
    assert [call.method for call in calls] == ["deleteMessage", "answerCallbackQuery"]
    world.telegram.faults = [
        lambda call: (
            fault(400, "Bad Request: message can't be deleted") if call.method == "deleteMessage" else None
        )
    ]
    assert "删不掉" in notices(await world.press(card.data("🗑"), card, ME, GROUP))[0]


async def test_more_in_private(world: World) -> None:
    """A group's card leads by deep link to the article in the private chat, at the cited lines."""
    (card,) = await world.say(f"/ask {QUESTION}", chat=GROUP)
    url = card.buttons["📖 私聊看全文"]["url"]
    payload = url.removeprefix("https://t.me/jianbao_bot?start=")
    assert read_payload(payload) and len(payload) <= 64
    (article,) = await world.say(f"/start {payload}")
    assert "<u>" in article.html and "2024年6月" in article.html.split("<u>")[1].split("</u>")[0]


@pytest.mark.parametrize("payload", ["unknown_3", "x", "help", "a_b_c", "字", "_", "abc_99999999", "1" * 64])
async def test_a_link_that_leads_nowhere(world: World, payload: str) -> None:
    """Whatever stands in a link, /start answers with one message."""
    (reply,) = await world.say(f"/start {payload}")
    assert reply.method == "sendMessage"


async def test_a_long_article(make_world: MakeWorld, seeds: Path) -> None:
    """A long article comes in pages, and opens at the page that holds the cited sentence."""
    body = (
        "".join(f"第{n}批志愿者到岗,秩序良好。\n" for n in range(600))
        + "最后一批志愿者由厨师长钱大壮带队。\n"
    )
    (seeds / "长.txt").write_text(f"\n志愿者到岗记\n\n{body}", encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    card = await _card(world, "厨师长钱大壮带队")
    full, _ = await world.press(card.data("全文"), card)
    assert "钱大壮" in full.text and "第 4 页，共 4 页" in full.text
    before, _ = await world.press(full.data("上一页"), full)
    assert "第 3 页" in before.text and "钱大壮" not in before.text
    assert "第 4 页" in (await world.press(before.data("下一页"), before))[0].text


async def test_pressing_twice(world: World) -> None:
    """ "Message is not modified" is no error."""
    card = await _card(world)
    world.telegram.faults = [
        lambda call: (
            fault(400, "Bad Request: message is not modified") if call.method == "editMessageText" else None
        )
    ]
    assert notices(await world.press(card.data("下一条"), card)) == [""]


async def test_a_press_too_late_to_answer(world: World) -> None:
    """A query that has expired is let go without a fuss."""
    card = await _card(world)
    world.telegram.faults = [
        lambda call: (
            fault(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
            if call.method == "answerCallbackQuery"
            else None
        )
    ]
    (second,) = await world.press(card.data("下一条"), card)
    assert "第 2 条" in second.text


async def test_a_card_too_old_to_edit(world: World) -> None:
    """Telegram hides old messages from us; a press on one is out of date."""
    card = await _card(world)
    world.telegram.faults = [
        lambda call: (
            fault(400, "Bad Request: message to edit not found") if call.method == "editMessageText" else None
        )
    ]
    gone = {"message_id": 1, "date": 0, "chat": PRIVATE}
    query = {"id": "9", "from": ME, "chat_instance": "1", "data": card.data("下一条"), "message": gone}
    assert notices(await world.feed(callback_query=query)) == ["这条答案过期了，请把问题再问一遍。"]


async def test_presses_in_a_hurry(make_world: MakeWorld) -> None:
    """Presses are limited too."""
    world = await make_world(limits={"presses_per_user_per_minute": 2})
    card = await _card(world)
    said = [notices(await world.press(card.data("👍"), card))[0] for _ in range(4)]
    assert said[1] == "谢谢，记下了。" and "太快" in said[2] and "太快" in said[3]
