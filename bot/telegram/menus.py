"""What Telegram shows of us by itself: the command menus, and the line on our profile."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.cards.texts import Texts, texts_in
from bot.telegram.background import beside
from config.settings import Settings

log = logging.getLogger(__name__)
PRIVATE = ("ask", "verify", "help", "sources", "watch", "watches", "about", "language", "start")
GROUP = ("ask", "verify", "help", "about")
_WATCHING = ("watch", "watches")
ADMIN = (*PRIVATE, "reload", "status", "remove", "rollback", "gaps")


def menus(bot: ExtBot[None], settings: Settings) -> AbstractAsyncContextManager[None]:
    """Set menus and description while the context lasts: Telegram may make us wait between them."""
    return beside(set_menus, bot, settings)


async def set_menus(bot: ExtBot[None], settings: Settings) -> None:
    """Set menus and description in each language; what can't be set is a line in the log, never an end."""
    private, admins = (
        tuple(name for name in names if settings.watching.per_user or name not in _WATCHING)
        for names in (PRIVATE, ADMIN)
    )
    for language, code in ((settings.language, None), ("zh", "zh"), ("en", "en")):
        texts = texts_in(language)
        await _set(bot, private, texts, BotCommandScopeAllPrivateChats(), code)
        await _set(bot, GROUP, texts, BotCommandScopeAllGroupChats(), code)
        await _tried("description", _describe(bot, texts.plain("short_description"), code))
    for admin in settings.admins:
        await _set(bot, admins, texts_in(settings.language), BotCommandScopeChat(admin), None)


async def _set(
    bot: ExtBot[None], names: tuple[str, ...], texts: Texts, scope: BotCommandScope, code: str | None
) -> None:
    commands = [BotCommand(name, texts.plain(f"menu_{name}")) for name in names]
    await _tried(f"menu for {scope.type}", bot.set_my_commands(commands, scope=scope, language_code=code))


async def _describe(bot: ExtBot[None], said: str, code: str | None) -> None:
    # Telegram may make us wait for hours between two changes: none where nothing changes.
    if (await bot.get_my_short_description(code)).short_description != said:
        await bot.set_my_short_description(said, code)


async def _tried(what: str, call: Awaitable[object]) -> None:
    try:
        await call
    except TelegramError as error:
        log.warning("the %s could not be set: %s", what, error)
