"""Groups."""

from __future__ import annotations

from inspect import signature
from typing import Any

import pytest
from telegram import ChatMemberRestricted

from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.world import ADMIN, BOT, GROUP, ME, OTHER, PRIVATE, Call, World


@pytest.mark.parametrize(
    "text",
    [
        f"@jianbao_bot {QUESTION}",
        f"{QUESTION} @JianBao_Bot",
        f"/ask {QUESTION}",
        f"/ask@jianbao_bot {QUESTION}",
        f"😀👨‍👩‍👧 @jianbao_bot {QUESTION}",
    ],
)
async def test_a_question_to_us(world: World, text: str) -> None:
    """A mention anywhere, or /ask, is answered as a reply to the asker."""
    (card,) = await world.say(text, chat=GROUP)
    assert "2024年6月" in card.text
    assert card.params["reply_parameters"]["allow_sending_without_reply"] is True


@pytest.mark.parametrize("language", ["zh-hans", "zh-tw", "en"])
async def test_asking_for_the_whole_article(world: World, language: str) -> None:
    """Nobody wants an article among the others' messages; the button is named that leads to it, as it stands there."""
    user = OTHER | {"language_code": language}
    (card,) = await world.say(f"/ask {QUESTION}", GROUP, user)
    (named,) = await world.say("全文", GROUP, user, reply_to_message=world.shown(card))
    (label,) = (text.removeprefix("📖 ") for text in card.buttons if "📖" in text)
    assert label in named.text and "/full" not in named.text


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        (f"/ask@jianbao_bot {QUESTION}", "2024年6月"),
        (f"/ask {QUESTION}", "2024年6月"),
        (f"@jianbao_bot {QUESTION}", "2024年6月"),
        ("/verify 每校至少配备一名心理教师", "一字不差"),
        (f"/ask@another_bot {QUESTION}", None),
    ],
)
async def test_what_is_written_under_a_picture(world: World, caption: str, said: str | None) -> None:
    """A command or a mention there is meant for us as one in a text is, and nothing else."""
    cards = await world.feed(message=world.picture(caption, GROUP, OTHER))
    assert [said in card.text for card in cards if said] == ([True] if said else [])
    assert bool(cards) == bool(said)


@pytest.mark.parametrize(
    "text", [QUESTION, f"@another_bot {QUESTION}", f"/ask@another_bot {QUESTION}", "/weather", "/reload"]
)
async def test_a_message_to_somebody_else(world: World, text: str) -> None:
    """What is not meant for us is met with silence."""
    assert await world.say(text, chat=GROUP) == []


@pytest.mark.parametrize(
    ("command", "user", "said"),
    [
        ("/watch@jianbao_bot 热射病", OTHER, "私下发给我"),
        ("/watches@JianBao_Bot", OTHER, "私下发给我"),
        ("/unwatch@jianbao_bot", OTHER, "私下发给我"),
        *((f"/{name}@jianbao_bot", ADMIN, "私下发给我") for name in ("remove", "rollback", "gaps")),
        *((f"/{name}@jianbao_bot", OTHER, "没有这个命令") for name in ("remove", "reload", "weather")),
    ],
)
async def test_a_command_to_us_that_is_not_for_a_group(
    world: World, command: str, user: Any, said: str
) -> None:
    """Addressed to us by name it is told where it belongs, or that there is none such; nobody else's is answered."""
    (hint,) = await world.say(command, GROUP, user)
    assert said in hint.text and "@jianbao_bot" in hint.text
    for other in ("", "@another_bot"):
        assert await world.say(command.lower().replace("@jianbao_bot", other), GROUP, user) == []
    assert world.office.desk.watches.of(user["id"]) == []


