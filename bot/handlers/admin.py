"""Administration in the chat: reload the pages, see how the bot is doing. Only for the ids in the settings."""

from __future__ import annotations

import asyncio

from telegram import Message, Update

from bot.admin_cards import Progress, reload_card, status_card
from bot.cards import Card
from bot.handlers.answering import Context, in_group, reader_of
from bot.outbox import replace, reply
from bot.texts import Texts
from retrieval.errors import RetrievalError

_EDIT_EVERY_S = 2.0  # Telegram takes about one edit a second; the admin needs fewer


async def reload(update: Update, context: Context) -> None:
    """Read the pages again in the background; the message that says so becomes the report."""
    message = update.effective_message
    if message is None:
        return
    texts = reader_of(message, context).texts
    if context.bot_data.reloading.locked():
        await reply(message, Card(texts.say("reload_running")), quote=in_group(message))
        return
    context.application.create_task(_reload(message, texts, context), update=update)


async def _reload(message: Message, texts: Texts, context: Context) -> None:
    async with context.bot_data.reloading:
        started = await reply(message, Card(texts.say("reload_started")), quote=in_group(message))
        progress = Progress()
        # Not in the office's threads: those are for the readers, who go on being answered.
        work = asyncio.ensure_future(asyncio.to_thread(_reloaded, context, texts, progress))
        while not (await asyncio.wait({work}, timeout=_EDIT_EVERY_S))[0]:
            await replace(context.bot, started.chat_id, started.message_id, progress.card(texts))
        if not await replace(context.bot, started.chat_id, started.message_id, work.result()):
            await reply(started, work.result())


def _reloaded(context: Context, texts: Texts, progress: Progress) -> Card:
    try:
        return reload_card(context.bot_data.desk.corpus.reload(progress=progress), texts)
    except RetrievalError as error:
        return Card(texts.say("reload_failed", why=error))


async def status(update: Update, context: Context) -> None:
    """Show the corpus, the engine, the uptime and what was asked today."""
    if message := update.effective_message:
        texts = reader_of(message, context).texts
        card = await context.bot_data.in_thread(status_card, context.bot_data.desk, texts)
        await reply(message, card, quote=in_group(message))
