"""Ask a question of the command line, and put the answer into words for whoever sits there."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from bot.cards.render import Shelf
from bot.cards.texts import texts_in
from bot.terminal.exits import complain
from bot.terminal.plain import BOLD, BRACKETS, answer_text
from config.settings import Settings
from retrieval.corpus import Corpus
from retrieval.records import Answer

_NEAREST = 3  # articles that people are offered where no answer is reliable, unless -k says otherwise


def readable(argument: str) -> str:
    """Return an argument whose bytes the locale couldn't decode as the UTF-8 it most likely is."""
    if any("\ud800" <= c <= "\udfff" for c in argument):  # what stands for such a byte
        return os.fsencode(argument).decode("utf-8", "replace")
    return argument


def ask_within(corpus: Corpus, question: str, k: int | None, explain: bool, settings: Settings) -> Answer:
    """Ask the question, or as much of it as the bot would read; the answer still names all of it."""
    limit = settings.limits.question_chars
    if len(question) > limit:
        complain(f"only the first {limit} characters of the question are read (limits.question_chars)")
    answer = corpus.ask(question[:limit], k=k or settings.search.hits, explain=explain)
    return replace(answer, question=question)


def in_words(answer: Answer, corpus: Corpus, k: int | None, settings: Settings) -> str:
    """Return the answer for people: `k` hits, or else the best one, or the nearest few where none is reliable."""
    stats = corpus.stats()
    marks = BOLD if sys.stdout.isatty() else BRACKETS
    shown = k or (1 if answer.answered else _NEAREST)
    shelf = Shelf(stats.sources, stats.articles)
    return answer_text(answer, shelf, texts_in(settings.language), marks, shown)
