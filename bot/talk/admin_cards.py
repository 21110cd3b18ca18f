"""What an admin reads: the report of a reload, the state of the bot."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

from bot.cards.card import Button, Card, Listing, Part, Report, counted, rows_of, shorten
from bot.cards.texts import Html, Texts, escape
from bot.cards.whys import file_and_why, said
from bot.talk.desk import Desk
from retrieval.errors import GoldenError, ReloadBusyError, RetrievalError
from retrieval.records import ReloadReport

_LISTED = 15
_WHY_CHARS = 500  # what a system says may hold the path of a file
_PAGE_BYTES = 4096


class StoppedError(Exception):
    """A change of the corpus was broken off, for the bot is being stopped."""


class Progress:
    """How far a reload has come; called from its thread, read from the loop's."""

    def __init__(self, started: str, stopping: Event) -> None:
        """Begin before the first stage, of which the sentence `started` tells; break off once `stopping` is set."""
        self._started = started
        self._stopping = stopping
        self._now: tuple[str, int, int] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note that `done` of `total` are through `stage`; raises StoppedError where that is no use any more."""
        if self._stopping.is_set():
            raise StoppedError
        self._now = (stage, done, total)

    def card(self, texts: Texts) -> Card:
        """Render how far it is."""
        stage, done, total = self._now or ("", 0, 0)
        if not total:
            return Card(texts.say("reload_waiting" if stage == "wait" else self._started))
        key = f"reload_stage_{stage}"
        name = texts.plain(key) if key in texts.names() else stage
        return Card(texts.say("reload_progress", stage=name, done=done, total=total))


def reload_report(report: ReloadReport, texts: Texts, done: str | None = "reload_done") -> Report:
    """Render what a change changed, with the refused files and the reasons; the sentence `done` says that it was made."""
    counts = {name: getattr(report, name) for name in ("added", "changed", "removed", "unchanged")}
    text = texts.say("reload_figures", version=report.version, **counts)
    if done:
        head = texts.say(done, seconds=f"{report.took_s:.1f}", version=report.version)
        text = Html(f"{head}\n{text}")
    parts: list[Part] = [text]
    for key, files in (("reload_refused", report.refused), ("reload_notes", report.notes)):
        lines = [file_and_why(file.source, said(file.why, texts), texts) for file in files]
        parts.append(counted(key, lines, _LISTED, texts, "sources_more"))
    return Report(tuple(parts))


def failed_report(error: RetrievalError, texts: Texts, failed: str, again: Button) -> Report:
    """Say why the old pages serve on, and offer to try `again`; of a failed golden gate also say which questions broke."""
    sentence = "reload_busy" if isinstance(error, ReloadBusyError) else failed
    text = texts.say(sentence, why=shorten(said(error.why, texts), _WHY_CHARS))
    broken = error.broken if isinstance(error, GoldenError) else ()
    lines = [Html(f"· {escape(shorten(said(why, texts), 150))}") for why in broken]
    broken_too = Listing(lines, _LISTED, len(lines), lambda shown: Html(f"{text}\n{shown}"))
    return Report((broken_too if lines else text,), rows_of((again,)))


def status_card(desk: Desk, texts: Texts, rival: bool = False) -> Card:
    """Render how the bot is doing, with the counts since midnight where the quiet hours are told.

    With a `rival`, another program takes updates of our token.
    """
    now = datetime.now(ZoneInfo(desk.settings.watching.timezone))
    s, today = desk.stats, desk.store.tally(now.replace(hour=0, minute=0, second=0).timestamp())
    asked = texts.say("status_not_logged")
    if desk.settings.log.questions:
        share = f"{today.unanswered / max(today.questions, 1):.0%}"
        asked = texts.say("status_asked", questions=today.questions, unanswered=today.unanswered, share=share)
    figures = {"sources": s.sources, "articles": s.articles, "passages": s.passages, "engine": s.engine}
    said = [texts.say("status_rival")] if rival else []
    said += [_forgetful(desk, texts)] if desk.store.failing else []
    said.insert(
        0,
        texts.say(
            "status",
            version=s.version,
            build=f"{s.build_s:.1f}",
            uptime=_uptime(time.time() - desk.opened, texts),
            memory=memory_mb([os.getpid(), *desk.service.pids]) or "?",
            asked=asked,
            good=today.good,
            bad=today.bad,
            **figures,
        ),
    )
    return Card(Html("\n".join(said)))


def _forgetful(desk: Desk, texts: Texts) -> Html:
    """Say that what is noted now is forgotten, and what to do."""
    sentence = "status_displaced" if desk.store.displaced else "status_unwritten"
    return texts.say(sentence, file=shorten(str(desk.store.path), _WHY_CHARS))


def _uptime(seconds: float, texts: Texts) -> str:
    minutes = int(seconds // 60)
    return texts.plain("uptime", days=minutes // 1440, hours=minutes // 60 % 24, minutes=minutes % 60)


def memory_mb(pids: Iterable[int]) -> int | None:
    """Return the resident memory of processes in megabytes; None where the system doesn't tell (/proc)."""
    try:
        states = [Path(f"/proc/{pid}/statm").read_text(encoding="ascii") for pid in pids]
        pages = sum(int(state.split()[1]) for state in states)
    except (OSError, ValueError, IndexError):
        return None
    return pages * _PAGE_BYTES // 1_000_000
