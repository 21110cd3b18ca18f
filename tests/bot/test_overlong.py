"""Cards of absurdly long names: whatever is printed, Telegram takes what a reader is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cards.card import CARD_UNITS, units
from bot.cards.press import Act, Press
from bot.cards.texts import Html
from retrieval.corpus import Corpus
from retrieval.handles import source_handle
from tests.bot.conftest import MakeWorld
from tests.bot.world import ADMIN, GROUP, ME

CHAT = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
ALWAYS = {"quiet_from": "00:00", "quiet_until": "00:00"}
ASKED = "梧桐镇图书馆首晚接待读者多少名？"


def _shelve(folder: Path, sign: str) -> None:
    """Fill a folder with papers whose names, headlines and sentences go on and on in one sign."""
    folder.mkdir()
    for n in range(40):
        paper, title = f"{sign * 300}报{n}", f"梧桐镇图书馆{sign * 400}开放之{n}"
        text = f"梧桐镇图书馆首晚接待读者{1200 + n}名，{sign * 5000}。馆长说，梧桐镇图书馆还要添书。"
        row = {"id": f"x{n}", "title": title, "text": text, "publication": paper, "date": "2025-03-04"}
        name = f"{n:02}{sign * (220 // len(sign.encode()))}.jsonl"
        (folder / name).write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(("sign", "code"), [("长", "zh-hans"), ("长", "en"), ("&", "zh-hans")])
async def test_every_card(make_world: MakeWorld, tmp_path: Path, sign: str, code: str) -> None:
    """Each is sent, and none is refused: the world looks at every call as Telegram would."""
    _shelve(tmp_path / "s", sign)
    corpus = Corpus.open(tmp_path / "s", data=tmp_path / "index")
    world = await make_world(
        corpus,
        watching={"per_user": 500, **ALWAYS},
        limits={"per_user_per_minute": 0, "question_chars": 4096},
    )
    me, admin = ME | {"language_code": code}, ADMIN | {"language_code": code}
    for n in range(60):
        await world.say(f"/watch 图书馆{n} {sign * 80}", user=me)
    await world.say("/watch 添书", user=me)
    for typed in (
        "/watches",
        "/sources",
        ASKED,
        f"{ASKED} 馆长说要添什么？",
        ASKED + sign * 900,
        "“梧桐镇图书馆还要添书”",
    ):
        assert await world.say(typed, user=me), typed
    (card,) = await world.say(ASKED, user=me)
    assert await world.say(ASKED, user=me, chat=GROUP) == [] and await world.say(f"/ask {ASKED}", GROUP, me)
    for label in ("全文", "上下文") if code != "en" else ("Full", "Context"):
        assert len(await world.press(card.data(label), card, me)) > 1, label
    quote = f"梧桐镇图书馆首晚接待读者1207名，{sign * 700}。馆长说要添"
    assert await world.say(f"/verify {quote}", user=me)
    assert await world.feed(inline_query={"id": "1", "from": me, "query": ASKED, "offset": ""})
    source = corpus.sources()[0]
    for act, key in ((Act.CONTENTS, source_handle(source.name)), (Act.SHELF, "")):
        assert await world.press(Press(act, me["id"], key).data, None, me)
    for typed in (
        "/status",
        "/gaps",
        "/rollback",
        "/remove jsonl",
        f"/remove {source.name}",
        f"/remove {sign * 3000}",
    ):
        assert await world.say(typed, CHAT, admin), typed
    (tmp_path / "s" / f"新{sign * 50}.txt").write_text(
        "添书\n\n梧桐镇图书馆添书。" + sign * 3000, encoding="utf-8"
    )
    await world.say("/reload", CHAT, admin)
    assert any("添书" in call.text for call in await world.settled())
    assert world.telegram.refused == []
    for call in world.telegram.calls:
        texts = [call.params.get("text", "")]
        texts += [r["input_message_content"]["message_text"] for r in call.params.get("results") or ()]
        assert all(units(Html(text)) <= CARD_UNITS for text in texts), call.text[:300]
