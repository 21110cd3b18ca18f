"""What a front end shows, as plain data: a text in Telegram's HTML and rows of buttons."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from bot.cards.press import Press
from bot.cards.texts import Html, Texts, clean

CARD_UNITS = 4096  # of UTF-16, what a reader sees of a message's text; Telegram refuses a longer one
BUTTON_CHARS = 64
COPY_CHARS = 256


@dataclass(frozen=True, slots=True)
class Button:
    """A label and the one thing it does: press, copy a text or open a link."""

    label: str
    press: Press | None = None
    copy: str = ""
    url: str = ""


class Place(NamedTuple):
    """What a card shows that is no answer: an article by its handle, and which characters of it are looked at."""

    article: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One message; `shows` is the article on it, where that is opened and not the answer to a question."""

    text: Html
    rows: tuple[tuple[Button, ...], ...] = ()
    shows: Place | None = None


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
    return Listing(lines, most, len(lines), more=more).shown(most, texts)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a card, of which at most the first `most` lines are shown, and fewer where the card has no room.

    `around` puts its sentence around what is shown; the sentence `more` tells how many of `count` things were left out.
    """

    lines: Sequence[Html]
    most: int
    count: int
    around: Callable[[Html], Html] = lambda shown: shown
    more: str = "and_more"

    def shown(self, most: int, texts: Texts) -> Html:
        """Return the list with `most` lines, nothing for a list of nothing."""
        if not self.count:
            return Html("")
        rest = [texts.say(self.more, count=self.count - most)] if self.count > most else []
        return self.around(Html("\n".join([*self.lines[:most], *rest])))


def counted(sentence: str, lines: Sequence[Html], most: int, texts: Texts, more: str = "and_more") -> Listing:
    """Return a list under a sentence that says how many there are; of nothing, nothing."""
    count = len(lines)
    return Listing(lines, most, count, lambda shown: texts.say(sentence, count=count, list=shown), more)


Part: TypeAlias = Html | Listing | None
"""What a card is made of, each part a paragraph; None is left out."""


def fitted(parts: Sequence[Part], texts: Texts) -> Html:
    """Join the parts of a card; where that is too long for a message, the longest list gives way, line by line."""
    kept = [part for part in parts if part]
    most = [min(part.most, len(part.lines)) if isinstance(part, Listing) else 0 for part in kept]
    while True:
        shown = [
            part.shown(n, texts) if isinstance(part, Listing) else part
            for part, n in zip(kept, most, strict=True)
        ]
        text = Html("\n\n".join(filter(None, shown)))
        if not any(most) or units(text) <= CARD_UNITS:
            return text
        longest = max((n for n, lines in enumerate(most) if lines), key=lambda n: len(shown[n]))
        most[longest] -= 1


def units(text: Html) -> int:
    """Return how long Telegram takes a text to be: UTF-16 units of what a reader sees."""
    return len(as_plain(text).encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Report:
    """A card in parts, to which others may be joined before it is fitted into a message."""

    parts: tuple[Part, ...] = ()
    rows: tuple[tuple[Button, ...], ...] = ()

    def __add__(self, other: Report) -> Report:
        """Put another report below this one."""
        return Report((*self.parts, *other.parts), (*self.rows, *other.rows))

    def card(self, texts: Texts) -> Card:
        """Return it as one message."""
        return Card(fitted(self.parts, texts), self.rows)


def shorten(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters, whitespace as single blanks, "…" where it was cut."""
    text = " ".join(clean(text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def as_plain(text: Html, bold: tuple[str, str] = ("", "")) -> str:
    """Return what a reader sees of `text`; bold stands between the two strings of `bold`."""
    text = Html(text.replace("<b>", bold[0]).replace("</b>", bold[1]))
    return html.unescape(re.sub(r"<[^>]*>", "", text))
