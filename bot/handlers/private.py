"""The private chat: any text is a question."""

from __future__ import annotations

from telegram import Message, Update

from bot.cards import Card
from bot.handlers.answering import Context, answer, reader_of
from bot.outbox import reply


async def question(update: Update, context: Context) -> None:
    """Answer whatever was written, also under a picture; what was posted through us inline is no question."""
    message = update.effective_message
    if message is None or (message.via_bot and message.via_bot.id == context.bot.id):
        return
    text = message.text or message.caption or ""
    await answer(message, text, context, edited=update.edited_message is not None)


async def wordless(update: Update, context: Context) -> None:
    """Say that only text is understood, not once for every picture of an album."""
    await _once(update.effective_message, context, "text_only")


async def unknown_command(update: Update, context: Context) -> None:
    """Say how to ask instead."""
    await _once(update.effective_message, context, "unknown_command")


async def _once(message: Message | None, context: Context, sentence: str) -> None:
    if message and context.bot_data.apologies.take(message.chat_id).allowed:
        await reply(message, Card(reader_of(message, context).texts.say(sentence)))
