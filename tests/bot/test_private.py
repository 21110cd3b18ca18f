"""The private chat."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from retrieval import records
from retrieval.corpus import Corpus
from tests.bot.conftest import PAGES, QUESTION, MakeWorld
from tests.bot.world import ADMIN, GROUP, ME, PRIVATE, World


async def test_a_question(world: World) -> None:
    """A plain text gets one card: the sentence, its citation, and no notification of a link preview."""
    (card,) = await world.say(QUESTION)
    assert card.method == "sendMessage"
    assert "2024年6月成立" in card.text
    assert "医院.txt 第" in card.text
    assert card.params["link_preview_options"] == {"is_disabled": True}


async def test_a_story_printed_twice(make_world: MakeWorld, seeds: Path) -> None:
    """The card says where else the same stands; there is nothing to page through."""
    for paper in ("医院.txt", "晚报.txt"):
        (seeds / paper).write_text(PAGES["医院.txt"], encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    (card,) = await world.say(QUESTION)
    assert "医院.txt 第" in card.text
    also = card.text.split("还见于：")[1]
    assert "晚报.txt 第" in also and "医院.txt" not in also


async def test_an_ask_command(world: World) -> None:
    """/ask with a question answers it, as plain text does."""
    (card,) = await world.say(f"/ask {QUESTION}")
    assert "2024年6月成立" in card.text


@pytest.mark.parametrize("between", ["：", ":", "，", ",", "\n", "\u3000", " ： ", "：\n"])
async def test_a_command_and_punctuation(world: World, between: str) -> None:
    """What is written right behind a command with a colon or comma counts as if a blank stood there."""
    (card,) = await world.say(f"/ask{between}{QUESTION}")
    assert "2024年6月成立" in card.text
    (card,) = await world.say(f"/verify{between}每校至少配备一名心理教师")
    assert "一字不差" in card.text
    (card,) = await world.say(f"/watch{between}热射病 门诊")
    assert "“热射病 门诊”" in card.text
    (card,) = await world.say(f"/unwatch{between}热射病 门诊")
    assert "不再留意“热射病 门诊”" in card.text


async def test_an_ask_command_alone(world: World) -> None:
    """/ask without a question says how it is used."""
    (card,) = await world.say("/ask")
    assert "/ask" in card.text and "命令后面" in card.text


@pytest.mark.parametrize("command", ["start", "help", "about", "sources", "language"])
async def test_a_command(world: World, command: str) -> None:
    """Every command of the menu answers with one message."""
    (card,) = await world.say(f"/{command}")
    assert card.method == "sendMessage"


async def test_help_offers_questions_that_work(world: World) -> None:
    """Each example under /help, pressed, gives an answer and not a shrug."""
    (help,) = await world.say("/help")
    assert len(help.buttons) >= 2
    for button in help.buttons.values():
        card, done = await world.press(button["callback_data"], help)
        assert card.method == "sendMessage" and done.method == "answerCallbackQuery"
        assert "没有找到" not in card.text


async def test_about_names_the_version(world: World) -> None:
    """/about is stamped with the version of the corpus, the answer card isn't."""
    (about,) = await world.say("/about")
    (card,) = await world.say(QUESTION)
    assert world.office.desk.corpus.version in about.text
    assert world.office.desk.corpus.version not in card.text


