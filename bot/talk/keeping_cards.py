"""What an admin reads before a page is taken off the shelf or an earlier version comes back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.card import Button, Card, Reader, Report, listed, rows_of, shorten
from bot.cards.press import Act, Press
from bot.cards.texts import Html, Texts, escape
from bot.talk.desk import Desk
from retrieval.handles import source_handle
from retrieval.index.versions import Manifest
from retrieval.seeds.shelving import shelved

_OFFERED = 8
_HELD_BACK = 4
_NAME_CHARS = 60


def source_named(desk: Desk, handle: str) -> str | None:
    """Return the seed file, served or refused, that a handle stands for."""
    return next((name for name in shelved(desk.corpus.folder) if source_handle(name) == handle), None)


def remove_card(desk: Desk, reader: Reader, wanted: str) -> Card:
    """Ask whether the file is to go; where several names hold what was typed, ask which."""
    wanted, say = _alike(wanted), reader.texts.say
    if not wanted:
        return Card(say("remove_what"))
    names = shelved(desk.corpus.folder)
    exact = [name for name in names if _alike(name) == wanted]
    found = exact or [name for name in names if wanted in _alike(name)]
    if len(found) == 1:
        return sure_card(desk, reader, found[0])
    if not found:
        return Card(say("remove_unknown", name=shorten(wanted, _NAME_CHARS)))
    buttons = [(Button(name, _press(Act.REMOVE, reader, source_handle(name))),) for name in found[:_OFFERED]]
    text, more = say("remove_which", count=len(found)), len(found) - _OFFERED
    if more > 0:
        text = Html(f"{text}\n{say('remove_which_more', count=more)}")
    return Card(text, rows_of(*buttons))


def _alike(name: str) -> str:
    """Return a name as it is compared: in small letters, any white space one blank, for no message shows more of it."""
    return " ".join(name.lower().split())


def _press(act: Act, reader: Reader, key: str, yes: int = 0) -> Press:
    return Press(act, reader.id, key, yes)


def sure_card(desk: Desk, reader: Reader, name: str) -> Card:
    """Ask whether the file of just this name is to go."""
    served = desk.corpus.source(source_handle(name))
    count = served.articles if served else 0  # a file that was refused may go as well
    yes = Button(reader.texts.plain("button_remove"), _press(Act.REMOVE, reader, source_handle(name), 1))
    text = reader.texts.say("remove_sure", name=shorten(name, _NAME_CHARS), count=count)
    if note := held_back_note(desk, reader.texts, leaving=name):
        text = Html(f"{text}\n\n{note}")
    return Card(text, rows_of((yes, _no(reader))))


def held_back_note(desk: Desk, texts: Texts, leaving: str = "") -> Html | None:
    """Say that reading the pages undoes a way back that is in force, and what comes and goes with that beside `leaving`."""
    held = desk.corpus.held_back()
    files = {how: [name for name in names if name != leaving] for how, names in held._asdict().items()}
    lines = [
        texts.say(f"held_back_{how}", names=_first(names, texts)) for how, names in files.items() if names
    ]
    return texts.say("held_back", list=Html("\n".join(lines))) if lines else None


def _first(names: list[str], texts: Texts) -> Html:
    """List the first few, for an upload's preview may be long already."""
    lines = [Html(f"· {escape(shorten(name, _NAME_CHARS))}") for name in names]
    return listed(lines, _HELD_BACK, texts)


def _no(reader: Reader) -> Button:
    return Button(reader.texts.plain("button_cancel"), _press(Act.LEAVE, reader, ""))


def removed_report(name: str, texts: Texts) -> Report:
    """Say that a file was taken away, and that it is not lost."""
    return Report((texts.say("removed", name=shorten(name, _NAME_CHARS)),))


def rollback_card(desk: Desk, reader: Reader) -> Card:
    """List the versions that are kept, newest first, with a button for each that doesn't answer now."""
    manifests = desk.corpus.versions()[::-1][:_OFFERED]
    others = [m for m in manifests if m.version != desk.corpus.version]
    if not others:
        return Card(reader.texts.say("rollback_none", version=desk.corpus.version))
    lines = Html("\n".join(_version_line(m, desk, reader.texts) for m in manifests))
    buttons = [(Button(_when(m, desk), _press(Act.ROLLBACK, reader, m.version)),) for m in others]
    return Card(reader.texts.say("rollback", list=lines), rows_of(*buttons))


def _version_line(manifest: Manifest, desk: Desk, texts: Texts) -> Html:
    values = {"when": _when(manifest, desk), "version": manifest.version, "count": manifest.articles}
    line, current = texts.say("rollback_line", **values), manifest.version == desk.corpus.version
    return Html(f"{line}{texts.say('rollback_current')}") if current else line


def _when(manifest: Manifest, desk: Desk) -> str:
    """Return when a version was made, in the time zone by which /status counts the day."""
    try:
        made = datetime.fromisoformat(manifest.made).astimezone(ZoneInfo(desk.settings.watching.timezone))
    except ValueError:
        return manifest.version
    return f"{made:%Y-%m-%d %H:%M:%S}"


def version_card(desk: Desk, manifest: Manifest, reader: Reader) -> Card:
    """Ask whether this version is to come back."""
    yes = Button(reader.texts.plain("button_rollback"), _press(Act.ROLLBACK, reader, manifest.version, 1))
    values = {"when": _when(manifest, desk), "version": manifest.version, "count": manifest.articles}
    return Card(reader.texts.say("rollback_sure", **values), rows_of((yes, _no(reader))))
