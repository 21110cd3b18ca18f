"""From a question to the answer card in the chat; the same way for every surface that takes questions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from telegram import CallbackQuery, Message, User
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError
from telegram.ext import CallbackContext, ExtBot

from bot.cards.card import Card, Place, Reader
from bot.cards.press import Act, Press, read_press
from bot.talk.browsing import cited_card, opened_card, shelf_card, titled_card
from bot.talk.desk import LookedAt, Shown
from bot.telegram.background import beside
from bot.telegram.messages import words_of
from bot.telegram.office import Office
from bot.telegram.outbox import replace as put_in_place
from bot.telegram.outbox import reply
from retrieval.answering.citations import read_citation
from retrieval.records import Tone

T = TypeVar("T")
Context: TypeAlias = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Office]

Acts: TypeAlias = dict[Act, Callable[[CallbackQuery, Press, Reader, Context], Awaitable[str | None]]]
"""What a press does, by its act; it returns the key of the notice that answers the press, if any."""

_PATIENCE_S = 0.3  # most searches take milliseconds; "typing" is for those that don't
_TYPING_S = 4.0  # Telegram shows it for five seconds
_ABOUT_AN_ANSWER = (Act.HIT, Act.FULL, Act.CONTEXT, Act.GOOD, Act.BAD, Act.DELETE)


def in_group(message: Message) -> bool:
    """Return whether others read along."""
    return message.chat.type != ChatType.PRIVATE


def asker_of(message: Message) -> int:
    """Return who counts as the asker: the user, or the chat in whose name somebody writes.

    Telegram gives all anonymous admins one user, and all who write as a channel another.
    """
    if message.sender_chat or message.from_user is None:
        return abs((message.sender_chat or message.chat).id)
    return message.from_user.id


def reader_of(message: Message, context: Context) -> Reader:
    """Return whom a reply to `message` is for."""
    code = message.from_user.language_code if message.from_user else None
    return _reader(asker_of(message), code, context, group=in_group(message))


def reader_for(user: User, context: Context, *, group: bool = False) -> Reader:
    """Return the reader that a user is."""
    return _reader(user.id, user.language_code, context, group=group)


def _reader(id: int, code: str | None, context: Context, *, group: bool) -> Reader:
    return Reader(context.bot_data.desk.texts_for(id, code), id, group, context.bot.username)


def answer_shown(message: Message | None) -> Shown | None:
    """Return the answer that one of our cards shows, and which hit; it is read from the card's own buttons."""
    rows = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    presses = (read_press(str(button.callback_data)) for row in rows for button in row)
    known = [p for p in presses if p and p.act in _ABOUT_AN_ANSWER]
    # Of the arrows each names the hit that it leads to; the way back, which may stand alone, the one shown.
    told = min(known, key=lambda p: p.act is Act.HIT, default=None)
    return Shown(told.key, told.hit) if told else None


async def answer(message: Message, question: str, context: Context, *, edited: bool = False) -> None:
    """Answer `question`, which `message` asks; an edited message gets its answer edited."""
    office, reader = context.bot_data, reader_of(message, context)
    if not await admitted(message, context):
        return
    said, ours = quoted_question(message, context), _our_card(message, context)
    if ours and read_citation(words_of(ours)):  # what a card cites is known though we forgot what it was
        said = words_of(ours)
    previous = _before(message, office, reader, edited=edited, alone=not said)
    work = office.in_turn(_asked, office, question, reader, previous, ours, "" if said == question else said)
    card = await while_typing(message, work)
    await deliver(message, card, context, edited=edited)


def quoted_question(message: Message, context: Context) -> str:
    """Return the text of the message that this one replies to, here or in another chat, unless it is our own."""
    other = message.reply_to_message
    if other and other.from_user and other.from_user.id == context.bot.id:
        return ""
    chosen = message.quote.text if message.quote else None
    return chosen or (words_of(other) if other else "")


