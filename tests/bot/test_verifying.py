"""/verify: is this quotation in the papers?"""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Reader
from bot.cards.texts import texts_in
from bot.cards.verify_cards import marked, verification_card
from retrieval.records import Article, Change, Part, Piece, QuoteHit, Role, Verdict, Verification
from tests.bot.judge import TEXT_CHARS, judge_text
from tests.bot.test_any_text import TEXT
from tests.bot.world import BOT, GROUP, ME, OTHER, PRIVATE, Call, World

QUOTE = "全省一万两千所学校参加,每校至少配备一名心理教师"


async def _verify(world: World, quote: str, **more: Any) -> Call:
    (card,) = await world.say(f"/verify {quote}", **more)
    return card


async def test_verbatim(world: World) -> None:
    """A true quotation is confirmed with its citation and opens at its lines."""
    card = await _verify(world, f"“{QUOTE}”")
    assert "一字不差" in card.text and "教育.txt 第5行" in card.text
    assert "<s>" not in card.html and "<blockquote>" in card.html
    assert "教育.txt: 第5行" in card.buttons["📋 复制引文"]["copy_text"]["text"]
    full, _ = await world.press(card.data("全文"), card)
    assert "一万两千所" in full.html.split("<u>")[1].split("</u>")[0]


@pytest.mark.parametrize(
    "quote", ["全省一萬兩千所學校參加，每校至少\n配備一名心理教師", "全省一万两千所学校……心理教师"]
)
async def test_other_spellings(world: World, quote: str) -> None:
    """Line breaks, width, 繁简 and a marked omission are no differences."""
    assert "一字不差" in (await _verify(world, quote)).text


async def test_what_dots_leave_out(world: World) -> None:
    """What a reader leaves out with …… is shown as the paper prints it: it may say the contrary."""
    card = await _verify(world, "全省一万两千所学校……心理教师")
    assert "<i>参加,每校至少配备一名</i>" in card.html and "……" not in card.text and "略去" in card.text


async def test_what_is_left_out_silently(world: World) -> None:
    """A clause left out is told as left out, and nothing is struck."""
    card = await _verify(world, "全省一万两千所学校配备一名心理教师")
    assert "漏了几处" in card.text and "<b>参加,每校至少</b>" in card.html
    assert "<s>" not in card.html


async def test_what_somebody_asks_after(world: World) -> None:
    """What stands in the quotation marks is checked, and the card says so."""
    card = await _verify(world, f"网上有人说：“{QUOTE}”，是真的吗？")
    assert f"核对的是“{QUOTE}”" in card.text and "一字不差" in card.text
    card = await _verify(world, "网上有人说：“昨夜火星上空出现三艘宇宙飞船”，是真的吗？")
    assert "没有这句话" in card.text


async def test_near(world: World) -> None:
    """Of a quotation that differs, exactly what differs is marked."""
    card = await _verify(world, QUOTE.replace("一名", "两名"))
    assert "相近" in card.text and "% 相同" in card.text
    quoted = card.html.split("<blockquote>")[1]
    assert "<s>两</s><b>一</b>" in quoted and quoted.count("<s>") == 1


async def test_other_punctuation(world: World) -> None:
    """Where the words are as printed, a comma is no error in what was said."""
    card = await _verify(world, QUOTE.replace("，", "。").replace(",", "。"))
    assert "只是标点不一样" in card.text and "<s>" in card.html


async def test_too_short_in_english(world: World) -> None:
    """Why a quotation can't be checked is said in the reader's language."""
    card = await _verify(world, "三字", user=ME | {"language_code": "en"})
    assert "too short; it wants at least 4 characters" in card.text


async def test_absent(world: World) -> None:
    """What isn't there is told plainly, without a button."""
    card = await _verify(world, "昨夜火星上空出现三艘宇宙飞船")
    assert "没有这句话" in card.text and not card.buttons


async def test_a_reply(world: World) -> None:
    """In reply to somebody's message that message, or the part of it that was chosen, is verified."""
    said = {"message_id": 5, "date": 1, "chat": PRIVATE, "from": OTHER, "text": f"听说{QUOTE}"}
    (card,) = await world.say("/verify", reply_to_message=said, quote={"text": QUOTE, "position": 2})
    assert "一字不差" in card.text
    channel = {"id": -1009, "type": "channel", "title": "频道"}
    origin = {"type": "channel", "date": 1, "chat": channel, "message_id": 3}
    quote = {"text": QUOTE, "position": 0}
    (card,) = await world.say("/verify", quote=quote, external_reply={"origin": origin})
    assert "一字不差" in card.text


