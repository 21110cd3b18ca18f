"""The private chat: any text is a question."""

from __future__ import annotations

from telegram import Message, Update

from bot.handlers.answering import Context, answer, hint
from bot.telegram.messages import words_of


async def question(update: Update, context: Context) -> None:
    """Answer whatever was written, also under a picture; what was posted through us inline is no question."""
    message = update.effective_message
    if message is None or (message.via_bot and message.via_bot.id == context.bot.id):
        return
    await answer(message, words_of(message), context, edited=update.edited_message is not None)


async def captioned(update: Update, context: Context) -> None:
    """Note that of an album a picture came under which something is written, whatever that is."""
    if message := update.effective_message:
        _met_before(message, context)


async def wordless(update: Update, context: Context) -> None:
    """Say that only text is understood: of an album once, and not at all where one picture of it has a question."""
    message = update.effective_message
    if message and not _met_before(message, context):
        await hint(message, context, "text_only")


def _met_before(message: Message, context: Context) -> bool:
    """Return whether another picture of the same album came before."""
    album, albums = message.media_group_id, context.bot_data.albums
    if album is None:
        return False
    met = albums.get(album) is not None
    albums.put(album, True)
    return met


async def unknown_command(update: Update, context: Context) -> None:
    """Say how to ask instead."""
    if message := update.effective_message:
        await hint(message, context, "unknown_command")