async def test_a_doubtful_answer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer at poor odds is marked like any other, and says that it needs checking; a sure one says nothing."""
    (sure,) = await world.say(QUESTION)
    monkeypatch.setattr(records, "SURE", 1.1)
    (doubtful,) = await world.say(QUESTION)
    assert doubtful.text == f"把握不大，请对照原文：\n{sure.text}"


async def test_nothing_in_the_papers(world: World) -> None:
    """An unanswerable question is told so, with how much was searched."""
    (card,) = await world.say("量子引力的弦论基础?")
    assert "在 2 份版面的 3 篇文章里，没有找到可靠的答案" in card.text


@pytest.mark.parametrize("text", ["？？？", "😀😀", "。", "</i>", "\u202e\u202e?", "&amp;"])
async def test_a_message_without_words(world: World, text: str) -> None:
    """Punctuation, emoji or markup alone gets one short reply."""
    (reply,) = await world.say(text)
    assert reply.method == "sendMessage" and len(reply.text) < 100


async def test_a_question_of_4096_characters(world: World) -> None:
    """Only the beginning is read, and that is said."""
    (card,) = await world.say((QUESTION * 300)[:4096])
    assert "只读了前 1000 个字" in card.text


async def test_two_questions_at_once(world: World) -> None:
    """One is answered, and which one is said, with nothing of it taken for markup."""
    (card,) = await world.say(f"{QUESTION}另外<b>安州区中医院</b>的热射病门诊什么时候开的？")
    assert card.text.startswith("一次答一件：先答“") and "2024年6月成立" in card.text
    (card,) = await world.say("<b>冰城</b>健康志愿服务中心买了多少保险？另外热射病门诊什么时候开的？")
    assert "<b>冰城</b>" in card.text


async def test_asking_for_the_whole_article(world: World) -> None:
    """全文 after an answer opens its article, as the button does; with nothing to open it is said how."""
    (nothing,) = await world.say("全文")
    (card,) = await world.say(QUESTION)
    pressed, _ = await world.press(card.data("全文"), card)
    (opened,) = await world.say("请给我看全文")
    assert "先问一个问题" in nothing.text
    assert opened.html == pressed.html and "2024年6月成立" in opened.text


async def test_asking_for_the_whole_article_of_another_hit(world: World) -> None:
    """全文 opens what the card shows: the hit it was turned to, whether as a reply to it or simply next."""
    (card,) = await world.say("谁成立了健康中心？")
    second, _ = await world.press(card.data("下一条"), card)
    pressed, _ = await world.press(second.data("全文"), second)
    (then,) = await world.say("全文")
    await world.say(QUESTION)
    replies = [await world.say("全文", reply_to_message=world.shown(it)) for it in (second, pressed, card)]
    assert [then.html, *(reply.html for (reply,) in replies[:2])] == [pressed.html] * 3
    assert replies[2][0].html != pressed.html


async def test_another_hit_that_left_the_corpus(make_world: MakeWorld, seeds: Path) -> None:
    """第二条 of what has left the corpus shows what was shown, as the hit that it is."""
    world = await make_world(Corpus.open(seeds))
    (card,) = await world.say("谁成立了健康中心？")
    second, _ = await world.press(card.data("下一条"), card)
    await world.press(second.data("上一条"), second)
    assert "教育.txt" in second.text
    (seeds / "教育.txt").unlink()
    world.office.desk.corpus.reload()
    (then,) = await world.say("第二条")
    assert "医院.txt" in then.text and "第 1 条，共 2 条" in then.text


async def test_the_whole_article_of_a_quotation(world: World) -> None:
    """全文 in reply to a verified quotation opens the article on that card, not that of the question before."""
    await world.say(QUESTION)
    (card,) = await world.say("/verify 每校至少配备一名心理教师")
    pressed, _ = await world.press(card.data("全文"), card)
    (opened,) = await world.say("全文", reply_to_message=world.shown(card))
    assert "心理健康宣传月启动" in opened.text
    assert opened.text == pressed.text and opened.buttons == pressed.buttons


async def test_the_whole_article_of_a_card_that_shows_none(world: World) -> None:
    """Where the card replied to cites nothing, it is said how an article is opened."""
    await world.say(QUESTION)
    (help,) = await world.say("/help")
    (reply,) = await world.say("全文", reply_to_message=world.shown(help))
    assert "对着答案回复“全文”" in reply.text
    await world.say("/verify 每校至少配备一名心理教师")
    (again,) = await world.say("全文", reply_to_message=world.shown(help))
    assert again.text == reply.text


async def test_the_whole_article_of_an_answer_from_another_life(make_world: MakeWorld, seeds: Path) -> None:
    """全文 opens what the card cites though nothing is known of its question any more; what is gone is said to be."""
    (card,) = await (await make_world()).say(QUESTION)
    world = await make_world(Corpus.open(seeds))
    (opened,) = await world.say("全文", reply_to_message=world.shown(card))
    assert "2024年6月成立" in opened.text and "目录" in "".join(opened.buttons)
    (seeds / "医院.txt").unlink()
    world.office.desk.corpus.reload()
    (gone,) = await world.say("全文", reply_to_message=world.shown(card))
    assert "已经不在馆里" in gone.text


READ = pytest.mark.parametrize(
    ("question", "said"),
    [
        ("出处呢？", "教育.txt 第"),
        ("这篇讲了什么？", "心理健康宣传月启动"),
        ("谁写的？", "没有找到可靠的答案"),
        ("全文", "一万两千所学校"),
        ("上下文", "一万两千所学校"),
        ("是几月几号启动的？", "5月20日"),
    ],
)
"""What is asked of an article on the screen, and what that one says to it: nobody signed it."""


@pytest.mark.parametrize("replying", [True, False])
@READ
async def test_what_is_asked_of_a_quotation(world: World, question: str, said: str, replying: bool) -> None:
    """After /verify it is asked of what that card shows, not of the question before; so is what is asked in reply to it."""
    await world.say(QUESTION)
    (verified,) = await world.say("/verify 每校至少配备一名心理教师")
    if replying:
        await world.say(QUESTION)
    more = {"reply_to_message": world.shown(verified)} if replying else {}
    (card,) = await world.say(question, **more)
    assert said in card.text and "志愿" not in card.text


@pytest.mark.parametrize("replying", [True, False])
@READ
async def test_what_is_asked_of_an_opened_article(
    world: World, question: str, said: str, replying: bool
) -> None:
    """An article that was opened by browsing or by a link is on the screen as one that answered is."""
    await world.say(QUESTION)
    (shelf,) = await world.say("/sources")
    contents, _ = await world.press(shelf.data("教育"), shelf)
    opened, _ = await world.press(contents.data("1"), contents)
    (shared,) = await world.say("/ask 每校配备几名心理教师？", chat=GROUP)
    link = shared.buttons["📖 私聊看全文"]["url"].split("start=")[1]
    (linked,) = await world.say(f"/start {link}")
    for shown in (opened, linked):
        if replying:
            await world.say(QUESTION)
        more = {"reply_to_message": world.shown(shown)} if replying else {}
        (card,) = await world.say(question, **more)
        assert said in card.text and "志愿" not in card.text


async def test_what_is_asked_of_a_quotation_from_another_life(make_world: MakeWorld) -> None:
    """A reply to a card that we forgot is asked of what is cited on it."""
    (verified,) = await (await make_world()).say("/verify 每校至少配备一名心理教师")
    world = await make_world()
    await world.say(QUESTION)
    (card,) = await world.say("这篇讲了什么", reply_to_message=world.shown(verified))
    assert "心理健康宣传月启动" in card.text


async def test_an_opened_article_that_is_gone(make_world: MakeWorld, seeds: Path) -> None:
    """It is told that the corpus has it no more; nothing else is opened in its place."""
    world = await make_world(Corpus.open(seeds))
    await world.say("/verify 每校至少配备一名心理教师")
    (seeds / "教育.txt").unlink()
    world.office.desk.corpus.reload()
    (gone,) = await world.say("全文")
    assert "已经不在馆里" in gone.text


async def test_the_context_asked_for_in_words(world: World) -> None:
    """上下文 after an answer shows what the button shows; with no answer it is said how."""
    (nothing,) = await world.say("上下文")
    (card,) = await world.say(QUESTION)
    pressed, _ = await world.press(card.data("上下文"), card)
    (opened,) = await world.say("上下文")
    assert "请先问一个问题" in nothing.text and opened.text == pressed.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("出处？", "医院.txt 第"),
        ("总结一下", "冰城健康志愿服务中心成立"),
        ("这篇报道讲了什么？", "短短10个月"),
        ("你确定吗", "请对照原文"),
    ],
)
async def test_what_is_asked_of_the_card(world: World, question: str, said: str) -> None:
    """It is answered from the card on the screen; with none there it is asked what is meant."""
    (nothing,) = await world.say(question)
    await world.say(QUESTION)
    (card,) = await world.say(question)
    assert "哪" in nothing.text and "txt" not in nothing.text
    assert said in card.text and "医院.txt" in card.text


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("查看全文", "总额300万元"),
        ("再详细点", "总额300万元"),
        ("引文", "[N]. "),
        ("怎么引用？", "[N]. "),
        ("在第几行", "医院.txt 第"),
        ("太长了", "冰城健康志愿服务中心成立"),
        ("再说一遍", "2024年6月成立"),
        ("上一条", "2024年6月成立"),
        ("第1条", "2024年6月成立"),
    ],
)
async def test_a_button_in_words(world: World, word: str, said: str) -> None:
    """It does what the button does, is searched for nowhere, and leaves the answer to be asked on."""
    (nothing,) = await world.say(word)
    await world.say(QUESTION)
    (card,) = await world.say(word)
    (then,) = await world.say("买了多少保险？")
    assert "没有找到" not in nothing.text + card.text and "txt" not in nothing.text
    assert said in card.text and "300万元" in then.text
    assert world.asked_before(then) == QUESTION


async def test_turning_in_words(world: World) -> None:
    """第二条 and 上一条 turn the card as its buttons do, and what follows is asked of the hit that is shown."""
    (first,) = await world.say("谁成立了健康中心？")
    pressed, _ = await world.press(first.data("下一条"), first)
    (second,) = await world.say("第二条")
    (source,) = await world.say("出处")
    (back,) = await world.say("上一条")
    (beyond,) = await world.say("第九条")
    (more,) = await world.say("再来一条")
    assert second.html == pressed.html and back.html == first.html
    assert source.text.splitlines()[0] in second.text
    assert "第 2 条，共 2 条" in beyond.text and "其余相关的报道" in more.text
    (before_more,) = await world.say("前一条")
    assert before_more.html == first.html


async def test_what_found_nothing_takes_nothing_away(world: World) -> None:
    """What shows no article leaves the one on the screen that was asked about before."""
    await world.say(QUESTION)
    (nothing,) = await world.say("火锅底料")
    (card,) = await world.say("买了多少保险？")
    assert not nothing.buttons and "300万元" in card.text and world.asked_before(card) == QUESTION


@pytest.mark.parametrize(
    "question",
    ["哪些报纸？", "有什么报纸", "冰城日报有哪些文章", "《冰城日报》上有几篇报道", "清溪周刊有什么内容"],
)
async def test_what_is_on_the_shelf(world: World, question: str) -> None:
    """It is no question about a story: it is said how one browses, with the sources to press."""
    (card,) = await world.say(question)
    (shelf,) = await world.say("/sources")
    assert "/sources" in card.text and card.buttons == shelf.buttons


async def test_a_headline_with_the_whole_article(world: World) -> None:
    """《…》全文 opens that article, whatever was asked before; of no such headline nothing is opened."""
    await world.say(QUESTION)
    for asked in (
        "《河南中小学心理健康宣传月启动》全文",
        "我想看《河南中小学心理健康宣传月启动》这篇报道的原文",
    ):
        (card,) = await world.say(asked)
        assert card.html.startswith("<b>河南中小学心理健康宣传月启动</b>") and "目录" in "".join(card.buttons)
    (then,) = await world.say("出处")
    (none,) = await world.say("《火星城市晚会圆满落幕》全文")
    assert "教育.txt" in then.text and "没有找到" in none.text


@pytest.mark.parametrize(
    ("question", "as_printed"),
    [
        ("真的是300万元吗？", True),
        ("是三百万吗", True),
        ("不是500万吗", False),
        ("难道只是30万元吗？", False),
    ],
)
async def test_whether_a_figure_is_right(world: World, question: str, as_printed: bool) -> None:
    """After an answer it is asked of the sentence that was shown: that one is shown again, and is said to print it or not."""
    await world.say("冰城健康志愿服务中心买了多少意外保险？")
    (card,) = await world.say(question)
    assert ("报上是这么写的" in card.text, "报上相关的一句" in card.text) == (as_printed, not as_printed)
    assert "<b>" in card.html and "300万元" in card.text


@pytest.mark.parametrize(
    ("claim", "as_printed"),
    [
        ("真的是50千克吗？", True),
        ("是五十公斤吗", True),
        ("真的是50斤吗？", False),
        ("是50克吗", False),
    ],
)
async def test_a_figure_in_another_word_for_its_unit(
    make_world: MakeWorld, seeds: Path, claim: str, as_printed: bool
) -> None:
    """千克 is 公斤 and 斤 isn't."""
    (seeds / "清溪周刊.txt").write_text(
        "药师下乡\n本报讯 清溪县药师走了12公里山路，从柳塘村各家收了50公斤过期药，当场登记。\n",
        encoding="utf-8",
    )
    world = await make_world(Corpus.open(seeds))
    await world.say("药师从柳塘村各家收了什么？")
    (card,) = await world.say(claim)
    assert ("报上是这么写的" in card.text, "报上相关的一句" in card.text) == (as_printed, not as_printed)


