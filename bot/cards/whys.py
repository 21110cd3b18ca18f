"""Say why something was refused or failed in the reader's language."""

from __future__ import annotations

from bot.cards.card import shorten
from bot.cards.texts import Html, Texts
from retrieval.whys import Why

_NAME_CHARS, _WHY_CHARS = 60, 100


def said(why: Why, texts: Texts) -> str:
    """Return a reason as plain text; what it is about, and what the system says, stands in it as it is.

    Why("row_text", {"row": 3}) is 第 3 行的 text 没写，或者是空的.
    """
    about = {name: said(fact, texts) if isinstance(fact, Why) else fact for name, fact in why.about.items()}
    return texts.plain(f"why_{why.word}", **about)


def file_and_why(name: str, why: str, texts: Texts) -> Html:
    """Return the line of a list for a file and why it was left out, neither of them too long."""
    return texts.say("file_and_why", name=shorten(name, _NAME_CHARS), why=shorten(why, _WHY_CHARS))
