"""An admin takes a page off the shelf, or goes back to an earlier version; each is confirmed by a button."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from telegram import CallbackQuery, Update

from bot.cards.card import Card, Reader, Report
from bot.cards.press import Act, Press
from bot.handlers.admin import change_corpus
from bot.handlers.answering import Acts, Context, reader_of
from bot.talk.admin_cards import Progress
from bot.talk.changing import Change
from bot.talk.desk import Desk
from bot.talk.keeping_cards import (
    remove_card,
    removed_report,
    rollback_card,
    source_named,
    sure_card,
    version_card,
)
from bot.telegram.messages import after_command
from bot.telegram.outbox import reply, turn
from retrieval.corpus import Corpus
from retrieval.records import ReloadReport
from retrieval.seeds.shelving import remove_file


async def remove(update: Update, context: Context) -> None:
    """Ask whether the page that `/remove NAME` names is to go."""
    if message := update.effective_message:
        reader = reader_of(message, context)
        name = after_command(message)
        card = await asyncio.to_thread(remove_card, context.bot_data.desk, reader, name)
        await reply(message, card)


async def rollback(update: Update, context: Context) -> None:
    """List the versions that are kept."""
    if message := update.effective_message:
        reader = reader_of(message, context)
        card = await asyncio.to_thread(rollback_card, context.bot_data.desk, reader)
        await reply(message, card)


async def _remove(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    desk = context.bot_data.desk
    name = source_named(desk, press.key)
    if reader.id not in desk.settings.admins or not name:
        return "press_source_gone" if reader.id in desk.settings.admins else "press_not_yours"
    if press.hit == 0:
        card = await asyncio.to_thread(sure_card, desk, reader, name)
        return None if await turn(query, card) else "press_stale"
    await change_corpus(query, _Removal(press, reader, desk, name), context)
    return None


class _Removal(Change):
    """Taking a page off the shelf."""

    what, started, done = "removal", "remove_started", None

    def __init__(self, press: Press, reader: Reader, desk: Desk, name: str) -> None:
        super().__init__(reader.id, reader.texts)
        self._desk, self._name = desk, name
        self.once_more = press

    def shelve(self) -> Report:
        with suppress(FileNotFoundError):  # the button was pressed twice
            remove_file(self._desk.corpus.folder, self._name, self._desk.settings.data / "removed")
            self._desk.audit.note(self.owner, "remove", self._name)
        return removed_report(self._name, self.texts)


async def _roll_back(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    desk = context.bot_data.desk
    if reader.id not in desk.settings.admins:
        return "press_not_yours"
    manifest = next((m for m in desk.corpus.versions() if m.version == press.key), None)
    if manifest is None:
        return "press_version_gone"
    if press.hit == 0:
        return None if await turn(query, version_card(desk, manifest, reader)) else "press_stale"
    await change_corpus(query, _Rollback(press, reader, desk), context)
    return None


class _Rollback(Change):
    """Going back to an earlier version, which brings nothing new."""

    what = "rollback"
    started, done, failed = "rollback_started", "rollback_done", "rollback_failed"
    brings_news = False

    def __init__(self, press: Press, reader: Reader, desk: Desk) -> None:
        super().__init__(reader.id, reader.texts)
        self._desk, self._version = desk, press.key
        self.once_more = press

    def carry_out(self, corpus: Corpus, progress: Progress) -> ReloadReport:
        report = corpus.rollback(self._version, progress=progress, patience_s=self.patience_s)
        self._desk.audit.note(self.owner, "rollback", self._version)
        return report


async def _leave(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    await turn(query, Card(reader.texts.say("left_alone")))
    return None


ACTS: Acts = {Act.REMOVE: _remove, Act.ROLLBACK: _roll_back, Act.LEAVE: _leave}