async def test_the_source_of_what_is_no_answer(world: World) -> None:
    """A card that shows the nearest report, and no answer, has a source all the same."""
    (refused,) = await world.say("安州区中医院的院长是谁？")
    (card,) = await world.say("出处呢")
    assert "没有找到可靠的答案" in refused.text
    assert card.text.startswith("📰") and "医院.txt" in card.text and "没有找到" not in card.text


async def test_an_edited_question(world: World) -> None:
    """Editing a question edits its answer and sends nothing new."""
    asked = world.message("心理健康宣传月在哪里启动？")
    (first,) = await world.feed(message=asked)
    edited = asked | {"text": QUESTION, "edit_date": asked["date"] + 5}
    (second,) = await world.feed(edited_message=edited)
    assert second.method == "editMessageText"
    assert second.message_id == first.message_id
    assert "2024年6月成立" in second.text


async def test_an_edited_follow_up(world: World) -> None:
    """An edited question follows what was asked before it was sent, not its own old wording or what came later."""
    first, wrong = "冰城健康志愿服务中心买了多少保险？", "安州区中医院热射病门诊什么时候开设的？"
    asked, follow_up = world.message(first), world.message(wrong)
    await world.feed(message=asked)
    await world.feed(message=follow_up)
    (card,) = await world.feed(edited_message=follow_up | {"text": "它是什么时候成立的？"})
    assert world.asked_before(card) == first
    assert "2024年6月" in card.text
    (card,) = await world.feed(edited_message=asked | {"text": QUESTION})
    assert world.asked_before(card) is None


