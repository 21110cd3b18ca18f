"""The bot's conversation in a terminal: the same desk and sentences, in plain text, commands for buttons."""

from __future__ import annotations

import codecs
import locale
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TextIO

from bot.cards.card import COPY_CHARS, Card, Place, Reader, as_plain
from bot.cards.press import Act
from bot.cards.proof import proof_text
from bot.cards.reference import newspaper_reference
from bot.cards.render import answer_card, context_card, full_card
from bot.cards.texts import Html, escape
from bot.cards.verify_cards import place_of
from bot.cards.whys import said
from bot.talk.desk import Desk, Shown, open_desk
from bot.talk.slash import read_command
from bot.terminal.plain import BOLD, BRACKETS
from config.settings import Settings
from retrieval.corpus import Corpus
from retrieval.errors import QueryError
from retrieval.records import Answer, Hit, Tone

_ME = 0
_BOM = "\ufeff"  # before the first line of a file from Windows
_LISTED = (Act.EXAMPLE,)  # buttons that say something to a reader who can't press them


def chat(corpus: Corpus, settings: Settings, stdin: TextIO, stdout: TextIO) -> None:
    """Answer one message a line until the input ends or somebody says /quit or presses Ctrl-C."""
    desk = open_desk(corpus, settings)
    try:
        Conversation(desk, stdin, stdout).run()
    except KeyboardInterrupt:
        stdout.write("\n")
    finally:
        desk.store.close()


class Conversation:
    """One reader at a terminal."""

    def __init__(self, desk: Desk, stdin: TextIO, stdout: TextIO) -> None:
        """Begin with nothing asked."""
        self._desk, self._in, self._out = desk, stdin, stdout
        self._live = stdin is sys.stdin and stdin.isatty() and stdout.isatty()
        if self._live and _reads_chinese():
            with suppress(ImportError):  # not every Python has it
                import readline  # noqa: F401 its import gives input() its arrow keys and its memory
        self._reader = Reader(desk.texts_for(_ME, None), _ME)
        self._key: str | None = None
        self._answer: Answer | None = None
        self._n = self._page = 0

    def run(self) -> None:
        """Talk."""
        if self._live:
            Thread(target=self._desk.corpus.warm_up, daemon=True).start()  # while the reader types
            self._print(Card(self._reader.texts.say("chat_welcome")))
        while (line := self._read()) and read_command(message := line.lstrip(_BOM).strip())[0] != "quit":
            if message:
                self._print(self.reply(message))

    def _read(self) -> str:
        """Return the next line, at a terminal after a prompt and with what readline offers; "" at the end."""
        if not self._live:
            return self._in.readline()
        try:
            return input("\n> ") + "\n"
        except EOFError:
            self._out.write("\n")
            return ""

    def _print(self, card: Card) -> None:
        text = as_plain(card.text, BOLD) if self._live else _piped(card.text)
        text += "".join(
            f"\n· {b.label}" for row in card.rows for b in row if b.press and b.press.act in _LISTED
        )
        self._out.write(f"{text}\n" if self._live else f"{text}\n\n")
        self._out.flush()

    def reply(self, message: str) -> Card:
        """Return the card that answers a message or a command."""
        name, rest = read_command(message)
        if not name or (name == "ask" and rest):
            return self._ask(rest)
        if name in _PLAIN:
            return _PLAIN[name](self._desk, self._reader)
        if name == "help":
            return self._help()
        if name == "verify":
            return self._verified(rest)
        if name in _TURNS:
            return self._turned(_TURNS[name])
        known = name == "unwatch" or f"menu_{name}" in self._reader.texts.names()  # that one is in no menu
        return Card(self._reader.texts.say("telegram_only" if known else "unknown_command"))

    def _help(self) -> Card:
        say, examples = self._reader.texts.say, self._desk.help(self._reader).rows
        text = "\n\n".join([say("chat_help"), *([say("chat_examples")] if examples else [])])
        return Card(Html(text), examples)

    def _ask(self, question: str) -> Card:
        exchange = self._desk.ask(question, _ME, Shown(self._key, self._n) if self._key else None)
        tone = exchange.of_card or exchange.answer.tone
        if tone in _TURNED_BY:
            return self._turned(_TURNED_BY[tone])
        if tone in _INSTEAD and not exchange.of_card:
            return Card(self._reader.texts.say(_INSTEAD[tone]))
        if tone is Tone.TURN:
            self._key, self._answer, self._n, self._page = exchange.key, exchange.answer, exchange.n, 0
        if tone is Tone.QUESTION:
            self._answer, self._n, self._page = exchange.answer if exchange.answer.hits else None, 0, 0
            self._key = exchange.key
        return self._desk.card(exchange, self._reader)

    def _verified(self, quote: str) -> Card:
        texts = self._reader.texts
        if not quote:
            return Card(texts.say("verify_what"))
        try:
            found = self._desk.service.verify(quote)
        except QueryError as error:
            return Card(texts.say("verify_bad", why=said(error.why, texts)))
        self._look_at(place_of(found))
        return Card(Html(escape(proof_text(found, texts))))

    def _look_at(self, place: Place | None) -> None:
        """Take what was opened for the answer that is talked about."""
        if place and (shown := self._desk.noted(_ME, place)):
            self._key, self._answer, self._n, self._page = shown.key, self._desk.recall(shown.key), 0, 0

    def _turned(self, turn: Callable[[Conversation, Answer, Hit], Card]) -> Card:
        if self._answer is None:
            return Card(self._reader.texts.say("chat_nothing"))
        return turn(self, self._answer, self._answer.hits[self._n])

    def _moved(self, answer: Answer, by: int) -> Card:
        self._n, self._page = max(0, min(self._n + by, len(answer.hits) - 1)), 0
        return answer_card(answer, self._reader, self._desk.shelf, n=self._n)

    def _full(self, answer: Answer, hit: Hit) -> Card:
        self._page += 1
        return full_card(answer, self._reader, "", self._n, self._page - 1)

    def _context(self, answer: Answer, hit: Hit) -> Card:
        return context_card(answer, self._reader, "", self._n)

    def _cite(self, answer: Answer, hit: Hit) -> Card:
        return Card(Html(escape(newspaper_reference(hit.article, hit.snippet.lines, COPY_CHARS))))


