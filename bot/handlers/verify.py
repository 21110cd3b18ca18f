"""Verifying a quotation: after the command, or in the message that the command replies to."""

from __future__ import annotations

from telegram import Update

from bot.cards.card import Card, Reader
from bot.cards.verify_cards import verification_card
from bot.cards.whys import said
from bot.handlers.answering import (
    Context,
    admitted,
    deliver,
    quoted_question,
    reader_of,
    while_typing,
)
from bot.telegram.messages import after_command
from bot.telegram.office import Office
from retrieval.errors import QueryError


async def verify(update: Update, context: Context) -> None:
    """Say whether the quotation stands in the corpus; an edited command gets its answer edited."""
    message = update.effective_message
    if message is None or not await admitted(message, context):
        return
    quote = after_command(message) or quoted_question(message, context)
    reader, office = reader_of(message, context), context.bot_data
    card = Card(reader.texts.say("verify_what"))
    if quote:
        card = await while_typing(message, office.in_turn(_verified, office, reader, quote))
    await deliver(message, card, context, edited=update.edited_message is not None)


def _verified(office: Office, reader: Reader, quote: str) -> Card:
    try:
        return verification_card(office.desk.service.verify(quote), reader)
    except QueryError as error:
        return Card(reader.texts.say("verify_bad", why=said(error.why, reader.texts)))
