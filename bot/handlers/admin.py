"""Administration in the chat: reload the pages, see how the bot is doing. Only for the ids in the settings."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import CallbackQuery, Message, Update
from telegram.error import TelegramError

from bot.cards.card import Card, Reader, Report
from bot.cards.press import Act, Press
from bot.handlers.answering import Acts, Context, in_group, reader_of
from bot.handlers.watch import tell_watchers
from bot.talk.admin_cards import Progress, StoppedError, failed_report, reload_report, status_card
from bot.talk.changing import Change
from bot.talk.desk import Desk
from bot.telegram.outbox import replace, replaced, reply, turn
from bot.telegram.pacing import BRIEFLY
from retrieval.errors import RetrievalError

log = logging.getLogger(__name__)
_EDIT_EVERY_S = 2.0  # Telegram takes about one edit a second; the admin needs fewer


async def reload(update: Update, context: Context) -> None:
    """Read the pages again in the background; the message that says so becomes the report."""
    message = update.effective_message
    if message is None:
        return
    reader = reader_of(message, context)
    if context.bot_data.reloading.locked():
        await reply(message, Card(reader.texts.say("reload_running")), quote=in_group(message))
        return
    change = Change(reader.id, reader.texts)
    context.application.create_task(_reload(message, change, context), name=str(change))


async def _reload(message: Message, change: Change, context: Context) -> None:
    async with _then_tell_watchers(context), context.bot_data.reloading:
        shown = await reply(message, Card(change.texts.say(change.started)), quote=in_group(message))
        if message.from_user:
            context.bot_data.desk.audit.note(message.from_user.id, "reload")
        await _carry_out(shown, change, context)


async def _read_again(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    desk = context.bot_data.desk
    if reader.id not in desk.settings.admins:
        return "press_not_yours"
    desk.audit.note(reader.id, "reload")
    await change_corpus(query, Change(reader.id, reader.texts), context)
    return None


async def change_corpus(query: CallbackQuery, change: Change, context: Context) -> None:
    """Carry out a change in the background, in turn with others; the card says that it began, and becomes the report."""
    if isinstance(query.message, Message):
        with suppress(TelegramError):  # what was confirmed is done all the same
            await turn(query, Card(change.texts.say(change.started)))
        context.application.create_task(_change(query.message, change, context), name=str(change))


async def _change(shown: Message, change: Change, context: Context) -> None:
    async with _then_tell_watchers(context):
        try:
            async with context.bot_data.reloading:
                await _carry_out(shown, change, context)
        finally:
            change.end()


@asynccontextmanager
async def _then_tell_watchers(context: Context) -> AsyncIterator[None]:
    """Tell them what a change brought, also where its report could not be shown."""
    try:
        yield
    finally:
        await tell_watchers(context.bot_data, context.bot)


@asynccontextmanager
async def _never_left_waiting(shown: Message, change: Change, context: Context) -> AsyncIterator[None]:
    """Let the card say so if anything fails that nobody thought of; the error goes on to the log."""
    try:
        yield
    except Exception:
        with suppress(TelegramError):
            await _show(shown, Card(change.texts.say("sorry")), change, context)
        raise


async def _carry_out(shown: Message, change: Change, context: Context) -> None:
    progress = Progress(change.started, context.bot_data.stopping)
    # Not in the office's threads: those are for the readers, who go on being answered.
    work = asyncio.ensure_future(asyncio.to_thread(_changed, context.bot_data.desk, change, progress))
    async with _never_left_waiting(shown, change, context):
        while not (await asyncio.wait({work}, timeout=_EDIT_EVERY_S))[0]:
            with suppress(TelegramError):  # the next edit, or the report, says more
                await replace(context.bot, shown.chat_id, shown.message_id, progress.card(change.texts), 0)
        report = change.lead + work.result()
        await _show(shown, report.card(change.texts), change, context)


async def _show(shown: Message, card: Card, change: Change, context: Context) -> None:
    if not await replaced(shown, card, context.bot, BRIEFLY):
        # Telegram may make that wait, but not the next change.
        context.application.create_task(reply(shown, card), name=f"report of the {change}")


def _changed(desk: Desk, change: Change, progress: Progress) -> Report:
    """Change the corpus and note what is news for its watchers: in one go, whatever Telegram refuses meanwhile."""
    try:
        report = change.carry_out(desk.corpus, progress)
        desk.watches.note_new(desk.corpus, report.new if change.brings_news else ())
    except RetrievalError as error:
        return failed_report(error, change.texts, change.failed, change.again)
    except StoppedError:
        log.info("a change of the corpus was broken off: what lies in the seeds is read at the next start")
        return Report((change.texts.say("reload_stopped"),), ((change.again,),))
    return reload_report(report, change.texts, change.done)


async def status(update: Update, context: Context) -> None:
    """Show the corpus, the engine, the uptime and what was asked today."""
    if message := update.effective_message:
        texts = reader_of(message, context).texts
        office = context.bot_data
        card = await asyncio.to_thread(status_card, office.desk, texts, office.has_rival)
        await reply(message, card, quote=in_group(message))


ACTS: Acts = {Act.RELOAD: _read_again}
