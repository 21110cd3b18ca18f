"""What does a message say: in which words, with which command, and what stands behind that?

A text or what is written under a picture or a file: for whoever writes, it is the same.
"""

from __future__ import annotations

from typing import Any

from telegram import Message, MessageEntity, Update
from telegram.ext import CommandHandler, filters

from bot.talk.slash import behind


def words_of(message: Message) -> str:
    """Return what is written in a message or under its picture, "" where nothing is."""
    return message.text or message.caption or ""


def command_of(message: Message) -> str:
    """Return the command that a message begins with, e.g. /ask@jianbao_bot; "" where it is none."""
    first = next(iter(message.entities or message.caption_entities), None)
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return ""
    return words_of(message)[: first.length]  # in UTF-16 units, which are characters here


def after_command(message: Message) -> str:
    """Return what stands behind the command, without the colon or comma in between: 问题 of `/ask：问题`.

    The library's `args` begin at the first blank, and here the question would be lost with the command.
    """
    return behind(words_of(message)[len(command_of(message)) :])


class Command(CommandHandler[Any, Any]):
    """Takes a command wherever one is written; the library's own handler looks at texts alone."""

    def check_update(
        self, update: object
    ) -> bool | tuple[list[str], bool | dict[str, list[Any]] | None] | None:
        """Return the command's arguments and what the filters say, as the library wants it; None for another command."""
        if not isinstance(update, Update) or (message := update.effective_message) is None:
            return None
        name, _, bot = command_of(message).lower().removeprefix("/").partition("@")
        if name not in self.commands or (bot and not _is_to_us(message)):
            return None
        fits = self.filters.check_update(update)
        return (words_of(message).split()[1:], fits) if fits else False


class _BeginsWithCommand(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return bool(command_of(message))


class _NamesUs(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return _is_to_us(message)


def _is_to_us(message: Message) -> bool:
    """Return whether the command names this bot, as a group's menu writes it: /help@jianbao_bot."""
    return command_of(message).lower().partition("@")[2] == message.get_bot().username.lower()


WORDS = filters.TEXT | filters.CAPTION
COMMAND = _BeginsWithCommand()
TO_US = _NamesUs()
