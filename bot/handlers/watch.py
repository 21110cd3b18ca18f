"""Watching: what a reader wants to hear of, and the digest when it appears."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AbstractAsyncContextManager
from typing import cast

from telegram import CallbackQuery, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.cards.card import Card, Reader, shorten
from bot.cards.press import Act, Press
from bot.cards.texts import Html, texts_in
from bot.cards.watch_cards import digest_card, watches_card
from bot.handlers.answering import Acts, Context, admitted, deliver, reader_of
from bot.memory.watches import QUERY_CHARS, News, Watches
from bot.talk.desk import Desk
from bot.talk.quiet import is_quiet
from bot.telegram.background import beside
from bot.telegram.messages import after_command
from bot.telegram.office import Office
from bot.telegram.outbox import keyboard, turn
from bot.telegram.pacing import BRIEFLY, may_have_arrived

log = logging.getLogger(__name__)
_EVERY_S = 60.0  # how often it is looked whether the quiet hours are over


async def watch(update: Update, context: Context) -> None:
    """Watch the query after the command."""
    message = update.effective_message
    if message is None or not await admitted(message, context):
        return
    reader = reader_of(message, context)
    query = " ".join(after_command(message).split())
    card = await context.bot_data.in_thread(_watched, context.bot_data, reader, query)
    await deliver(message, card, context, edited=update.edited_message is not None)


def _watched(office: Office, reader: Reader, query: str) -> Card:
    desk, say = office.desk, reader.texts.say
    most, known = desk.settings.watching.per_user, [watch.query for watch in desk.watches.of(reader.id)]
    if not query:
        return Card(say("watch_what"))
    if len(query) > QUERY_CHARS or not desk.corpus.can_watch(query):
        return Card(say("watch_unclear", most=QUERY_CHARS))
    if query in known:
        return Card(say("watch_known", query=query))
    if len(known) >= most:
        return Card(say("watch_full", most=most))
    desk.watches.add(reader.id, query, reader.texts.language)
    if desk.store.failing:
        return Card(say("watch_forgetful", query=query))
    words = desk.corpus.watched_words(query)
    if words and "".join(words) != query.lower():
        return Card(say("watch_noted_words", query=query, words=" + ".join(words)))
    return Card(say("watch_noted" if words else "watch_noted_all", query=query))


async def watches(update: Update, context: Context) -> None:
    """List what is watched, with buttons to drop."""
    message = update.effective_message
    if message and await admitted(message, context):
        reader = reader_of(message, context)
        card = _kept(context.bot_data.desk, reader)
        await deliver(message, card, context, edited=update.edited_message is not None)


async def off(update: Update, context: Context) -> None:
    """Say that nobody watches here."""
    message = update.effective_message
    if message and await admitted(message, context):
        card = Card(reader_of(message, context).texts.say("watch_off"))
        await deliver(message, card, context, edited=update.edited_message is not None)


async def unwatch(update: Update, context: Context) -> None:
    """Drop the watch that is named after the command; without a name list them all, and say so of an unknown one."""
    message = update.effective_message
    if message is None or not await admitted(message, context):
        return
    reader, query = reader_of(message, context), " ".join(after_command(message).split())
    card = _unwatched(context.bot_data.desk, reader, query)
    await deliver(message, card, context, edited=update.edited_message is not None)


def _kept(desk: Desk, reader: Reader) -> Card:
    """List what a reader watches, as far as that can be seen now."""
    watches = desk.watches.of(reader.id)
    if not watches and desk.store.failing:
        return Card(reader.texts.say("watches_forgetful"))
    return watches_card(watches, reader)


def _unwatched(desk: Desk, reader: Reader, query: str) -> Card:
    kept = desk.watches
    found = next((watch for watch in kept.of(reader.id) if watch.query == query), None)
    if found:
        kept.drop(reader.id, found.id)
        return Card(reader.texts.say("unwatched", query=query))
    left = _kept(desk, reader)
    if desk.store.failing or not query:  # what can't be found may be watched all the same
        return left
    unknown = reader.texts.say("watch_unknown", query=shorten(query, QUERY_CHARS))
    return Card(Html(f"{unknown}\n{left.text}"), left.rows)


async def _unwatch(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    kept = context.bot_data.desk.watches
    gone = kept.drop(reader.id, int(press.key)) if press.key.isdecimal() else None
    shown = await turn(query, watches_card(kept.of(reader.id), reader))
    return None if gone and shown else "press_watch_gone"


async def tell_watchers(office: Office, bot: ExtBot[None]) -> None:
    """Send each watcher one digest of what is still to be told, unless the hours are quiet."""
    desk = office.desk
    async with office.telling:
        # Where a change of ours is under way, it notes itself what it brings.
        published = desk.watches.at != desk.corpus.version and not office.reloading.locked()
        if (desk.watches.behind or published) and not desk.store.failing:
            await asyncio.to_thread(desk.watches.catch_up, desk.corpus)
        if is_quiet(desk.settings.watching) or not desk.settings.watching.per_user:
            return
        for news in await asyncio.to_thread(desk.watches.news, desk.corpus):
            await _tell(news, desk.watches, office, bot)


async def _tell(news: News, kept: Watches, office: Office, bot: ExtBot[None]) -> None:
    """Tell one user; who blocked us is forgotten, and who can't be reached now is told later."""
    texts = texts_in(office.desk.store.language(news.user) or news.code)
    card = digest_card(news, texts, bot.username, office.desk.settings.watching.articles)
    try:
        await bot.send_message(
            news.user, card.text, reply_markup=keyboard(card), rate_limit_args=cast(None, BRIEFLY)
        )
    except Forbidden:
        kept.forget(news.user)
    except BadRequest as error:
        log.warning("a digest could not be sent: %s", error)
        if "chat not found" in error.message.lower():
            kept.forget(news.user)
        else:
            kept.told(news)  # it would be refused again and again
    except TelegramError as error:
        if may_have_arrived(error):
            kept.told(news)  # once is promised
        else:
            log.warning("a digest waits for the next time: %s", error)
    else:
        kept.told(news)


def telling(office: Office, bot: ExtBot[None]) -> AbstractAsyncContextManager[None]:
    """Send what came before the start, and what was held back as soon as the quiet hours are over, while it lasts."""
    return beside(_tell_for_ever, office, bot)


async def _tell_for_ever(office: Office, bot: ExtBot[None]) -> None:
    try:
        await asyncio.to_thread(office.desk.watches.catch_up, office.desk.corpus)
    except Exception:  # whatever it is, as below
        log.exception("what came before the start could not be looked through")
    while True:
        try:
            await tell_watchers(office, bot)
        except Exception:  # whatever it is: tomorrow's digests must still go out
            log.exception("digests could not be sent")
        await asyncio.sleep(_EVERY_S)


ACTS: Acts = {Act.UNWATCH: _unwatch}
