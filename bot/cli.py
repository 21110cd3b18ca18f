"""The command line: settings → corpus → what was asked for.

Results go to standard output, everything else to standard error. Exit codes: 0 the work was done, 2 bad
usage or configuration, 1 any other failure.
"""

from __future__ import annotations

import io
import json
import logging
import os
import re
import signal
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Annotated

import typer

from bot.cards.proof import proof_text
from bot.cards.texts import Texts, texts_in
from bot.talk.conversation import chat as converse
from bot.terminal.asking import ask_within, in_words, readable
from bot.terminal.batch import Asked, read_batch
from bot.terminal.clippings import (
    articles_of,
    cuts_of,
    drawn,
    explained,
    furniture_listed,
    furniture_rows,
    listed,
)
from bot.terminal.exits import FailureError, OneLineGroup, UsageError, complain, one_line_errors
from bot.terminal.explain import print_reason
from bot.terminal.given import as_given, spooled
from bot.terminal.opening import open_corpus
from bot.terminal.plain import note_lines, reload_text, stats_text
from bot.terminal.progress import progress_bar
from bot.terminal.rows import Row, answer_row, reload_row, stats_row, verification_row
from config.settings import Settings, is_address, load_settings, named_path
from retrieval.articles import article_row
from retrieval.errors import QueryError
from retrieval.following import following
from retrieval.records import Note, PageCut

app = typer.Typer(
    cls=OneLineGroup,
    help="剪报 jianbao: questions about Chinese newspaper pages, answered with article and lines.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _path(given: str) -> Path:
    """Return a path; nothing at all is what a variable leaves that isn't set."""
    try:
        named_path(given)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return Path(given)


ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", parser=_path, help="Settings laid over the defaults."),
]
SeedsOption = Annotated[
    Path | None, typer.Option("--seeds", metavar="DIR", parser=_path, help="Folder of newspaper pages.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _command(function: Callable[..., None]) -> Callable[..., None]:
    """Make a command of `function`; its expected errors become one line and an exit code."""
    run = wraps(function)(one_line_errors()(function))
    app.command()(run)
    return run


def _settings(config: Path | None, seeds: Path | None) -> Settings:
    return load_settings(config, {"seeds": seeds})


# What some programs take for the end of a line and JSON doesn't escape.
_BREAKS = {n: f"\\u{n:04x}" for n in (0x85, 0x2028, 0x2029)}


def _print_rows(rows: Iterable[Row]) -> None:
    _print_lines(json.dumps(row, ensure_ascii=False).translate(_BREAKS) for row in rows)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


@_command
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION")] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Answer rows of JSON with id and question, as JSON; - reads standard input."
        ),
    ] = None,
    as_json: JsonOption = False,
    k: Annotated[
        int | None,
        typer.Option(
            "-k",
            min=1,
            max=100,
            help="Articles per question. Without it: as JSON search.hits of them, for people the best one.",
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how the score came about.")] = False,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Answer one question, or every row of a file."""
    if (question is None) == (batch is None):
        raise UsageError("ask takes a question or --batch FILE, one of the two")
    if question is not None and not question.strip():
        raise UsageError("the question is empty; ask e.g. 哈尔滨关爱健康志愿服务中心是什么时候成立的？")
    rows = read_batch(batch) if batch else [Asked(None, readable(question or ""))]
    settings = _settings(config, seeds)
    corpus = open_corpus(settings)
    corpus.warm_up()  # the first question takes as long as any other, and says so
    with progress_bar(sharing_stdout=True) as progress:
        for n, row in enumerate(rows, 1):
            answer = ask_within(corpus, row.question, k, explain, settings)
            if batch or as_json:
                _print_rows([answer_row(answer, row.id)])
            else:
                _print_lines([in_words(answer, corpus, k, settings)])
                print_reason(answer)
            progress("ask", n, len(rows))


@_command
def chat(config: ConfigOption = None, seeds: SeedsOption = None) -> None:
    """Talk with the bot in this terminal; without a terminal, one message a line from standard input."""
    settings = _settings(config, seeds)
    corpus = open_corpus(settings)
    with following(corpus):
        converse(corpus, settings, sys.stdin, sys.stdout)


@_command
def articles(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE ...]",
            readable=False,
            help="Instead of the seeds; - reads a page, or rows of JSON, from standard input.",
        ),
    ] = None,
    as_json: JsonOption = False,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="List the lines that belong to no article.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each line why it went where it went.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT", parser=_path, help="Draw each page and its articles into the folder OUT."
        ),
    ] = None,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Show what the seeds, or the given files, were cut into.

    A line for each article: kind, how sure its cut is (0 to 1), headline, lines.
    With a ? behind that number, an editor should look at the cut.
    """
    if furniture + explain + (html is not None) > 1 or (as_json and (explain or html)):
        raise UsageError(
            "articles takes one of --json, --furniture (also with --json), --explain, --html OUT"
        )
    settings = _settings(config, seeds)
    with spooled(files or ()) as given:
        refused = _print_articles(
            given, settings, as_json=as_json, furniture=furniture, explain=explain, html=html
        )
    for why in refused:
        complain(as_given(why, files or (), given))
    if refused:
        raise typer.Exit(1)


def _print_articles(
    files: list[Path], settings: Settings, *, as_json: bool, furniture: bool, explain: bool, html: Path | None
) -> list[str]:
    """Print what the seeds, or these files, were cut into; return which of them can't be read, and why."""
    corpus = None if files else open_corpus(settings)
    refused: list[str] = []
    if furniture or explain or html:
        cuts = corpus.cuts() if corpus else cuts_of(files, refused.append)
        _print_cuts(cuts, texts_in(settings.language), as_json=as_json, furniture=furniture, html=html)
    else:
        found = corpus.each_article() if corpus else articles_of(files, refused.append)
        if as_json:
            _print_rows(map(article_row, found))
        else:
            _print_lines(listed(found, texts_in(settings.language)))
    return refused


