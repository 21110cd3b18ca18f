"""Browsing by buttons: shelf → contents → article → its neighbours and related articles."""

from __future__ import annotations

from collections.abc import Callable

from telegram import CallbackQuery, Message

from bot.cards.card import Card, Reader
from bot.cards.press import Act, Press
from bot.handlers.answering import Acts, Context
from bot.talk.browsing import contents_card, opened_card, related_card, shelf_card
from bot.talk.desk import Desk
from bot.telegram.outbox import turn


async def _show(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    card = await context.bot_data.in_turn(_CARDS[press.act], context.bot_data.desk, reader, press)
    if card is None:
        return "press_source_gone" if press.act is Act.CONTENTS else "press_gone"
    if not await turn(query, card):
        return "press_stale"
    if isinstance(query.message, Message):
        context.bot_data.note_shown(query.message.chat_id, query.message.message_id, card, reader.id)
    return None


def _shelf(desk: Desk, reader: Reader, press: Press) -> Card | None:
    return shelf_card(desk, reader, press.page)


def _contents(desk: Desk, reader: Reader, press: Press) -> Card | None:
    return contents_card(desk, reader, press.key, press.page)


def _article(desk: Desk, reader: Reader, press: Press) -> Card | None:
    return opened_card(desk, reader, press.key, press.hit, press.page)


def _related(desk: Desk, reader: Reader, press: Press) -> Card | None:
    """Show what is related to an article that was opened by its handle."""
    article = desk.corpus.article(press.key)
    back = Press(Act.ARTICLE, reader.id, press.key)
    return related_card(desk, reader, article, back) if article else None


def _kin(desk: Desk, reader: Reader, press: Press) -> Card | None:
    """Show what is related to the article of a hit; the way back leads to the answer's full text."""
    found = desk.shown(press.key, press.hit) if desk.asked_by(press.key, press.owner) else None
    if found is None:
        return None
    back = Press(Act.FULL, press.owner, press.key, press.hit)
    return related_card(desk, reader, found.hits[press.hit].article, back)


_CARDS: dict[Act, Callable[[Desk, Reader, Press], Card | None]] = {
    Act.SHELF: _shelf,
    Act.CONTENTS: _contents,
    Act.ARTICLE: _article,
    Act.RELATED: _related,
    Act.KIN: _kin,
}
ACTS: Acts = dict.fromkeys(_CARDS, _show)
