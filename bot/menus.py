"""The command menus that Telegram shows: in private chats, in groups, and for admins."""

from __future__ import annotations

import logging

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.texts import Texts, texts_in
from config.settings import Settings

log = logging.getLogger(__name__)
PRIVATE = ("ask", "verify", "help", "sources", "watch", "watches", "about", "language", "start")
GROUP = ("ask", "verify", "help", "about")
ADMIN = (*PRIVATE, "reload", "status", "remove", "rollback", "gaps")


async def set_menus(bot: ExtBot[None], settings: Settings) -> None:
    """Set the menus in each language; a menu that can't be set is a line in the log, never an end."""
    for language, code in ((settings.language, None), ("zh", "zh"), ("en", "en")):
        texts = texts_in(language)
        await _set(bot, PRIVATE, texts, BotCommandScopeAllPrivateChats(), code)
        await _set(bot, GROUP, texts, BotCommandScopeAllGroupChats(), code)
    for admin in settings.admins:
        await _set(bot, ADMIN, texts_in(settings.language), BotCommandScopeChat(admin), None)


async def _set(
    bot: ExtBot[None], names: tuple[str, ...], texts: Texts, scope: BotCommandScope, code: str | None
) -> None:
    commands = [BotCommand(name, texts.plain(f"menu_{name}")) for name in names]
    try:
        await bot.set_my_commands(commands, scope=scope, language_code=code)
    except TelegramError as error:
        log.warning("the menu for %s could not be set: %s", scope.type, error)
