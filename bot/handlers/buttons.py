"""Buttons under our cards: who may press, and what happens."""

from __future__ import annotations

import math
import time

from telegram import CallbackQuery, ChatMember, Message, Update
from telegram.error import BadRequest, TelegramError

from bot.cards.card import Card, Reader
from bot.cards.press import Act, Press, read_press
from bot.cards.render import answer_card, context_card, full_card
from bot.cards.texts import LANGUAGES, texts_in
from bot.handlers import admin, browse, gaps, keeping, upload, watch
from bot.handlers.answering import Acts, Context, in_group, reader_for
from bot.talk.browsing import with_related
from bot.talk.desk import Desk, Shown
from bot.telegram.office import Office
from bot.telegram.outbox import answer_press, keyboard, turn
from retrieval.articles.mending.build import name_of

_KNOWN_S = 60.0


async def pressed(update: Update, context: Context) -> None:
    """Do what a button says, and always answer the press, or the button would go on spinning."""
    query = update.callback_query
    if query is None:
        return
    message = query.message if isinstance(query.message, Message) else None
    reader = reader_for(query.from_user, context, group=bool(message and in_group(message)))
    notice = await _outcome(query, message, reader, context)
    await answer_press(query, notice and reader.texts.plain(notice))


async def _outcome(
    query: CallbackQuery, message: Message | None, reader: Reader, context: Context
) -> str | None:
    """Carry out the press; return the notice that answers it, if any."""
    press = read_press(query.data)
    if press is None or message is None:
        return "press_stale"
    if not context.bot_data.press_limit.take(reader.id).allowed:
        return "press_busy"
    if press.act not in _FOR_ALL and not await _may_press(press, reader.id, message, context):
        return "press_not_yours"
    return await _ACTS[press.act](query, press, reader, context)


async def _may_press(press: Press, user: int, message: Message, context: Context) -> bool:
    if press.owner == user:
        return True
    return in_group(message) and await _is_admin(message.chat_id, user, context)


async def _is_admin(chat: int, user: int, context: Context) -> bool:
    """Return whether a user is an admin of a group, as it was a minute ago at most.

    Each look counts among the 20 calls a minute that Telegram allows in a group, and answers want those.
    """
    admins = context.bot_data.admins
    known, at = admins.get((chat, user)) or (False, -math.inf)
    if time.monotonic() - at < _KNOWN_S:
        return known
    try:
        member = await context.bot.get_chat_member(chat, user)
    except TelegramError:
        return False
    known = member.status in (ChatMember.ADMINISTRATOR, ChatMember.OWNER)
    admins.put((chat, user), (known, time.monotonic()))
    return known


async def _show(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    card = await context.bot_data.in_turn(_card_for, context.bot_data, press, reader)
    if card is None:
        return await context.bot_data.in_thread(_why_not, context.bot_data.desk, press)
    return None if await turn(query, card) else "press_stale"


def _why_not(desk: Desk, press: Press) -> str:
    return "press_gone" if desk.has_left(press.key, press.hit) else "press_stale"


def _card_for(office: Office, press: Press, reader: Reader) -> Card | None:
    """Return the card that a press about an answer asks for; None when the hit is gone or not the owner's."""
    desk, n = office.desk, press.hit
    found = desk.shown(press.key, n) if desk.asked_by(press.key, press.owner) else None
    if found is None:
        return None
    if not reader.in_group:
        desk.turned(reader.id, Shown(press.key, n))
    owner = Reader(reader.texts, press.owner, reader.in_group, reader.bot)
    if press.act is Act.CONTEXT:
        return context_card(found, owner, press.key, n)
    if press.act is Act.FULL:
        card = full_card(found, owner, press.key, n, press.page)
        return with_related(card, desk, found.hits[n].article, Press(Act.KIN, owner.id, press.key, n), owner)
    return answer_card(found, owner, desk.shelf, press.key, n)


async def _vote(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    desk, good = context.bot_data.desk, press.act is Act.GOOD
    found = await context.bot_data.in_turn(desk.shown, press.key, press.hit)
    if found is None or not desk.asked_by(press.key, press.owner):
        return _why_not(desk, press)
    desk.store.note_feedback(press.key, press.hit, reader.id, good, name_of(found.hits[press.hit].article))
    if desk.store.failing:
        return "press_forgetful"
    return "press_good" if good else "press_bad"


async def _delete(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    if not context.bot_data.desk.asked_by(press.key, press.owner):
        return "press_stale"
    try:
        await query.delete_message()
    except BadRequest:
        return "press_not_deleted"
    return None


async def _try_example(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    message, question = query.message, _label_of(query)
    if not isinstance(message, Message) or not question:
        return "press_stale"
    if not context.bot_data.take_turn(reader.id, message.chat_id)[0].allowed:
        return "press_busy"
    card = await context.bot_data.in_turn(_example_card, context.bot_data.desk, question, reader)
    await message.reply_text(card.text, reply_markup=keyboard(card), do_quote=False)
    return None


def _label_of(query: CallbackQuery) -> str:
    """Return what stands on the button that was pressed, "" where its message shows it no more."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    buttons = (button for row in (markup.inline_keyboard if markup else ()) for button in row)
    return next((button.text for button in buttons if button.callback_data == query.data), "")


def _example_card(desk: Desk, question: str, reader: Reader) -> Card:
    """Ask an example as if the reader had typed it: what the button says, be the examples others by now."""
    return desk.card(desk.ask(question, reader.id, in_group=reader.in_group), reader)


async def _choose_language(
    query: CallbackQuery, press: Press, reader: Reader, context: Context
) -> str | None:
    if press.key not in LANGUAGES:
        return "press_stale"
    # Not the one who presses: an admin may, for an anonymous one who asked in the group's name.
    store = context.bot_data.desk.store
    store.set_language(press.owner, press.key)
    sentence = "language_forgetful" if store.failing else "language_set"
    await turn(query, Card(texts_in(press.key).say(sentence, language=LANGUAGES[press.key])))
    return None


_FOR_ALL = (Act.GOOD, Act.BAD)
_ACTS: Acts = {
    Act.HIT: _show,
    Act.FULL: _show,
    Act.CONTEXT: _show,
    Act.GOOD: _vote,
    Act.BAD: _vote,
    Act.DELETE: _delete,
    Act.EXAMPLE: _try_example,
    Act.LANGUAGE: _choose_language,
    **admin.ACTS,
    **browse.ACTS,
    **gaps.ACTS,
    **keeping.ACTS,
    **upload.ACTS,
    **watch.ACTS,
}