@pytest.mark.parametrize("before", ["/hlep", QUESTION, "/watch 热射病", "/verify"])
@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("/start", "我是剪报"),
        ("/help", "怎么问"),
        ("/sources", "2 份版面"),
        ("/about", "资料版本"),
        ("/language", "哪种文字"),
        ("/ask", "命令后面"),
        ("/verify 每校至少配备一名心理教师", "一字不差"),
        ("/watch 门诊", "“门诊”"),
        ("/watches", "留意"),
        ("/unwatch 热射病", "留意"),
    ],
)
async def test_a_command_mended_by_editing(world: World, before: str, after: str, said: str) -> None:
    """It is served, and its answer takes the place of the one that was wrong."""
    written = world.message(before)
    (first,) = await world.feed(message=written)
    edited = world.message(after) | {"message_id": written["message_id"], "edit_date": written["date"] + 5}
    (second,) = await world.feed(edited_message=edited)
    assert said in second.text and second.message_id == first.message_id


@pytest.mark.parametrize("command", ["/reload", "/status", "/remove 教育", "/rollback", "/gaps"])
async def test_an_admins_command_that_is_edited(world: World, command: str) -> None:
    """Nothing is done a second time, or at all, because a message was edited."""
    chat = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
    assert await world.say(command, chat, ADMIN, "edited_message") == []
    assert world.office.desk.audit.lines() == [] and not world.office.reloading.locked()