def _print_cuts(
    cuts: Iterable[PageCut], texts: Texts, *, as_json: bool, furniture: bool, html: Path | None
) -> None:
    if furniture:
        rows = furniture_rows(cuts)
        _print_rows(rows) if as_json else _print_lines(furniture_listed(rows, texts))
    else:
        _print_lines(drawn(cuts, html) if html else explained(cuts))


@_command
def run(config: ConfigOption = None, seeds: SeedsOption = None) -> None:
    """Run the Telegram bot."""
    settings = _settings(config, seeds)
    token = os.environ.get("TELEGRAM_BOT_TOKEN", "").strip()
    if not token:
        raise UsageError("TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather, or try 'jianbao chat'")
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
        raise UsageError("TELEGRAM_BOT_TOKEN is no bot token (like 123456:ABC…); @BotFather gives one")
    api = os.environ.get("TELEGRAM_API_URL")
    if not api:
        settings.webhook.check_for_telegram()
    elif not is_address(api):
        raise UsageError("TELEGRAM_API_URL is no address of a Bot API server, e.g. http://127.0.0.1:8081")
    # While the index is built, too: the first process of a container is not stopped by a signal that it doesn't handle.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    from bot.app import BotStartError, run_bot  # the whole Telegram library: other commands start without it

    try:
        run_bot(settings, open_corpus(settings), token)
    except BotStartError as error:
        raise FailureError(str(error)) from None


@_command
def reload(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    as_json: JsonOption = False,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Read the seeds again and say what was added, changed, removed and refused.

    A bot that runs on the same data folder serves it a second later.
    """
    corpus = open_corpus(_settings(config, seeds), sync=False, name_refused=False)
    with progress_bar() as progress:
        report = corpus.reload(dry_run=dry_run, progress=progress)
    _print_rows([reload_row(report)]) if as_json else _print_lines([reload_text(report)])
    _note(report.notes if as_json else ())


@_command
def verify(
    quote: Annotated[str, typer.Argument(metavar="QUOTE")],
    as_json: JsonOption = False,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Say whether a quotation is in the corpus: verbatim, near (with the difference) or not."""
    settings = _settings(config, seeds)
    texts = texts_in(settings.language)
    try:
        verification = open_corpus(settings).verify(readable(quote))
    except QueryError as error:
        raise UsageError(str(error)) from None
    if as_json:
        _print_rows([verification_row(verification)])
    else:
        _print_lines([proof_text(verification, texts)])


@_command
def stats(as_json: JsonOption = False, config: ConfigOption = None, seeds: SeedsOption = None) -> None:
    """Show the figures of the corpus."""
    figures = open_corpus(_settings(config, seeds), name_refused=False).stats()
    _print_rows([stats_row(figures)]) if as_json else _print_lines([stats_text(figures)])
    _note(figures.notes if as_json else ())


def _note(notes: Iterable[Note]) -> None:
    """Say on standard error what the rows have no key for."""
    for line in note_lines(tuple(notes)):
        complain(line)


def _open_closed_streams() -> None:
    """Stand in for what the shell closed (`jianbao ask … >&-`): to read or write it fails as for other programs.

    Only complaints go nowhere. Nothing that is opened later gets the number of one of the three.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def main(args: list[str] | None = None) -> None:
    """Run the command line; what can't be written in the terminal's encoding never stops it."""
    _open_closed_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    if logging.lastResort:  # what prints warnings until `run` sets up a log
        logging.lastResort.setFormatter(logging.Formatter("jianbao: %(message)s"))
    app(args, prog_name="jianbao")
