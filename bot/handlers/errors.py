"""When a handler fails: a kind sentence for the reader, the rest for the log."""

from __future__ import annotations

import logging
from contextlib import suppress

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.cards import Card
from bot.handlers.answering import Context, reader_for, reader_of
from bot.outbox import reply

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
    if _nobody_listens(error):
        log.info("update %s could not be answered: %s", number, error)
    elif isinstance(error, (NetworkError, RetryAfter)) and not isinstance(error, BadRequest):
        log.warning("update %s was not answered: %r", number, error)
    else:
        log.error("update %s failed", number, exc_info=error)
        if isinstance(update, Update):
            with suppress(TelegramError):
                await _apologise(update, context)


def _nobody_listens(error: Exception | None) -> bool:
    """Return whether we were blocked, removed, muted or the chat moved: nothing to mend, nothing to say."""
    gone = isinstance(error, BadRequest) and any(words in error.message.lower() for words in _NO_RIGHTS)
    return gone or isinstance(error, (Forbidden, ChatMigrated))


async def _apologise(update: Update, context: Context) -> None:
    query, message = update.callback_query, update.effective_message
    if query:
        await query.answer(reader_for(query.from_user, context).texts.plain("sorry"))
    elif message and context.bot_data.apologies.take(message.chat_id).allowed:
        await reply(message, Card(reader_of(message, context).texts.say("sorry")), quote=True)