async def test_an_edit_whose_answer_is_gone(world: World) -> None:
    """Where the old answer was deleted, the edited question gets a new one."""
    asked = world.message("心理健康宣传月在哪里启动？")
    await world.feed(message=asked)
    world.telegram.faults = [
        lambda call: (
            (400, {"ok": False, "error_code": 400, "description": "Bad Request: message to edit not found"})
            if call.method == "editMessageText"
            else None
        )
    ]
    (new,) = await world.feed(edited_message=asked | {"text": QUESTION})
    assert new.method == "sendMessage"


@pytest.mark.parametrize(
    "content",
    [
        {
            "sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
            | {"is_animated": False, "is_video": False}
        },
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
        {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]},
        {"location": {"longitude": 126.6, "latitude": 45.8}},
        {
            "animation": {
                "file_id": "g",
                "file_unique_id": "g",
                "width": 9,
                "height": 9,
                "duration": 1,
            },
            "document": {"file_id": "g", "file_unique_id": "g", "file_name": "猫.mp4", "file_size": 3},
        },
    ],
)
@pytest.mark.parametrize("user", [ME, ADMIN])
async def test_a_message_that_is_no_text(
    world: World, content: dict[str, object], user: dict[str, object]
) -> None:
    """Stickers, voice, pictures, GIFs and places are told that only text is understood, whoever sends them."""
    message = {k: v for k, v in world.message("", user=user).items() if k not in ("text", "entities")}
    (reply,) = await world.feed(message=message | content)
    assert "文字" in reply.text


