"""What a front end shows, as plain data: a text in Telegram's HTML and rows of buttons."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.press import Press
from bot.texts import Html, Texts, clean

BUTTON_CHARS = 64
COPY_CHARS = 256


@dataclass(frozen=True, slots=True)
class Button:
    """A label and the one thing it does: press, copy a text or open a link."""

    label: str
    press: Press | None = None
    copy: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One message."""

    text: Html
    rows: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a card is for: the language, the user who may press, and whether others look on.

    `bot` is the bot's user name, for links into the private chat.
    """

    texts: Texts
    id: int = 0
    in_group: bool = False
    bot: str = ""


def rows_of(*rows: tuple[Button | None, ...]) -> tuple[tuple[Button, ...], ...]:
    """Return the rows without what is None, and without rows that are empty then."""
    kept = (tuple(button for button in row if button) for row in rows)
    return tuple(row for row in kept if row)


def listed(lines: Sequence[Html], most: int, texts: Texts, more: str = "and_more") -> Html:
    """Return the first lines of a list; the sentence `more` tells how many others there are."""
    rest = [texts.say(more, count=len(lines) - most)] if len(lines) > most else []
    return Html("\n".join([*lines[:most], *rest]))


def shorten(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters, whitespace as single blanks, "…" where it was cut."""
    text = " ".join(clean(text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def as_plain(text: Html, bold: tuple[str, str] = ("", "")) -> str:
    """Return what a reader sees of `text`; bold stands between the two strings of `bold`."""
    text = Html(text.replace("<b>", bold[0]).replace("</b>", bold[1]))
    return html.unescape(re.sub(r"<[^>]*>", "", text))
