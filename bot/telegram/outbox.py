"""Cards out to Telegram: as a reply, or in place of a card that stands there already."""

from __future__ import annotations

import logging
from typing import cast

from telegram import (
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.cards.card import BUTTON_CHARS, Button, Card, shorten

log = logging.getLogger(__name__)
_ANSWER_CHARS = 200


def keyboard(card: Card) -> InlineKeyboardMarkup | None:
    """Return the card's buttons as Telegram wants them; None when there are none."""
    rows = [[_button(button) for button in row] for row in card.rows]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    label = shorten(button.label, BUTTON_CHARS)
    if button.press:
        return InlineKeyboardButton(label, callback_data=button.press.data)
    if button.copy:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(button.copy))
    return InlineKeyboardButton(label, url=button.url)


async def reply(message: Message, card: Card, *, quote: bool = False) -> Message:
    """Answer a message in its chat and topic; with `quote`, as a reply to it if it is still there."""
    return await message.reply_text(
        card.text,
        reply_markup=keyboard(card),
        reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True)
        if quote
        else None,
        do_quote=None if quote else False,
    )


async def replace(bot: ExtBot[None], chat: int, message: int, card: Card, wait_s: int | None = None) -> bool:
    """Put `card` in place of one of our messages; False when that message is gone or can't be edited.

    With `wait_s` a 429 is waited out for so many seconds at most.
    """
    try:
        await bot.edit_message_text(
            card.text, chat, message, reply_markup=keyboard(card), rate_limit_args=cast(None, wait_s)
        )
    except BadRequest as error:
        return _unchanged(error)
    return True


async def replaced(shown: Message, card: Card, bot: ExtBot[None], wait_s: int) -> bool:
    """Put `card` in place of one of our messages; False where it has to be sent, whatever the reason."""
    try:
        return await replace(bot, shown.chat_id, shown.message_id, card, wait_s)
    except TelegramError as error:
        log.warning("a card could not be edited (%s), so it is sent anew", error)
        return False


async def turn(query: CallbackQuery, card: Card) -> bool:
    """Put `card` in place of the one whose button was pressed; False when that one is gone.

    Pressing twice, which changes nothing, is no error.
    """
    try:
        await query.edit_message_text(card.text, reply_markup=keyboard(card))
    except BadRequest as error:
        if not _unchanged(error) and not _gone(error):
            raise
        return _unchanged(error)
    return True


async def answer_press(query: CallbackQuery, notice: str | None) -> None:
    """Answer a press; one that is too old to be answered is let go."""
    try:
        await query.answer(notice[:_ANSWER_CHARS] if notice else None)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise


def _unchanged(error: BadRequest) -> bool:
    return "not modified" in error.message.lower()


def _gone(error: BadRequest) -> bool:
    return any(words in error.message.lower() for words in ("not found", "can't be edited"))
