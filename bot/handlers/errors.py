"""When a handler fails, or has no room: a kind sentence for the reader, the rest for the log."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.cards.card import Card, shorten
from bot.cards.texts import Texts
from bot.cards.whys import said
from bot.handlers.answering import Context, in_group, reader_for, reader_of
from bot.handlers.inline import hint
from bot.telegram.outbox import answer_press, reply
from retrieval.errors import BusyError, RetrievalError
from retrieval.whys import Why

log = logging.getLogger(__name__)
_WHY_CHARS = 500  # what a system says may hold the path of a file
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
    what = f"update {update.update_id}" if isinstance(update, Update) else _work()
    if isinstance(error, BusyError) and isinstance(update, Update):
        log.info("%s was turned away: %s", what, error)
        await _say(update, context, f"why_{error.why.word}")
    elif isinstance(error, RetrievalError) and isinstance(update, Update) and _is_admins(update, context):
        log.warning("%s could not be served: %s", what, error)
        await _say(update, context, "admin_failed", error.why)
    elif _nobody_listens(error):
        log.info("%s could not be answered: %s", what, error)
    elif isinstance(error, (NetworkError, RetryAfter)) and not isinstance(error, BadRequest):
        log.warning("%s was not answered: %r", what, error)
    else:
        log.error("%s failed", what, exc_info=error)
        if isinstance(update, Update) and _may_apologise(update, context):
            await _say(update, context, "sorry")


def _work() -> str:
    """Return what was done beside the updates: the library handles an error in the task that failed."""
    task = asyncio.current_task()
    return f"background work ({task.get_name()})" if task else "background work"


def _is_admins(update: Update, context: Context) -> bool:
    """Return whether it came from one who can mend what is wrong, and reads the reason alone."""
    user, chat = update.effective_user, update.effective_chat
    alone = chat is not None and chat.type == ChatType.PRIVATE  # nor does a list of results hold a reason
    return alone and user is not None and user.id in context.bot_data.desk.settings.admins


def _nobody_listens(error: Exception | None) -> bool:
    """Return whether we were blocked, removed, muted or the chat moved: nothing to mend, nothing to say."""
    gone = isinstance(error, BadRequest) and any(words in error.message.lower() for words in _NO_RIGHTS)
    return gone or isinstance(error, (Forbidden, ChatMigrated))


def _may_apologise(update: Update, context: Context) -> bool:
    """Return whether saying sorry is no flood: who presses or types inline is told each time."""
    message = update.message or update.edited_message
    return message is None or context.bot_data.apologies.take(message.chat_id).allowed


async def _say(update: Update, context: Context, sentence: str, why: Why | None = None) -> None:
    """Say it where the reader looks: on the button that was pressed, in the list, or under the message."""

    def values(texts: Texts) -> dict[str, str]:
        return {"why": shorten(said(why, texts), _WHY_CHARS)} if why else {}

    query, asked, message = update.callback_query, update.inline_query, update.effective_message
    with suppress(TelegramError):
        if query:
            texts = reader_for(query.from_user, context).texts
            await answer_press(query, texts.plain(sentence, **values(texts)))
        elif asked:
            await hint(asked, reader_for(asked.from_user, context), sentence)
        elif message:
            texts = reader_of(message, context).texts
            await reply(message, Card(texts.say(sentence, **values(texts))), quote=in_group(message))