def _before(
    message: Message, office: Office, reader: Reader, *, edited: bool, alone: bool
) -> LookedAt | None:
    """Return what is looked at when a question is asked; an edited one was asked looking at the same.

    What was looked at last, where it stands `alone` and replies to nothing that shows or says something.
    """
    at, card = (message.chat_id, message.message_id), message.reply_to_message
    previous: LookedAt | None = answer_shown(card)
    if previous is None and card:
        previous = _opened_on(card, office)
    if previous is None and edited:
        previous = office.asked_after.get(at)
    elif previous is None and alone and not reader.in_group:
        previous = office.desk.last_of(reader.id)
    office.asked_after.put(at, previous)
    return previous


def _opened_on(card: Message, office: Office) -> Place | None:
    return office.opened.get((card.chat_id, card.message_id))


def _our_card(message: Message, context: Context) -> Message | None:
    """Return the message of ours to which this one is a reply."""
    other = message.reply_to_message
    return other if other and other.from_user and other.from_user.id == context.bot.id else None


def _asked(
    office: Office,
    question: str,
    reader: Reader,
    previous: LookedAt | None,
    card: Message | None,
    said: str,
) -> Card:
    """Answer a question; 全文 in reply to a `card` opens what that one shows, never what was asked last."""
    if not reader.in_group and (titled := titled_card(office.desk, reader, question)):
        return titled
    exchange = office.desk.ask(question, reader.id, previous, in_group=reader.in_group, said=said)
    if exchange.answer.tone is Tone.SHELF:
        return replace(office.desk.card(exchange, reader), rows=shelf_card(office.desk, reader).rows)
    if Tone.FULL_TEXT not in (exchange.of_card, exchange.answer.tone) or reader.in_group:
        return office.desk.card(exchange, reader)
    if isinstance(previous, Place) and (card is None or _opened_on(card, office) == previous):
        opened = opened_card(office.desk, reader, previous.article, previous.start)
        return opened or Card(reader.texts.say("press_gone"))
    shown = answer_shown(card)
    if card and not (exchange.of_card and shown and shown.key == exchange.key):
        return cited_card(office.desk, reader, words_of(card))
    return office.desk.card(exchange, reader)


async def admitted(message: Message, context: Context) -> bool:
    """Count a question or a command against the limits; over them, say so once and then keep quiet."""
    verdict, sentence = context.bot_data.take_turn(asker_of(message), message.chat_id)
    if verdict.notice:
        reader = reader_of(message, context)
        await reply(message, Card(reader.texts.say(sentence, seconds=verdict.wait_s)), quote=reader.in_group)
    return verdict.allowed


async def deliver(message: Message, card: Card, context: Context, *, edited: bool = False) -> None:
    """Send `card` as the answer to `message`, or put it in place of the answer given before."""
    replies, key = context.bot_data.replies, (message.chat_id, message.message_id)
    before = replies.get(key) if edited else None
    if before and await put_in_place(context.bot, message.chat_id, before, card):
        return context.bot_data.note_shown(message.chat_id, before, card, asker_of(message))
    sent = await reply(message, card, quote=in_group(message))
    replies.put(key, sent.message_id)
    context.bot_data.note_shown(message.chat_id, sent.message_id, card, asker_of(message))


async def hint(message: Message, context: Context, sentence: str) -> None:
    """Say how we are to be used, and not in a flood; the sentence may name us."""
    if context.bot_data.apologies.take(message.chat_id).allowed:
        shown = reader_of(message, context).texts.say(sentence, bot=context.bot.username)
        await deliver(message, Card(shown), context)


async def while_typing(message: Message, work: Coroutine[Any, Any, T]) -> T:
    """Await `work` and show that we are typing if it takes long enough to be noticed; what is ready waits for no sign of it."""
    task = asyncio.ensure_future(work)
    if not (await asyncio.wait({task}, timeout=_PATIENCE_S))[0]:
        async with beside(_type, message):
            await asyncio.wait({task})
    return task.result()


async def _type(message: Message) -> None:
    while True:
        with suppress(TelegramError):
            await message.reply_chat_action(ChatAction.TYPING)
        await asyncio.sleep(_TYPING_S)
