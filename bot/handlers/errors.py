"""When a handler fails, or has no room: a kind sentence for the reader, the rest for the log."""

from __future__ import annotations

import logging
from contextlib import suppress

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.cards import Card
from bot.handlers.answering import Context, in_group, reader_for, reader_of
from bot.handlers.inline import hint
from bot.outbox import reply
from retrieval.errors import BusyError

log = logging.getLogger(__name__)
_NO_RIGHTS = (
    "not enough rights",
    "have no rights",
    "chat not found",
    "topic_closed",
    "need administrator rights",
)


async def failed(update: object, context: Context) -> None:
    """Log the error; tell the reader, unless nobody there can or wants to hear us."""
    error = context.error
    number = update.update_id if isinstance(update, Update) else None
    if isinstance(error, BusyError) and isinstance(update, Update):
        log.info("update %s was turned away: %s", number, error)
        await _say(update, context, f"why_{error.why.word}")
    elif _nobody_listens(error):
        log.info("update %s could not be answered: %s", number, error)
    elif isinstance(error, (NetworkError, RetryAfter)) and not isinstance(error, BadRequest):
        log.warning("update %s was not answered: %r", number, error)
    else:
        log.error("update %s failed", number, exc_info=error)
        if isinstance(update, Update) and _may_apologise(update, context):
            await _say(update, context, "sorry")


def _nobody_listens(error: Exception | None) -> bool:
    """Return whether we were blocked, removed, muted or the chat moved: nothing to mend, nothing to say."""
    gone = isinstance(error, BadRequest) and any(words in error.message.lower() for words in _NO_RIGHTS)
    return gone or isinstance(error, (Forbidden, ChatMigrated))


def _may_apologise(update: Update, context: Context) -> bool:
    """Return whether saying sorry is no flood: who presses or types inline is told each time."""
    message = update.message or update.edited_message
    return message is None or context.bot_data.apologies.take(message.chat_id).allowed


async def _say(update: Update, context: Context, sentence: str) -> None:
    """Say it where the reader looks: on the button that was pressed, in the list, or under the message."""
    query, asked, message = update.callback_query, update.inline_query, update.effective_message
    with suppress(TelegramError):
        if query:
            await query.answer(reader_for(query.from_user, context).texts.plain(sentence))
        elif asked:
            await hint(asked, reader_for(asked.from_user, context), sentence)
        elif message:
            await reply(
                message, Card(reader_of(message, context).texts.say(sentence)), quote=in_group(message)
            )