async def test_a_reply_to_our_card(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reply to our message is a question; the earlier answer goes with it."""
    (card,) = await world.say(f"/ask {QUESTION}", chat=GROUP)
    ours = {
        "message_id": card.message_id,
        "date": 1,
        "chat": GROUP,
        "from": BOT,
        "text": "…",
        "reply_markup": card.params["reply_markup"],
    }
    seen: list[Any] = []
    ask = world.office.desk.service.ask

    def spy(question: str, **more: Any) -> Any:
        seen.append(more["previous"])
        return ask(question, **more)

    monkeypatch.setattr(world.office.desk.service, "ask", spy)
    (answer,) = await world.say("买了多少意外保险？", chat=GROUP, reply_to_message=ours)
    assert "300万元" in answer.text
    assert seen[-1].question == QUESTION


async def test_a_question_between_two_in_private(world: World) -> None:
    """What is asked in a group is not what the next question in the private chat follows."""
    await world.say("安州区中医院热射病门诊首日接诊多少名患者？")
    await world.say("/ask 冰城健康志愿服务中心买了多少保险？", chat=GROUP)
    (card,) = await world.say("它是什么时候开设的？")
    assert world.asked_before(card) == "安州区中医院热射病门诊首日接诊多少名患者？"


async def test_ask_as_a_reply_to_somebody(world: World) -> None:
    """/ask or a bare mention in reply to a person's message looks up what that message says."""
    theirs = {"message_id": 5, "date": 1, "chat": GROUP, "from": OTHER, "text": QUESTION}
    for text in ("/ask", "@jianbao_bot"):
        (card,) = await world.say(text, chat=GROUP, reply_to_message=theirs)
        assert "2024年6月" in card.text


@pytest.mark.parametrize("asked", ["/ask {}", "@jianbao_bot {}"])
@pytest.mark.parametrize(
    ("theirs", "question", "said"),
    [
        ("李春梅说热射病要早治。", "她是谁？", "门诊主任"),
        ("听说冰城有个志愿服务中心", "什么时候成立的？", "2024年6月"),
        ("该中心为志愿者购买了300万元的意外保险", "这是真的吗？", "总额300万元"),
        ("该中心为志愿者购买了300万元的意外保险", "出处？", "医院.txt 第"),
    ],
)
async def test_a_question_in_reply_to_somebody(
    world: World, asked: str, theirs: str, question: str, said: str
) -> None:
    """It is read with what that message says; whether it is true is answered by what is printed of it."""
    message = {"message_id": 5, "date": 1, "chat": GROUP, "from": OTHER, "text": theirs}
    (card,) = await world.say(asked.format(question), chat=GROUP, reply_to_message=message)
    assert said in card.text and "没有找到" not in card.text


@pytest.mark.parametrize(
    ("claim", "as_printed", "shown"),
    [
        ("该中心为志愿者购买了300万元的意外保险", True, "300万元"),
        ("该中心为志愿者购买了五百万元的意外保险", False, "300万元"),
        ("热射病门诊首日接诊三十二名患者", True, "32名"),
        ("热射病门诊首日接诊了80位患者", False, "32名"),
        ("心理健康宣传月5月20日在郑州启动", True, "5月20日"),
        ("心理健康宣传月5月21日在郑州启动", False, "5月20日"),
        ("心理健康宣传月5月20日在洛阳启动", False, "郑州"),
        ("心理健康宣传月的主题是“心向阳光”", True, "心向阳光"),
        ("心理健康宣传月的主题是“逐梦前行”", False, "心向阳光"),
        ("热射病门诊是省人民医院开设的", False, "安州区中医院"),
        ("门诊主任李春梅说热射病患者不要尽快降温", False, "尽快降温"),
    ],
)
async def test_what_somebody_claims(world: World, claim: str, as_printed: bool, shown: str) -> None:
    """It is said to be printed where all of it is; else the sentence on the same is shown, to be compared."""
    message = {"message_id": 5, "date": 1, "chat": GROUP, "from": OTHER, "text": claim}
    (card,) = await world.say("@jianbao_bot 真的吗", chat=GROUP, reply_to_message=message)
    assert ("报上是这么写的" in card.text, "报上相关的一句" in card.text) == (as_printed, not as_printed)
    assert shown in card.text


async def test_what_somebody_claims_of_which_nothing_is_printed(world: World) -> None:
    """Nothing is said to be on the same, and the nearest article isn't where it comes from."""
    message = {"message_id": 5, "date": 1, "chat": GROUP, "from": OTHER, "text": "火星医院昨天发射了飞船"}
    for question in ("真的吗", "出处呢"):
        (card,) = await world.say(f"@jianbao_bot {question}", chat=GROUP, reply_to_message=message)
        assert "没有找到可靠的答案" in card.text and "报上" not in card.text


async def test_what_somebody_said_is_no_question_of_theirs(world: World) -> None:
    """It is looked up for the question in reply to it, and logged as nobody's."""
    message = {"message_id": 5, "date": 1, "chat": GROUP, "from": OTHER, "text": "李春梅说热射病要早治。"}
    await world.say("/ask 她是谁？", chat=GROUP, reply_to_message=message)
    rows = world.office.desk.store.rows("SELECT question FROM question_log")
    assert [question for (question,) in rows] == ["她是谁？"]


@pytest.mark.parametrize("language", ["zh-hans", "zh-tw", "en"])
async def test_start_and_help_speak_of_the_group(world: World, language: str) -> None:
    """They tell how one asks here, and of the buttons that cards here have."""
    user = OTHER | {"language_code": language}
    (hello,) = await world.say("/start@jianbao_bot", GROUP, user)
    (help,) = await world.say("/help@jianbao_bot", GROUP, user)
    (card,) = await world.say(f"/ask {QUESTION}", GROUP, user)
    (label,) = (text.removeprefix("📖 ") for text in card.buttons if "📖" in text)
    assert "/ask@jianbao_bot" in hello.text and label in help.text
    assert not any(word in help.text for word in ("上下文", "引文（", "GB/T"))


async def test_another_users_mention_is_part_of_the_question(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only our own mention is taken out of the text."""
    asked: list[str] = []
    monkeypatch.setattr(world.office.desk, "ask", lambda question, *a, **k: asked.append(question) or 1 / 0)
    await world.say("@aqiang 问 @jianbao_bot 这个", chat=GROUP)
    assert asked == ["@aqiang 问  这个"]


async def test_an_empty_mention(world: World) -> None:
    """A mention without a question gets one hint."""
    (hint,) = await world.say("@jianbao_bot", chat=GROUP)
    assert "/ask@jianbao_bot" in hint.text


async def test_a_bot_that_mentions_us(world: World) -> None:
    """Other bots get no answer, so that two bots can't talk for ever; an anonymous admin does get one."""
    machine = {"id": 77, "is_bot": True, "first_name": "机器"}
    text = f"@jianbao_bot {QUESTION}"
    assert await world.say(text, chat=GROUP, user=machine) == []
    assert len(await world.say(text, chat=GROUP, user=machine, sender_chat=GROUP)) == 1


async def test_anonymous_admins_of_several_groups(make_world: MakeWorld) -> None:
    """To Telegram they are one user; the questions of one group count against no other."""
    world = await make_world(limits={"per_user_per_minute": 1})
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    for id in (-1001, -1002, -1003):
        group = GROUP | {"id": id}
        (card,) = await world.say(f"/ask {QUESTION}", chat=group, user=anonymous, sender_chat=group)
        assert "2024年6月" in card.text


def _edits(calls: list[Call]) -> list[Call]:
    return [call for call in calls if call.method == "editMessageText"]


async def test_the_language_of_an_anonymous_admin(world: World) -> None:
    """What an admin chooses under the card of an anonymous one holds for who writes in that group's name, and nobody else."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    world.telegram.admins = {ME["id"]}
    (offer,) = await world.say("/language", GROUP, anonymous, sender_chat=GROUP)
    assert not _edits(await world.press(offer.data("English"), offer, OTHER, GROUP))
    await world.press(offer.data("English"), offer, ME, GROUP)
    (about,) = await world.say("/about", GROUP, anonymous, sender_chat=GROUP)
    assert "newspaper" in about.text
    elsewhere = GROUP | {"id": -1002}
    others = [
        await world.say("/about", GROUP, ME),
        await world.say("/about", elsewhere, anonymous, sender_chat=elsewhere),
    ]
    assert all("资料版本" in card.text for (card,) in others)


async def test_paging_the_answer_of_an_anonymous_admin(world: World) -> None:
    """An admin turns the card that was asked for in the group's name; another reader doesn't."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    world.telegram.admins = {ME["id"]}
    (card,) = await world.say("/ask 谁成立了健康中心？", GROUP, anonymous, sender_chat=GROUP)
    assert not _edits(await world.press(card.data("▶"), card, OTHER, GROUP))
    (second,) = _edits(await world.press(card.data("▶"), card, ME, GROUP))
    assert "第 2 条" in second.text


async def test_a_topic(world: World) -> None:
    """In a forum the answer goes into the topic of the question."""
    chat = GROUP | {"is_forum": True}
    (card,) = await world.say(f"/ask {QUESTION}", chat=chat, message_thread_id=33, is_topic_message=True)
    assert card.params["message_thread_id"] == 33


def _change(before: str, after: str, chat: Any = GROUP) -> dict[str, Any]:
    until = {"until_date": 0} if after == "kicked" else {}
    return {
        "chat": chat,
        "from": ME,
        "date": 1,
        "old_chat_member": {"user": BOT, "status": before},
        "new_chat_member": {"user": BOT, "status": after} | until,
    }


async def test_added_to_a_group(world: World) -> None:
    """Coming into a group, we say one hello that explains how to ask."""
    (hello,) = await world.feed(my_chat_member=_change("left", "member"))
    assert "/ask@jianbao_bot" in hello.text and hello.params["chat_id"] == GROUP["id"]


@pytest.mark.parametrize(("before", "after"), [("member", "left"), ("member", "kicked")])
async def test_removed_from_a_group(world: World, before: str, after: str) -> None:
    """Leaving is silent."""
    assert await world.feed(my_chat_member=_change(before, after)) == []


async def test_heard_again(world: World) -> None:
    """Who was muted was in the group all the same, and needn't be introduced again."""
    change = _change("restricted", "member")
    rights = [name for name in signature(ChatMemberRestricted).parameters if name.startswith("can_")]
    change["old_chat_member"] |= dict.fromkeys(rights, False) | {"is_member": True, "until_date": 0}
    assert await world.feed(my_chat_member=change) == []
    change["old_chat_member"] |= {"is_member": False}
    assert len(await world.feed(my_chat_member=change)) == 1


async def test_blocked_and_unblocked_in_private(world: World) -> None:
    """A reader who unblocks us is not greeted as a group."""
    assert await world.feed(my_chat_member=_change("left", "member", PRIVATE)) == []


async def test_muted_in_a_group(world: World) -> None:
    """Where we may not write, nothing happens and nothing breaks."""
    muted = (
        400,
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: not enough rights to send text messages to the chat",
        },
    )
    world.telegram.faults = [lambda call: muted]
    assert await world.say(f"/ask {QUESTION}", chat=GROUP) == []


async def test_a_group_that_became_a_supergroup(world: World) -> None:
    """The service message of a migration is passed over."""
    message = {k: v for k, v in world.message("", GROUP).items() if k not in ("text", "entities")}
    assert await world.feed(message=message | {"migrate_from_chat_id": -5}) == []


def _became(world: World, new: int) -> dict[str, Any]:
    old = {"id": -5, "type": "group", "title": "读报群"}
    message = {k: v for k, v in world.message("", old).items() if k not in ("text", "entities")}
    return message | {"migrate_to_chat_id": new}


@pytest.mark.parametrize(
    ("allowed", "told"), [([-5], True), ([-5, -1005], False), ([-6], False), ([], False)]
)
async def test_a_group_on_the_list_that_became_a_supergroup(
    make_world: MakeWorld, caplog: pytest.LogCaptureFixture, allowed: list[int], told: bool
) -> None:
    """Where the list of allowed groups holds only the old id, the log says which one to put there."""
    world = await make_world(groups={"allowed": allowed})
    assert await world.feed(message=_became(world, -1005)) == []
    lines = [r.message for r in caplog.records if "groups.allowed" in r.message]
    assert len(lines) == told and all("-5 became -1005" in line for line in lines)


async def test_a_group_that_is_not_on_the_list(make_world: MakeWorld) -> None:
    """With a list of allowed groups, the others meet silence, greeting included."""
    world = await make_world(groups={"allowed": [-2002]})
    assert await world.say(f"/ask {QUESTION}", chat=GROUP) == []
    assert await world.say(f"@jianbao_bot {QUESTION}", chat=GROUP) == []
    assert await world.feed(my_chat_member=_change("left", "member")) == []
    assert len(await world.say(f"/ask {QUESTION}", chat=GROUP | {"id": -2002})) == 1
