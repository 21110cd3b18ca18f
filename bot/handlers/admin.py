"""Administration in the chat: reload the pages, see how the bot is doing. Only for the ids in the settings."""

from __future__ import annotations

from telegram import Update

from bot.admin_cards import reload_card
from bot.cards import Card
from bot.handlers.answering import Context, reader_of, while_typing
from bot.outbox import replace, reply
from bot.texts import Texts
from retrieval.errors import RetrievalError


async def reload(update: Update, context: Context) -> None:
    """Read the pages again; the message that says so becomes the report."""
    message = update.effective_message
    if message is None:
        return
    texts, office = reader_of(message, context).texts, context.bot_data
    if office.reloading.locked():
        await reply(message, Card(texts.say("reload_running")))
        return
    async with office.reloading:
        started = await reply(message, Card(texts.say("reload_started")))
        card = await while_typing(message, office.in_thread(_reload, context, texts))
        if not await replace(context.bot, started.chat_id, started.message_id, card):
            await reply(message, card)


def _reload(context: Context, texts: Texts) -> Card:
    try:
        return reload_card(context.bot_data.desk.corpus.reload(), texts)
    except RetrievalError as error:
        return Card(texts.say("reload_failed", why=error))
