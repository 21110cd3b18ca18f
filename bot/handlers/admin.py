"""Administration in the chat: reload the pages, see how the bot is doing. Only for the ids in the settings."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from telegram import CallbackQuery, Message, Update
from telegram.error import TelegramError

from bot.admin_cards import Progress, failed_card, reload_card, status_card
from bot.cards import Card
from bot.desk import Desk
from bot.handlers.answering import Context, in_group, reader_of
from bot.handlers.watch import tell_watchers
from bot.outbox import replace, reply, turn
from bot.texts import Html, Texts
from retrieval.corpus import Corpus
from retrieval.errors import RetrievalError
from retrieval.records import ReloadReport

log = logging.getLogger(__name__)
_EDIT_EVERY_S = 2.0  # Telegram takes about one edit a second; the admin needs fewer
Change = Callable[[Corpus, Progress], ReloadReport]


def reread(corpus: Corpus, progress: Progress) -> ReloadReport:
    """Read the pages again."""
    return corpus.reload(progress=progress)


async def reload(update: Update, context: Context) -> None:
    """Read the pages again in the background; the message that says so becomes the report."""
    message = update.effective_message
    if message is None:
        return
    texts = reader_of(message, context).texts
    if context.bot_data.reloading.locked():
        await reply(message, Card(texts.say("reload_running")), quote=in_group(message))
        return
    context.application.create_task(_reload(message, texts, context))


async def _reload(message: Message, texts: Texts, context: Context) -> None:
    async with context.bot_data.reloading:
        started = await reply(message, Card(texts.say("reload_started")), quote=in_group(message))
        if message.from_user:
            context.bot_data.desk.audit.note(message.from_user.id, "reload")
        async with _never_left_waiting(started, texts, context):
            await _carry_out(started, texts, context, reread, Card(Html("")))
    await tell_watchers(context.bot_data, context.bot)


async def change_corpus(
    query: CallbackQuery,
    texts: Texts,
    context: Context,
    before: Callable[[], Card] = lambda: Card(Html("")),
    change: Change = reread,
    started: str = "reload_started",
) -> None:
    """Do `before` and then `change` in the background, in turn with other changes.

    The card says `started`, and becomes the report, under what `before` returns and with its buttons.
    """
    if isinstance(query.message, Message):
        with suppress(TelegramError):  # what was confirmed is done all the same
            await turn(query, Card(texts.say(started)))
        context.application.create_task(_change(query.message, texts, context, before, change))


async def _change(
    shown: Message, texts: Texts, context: Context, before: Callable[[], Card], change: Change
) -> None:
    async with context.bot_data.reloading, _never_left_waiting(shown, texts, context):
        try:
            lead = await asyncio.to_thread(before)
        except OSError as error:
            log.exception("the seeds folder can't be changed")
            # Half of it may have been: the report of what lies there now tells.
            lead = Card(texts.say("upload_unsaved", why=error.strerror or error))
        await _carry_out(shown, texts, context, change, lead)
    await tell_watchers(context.bot_data, context.bot)


@asynccontextmanager
async def _never_left_waiting(shown: Message, texts: Texts, context: Context) -> AsyncIterator[None]:
    """Let the card say so if anything fails that nobody thought of; the error goes on to the log."""
    try:
        yield
    except Exception:
        with suppress(TelegramError):
            await _show(shown, Card(texts.say("sorry")), context)
        raise


async def _carry_out(shown: Message, texts: Texts, context: Context, change: Change, lead: Card) -> None:
    progress = Progress()
    # Not in the office's threads: those are for the readers, who go on being answered.
    work = asyncio.ensure_future(asyncio.to_thread(_changed, context.bot_data.desk, change, texts, progress))
    while not (await asyncio.wait({work}, timeout=_EDIT_EVERY_S))[0]:
        with suppress(TelegramError):  # the next edit, or the report, says more
            await replace(context.bot, shown.chat_id, shown.message_id, progress.card(texts))
    card = work.result()
    text = Html(f"{lead.text}\n\n{card.text}") if lead.text else card.text
    await _show(shown, Card(text, lead.rows), context)


async def _show(shown: Message, card: Card, context: Context) -> None:
    if not await replace(context.bot, shown.chat_id, shown.message_id, card):
        await reply(shown, card)


def _changed(desk: Desk, change: Change, texts: Texts, progress: Progress) -> Card:
    """Change the corpus and note what is news for its watchers: in one go, whatever Telegram refuses meanwhile."""
    try:
        report = change(desk.corpus, progress)
        # Who goes back a version brings nothing new.
        desk.watches.note_new(desk.corpus, report.new if change is reread else ())
    except RetrievalError as error:
        return failed_card(error, texts)
    card = reload_card(report, texts)
    if change is reread:
        return card
    return Card(Html(f"{texts.say('rollback_done', version=report.version)}\n\n{card.text}"))


async def status(update: Update, context: Context) -> None:
    """Show the corpus, the engine, the uptime and what was asked today."""
    if message := update.effective_message:
        texts = reader_of(message, context).texts
        card = await asyncio.to_thread(status_card, context.bot_data.desk, texts)
        await reply(message, card, quote=in_group(message))
