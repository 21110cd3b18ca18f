"""A large corpus: what a reader or an admin asks for costs the same however many articles there are."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest

from bot.cards.card import Card, Reader
from bot.cards.press import Act, Press
from bot.talk.admin_cards import status_card
from bot.talk.browsing import contents_card, opened_card, related_card, shelf_card
from bot.talk.desk import Desk
from bot.talk.gap_cards import gaps_card
from bot.talk.keeping_cards import remove_card
from config.settings import Settings
from retrieval.corpus import Corpus
from retrieval.handles import handle_of, source_handle
from retrieval.index.packing import unpack, unpack_terms
from retrieval.seeds.parcels import Sent

FEW, MANY = 600, 4_000
FILES = 12
_DECODING = (unpack.__code__, unpack_terms.__code__)
_NAMES = "安北昌大东峰光海和华"


def _row(n: int) -> str:
    """Return an article whose id is no handle; its words are its own and few others'."""
    place = "".join(_NAMES[int(digit)] for digit in str(n))
    text = f"本报讯 {place}镇图书馆昨日开馆，藏书{n}册。馆长说，{place}镇的读者可凭证借阅。"
    return json.dumps({"id": f"a_{n}", "title": f"{place}镇图书馆昨日开馆", "text": text}, ensure_ascii=False)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, Corpus]:
    """A small corpus and a large one of as many files: one file holds nearly all."""
    return _made(tmp_path_factory.mktemp("few"), FEW), _made(tmp_path_factory.mktemp("many"), MANY)


def _made(folder: Path, size: int) -> Corpus:
    for file in range(1, FILES):
        (folder / f"{file:02}.jsonl").write_text(_row(file), encoding="utf-8")
    (folder / "all.jsonl").write_text("\n".join(map(_row, range(FILES, size))), encoding="utf-8")
    return Corpus.open(folder, engine="tantivy")


class Cost(NamedTuple):
    """How many records were decoded, and how many hundreds of steps SQLite took."""

    decoded: int
    steps: int


def cost_of(corpus: Corpus, call: Callable[[], Any]) -> Cost:
    """Count what a call reads: by the interpreter's hook for calls and by SQLite's own for steps."""
    decoded = steps = 0

    def called(frame: FrameType, event: str, arg: object) -> None:
        nonlocal decoded
        decoded += event == "call" and frame.f_code in _DECODING

    def stepped() -> int:
        nonlocal steps
        steps += 1
        return 0

    db = corpus._state.store._db
    db.set_progress_handler(stepped, 100)
    sys.setprofile(called)
    try:
        call()
    finally:
        sys.setprofile(None)
        db.set_progress_handler(None, 0)
    return Cost(decoded, steps)


def _middle(desk: Desk) -> str:
    return handle_of(f"a_{desk.stats.articles // 2}")


def _related(desk: Desk, reader: Reader) -> Card:
    article = desk.corpus.article(_middle(desk))
    assert article
    return related_card(desk, reader, article, Press(Act.ARTICLE, reader.id))


def _gaps(desk: Desk, reader: Reader) -> Card:
    desk.ask("量子引力是谁提出的？", reader.id)
    return gaps_card(desk, reader)


def _upload(desk: Desk, reader: Reader) -> Card:
    sent = Sent("new.jsonl", _row(10**6).encode())
    desk.intake.stage(reader.id, [sent], desk.corpus.folder, desk.corpus.printings)
    return desk.about(reader)


ALL = source_handle("all.jsonl")
CALLS: dict[str, Callable[[Desk, Reader], Card | None]] = {
    "/start": Desk.start,
    "/help": Desk.help,
    "/about": Desk.about,
    "/sources": shelf_card,
    "the last page of the shelf": lambda desk, reader: shelf_card(desk, reader, 9999),
    "contents": lambda desk, reader: contents_card(desk, reader, ALL),
    "contents in the middle": lambda desk, reader: contents_card(
        desk, reader, ALL, desk.stats.articles // 20
    ),
    "the last page of the contents": lambda desk, reader: contents_card(desk, reader, ALL, 999_999),
    "contents of an unknown file": lambda desk, reader: contents_card(desk, reader, source_handle("x")),
    "an article by its handle": lambda desk, reader: opened_card(desk, reader, _middle(desk), 0),
    "an unknown article": lambda desk, reader: opened_card(desk, reader, "unknown", 0),
    "related articles": _related,
    "/remove": lambda desk, reader: remove_card(desk, reader, "all.jsonl"),
    "/status": lambda desk, reader: status_card(desk, reader.texts),
    "/gaps": _gaps,
    "an upload's preview": _upload,
    "/sources in the terminal": Desk.sources,
}
MOST_DECODED = 60
MOST_FOR_EXAMPLES = 600  # a sample, and the questions about it; once a version of the corpus


@pytest.mark.parametrize("call", CALLS)
def test_the_same_cost(corpora: tuple[Corpus, Corpus], settings: Callable[..., Settings], call: str) -> None:
    """Few records are decoded, and among seven times as many articles SQLite takes no more steps."""
    costs = []
    for corpus in corpora:
        desk = Desk(corpus, settings())
        reader = Reader(desk.texts_for(1, None), 1, False, "jianbao_bot")
        costs.append(cost_of(corpus, lambda desk=desk, reader=reader: CALLS[call](desk, reader)))
    few, many = costs
    assert many.decoded <= (MOST_FOR_EXAMPLES if call in ("/start", "/help") else MOST_DECODED), costs
    assert many.steps <= 1.2 * few.steps + 10, costs
