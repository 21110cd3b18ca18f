"""An admin sends pages: look through them, show a preview, and take them in when a button says so."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import PurePosixPath

from telegram import CallbackQuery, Document, Message, Update
from telegram.error import TelegramError

from bot.cards.card import Card, Reader, Report
from bot.cards.press import Act, Press
from bot.cards.texts import Texts
from bot.cards.upload_cards import Put, refused_card, saved_report, upload_card
from bot.handlers.admin import change_corpus
from bot.handlers.answering import Acts, Context, reader_of
from bot.talk.changing import Change
from bot.talk.desk import Desk
from bot.talk.keeping_cards import held_back_note
from bot.telegram.office import Office
from bot.telegram.outbox import replaced, reply, turn
from bot.telegram.pacing import BRIEFLY
from retrieval.errors import ParcelError
from retrieval.pages import SEED_SUFFIXES, SIDE_SUFFIXES
from retrieval.seeds.intake import Upload, Waiting
from retrieval.seeds.parcels import Bounds, Turned, open_parcel
from retrieval.seeds.shelf import Twins
from retrieval.seeds.shelving import put_file, put_sidecar, shelved
from retrieval.whys import Why

SUFFIXES = (*SEED_SUFFIXES, *SIDE_SUFFIXES, ".zip")
_MB = 1_000_000


async def document(update: Update, context: Context) -> None:
    """Look through a file of an admin's and show what would come in."""
    message = update.effective_message
    if message is None or message.document is None:
        return
    texts = reader_of(message, context).texts
    refused = _refused(message.document, context, texts)
    if refused:
        await reply(message, refused)
        return
    shown = await reply(message, Card(texts.say("upload_reading")))
    try:
        card = await _preview(message.document, message, context, texts)
    except Exception:  # whatever it is: the apology that follows is enough
        with suppress(TelegramError):
            await context.bot.delete_message(shown.chat_id, shown.message_id)
        raise
    if not await replaced(shown, card, context.bot, BRIEFLY):
        await reply(message, card)


def _refused(sent: Document, context: Context, texts: Texts) -> Card | None:
    """Refuse by kind and size what need not even be fetched."""
    suffix = PurePosixPath((sent.file_name or "").lower()).suffix
    most = context.bot_data.desk.settings.uploads.max_mb
    if suffix not in SUFFIXES:
        return refused_card(ParcelError("parcel_kind"), texts)
    return Card(texts.say("upload_too_big", most=most)) if (sent.file_size or 0) > most * _MB else None


async def _preview(sent: Document, message: Message, context: Context, texts: Texts) -> Card:
    office = context.bot_data
    most = office.desk.settings.uploads.max_mb
    try:
        file = await sent.get_file()
        raw = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        return Card(texts.say("upload_lost", why=error.message))
    if len(raw) > most * _MB:
        return Card(texts.say("upload_too_big", most=most))
    owner = message.from_user.id if message.from_user else 0
    try:
        # Not in the office's threads: a zip may take a minute, and those are for the readers.
        upload = await asyncio.to_thread(_staged, office, owner, sent.file_name or "", raw)
        note = await asyncio.to_thread(held_back_note, office.desk, texts)
    except ParcelError as error:
        return refused_card(error, texts)
    except OSError as error:
        return Card(texts.say("upload_unsaved", why=error.strerror or error))
    return upload_card(upload, texts, note)


def _staged(office: Office, owner: int, name: str, raw: bytes) -> Upload:
    desk = office.desk
    limits = desk.settings.uploads
    bounds = Bounds(limits.max_files, limits.max_unpacked_mb * _MB, limits.max_ratio)
    files = open_parcel(name, raw, bounds, shelved(desk.corpus.folder))
    return desk.intake.stage(owner, files, desk.corpus.folder, desk.corpus.printings)


async def _save(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    """Save the files that were confirmed, then read the pages again; the preview becomes the report."""
    desk = context.bot_data.desk
    files = desk.intake.waiting(press.key, reader.id)
    if files is None or reader.id not in desk.settings.admins:
        return _what_became(press, reader, context.bot_data)
    if desk.intake.take(press.key):
        await change_corpus(query, _Saving(press, reader, desk, files), context)
    return None


class _Saving(Change):
    """Putting the files of an upload on the shelf."""

    what, started = "upload", "upload_saving"

    def __init__(self, press: Press, reader: Reader, desk: Desk, files: list[Waiting]) -> None:
        super().__init__(reader.id, reader.texts)
        self.once_more = self._press = press
        self._desk, self._files = desk, files

    def shelve(self) -> Report:
        put = _put_all(self._desk, self._files, replacing=self._press.hit == 1)
        if put.saved:
            self._desk.audit.note(self.owner, "upload", " ".join(put.saved))
        if not put.unsaved:
            self._desk.intake.end(self._press.key, self.owner, "saved")
        return saved_report(put, self._press, self.texts)

    def end(self) -> None:
        self._desk.intake.give_back(self._press.key)


def _put_all(desk: Desk, files: list[Waiting], *, replacing: bool) -> Put:
    """Put each file on the shelf, unless the same has got there while it waited.

    What is through is no longer waiting, so that a second press goes on.
    """
    folder = desk.corpus.folder
    put, twins = Put(), Twins(folder / name for name in shelved(folder))
    for file in files:
        try:
            if file.path.is_file():
                _put(file, desk, put, twins, replacing)
        except OSError as error:
            put.unsaved.append((file.name, error.strerror or str(error)))
    return put


def _put(file: Waiting, desk: Desk, put: Put, twins: Twins, replacing: bool) -> None:
    """Put a page with its sidecar on the shelf, or a sidecar beside the page that lies there. Raises OSError."""
    folder, bin = desk.corpus.folder, desk.settings.data / "removed"
    raw, along = file.path.read_bytes(), file.along
    side = along.read_bytes() if along and along.is_file() else None
    if along is None:
        if (folder / file.name).is_file():
            put.saved.append(put_sidecar(folder, file.name, raw, bin))
        else:  # it was taken away since
            put.turned.append(Turned(file.name, Why("file_side")))
    elif twin := twins.of(raw):
        put.turned.append(Turned(file.name, Why("file_same", {"twin": twin.name})))
        if side is not None:
            put.saved.append(put_sidecar(folder, twin.name, side, bin))
    else:
        put.saved.append(put_file(folder, file.name, raw, bin, replace=replacing, side=side))
    if along and side is not None:
        along.unlink()
    file.path.unlink()


async def _cancel(query: CallbackQuery, press: Press, reader: Reader, context: Context) -> str | None:
    intake = context.bot_data.desk.intake
    if intake.waiting(press.key, reader.id) is None:
        return _what_became(press, reader, context.bot_data)
    intake.end(press.key, reader.id, "dropped")
    await turn(query, Card(reader.texts.say("upload_dropped")))
    return None


def _what_became(press: Press, reader: Reader, office: Office) -> str:
    """Return which sentence says why an upload waits no longer."""
    ended = office.desk.intake.ended(press.key, reader.id)
    return f"press_upload_{ended}" if ended else "press_upload_gone"


async def no_admin(update: Update, context: Context) -> None:
    """Tell a reader kindly that only admins put pages on the shelf."""
    message = update.effective_message
    if message and context.bot_data.apologies.take(message.chat_id).allowed:
        await reply(message, Card(reader_of(message, context).texts.say("upload_not_yours")))


ACTS: Acts = {Act.SAVE: _save, Act.CANCEL: _cancel}