async def test_in_a_group(world: World) -> None:
    """In a group the card answers the asker and leads into the private chat."""
    said = {"message_id": 5, "date": 1, "chat": GROUP, "from": OTHER, "text": QUOTE}
    (card,) = await world.say(f"/verify@{BOT['username']}", chat=GROUP, reply_to_message=said)
    assert card.params["reply_parameters"]["message_id"]
    (button,) = card.buttons.values()
    (opened,) = await world.say("/start " + button["url"].split("start=")[1])
    assert "<u>" in opened.html


async def test_an_edited_quotation(world: World) -> None:
    """An edited command gets its verdict edited."""
    first = await _verify(world, "昨夜火星上空出现三艘宇宙飞船", message_id=77)
    (second,) = await world.say(f"/verify {QUOTE}", kind="edited_message", message_id=77, edit_date=2)
    assert second.params["message_id"] == first.message_id and "一字不差" in second.text


@pytest.mark.parametrize(
    ("quote", "said"),
    [("", "写在命令后面"), ("的", "没法核对"), ("字" * 4050, "没法核对"), ("<b>&</b>", "没法核对")],
)
async def test_what_cannot_be_verified(world: World, quote: str, said: str) -> None:
    """Too little, too much or nothing is told so."""
    assert said in (await _verify(world, quote)).text


async def test_limits(world: World) -> None:
    """Verifying counts like asking."""
    said = [await world.say(f"/verify {QUOTE}", user=ME) for _ in range(22)]
    assert "有点快" in said[20][0].text and said[21] == []


_CHANGES = st.lists(
    st.builds(Change, st.sampled_from(["equal", "insert", "delete", "replace"]), TEXT, TEXT, st.booleans()),
    max_size=300,
).map(tuple)


@given(_CHANGES, st.lists(TEXT, max_size=5), st.booleans(), st.sampled_from([Verdict.NEAR, Verdict.VERBATIM]))
def test_any_difference(changes: Any, citations: list[str], group: bool, verdict: Verdict) -> None:
    """Whatever differs, TDLib parses the card and it stays within the limits."""
    article = Article("a", "p", "正文正文", (Part(Role.BODY, 0, 4),), (Piece(0, 1),), ((1, 1),))
    text = "".join(c.printed for c in changes)
    hits = tuple(QuoteHit(article, 0.9, 0, 4, text, changes, ((1, 1),), c) for c in ["引", *citations])
    reader = Reader(texts_in("zh"), 42, group, "jianbao_bot")
    card = verification_card(Verification("引", verdict, 0.9, hits), reader)
    judge_text(card.text, "HTML", TEXT_CHARS)


def test_marks() -> None:
    """What the page prints stays readable as printed; an omission is shown, and is no error."""
    changes = (
        Change("equal", "有", "有"),
        Change("replace", "6万", "5万"),
        Change("insert", "", "余"),
        Change("replace", "……", "，省略的话，", True),
        Change("delete", "火速", ""),
        Change("equal", "集结", "集结"),
    )
    shown = marked(changes)
    assert shown == "有<s>6万</s><b>5万</b><b>余</b><i>，省略的话，</i><s>火速</s>集结"
    without = re.sub("<s>.*?</s>|</?[bi]>", "", html.unescape(shown))
    assert without == "有5万余，省略的话，集结"


async def test_a_message_that_is_a_quotation(world: World) -> None:
    """Where it is printed, it is marked; where it isn't, the card says so and what differs, as /verify does."""
    (card,) = await world.say(f"“{QUOTE}”")
    assert f"<b>{QUOTE}</b>" in card.html
    (card,) = await world.say(f"报上说“{QUOTE.replace('一名', '九名')}”，是真的吗？")
    assert "相近" in card.text and "<s>九</s><b>一</b>" in card.html
    (card,) = await world.say("“昨夜火星上空出现三艘宇宙飞船”")
    assert "没有这句话" in card.text