async def test_an_album(world: World) -> None:
    """Ten pictures at once get at most two replies, not ten."""
    message = {k: v for k, v in world.message("").items() if k not in ("text", "entities")}
    photo = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]}
    calls = [await world.feed(message=message | photo) for _ in range(10)]
    assert sum(len(c) for c in calls) <= 2


@pytest.mark.parametrize("first", [True, False])
async def test_an_album_with_a_question(world: World, first: bool) -> None:
    """The question is answered, whichever picture it stands under, and of the others there is no more to say."""
    message = {k: v for k, v in world.message("").items() if k not in ("text", "entities")}
    photo = {
        "photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}],
        "media_group_id": "7",
    }
    said = []
    for n in range(3):
        caption = {"caption": QUESTION} if n == (0 if first else 2) else {}
        said += await world.feed(message=message | photo | caption)
    assert sum("2024年6月成立" in card.text for card in said) == 1
    assert len(said) == (1 if first else 2)


async def test_a_picture_with_a_question_under_it(world: World) -> None:
    """A caption is a question."""
    (card,) = await world.feed(message=world.picture(QUESTION))
    assert "2024年6月成立" in card.text


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        (f"/ask {QUESTION}", "2024年6月成立"),
        ("/verify 短短10个月有6万余名志愿者报名", "报上有相近的"),
        ("/verify：每校至少配备一名心理教师", "一字不差"),
        ("/about", "资料版本"),
        ("/weather", "没有这个命令"),
    ],
)
async def test_a_picture_with_a_command_under_it(world: World, caption: str, said: str) -> None:
    """A command does the same under a picture as in a text, also when it is written there later."""
    (card,) = await world.feed(message=world.picture(caption))
    assert said in card.text
    edited = world.picture(caption, edit_date=1)
    assert all(said in card.text for card in await world.feed(edited_message=edited))