def _reads_chinese() -> bool:
    """Return whether readline does: in the locale C (LC_ALL=C) it takes the bytes of a character for keys."""
    return codecs.lookup(locale.getencoding()).name != "ascii"


def _piped(text: Html) -> str:
    """Return what a pipe gets of a card: in what is quoted the phrase that answers stands between 【】, as in `ask`."""
    pieces = re.split("(<blockquote.*?</blockquote>)", text, flags=re.S)
    return "".join(as_plain(Html(piece), BRACKETS if n % 2 else ("", "")) for n, piece in enumerate(pieces))


_PLAIN: dict[str, Callable[[Desk, Reader], Card]] = {
    "ask": Desk.ask_what,
    "start": Desk.start,
    "about": Desk.about,
    "sources": Desk.sources,
}
_TURNS: dict[str, Callable[[Conversation, Answer, Hit], Card]] = {
    "next": lambda self, answer, hit: self._moved(answer, 1),
    "previous": lambda self, answer, hit: self._moved(answer, -1),
    "full": Conversation._full,
    "context": Conversation._context,
    "cite": Conversation._cite,
}
_TURNED_BY = {Tone.FULL_TEXT: Conversation._full, Tone.CONTEXT: Conversation._context}
# What is said elsewhere speaks of buttons, and of replying to a card.
_INSTEAD = {
    **dict.fromkeys((Tone.SOURCE, Tone.GIST, Tone.TRUE, Tone.TURN), "chat_nothing"),
    Tone.COMPLAINT: "chat_complaint",
}
