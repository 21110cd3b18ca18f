"""Commands that every reader may use, in private and in groups."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Message, Update

from bot.cards.card import Card, Reader
from bot.cards.links import read_payload
from bot.handlers.answering import Context, admitted, answer, deliver, in_group, quoted_question, reader_of
from bot.talk.browsing import opened_card, shelf_card
from bot.talk.desk import Desk
from bot.telegram.messages import after_command


async def ask(update: Update, context: Context) -> None:
    """Answer `/ask question`; as a reply to somebody's message, that message is the question."""
    message = update.effective_message
    if message is None:
        return
    question = after_command(message) or quoted_question(message, context)
    if question:
        await answer(message, question, context, edited=update.edited_message is not None)
    else:
        await _say(update, context, Desk.ask_what)


async def start(update: Update, context: Context) -> None:
    """Greet, or open the article that a deep link names."""
    message = update.effective_message
    if message is None:
        return
    if context.args and not in_group(message):
        await _open_link(update, message, context, context.args[0])
    else:
        await _say(update, context, Desk.start)


async def _open_link(update: Update, message: Message, context: Context, payload: str) -> None:
    desk, reader = context.bot_data.desk, reader_of(message, context)
    link = read_payload(payload)
    if link is None:  # e.g. "help", which the inline mode's button sends
        return await _say(update, context, _NAMED.get(payload, Desk.start))
    if await admitted(message, context):
        card = await context.bot_data.in_turn(opened_card, desk, reader, *link)
        card = card or Card(reader.texts.say("link_gone"))
        await deliver(message, card, context, edited=update.edited_message is not None)


_NAMED: dict[str, Callable[[Desk, Reader], Card]] = {"help": Desk.help, "sources": shelf_card}


async def help(update: Update, context: Context) -> None:
    """Explain how to ask."""
    await _say(update, context, Desk.help)


async def sources(update: Update, context: Context) -> None:
    """Show the shelf."""
    await _say(update, context, shelf_card)


async def about(update: Update, context: Context) -> None:
    """Say what is served, and which version."""
    await _say(update, context, Desk.about)


async def language(update: Update, context: Context) -> None:
    """Offer the languages."""
    await _say(update, context, Desk.languages)


async def _say(update: Update, context: Context, what: Callable[[Desk, Reader], Card]) -> None:
    """Answer a command; one that is mended by editing it gets its answer where the one before stood."""
    message = update.effective_message
    if message is not None and await admitted(message, context):
        reader = reader_of(message, context)
        card = await context.bot_data.in_thread(what, context.bot_data.desk, reader)
        await deliver(message, card, context, edited=update.edited_message is not None)
