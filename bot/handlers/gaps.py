"""What the corpus lacks, for admins."""

from __future__ import annotations

import asyncio

from telegram import CallbackQuery, Update

from bot.cards.card import Reader
from bot.cards.press import Act, Press
from bot.handlers.answering import Acts, Context, reader_of
from bot.talk.gap_cards import days_in, gaps_card
from bot.telegram.messages import after_command
from bot.telegram.outbox import reply, turn


async def gaps(update: Update, context: Context) -> None:
    """List what was asked in vain in the last days, as many as stand after the command."""
    message = update.effective_message
    if message is None:
        return
    reader, desk = reader_of(message, context), context.bot_data.desk
    days = days_in(after_command(message), desk.settings.log.keep_days)
    await reply(message, await asyncio.to_thread(gaps_card, desk, reader, days))


async def _turned(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    desk = context.bot_data.desk
    if reader.id not in desk.settings.admins:
        return "press_not_yours"
    card = await asyncio.to_thread(gaps_card, desk, reader, press.hit, press.page)
    return None if await turn(query, card) else "press_stale"


ACTS: Acts = {Act.GAPS: _turned}