async def test_an_album_with_a_command(world: World) -> None:
    """As with a question: of the other pictures there is no more to say."""
    captions = ("/verify 每校至少配备一名心理教师", "", "")
    said = [await world.feed(message=world.picture(caption, media_group_id="7")) for caption in captions]
    assert [len(cards) for cards in said] == [1, 0, 0]


async def test_a_card_posted_through_us(world: World) -> None:
    """What a reader posts through our inline mode in our own chat is not taken for a question."""
    assert await world.say(QUESTION, via_bot={"id": 900, "is_bot": True, "first_name": "剪报"}) == []


async def test_an_unknown_command(world: World) -> None:
    """An unknown command, and an admin's command from a reader, are unknown commands."""
    (one,) = await world.say("/weather")
    (two,) = await world.say("/reload")
    assert one.text == two.text and "没有这个命令" in one.text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en-GB", "newspapers"),
        ("zh-TW", "您好，我是剪報"),
        ("zh-hans", "您好，我是剪报"),
        ("fr", "剪报"),
        (None, "剪报"),
    ],
)
async def test_the_language_of_the_client(world: World, code: str | None, said: str) -> None:
    """Without a choice the language is that of the reader's client, else the configured one."""
    user = ME | ({"language_code": code} if code else {})
    user = user if code else {k: v for k, v in user.items() if k != "language_code"}
    (start,) = await world.say("/start", user=user)
    assert said in start.text


async def test_choosing_a_language(world: World) -> None:
    """The language chosen under /language stays, whatever the client says."""
    (offer,) = await world.say("/language")
    changed, _ = await world.press(offer.data("繁體"), offer)
    assert "繁體" in changed.text
    (start,) = await world.say("/start")
    assert "我是剪報" in start.text


async def test_a_handler_that_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unforeseen error gives the reader a kind sentence and no traceback."""
    monkeypatch.setattr(world.office.desk.service, "ask", lambda *a, **k: 1 / 0)
    (reply,) = await world.say(QUESTION)
    assert "抱歉" in reply.text and "ZeroDivision" not in reply.text


async def test_a_reader_who_blocked_us(world: World) -> None:
    """A reader who blocked the bot causes neither a crash nor another message."""
    blocked = (403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"})
    world.telegram.faults = [lambda call: blocked]
    assert await world.say(QUESTION, chat=PRIVATE) == []


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("没有这份.txt 第3行", "没有这份文件"),
        ("没有这份.txt", "没有这份文件"),
        ("医院.txt 第999行", "引的那一行没有"),
        ("张三. 火星上的报纸[N]. 火星报.", "没有标题这样写的文章"),
    ],
)
async def test_a_citation_of_what_is_not_there(world: World, pasted: str, said: str) -> None:
    """It is told what is missing, and no other article is shown in its place."""
    (card,) = await world.say(pasted)
    assert said in card.text and not card.buttons


async def test_a_reference_pasted_back(world: World) -> None:
    """What 复制引文 copied opens the article that it cites."""
    (card,) = await world.say(QUESTION)
    (again,) = await world.say(card.buttons["📋 复制引文"]["copy_text"]["text"])
    assert "冰城健康志愿服务中心" in again.text and "没有找到" not in again.text


async def test_whole_words_are_underlined(make_world: MakeWorld, seeds: Path) -> None:
    """Two characters of the question that stand side by side in two words of the page are none of its words."""
    page = "柳林县医院缩短住院\n\n柳林县医院明确诊断标准，确诊病人平均住院8天，联合同行定下规程。\n"
    (seeds / "柳林.txt").write_text(page, encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    (card,) = await world.say("柳林县医院的确诊病人平均住院几天？合同有吗")
    underlined = re.findall("<u>(.*?)</u>", card.html)
    assert "柳林县医院" in "".join(underlined)
    assert "确诊病人平均住院" in "".join(underlined)
    assert "明<u>" not in card.html and "联<u>" not in card.html
